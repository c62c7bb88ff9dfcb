/* test-report-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "pages-fixture.h"
#include "pages-reader.h"

/* What is where in the annual value report, which shares its sections and words with the deck. */

static TambourReviewPlan *
plan (TambourFacts        *facts,
      TambourOutline      *outline,
      TambourReviewLayout  layout)
{
  const TambourReviewSettings settings = { .layout = layout, .language = "en", .outline = outline };
  g_autoptr(GError) error = NULL;
  TambourReviewPlan *self = tambour_review_plan_new (facts, &settings, &error);

  g_assert_no_error (error);

  return self;
}

static TambourReviewPlan *
plan_report (TambourFacts   *facts,
             TambourOutline *outline)
{
  return plan (facts, outline, TAMBOUR_REVIEW_LAYOUT_REPORT);
}

/* --- where chapters are --------------------------------------------------------------- */

static void
assert_told (const TambourReviewPlan *report,
             TambourChapter           chapter,
             const char              *said,
             TambourFact             *fact)
{
  const TambourReviewChapter *told = &report->chapters[chapter];

  g_assert_true (told->is_there);
  g_assert_cmpuint (told->page, >, 0);
  g_assert_cmpuint (told->n_pages, >, 0);
  g_assert_cmpuint (told->page + told->n_pages - 1, <=, tambour_document_get_n_pages (report->document));
  pages_assert_says (report->document, told->page - 1, said);
  if (fact != NULL)
    g_assert_true (g_ptr_array_find (told->facts, fact, NULL));
}

static void
test_every_chapter_has_its_page_and_figures (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourReviewPlan) deck = plan (facts, NULL, TAMBOUR_REVIEW_LAYOUT_DECK);
  g_autoptr(TambourReviewPlan) report = plan_report (facts, NULL);

  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      g_assert_cmpint (report->chapters[i].is_there, ==, deck->chapters[i].is_there);
      g_assert_cmpint (report->chapters[i].page > 0, ==, deck->chapters[i].page > 0);
    }

  assert_told (report, TAMBOUR_CHAPTER_YEAR, "Varnholt Maritime Group", facts->value.total);
  assert_told (report, TAMBOUR_CHAPTER_GOALS, "Goals and commitments", facts->goals.met);
  assert_told (report, TAMBOUR_CHAPTER_SERVICE, "Service and cases", facts->service.total);
  assert_told (report, TAMBOUR_CHAPTER_CONTINUITY, "Continuity and escalations", facts->continuity.count);
  assert_told (report, TAMBOUR_CHAPTER_USAGE, "Protection and architecture", facts->usage.coverage_now);
  assert_told (report, TAMBOUR_CHAPTER_AUDITS, report->chapters[TAMBOUR_CHAPTER_AUDITS].written, facts->audits.score);
  assert_told (report, TAMBOUR_CHAPTER_REQUESTS, "Advocacy and enablement", facts->requests.stages[TAMBOUR_STAGE_SHIPPED]);
  assert_told (report, TAMBOUR_CHAPTER_ENABLEMENT, report->chapters[TAMBOUR_CHAPTER_ENABLEMENT].written, facts->enablement.sessions);
  assert_told (report, TAMBOUR_CHAPTER_VALUE, "Value statement", facts->value.total);
  assert_told (report, TAMBOUR_CHAPTER_PROJECTS, "Next year", facts->plans.n_projects);
  assert_told (report, TAMBOUR_CHAPTER_DECISIONS, report->chapters[TAMBOUR_CHAPTER_DECISIONS].written, facts->plans.n_decisions);
  assert_told (report, TAMBOUR_CHAPTER_APPENDIX, "How each figure is defined", NULL);
  g_assert_false (g_ptr_array_find (report->chapters[TAMBOUR_CHAPTER_USAGE].facts, facts->audits.score, NULL));
}

/* A part that begins with another chapter than usual begins with that one. */
static void
test_what_is_left_out_leads_no_part (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourOutline) outline = tambour_outline_new ();
  g_autoptr(TambourReviewPlan) report = NULL;

  tambour_outline_find (outline, TAMBOUR_CHAPTER_USAGE)->is_out = TRUE;
  tambour_outline_find (outline, TAMBOUR_CHAPTER_GOALS)->is_out = TRUE;
  tambour_outline_move (outline, TAMBOUR_CHAPTER_VALUE, 1);
  report = plan_report (facts, outline);

  g_assert_cmpuint (report->chapters[TAMBOUR_CHAPTER_GOALS].page, ==, 0);
  g_assert_true (report->chapters[TAMBOUR_CHAPTER_GOALS].is_there);
  g_assert_cmpuint (report->chapters[TAMBOUR_CHAPTER_GOALS].facts->len, ==, 0);
  g_assert_cmpuint (report->chapters[TAMBOUR_CHAPTER_USAGE].page, ==, 0);
  g_assert_cmpuint (report->chapters[TAMBOUR_CHAPTER_VALUE].page, <, report->chapters[TAMBOUR_CHAPTER_SERVICE].page);
  assert_told (report, TAMBOUR_CHAPTER_AUDITS, "Protection and architecture", facts->audits.score);
}

