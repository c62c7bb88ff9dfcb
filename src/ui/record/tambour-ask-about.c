/* tambour-ask-about.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-ask-about.h"
#include "tambour-ask-dialog.h"
#include "tambour-contacts.h"
#include "tambour-move.h"

/**
 * tambour_ask_about_free:
 * @self: (transfer full): what a dialog needs
 */
void
tambour_ask_about_free (TambourAskAbout *self)
{
  g_clear_object (&self->account);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->record);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_ask_about_load:
 * @store: a store
 * @me: (nullable): who asks
 * @now: the time that is "now"
 * @data: a #TambourAsked, with an account
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * A #TambourLoadFunc.
 *
 * Returns: (transfer full) (nullable): a #TambourAskAbout
 */
gpointer
tambour_ask_about_load (TambourStore    *store,
                        const char      *me,
                        TambourInstant   now,
                        gpointer         data,
                        GCancellable    *cancellable,
                        GError         **error)
{
  const TambourAsked *asked = data;
  const TambourAccountReading reading = { store, cancellable, asked->account_id, now };
  g_autoptr(TambourAskAbout) self = g_new0 (TambourAskAbout, 1);

  if (!(self->account = tambour_move_get (store, TAMBOUR_TYPE_ACCOUNT, asked->account_id, error)) ||
      (asked->id != NULL && !(self->record = tambour_store_find (store, asked->id, error))) ||
      !(self->contacts = tambour_contacts_list_present (&reading, error)))
    return NULL;

  self->zone = tambour_account_dup_zone (self->account);
  self->today = tambour_zone_date_of (self->zone, now);

  return g_steal_pointer (&self);
}

/**
 * tambour_ask_about_dup_title:
 * @self: what a dialog needs
 *
 * Returns: (transfer full) (nullable): what is asked about
 */
char *
tambour_ask_about_dup_title (const TambourAskAbout *self)
{
  return self->record ? tambour_record_dup_title (self->record) : g_strdup (self->account->name);
}
