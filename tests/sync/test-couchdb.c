/* test-couchdb.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Apache CouchDB 3 answers where pouchdb-server, which the other tests talk to, does
 * not: read out of its documentation and its sources (chttpd, fabric).
 */

#include "tambour-answer.h"
#include "tambour-laptop.h"
#include "tambour-player.h"
#include "tambour-provision.h"
#include "tambour-replica.h"

/* Where one that is missing is asked for that often and not more. */
#define MOST_MISSES 10

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

/* Which request meets with what, once. */
static const struct
{
  const char *request;
  guint       status;
  const char *answer;
} faults[] = {
  { "GET _changes", 412, "{'error':'nodedown','reason':'progress not possible'}" },
  { "GET _local/", 500, "{'error':'timeout','reason':'The request could not be processed in a reasonable amount of time.'}" },
  { "POST _bulk_get", 503, "{'error':'service unavailable','reason':'Nodes are unable to service this request due to overloading or maintenance mode.'}" },
  { "POST _revs_diff", 500, "{'error':'rexi_DOWN','reason':'{c,d}','ref':12}" },
  { "POST _bulk_docs", 500, "[{'error':'error','reason':'internal_server_error'}]" },
  { "POST _bulk_docs", 408, "{'error':'request_timeout','reason':'late'}" },
  { "PUT _local/", 412, "{'error':'nodedown','reason':'couchdb@b'}" },
  { "GET _changes", 200, "{'results':[\n{'seq':'1-g1','id':'a','changes':[{'rev':'1-a'}]},\n\n{'code':500,'error':'timeout','reason':'late'}\n" },
};

static void
test_not_whole (Fixture       *fixture,
                gconstpointer  data)
{
  g_object_unref (tambour_laptop_add (fixture->laptop, "SR-9", "Written here"));
  tambour_player_add_cases (fixture->player, 0, 3, 10);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    tambour_player_rule (fixture->player, faults[i].request, 1, faults[i].status, NULL, faults[i].answer);
  tambour_laptop_sync (fixture->laptop);

  assert_cases (fixture, 4);
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 4);
  g_assert_cmpint (fixture->laptop->outcome.n_refused, ==, 0);
}

/* As many were written as are up. */
static void
test_accepted (Fixture       *fixture,
               gconstpointer  data)
{
  g_object_unref (tambour_laptop_add (fixture->laptop, "SR-9", "Written here"));
  tambour_player_rule (fixture->player, "POST _bulk_docs", 1, 202, NULL, "[]");
  tambour_player_rule (fixture->player, "PUT _local/", 2, 202, NULL, "{'ok':true,'id':'_local/x','rev':'0-1'}");
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.n_sent, ==, 1);
  g_assert_cmpint (fixture->laptop->outcome.n_failed, ==, 0);
}

/* One node tells of it, the others do not have it yet. */
static void
test_not_there_yet (Fixture       *fixture,
                    gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 1, 10);
  tambour_player_rule (fixture->player, "POST _bulk_get", 1, 200, NULL,
                       "{'results':[{'id':'01930000-0000-7000-8000-000000000000','docs':[{'error':{'id':'01930000-0000-7000-8000-000000000000',"
                       "'rev':'1-00000000000000000000000000000000','error':'not_found','reason':'missing'}}]}]}");
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 0);
  g_assert_cmpint (fixture->laptop->outcome.n_failed, ==, 1);

  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 1);
  g_assert_cmpint (fixture->laptop->outcome.n_failed, ==, 0);
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (tambour_player_count (fixture->player, "POST _bulk_get"), ==, 2);
}

/* Somebody erased it between the two questions. */
static void
test_never_there (Fixture       *fixture,
                  gconstpointer  data)
{
  tambour_player_rule (fixture->player, "GET _changes", 2, 200, NULL,
                       "{'results':[{'seq':null,'id':'01930000-0000-7000-8000-00000000000f','changes':[{'rev':'1-a'}]}],"
                       "'last_seq':'0-g1','pending':0}");
  for (guint i = 1; i < MOST_MISSES; i++)
    {
      tambour_laptop_sync (fixture->laptop);
      g_assert_cmpint (fixture->laptop->outcome.n_failed, ==, 1);
    }

  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.n_failed, ==, 0);
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (tambour_player_count (fixture->player, "POST _bulk_get"), ==, MOST_MISSES);
}

