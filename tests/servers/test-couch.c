/* test-couch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <signal.h>
#include <stdlib.h>

#include "tambour-test-couch.h"

static TambourTestCouch *couch;

/* What is asked of a database, and what comes, as one line of JSON. */
static char *
ask (const char *database,
     const char *method,
     const char *rest,
     const char *body)
{
  g_autofree char *path = g_strconcat (database, "/", rest, NULL);
  g_autoptr(JsonNode) answer = tambour_test_couch_call (couch, method, path, body);

  return g_strdelimit (json_to_string (answer, FALSE), "\"", '\'');
}

static void
assert_says (const char *answer,
             const char *part)
{
  if (strstr (answer, part) == NULL)
    g_error ("“%s” is not in: %s", part, answer);
}

static void
add_conflict (const char *database)
{
  g_autofree char *answer =
    ask (database, "POST", "_bulk_docs",
         "{'new_edits':false,'docs':["
         "{'_id':'a','_rev':'2-b','_revisions':{'start':2,'ids':['b','a']},'title':'One'},"
         "{'_id':'a','_rev':'2-c','_revisions':{'start':2,'ids':['c','a']},'title':'Other'},"
         "{'_id':'d','_rev':'2-e','_revisions':{'start':2,'ids':['e','a']},'_deleted':true,'kind':'case'}]}");

  g_assert_cmpstr (answer, ==, "[]");
}

static void
test_leaves (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autofree char *changes = NULL;
  g_autofree char *lacking = NULL;
  g_autofree char *got = NULL;
  g_autofree char *winner = NULL;

  add_conflict (database);
  changes = ask (database, "GET", "_changes?style=all_docs&since=0", NULL);
  assert_says (changes, "'changes':[{'rev':'2-b'},{'rev':'2-c'}]");
  assert_says (changes, "{'id':'d','changes':[{'rev':'2-e'}],'deleted':true");

  lacking = ask (database, "POST", "_revs_diff", "{'a':['2-b','3-d'],'q':['1-a']}");
  g_assert_cmpstr (lacking, ==, "{'a':{'missing':['3-d']},'q':{'missing':['1-a']}}");

  got = ask (database, "POST", "_bulk_get?revs=true", "{'docs':[{'id':'a','rev':'2-b'},{'id':'d','rev':'2-e'}]}");
  assert_says (got, "'title':'One'");
  assert_says (got, "'_revisions':{'start':2,'ids':['b','a']}");
  assert_says (got, "'_deleted':true");
  assert_says (got, "'kind':'case'");

  winner = ask (database, "GET", "a?conflicts=true", NULL);
  assert_says (winner, "'_rev':'2-c','_conflicts':['2-b']");
}

static void
test_local (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autofree char *put = ask (database, "PUT", "_local/checkpoint", "{'last':7}");
  g_autofree char *got = ask (database, "GET", "_local/checkpoint", NULL);
  g_autofree char *changes = ask (database, "GET", "_changes", NULL);

  assert_says (put, "'ok':true");
  assert_says (got, "'last':7");
  assert_says (changes, "'results':[]");
}

static void
test_attachments (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autofree char *put = ask (database, "PUT", "f", "{'_attachments':{'f.txt':{'content_type':'text/plain','data':'aGVsbG8='}}}");
  g_autofree char *stub = ask (database, "GET", "f", NULL);
  g_autofree char *whole = ask (database, "GET", "f?attachments=true", NULL);

  assert_says (put, "'ok':true");
  assert_says (stub, "'length':5");
  assert_says (stub, "'stub':true");
  assert_says (whole, "'data':'aGVsbG8='");
}

static void
got_change_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GBytes **answer = user_data;
  g_autoptr(GError) error = NULL;

  *answer = soup_session_send_and_read_finish (SOUP_SESSION (source), result, &error);
  g_assert_no_error (error);
}

static void
test_long_poll (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autofree char *url = g_strdup_printf ("%s/%s/_changes?feed=longpoll&since=0&heartbeat=50", couch->proxy, database);
  g_autoptr(SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr(GBytes) answer = NULL;
  g_autofree char *put = NULL;

  /* The answer has begun, so the server waits by now. */
  soup_session_send_and_read_async (couch->session, message, G_PRIORITY_DEFAULT, NULL, got_change_cb, &answer);
  while (soup_message_get_status (message) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (answer);

  put = ask (database, "PUT", "late", "{}");
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer), "\"late\""));
}

static void
test_people (void)
{
  g_autoptr(TambourTestCouch) own = tambour_test_couch_new ();
  g_autofree char *database = tambour_test_couch_add (own);
  g_autofree char *url = g_strdup_printf ("%s/%s", own->server, database);
  g_autofree char *document = g_strdup_printf ("%s/x", url);
  g_autofree char *user = NULL;

  tambour_test_couch_sign_in (own, "root", "secret");
  user = tambour_test_couch_add_user (own, database, "anna", "her own");

  tambour_test_couch_sign_in (own, "anna", "guessed");
  g_assert_cmpuint (tambour_test_couch_try (own, "GET", url, NULL, NULL), ==, 401);
  tambour_test_couch_sign_in (own, "anna", "her own");
  g_assert_cmpuint (tambour_test_couch_try (own, "PUT", document, "{}", NULL), ==, 201);
  g_clear_pointer (&own->authorization, g_free);
  g_assert_cmpuint (tambour_test_couch_try (own, "GET", document, NULL, NULL), ==, 401);
}

static void
test_validation (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autofree char *put = ask (database, "PUT", "_design/rules", "{'validate_doc_update':'function (d) { if (d.bad) throw ({forbidden: d._id}); }'}");
  g_autofree char *refused = ask (database, "POST", "_bulk_docs", "{'new_edits':false,'docs':[{'_id':'good','_rev':'1-a'},{'_id':'evil','_rev':'1-a','bad':true}]}");

  assert_says (put, "'ok':true");
  g_assert_cmpstr (refused, ==, "[{'id':'evil','error':'forbidden','reason':'evil'}]");
}

static void
test_end (void)
{
  TambourTestCouch *own = tambour_test_couch_new ();
  g_autofree char *url = g_strdup_printf ("%s/", couch->server);
  pid_t pid = (pid_t) g_ascii_strtoll (g_subprocess_get_identifier (own->process), NULL, 10);

  g_assert_cmpstr (own->server, !=, couch->server);
  g_assert_cmpint (kill (pid, 0), ==, 0);
  tambour_test_couch_free (own);

  g_assert_cmpint (kill (pid, 0), ==, -1);
  g_assert_cmpint (errno, ==, ESRCH);
  g_assert_cmpuint (tambour_test_couch_try (couch, "GET", url, NULL, NULL), ==, 200);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  couch = tambour_test_couch_new ();

  g_test_add_func ("/couch/every-leaf-is-told-and-had", test_leaves);
  g_test_add_func ("/couch/local-documents-are-no-changes", test_local);
  g_test_add_func ("/couch/attachments-come-with-a-document-or-after-it", test_attachments);
  g_test_add_func ("/couch/a-long-poll-waits-for-the-next-change", test_long_poll);
  g_test_add_func ("/couch/a-closed-database-is-open-to-its-members", test_people);
  g_test_add_func ("/couch/a-design-document-refuses-documents", test_validation);
  g_test_add_func ("/couch/one-that-is-freed-is-gone-and-others-stay", test_end);

  result = g_test_run ();
  tambour_test_couch_free (couch);

  return result;
}
