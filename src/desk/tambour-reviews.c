/* tambour-reviews.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-reviews.h"

#include "tambour-plans.h"
#include "tambour-rollup.h"

/* A batch that is being written: threads take the next account and put down
 * what came of it in its own place.
 */
typedef struct
{
  TambourStore              *store;
  TambourCatalogueSet       *plans;
  const TambourReviewsOrder *order;
  GPtrArray                 *done;       /* TambourReviewsDone, in the order of the accounts */
  GCancellable              *cancellable;
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
  g_clear_pointer (&done->cells, g_strfreev);
  g_clear_error (&done->error);
  g_free (done);
}

/* The clock on the wall would give other bytes each time. */
static TambourInstant
choose_cut_off (TambourStore              *store,
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

/* @cells: (out) (optional): its line of the roll-up */
static gboolean
write_review (TambourStore               *store,
              TambourCatalogueSet        *plans,
              TambourAccount             *account,
              const TambourReviewsOrder  *order,
              const char                 *path,
              GStrv                      *cells,
              GCancellable               *cancellable,
              GError                    **error)
{
  g_autoptr(TambourFacts) facts = tambour_facts_new (store, tambour_record_get_id (TAMBOUR_RECORD (account)),
                                                     order->from, order->to, choose_cut_off (store, account, order),
                                                     plans, cancellable, error);

  if (facts == NULL)
    return FALSE;

  if (cells != NULL)
    *cells = tambour_rollup_dup_cells (facts);

  return tambour_review_write (facts, &order->settings, order->format, path, error);
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
 * Thread-safe.
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

  return plans != NULL && write_review (store, plans, account, order, path, NULL, cancellable, error);
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
write_next (gpointer data,
            gpointer user_data)
{
  TambourReviewsDone *done = data;
  Batch *batch = user_data;

  if (!g_cancellable_set_error_if_cancelled (batch->cancellable, &done->error))
    write_review (batch->store, batch->plans, done->account, batch->order, done->path, &done->cells,
                  batch->cancellable, &done->error);

  g_mutex_lock (&batch->lock);
  batch->finished++;
  if (batch->progress != NULL)
    batch->progress (done->account->name, batch->finished, batch->done->len, batch->user_data);
  g_mutex_unlock (&batch->lock);
}

static gboolean
run_batch (Batch   *batch,
           GError **error)
{
  g_autoptr(GError) failure = NULL;
  GThreadPool *pool = g_thread_pool_new (write_next, batch, MAX (1, batch->order->jobs), TRUE, &failure);

  if (pool == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  for (guint i = 0; i < batch->done->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (batch->done, i), NULL);

  g_thread_pool_free (pool, FALSE, TRUE);

  return TRUE;
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
 * One failure never stops the batch. Beside the reviews lies portfolio.csv: the
 * main figures of every account.
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
  g_autofree char *rollup = g_build_filename (folder, "portfolio.csv", NULL);
  g_autoptr(GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) reviews_done_free);
  g_autoptr(TambourCatalogueSet) plans = tambour_plans_load (store, error);
  Batch batch = { .store = store, .plans = plans, .order = order, .done = all, .cancellable = cancellable,
                  .progress = progress, .user_data = user_data };
  gboolean run;

  if (plans == NULL)
    return NULL;

  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   "%s: the folder cannot be made: %s", folder, g_strerror (errno));
      return NULL;
    }

  for (guint i = 0; i < accounts->len; i++)
    {
      TambourReviewsDone *done = g_new0 (TambourReviewsDone, 1);

      done->account = g_object_ref (g_ptr_array_index (accounts, i));
      done->path = dup_unused_path (done->account, order, folder, used);
      g_ptr_array_add (all, done);
    }

  g_mutex_init (&batch.lock);
  run = run_batch (&batch, error) && tambour_rollup_write (all, rollup, error);
  g_mutex_clear (&batch.lock);

  return run ? g_steal_pointer (&all) : NULL;
}
