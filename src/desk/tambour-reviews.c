/* tambour-reviews.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-reviews.h"

#include "tambour-account-summary.h"
#include "tambour-plans.h"
#include "tambour-report-file.h"
#include "tambour-rollup.h"
#include "tambour-wall.h"

/* A batch that is being written: threads take the next account and put down
 * what came of it in its own place.
 */
typedef struct
{
  TambourStore              *store;
  TambourCatalogueSet       *plans;
  TambourWall               *wall;
  const TambourReviewsOrder *order;
  GPtrArray                 *done;       /* TambourReviewsDone, in the order of the accounts */
  GCancellable              *cancellable;
  gint                       next;       /* the account that nobody has taken yet */
  GMutex                     lock;
  guint                      finished;
  TambourProgressFunc        progress;
  gpointer                   user_data;
} Batch;

static void
reviews_done_free (TambourReviewsDone *done)
{
  g_clear_object (&done->account);
  g_clear_pointer (&done->path, g_free);
  g_clear_pointer (&done->line, tambour_rollup_line_free);
  g_clear_error (&done->error);
  g_free (done);
}

/**
 * tambour_reviews_cut_off:
 * @store: a store
 * @account: whose review
 * @order: what is wanted
 *
 * The clock on the wall would give other bytes each time.
 *
 * Returns: until when something has to have happened to count
 */
TambourInstant
tambour_reviews_cut_off (TambourStore              *store,
                         TambourAccount            *account,
                         const TambourReviewsOrder *order)
{
  g_autoptr(GTimeZone) zone = account->report_tz ? tambour_zone_lookup (account->report_tz) : NULL;
  TambourInstant last, end;

  if (tambour_instant_is_stated (order->as_of))
    return order->as_of;

  if (zone == NULL)
    zone = g_time_zone_new_utc ();

  last = tambour_store_last_change_time (store);
  end = tambour_zone_start_of_day (zone, order->to);

  return tambour_instant_is_stated (last) && last.seconds < end.seconds ? last : end;
}

/**
 * tambour_reviews_read:
 * @store: a store
 * @account: whose review
 * @order: what is wanted
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Counts what a review would say, without writing it.
 *
 * Returns: (transfer full) (nullable): the facts
 */
TambourFacts *
tambour_reviews_read (TambourStore               *store,
                      TambourAccount             *account,
                      const TambourReviewsOrder  *order,
                      GCancellable               *cancellable,
                      GError                    **error)
{
  g_autoptr(TambourCatalogueSet) plans = tambour_plans_load (store, error);

  if (plans == NULL)
    return NULL;

  return tambour_facts_new (store, tambour_record_get_id (TAMBOUR_RECORD (account)), order->from, order->to,
                            tambour_reviews_cut_off (store, account, order), plans, cancellable, error);
}

/* Whom a review is for, while it is held against the wall. */
typedef struct
{
  TambourWall  *wall;
  const char   *account_id;
  GCancellable *cancellable;
} Guard;

static gboolean
guard_review (TambourShown  *shown,
              gpointer       user_data,
              GError       **error)
{
  Guard *guard = user_data;

  return tambour_wall_check (guard->wall, guard->account_id, shown, guard->cancellable, error);
}

/* The one way out: nothing leaves that the wall does not let through. */
static gboolean
write_facts (TambourFacts               *facts,
             TambourOutline             *outline,
             TambourWall                *wall,
             const TambourReviewsOrder  *order,
             const char                 *path,
             GCancellable               *cancellable,
             GError                    **error)
{
  Guard guard = { wall, tambour_record_get_id (TAMBOUR_RECORD (facts->account)), cancellable };
  TambourReviewSettings settings = order->settings;

  settings.outline = outline;
  settings.guard = guard_review;
  settings.guard_data = &guard;

  return tambour_review_write (facts, &settings, order->format, path, error);
}

/* The report about the period that was composed, a finished one before a draft.
 * Returns: (transfer full) (nullable): it; also %NULL if there is none, and no error then */
static TambourReport *
find_composed (TambourStore               *store,
               const char                 *account_id,
               const TambourReviewsOrder  *order,
               GCancellable               *cancellable,
               GError                    **error)
{
  g_autoptr(GPtrArray) reports = tambour_report_list (store, account_id, cancellable, error);
  TambourReport *found = NULL;

  for (guint i = 0; reports && i < reports->len; i++)
    {
      TambourReport *report = g_ptr_array_index (reports, i);

      if (report->state != TAMBOUR_REPORT_STATE_SUPERSEDED && report->period_from.julian == order->from.julian &&
          tambour_report_end (report).julian == order->to.julian &&
          (found == NULL || report->state == TAMBOUR_REPORT_STATE_FINAL))
        found = report;
    }

  return found ? g_object_ref (found) : NULL;
}

