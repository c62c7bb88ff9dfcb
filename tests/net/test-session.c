/* test-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net-fixture.h"

static const char *
header (SoupServerMessage *message,
        const char        *name)
{
  return soup_message_headers_get_one (soup_server_message_get_request_headers (message), name);
}

static void
set_header (SoupServerMessage *message,
            const char        *name,
            const char        *value)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), name, value);
}

/* Says what it was asked. */
static void
echo_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr(GBytes) bytes = soup_message_body_flatten (body);
  g_autofree char *url = g_uri_to_string_partial (soup_server_message_get_uri (message), G_URI_HIDE_NONE);
  g_autofree char *text = g_strdup_printf ("%s %s %s %.*s", soup_server_message_get_method (message), strstr (url, ":") != NULL ? strchr (url + 8, '/') : url,
                                           header (message, "Content-Type") != NULL ? header (message, "Content-Type") : "-",
                                           (int) g_bytes_get_size (bytes), (const char *) g_bytes_get_data (bytes, NULL));

  net_answer (message, 200, text);
}

static void
test_paths (void)
{
  g_autoptr(NetServer) server = net_server_new (echo_cb, NULL);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);
  g_autoptr(RawServer) raw = raw_server_new ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", FALSE);
  g_autoptr(TambourSession) escaped = net_session (raw->url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);

  net_assert_answer (session, "", "GET /team - ");
  net_assert_answer (session, "_changes?since=0", "GET /team/_changes?since=0 - ");
  net_assert_answer (session, "/_session", "GET /_session - ");
  net_assert_answer (escaped, "a%2Fb/c?x=%22y%22", "{}");
  g_assert_cmpstr (raw->asked, ==, "GET /team/a%2Fb/c?x=%22y%22 HTTP/1.1");
}

static void
test_body (void)
{
  g_autoptr(NetServer) server = net_server_new (echo_cb, NULL);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);
  g_autoptr(GBytes) body = g_bytes_new_static ("{}", 2);
  g_autoptr(GBytes) answer = NULL;
  g_autoptr(GInputStream) from = g_memory_input_stream_new_from_data ("pieces", 6, NULL);
  g_autoptr(GBytes) uploaded = NULL;
  g_autoptr(GError) error = NULL;

  answer = tambour_session_call (session, "POST", "_bulk_docs", body, NULL, 5, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer), "POST /team/_bulk_docs application/json {}", 41);

  uploaded = tambour_session_upload (session, "PUT", "x/a", from, 6, "text/plain", 5, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (uploaded, NULL), g_bytes_get_size (uploaded), "PUT /team/x/a text/plain pieces", 31);
}

/* The path is the status that is wanted. */
static void
status_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  guint status = g_ascii_strtoull (strrchr (path, '/') + 1, NULL, 10);

  if (status == 404)
    net_answer (message, status, "{\"error\":\"not_found\",\"reason\":\"Database does not exist.\"}");
  else if (status == 507)
    net_answer (message, status, "<html>full</html>");
  else if (status == 500)
    net_answer (message, status, "{\"error\":\"enospc\",\"reason\":null}");
  else if (g_str_has_suffix (path, "-of-a-cluster"))
    net_answer (message, status, "{\"error\":\"nodedown\",\"reason\":\"progress not possible\"}");
  else if (g_str_has_suffix (path, "-for-a-while"))
    net_answer (message, status, "{\"error\":\"forbidden\",\"reason\":\"Account is temporarily locked due to multiple authentication failures\"}");
  else
    net_answer (message, status, "{\"error\":\"word\",\"reason\":\"Some\\nwords\\u0000.\"}");
  if (status == 429)
    set_header (message, "Retry-After", "17");
}

