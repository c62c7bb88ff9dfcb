/* tambour-timeline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-timeline-private.h"

#include "tambour-kinds.h"

/* Where things that happened are written down, and by which field they are
 * found, newest first. Each is asked for one page alone, and the pages are
 * merged: an account with a hundred thousand cases costs no more than another.
 */
typedef struct
{
  TambourTimelineKinds  kind;
  TambourTimelineEvent  event;
  GType               (*get_type) (void);
  const char           *field;
  const char           *condition;
} Source;

static const Source sources[TAMBOUR_TIMELINE_N_SOURCES] = {
  { TAMBOUR_TIMELINE_CASES, TAMBOUR_TIMELINE_CASE_OPENED, tambour_case_get_type, "opened_at", "exclusion = no" },
  { TAMBOUR_TIMELINE_CASES, TAMBOUR_TIMELINE_CASE_RESOLVED, tambour_case_get_type, "resolved_at", "exclusion = no" },
  { TAMBOUR_TIMELINE_CASES, TAMBOUR_TIMELINE_CASE_ESCALATED, tambour_escalation_get_type, "declared_at", NULL },
  { TAMBOUR_TIMELINE_CASES, TAMBOUR_TIMELINE_OUTAGE, tambour_incident_get_type, "impact_start", NULL },
  { TAMBOUR_TIMELINE_CALLS, TAMBOUR_TIMELINE_CALL_HELD, tambour_engagement_get_type, "planned_start", "status = held" },
  { TAMBOUR_TIMELINE_CALLS, TAMBOUR_TIMELINE_CALL_NOT_HELD, tambour_engagement_get_type, "planned_start",
    "status != held and status != planned" },
  { TAMBOUR_TIMELINE_NOTES, TAMBOUR_TIMELINE_NOTE_CHANGED, tambour_infra_note_get_type, "updated_at", NULL },
  { TAMBOUR_TIMELINE_NOTES, TAMBOUR_TIMELINE_NOTE_CHANGED, tambour_workflow_note_get_type, "updated_at", NULL },
  { TAMBOUR_TIMELINE_AUDITS, TAMBOUR_TIMELINE_AUDIT_DONE, tambour_audit_get_type, "on", "status = final" },
  { TAMBOUR_TIMELINE_GOALS, TAMBOUR_TIMELINE_GOAL_AGREED, tambour_goal_get_type, "agreed_at", "status != draft" },
  { TAMBOUR_TIMELINE_GOALS, TAMBOUR_TIMELINE_GOAL_MEASURED, tambour_goal_reading_get_type, "on", NULL },
  { TAMBOUR_TIMELINE_REQUESTS, TAMBOUR_TIMELINE_REQUEST_RAISED, tambour_fr_evidence_get_type, "on", NULL },
  { TAMBOUR_TIMELINE_REQUESTS, TAMBOUR_TIMELINE_REQUEST_MOVED, NULL, "at", NULL },
  { TAMBOUR_TIMELINE_PEOPLE, TAMBOUR_TIMELINE_CONTACT_ADDED, tambour_contact_get_type, "created_at", NULL },
  { TAMBOUR_TIMELINE_PEOPLE, TAMBOUR_TIMELINE_CONTACT_LEFT, tambour_contact_get_type, "left_on", NULL },
  { TAMBOUR_TIMELINE_PEOPLE, TAMBOUR_TIMELINE_TEAM_JOINED, tambour_team_role_get_type, "from", NULL },
  { TAMBOUR_TIMELINE_PEOPLE, TAMBOUR_TIMELINE_TEAM_LEFT, tambour_team_role_get_type, "to", NULL },
  { TAMBOUR_TIMELINE_AGREEMENTS, TAMBOUR_TIMELINE_AGREEMENT_MADE, tambour_agreement_get_type, "created_at", NULL },
  { TAMBOUR_TIMELINE_CHANGES, TAMBOUR_TIMELINE_CHANGE_MADE, tambour_planned_change_get_type, "window_start", NULL },
};

typedef struct
{
  TambourAccountReading       reading;
  GTimeZone                  *zone;
  const TambourTimelinePlace *place;
  guint                       limit;
  GPtrArray                  *items;
} Listing;

/**
 * tambour_timeline_item_free:
 * @self: an item
 */
void
tambour_timeline_item_free (TambourTimelineItem *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->names, g_free);
  g_clear_pointer (&self->by, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_free (self);
}

/* A day that has no time stands for its beginning, so that it comes after
 * everything of the day that has one.
 */
static TambourInstant
instant_of (Listing            *self,
            const TambourField *field,
            TambourRecord      *record)
{
  if (field->kind == TAMBOUR_KIND_INSTANT)
    return TAMBOUR_FIELD_AT (field, record, TambourInstant);

  return tambour_zone_start_of_day (self->zone, TAMBOUR_FIELD_AT (field, record, TambourDate));
}

