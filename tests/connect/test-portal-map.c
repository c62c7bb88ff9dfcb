/* test-portal-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "small-map.h"
#include "tambour-json-pointer.h"
#include "tambour-portal-map.h"

#define MAP SMALL_MAP (", \"page\": \"{page}\"", ", \"paging\": {\"kind\": \"page\", \"total\": \"/n\"}")

/* A change to the map, and what is said of it: where, and something of what was expected. */
typedef struct
{
  const char *pointer;
  const char *value;     /* (nullable): JSON; NULL takes the member away */
  const char *place;
  const char *expected;
} Fault;

static const Fault faults[] = {
  { "/titel", "\"x\"", "/titel", "no such key" },
  { "/title", "7", "/title", "a text" },
  { "/title", NULL, "/title", "must be there" },
  { "/system", "\"\"", "/system", "must be there" },
  { "/below", "\"api/v2\"", "/below", "slash" },
  { "/zone", "\"Mars/Olympus\"", "/zone", "IANA" },
  { "/zone", "\"+01:00\"", "/zone", "IANA" },
  { "/sign_in", NULL, "/sign_in", "an object" },
  { "/sign_in/0/kind", "\"handshake\"", "/sign_in/0/kind", "one of" },
  { "/sign_in/0", "{\"kind\": \"api_key\"}", "/sign_in/0/header", "parameter" },
  { "/sign_in/0", "{\"kind\": \"device_code\", \"token\": \"/token\"}", "/sign_in/0/device", "address" },
  { "/sign_in/1", "\"basic\"", "/sign_in/1", "an object" },
  { "/headers/X-Desk", "\"a\\r\\nb: c\"", "/headers/X-Desk", "one line" },
  { "/rate_limit", "{\"requests\": 0}", "/rate_limit/requests", "a whole number" },
  { "/test", NULL, "/test", "an object" },
  { "/test/path", "\"/me/{whoami}\"", "/test/path", "“{whoami}” is no variable" },
  { "/values/status/offen", "\"opened\"", "/values/status/offen", "one of" },
  { "/lookups/people/key", "\"id\"", "/lookups/people/key", "a JSON pointer" },
  { "/lookups/texts/of", "\"ticket\"", "/lookups/texts/of", "item or portal" },
  { "/lookups/people/path", "\"/people\"", "/lookups/people/key", "{key}" },
  { "/changes", "[]", "/changes", "a list" },
  { "/changes/0/since", "\"yesterday\"", "/changes/0/since", "one of" },
  { "/changes/0/query/since", "\"now\"", "/changes/0/query", "{since}" },
  { "/changes/0/entries", "\"items\"", "/changes/0/entries", "a JSON pointer" },
  { "/changes/0/entries", "\"/a~2\"", "/changes/0/entries", "a JSON pointer" },
  { "/changes/0/newest_first", "1", "/changes/0/newest_first", "true or false" },
  { "/changes/0/query/n", "[\"a\", 7]", "/changes/0/query/n/1", "a text" },
  { "/changes/0/limit", "\"many\"", "/changes/0/limit", "a whole number" },
  { "/changes/0/paging/kind", "\"offset\"", "/changes/0/paging/kind", "{offset}" },
  { "/changes/0/paging/kind", "\"cursor\"", "/changes/0/paging/at", "pointer" },
  { "/changes/0/paging/total", "3", "/changes/0/paging/total", "a text" },
  { "/item", NULL, "/item", "an object" },
  { "/item/path", "\"/items\"", "/item/path", "{id}" },
  { "/item/id", NULL, "/item/id", "there" },
  { "/item/deleted", "{\"gone\": true}", "/item/deleted/gone", "a JSON pointer" },
  { "/item/deleted", "{\"/gone\": {\"equals\": \"x\"}}", "/item/deleted/~1gone/equals", "no such key" },
  { "/item/deleted", "{\"/gone\": 1}", "/item/deleted/~1gone", "true, false" },
  { "/us/0", "{\"/by\": {\"lookup\": \"users\"}}", "/us/0/~1by/lookup", "lookups" },
  { "/people/0/in", NULL, "/people/0/in", "there" },
  { "/people/0/fields/nickname", "\"/name\"", "/people/0/fields/nickname", "a contact has no such field" },
  { "/records", "{}", "/records", "case" },
  { "/records/ticket", "{}", "/records/ticket", "no such key" },
  { "/records/case/fields/number", NULL, "/records/case/fields/number", "cannot be without" },
  { "/records/case/fields/colour", "\"/colour\"", "/records/case/fields/colour", "a case has no such field" },
  { "/records/case/fields/account_id", "\"/account\"", "/records/case/fields/account_id", "no such field" },
  { "/records/case/fields/known_issue_id", "\"/issue\"", "/records/case/fields/known_issue_id", "no such field" },
  { "/records/case/fields/priority", "{\"constant\": \"P0\"}", "/records/case/fields/priority/constant", "P1" },
  { "/records/case/fields/status/values", "\"states\"", "/records/case/fields/status/values", "tables" },
  { "/records/case/fields/title", "{\"at\": \"/title\", \"constant\": \"x\"}", "/records/case/fields/title/at", "instead" },
  { "/records/case/fields/title", "{\"at\": \"/title\", \"then\": \"/x\"}", "/records/case/fields/title/then", "lookup" },
  { "/records/case/fields/title", "{\"at\": \"/title\", \"join\": \" \"}", "/records/case/fields/title/join", "with in" },
  { "/records/case/fields/title", "{\"text\": \"{/title\"}", "/records/case/fields/title/text", "no variable" },
  { "/records/case/history/0/parts", NULL, "/records/case/history/0/parts", "a list" },
  { "/records/case/history/0/id", NULL, "/records/case/history/0/id", "must be there" },
  { "/records/case/history/0/at", NULL, "/records/case/history/0/at", "there" },
  { "/records/case/history/0/each", "\"parts\"", "/records/case/history/0/each", "a JSON pointer" },
  { "/records/case/history/0/parts/2/kind", "\"state\"", "/records/case/history/0/parts/2/kind", "message, or one of" },
  { "/records/case/history/0/parts/0/actor", "\"them\"", "/records/case/history/0/parts/0/actor", "one of" },
  { "/records/case/history/0/parts/1/fields/says", "\"/x\"", "/records/case/history/0/parts/1/fields/says", "case_event" },
  { "/records/case/history/0/parts/2/fields/to", "{\"at\": \"/new\", \"otherwise\": \"done\"}", "/records/case/history/0/parts/2/fields/to/otherwise", "one of" },
};

