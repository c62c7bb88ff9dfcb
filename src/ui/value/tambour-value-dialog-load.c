/* tambour-value-dialog-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-value-dialog-private.h"

#include "tambour-account-reading.h"
#include "tambour-people.h"

/* What the dialog about value needs before it opens. */

/**
 * tambour_value_wanted_free:
 * @wanted: (transfer full): what a dialog is opened for
 */
void
tambour_value_wanted_free (TambourValueWanted *wanted)
{
  g_clear_pointer (&wanted->id, g_free);
  g_clear_pointer (&wanted->account_id, g_free);
  g_clear_pointer (&wanted->key, g_free);
  g_free (wanted);
}

/**
 * tambour_value_opened_free:
 * @opened: (transfer full): what a dialog needs
 */
void
tambour_value_opened_free (TambourValueOpened *opened)
{
  g_clear_object (&opened->account);
  g_clear_object (&opened->record);
  g_clear_pointer (&opened->contacts, g_ptr_array_unref);
  g_clear_pointer (&opened->draft, tambour_draft_free);
  g_free (opened);
}

/* Who has left agrees to nothing any more. */
static gboolean
read_contacts (TambourValueOpened           *opened,
               const TambourAccountReading  *reading,
               GError                      **error)
{
  g_autoptr(GPtrArray) all = tambour_account_reading_page (reading, TAMBOUR_TYPE_CONTACT, NULL, "name", FALSE, -1, error);

  opened->contacts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; all && i < all->len; i++)
    {
      TambourContact *contact = g_ptr_array_index (all, i);

      if (contact->name != NULL && *contact->name != '\0' && !tambour_date_is_stated (contact->left_on))
        g_ptr_array_add (opened->contacts, g_object_ref (contact));
    }

  return all != NULL;
}

static gboolean
read_record (TambourValueOpened        *opened,
             const TambourValueWanted  *wanted,
             TambourStore              *store,
             GError                   **error)
{
  g_autoptr(TambourRecordClass) klass = NULL;

  if (wanted->id == NULL)
    return TRUE;

  klass = g_type_class_ref (wanted->kind == TAMBOUR_VALUE_MOVE_RATE ? TAMBOUR_TYPE_RATE : TAMBOUR_TYPE_VALUE_ENTRY);
  opened->record = tambour_store_get (store, klass, wanted->id, error);

  return opened->record != NULL;
}

/**
 * tambour_value_opened_load:
 * @store: a store
 * @me: (nullable): who asks
 * @now: the time that is "now"
 * @data: a #TambourValueWanted
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a #TambourValueOpened
 */
gpointer
tambour_value_opened_load (TambourStore    *store,
                           const char      *me,
                           TambourInstant   now,
                           gpointer         data,
                           GCancellable    *cancellable,
                           GError         **error)
{
  const TambourValueWanted *wanted = data;
  const TambourAccountReading reading = { store, cancellable, wanted->account_id, now };
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(TambourValueOpened) opened = g_new0 (TambourValueOpened, 1);
  g_autoptr(GTimeZone) zone = NULL;
  g_autofree char *text = tambour_store_dup_setting (store, wanted->key);

  if (!(opened->account = (TambourAccount *) tambour_store_get (store, klass, wanted->account_id, error)) ||
      !read_record (opened, wanted, store, error) ||
      !read_contacts (opened, &reading, error))
    return NULL;

  zone = tambour_account_dup_zone (opened->account);
  opened->today = tambour_zone_date_of (zone, now);
  opened->draft = text ? tambour_draft_unpack (wanted->key, text) : NULL;

  return g_steal_pointer (&opened);
}
