/* tambour-roadmap-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-roadmap-moves.h"

#include "tambour-account-reading.h"
#include "tambour-goal.h"
#include "tambour-move.h"
#include "tambour-project-rank.h"

/* A move while it is made. */
typedef struct
{
  const TambourRoadmapMove *move;
  TambourStore             *store;
  TambourDate               today;
  TambourChange            *change;
} Making;

/**
 * tambour_roadmap_move_new:
 * @kind: what is to be done
 * @id: (nullable): the record that it is about
 * @account_id: (nullable): the customer
 *
 * Returns: (transfer full): a move that states nothing else
 */
TambourRoadmapMove *
tambour_roadmap_move_new (TambourRoadmapMoveKind  kind,
                          const char             *id,
                          const char             *account_id)
{
  TambourRoadmapMove *self = g_new0 (TambourRoadmapMove, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->account_id = g_strdup (account_id);
  self->value = TAMBOUR_NO_NUMBER;
  self->value_of = TAMBOUR_NO_NUMBER;
  self->at_stake.minor = TAMBOUR_NO_COUNT;

  return self;
}

/**
 * tambour_roadmap_move_free:
 * @self: (transfer full): a move
 */
void
tambour_roadmap_move_free (TambourRoadmapMove *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->contact_id, g_free);
  g_clear_pointer (&self->source, g_free);
  g_free (self);
}

/* --- goals ---------------------------------------------------------------- */

static gboolean
read_goal (Making  *self,
           GError **error)
{
  g_autoptr(TambourGoal) goal = tambour_move_get (self->store, TAMBOUR_TYPE_GOAL, self->move->id, error);
  g_autoptr(TambourGoalReading) reading = NULL;

  if (goal == NULL)
    return FALSE;
  if (isnan (self->move->value))
    return tambour_move_refuse (error, _("Say what was measured."));
  if (self->move->value_of <= 0)
    return tambour_move_refuse (error, _("Say out of how many, or nothing."));
  if (!tambour_move_check_day (self->move->on, self->today, error))
    return FALSE;

  reading = TAMBOUR_GOAL_READING (tambour_record_new (TAMBOUR_TYPE_GOAL_READING, NULL));
  g_set_str (&TAMBOUR_RECORD (reading)->account_id.id, TAMBOUR_RECORD (goal)->account_id.id);
  g_set_str (&reading->goal_id.id, self->move->id);
  reading->on = tambour_move_day (self->move->on, self->today);
  reading->value = self->move->value;
  reading->value_of = self->move->value_of;
  reading->evidence = tambour_move_dup_text (self->move->text);
  tambour_change_put (self->change, TAMBOUR_RECORD (reading));

  return TRUE;
}

/* --- requests ------------------------------------------------------------- */

static void
put_event (Making               *self,
           TambourRecord        *request,
           TambourRequestStatus  status)
{
  g_autoptr(TambourFrEvent) event = TAMBOUR_FR_EVENT (tambour_record_new (TAMBOUR_TYPE_FR_EVENT, NULL));

  g_set_str (&event->request_id.id, request->id);
  event->status = status;
  event->reason = tambour_move_dup_text (self->move->text);
  event->at = tambour_move_day (self->move->on, self->today);
  tambour_change_put (self->change, TAMBOUR_RECORD (event));
}

static void
put_step (Making                *self,
          TambourFeatureRequest *request,
          TambourRequestStatus   status)
{
  request->status = status;
  tambour_change_put (self->change, TAMBOUR_RECORD (request));
  put_event (self, TAMBOUR_RECORD (request), status);
}

/* What somebody else moved meanwhile is not moved twice. */
static gboolean
advance (Making  *self,
         GError **error)
{
  g_autoptr(TambourFeatureRequest) request = tambour_move_get (self->store, TAMBOUR_TYPE_FEATURE_REQUEST, self->move->id, error);
  TambourRequestStatus next;

  if (request == NULL)
    return FALSE;
  if (request->status != self->move->status)
    return tambour_move_refuse (error, _("The request has moved on meanwhile."));
  if (!tambour_request_get_next (request->status, &next))
    return tambour_move_refuse (error, _("There is no step after this one."));

  put_step (self, request, next);

  return TRUE;
}

static gboolean
decline (Making  *self,
         GError **error)
{
  g_autoptr(TambourFeatureRequest) request = tambour_move_get (self->store, TAMBOUR_TYPE_FEATURE_REQUEST, self->move->id, error);
  g_autofree char *reason = tambour_move_dup_text (self->move->text);
  TambourRequestStatus next;

  if (request == NULL)
    return FALSE;
  if (reason == NULL)
    return tambour_move_refuse (error, _("Say why it is declined."));
  if (!tambour_request_get_next (request->status, &next))
    return tambour_move_refuse (error, _("The request is settled already."));

  put_step (self, request, TAMBOUR_REQUEST_STATUS_DECLINED);

  return TRUE;
}

static void
put_evidence (Making     *self,
              const char *request_id)
{
  g_autoptr(TambourFrEvidence) evidence = TAMBOUR_FR_EVIDENCE (tambour_record_new (TAMBOUR_TYPE_FR_EVIDENCE, NULL));

  g_set_str (&TAMBOUR_RECORD (evidence)->account_id.id, self->move->account_id);
  g_set_str (&evidence->request_id.id, request_id);
  g_set_str (&evidence->contact_id.id, self->move->contact_id);
  evidence->quote = tambour_move_dup_text (self->move->text);
  evidence->source = tambour_move_dup_text (self->move->source);
  evidence->on = tambour_move_day (self->move->on, self->today);
  evidence->impact = self->move->impact;
  evidence->value_at_stake = self->move->at_stake;
  tambour_change_put (self->change, TAMBOUR_RECORD (evidence));
}

