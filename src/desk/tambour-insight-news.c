/* tambour-insight-news.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-insight-news.h"

#include "tambour-scope.h"

static void
item_free (gpointer data)
{
  TambourInsightNewsItem *self = data;

  g_clear_pointer (&self->proposal, tambour_insight_proposal_free);
  g_clear_pointer (&self->account_name, g_free);
  g_free (self);
}

/**
 * tambour_insight_news_free:
 * @self: (transfer full): news
 */
void
tambour_insight_news_free (TambourInsightNews *self)
{
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

/* Somebody who is no longer there looks at everything. */
static TambourScope *
new_scope (TambourStore    *store,
           const char      *me,
           TambourInstant   at,
           GCancellable    *cancellable,
           GError         **error)
{
  const TambourAccountReading reading = { store, cancellable, NULL, at };
  g_autoptr(TambourPerson) person = NULL;

  if (!tambour_account_reading_get (&reading, TAMBOUR_TYPE_PERSON, me, &person, error))
    return NULL;

  return tambour_scope_new (store, person, TAMBOUR_SCOPE_MINE_OR_NOBODYS, NULL, at, cancellable, error);
}

static void
add_items (TambourInsightNews *self,
           TambourScope       *scope,
           GPtrArray          *left)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  TambourDate today = tambour_zone_date_of (utc, scope->at);

  for (guint i = 0; i < left->len; i++)
    {
      const TambourInsightProposal *proposal = g_ptr_array_index (left, i);
      const TambourScopeAccount *account = proposal->account_id ? g_hash_table_lookup (scope->accounts, proposal->account_id) : NULL;
      TambourInsightNewsItem *item;

      if (account == NULL || proposal->last.julian + TAMBOUR_INSIGHT_NEWS_DAYS < today.julian)
        continue;

      item = g_new0 (TambourInsightNewsItem, 1);
      item->proposal = tambour_insight_proposal_copy (proposal);
      item->account_name = g_strdup (account->account->name);
      g_ptr_array_add (self->items, item);
    }
}

/**
 * tambour_insight_news_load:
 * @store: a store
 * @me: (nullable): who looks
 * @at: the time that is "now"
 * @found: (nullable) (element-type TambourInsightProposal): what the rules found before
 * @change: the change after which they did
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * The rules run over all values of all accounts, but only where the portfolio has
 * changed since they did.
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): what is new for the person, who looks after the
 *   account or nobody does
 */
TambourInsightNews *
tambour_insight_news_load (TambourStore    *store,
                           const char      *me,
                           TambourInstant   at,
                           GPtrArray       *found,
                           gint64           change,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_autoptr(TambourInsightNews) self = g_new0 (TambourInsightNews, 1);
  g_autoptr(TambourScope) scope = NULL;
  g_autoptr(GPtrArray) left = NULL;

  self->change = tambour_store_last_change (store);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->found = found != NULL && change == self->change ? g_ptr_array_ref (found) : tambour_insights_examine (store, NULL, NULL, NULL, cancellable, error);
  if (self->found == NULL || !(left = tambour_insights_sift (store, NULL, self->found, cancellable, error)) ||
      !(scope = new_scope (store, me, at, cancellable, error)))
    return NULL;

  add_items (self, scope, left);

  return g_steal_pointer (&self);
}