/* What was asked for has been replaced, and what replaced it has come. */
static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  tambour_player_add (fixture->player, "{'_id':'01930000-0000-7000-8000-000000000001','_rev':'2-b','_revisions':{'start':2,'ids':['b','a']},"
                                       "'record':'case','number':'SR-1','title':'One','opened_at':'2026-11-01T10:00:00Z'}");
  tambour_player_rule_later (fixture->player, "GET _changes", 1, 1, 200, NULL,
                             "{'results':[{'seq':null,'id':'01930000-0000-7000-8000-000000000001','changes':[{'rev':'1-a'},{'rev':'2-b'}]}],"
                             "'last_seq':'1-g1','pending':0}");
  tambour_player_rule (fixture->player, "POST _bulk_get", 1, 200, NULL,
                       "{'results':[{'id':'01930000-0000-7000-8000-000000000001','docs':[{'error':{'id':'01930000-0000-7000-8000-000000000001',"
                       "'rev':'1-a','error':'not_found','reason':'missing'}}]},"
                       "{'id':'01930000-0000-7000-8000-000000000001','docs':[{'ok':{'_id':'01930000-0000-7000-8000-000000000001','_rev':'2-b',"
                       "'_revisions':{'start':2,'ids':['b','a']},'record':'case','number':'SR-1','title':'One','opened_at':'2026-11-01T10:00:00Z'}}]}]}");
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 1);
  g_assert_cmpint (fixture->laptop->outcome.n_failed, ==, 0);
}

/* When next to no document can be read, it is no document's fault, and the feed is not left
 * behind; some are asked for again by themselves.
 */
static void
test_all_fail (Fixture       *fixture,
               gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 1500, 10);
  tambour_player_fail_documents (fixture->player, 12);
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.n_failed + tambour_laptop_count (fixture->laptop, TAMBOUR_TYPE_CASE), ==, 1500);
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 1500);
  g_assert_cmpint (fixture->laptop->outcome.n_failed, ==, 0);
}

static void
test_malformed_place (Fixture       *fixture,
                      gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 4, 10);
  tambour_laptop_sync (fixture->laptop);
  tambour_player_add_cases (fixture->player, 4, 1, 10);
  tambour_player_rule (fixture->player, "GET _changes", 1, 400, NULL,
                       "{'error':'bad_request','reason':'Malformed sequence supplied in \\'since\\' parameter.'}");
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 5);
  g_assert_cmpint (fixture->laptop->outcome.n_received, ==, 1);
}

/* The number before the rest of a place is another one on each node. */
static void
test_bouncing_numbers (Fixture       *fixture,
                       gconstpointer  data)
{
  g_object_unref (tambour_laptop_add (fixture->laptop, "SR-9", "Written here"));
  tambour_player_add_cases (fixture->player, 0, 4, 10);
  tambour_laptop_sync (fixture->laptop);
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (tambour_player_count (fixture->player, "POST _revs_diff"), ==, 1);

  tambour_player_rule (fixture->player, "GET ", 1, 200, NULL,
                       "{'instance_start_time':'1732723200','db_name':'team','purge_seq':'0-g1AAAAH','update_seq':'2-g1AAAAH','sizes':{'file':1},"
                       "'props':{},'doc_del_count':0,'doc_count':5,'disk_format_version':8,'compact_running':false,'cluster':{'q':2,'n':3,'w':2,'r':2}}");
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.done, ==, 0);
  g_assert_cmpuint (tambour_player_count (fixture->player, "POST _revs_diff"), ==, 1);
}

/* Where a feed goes back to when a node is replaced: some rows come again. */
static void
test_feed_goes_back (Fixture       *fixture,
                     gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 4, 10);
  tambour_laptop_sync (fixture->laptop);
  tambour_player_rule (fixture->player, "GET _changes", 1, 200, NULL,
                       "{'results':["
                       "{'seq':null,'id':'01930000-0000-7000-8000-000000000002','changes':[{'rev':'1-00000000000000000000000000000002'}]},"
                       "{'seq':null,'id':'01930000-0000-7000-8000-000000000001','changes':[{'rev':'1-00000000000000000000000000000001'}]}"
                       "],'last_seq':'3-g1AAAAH','pending':null}");
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.n_received, ==, 0);
  g_assert_cmpint (fixture->laptop->outcome.total, ==, -1);
  assert_cases (fixture, 4);

  tambour_player_add_cases (fixture->player, 4, 1, 10);
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 5);
}

