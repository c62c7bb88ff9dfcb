/* test-keyring.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net-fixture.h"
#include "tambour-secrets.h"

/* A keyring on a bus of the test's own: see meson.build. */
typedef struct
{
  GSubprocess *keyring;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  const char *program = g_test_get_filename (G_TEST_DIST, "secret-service.py", NULL);
  g_autoptr(GDataInputStream) output = NULL;
  g_autofree char *line = NULL;
  g_autoptr(GError) error = NULL;

  fixture->keyring = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "python3", program, user_data, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (fixture->keyring));
  line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  g_assert_cmpstr (line, ==, "ready");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_subprocess_force_exit (fixture->keyring);
  g_subprocess_wait (fixture->keyring, NULL, NULL);
  g_clear_object (&fixture->keyring);
}

static TambourServer *
make_server (void)
{
  return tambour_server_new ("https://anna@team.example.org/a", NULL, NULL);
}

static gboolean
has_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "tambour", "secrets.json", NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, "anna") != NULL;
}

static void
assert_secret (const TambourServer *server,
               const char          *expected)
{
  g_autoptr(GError) error = NULL;
  char *secret = tambour_secrets_lookup (server, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (secret, ==, expected);
  tambour_secrets_free (secret);
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(TambourServer) server = make_server ();
  g_autoptr(GError) error = NULL;

  assert_secret (server, NULL);
  g_assert_true (tambour_secrets_store (server, "first", NULL, &error));
  g_assert_no_error (error);
  assert_secret (server, "first");
  g_assert_false (has_file ());

  g_assert_true (tambour_secrets_clear (server, NULL, &error));
  g_assert_no_error (error);
  assert_secret (server, NULL);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr(TambourServer) server = make_server ();
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_secrets_store (server, "first", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (has_file ());
  assert_secret (server, "first");
  g_assert_true (tambour_secrets_clear (server, NULL, &error));
  assert_secret (server, NULL);
  g_assert_false (has_file ());
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  /* One bus each: libsecret keeps the first that it finds. */
  if (argc > 1 && g_str_equal (argv[1], "--locked"))
    g_test_add ("/keyring/one-that-is-locked-leaves-it-to-the-file", Fixture, "--locked", set_up, test_locked, tear_down);
  else
    g_test_add ("/keyring/a-secret-is-in-the-keyring-and-nowhere-else", Fixture, "--open", set_up, test_kept, tear_down);

  return g_test_run ();
}
