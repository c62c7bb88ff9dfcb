/* tambour-library-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-library-file.h"

#include "tambour-account-needs.h"
#include "tambour-library-names.h"

/**
 * tambour_library_share_free:
 * @self: (transfer full): that something was shared
 */
void
tambour_library_share_free (TambourLibraryShare *self)
{
  g_clear_object (&self->share);
  g_clear_pointer (&self->account_name, g_free);
  g_clear_pointer (&self->contact_name, g_free);
  g_free (self);
}

static void
fit_free (TambourLibraryFit *self)
{
  g_clear_object (&self->account);
  g_clear_pointer (&self->suggestion, tambour_suggestion_free);
  g_free (self);
}

/**
 * tambour_library_file_free:
 * @self: (transfer full): what is known of an item
 */
void
tambour_library_file_free (TambourLibraryFile *self)
{
  g_clear_object (&self->item);
  g_clear_pointer (&self->fits, g_ptr_array_unref);
  g_clear_pointer (&self->shares, g_ptr_array_unref);
  g_free (self);
}

/* --- with whom it was shared ------------------------------------------------ */

static GPtrArray *
list_shares (const TambourAccountReading  *reading,
             const char                   *item_id,
             gint64                        limit,
             GError                      **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CONTENT_SHARE);

  if (!tambour_query_where (query, "library_item_id", TAMBOUR_IS, item_id, error) ||
      !tambour_query_order (query, "on", TRUE, error))
    return NULL;

  tambour_query_limit (query, limit, 0);

  return tambour_store_list (reading->store, query, reading->cancellable, error);
}

static gboolean
count_shares (TambourLibraryFile           *self,
              const TambourAccountReading  *reading,
              GError                      **error)
{
  static const char * const fields[] = { "opened", "discussed", NULL };
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CONTENT_SHARE);
  g_autoptr(GPtrArray) tallies = NULL;

  if (!tambour_query_where (query, "library_item_id", TAMBOUR_IS, TAMBOUR_RECORD (self->item)->id, error) ||
      !(tallies = tambour_store_tally (reading->store, query, fields, reading->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < tallies->len; i++)
    {
      const TambourTally *tally = g_ptr_array_index (tallies, i);

      self->n_shares += tally->count;
      self->n_opened += g_str_equal (tally->values[0], "1") ? tally->count : 0;
      self->n_discussed += g_str_equal (tally->values[1], "1") ? tally->count : 0;
    }

  return TRUE;
}

static gboolean
add_shares (TambourLibraryFile           *self,
            const TambourAccountReading  *reading,
            GError                      **error)
{
  g_autoptr(GPtrArray) records = list_shares (reading, TAMBOUR_RECORD (self->item)->id, TAMBOUR_LIBRARY_SHARES, error);
  g_autoptr(TambourLibraryNames) names = tambour_library_names_new ();

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      TambourContentShare *share = g_ptr_array_index (records, i);

      tambour_library_names_want (names, TAMBOUR_RECORD (share)->account_id.id, share->contact_id.id);
    }
  if (records == NULL || !tambour_library_names_read (names, reading, error))
    return FALSE;

  self->shares = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_library_share_free);
  for (guint i = 0; i < records->len; i++)
    {
      TambourLibraryShare *shared = g_new0 (TambourLibraryShare, 1);

      shared->share = g_object_ref (g_ptr_array_index (records, i));
      shared->account_name = tambour_library_names_dup (names, TAMBOUR_RECORD (shared->share)->account_id.id);
      shared->contact_name = tambour_library_names_dup (names, shared->share->contact_id.id);
      g_ptr_array_add (self->shares, shared);
    }

  return count_shares (self, reading, error);
}

/* --- whom it could help ----------------------------------------------------- */

