/* test-rollup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gstdio.h>

#include "tambour-demo.h"
#include "tambour-reports-sheet.h"
#include "tambour-reviews.h"

/* The eight accounts that are told in full, and what is written of them. */
typedef struct
{
  char         *folder;
  TambourStore *store;
  GPtrArray    *accounts;
} Portfolio;

static GPtrArray *
list_accounts (TambourStore *store)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GError) error = NULL;
  GPtrArray *accounts;

  g_assert_true (tambour_query_order (query, "name", FALSE, &error));
  accounts = tambour_store_list (store, query, NULL, &error);
  g_assert_no_error (error);

  return accounts;
}

static void
set_up (Portfolio     *self,
        gconstpointer  data)
{
  TambourDemoSettings settings = { 8, 0, 1 };
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("tambour-rollup-XXXXXX", NULL);
  path = g_build_filename (self->folder, "demo.tambour", NULL);
  self->store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (tambour_demo_write (self->store, &settings, NULL, NULL, NULL, &error));
  self->accounts = list_accounts (self->store);
}

static void
remove_all (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }

  g_remove (path);
}

static void
tear_down (Portfolio     *self,
           gconstpointer  data)
{
  g_ptr_array_unref (self->accounts);
  tambour_store_close (self->store);
  remove_all (self->folder);
  g_free (self->folder);
}

static TambourReviewsOrder
new_order (guint jobs)
{
  return (TambourReviewsOrder) {
    .from = tambour_date_new (2025, 11, 1), .to = tambour_date_new (2026, 11, 1), .as_of = { TAMBOUR_NEVER },
    .jobs = jobs, .with_rollup = TRUE,
  };
}

