/* tambour-replica-offer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-replica-private.h"
#include "tambour-store-private.h"

/**
 * tambour_replica_offer_all:
 * @store: a store
 * @error: return location for a #TambourStoreError
 *
 * Gives every tree a new sequence, what came from others too, and forgets what was
 * refused: the server has been replaced by one that may lack all of it.
 *
 * Returns: %TRUE if all is offered; otherwise nothing has changed
 */
gboolean
tambour_replica_offer_all (TambourStore  *store,
                           GError       **error)
{
  static const char sql[] =
    "BEGIN IMMEDIATE; "
    "UPDATE \"revisions\" SET \"refused\" = NULL, "
    "\"sequence\" = (SELECT \"value\" FROM \"numbers\" WHERE \"name\" = 'sequence') + o.\"place\" "
    "FROM (SELECT \"row\" AS \"of\", row_number() OVER (ORDER BY \"row\") AS \"place\" FROM \"revisions\") o WHERE o.\"of\" = \"row\"; "
    "UPDATE \"numbers\" SET \"value\" = \"value\" + (SELECT count(*) FROM \"revisions\") WHERE \"name\" = 'sequence'; "
    "COMMIT";
  TambourDatabase *database = tambour_store_lock_writer (store, error);
  gboolean ok;

  if (database == NULL)
    return FALSE;

  ok = tambour_database_run (database, sql, error);
  if (!ok)
    tambour_database_roll_back (database);
  tambour_store_unlock_writer (store);

  return ok;
}