/* A backup has its checkpoints with it, and what came later was somebody's who is gone. */
static void
test_restored (Fixture       *fixture,
               gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 3, 10);
  tambour_laptop_sync (fixture->laptop);
  tambour_player_back_up (fixture->player);
  tambour_player_add_cases (fixture->player, 3, 2, 10);
  tambour_laptop_sync (fixture->laptop);

  tambour_player_restore (fixture->player);
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 3);
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.n_sent, ==, 2);
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 5);
  assert_cases (fixture, 5);

  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (fixture->laptop->outcome.n_sent, ==, 0);
}

/* Some are written nowhere, and some are forbidden: those are not sent again. */
static void
test_failed_and_forbidden (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(TambourRecord) one = tambour_laptop_add (fixture->laptop, "SR-1", "Forbidden");
  g_autoptr(TambourRecord) other = tambour_laptop_add (fixture->laptop, "SR-2", "Written nowhere");
  g_autofree char *answer = g_strdup_printf ("[{'error':'error','reason':'internal_server_error'},"
                                             "{'id':'%s','rev':'1-a','error':'forbidden','reason':'Readers only read.'}]",
                                             one->id);

  tambour_player_rule (fixture->player, "POST _bulk_docs", 1, 500, NULL, answer);
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpint (tambour_replica_count_refused (fixture->laptop->store, NULL), ==, 1);
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 1);
}

/* None is taken for what one of them is; the others go all the same. */
static void
test_one_is_wrong (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GPtrArray) refused = NULL;

  for (guint i = 0; i < 4; i++)
    g_object_unref (tambour_laptop_add (fixture->laptop, "SR-1", "One of some"));

  tambour_player_rule (fixture->player, "POST _bulk_docs", 3, 400, NULL, "{'error':'doc_validation','reason':'Bad special document member: _x'}");
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 3);

  refused = tambour_replica_list_refused (fixture->laptop->store, 10, NULL);
  g_assert_cmpuint (refused->len, ==, 1);
  g_assert_cmpstr (((TambourReplicaEntry *) refused->pdata[0])->refused, ==, "Bad special document member: _x");
}

/* Of which nobody knows whether it was taken. */
static void
test_unnamed_failure (Fixture       *fixture,
                      gconstpointer  data)
{
  g_object_unref (tambour_laptop_add (fixture->laptop, "SR-1", "Is it there?"));
  tambour_player_rule (fixture->player, "POST _bulk_docs", 1, 201, NULL, "[{'error':'error','reason':'internal_server_error'}]");
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 1);
}

static void
test_database_gone (Fixture       *fixture,
                    gconstpointer  data)
{
  tambour_player_add_cases (fixture->player, 0, 3, 10);
  tambour_player_rule (fixture->player, "POST _bulk_get", 1, 404, NULL, "{'error':'not_found','reason':'Database does not exist.'}");
  tambour_laptop_fail (fixture->laptop, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_NOT_FOUND);
  g_assert_cmpuint (tambour_player_count (fixture->player, "GET 0193"), ==, 0);
  tambour_laptop_sync (fixture->laptop);
  assert_cases (fixture, 3);
}

static void
assert_large (Fixture     *fixture,
              const char  *id,
              const char **text,
              gboolean     is_noted)
{
  g_autoptr(GPtrArray) refused = tambour_replica_list_refused (fixture->laptop->store, 10, NULL);
  const TambourReplicaEntry *entry = refused->len > 0 ? refused->pdata[0] : NULL;

  g_assert_cmpuint (refused->len, ==, is_noted);
  if (!is_noted)
    return;

  g_assert_cmpstr (entry->id, ==, id);
  g_assert_cmpint (entry->reason, ==, TAMBOUR_REPLICA_TOO_LARGE);
  g_assert_nonnull (strstr (entry->refused, *text));
  g_assert_null (strchr (entry->refused, '\n'));
}

