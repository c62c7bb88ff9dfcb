/* test-annual-parts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pages-fixture.h"
#include "pages-reader.h"
#include "tambour-kinds.h"

/* Which parts an annual value report has, in which order, and on which pages. */

/* --- reading them back ------------------------------------------------------------------------------- */

static guint
find_page (TambourDocument *document,
           const char      *title)
{
  guint n_headings;
  const TambourPageHeading *headings = tambour_document_get_headings (document, &n_headings);

  for (guint i = 0; i < n_headings; i++)
    if (g_str_has_prefix (headings[i].title, title))
      return headings[i].page;
  for (guint i = 0; i < tambour_document_get_n_pages (document); i++)
    {
      const char *outline = tambour_document_get_page (document, i)->outline;

      if (outline && g_str_has_prefix (outline, title))
        return i;
    }

  g_error ("Nothing is called “%s…”", title);
}

static TambourDocument *
lay_out_composed (TambourFacts   *facts,
                  TambourOutline *outline)
{
  g_autoptr(GError) error = NULL;
  TambourReviewSettings settings = {
    .layout = TAMBOUR_REVIEW_LAYOUT_REPORT, .language = "en", .product = "Quillmere", .outline = outline,
  };
  TambourDocument *document = tambour_review_layout (facts, &settings, &error);

  g_assert_no_error (error);

  return document;
}

/* --- the order of the parts ------------------------------------------------------------------------ */

/* A part stands where the first of its chapters was moved to; the first page and the definitions stay. */
static void
test_parts_follow_the_order_of_the_chapters (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourOutline) outline = tambour_outline_new ();
  g_autoptr(TambourDocument) document = NULL;

  tambour_outline_move (outline, TAMBOUR_CHAPTER_DECISIONS, 1);
  tambour_outline_move (outline, TAMBOUR_CHAPTER_VALUE, 1);
  document = lay_out_composed (facts, outline);

  pages_assert_clean (document);
  pages_assert_references (document);
  pages_assert_says (document, 0, "The year returned");
  g_assert_cmpuint (find_page (document, "We count"), ==, 1);
  g_assert_cmpuint (find_page (document, "Two projects come first"), ==, 2);
  g_assert_cmpuint (find_page (document, "Four of six goals"), ==, 3);
  g_assert_cmpuint (find_page (document, "Every figure in this report"), ==, tambour_document_get_n_pages (document) - 1);
  pages_assert_says (document, 0, "2\nValue: how the");
  pages_assert_says (document, 0, "3\nNext year: projects and decisions");
  pages_assert_says (document, 0, "We ask for three decisions by 30 November 2026 (page 3).");
  g_assert_cmpuint (pages_count (document, "How each figure is defined"), ==, 0);
}

/* What was left out has no say in where its part stands. */
static void
test_a_chapter_that_is_out_moves_nothing (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourOutline) outline = tambour_outline_new ();
  g_autoptr(TambourDocument) document = NULL;

  tambour_outline_move (outline, TAMBOUR_CHAPTER_DECISIONS, 1);
  tambour_outline_find (outline, TAMBOUR_CHAPTER_DECISIONS)->is_out = TRUE;
  document = lay_out_composed (facts, outline);

  g_assert_cmpuint (find_page (document, "Four of six goals"), ==, 1);
  g_assert_cmpuint (find_page (document, "Two projects come first"), >, find_page (document, "We count"));
}

/* Little to tell is not a page for each of it: a part goes on where all of it fits, and says its own sources. */
static void
test_parts_go_on_where_there_is_room (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_thin (9);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out_composed (facts, NULL);
  guint n_headings, page;
  const TambourPageHeading *headings = tambour_document_get_headings (document, &n_headings);
  g_autofree char *listed = NULL;

  pages_assert_clean (document);
  pages_assert_references (document);
  g_assert_cmpuint (n_headings, >, 0);
  page = headings[0].page;
  g_assert_cmpuint (page, >, 0);
  g_assert_cmpstr (headings[0].title, ==, "Every figure in this report, how it is computed and where it comes from");
  pages_assert_says (document, page, headings[0].title);
  pages_assert_says (document, page, "\nSquare brackets: source and page.");
  listed = g_strdup_printf ("%u\nDefinitions: how each figure is computed", page + 1);
  pages_assert_says (document, 0, listed);
}

static gboolean
without_goals (TambourRecord *record)
{
  if (TAMBOUR_IS_PROJECT (record))
    g_clear_pointer (&TAMBOUR_PROJECT (record)->goal_id.id, g_free);

  return !TAMBOUR_IS_GOAL (record) && !TAMBOUR_IS_GOAL_READING (record) && !TAMBOUR_IS_ACTION_ITEM (record) && !TAMBOUR_IS_COMMITMENT (record);
}

/* A few lines are not a page: what follows begins below them, though it is more than a page itself, and what is
 * said to begin on a page does. */
static void
test_a_few_lines_are_not_a_page (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (without_goals);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = lay_out_composed (facts, NULL);
  guint goals = find_page (document, "No goals were set");
  guint service = find_page (document, "Cases fell 22%");
  g_autofree char *listed = g_strdup_printf ("%u\nService: cases fell 22%%", service + 1);
  g_autofree char *value = g_strdup_printf ("%u\nValue: how the", find_page (document, "We count") + 1);

  pages_assert_clean (document);
  pages_assert_references (document);
  g_assert_cmpuint (goals, ==, service);
  pages_assert_says (document, service + 1, "Service and cases, continued");
  pages_assert_says (document, 0, listed);
  pages_assert_says (document, 0, value);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/annual-parts/they-follow-the-order-of-the-chapters", test_parts_follow_the_order_of_the_chapters);
  g_test_add_func ("/annual-parts/a-chapter-that-is-out-moves-nothing", test_a_chapter_that_is_out_moves_nothing);
  g_test_add_func ("/annual-parts/they-go-on-where-there-is-room", test_parts_go_on_where_there_is_room);
  g_test_add_func ("/annual-parts/a-few-lines-are-not-a-page", test_a_few_lines_are_not_a_page);

  return g_test_run ();
}
