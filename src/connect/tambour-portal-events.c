/* tambour-portal-events.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-case.h"
#include "tambour-portal-reader.h"
#include "tambour-roadmap.h"

/* A history: what has happened to an item, in the order of the portal's own times. */

static gboolean
any_holds (GPtrArray                  *any,
           const TambourPortalContext *context)
{
  for (guint i = 0; i < any->len; i++)
    if (tambour_portal_tests_hold (any->pdata[i], context))
      return TRUE;

  return FALSE;
}

/* Whoever is neither a machine nor known as a customer is one of us, where the map says only who customers are. */
static TambourActor
find_actor (TambourPortalReader        *self,
            const TambourPortalEvent   *rule,
            const TambourPortalContext *context)
{
  const TambourPortalMap *map = self->wire->map;

  if (rule->actor >= 0)
    return (TambourActor) rule->actor;
  if (any_holds (map->machine, context))
    return TAMBOUR_ACTOR_SYSTEM;
  if (any_holds (map->us, context))
    return TAMBOUR_ACTOR_US;
  if (any_holds (map->customer, context))
    return TAMBOUR_ACTOR_CUSTOMER;

  return map->us->len > 0 ? TAMBOUR_ACTOR_CUSTOMER : TAMBOUR_ACTOR_US;
}

static gboolean
read_status (const char        *nick,
             TambourCaseStatus *status)
{
  guint value;

  if (nick == NULL || !tambour_choice_from_nick (TAMBOUR_TYPE_CASE_STATUS, nick, &value))
    return FALSE;

  *status = (TambourCaseStatus) value;

  return TRUE;
}

static gboolean
is_done (TambourCaseStatus status)
{
  return status == TAMBOUR_CASE_STATUS_RESOLVED || status == TAMBOUR_CASE_STATUS_CLOSED;
}

/* What a change of status is, by what it was before and is then. */
static TambourEventKind
kind_between (const char *from,
              const char *to)
{
  TambourCaseStatus before = TAMBOUR_CASE_STATUS_NEW;
  TambourCaseStatus after = TAMBOUR_CASE_STATUS_OPEN;

  read_status (from, &before);
  read_status (to, &after);

  switch (after)
    {
    case TAMBOUR_CASE_STATUS_RESOLVED:
      return TAMBOUR_EVENT_KIND_RESOLVED;
    case TAMBOUR_CASE_STATUS_CLOSED:
      return TAMBOUR_EVENT_KIND_CLOSED;
    case TAMBOUR_CASE_STATUS_RESTORED:
      return TAMBOUR_EVENT_KIND_RESTORED;
    case TAMBOUR_CASE_STATUS_PLAN_AGREED:
      return TAMBOUR_EVENT_KIND_PLAN_AGREED;
    case TAMBOUR_CASE_STATUS_WAITING_CUSTOMER:
      return is_done (before) ? TAMBOUR_EVENT_KIND_REOPENED : TAMBOUR_EVENT_KIND_PAUSED;
    case TAMBOUR_CASE_STATUS_NEW:
    case TAMBOUR_CASE_STATUS_OPEN:
    case TAMBOUR_CASE_STATUS_WAITING_ENGINEERING:
    case TAMBOUR_CASE_STATUS_WAITING_VENDOR:
      break;
    }

  if (is_done (before))
    return TAMBOUR_EVENT_KIND_REOPENED;

  return before == TAMBOUR_CASE_STATUS_WAITING_CUSTOMER ? TAMBOUR_EVENT_KIND_RESUMED : TAMBOUR_EVENT_KIND_STATUS;
}

/* Whether it says anything: a change to the same, or to nothing that is known, does not. */
static gboolean
decide_kind (TambourPortalReader        *self,
             const TambourPortalEvent   *rule,
             const TambourPortalContext *context,
             TambourCaseEvent           *event)
{
  gboolean is_change = rule->is_status || (!rule->is_message && rule->kind == TAMBOUR_EVENT_KIND_PRIORITY);

  event->actor = find_actor (self, rule, context);
  event->kind = rule->kind;
  if (rule->is_message)
    event->kind = event->actor == TAMBOUR_ACTOR_CUSTOMER ? TAMBOUR_EVENT_KIND_CUSTOMER_MSG : TAMBOUR_EVENT_KIND_OUR_MSG;
  else if (rule->is_status)
    event->kind = kind_between (event->from, event->to);

  return !is_change || (event->to != NULL && g_strcmp0 (event->from, event->to) != 0);
}

