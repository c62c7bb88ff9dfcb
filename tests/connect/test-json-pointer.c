/* test-json-pointer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-json-pointer.h"

#define N_TREES 300

/* The examples of RFC 6901. */
#define DOCUMENT \
  "{\"foo\": [\"bar\", \"baz\"], \"\": 0, \"a/b\": 1, \"c%d\": 2, \"e^f\": 3, \"g|h\": 4, \"i\\\\j\": 5, \"k\\\"l\": 6, \" \": 7, \"m~n\": 8}"

static void
assert_found (JsonNode   *root,
              const char *text,
              const char *expected)
{
  g_autoptr(TambourJsonPointer) pointer = tambour_json_pointer_new (text);
  JsonNode *node;
  g_autofree char *json = NULL;

  g_assert_nonnull (pointer);
  node = tambour_json_pointer_find (pointer, root);
  json = node != NULL ? json_to_string (node, FALSE) : NULL;
  g_assert_cmpstr (json, ==, expected);
}

static void
test_finds_what_the_rfc_says (void)
{
  g_autoptr(JsonNode) root = json_from_string (DOCUMENT, NULL);

  assert_found (root, "/foo", "[\"bar\",\"baz\"]");
  assert_found (root, "/foo/0", "\"bar\"");
  assert_found (root, "/", "0");
  assert_found (root, "/a~1b", "1");
  assert_found (root, "/c%d", "2");
  assert_found (root, "/e^f", "3");
  assert_found (root, "/g|h", "4");
  assert_found (root, "/i\\j", "5");
  assert_found (root, "/k\"l", "6");
  assert_found (root, "/ ", "7");
  assert_found (root, "/m~0n", "8");
}

static void
test_finds_nothing_where_nothing_is (void)
{
  static const char * const texts[] = { "/bar", "/foo/2", "/foo/-", "/foo/00", "/foo/+1", "/foo/0/x", "/foo/99999999999999999999", "//x" };
  g_autoptr(JsonNode) root = json_from_string (DOCUMENT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_found (root, texts[i], NULL);
}

static void
test_refuses_what_is_none (void)
{
  static const char * const texts[] = { "foo", "~", "/~", "/~2", "/a~", "#/foo", " /foo" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (tambour_json_pointer_new (texts[i]));
}

static char *
make_key (GRand *random)
{
  static const char * const pieces[] = { "a", "/", "~", "0", "1", "~1", "~0", "", "é", " ", "-", "\"" };
  g_autoptr(GString) key = g_string_new (NULL);

  for (guint n = g_rand_int (random) % 5; n > 0; n--)
    g_string_append (key, pieces[g_rand_int (random) % G_N_ELEMENTS (pieces)]);

  return g_string_free (g_steal_pointer (&key), FALSE);
}

static JsonNode *
make_tree (GRand *random,
           guint  depth)
{
  JsonNode *node;

  if (depth == 0 || g_rand_int (random) % 4 == 0)
    return json_node_init_int (json_node_alloc (), g_rand_int_range (random, 0, 1000));

  if (g_rand_boolean (random))
    {
      JsonArray *array = json_array_new ();

      for (guint n = g_rand_int (random) % 5; n > 0; n--)
        json_array_add_element (array, make_tree (random, depth - 1));
      node = json_node_init_array (json_node_alloc (), array);
      json_array_unref (array);
    }
  else
    {
      JsonObject *object = json_object_new ();

      for (guint n = g_rand_int (random) % 5; n > 0; n--)
        {
          g_autofree char *key = make_key (random);

          json_object_set_member (object, key, make_tree (random, depth - 1));
        }
      node = json_node_init_object (json_node_alloc (), object);
      json_object_unref (object);
    }

  return node;
}

/* Every node of a tree is found from the top by the keys on the way to it. */
static void
assert_all_found (JsonNode   *root,
                  JsonNode   *node,
                  const char *place)
{
  g_autoptr(TambourJsonPointer) pointer = tambour_json_pointer_new (place);

  g_assert_nonnull (pointer);
  g_assert_cmpstr (tambour_json_pointer_get_text (pointer), ==, place);
  g_assert_true (tambour_json_pointer_find (pointer, root) == node);

  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      {
        g_autofree char *at = g_strdup_printf ("%s/%u", place, i);

        assert_all_found (root, json_array_get_element (json_node_get_array (node), i), at);
      }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *key;
      JsonNode *member;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &key, &member))
        {
          g_autofree char *escaped = tambour_json_pointer_escape (key);
          g_autofree char *at = g_strconcat (place, "/", escaped, NULL);

          assert_all_found (root, member, at);
        }
    }
}

static void
test_finds_every_node_of_any_tree (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (6901);

  for (guint i = 0; i < N_TREES; i++)
    {
      g_autoptr(JsonNode) root = make_tree (random, 5);

      assert_all_found (root, root, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-pointer/finds-what-the-rfc-says", test_finds_what_the_rfc_says);
  g_test_add_func ("/json-pointer/finds-nothing-where-nothing-is", test_finds_nothing_where_nothing_is);
  g_test_add_func ("/json-pointer/refuses-what-is-none", test_refuses_what_is_none);
  g_test_add_func ("/json-pointer/finds-every-node-of-any-tree", test_finds_every_node_of_any_tree);

  return g_test_run ();
}
