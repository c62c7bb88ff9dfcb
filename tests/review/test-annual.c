/* test-annual.c
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
#include "tambour-findings.h"
#include "tambour-fonts.h"
#include "tambour-kinds.h"
#include "tambour-page.h"
#include "tambour-pdf.h"
#include "tambour-time.h"

#include "tambour-wording.h"

/* --- reading reports back ------------------------------------------------------------ */

/* To look at: every report that a test lays out, as a file in TAMBOUR_PAGES_OUT. */
static void
keep_document (TambourDocument *document)
{
  static guint number;
  g_autofree char *name = g_strdup_printf ("annual-%02u-%s.pdf", ++number, strrchr (g_test_get_path (), '/') + 1);
  g_autofree char *path = NULL;

  if (g_getenv ("TAMBOUR_PAGES_OUT") == NULL)
    return;

  path = g_build_filename (g_getenv ("TAMBOUR_PAGES_OUT"), name, NULL);
  g_assert_true (tambour_pdf_write (document, path, NULL));
}

static TambourDocument *
lay_out (TambourFacts       *facts,
         TambourReviewPaper  paper,
         const char         *language)
{
  g_autoptr(GError) error = NULL;
  TambourReviewSettings settings = {
    .layout = TAMBOUR_REVIEW_LAYOUT_REPORT, .paper = paper, .language = language, .product = "Quillmere",
  };
  TambourDocument *document = tambour_review_layout (facts, &settings, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  keep_document (document);

  return document;
}

/* Nothing but the foot of a page stands below its body. */
static void
assert_bodies_end (TambourDocument *document)
{
  for (guint page = 0; page < tambour_document_get_n_pages (document); page++)
    {
      TambourCanvas *canvas = tambour_document_get_page (document, page)->canvas;
      guint n_marks;
      const TambourMark *marks = tambour_canvas_get_marks (canvas, &n_marks);
      double x, y;

      tambour_page_body_origin (canvas, &x, &y);
      for (guint i = 0; i < n_marks; i++)
        if (marks[i].kind == TAMBOUR_MARK_TEXT && marks[i].text.y < y + TAMBOUR_REPORT_HEIGHT)
          {
            double end = marks[i].text.y + marks[i].text.height;

            if (end > y + TAMBOUR_REPORT_HEIGHT + 2.5)
              g_test_message ("Page %u: “%s” ends at %g", page + 1, marks[i].text.shape->text, end);
            g_assert_cmpfloat (end, <=, y + TAMBOUR_REPORT_HEIGHT + 2.5);
          }
    }
}

/* Every page has more than a head, and carries its number. */
static void
assert_pages_are_whole (TambourDocument *document)
{
  for (guint page = 0; page < tambour_document_get_n_pages (document); page++)
    {
      g_autofree char *label = g_strdup_printf ("%u", page + 1);
      g_autofree char *text = pages_read (document, page);
      g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

      g_assert_cmpstr (tambour_document_get_page (document, page)->label, ==, label);
      g_assert_cmpuint (g_strv_length (lines), >, 6);
    }
}

static void
assert_good (TambourDocument *document)
{
  pages_assert_clean (document);
  pages_assert_references (document);
  assert_bodies_end (document);
  assert_pages_are_whole (document);
}

/* --- the portfolio of the design --------------------------------------------------------- */

static const struct
{
  guint       page;
  const char *said;
} DESIGN[] = {
  { 0, "1 Oct 2025 – 30 Sep 2026 · Platinum plan · third agreement year" },
  { 0, "Prepared by Ines Okafor-Lindqvist, technical account manager, for Marguerite Delacroix-Oyelaran, CIO" },
  { 0, "The year returned €124 thousand of counted value" },
  { 0, "Value for each euro of the plan fee\n€1.47\n€1.03\n+€0.44" },
  { 0, "Value counted\n€123,552\n€86,900\n+42%\n7" },
  { 0, "Response targets met\n143 of 146\n176 of 187\n+3.8 pts\n3" },
  { 0, "Outage time\n11.0 h\n27.5 h\n−60%\n4" },
  { 0, "Users protected\n94%\n78%\n+16 pts\n5" },
  { 0, "Architecture audit score, of 100\n78\n64\n+14 pts\n5" },
  { 0, "Cases opened\n146\n187\n−22%\n3" },
  { 0, "Escalations\n7\n13\n−6\n4" },
  { 0, "Feature requests shipped\n4\n1\n+3\n6" },
  { 0, "Last year: 1 Oct 2024 – 30 Sep 2025. Value of both years computed with the rates agreed on 3 September 2026." },
  { 0, "We ask for three decisions by 30 November 2026 (page 8)." },
  { 0, "2\nGoals: four of six met" },
  { 0, "7\nValue: how the €124 thousand is computed" },
  { 1, "Four of six goals were met" },
  { 1, "111%" },
  { 1, "127%" },
  { 1, "Seven of eight commitments from the last review were kept" },
  { 1, "Where we fell short, and why" },
  { 2, "Cases fell 22% and 97.9% met their response target" },
  { 2, "83 of 84 98.8%" },
  { 2, "Missed: P2 cases 10255 and 10371, P3 case 10402." },
  { 2, "September brought half of October’s cases" },
  { 2, "141 resolved, one dot each, log scale, ▲ median" },
  { 3, "Seven escalations, down from 13; your TAM raised five of them before you had to ask" },
  { 3, "There were seven, six fewer than last year." },
  { 3, "2 h 25 min" },
  { 3, "After-hours cases reviewed next business morning\n30\n31\n97%" },
  { 3, "Five known issues were avoided, two of them high impact · three last year" },
  { 4, "94% of users are protected and the audit score rose to 78, while “Resilience and failover” fell" },
  { 4, "Infected devices: 108, from 372" },
  { 4, "Roaming endpoints\n49\n55\n70\n86\n+31\n1" },
  { 4, "Resilience and failover\n62\n64\n64\n61\n−3\n3" },
  { 4, "Findings: 11 + 23 − 26 = 8 open" },
  { 5, "Four of your requests shipped, up from one, and take-up rose in every programme" },
  { 5, "14 was 12" },
  { 5, "84 of 96 · 88%" },
  { 5, "Six trainings, 84 people, rated 4.6 of 5" },
  { 6, "We count €124 thousand, with half of every shared effect; the plan pays for itself from a share of 28%" },
  { 6, "(27.5 − 11.0) h × €6,800\n112,200\n50%\n56,100\nAgreed rate" },
  { 6, "Break-even share = (84,000 − 33,392) ÷ 180,320 = 28%." },
  { 6, "Plan fee: €84,000 in both years." },
  { 7, "Two projects come first" },
  { 7, "Three decisions we ask for" },
  { 7, "How each figure is defined" },
};

static void
test_the_design_comes_out (void)
{
  static const TambourReviewPaper PAPERS[] = { TAMBOUR_REVIEW_PAPER_A4, TAMBOUR_REVIEW_PAPER_LETTER };
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (PAPERS); i++)
    {
      g_autoptr(TambourDocument) document = lay_out (facts, PAPERS[i], "en");

      assert_good (document);
      g_assert_cmpuint (tambour_document_get_n_pages (document), ==, 8);
      g_assert_cmpstr (tambour_document_get_title (document), ==, "Varnholt Maritime Group: annual value report");
      for (guint j = 0; j < G_N_ELEMENTS (DESIGN); j++)
        pages_assert_says (document, DESIGN[j].page, DESIGN[j].said);
    }
}

