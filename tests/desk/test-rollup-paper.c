/* test-rollup-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libintl.h>
#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "draw-check.h"
#include "pages-fixture.h"
#include "pages-reader.h"
#include "tambour-demo.h"
#include "tambour-pdf.h"
#include "tambour-reviews.h"
#include "tambour-rollup-sum.h"

/* The eight accounts that are told in full, counted once. */
static GPtrArray *eight;
static TambourInstant read_at;

static void
done_free (gpointer data)
{
  TambourReviewsDone *done = data;

  g_clear_object (&done->account);
  g_clear_pointer (&done->line, tambour_rollup_line_free);
  g_clear_error (&done->error);
  g_free (done);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func (done_free);
}

static TambourReviewsDone *
add_account (GPtrArray          *all,
             const char         *name,
             TambourHealthLevel  health,
             const char         *like)
{
  TambourReviewsDone *done = g_new0 (TambourReviewsDone, 1);
  const TambourRollupLine *line = NULL;

  done->account = TAMBOUR_ACCOUNT (tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL));
  g_set_str (&done->account->name, name);
  done->health = health;
  for (guint i = 0; like && i < eight->len; i++)
    if (g_str_equal (((TambourReviewsDone *) g_ptr_array_index (eight, i))->account->name, like))
      line = ((TambourReviewsDone *) g_ptr_array_index (eight, i))->line;
  if (line != NULL)
    {
      done->line = g_new0 (TambourRollupLine, 1);
      *done->line = *line;
      done->line->figures = g_array_copy (line->figures);
      done->line->sources = g_ptr_array_copy (line->sources, NULL, NULL);
      done->line->plan = g_strdup (line->plan);
      done->line->tam = g_strdup (line->tam);
    }
  g_ptr_array_add (all, done);

  return done;
}

static TambourRollupFigure *
get_figure (TambourReviewsDone *done,
            const char         *key)
{
  return (TambourRollupFigure *) tambour_rollup_line_find (done->line, key);
}

static TambourRollup
new_rollup (GPtrArray    *all,
            TambourPaper  paper,
            const char   *language)
{
  return (TambourRollup) { all, tambour_date_new (2025, 11, 1), tambour_date_new (2026, 11, 1), read_at, language, paper };
}

static TambourDocument *
lay_out (GPtrArray    *all,
         TambourPaper  paper,
         const char   *language)
{
  TambourRollup rollup = new_rollup (all, paper, language);
  g_autoptr(GError) error = NULL;
  TambourDocument *document = tambour_rollup_layout (&rollup, &error);

  g_assert_no_error (error);

  return document;
}

/* So that somebody can look at it. */
static void
keep (TambourDocument *document,
      const char      *name)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  if (g_getenv ("TAMBOUR_PAGES_OUT") == NULL)
    return;

  path = g_build_filename (g_getenv ("TAMBOUR_PAGES_OUT"), name, NULL);
  tambour_pdf_write (document, path, &error);
  g_assert_no_error (error);
}

static GPtrArray *
make_many (guint n)
{
  GPtrArray *all = new_list ();

  for (guint i = 0; i < n; i++)
    {
      const TambourReviewsDone *like = g_ptr_array_index (eight, i % eight->len);
      g_autofree char *name = g_strdup_printf ("%s %u", like->account->name, i + 1);

      add_account (all, name, (TambourHealthLevel) (i % (TAMBOUR_HEALTH_RISK + 1)), like->account->name);
    }

  return all;
}

