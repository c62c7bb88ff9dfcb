/* test-outline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "pages-fixture.h"
#include "pages-reader.h"
#include "tambour-evidence.h"
#include "tambour-fact-text.h"
#include "tambour-frozen.h"
#include "tambour-live.h"
#include "tambour-time.h"

static TambourOutline *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  TambourOutline *outline = tambour_outline_parse (text, &error);

  g_assert_no_error (error);

  return outline;
}

/* --- what is kept ------------------------------------------------------------------ */

static void
test_nothing_typed_is_lost (void)
{
  g_autoptr(TambourOutline) plain = parse ("We had a good year.");
  g_autoptr(TambourOutline) empty = parse (NULL);
  g_autoptr(TambourOutline) strange =
    parse ("{\"document\":\"tambour-outline\",\"format\":1,\"mood\":\"calm\",\"chapters\":["
           "{\"chapter\":\"weather\",\"narrative\":\"Rain\"},"
           "{\"chapter\":\"goals\",\"narrative\":\"Good\",\"colour\":\"red\",\"title\":7},"
           "{\"chapter\":\"goals\",\"narrative\":\"Twice\"}]}");
  g_autofree char *written = tambour_outline_write (strange);
  g_autoptr(TambourOutline) again = parse (written);
  g_autofree char *twice = tambour_outline_write (again);

  g_assert_cmpstr (tambour_outline_find (plain, TAMBOUR_CHAPTER_YEAR)->narrative, ==, "We had a good year.");
  g_assert_null (tambour_outline_find (empty, TAMBOUR_CHAPTER_YEAR)->narrative);
  g_assert_cmpstr (tambour_outline_find (again, TAMBOUR_CHAPTER_GOALS)->narrative, ==, "Good");
  g_assert_nonnull (strstr (written, "\"Rain\""));
  g_assert_nonnull (strstr (written, "\"red\""));
  g_assert_nonnull (strstr (written, "\"title\":7"));
  g_assert_nonnull (strstr (written, "\"Twice\""));
  g_assert_nonnull (strstr (written, "\"mood\":\"calm\""));
  g_assert_cmpstr (written, ==, twice);
}

static void
test_a_newer_form_is_left_alone (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_outline_parse ("{\"document\":\"tambour-outline\",\"format\":2}", &error));
  g_assert_error (error, TAMBOUR_OUTLINE_ERROR, TAMBOUR_OUTLINE_ERROR_NEWER);
}

static void
test_chapters_move_between_cover_and_appendix (void)
{
  g_autoptr(TambourOutline) outline = tambour_outline_new ();
  g_autoptr(TambourOutline) back = NULL;
  g_autofree char *written = NULL;

  tambour_outline_move (outline, TAMBOUR_CHAPTER_VALUE, 0);
  tambour_outline_move (outline, TAMBOUR_CHAPTER_YEAR, 99);
  tambour_outline_move (outline, TAMBOUR_CHAPTER_COVER, 5);
  written = tambour_outline_write (outline);
  back = parse (written);
  g_assert_cmpint (back->parts[0].chapter, ==, TAMBOUR_CHAPTER_COVER);
  g_assert_cmpint (back->parts[1].chapter, ==, TAMBOUR_CHAPTER_VALUE);
  g_assert_cmpint (back->parts[TAMBOUR_N_CHAPTERS - 2].chapter, ==, TAMBOUR_CHAPTER_YEAR);
  g_assert_cmpint (back->parts[TAMBOUR_N_CHAPTERS - 1].chapter, ==, TAMBOUR_CHAPTER_APPENDIX);
}

