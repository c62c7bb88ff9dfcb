/* test-portal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "portal-fixture.h"
#include "small-map.h"
#include "tambour-people.h"

#define OFFSET SMALL_MAP (", \"from\": \"{offset}\"", ", \"paging\": {\"kind\": \"offset\", \"total\": \"/total\"}")
#define PAGE   SMALL_MAP (", \"page\": \"{page}\"", ", \"paging\": {\"kind\": \"page\"}")
#define LINK   SMALL_MAP ("", ", \"paging\": {\"kind\": \"link\"}")
#define NEXT   SMALL_MAP ("", ", \"paging\": {\"kind\": \"next\", \"at\": \"/next\"}")
#define CURSOR \
  SMALL_MAP ("", ", \"paging\": {\"kind\": \"cursor\", \"at\": \"/after\", \"last\": \"/end\", \"lasts\": true," \
                 " \"next\": {\"path\": \"/items\", \"query\": {\"cursor\": \"{cursor}\"}}}")
#define ORDERED SMALL_MAP (", \"from\": \"{offset}\"", ", \"ordered\": true, \"paging\": {\"kind\": \"offset\", \"total\": \"/total\"}")

#define NEWEST  SMALL_MAP (", \"from\": \"{offset}\"", ", \"newest_first\": true, \"paging\": {\"kind\": \"offset\", \"total\": \"/total\"}")

#define ITEM(id, changed) \
  "{\"id\": \"" id "\", \"title\": \"T" id "\", \"opened\": \"2026-01-01 08:00:00\", \"changed\": \"" changed "\", \"status\": \"offen\"}"

static void
assert_ids (PortalFixture *server,
            const char    *expected)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < server->items->len; i++)
    g_string_append_printf (ids, "%s ", ((TambourPortalItem *) server->items->pdata[i])->external_id);
  g_assert_cmpstr (g_strchomp (ids->str), ==, expected);
}

static void
read_all (PortalFixture *server,
          const char    *map,
          const char    *cursor)
{
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, map, "/api", NULL, "token");
  g_autoptr(GError) error = NULL;

  portal_fixture_read (server, portal, cursor, &error);
  g_assert_no_error (error);
}

static void
test_an_item_becomes_a_case (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, OFFSET, "/api", NULL, "token");
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPortalItem) item = NULL;
  TambourContact *contact;

  portal_fixture_load (server, "small.json");
  item = tambour_portal_read_item (portal, "7", NULL, &error);
  g_assert_no_error (error);

  portal_assert_field (item, "number", "7");
  portal_assert_field (item, "title", "It hangs");
  portal_assert_field (item, "opened_at", "2026-07-01T06:00:00Z");
  portal_assert_field (item, "status", "waiting_customer");
  portal_assert_field (item, "priority", "P1");
  portal_assert_field (item, "category", "net, dns");
  portal_assert_field (item, "impact", "All of it.\nSince Monday & before.");
  portal_assert_field (item, "url", "https://desk.example.org/show/7");
  g_assert_cmpstr (item->record->external_system, ==, "desk");
  g_assert_cmpstr (item->record->external_id, ==, "7");
  portal_assert_lines (item,
                       "2026-07-01T06:00:00Z opened customer 7/s1#1 public\n"
                       "2026-07-01T07:30:00Z our_msg us 7/s2#1 public “We look.”\n"
                       "2026-07-01T07:30:00Z status us 7/s2#2 new>open public\n"
                       "2026-07-01T08:00:00Z our_msg system 7/s3#1 public automatic\n"
                       "2026-07-01T09:00:00Z internal_note us 7/s4#1 “Not for them.”\n"
                       "2026-07-01T09:00:00Z paused us 7/s4#2 open>waiting_customer public\n"
                       "2026-07-01T10:00:00Z customer_msg customer 7/s5#1 public “Here.”\n");
  g_assert_cmpuint (item->people->len, ==, 1);
  contact = item->people->pdata[0];
  g_assert_cmpstr (contact->email, ==, "anna@varnholt.example");
  g_assert_cmpstr (tambour_portal_item_get_hint (item, "organisation"), ==, "Varnholt");
  g_assert_cmpstr (tambour_portal_item_get_hint (item, "domain"), ==, "varnholt.example");
  g_assert_cmpuint (item->faults->len, ==, 0);
  g_assert_cmpstr (server->signed_as->pdata[0], ==, "Bearer token");
}

static void
test_reads_page_by_page (void)
{
  static const char * const maps[] = { OFFSET, PAGE, LINK, NEXT, CURSOR };
  static const char * const more[] = {
    "/api/items?from=2", "/api/items?page=2", "/api/items?to=2", "/api/items?to=2", "/api/items?cursor=c2"
  };
  static const char * const last[] = { "/api/items?from=9", "/api/items?page=3", "/x", "/x", "/x" };
  const char *headers = "Link: <@root@/api/items?to=1>; rel=\"prev\", <@root@/api/items?to=2>; rel=\"next\"";

  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autoptr(PortalFixture) server = portal_fixture_new ();

      portal_fixture_answer (server, last[i], "{\"items\": []}");
      portal_fixture_answer (server, more[i],
                             "{\"total\": 3, \"end\": true, \"after\": \"c3\", \"items\": [" ITEM ("3", "2026-01-03 10:00:00") "]}");
      portal_fixture_say (server, "/api/items", 200, headers,
                          "{\"total\": 3, \"next\": \"/api/items?to=2\", \"end\": false, \"after\": \"c2\", \"items\": [" ITEM ("1", "2026-01-02 10:00:00") "," ITEM ("2", "2026-01-02 11:00:00") "]}",
                          G_MAXUINT);
      read_all (server, maps[i], NULL);
      assert_ids (server, "1 2 3");
    }
}

static void
test_a_cursor_lasts_until_the_next_run (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autofree char *kept = NULL;

  portal_fixture_answer (server, "/api/items?cursor=c2", "{\"end\": true, \"after\": \"c3\", \"items\": [" ITEM ("9", "2026-02-01 10:00:00") "]}");
  portal_fixture_answer (server, "/api/items", "{\"end\": true, \"after\": \"c2\", \"items\": [" ITEM ("1", "2026-01-02 10:00:00") "]}");
  read_all (server, CURSOR, NULL);
  assert_ids (server, "1");

  kept = g_strdup (server->cursors->pdata[server->cursors->len - 1]);
  read_all (server, CURSOR, kept);
  assert_ids (server, "9");
}

/* It ends where what is asked for begins. */
static void
test_newest_first_ends_at_the_last_run (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();

  portal_fixture_answer (server, "/api/items?from=2", "{\"total\": 4, \"items\": [" ITEM ("2", "2026-01-02 11:00:00") "," ITEM ("1", "2026-01-02 10:00:00") "]}");
  portal_fixture_answer (server, "/api/items", "{\"total\": 4, \"items\": [" ITEM ("4", "2026-01-05 11:00:00") "," ITEM ("3", "2026-01-05 10:00:00") "]}");
  read_all (server, NEWEST, NULL);
  assert_ids (server, "4 3 2 1");
  g_assert_cmpuint (server->seen->len, ==, 2);

  read_all (server, NEWEST, "{\"system\": \"desk\", \"since\": \"2026-01-05T09:30:00Z\"}");
  assert_ids (server, "4");
  g_assert_cmpuint (server->seen->len, ==, 3);
}