static JsonNode *
find (JsonNode   *root,
      const char *pointer)
{
  g_autoptr(TambourJsonPointer) parsed = tambour_json_pointer_new (pointer);

  return tambour_json_pointer_find (parsed, root);
}

static char *
dup_changed (const Fault *fault)
{
  g_autoptr(JsonNode) root = json_from_string (MAP, NULL);
  const char *slash = strrchr (fault->pointer, '/');
  g_autofree char *above = g_strndup (fault->pointer, slash - fault->pointer);
  JsonNode *parent = find (root, above);

  if (JSON_NODE_HOLDS_ARRAY (parent))
    {
      JsonNode *old = json_array_get_element (json_node_get_array (parent), (guint) g_ascii_strtoull (slash + 1, NULL, 10));
      g_autoptr(JsonNode) node = json_from_string (fault->value, NULL);

      if (JSON_NODE_HOLDS_OBJECT (node))
        json_node_set_object (old, json_node_get_object (node));
      else
        json_node_init_string (old, json_node_get_string (node));
    }
  else if (fault->value != NULL)
    json_object_set_member (json_node_get_object (parent), slash + 1, json_from_string (fault->value, NULL));
  else
    json_object_remove_member (json_node_get_object (parent), slash + 1);

  return json_to_string (root, FALSE);
}

/* Whether one of them names the place, and says what was expected there. */
static gboolean
is_told (GPtrArray   *told,
         const Fault *fault)
{
  g_autofree char *place = g_strconcat ("The map is wrong at ", fault->place, ":", NULL);

  for (guint i = 0; i < told->len; i++)
    if (g_str_has_prefix (told->pdata[i], place) && strstr (told->pdata[i], fault->expected) != NULL)
      return TRUE;

  return FALSE;
}

static void
test_each_fault_is_told_with_its_place (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GError) error = NULL;
      g_autofree char *json = dup_changed (&faults[i]);
      g_autoptr(TambourPortalMap) map = tambour_portal_map_parse (json, -1, told, &error);

      g_assert_null (map);
      g_assert_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_MAP);
      if (!is_told (told, &faults[i]))
        {
          for (guint n = 0; n < told->len; n++)
            g_test_message ("%s", (char *) told->pdata[n]);
          g_error ("%s is not told", faults[i].place);
        }
    }
}