static void
test_both_papers_have_the_same_body (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) one = lay_out (facts, TAMBOUR_REVIEW_PAPER_A4, "en");
  g_autoptr(TambourDocument) other = lay_out (facts, TAMBOUR_REVIEW_PAPER_LETTER, "en");

  g_assert_cmpuint (tambour_document_get_n_pages (one), ==, tambour_document_get_n_pages (other));
  for (guint page = 0; page < tambour_document_get_n_pages (one); page++)
    {
      g_autofree char *first = pages_read (one, page);
      g_autofree char *second = pages_read (other, page);

      g_assert_cmpstr (first, ==, second);
      g_assert_cmpstr (tambour_document_get_page (one, page)->outline, ==, tambour_document_get_page (other, page)->outline);
    }
}

static void
test_the_paper_is_that_of_the_language (void)
{
  static const struct
  {
    const char *language;
    double      width;
  } EXPECTED[] = {
    { "en-US", 612 }, { "en_CA.UTF-8", 612 }, { "en-GB", 595.2 }, { "en", 595.2 }, { NULL, 595.2 },
  };
  g_autoptr(PagesFixture) fixture = pages_fixture_thin (3);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (EXPECTED); i++)
    {
      g_autoptr(TambourDocument) document = lay_out (facts, TAMBOUR_REVIEW_PAPER_USUAL, EXPECTED[i].language);

      g_assert_cmpfloat (tambour_document_get_width (document), ==, EXPECTED[i].width);
    }
}

