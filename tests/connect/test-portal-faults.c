/* test-portal-faults.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "portal-fixture.h"
#include "small-map.h"
#include "tambour-session.h"

#define MAP     SMALL_MAP (", \"from\": \"{offset}\"", ", \"paging\": {\"kind\": \"offset\", \"total\": \"/total\"}")

#define ITEMS "{\"total\": 1, \"items\": [{\"id\": 1, \"title\": \"T\", \"opened\": \"2026-01-01\", \"changed\": \"2026-01-01\"}]}"

static void
assert_read (PortalFixture *server,
             const char    *map,
             guint          n_items)
{
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, map, "/api", NULL, "token");
  g_autoptr(GError) error = NULL;

  portal_fixture_read (server, portal, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (server->items->len, ==, n_items);
}

/* One error, which says these words, and nothing that was read twice. */
static void
assert_refused (PortalFixture *server,
                GQuark         domain,
                int            code,
                const char    *words)
{
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, MAP, "/api", NULL, "token");
  g_autoptr(GError) error = NULL;

  g_assert_false (portal_fixture_read (server, portal, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strstr (error->message, "token"));
  g_assert_cmpuint (server->cursors->len, ==, 0);
}

static void
test_waits_when_it_is_asked_to (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  gint64 before = g_get_monotonic_time ();

  portal_fixture_say (server, "/api/items", 429, "Retry-After: 2", "{\"message\": \"too many\"}", 1);
  portal_fixture_answer (server, "/api/items", ITEMS);
  assert_read (server, MAP, 1);
  g_assert_cmpint (g_get_monotonic_time () - before, >=, 2 * G_USEC_PER_SEC);
  g_assert_cmpuint (server->seen->len, ==, 2);
}

static void
test_waits_when_it_has_no_more_to_ask (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  gint64 before = g_get_monotonic_time ();

  portal_fixture_say (server, "/api/items", 403, "X-RateLimit-Remaining: 0\nX-RateLimit-Reset: 1", "{\"message\": \"limit\"}", 1);
  portal_fixture_answer (server, "/api/items", ITEMS);
  assert_read (server, MAP, 1);
  g_assert_cmpint (g_get_monotonic_time () - before, >=, G_USEC_PER_SEC);
}

static void
test_waits_no_hour (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();

  portal_fixture_say (server, "/api/items", 429, "Retry-After: 3600", "{}", G_MAXUINT);
  assert_refused (server, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_PATIENCE, "60 minutes");
  g_assert_cmpuint (server->seen->len, ==, 1);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_usleep (300 * 1000);
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

static gpointer
cancel_soon (gpointer data)
{
  cancel_cb (data);

  return NULL;
}

static gboolean
take_cb (TambourPortalItem  *item,
         gpointer            user_data,
         GError            **error)
{
  return TRUE;
}

static void
test_waiting_can_be_cancelled (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, MAP, "/api", NULL, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  gint64 before = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  portal_fixture_say (server, "/api/items", 429, "Retry-After: 60", "{}", G_MAXUINT);
  g_assert_false (tambour_portal_read_changes (portal, NULL, (TambourInstant) { TAMBOUR_NEVER }, take_cb, NULL, NULL, cancellable, &error));
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 20 * G_USEC_PER_SEC);
}

static void
test_keeps_to_the_rate (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autofree char *map = g_strconcat ("{\"rate_limit\": {\"requests\": 5, \"seconds\": 1},", MAP + 1, NULL);
  gint64 before = g_get_monotonic_time ();

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *address = g_strdup_printf ("/api/items?from=%u", i);

      portal_fixture_answer (server, address,
                             "{\"total\": 5, \"items\": [{\"id\": 1, \"opened\": \"2026-01-01\", \"changed\": \"2026-01-01\"}]}");
    }
  assert_read (server, map, 5);
  g_assert_cmpint (g_get_monotonic_time () - before, >=, 4 * G_USEC_PER_SEC / 5);
}

static void
test_a_fault_of_the_portal_passes (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();

  portal_fixture_say (server, "/api/items", 500, NULL, "{}", 1);
  portal_fixture_say (server, "/api/items", 502, NULL, "<html>", 1);
  portal_fixture_answer (server, "/api/items", ITEMS);
  assert_read (server, MAP, 1);
  g_assert_cmpuint (server->seen->len, ==, 3);
}

