/* test-portal-sign-in.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "portal-fixture.h"
#include "small-map.h"
#include "tambour-net-error.h"

#define MAP SMALL_MAP (", \"from\": \"{offset}\"", ", \"paging\": {\"kind\": \"offset\", \"total\": \"/total\"}")

#define DOORS  "\"sign_in\": [{\"kind\": \"bearer\"}, {\"kind\": \"basic\"}]"
#define CLIENT "\"sign_in\": {\"kind\": \"client_credentials\", \"token\": \"/oauth/token\", \"scope\": \"read\"}"
#define DEVICE "\"sign_in\": {\"kind\": \"device_code\", \"token\": \"/oauth/token\", \"device\": \"/oauth/device\", \"scope\": \"read\"}"

#define NOTHING "{\"total\": 0, \"items\": []}"

typedef struct
{
  char  *code;
  char  *address;
  char  *kept;
  guint  n_kept;
} Person;

static void
code_cb (const char *code,
         const char *address,
         gpointer    user_data)
{
  Person *self = user_data;

  g_set_str (&self->code, code);
  g_set_str (&self->address, address);
}

static void
keep_cb (const char *token,
         gpointer    user_data)
{
  Person *self = user_data;

  g_set_str (&self->kept, token);
  self->n_kept++;
}

static void
person_clear (Person *self)
{
  g_free (self->code);
  g_free (self->address);
  g_free (self->kept);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Person, person_clear)

static char *
dup_map (const char *doors)
{
  g_autoptr(GString) map = g_string_new (MAP);

  g_assert_cmpuint (g_string_replace (map, DOORS, doors, 1), ==, 1);

  return g_string_free (g_steal_pointer (&map), FALSE);
}

static void
assert_signed (PortalFixture *server,
               const char    *doors,
               const char    *user,
               const char    *secret,
               const char    *expected)
{
  g_autofree char *map = dup_map (doors);
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, map, "/api", user, secret);
  g_autoptr(GError) error = NULL;

  portal_fixture_answer (server, "/api/items", NOTHING);
  portal_fixture_read (server, portal, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (server->signed_as->pdata[server->signed_as->len - 1], ==, expected);
}

static void
test_with_a_password_or_a_key (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();

  assert_signed (server, "\"sign_in\": {\"kind\": \"none\"}", NULL, NULL, "");
  assert_signed (server, "\"sign_in\": {\"kind\": \"basic\"}", "anna", "a:b", "Basic YW5uYTphOmI=");
  assert_signed (server, "\"sign_in\": {\"kind\": \"bearer\"}", NULL, "t1", "Bearer t1");
  assert_signed (server, "\"sign_in\": {\"kind\": \"bearer\"}", NULL, NULL, "");
  assert_signed (server, "\"sign_in\": {\"kind\": \"bearer\", \"prefix\": \"Token \"}", NULL, "t1", "Token t1");
  assert_signed (server, "\"sign_in\": {\"kind\": \"api_key\", \"header\": \"Authorization\", \"prefix\": \"token \"}", NULL, "t2", "token t2");
  assert_signed (server, "\"sign_in\": {\"kind\": \"api_key\", \"parameter\": \"key\"}", NULL, "a&b", "");
  g_assert_nonnull (strstr (server->seen->pdata[server->seen->len - 1], "&key=a%26b"));
}

static void
test_a_key_has_one_line (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, MAP, "/api", NULL, "t1\r\nX-Other: 1");
  g_autoptr(GError) error = NULL;

  g_assert_false (portal_fixture_read (server, portal, NULL, &error));
  g_assert_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_SIGN_IN);
  g_assert_cmpuint (server->seen->len, ==, 0);
}

static void
test_with_a_clients_secret (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_auto(Person) person = { NULL };
  g_autofree char *map = dup_map (CLIENT);
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, map, "/api", "client", "secret");
  g_autoptr(GError) error = NULL;

  portal_fixture_answer (server, "/oauth/token", "{\"access_token\": \"a1\", \"token_type\": \"bearer\", \"expires_in\": 3600}");
  portal_fixture_answer (server, "/api/items", NOTHING);
  tambour_portal_set_sign_in (portal, NULL, keep_cb, NULL, &person);
  g_assert_true (portal_fixture_read (server, portal, NULL, &error));
  g_assert_true (portal_fixture_read (server, portal, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (portal_fixture_count (server, "/oauth/token"), ==, 1);
  g_assert_cmpstr (server->signed_as->pdata[1], ==, "Bearer a1");
  g_assert_nonnull (strstr (person.kept, "a1"));
}

/* The portal does not accept the token any more: there is another one, once. */
static void
test_a_token_that_expired_is_renewed (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_auto(Person) person = { NULL };
  g_autofree char *map = dup_map (CLIENT);
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, map, "/api", "client", "secret");
  g_autoptr(GError) error = NULL;

  portal_fixture_answer (server, "/oauth/token", "{\"access_token\": \"a2\"}");
  portal_fixture_say (server, "/api/items", 401, NULL, "{}", 1);
  portal_fixture_answer (server, "/api/items", NOTHING);
  tambour_portal_set_sign_in (portal, NULL, keep_cb, "{\"access\": \"old\", \"refresh\": \"\", \"expires\": 0}", &person);
  g_assert_true (portal_fixture_read (server, portal, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (server->signed_as->pdata[0], ==, "Bearer old");
  g_assert_cmpstr (server->signed_as->pdata[2], ==, "Bearer a2");
  g_assert_cmpuint (server->seen->len, ==, 3);
}

static void
test_a_token_that_is_never_good_is_told_once (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autofree char *map = dup_map (CLIENT);
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, map, "/api", "client", "secret");
  g_autoptr(GError) error = NULL;

  portal_fixture_answer (server, "/oauth/token", "{\"access_token\": \"a1\"}");
  portal_fixture_say (server, "/api/items", 401, NULL, "{}", G_MAXUINT);
  g_assert_false (portal_fixture_read (server, portal, NULL, &error));
  g_assert_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SIGN_IN);
  g_assert_cmpuint (portal_fixture_count (server, "/api/items"), ==, 2);
}

