/* test-erased.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-laptop.h"
#include "tambour-player.h"
#include "tambour-replica.h"

/* Of the cases that the player has, the first. */
#define FIRST "01930000-0000-7000-8000-000000000000"

typedef struct
{
  TambourPlayer *player;
  TambourLaptop *laptop;
} Fixture;

/* @data: whether the server tells what was erased */
static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->player = tambour_player_new ();
  fixture->laptop = tambour_laptop_new (tambour_player_get_base (fixture->player), "team");
  tambour_player_add_cases (fixture->player, 0, 3, 10);
  tambour_laptop_sync (fixture->laptop);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  tambour_test_assert_clean (fixture->laptop->store);
  g_clear_pointer (&fixture->laptop, tambour_laptop_free);
  g_clear_pointer (&fixture->player, tambour_player_free);
}

static gboolean
tells (gconstpointer data)
{
  return GPOINTER_TO_INT (data);
}

/* That the record is here, is held back, and that people are told why. */
static void
assert_held (Fixture    *fixture,
             const char *title)
{
  g_autoptr(GPtrArray) refused = tambour_replica_list_refused (fixture->laptop->store, 10, NULL);
  const TambourReplicaEntry *entry;

  g_assert_cmpuint (refused->len, ==, 1);
  entry = refused->pdata[0];
  g_assert_cmpstr (entry->id, ==, FIRST);
  g_assert_cmpint (entry->reason, ==, TAMBOUR_REPLICA_ERASED);
  g_assert_nonnull (strstr (entry->refused, "erased it there for good"));
  tambour_laptop_assert (fixture->laptop, FIRST, "title", title);
}

static void
assert_not_held (Fixture *fixture)
{
  g_assert_cmpint (tambour_replica_count_refused (fixture->laptop->store, NULL), ==, 0);
}

static guint
count_sent (Fixture *fixture)
{
  return tambour_player_count (fixture->player, "POST _bulk_docs");
}

static void
test_stays (Fixture       *fixture,
            gconstpointer  data)
{
  tambour_player_erase (fixture->player, FIRST, tells (data));
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.n_refused, ==, 1);
  assert_held (fixture, "Case 0");

  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.n_refused, ==, 0);
  assert_held (fixture, "Case 0");
  g_assert_cmpuint (count_sent (fixture), ==, 0);
  g_assert_cmpuint (tambour_laptop_count (fixture->laptop, TAMBOUR_TYPE_CASE), ==, 3);
}

/* Who edits it does not bring it back to everybody, and loses nothing. */
static void
test_edited_later (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  tambour_player_erase (fixture->player, FIRST, tells (data));
  tambour_laptop_sync (fixture->laptop);
  tambour_laptop_set (fixture->laptop, FIRST, "title", "Edited");
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (count_sent (fixture), ==, 0);
  assert_held (fixture, "Edited");

  g_assert_true (tambour_sync_offer_refused (fixture->laptop->store, &error));
  g_assert_no_error (error);
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (count_sent (fixture), ==, 0);
  assert_held (fixture, "Edited");
}

/* Until they say that it is to go there. */
static void
test_sent_again (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  tambour_player_erase (fixture->player, FIRST, tells (data));
  tambour_laptop_set (fixture->laptop, FIRST, "title", "Edited before");
  tambour_laptop_sync (fixture->laptop);
  if (!tells (data))
    tambour_laptop_sync (fixture->laptop);

  g_assert_true (tambour_replica_offer_again (fixture->laptop->store, FIRST, &error));
  g_assert_no_error (error);
  tambour_laptop_sync (fixture->laptop);
  assert_not_held (fixture);
  g_assert_cmpuint (count_sent (fixture), ==, 1);
  tambour_laptop_sync (fixture->laptop);
  assert_not_held (fixture);
  g_assert_cmpuint (count_sent (fixture), ==, 1);
}

/* The edit was made before anybody here knew. */
static void
test_edited_before (Fixture       *fixture,
                    gconstpointer  data)
{
  tambour_player_erase (fixture->player, FIRST, TRUE);
  tambour_laptop_set (fixture->laptop, FIRST, "title", "Edited before");
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (count_sent (fixture), ==, 0);
  assert_held (fixture, "Edited before");
}

/* A server tells only so much of what it erased. */
static void
test_untold (Fixture       *fixture,
             gconstpointer  data)
{
  tambour_player_erase (fixture->player, FIRST, TRUE);
  tambour_player_erase (fixture->player, "01930000-0000-7000-8000-0000000000ff", TRUE);
  tambour_player_compact (fixture->player);
  tambour_player_erase (fixture->player, "01930000-0000-7000-8000-0000000000fe", TRUE);
  tambour_laptop_sync (fixture->laptop);
  assert_held (fixture, "Case 0");
}

