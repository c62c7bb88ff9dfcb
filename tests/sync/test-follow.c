/* test-follow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-laptop.h"
#include "tambour-player.h"

typedef struct
{
  TambourPlayer *player;
  TambourLaptop *laptop;
  TambourSync   *sync;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->player = tambour_player_new ();
  fixture->laptop = tambour_laptop_new (tambour_player_get_base (fixture->player), "team");
  fixture->sync = tambour_sync_new (fixture->laptop->store, fixture->laptop->server, NULL);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  tambour_sync_stop (fixture->sync);
  g_assert_finalize_object (fixture->sync);
  tambour_test_assert_clean (fixture->laptop->store);
  g_clear_pointer (&fixture->laptop, tambour_laptop_free);
  g_clear_pointer (&fixture->player, tambour_player_free);
}

static gboolean
wake_up (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets the main context run until @is_so. */
static void
wait_until (Fixture    *fixture,
            gboolean  (*is_so) (Fixture *fixture, gconstpointer data),
            gconstpointer data)
{
  guint source = g_timeout_add (20, wake_up, NULL);

  while (!is_so (fixture, data))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);
}

static void
wait_a_while (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_GINT64_CONSTANT (1000);
  guint source = g_timeout_add (20, wake_up, NULL);

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);
}

static gboolean
has_state (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TambourSyncStatus) status = tambour_sync_dup_status (fixture->sync);

  return status->state == (TambourSyncState) GPOINTER_TO_UINT (data);
}

static void
wait_for_state (Fixture          *fixture,
                TambourSyncState  state)
{
  wait_until (fixture, has_state, GUINT_TO_POINTER (state));
}

static gboolean
has_cases (Fixture       *fixture,
           gconstpointer  data)
{
  return tambour_laptop_count (fixture->laptop, TAMBOUR_TYPE_CASE) == GPOINTER_TO_UINT (data);
}

static gboolean
has_documents (Fixture       *fixture,
               gconstpointer  data)
{
  return tambour_player_count_docs (fixture->player) == GPOINTER_TO_UINT (data);
}

static gboolean
has_waiting (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TambourSyncStatus) status = tambour_sync_dup_status (fixture->sync);

  return status->n_waiting == (gint64) GPOINTER_TO_UINT (data);
}

static gboolean
polls (Fixture       *fixture,
       gconstpointer  data)
{
  return tambour_player_count (fixture->player, "GET _changes") >= GPOINTER_TO_UINT (data);
}

static void
test_arrives (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TambourSyncStatus) status = NULL;

  tambour_player_add_cases (fixture->player, 0, 2, 10);
  tambour_sync_start (fixture->sync);
  wait_for_state (fixture, TAMBOUR_SYNC_IDLE);
  g_assert_true (has_cases (fixture, GUINT_TO_POINTER (2)));

  tambour_player_add_cases (fixture->player, 2, 1, 10);
  wait_until (fixture, has_cases, GUINT_TO_POINTER (3));
  wait_for_state (fixture, TAMBOUR_SYNC_IDLE);
  status = tambour_sync_dup_status (fixture->sync);
  g_assert_true (tambour_instant_is_stated (status->last));
  g_assert_null (status->error);
}

static void
test_leaves (Fixture       *fixture,
             gconstpointer  data)
{
  tambour_sync_start (fixture->sync);
  wait_for_state (fixture, TAMBOUR_SYNC_IDLE);
  g_object_unref (tambour_laptop_add (fixture->laptop, "SR-1", "Written meanwhile"));
  wait_until (fixture, has_documents, GUINT_TO_POINTER (1));
  wait_until (fixture, has_waiting, GUINT_TO_POINTER (0));
}