static void
test_what_was_checked_is_kept (void)
{
  g_autoptr(TambourOutline) outline = tambour_outline_new ();
  g_autoptr(TambourOutline) back = NULL;
  g_autofree char *written = NULL;
  TambourInstant at;

  tambour_instant_parse ("2026-11-18T09:00:00Z", &at);
  tambour_outline_check (outline, "cases.opened", "39", at, "Mira Solberg");
  tambour_outline_check (outline, "cases.opened", "41", at, "Mira Solberg");
  tambour_outline_check (outline, "audit.score", "87", at, NULL);
  written = tambour_outline_write (outline);
  back = parse (written);
  g_assert_cmpuint (back->checks->len, ==, 2);
  g_assert_cmpstr (tambour_outline_find_check (back, "cases.opened")->text, ==, "41");
  g_assert_cmpstr (tambour_outline_find_check (back, "cases.opened")->by, ==, "Mira Solberg");
  g_assert_cmpint (tambour_outline_find_check (back, "audit.score")->at.seconds, ==, at.seconds);
  g_assert_null (tambour_outline_find_check (back, "cases.closed"));
}

/* --- live figures ---------------------------------------------------------------------- */

static void
test_figures_are_shown_where_they_are_named (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(GPtrArray) split = tambour_live_split ("a {cases.opened}{x} {", facts);
  g_autofree char *shown =
    tambour_live_show ("{cases.opened} cases, {cases.opened:before} before, {M01.P1} of them P1, {nothing} {cases opened} {}", facts);

  g_assert_cmpstr (shown, ==, "146 cases, 187 before, 4 of them P1, {nothing} {cases opened} {}");
  g_assert_cmpuint (split->len, ==, 4);
  g_assert_cmpint (((TambourLive *) split->pdata[1])->kind, ==, TAMBOUR_LIVE_FIGURE);
  g_assert_cmpstr (((TambourLive *) split->pdata[1])->fact->key, ==, "cases.opened");
  g_assert_cmpuint (((TambourLive *) split->pdata[1])->from, ==, 2);
  g_assert_cmpint (((TambourLive *) split->pdata[2])->kind, ==, TAMBOUR_LIVE_UNKNOWN);
}

static void
test_a_number_that_was_taken_over_gets_stale (void)
{
  g_autofree char *stale = tambour_live_find_stale ("We closed 1,234 cases", "1,234 cases were closed", "1,240 cases were closed");
  g_autofree char *word = tambour_live_find_stale ("Four goals!", "Four of six goals were met", "Five of six goals were met");
  g_autofree char *fresh = tambour_live_find_stale ("146 cases", "146 cases", "Cases fell to 146");
  g_autofree char *own = tambour_live_find_stale ("Since 2019 with you", "146 cases", "150 cases");
  g_autofree char *part = tambour_live_find_stale ("97.9% answered", "97.9% met", "97% met");

  g_assert_cmpstr (stale, ==, "1,234");
  g_assert_cmpstr (word, ==, "Four");
  g_assert_null (fresh);
  g_assert_null (own);
  g_assert_cmpstr (part, ==, "97.9");
}

/* --- pages -------------------------------------------------------------------------------- */

static TambourReviewPlan *
plan (TambourFacts   *facts,
      TambourOutline *outline)
{
  const TambourReviewSettings settings = { .language = "en", .outline = outline };
  g_autoptr(GError) error = NULL;
  TambourReviewPlan *self = tambour_review_plan_new (facts, &settings, &error);

  g_assert_no_error (error);
  pages_assert_clean (self->document);

  return self;
}