static void
test_the_words_for_the_year_belong_to_it (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourOutline) outline = tambour_outline_new ();
  g_autoptr(TambourReviewPlan) before = plan_report (facts, NULL);
  g_autoptr(TambourReviewPlan) after = NULL;

  tambour_outline_set_narrative (outline, TAMBOUR_CHAPTER_YEAR, "We met every month.");
  after = plan_report (facts, outline);
  g_assert_cmpuint (before->chapters[TAMBOUR_CHAPTER_YEAR].n_pages, ==, 1);
  g_assert_cmpuint (after->chapters[TAMBOUR_CHAPTER_YEAR].page, ==, 1);
  g_assert_cmpuint (after->chapters[TAMBOUR_CHAPTER_YEAR].n_pages, ==, 2);
  g_assert_cmpstr (after->chapters[TAMBOUR_CHAPTER_YEAR].written, ==, before->chapters[TAMBOUR_CHAPTER_YEAR].written);
  pages_assert_says (after->document, 1, "We met every month.");
}

static void
test_a_thin_account_has_a_plan (void)
{
  static const guint COUNTS[] = { 0, 9, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (COUNTS); i++)
    {
      g_autoptr(PagesFixture) fixture = pages_fixture_thin (COUNTS[i]);
      g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
      g_autoptr(TambourReviewPlan) report = plan_report (facts, NULL);

      g_assert_cmpuint (report->chapters[TAMBOUR_CHAPTER_YEAR].page, ==, 1);
      for (guint chapter = 0; chapter < TAMBOUR_N_CHAPTERS; chapter++)
        g_assert_true (report->chapters[chapter].is_there || report->chapters[chapter].page == 0);
    }
}

/* --- titles ---------------------------------------------------------------------------- */

static void
test_a_title_that_does_not_fit (void)
{
  static const char * const LONG =
    "A title that says so much that nobody could read it in one breath, and that therefore does not fit in two lines however small "
    "they are set, which is what a person is told before the review leaves the house, be it on paper or on a screen";
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourOutline) outline = tambour_outline_new ();
  g_autoptr(TambourReviewPlan) report = NULL;

  tambour_outline_set_title (outline, TAMBOUR_CHAPTER_YEAR, LONG, NULL, TRUE);
  tambour_outline_set_title (outline, TAMBOUR_CHAPTER_GOALS, LONG, NULL, TRUE);
  tambour_outline_set_title (outline, TAMBOUR_CHAPTER_AUDITS, LONG, NULL, TRUE);
  tambour_outline_set_title (outline, TAMBOUR_CHAPTER_SERVICE, "A quiet year", NULL, TRUE);
  report = plan_report (facts, outline);
  g_assert_true (report->chapters[TAMBOUR_CHAPTER_YEAR].is_cut);
  g_assert_true (report->chapters[TAMBOUR_CHAPTER_GOALS].is_cut);
  g_assert_true (report->chapters[TAMBOUR_CHAPTER_AUDITS].is_cut);
  g_assert_false (report->chapters[TAMBOUR_CHAPTER_SERVICE].is_cut);
  g_assert_cmpstr (report->chapters[TAMBOUR_CHAPTER_SERVICE].title, ==, "A quiet year");
}

/* The program writes other titles in the other document: what was taken over there is not out of date here. */
static void
test_a_number_is_out_of_date_where_it_was_taken_over (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourOutline) outline = tambour_outline_new ();

  for (guint of_report = 0; of_report < 2; of_report++)
    {
      g_autoptr(TambourReviewPlan) deck = NULL;
      g_autoptr(TambourReviewPlan) report = NULL;

      tambour_outline_set_title (outline, TAMBOUR_CHAPTER_SERVICE, "Cases fell by 31%", "Cases fell 31% and 97.9% met their target",
                                 of_report);
      deck = plan (facts, outline, TAMBOUR_REVIEW_LAYOUT_DECK);
      report = plan_report (facts, outline);
      g_assert_cmpstr (deck->chapters[TAMBOUR_CHAPTER_SERVICE].stale, ==, of_report ? NULL : "31");
      g_assert_cmpstr (report->chapters[TAMBOUR_CHAPTER_SERVICE].stale, ==, of_report ? "31" : NULL);
    }
}

