/* tambour-report-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-report-file.h"

#include <string.h>

#include "tambour-move.h"
#include "tambour-report-snapshot.h"

/**
 * tambour_report_end:
 * @report: a report
 *
 * Returns: the day after its last one
 */
TambourDate
tambour_report_end (TambourReport *report)
{
  return (TambourDate) { report->period_to.julian + 1 };
}

/**
 * tambour_report_list:
 * @store: a store
 * @account_id: (nullable): an account, or %NULL for all
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourReport): the reviews that are being
 *   made or were, the newest period first
 */
GPtrArray *
tambour_report_list (TambourStore  *store,
                     const char    *account_id,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_REPORT);

  if (account_id != NULL)
    tambour_query_account (query, account_id);
  if (!tambour_query_order (query, "period_from", TRUE, error))
    return NULL;

  return tambour_store_list (store, query, cancellable, error);
}

/**
 * tambour_report_file_free:
 * @self: (transfer full): a review
 */
void
tambour_report_file_free (TambourReportFile *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->account);
  g_clear_object (&self->supersedes);
  g_clear_object (&self->before);
  g_clear_pointer (&self->facts, tambour_facts_free);
  g_clear_pointer (&self->outline, tambour_outline_free);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_free (self);
}

static gint
compare_figures (gconstpointer a,
                 gconstpointer b)
{
  return strcmp ((*(TambourFigure * const *) a)->key, (*(TambourFigure * const *) b)->key);
}

static gboolean
read_others (TambourReportFile  *self,
             TambourStore       *store,
             GCancellable       *cancellable,
             GError            **error)
{
  g_autoptr(GPtrArray) all = tambour_report_list (store, TAMBOUR_RECORD (self->record)->account_id.id, cancellable, error);

  for (guint i = 0; all && i < all->len; i++)
    {
      TambourReport *other = g_ptr_array_index (all, i);

      if (g_strcmp0 (TAMBOUR_RECORD (other)->id, self->record->supersedes_id.id) == 0)
        g_set_object (&self->supersedes, other);
      if (self->before == NULL && other->state == TAMBOUR_REPORT_STATE_FINAL && other->kind == self->record->kind &&
          other->period_from.julian < self->record->period_from.julian)
        g_set_object (&self->before, other);
    }

  return all != NULL;
}

/* Whether a snapshot that is taken now would say something else. */
static gboolean
check_stale (TambourReportFile  *self,
             TambourStore       *store,
             GCancellable       *cancellable,
             GError            **error)
{
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;

  if (self->record->state != TAMBOUR_REPORT_STATE_DRAFT)
    return TRUE;
  if (!(text = tambour_report_take_snapshot (self->record, store, cancellable, error)))
    return FALSE;

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  self->is_stale = g_strcmp0 (hash, self->record->snapshot_hash) != 0;

  return TRUE;
}

/**
 * tambour_report_file_load:
 * @store: a store
 * @report_id: a report
 * @cancellable: (nullable): to stop
 * @error: return location for a #TambourStoreError, #TambourFrozenError or #TambourOutlineError
 *
 * Reads a review with its snapshot. Blocks.
 *
 * Returns: (transfer full) (nullable): it
 */
TambourReportFile *
tambour_report_file_load (TambourStore  *store,
                          const char    *report_id,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr(TambourReportFile) self = g_new0 (TambourReportFile, 1);
  g_autoptr(TambourSnapshot) snapshot = NULL;

  if (!(self->record = tambour_move_get (store, TAMBOUR_TYPE_REPORT, report_id, error)) ||
      !(snapshot = tambour_report_find_snapshot (store, report_id, error)) ||
      !(self->facts = tambour_report_read_snapshot (self->record, snapshot, error)) ||
      !(self->outline = tambour_outline_parse (self->record->narrative, error)) ||
      !(self->figures = tambour_move_list (store, TAMBOUR_TYPE_FIGURE, "report_id", report_id, error)) ||
      !read_others (self, store, cancellable, error) ||
      !check_stale (self, store, cancellable, error))
    return NULL;

  self->account = g_object_ref (self->facts->account);
  g_ptr_array_sort (self->figures, compare_figures);

  return g_steal_pointer (&self);
}
