/* tambour-store-purge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-commit.h"
#include "tambour-purge.h"
#include "tambour-store-private.h"
#include "tambour-table.h"
#include "tambour-traces.h"

static TambourRecord *
load (TambourDatabase  *database,
      TambourRecord    *record,
      GError          **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  TambourRecord *stored = NULL;

  if (tambour_table_load (tambour_table_get (klass), database, record->id, &stored, error) && stored == NULL)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND,
                 _("There is no %s with the id “%s” in this portfolio."), klass->kind, record->id);

  return stored;
}

/* The purged record is received as any other that was purged elsewhere. */
static gboolean
write_purged (TambourDatabase  *database,
              TambourRecord    *record,
              const char       *placeholder,
              const char       *author,
              GError          **error)
{
  TambourInstant now = { g_get_real_time () / G_USEC_PER_SEC };
  g_autoptr(TambourRecord) stored = NULL;
  g_autoptr(TambourRecord) purged = NULL;
  TambourCommit commit;
  gint64 row;

  if (!tambour_commit_begin (&commit, database, author, _("Remove personal data"), now, error))
    return FALSE;

  commit.is_purging = TRUE;

  if ((stored = load (database, record, error)))
    {
      purged = tambour_record_dup (stored);
      purged->updated_at = now;
      g_set_str (&purged->updated_by, author);
      tambour_purge_record (purged, placeholder, now);
    }

  if (stored != NULL && tambour_commit_receive (&commit, stored, purged, &row, error))
    return tambour_commit_end (&commit, error);

  tambour_commit_abandon (&commit);

  return FALSE;
}

static gboolean
purge (TambourDatabase  *database,
       TambourRecord    *record,
       const char       *placeholder,
       const char       *author,
       GError          **error)
{
  gboolean ok;

  tambour_database_get_int (database, "PRAGMA secure_delete = ON");
  ok = write_purged (database, record, placeholder, author, error) && tambour_traces_wipe (database, error);
  tambour_database_get_int (database, "PRAGMA secure_delete = FAST");

  return ok;
}

/**
 * tambour_store_purge:
 * @self: a store
 * @record: a record of a kind that says something of people, removed or not
 * @placeholder: what stands in place of a name that must not be empty
 * @author: (nullable): who does it
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, %TAMBOUR_STORE_ERROR_REFUSED
 *   for another kind, or another
 *
 * Takes out of the portfolio what @record says of a person, now and ever before: the
 * record stays, with a line of history that says that this was done, and cannot be
 * undone. So goes what changes are called, what was typed of it and not saved, and what
 * quotes it. Whoever shares the portfolio gets the record without it, and their files
 * lose it too; what a server keeps of old revisions until it compacts, and copies of the
 * file, are not reached.
 *
 * Returns: %TRUE if it is gone from the file
 */
gboolean
tambour_store_purge (TambourStore   *self,
                     TambourRecord  *record,
                     const char     *placeholder,
                     const char     *author,
                     GError        **error)
{
  TambourDatabase *database;
  gboolean ok;

  g_return_val_if_fail (TAMBOUR_IS_STORE (self), FALSE);
  g_return_val_if_fail (TAMBOUR_IS_RECORD (record), FALSE);

  if (tambour_purge_find_field (TAMBOUR_RECORD_GET_CLASS (record)) == NULL)
    {
      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                   _("A %s has no personal data to remove."), TAMBOUR_RECORD_GET_CLASS (record)->kind);
      return FALSE;
    }

  if (!(database = tambour_store_lock_writer (self, error)))
    return FALSE;

  ok = purge (database, record, placeholder, author, error);
  tambour_store_unlock_writer (self);
  if (ok)
    tambour_store_announce (self);

  return ok;
}