static GPtrArray *
write_into (Portfolio           *self,
            const char          *name,
            TambourReviewsOrder  order)
{
  g_autofree char *folder = g_build_filename (self->folder, name, NULL);
  g_autoptr(GError) error = NULL;
  GPtrArray *all = tambour_reviews_write_all (self->store, self->accounts, &order, folder, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return all;
}

static char *
read_file (Portfolio  *self,
           const char *folder,
           const char *name,
           gsize      *length)
{
  g_autofree char *path = g_build_filename (self->folder, folder, name, NULL);
  g_autoptr(GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);

  return contents;
}

/* What is counted quickly is what the reviews say. */
static void
test_figures_are_those_of_the_reviews (Portfolio     *self,
                                       gconstpointer  data)
{
  TambourReviewsOrder order = new_order (1);
  TambourInstant now;
  g_autoptr(GHashTable) tallies = NULL;
  g_autoptr(GError) error = NULL;
  guint n_decided = 0;

  g_assert_true (tambour_instant_parse (TAMBOUR_DEMO_AS_OF, &now));
  tallies = tambour_reports_tallies_load (self->store, order.from, order.to, now, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < self->accounts->len; i++)
    {
      TambourAccount *account = g_ptr_array_index (self->accounts, i);
      const TambourReportsTally *tally = g_hash_table_lookup (tallies, TAMBOUR_RECORD (account)->id);
      g_autoptr(TambourFacts) facts = tambour_reviews_read (self->store, account, &order, NULL, &error);
      TambourReportsTally whole = { 0 };
      guint decided = 0, met = 0;

      g_assert_no_error (error);
      g_assert_nonnull (tally);
      tambour_reports_tally_take (&whole, facts);
      g_assert_cmpmem (tally->cases, sizeof tally->cases, whole.cases, sizeof whole.cases);
      g_assert_cmpmem (tally->met, sizeof tally->met, whole.met, sizeof whole.met);
      g_assert_cmpmem (tally->decided, sizeof tally->decided, whole.decided, sizeof whole.decided);
      g_assert_cmpuint (tally->n_on_track, ==, whole.n_on_track);
      g_assert_cmpuint (tally->n_slipped, ==, whole.n_slipped);
      g_assert_cmpuint (tally->cases[0] + tally->cases[1] + tally->cases[2] + tally->cases[3], ==, (guint) facts->service.total->now.n);

      for (guint quarter = 0; quarter < TAMBOUR_REPORTS_QUARTERS; quarter++)
        for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
          {
            decided += tally->decided[quarter][priority];
            met += tally->met[quarter][priority];
          }

      g_assert_cmpuint (decided, ==, (guint) facts->service.met->now.of);
      g_assert_cmpuint (met, ==, (guint) facts->service.met->now.n);
      n_decided += decided;
    }

  g_assert_cmpuint (n_decided, >, 100);
}

static void
test_quarters (void)
{
  TambourDate from = tambour_date_new (2025, 12, 1);
  TambourDate to = tambour_date_new (2026, 12, 1);

  g_assert_cmpuint (tambour_reports_quarter_begins (from, to, 0).julian, ==, from.julian);
  g_assert_cmpuint (tambour_reports_quarter_begins (from, to, 1).julian, ==, tambour_date_new (2026, 3, 1).julian);
  g_assert_cmpuint (tambour_reports_quarter_begins (from, to, 3).julian, ==, tambour_date_new (2026, 9, 1).julian);
  g_assert_cmpuint (tambour_reports_quarter_begins (from, to, 4).julian, ==, to.julian);

  /* A year that begins on a day that some months do not have. */
  g_assert_cmpuint (tambour_reports_quarter_begins (tambour_date_new (2025, 11, 30), tambour_date_new (2026, 11, 30), 1).julian, ==,
                    tambour_date_new (2026, 2, 28).julian);
}

/* Of each account, what managers have to know. */
static void
test_the_table_says_what_is_missing (Portfolio     *self,
                                     gconstpointer  data)
{
  g_autoptr(GPtrArray) all = write_into (self, "one", new_order (1));
  g_autofree char *table = read_file (self, "one", "portfolio.csv", NULL);
  g_auto(GStrv) lines = g_strsplit (table, "\n", -1);

  g_assert_cmpuint (all->len, ==, 8);
  g_assert_nonnull (strstr (lines[0], "currency,pages.out,sources.missing,titles.edited,ledger"));
  g_assert_true (g_str_has_prefix (lines[2], "Cobalto Varejo,cobalto-varejo-2025-11-01.pdf,,6,"));
  g_assert_nonnull (strstr (lines[2], "projects decisions"));
  g_assert_nonnull (strstr (lines[2], "Usage samples"));
}

static void
assert_same (Portfolio  *self,
             const char *name)
{
  gsize first_length, second_length;
  g_autofree char *first = read_file (self, "one", name, &first_length);
  g_autofree char *second = read_file (self, "two", name, &second_length);

  g_assert_cmpmem (first, first_length, second, second_length);
}

static void
test_threads_do_not_change_a_byte (Portfolio     *self,
                                   gconstpointer  data)
{
  g_autoptr(GPtrArray) one = write_into (self, "one", new_order (1));
  g_autoptr(GPtrArray) two = write_into (self, "two", new_order (2));

  g_assert_cmpuint (one->len, ==, two->len);
  assert_same (self, "portfolio.csv");
  assert_same (self, "portfolio.xlsx");
  assert_same (self, "portfolio.pdf");
}

/* A customer's folder has nothing of the others. */
static void
test_no_roll_up_unless_it_is_wanted (Portfolio     *self,
                                     gconstpointer  data)
{
  TambourReviewsOrder order = new_order (1);
  g_autofree char *path = g_build_filename (self->folder, "plain", "portfolio.csv", NULL);
  g_autoptr(GPtrArray) all = NULL;

  order.with_rollup = FALSE;
  all = write_into (self, "plain", order);
  g_assert_cmpuint (all->len, ==, 8);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
watch (const TambourReviewsDone *done,
       gboolean                  is_over,
       gpointer                  user_data)
{
  if (!is_over && done->page > 0)
    return;

  g_ptr_array_add (user_data, g_strdup_printf ("%s %s%s", is_over ? "over" : "begun", done->account->name, done->error ? " failed" : ""));
}

static void
watch_pages (const TambourReviewsDone *done,
             gboolean                  is_over,
             gpointer                  user_data)
{
  if (!is_over)
    g_ptr_array_add (user_data, g_strdup_printf ("%s, %u of %u", done->account->name, done->page, done->n_pages));
}

/* In the order they are written, one at a time, and each account from its first page on. */
static void
test_each_page_is_told_of (Portfolio     *self,
                           gconstpointer  data)
{
  TambourReviewsOrder order = new_order (1);
  g_autoptr(GPtrArray) news = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) all = NULL;
  const TambourReviewsDone *first;
  guint n = 0;

  order.watch = watch_pages;
  order.watch_data = news;
  all = write_into (self, "paged", order);
  first = g_ptr_array_index (all, 0);
  g_assert_cmpuint (first->n_pages, >, 1);
  for (guint page = 0; page <= first->n_pages; page++)
    {
      g_autofree char *told = g_strdup_printf ("%s, %u of %u", first->account->name, page, page ? first->n_pages : 0);

      g_assert_cmpstr (g_ptr_array_index (news, page), ==, told);
    }
  for (guint i = 0; i < all->len; i++)
    n += 1 + ((const TambourReviewsDone *) g_ptr_array_index (all, i))->n_pages;
  g_assert_cmpuint (news->len, ==, n);
}

static void
test_each_account_is_told_of (Portfolio     *self,
                              gconstpointer  data)
{
  TambourReviewsOrder order = new_order (1);
  g_autofree char *taken = g_build_filename (self->folder, "told", "cobalto-varejo-2025-11-01.pdf", "x", NULL);
  g_autoptr(GPtrArray) news = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) all = NULL;

  g_assert_cmpint (g_mkdir_with_parents (taken, 0700), ==, 0);
  order.watch = watch;
  order.watch_data = news;
  all = write_into (self, "told", order);
  g_assert_cmpuint (all->len, ==, 8);
  g_assert_cmpuint (news->len, ==, 16);
  g_assert_cmpstr (g_ptr_array_index (news, 0), ==, "begun City of Larkhaven");
  g_assert_cmpstr (g_ptr_array_index (news, 1), ==, "over City of Larkhaven");
  g_assert_cmpstr (g_ptr_array_index (news, 3), ==, "over Cobalto Varejo failed");
  g_assert_cmpstr (g_ptr_array_index (news, 15), ==, "over Skarvik Air");
}

