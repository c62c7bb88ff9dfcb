/* test-checkpoint.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-answer.h"
#include "tambour-checkpoint.h"
#include "tambour-time.h"

#define NOON G_GINT64_CONSTANT (1795780800)

static JsonObject *
advance (JsonObject *document,
         const char *session,
         const char *place)
{
  JsonObject *advanced = tambour_checkpoint_advance (document, session, place, NOON);

  if (document != NULL)
    json_object_unref (document);

  return advanced;
}

static void
assert_common (JsonObject *here,
               JsonObject *there,
               const char *place)
{
  g_autofree char *found = tambour_checkpoint_dup_common (here, there);

  g_assert_cmpstr (found, ==, place);
}

static void
test_agreement (void)
{
  g_autoptr(JsonObject) here = advance (advance (NULL, "s1", "10-a"), "s1", "20-b");
  g_autoptr(JsonObject) there = advance (advance (NULL, "s1", "10-a"), "s1", "20-b");

  assert_common (here, there, "20-b");
  assert_common (here, NULL, NULL);
  assert_common (NULL, there, NULL);
  assert_common (NULL, NULL, NULL);
}

/* A crash between the two writes, of whichever side. */
static void
test_half_written (void)
{
  g_autoptr(JsonObject) behind = advance (NULL, "s1", "10-a");
  g_autoptr(JsonObject) ahead = advance (advance (NULL, "s1", "10-a"), "s1", "20-b");

  assert_common (behind, ahead, "10-a");
  assert_common (ahead, behind, "10-a");
}

/* The same place of another session is another place: a copied portfolio. */
static void
test_other_sessions (void)
{
  g_autoptr(JsonObject) here = advance (advance (NULL, "s1", "10-a"), "s2", "20-b");
  g_autoptr(JsonObject) there = advance (advance (NULL, "s1", "10-a"), "s3", "20-b");
  g_autoptr(JsonObject) stranger = advance (NULL, "s4", "20-b");

  assert_common (here, there, "10-a");
  assert_common (here, stranger, NULL);
}

static void
test_restored_backup (void)
{
  g_autoptr(JsonObject) here = advance (advance (advance (NULL, "s1", "10-a"), "s2", "20-b"), "s3", "30-c");
  g_autoptr(JsonObject) ahead = advance (advance (advance (advance (NULL, "s1", "10-a"), "s2", "20-b"), "s3", "30-c"), "s4", "7-d");
  g_autoptr(JsonObject) old = advance (NULL, "s1", "10-a");
  g_autoptr(JsonObject) empty = json_object_new ();

  assert_common (here, old, "10-a");
  g_assert_true (tambour_checkpoint_is_behind (old, here));
  g_assert_true (tambour_checkpoint_is_behind (NULL, here));
  g_assert_true (tambour_checkpoint_is_behind (empty, here));
  g_assert_false (tambour_checkpoint_is_behind (here, here));
  g_assert_false (tambour_checkpoint_is_behind (ahead, here));
  g_assert_false (tambour_checkpoint_is_behind (here, old));
  g_assert_false (tambour_checkpoint_is_behind (here, NULL));
  g_assert_false (tambour_checkpoint_is_behind (NULL, NULL));
}

/* What other replicators write, of other servers' places. */
static void
test_places_of_any_kind (void)
{
  static const char * const places[][2] = {
    { "12", "12" }, { "\"12-g1AAAA\"", "12-g1AAAA" }, { "[12,\"g1AAAA\"]", "[12,\"g1AAAA\"]" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"session_id\":\"s1\",\"source_last_seq\":%s,\"replication_id_version\":4,\"history\":"
                                               "[{\"session_id\":\"s1\",\"recorded_seq\":%s,\"start_last_seq\":0,\"docs_read\":3}]}",
                                               places[i][0], places[i][0]);
      g_autoptr(JsonNode) node = json_from_string (text, NULL);

      assert_common (json_node_get_object (node), json_node_get_object (node), places[i][1]);
      g_assert_false (tambour_checkpoint_is_behind (json_node_get_object (node), json_node_get_object (node)));
    }
}

static void
test_counts (void)
{
  g_assert_cmpint (tambour_checkpoint_count ("12-g1AAAA"), ==, 12);
  g_assert_cmpint (tambour_checkpoint_count ("12"), ==, 12);
  g_assert_cmpint (tambour_checkpoint_count ("12abc"), ==, -1);
  g_assert_cmpint (tambour_checkpoint_count ("g1AAAA"), ==, -1);
  g_assert_cmpint (tambour_checkpoint_count ("-12"), ==, -1);
  g_assert_cmpint (tambour_checkpoint_count (""), ==, -1);
  g_assert_cmpint (tambour_checkpoint_count (NULL), ==, -1);
}