static guint
count_tag (TambourDocument *document,
           guint            page,
           TambourTag       tag)
{
  guint n_marks, n = 0;
  const TambourMark *marks = tambour_canvas_get_marks (tambour_document_get_page (document, page)->canvas, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    n += marks[i].kind == TAMBOUR_MARK_BEGIN && marks[i].group.tag == tag;

  return n;
}

/* Nothing overlaps or is cut, nothing stands below the body, and each page says which of how many it is. */
static void
assert_good (TambourDocument *document)
{
  guint n = tambour_document_get_n_pages (document);

  pages_assert_clean (document);
  for (guint page = 0; page < n; page++)
    {
      g_autofree char *number = g_strdup_printf ("%u of %u\n", page + 1, n);

      pages_assert_says (document, page, number);
      g_assert_cmpuint (count_tag (document, page, TAMBOUR_TAG_TITLE), ==, page == 0);
    }
}

/* --- what it says ------------------------------------------------------------------ */

static void
test_eight_accounts_in_short (void)
{
  g_autoptr(TambourDocument) document = lay_out (eight, TAMBOUR_PAPER_A4, NULL);

  keep (document, "rollup-8.pdf");
  assert_good (document);
  g_assert_cmpstr (tambour_document_get_title (document), ==, "Portfolio roll-up");
  pages_assert_says (document, 0, "Portfolio roll-up, for managers only");
  pages_assert_says (document, 0, "In good health");
  pages_assert_says (document, 0, "Cases opened");
  pages_assert_says (document, 0, "Response targets met");
  pages_assert_says (document, 0, "All 8 accounts");
  pages_assert_says (document, 0, "8 accounts. Figures are those of their reviews");
  g_assert_nonnull (strstr (tambour_document_get_page (document, 0)->outline, "Key figures · Accounts"));
}

/* The number of a tile, the sum below a column and the sum of the rows are one. */
static void
test_totals_are_the_sums_of_the_rows (void)
{
  TambourRollup rollup = new_rollup (eight, TAMBOUR_PAPER_A4, NULL);
  g_autoptr(TambourDocument) document = lay_out (eight, TAMBOUR_PAPER_A4, NULL);
  TambourRollupSum cases, answers;
  double all = 0;
  gint64 met = 0, of = 0;
  g_autofree char *total = NULL;

  for (guint i = 0; i < eight->len; i++)
    {
      TambourReviewsDone *done = g_ptr_array_index (eight, i);

      all += get_figure (done, "cases.opened")->now.value;
      met += done->line->n_met;
      of += done->line->n_decided;
    }
  tambour_rollup_add_up (&rollup, "cases.opened", &cases);
  tambour_rollup_add_up (&rollup, "response.met", &answers);
  g_assert_cmpfloat (cases.fact.now.value, ==, all);
  g_assert_cmpuint (cases.n, ==, 8);
  g_assert_cmpint (answers.fact.now.n, ==, met);
  g_assert_cmpint (answers.fact.now.of, ==, of);
  total = g_strdup_printf ("%.0f\n", all);
  g_assert_cmpuint (pages_count (document, total), >=, 2);
}

/* A mark is a shape, a colour and a word. */
static void
test_health_is_a_mark_and_a_word (void)
{
  g_autoptr(GPtrArray) all = make_many (8);
  g_autoptr(TambourDocument) document = lay_out (all, TAMBOUR_PAPER_A4, NULL);
  g_autofree char *text = pages_read (document, 0);
  const char *risk = strstr (text, "At risk\n");
  const char *attention = strstr (text, "Attention\n");
  const char *good = strstr (text, "Good\n");
  const char *unknown = strstr (text, "Not known\n");
  guint n_marks, n_signs = 0;
  const TambourMark *marks = tambour_canvas_get_marks (tambour_document_get_page (document, 0)->canvas, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    n_signs += marks[i].kind == TAMBOUR_MARK_SIGN;
  g_assert_cmpuint (n_signs, ==, 8);
  g_assert_true (risk && attention && good && unknown);
  g_assert_true (risk < attention && attention < good && good < unknown);
  pages_assert_says (document, 0, "We count two of six accounts in good health; two are at risk");
  pages_assert_says (document, 0, "Need attention: 2, at risk: 2, not known: 2");
}

static char *
dup_title (GPtrArray *all)
{
  g_autoptr(TambourDocument) document = lay_out (all, TAMBOUR_PAPER_A4, NULL);
  guint n_marks;
  const TambourMark *marks = tambour_canvas_get_marks (tambour_document_get_page (document, 0)->canvas, &n_marks);

  for (guint i = 0; i + 1 < n_marks; i++)
    if (marks[i].kind == TAMBOUR_MARK_BEGIN && marks[i].group.tag == TAMBOUR_TAG_TITLE)
      return g_strdup (marks[i + 1].text.shape->text);

  g_assert_not_reached ();
}

static void
test_the_title_says_how_they_stand (void)
{
  static const struct
  {
    TambourHealthLevel health[3];
    guint              n;
    const char        *title;
  } CASES[] = {
    { { TAMBOUR_HEALTH_GOOD }, 1, "Account 0 is in good health" },
    { { TAMBOUR_HEALTH_NONE }, 1, "Nothing tells yet how Account 0 stands" },
    { { TAMBOUR_HEALTH_NONE, TAMBOUR_HEALTH_NONE }, 2, "Nothing tells yet how the accounts stand" },
    { { TAMBOUR_HEALTH_GOOD, TAMBOUR_HEALTH_GOOD }, 2, "All two accounts are in good health" },
    { { TAMBOUR_HEALTH_GOOD, TAMBOUR_HEALTH_NONE }, 2, "One account is in good health; nothing tells of the rest" },
    { { TAMBOUR_HEALTH_GOOD, TAMBOUR_HEALTH_ATTENTION, TAMBOUR_HEALTH_GOOD }, 3, "We count two of three accounts in good health; one needs attention" },
    { { TAMBOUR_HEALTH_RISK, TAMBOUR_HEALTH_ATTENTION, TAMBOUR_HEALTH_GOOD }, 3, "We count one of three accounts in good health; one is at risk" },
    { { TAMBOUR_HEALTH_RISK, TAMBOUR_HEALTH_ATTENTION, TAMBOUR_HEALTH_RISK }, 3, "None of the three accounts is in good health; two are at risk" },
    { { TAMBOUR_HEALTH_ATTENTION, TAMBOUR_HEALTH_ATTENTION }, 2, "None of the two accounts is in good health; two need attention" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GPtrArray) all = new_list ();
      g_autofree char *title = NULL;

      for (guint k = 0; k < CASES[i].n; k++)
        {
          g_autofree char *name = g_strdup_printf ("Account %u", k);

          add_account (all, name, CASES[i].health[k], NULL);
        }
      title = dup_title (all);
      g_assert_cmpstr (title, ==, CASES[i].title);
    }
}

/* --- what adds up ------------------------------------------------------------------- */

/* The year before is compared over the same accounts, and what was not measured is no zero. */
static void
test_like_is_compared_with_like (void)
{
  g_autoptr(GPtrArray) all = new_list ();
  TambourRollup rollup = new_rollup (all, TAMBOUR_PAPER_A4, NULL);
  TambourRollupFigure *figure;
  TambourRollupSum sum;
  const double values[3][2] = { { 10, 20 }, { 30, NAN }, { NAN, NAN } };
  g_autoptr(TambourDocument) document = NULL;

  for (guint i = 0; i < 3; i++)
    {
      figure = get_figure (add_account (all, "One", TAMBOUR_HEALTH_GOOD, "Skarvik Air"), "cases.opened");
      figure->now.state = isnan (values[i][0]) ? TAMBOUR_FACT_NOT_MEASURED : TAMBOUR_FACT_MEASURED;
      figure->prior.state = isnan (values[i][1]) ? TAMBOUR_FACT_NOT_MEASURED : TAMBOUR_FACT_MEASURED;
      figure->now.value = values[i][0];
      figure->prior.value = values[i][1];
    }

  tambour_rollup_add_up (&rollup, "cases.opened", &sum);
  g_assert_cmpuint (sum.n, ==, 2);
  g_assert_cmpfloat (sum.fact.now.value, ==, 40);
  g_assert_cmpuint (sum.n_alike, ==, 1);
  g_assert_cmpfloat (sum.alike.now.value, ==, 10);
  g_assert_cmpfloat (sum.alike.prior.value, ==, 20);

  document = lay_out (all, TAMBOUR_PAPER_A4, NULL);
  assert_good (document);
  pages_assert_says (document, 0, "−50%");
  pages_assert_says (document, 0, "in 1 account: 10 from 20");
  pages_assert_says (document, 0, "Measured in both years");
  pages_assert_says (document, 0, "Cases opened: 2 of 3 accounts");
}

static void
set_value (TambourReviewsDone *done,
           double              minor,
           const char         *currency)
{
  TambourRollupFigure *figure = get_figure (done, "value");

  figure->now = (TambourMeasure) { .state = TAMBOUR_FACT_MEASURED, .value = minor, .of = TAMBOUR_NO_COUNT };
  g_strlcpy (figure->now.currency, currency, sizeof figure->now.currency);
  figure->prior = (TambourMeasure) { .state = TAMBOUR_FACT_NOT_MEASURED, .value = NAN };
}

static void
test_currencies_and_scores_are_not_added_up (void)
{
  g_autoptr(GPtrArray) all = new_list ();
  TambourRollup rollup = new_rollup (all, TAMBOUR_PAPER_A4, NULL);
  TambourRollupSum sum;
  g_autoptr(TambourDocument) document = NULL;

  set_value (add_account (all, "Euros", TAMBOUR_HEALTH_GOOD, "Skarvik Air"), 1200000, "EUR");
  set_value (add_account (all, "Euros again", TAMBOUR_HEALTH_GOOD, "Skarvik Air"), 800000, "EUR");
  tambour_rollup_add_up (&rollup, "value", &sum);
  g_assert_true (tambour_rollup_sum_is_told (&sum));
  g_assert_cmpfloat (sum.fact.now.value, ==, 2000000);

  set_value (add_account (all, "Dollars", TAMBOUR_HEALTH_GOOD, "Skarvik Air"), 700000, "USD");
  tambour_rollup_add_up (&rollup, "value", &sum);
  g_assert_false (tambour_rollup_sum_is_told (&sum));
  tambour_rollup_add_up (&rollup, "audit.score", &sum);
  g_assert_false (tambour_rollup_sum_is_told (&sum));

  document = lay_out (all, TAMBOUR_PAPER_A4, NULL);
  assert_good (document);
  pages_assert_says (document, 0, "Scores, and values in different currencies, are not added up.");
}

/* --- how it looks ------------------------------------------------------------------- */

static void
test_one_account_is_no_sum (void)
{
  g_autoptr(GPtrArray) all = new_list ();
  g_autoptr(TambourDocument) document = NULL;

  add_account (all, "Skarvik Air", TAMBOUR_HEALTH_RISK, "Skarvik Air");
  document = lay_out (all, TAMBOUR_PAPER_A4, NULL);
  keep (document, "rollup-1.pdf");
  assert_good (document);
  pages_assert_says (document, 0, "Skarvik Air is at risk");
  g_assert_cmpuint (pages_count (document, "All 1 account"), ==, 0);
}

/* Every page of a long table has its heads; no row is lost, and the sums are not alone. */
static void
test_a_long_table_runs_on_with_its_heads (void)
{
  g_autoptr(GPtrArray) all = make_many (224);

  for (TambourPaper paper = TAMBOUR_PAPER_A4; paper <= TAMBOUR_PAPER_LETTER; paper++)
    {
      g_autoptr(TambourDocument) document = lay_out (all, paper, NULL);
      guint n = tambour_document_get_n_pages (document);

      keep (document, paper == TAMBOUR_PAPER_A4 ? "rollup-224.pdf" : "rollup-224-letter.pdf");
      assert_good (document);
      g_assert_cmpfloat (tambour_document_get_width (document), ==, paper == TAMBOUR_PAPER_A4 ? 595.2 : 612);
      g_assert_cmpuint (pages_count (document, "All 224 accounts\n"), ==, 1);
      for (guint page = 0; page < n; page++)
        {
          g_autofree char *text = pages_read (document, page);
          gboolean has_rows = strstr (text, "Good\n") || strstr (text, "At risk\n") || strstr (text, "Not known\n");

          g_assert_true (!has_rows || strstr (text, "Account\nHealth\nCases\n") != NULL);
          g_assert_true (has_rows || strstr (text, "All 224 accounts\n") == NULL);
        }
      for (guint i = 0; i < all->len; i++)
        {
          g_autofree char *line = g_strconcat (((TambourReviewsDone *) g_ptr_array_index (all, i))->account->name, "\n", NULL);

          g_assert_cmpuint (pages_count (document, line), >=, 1);
        }
    }
}

static void
test_names_are_never_cut (void)
{
  static const char * const LONG = "Vereinigte Nordatlantische Hafenbetriebs- und Seeverkehrsgesellschaft Varnholt";
  g_autoptr(GPtrArray) all = make_many (3);
  g_autoptr(GPtrArray) alone = new_list ();
  g_autofree char *endless = g_strnfill (5000, 'W');
  g_autoptr(TambourDocument) document = NULL;
  g_autoptr(TambourDocument) single = NULL;

  add_account (all, LONG, TAMBOUR_HEALTH_ATTENTION, "Skarvik Air");
  add_account (all, endless, TAMBOUR_HEALTH_NONE, NULL);
  add_account (all, "<b>%s</b> {0} محمد & Söhne", TAMBOUR_HEALTH_NONE, "Cobalto Varejo")->error =
    g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "%s: no space {1} <i>left</i>", endless);
  document = lay_out (all, TAMBOUR_PAPER_A4, NULL);
  pages_assert_says (document, 0, LONG);
  g_assert_cmpuint (pages_count (document, "Reviews that could not be written"), ==, 1);
  pages_assert_titles_fit (document);

  add_account (alone, endless, TAMBOUR_HEALTH_GOOD, NULL);
  single = lay_out (alone, TAMBOUR_PAPER_LETTER, NULL);
  pages_assert_says (single, 0, "The account is in good health");
}

/* A figure on top leads to the row that defines it. */
static void
test_figures_lead_to_their_definitions (void)
{
  g_autoptr(TambourDocument) document = lay_out (eight, TAMBOUR_PAPER_A4, NULL);
  g_autoptr(GHashTable) anchors = tambour_document_list_anchors (document);

  g_assert_cmpuint (count_tag (document, 0, TAMBOUR_TAG_LINK), ==, 4);
  g_assert_true (g_hash_table_contains (anchors, "health"));
  g_assert_true (g_hash_table_contains (anchors, "cases.opened"));
  g_assert_true (g_hash_table_contains (anchors, "response.met"));
  g_assert_true (g_hash_table_contains (anchors, "value"));
}

static void
test_the_same_accounts_give_the_same_bytes (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourDocument) one = lay_out (eight, TAMBOUR_PAPER_LETTER, NULL);
  g_autoptr(TambourDocument) two = lay_out (eight, TAMBOUR_PAPER_LETTER, NULL);
  g_autoptr(GBytes) first = tambour_pdf_to_bytes (one, &error);
  g_autoptr(GBytes) second = tambour_pdf_to_bytes (two, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_it_reads_from_right_to_left (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tambour-rollup-XXXXXX", NULL);
  g_autofree char *catalogue = pages_fixture_install_language (folder, "ar");
  g_autoptr(TambourDocument) document = NULL;

  bindtextdomain (GETTEXT_PACKAGE, folder);
  document = lay_out (eight, TAMBOUR_PAPER_A4, "ar-EG");
  keep (document, "rollup-8-mirrored.pdf");
  g_assert_true (tambour_document_get_rtl (document));
  assert_good (document);
  g_unlink (catalogue);
}

static void
load_eight (void)
{
  TambourDemoSettings settings = { 8, 0, 1 };
  TambourReviewsOrder order = { .from = tambour_date_new (2025, 11, 1), .to = tambour_date_new (2026, 11, 1), .as_of = { TAMBOUR_NEVER }, .jobs = 1 };
  g_autofree char *folder = g_dir_make_tmp ("tambour-rollup-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "demo.tambour", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) accounts = NULL;

  g_assert_no_error (error);
  g_assert_true (tambour_demo_write (store, &settings, NULL, NULL, NULL, &error));
  g_assert_true (tambour_query_order (query, "name", FALSE, &error));
  accounts = tambour_store_list (store, query, NULL, &error);
  g_assert_no_error (error);
  eight = tambour_reviews_roll_up (store, accounts, &order, NULL, &error);
  g_assert_no_error (error);
  read_at = tambour_store_last_change_time (store);
  tambour_store_close (store);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  load_eight ();

  g_test_add_func ("/rollup-paper/eight-accounts-in-short", test_eight_accounts_in_short);
  g_test_add_func ("/rollup-paper/totals-are-the-sums-of-the-rows", test_totals_are_the_sums_of_the_rows);
  g_test_add_func ("/rollup-paper/health-is-a-mark-and-a-word", test_health_is_a_mark_and_a_word);
  g_test_add_func ("/rollup-paper/the-title-says-how-they-stand", test_the_title_says_how_they_stand);
  g_test_add_func ("/rollup-paper/like-is-compared-with-like", test_like_is_compared_with_like);
  g_test_add_func ("/rollup-paper/currencies-and-scores-are-not-added-up", test_currencies_and_scores_are_not_added_up);
  g_test_add_func ("/rollup-paper/one-account-is-no-sum", test_one_account_is_no_sum);
  g_test_add_func ("/rollup-paper/a-long-table-runs-on-with-its-heads", test_a_long_table_runs_on_with_its_heads);
  g_test_add_func ("/rollup-paper/names-are-never-cut", test_names_are_never_cut);
  g_test_add_func ("/rollup-paper/figures-lead-to-their-definitions", test_figures_lead_to_their_definitions);
  g_test_add_func ("/rollup-paper/the-same-accounts-give-the-same-bytes", test_the_same_accounts_give_the_same_bytes);
  g_test_add_func ("/rollup-paper/it-reads-from-right-to-left", test_it_reads_from_right_to_left);
  status = g_test_run ();
  g_ptr_array_unref (eight);

  return status;
}
