/* tambour-report-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-report-moves.h"

#include "tambour-fact-text.h"
#include "tambour-move.h"
#include "tambour-report-file.h"
#include "tambour-report-snapshot.h"
#include "tambour-review.h"

/* A move while it is made. */
typedef struct
{
  const TambourReportMove *move;
  TambourStore            *store;
  TambourInstant           at;
  TambourChange           *change;
  GCancellable            *cancellable;
} Making;

/**
 * tambour_report_move_new:
 * @kind: what is done
 * @id: the report that it is about, or the one that begins
 *
 * Returns: (transfer full): a move that states nothing else
 */
TambourReportMove *
tambour_report_move_new (TambourReportMoveKind  kind,
                         const char            *id)
{
  TambourReportMove *self = g_new0 (TambourReportMove, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->as_of.seconds = TAMBOUR_NEVER;

  return self;
}

/**
 * tambour_report_move_free:
 * @self: (transfer full): a move
 */
void
tambour_report_move_free (TambourReportMove *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->of, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->outline, g_free);
  g_free (self);
}

/* --- a draft ------------------------------------------------------------------- */

static TambourReport *
get_draft (Making  *self,
           GError **error)
{
  g_autoptr(TambourReport) report = tambour_move_get (self->store, TAMBOUR_TYPE_REPORT, self->move->id, error);

  if (report == NULL)
    return NULL;

  if (report->state == TAMBOUR_REPORT_STATE_DRAFT)
    return g_steal_pointer (&report);

  tambour_move_refuse (error, _("This review is finished and stays as it is. Restate it to correct it."));

  return NULL;
}

/* Two drafts about the same time would be finished into two truths. */
static gboolean
check_single (Making         *self,
              TambourReport  *report,
              GError        **error)
{
  g_autoptr(GPtrArray) all = tambour_report_list (self->store, TAMBOUR_RECORD (report)->account_id.id, self->cancellable, error);

  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      TambourReport *other = g_ptr_array_index (all, i);

      if (other->state == TAMBOUR_REPORT_STATE_DRAFT && other->kind == report->kind &&
          other->period_from.julian == report->period_from.julian && other->period_to.julian == report->period_to.julian)
        return tambour_move_refuse (error, _("There is a draft about this period already."));
    }

  return TRUE;
}

static gboolean
put_snapshot (Making         *self,
              TambourReport  *report,
              GError        **error)
{
  g_autoptr(TambourAccount) account = tambour_move_get (self->store, TAMBOUR_TYPE_ACCOUNT,
                                                        TAMBOUR_RECORD (report)->account_id.id, error);
  g_autoptr(TambourSnapshot) snapshot = NULL;
  g_autofree char *text = NULL;

  if (account == NULL)
    return FALSE;

  report->as_of = self->move->as_of;
  if (!tambour_instant_is_stated (report->as_of))
    report->as_of = tambour_report_cut_off (account, tambour_report_end (report), self->at);

  if (!(text = tambour_report_take_snapshot (report, self->store, self->cancellable, error)))
    return FALSE;

  if (!(snapshot = tambour_report_find_snapshot (self->store, TAMBOUR_RECORD (report)->id, NULL)))
    {
      snapshot = TAMBOUR_SNAPSHOT (tambour_record_new (TAMBOUR_TYPE_SNAPSHOT, NULL));
      g_set_str (&TAMBOUR_RECORD (snapshot)->account_id.id, TAMBOUR_RECORD (report)->account_id.id);
      g_set_str (&snapshot->report_id.id, TAMBOUR_RECORD (report)->id);
    }

  g_clear_pointer (&snapshot->hash, g_free);
  g_clear_pointer (&snapshot->body, g_free);
  if (!(snapshot->body = tambour_frozen_pack (text, &snapshot->hash, error)))
    return FALSE;

  g_set_str (&report->snapshot_hash, snapshot->hash);
  g_set_str (&report->program_version, TAMBOUR_VERSION);
  tambour_change_put (self->change, TAMBOUR_RECORD (report));
  tambour_change_put (self->change, TAMBOUR_RECORD (snapshot));

  return TRUE;
}

static const char *
get_title (TambourReportKind kind)
{
  switch (kind)
    {
    case TAMBOUR_REPORT_KIND_EBR:
      return _("Executive business review");
    case TAMBOUR_REPORT_KIND_QBR:
      return _("Quarterly business review");
    case TAMBOUR_REPORT_KIND_ANNUAL:
      return _("Annual value report");
    }

  g_assert_not_reached ();
}