/* A number is the same in the deck and in the report: both ask the facts. */
static void
test_the_deck_and_the_report_agree (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  TambourReviewSettings settings = { .language = "en", .product = "Quillmere" };
  g_autoptr(TambourDocument) deck = tambour_review_layout (facts, &settings, NULL);
  g_autoptr(TambourDocument) report = lay_out (facts, TAMBOUR_REVIEW_PAPER_A4, "en");
  TambourFact *told[] = {
    facts->service.total, facts->service.outage, facts->audits.score, facts->usage.coverage_now, facts->usage.devices_total,
    facts->enablement.people, facts->service.resolve[TAMBOUR_PRIORITY_P2].median,
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *text = tambour_fact_now (told[i]);
      g_auto(GStrv) parts = g_strsplit (text, TAMBOUR_NBSP, -1);
      g_autofree char *shown = g_strjoinv (" ", parts);

      g_test_message ("%s: %s", told[i]->key, shown);
      g_assert_cmpuint (pages_count (report, shown), >, 0);
      g_assert_cmpuint (pages_count (deck, shown), >, 0);
    }
}

static void
test_the_same_facts_give_the_same_bytes (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourFacts) again = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) one = lay_out (facts, TAMBOUR_REVIEW_PAPER_A4, "en");
  g_autoptr(TambourDocument) other = lay_out (again, TAMBOUR_REVIEW_PAPER_A4, "en");
  g_autoptr(GBytes) first = tambour_pdf_to_bytes (one, NULL);
  g_autoptr(GBytes) second = tambour_pdf_to_bytes (other, NULL);

  g_assert_true (g_bytes_equal (first, second));
}

/* --- tables that run on --------------------------------------------------------------------- */

static void
add_escalations (PagesFixture *fixture,
                 guint         n)
{
  g_autoptr(TambourChange) change = tambour_change_new ("test", "Escalations");
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      TambourEscalation *escalation = TAMBOUR_ESCALATION (tambour_record_new (TAMBOUR_TYPE_ESCALATION, NULL));
      g_autoptr(TambourRecord) record = TAMBOUR_RECORD (escalation);

      record->account_id.id = g_strdup (fixture->account);
      escalation->case_id.id = g_strdup (facts->service.total->now.ids->pdata[2 * i]);
      escalation->title = g_strdup_printf ("Resolver %u unreachable", i + 1);
      escalation->declared_at.seconds = 1790000000 + i * TAMBOUR_HOUR;
      escalation->raised_by = i % 3 ? TAMBOUR_RAISED_BY_TAM : TAMBOUR_RAISED_BY_CUSTOMER;
      escalation->outcome = g_strdup (i % 2 ? "Forwarder replaced" : "Route filters added, and a second forwarder ordered");
      tambour_change_put (change, record);
    }
  tambour_store_commit (fixture->store, change, &error);
  g_assert_no_error (error);
}

static void
add_requests (PagesFixture *fixture,
              guint         n)
{
  g_autoptr(TambourChange) change = tambour_change_new ("test", "Requests");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TambourRecord) request = tambour_record_new (TAMBOUR_TYPE_FEATURE_REQUEST, NULL);
      g_autoptr(TambourRecord) said = tambour_record_new (TAMBOUR_TYPE_FR_EVIDENCE, NULL);

      TAMBOUR_FEATURE_REQUEST (request)->title = g_strdup_printf ("Wish %u of the regional teams", i + 1);
      said->account_id.id = g_strdup (fixture->account);
      TAMBOUR_FR_EVIDENCE (said)->request_id.id = g_strdup (request->id);
      TAMBOUR_FR_EVIDENCE (said)->on = (TambourDate) { tambour_date_new (2025, 11, 1).julian + i };
      tambour_change_put (change, request);
      tambour_change_put (change, said);
    }
  tambour_store_commit (fixture->store, change, &error);
  g_assert_no_error (error);
}

