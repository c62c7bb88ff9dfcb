/* test-pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "pages-fixture.h"
#include "pages-reader.h"
#include "tambour-fact-text.h"
#include "tambour-fonts.h"
#include "tambour-kinds.h"
#include "tambour-pages.h"
#include "tambour-pdf.h"
#include "tambour-time.h"

#include "tambour-wording.h"

/* --- reading pages back ---------------------------------------------------------- */

/* To look at: every document that a test lays out, as a file in TAMBOUR_PAGES_OUT. */
static void
keep_document (TambourDocument *document)
{
  static guint number;
  g_autofree char *name = g_strdup_printf ("%02u-%s.pdf", ++number, strrchr (g_test_get_path (), '/') + 1);
  g_autofree char *path = NULL;

  if (g_getenv ("TAMBOUR_PAGES_OUT") == NULL)
    return;

  path = g_build_filename (g_getenv ("TAMBOUR_PAGES_OUT"), name, NULL);
  g_assert_true (tambour_pdf_write (document, path, NULL));
}

static TambourDocument *
lay_out (TambourFacts *facts,
         const char   *language)
{
  g_autoptr(GError) error = NULL;
  TambourReviewSettings settings = { .language = language, .product = "Quillmere" };
  TambourDocument *document = tambour_review_layout (facts, &settings, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  keep_document (document);

  return document;
}

/* --- the portfolio of the design --------------------------------------------------- */

static void
test_the_design_comes_out (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out (facts, "en");

  pages_assert_clean (document);
  pages_assert_says (document, 0, "1 Oct 2025 – 30 Sep 2026, Platinum plan");
  pages_assert_says (document, 1, "€123.6k");
  pages_assert_says (document, 1, "97.9%");
  pages_assert_says (document, 1, "−60% from 27.5 h");
  pages_assert_says (document, 1, "+3.8 pts from 94.1%");
  pages_assert_says (document, 2, "Four of six goals were met");
  pages_assert_says (document, 2, "7 of 8 commitments of last year kept");
  pages_assert_says (document, 3, "Cases fell 22% and 97.9% met their response target");
  pages_assert_says (document, 3, "September brought half of October’s cases");
  pages_assert_says (document, 3, "Half of all cases close within 1.7 days · 141 resolved, one dot each");
  pages_assert_says (document, 3, "First response improved at every priority");
  pages_assert_says (document, 4, "Seven escalations, down from 13");
  pages_assert_says (document, 4, "31 of 31");
  pages_assert_says (document, 4, "2 h 25 min");
  pages_assert_says (document, pages_find (document, "A1"), "143 of 146, 97.9% (94.1%)");
  g_assert_cmpuint (pages_find (document, "A2"), ==, pages_find (document, "A1") + 1);
}

/* Every number with a percent sign on the pages is the text of a figure, of its change, or of a part of one. */
static void
test_every_definition_is_of_a_figure_that_is_told (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out (facts, "en");
  static const char * const keys[] = { "cases.opened", "response.met", "escalations", "outage", "value", "audit.score" };
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      TambourFact *fact = tambour_facts_find (facts, keys[i]);
      g_autofree char *full = fact ? tambour_fact_full (fact, FALSE) : NULL;
      g_auto(GStrv) parts = full ? g_strsplit (full, TAMBOUR_NBSP, -1) : NULL;
      g_autofree char *shown = full ? g_strjoinv (" ", parts) : NULL;
      gboolean found = FALSE;

      if (fact == NULL)
        continue;
      n_found++;
      for (guint page = pages_find (document, "A1"); page < tambour_document_get_n_pages (document) && !found; page++)
        {
          g_autofree char *text = pages_read (document, page);

          found = strstr (text, shown) != NULL;
        }
      g_assert_true (found);
    }

  g_assert_cmpuint (n_found, >=, 3);
}