static void
test_one_that_does_not_pass_is_told_once (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();

  portal_fixture_say (server, "/api/items", 500, NULL, "{\"message\": \"database gone\"}", G_MAXUINT);
  assert_refused (server, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SERVER, "database gone");
  g_assert_cmpuint (server->seen->len, ==, 4);
}

static void
test_a_key_that_is_not_accepted (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();

  portal_fixture_say (server, "/api/items", 401, NULL, "{\"error\": {\"message\": \"unknown\"}}", G_MAXUINT);
  assert_refused (server, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SIGN_IN, "check the user name");
  g_assert_cmpuint (server->seen->len, ==, 1);
}

/* Half of an answer, and then nothing. */
static gboolean
half_cb (PortalFixture     *self,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  const char *half = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"total\": 1, \"items\"";
  g_autoptr(GIOStream) stream = NULL;
  guint *n_left = user_data;

  if (*n_left == 0)
    return FALSE;

  --*n_left;

  stream = soup_server_message_steal_connection (message);
  g_output_stream_write_all (g_io_stream_get_output_stream (stream), half, strlen (half), NULL, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);

  return TRUE;
}

static void
test_half_a_page_is_read_again (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  guint n_left = 2;

  server->answer = half_cb;
  server->user_data = &n_left;
  portal_fixture_answer (server, "/api/items", ITEMS);
  assert_read (server, MAP, 1);
  g_assert_cmpuint (server->seen->len, ==, 3);
}

static void
test_no_page_but_halves_is_told_once (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  guint n_left = 100;

  server->answer = half_cb;
  server->user_data = &n_left;
  assert_refused (server, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_CUT, "broke off");
}

/* What it answers, and what is said of it. */
static void
test_a_wrong_shape_is_told_with_its_place (void)
{
  static const char * const shapes[][2] = {
    { "<html>Sign in</html>", "no JSON" },
    { "{\"total\": 1}", "with nothing at “/items”, where the map expects a list" },
    { "{\"items\": {}}", "with an object at “/items”" },
    { "{\"items\": \"none\"}", "with a text at “/items”" },
    { "[]", "with nothing at “/items”" },
    { "{\"items\": [{\"title\": \"x\", \"changed\": \"2026-01-01\"}]}", "without an id" },
    { "{\"items\": [7]}", "without an id" },
    { "{\"items\": [{\"id\": 1, \"changed\": \"soon\"}]}", "a time that is not understood (/changes/0 in the map)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr(PortalFixture) server = portal_fixture_new ();

      portal_fixture_answer (server, "/api/items", shapes[i][0]);
      assert_refused (server, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_SHAPE, shapes[i][1]);
    }
}

static void
test_what_of_an_item_is_not_understood_is_its_fault (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  TambourPortalItem *item;

  portal_fixture_answer (server, "/api/items",
                         "{\"total\": 2, \"items\": [{\"id\": 1, \"opened\": \"yesterday\", \"status\": \"krank\", \"changed\": \"2026-01-01\","
                         " \"steps\": [{\"id\": 1, \"parts\": [{\"what\": \"opened\"}]}, {\"parts\": []}, 7]},"
                         "{\"id\": 2, \"opened\": \"2026-01-01\", \"changed\": \"2026-01-01\"}]}");
  assert_read (server, MAP, 2);
  item = server->items->pdata[0];
  g_assert_cmpuint (item->faults->len, ==, 6);
  g_assert_nonnull (strstr (item->faults->pdata[0], "“yesterday” is no value of opened_at (/records/case/fields/opened_at in the map)"));
  g_assert_nonnull (strstr (item->faults->pdata[1], "“krank” is no value of status"));
  item = server->items->pdata[1];
  g_assert_cmpuint (item->faults->len, ==, 0);
}

/* The item changes after it was listed, and once more after it was read again. */
static gboolean
moving_cb (PortalFixture     *self,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  guint *n_asked = user_data;
  g_autofree char *json = NULL;
  guint n;

  if (!g_str_has_prefix (path, "/api/items"))
    return FALSE;

  n = (*n_asked)++;
  json = g_strdup_printf ("{\"id\": 1, \"title\": \"Version %u\", \"opened\": \"2026-01-01\", \"changed\": \"2026-01-01 10:%02u:00\","
                          " \"steps\": [{\"id\": 1, \"at\": \"2026-01-01 10:%02u:00\", \"parts\": [{\"what\": \"opened\"}]}]}",
                          n, MIN (n, 2), MIN (n + 1, 2));
  if (n == 0)
    {
      g_autofree char *list = g_strdup_printf ("{\"total\": 1, \"items\": [%s]}", json);

      portal_send (message, 200, list);
      return TRUE;
    }

  portal_send (message, 200, json);

  return TRUE;
}

static void
test_an_item_that_changes_meanwhile_is_read_again (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  guint n_asked = 0;

  server->answer = moving_cb;
  server->user_data = &n_asked;
  assert_read (server, MAP, 1);
  portal_assert_field (server->items->pdata[0], "title", "Version 2");
  g_assert_cmpuint (n_asked, ==, 3);
}

static void
test_a_history_that_may_not_be_read_is_told (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(GString) map = g_string_new (MAP);
  TambourPortalItem *item;

  g_string_replace (map, "\"history\": [{\"entries\"", "\"history\": [{\"path\": \"/items/{id}/steps\", \"entries\"", 1);
  portal_fixture_answer (server, "/api/items", ITEMS);
  portal_fixture_say (server, "/api/items/1/steps", 403, NULL, "{}", 1);
  assert_read (server, map->str, 1);
  item = server->items->pdata[0];
  g_assert_cmpuint (item->faults->len, ==, 1);
  g_assert_nonnull (strstr (item->faults->pdata[0], "The history of 1 cannot be read"));
}

static void
test_a_cursor_of_another_map_is_refused (void)
{
  static const char * const cursors[] = { "", "{}", "[]", "{\"system\": \"jira\"}" };
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, MAP, "/api", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cursors); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (portal_fixture_read (server, portal, cursors[i], &error));
      g_assert_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_CURSOR);
    }
  g_assert_cmpuint (server->seen->len, ==, 0);
}