static void
test_all_faults_are_told_at_once (void)
{
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPortalMap) map = tambour_portal_map_parse ("{\"title\": 1, \"zone\": \"x\", \"a\": 1, \"b\": 2}", -1, told, &error);

  g_assert_null (map);
  g_assert_cmpuint (told->len, >=, 9);
  g_assert_cmpstr (error->message, ==, told->pdata[0]);
}

static void
test_what_is_no_map_is_refused (void)
{
  static const char * const texts[] = { "", "[]", "7", "{", "\xff", "null", "{\"title\": \"\\ud800\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourPortalMap) map = tambour_portal_map_parse (texts[i], -1, NULL, &error);

      g_assert_null (map);
      g_assert_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_MAP);
    }
}

static void
test_says_what_it_is (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPortalMap) map = tambour_portal_map_parse (MAP, -1, NULL, &error);
  g_auto(GStrv) hints = NULL;

  g_assert_no_error (error);
  hints = tambour_portal_map_list_hints (map);
  g_assert_cmpstr (tambour_portal_map_get_title (map), ==, "Desk");
  g_assert_cmpstr (tambour_portal_map_get_system (map), ==, "desk");
  g_assert_cmpstr (tambour_portal_map_get_zone (map), ==, "Europe/Berlin");
  g_assert_cmpstr (tambour_portal_map_get_kind (map), ==, "case");
  g_assert_false (tambour_portal_map_choose_kind (map, "feature_request"));
  g_assert_cmpuint (g_strv_length (hints), ==, 3);
  g_assert_cmpint (tambour_portal_map_pick_sign_in (map, "anna"), ==, TAMBOUR_PORTAL_SIGN_IN_BASIC);
  g_assert_cmpint (tambour_portal_map_pick_sign_in (map, NULL), ==, TAMBOUR_PORTAL_SIGN_IN_BEARER);
  g_assert_cmpfloat (tambour_portal_map_get_rate (map), ==, 0);
}

static void
test_those_that_ship_are_well (void)
{
  g_auto(GStrv) names = tambour_portal_map_list_shipped ();

  g_assert_cmpuint (g_strv_length (names), ==, 7);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourPortalMap) map = tambour_portal_map_load_shipped (names[i], &error);
      g_auto(GStrv) kinds = NULL;

      g_assert_no_error (error);
      kinds = tambour_portal_map_list_kinds (map);
      for (guint n = 0; kinds[n] != NULL; n++)
        {
          g_autofree char *full = g_strconcat (names[i], "/", kinds[n], NULL);
          g_autoptr(TambourPortalMap) chosen = tambour_portal_map_load_shipped (full, &error);

          g_assert_no_error (error);
          g_assert_cmpstr (tambour_portal_map_get_kind (chosen), ==, kinds[n]);
        }
    }
}

static void
test_the_guides_example_is_well (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "portals", "README.md", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) parts = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPortalMap) map = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  parts = g_strsplit (text, "```", 3);
  map = tambour_portal_map_parse (parts[1] + strlen ("json"), -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tambour_portal_map_get_title (map), ==, "Hearth");
}

static void
test_one_that_does_not_ship_is_refused (void)
{
  static const char * const names[] = { "", "no-tool", "../maps/library", "redmine/account" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourPortalMap) map = tambour_portal_map_load_shipped (names[i], &error);

      g_assert_null (map);
      g_assert_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_MAP);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portal-map/each-fault-is-told-with-its-place", test_each_fault_is_told_with_its_place);
  g_test_add_func ("/portal-map/all-faults-are-told-at-once", test_all_faults_are_told_at_once);
  g_test_add_func ("/portal-map/what-is-no-map-is-refused", test_what_is_no_map_is_refused);
  g_test_add_func ("/portal-map/says-what-it-is", test_says_what_it_is);
  g_test_add_func ("/portal-map/those-that-ship-are-well", test_those_that_ship_are_well);
  g_test_add_func ("/portal-map/the-guides-example-is-well", test_the_guides_example_is_well);
  g_test_add_func ("/portal-map/one-that-does-not-ship-is-refused", test_one_that_does_not_ship_is_refused);

  return g_test_run ();
}