/* Also where tokens are had there are faults that pass. */
static void
test_a_fault_of_the_tokens_server_passes (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autofree char *map = dup_map (CLIENT);
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, map, "/api", "client", "secret");
  g_autoptr(GError) error = NULL;

  portal_fixture_say (server, "/oauth/token", 503, "Retry-After: 1", "{}", 1);
  portal_fixture_answer (server, "/oauth/token", "{\"access_token\": \"a1\"}");
  portal_fixture_answer (server, "/api/items", NOTHING);
  g_assert_true (portal_fixture_read (server, portal, NULL, &error));
  g_assert_no_error (error);
}

static void
test_a_client_that_is_unknown_is_told (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autofree char *map = dup_map (CLIENT);
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, map, "/api", "client", "secret");
  g_autoptr(GError) error = NULL;

  portal_fixture_say (server, "/oauth/token", 401, NULL, "{\"error\": \"invalid_client\"}", G_MAXUINT);
  g_assert_false (portal_fixture_read (server, portal, NULL, &error));
  g_assert_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_SIGN_IN);
  g_assert_nonnull (strstr (error->message, "invalid_client"));
  g_assert_null (strstr (error->message, "secret"));
}

#define CODES \
  "{\"device_code\": \"d1\", \"user_code\": \"WDJB-MJHT\", \"verification_uri\": \"https://desk.example.org/device\"," \
  " \"expires_in\": 900, \"interval\": 0}"

