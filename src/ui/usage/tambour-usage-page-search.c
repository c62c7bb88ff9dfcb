/* tambour-usage-page-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-notice-row.h"
#include "tambour-row-list.h"
#include "tambour-usage-page-private.h"

/* The rules run over all values of an account, on a thread: what they find comes when
 * the page is there already.
 */

/* Shorter work shows nothing. */
#define MILLISECONDS_QUIET 250

typedef struct
{
  GPtrArray *found;
  GPtrArray *proposals;
} Result;

static void
result_free (Result *result)
{
  g_clear_pointer (&result->found, g_ptr_array_unref);
  g_clear_pointer (&result->proposals, g_ptr_array_unref);
  g_free (result);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static TambourUsageSearch *
search_new (const char *account_id)
{
  TambourUsageSearch *search = g_new0 (TambourUsageSearch, 1);

  g_atomic_ref_count_init (&search->references);
  search->account_id = g_strdup (account_id);

  return search;
}

static void
search_unref (TambourUsageSearch *search)
{
  if (!g_atomic_ref_count_dec (&search->references))
    return;

  g_clear_pointer (&search->account_id, g_free);
  g_free (search);
}

static void
note_progress (const char *what,
               guint64     done,
               guint64     total,
               gpointer    user_data)
{
  TambourUsageSearch *search = user_data;

  g_atomic_int_set (&search->total, (int) total);
  g_atomic_int_set (&search->done, (int) done);
}

static gpointer
run_search (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  TambourUsageSearch *search = data;
  g_autoptr(Result) result = g_new0 (Result, 1);

  if (!(result->found = tambour_insights_examine (store, search->account_id, note_progress, search, cancellable, error)) ||
      !(result->proposals = tambour_insights_sift (store, search->account_id, result->found, cancellable, error)))
    return NULL;

  return g_steal_pointer (&result);
}

static gboolean
show_progress_cb (gpointer user_data)
{
  TambourUsagePage *self = user_data;
  int done = g_atomic_int_get (&self->search->done), total = g_atomic_int_get (&self->search->total);
  g_autofree char *text = NULL;

  if (self->proposals != NULL)
    return G_SOURCE_CONTINUE;

  /* Translators: how many metrics were looked at, of how many */
  text = total > 0 ? g_strdup_printf (ngettext ("%1$d of %2$d metric", "%1$d of %2$d metrics", total), done, total) : g_strdup (_("Reading the values"));
  tambour_row_list_say (self->proposals_list, tambour_notice_row_new ("system-search-symbolic", _("Looking for what is worth saying"), text));

  return G_SOURCE_CONTINUE;
}

/**
 * tambour_usage_page_stop_search:
 * @self: a page
 */
void
tambour_usage_page_stop_search (TambourUsagePage *self)
{
  g_clear_handle_id (&self->search_source, g_source_remove);
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->search, search_unref);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TambourUsagePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Result) found = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  tambour_usage_page_stop_search (self);
  if (found == NULL)
    {
      tambour_row_list_say (self->proposals_list, tambour_notice_row_new_error (_("The values could not be read"), error->message, "usage.try-again"));
      return;
    }

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->found = g_steal_pointer (&found->found);
  self->proposals = g_steal_pointer (&found->proposals);
  tambour_usage_page_show_proposals (self);
}

/**
 * tambour_usage_page_search:
 * @self: a page
 *
 * Has the rules look at all values.
 */
void
tambour_usage_page_search (TambourUsagePage *self)
{
  tambour_usage_page_stop_search (self);
  self->searching = g_cancellable_new ();
  self->search = search_new (self->account_id);
  self->search_source = g_timeout_add (MILLISECONDS_QUIET, show_progress_cb, self);

  g_atomic_ref_count_inc (&self->search->references);
  tambour_portfolio_load_async (tambour_page_get_portfolio (TAMBOUR_PAGE (self)), run_search, self->search, (GDestroyNotify) search_unref,
                                (GDestroyNotify) result_free, self->searching, searched_cb, g_object_ref (self));
}
