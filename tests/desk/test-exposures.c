/* test-exposures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-exposures.h"

static TambourRecord *
add_issue (DeskPortfolio *desk,
           const char    *product,
           const char    *range,
           const char    *fixed_in,
           const char    *condition)
{
  TambourRecord *issue = tambour_record_new (TAMBOUR_TYPE_KNOWN_ISSUE, NULL);

  desk_set (issue, "title", "KI-88 Log rotation fills the disk");
  desk_set (issue, "product", product);
  desk_set (issue, "version_range", range ? range : "");
  desk_set (issue, "fixed_in", fixed_in ? fixed_in : "");
  desk_set (issue, "condition", condition ? condition : "");
  desk_portfolio_put (desk, issue);

  return issue;
}

static TambourRecord *
add_component (DeskPortfolio *desk,
               const char    *product,
               const char    *version)
{
  TambourRecord *component = desk_portfolio_own (desk, TAMBOUR_TYPE_COMPONENT);

  desk_set (component, "type", "Appliance");
  desk_set (component, "product", product);
  desk_set (component, "version", version ? version : "");
  desk_portfolio_put (desk, component);

  return component;
}

static GPtrArray *
find (DeskPortfolio *desk)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *hits = tambour_exposures_find (desk->store, TAMBOUR_RECORD (desk->account)->id, NULL, &error);

  g_assert_no_error (error);

  return hits;
}

/* Returns: how many there were */
static guint
record (DeskPortfolio *desk,
        TambourDate    on)
{
  g_autoptr(GPtrArray) hits = find (desk);
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", "Match known issues");
  g_autoptr(GError) error = NULL;

  tambour_exposures_record (hits, on, change);
  g_assert_true (hits->len == 0 || tambour_store_commit (desk->store, change, &error));
  g_assert_no_error (error);

  return hits->len;
}

static TambourExposure *
get_only (DeskPortfolio *desk)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_EXPOSURE);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = tambour_store_list (desk->store, query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);

  return g_object_ref (g_ptr_array_index (all, 0));
}

static void
test_versions_say_what_is_exposed (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) issue = add_issue (desk, "Forwarder", "4.1.0 to 4.1.3", "4.2", NULL);
  g_autoptr(TambourRecord) inside = add_component (desk, " forwarder", "4.1.3");
  g_autoptr(TambourRecord) above = add_component (desk, "Forwarder", "4.2");
  g_autoptr(TambourRecord) vague = add_component (desk, "Forwarder", NULL);
  g_autoptr(TambourRecord) other = add_component (desk, "Connector", "4.1.3");
  g_autoptr(GPtrArray) hits = find (desk);
  const TambourExposureHit *first, *second;

  g_assert_cmpuint (hits->len, ==, 2);
  first = g_ptr_array_index (hits, 0);
  second = g_ptr_array_index (hits, 1);
  if (g_str_equal (TAMBOUR_RECORD (first->component)->id, vague->id))
    {
      first = g_ptr_array_index (hits, 1);
      second = g_ptr_array_index (hits, 0);
    }

  g_assert_cmpstr (TAMBOUR_RECORD (first->component)->id, ==, inside->id);
  g_assert_cmpint (first->state, ==, TAMBOUR_EXPOSURE_STATE_EXPOSED);
  g_assert_cmpstr (TAMBOUR_RECORD (second->component)->id, ==, vague->id);
  g_assert_cmpint (second->state, ==, TAMBOUR_EXPOSURE_STATE_SUSPECTED);
}

static void
test_a_condition_is_for_a_person_to_look_at (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) issue = add_issue (desk, "Forwarder", "4.1", NULL, "One disk only");
  g_autoptr(TambourRecord) component = add_component (desk, "Forwarder", "4.1.3");
  g_autoptr(GPtrArray) hits = find (desk);

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (((TambourExposureHit *) g_ptr_array_index (hits, 0))->state, ==, TAMBOUR_EXPOSURE_STATE_SUSPECTED);
}

static void
test_what_is_recorded_is_no_news (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) issue = add_issue (desk, "Forwarder", "4.1", NULL, NULL);
  g_autoptr(TambourRecord) component = add_component (desk, "Forwarder", "4.1.3");
  g_autoptr(TambourExposure) exposure = NULL;

  g_assert_cmpuint (record (desk, tambour_date_new (2026, 11, 23)), ==, 1);
  g_assert_cmpuint (record (desk, tambour_date_new (2026, 11, 24)), ==, 0);
  exposure = get_only (desk);
  g_assert_cmpint (exposure->state, ==, TAMBOUR_EXPOSURE_STATE_EXPOSED);
  g_assert_cmpuint (exposure->since.julian, ==, tambour_date_new (2026, 11, 23).julian);
  g_assert_cmpint (TAMBOUR_RECORD (exposure)->origin, ==, TAMBOUR_ORIGIN_DERIVED);
}

static void
test_an_update_ends_it (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) issue = add_issue (desk, "Forwarder", "4.1", NULL, NULL);
  g_autoptr(TambourRecord) component = add_component (desk, "Forwarder", "4.1.3");
  g_autoptr(TambourExposure) exposure = NULL;

  record (desk, tambour_date_new (2026, 11, 23));
  desk_set (component, "version", "4.2");
  desk_portfolio_put (desk, component);
  g_assert_cmpuint (record (desk, tambour_date_new (2026, 12, 1)), ==, 1);
  exposure = get_only (desk);
  g_assert_cmpint (exposure->state, ==, TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED);
  g_assert_cmpuint (exposure->until.julian, ==, tambour_date_new (2026, 12, 1).julian);
}

/* Whatever the versions say afterwards. */
static void
test_what_a_person_judged_stands (void)
{
  static const char * const judged[] = { "mitigated", "accepted", "not_affected" };

  for (guint i = 0; i < G_N_ELEMENTS (judged); i++)
    {
      g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
      g_autoptr(TambourRecord) issue = add_issue (desk, "Forwarder", "4.1", NULL, NULL);
      g_autoptr(TambourRecord) component = add_component (desk, "Forwarder", "4.1.3");
      g_autoptr(TambourExposure) exposure = NULL;

      record (desk, tambour_date_new (2026, 11, 23));
      exposure = get_only (desk);
      desk_set (TAMBOUR_RECORD (exposure), "state", judged[i]);
      desk_portfolio_put (desk, TAMBOUR_RECORD (exposure));
      g_assert_cmpuint (record (desk, tambour_date_new (2026, 11, 24)), ==, 0);
      desk_set (component, "version", "4.2");
      desk_portfolio_put (desk, component);
      g_assert_cmpuint (record (desk, tambour_date_new (2026, 11, 25)), ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exposures/versions-say-what-is-exposed", test_versions_say_what_is_exposed);
  g_test_add_func ("/exposures/a-condition-is-for-a-person-to-look-at", test_a_condition_is_for_a_person_to_look_at);
  g_test_add_func ("/exposures/what-is-recorded-is-no-news", test_what_is_recorded_is_no_news);
  g_test_add_func ("/exposures/an-update-ends-it", test_an_update_ends_it);
  g_test_add_func ("/exposures/what-a-person-judged-stands", test_what_a_person_judged_stands);

  return g_test_run ();
}