static const struct
{
  const char      *status;
  TambourNetError  code;
  const char      *words;
  gboolean         is_passing;
} statuses[] = {
  { "400", TAMBOUR_NET_ERROR_REFUSED, "(400: Some words", FALSE },
  { "401", TAMBOUR_NET_ERROR_SIGN_IN, "check the user name and the password", FALSE },
  { "403", TAMBOUR_NET_ERROR_FORBIDDEN, "role", FALSE },
  { "403-for-a-while", TAMBOUR_NET_ERROR_BUSY, "temporarily locked", TRUE },
  { "404", TAMBOUR_NET_ERROR_NOT_FOUND, "no such database", FALSE },
  { "408", TAMBOUR_NET_ERROR_TIMED_OUT, "does not answer", TRUE },
  { "409", TAMBOUR_NET_ERROR_CONFLICT, "newer version", FALSE },
  { "412", TAMBOUR_NET_ERROR_CONFLICT, "newer version", FALSE },
  { "412-of-a-cluster", TAMBOUR_NET_ERROR_BUSY, "progress not possible", TRUE },
  { "413", TAMBOUR_NET_ERROR_TOO_LARGE, "too large", FALSE },
  { "429", TAMBOUR_NET_ERROR_BUSY, "busy", TRUE },
  { "500", TAMBOUR_NET_ERROR_FULL, "disk", FALSE },
  { "502", TAMBOUR_NET_ERROR_SERVER, "fault of its own", TRUE },
  { "503", TAMBOUR_NET_ERROR_BUSY, "busy", TRUE },
  { "507", TAMBOUR_NET_ERROR_FULL, "disk", FALSE },
};

static void
test_statuses (void)
{
  g_autoptr(NetServer) server = net_server_new (status_cb, NULL);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GError) copy = NULL;

      g_assert_null (tambour_session_call (session, "GET", statuses[i].status, NULL, NULL, 5, NULL, &error));
      net_assert_error (error, statuses[i].code, statuses[i].words);
      net_assert_error (error, statuses[i].code, tambour_session_get_place (session));
      copy = g_error_copy (error);
      g_assert_cmpint (tambour_net_is_passing (copy), ==, statuses[i].is_passing);
      g_assert_cmpuint (tambour_net_error_get_status (copy), ==, g_ascii_strtoull (statuses[i].status, NULL, 10));
      g_assert_cmpuint (tambour_net_error_get_retry_after (copy), ==, g_str_equal (statuses[i].status, "429") ? 17 : 0);
    }
}

static void
test_words (void)
{
  g_autoptr(NetServer) server = net_server_new (status_cb, NULL);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) copy = NULL;
  GBytes *answer;

  g_assert_null (tambour_session_call (session, "GET", "412-of-a-cluster", NULL, NULL, 5, NULL, &error));
  copy = g_error_copy (error);
  g_assert_cmpstr (tambour_net_error_get_word (copy), ==, "nodedown");
  g_assert_cmpstr (tambour_net_error_get_reason (copy), ==, "progress not possible");
  answer = tambour_net_error_peek_answer (copy);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (answer, NULL), (gssize) g_bytes_get_size (answer), "nodedown"));

  g_clear_error (&error);
  g_assert_null (tambour_session_call (session, "GET", "507", NULL, NULL, 5, NULL, &error));
  g_assert_null (tambour_net_error_get_word (error));
  g_assert_null (tambour_net_error_get_word (NULL));
  g_assert_null (tambour_net_error_peek_answer (NULL));
}

/* Cookies: “n” of the newest is good; basic and bearer by their headers. */
typedef struct
{
  guint    n_cookies;
  guint    n_asked_without;
  gboolean is_renewing;     /* every answer brings a new one */
  gboolean is_forgetting;   /* once: the cookie is no longer good */
  gboolean is_without_sessions;
} Door;

/* As CouchDB writes it. */
static char *
dup_cookie (guint number)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GDateTime) until = g_date_time_add_minutes (now, 10);
  g_autofree char *date = g_date_time_format (until, "%a, %d-%b-%Y %H:%M:%S GMT");

  return g_strdup_printf ("AuthSession=c%u; Version=1; Expires=%s; Max-Age=600; Path=/; HttpOnly; SameSite=Strict", number, date);
}

