/* test-faults.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-laptop.h"
#include "tambour-answer.h"
#include "tambour-player.h"
#include "tambour-replica.h"

typedef struct
{
  TambourPlayer *player;
  TambourLaptop *laptop;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->player = tambour_player_new ();
  fixture->laptop = tambour_laptop_new (tambour_player_get_base (fixture->player), "team");
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  tambour_test_assert_clean (fixture->laptop->store);
  g_clear_pointer (&fixture->laptop, tambour_laptop_free);
  g_clear_pointer (&fixture->player, tambour_player_free);
}

static void
assert_cases (Fixture *fixture,
              guint    n)
{
  g_assert_cmpuint (tambour_laptop_count (fixture->laptop, TAMBOUR_TYPE_CASE), ==, n);
}

static void
test_opaque_places (Fixture       *fixture,
                    gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 30, 10);
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 30);
  g_assert_cmpint (fixture->laptop->outcome.total, ==, 30);

  tambour_player_add_cases (fixture->player, 30, 5, 10);
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 35);
  g_assert_cmpint (fixture->laptop->outcome.done, ==, 5);
}

static void
test_no_bulk_get (Fixture       *fixture,
                  gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 120, 10);
  tambour_player_rule (fixture->player, "POST _bulk_get", 1000, 404, NULL, "{'error':'not_found','reason':'missing'}");
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 120);
  g_assert_cmpuint (tambour_player_count (fixture->player, "GET 0193"), ==, 120);
}

static void
test_method_not_allowed (Fixture       *fixture,
                         gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 3, 10);
  tambour_player_rule (fixture->player, "POST _bulk_get", 1000, 405, NULL, "{'error':'method_not_allowed','reason':'Only GET'}");
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 3);
}

static void
test_passing_faults (Fixture       *fixture,
                     gconstpointer  data)
{
  static const guint statuses[] = { 500, 503, 502, 429 };

  tambour_player_add_cases (fixture->player, 0, 300, 10);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    tambour_player_rule (fixture->player, i % 2 ? "POST _bulk_get" : "GET _changes", 1, statuses[i], NULL, "{'error':'x','reason':'y'}");
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 300);
}

static void
test_passing_garbage (Fixture       *fixture,
                      gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 300, 10);
  tambour_player_rule (fixture->player, "GET _changes", 1, 200, NULL, "{'results':[{'seq'");
  tambour_player_rule (fixture->player, "POST _bulk_get", 1, 200, NULL, "{'results':[{'id'");
  tambour_player_rule (fixture->player, "POST _bulk_get", 1, 200, NULL, "{'nothing':[]}");
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 300);
}

static void
test_retry_after (Fixture       *fixture,
                  gconstpointer  data)
{
  gint64 before = g_get_monotonic_time ();

  tambour_player_add_cases (fixture->player, 0, 3, 10);
  tambour_player_rule (fixture->player, "GET _changes", 1, 429, "Retry-After: 2", "{'error':'too_many_requests','reason':'slowly'}");
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 3);
  g_assert_cmpint (g_get_monotonic_time () - before, >=, 2 * G_TIME_SPAN_SECOND);
}

static void
test_gives_up (Fixture       *fixture,
               gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 3, 10);
  tambour_player_rule (fixture->player, "GET ", 1000, 401, NULL, "{'error':'unauthorized','reason':'Name or password is incorrect.'}");
  tambour_laptop_fail (fixture->laptop, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SIGN_IN);
}

static void
test_something_else (Fixture       *fixture,
                     gconstpointer  data)
{
  tambour_player_rule (fixture->player, "GET ", 1000, 200, NULL, "<!doctype html><title>Welcome</title>");
  tambour_laptop_fail (fixture->laptop, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_GARBAGE);
}

static void
test_other_json (Fixture       *fixture,
                 gconstpointer  data)
{
  tambour_player_rule (fixture->player, "GET ", 1000, 200, NULL, "{'welcome':'home'}");
  tambour_laptop_fail (fixture->laptop, TAMBOUR_ANSWER_ERROR, TAMBOUR_ANSWER_ERROR_SHAPE);
}

static void
test_other_database (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(TambourRecord) record = tambour_laptop_add (fixture->laptop, "SR-1", "Not for them");

  tambour_player_add (fixture->player, "{'_id':'milk','_rev':'1-a','_revisions':{'start':1,'ids':['a']},'type':'shopping list'}");
  tambour_player_add (fixture->player, "{'_id':'_design/shop','_rev':'1-a','_revisions':{'start':1,'ids':['a']}}");
  tambour_laptop_fail (fixture->laptop, TAMBOUR_SYNC_ERROR, TAMBOUR_SYNC_ERROR_OTHER_DATABASE);
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 2);
  g_assert_cmpuint (tambour_player_count (fixture->player, "P"), ==, 0);
}

/* Who may not even write checkpoints reads all the same, from the start each time. */
static void
test_no_checkpoints (Fixture       *fixture,
                     gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 3, 10);
  tambour_player_rule (fixture->player, "PUT _local/", 100, 403, NULL, "{'error':'forbidden','reason':'You may only read.'}");
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 3);
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.done, ==, 3);
  g_assert_cmpint (fixture->laptop->outcome.n_received, ==, 0);
  g_assert_cmpuint (tambour_player_count (fixture->player, "POST _revs_diff"), ==, 0);
}

