/* test-evidence.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-facts-portfolio.h"

#include <json-glib/json-glib.h>
#include <string.h>

static char *
show (const TambourFact *fact,
      gboolean           prior,
      gpointer           user_data)
{
  return g_strdup (prior ? "before" : user_data);
}

static TestPortfolio *
make_portfolio (void)
{
  TestPortfolio *portfolio = test_portfolio_new ();

  test_portfolio_add (portfolio, "agreement", "a", "title", "A “quoted”\\\n\x01 title", "start", "2026-01-01", "end", "2026-12-31",
                      "fee", "1234.56 EUR", "plan_id", "platinum", NULL);
  test_portfolio_add (portfolio, "goal", "g", "statement", "Say \"no\"\\\n\x01 less — “often”", "due", "2026-12-31", "status", "agreed",
                      "target", "10", "baseline", "0", NULL);
  test_portfolio_add (portfolio, "goal_reading", "r", "goal_id", "g", "on", "2026-12-30", "value", "9.1", NULL);
  test_portfolio_add (portfolio, "case", "c2", "number", "2", "title", "2", "priority", "P2", "channel", "phone", "opened_at", "2026-02-01T10:00:00Z", NULL);
  test_portfolio_add (portfolio, "case", "c1", "number", "1", "title", "1", "priority", "P2", "channel", "phone", "opened_at", "2026-03-01T10:00:00Z", NULL);

  return portfolio;
}

static JsonObject *
find_figure (JsonNode   *root,
             const char *key)
{
  JsonArray *figures = json_object_get_array_member (json_node_get_object (root), "figures");

  for (guint i = 0; i < json_array_get_length (figures); i++)
    {
      JsonObject *figure = json_array_get_object_element (figures, i);

      if (g_str_equal (json_object_get_string_member (figure, "key"), key))
        return figure;
    }

  g_error ("No figure %s", key);
}

static void
test_members (void)
{
  g_autoptr(TestPortfolio) portfolio = make_portfolio ();
  g_autoptr(TambourFacts) facts = test_portfolio_read_2026 (portfolio);
  g_autofree char *text = tambour_evidence_new (facts, show, "now");
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = json_from_string (text, &error);
  JsonObject *figure;

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_suffix (text, "}\n"));

  figure = find_figure (root, "cases.opened.p2");
  g_assert_cmpint (json_object_get_int_member (figure, "value"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (figure, "metric"), ==, "M01");
  g_assert_cmpstr (json_object_get_string_member (figure, "text"), ==, "now");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (figure, "ids")), ==, 2);
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (figure, "ids"), 0), ==, "c1");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (figure, "prior"), "state"), ==, "not measured");

  figure = find_figure (root, "response.met");
  g_assert_cmpint (json_object_get_int_member (figure, "of"), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (figure, "hits")), ==, 0);

  figure = find_figure (root, "value.fee");
  g_assert_cmpfloat (json_object_get_double_member (figure, "value"), ==, 1234.56);
  g_assert_nonnull (strstr (text, "\"value\": 1234.56,"));

  figure = find_figure (root, "goals.progress.1");
  g_assert_cmpstr (json_object_get_string_member (figure, "subject"), ==, "Say \"no\"\\\n\x01 less — “often”");
  g_assert_cmpfloat (json_object_get_double_member (figure, "value"), ==, 9.1 / 10);

  figure = find_figure (root, "usage.coverage");
  g_assert_true (json_object_get_null_member (figure, "value"));
  g_assert_nonnull (json_object_get_string_member (figure, "reason"));
}

static void
test_same_bytes (void)
{
  g_autoptr(TestPortfolio) portfolio = make_portfolio ();
  g_autoptr(TambourFacts) once = test_portfolio_read_2026 (portfolio);
  g_autoptr(TambourFacts) again = test_portfolio_read_2026 (portfolio);
  g_autofree char *first = tambour_evidence_new (once, NULL, NULL);
  g_autofree char *second = tambour_evidence_new (again, NULL, NULL);

  g_assert_cmpstr (first, ==, second);
  g_assert_null (strstr (first, "\"text\""));
}

static void
test_keys (void)
{
  g_autoptr(TestPortfolio) portfolio = make_portfolio ();
  g_autoptr(TambourFacts) facts = test_portfolio_read_2026 (portfolio);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < facts->all->len; i++)
    {
      TambourFact *fact = g_ptr_array_index (facts->all, i);

      g_assert_true (g_hash_table_add (seen, fact->key));
      g_assert_true (tambour_facts_find (facts, fact->key) == fact);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evidence/every-figure-has-its-members", test_members);
  g_test_add_func ("/evidence/the-same-facts-are-the-same-bytes", test_same_bytes);
  g_test_add_func ("/evidence/no-two-figures-share-a-key", test_keys);

  return g_test_run ();
}