/* Somebody else has sent it once more. */
static void
test_comes_back (Fixture       *fixture,
                 gconstpointer  data)
{
  tambour_player_erase (fixture->player, FIRST, tells (data));
  tambour_laptop_sync (fixture->laptop);
  tambour_player_add_cases (fixture->player, 0, 1, 10);
  tambour_laptop_sync (fixture->laptop);
  assert_not_held (fixture);
  tambour_laptop_assert (fixture->laptop, FIRST, "title", "Case 0");
}

static void
test_removed_too (Fixture       *fixture,
                  gconstpointer  data)
{
  tambour_player_erase (fixture->player, FIRST, tells (data));
  tambour_laptop_sync (fixture->laptop);
  tambour_laptop_remove (fixture->laptop, FIRST);
  tambour_laptop_sync (fixture->laptop);
  assert_not_held (fixture);
  g_assert_cmpuint (count_sent (fixture), ==, 0);
  g_assert_cmpuint (tambour_laptop_count (fixture->laptop, TAMBOUR_TYPE_CASE), ==, 2);
}

/* What the server never had was not erased there. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TambourRecord) record = tambour_laptop_add (fixture->laptop, "SR-9", "Written here");

  tambour_player_erase (fixture->player, "01930000-0000-7000-8000-0000000000ff", tells (data));
  tambour_laptop_sync (fixture->laptop);
  assert_not_held (fixture);
  g_assert_cmpint (fixture->laptop->outcome.n_sent, ==, 1);
}

/* Nobody who comes new has it. */
static void
test_newcomer (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(TambourLaptop) other = tambour_laptop_new (tambour_player_get_base (fixture->player), "team");

  tambour_player_erase (fixture->player, FIRST, tells (data));
  tambour_laptop_sync (other);
  g_assert_cmpuint (tambour_laptop_count (other, TAMBOUR_TYPE_CASE), ==, 2);
  g_assert_cmpint (tambour_replica_count_refused (other->store, NULL), ==, 0);
}

/* An old backup has it again, and is no reason to hold anything. */
static void
test_restored (Fixture       *fixture,
               gconstpointer  data)
{
  tambour_player_forget (fixture->player, NULL);
  tambour_player_erase (fixture->player, FIRST, tells (data));
  tambour_laptop_sync (fixture->laptop);
  assert_not_held (fixture);
  g_assert_cmpint (fixture->laptop->outcome.n_sent, ==, 3);
}

static gboolean
wake_up (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_for (gint64 microseconds)
{
  gint64 until = g_get_monotonic_time () + microseconds;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_counted (TambourSync *sync)
{
  g_autoptr(TambourSyncStatus) status = tambour_sync_dup_status (sync);

  return status->n_refused == 1;
}

/* Whoever follows the server hears nothing of it, and looks before sending. */
static void
test_followed (Fixture       *fixture,
               gconstpointer  data)
{
  TambourSync *sync = tambour_sync_new (fixture->laptop->store, fixture->laptop->server, NULL);
  guint source = g_timeout_add (20, wake_up, NULL);

  tambour_sync_start (sync);
  wait_for (3 * G_TIME_SPAN_SECOND);
  tambour_player_erase (fixture->player, FIRST, TRUE);
  tambour_laptop_set (fixture->laptop, FIRST, "title", "Edited");
  while (!is_counted (sync))
    g_main_context_iteration (NULL, TRUE);

  assert_held (fixture, "Edited");
  g_assert_cmpuint (count_sent (fixture), ==, 0);
  tambour_sync_stop (sync);
  g_source_remove (source);
  g_assert_finalize_object (sync);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) \
  g_test_add ("/erased/" path "/and-the-server-says-so", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up, function, fixture_tear_down); \
  g_test_add ("/erased/" path "/on-an-older-server", Fixture, GINT_TO_POINTER (FALSE), fixture_set_up, function, fixture_tear_down)
  ADD ("a-record-stays-and-people-are-told", test_stays);
  ADD ("who-edits-it-sends-it-to-nobody", test_edited_later);
  ADD ("it-goes-there-when-somebody-says-so", test_sent_again);
  ADD ("what-somebody-else-sends-once-more-is-there-again", test_comes_back);
  ADD ("what-is-removed-here-too-is-over", test_removed_too);
  ADD ("what-was-never-there-is-sent", test_others);
  ADD ("who-comes-new-never-sees-it", test_newcomer);
  ADD ("a-database-that-was-made-anew-gets-everything", test_restored);
#undef ADD

#define ADD(path, function) g_test_add ("/erased/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("an-edit-from-before-is-held-back", test_edited_before);
  ADD ("what-a-server-has-forgotten-to-have-erased-is-found", test_untold);
  ADD ("who-follows-looks-before-sending", test_followed);
#undef ADD

  return g_test_run ();
}