static gboolean
fill_case_event (TambourPortalReader        *self,
                 const TambourPortalEvent   *rule,
                 const TambourPortalContext *context,
                 TambourInstant              at,
                 TambourCaseEvent           *event)
{
  if (!decide_kind (self, rule, context, event))
    return FALSE;

  event->at = at;
  event->public_update = rule->public_when != NULL ? tambour_portal_tests_hold (rule->public_when, context) : rule->is_public;
  event->automatic = event->actor == TAMBOUR_ACTOR_SYSTEM || rule->is_automatic ||
                     (rule->automatic_when != NULL && tambour_portal_tests_hold (rule->automatic_when, context));
  if (rule->is_message && !event->public_update)
    event->kind = TAMBOUR_EVENT_KIND_INTERNAL_NOTE;
  TAMBOUR_RECORD (event)->visibility = event->public_update ? TAMBOUR_VISIBILITY_CUSTOMER : TAMBOUR_VISIBILITY_INTERNAL;

  return TRUE;
}

static gboolean
has_status (const TambourPortalEvent *rule,
            GPtrArray                *said)
{
  for (guint i = 0; i < rule->fields->len; i++)
    if (g_str_equal (((TambourPortalRule *) rule->fields->pdata[i])->field->name, "status") && said->pdata[i] != NULL)
      return TRUE;

  return FALSE;
}

/* A step of a request is nothing without where it leads. */
static gboolean
fill_step (const TambourPortalEvent   *rule,
           const TambourPortalContext *context,
           TambourInstant              at,
           TambourFrEvent             *event)
{
  g_autoptr(GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rule->fields->len; i++)
    g_ptr_array_add (said, tambour_portal_rule_read (rule->fields->pdata[i], context));
  if (!has_status (rule, said))
    return FALSE;

  event->at = tambour_zone_date_of (context->zone, at);

  return TRUE;
}

static void
add_event (TambourPortalReader        *self,
           TambourPortalItem          *item,
           const TambourPortalEvent   *rule,
           const TambourPortalContext *context,
           TambourInstant              at,
           const char                 *external_id)
{
  const TambourPortalKind *kind = tambour_portal_map_get_chosen (self->wire->map);
  g_autoptr(TambourRecord) record = tambour_record_new (G_TYPE_FROM_CLASS (kind->event), NULL);
  gboolean is_one;

  for (guint i = 0; i < rule->fields->len; i++)
    {
      char *fault = tambour_portal_rule_fill (rule->fields->pdata[i], context, record);

      if (fault != NULL)
        g_ptr_array_add (item->faults, fault);
    }

  is_one = TAMBOUR_IS_CASE_EVENT (record) ? fill_case_event (self, rule, context, at, TAMBOUR_CASE_EVENT (record))
                                          : fill_step (rule, context, at, TAMBOUR_FR_EVENT (record));
  if (!is_one)
    return;

  record->origin = TAMBOUR_ORIGIN_IMPORT;
  g_set_str (&record->external_system, self->wire->map->system);
  g_set_str (&record->external_id, external_id);
  g_ptr_array_add (item->events, g_steal_pointer (&record));
}

/* The first rule that holds makes the event. */
static void
add_part (TambourPortalReader        *self,
          TambourPortalItem          *item,
          const TambourPortalHistory *history,
          GPtrArray                  *rules,
          const TambourPortalContext *context,
          const char                 *external_id)
{
  TambourInstant at;

  for (guint i = 0; i < rules->len; i++)
    {
      const TambourPortalEvent *rule = rules->pdata[i];

      if (!tambour_portal_tests_hold (rule->when, context))
        continue;
      if (tambour_portal_rule_read_instant (history->at, context, &at) && tambour_instant_is_stated (at))
        add_event (self, item, rule, context, at, external_id);
      else
        g_ptr_array_add (item->faults, g_strdup_printf (_("What happened as “%s” has no time that is understood (%s in the map)"),
                                                        external_id, history->at->place));
      return;
    }
}