/* The sheet: who looks after what, and what comes first. */
static void
test_the_sheet (Portfolio     *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourReportsSheet) sheet =
    tambour_reports_sheet_load (self->store, tambour_date_new (2025, 11, 1), tambour_date_new (2026, 11, 1), NULL, &error);
  const TambourReportsLine *first, *last;

  g_assert_no_error (error);
  g_assert_cmpuint (sheet->lines->len, ==, 8);
  g_assert_cmpuint (sheet->tams->len, ==, 2);
  first = g_ptr_array_index (sheet->lines, 0);
  last = g_ptr_array_index (sheet->lines, 7);
  g_assert_true (first->readiness->in_plan);
  g_assert_cmpuint (first->n_work, ==, 1);
  g_assert_cmpstr (first->tam->name, ==, "Mira Solberg");
  g_assert_false (last->readiness->in_plan);
  g_assert_cmpuint (last->n_work, ==, 0);
}

#define ADD(path, func) g_test_add (path, Portfolio, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/rollup/figures-are-those-of-the-reviews", test_figures_are_those_of_the_reviews);
  g_test_add_func ("/rollup/quarters", test_quarters);
  ADD ("/rollup/the-table-says-what-is-missing", test_the_table_says_what_is_missing);
  ADD ("/rollup/threads-do-not-change-a-byte", test_threads_do_not_change_a_byte);
  ADD ("/rollup/no-roll-up-unless-it-is-wanted", test_no_roll_up_unless_it_is_wanted);
  ADD ("/rollup/each-account-is-told-of", test_each_account_is_told_of);
  ADD ("/rollup/each-page-is-told-of", test_each_page_is_told_of);
  ADD ("/rollup/the-sheet", test_the_sheet);

  return g_test_run ();
}
