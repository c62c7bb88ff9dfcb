/* test-portal-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-template.h"
#include "tambour-portal-time.h"

static const char * const names[] = { "id", "since", "/", NULL };

static void
assert_expanded (const char *text,
                 const char *id,
                 gboolean    is_path,
                 const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPortalTemplate) template = tambour_portal_template_new (text, names, &error);
  g_autoptr(GHashTable) variables = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(JsonNode) item = json_from_string ("{\"n\": 7, \"a/b\": \"x y\", \"none\": null}", NULL);
  TambourPortalContext context = { .item = item, .here = item };
  g_autofree char *expanded = NULL;

  g_assert_no_error (error);
  if (id != NULL)
    g_hash_table_insert (variables, (gpointer) "id", (gpointer) id);
  expanded = tambour_portal_template_expand (template, variables, &context, is_path);
  g_assert_cmpstr (expanded, ==, expected);
}

static void
test_fills_in_what_is_there (void)
{
  assert_expanded ("", NULL, FALSE, "");
  assert_expanded ("/items/{id}", "7", TRUE, "/items/7");
  assert_expanded ("{id}{id}", "7", FALSE, "77");
  assert_expanded ("#{/n} {item:/a~1b}", NULL, FALSE, "#7 x y");
  assert_expanded ("{{\"id\": {id}}", "7", FALSE, "{\"id\": 7}");
  assert_expanded ("{id}", NULL, FALSE, NULL);
  assert_expanded ("{/none}", NULL, FALSE, NULL);
}

static void
test_a_value_stays_in_its_place (void)
{
  assert_expanded ("/items/{id}/x", "a/../b?c#d", TRUE, "/items/a%2F..%2Fb%3Fc%23d/x");
  assert_expanded ("/items/{id}", "..", TRUE, NULL);
  assert_expanded ("name = '{quoted:id}'", "O'Neill \\ \"x\"", FALSE, "name = 'O\\'Neill \\\\ \\\"x\\\"'");
}

static void
test_refuses_variables_that_are_none (void)
{
  static const char * const texts[] = { "{}", "{x}", "{id", "a{", "{quoted:}", "{id }", "{no/pointer}", "{/a~b}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourPortalTemplate) template = tambour_portal_template_new (texts[i], names, &error);

      g_assert_null (template);
      g_assert_nonnull (error);
    }
}

static void
assert_time (const char *text,
             const char *expected)
{
  g_autoptr(GTimeZone) zone = tambour_zone_lookup ("Europe/Berlin");
  g_autofree char *parsed = NULL;
  TambourInstant instant;

  if (!tambour_portal_time_parse (text, zone, &instant))
    {
      g_assert_null (expected);
      return;
    }

  parsed = tambour_instant_dup_text (instant);
  g_assert_cmpstr (parsed, ==, expected);
}

static void
test_understands_the_times_of_portals (void)
{
  assert_time ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z");
  assert_time ("2026-11-23T10:00:00.123Z", "2026-11-23T10:00:00Z");
  assert_time ("2026-11-23T10:00:00.000+0200", "2026-11-23T08:00:00Z");
  assert_time ("2026-11-23T10:00:00-05:30", "2026-11-23T15:30:00Z");
  assert_time ("2026-11-23 10:00:00 UTC", "2026-11-23T10:00:00Z");
  assert_time ("2026-11-23 10:00:00 +0100", "2026-11-23T09:00:00Z");
  assert_time ("2026-11-23 10:00:00", "2026-11-23T09:00:00Z");
  assert_time ("2026-07-23T10:00", "2026-07-23T08:00:00Z");
  assert_time ("2026-11-23", "2026-11-22T23:00:00Z");
  assert_time ("1767225600", "2026-01-01T00:00:00Z");
  assert_time ("1767225600000", "2026-01-01T00:00:00Z");

  /* Skipped when the clocks go forward, twice when they go back. */
  assert_time ("2026-03-29 02:30:00", "2026-03-29T01:00:00Z");
  assert_time ("2026-10-25 02:30:00", "2026-10-25T00:30:00Z");
}

static void
test_understands_no_others (void)
{
  static const char * const texts[] = {
    "", "soon", "2026-13-01 10:00", "2026-02-30", "2026-11-23 25:00:00", "2026-11-23 10:61", "10:00", "2026-11-23T10:00:00X",
    "99999999999999999999", "-9223372036854775808", "2026-11-23 10:00:00 Berlin",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_time (texts[i], NULL);
}

static void
test_says_times_as_portals_want_them (void)
{
  static const char * const expected[] = { "2026-07-01T08:00:59Z", "1782892859", "2026-07-01 10:00:59", "2026-07-01 10:00", "12", "2026-06-30" };
  g_autoptr(GTimeZone) zone = tambour_zone_lookup ("Europe/Berlin");
  TambourInstant instant = { 1782892859 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = tambour_portal_time_format ((TambourPortalTime) i, zone, instant, instant.seconds + 10 * TAMBOUR_MINUTE);

      g_assert_cmpstr (text, ==, expected[i]);
    }
  g_assert_cmpint (tambour_portal_time_round (TAMBOUR_PORTAL_TIME_MINUTE, instant).seconds, ==, 1782892800);
  g_assert_cmpint (tambour_portal_time_round (TAMBOUR_PORTAL_TIME_LOCAL, instant).seconds, ==, 1782892859);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portal-template/fills-in-what-is-there", test_fills_in_what_is_there);
  g_test_add_func ("/portal-template/a-value-stays-in-its-place", test_a_value_stays_in_its_place);
  g_test_add_func ("/portal-template/refuses-variables-that-are-none", test_refuses_variables_that_are_none);
  g_test_add_func ("/portal-time/understands-the-times-of-portals", test_understands_the_times_of_portals);
  g_test_add_func ("/portal-time/understands-no-others", test_understands_no_others);
  g_test_add_func ("/portal-time/says-times-as-portals-want-them", test_says_times_as_portals_want_them);

  return g_test_run ();
}