/* Accounts that have it already: no more of them are read than ids. */
static GHashTable *
list_sharers (TambourLibraryFile           *self,
              const TambourAccountReading  *reading,
              GError                      **error)
{
  static const char * const fields[] = { "account_id", NULL };
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CONTENT_SHARE);
  g_autoptr(GHashTable) sharers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) tallies = NULL;

  if (!tambour_query_where (query, "library_item_id", TAMBOUR_IS, TAMBOUR_RECORD (self->item)->id, error) ||
      !(tallies = tambour_store_tally (reading->store, query, fields, reading->cancellable, error)))
    return NULL;

  for (guint i = 0; i < tallies->len; i++)
    g_hash_table_add (sharers, g_strdup (((TambourTally *) g_ptr_array_index (tallies, i))->values[0]));

  return g_steal_pointer (&sharers);
}

static int
compare_fits (gconstpointer a,
              gconstpointer b)
{
  const TambourLibraryFit *first = *(const TambourLibraryFit * const *) a;
  const TambourLibraryFit *second = *(const TambourLibraryFit * const *) b;

  if (first->suggestion->weight != second->suggestion->weight)
    return first->suggestion->weight > second->suggestion->weight ? -1 : 1;

  return g_utf8_collate (first->account->name ? first->account->name : "", second->account->name ? second->account->name : "");
}

static gboolean
says_anything (GStrv labels)
{
  return labels != NULL && *labels != NULL;
}

/* What the item is not about need not be read. */
static TambourNeedsParts
find_parts (TambourLibraryItem *item)
{
  TambourNeedsParts parts = 0;

  if (says_anything (item->answers_to))
    parts |= TAMBOUR_NEEDS_FINDINGS;
  if (says_anything (item->products) || says_anything (item->component_types))
    parts |= TAMBOUR_NEEDS_COMPONENTS;

  return parts;
}

static gboolean
add_fits (TambourLibraryFile           *self,
          const TambourAccountReading  *reading,
          GError                      **error)
{
  g_autoptr(GPtrArray) accounts = tambour_account_reading_list (reading, TAMBOUR_TYPE_ACCOUNT, "status != closed", error);
  g_autoptr(GHashTable) sharers = accounts ? list_sharers (self, reading, error) : NULL;
  g_autoptr(TambourAccountNeeds) known = sharers ? tambour_account_needs_load (reading, find_parts (self->item), error) : NULL;

  self->fits = g_ptr_array_new_with_free_func ((GDestroyNotify) fit_free);
  for (guint i = 0; known != NULL && i < accounts->len; i++)
    {
      TambourAccount *account = g_ptr_array_index (accounts, i);
      TambourSuggestionNeeds needs;
      g_autoptr(TambourSuggestion) suggestion = NULL;
      TambourLibraryFit *fit;

      if (g_hash_table_contains (sharers, TAMBOUR_RECORD (account)->id))
        continue;

      tambour_account_needs_take (known, account, &needs);
      if (!(suggestion = tambour_suggestion_weigh (self->item, &needs)))
        continue;

      fit = g_new0 (TambourLibraryFit, 1);
      fit->account = g_object_ref (account);
      fit->suggestion = g_steal_pointer (&suggestion);
      g_ptr_array_add (self->fits, fit);
    }
  g_ptr_array_sort (self->fits, compare_fits);

  return known != NULL;
}

/**
 * tambour_library_file_load:
 * @store: a store
 * @item_id: something in the library
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): what is known of it
 */
TambourLibraryFile *
tambour_library_file_load (TambourStore    *store,
                           const char      *item_id,
                           TambourInstant   at,
                           GCancellable    *cancellable,
                           GError         **error)
{
  const TambourAccountReading reading = { store, cancellable, NULL, at };
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_LIBRARY_ITEM);
  g_autoptr(TambourLibraryFile) self = g_new0 (TambourLibraryFile, 1);
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();

  self->today = tambour_zone_date_of (here, at);
  if (!(self->item = (TambourLibraryItem *) tambour_store_get (store, klass, item_id, error)) ||
      !add_shares (self, &reading, error) || !add_fits (self, &reading, error))
    return NULL;

  return g_steal_pointer (&self);
}