/* What it tells of itself is read once more a minute before it was: of the portal's clock, which is three hours ahead. */
static void
test_the_next_run_begins_before_the_last_one (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(JsonNode) cursor = NULL;
  TambourInstant since = { 0 };
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  server->ahead = 3 * TAMBOUR_HOUR;
  portal_fixture_answer (server, "/api/items", "{\"total\": 0, \"items\": []}");
  read_all (server, OFFSET, NULL);
  cursor = json_from_string (server->cursors->pdata[server->cursors->len - 1], NULL);
  g_assert_true (tambour_instant_parse (json_object_get_string_member (json_node_get_object (cursor), "since"), &since));
  g_assert_cmpint (since.seconds, >=, now + 3 * TAMBOUR_HOUR - 60 - 2);
  g_assert_cmpint (since.seconds, <=, now + 3 * TAMBOUR_HOUR - 60 + 5);

  read_all (server, OFFSET, server->cursors->pdata[server->cursors->len - 1]);
  g_assert_nonnull (strstr (server->seen->pdata[1], "since=20"));
}

/* A tracker of ten items of which the second changes while the first page is read. */
static gboolean
slipping_cb (PortalFixture     *self,
             SoupServerMessage *message,
             const char        *path,
             GHashTable        *query,
             gpointer           user_data)
{
  gboolean *has_slipped = user_data;
  const char *since = g_hash_table_lookup (query, "since");
  guint from = (guint) g_ascii_strtoull (g_hash_table_lookup (query, "from"), NULL, 10);
  g_autoptr(GString) items = g_string_new (NULL);
  guint n = 0, n_sent = 0;

  for (guint i = 1; i <= 11; i++)
    {
      guint number = i == 11 ? 2 : i;
      g_autofree char *changed = g_strdup_printf ("2026-01-01 10:%02u:00", i == 11 ? 30 : i);

      if ((i == 2 && *has_slipped) || (i == 11 && !*has_slipped) || strcmp (changed, since) < 0)
        continue;
      if (n++ < from || n_sent == 3)
        continue;
      n_sent++;
      g_string_append_printf (items, "%s{\"id\": %u, \"opened\": \"2026-01-01\", \"changed\": \"%s\"}", items->len > 0 ? "," : "", number, changed);
    }

  *has_slipped = TRUE;
  g_string_append_printf (items, "], \"total\": %u}", n);
  g_string_prepend (items, "{\"items\": [");
  portal_send (message, 200, items->str);

  return TRUE;
}

