/* test-provision.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libsoup/soup.h>

#include "tambour-provision.h"
#include "tambour-test-couch.h"

#define NOTE(by) "{'record':'infra_note','title':'T','visibility':'internal','origin':'manual','updated_by':'" by "'}"

static TambourSession *
sign_in (TambourTestCouch *couch,
         const char       *database,
         const char       *user,
         const char       *secret)
{
  g_autofree char *url = g_strdup_printf ("%s/%s", couch->server, database);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourServer) server = tambour_server_new (url, NULL, &error);
  TambourSession *session;

  g_assert_no_error (error);
  if (user != NULL)
    {
      server->sign_in = TAMBOUR_SIGN_IN_PASSWORD;
      server->user = g_strdup (user);
    }

  session = tambour_session_new (server, secret, &error);
  g_assert_no_error (error);

  return session;
}

static void
assert_provisioned (TambourSession *session,
                    gboolean        made,
                    gboolean        secured,
                    gboolean        validated)
{
  TambourProvisioned done;
  g_autoptr(GError) error = NULL;

  tambour_provision (session, &done, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (done.made, ==, made);
  g_assert_cmpint (done.secured, ==, secured);
  g_assert_cmpint (done.validated, ==, validated);
}

static void
assert_refused (TambourSession *session,
                GQuark          domain,
                int             code,
                const char     *words)
{
  TambourProvisioned done;
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_provision (session, &done, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_prepared (void)
{
  g_autoptr(TambourTestCouch) couch = tambour_test_couch_new ();
  g_autoptr(TambourSession) session = sign_in (couch, "accounts", NULL, NULL);
  g_autoptr(JsonNode) design = NULL;
  g_autoptr(JsonNode) replaced = NULL;
  g_autofree char *older = NULL;

  assert_provisioned (session, TRUE, TRUE, TRUE);
  assert_provisioned (session, FALSE, FALSE, FALSE);

  /* The rules of another version. */
  design = tambour_test_couch_call (couch, "GET", "accounts/_design/tambour", NULL);
  older = g_strdup_printf ("{'_rev':'%s','validate_doc_update':'function () {}'}",
                           json_object_get_string_member (json_node_get_object (design), "_rev"));
  replaced = tambour_test_couch_call (couch, "PUT", "accounts/_design/tambour", older);
  assert_provisioned (session, FALSE, FALSE, TRUE);
}

static void
test_something_else (void)
{
  g_autoptr(TambourTestCouch) couch = tambour_test_couch_new ();
  g_autofree char *name = tambour_test_couch_add (couch);
  g_autofree char *path = g_strdup_printf ("%s/invoice", name);
  g_autoptr(JsonNode) put = tambour_test_couch_call (couch, "PUT", path, "{'amount':7}");
  g_autoptr(TambourSession) session = sign_in (couch, name, NULL, NULL);
  g_autofree char *empty = tambour_test_couch_add (couch);
  g_autoptr(TambourSession) fresh = sign_in (couch, empty, NULL, NULL);

  assert_refused (session, TAMBOUR_PROVISION_ERROR, TAMBOUR_PROVISION_ERROR_OTHER_DATABASE, name);
  assert_provisioned (fresh, FALSE, TRUE, TRUE);
}

static void
add_user (TambourTestCouch *couch,
          const char       *user,
          const char       *role)
{
  g_autofree char *path = g_strdup_printf ("_users/org.couchdb.user:%s", user);
  g_autofree char *body = g_strdup_printf ("{'type':'user','name':'%s','roles':['%s'],'password':'secret'}", user, role);
  g_autoptr(JsonNode) made = tambour_test_couch_call (couch, "PUT", path, body);
}

static void
assert_write (TambourTestCouch *couch,
              const char       *user,
              const char       *id,
              const char       *body,
              guint             status,
              const char       *words)
{
  g_autofree char *url = g_strdup_printf ("%s/accounts/%s", couch->server, id);
  g_autoptr(JsonNode) answer = NULL;
  g_autofree char *text = NULL;

  tambour_test_couch_sign_in (couch, user, "secret");
  g_assert_cmpuint (tambour_test_couch_try (couch, "PUT", url, body, &answer), ==, status);
  text = json_to_string (answer, FALSE);
  g_assert_nonnull (strstr (text, words));
}