/* As it was composed, from its snapshot. */
static gboolean
write_composed (TambourStore               *store,
                TambourWall                *wall,
                const char                 *report_id,
                const TambourReviewsOrder  *order,
                const char                 *path,
                TambourRollupLine         **line,
                GCancellable               *cancellable,
                GError                    **error)
{
  g_autoptr(TambourReportFile) file = tambour_report_file_load (store, report_id, cancellable, error);

  if (file == NULL)
    return FALSE;

  if (line != NULL)
    *line = tambour_rollup_line_new (file->facts, file->outline);

  return path == NULL || write_facts (file->facts, file->outline, wall, order, path, cancellable, error);
}

/* @line: (out) (optional): its line of the roll-up; @path: (nullable): nothing is written then */
static gboolean
write_review (TambourStore               *store,
              TambourCatalogueSet        *plans,
              TambourWall                *wall,
              TambourAccount             *account,
              const TambourReviewsOrder  *order,
              const char                 *path,
              TambourRollupLine         **line,
              GCancellable               *cancellable,
              GError                    **error)
{
  const char *account_id = tambour_record_get_id (TAMBOUR_RECORD (account));
  g_autoptr(GError) failure = NULL;
  g_autoptr(TambourReport) report = order->composed ? find_composed (store, account_id, order, cancellable, &failure) : NULL;
  g_autoptr(TambourFacts) facts = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (report != NULL)
    return write_composed (store, wall, TAMBOUR_RECORD (report)->id, order, path, line, cancellable, error);

  facts = tambour_facts_new (store, account_id, order->from, order->to, tambour_reviews_cut_off (store, account, order), plans, cancellable,
                             error);
  if (facts == NULL)
    return FALSE;

  if (line != NULL)
    *line = tambour_rollup_line_new (facts, order->settings.outline);

  return path == NULL || write_facts (facts, order->settings.outline, wall, order, path, cancellable, error);
}

/**
 * tambour_reviews_write_one:
 * @store: a store
 * @account: whose review
 * @order: what is wanted
 * @path: where; the file appears when it is whole
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Thread-safe. Nothing is written that says what must not leave; see #TambourWall.
 *
 * Returns: %TRUE if the review is there
 */
gboolean
tambour_reviews_write_one (TambourStore               *store,
                           TambourAccount             *account,
                           const TambourReviewsOrder  *order,
                           const char                 *path,
                           GCancellable               *cancellable,
                           GError                    **error)
{
  g_autoptr(TambourCatalogueSet) plans = tambour_plans_load (store, error);
  g_autoptr(TambourWall) wall = plans ? tambour_wall_new (store, cancellable, error) : NULL;

  return wall != NULL && write_review (store, plans, wall, account, order, path, NULL, cancellable, error);
}

/**
 * tambour_reviews_write_report:
 * @store: a store
 * @report_id: a review that is being made, or is finished
 * @order: what is wanted: its format and settings; the report says the rest
 * @path: where; the file appears when it is whole
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Writes a review from its snapshot, as it was composed: whatever happens to the records, the
 * bytes are the same. Thread-safe.
 *
 * Returns: %TRUE if the review is there
 */
gboolean
tambour_reviews_write_report (TambourStore               *store,
                              const char                 *report_id,
                              const TambourReviewsOrder  *order,
                              const char                 *path,
                              GCancellable               *cancellable,
                              GError                    **error)
{
  g_autoptr(TambourWall) wall = tambour_wall_new (store, cancellable, error);

  return wall != NULL && write_composed (store, wall, report_id, order, path, NULL, cancellable, error);
}

