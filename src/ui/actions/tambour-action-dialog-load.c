/* tambour-action-dialog-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-action-dialog-private.h"

#include "tambour-people.h"

/* What the dialog of an action needs before it opens. */

/**
 * tambour_action_wanted_free:
 * @wanted: (transfer full): what is asked about
 */
void
tambour_action_wanted_free (TambourActionWanted *wanted)
{
  g_clear_pointer (&wanted->id, g_free);
  g_clear_pointer (&wanted->key, g_free);
  g_free (wanted);
}

/**
 * tambour_action_opened_free:
 * @opened: (transfer full): what was read
 */
void
tambour_action_opened_free (TambourActionOpened *opened)
{
  g_clear_object (&opened->record);
  g_clear_pointer (&opened->people, g_ptr_array_unref);
  g_clear_pointer (&opened->contacts, g_ptr_array_unref);
  g_clear_pointer (&opened->draft, tambour_draft_free);
  g_free (opened);
}

static GPtrArray *
list_named (TambourStore  *store,
            GType          type,
            const char    *account_id,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);

  if (account_id != NULL)
    tambour_query_account (query, account_id);
  if (!tambour_query_order (query, "name", FALSE, error))
    return NULL;

  return tambour_store_list (store, query, cancellable, error);
}

/**
 * tambour_action_opened_load:
 * @store: a store
 * @me: (nullable): unused
 * @now: unused
 * @data: a #TambourActionWanted
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * A #TambourLoadFunc.
 *
 * Returns: (transfer full) (nullable): a #TambourActionOpened
 */
gpointer
tambour_action_opened_load (TambourStore    *store,
                            const char      *me,
                            TambourInstant   now,
                            gpointer         data,
                            GCancellable    *cancellable,
                            GError         **error)
{
  const TambourActionWanted *wanted = data;
  g_autoptr(TambourActionOpened) opened = g_new0 (TambourActionOpened, 1);
  g_autofree char *text = tambour_store_dup_setting (store, wanted->key);

  if (!(opened->record = tambour_store_get (store, wanted->klass, wanted->id, error)) ||
      !(opened->people = list_named (store, TAMBOUR_TYPE_PERSON, NULL, cancellable, error)) ||
      !(opened->contacts = list_named (store, TAMBOUR_TYPE_CONTACT, opened->record->account_id.id, cancellable, error)))
    return NULL;

  opened->draft = text ? tambour_draft_unpack (wanted->key, text) : NULL;

  return g_steal_pointer (&opened);
}