/* One that the server cannot give does not keep the others away, and is asked for again. */
static void
test_one_fails (Fixture       *fixture,
                gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 2, 10);
  tambour_player_rule (
    fixture->player, "POST _bulk_get", 1, 200, NULL,
    "{'results':["
    "{'id':'01930000-0000-7000-8000-000000000000','docs':[{'error':{'id':'01930000-0000-7000-8000-000000000000',"
    "'rev':'1-00000000000000000000000000000000','error':'internal_server_error','reason':'boom'}}]},"
    "{'id':'01930000-0000-7000-8000-000000000001','docs':[{'ok':{'_id':'01930000-0000-7000-8000-000000000001',"
    "'_rev':'1-00000000000000000000000000000001','_revisions':{'start':1,'ids':['00000000000000000000000000000001']},"
    "'record':'case','number':'SR-1','title':'One','opened_at':'2026-11-01T10:00:00Z'}}]}]}");

  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 1);
  g_assert_cmpint (fixture->laptop->outcome.n_failed, ==, 1);

  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 2);
  g_assert_cmpint (fixture->laptop->outcome.n_failed, ==, 0);
}

static void
test_unknown_kinds (Fixture       *fixture,
                    gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 2, 10);
  tambour_player_add (fixture->player, "{'_id':'_design/tambour','_rev':'1-a','_revisions':{'start':1,'ids':['a']}}");
  tambour_player_add (fixture->player, "{'_id':'x1','_rev':'1-a','_revisions':{'start':1,'ids':['a']},'record':'of-a-newer-version'}");
  tambour_player_add (fixture->player, "{'_id':'x2','_rev':'1-a','_revisions':{'start':1,'ids':['a']},'type':'shopping list'}");
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 2);
  g_assert_cmpint (fixture->laptop->outcome.n_skipped, ==, 2);
}

/* The page of changes that a proxy gives twice, and in another order. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 2, 10);
  tambour_player_rule (fixture->player, "GET _changes", 2, 200, NULL,
                       "{'results':["
                       "{'seq':null,'id':'01930000-0000-7000-8000-000000000001','changes':[{'rev':'1-00000000000000000000000000000001'}]},"
                       "{'seq':null,'id':'01930000-0000-7000-8000-000000000000','changes':[{'rev':'1-00000000000000000000000000000000'}]},"
                       "{'seq':null,'id':'01930000-0000-7000-8000-000000000001','changes':[{'rev':'1-00000000000000000000000000000001'}]}"
                       "],'last_seq':'2-x','pending':0}");
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 2);
  tambour_player_forget (fixture->player, "checkpoints");
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 2);
  g_assert_cmpint (fixture->laptop->outcome.n_received, ==, 0);
}

static void
test_resumes (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_before;

  tambour_player_add_cases (fixture->player, 0, 5000, 10);
  tambour_player_rule_later (fixture->player, "POST _bulk_get", 12, 1, 401, NULL, "{'error':'unauthorized','reason':'Signed out.'}");
  tambour_laptop_fail (fixture->laptop, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SIGN_IN);
  n_before = tambour_laptop_count (fixture->laptop, TAMBOUR_TYPE_CASE);
  g_assert_cmpuint (n_before, >, 0);
  g_assert_cmpuint (n_before, <, 5000);

  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 5000);
  g_assert_cmpint (fixture->laptop->outcome.n_received, ==, 5000 - n_before);
  g_assert_cmpint (fixture->laptop->outcome.done, <, 5000);
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < 8; i++)
    g_object_unref (tambour_laptop_add (fixture->laptop, "SR-1", "One of some"));

  tambour_player_rule (fixture->player, "POST _bulk_docs", 3, 413, NULL, "{'error':'too_large','reason':'the request entity is too large'}");
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 8 - fixture->laptop->outcome.n_refused);
  g_assert_cmpuint (tambour_player_count (fixture->player, "POST _bulk_docs"), >, 3);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TambourRecord) record = tambour_laptop_add (fixture->laptop, "SR-1", "Not mine");
  g_autofree char *answer = g_strdup_printf ("[{'id':'%s','rev':'1-a','error':'forbidden','reason':'Readers only read.'}]", record->id);
  g_autoptr(GPtrArray) refused = NULL;
  const TambourReplicaEntry *entry;

  tambour_player_rule (fixture->player, "POST _bulk_docs", 1, 201, NULL, answer);
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.n_refused, ==, 1);
  g_assert_cmpint (fixture->laptop->outcome.n_sent, ==, 0);

  refused = tambour_replica_list_refused (fixture->laptop->store, 10, NULL);
  g_assert_cmpuint (refused->len, ==, 1);
  entry = refused->pdata[0];
  g_assert_cmpstr (entry->refused, ==, "Readers only read.");

  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 0);

  tambour_laptop_set (fixture->laptop, record->id, "title", "Mine");
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 1);
}

/* A failure of the server's own is no refusal: it is sent again. */
static void
test_not_taken (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TambourRecord) record = tambour_laptop_add (fixture->laptop, "SR-1", "The bus stalls");
  g_autofree char *answer = g_strdup_printf ("[{'id':'%s','error':'internal_server_error','reason':'boom'}]", record->id);

  tambour_player_rule (fixture->player, "POST _bulk_docs", 1, 201, NULL, answer);
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.n_failed, ==, 1);
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 0);

  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 1);
  g_assert_cmpint (fixture->laptop->outcome.n_failed, ==, 0);
}