static void
test_pages_follow_the_outline (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourOutline) outline = tambour_outline_new ();
  g_autoptr(TambourReviewPlan) before = plan (facts, NULL);
  g_autoptr(TambourReviewPlan) after = NULL;
  guint n = tambour_document_get_n_pages (before->document);
  guint last;

  tambour_outline_find (outline, TAMBOUR_CHAPTER_GOALS)->is_out = TRUE;
  tambour_outline_move (outline, TAMBOUR_CHAPTER_CONTINUITY, 1);
  tambour_outline_set_title (outline, TAMBOUR_CHAPTER_SERVICE, "You opened {cases.opened} cases",
                             before->chapters[TAMBOUR_CHAPTER_SERVICE].written, FALSE);
  tambour_outline_set_narrative (outline, TAMBOUR_CHAPTER_SERVICE, "Nobody waited longer than was promised.");
  tambour_outline_set_title (outline, TAMBOUR_CHAPTER_COVER, "A quiet year", NULL, FALSE);
  after = plan (facts, outline);
  g_assert_cmpuint (tambour_document_get_n_pages (after->document), ==, n - 1);
  g_assert_cmpuint (after->chapters[TAMBOUR_CHAPTER_CONTINUITY].page, ==, 2);
  g_assert_cmpuint (after->chapters[TAMBOUR_CHAPTER_GOALS].page, ==, 0);
  g_assert_true (after->chapters[TAMBOUR_CHAPTER_GOALS].is_there);
  g_assert_cmpstr (after->chapters[TAMBOUR_CHAPTER_SERVICE].title, ==, "You opened 146 cases");
  last = after->chapters[TAMBOUR_CHAPTER_SERVICE].page - 1;
  pages_assert_says (after->document, 0, "A quiet year");
  pages_assert_says (after->document, last, "You opened 146 cases");
  pages_assert_says (after->document, last, "Nobody waited longer than was promised.");
  g_assert_true (g_ptr_array_find (after->chapters[TAMBOUR_CHAPTER_SERVICE].facts, facts->service.total, NULL));
  pages_assert_references (after->document);
}

static void
test_a_long_narrative_has_pages_of_its_own (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourOutline) outline = tambour_outline_new ();
  g_autoptr(TambourReviewPlan) after = NULL;
  g_autoptr(GString) text = g_string_new ("# What we did\n\nThe **{cases.opened}** cases.\n\n- First\n- Second\n\n");
  guint page, n;

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (text, "Sentence %u says one thing more. ", i);
  tambour_outline_set_narrative (outline, TAMBOUR_CHAPTER_YEAR, text->str);
  after = plan (facts, outline);
  page = after->chapters[TAMBOUR_CHAPTER_YEAR].page;
  n = after->chapters[TAMBOUR_CHAPTER_YEAR].n_pages;
  g_assert_cmpuint (n, >=, 3);
  pages_assert_says (after->document, page, "What we did");
  pages_assert_says (after->document, page, "The 146 cases.");
  pages_assert_says (after->document, page + n - 2, "Sentence 119 says one thing more.");
  g_assert_cmpuint (after->chapters[TAMBOUR_CHAPTER_GOALS].page, ==, page + n);
  pages_assert_references (after->document);
}

static void
test_a_title_that_is_out_of_date_is_found (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourOutline) outline = tambour_outline_new ();
  const TambourReviewSettings settings = { .language = "en", .outline = outline };
  g_autoptr(TambourReviewPlan) after = NULL;
  g_autoptr(GError) error = NULL;

  tambour_outline_set_title (outline, TAMBOUR_CHAPTER_SERVICE, "Cases fell by 31%", "Cases fell 31% and 97.9% met their target", FALSE);
  tambour_outline_set_title (outline, TAMBOUR_CHAPTER_GOALS,
                             "A title that says so much that nobody could read it in one breath, and that therefore does not fit in "
                             "two lines however small they are set, which is what a person is told before the review leaves the house",
                             NULL, FALSE);
  after = tambour_review_plan_new (facts, &settings, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after->chapters[TAMBOUR_CHAPTER_SERVICE].stale, ==, "31");
  g_assert_false (after->chapters[TAMBOUR_CHAPTER_SERVICE].is_cut);
  g_assert_true (after->chapters[TAMBOUR_CHAPTER_GOALS].is_cut);
  g_assert_null (after->chapters[TAMBOUR_CHAPTER_GOALS].stale);
}

/* --- frozen ---------------------------------------------------------------------------------- */

static char *
tell (TambourFacts *facts)
{
  return tambour_evidence_new (facts, tambour_fact_text, NULL);
}