/* Letters and digits of the name: text from outside is never a path. */
static char *
dup_file_name (TambourAccount            *account,
               const TambourReviewsOrder *order,
               guint                      copy)
{
  g_autofree char *ascii = g_str_to_ascii (account->name, "C");
  g_autofree char *from = tambour_date_dup_text (order->from);
  g_autoptr(GString) name = g_string_new (NULL);

  for (const char *c = ascii; *c; c++)
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (name, g_ascii_tolower (*c));
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }

  g_string_truncate (name, MIN (name->len, 80));
  g_string_append_printf (name, "%s%s", name->len > 0 && name->str[name->len - 1] != '-' ? "-" : "", from);
  if (order->settings.layout == TAMBOUR_REVIEW_LAYOUT_REPORT)
    g_string_append (name, "-report");
  if (copy > 0)
    g_string_append_printf (name, "-%u", copy + 1);
  g_string_append_printf (name, ".%s", tambour_review_format_get_extension (order->format));

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* Two accounts whose names are alike get two files. */
static char *
dup_unused_path (TambourAccount            *account,
                 const TambourReviewsOrder *order,
                 const char                *folder,
                 GHashTable                *used)
{
  for (guint copy = 0; ; copy++)
    {
      char *name = dup_file_name (account, order, copy);

      if (g_hash_table_add (used, name))
        return g_build_filename (folder, name, NULL);
    }
}

static void
tell (Batch                    *batch,
      const TambourReviewsDone *done,
      gboolean                  is_over)
{
  if (batch->order->watch != NULL)
    batch->order->watch (done, is_over, batch->order->watch_data);
}

/* A review of a batch that is being written. */
typedef struct
{
  Batch              *batch;
  TambourReviewsDone *done;
} Writing;

static void
page_cb (guint    page,
         guint    n_pages,
         gpointer user_data)
{
  Writing *writing = user_data;

  g_mutex_lock (&writing->batch->lock);
  writing->done->page = page;
  writing->done->n_pages = n_pages;
  tell (writing->batch, writing->done, FALSE);
  g_mutex_unlock (&writing->batch->lock);
}

static void
write_done (Batch              *batch,
            TambourReviewsDone *done)
{
  Writing writing = { batch, done };
  TambourReviewsOrder order = *batch->order;

  order.settings.watch = page_cb;
  order.settings.watch_data = &writing;
  if (!g_cancellable_set_error_if_cancelled (batch->cancellable, &done->error))
    {
      g_mutex_lock (&batch->lock);
      tell (batch, done, FALSE);
      g_mutex_unlock (&batch->lock);
      write_review (batch->store, batch->plans, batch->wall, done->account, &order, done->path, &done->line,
                    batch->cancellable, &done->error);
    }

  g_mutex_lock (&batch->lock);
  batch->finished++;
  tell (batch, done, TRUE);
  if (batch->progress != NULL)
    batch->progress (done->account->name, batch->finished, batch->done->len, batch->user_data);
  g_mutex_unlock (&batch->lock);
}

static gpointer
work (gpointer data)
{
  Batch *batch = data;
  guint i;

  while ((i = (guint) g_atomic_int_add (&batch->next, 1)) < batch->done->len)
    write_done (batch, g_ptr_array_index (batch->done, i));

  return NULL;
}

/* The thread that asks works too. */
static void
run_batch (Batch *batch)
{
  guint n_others = MIN (MAX (1, batch->order->jobs), MAX (1, batch->done->len)) - 1;
  g_autofree GThread **others = g_new0 (GThread *, n_others + 1);

  for (guint i = 0; i < n_others; i++)
    others[i] = g_thread_try_new ("review", work, batch, NULL);
  work (batch);
  for (guint i = 0; i < n_others; i++)
    if (others[i] != NULL)
      g_thread_join (others[i]);
}

/* How each account stands: at the portfolio's last change, so that the same records give the same bytes. */
static gboolean
add_health (TambourStore  *store,
            GPtrArray     *all,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GHashTable) levels = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) summaries =
    tambour_account_summary_list (store, NULL, TAMBOUR_SUMMARY_HEALTH, tambour_store_last_change_time (store), cancellable, error);

  for (guint i = 0; summaries && i < summaries->len; i++)
    {
      const TambourAccountSummary *summary = g_ptr_array_index (summaries, i);

      g_hash_table_insert (levels, summary->account_id, GINT_TO_POINTER (summary->health));
    }

  for (guint i = 0; summaries && i < all->len; i++)
    {
      TambourReviewsDone *done = g_ptr_array_index (all, i);

      done->health = (TambourHealthLevel) GPOINTER_TO_INT (g_hash_table_lookup (levels, TAMBOUR_RECORD (done->account)->id));
    }

  return summaries != NULL;
}