static void
test_old_backup (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TambourRecord) record = tambour_laptop_add (fixture->laptop, "SR-1", "Written here");

  tambour_player_add_cases (fixture->player, 0, 3, 10);
  tambour_laptop_sync (fixture->laptop);
  tambour_player_forget (fixture->player, NULL);
  tambour_player_add_cases (fixture->player, 0, 1, 10);
  tambour_laptop_sync (fixture->laptop);

  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 4);
  assert_cases (fixture, 4);
}

/* Somebody else writes the same checkpoint between reading and writing it. */
static void
test_checkpoint_conflict (Fixture       *fixture,
                          gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 3, 10);
  tambour_player_rule (fixture->player, "PUT _local/", 2, 409, NULL, "{'error':'conflict','reason':'Document update conflict.'}");
  tambour_laptop_sync (fixture->laptop);
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.done, ==, 0);
}

static void
test_large_documents (Fixture       *fixture,
                      gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 80, 100 * 1000);
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 80);
  g_assert_cmpuint (tambour_player_count (fixture->player, "POST _bulk_get"), >=, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add ("/faults/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("places-are-opaque-and-pages-go-on-where-they-ended", test_opaque_places);
  ADD ("a-server-without-bulk-get-gives-one-by-one", test_no_bulk_get);
  ADD ("a-server-that-refuses-bulk-get-gives-one-by-one", test_method_not_allowed);
  ADD ("what-passes-is-tried-again", test_passing_faults);
  ADD ("garbage-is-asked-for-again", test_passing_garbage);
  ADD ("a-server-that-asks-for-patience-gets-it", test_retry_after);
  ADD ("a-wrong-password-is-told-at-once", test_gives_up);
  ADD ("a-web-site-is-no-database", test_something_else);
  ADD ("another-service-is-no-database", test_other_json);
  ADD ("a-database-of-something-else-is-left-alone", test_other_database);
  ADD ("who-may-not-write-checkpoints-reads-all-the-same", test_no_checkpoints);
  ADD ("a-document-that-fails-does-not-take-others-with-it", test_one_fails);
  ADD ("kinds-of-newer-versions-and-other-programs-are-skipped", test_unknown_kinds);
  ADD ("what-comes-twice-or-in-another-order-changes-nothing", test_twice);
  ADD ("a-long-pull-that-ends-early-goes-on-where-it-was", test_resumes);
  ADD ("what-is-too-large-is-sent-in-parts", test_too_large);
  ADD ("what-is-refused-is-noted-and-not-sent-again-until-it-changes", test_refused);
  ADD ("what-was-not-taken-is-sent-again", test_not_taken);
  ADD ("a-server-from-an-old-backup-gets-everything-again", test_old_backup);
  ADD ("a-checkpoint-that-somebody-else-wrote-is-written-again", test_checkpoint_conflict);
  ADD ("large-documents-are-asked-for-in-smaller-numbers", test_large_documents);
#undef ADD

  return g_test_run ();
}
