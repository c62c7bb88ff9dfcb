/* tambour-library-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-library-names.h"

#include "tambour-people.h"
#include "tambour-roadmap-sheet-private.h"

/**
 * tambour_library_names_new:
 *
 * Returns: (transfer full): no names
 */
TambourLibraryNames *
tambour_library_names_new (void)
{
  TambourLibraryNames *self = g_new0 (TambourLibraryNames, 1);

  self->account_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->contact_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * tambour_library_names_free:
 * @self: (transfer full): names
 */
void
tambour_library_names_free (TambourLibraryNames *self)
{
  g_clear_pointer (&self->account_ids, g_hash_table_unref);
  g_clear_pointer (&self->contact_ids, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_free (self);
}

/**
 * tambour_library_names_want:
 * @self: names
 * @account_id: (nullable): the id of an account
 * @contact_id: (nullable): the id of a contact
 *
 * Has their names read.
 */
void
tambour_library_names_want (TambourLibraryNames *self,
                            const char          *account_id,
                            const char          *contact_id)
{
  if (account_id != NULL)
    g_hash_table_add (self->account_ids, g_strdup (account_id));
  if (contact_id != NULL)
    g_hash_table_add (self->contact_ids, g_strdup (contact_id));
}

static gboolean
read_some (TambourLibraryNames          *self,
           const TambourAccountReading  *reading,
           GType                         type,
           GHashTable                   *ids,
           GError                      **error)
{
  g_autoptr(GPtrArray) records = tambour_roadmap_list_any (reading, type, "id", ids, NULL, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (self->names, g_strdup (record->id), tambour_record_dup_title (record));
    }

  return records != NULL;
}

/**
 * tambour_library_names_read:
 * @self: names
 * @reading: a reading
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_library_names_read (TambourLibraryNames          *self,
                            const TambourAccountReading  *reading,
                            GError                      **error)
{
  return read_some (self, reading, TAMBOUR_TYPE_ACCOUNT, self->account_ids, error) &&
         read_some (self, reading, TAMBOUR_TYPE_CONTACT, self->contact_ids, error);
}

/**
 * tambour_library_names_dup:
 * @self: names that were read
 * @id: (nullable): an id
 *
 * Returns: (transfer full) (nullable): the name, or %NULL if it is gone
 */
char *
tambour_library_names_dup (TambourLibraryNames *self,
                           const char          *id)
{
  return id ? g_strdup (g_hash_table_lookup (self->names, id)) : NULL;
}
