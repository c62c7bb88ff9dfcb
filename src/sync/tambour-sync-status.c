/* tambour-sync-status.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-report.h"
#include "tambour-sync-private.h"

/**
 * tambour_sync_status_copy:
 * @self: a status
 *
 * Returns: (transfer full): the same
 */
TambourSyncStatus *
tambour_sync_status_copy (const TambourSyncStatus *self)
{
  TambourSyncStatus *copy = g_memdup2 (self, sizeof *self);

  copy->error = self->error ? g_error_copy (self->error) : NULL;
  copy->people = g_strdupv (self->people);

  return copy;
}

/**
 * tambour_sync_status_clear:
 * @self: a status, which is part of something
 */
void
tambour_sync_status_clear (TambourSyncStatus *self)
{
  g_clear_error (&self->error);
  g_clear_pointer (&self->people, g_strfreev);
}

/**
 * tambour_sync_status_free:
 * @self: (transfer full): a status
 */
void
tambour_sync_status_free (TambourSyncStatus *self)
{
  tambour_sync_status_clear (self);
  g_free (self);
}

/**
 * tambour_sync_count_conflicts:
 * @store: a portfolio
 *
 * Returns: how many conflicts a person has to settle
 */
gint64
tambour_sync_count_conflicts (TambourStore *store)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CONFLICT);

  if (!tambour_query_where (query, "settled_at", TAMBOUR_IS, NULL, NULL))
    return 0;

  return MAX (tambour_store_count (store, query, NULL), 0);
}
