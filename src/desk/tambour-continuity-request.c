/* tambour-continuity-request.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tambour-continuity-private.h"

#include "tambour-portal-merge.h"
#include "tambour-request-moves.h"

/* A request while it takes what its tracker says. */
typedef struct
{
  TambourContinuity     *continuity;
  TambourPortalItem     *item;
  TambourRecord         *stored;
  TambourRecord         *record;
  TambourFeatureRequest *said;
  GPtrArray             *steps;   /* with what is added */
  GPtrArray             *added;
} Taking;

static void
taking_clear (Taking *self)
{
  g_clear_object (&self->stored);
  g_clear_object (&self->record);
  g_clear_object (&self->said);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->added, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Taking, taking_clear)

/* --- which request it is --------------------------------------------------------- */

/* The address as somebody pasted it. */
static gboolean
find_by_url (TambourContinuity  *self,
             const char         *url,
             TambourRecord     **found,
             GError            **error)
{
  g_autofree char *with_slash = g_strconcat (url, "/", NULL);
  const char *spellings[] = { url, with_slash, NULL };
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_FEATURE_REQUEST);
  g_autoptr(GPtrArray) records = NULL;

  if (!tambour_query_where_any (query, "url", spellings, error) ||
      !(records = tambour_store_list (self->store, query, NULL, error)))
    return FALSE;

  for (guint i = 0; i < records->len && *found == NULL; i++)
    {
      TambourRecord *record = g_ptr_array_index (records, i);

      if (record->external_id == NULL)
        *found = g_object_ref (record);
    }

  return TRUE;
}

static gboolean
find_request (TambourContinuity  *self,
              TambourPortalItem  *item,
              TambourRecord     **found,
              GError            **error)
{
  const char *url = item->record ? item->record->url : NULL;

  if (!tambour_continuity_find (self, self->klass, item->external_id, NULL, found, error))
    return FALSE;

  return *found != NULL || url == NULL || *url == '\0' || find_by_url (self, url, found, error);
}

/* --- its steps ---------------------------------------------------------------------- */

static gboolean
is_known (Taking     *self,
          const char *external_id)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      TambourRecord *step = g_ptr_array_index (self->steps, i);

      if (g_strcmp0 (step->external_id, external_id) == 0 &&
          g_strcmp0 (step->external_system, self->continuity->connector->system) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_step (Taking        *self,
          TambourRecord *step)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  TambourInstant at = tambour_zone_start_of_day (zone, TAMBOUR_FR_EVENT (step)->at);
  g_autofree char *id = NULL;
  g_autoptr(GError) reason = NULL;

  if (step->external_id == NULL || is_known (self, step->external_id))
    return;

  id = tambour_continuity_dup_id (self->continuity, TAMBOUR_RECORD_GET_CLASS (step), step->external_id, at);
  g_set_str (&step->id, id);
  g_set_str (&step->external_system, self->continuity->connector->system);
  g_set_str (&TAMBOUR_FR_EVENT (step)->request_id.id, self->record->id);
  step->origin = TAMBOUR_ORIGIN_IMPORT;
  if (tambour_record_check (step, &reason))
    {
      g_ptr_array_add (self->steps, g_object_ref (step));
      g_ptr_array_add (self->added, step);
    }
  else
    tambour_continuity_tell (self->continuity, g_strdup_printf ("%s: %s", step->external_id, reason->message));
}

static void
make_step (Taking     *self,
           const char *name,
           guint       status,
           const char *reason)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr(TambourFrEvent) step = TAMBOUR_FR_EVENT (tambour_record_new (TAMBOUR_TYPE_FR_EVENT, NULL));
  TambourInstant at = self->item->changed_at;
  g_autofree char *day = NULL;
  g_autofree char *external_id = NULL;

  if (!tambour_instant_is_stated (at))
    at.seconds = g_get_real_time () / G_USEC_PER_SEC;

  step->at = tambour_zone_date_of (zone, at);
  day = tambour_date_dup_text (step->at);
  external_id = g_strdup_printf ("%s/%s/%s", self->item->external_id, name, day);
  g_set_str (&TAMBOUR_RECORD (step)->external_id, external_id);
  step->status = status;
  g_set_str (&step->reason, reason);
  add_step (self, TAMBOUR_RECORD (step));
}

static TambourFrEvent *
find_last (Taking   *self,
           gboolean  by_portal)
{
  TambourFrEvent *last = NULL;

  for (guint i = 0; i < self->steps->len; i++)
    {
      TambourFrEvent *step = g_ptr_array_index (self->steps, i);
      gboolean is_portals = g_strcmp0 (TAMBOUR_RECORD (step)->external_system, self->continuity->connector->system) == 0;

      if (is_portals == by_portal && (last == NULL || step->at.julian >= last->at.julian))
        last = step;
    }

  return last;
}

static gboolean
read_steps (Taking  *self,
            GError **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_FR_EVENT);

  self->added = g_ptr_array_new ();
  if (!tambour_query_where (query, "request_id", TAMBOUR_IS, self->stored->id, error))
    return FALSE;

  self->steps = tambour_store_list (self->continuity->store, query, NULL, error);

  return self->steps != NULL;
}

