/* tambour-sync-leave.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-replica.h"
#include "tambour-secrets.h"
#include "tambour-sync-private.h"
#include "tambour-sync-settings.h"

/**
 * tambour_sync_count_waiting:
 * @store: a portfolio
 * @server: its team's server, which nobody has to reach for this
 *
 * Returns: how many records have edits that the server lacks, those that it refused
 *   among them: they would be lost with the portfolio; -1 on failure
 */
gint64
tambour_sync_count_waiting (TambourStore        *store,
                            const TambourServer *server)
{
  gint64 n_unsent = tambour_peer_count_unsent (store, server->url);
  gint64 n_refused = tambour_replica_count_refused (store, NULL);

  return n_unsent < 0 || n_refused < 0 ? -1 : n_unsent + n_refused;
}

/**
 * tambour_sync_leave:
 * @store: a portfolio, which nothing keeps in step any more
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or for why the password stays
 *
 * Has it belong to no team: the password, the server, and what is known of how far both
 * sides were in step are forgotten; the records stay. The server need not be reached.
 *
 * Returns: %TRUE if it belongs to nobody
 */
gboolean
tambour_sync_leave (TambourStore  *store,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(TambourServer) server = tambour_sync_settings_read (store, NULL);

  return (server == NULL || tambour_secrets_clear (server, cancellable, error)) &&
         tambour_sync_settings_write (store, NULL, error) &&
         tambour_peer_forget (store, error);
}
