/* tambour-replica-wanted.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-contents.h"
#include "tambour-kinds.h"
#include "tambour-replica.h"
#include "tambour-store-private.h"

/**
 * tambour_replica_wanted_free:
 * @self: (transfer full): a content that is not here
 */
void
tambour_replica_wanted_free (TambourReplicaWanted *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->hash, g_free);
  g_free (self);
}

static void
add_wanted (TambourRecordClass *klass,
            const TambourField *field,
            GString            *sql)
{
  g_string_append_printf (sql,
                          "%sSELECT t.\"id\", t.\"%s\" FROM \"%s\" t WHERE t.\"deleted_at\" IS NULL AND length (t.\"%s\") = 64 AND "
                          "t.\"%s\" NOT GLOB '*[^0-9a-f]*' AND NOT EXISTS (SELECT 1 FROM \"contents\" c WHERE c.\"hash\" = t.\"%s\")",
                          sql->len > 0 ? " UNION ALL " : "", field->name, klass->plural, field->name, field->name, field->name);
}

static char *
dup_sql (void)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TambourRecordClass *klass = g_type_class_peek_static (types[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        if ((klass->fields[j].flags & TAMBOUR_FIELD_CONTENT) && (klass->traits & TAMBOUR_RECORD_DERIVED) == 0)
          add_wanted (klass, &klass->fields[j], sql);
    }

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * tambour_replica_list_wanted:
 * @store: a store
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TambourReplicaWanted): the contents
 *   that records name and that have not come here yet
 */
GPtrArray *
tambour_replica_list_wanted (TambourStore  *store,
                             GError       **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (store, NULL, error);
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_wanted_free);
  g_autofree char *sql = dup_sql ();
  g_autoptr(sqlite3_stmt) statement = NULL;
  gboolean has_row;

  if (reader == NULL || !(statement = tambour_database_prepare (reader->database, sql, error)))
    return NULL;

  while (tambour_database_step (reader->database, statement, &has_row, error))
    {
      TambourReplicaWanted *one;

      if (!has_row)
        return g_steal_pointer (&wanted);

      one = g_new0 (TambourReplicaWanted, 1);
      one->id = g_strdup (tambour_statement_get_text (statement, 0));
      one->hash = g_strdup (tambour_statement_get_text (statement, 1));
      g_ptr_array_add (wanted, one);
    }

  return NULL;
}
