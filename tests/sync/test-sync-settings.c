/* test-sync-settings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-sync-settings.h"

static char *
make_path (char **folder)
{
  g_autoptr(GError) error = NULL;

  *folder = g_dir_make_tmp ("tambour-settings-XXXXXX", &error);
  g_assert_no_error (error);

  return g_build_filename (*folder, "test.tambour", NULL);
}

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
  g_autofree char *folder = NULL;
  g_autofree char *path = make_path (&folder);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);
  g_autoptr(TambourServer) server = new_server ();
  g_autoptr(TambourServer) read = NULL;

  g_assert_no_error (error);
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
  tambour_store_close (store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync-settings/a-portfolio-knows-its-server", test_a_portfolio_knows_its_server);

  return g_test_run ();
}