/* What the deck says is in the report is there: every row once, and the head on each page. */
static void
test_tables_run_on_with_their_heads (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = NULL;
  g_autoptr(TambourDocument) document = NULL;
  guint n_heads;

  add_escalations (fixture, 60);
  add_requests (fixture, 40);
  facts = pages_fixture_facts (fixture);
  document = lay_out (facts, TAMBOUR_REVIEW_PAPER_A4, "en");

  assert_good (document);
  g_assert_cmpuint (tambour_document_get_n_pages (document), >, 9);
  for (guint i = 1; i <= 60; i++)
    {
      g_autofree char *title = g_strdup_printf ("Resolver %u unreachable ", i);

      g_assert_cmpuint (pages_count (document, title), ==, 1);
    }
  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Wish %u of the regional teams", i);

      g_assert_cmpuint (pages_count (document, title), ==, 1);
    }
  n_heads = pages_count (document, "What happened, case\n");
  g_assert_cmpuint (n_heads, >=, 3);
  g_assert_cmpuint (pages_count (document, "Continuity and escalations, continued"), >=, n_heads - 1);
  g_assert_cmpuint (pages_count (document, "Championed\n"), >=, 2);
}

/* The pages that the first page names are those on which the parts begin. */
static void
test_contents_name_the_right_pages (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = NULL;
  g_autoptr(TambourDocument) document = NULL;
  g_autofree char *listed = NULL;
  guint value;

  add_escalations (fixture, 60);
  facts = pages_fixture_facts (fixture);
  document = lay_out (facts, TAMBOUR_REVIEW_PAPER_LETTER, "en");

  for (value = 1; value < tambour_document_get_n_pages (document); value++)
    {
      const char *outline = tambour_document_get_page (document, value)->outline;

      if (outline && g_str_has_prefix (outline, "We count"))
        break;
    }
  listed = g_strdup_printf ("%u\nValue: how the", value + 1);
  g_assert_cmpuint (value, >, 7);
  pages_assert_says (document, 0, listed);
  pages_assert_references (document);
}

/* --- when there is less --------------------------------------------------------------------------- */

static gboolean
with_long_names (TambourRecord *record)
{
  if (TAMBOUR_IS_ACCOUNT (record))
    {
      g_free (TAMBOUR_ACCOUNT (record)->name);
      TAMBOUR_ACCOUNT (record)->name =
        g_strdup ("Vereinigte Nordatlantische Hafenbetriebs- und Seeverkehrsgesellschaft Varnholt");
    }
  else if (TAMBOUR_IS_GOAL (record))
    {
      g_free (TAMBOUR_GOAL (record)->statement);
      TAMBOUR_GOAL (record)->statement =
        g_strdup ("Hold the share of protected laptops, tablets and shared terminals above the target");
    }
  else if (TAMBOUR_IS_PROJECT (record))
    {
      g_free (TAMBOUR_PROJECT (record)->title);
      TAMBOUR_PROJECT (record)->title =
        g_strdup ("Design, build and test the failover of every region with the teams of all its ports");
    }

  return TRUE;
}

static gboolean
without_product (TambourRecord *record)
{
  return !TAMBOUR_IS_USAGE_SAMPLE (record) && !TAMBOUR_IS_AUDIT (record) && !TAMBOUR_IS_AUDIT_ANSWER (record) &&
         !TAMBOUR_IS_FINDING (record) && !TAMBOUR_IS_FEATURE_REQUEST (record) && !TAMBOUR_IS_FR_EVENT (record) &&
         !TAMBOUR_IS_FR_EVIDENCE (record) && !TAMBOUR_IS_VALUE_ENTRY (record) && !TAMBOUR_IS_DECISION (record) &&
         !TAMBOUR_IS_ESCALATION (record);
}

static void
test_missing_sources_are_said_not_guessed (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (without_product);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out (facts, TAMBOUR_REVIEW_PAPER_A4, "en");
  g_autofree char *opening = pages_read (document, 0);

  assert_good (document);
  g_assert_null (strstr (opening, "Value counted\n"));
  g_assert_null (strstr (opening, "Users protected\n"));
  g_assert_nonnull (strstr (opening, "143 of 146"));
}

