/* tambour-portal-parse-kinds.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-case.h"
#include "tambour-kinds.h"
#include "tambour-portal-parse.h"
#include "tambour-roadmap.h"

/* “message” and “status” are decided when they are read; all else is a kind of event. */
static void
parse_event_kind (TambourPortalParse *self,
                  JsonObject         *object,
                  TambourPortalEvent *event)
{
  g_autofree char *kind = tambour_portal_parse_text (self, object, event->place, "kind", TRUE);
  g_autofree char *nicks = tambour_choice_dup_nicks (TAMBOUR_TYPE_EVENT_KIND);
  g_autofree char *expected = g_strdup_printf (_("message, or one of %s"), nicks);

  event->is_message = g_strcmp0 (kind, "message") == 0;
  event->is_status = g_strcmp0 (kind, "status") == 0;
  if (kind != NULL && !event->is_message && !tambour_choice_from_nick (TAMBOUR_TYPE_EVENT_KIND, kind, &event->kind))
    tambour_portal_parse_refuse (self, event->place, "kind", expected);
}

/* True, false, or when. */
static gboolean
parse_flag_or_tests (TambourPortalParse  *self,
                     JsonObject          *object,
                     const char          *place,
                     const char          *key,
                     gboolean             otherwise,
                     GPtrArray          **tests)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    return otherwise;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return tambour_portal_parse_flag (self, object, place, key);

  *tests = tambour_portal_parse_tests (self, object, place, key);

  return FALSE;
}

static TambourPortalEvent *
parse_event (TambourPortalParse *self,
             JsonObject         *object,
             const char         *place,
             TambourPortalKind  *kind)
{
  static const char * const case_keys[] = { "when", "kind", "actor", "public", "automatic", "fields", NULL };
  static const char * const step_keys[] = { "when", "fields", NULL };
  gboolean is_case = kind->event == tambour_kinds_find ("case_event");
  TambourPortalEvent *event = g_new0 (TambourPortalEvent, 1);
  g_autofree char *fields_place = g_strconcat (place, "/fields", NULL);
  GType steps = G_TYPE_NONE;

  event->place = g_strdup (place);
  event->actor = -1;
  tambour_portal_parse_keys (self, object, place, is_case ? case_keys : step_keys);
  event->when = tambour_portal_parse_tests (self, object, place, "when");
  if (is_case)
    {
      gboolean is_seen;

      parse_event_kind (self, object, event);
      if (json_object_has_member (object, "actor"))
        event->actor = (int) tambour_portal_parse_choice (self, object, place, "actor", TAMBOUR_TYPE_ACTOR, TAMBOUR_ACTOR_SYSTEM);
      is_seen = event->is_message || (event->kind != TAMBOUR_EVENT_KIND_INTERNAL_NOTE && event->kind != TAMBOUR_EVENT_KIND_OWNER);
      event->is_public = parse_flag_or_tests (self, object, place, "public", is_seen, &event->public_when);
      event->is_automatic = parse_flag_or_tests (self, object, place, "automatic", FALSE, &event->automatic_when);
      if (event->is_status)
        steps = TAMBOUR_TYPE_CASE_STATUS;
      else if (!event->is_message && event->kind == TAMBOUR_EVENT_KIND_PRIORITY)
        steps = TAMBOUR_TYPE_PRIORITY;
    }
  event->fields = tambour_portal_parse_fields (self, tambour_portal_parse_member (self, object, place, "fields"),
                                               fields_place, kind->event, steps);

  return event;
}

static GPtrArray *
parse_events (TambourPortalParse *self,
              JsonObject         *object,
              const char         *place,
              const char         *key,
              gboolean            is_needed,
              TambourPortalKind  *kind)
{
  JsonNode *node = json_object_get_member (object, key);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_portal_event_free);

  if (array == NULL && (is_needed || node != NULL))
    tambour_portal_parse_refuse (self, place, key, _("a list of objects"));

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *at = g_strdup_printf ("%s/%s/%u", place, key, i);
      JsonObject *element = tambour_portal_parse_object (self, json_array_get_element (array, i), at);

      if (element != NULL)
        g_ptr_array_add (events, parse_event (self, element, at, kind));
    }

  return events;
}

