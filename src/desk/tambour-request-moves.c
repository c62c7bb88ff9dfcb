/* tambour-request-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-request-moves.h"

#include "tambour-move.h"
#include "tambour-roadmap-moves.h"

/* A move while it is made. */
typedef struct
{
  const TambourRequestMove *move;
  TambourStore             *store;
  TambourInstant            at;
  TambourDate               today;
  TambourChange            *change;
} Making;

/**
 * tambour_request_move_new:
 * @kind: what is to be done
 * @id: the request
 * @me: (nullable): the id of the person who does it
 *
 * Returns: (transfer full): a move that states nothing else
 */
TambourRequestMove *
tambour_request_move_new (TambourRequestMoveKind  kind,
                          const char             *id,
                          const char             *me)
{
  TambourRequestMove *self = g_new0 (TambourRequestMove, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->me = g_strdup (me);

  return self;
}

/**
 * tambour_request_move_free:
 * @self: (transfer full): a move
 */
void
tambour_request_move_free (TambourRequestMove *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->me, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->into, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->contact_id, g_free);
  g_free (self);
}

/* --- steps ------------------------------------------------------------------ */

/* The same as in the roadmap of an account. */
static gboolean
make_step (Making                  *self,
           TambourRoadmapMoveKind   kind,
           GError                 **error)
{
  g_autoptr(TambourRoadmapMove) move = tambour_roadmap_move_new (kind, self->move->id, NULL);

  move->text = g_strdup (self->move->text);
  move->status = self->move->status;
  move->on = self->today;

  return tambour_roadmap_move_fill (move, self->store, self->at, self->change, error);
}

static gboolean
plan (Making  *self,
      GError **error)
{
  g_autoptr(TambourFeatureRequest) request = tambour_move_get (self->store, TAMBOUR_TYPE_FEATURE_REQUEST, self->move->id, error);
  g_autofree char *release = tambour_move_dup_text (self->move->text);
  g_autofree char *owner = tambour_move_dup_text (self->move->owner);

  if (request == NULL)
    return FALSE;

  g_set_str (&request->target_release, release);
  g_set_str (&request->product_owner, owner);
  tambour_change_put (self->change, TAMBOUR_RECORD (request));

  return TRUE;
}

/* --- merging ---------------------------------------------------------------- */

/* Says in the steps of a request that it is another one. */
static void
put_merge_event (Making                *self,
                 TambourFeatureRequest *request)
{
  g_autoptr(TambourFrEvent) event = TAMBOUR_FR_EVENT (tambour_record_new (TAMBOUR_TYPE_FR_EVENT, NULL));

  g_set_str (&event->request_id.id, TAMBOUR_RECORD (request)->id);
  event->status = TAMBOUR_REQUEST_STATUS_DUPLICATE;
  event->reason = tambour_move_dup_text (self->move->text);
  event->at = self->today;
  tambour_change_put (self->change, TAMBOUR_RECORD (event));
}

/* Every quote stays: it belongs to the other one, and remembers what it was asked as. */
static gboolean
move_evidence (Making      *self,
               const char  *into_id,
               GError     **error)
{
  g_autoptr(GPtrArray) found = tambour_move_list (self->store, TAMBOUR_TYPE_FR_EVIDENCE, "request_id", self->move->id, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      TambourFrEvidence *evidence = g_ptr_array_index (found, i);

      g_set_str (&evidence->request_id.id, into_id);
      if (evidence->asked_as_id.id == NULL)
        g_set_str (&evidence->asked_as_id.id, self->move->id);
      tambour_change_put (self->change, TAMBOUR_RECORD (evidence));
    }

  return found != NULL;
}

/* What was merged into this one before comes along, so that no chain is made. */
static gboolean
move_merged (Making      *self,
             const char  *into_id,
             GError     **error)
{
  g_autoptr(GPtrArray) found = tambour_move_list (self->store, TAMBOUR_TYPE_FEATURE_REQUEST, "duplicate_of_id", self->move->id, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      TambourFeatureRequest *merged = g_ptr_array_index (found, i);

      g_set_str (&merged->duplicate_of_id.id, into_id);
      tambour_change_put (self->change, TAMBOUR_RECORD (merged));
    }

  return found != NULL;
}

static void
add_name (GStrvBuilder       *names,
          GHashTable         *known,
          const char * const *added)
{
  for (guint i = 0; added != NULL && added[i] != NULL; i++)
    if (*added[i] != '\0' && g_hash_table_add (known, (gpointer) added[i]))
      g_strv_builder_add (names, added[i]);
}

/* It is found by the other’s name as well, and its history says since when. */
static void
take_names (TambourFeatureRequest *into,
            TambourFeatureRequest *request)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  const char *title[] = { request->title ? request->title : "", NULL };
  GStrv all;

  add_name (names, known, (const char * const *) into->also_called);
  add_name (names, known, title);
  add_name (names, known, (const char * const *) request->also_called);
  all = g_strv_builder_end (names);
  g_clear_pointer (&into->also_called, g_strfreev);
  into->also_called = all;
}