static void
assert_tells_the_same (PagesFixture *fixture)
{
  g_autoptr(TambourCatalogueSet) plans = fixture->catalogue ? tambour_catalogue_set_new_always (fixture->catalogue) : NULL;
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autofree char *text = tambour_frozen_write (facts, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *body = tambour_frozen_pack (text, &hash, &error);
  g_autoptr(GBytes) back = tambour_frozen_unpack (body, hash, &error);
  g_autoptr(TambourFrozen) frozen = tambour_frozen_parse (g_bytes_get_data (back, NULL), g_bytes_get_size (back), &error);
  g_autoptr(TambourFacts) again = tambour_facts_new_frozen (frozen, fixture->from, fixture->to, fixture->as_of, plans, &error);
  g_autofree char *then = tell (facts);
  g_autofree char *now = tell (again);
  g_autofree char *twice = tambour_frozen_write (again, NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (then, ==, now);
  g_assert_cmpstr (text, ==, twice);
  g_assert_cmpuint (strlen (body), <, strlen (text));
  g_clear_pointer (&frozen, tambour_frozen_free);
  g_assert_cmpstr (again->account->name, ==, facts->account->name);
}

static void
test_frozen_records_tell_the_same (void)
{
  g_autoptr(PagesFixture) whole = pages_fixture_varnholt (NULL);
  g_autoptr(PagesFixture) thin = pages_fixture_thin (400);

  assert_tells_the_same (whole);
  assert_tells_the_same (thin);
}

static void
assert_damaged (const char *body,
                const char *hash)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_frozen_unpack (body, hash, &error));
  g_assert_error (error, TAMBOUR_FROZEN_ERROR, TAMBOUR_FROZEN_ERROR_DAMAGED);
}

static void
test_damage_is_told (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *body = tambour_frozen_pack ("{\"document\":\"tambour-snapshot\",\"format\":2,\"plans\":[]}\n", &hash, &error);
  g_autoptr(GBytes) text = tambour_frozen_unpack (body, hash, &error);
  const char * const wrong[] = { "", "{}", "[]\n", "{\"document\":\"tambour-snapshot\",\"format\":1}\n",
                                 "{\"document\":\"tambour-snapshot\",\"format\":1,\"plans\":[1]}\n",
                                 "{\"document\":\"tambour-snapshot\",\"format\":1,\"plans\":[]}\n",
                                 "{\"document\":\"tambour-snapshot\",\"format\":1,\"plans\":[]}\n{\"record\":\"case\"}\n" };

  g_assert_no_error (error);
  assert_damaged (NULL, hash);
  assert_damaged ("", hash);
  assert_damaged ("bm90IGd6aXA=", hash);
  assert_damaged (body, "0");
  g_assert_null (tambour_frozen_parse (g_bytes_get_data (text, NULL), g_bytes_get_size (text), &error));
  g_assert_error (error, TAMBOUR_FROZEN_ERROR, TAMBOUR_FROZEN_ERROR_NEWER);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_clear_error (&error);
      g_assert_null (tambour_frozen_parse (wrong[i], strlen (wrong[i]), &error));
      g_assert_error (error, TAMBOUR_FROZEN_ERROR, TAMBOUR_FROZEN_ERROR_DAMAGED);
    }
}

/* --- in the annual value report ------------------------------------------------- */

static TambourDocument *
lay_out_report (TambourFacts   *facts,
                TambourOutline *outline)
{
  g_autoptr(GError) error = NULL;
  TambourReviewSettings settings = {
    .layout = TAMBOUR_REVIEW_LAYOUT_REPORT, .language = "en", .product = "Quillmere", .outline = outline,
  };
  TambourDocument *document = tambour_review_layout (facts, &settings, &error);

  g_assert_no_error (error);
  pages_assert_clean (document);
  pages_assert_references (document);

  return document;
}