static void
test_nothing_is_lost_when_the_list_moves (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  gboolean has_slipped = FALSE;

  server->answer = slipping_cb;
  server->user_data = &has_slipped;
  read_all (server, ORDERED, NULL);
  assert_ids (server, "1 2 3 4 5 6 7 8 9 10 2");
}

static void
test_goes_on_after_it_was_stopped (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, ORDERED, "/api", NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *cursor = NULL;
  gboolean has_slipped = TRUE;

  server->answer = slipping_cb;
  server->user_data = &has_slipped;
  server->n_taken = 4;
  g_assert_false (portal_fixture_read (server, portal, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_ids (server, "1 3 4 5");

  /* Of the second page not all were taken: it is read once more. */
  g_clear_error (&error);
  server->n_taken = 0;
  cursor = g_strdup (server->cursors->pdata[server->cursors->len - 1]);
  g_assert_true (portal_fixture_read (server, portal, cursor, &error));
  assert_ids (server, "4 5 6 7 8 9 10 2");
}

static void
test_what_is_gone_is_an_item_too (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, OFFSET, "/api", NULL, NULL);
  g_autoptr(TambourPortalItem) deleted = NULL, merged = NULL, other = NULL, missing = NULL;

  portal_fixture_answer (server, "/api/items/1", "{\"id\": 1, \"changed\": \"2026-01-01\", \"gone\": true}");
  portal_fixture_answer (server, "/api/items/2", "{\"id\": 2, \"changed\": \"2026-01-01\", \"into\": 9}");
  portal_fixture_answer (server, "/api/items/3", ITEM ("9", "2026-01-03 10:00:00"));
  deleted = tambour_portal_read_item (portal, "1", NULL, NULL);
  merged = tambour_portal_read_item (portal, "2", NULL, NULL);
  other = tambour_portal_read_item (portal, "3", NULL, NULL);
  missing = tambour_portal_read_item (portal, "4", NULL, NULL);

  g_assert_cmpint (deleted->fate, ==, TAMBOUR_PORTAL_FATE_DELETED);
  g_assert_null (deleted->record);
  g_assert_cmpint (merged->fate, ==, TAMBOUR_PORTAL_FATE_MERGED);
  g_assert_cmpstr (merged->merged_into, ==, "9");
  g_assert_cmpint (other->fate, ==, TAMBOUR_PORTAL_FATE_MERGED);
  g_assert_cmpstr (other->external_id, ==, "3");
  g_assert_cmpstr (other->merged_into, ==, "9");
  g_assert_cmpint (missing->fate, ==, TAMBOUR_PORTAL_FATE_DELETED);
}

static gboolean
strange_cb (PortalFixture     *self,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  g_assert_cmpstr (path, ==, "/api/items/admin/x?y=1#z");
  g_assert_null (query);

  return FALSE;
}

/* No id leaves the part of the address that it is for. */
static void
test_an_id_is_no_path (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, OFFSET, "/api", NULL, NULL);
  g_autoptr(TambourPortalItem) up = tambour_portal_read_item (portal, "..", NULL, NULL);
  g_autoptr(TambourPortalItem) aside = NULL;

  server->answer = strange_cb;
  aside = tambour_portal_read_item (portal, "admin/x?y=1#z", NULL, NULL);
  g_assert_cmpint (up->fate, ==, TAMBOUR_PORTAL_FATE_DELETED);
  g_assert_cmpint (aside->fate, ==, TAMBOUR_PORTAL_FATE_DELETED);
  g_assert_cmpuint (server->seen->len, ==, 1);
}