static void
test_history_ends (void)
{
  g_autoptr(JsonObject) document = NULL;
  JsonArray *history;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *place = g_strdup_printf ("%u-x", i);

      document = advance (g_steal_pointer (&document), "s1", place);
    }

  history = json_object_get_array_member (document, "history");
  g_assert_cmpuint (json_array_get_length (history), ==, 50);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (history, 0), "recorded_seq"), ==, "199-x");
  g_assert_cmpstr (json_object_get_string_member (document, "source_last_seq"), ==, "199-x");
  g_assert_cmpint (json_object_get_int_member (document, "replication_id_version"), ==, 3);
}

static void
test_time (void)
{
  g_autoptr(JsonObject) document = advance (NULL, "s1", "10-a");
  g_autoptr(JsonObject) empty = json_object_new ();

  g_assert_cmpint (tambour_checkpoint_get_time (document), ==, NOON);
  g_assert_cmpint (tambour_checkpoint_get_time (empty), ==, TAMBOUR_NEVER);
  g_assert_cmpint (tambour_checkpoint_get_time (NULL), ==, TAMBOUR_NEVER);
}

static void
test_rev_is_kept (void)
{
  g_autoptr(JsonObject) document = advance (NULL, "s1", "10-a");

  json_object_set_string_member (document, "_rev", "0-7");
  document = advance (g_steal_pointer (&document), "s1", "20-b");
  g_assert_cmpstr (json_object_get_string_member (document, "_rev"), ==, "0-7");
}

/* Whatever somebody has written there, it is no place to trust. */
static void
test_garbage (void)
{
  static const char * const garbage[] = {
    "{}", "{\"history\":7}", "{\"history\":[7,null,\"x\"]}", "{\"history\":[{}]}",
    "{\"history\":[{\"session_id\":1,\"recorded_seq\":2}]}", "{\"session_id\":\"s1\",\"source_last_seq\":\"10-a\"}"
  };
  g_autoptr(JsonObject) here = advance (NULL, "s1", "10-a");

  for (guint i = 0; i < G_N_ELEMENTS (garbage); i++)
    {
      g_autoptr(JsonNode) node = json_from_string (garbage[i], NULL);
      g_autoptr(JsonObject) there = json_node_dup_object (node);
      g_autoptr(JsonObject) advanced = tambour_checkpoint_advance (there, "s1", "20-b", NOON);

      assert_common (here, there, NULL);
      assert_common (there, here, NULL);
      assert_common (advanced, advanced, "20-b");
    }
}

static void
test_names (void)
{
  g_autofree char *pull = tambour_checkpoint_dup_id (TAMBOUR_SYNC_DIRECTION_PULL, "https://a/team", "r1");
  g_autofree char *again = tambour_checkpoint_dup_id (TAMBOUR_SYNC_DIRECTION_PULL, "https://a/team", "r1");
  g_autofree char *push = tambour_checkpoint_dup_id (TAMBOUR_SYNC_DIRECTION_PUSH, "https://a/team", "r1");
  g_autofree char *elsewhere = tambour_checkpoint_dup_id (TAMBOUR_SYNC_DIRECTION_PULL, "https://b/team", "r1");
  g_autofree char *other = tambour_checkpoint_dup_id (TAMBOUR_SYNC_DIRECTION_PULL, "https://a/team", "r2");

  g_assert_cmpstr (pull, ==, again);
  g_assert_cmpstr (pull, !=, push);
  g_assert_cmpstr (pull, !=, elsewhere);
  g_assert_cmpstr (pull, !=, other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checkpoint/a-place-on-which-both-sides-agree-is-trusted", test_agreement);
  g_test_add_func ("/checkpoint/one-that-only-one-side-wrote-is-not", test_half_written);
  g_test_add_func ("/checkpoint/the-same-place-of-another-session-is-not", test_other_sessions);
  g_test_add_func ("/checkpoint/an-old-backup-is-noticed", test_restored_backup);
  g_test_add_func ("/checkpoint/places-of-any-kind-are-compared", test_places_of_any_kind);
  g_test_add_func ("/checkpoint/places-may-begin-with-a-number", test_counts);
  g_test_add_func ("/checkpoint/the-history-has-an-end", test_history_ends);
  g_test_add_func ("/checkpoint/one-says-when-it-was-written", test_time);
  g_test_add_func ("/checkpoint/the-revision-of-the-document-is-kept", test_rev_is_kept);
  g_test_add_func ("/checkpoint/garbage-is-no-place", test_garbage);
  g_test_add_func ("/checkpoint/each-replication-has-a-name-of-its-own", test_names);

  return g_test_run ();
}