/* What it has sent itself comes back as a change, and is none. */
static void
test_idle (Fixture       *fixture,
           gconstpointer  data)
{
  guint n_gets;

  tambour_sync_start (fixture->sync);
  wait_for_state (fixture, TAMBOUR_SYNC_IDLE);
  wait_until (fixture, polls, GUINT_TO_POINTER (3));
  n_gets = tambour_player_count (fixture->player, "");
  for (guint i = 0; i < 25; i++)
    {
      g_usleep (20 * 1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpuint (tambour_player_count (fixture->player, ""), ==, n_gets);
}

static void
test_offline (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TambourServer) nowhere = tambour_server_new ("http://127.0.0.1:9/team", NULL, NULL);
  g_autoptr(TambourSync) sync = tambour_sync_new (fixture->laptop->store, nowhere, NULL);
  g_autoptr(TambourSyncStatus) status = NULL;
  TambourSync *own = fixture->sync;

  fixture->sync = sync;
  tambour_sync_start (sync);
  wait_for_state (fixture, TAMBOUR_SYNC_OFFLINE);
  g_object_unref (tambour_laptop_add (fixture->laptop, "SR-1", "Written offline"));
  wait_until (fixture, has_waiting, GUINT_TO_POINTER (1));
  status = tambour_sync_dup_status (sync);
  g_assert_true (tambour_instant_is_stated (status->next_attempt));
  g_assert_error (status->error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_UNREACHABLE);
  tambour_sync_stop (sync);
  fixture->sync = own;
}

static void
test_failed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TambourSyncStatus) status = NULL;

  tambour_player_rule (fixture->player, "GET ", 1, 401, NULL, "{'error':'unauthorized','reason':'Name or password is incorrect.'}");
  tambour_sync_start (fixture->sync);
  wait_for_state (fixture, TAMBOUR_SYNC_FAILED);
  status = tambour_sync_dup_status (fixture->sync);
  g_assert_error (status->error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SIGN_IN);
  g_assert_false (tambour_instant_is_stated (status->next_attempt));

  tambour_sync_wake (fixture->sync);
  wait_for_state (fixture, TAMBOUR_SYNC_IDLE);
}

static void
test_waits (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TambourSyncStatus) status = NULL;

  tambour_player_rule (fixture->player, "GET _changes", 1, 503, "Retry-After: 3600", "{'error':'busy','reason':'Backup'}");
  tambour_sync_start (fixture->sync);
  wait_for_state (fixture, TAMBOUR_SYNC_WAITING);
  status = tambour_sync_dup_status (fixture->sync);
  g_assert_cmpint (status->next_attempt.seconds, >=, g_get_real_time () / G_USEC_PER_SEC + 3000);

  tambour_sync_wake (fixture->sync);
  wait_for_state (fixture, TAMBOUR_SYNC_IDLE);
}

/* The last edit is sent, and what is known of the place is written down. */
static void
test_stops (Fixture       *fixture,
            gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 2, 10);
  tambour_sync_start (fixture->sync);
  wait_for_state (fixture, TAMBOUR_SYNC_IDLE);
  tambour_player_add_cases (fixture->player, 2, 1, 10);
  wait_until (fixture, has_cases, GUINT_TO_POINTER (3));
  wait_for_state (fixture, TAMBOUR_SYNC_IDLE);
  tambour_sync_stop (fixture->sync);

  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.done, ==, 0);
}

static gboolean
has_asked (Fixture       *fixture,
           gconstpointer  data)
{
  return tambour_player_count (fixture->player, data) > 0;
}

/* Whatever it is waiting for, it ends. */
static void
test_stalled (Fixture       *fixture,
              gconstpointer  data)
{
  const char *request = data;

  tambour_player_add_cases (fixture->player, 0, 2, 10);
  g_object_unref (tambour_laptop_add (fixture->laptop, "SR-1", "Written here"));
  tambour_player_rule (fixture->player, request, 100, TAMBOUR_PLAYER_STALLS, NULL, "");
  tambour_sync_start (fixture->sync);
  wait_until (fixture, has_asked, request);
  tambour_sync_stop (fixture->sync);
}