/* --- paper ------------------------------------------------------------------------------- */

static TambourOutline *
write_and_read (TambourOutline *outline)
{
  g_autofree char *text = tambour_outline_write (outline);
  g_autoptr(GError) error = NULL;
  TambourOutline *back = tambour_outline_parse (text, &error);

  g_assert_no_error (error);

  return back;
}

static void
test_paper_and_layout_are_kept (void)
{
  g_autoptr(TambourOutline) outline = tambour_outline_new ();
  g_autoptr(TambourOutline) back = NULL;
  g_autoptr(TambourOutline) strange = NULL;
  g_autofree char *plain = tambour_outline_write (outline);
  g_autofree char *written = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (strstr (plain, "paper"));
  outline->paper = TAMBOUR_REVIEW_PAPER_LETTER;
  tambour_outline_set_title (outline, TAMBOUR_CHAPTER_GOALS, "Four goals", "Four of six goals", TRUE);
  tambour_outline_set_title (outline, TAMBOUR_CHAPTER_VALUE, "Value", "Value", FALSE);
  back = write_and_read (outline);
  g_assert_cmpint (back->paper, ==, TAMBOUR_REVIEW_PAPER_LETTER);
  g_assert_true (tambour_outline_find (back, TAMBOUR_CHAPTER_GOALS)->is_of_report);
  g_assert_false (tambour_outline_find (back, TAMBOUR_CHAPTER_VALUE)->is_of_report);
  tambour_outline_set_title (back, TAMBOUR_CHAPTER_GOALS, NULL, NULL, TRUE);
  g_assert_false (tambour_outline_find (back, TAMBOUR_CHAPTER_GOALS)->is_of_report);

  /* What only a newer version knows stays as it came. */
  strange = tambour_outline_parse ("{\"document\":\"tambour-outline\",\"format\":1,\"paper\":\"legal\"}", &error);
  g_assert_no_error (error);
  written = tambour_outline_write (strange);
  g_assert_cmpint (strange->paper, ==, TAMBOUR_REVIEW_PAPER_USUAL);
  g_assert_nonnull (strstr (written, "\"paper\":\"legal\""));
}

static double
measure_width (TambourFacts       *facts,
               TambourOutline     *outline,
               TambourReviewPaper  paper)
{
  const TambourReviewSettings settings = { .layout = TAMBOUR_REVIEW_LAYOUT_REPORT, .paper = paper, .language = "en", .outline = outline };
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourDocument) document = tambour_review_layout (facts, &settings, &error);

  g_assert_no_error (error);

  return tambour_document_get_width (document);
}

/* What is asked for now comes before what was composed, and that before what is usual. */
static void
test_the_paper_that_was_composed (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourOutline) outline = tambour_outline_new ();

  g_assert_cmpfloat (measure_width (facts, outline, TAMBOUR_REVIEW_PAPER_USUAL), ==, 595.2);
  outline->paper = TAMBOUR_REVIEW_PAPER_LETTER;
  g_assert_cmpfloat (measure_width (facts, outline, TAMBOUR_REVIEW_PAPER_USUAL), ==, 612);
  g_assert_cmpfloat (measure_width (facts, outline, TAMBOUR_REVIEW_PAPER_A4), ==, 595.2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-plan/every-chapter-has-its-page-and-figures", test_every_chapter_has_its_page_and_figures);
  g_test_add_func ("/report-plan/what-is-left-out-leads-no-part", test_what_is_left_out_leads_no_part);
  g_test_add_func ("/report-plan/the-words-for-the-year-belong-to-it", test_the_words_for_the_year_belong_to_it);
  g_test_add_func ("/report-plan/a-thin-account-has-a-plan", test_a_thin_account_has_a_plan);
  g_test_add_func ("/report-plan/a-title-that-does-not-fit", test_a_title_that_does_not_fit);
  g_test_add_func ("/report-plan/a-number-is-out-of-date-where-it-was-taken-over", test_a_number_is_out_of_date_where_it_was_taken_over);
  g_test_add_func ("/report-plan/paper-and-layout-are-kept", test_paper_and_layout_are_kept);
  g_test_add_func ("/report-plan/the-paper-that-was-composed", test_the_paper_that_was_composed);

  return g_test_run ();
}
