/* tambour-continuity-case.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-continuity-private.h"

#include "tambour-case-course.h"
#include "tambour-people.h"
#include "tambour-portal-merge.h"

/* A case while it takes what the portal says. */
typedef struct
{
  TambourContinuity *continuity;
  TambourPortalItem *item;
  TambourRecord     *stored;   /* (nullable): as it is, which may have been removed */
  TambourRecord     *record;   /* as it becomes */
  TambourCase       *said;     /* what the portal says, and what follows from it */
  GPtrArray         *events;   /* its history, with what is added */
  GPtrArray         *added;    /* of it, what is new */
} Taking;

static void
taking_clear (Taking *self)
{
  g_clear_object (&self->stored);
  g_clear_object (&self->record);
  g_clear_object (&self->said);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->added, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Taking, taking_clear)

static void
begin_record (Taking     *self,
              const char *account_id)
{
  TambourCase *given = TAMBOUR_CASE (self->item->record);
  g_autofree char *id = NULL;

  if (self->stored != NULL)
    {
      self->record = tambour_record_dup (self->stored);
      self->record->deleted_at.seconds = TAMBOUR_NEVER;
      return;
    }

  id = tambour_continuity_dup_id (self->continuity, self->continuity->klass, self->item->external_id, given->opened_at);
  self->record = tambour_record_new (TAMBOUR_TYPE_CASE, id);
  g_set_str (&self->record->account_id.id, account_id);
  g_set_str (&self->record->external_system, self->continuity->connector->system);
  g_set_str (&self->record->external_id, self->item->external_id);
  self->record->origin = TAMBOUR_ORIGIN_IMPORT;
  self->record->visibility = TAMBOUR_VISIBILITY_CUSTOMER;
}

/* --- events ------------------------------------------------------------------- */

static gboolean
read_events (Taking  *self,
             GError **error)
{
  g_autoptr(TambourQuery) query = NULL;

  self->added = g_ptr_array_new ();
  if (self->stored == NULL)
    {
      self->events = g_ptr_array_new_with_free_func (g_object_unref);
      return TRUE;
    }

  query = tambour_query_new (TAMBOUR_TYPE_CASE_EVENT);
  if (tambour_record_is_deleted (self->stored))
    tambour_query_with_deleted (query);
  if (!tambour_query_where (query, "case_id", TAMBOUR_IS, self->stored->id, error))
    return FALSE;

  self->events = tambour_store_list (self->continuity->store, query, NULL, error);

  return self->events != NULL;
}

static TambourRecord *
find_event (Taking     *self,
            const char *external_id)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      TambourRecord *event = g_ptr_array_index (self->events, i);

      if (g_strcmp0 (event->external_id, external_id) == 0 &&
          g_strcmp0 (event->external_system, self->continuity->connector->system) == 0)
        return event;
    }

  return NULL;
}

/* An event that was undone with its case comes back with it; nothing else of it changes. */
static void
bring_back (Taking        *self,
            TambourRecord *event)
{
  if (!tambour_record_is_deleted (event))
    return;

  event->deleted_at.seconds = TAMBOUR_NEVER;
  g_ptr_array_add (self->added, event);
}

static void
add_event (Taking        *self,
           TambourRecord *event)
{
  g_autofree char *id = tambour_continuity_dup_id (self->continuity, TAMBOUR_RECORD_GET_CLASS (event), event->external_id,
                                                   TAMBOUR_CASE_EVENT (event)->at);
  g_autoptr(GError) reason = NULL;

  g_set_str (&event->id, id);
  g_set_str (&event->account_id.id, self->record->account_id.id);
  g_set_str (&event->external_system, self->continuity->connector->system);
  g_set_str (&TAMBOUR_CASE_EVENT (event)->case_id.id, self->record->id);
  event->origin = TAMBOUR_ORIGIN_IMPORT;
  if (tambour_record_check (event, &reason))
    {
      g_ptr_array_add (self->events, g_object_ref (event));
      g_ptr_array_add (self->added, event);
    }
  else
    tambour_continuity_tell (self->continuity, g_strdup_printf ("%s: %s", event->external_id, reason->message));
}

/* What happened is never rewritten: an event that is there stays as it is. */
static void
take_events (Taking *self)
{
  for (guint i = 0; i < self->item->events->len; i++)
    {
      TambourRecord *event = g_ptr_array_index (self->item->events, i);
      TambourRecord *known = event->external_id ? find_event (self, event->external_id) : NULL;

      if (!TAMBOUR_IS_CASE_EVENT (event) || event->external_id == NULL)
        continue;
      if (known == NULL)
        add_event (self, event);
      else
        bring_back (self, known);
    }
}