static void
add_item (Listing            *self,
          guint               source,
          const TambourField *field,
          TambourRecord      *record)
{
  TambourTimelineItem *item = g_new0 (TambourTimelineItem, 1);

  item->kind = sources[source].kind;
  item->event = sources[source].event;
  item->source = source;
  item->at = instant_of (self, field, record);
  item->on = tambour_zone_date_of (self->zone, item->at);
  item->has_time = field->kind == TAMBOUR_KIND_INSTANT;
  item->minutes = TAMBOUR_NO_COUNT;
  item->value = NAN;
  item->of = NAN;
  g_set_object (&item->record, record);
  g_ptr_array_add (self->items, item);
}

static char *
dup_before (Listing            *self,
            const TambourField *field)
{
  if (field->kind == TAMBOUR_KIND_INSTANT)
    return tambour_instant_dup_text (self->place->before);

  return tambour_date_dup_text (tambour_zone_date_of (self->zone, self->place->before));
}

static gboolean
add_source (Listing  *self,
            guint     source,
            GError  **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (sources[source].get_type ());
  const TambourField *field = tambour_record_class_find_field (klass, sources[source].field);
  g_autofree char *before = dup_before (self, field);
  g_autoptr(TambourQuery) query = NULL;
  g_autoptr(GPtrArray) records = NULL;

  if (!(query = tambour_account_reading_query (&self->reading, G_TYPE_FROM_CLASS (klass), sources[source].condition, error)) ||
      !tambour_query_where (query, field->name, TAMBOUR_AT_MOST, before, error) ||
      !tambour_query_order (query, field->name, TRUE, error))
    return FALSE;

  tambour_query_limit (query, self->limit, self->place->skip[source]);
  if (!(records = tambour_store_list (self->reading.store, query, self->reading.cancellable, error)))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    add_item (self, source, field, g_ptr_array_index (records, i));

  return TRUE;
}

/* What became of the account's requests: few, and not the account's own records. */
static gboolean
add_requests (Listing  *self,
              guint     source,
              GError  **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_FR_EVENT);
  const TambourField *field = tambour_record_class_find_field (klass, sources[source].field);
  TambourDate until = tambour_zone_date_of (self->zone, self->place->before);
  g_autoptr(GPtrArray) events = tambour_timeline_list_requests (&self->reading, until, error);

  for (guint i = self->place->skip[source]; events && i < MIN (events->len, self->place->skip[source] + self->limit); i++)
    add_item (self, source, field, g_ptr_array_index (events, i));

  return events != NULL;
}

static gint
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TambourTimelineItem *first = *(const TambourTimelineItem * const *) a;
  const TambourTimelineItem *second = *(const TambourTimelineItem * const *) b;

  if (first->at.seconds != second->at.seconds)
    return first->at.seconds > second->at.seconds ? -1 : 1;

  return (int) first->source - (int) second->source;
}

/* Behind the last of @items; what was skipped stays skipped while the instant
 * is the same.
 */
static void
advance (TambourTimelinePlace *place,
         GPtrArray            *items)
{
  TambourInstant last;

  if (items->len == 0)
    return;

  last = ((TambourTimelineItem *) g_ptr_array_index (items, items->len - 1))->at;
  if (last.seconds != place->before.seconds)
    memset (place->skip, 0, sizeof place->skip);

  place->before = last;
  for (guint i = 0; i < items->len; i++)
    {
      const TambourTimelineItem *item = g_ptr_array_index (items, i);

      if (item->at.seconds == last.seconds)
        place->skip[item->source]++;
    }
}

/**
 * tambour_timeline_place_now:
 * @now: the time that is "now"
 *
 * Returns: the place before everything that has happened
 */
TambourTimelinePlace
tambour_timeline_place_now (TambourInstant now)
{
  return (TambourTimelinePlace) { .before = now };
}

/**
 * tambour_timeline_list:
 * @store: a store
 * @account: an account
 * @kinds: what is wanted
 * @place: (inout): where to go on; moved behind what is returned
 * @limit: how many at most
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * What happened with an account, a page at a time.
 *
 * Returns: (transfer full) (nullable) (element-type TambourTimelineItem): the
 *   newest first; fewer than @limit when there is no more, or %NULL on error
 */
GPtrArray *
tambour_timeline_list (TambourStore          *store,
                       TambourAccount        *account,
                       TambourTimelineKinds   kinds,
                       TambourTimelinePlace  *place,
                       guint                  limit,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_autoptr(GTimeZone) zone = tambour_account_dup_zone (account);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_timeline_item_free);
  Listing listing = {
    .reading = { store, cancellable, tambour_record_get_id (TAMBOUR_RECORD (account)), place->before },
    .zone = zone,
    .place = place,
    .limit = limit,
    .items = items,
  };

  for (guint i = 0; i < TAMBOUR_TIMELINE_N_SOURCES; i++)
    if ((sources[i].kind & kinds) && !(sources[i].get_type ? add_source (&listing, i, error) : add_requests (&listing, i, error)))
      return NULL;

  g_ptr_array_sort (items, compare_items);
  g_ptr_array_set_size (items, MIN (items->len, limit));

  for (guint i = 0; i < items->len; i++)
    if (!tambour_timeline_complete (&listing.reading, g_ptr_array_index (items, i), error))
      return NULL;

  advance (place, items);

  return g_steal_pointer (&items);
}