static gboolean
can_merge (TambourFeatureRequest  *request,
           TambourFeatureRequest  *into,
           GError                **error)
{
  if (g_str_equal (TAMBOUR_RECORD (request)->id, TAMBOUR_RECORD (into)->id))
    return tambour_move_refuse (error, _("A request cannot be merged into itself."));
  if (request->status == TAMBOUR_REQUEST_STATUS_DUPLICATE)
    return tambour_move_refuse (error, _("The request is merged into another already."));
  if (into->status == TAMBOUR_REQUEST_STATUS_DUPLICATE)
    return tambour_move_refuse (error, _("That request was merged into another itself: choose the other one."));

  return TRUE;
}

static gboolean
merge (Making  *self,
       GError **error)
{
  g_autoptr(TambourFeatureRequest) request = NULL;
  g_autoptr(TambourFeatureRequest) into = NULL;
  const char *into_id = self->move->into;

  if (into_id == NULL || *into_id == '\0')
    return tambour_move_refuse (error, _("Choose the request that it is the same as."));
  if (!(request = tambour_move_get (self->store, TAMBOUR_TYPE_FEATURE_REQUEST, self->move->id, error)) ||
      !(into = tambour_move_get (self->store, TAMBOUR_TYPE_FEATURE_REQUEST, into_id, error)) ||
      !can_merge (request, into, error) ||
      !move_evidence (self, into_id, error) ||
      !move_merged (self, into_id, error))
    return FALSE;

  take_names (into, request);
  request->status = TAMBOUR_REQUEST_STATUS_DUPLICATE;
  g_set_str (&request->duplicate_of_id.id, into_id);
  tambour_change_put (self->change, TAMBOUR_RECORD (into));
  tambour_change_put (self->change, TAMBOUR_RECORD (request));
  put_merge_event (self, request);

  return TRUE;
}

/* --- telling ---------------------------------------------------------------- */

static void
mark (Making                *self,
      TambourFrEvidence     *evidence,
      TambourFeatureRequest *request)
{
  gboolean is_told = self->move->kind == TAMBOUR_REQUEST_MOVE_TELL;

  evidence->told_status = is_told ? request->status : TAMBOUR_REQUEST_STATUS_CAPTURED;
  evidence->told_on = is_told ? self->today : (TambourDate) { 0 };
  g_set_str (&evidence->told_by_id.id, is_told ? self->move->me : NULL);
  tambour_change_put (self->change, TAMBOUR_RECORD (evidence));
}

/* What somebody said of what was merged into it, too. */
static gboolean
mark_of (Making                 *self,
         const char             *request_id,
         TambourFeatureRequest  *request,
         GError                **error)
{
  g_autoptr(GPtrArray) found = tambour_move_list (self->store, TAMBOUR_TYPE_FR_EVIDENCE, "request_id", request_id, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      TambourFrEvidence *evidence = g_ptr_array_index (found, i);

      if (g_strcmp0 (TAMBOUR_RECORD (evidence)->account_id.id, self->move->account_id) == 0 &&
          g_strcmp0 (evidence->contact_id.id, self->move->contact_id) == 0)
        mark (self, evidence, request);
    }

  return found != NULL;
}

static gboolean
tell (Making  *self,
      GError **error)
{
  g_autoptr(TambourFeatureRequest) request = tambour_move_get (self->store, TAMBOUR_TYPE_FEATURE_REQUEST, self->move->id, error);
  g_autoptr(GPtrArray) merged = NULL;

  if (request == NULL || !mark_of (self, self->move->id, request, error) ||
      !(merged = tambour_move_list (self->store, TAMBOUR_TYPE_FEATURE_REQUEST, "duplicate_of_id", self->move->id, error)))
    return FALSE;

  for (guint i = 0; i < merged->len; i++)
    if (!mark_of (self, TAMBOUR_RECORD (g_ptr_array_index (merged, i))->id, request, error))
      return FALSE;

  return tambour_change_get_size (self->change) > 0 || tambour_move_refuse (error, _("Nobody has asked for it in that name."));
}

/**
 * tambour_request_move_fill:
 * @self: what is to be done
 * @store: a store
 * @at: the time that is "now"
 * @change: an empty change
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, or another
 *
 * Puts what changes into @change. A merge is one change: every quote moves to the other
 * request, what was merged before comes along, and both histories tell it. Undoing that
 * change puts everything back.
 *
 * Returns: %FALSE if it cannot be done
 */
gboolean
tambour_request_move_fill (const TambourRequestMove  *self,
                           TambourStore              *store,
                           TambourInstant             at,
                           TambourChange             *change,
                           GError                   **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  Making making = { self, store, at, tambour_zone_date_of (zone, at), change };

  switch (self->kind)
    {
    case TAMBOUR_REQUEST_MOVE_ADVANCE:
      return make_step (&making, TAMBOUR_ROADMAP_MOVE_ADVANCE, error);
    case TAMBOUR_REQUEST_MOVE_DECLINE:
      return make_step (&making, TAMBOUR_ROADMAP_MOVE_DECLINE, error);
    case TAMBOUR_REQUEST_MOVE_PLAN:
      return plan (&making, error);
    case TAMBOUR_REQUEST_MOVE_MERGE:
      return merge (&making, error);
    case TAMBOUR_REQUEST_MOVE_TELL:
    case TAMBOUR_REQUEST_MOVE_UNTELL:
      return tell (&making, error);
    }

  g_return_val_if_reached (FALSE);
}
