/* tambour-references.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-kinds.h"
#include "tambour-record-view.h"
#include "tambour-references.h"

/* As many as one sees at a glance. */
#define MAX_FOUND 8

/**
 * tambour_references_wanted_new:
 * @kind: the kind of record that is meant
 * @account_id: (nullable): the account of the record that refers
 * @text: what somebody typed, or ""
 *
 * Returns: (transfer full): what is looked for
 */
TambourReferencesWanted *
tambour_references_wanted_new (const char *kind,
                               const char *account_id,
                               const char *text)
{
  TambourReferencesWanted *wanted = g_new0 (TambourReferencesWanted, 1);

  wanted->kind = kind;
  wanted->account_id = g_strdup (account_id);
  wanted->text = g_strstrip (g_strdup (text));

  return wanted;
}

/**
 * tambour_references_wanted_free:
 * @wanted: (transfer full): what is looked for
 */
void
tambour_references_wanted_free (TambourReferencesWanted *wanted)
{
  g_clear_pointer (&wanted->account_id, g_free);
  g_clear_pointer (&wanted->text, g_free);
  g_free (wanted);
}

/**
 * tambour_references_free:
 * @self: (transfer full): what was found
 */
void
tambour_references_free (TambourReferences *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_free (self);
}

static GPtrArray *
list (TambourStore             *store,
      TambourReferencesWanted  *wanted,
      const char               *account_id,
      GCancellable             *cancellable,
      GError                  **error)
{
  TambourRecordClass *klass = tambour_kinds_find (wanted->kind);
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (klass));

  if (*wanted->text != '\0')
    tambour_query_match (query, wanted->text);

  if (account_id != NULL)
    {
      g_autofree char *own = g_strdup_printf ("account_id = \"%s\" or account_id = \"\"", account_id);

      if (!tambour_query_parse (query, own, error))
        return NULL;
    }

  if (!tambour_query_order (query, "row", TRUE, error))
    return NULL;
  tambour_query_limit (query, MAX_FOUND, 0);

  return tambour_store_list (store, query, cancellable, error);
}

/**
 * tambour_references_find:
 * @store: a store
 * @wanted: what is looked for
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Finds records that can be meant: those of the same account or of none; those of
 * other accounts only where there is nothing else.
 *
 * Returns: (transfer full) (nullable): the newest of them
 */
TambourReferences *
tambour_references_find (TambourStore             *store,
                         TambourReferencesWanted  *wanted,
                         GCancellable             *cancellable,
                         GError                  **error)
{
  g_autoptr(TambourReferences) self = g_new0 (TambourReferences, 1);
  gboolean is_account = g_str_equal (wanted->kind, "account");

  self->others = tambour_others_new ();
  if (!(self->records = list (store, wanted, is_account ? NULL : wanted->account_id, cancellable, error)))
    return NULL;

  if (self->records->len == 0 && wanted->account_id != NULL && !is_account && *wanted->text != '\0')
    {
      g_clear_pointer (&self->records, g_ptr_array_unref);
      if (!(self->records = list (store, wanted, NULL, cancellable, error)))
        return NULL;
    }

  for (guint i = 0; i < self->records->len; i++)
    tambour_others_add (self->others, store, g_ptr_array_index (self->records, i));

  return g_steal_pointer (&self);
}
