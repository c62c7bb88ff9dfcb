/* sync-worker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: sync-worker PORTFOLIO DATABASE
 *
 * Keeps a portfolio in step with its team's database, once, to be killed while
 * it does.
 */

#include "tambour-store.h"
#include "tambour-sync.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourServer) server = tambour_server_new (argv[2], NULL, &error);
  g_autoptr(TambourStore) store = server ? tambour_store_open (argv[1], TAMBOUR_STORE_OPEN, &error) : NULL;
  TambourSyncOutcome outcome = { 0 };

  if (store == NULL || !tambour_sync_once (store, server, NULL, NULL, NULL, NULL, &outcome, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  tambour_store_close (store);

  return 0;
}
