/* test-faults.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net-fixture.h"

#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

static void
assert_fault (const char      *answer,
              TambourNetError  code,
              const char      *words)
{
  g_autoptr(RawServer) server = raw_server_new (answer, FALSE);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", answer);
  g_assert_null (tambour_session_call (session, "GET", "x", NULL, NULL, 20, NULL, &error));
  net_assert_error (error, code, words);
  g_assert_true (tambour_net_is_passing (error));
}

static void
test_cut (void)
{
  assert_fault ("", TAMBOUR_NET_ERROR_CUT, "broke off");
  assert_fault (HEAD "Content-Length: 100\r\n\r\n{\"results\":[", TAMBOUR_NET_ERROR_CUT, "broke off");
  assert_fault (HEAD "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n", TAMBOUR_NET_ERROR_CUT, "broke off");
  assert_fault (HEAD "Transfer-Encoding: chunked\r\n\r\n50\r\n{\"a\":", TAMBOUR_NET_ERROR_CUT, "broke off");
}

static void
test_garbage (void)
{
  assert_fault ("HTTP/1.1 200 OK\r\nContent-Le", TAMBOUR_NET_ERROR_GARBAGE, "not understood");
  assert_fault ("SSH-2.0-OpenSSH_9.2\r\n\r\n", TAMBOUR_NET_ERROR_GARBAGE, "not understood");
  assert_fault ("\x16\x03\x01 nothing that is HTTP\r\n\r\n", TAMBOUR_NET_ERROR_GARBAGE, "not understood");
}

static void
test_refused (void)
{
  g_autofree char *url = NULL;
  g_autoptr(TambourSession) session = NULL;
  g_autoptr(GError) error = NULL;

  {
    g_autoptr(RawServer) gone = raw_server_new ("", FALSE);

    url = g_strdup (gone->url);
  }

  session = net_session (url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);
  g_assert_null (tambour_session_call (session, "GET", "", NULL, NULL, 20, NULL, &error));
  net_assert_error (error, TAMBOUR_NET_ERROR_UNREACHABLE, "takes no connections");
  g_assert_true (tambour_net_is_passing (error));
}

static void
test_unknown_host (void)
{
  g_autoptr(TambourSession) session = net_session ("https://team.invalid/a", TAMBOUR_SIGN_IN_NONE, NULL, NULL);

  net_assert_refused (session, "", TAMBOUR_NET_ERROR_UNREACHABLE, "team.invalid");
}

static void
assert_stalls (const char *answer)
{
  g_autoptr(RawServer) server = raw_server_new (answer, TRUE);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_session_call (session, "GET", "x", NULL, NULL, 1, NULL, &error));
  net_assert_error (error, TAMBOUR_NET_ERROR_TIMED_OUT, "does not answer");
  g_assert_true (tambour_net_is_passing (error));
}

static void
test_stalled (void)
{
  assert_stalls ("");
  assert_stalls ("HTTP/1.1 200");
  assert_stalls (HEAD "Content-Length: 100\r\n\r\n{\"results\":[");
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

static void
test_cancelled (void)
{
  g_autoptr(RawServer) server = raw_server_new (HEAD "Content-Length: 100\r\n\r\n{", TRUE);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_timeout_add (50, cancel_cb, cancellable);
  g_assert_null (tambour_session_call (session, "GET", "x", NULL, NULL, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_null (tambour_session_call (session, "GET", "x", NULL, NULL, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_atomic_int_get (&server->n_asked), ==, 1);
}

static void
test_cancelled_sign_in (void)
{
  g_autoptr(RawServer) server = raw_server_new ("", TRUE);
  g_autoptr(TambourSession) session = net_session (server->url, TAMBOUR_SIGN_IN_PASSWORD, "anna", "right");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_timeout_add (50, cancel_cb, cancellable);
  g_assert_null (tambour_session_call (session, "GET", "x", NULL, NULL, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A session, and its calls, on a thread of their own. */
static gpointer
call_on_thread (gpointer user_data)
{
  const char *url = user_data;
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GMainContextPusher) pusher = g_main_context_pusher_new (context);
  g_autoptr(TambourSession) session = net_session (url, TAMBOUR_SIGN_IN_NONE, NULL, NULL);

  net_assert_answer (session, "x", "{}");

  return NULL;
}

static void
test_own_thread (void)
{
  g_autoptr(RawServer) server = raw_server_new (HEAD "Content-Length: 2\r\n\r\n{}", FALSE);
  g_autoptr(GThread) thread = NULL;
  g_autofree char *url = g_strdup (server->url);
  GMainContext *nobody = g_main_context_default ();

  thread = g_thread_new ("calls", call_on_thread, url);
  while (g_atomic_int_get (&server->n_asked) == 0)
    g_main_context_iteration (nobody, FALSE);
  g_thread_join (g_steal_pointer (&thread));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/faults/an-answer-that-ends-early-is-never-taken-for-whole", test_cut);
  g_test_add_func ("/faults/what-is-no-http-is-said", test_garbage);
  g_test_add_func ("/faults/nobody-listens-there", test_refused);
  g_test_add_func ("/faults/an-unknown-host-is-named", test_unknown_host);
  g_test_add_func ("/faults/a-server-that-stalls-is-given-up", test_stalled);
  g_test_add_func ("/faults/a-call-can-be-stopped", test_cancelled);
  g_test_add_func ("/faults/signing-in-can-be-stopped", test_cancelled_sign_in);
  g_test_add_func ("/faults/a-session-works-on-a-thread-of-its-own", test_own_thread);

  return g_test_run ();
}