static gboolean
write_rollup (TambourStore               *store,
              GPtrArray                  *all,
              const TambourReviewsOrder  *order,
              const char                 *folder,
              GCancellable               *cancellable,
              GError                    **error)
{
  TambourRollup rollup = {
    all, order->from, order->to, tambour_store_last_change_time (store), order->settings.language,
    tambour_review_find_paper (order->settings.paper, order->settings.language, NULL),
  };
  g_autofree char *table = g_build_filename (folder, "portfolio.csv", NULL);
  g_autofree char *book = g_build_filename (folder, "portfolio.xlsx", NULL);
  g_autofree char *paper = g_build_filename (folder, "portfolio.pdf", NULL);

  return add_health (store, all, cancellable, error) && tambour_rollup_write (&rollup, table, error) &&
         tambour_rollup_write_book (&rollup, book, error) && tambour_rollup_write_paper (&rollup, paper, error);
}

/* @folder: (nullable): nothing is written then */
static GPtrArray *
list_done (GPtrArray                 *accounts,
           const TambourReviewsOrder *order,
           const char                *folder)
{
  g_autoptr(GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) reviews_done_free);

  for (guint i = 0; i < accounts->len; i++)
    {
      TambourReviewsDone *done = g_new0 (TambourReviewsDone, 1);

      done->account = g_object_ref (g_ptr_array_index (accounts, i));
      done->path = folder ? dup_unused_path (done->account, order, folder, used) : NULL;
      g_ptr_array_add (all, done);
    }

  return all;
}

/* Takes the threads through all accounts. Returns: (transfer full) (nullable): what came of each */
static GPtrArray *
process_all (TambourStore               *store,
             GPtrArray                  *accounts,
             const TambourReviewsOrder  *order,
             const char                 *folder,
             TambourProgressFunc         progress,
             gpointer                    user_data,
             GCancellable               *cancellable,
             GError                    **error)
{
  g_autoptr(GPtrArray) all = list_done (accounts, order, folder);
  g_autoptr(TambourCatalogueSet) plans = tambour_plans_load (store, error);
  g_autoptr(TambourWall) wall = plans ? tambour_wall_new (store, cancellable, error) : NULL;
  Batch batch = { .store = store, .plans = plans, .wall = wall, .order = order, .done = all, .cancellable = cancellable,
                  .progress = progress, .user_data = user_data };

  if (wall == NULL)
    return NULL;

  g_mutex_init (&batch.lock);
  run_batch (&batch);
  g_mutex_clear (&batch.lock);

  return g_steal_pointer (&all);
}

/**
 * tambour_reviews_roll_up:
 * @store: a portfolio
 * @accounts: (element-type TambourAccount): whose figures
 * @order: what is wanted
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Counts what the roll-up tells, without writing any review.
 *
 * Returns: (transfer full) (element-type TambourReviewsDone) (nullable): what
 *   came of each, in the order of @accounts, or %NULL if nothing could be begun
 */
GPtrArray *
tambour_reviews_roll_up (TambourStore               *store,
                         GPtrArray                  *accounts,
                         const TambourReviewsOrder  *order,
                         GCancellable               *cancellable,
                         GError                    **error)
{
  g_autoptr(GPtrArray) all = process_all (store, accounts, order, NULL, NULL, NULL, cancellable, error);

  return all != NULL && add_health (store, all, cancellable, error) ? g_steal_pointer (&all) : NULL;
}

/**
 * tambour_reviews_write_all:
 * @store: a portfolio
 * @accounts: (element-type TambourAccount): whose reviews
 * @order: what is wanted
 * @folder: where; it is made if it is not there
 * @progress: (nullable): told after each; called from the threads, one at a time
 * @user_data: for @progress
 * @cancellable: (nullable): a cancellable; what is finished stays
 * @error: return location
 *
 * One failure never stops the batch. What becomes of each account is told by the watch of
 * @order. Beside the reviews lies the portfolio, where @order says so: the main figures of every
 * account as a table, a workbook and a document.
 *
 * Returns: (transfer full) (element-type TambourReviewsDone) (nullable): what
 *   came of each, in the order of @accounts, or %NULL if nothing could be begun
 */
GPtrArray *
tambour_reviews_write_all (TambourStore               *store,
                           GPtrArray                  *accounts,
                           const TambourReviewsOrder  *order,
                           const char                 *folder,
                           TambourProgressFunc         progress,
                           gpointer                    user_data,
                           GCancellable               *cancellable,
                           GError                    **error)
{
  g_autoptr(GPtrArray) all = NULL;

  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   "%s: the folder cannot be made: %s", folder, g_strerror (errno));
      return NULL;
    }

  all = process_all (store, accounts, order, folder, progress, user_data, cancellable, error);
  if (all == NULL || (order->with_rollup && !write_rollup (store, all, order, folder, cancellable, error)))
    return NULL;

  return g_steal_pointer (&all);
}