static gboolean
begin (Making  *self,
       GError **error)
{
  g_autoptr(TambourReport) report = TAMBOUR_REPORT (tambour_record_new (TAMBOUR_TYPE_REPORT, self->move->id));

  if (!tambour_date_is_stated (self->move->from) || self->move->from.julian >= self->move->to.julian)
    return tambour_move_refuse (error, _("Say which period the review is about."));

  g_set_str (&TAMBOUR_RECORD (report)->account_id.id, self->move->account_id);
  if (!tambour_move_set_text (&report->title, self->move->title))
    g_set_str (&report->title, get_title (self->move->report_kind));
  report->kind = self->move->report_kind;
  report->period_from = self->move->from;
  report->period_to.julian = self->move->to.julian - 1;
  report->state = TAMBOUR_REPORT_STATE_DRAFT;

  return check_single (self, report, error) && put_snapshot (self, report, error);
}

static gboolean
restate (Making  *self,
         GError **error)
{
  g_autoptr(TambourReport) old = tambour_move_get (self->store, TAMBOUR_TYPE_REPORT, self->move->of, error);
  g_autoptr(TambourReport) report = TAMBOUR_REPORT (tambour_record_new (TAMBOUR_TYPE_REPORT, self->move->id));

  if (old == NULL)
    return FALSE;
  if (old->state != TAMBOUR_REPORT_STATE_FINAL)
    return tambour_move_refuse (error, _("Only a finished review can be restated."));

  g_set_str (&TAMBOUR_RECORD (report)->account_id.id, TAMBOUR_RECORD (old)->account_id.id);
  g_set_str (&report->title, old->title);
  g_set_str (&report->narrative, old->narrative);
  report->kind = old->kind;
  report->period_from = old->period_from;
  report->period_to = old->period_to;
  report->state = TAMBOUR_REPORT_STATE_DRAFT;
  g_set_str (&report->supersedes_id.id, TAMBOUR_RECORD (old)->id);
  tambour_move_set_text (&report->reason, self->move->reason);

  return check_single (self, report, error) && put_snapshot (self, report, error);
}

static gboolean
refresh (Making  *self,
         GError **error)
{
  g_autoptr(TambourReport) report = get_draft (self, error);

  return report != NULL && put_snapshot (self, report, error);
}

/* What is typed has to be readable when it is opened again. */
static gboolean
compose (Making  *self,
         GError **error)
{
  g_autoptr(TambourReport) report = get_draft (self, error);
  g_autoptr(TambourOutline) outline = report ? tambour_outline_parse (self->move->outline, error) : NULL;

  if (outline == NULL)
    return FALSE;

  g_set_str (&report->narrative, self->move->outline);
  tambour_change_put (self->change, TAMBOUR_RECORD (report));

  return TRUE;
}

static gboolean
discard (Making  *self,
         GError **error)
{
  g_autoptr(TambourReport) report = get_draft (self, error);
  g_autoptr(GPtrArray) snapshots = NULL;

  if (report == NULL ||
      !(snapshots = tambour_move_list (self->store, TAMBOUR_TYPE_SNAPSHOT, "report_id", self->move->id, error)))
    return FALSE;

  for (guint i = 0; i < snapshots->len; i++)
    tambour_change_remove (self->change, g_ptr_array_index (snapshots, i));
  tambour_change_remove (self->change, TAMBOUR_RECORD (report));

  return TRUE;
}

/* --- to finish ------------------------------------------------------------------ */

static GStrv
dup_ids (GPtrArray *ids)
{
  GStrv copy = g_new0 (char *, ids->len + 1);

  for (guint i = 0; i < ids->len; i++)
    copy[i] = g_strdup (g_ptr_array_index (ids, i));

  return copy;
}

static GStrv
dup_excluded (GArray *excluded)
{
  GStrv copy = g_new0 (char *, excluded->len + 1);

  for (guint i = 0; i < excluded->len; i++)
    copy[i] = g_strdup (g_array_index (excluded, TambourExcluded, i).id);

  return copy;
}

