/* tambour-overview-next.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-overview-private.h"

#include "tambour-audit-score.h"
#include "tambour-kinds.h"

/**
 * tambour_overview_next_free:
 * @self: something that comes
 */
void
tambour_overview_next_free (TambourOverviewNext *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_free (self);
}

static TambourOverviewNext *
add_next (TambourOverviewReading *self,
          TambourRecord          *record,
          TambourDate             on,
          TambourInstant          at)
{
  TambourOverviewNext *next = g_new0 (TambourOverviewNext, 1);

  next->record = g_object_ref (record);
  next->on = on;
  next->at = at;
  next->title = tambour_record_dup_title (record);
  next->last_score = NAN;
  g_ptr_array_add (self->overview->next, next);

  return next;
}

static gboolean
add_engagements (TambourOverviewReading  *self,
                 GError                 **error)
{
  TambourOverview *overview = self->overview;
  g_autofree char *from = tambour_instant_dup_text (tambour_zone_start_of_day (overview->zone, overview->today));
  g_autofree char *expression = g_strdup_printf ("planned_start >= %s and status = planned", from);
  g_autoptr(GPtrArray) planned = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_ENGAGEMENT, expression,
                                                               "planned_start", FALSE, TAMBOUR_OVERVIEW_NEXT, error);

  for (guint i = 0; planned && i < planned->len; i++)
    {
      TambourEngagement *engagement = g_ptr_array_index (planned, i);
      TambourOverviewNext *next = add_next (self, TAMBOUR_RECORD (engagement),
                                            tambour_zone_date_of (overview->zone, engagement->planned_start),
                                            engagement->planned_start);

      next->text = g_strdup (engagement->summary);
    }

  return planned != NULL;
}

static gboolean
add_audits (TambourOverviewReading  *self,
            GError                 **error)
{
  g_autofree char *today = tambour_date_dup_text (self->overview->today);
  g_autofree char *expression = g_strdup_printf ("on >= %s and status != final", today);
  g_autoptr(GPtrArray) audits = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_AUDIT, expression,
                                                              "on", FALSE, TAMBOUR_OVERVIEW_NEXT, error);

  for (guint i = 0; audits && i < audits->len; i++)
    add_next (self, g_ptr_array_index (audits, i), TAMBOUR_AUDIT (g_ptr_array_index (audits, i))->on,
              (TambourInstant) { TAMBOUR_NEVER });

  return audits != NULL;
}

static gboolean
score_audit (TambourOverviewReading  *self,
             TambourAudit            *audit,
             double                  *score,
             GError                 **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_AUDIT_ANSWER);
  g_autoptr(GPtrArray) answers = NULL;
  TambourAuditTally tally = { 0 };

  if (!tambour_query_where (query, "audit_id", TAMBOUR_IS, tambour_record_get_id (TAMBOUR_RECORD (audit)), error) ||
      !(answers = tambour_store_list (self->reading.store, query, self->reading.cancellable, error)))
    return FALSE;

  for (guint i = 0; i < answers->len; i++)
    tambour_audit_tally_take (&tally, g_ptr_array_index (answers, i));
  *score = tambour_audit_tally_score (&tally);

  return TRUE;
}

static gboolean
is_audit (TambourOverviewNext *next)
{
  return TAMBOUR_IS_AUDIT (next->record) ||
         (TAMBOUR_IS_ENGAGEMENT (next->record) &&
          TAMBOUR_ENGAGEMENT (next->record)->kind == TAMBOUR_ENGAGEMENT_KIND_AUDIT_SESSION);
}

/* What the last audit scored, beside the next one. */
static gboolean
add_scores (TambourOverviewReading  *self,
            GError                 **error)
{
  g_autoptr(GPtrArray) last = tambour_account_reading_page (&self->reading, TAMBOUR_TYPE_AUDIT, "status = final and on <= {today}",
                                                            "on", TRUE, 1, error);
  double score = NAN;

  if (last == NULL)
    return FALSE;
  if (last->len == 0)
    return TRUE;
  if (!score_audit (self, g_ptr_array_index (last, 0), &score, error))
    return FALSE;

  for (guint i = 0; i < self->overview->next->len; i++)
    {
      TambourOverviewNext *next = g_ptr_array_index (self->overview->next, i);

      if (!is_audit (next))
        continue;
      next->last_score = score;
      next->last_on = TAMBOUR_AUDIT (g_ptr_array_index (last, 0))->on;
    }

  return TRUE;
}

static gint
compare_next (gconstpointer a,
              gconstpointer b)
{
  const TambourOverviewNext *first = *(const TambourOverviewNext * const *) a;
  const TambourOverviewNext *second = *(const TambourOverviewNext * const *) b;

  if (first->on.julian != second->on.julian)
    return first->on.julian < second->on.julian ? -1 : 1;
  if (first->at.seconds != second->at.seconds)
    return first->at.seconds < second->at.seconds ? -1 : 1;

  return strcmp (first->record->id, second->record->id);
}

/**
 * tambour_overview_add_next:
 * @self: an overview that is read
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_overview_add_next (TambourOverviewReading  *self,
                           GError                 **error)
{
  GPtrArray *next = self->overview->next;

  if (!add_engagements (self, error) || !add_audits (self, error) || !add_scores (self, error))
    return FALSE;

  g_ptr_array_sort (next, compare_next);
  g_ptr_array_set_size (next, MIN (next->len, TAMBOUR_OVERVIEW_NEXT));

  return TRUE;
}