static void
test_a_person_agrees_in_a_browser (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_auto(Person) person = { NULL };
  g_autofree char *map = dup_map (DEVICE);
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, map, "/api", "client", NULL);
  g_autoptr(GError) error = NULL;

  portal_fixture_answer (server, "/oauth/device", CODES);
  portal_fixture_say (server, "/oauth/token", 400, NULL, "{\"error\": \"authorization_pending\"}", 2);
  portal_fixture_say (server, "/oauth/token", 200, NULL, "{\"error\": \"authorization_pending\"}", 1);
  portal_fixture_answer (server, "/oauth/token", "{\"access_token\": \"a1\", \"refresh_token\": \"r1\", \"expires_in\": 10}");
  portal_fixture_answer (server, "/api/items", NOTHING);
  tambour_portal_set_sign_in (portal, code_cb, keep_cb, NULL, &person);
  g_assert_true (portal_fixture_read (server, portal, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (person.code, ==, "WDJB-MJHT");
  g_assert_cmpstr (person.address, ==, "https://desk.example.org/device");
  g_assert_cmpuint (portal_fixture_count (server, "/oauth/token"), ==, 4);

  /* It lasts ten seconds, so the next request is one with the token for that. */
  g_clear_pointer (&person.code, g_free);
  g_assert_true (portal_fixture_read (server, portal, NULL, &error));
  g_assert_null (person.code);
  g_assert_cmpuint (portal_fixture_count (server, "/oauth/device"), ==, 1);
  g_assert_cmpuint (portal_fixture_count (server, "/oauth/token"), ==, 5);
}

static void
assert_not_agreed (const char *answer,
                   const char *words)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_auto(Person) person = { NULL };
  g_autofree char *map = dup_map (DEVICE);
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, map, "/api", "client", NULL);
  g_autoptr(GError) error = NULL;

  portal_fixture_answer (server, "/oauth/device", CODES);
  portal_fixture_say (server, "/oauth/token", 400, NULL, answer, G_MAXUINT);
  tambour_portal_set_sign_in (portal, code_cb, keep_cb, NULL, &person);
  g_assert_false (portal_fixture_read (server, portal, NULL, &error));
  g_assert_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_SIGN_IN);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_a_person_refuses_or_lets_it_be (void)
{
  assert_not_agreed ("{\"error\": \"access_denied\"}", "refused in the browser");
  assert_not_agreed ("{\"error\": \"expired_token\"}", "in time");
  assert_not_agreed ("{\"error\": \"invalid_grant\"}", "invalid_grant");
}

/* RFC 8628: five seconds more between two questions. */
static void
test_asks_more_slowly_when_told_to (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_auto(Person) person = { NULL };
  g_autofree char *map = dup_map (DEVICE);
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, map, "/api", "client", NULL);
  g_autoptr(GError) error = NULL;
  gint64 before = g_get_monotonic_time ();

  portal_fixture_answer (server, "/oauth/device", CODES);
  portal_fixture_say (server, "/oauth/token", 400, NULL, "{\"error\": \"slow_down\"}", 1);
  portal_fixture_answer (server, "/oauth/token", "{\"access_token\": \"a1\"}");
  portal_fixture_answer (server, "/api/items", NOTHING);
  tambour_portal_set_sign_in (portal, code_cb, keep_cb, NULL, &person);
  g_assert_true (portal_fixture_read (server, portal, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_get_monotonic_time () - before, >=, 5 * G_USEC_PER_SEC);
}

static void
test_nobody_is_there_to_agree (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autofree char *map = dup_map (DEVICE);
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, map, "/api", "client", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (portal_fixture_read (server, portal, NULL, &error));
  g_assert_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_SIGN_IN);
  g_assert_cmpuint (server->seen->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portal-sign-in/with-a-password-or-a-key", test_with_a_password_or_a_key);
  g_test_add_func ("/portal-sign-in/a-key-has-one-line", test_a_key_has_one_line);
  g_test_add_func ("/portal-sign-in/with-a-clients-secret", test_with_a_clients_secret);
  g_test_add_func ("/portal-sign-in/a-token-that-expired-is-renewed", test_a_token_that_expired_is_renewed);
  g_test_add_func ("/portal-sign-in/a-token-that-is-never-good-is-told-once", test_a_token_that_is_never_good_is_told_once);
  g_test_add_func ("/portal-sign-in/a-fault-of-the-tokens-server-passes", test_a_fault_of_the_tokens_server_passes);
  g_test_add_func ("/portal-sign-in/a-client-that-is-unknown-is-told", test_a_client_that_is_unknown_is_told);
  g_test_add_func ("/portal-sign-in/a-person-agrees-in-a-browser", test_a_person_agrees_in_a_browser);
  g_test_add_func ("/portal-sign-in/a-person-refuses-or-lets-it-be", test_a_person_refuses_or_lets_it_be);
  g_test_add_func ("/portal-sign-in/asks-more-slowly-when-told-to", test_asks_more_slowly_when_told_to);
  g_test_add_func ("/portal-sign-in/nobody-is-there-to-agree", test_nobody_is_there_to_agree);

  return g_test_run ();
}
