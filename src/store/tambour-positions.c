/* tambour-positions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-positions.h"

/* Beyond this, whatever is shown is read again. */
#define MAX_CHANGED 5000

/**
 * tambour_positions_free:
 * @self: (transfer full): positions
 */
void
tambour_positions_free (TambourPositions *self)
{
  g_clear_pointer (&self->sequences, g_array_unref);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_free (self);
}

static gboolean
read_sequences (TambourPositions  *self,
                TambourDatabase   *database,
                TambourQuery      *query,
                GError           **error)
{
  g_autoptr(TambourStatement) statement = tambour_query_prepare (query, database, "\"row\"", TRUE, error);
  gboolean has_row;

  while (tambour_database_step (database, statement, &has_row, error))
    {
      guint32 sequence;

      if (!has_row)
        return TRUE;
      sequence = sqlite3_column_int64 (statement, 0) / TAMBOUR_ROW_STEP;
      g_array_append_val (self->sequences, sequence);
    }

  return FALSE;
}

static gboolean
read_changed (TambourPositions  *self,
              TambourDatabase   *database,
              TambourQuery      *query,
              gint64             since,
              GError           **error)
{
  static const char sql[] = "SELECT \"row\" FROM \"history\" WHERE \"change\" > ?1 LIMIT ?2";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, since);
  sqlite3_bind_int (statement, 2, MAX_CHANGED + 1);
  self->changed = g_hash_table_new (NULL, NULL);

  for (guint n = 0; tambour_database_step (database, statement, &has_row, error); n++)
    {
      gint64 row = sqlite3_column_int64 (statement, 0);

      if (!has_row)
        return TRUE;

      if (n == MAX_CHANGED)
        {
          g_clear_pointer (&self->changed, g_hash_table_unref);
          return TRUE;
        }
      if (row % TAMBOUR_ROW_STEP == query->table->klass->number)
        g_hash_table_add (self->changed, GUINT_TO_POINTER (row / TAMBOUR_ROW_STEP));
    }

  return FALSE;
}

/**
 * tambour_positions_read:
 * @store: a store
 * @query: a query
 * @since: the change from which on changed records are wanted
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the positions at this moment
 */
TambourPositions *
tambour_positions_read (TambourStore  *store,
                        TambourQuery  *query,
                        gint64         since,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (store, cancellable, error);
  g_autoptr(TambourPositions) self = NULL;
  gboolean has_history = !(query->table->klass->traits & TAMBOUR_RECORD_DERIVED);

  if (reader == NULL || !tambour_database_run (reader->database, "BEGIN", error))
    return NULL;

  self = g_new0 (TambourPositions, 1);
  self->sequences = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->number = tambour_database_get_int (reader->database, "SELECT max(\"number\") FROM \"changes\"");

  if (!read_sequences (self, reader->database, query, error) ||
      (has_history && !read_changed (self, reader->database, query, since, error)))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_positions_common:
 * @a: positions
 * @b: others
 * @n_before: (out): how many are the same from the beginning
 * @n_behind: (out): how many more are the same from the end
 */
void
tambour_positions_common (const TambourPositions *a,
                          const TambourPositions *b,
                          guint                  *n_before,
                          guint                  *n_behind)
{
  const guint32 *first = (const guint32 *) a->sequences->data;
  const guint32 *second = (const guint32 *) b->sequences->data;
  guint n_first = a->sequences->len;
  guint n_second = b->sequences->len;
  guint n = MIN (n_first, n_second);

  for (*n_before = 0; *n_before < n; (*n_before)++)
    if (first[*n_before] != second[*n_before])
      break;

  for (*n_behind = 0; *n_behind < n - *n_before; (*n_behind)++)
    if (first[n_first - 1 - *n_behind] != second[n_second - 1 - *n_behind])
      break;
}