static void
test_writers (void)
{
  g_autoptr(TambourTestCouch) couch = tambour_test_couch_new ();
  g_autoptr(TambourSession) session = NULL;

  tambour_test_couch_sign_in (couch, "root", "secret");
  session = sign_in (couch, "accounts", "root", "secret");
  assert_provisioned (session, TRUE, TRUE, TRUE);
  add_user (couch, "anna", "tam");
  add_user (couch, "rita", "reader");

  assert_write (couch, "anna", "1", NOTE ("anna"), 201, "\"ok\":true");
  assert_write (couch, "anna", "2", NOTE ("ben"), 403, "in the name of ben");
  assert_write (couch, "anna", "3", "{'record':'infra_note','title':7,'updated_by':'anna'}", 403, "cannot be 7");
  assert_write (couch, "rita", "4", NOTE ("rita"), 403, "may read here");
  assert_write (couch, "root", "5", NOTE ("ben"), 201, "\"ok\":true");
}

static void
forbid_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  static const char said[] = "{\"error\":\"forbidden\",\"reason\":\"You are not a server admin.\"}";

  soup_server_message_set_status (message, SOUP_STATUS_FORBIDDEN, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, said, strlen (said));
}

static void
test_no_administrator (void)
{
  g_autoptr(SoupServer) soup = soup_server_new (NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourServer) server = NULL;
  g_autoptr(TambourSession) session = NULL;
  g_autofree char *url = NULL;
  GSList *uris;

  soup_server_add_handler (soup, NULL, forbid_cb, NULL, NULL);
  g_assert_true (soup_server_listen_local (soup, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error));
  g_assert_no_error (error);
  uris = soup_server_get_uris (soup);
  url = g_strdup_printf ("http://127.0.0.1:%d/more", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  server = tambour_server_new (url, NULL, &error);
  g_assert_no_error (error);
  session = tambour_session_new (server, NULL, &error);
  g_assert_no_error (error);
  assert_refused (session, TAMBOUR_PROVISION_ERROR, TAMBOUR_PROVISION_ERROR_NO_ADMINISTRATOR, "administrator");
}

static void
page_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_COPY, user_data, strlen (user_data));
}

static void
test_other_servers (void)
{
  static const char * const answers[] = { "<html>Welcome</html>", "{\"name\":\"other\"}", "[]", "" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(SoupServer) soup = g_object_new (SOUP_TYPE_SERVER, NULL);
      TambourTestCouch couch = { NULL };
      g_autofree char *address = NULL;
      g_autoptr(TambourSession) session = NULL;
      GSList *uris;

      soup_server_add_handler (soup, NULL, page_cb, (gpointer) answers[i], NULL);
      g_assert_true (soup_server_listen_local (soup, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL));
      uris = soup_server_get_uris (soup);
      address = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
      g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

      couch.server = address;
      session = sign_in (&couch, "accounts", NULL, NULL);
      assert_refused (session, TAMBOUR_PROVISION_ERROR, TAMBOUR_PROVISION_ERROR_NO_COUCHDB, "is no CouchDB server");
      soup_server_disconnect (soup);
    }
}

static void
test_wrong_password (void)
{
  g_autoptr(TambourTestCouch) couch = tambour_test_couch_new ();
  g_autoptr(TambourSession) session = NULL;

  tambour_test_couch_sign_in (couch, "root", "secret");
  session = sign_in (couch, "accounts", "root", "wrong");
  assert_refused (session, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SIGN_IN, "check the user name and the password");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/provision/a-database-is-prepared-once", test_prepared);
  g_test_add_func ("/provision/a-database-of-something-else-is-left-alone", test_something_else);
  g_test_add_func ("/provision/the-server-refuses-wrong-writers", test_writers);
  g_test_add_func ("/provision/who-may-not-is-told-to-ask-an-administrator", test_no_administrator);
  g_test_add_func ("/provision/another-server-is-told-apart", test_other_servers);
  g_test_add_func ("/provision/a-wrong-password-is-said", test_wrong_password);

  return g_test_run ();
}
