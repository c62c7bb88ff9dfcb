/* test-sync-settings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-case.h"
#include "tambour-sync-settings.h"
#include "tambour-sync.h"
#include "tambour-test-replica.h"
#include "tambour-test-store.h"

static TambourServer *
new_server (void)
{
  g_autoptr(GError) error = NULL;
  TambourServer *server = tambour_server_new ("https://couch.example/portfolio", NULL, &error);

  g_assert_no_error (error);
  server->sign_in = TAMBOUR_SIGN_IN_BASIC;
  server->user = g_strdup ("mira");
  server->ca_file = g_strdup ("/etc/team.pem");
  server->certificate_file = g_strdup ("own.pem");
  server->key_file = g_strdup ("own.key");
  server->pin = g_strnfill (64, 'a');

  return server;
}

static void
test_a_portfolio_knows_its_server (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourServer) server = new_server ();
  g_autoptr(TambourServer) read = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_sync_settings_read (store, &error));
  g_assert_no_error (error);

  tambour_sync_settings_write (store, server, &error);
  g_assert_no_error (error);
  read = tambour_sync_settings_read (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->url, ==, server->url);
  g_assert_cmpint (read->sign_in, ==, server->sign_in);
  g_assert_cmpstr (read->user, ==, server->user);
  g_assert_cmpstr (read->ca_file, ==, server->ca_file);
  g_assert_cmpstr (read->certificate_file, ==, server->certificate_file);
  g_assert_cmpstr (read->key_file, ==, server->key_file);
  g_assert_cmpstr (read->pin, ==, server->pin);

  tambour_sync_settings_write (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (tambour_sync_settings_read (store, &error));
  g_assert_no_error (error);
}

/* Before it has a revision, with one that was not sent, and refused: each time once. */
static void
test_what_the_server_lacks_is_counted_without_it (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourServer) server = new_server ();
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (tambour_sync_count_waiting (store, server), ==, 0);
  tambour_test_put (store, TAMBOUR_RECORD (one));
  g_assert_cmpint (tambour_sync_count_waiting (store, server), ==, 1);
  tambour_test_seal (store, TAMBOUR_RECORD (one)->id, "1-a");
  g_assert_cmpint (tambour_sync_count_waiting (store, server), ==, 1);
  tambour_replica_note_refused (store, TAMBOUR_RECORD (one)->id, TAMBOUR_REPLICA_FORBIDDEN, "Only a manager may do that.", &error);
  g_assert_no_error (error);
  g_assert_cmpint (tambour_sync_count_waiting (store, server), ==, 1);
}

static void
test_a_team_is_left_without_its_server (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourServer) server = new_server ();
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourRecord) stored = NULL;
  g_autoptr(GError) error = NULL;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_seal (store, TAMBOUR_RECORD (one)->id, "1-a");
  tambour_sync_settings_write (store, server, &error);
  g_assert_no_error (error);

  g_assert_true (tambour_sync_leave (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (tambour_sync_settings_read (store, &error));
  g_assert_no_error (error);
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (one)->id, NULL);
  stored = tambour_test_get (store, TAMBOUR_RECORD (one));
  g_assert_cmpstr (TAMBOUR_CASE (stored)->title, ==, "One");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/sync-settings/a-portfolio-knows-its-server", test_a_portfolio_knows_its_server);
  g_test_add_func ("/sync-settings/what-the-server-lacks-is-counted-without-it", test_what_the_server_lacks_is_counted_without_it);
  g_test_add_func ("/sync-settings/a-team-is-left-without-its-server", test_a_team_is_left_without_its_server);

  return g_test_run ();
}