static void
test_the_first_year_is_not_compared (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (pages_fixture_first_year);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out (facts, TAMBOUR_REVIEW_PAPER_A4, "en");
  g_autofree char *service = pages_read (document, 2);

  g_assert_false (facts->has_prior);
  assert_good (document);
  pages_assert_says (document, 0, "first agreement year");
  pages_assert_says (document, 0, "First agreement year: no earlier figure to compare.");
  g_assert_null (strstr (service, "last year"));
  g_assert_null (strstr (service, "was "));
}

static void
test_a_part_of_a_year_is_a_period (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = NULL;
  g_autoptr(TambourDocument) document = NULL;

  fixture->to = tambour_date_new (2026, 1, 1);
  facts = pages_fixture_facts (fixture);
  document = lay_out (facts, TAMBOUR_REVIEW_PAPER_A4, "en");

  g_assert_true (facts->part_year);
  assert_good (document);
  pages_assert_says (document, 0, "31 Dec 2025 · Platinum plan");
  pages_assert_says (document, 0, "This period");
  pages_assert_says (document, 0, "Part of a year: it is not compared with a year.");
}

static void
test_an_imported_account_says_what_it_cannot (void)
{
  static const guint COUNTS[] = { 0, 1, 2, 9, 121, 3000 };

  for (guint i = 0; i < G_N_ELEMENTS (COUNTS); i++)
    {
      g_autoptr(PagesFixture) fixture = pages_fixture_thin (COUNTS[i]);
      g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
      g_autoptr(TambourDocument) document = lay_out (facts, TAMBOUR_REVIEW_PAPER_LETTER, "en");

      g_test_message ("%u cases", COUNTS[i]);
      assert_good (document);
      pages_assert_says (document, 0, "no agreement is recorded for this period");
    }
}

static void
test_names_are_never_cut (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (with_long_names);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out (facts, TAMBOUR_REVIEW_PAPER_A4, "en");

  assert_good (document);
  pages_assert_says (document, 0, "Vereinigte Nordatlantische Hafenbetriebs- und Seeverkehrsgesellschaft Varnholt");
  g_assert_cmpuint (pages_count (document, "Hold the share of protected laptops, tablets and shared terminals above the target\n"), >=, 6);
}

static void
test_reports_read_from_right_to_left (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autofree char *folder = g_dir_make_tmp ("tambour-annual-XXXXXX", NULL);
  g_autofree char *catalogue = pages_fixture_install_language (folder, "ar");
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = NULL;

  bindtextdomain (GETTEXT_PACKAGE, folder);
  document = lay_out (facts, TAMBOUR_REVIEW_PAPER_USUAL, "ar-EG");
  g_assert_true (tambour_canvas_get_rtl (tambour_document_get_page (document, 1)->canvas));
  g_assert_cmpfloat (tambour_document_get_width (document), ==, 595.2);
  pages_assert_titles_fit (document);
  assert_bodies_end (document);
  g_unlink (catalogue);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/annual/the-design-comes-out", test_the_design_comes_out);
  g_test_add_func ("/annual/both-papers-have-the-same-body", test_both_papers_have_the_same_body);
  g_test_add_func ("/annual/the-paper-is-that-of-the-language", test_the_paper_is_that_of_the_language);
  g_test_add_func ("/annual/the-deck-and-the-report-agree", test_the_deck_and_the_report_agree);
  g_test_add_func ("/annual/the-same-facts-give-the-same-bytes", test_the_same_facts_give_the_same_bytes);
  g_test_add_func ("/annual/tables-run-on-with-their-heads", test_tables_run_on_with_their_heads);
  g_test_add_func ("/annual/contents-name-the-right-pages", test_contents_name_the_right_pages);
  g_test_add_func ("/annual/missing-sources-are-said-not-guessed", test_missing_sources_are_said_not_guessed);
  g_test_add_func ("/annual/the-first-year-is-not-compared", test_the_first_year_is_not_compared);
  g_test_add_func ("/annual/a-part-of-a-year-is-a-period", test_a_part_of_a_year_is_a_period);
  g_test_add_func ("/annual/an-imported-account-says-what-it-cannot", test_an_imported_account_says_what_it_cannot);
  g_test_add_func ("/annual/names-are-never-cut", test_names_are_never_cut);
  g_test_add_func ("/annual/reports-read-from-right-to-left", test_reports_read_from_right_to_left);

  return g_test_run ();
}
