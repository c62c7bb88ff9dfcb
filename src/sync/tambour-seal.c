/* tambour-seal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-seal.h"

#include "tambour-reconcile.h"

/* What was erased there and is removed here needs nobody's decision any more. */
static gboolean
release_removed (TambourPeer  *peer,
                 GPtrArray    *entries,
                 GError      **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const TambourReplicaEntry *entry = g_ptr_array_index (entries, i);

      if (tambour_reconcile_is_over (entry) &&
          !tambour_replica_note_refused (peer->store, entry->id, entry->reason, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tambour_seal_some:
 * @peer: a portfolio and its team's database
 * @limit: how many records at most
 * @n_sealed: (out): how many there were
 * @error: return location for an error
 *
 * Gives some of what was edited here its revisions, in the name by which the server knows
 * who signs in.
 *
 * Returns: %TRUE if they are written down
 */
gboolean
tambour_seal_some (TambourPeer  *peer,
                   guint         limit,
                   guint        *n_sealed,
                   GError      **error)
{
  g_autoptr(GPtrArray) entries = tambour_replica_list_unsealed (peer->store, limit, error);
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_write_free);

  *n_sealed = 0;
  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      TambourReplicaWrite *write = tambour_reconcile_seal (g_ptr_array_index (entries, i), peer->author, NULL);

      if (write != NULL)
        g_ptr_array_add (writes, write);
    }

  *n_sealed = writes->len;

  return writes->len == 0 || (tambour_replica_write (peer->store, writes, error) && release_removed (peer, entries, error));
}