static void
make_event (Taking           *self,
            TambourEventKind  kind,
            const char       *name,
            const char       *to,
            const char       *other_id,
            const char       *text)
{
  g_autoptr(TambourCaseEvent) event = TAMBOUR_CASE_EVENT (tambour_record_new (TAMBOUR_TYPE_CASE_EVENT, NULL));
  g_autofree char *external_id = g_strdup_printf ("%s/%s", self->item->external_id, name);

  if (find_event (self, external_id) != NULL)
    return;

  g_set_str (&TAMBOUR_RECORD (event)->external_id, external_id);
  TAMBOUR_RECORD (event)->visibility = TAMBOUR_VISIBILITY_INTERNAL;
  event->at = tambour_instant_is_stated (self->item->changed_at) ? self->item->changed_at : TAMBOUR_CASE (self->record)->opened_at;
  event->actor = TAMBOUR_ACTOR_SYSTEM;
  event->kind = kind;
  g_set_str (&event->to, to);
  g_set_str (&event->other_id.id, other_id);
  g_set_str (&event->text, text);
  add_event (self, TAMBOUR_RECORD (event));
}

/* --- what became of it ---------------------------------------------------------- */

static gboolean
has_kind (Taking           *self,
          TambourEventKind  kind)
{
  for (guint i = 0; i < self->events->len; i++)
    if (TAMBOUR_CASE_EVENT (g_ptr_array_index (self->events, i))->kind == kind)
      return TRUE;

  return FALSE;
}

/* What it was merged into may come later. */
static gboolean
follow_merge (Taking  *self,
              GError **error)
{
  TambourContinuity *continuity = self->continuity;
  const char *into = self->item->merged_into;
  TambourRecord *paged = into ? g_hash_table_lookup (continuity->page, into) : NULL;
  g_autoptr(TambourRecord) target = paged ? g_object_ref (paged) : NULL;

  if (into != NULL && target == NULL && !tambour_continuity_find (continuity, continuity->klass, into, NULL, &target, error))
    return FALSE;
  if (target != NULL && g_str_equal (target->id, self->record->id))
    g_clear_object (&target);

  self->said->exclusion = TAMBOUR_CASE_EXCLUSION_MERGED;
  if (target != NULL)
    g_set_str (&self->said->merged_into_id.id, target->id);
  else if (into != NULL)
    g_hash_table_replace (continuity->state->merging, g_strdup (self->item->external_id), g_strdup (into));
  if (!has_kind (self, TAMBOUR_EVENT_KIND_MERGED))
    make_event (self, TAMBOUR_EVENT_KIND_MERGED, "merged", into, target ? target->id : NULL, NULL);

  return TRUE;
}

static gboolean
follow_fate (Taking  *self,
             GError **error)
{
  switch (self->item->fate)
    {
    case TAMBOUR_PORTAL_FATE_PRESENT:
      break;
    case TAMBOUR_PORTAL_FATE_DELETED:
      self->continuity->state->counts.gone++;
      self->said->exclusion = TAMBOUR_CASE_EXCLUSION_DELETED;
      make_event (self, TAMBOUR_EVENT_KIND_INTERNAL_NOTE, "deleted", NULL, NULL, _("Deleted in the portal."));
      break;
    case TAMBOUR_PORTAL_FATE_MERGED:
      self->continuity->state->counts.gone++;
      return follow_merge (self, error);
    }

  return TRUE;
}

/* --- what follows from its events -------------------------------------------------- */

/* The last of them, by the portal or not. */
static TambourCaseEvent *
find_last (Taking   *self,
           gboolean  by_portal,
           gboolean (*matches) (TambourCaseEvent *event))
{
  TambourCaseEvent *last = NULL;

  for (guint i = 0; i < self->events->len; i++)
    {
      TambourCaseEvent *event = g_ptr_array_index (self->events, i);
      gboolean is_portals = g_strcmp0 (TAMBOUR_RECORD (event)->external_system, self->continuity->connector->system) == 0;

      if (is_portals == by_portal && matches (event) && (last == NULL || event->at.seconds >= last->at.seconds))
        last = event;
    }

  return last;
}

/* What was noted here after the portal’s last word counts until its next. */
static TambourCaseEvent *
find_newer_word (Taking   *self,
                 gboolean (*matches) (TambourCaseEvent *event))
{
  TambourCaseEvent *own = find_last (self, FALSE, matches);
  TambourCaseEvent *theirs = own ? find_last (self, TRUE, matches) : NULL;

  return own != NULL && (theirs == NULL || own->at.seconds > theirs->at.seconds) ? own : NULL;
}

static gboolean
says_status (TambourCaseEvent *event)
{
  TambourCaseStatus status;

  return tambour_case_event_get_new_status (event, &status);
}

static gboolean
says_owner (TambourCaseEvent *event)
{
  return event->kind == TAMBOUR_EVENT_KIND_OWNER;
}

static void
derive_owner (Taking *self)
{
  TambourCase *record = TAMBOUR_CASE (self->record);

  if (find_newer_word (self, says_owner) != NULL)
    {
      g_set_str (&self->said->owner_name, record->owner_name);
      g_set_str (&self->said->owner_id.id, record->owner_id.id);
    }
  else
    g_set_str (&self->said->owner_id.id, tambour_continuity_find_person (self->continuity, self->said->owner_name));
}