static TambourPortalHistory *
parse_history (TambourPortalParse *self,
               JsonObject         *object,
               const char         *place,
               TambourPortalKind  *kind)
{
  static const char * const keys[] = {
    "description", "path", "query", "entries", "limit", "paging", "each", "parts", "when", "id", "at", "events", NULL
  };
  static const char * const names[] = { "id", "page", "offset", "limit", "cursor", "/", NULL };
  static const char * const id_names[] = { "/", NULL };
  TambourPortalHistory *history = g_new0 (TambourPortalHistory, 1);
  g_autofree char *id_place = g_strconcat (place, "/id", NULL);

  tambour_portal_parse_keys (self, object, place, keys);
  tambour_portal_parse_listing (self, object, place, names, &history->listing);
  history->each = tambour_portal_parse_pointer (self, object, place, "each", NULL);
  history->when = tambour_portal_parse_tests (self, object, place, "when");
  history->id = tambour_portal_parse_template (self, json_object_get_member (object, "id"), id_place, id_names);
  history->at = tambour_portal_parse_rule_at (self, object, place, "at", TRUE);
  history->events = parse_events (self, object, place, "events", history->each == NULL, kind);
  history->parts = parse_events (self, object, place, "parts", history->each != NULL, kind);
  if (history->parts->len > 0 && !json_object_has_member (object, "each"))
    tambour_portal_parse_refuse (self, place, "each", _("there: where the parts of an entry stand"));

  return history;
}

/* What a record of the kind cannot be without. */
static void
check_required (TambourPortalParse *self,
                const char         *place,
                TambourRecordClass *klass,
                GPtrArray          *rules)
{
  for (guint i = klass->n_common; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];
      gboolean is_ruled = !(field->flags & TAMBOUR_FIELD_REQUIRED) || field->kind == TAMBOUR_KIND_REF;

      for (guint n = 0; n < rules->len; n++)
        is_ruled |= ((TambourPortalRule *) rules->pdata[n])->field == field;
      if (!is_ruled)
        tambour_portal_parse_refuse (self, place, field->name, _("there: the record cannot be without"));
    }
}

static TambourPortalKind *
parse_kind (TambourPortalParse *self,
            JsonObject         *object,
            const char         *place,
            TambourRecordClass *klass,
            TambourRecordClass *event)
{
  static const char * const keys[] = { "fields", "history", NULL };
  TambourPortalKind *kind = g_new0 (TambourPortalKind, 1);
  g_autofree char *fields_place = g_strconcat (place, "/fields", NULL);
  JsonNode *node = json_object_get_member (object, "history");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  kind->klass = klass;
  kind->event = event;
  kind->history = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_portal_history_free);
  tambour_portal_parse_keys (self, object, place, keys);
  kind->fields = tambour_portal_parse_fields (self, tambour_portal_parse_member (self, object, place, "fields"),
                                              fields_place, klass, G_TYPE_NONE);
  check_required (self, fields_place, klass, kind->fields);
  if (node != NULL && array == NULL)
    tambour_portal_parse_refuse (self, place, "history", _("a list of objects"));

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *at = g_strdup_printf ("%s/history/%u", place, i);
      JsonObject *element = tambour_portal_parse_object (self, json_array_get_element (array, i), at);

      if (element != NULL)
        g_ptr_array_add (kind->history, parse_history (self, element, at, kind));
    }

  return kind;
}

/*
 * tambour_portal_parse_kinds:
 * @self: a reading
 * @object: the map
 *
 * Reads the kinds of record that items become.
 */
void
tambour_portal_parse_kinds (TambourPortalParse *self,
                            JsonObject         *object)
{
  static const char * const names[] = { "case", "feature_request" };
  static const char * const events[] = { "case_event", "fr_event" };
  static const char * const keys[] = { "case", "feature_request", NULL };
  JsonObject *records = tambour_portal_parse_member (self, object, "", "records");

  if (records == NULL)
    {
      tambour_portal_parse_refuse (self, "", "records", _("an object with case, feature_request or both"));
      return;
    }

  tambour_portal_parse_keys (self, records, "/records", keys);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *at = g_strconcat ("/records/", names[i], NULL);
      JsonObject *member = tambour_portal_parse_member (self, records, "/records", names[i]);

      if (member != NULL)
        g_ptr_array_add (self->map->kinds, parse_kind (self, member, at, tambour_kinds_find (names[i]), tambour_kinds_find (events[i])));
    }
  if (self->map->kinds->len == 0)
    tambour_portal_parse_refuse (self, "", "records", _("an object with case, feature_request or both"));
}
