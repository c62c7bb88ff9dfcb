/* tambour-service-dialog-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-service-dialog-private.h"

#include "tambour-contacts.h"

/* What the dialog of the service of an account needs before it opens. */

/**
 * tambour_service_wanted_free:
 * @wanted: (transfer full): what a dialog is opened for
 */
void
tambour_service_wanted_free (TambourServiceWanted *wanted)
{
  g_clear_pointer (&wanted->id, g_free);
  g_clear_pointer (&wanted->account_id, g_free);
  g_clear_pointer (&wanted->key, g_free);
  g_free (wanted);
}

/**
 * tambour_service_opened_free:
 * @opened: (transfer full): what a dialog needs
 */
void
tambour_service_opened_free (TambourServiceOpened *opened)
{
  g_clear_object (&opened->account);
  g_clear_pointer (&opened->zone, g_time_zone_unref);
  g_clear_object (&opened->record);
  g_clear_pointer (&opened->contacts, g_ptr_array_unref);
  g_clear_pointer (&opened->draft, tambour_draft_free);
  g_free (opened);
}

/**
 * tambour_service_opened_load:
 * @store: a store
 * @me: (nullable): who asks
 * @now: the time that is "now"
 * @data: a #TambourServiceWanted
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a #TambourServiceOpened
 */
gpointer
tambour_service_opened_load (TambourStore    *store,
                             const char      *me,
                             TambourInstant   now,
                             gpointer         data,
                             GCancellable    *cancellable,
                             GError         **error)
{
  const TambourServiceWanted *wanted = data;
  const TambourAccountReading reading = { store, cancellable, wanted->account_id, now };
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(TambourServiceOpened) opened = g_new0 (TambourServiceOpened, 1);
  g_autofree char *text = tambour_store_dup_setting (store, wanted->key);

  if (!(opened->account = (TambourAccount *) tambour_store_get (store, klass, wanted->account_id, error)) ||
      (wanted->id != NULL && !(opened->record = tambour_store_find (store, wanted->id, error))) ||
      !(opened->contacts = tambour_contacts_list_present (&reading, error)))
    return NULL;

  opened->zone = tambour_account_dup_zone (opened->account);
  opened->today = tambour_zone_date_of (opened->zone, now);
  opened->draft = text ? tambour_draft_unpack (wanted->key, text) : NULL;

  return g_steal_pointer (&opened);
}