static void
derive (Taking *self)
{
  TambourCaseEvent *newer = find_newer_word (self, says_status);
  TambourCaseCourse course;
  TambourCaseStatus status;

  tambour_case_course_read (&course, self->said, self->events);
  self->said->first_response_at = course.first_response;
  self->said->restored_at = course.restored;
  self->said->plan_agreed_at = course.plan_agreed;
  self->said->resolved_at = course.resolved;
  self->said->closed_at = course.closed;
  if (self->item->events->len > 0)
    self->said->reopened_count = course.n_reopened;

  if (newer != NULL && tambour_case_event_get_new_status (newer, &status))
    self->said->status = status;
  derive_owner (self);
}

static gboolean
names (TambourPortalItem *item,
       const char        *name)
{
  for (guint i = 0; i < item->people->len; i++)
    {
      TambourContact *person = g_ptr_array_index (item->people, i);

      if (TAMBOUR_IS_CONTACT (person) && g_strcmp0 (person->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Of several who ask, a portal may name another one first each time. */
static gboolean
derive_reporter (Taking  *self,
                 GError **error)
{
  TambourCase *record = TAMBOUR_CASE (self->record);
  g_autofree char *contact_id = NULL;

  if (record->reporter_name != NULL && names (self->item, record->reporter_name))
    g_set_str (&self->said->reporter_name, record->reporter_name);
  if (record->reporter_id.id != NULL)
    {
      g_set_str (&self->said->reporter_id.id, record->reporter_id.id);
      if (tambour_record_is_deleted (self->stored))
        tambour_continuity_bring_back_contact (self->continuity, record->reporter_id.id);
      return TRUE;
    }

  if (!tambour_continuity_find_contact (self->continuity, self->item, self->record->account_id.id, &contact_id, error))
    return FALSE;

  g_set_str (&self->said->reporter_id.id, contact_id);

  return TRUE;
}

/* --- all of it ------------------------------------------------------------------------ */

static void
merge_record (Taking *self)
{
  static const char * const decided[] = { "status", "exclusion", NULL };
  static const char * const fate[] = { "exclusion", "merged_into_id", NULL };
  const TambourPortalMerge rules = {
    .decided = decided,
    .only = self->item->record == NULL ? fate : NULL,
    .wins_at_first = TRUE,
  };
  g_autoptr(GPtrArray) kept = tambour_portal_merge (&rules, self->record, TAMBOUR_RECORD (self->said));

  tambour_continuity_tell_kept (self->continuity, self->record, kept);
}

/* An item that is gone says nothing but that. */
static gboolean
take_what_is_said (Taking  *self,
                   GError **error)
{
  TambourRecord *given = self->item->record ? self->item->record : self->stored;

  self->said = TAMBOUR_CASE (tambour_record_dup (given));
  if (self->said->number == NULL)
    g_set_str (&self->said->number, self->item->external_id);
  take_events (self);
  if (!follow_fate (self, error))
    return FALSE;

  if (self->item->record != NULL)
    {
      derive (self);
      if (!derive_reporter (self, error))
        return FALSE;
    }

  merge_record (self);

  return TRUE;
}

static void
put (Taking *self)
{
  g_autoptr(GError) reason = NULL;
  TambourContinuity *continuity = self->continuity;

  if (!tambour_record_check (self->record, &reason))
    {
      continuity->state->counts.rejected++;
      tambour_continuity_tell (continuity, g_strdup_printf ("%s: %s", self->item->external_id, reason->message));
      return;
    }

  for (guint i = 0; i < self->added->len; i++)
    tambour_change_put (continuity->change, g_ptr_array_index (self->added, i));
  continuity->state->counts.events += self->added->len;
  tambour_continuity_put (continuity, self->stored, self->record, self->added->len > 0);
}

/**
 * tambour_continuity_take_case:
 * @self: what takes items
 * @item: a case of the portal
 * @stored: (nullable): the same as it is here, which may have been removed
 * @account_id: (nullable): whose it is, where it is new here
 * @error: return location for a #TambourStoreError
 *
 * Takes it with the page: the record, its history, and who asks. What follows from its events is
 * counted from them, those of the portal and those that were noted here.
 *
 * Returns: %FALSE if nothing more can be taken
 */
gboolean
tambour_continuity_take_case (TambourContinuity  *self,
                              TambourPortalItem  *item,
                              TambourRecord      *stored,
                              const char         *account_id,
                              GError            **error)
{
  g_auto(Taking) taking = { .continuity = self, .item = item };
  gboolean is_removed = stored != NULL && tambour_record_is_deleted (stored);

  g_set_object (&taking.stored, stored);
  if (is_removed ? !self->brings_back : (stored == NULL && item->record == NULL))
    {
      if (is_removed)
        self->state->counts.passed++;
      else
        self->state->counts.gone++;
      if (g_hash_table_contains (self->waiting, item->external_id))
        g_ptr_array_add (self->dropped, g_strdup (item->external_id));
      return TRUE;
    }

  begin_record (&taking, account_id);
  if (!read_events (&taking, error) || !take_what_is_said (&taking, error))
    return FALSE;

  put (&taking);

  return TRUE;
}
