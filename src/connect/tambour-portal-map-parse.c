/* tambour-portal-map-parse.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-kinds.h"
#include "tambour-map-json.h"
#include "tambour-portal-parse.h"

static TambourPortalDoor *
parse_door (TambourPortalParse *self,
            JsonObject         *object,
            const char         *place)
{
  static const char * const keys[] = { "kind", "header", "parameter", "prefix", "token", "device", "scope", NULL };
  TambourPortalDoor *door = g_new0 (TambourPortalDoor, 1);

  tambour_portal_parse_keys (self, object, place, keys);
  door->kind = tambour_portal_parse_choice (self, object, place, "kind", TAMBOUR_TYPE_PORTAL_SIGN_IN, TAMBOUR_PORTAL_SIGN_IN_NONE);
  door->header = tambour_portal_parse_text (self, object, place, "header", FALSE);
  door->parameter = tambour_portal_parse_text (self, object, place, "parameter", FALSE);
  door->prefix = tambour_portal_parse_text (self, object, place, "prefix", FALSE);
  door->token = tambour_portal_parse_text (self, object, place, "token", FALSE);
  door->device = tambour_portal_parse_text (self, object, place, "device", FALSE);
  door->scope = tambour_portal_parse_text (self, object, place, "scope", FALSE);
  if (door->kind == TAMBOUR_PORTAL_SIGN_IN_API_KEY && (door->header == NULL) == (door->parameter == NULL))
    tambour_portal_parse_refuse (self, place, "header", _("there, or a parameter instead"));
  if ((door->kind == TAMBOUR_PORTAL_SIGN_IN_CLIENT_CREDENTIALS || door->kind == TAMBOUR_PORTAL_SIGN_IN_DEVICE_CODE) && door->token == NULL)
    tambour_portal_parse_refuse (self, place, "token", _("the address where tokens are had"));
  if (door->kind == TAMBOUR_PORTAL_SIGN_IN_DEVICE_CODE && door->device == NULL)
    tambour_portal_parse_refuse (self, place, "device", _("the address where codes for a person are had"));

  return door;
}

/* One way to sign in, or a list of them. */
static void
parse_doors (TambourPortalParse *self,
             JsonObject         *object)
{
  JsonNode *node = json_object_get_member (object, "sign_in");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node == NULL)
    tambour_portal_parse_refuse (self, "", "sign_in", _("an object, or a list of objects"));
  else if (array == NULL)
    {
      JsonObject *door = tambour_portal_parse_object (self, node, "/sign_in");

      if (door != NULL)
        g_ptr_array_add (self->map->doors, parse_door (self, door, "/sign_in"));
    }

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *at = g_strdup_printf ("/sign_in/%u", i);
      JsonObject *door = tambour_portal_parse_object (self, json_array_get_element (array, i), at);

      if (door != NULL)
        g_ptr_array_add (self->map->doors, parse_door (self, door, at));
    }
}

static void
parse_zone (TambourPortalParse *self,
            JsonObject         *object)
{
  g_autofree char *name = tambour_portal_parse_text (self, object, "", "zone", FALSE);

  self->map->zone_name = g_strdup (name != NULL ? name : "Etc/UTC");
  self->map->zone = tambour_zone_lookup (self->map->zone_name);
  if (self->map->zone == NULL)
    tambour_portal_parse_refuse (self, "", "zone", _("the IANA name of a zone, such as Europe/London"));
}

static void
parse_rate (TambourPortalParse *self,
            JsonObject         *object)
{
  static const char * const keys[] = { "requests", "seconds", NULL };
  JsonObject *rate = tambour_portal_parse_member (self, object, "", "rate_limit");

  if (rate == NULL)
    return;

  tambour_portal_parse_keys (self, rate, "/rate_limit", keys);
  self->map->n_requests = tambour_portal_parse_number (self, rate, "/rate_limit", "requests", 0, 1, 100000);
  self->map->seconds = tambour_portal_parse_number (self, rate, "/rate_limit", "seconds", 60, 1, 86400);
}

static void
parse_headers (TambourPortalParse *self,
               JsonObject         *object)
{
  JsonObject *headers = tambour_portal_parse_member (self, object, "", "headers");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (headers == NULL)
    return;

  json_object_iter_init_ordered (&iter, headers);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      gboolean is_name = *name != '\0' && strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") == strlen (name);

      if (!is_name || !tambour_map_json_is_text (node) || strpbrk (json_node_get_string (node), "\r\n") != NULL)
        {
          g_autofree char *escaped = tambour_json_pointer_escape (name);

          tambour_portal_parse_refuse (self, "/headers", escaped, _("a header’s name, with a text of one line"));
          continue;
        }
      g_ptr_array_add (self->map->headers, g_strdup (name));
      g_ptr_array_add (self->map->headers, json_node_dup_string (node));
    }
}