/* A tracker that tells no history still tells that something has changed. */
static void
take_steps (Taking *self)
{
  TambourFeatureRequest *record = TAMBOUR_FEATURE_REQUEST (self->record);
  TambourFrEvent *last;

  for (guint i = 0; i < self->item->events->len; i++)
    {
      TambourRecord *step = g_ptr_array_index (self->item->events, i);

      if (TAMBOUR_IS_FR_EVENT (step))
        add_step (self, step);
    }

  last = find_last (self, TRUE);
  if (self->said->status != (last != NULL ? last->status : record->status))
    make_step (self, tambour_choice_nick (TAMBOUR_TYPE_REQUEST_STATUS, self->said->status), self->said->status, NULL);
}

/* What was noted here after the tracker’s last step counts until its next. */
static void
choose_status (Taking *self)
{
  TambourFrEvent *own = find_last (self, FALSE);
  TambourFrEvent *theirs = find_last (self, TRUE);

  if (own != NULL && (theirs == NULL || own->at.julian > theirs->at.julian))
    self->said->status = own->status;
}

/* --- what became of it ----------------------------------------------------------------- */

/* Merging moves what was asked to the other request, as it does here. */
static gboolean
merge_into (Taking  *self,
            GError **error)
{
  TambourContinuity *continuity = self->continuity;
  g_autoptr(TambourRecord) into = NULL;
  g_autoptr(TambourRequestMove) move = NULL;

  if (self->item->merged_into == NULL ||
      TAMBOUR_FEATURE_REQUEST (self->stored)->status == TAMBOUR_REQUEST_STATUS_DUPLICATE)
    return TRUE;
  if (!tambour_continuity_find (continuity, continuity->klass, self->item->merged_into, NULL, &into, error))
    return FALSE;

  if (into == NULL || g_str_equal (into->id, self->stored->id) ||
      TAMBOUR_FEATURE_REQUEST (into)->status == TAMBOUR_REQUEST_STATUS_DUPLICATE)
    {
      tambour_continuity_tell (continuity, g_strdup_printf (_("%s was merged into %s in the tracker, which no request here is linked to: link one to it."),
                                                            self->item->external_id, self->item->merged_into));
      return TRUE;
    }

  move = tambour_request_move_new (TAMBOUR_REQUEST_MOVE_MERGE, self->stored->id, NULL);
  g_set_str (&move->into, into->id);
  g_set_str (&move->text, _("Merged in the tracker."));
  continuity->state->counts.updated++;

  return tambour_request_move_fill (move, continuity->store, (TambourInstant) { g_get_real_time () / G_USEC_PER_SEC },
                                    continuity->change, error);
}

static gboolean
take_gone (Taking  *self,
           GError **error)
{
  self->continuity->state->counts.gone++;
  if (self->item->fate == TAMBOUR_PORTAL_FATE_MERGED)
    return merge_into (self, error);

  tambour_continuity_tell (self->continuity, g_strdup_printf (_("%s was deleted in the tracker; the request stays here."), self->item->external_id));
  self->record = tambour_record_dup (self->stored);
  make_step (self, "deleted", TAMBOUR_FEATURE_REQUEST (self->stored)->status, _("Deleted in the tracker."));
  for (guint i = 0; i < self->added->len; i++)
    tambour_change_put (self->continuity->change, g_ptr_array_index (self->added, i));
  self->continuity->state->counts.events += self->added->len;
  tambour_continuity_put (self->continuity, self->stored, self->record, self->added->len > 0);

  return TRUE;
}

static void
take_present (Taking *self)
{
  static const char * const decided[] = { "status", NULL };
  const TambourPortalMerge rules = { .decided = decided };
  TambourContinuity *continuity = self->continuity;
  g_autoptr(GPtrArray) kept = NULL;

  self->record = tambour_record_dup (self->stored);
  g_set_str (&self->record->external_system, continuity->connector->system);
  g_set_str (&self->record->external_id, self->item->external_id);
  self->said = TAMBOUR_FEATURE_REQUEST (tambour_record_dup (self->item->record));
  take_steps (self);
  choose_status (self);

  kept = tambour_portal_merge (&rules, self->record, TAMBOUR_RECORD (self->said));
  tambour_continuity_tell_kept (continuity, self->record, kept);
  for (guint i = 0; i < self->added->len; i++)
    tambour_change_put (continuity->change, g_ptr_array_index (self->added, i));
  continuity->state->counts.events += self->added->len;
  tambour_continuity_put (continuity, self->stored, self->record, self->added->len > 0);
}

/**
 * tambour_continuity_take_request:
 * @self: what takes items
 * @item: an item of a tracker
 * @error: return location for a #TambourStoreError
 *
 * Takes it with the page, if a request here is linked to it: by what the tracker calls it, or by
 * its address. Its changes of state become steps, from which follows who must be told.
 *
 * Returns: %FALSE if nothing more can be taken
 */
gboolean
tambour_continuity_take_request (TambourContinuity  *self,
                                 TambourPortalItem  *item,
                                 GError            **error)
{
  g_auto(Taking) taking = { .continuity = self, .item = item };

  if (!find_request (self, item, &taking.stored, error))
    return FALSE;

  if (taking.stored == NULL)
    {
      self->state->counts.passed++;
      return TRUE;
    }

  if (!read_steps (&taking, error))
    return FALSE;
  if (item->fate != TAMBOUR_PORTAL_FATE_PRESENT || item->record == NULL)
    return take_gone (&taking, error);

  take_present (&taking);

  return TRUE;
}
