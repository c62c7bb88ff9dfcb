/* test-secrets.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "net-fixture.h"
#include "tambour-secrets.h"

/* There is no Secret Service in these tests: see meson.build. */

static TambourServer *
make_server (const char *address)
{
  g_autoptr(GError) error = NULL;
  TambourServer *server = tambour_server_new (address, NULL, &error);

  g_assert_no_error (error);

  return server;
}

static char *
find_file (void)
{
  return g_build_filename (g_get_user_data_dir (), "tambour", "secrets.json", NULL);
}

static void
assert_secret (const char *address,
               const char *expected)
{
  g_autoptr(TambourServer) server = make_server (address);
  g_autoptr(GError) error = NULL;
  char *secret = tambour_secrets_lookup (server, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (secret, ==, expected);
  tambour_secrets_free (secret);
}

static void
keep (const char *address,
      const char *secret)
{
  g_autoptr(TambourServer) server = make_server (address);
  g_autoptr(GError) error = NULL;

  tambour_secrets_store (server, secret, NULL, &error);
  g_assert_no_error (error);
}

static void
test_kept (void)
{
  g_autofree char *path = find_file ();
  GStatBuf status;

  assert_secret ("https://anna@team.example.org/a", NULL);
  keep ("https://anna@team.example.org/a", "p\"ä ß\\");
  keep ("https://ben@team.example.org/a", "other");
  keep ("https://anna@[::1]:6984/a", "third");
  assert_secret ("https://anna@team.example.org/a", "p\"ä ß\\");
  assert_secret ("https://anna@team.example.org/b", "p\"ä ß\\");
  assert_secret ("https://ben@team.example.org/a", "other");
  assert_secret ("https://anna@[::1]:6984/a", "third");
  assert_secret ("https://anna@other.example.org/a", NULL);

  keep ("https://anna@team.example.org/a", "new");
  assert_secret ("https://anna@team.example.org/a", "new");
  g_assert_no_errno (g_stat (path, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_forgotten (void)
{
  g_autoptr(TambourServer) server = make_server ("https://anna@team.example.org/a");
  g_autofree char *path = find_file ();
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_secrets_clear (server, NULL, &error));
  g_assert_no_error (error);

  keep ("https://anna@team.example.org/a", "first");
  keep ("https://ben@team.example.org/a", "other");
  g_assert_true (tambour_secrets_clear (server, NULL, &error));
  g_assert_no_error (error);
  assert_secret ("https://anna@team.example.org/a", NULL);
  assert_secret ("https://ben@team.example.org/a", "other");
  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_null (strstr (text, "first"));
}

static void
assert_not_read (const char *words)
{
  g_autoptr(TambourServer) server = make_server ("https://anna@team.example.org/a");
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_secrets_lookup (server, NULL, &error));
  net_assert_error (error, TAMBOUR_NET_ERROR_SECRET, words);
  net_assert_error (error, TAMBOUR_NET_ERROR_SECRET, "secrets.json");
  g_clear_error (&error);
  g_assert_false (tambour_secrets_store (server, "x", NULL, &error));
  net_assert_error (error, TAMBOUR_NET_ERROR_SECRET, words);
}

static void
test_open_to_others (void)
{
  g_autofree char *path = find_file ();

  keep ("https://anna@team.example.org/a", "first");
  g_assert_no_errno (g_chmod (path, 0640));
  assert_not_read ("others may read it");
  g_assert_no_errno (g_chmod (path, 0600));
  assert_secret ("https://anna@team.example.org/a", "first");
}

static void
test_damaged (void)
{
  g_autofree char *path = find_file ();

  keep ("https://anna@team.example.org/a", "first");
  g_assert_true (g_file_set_contents_full (path, "[1", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_no_errno (g_chmod (path, 0600));
  assert_not_read ("damaged");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/secrets/each-person-at-each-server-has-one", test_kept);
  g_test_add_func ("/secrets/one-that-is-forgotten-is-gone", test_forgotten);
  g_test_add_func ("/secrets/a-file-that-others-can-read-is-refused", test_open_to_others);
  g_test_add_func ("/secrets/a-damaged-file-is-said", test_damaged);

  return g_test_run ();
}