static void
let_in (Door              *door,
        SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr(GBytes) bytes = soup_message_body_flatten (body);
  g_autofree char *cookie = NULL;

  if (door->is_without_sessions)
    net_answer (message, 404, "{}");
  else if (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "\"password\":\"right\"") == NULL)
    {
      set_header (message, "Set-Cookie", "AuthSession=; Version=1; Path=/; HttpOnly");
      net_answer (message, 401, "{\"error\":\"unauthorized\",\"reason\":\"Name or password is incorrect.\"}");
    }
  else
    {
      cookie = dup_cookie (++door->n_cookies);
      set_header (message, "Set-Cookie", cookie);
      net_answer (message, 200, "{\"ok\":true}");
    }
}

static void
door_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  Door *door = user_data;
  g_autofree char *cookie = g_strdup_printf ("AuthSession=c%u", door->n_cookies);
  const char *sign = header (message, "Authorization");

  if (g_str_equal (path, "/_session"))
    {
      let_in (door, message);
      return;
    }

  if (door->is_forgetting)
    {
      door->is_forgetting = FALSE;
      door->n_cookies++;
    }
  else if (g_strcmp0 (header (message, "Cookie"), cookie) == 0 ||
           g_strcmp0 (sign, "Basic YW5uYTpyaWdodA==") == 0 || g_strcmp0 (sign, "Bearer a.b.c") == 0)
    {
      g_autofree char *next = door->is_renewing ? dup_cookie (++door->n_cookies) : NULL;

      if (next != NULL)
        set_header (message, "Set-Cookie", next);
      net_answer (message, 200, "in");
      return;
    }

  door->n_asked_without++;
  net_answer (message, 401, "{\"error\":\"unauthorized\",\"reason\":\"You are not authorized.\"}");
}

static void
count_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  guint *n_done = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) answer = tambour_session_call_finish (TAMBOUR_SESSION (source), result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (answer);
  ++*n_done;
}

static void
call_several (TambourSession *session,
              guint           n)
{
  guint n_done = 0;

  for (guint i = 0; i < n; i++)
    tambour_session_call_async (session, "GET", "x", NULL, NULL, 5, NULL, count_cb, &n_done);
  while (n_done < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_cookie (void)
{
  Door door = { 0 };
  g_autoptr(NetServer) server = net_server_new (door_cb, &door);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_PASSWORD, "anna", "right");

  call_several (session, 5);
  net_assert_answer (session, "x", "in");
  g_assert_cmpuint (door.n_cookies, ==, 1);
  g_assert_cmpuint (door.n_asked_without, ==, 0);
}

static void
test_cookie_renewed (void)
{
  Door door = { 0 };
  g_autoptr(NetServer) server = net_server_new (door_cb, &door);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_PASSWORD, "anna", "right");
  g_autoptr(GInputStream) from = g_memory_input_stream_new_from_data ("pieces", 6, NULL);
  g_autoptr(GBytes) answer = NULL;
  g_autoptr(GError) error = NULL;

  net_assert_answer (session, "x", "in");
  door.is_forgetting = TRUE;
  net_assert_answer (session, "x", "in");
  g_assert_cmpuint (door.n_asked_without, ==, 1);

  door.is_forgetting = TRUE;
  call_several (session, 4);
  door.is_forgetting = TRUE;
  answer = tambour_session_upload (session, "PUT", "x", from, 6, "text/plain", 5, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (answer);
}

/* Long before a cookie is old CouchDB sends a new one along. */
static void
test_cookie_replaced (void)
{
  Door door = { .is_renewing = TRUE };
  g_autoptr(NetServer) server = net_server_new (door_cb, &door);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_PASSWORD, "anna", "right");

  for (guint i = 0; i < 4; i++)
    net_assert_answer (session, "x", "in");
  g_assert_cmpuint (door.n_cookies, ==, 5);
  g_assert_cmpuint (door.n_asked_without, ==, 0);
  g_assert_cmpuint (server->seen->len, ==, 5);
}

/* The empty cookie of who was not let in is none. */
static void
test_cookie_taken_away (void)
{
  Door door = { 0 };
  g_autoptr(NetServer) server = net_server_new (door_cb, &door);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_PASSWORD, "anna", "wrong");

  for (guint i = 0; i < 2; i++)
    net_assert_refused (session, "x", TAMBOUR_NET_ERROR_SIGN_IN, "incorrect");
  g_assert_cmpuint (server->seen->len, ==, 2);
  g_assert_cmpuint (door.n_asked_without, ==, 0);
}

