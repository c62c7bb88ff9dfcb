/* tambour-replica-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "tambour-replica-private.h"

/* Trees of what is not there, or that know more of it than was ever written. */
#define LOOSE_TREES \
  "\"revisions\" WHERE \"change\" > (SELECT coalesce (max (h.\"change\"), -1) FROM \"history\" h WHERE h.\"row\" = \"revisions\".\"row\")"
#define LOOSE_MARKS \
  "\"marks\" WHERE NOT EXISTS (SELECT 1 FROM \"history\" h WHERE h.\"row\" = \"marks\".\"row\" AND h.\"change\" = \"marks\".\"change\")"

/* What was edited and would never be sent. */
#define OVERLOOKED \
  "\"history\" h WHERE h.\"change\" <= (SELECT \"value\" FROM \"numbers\" WHERE \"name\" = 'sealed') " \
  "AND NOT EXISTS (SELECT 1 FROM \"revisions\" r WHERE r.\"row\" = h.\"row\" AND r.\"change\" >= h.\"change\")"

/**
 * tambour_replica_exist:
 * @database: a database
 *
 * Returns: whether it has room for revisions; a file of an older version that is only
 *   read has none
 */
gboolean
tambour_replica_exist (TambourDatabase *database)
{
  return tambour_database_get_int (database, "SELECT count(*) FROM sqlite_schema WHERE \"type\" = 'table' AND \"name\" = 'revisions'") > 0;
}

/**
 * tambour_replica_check:
 * @database: a database
 * @findings: (element-type utf8): what is wrong so far
 * @error: return location for a #TambourStoreError
 *
 * Adds to @findings what replication believes of records that is not so.
 *
 * Returns: %FALSE if that could not be found out
 */
gboolean
tambour_replica_check (TambourDatabase  *database,
                       GPtrArray        *findings,
                       GError          **error)
{
  gint64 n_trees, n_marks, n_overlooked;

  if (!tambour_replica_exist (database))
    return TRUE;

  if (!tambour_database_count (database, "SELECT count(*) FROM " LOOSE_TREES, &n_trees, error) ||
      !tambour_database_count (database, "SELECT count(*) FROM " LOOSE_MARKS, &n_marks, error) ||
      !tambour_database_count (database, "SELECT count(*) FROM " OVERLOOKED, &n_overlooked, error))
    return FALSE;

  if (n_trees + n_marks > 0)
    g_ptr_array_add (findings, g_strdup_printf (ngettext ("%" PRId64 " revision belongs to no change.", "%" PRId64 " revisions belong to no change.", n_trees + n_marks),
                                                n_trees + n_marks));
  if (n_overlooked > 0)
    g_ptr_array_add (findings, g_strdup_printf (ngettext ("%" PRId64 " edit would never be sent to the team.", "%" PRId64 " edits would never be sent to the team.", n_overlooked),
                                                n_overlooked));

  return TRUE;
}

/**
 * tambour_replica_mend:
 * @database: a writer that has begun a transaction
 * @error: return location for a #TambourStoreError
 *
 * Forgets what tambour_replica_check() would find: what has no tree is sealed and sent
 * once more, which doubles nothing.
 *
 * Returns: %TRUE if all is well
 */
gboolean
tambour_replica_mend (TambourDatabase  *database,
                      GError          **error)
{
  return tambour_database_run (database,
                               "DELETE FROM " LOOSE_TREES "; DELETE FROM " LOOSE_MARKS ";"
                               "UPDATE \"numbers\" SET \"value\" = 0 WHERE \"name\" = 'sealed'",
                               error);
}
