/* tambour-programme-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-library-file.h"

#include "tambour-account-reading.h"
#include "tambour-library-names.h"

/**
 * tambour_programme_file_free:
 * @self: (transfer full): what is known of a programme
 */
void
tambour_programme_file_free (TambourProgrammeFile *self)
{
  g_clear_object (&self->programme);
  g_clear_pointer (&self->guests, g_ptr_array_unref);
  g_free (self);
}

static gboolean
add_guests (TambourProgrammeFile         *self,
            const TambourAccountReading  *reading,
            GType                         type,
            GError                      **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GPtrArray) records = NULL;

  if (!tambour_query_where (query, "programme_id", TAMBOUR_IS, TAMBOUR_RECORD (self->programme)->id, error) ||
      !(records = tambour_store_list (reading->store, query, reading->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->guests, tambour_guest_new (g_ptr_array_index (records, i)));

  return TRUE;
}

static gboolean
name_guests (TambourProgrammeFile         *self,
             const TambourAccountReading  *reading,
             GError                      **error)
{
  g_autoptr(TambourLibraryNames) names = tambour_library_names_new ();

  for (guint i = 0; i < self->guests->len; i++)
    {
      TambourGuest *guest = g_ptr_array_index (self->guests, i);

      tambour_library_names_want (names, guest->record->account_id.id, guest->contact_id);
    }
  if (!tambour_library_names_read (names, reading, error))
    return FALSE;

  for (guint i = 0; i < self->guests->len; i++)
    {
      TambourGuest *guest = g_ptr_array_index (self->guests, i);

      guest->account_name = tambour_library_names_dup (names, guest->record->account_id.id);
      guest->contact_name = tambour_library_names_dup (names, guest->contact_id);
    }

  return TRUE;
}

/**
 * tambour_programme_file_load:
 * @store: a store
 * @programme_id: something that customers are invited to
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): what is known of it
 */
TambourProgrammeFile *
tambour_programme_file_load (TambourStore    *store,
                             const char      *programme_id,
                             TambourInstant   at,
                             GCancellable    *cancellable,
                             GError         **error)
{
  const TambourAccountReading reading = { store, cancellable, NULL, at };
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_PROGRAMME);
  g_autoptr(TambourProgrammeFile) self = g_new0 (TambourProgrammeFile, 1);
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();

  self->today = tambour_zone_date_of (here, at);
  self->guests = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_guest_free);
  if (!(self->programme = (TambourProgramme *) tambour_store_get (store, klass, programme_id, error)) ||
      !add_guests (self, &reading, TAMBOUR_TYPE_EARLY_ACCESS, error) ||
      !add_guests (self, &reading, TAMBOUR_TYPE_INVITATION, error) ||
      !name_guests (self, &reading, error))
    return NULL;

  tambour_guests_sort (self->guests);
  self->n_free = tambour_guests_get_free (self->guests, self->programme);

  return g_steal_pointer (&self);
}