/* A portal that sends on elsewhere gets no key there, and nobody sees it. */
static void
test_no_key_goes_elsewhere (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(PortalFixture) other = portal_fixture_new ();
  g_autofree char *location = g_strconcat ("Location: ", other->root, "/api/items?key=token", NULL);

  portal_fixture_say (server, "/api/items", 302, location, "", 1);
  assert_refused (server, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_ELSEWHERE, "sends on to another address");
  g_assert_cmpuint (other->seen->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portal-faults/waits-when-it-is-asked-to", test_waits_when_it_is_asked_to);
  g_test_add_func ("/portal-faults/waits-when-it-has-no-more-to-ask", test_waits_when_it_has_no_more_to_ask);
  g_test_add_func ("/portal-faults/waits-no-hour", test_waits_no_hour);
  g_test_add_func ("/portal-faults/waiting-can-be-cancelled", test_waiting_can_be_cancelled);
  g_test_add_func ("/portal-faults/keeps-to-the-rate", test_keeps_to_the_rate);
  g_test_add_func ("/portal-faults/a-fault-of-the-portal-passes", test_a_fault_of_the_portal_passes);
  g_test_add_func ("/portal-faults/one-that-does-not-pass-is-told-once", test_one_that_does_not_pass_is_told_once);
  g_test_add_func ("/portal-faults/a-key-that-is-not-accepted", test_a_key_that_is_not_accepted);
  g_test_add_func ("/portal-faults/half-a-page-is-read-again", test_half_a_page_is_read_again);
  g_test_add_func ("/portal-faults/no-page-but-halves-is-told-once", test_no_page_but_halves_is_told_once);
  g_test_add_func ("/portal-faults/a-wrong-shape-is-told-with-its-place", test_a_wrong_shape_is_told_with_its_place);
  g_test_add_func ("/portal-faults/what-of-an-item-is-not-understood-is-its-fault", test_what_of_an_item_is_not_understood_is_its_fault);
  g_test_add_func ("/portal-faults/an-item-that-changes-meanwhile-is-read-again", test_an_item_that_changes_meanwhile_is_read_again);
  g_test_add_func ("/portal-faults/a-history-that-may-not-be-read-is-told", test_a_history_that_may_not_be_read_is_told);
  g_test_add_func ("/portal-faults/a-cursor-of-another-map-is-refused", test_a_cursor_of_another_map_is_refused);
  g_test_add_func ("/portal-faults/no-key-goes-elsewhere", test_no_key_goes_elsewhere);

  return g_test_run ();
}