static gboolean
check_evidence (Making  *self,
                GError **error)
{
  g_autofree char *quote = tambour_move_dup_text (self->move->text);

  if (quote == NULL)
    return tambour_move_refuse (error, _("Write what the customer said."));

  return tambour_move_check_day (self->move->on, self->today, error);
}

static gboolean
add_evidence (Making  *self,
              GError **error)
{
  g_autoptr(TambourFeatureRequest) request = tambour_move_get (self->store, TAMBOUR_TYPE_FEATURE_REQUEST, self->move->id, error);

  if (request == NULL || !check_evidence (self, error))
    return FALSE;

  put_evidence (self, self->move->id);

  return TRUE;
}

/* What one customer wants already is wanted by one more. */
static gboolean
find_known (Making         *self,
            const char     *title,
            TambourRecord **known,
            GError        **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_FEATURE_REQUEST);
  g_autoptr(GPtrArray) found = NULL;

  tambour_query_limit (query, 1, 0);
  if (!tambour_query_where (query, "title", TAMBOUR_IS, title, error) ||
      !(found = tambour_store_list (self->store, query, NULL, error)))
    return FALSE;

  *known = found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;

  return TRUE;
}

static gboolean
add_request (Making  *self,
             GError **error)
{
  g_autofree char *title = tambour_move_dup_text (self->move->title);
  g_autoptr(TambourRecord) request = NULL;

  if (title == NULL)
    return tambour_move_refuse (error, _("Say what is asked for."));
  if (!check_evidence (self, error) || !find_known (self, title, &request, error))
    return FALSE;

  if (request == NULL)
    {
      Making bare = *self;
      TambourRoadmapMove no_reason = { 0 };

      bare.move = &no_reason;
      request = tambour_record_new (TAMBOUR_TYPE_FEATURE_REQUEST, NULL);
      g_set_str (&TAMBOUR_FEATURE_REQUEST (request)->title, title);
      put_step (&bare, TAMBOUR_FEATURE_REQUEST (request), TAMBOUR_REQUEST_STATUS_CAPTURED);
    }

  put_evidence (self, request->id);

  return TRUE;
}

/* --- projects and plans ---------------------------------------------------- */

static gboolean
place (Making  *self,
       GError **error)
{
  g_autoptr(TambourProject) project = tambour_move_get (self->store, TAMBOUR_TYPE_PROJECT, self->move->id, error);

  if (project == NULL)
    return FALSE;

  project->impact = CLAMP ((gint64) self->move->value, 1, TAMBOUR_PROJECT_STEPS);
  project->effort = CLAMP ((gint64) self->move->value_of, 1, TAMBOUR_PROJECT_STEPS);
  tambour_change_put (self->change, TAMBOUR_RECORD (project));

  return TRUE;
}

static gboolean
release (Making    *self,
         gboolean   may_leave,
         GError   **error)
{
  g_autoptr(TambourRoadmapItem) item = tambour_move_get (self->store, TAMBOUR_TYPE_ROADMAP_ITEM, self->move->id, error);
  g_autoptr(GStrvBuilder) released = g_strv_builder_new ();

  if (item == NULL)
    return FALSE;

  for (guint i = 0; item->released_to && item->released_to[i]; i++)
    if (!g_str_equal (item->released_to[i], self->move->account_id))
      g_strv_builder_add (released, item->released_to[i]);
  if (may_leave)
    g_strv_builder_add (released, self->move->account_id);

  g_clear_pointer (&item->released_to, g_strfreev);
  item->released_to = g_strv_builder_end (released);
  tambour_change_put (self->change, TAMBOUR_RECORD (item));

  return TRUE;
}

/**
 * tambour_roadmap_move_fill:
 * @self: what is to be done
 * @store: a store
 * @at: the time that is "now"
 * @change: an empty change
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, or another
 *
 * Puts what changes into @change.
 *
 * Returns: %FALSE if it cannot be done
 */
gboolean
tambour_roadmap_move_fill (const TambourRoadmapMove  *self,
                           TambourStore              *store,
                           TambourInstant             at,
                           TambourChange             *change,
                           GError                   **error)
{
  const TambourAccountReading reading = { store, NULL, self->account_id, at };
  Making making = { self, store, { 0 }, change };

  if (!tambour_account_reading_today (&reading, &making.today, error))
    return FALSE;

  switch (self->kind)
    {
    case TAMBOUR_ROADMAP_MOVE_READ:
      return read_goal (&making, error);
    case TAMBOUR_ROADMAP_MOVE_ADVANCE:
      return advance (&making, error);
    case TAMBOUR_ROADMAP_MOVE_DECLINE:
      return decline (&making, error);
    case TAMBOUR_ROADMAP_MOVE_EVIDENCE:
      return add_evidence (&making, error);
    case TAMBOUR_ROADMAP_MOVE_REQUEST:
      return add_request (&making, error);
    case TAMBOUR_ROADMAP_MOVE_PLACE:
      return place (&making, error);
    case TAMBOUR_ROADMAP_MOVE_RELEASE:
      return release (&making, TRUE, error);
    case TAMBOUR_ROADMAP_MOVE_WITHHOLD:
      return release (&making, FALSE, error);
    }

  g_return_val_if_reached (FALSE);
}