/* Heartbeats are pieces of an answer with nothing in them but the end of a line. */
static void
test_heartbeats (void)
{
  g_autoptr(RawServer) server = raw_server_new ("HTTP/1.1 200 OK\r\nX-CouchDB-Body-Time: 0\r\nX-Couch-Request-ID: c0ffee\r\n"
                                                "Transfer-Encoding: chunked\r\nServer: CouchDB/3.5.2 (Erlang OTP/26)\r\n"
                                                "Content-Type: application/json\r\nCache-Control: must-revalidate\r\n\r\n"
                                                "d\r\n{\"results\":[\n\r\n1\r\n\n\r\n1\r\n\n\r\n"
                                                "1d\r\n],\n\"last_seq\":\"0\",\"pending\":0\r\n2\r\n}\n\r\n0\r\n\r\n",
                                                FALSE);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);

  net_assert_answer (session, "_changes", "{\"results\":[\n\n\n],\n\"last_seq\":\"0\",\"pending\":0}\n");
}

static void
test_wrong_password (void)
{
  Door door = { 0 };
  g_autoptr(NetServer) server = net_server_new (door_cb, &door);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_PASSWORD, "anna", "wrong");

  net_assert_refused (session, "x", TAMBOUR_NET_ERROR_SIGN_IN, "check the user name and the password (401: Name or password is incorrect.)");
  g_assert_cmpuint (server->seen->len, ==, 1);
  g_assert_cmpuint (door.n_asked_without, ==, 0);
}

static void
test_without_sessions (void)
{
  Door door = { .is_without_sessions = TRUE };
  g_autoptr(NetServer) server = net_server_new (door_cb, &door);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_PASSWORD, "anna", "right");

  call_several (session, 3);
  net_assert_answer (session, "x", "in");
  g_assert_cmpuint (server->seen->len, ==, 5);
}

static void
test_tokens (void)
{
  Door door = { 0 };
  g_autoptr(NetServer) server = net_server_new (door_cb, &door);
  g_autoptr(TambourSession) bearer = net_session (server->url, TAMBOUR_SIGN_IN_BEARER, NULL, "a.b.c");
  g_autoptr(TambourSession) basic = net_session (server->url, TAMBOUR_SIGN_IN_BASIC, "anna", "right");
  g_autoptr(TambourSession) stale = net_session (server->url, TAMBOUR_SIGN_IN_BEARER, NULL, "old");

  net_assert_answer (bearer, "x", "in");
  net_assert_answer (basic, "x", "in");
  net_assert_refused (stale, "x", TAMBOUR_NET_ERROR_SIGN_IN, "does not accept the sign-in");
}

/* Sends on to what the test says. */
static void
redirect_cb (SoupServer        *server,
             SoupServerMessage *message,
             const char        *path,
             GHashTable        *query,
             gpointer           user_data)
{
  const char *target = user_data;

  if (g_str_equal (path, "/team/there"))
    net_answer (message, 200, "there");
  else
    soup_server_message_set_redirect (message, 302, g_str_equal (path, "/team/here") ? "/team/there" : target);
}

static void
test_redirects (void)
{
  g_autoptr(NetServer) other = net_server_new (echo_cb, NULL);
  g_autoptr(NetServer) server = net_server_new (redirect_cb, other->url);
  g_autoptr(NetServer) endless = net_server_new (redirect_cb, (gpointer) "/team/again");
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_BEARER, NULL, "secret");
  g_autoptr(TambourSession) round = net_session (endless->url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);
  g_autoptr(GBytes) body = g_bytes_new_static ("{}", 2);
  g_autoptr(GError) error = NULL;

  net_assert_answer (session, "here", "there");
  net_assert_refused (session, "away", TAMBOUR_NET_ERROR_ELSEWHERE, other->url);
  g_assert_cmpuint (other->seen->len, ==, 0);
  g_assert_null (tambour_session_call (session, "POST", "here", body, NULL, 5, NULL, &error));
  net_assert_error (error, TAMBOUR_NET_ERROR_ELSEWHERE, "enter it instead");
  net_assert_refused (round, "again", TAMBOUR_NET_ERROR_ELSEWHERE, "sends on");
}