static void
assert_counts_are_told (TambourDocument *document,
                        guint            page,
                        TambourFact     *fact)
{
  g_autofree char *counts = tambour_wording_of (fact->now.n, fact->now.of);
  g_auto(GStrv) parts = g_strsplit (counts, TAMBOUR_NBSP, -1);
  g_autofree char *shown = g_strjoinv (" ", parts);

  pages_assert_says (document, page, shown);
}

static void
test_pages_say_what_the_facts_say (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out (facts, "en");
  TambourContinuityFacts *continuity = &facts->continuity;
  TambourFact *shares[] = {
    continuity->after_hours_notified, continuity->after_hours_reviewed, continuity->calls_held,
    continuity->roadmap_reviews, continuity->actions_closed, continuity->stayed_closed,
  };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    assert_counts_are_told (document, 4, shares[i]);
  for (guint priority = TAMBOUR_PRIORITY_P1; priority <= TAMBOUR_PRIORITY_P3; priority++)
    {
      g_autofree char *median = tambour_fact_now (facts->service.resolve[priority].median);
      g_auto(GStrv) parts = g_strsplit (median, TAMBOUR_NBSP, -1);
      g_autofree char *shown = g_strjoinv (" ", parts);

      assert_counts_are_told (document, 3, facts->service.response[priority].share);
      pages_assert_says (document, 3, shown);
    }
  for (guint i = 0; i < facts->service.causes->len; i++)
    {
      g_autofree char *now = tambour_fact_now (g_array_index (facts->service.causes, TambourCauseFact, i).count);

      pages_assert_says (document, 3, now);
    }
}

