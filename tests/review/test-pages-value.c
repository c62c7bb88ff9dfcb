/* test-pages-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pages-fixture.h"
#include "pages-section.h"
#include "tambour-findings.h"
#include "tambour-kinds.h"
#include "tambour-time.h"

/* What the page of value says when there is less, or too little, of it. */

static gint64 fee;

static gboolean
with_fee (TambourRecord *record)
{
  if (TAMBOUR_IS_AGREEMENT (record))
    TAMBOUR_AGREEMENT (record)->fee.minor = fee;

  return TRUE;
}

static TambourDocument *
lay_out_with_fee (gint64 minor)
{
  g_autoptr(PagesFixture) fixture = NULL;
  g_autoptr(TambourFacts) facts = NULL;

  fee = minor;
  fixture = pages_fixture_varnholt (with_fee);
  facts = pages_fixture_facts (fixture);

  return pages_lay_out (facts);
}

static gboolean
without_fee (TambourRecord *record)
{
  if (TAMBOUR_IS_AGREEMENT (record))
    {
      TAMBOUR_AGREEMENT (record)->fee.minor = TAMBOUR_NO_COUNT;
      TAMBOUR_AGREEMENT (record)->fee.currency[0] = '\0';
    }
  if (TAMBOUR_IS_ACCOUNT (record))
    {
      g_free (TAMBOUR_ACCOUNT (record)->currency);
      TAMBOUR_ACCOUNT (record)->currency = g_strdup ("EUR");
    }

  return TRUE;
}

static void
test_without_a_fee_there_is_no_line_and_no_ratio (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (without_fee);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  pages_section_says (document, VALUE, "We count €124 thousand; no fee is stored to compare it with");
  pages_section_says (document, VALUE, "counted: 50%, €123.6k");
  pages_section_is_silent (document, VALUE, "break-even at");
  pages_section_is_silent (document, VALUE, "fee €");
  pages_section_is_silent (document, VALUE, "× the fee");
  pages_section_says (document, YEAR, "97.9% of cases met their response target");
}

static void
test_a_small_fee_needs_no_shared_effect (void)
{
  g_autoptr(TambourDocument) document = lay_out_with_fee (2000000);

  pages_section_says (document, VALUE, "We count €124 thousand; the fee is covered without shared effects");
  pages_section_says (document, VALUE, "covered without shared effects");
  pages_section_is_silent (document, VALUE, "break-even at");
}

static void
test_a_fee_in_reach_says_from_where (void)
{
  g_autoptr(TambourDocument) document = lay_out_with_fee (15000000);

  pages_section_says (document, VALUE, "The counted value of €124 thousand does not cover the fee of €150 thousand; it would from a share of 65%");
  pages_section_says (document, VALUE, "break-even at 65%");
  pages_section_says (document, YEAR, "The plan cost €150 thousand and returned €124 thousand of counted value");
}

static void
test_a_fee_out_of_reach_is_not_covered (void)
{
  g_autoptr(TambourDocument) document = lay_out_with_fee (30000000);

  pages_section_says (document, VALUE,
                      "The counted value of €124 thousand does not cover the fee of €300 thousand; the projects of the next year show what would");
  pages_section_says (document, VALUE, "not covered");
  pages_section_is_silent (document, VALUE, "break-even at");
}

static gboolean
without_rates (TambourRecord *record)
{
  if (TAMBOUR_IS_VALUE_ENTRY (record) && TAMBOUR_VALUE_ENTRY (record)->state == TAMBOUR_VALUE_STATE_ACCEPTED)
    TAMBOUR_VALUE_ENTRY (record)->gross.minor = TAMBOUR_NO_COUNT;

  return !TAMBOUR_IS_RATE (record);
}

static void
test_without_rates_nothing_is_counted (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (without_rates);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  pages_section_says (document, VALUE, "No value is counted: none of the effects that were named has an accepted amount");
  pages_section_says (document, VALUE, "No rate is agreed.");
  pages_section_says (document, VALUE, "Without a rate, or without source data");
  pages_section_is_silent (document, VALUE, "Counted €");
  pages_section_is_silent (document, YEAR, "Value counted");
  pages_section_says (document, YEAR, "97.9% of cases met their response target");
}

static gboolean
in_the_first_year (TambourRecord *record)
{
  return !TAMBOUR_IS_AGREEMENT (record) ||
         TAMBOUR_AGREEMENT (record)->start.julian >= tambour_date_new (2025, 10, 1).julian;
}

static void
test_differences_wait_for_year_two (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (in_the_first_year);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  g_assert_true (facts->first_year);
  pages_section_says (document, VALUE,
                      "The first year shows €38 thousand of counted value; “Less outage time”, “Fewer infected devices” and "
                      "“Fewer support cases” can only be counted from year two");
  pages_section_says (document, VALUE,
                      "Less outage time, Fewer infected devices and Fewer support cases. "
                      "A difference to the year before can only be counted from year two.");
  pages_section_is_silent (document, VALUE, "last year, same method");
  pages_section_is_silent (document, ENABLEMENT, "was ");
  pages_section_is_silent (document, ENABLEMENT, "last year");
  pages_section_says (document, ENABLEMENT, "Six trainings reached 84 people");
  pages_section_says (document, YEAR, "The first year shows €38 thousand of counted value");
}

static gboolean
with_a_loss (TambourRecord *record)
{
  if (TAMBOUR_IS_VALUE_ENTRY (record) && TAMBOUR_VALUE_ENTRY (record)->class == TAMBOUR_VALUE_CLASS_FEWER_CASES)
    TAMBOUR_VALUE_ENTRY (record)->gross.minor = -889700;

  return TRUE;
}

static void
test_a_line_that_got_worse_is_negative (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (with_a_loss);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);
  g_autoptr(GPtrArray) findings = tambour_findings_of_year (facts);
  gboolean found = FALSE;

  pages_section_says (document, VALUE, "−8,897\n100%\n−8,897");
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = tambour_rich_dup_text (((TambourStatement *) g_ptr_array_index (findings, i))->text);

      found |= g_str_equal (text, "“Fewer support cases” got worse: it takes €8,897 from the counted value.");
    }
  g_assert_true (found);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages-value/without-a-fee-there-is-no-line-and-no-ratio", test_without_a_fee_there_is_no_line_and_no_ratio);
  g_test_add_func ("/pages-value/a-small-fee-needs-no-shared-effect", test_a_small_fee_needs_no_shared_effect);
  g_test_add_func ("/pages-value/a-fee-in-reach-says-from-where", test_a_fee_in_reach_says_from_where);
  g_test_add_func ("/pages-value/a-fee-out-of-reach-is-not-covered", test_a_fee_out_of_reach_is_not_covered);
  g_test_add_func ("/pages-value/without-rates-nothing-is-counted", test_without_rates_nothing_is_counted);
  g_test_add_func ("/pages-value/differences-wait-for-year-two", test_differences_wait_for_year_two);
  g_test_add_func ("/pages-value/a-line-that-got-worse-is-negative", test_a_line_that_got_worse_is_negative);

  return g_test_run ();
}