static void
test_says_who_it_lets_in (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, OFFSET, "/api", "anna", "secret");
  g_autoptr(GError) error = NULL;
  g_autofree char *who = NULL;

  portal_fixture_answer (server, "/api/me?user=anna", "{\"name\": \"Anna\"}");
  g_assert_true (tambour_portal_test (portal, &who, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (who, ==, "Anna");
  g_assert_cmpstr (server->signed_as->pdata[0], ==, "Basic YW5uYTpzZWNyZXQ=");
}

/* Of Request Tracker one knows the server; where on it REST 2 answers, its map does. */
static void
test_a_server_s_address_is_completed (void)
{
  static const char * const addresses[] = { "", "/", "/REST/2.0", "/REST/2.0/" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(PortalFixture) server = portal_fixture_new ();
      g_autoptr(TambourPortal) portal = portal_fixture_portal (server, "request-tracker", addresses[i], NULL, "token");
      g_autoptr(GError) error = NULL;

      portal_fixture_answer (server, "/REST/2.0/rt", "{\"Version\": \"5.0.7\"}");
      g_assert_true (tambour_portal_test (portal, NULL, NULL, &error));
      g_assert_no_error (error);
    }

  {
    g_autoptr(PortalFixture) server = portal_fixture_new ();
    g_autoptr(TambourPortal) portal = portal_fixture_portal (server, "request-tracker", "/rt5/REST/2.0", NULL, "token");

    portal_fixture_answer (server, "/rt5/REST/2.0/rt", "{\"Version\": \"5.0.7\"}");
    g_assert_true (tambour_portal_test (portal, NULL, NULL, NULL));
  }
}

/* Ten thousand items, made as they are asked for. */
static gboolean
endless_cb (PortalFixture     *self,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  guint from = (guint) g_ascii_strtoull (g_hash_table_lookup (query, "from"), NULL, 10);
  g_autoptr(GString) items = g_string_new ("{\"total\": 10000, \"items\": [");
  g_autofree char *filler = g_strnfill (2000, 'x');

  for (guint i = from; i < MIN (from + 100, 10000); i++)
    g_string_append_printf (items, "%s{\"id\": %u, \"title\": \"%s\", \"opened\": \"2026-01-01\", \"changed\": \"2026-01-01\"}",
                            i > from ? "," : "", i + 1, filler);
  g_string_append (items, "]}");
  portal_send (message, 200, items->str);

  return TRUE;
}

typedef struct
{
  guint n_read;
  guint n_alive;
} Count;

static void
gone_cb (gpointer  user_data,
         GObject  *record)
{
  Count *count = user_data;

  count->n_alive--;
}

static gboolean
count_cb (TambourPortalItem  *item,
          gpointer            user_data,
          GError            **error)
{
  Count *count = user_data;

  g_assert_cmpuint (g_ascii_strtoull (item->external_id, NULL, 10), ==, ++count->n_read);
  g_object_weak_ref (G_OBJECT (item->record), gone_cb, count);
  g_assert_cmpuint (++count->n_alive, ==, 1);

  return TRUE;
}

/* An address sanitizer keeps what was freed for a while: how much is resident says nothing then. */
#if defined(__SANITIZE_ADDRESS__)
#define KEEPS_FREED TRUE
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define KEEPS_FREED TRUE
#endif
#endif
#ifndef KEEPS_FREED
#define KEEPS_FREED FALSE
#endif

static gsize
resident_pages (void)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) parts = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  parts = g_strsplit (text, " ", -1);

  return (gsize) g_ascii_strtoull (parts[1], NULL, 10);
}