static void
add_entry (TambourPortalReader        *self,
           TambourPortalItem          *item,
           const TambourPortalHistory *history,
           const TambourPortalContext *context,
           JsonNode                   *node)
{
  TambourPortalContext inside = *context;
  g_autofree char *id = NULL;
  g_autofree char *external_id = NULL;
  JsonNode *parts;

  inside.entry = inside.here = node;
  if (!tambour_portal_tests_hold (history->when, &inside))
    return;

  id = tambour_portal_template_expand (history->id, NULL, &inside, FALSE);
  if (id == NULL)
    {
      g_ptr_array_add (item->faults, g_strdup_printf (_("An entry of the history of %s has no id (%s in the map)"),
                                                      item->external_id, history->listing.place));
      return;
    }

  external_id = g_strconcat (item->external_id, "/", id, NULL);
  add_part (self, item, history, history->events, &inside, external_id);
  if (history->each == NULL)
    return;

  parts = tambour_json_pointer_find (history->each, node);
  for (guint i = 0; parts != NULL && JSON_NODE_HOLDS_ARRAY (parts) && i < json_array_get_length (json_node_get_array (parts)); i++)
    {
      g_autofree char *part_id = g_strdup_printf ("%s#%u", external_id, i + 1);

      inside.here = json_array_get_element (json_node_get_array (parts), i);
      add_part (self, item, history, history->parts, &inside, part_id);
    }
}

static void
add_entries (TambourPortalReader        *self,
             TambourPortalItem          *item,
             const TambourPortalHistory *history,
             const TambourPortalContext *context,
             JsonArray                  *entries)
{
  for (guint i = 0; i < json_array_get_length (entries) && self->failure == NULL; i++)
    add_entry (self, item, history, context, json_array_get_element (entries, i));
}

/* What stands in the item itself: a list, or one thing. */
static void
add_from_item (TambourPortalReader        *self,
               TambourPortalItem          *item,
               const TambourPortalHistory *history,
               const TambourPortalContext *context)
{
  JsonNode *node = tambour_json_pointer_find (history->listing.entries, context->item);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    add_entries (self, item, history, context, json_node_get_array (node));
  else if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    add_entry (self, item, history, context, node);
}

/* A history that this user may not read is a fault of the item, and no reason to read no other. */
static gboolean
add_from_pages (TambourPortalReader         *self,
                TambourPortalItem           *item,
                const TambourPortalHistory  *history,
                const TambourPortalContext  *context,
                GError                     **error)
{
  g_auto(TambourPortalPages) pages = { NULL };
  g_autoptr(GError) failure = NULL;

  tambour_portal_pages_init (&pages, self->wire, &history->listing, context);
  tambour_portal_pages_set (&pages, "id", item->external_id);
  while (!pages.is_over && failure == NULL && self->failure == NULL)
    {
      JsonArray *entries = tambour_portal_pages_read (&pages, self->cancellable, &failure);

      if (entries != NULL)
        add_entries (self, item, history, context, entries);
    }

  if (g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_FORBIDDEN) ||
      g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND))
    {
      g_ptr_array_add (item->faults, g_strdup_printf (_("The history of %s cannot be read: %s"), item->external_id, failure->message));
      return TRUE;
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gint64
time_of (gpointer event)
{
  if (TAMBOUR_IS_CASE_EVENT (event))
    return TAMBOUR_CASE_EVENT (event)->at.seconds;

  return TAMBOUR_FR_EVENT (event)->at.julian;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return (time_of ((gpointer) a) > time_of ((gpointer) b)) - (time_of ((gpointer) a) < time_of ((gpointer) b));
}

/*
 * tambour_portal_reader_add_events:
 * @self: a reader
 * @item: an item
 * @context: what the map's rules are read against
 * @error: return location for an error, as of tambour_portal_wire_get()
 *
 * Reads its history, oldest first; what happened at the same time stays in the
 * portal's order.
 *
 * Returns: %FALSE if it cannot be read
 */
gboolean
tambour_portal_reader_add_events (TambourPortalReader   *self,
                                  TambourPortalItem     *item,
                                  TambourPortalContext  *context,
                                  GError               **error)
{
  const TambourPortalKind *kind = tambour_portal_map_get_chosen (self->wire->map);

  for (guint i = 0; i < kind->history->len; i++)
    {
      const TambourPortalHistory *history = kind->history->pdata[i];

      if (history->listing.request == NULL)
        add_from_item (self, item, history, context);
      else if (!add_from_pages (self, item, history, context, error))
        return FALSE;
    }

  g_ptr_array_sort_values (item->events, compare_times);

  return TRUE;
}
