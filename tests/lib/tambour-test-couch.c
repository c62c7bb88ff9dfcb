/* tambour-test-couch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the server of the tests (pouchdb-server 4.2.0) does as CouchDB 3 does:
 * _changes with style=all_docs, long poll and heartbeat; _revs_diff, _bulk_get,
 * _bulk_docs with new_edits=false, open_revs, _local documents, attachments,
 * tombstones, the same winners; cookies and basic sign-in, _users, _security,
 * _design documents whose validate_doc_update is run; gzip.
 *
 * Where it differs, and so a client must bear both:
 * - Sequences are numbers, not opaque words; there is no “pending” and no
 *   “update_seq” of words. A row of _changes that was written again moves.
 * - A long poll ends with the first change alone, knows no “timeout”, and has a
 *   heartbeat of 6 s if none is asked for.
 * - _bulk_get says { "missing": rev } or { "error", "reason" } for what it does
 *   not have; CouchDB says { "error": { "id", "rev", "error", "reason" } }.
 * - _bulk_docs answers in another order when some are refused.
 * - _revs_diff may lack “possible_ancestors”.
 * - Who asks for no application/json gets text/plain.
 * - A 401 has no WWW-Authenticate. Without administrators everybody is one.
 * - The role names of _security are kept, but there is no “partitioned”, no
 *   _purge, no _revs_limit, no node and cluster addresses.
 * - A database that is not there is “no_db_file”.
 */

#include "tambour-test-couch.h"

#include "tambour-test-node.h"

/* Longer than anything here takes on a busy machine. */
#define TIMEOUT_S 120

static void
read_addresses (TambourTestCouch *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDataInputStream) said = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  g_autofree char *line = g_data_input_stream_read_line (said, NULL, NULL, &error);
  g_autoptr(JsonNode) node = NULL;
  JsonObject *addresses;

  /* One that cannot start ends by itself, and then there is no line. */
  g_assert_no_error (error);
  g_assert_nonnull (line);
  node = json_from_string (line, &error);
  g_assert_no_error (error);

  addresses = json_node_get_object (node);
  self->server = g_strdup (json_object_get_string_member (addresses, "server"));
  self->proxy = g_strdup (json_object_get_string_member (addresses, "proxy"));
}

/**
 * tambour_test_couch_new:
 *
 * Starts a server and its proxy; both end with the test program, however it
 * ends.
 *
 * Returns: (transfer full): a server without databases
 */
TambourTestCouch *
tambour_test_couch_new (void)
{
  TambourTestCouch *self = g_new0 (TambourTestCouch, 1);

  self->process = tambour_test_node_start ("servers.js", "--faults", "--until-input-ends", NULL);
  read_addresses (self);

  self->session = soup_session_new ();
  soup_session_set_timeout (self->session, TIMEOUT_S);
  soup_session_set_proxy_resolver (self->session, NULL);

  return self;
}

/**
 * tambour_test_couch_free:
 * @self: (transfer full): a server
 *
 * Stops it, and returns when it is gone.
 */
void
tambour_test_couch_free (TambourTestCouch *self)
{
  g_autoptr(GError) error = NULL;

  soup_session_abort (self->session);
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
  g_subprocess_wait (self->process, NULL, &error);
  g_assert_no_error (error);

  g_clear_object (&self->session);
  g_clear_object (&self->process);
  g_free (self->authorization);
  g_free (self->server);
  g_free (self->proxy);
  g_free (self);
}

static SoupMessage *
make_message (TambourTestCouch *self,
              const char       *method,
              const char       *url,
              const char       *body)
{
  SoupMessage *message = soup_message_new (method, url);
  SoupMessageHeaders *headers;

  g_assert_nonnull (message);
  /* On a connection that was used before, libsoup asks again by itself when it is cut. */
  soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
  headers = soup_message_get_request_headers (message);
  soup_message_headers_append (headers, "Accept", "application/json");
  if (self->authorization != NULL)
    soup_message_headers_append (headers, "Authorization", self->authorization);

  if (body != NULL)
    {
      g_autofree char *text = g_strdelimit (g_strdup (body), "'", '"');
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }

  return message;
}

/**
 * tambour_test_couch_try:
 * @self: a server
 * @method: “GET” and so on
 * @url: a whole address, of the server or of the proxy
 * @body: (nullable): JSON; an apostrophe stands for a quotation mark
 * @answer: (out) (optional) (nullable) (transfer full): what the answer was, if
 *   it was JSON
 *
 * Returns: the status, 0 when no whole answer came
 */
guint
tambour_test_couch_try (TambourTestCouch  *self,
                        const char        *method,
                        const char        *url,
                        const char        *body,
                        JsonNode         **answer)
{
  g_autoptr(SoupMessage) message = make_message (self, method, url, body);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = soup_session_send_and_read (self->session, message, NULL, &error);
  g_autofree char *text = NULL;

  if (answer != NULL)
    *answer = NULL;
  if (bytes == NULL)
    return 0;

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (answer != NULL)
    *answer = json_from_string (text, NULL);

  return soup_message_get_status (message);
}

