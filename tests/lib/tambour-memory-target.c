/* tambour-memory-target.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-memory-target.h"

/**
 * TambourMemoryTarget:
 *
 * Keeps what is imported in memory: for a preview of an import, and for tests.
 */
struct _TambourMemoryTarget
{
  GObject     parent_instance;

  GHashTable *by_id;
  GHashTable *by_external;  /* kind, system and external id, to the record */
  GPtrArray  *records;      /* in the order in which they came */
  guint64     finds;
  guint64     puts;
};

static void tambour_memory_target_import_target_init (TambourImportTargetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TambourMemoryTarget, tambour_memory_target, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TAMBOUR_TYPE_IMPORT_TARGET,
                                                      tambour_memory_target_import_target_init))

static char *
external_key (TambourRecordClass *klass,
              const char         *system,
              const char         *external_id)
{
  return g_strjoin ("\x1f", klass->kind, system ? system : "", external_id, NULL);
}

static TambourRecord *
tambour_memory_target_find_id (TambourImportTarget  *target,
                               TambourRecordClass   *klass,
                               const char           *id,
                               GError              **error)
{
  TambourMemoryTarget *self = TAMBOUR_MEMORY_TARGET (target);
  TambourRecord *found = g_hash_table_lookup (self->by_id, id);

  self->finds++;

  return found && TAMBOUR_RECORD_GET_CLASS (found) == klass ? tambour_record_dup (found) : NULL;
}

static TambourRecord *
tambour_memory_target_find_external (TambourImportTarget  *target,
                                     TambourRecordClass   *klass,
                                     const char           *system,
                                     const char           *external_id,
                                     GError              **error)
{
  TambourMemoryTarget *self = TAMBOUR_MEMORY_TARGET (target);
  g_autofree char *key = external_key (klass, system, external_id);
  TambourRecord *found = g_hash_table_lookup (self->by_external, key);

  self->finds++;

  return found ? tambour_record_dup (found) : NULL;
}

static TambourRecord *
tambour_memory_target_find_text (TambourImportTarget  *target,
                                 TambourRecordClass   *klass,
                                 const TambourField   *field,
                                 const char           *text,
                                 const char           *account_id,
                                 GError              **error)
{
  TambourMemoryTarget *self = TAMBOUR_MEMORY_TARGET (target);

  self->finds++;

  for (guint i = 0; i < self->records->len; i++)
    {
      TambourRecord *record = self->records->pdata[i];

      if (TAMBOUR_RECORD_GET_CLASS (record) == klass &&
          g_strcmp0 (TAMBOUR_FIELD_AT (field, record, char *), text) == 0 &&
          (account_id == NULL || g_strcmp0 (record->account_id.id, account_id) == 0))
        return tambour_record_dup (record);
    }

  return NULL;
}

static gboolean
tambour_memory_target_put (TambourImportTarget  *target,
                           TambourRecord        *record,
                           gboolean              created,
                           GError              **error)
{
  TambourMemoryTarget *self = TAMBOUR_MEMORY_TARGET (target);
  TambourRecord *old = g_hash_table_lookup (self->by_id, record->id);

  g_return_val_if_fail (created == (old == NULL), FALSE);

  self->puts++;

  if (old != NULL)
    {
      tambour_record_copy_fields (old, record);
      return TRUE;
    }

  g_ptr_array_add (self->records, g_object_ref (record));
  g_hash_table_insert (self->by_id, record->id, record);
  if (record->external_id != NULL)
    g_hash_table_insert (self->by_external,
                         external_key (TAMBOUR_RECORD_GET_CLASS (record), record->external_system, record->external_id),
                         record);

  return TRUE;
}

static void
tambour_memory_target_import_target_init (TambourImportTargetInterface *iface)
{
  iface->find_id = tambour_memory_target_find_id;
  iface->find_external = tambour_memory_target_find_external;
  iface->find_text = tambour_memory_target_find_text;
  iface->put = tambour_memory_target_put;
}

static void
tambour_memory_target_finalize (GObject *object)
{
  TambourMemoryTarget *self = TAMBOUR_MEMORY_TARGET (object);

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_external);
  g_ptr_array_unref (self->records);

  G_OBJECT_CLASS (tambour_memory_target_parent_class)->finalize (object);
}

static void
tambour_memory_target_class_init (TambourMemoryTargetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_memory_target_finalize;
}

static void
tambour_memory_target_init (TambourMemoryTarget *self)
{
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_external = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tambour_memory_target_new:
 *
 * Returns: (transfer full): a target that has nothing yet
 */
TambourMemoryTarget *
tambour_memory_target_new (void)
{
  return g_object_new (TAMBOUR_TYPE_MEMORY_TARGET, NULL);
}

/**
 * tambour_memory_target_list:
 * @self: a target
 * @klass: a kind
 *
 * Returns: (transfer container) (element-type TambourRecord): its records, in the order in which they came
 */
GPtrArray *
tambour_memory_target_list (TambourMemoryTarget *self,
                            TambourRecordClass  *klass)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TAMBOUR_IS_MEMORY_TARGET (self), list);

  for (guint i = 0; i < self->records->len; i++)
    if (TAMBOUR_RECORD_GET_CLASS (self->records->pdata[i]) == klass)
      g_ptr_array_add (list, g_object_ref (self->records->pdata[i]));

  return list;
}

/**
 * tambour_memory_target_count:
 * @self: a target
 * @klass: a kind
 *
 * Returns: how many records of the kind there are
 */
guint
tambour_memory_target_count (TambourMemoryTarget *self,
                             TambourRecordClass  *klass)
{
  g_autoptr(GPtrArray) list = tambour_memory_target_list (self, klass);

  return list->len;
}

/**
 * tambour_memory_target_get_finds:
 * @self: a target
 *
 * Returns: how often something was looked for
 */
guint64
tambour_memory_target_get_finds (TambourMemoryTarget *self)
{
  g_return_val_if_fail (TAMBOUR_IS_MEMORY_TARGET (self), 0);

  return self->finds;
}

/**
 * tambour_memory_target_get_puts:
 * @self: a target
 *
 * Returns: how often something was put
 */
guint64
tambour_memory_target_get_puts (TambourMemoryTarget *self)
{
  g_return_val_if_fail (TAMBOUR_IS_MEMORY_TARGET (self), 0);

  return self->puts;
}
