/* test-address.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net-fixture.h"
#include "tambour-back-off.h"

static void
test_taken_apart (void)
{
  g_autofree char *secret = NULL;
  g_autofree char *root = NULL;
  g_autofree char *database = NULL;
  g_autofree char *place = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourServer) server = tambour_server_new (" HTTPS://anna:p%40ss%3Aword@team.example.org:6984/couch/acc%2Founts/ ", &secret, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (server->url, ==, "https://team.example.org:6984/couch/acc%2Founts");
  g_assert_cmpstr (server->user, ==, "anna");
  g_assert_cmpint (server->sign_in, ==, TAMBOUR_SIGN_IN_PASSWORD);
  g_assert_cmpstr (secret, ==, "p@ss:word");

  root = tambour_server_dup_root (server);
  database = tambour_server_dup_database (server);
  place = tambour_server_dup_place (server);
  g_assert_cmpstr (root, ==, "https://team.example.org:6984/couch");
  g_assert_cmpstr (database, ==, "acc/ounts");
  g_assert_cmpstr (place, ==, "team.example.org:6984");
}

static void
test_here (void)
{
  static const struct
  {
    const char *address;
    gboolean    is_here;
  } places[] = {
    { "http://localhost:5984/a", TRUE },
    { "http://127.0.0.1:5984/a", TRUE },
    { "http://[::1]:5984/a", TRUE },
    { "https://localhost.example.org/a", FALSE },
    { "https://10.0.0.1/a", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourServer) server = tambour_server_new (places[i].address, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (tambour_server_is_here (server), ==, places[i].is_here);
    }
}

static void
test_https_by_itself (void)
{
  g_autofree char *secret = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourServer) server = tambour_server_new ("team.example.org/accounts", &secret, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (server->url, ==, "https://team.example.org/accounts");
  g_assert_cmpint (server->sign_in, ==, TAMBOUR_SIGN_IN_NONE);
  g_assert_null (server->user);
  g_assert_null (secret);
}

static const struct
{
  const char      *address;
  TambourNetError  code;
  const char      *words;
} wrong[] = {
  { "", TAMBOUR_NET_ERROR_ADDRESS, "" },
  { "https://", TAMBOUR_NET_ERROR_ADDRESS, "https://server/database" },
  { "https://team.example.org", TAMBOUR_NET_ERROR_ADDRESS, "names no database" },
  { "https://team.example.org/", TAMBOUR_NET_ERROR_ADDRESS, "names no database" },
  { "https://team.example.org/Accounts", TAMBOUR_NET_ERROR_ADDRESS, "small letter" },
  { "https://team.example.org/_users", TAMBOUR_NET_ERROR_ADDRESS, "small letter" },
  { "https://team.example.org/a b", TAMBOUR_NET_ERROR_ADDRESS, "" },
  { "https://team.example.org/a?b=c", TAMBOUR_NET_ERROR_ADDRESS, "more than" },
  { "https://team.example.org/a#b", TAMBOUR_NET_ERROR_ADDRESS, "more than" },
  { "ftp://team.example.org/a", TAMBOUR_NET_ERROR_ADDRESS, "begins with https://" },
  { "file:///a", TAMBOUR_NET_ERROR_ADDRESS, "begins with https://" },
  { "https://team.example.org:99999/a", TAMBOUR_NET_ERROR_ADDRESS, "no address" },
  { "http://team.example.org/a", TAMBOUR_NET_ERROR_INSECURE, "team.example.org over http://" },
  { "http://192.168.1.2/a", TAMBOUR_NET_ERROR_INSECURE, "https://" },
  { "http://localhost.example.org/a", TAMBOUR_NET_ERROR_INSECURE, "https://" },
  { "http://127.0.0.1.example.org/a", TAMBOUR_NET_ERROR_INSECURE, "https://" },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("“%s”", wrong[i].address);
      g_assert_null (tambour_server_new (wrong[i].address, NULL, &error));
      net_assert_error (error, wrong[i].code, wrong[i].words);
    }
}

static void
test_loopback (void)
{
  static const char * const addresses[] = { "http://localhost/a", "http://127.0.0.1:5984/a", "http://127.1.2.3/a", "http://[::1]:5984/a", "http://team.localhost/a" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourServer) server = tambour_server_new (addresses[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (server->url, ==, addresses[i]);
    }
}

static void
test_checked (void)
{
  g_autoptr(TambourServer) server = tambour_server_new ("https://team.example.org/a", NULL, NULL);
  g_autoptr(TambourServer) copy = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_server_check (server, &error));
  server->sign_in = TAMBOUR_SIGN_IN_PASSWORD;
  g_assert_false (tambour_server_check (server, &error));
  net_assert_error (error, TAMBOUR_NET_ERROR_SIGN_IN, "name of a user");
  g_clear_error (&error);

  server->user = g_strdup ("anna");
  g_assert_true (tambour_server_check (server, &error));
  server->pin = g_strdup ("12:34");
  copy = tambour_server_copy (server);
  g_assert_false (tambour_server_check (copy, &error));
  net_assert_error (error, TAMBOUR_NET_ERROR_FILE, "64 hexadecimal digits");
  g_clear_error (&error);

  g_clear_pointer (&server->pin, g_free);
  server->ca_file = g_strdup ("/nowhere/ca.pem");
  g_assert_false (tambour_server_check (server, &error));
  net_assert_error (error, TAMBOUR_NET_ERROR_FILE, "/nowhere/ca.pem");
}

static void
test_sign_in_nicks (void)
{
  for (int i = TAMBOUR_SIGN_IN_NONE; i <= TAMBOUR_SIGN_IN_BEARER; i++)
    {
      TambourSignIn found = TAMBOUR_SIGN_IN_NONE;

      g_assert_true (tambour_sign_in_from_nick (tambour_sign_in_to_nick ((TambourSignIn) i), &found));
      g_assert_cmpint (found, ==, i);
    }

  g_assert_false (tambour_sign_in_from_nick ("Kerberos", &(TambourSignIn) { 0 }));
  g_assert_false (tambour_sign_in_from_nick (NULL, &(TambourSignIn) { 0 }));
}

static char *
make_token (const char *claims)
{
  g_autofree char *encoded = g_base64_encode ((const guchar *) claims, strlen (claims));

  return g_strdup_printf ("e30.%.*s.c2ln", (int) strcspn (encoded, "="),
                          g_strdelimit (g_strdelimit (encoded, "+", '-'), "/", '_'));
}

static void
test_token (void)
{
  g_autoptr(TambourServer) server = tambour_server_new ("https://team.example.org/a", NULL, NULL);
  g_autofree char *named = make_token ("{\"sub\":\"änne?>~\"}");
  g_autofree char *other = make_token ("{\"sub\":\"ben\"}");
  g_autofree char *nobody = make_token ("{\"sub\":7}");
  g_autofree char *list = make_token ("[]");
  const char *nameless[] = { "opaque", "a.b", "..", "a.!.c", nobody, list };

  for (guint i = 0; i < G_N_ELEMENTS (nameless); i++)
    {
      tambour_server_take_token (server, nameless[i]);
      g_assert_null (server->user);
      g_assert_cmpint (server->sign_in, ==, TAMBOUR_SIGN_IN_BEARER);
    }

  tambour_server_take_token (server, named);
  g_assert_cmpstr (server->user, ==, "änne?>~");
  tambour_server_take_token (server, other);
  g_assert_cmpstr (server->user, ==, "änne?>~");
}

static void
test_back_off_doubles (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 100; round++)
    {
      guint pause = tambour_back_off_next (0, 0, random);

      g_assert_cmpuint (pause, >=, 500);
      g_assert_cmpuint (pause, <=, 600);
      for (guint i = 0; i < 20; i++)
        {
          guint next = tambour_back_off_next (pause, 0, random);

          g_assert_cmpuint (next, >=, MIN (pause * 2 * 0.8, 600000 * 0.8) - 1);
          g_assert_cmpuint (next, <=, MIN (pause * 2 * 1.2, 600000) + 1);
          pause = next;
        }

      g_assert_cmpuint (pause, >=, 480000);
    }
}

static void
test_back_off_obeys (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 100; round++)
    {
      g_assert_cmpuint (tambour_back_off_next (0, 30, random), >=, 30000);
      g_assert_cmpuint (tambour_back_off_next (0, 30, random), <=, 36000);
      g_assert_cmpuint (tambour_back_off_next (60000, 1, random), >=, 96000);
      g_assert_cmpuint (tambour_back_off_next (0, G_MAXUINT, random), <=, 24 * 3600 * 1000 * 1.2);
      g_assert_cmpuint (tambour_back_off_next (G_MAXUINT, 0, random), <=, 600000);
    }
}

static void
test_back_off_spreads (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  guint first = tambour_back_off_next (60000, 0, random);
  gboolean is_spread = FALSE;

  for (guint round = 0; round < 20; round++)
    is_spread |= ABS ((int) tambour_back_off_next (60000, 0, random) - (int) first) > 1000;

  g_assert_true (is_spread);
}

static void
test_retry_after (void)
{
  gint64 now = 784111777; /* Sun, 06 Nov 1994 08:49:37 GMT */

  g_assert_cmpuint (tambour_back_off_read ("120", now), ==, 120);
  g_assert_cmpuint (tambour_back_off_read ("Sun, 06 Nov 1994 08:50:37 GMT", now), ==, 60);
  g_assert_cmpuint (tambour_back_off_read ("Sun, 06 Nov 1994 08:00:00 GMT", now), ==, 0);
  g_assert_cmpuint (tambour_back_off_read ("soon", now), ==, 0);
  g_assert_cmpuint (tambour_back_off_read ("-5", now), ==, 0);
  g_assert_cmpuint (tambour_back_off_read ("99999999999999999999", now), ==, 0);
  g_assert_cmpuint (tambour_back_off_read ("9999999999", now), ==, 24 * 3600);
  g_assert_cmpuint (tambour_back_off_read (NULL, now), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/a-password-in-it-is-taken-out", test_taken_apart);
  g_test_add_func ("/address/here", test_here);
  g_test_add_func ("/address/without-a-scheme-it-is-https", test_https_by_itself);
  g_test_add_func ("/address/each-wrong-one-is-told-why", test_wrong);
  g_test_add_func ("/address/plain-http-is-for-this-computer-alone", test_loopback);
  g_test_add_func ("/address/a-server-from-settings-is-checked", test_checked);
  g_test_add_func ("/address/each-sign-in-has-a-word", test_sign_in_nicks);
  g_test_add_func ("/address/a-token-says-who-signs-in", test_token);
  g_test_add_func ("/back-off/pauses-double-up-to-ten-minutes", test_back_off_doubles);
  g_test_add_func ("/back-off/a-server-that-asks-for-time-gets-it", test_back_off_obeys);
  g_test_add_func ("/back-off/laptops-do-not-come-back-together", test_back_off_spreads);
  g_test_add_func ("/back-off/retry-after-is-seconds-or-a-date", test_retry_after);

  return g_test_run ();
}