static void
parse_lookup (TambourPortalParse *self,
              JsonObject         *object,
              const char         *place,
              const char         *name)
{
  static const char * const keys[] = { "path", "query", "entries", "limit", "paging", "key", "at", "of", NULL };
  static const char * const names[] = { "id", "key", "page", "offset", "limit", "cursor", "/", NULL };
  g_autofree char *of = tambour_portal_parse_text (self, object, place, "of", FALSE);
  TambourPortalLookup *lookup = g_new0 (TambourPortalLookup, 1);

  tambour_portal_parse_keys (self, object, place, keys);
  lookup->name = g_strdup (name);
  tambour_portal_parse_listing (self, object, place, names, &lookup->listing);
  lookup->key = tambour_portal_parse_rule_at (self, object, place, "key", FALSE);
  lookup->at = tambour_portal_parse_pointer (self, object, place, "at", "");
  lookup->is_of_item = g_strcmp0 (of, "item") == 0;
  if (of != NULL && !lookup->is_of_item && !g_str_equal (of, "portal"))
    tambour_portal_parse_refuse (self, place, "of", _("item or portal"));
  if (lookup->listing.request == NULL && !json_object_has_member (object, "path"))
    tambour_portal_parse_refuse (self, place, "path", _("a text, which must be there"));
  if (lookup->key == NULL && lookup->listing.request != NULL && !tambour_portal_request_uses (lookup->listing.request, "key"))
    tambour_portal_parse_refuse (self, place, "key", _("where the key of an entry stands, or the request has the variable {key}"));

  g_ptr_array_add (self->map->lookups, lookup);
}

/* Their names first: a rule of one may look up in another. */
static void
parse_lookups (TambourPortalParse *self,
               JsonObject         *object)
{
  JsonObject *lookups = tambour_portal_parse_member (self, object, "", "lookups");
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (lookups != NULL)
    {
      json_object_iter_init_ordered (&iter, lookups);
      while (json_object_iter_next_ordered (&iter, &name, NULL))
        g_strv_builder_add (names, name);
    }
  self->lookups = g_strv_builder_end (names);
  if (lookups == NULL)
    return;

  json_object_iter_init_ordered (&iter, lookups);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *escaped = tambour_json_pointer_escape (name);
      g_autofree char *at = g_strconcat ("/lookups/", escaped, NULL);
      JsonObject *lookup = tambour_portal_parse_object (self, node, at);

      if (lookup != NULL)
        parse_lookup (self, lookup, at, name);
    }
}

static void
parse_changes (TambourPortalParse *self,
               JsonObject         *object,
               const char         *place)
{
  static const char * const keys[] = {
    "description", "path", "query", "entries", "limit", "paging", "since", "id", "changed", "when", "whole",
    "ordered", "newest_first", "optional", NULL
  };
  static const char * const names[] = { "since", "page", "offset", "limit", "cursor", NULL };
  TambourPortalChanges *changes = g_new0 (TambourPortalChanges, 1);

  tambour_portal_parse_keys (self, object, place, keys);
  tambour_portal_parse_listing (self, object, place, names, &changes->listing);
  changes->since = tambour_portal_parse_choice (self, object, place, "since", TAMBOUR_TYPE_PORTAL_TIME, TAMBOUR_PORTAL_TIME_RFC3339);
  changes->id = tambour_portal_parse_rule_at (self, object, place, "id", FALSE);
  changes->changed = tambour_portal_parse_rule_at (self, object, place, "changed", FALSE);
  changes->is_whole = tambour_portal_parse_flag (self, object, place, "whole");
  changes->when = tambour_portal_parse_tests (self, object, place, "when");
  changes->is_optional = tambour_portal_parse_flag (self, object, place, "optional");
  changes->is_newest_first = tambour_portal_parse_flag (self, object, place, "newest_first");
  changes->is_ordered = tambour_portal_parse_flag (self, object, place, "ordered");
  if (changes->is_ordered && changes->is_newest_first)
    tambour_portal_parse_refuse (self, place, "newest_first", _("false where ordered is true"));
  if (changes->listing.request == NULL && !json_object_has_member (object, "path"))
    tambour_portal_parse_refuse (self, place, "path", _("a text, which must be there"));
  if (changes->listing.request != NULL && !tambour_portal_request_uses (changes->listing.request, "since"))
    tambour_portal_parse_refuse (self, place, "query", _("a request that has the variable {since}"));

  g_ptr_array_add (self->map->changes, changes);
}