static void
put_figure (Making            *self,
            TambourReport     *report,
            const TambourFact *fact)
{
  g_autoptr(TambourFigure) figure = TAMBOUR_FIGURE (tambour_record_new (TAMBOUR_TYPE_FIGURE, NULL));

  g_set_str (&TAMBOUR_RECORD (figure)->account_id.id, TAMBOUR_RECORD (report)->account_id.id);
  g_set_str (&figure->report_id.id, TAMBOUR_RECORD (report)->id);
  figure->key = g_strdup (fact->key);
  figure->params = g_strdup (fact->subject);
  figure->value = fact->now.value;
  figure->unit = g_strdup (tambour_unit_name (fact->unit));
  figure->n = fact->now.n;
  figure->definition_version = fact->version;
  figure->record_ids = dup_ids (fact->now.ids);
  figure->excluded_ids = dup_excluded (fact->now.excluded);
  figure->text = tambour_fact_now (fact);
  tambour_change_put (self->change, TAMBOUR_RECORD (figure));
}

static gboolean
put_superseded (Making         *self,
                TambourReport  *report,
                GError        **error)
{
  g_autoptr(TambourReport) old = NULL;

  if (report->supersedes_id.id == NULL)
    return TRUE;
  if (!(old = tambour_move_get (self->store, TAMBOUR_TYPE_REPORT, report->supersedes_id.id, error)))
    return FALSE;
  if (old->state != TAMBOUR_REPORT_STATE_FINAL)
    return tambour_move_refuse (error, _("Another review has taken the place of the one that this restates."));

  old->state = TAMBOUR_REPORT_STATE_SUPERSEDED;
  tambour_change_put (self->change, TAMBOUR_RECORD (old));

  return TRUE;
}

/* Two finished reviews about the same time are told apart only if one restates the other. */
static gboolean
check_final (Making         *self,
             TambourReport  *report,
             GError        **error)
{
  g_autoptr(GPtrArray) all = tambour_report_list (self->store, TAMBOUR_RECORD (report)->account_id.id, self->cancellable, error);

  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      TambourReport *other = g_ptr_array_index (all, i);

      if (other->state == TAMBOUR_REPORT_STATE_FINAL && other->kind == report->kind &&
          other->period_from.julian == report->period_from.julian && other->period_to.julian == report->period_to.julian &&
          g_strcmp0 (TAMBOUR_RECORD (other)->id, report->supersedes_id.id) != 0)
        return tambour_move_refuse (error, _("There is a finished review about this period already. Restate that one."));
    }

  return TRUE;
}

static gboolean
finish (Making  *self,
        GError **error)
{
  const TambourReviewSettings settings = { 0 };
  g_autoptr(TambourReport) report = get_draft (self, error);
  g_autoptr(TambourSnapshot) snapshot = NULL;
  g_autoptr(TambourFacts) facts = NULL;

  if (report == NULL || !check_final (self, report, error) ||
      !(snapshot = tambour_report_find_snapshot (self->store, self->move->id, error)) ||
      !(facts = tambour_report_read_snapshot (report, snapshot, error)) ||
      !put_superseded (self, report, error))
    return FALSE;

  tambour_review_use_language (facts, &settings);
  for (guint i = 0; i < facts->all->len; i++)
    put_figure (self, report, g_ptr_array_index (facts->all, i));

  report->state = TAMBOUR_REPORT_STATE_FINAL;
  tambour_change_put (self->change, TAMBOUR_RECORD (report));

  return TRUE;
}

/**
 * tambour_report_move_fill:
 * @self: what is done
 * @store: a store
 * @at: now
 * @change: where to put it
 * @cancellable: (nullable): to stop
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, with a sentence for people, or
 *   another
 *
 * Reads the records anew. Blocks: a snapshot takes as long as a review.
 *
 * Returns: %FALSE if it cannot be done
 */
gboolean
tambour_report_move_fill (const TambourReportMove  *self,
                          TambourStore             *store,
                          TambourInstant            at,
                          TambourChange            *change,
                          GCancellable             *cancellable,
                          GError                  **error)
{
  Making making = { self, store, at, change, cancellable };

  switch (self->kind)
    {
    case TAMBOUR_REPORT_MOVE_BEGIN:
      return begin (&making, error);
    case TAMBOUR_REPORT_MOVE_REFRESH:
      return refresh (&making, error);
    case TAMBOUR_REPORT_MOVE_COMPOSE:
      return compose (&making, error);
    case TAMBOUR_REPORT_MOVE_FINISH:
      return finish (&making, error);
    case TAMBOUR_REPORT_MOVE_RESTATE:
      return restate (&making, error);
    case TAMBOUR_REPORT_MOVE_DISCARD:
      return discard (&making, error);
    }

  g_return_val_if_reached (FALSE);
}