static void
test_ten_thousand_need_no_more_memory_than_a_page (void)
{
  g_autoptr(PortalFixture) server = portal_fixture_new ();
  g_autoptr(TambourPortal) portal = portal_fixture_portal (server, OFFSET, "/api", NULL, NULL);
  g_autoptr(GError) error = NULL;
  gsize before = resident_pages ();
  Count count = { 0 };

  server->answer = endless_cb;
  g_assert_true (tambour_portal_read_changes (portal, NULL, (TambourInstant) { TAMBOUR_NEVER }, count_cb, NULL, &count, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count.n_read, ==, 10000);
  g_assert_cmpuint (count.n_alive, ==, 0);

  /* All of it would be 20 MB of titles alone, in JSON and in records. */
  if (!KEEPS_FREED)
    g_assert_cmpuint ((resident_pages () - before) * 4096, <, 12 * 1024 * 1024);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portal/an-item-becomes-a-case", test_an_item_becomes_a_case);
  g_test_add_func ("/portal/reads-page-by-page", test_reads_page_by_page);
  g_test_add_func ("/portal/a-cursor-lasts-until-the-next-run", test_a_cursor_lasts_until_the_next_run);
  g_test_add_func ("/portal/newest-first-ends-at-the-last-run", test_newest_first_ends_at_the_last_run);
  g_test_add_func ("/portal/the-next-run-begins-before-the-last-one", test_the_next_run_begins_before_the_last_one);
  g_test_add_func ("/portal/nothing-is-lost-when-the-list-moves", test_nothing_is_lost_when_the_list_moves);
  g_test_add_func ("/portal/goes-on-after-it-was-stopped", test_goes_on_after_it_was_stopped);
  g_test_add_func ("/portal/what-is-gone-is-an-item-too", test_what_is_gone_is_an_item_too);
  g_test_add_func ("/portal/an-id-is-no-path", test_an_id_is_no_path);
  g_test_add_func ("/portal/says-who-it-lets-in", test_says_who_it_lets_in);
  g_test_add_func ("/portal/test/a-server-s-address-is-completed", test_a_server_s_address_is_completed);
  g_test_add_func ("/portal/ten-thousand-need-no-more-memory-than-a-page", test_ten_thousand_need_no_more_memory_than_a_page);

  return g_test_run ();
}