static void
parse_lists (TambourPortalParse *self,
             JsonObject         *object)
{
  JsonNode *node = json_object_get_member (object, "changes");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    {
      tambour_portal_parse_refuse (self, "", "changes", _("a list of objects"));
      return;
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *at = g_strdup_printf ("/changes/%u", i);
      JsonObject *element = tambour_portal_parse_object (self, json_array_get_element (array, i), at);

      if (element != NULL)
        parse_changes (self, element, at);
    }
}

static void
parse_item (TambourPortalParse *self,
            JsonObject         *object)
{
  static const char * const keys[] = { "path", "query", "at", "id", "changed", "deleted", "merged_into", NULL };
  static const char * const names[] = { "id", NULL };
  JsonObject *item = tambour_portal_parse_member (self, object, "", "item");
  TambourPortalMap *map = self->map;

  if (item == NULL)
    {
      tambour_portal_parse_refuse (self, "", "item", _("an object"));
      return;
    }

  tambour_portal_parse_keys (self, item, "/item", keys);
  map->item = tambour_portal_parse_request (self, item, "/item", names);
  map->item_at = tambour_portal_parse_pointer (self, item, "/item", "at", "");
  map->id = tambour_portal_parse_rule_at (self, item, "/item", "id", TRUE);
  map->changed = tambour_portal_parse_rule_at (self, item, "/item", "changed", TRUE);
  map->deleted = tambour_portal_parse_tests (self, item, "/item", "deleted");
  map->merged_into = tambour_portal_parse_rule_at (self, item, "/item", "merged_into", FALSE);
  if (map->item != NULL && !tambour_portal_request_uses (map->item, "id"))
    tambour_portal_parse_refuse (self, "/item", "path", _("a request that has the variable {id}"));
}

static void
parse_person (TambourPortalParse *self,
              JsonObject         *object,
              const char         *place)
{
  static const char * const keys[] = { "in", "when", "fields", NULL };
  TambourPortalPerson *person = g_new0 (TambourPortalPerson, 1);
  g_autofree char *fields_place = g_strconcat (place, "/fields", NULL);

  tambour_portal_parse_keys (self, object, place, keys);
  person->in = tambour_portal_parse_place (self, object, place, "in");
  person->when = tambour_portal_parse_tests (self, object, place, "when");
  person->fields = tambour_portal_parse_fields (self, tambour_portal_parse_member (self, object, place, "fields"),
                                                fields_place, tambour_kinds_find ("contact"), G_TYPE_NONE);
  if (!json_object_has_member (object, "in"))
    tambour_portal_parse_refuse (self, place, "in", _("there: where the people stand"));

  g_ptr_array_add (self->map->people, person);
}

static void
parse_people (TambourPortalParse *self,
              JsonObject         *object)
{
  JsonNode *node = json_object_get_member (object, "people");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node != NULL && array == NULL)
    tambour_portal_parse_refuse (self, "", "people", _("a list of objects"));

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *at = g_strdup_printf ("/people/%u", i);
      JsonObject *element = tambour_portal_parse_object (self, json_array_get_element (array, i), at);

      if (element != NULL)
        parse_person (self, element, at);
    }
}

static void
parse_hints (TambourPortalParse *self,
             JsonObject         *object)
{
  JsonObject *hints = tambour_portal_parse_member (self, object, "", "hints");
  JsonObjectIter iter;
  const char *name;

  if (hints == NULL)
    return;

  json_object_iter_init_ordered (&iter, hints);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      TambourPortalHint *hint = g_new0 (TambourPortalHint, 1);

      hint->name = g_strdup (name);
      hint->rule = tambour_portal_parse_rule_at (self, hints, "/hints", name, FALSE);
      g_ptr_array_add (self->map->hints, hint);
    }
}

static void
parse_test (TambourPortalParse *self,
            JsonObject         *object)
{
  static const char * const keys[] = { "path", "query", "who", NULL };
  static const char * const names[] = { "user", NULL };
  JsonObject *test = tambour_portal_parse_member (self, object, "", "test");

  if (test == NULL)
    {
      tambour_portal_parse_refuse (self, "", "test", _("an object: what is asked for to see whether the portal lets one in"));
      return;
    }

  tambour_portal_parse_keys (self, test, "/test", keys);
  self->map->test = tambour_portal_parse_request (self, test, "/test", names);
  self->map->test_who = tambour_portal_parse_rule_at (self, test, "/test", "who", FALSE);
}

