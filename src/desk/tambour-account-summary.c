/* tambour-account-summary.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account-summary.h"

/**
 * tambour_account_summary_free:
 * @self: a summary
 */
void
tambour_account_summary_free (TambourAccountSummary *self)
{
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->plan, g_free);
  g_clear_pointer (&self->plan_code, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_free (self);
}

/**
 * tambour_account_summary_list:
 * @store: a store
 * @me: (nullable): a person
 * @flags: what is wanted
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourAccountSummary): the accounts
 */
GPtrArray *
tambour_account_summary_list (TambourStore         *store,
                              const char           *me,
                              TambourSummaryFlags   flags,
                              TambourInstant        at,
                              GCancellable         *cancellable,
                              GError              **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) accounts = tambour_store_list (store, query, cancellable, error);
  GPtrArray *summaries;

  if (accounts == NULL)
    return NULL;

  summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_account_summary_free);
  for (guint i = 0; i < accounts->len; i++)
    {
      TambourAccount *account = g_ptr_array_index (accounts, i);
      TambourAccountSummary *summary = g_new0 (TambourAccountSummary, 1);

      summary->account_id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (account)));
      summary->name = g_strdup (account->name);
      g_ptr_array_add (summaries, summary);
    }

  return summaries;
}