static void
test_what_was_left_out_is_not_told (void)
{
  static const TambourChapter OUT[] = {
    TAMBOUR_CHAPTER_VALUE, TAMBOUR_CHAPTER_AUDITS, TAMBOUR_CHAPTER_REQUESTS, TAMBOUR_CHAPTER_PROJECTS,
    TAMBOUR_CHAPTER_DECISIONS,
  };
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourOutline) outline = tambour_outline_new ();
  g_autoptr(TambourDocument) document = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (OUT); i++)
    tambour_outline_find (outline, OUT[i])->is_out = TRUE;
  document = lay_out_report (facts, outline);

  g_assert_cmpuint (tambour_document_get_n_pages (document), ==, 6);
  g_assert_cmpuint (pages_count (document, "Break-even share = ("), ==, 0);
  g_assert_cmpuint (pages_count (document, "Overall, of six sections"), ==, 0);
  g_assert_cmpuint (pages_count (document, "Dark theme in the console"), ==, 0);
  g_assert_cmpuint (pages_count (document, "We ask for three decisions"), ==, 0);
  pages_assert_says (document, 5, "84 of 96 · 88%");
  pages_assert_says (document, 5, "Every figure in this report");

  tambour_outline_find (outline, TAMBOUR_CHAPTER_APPENDIX)->is_out = TRUE;
  g_clear_pointer (&document, tambour_document_free);
  document = lay_out_report (facts, outline);
  g_assert_cmpuint (tambour_document_get_n_pages (document), ==, 6);
}

static void
test_what_was_typed_stands_in_the_report (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourOutline) outline = tambour_outline_new ();
  g_autoptr(TambourDocument) document = NULL;

  tambour_outline_set_title (outline, TAMBOUR_CHAPTER_YEAR, "A quiet year", NULL, FALSE);
  tambour_outline_set_title (outline, TAMBOUR_CHAPTER_SERVICE, "Only {cases.opened} cases, and few of them late", NULL, FALSE);
  tambour_outline_set_title (outline, TAMBOUR_CHAPTER_DECISIONS, "Please decide these", NULL, FALSE);
  tambour_outline_set_narrative (outline, TAMBOUR_CHAPTER_YEAR, "We met every month.\n\n- In Santos\n- In Busan");
  tambour_outline_set_narrative (outline, TAMBOUR_CHAPTER_GOALS, "Failover waits for the winter.");
  document = lay_out_report (facts, outline);

  pages_assert_says (document, 0, "A quiet year");
  pages_assert_says (document, 0, "Cases opened\n146\n187\n−22%\n4");
  pages_assert_says (document, 1, "We met every month.");
  pages_assert_says (document, 1, "In Busan");
  pages_assert_says (document, 2, "Failover waits for the winter.");
  pages_assert_says (document, 3, "Only 146 cases, and few of them late");
  g_assert_cmpuint (pages_count (document, "Please decide these"), ==, 1);
  g_assert_cmpuint (pages_count (document, "Two projects come first"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outline/nothing-typed-is-lost", test_nothing_typed_is_lost);
  g_test_add_func ("/outline/a-newer-form-is-left-alone", test_a_newer_form_is_left_alone);
  g_test_add_func ("/outline/chapters-move-between-cover-and-appendix", test_chapters_move_between_cover_and_appendix);
  g_test_add_func ("/outline/what-was-checked-is-kept", test_what_was_checked_is_kept);
  g_test_add_func ("/live/figures-are-shown-where-they-are-named", test_figures_are_shown_where_they_are_named);
  g_test_add_func ("/live/a-number-that-was-taken-over-gets-stale", test_a_number_that_was_taken_over_gets_stale);
  g_test_add_func ("/outline/pages-follow-it", test_pages_follow_the_outline);
  g_test_add_func ("/outline/a-long-narrative-has-pages-of-its-own", test_a_long_narrative_has_pages_of_its_own);
  g_test_add_func ("/outline/a-title-that-is-out-of-date-is-found", test_a_title_that_is_out_of_date_is_found);
  g_test_add_func ("/outline/what-was-left-out-is-not-told", test_what_was_left_out_is_not_told);
  g_test_add_func ("/outline/what-was-typed-stands-in-the-report", test_what_was_typed_stands_in_the_report);
  g_test_add_func ("/frozen/records-tell-the-same", test_frozen_records_tell_the_same);
  g_test_add_func ("/frozen/damage-is-told", test_damage_is_told);

  return g_test_run ();
}