static void
parse_map (TambourPortalParse *self,
           JsonObject         *object)
{
  static const char * const keys[] = {
    "$schema", "title", "description", "system", "base", "below", "sign_in", "zone", "rate_limit", "headers", "overlap", "test",
    "values", "lookups", "changes", "item", "us", "customer", "machine", "people", "hints", "records", NULL
  };
  TambourPortalMap *map = self->map;

  tambour_portal_parse_keys (self, object, "", keys);
  map->title = tambour_portal_parse_text (self, object, "", "title", TRUE);
  map->system = tambour_portal_parse_text (self, object, "", "system", TRUE);
  map->base = tambour_portal_parse_text (self, object, "", "base", TRUE);
  map->below = tambour_portal_parse_text (self, object, "", "below", FALSE);
  if (map->below != NULL && (map->below[0] != '/' || g_str_has_suffix (map->below, "/")))
    tambour_portal_parse_refuse (self, "", "below", _("a path that begins with a slash and does not end in one"));
  map->overlap = tambour_portal_parse_number (self, object, "", "overlap", 120, 0, 86400);
  self->values = tambour_portal_parse_member (self, object, "", "values");
  parse_doors (self, object);
  parse_zone (self, object);
  parse_rate (self, object);
  parse_headers (self, object);
  parse_lookups (self, object);
  parse_test (self, object);
  parse_lists (self, object);
  parse_item (self, object);
  map->us = tambour_portal_parse_any (self, object, "", "us");
  map->customer = tambour_portal_parse_any (self, object, "", "customer");
  map->machine = tambour_portal_parse_any (self, object, "", "machine");
  parse_people (self, object);
  parse_hints (self, object);
  tambour_portal_parse_kinds (self, object);
}

static gboolean
is_valid (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *key;
      JsonNode *member;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &key, &member))
        if (!g_utf8_validate (key, -1, NULL) || !is_valid (member))
          return FALSE;
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        if (!is_valid (json_array_get_element (json_node_get_array (node), i)))
          return FALSE;
    }

  return !tambour_map_json_is_text (node) || g_utf8_validate (json_node_get_string (node), -1, NULL);
}

/**
 * tambour_portal_map_parse:
 * @json: a map, as data/portals/README.md has it
 * @length: its length in bytes, or -1
 * @faults: (nullable) (element-type utf8): gets a sentence about each thing that is wrong,
 *   with its place
 * @error: return location for %TAMBOUR_PORTAL_ERROR_MAP, with the first of them
 *
 * Returns: (transfer full) (nullable): the map, or %NULL if anything in it is wrong
 */
TambourPortalMap *
tambour_portal_map_parse (const char  *json,
                          gssize       length,
                          GPtrArray   *faults,
                          GError     **error)
{
  g_autoptr(TambourPortalMap) map = g_object_new (TAMBOUR_TYPE_PORTAL_MAP, NULL);
  g_autoptr(GPtrArray) found = faults != NULL ? g_ptr_array_ref (faults) : g_ptr_array_new_with_free_func (g_free);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) reason = NULL;
  TambourPortalParse parse = { map, found, NULL, NULL };
  guint n_before = found->len;
  JsonNode *root;

  g_return_val_if_fail (json != NULL, NULL);

  if (!g_utf8_validate (json, length, NULL))
    g_ptr_array_add (found, g_strdup (_("The map is no JSON: it is not in UTF-8")));
  else if (!json_parser_load_from_data (parser, json, length, &reason))
    {
      /* It may quote half a character. */
      g_autofree char *said = g_utf8_make_valid (reason->message, -1);

      g_ptr_array_add (found, g_strdup_printf (_("The map is no JSON: %s"), said));
    }
  else if ((root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    g_ptr_array_add (found, g_strdup (_("The map is no JSON object")));
  else if (!is_valid (root))
    g_ptr_array_add (found, g_strdup (_("The map is no JSON: it is not in UTF-8")));
  else
    parse_map (&parse, json_node_get_object (root));

  g_strfreev (parse.lookups);
  if (found->len == n_before)
    return g_steal_pointer (&map);

  g_set_error_literal (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_MAP, found->pdata[n_before]);

  return NULL;
}

/**
 * tambour_portal_map_load:
 * @file: a map file
 * @faults: (nullable) (element-type utf8): as for tambour_portal_map_parse()
 * @error: return location for %TAMBOUR_PORTAL_ERROR_MAP or a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the map, or %NULL
 */
TambourPortalMap *
tambour_portal_map_load (GFile      *file,
                         GPtrArray  *faults,
                         GError    **error)
{
  g_autofree char *json = NULL;
  g_autofree char *name = g_file_get_basename (file);
  TambourPortalMap *self;
  gsize length;

  if (!g_file_load_contents (file, NULL, &json, &length, NULL, error))
    return NULL;

  self = tambour_portal_map_parse (json, length, faults, error);
  if (self == NULL)
    g_prefix_error (error, "%s: ", name);

  return self;
}