/* The network may be gone for a while, and the server too. */
static void
test_cut (Fixture       *fixture,
          gconstpointer  data)
{
  tambour_sync_start (fixture->sync);
  wait_for_state (fixture, TAMBOUR_SYNC_IDLE);
  wait_until (fixture, polls, GUINT_TO_POINTER (3));
  tambour_player_rule (fixture->player, "GET _changes", 1, 502, NULL, "{'error':'bad_gateway','reason':'Gone'}");
  tambour_player_add_cases (fixture->player, 0, 1, 10);
  wait_until (fixture, has_cases, GUINT_TO_POINTER (1));
  wait_until (fixture, polls, GUINT_TO_POINTER (5));
  tambour_player_add_cases (fixture->player, 1, 1, 10);
  wait_until (fixture, has_cases, GUINT_TO_POINTER (2));
}

/* As a node that is taken out of its cluster does, or a proxy. */
static void
test_hasty (Fixture       *fixture,
            gconstpointer  data)
{
  tambour_sync_start (fixture->sync);
  wait_for_state (fixture, TAMBOUR_SYNC_IDLE);
  tambour_player_rule (fixture->player, "GET _changes", 1000, 200, NULL, "{'results':[],'last_seq':'0-g1AAAA','pending':0}");
  tambour_player_add_cases (fixture->player, 0, 1, 10);
  wait_until (fixture, polls, GUINT_TO_POINTER (4));
  wait_a_while (2500);
  g_assert_cmpuint (tambour_player_count (fixture->player, "GET _changes"), <=, 8);

  g_object_unref (tambour_laptop_add (fixture->laptop, "SR-1", "Written meanwhile"));
  wait_until (fixture, has_documents, GUINT_TO_POINTER (2));
}

static gboolean
has_refused (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TambourSyncStatus) status = tambour_sync_dup_status (fixture->sync);

  return status->n_refused == (gint64) GPOINTER_TO_UINT (data);
}

/* Whoever asks for it may have got another role. */
static void
test_asks_again (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TambourRecord) record = tambour_laptop_add (fixture->laptop, "SR-1", "Not mine");
  g_autofree char *answer = g_strdup_printf ("[{'id':'%s','rev':'1-a','error':'forbidden','reason':'Readers only read.'}]", record->id);

  tambour_player_rule (fixture->player, "POST _bulk_docs", 1, 201, NULL, answer);
  tambour_sync_start (fixture->sync);
  wait_for_state (fixture, TAMBOUR_SYNC_IDLE);
  wait_until (fixture, has_refused, GUINT_TO_POINTER (1));
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 0);

  tambour_sync_wake (fixture->sync);
  wait_until (fixture, has_documents, GUINT_TO_POINTER (1));
  wait_until (fixture, has_refused, GUINT_TO_POINTER (0));
}

static void
test_never_started (Fixture       *fixture,
                    gconstpointer  data)
{
  g_assert_true (has_state (fixture, GUINT_TO_POINTER (TAMBOUR_SYNC_OFF)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add ("/follow/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("what-others-write-arrives-by-itself", test_arrives);
  ADD ("what-is-written-here-leaves-by-itself", test_leaves);
  ADD ("one-that-is-in-step-asks-for-nothing-but-changes", test_idle);
  ADD ("without-a-server-edits-wait", test_offline);
  ADD ("a-wrong-password-waits-for-a-person", test_failed);
  ADD ("a-server-that-asks-for-patience-gets-it-unless-a-person-has-none", test_waits);
  ADD ("when-it-stops-its-place-is-written-down", test_stops);
  ADD ("a-poll-that-fails-is-asked-again", test_cut);
  ADD ("a-server-that-never-waits-is-not-asked-without-end", test_hasty);
  ADD ("what-was-refused-is-offered-again-when-somebody-asks", test_asks_again);
  ADD ("one-that-was-never-started-ends-all-the-same", test_never_started);
#undef ADD

#define ADD(path, request) g_test_add ("/follow/it-stops-while-the-server-is-silent/" path, Fixture, request, fixture_set_up, test_stalled, fixture_tear_down)
  ADD ("at-the-door", "GET ");
  ADD ("about-changes", "GET _changes");
  ADD ("about-documents", "POST _bulk_get");
  ADD ("about-what-it-lacks", "POST _revs_diff");
  ADD ("about-what-was-sent", "POST _bulk_docs");
  ADD ("about-checkpoints", "PUT _local");
#undef ADD

  return g_test_run ();
}