/**
 * tambour_test_couch_call:
 * @self: a server
 * @method: “GET” and so on
 * @path: from the server's root, without a slash at its beginning
 * @body: (nullable): JSON; an apostrophe stands for a quotation mark
 *
 * Asks the server itself, past the proxy; it must do what is asked.
 *
 * Returns: (transfer full): the answer
 */
JsonNode *
tambour_test_couch_call (TambourTestCouch *self,
                         const char       *method,
                         const char       *path,
                         const char       *body)
{
  g_autofree char *url = g_strdup_printf ("%s/%s", self->server, path);
  JsonNode *answer = NULL;
  guint status = tambour_test_couch_try (self, method, url, body, &answer);

  if (status / 100 != 2 || answer == NULL)
    g_error ("%s %s: status %u", method, path, status);

  return answer;
}

/**
 * tambour_test_couch_add:
 * @self: a server
 *
 * Returns: (transfer full): the name of a database that is fresh
 */
char *
tambour_test_couch_add (TambourTestCouch *self)
{
  char *name = g_strdup_printf ("team-%u", ++self->n_databases);
  g_autoptr(JsonNode) made = tambour_test_couch_call (self, "PUT", name, NULL);

  return name;
}

/**
 * tambour_test_couch_sign_in:
 * @self: a server
 * @user: whose name
 * @password: the password
 *
 * What is asked from now on is asked in their name. The first whom a server
 * hears of becomes its administrator.
 */
void
tambour_test_couch_sign_in (TambourTestCouch *self,
                            const char       *user,
                            const char       *password)
{
  g_autofree char *pair = g_strdup_printf ("%s:%s", user, password);
  g_autofree char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));

  if (self->authorization == NULL)
    {
      g_autofree char *path = g_strdup_printf ("_config/admins/%s", user);
      g_autofree char *body = g_strdup_printf ("'%s'", password);
      g_autoptr(JsonNode) made = tambour_test_couch_call (self, "PUT", path, body);
    }

  g_free (self->authorization);
  self->authorization = g_strdup_printf ("Basic %s", encoded);
}

/**
 * tambour_test_couch_add_user:
 * @self: a server that an administrator is signed in to
 * @database: (nullable): the database that is closed to all but them
 * @user: whose name
 * @password: the password
 *
 * Returns: (transfer full): the id of the user's document
 */
char *
tambour_test_couch_add_user (TambourTestCouch *self,
                             const char       *database,
                             const char       *user,
                             const char       *password)
{
  char *id = g_strdup_printf ("org.couchdb.user:%s", user);
  g_autofree char *path = g_strdup_printf ("_users/%s", id);
  g_autofree char *body = g_strdup_printf ("{'type':'user','name':'%s','roles':[],'password':'%s'}", user, password);
  g_autoptr(JsonNode) made = tambour_test_couch_call (self, "PUT", path, body);

  if (database != NULL)
    {
      g_autofree char *security = g_strdup_printf ("%s/_security", database);
      g_autofree char *members = g_strdup_printf ("{'members':{'names':['%s'],'roles':[]}}", user);
      g_autoptr(JsonNode) closed = tambour_test_couch_call (self, "PUT", security, members);
    }

  return id;
}

/**
 * tambour_test_couch_disturb:
 * @self: a server
 * @plan: what the proxy does from now on (fault-proxy.js tells what it can); an
 *   apostrophe stands for a quotation mark
 */
void
tambour_test_couch_disturb (TambourTestCouch *self,
                            const char       *plan)
{
  g_autofree char *url = g_strdup_printf ("%s/_faults", self->proxy);

  g_assert_cmpuint (tambour_test_couch_try (self, "PUT", url, plan, NULL), ==, 200);
}

/**
 * tambour_test_couch_read_faults:
 * @self: a server
 *
 * Returns: (transfer full): the requests that came to the proxy since it was
 *   told what to do, and the faults that it made, by kind
 */
JsonNode *
tambour_test_couch_read_faults (TambourTestCouch *self)
{
  g_autofree char *url = g_strdup_printf ("%s/_faults", self->proxy);
  JsonNode *answer = NULL;

  g_assert_cmpuint (tambour_test_couch_try (self, "GET", url, NULL, &answer), ==, 200);
  g_assert_nonnull (answer);

  return answer;
}

/**
 * tambour_test_couch_count_faults:
 * @self: a server
 * @kind: (nullable): one of them, or all
 *
 * Returns: how many the proxy made since it was told what to do
 */
guint
tambour_test_couch_count_faults (TambourTestCouch *self,
                                 const char       *kind)
{
  g_autoptr(JsonNode) node = tambour_test_couch_read_faults (self);
  JsonObject *faults = json_object_get_object_member (json_node_get_object (node), "faults");
  g_autoptr(GList) kinds = json_object_get_members (faults);
  guint n = 0;

  for (GList *l = kinds; l != NULL; l = l->next)
    if (kind == NULL || g_str_equal (kind, l->data))
      n += json_object_get_int_member (faults, l->data);

  return n;
}