static GBytes *
pack (const char *text,
      gsize       length)
{
  g_autoptr(GZlibCompressor) zip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new (text, length);
  GBytes *packed = g_converter_convert_bytes (G_CONVERTER (zip), bytes, &error);

  g_assert_no_error (error);

  return packed;
}

/* 4 MiB of blanks, packed. */
static void
large_cb (SoupServer        *server,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  g_autofree char *text = g_strnfill (4 * 1024 * 1024, ' ');
  g_autoptr(GBytes) packed = pack (text, strlen (text));

  g_assert_cmpstr (header (message, "Accept-Encoding"), ==, "identity");
  net_answer (message, 200, "");
  set_header (message, "Content-Encoding", "gzip");
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), packed);
}

static void
test_large (void)
{
  g_autoptr(NetServer) server = net_server_new (large_cb, NULL);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);
  g_autoptr(GBytes) answer = NULL;
  g_autoptr(GOutputStream) to = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  answer = tambour_session_call (session, "GET", "x", NULL, NULL, 5, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (answer), ==, 4 * 1024 * 1024);

  tambour_session_set_limit (session, 1024 * 1024);
  net_assert_refused (session, "x", TAMBOUR_NET_ERROR_TOO_LARGE, "more than 1 MiB");
  g_assert_true (tambour_session_download (session, "x", to, 5, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (to)), ==, 4 * 1024 * 1024);
}

static void
test_failed_download (void)
{
  g_autoptr(NetServer) server = net_server_new (status_cb, NULL);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);
  g_autoptr(GOutputStream) to = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_session_download (session, "403", to, 5, NULL, &error));
  net_assert_error (error, TAMBOUR_NET_ERROR_FORBIDDEN, "role");
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (to)), ==, 0);
}

static void
test_json (void)
{
  g_autoptr(GBytes) good = g_bytes_new_static ("{\"a\":[1]}", 9);
  g_autoptr(GBytes) page = g_bytes_new_static ("<html>", 6);
  g_autoptr(GBytes) cut = g_bytes_new_static ("{\"a\":", 5);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\"\xff\"", 3);
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);
  GBytes *wrong[] = { page, cut, bytes, nothing };
  g_autoptr(JsonNode) root = tambour_net_read_json (good, "there", NULL);

  g_assert_true (JSON_NODE_HOLDS_OBJECT (root));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (tambour_net_read_json (wrong[i], "there", &error));
      net_assert_error (error, TAMBOUR_NET_ERROR_GARBAGE, "there answers with something");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/paths-are-below-the-database-or-the-server", test_paths);
  g_test_add_func ("/session/what-is-sent-arrives", test_body);
  g_test_add_func ("/session/each-status-is-a-sentence", test_statuses);
  g_test_add_func ("/session/the-server-has-a-word-for-each-failure", test_words);
  g_test_add_func ("/session/who-signs-in-does-so-once", test_cookie);
  g_test_add_func ("/session/an-old-cookie-is-renewed-once", test_cookie_renewed);
  g_test_add_func ("/session/a-new-cookie-takes-the-place-of-the-old-one", test_cookie_replaced);
  g_test_add_func ("/session/a-cookie-that-is-taken-away-is-none", test_cookie_taken_away);
  g_test_add_func ("/session/heartbeats-are-blank-lines", test_heartbeats);
  g_test_add_func ("/session/a-wrong-password-is-said-at-once", test_wrong_password);
  g_test_add_func ("/session/a-server-without-sessions-is-asked-with-a-password", test_without_sessions);
  g_test_add_func ("/session/a-token-goes-with-every-request", test_tokens);
  g_test_add_func ("/session/no-redirect-leads-to-another-server", test_redirects);
  g_test_add_func ("/session/answers-have-a-limit-and-downloads-none", test_large);
  g_test_add_func ("/session/a-failed-download-writes-nothing", test_failed_download);
  g_test_add_func ("/session/what-is-no-json-is-said", test_json);

  return g_test_run ();
}