static void
test_the_same_facts_give_the_same_bytes (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourFacts) again = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) one = lay_out (facts, "en");
  g_autoptr(TambourDocument) other = lay_out (again, "en");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) first = tambour_pdf_to_bytes (one, &error);
  g_autoptr(GBytes) second = tambour_pdf_to_bytes (other, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_both_formats_are_written (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autofree char *pdf = g_build_filename (fixture->folder, "review.pdf", NULL);
  g_autofree char *json = g_build_filename (fixture->folder, "review.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  TambourReviewSettings wrong = { .brand_colour = "purple-ish" };
  TambourReviewSettings settings = { 0 };

  g_assert_true (tambour_review_write (facts, &settings, TAMBOUR_REVIEW_FORMAT_PDF, pdf, &error));
  g_assert_true (tambour_review_write (facts, &settings, TAMBOUR_REVIEW_FORMAT_JSON, json, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (json, &text, NULL, &error));
  g_assert_true (json_parser_load_from_data (parser, text, -1, &error));
  g_assert_nonnull (strstr (text, "97.9%"));

  g_assert_false (tambour_review_write (facts, &wrong, TAMBOUR_REVIEW_FORMAT_PDF, pdf, &error));
  g_assert_error (error, TAMBOUR_REVIEW_ERROR, TAMBOUR_REVIEW_ERROR_COLOUR);
}

/* --- references ------------------------------------------------------------------------ */

static void
test_references_are_to_pages_that_are_there (void)
{
  g_autoptr(PagesFixture) whole = pages_fixture_varnholt (NULL);
  g_autoptr(PagesFixture) thin = pages_fixture_thin (121);
  g_autoptr(TambourFacts) whole_facts = pages_fixture_facts (whole);
  g_autoptr(TambourFacts) thin_facts = pages_fixture_facts (thin);
  g_autoptr(TambourDocument) whole_document = lay_out (whole_facts, "en");
  g_autoptr(TambourDocument) thin_document = lay_out (thin_facts, "en");

  pages_assert_references (whole_document);
  pages_assert_references (thin_document);
  pages_assert_says (whole_document, 1, "p. 4");
  pages_assert_says (thin_document, 1, "p. 3");
}

/* --- when there is less ------------------------------------------------------------------- */

static gboolean
without_escalations (TambourRecord *record)
{
  return !TAMBOUR_IS_ESCALATION (record);
}

static gboolean
without_goals (TambourRecord *record)
{
  if (TAMBOUR_IS_PROJECT (record))
    g_clear_pointer (&TAMBOUR_PROJECT (record)->goal_id.id, g_free);
  if (TAMBOUR_IS_VALUE_ENTRY (record))
    g_clear_pointer (&TAMBOUR_VALUE_ENTRY (record)->goal_id.id, g_free);

  return !TAMBOUR_IS_GOAL (record) && !TAMBOUR_IS_GOAL_READING (record) && !TAMBOUR_IS_COMMITMENT (record);
}

static gboolean
without_decisions (TambourRecord *record)
{
  return !TAMBOUR_IS_DECISION (record) && !TAMBOUR_IS_ACTION_ITEM (record) && !TAMBOUR_IS_VALUE_ENTRY (record) &&
         !TAMBOUR_IS_USAGE_SAMPLE (record);
}

static gboolean
with_long_names (TambourRecord *record)
{
  if (TAMBOUR_IS_ACCOUNT (record))
    {
      TambourAccount *account = TAMBOUR_ACCOUNT (record);

      g_free (account->name);
      account->name = g_strdup ("Vereinigte Nordatlantische Hafenbetriebs- und Seeverkehrsgesellschaft Varnholt");
    }
  else if (TAMBOUR_IS_GOAL (record))
    {
      TambourGoal *goal = TAMBOUR_GOAL (record);

      g_free (goal->statement);
      goal->statement = g_strdup ("Hold the share of protected laptops, tablets and shared terminals above the target");
    }
  else if (TAMBOUR_IS_ESCALATION (record))
    {
      TambourEscalation *escalation = TAMBOUR_ESCALATION (record);

      g_free (escalation->title);
      escalation->title = g_strdup ("Resolver unreachable from every terminal of the Rotterdam hub and its two feeder ports");
    }

  return TRUE;
}

static void
test_no_escalation_is_a_zero_that_was_checked (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (without_escalations);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out (facts, "en");

  pages_assert_clean (document);
  if (tambour_fact_is_known (facts->continuity.count))
    pages_assert_says (document, 4, "No case was escalated between 1 October 2025 and 30 September 2026.");
  else
    pages_assert_says (document, 4, "not measured");
}

static void
test_no_goals_are_stated (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (without_goals);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out (facts, "en");

  pages_assert_clean (document);
  pages_assert_says (document, 2, "No goals were set for this year");
}

static void
test_missing_sources_leave_figures_out (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (without_decisions);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out (facts, "en");
  g_autofree char *year = pages_read (document, 1);

  pages_assert_clean (document);
  g_assert_null (strstr (year, "Value counted"));
  g_assert_null (strstr (year, "Users protected"));
  g_assert_nonnull (strstr (year, "97.9%"));
}

static void
test_the_first_year_is_not_compared (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (pages_fixture_first_year);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out (facts, "en");
  g_autofree char *year = pages_read (document, 1);
  g_autofree char *service = pages_read (document, 3);

  g_assert_false (facts->has_prior);
  pages_assert_clean (document);
  g_assert_nonnull (strstr (year, "no earlier figure to compare"));
  g_assert_null (strstr (year, "from 94.1%"));
  g_assert_null (strstr (service, "(was"));
  g_assert_null (strstr (service, "last year"));
}

static void
test_a_part_of_a_year_is_called_a_period (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = NULL;
  g_autoptr(TambourDocument) document = NULL;

  fixture->from = tambour_date_new (2025, 10, 1);
  fixture->to = tambour_date_new (2026, 1, 1);
  facts = pages_fixture_facts (fixture);
  document = lay_out (facts, "en");

  g_assert_true (facts->part_year);
  pages_assert_clean (document);
  pages_assert_says (document, 1, "The period in one page");
}

static void
test_names_are_never_cut (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (with_long_names);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out (facts, "en");

  pages_assert_clean (document);
  pages_assert_says (document, 0, "Vereinigte Nordatlantische Hafenbetriebs- und Seeverkehrsgesellschaft Varnholt");
  pages_assert_says (document, 2, "Hold the share of protected laptops, tablets and shared terminals above the target");
  pages_assert_says (document, 2, "Missed");
  pages_assert_says (document, 4, "…");
}

static void
test_an_imported_account_says_what_it_cannot (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_thin (121);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out (facts, "en");

  pages_assert_clean (document);
  g_assert_cmpuint (tambour_document_get_n_pages (document), ==, 5);
  pages_assert_says (document, 0, "none is recorded for this period");
  pages_assert_says (document, 1, "121");
  pages_assert_says (document, 2, "First responses were not measured");
  pages_assert_says (document, 3, "escalations cannot be reported for this period");
}

static void
test_few_cases_fill_a_page_too (void)
{
  static const guint counts[] = { 0, 1, 2, 9, 30, 3000 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr(PagesFixture) fixture = pages_fixture_thin (counts[i]);
      g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
      g_autoptr(TambourDocument) document = lay_out (facts, "en");

      g_test_message ("%u cases", counts[i]);
      pages_assert_clean (document);
      pages_assert_references (document);
    }
}

static void
test_pages_read_from_right_to_left (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autofree char *folder = g_dir_make_tmp ("tambour-pages-XXXXXX", NULL);
  g_autofree char *catalogue = pages_fixture_install_language (folder, "ar");
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = NULL;
  g_autoptr(TambourDocument) unknown = lay_out (facts, "ar");

  /* A language without a translation is English as a whole. */
  g_assert_cmpstr (tambour_document_get_language (unknown), ==, "en");

  bindtextdomain (GETTEXT_PACKAGE, folder);
  document = lay_out (facts, "ar-EG");
  g_assert_true (tambour_canvas_get_rtl (tambour_document_get_page (document, 1)->canvas));
  g_assert_cmpstr (tambour_document_get_language (document), ==, "ar-EG");
  pages_assert_titles_fit (document);
  g_unlink (catalogue);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/the-design-comes-out", test_the_design_comes_out);
  g_test_add_func ("/pages/every-definition-is-of-a-figure-that-is-told", test_every_definition_is_of_a_figure_that_is_told);
  g_test_add_func ("/pages/pages-say-what-the-facts-say", test_pages_say_what_the_facts_say);
  g_test_add_func ("/pages/the-same-facts-give-the-same-bytes", test_the_same_facts_give_the_same_bytes);
  g_test_add_func ("/pages/both-formats-are-written", test_both_formats_are_written);
  g_test_add_func ("/pages/references-are-to-pages-that-are-there", test_references_are_to_pages_that_are_there);
  g_test_add_func ("/pages/no-escalation-is-a-zero-that-was-checked", test_no_escalation_is_a_zero_that_was_checked);
  g_test_add_func ("/pages/no-goals-are-stated", test_no_goals_are_stated);
  g_test_add_func ("/pages/missing-sources-leave-figures-out", test_missing_sources_leave_figures_out);
  g_test_add_func ("/pages/the-first-year-is-not-compared", test_the_first_year_is_not_compared);
  g_test_add_func ("/pages/a-part-of-a-year-is-called-a-period", test_a_part_of_a_year_is_called_a_period);
  g_test_add_func ("/pages/names-are-never-cut", test_names_are_never_cut);
  g_test_add_func ("/pages/an-imported-account-says-what-it-cannot", test_an_imported_account_says_what_it_cannot);
  g_test_add_func ("/pages/few-cases-fill-a-page-too", test_few_cases_fill_a_page_too);
  g_test_add_func ("/pages/pages-read-from-right-to-left", test_pages_read_from_right_to_left);

  return g_test_run ();
}