/* Until it changes, a day is over, or somebody asks. */
static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TambourRecord) record = tambour_laptop_add (fixture->laptop, "SR-1", "Large");
  const char *text = "too large for the team’s server";
  g_autoptr(GError) error = NULL;

  tambour_player_rule (fixture->player, "POST _bulk_docs", 3, 413, NULL, "{'error':'document_too_large','reason':'01930000'}");
  tambour_laptop_sync (fixture->laptop);
  assert_large (fixture, record->id, &text, TRUE);
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (tambour_player_count (fixture->player, "POST _bulk_docs"), ==, 1);

  tambour_laptop_set (fixture->laptop, record->id, "title", "Still large");
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (tambour_player_count (fixture->player, "POST _bulk_docs"), ==, 2);
  assert_large (fixture, record->id, &text, TRUE);

  tambour_test_sql (fixture->laptop->file->path, "UPDATE holds SET \"at\" = \"at\" - 90000");
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (tambour_player_count (fixture->player, "POST _bulk_docs"), ==, 3);
  assert_large (fixture, record->id, &text, TRUE);
  tambour_laptop_sync (fixture->laptop);
  g_assert_cmpuint (tambour_player_count (fixture->player, "POST _bulk_docs"), ==, 3);

  g_assert_true (tambour_sync_offer_refused (fixture->laptop->store, &error));
  g_assert_no_error (error);
  tambour_laptop_sync (fixture->laptop);
  assert_large (fixture, record->id, &text, FALSE);
  g_assert_cmpuint (tambour_player_count_docs (fixture->player), ==, 1);
}

/* What CouchDB 3 says at its door, and of a database that was just made. */
#define WELCOME "{'couchdb':'Welcome','version':'3.5.2','git_sha':'a6778e5','uuid':'c0ffee','features':['access-ready','partitioned'],'vendor':{'name':'The Apache Software Foundation'}}"
#define SECURITY "{'members':{'roles':['_admin']},'admins':{'roles':['_admin']}}"

static gboolean
provision (Fixture             *fixture,
           TambourProvisioned  *done,
           GError             **error)
{
  g_autoptr(TambourSession) session = tambour_session_new (fixture->laptop->server, NULL, NULL);
  gboolean ok = tambour_provision (session, done, NULL, error);

  tambour_session_close (session);

  return ok;
}

static void
test_provisioned (Fixture       *fixture,
                  gconstpointer  data)
{
  TambourProvisioned done;
  g_autofree char *security = NULL;
  g_autoptr(GError) error = NULL;

  tambour_player_rule (fixture->player, "GET ", 1, 200, NULL, WELCOME);
  tambour_player_rule (fixture->player, "PUT ", 1, 202, NULL, "{'ok':true}");
  tambour_player_rule (fixture->player, "GET _security", 1, 200, NULL, SECURITY);
  tambour_player_rule (fixture->player, "PUT _security", 1, 200, NULL, "{'ok':true}");
  tambour_player_rule (fixture->player, "PUT _design", 1, 202, NULL, "{'ok':true,'id':'_design/tambour','rev':'1-a'}");
  g_assert_true (provision (fixture, &done, &error));
  g_assert_no_error (error);
  g_assert_true (done.made && done.secured && done.validated);

  security = tambour_player_dup_last (fixture->player, "PUT _security");
  g_assert_nonnull (strstr (security, "\"members\":{\"roles\":[\"_admin\",\"tam\",\"manager\",\"reader\"]}"));
  g_assert_nonnull (strstr (security, "\"admins\":{\"roles\":[\"_admin\",\"manager\"]}"));
}

/* Two administrators at once: the other one was faster. */
static void
test_provisioned_twice (Fixture       *fixture,
                        gconstpointer  data)
{
  TambourProvisioned done;
  g_autoptr(GError) error = NULL;

  tambour_player_rule (fixture->player, "GET ", 1, 200, NULL, WELCOME);
  tambour_player_rule (fixture->player, "PUT ", 1, 201, NULL, "{'ok':true}");
  tambour_player_rule (fixture->player, "GET _design", 1, 404, NULL, "{'error':'not_found','reason':'missing'}");
  tambour_player_rule (fixture->player, "GET _security", 1, 200, NULL, SECURITY);
  tambour_player_rule (fixture->player, "PUT _security", 1, 200, NULL, "{'ok':true}");
  tambour_player_rule (fixture->player, "PUT _design", 1, 409, NULL, "{'error':'conflict','reason':'Document update conflict.'}");
  tambour_player_rule (fixture->player, "GET ", 1, 200, NULL, WELCOME);
  tambour_player_rule (fixture->player, "PUT ", 1, 412, NULL, "{'error':'file_exists','reason':'The database could not be created, the file already exists.'}");
  tambour_player_rule (fixture->player, "GET _design", 1, 200, NULL, "{'_id':'_design/tambour','_rev':'1-a'}");
  tambour_player_rule (fixture->player, "GET _security", 1, 200, NULL, SECURITY);
  tambour_player_rule (fixture->player, "PUT _security", 1, 200, NULL, "{'ok':true}");
  tambour_player_rule (fixture->player, "PUT _design", 1, 201, NULL, "{'ok':true,'id':'_design/tambour','rev':'2-b'}");
  g_assert_true (provision (fixture, &done, &error));
  g_assert_no_error (error);
  g_assert_true (done.made && done.secured && done.validated);
}

static const struct
{
  guint       status;
  const char *answer;
  int         net_error;  /* -1: one of provisioning */
} unmade[] = {
  { 412, "{'error':'nodedown','reason':'progress not possible'}", TAMBOUR_NET_ERROR_BUSY },
  { 500, "{'error':'error','reason':'no_majority'}", TAMBOUR_NET_ERROR_SERVER },
  { 401, "{'error':'unauthorized','reason':'You are not a server admin.'}", -1 },
};

static void
test_not_provisioned (Fixture       *fixture,
                      gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (unmade); i++)
    {
      TambourProvisioned done;
      g_autoptr(GError) error = NULL;

      tambour_player_rule (fixture->player, "GET ", 1, 200, NULL, WELCOME);
      tambour_player_rule (fixture->player, "PUT ", 1, unmade[i].status, NULL, unmade[i].answer);
      g_assert_false (provision (fixture, &done, &error));
      if (unmade[i].net_error >= 0)
        g_assert_error (error, TAMBOUR_NET_ERROR, unmade[i].net_error);
      else
        g_assert_error (error, TAMBOUR_PROVISION_ERROR, TAMBOUR_PROVISION_ERROR_NO_ADMINISTRATOR);
      g_assert_false (done.made);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add ("/couchdb/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("a-cluster-that-is-not-whole-is-waited-for", test_not_whole);
  ADD ("what-too-few-nodes-have-written-is-written", test_accepted);
  ADD ("what-one-node-tells-of-and-no-other-has-is-asked-for-again", test_not_there_yet);
  ADD ("what-is-never-there-is-given-up", test_never_there);
  ADD ("what-was-replaced-meanwhile-is-not-missed", test_replaced);
  ADD ("a-cluster-that-can-read-nothing-loses-nothing", test_all_fail);
  ADD ("a-place-that-the-server-does-not-know-any-more-starts-over", test_malformed_place);
  ADD ("a-lower-number-is-no-old-backup", test_bouncing_numbers);
  ADD ("a-feed-may-go-back", test_feed_goes_back);
  ADD ("an-old-backup-gets-also-what-others-had-sent", test_restored);
  ADD ("what-is-forbidden-is-told-from-what-failed", test_failed_and_forbidden);
  ADD ("one-that-is-wrong-does-not-stop-the-others", test_one_is_wrong);
  ADD ("what-failed-without-a-name-is-sent-again", test_unnamed_failure);
  ADD ("a-database-that-is-gone-is-no-old-server", test_database_gone);
  ADD ("a-cluster-is-prepared", test_provisioned);
  ADD ("who-prepares-it-at-the-same-time-does-the-same", test_provisioned_twice);
  ADD ("what-cannot-be-made-is-not-taken-for-made", test_not_provisioned);
  ADD ("what-is-too-large-is-tried-again-every-day-or-when-asked", test_too_large);
#undef ADD

  return g_test_run ();
}
