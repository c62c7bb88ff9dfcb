/* tambour-library-dialog-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-library-dialog-private.h"

#include "tambour-account-needs.h"
#include "tambour-contacts.h"
#include "tambour-library-text.h"

/* What a dialog of the library needs before it opens, and while it is open. */

/**
 * tambour_library_opened_free:
 * @opened: (transfer full): what a dialog needs
 */
void
tambour_library_opened_free (TambourLibraryOpened *opened)
{
  g_clear_object (&opened->record);
  g_clear_pointer (&opened->accounts, g_ptr_array_unref);
  g_clear_pointer (&opened->reason, g_free);
  g_free (opened);
}

static TambourAccount *
find_account (GPtrArray  *accounts,
              const char *id)
{
  for (guint i = 0; i < accounts->len; i++)
    if (g_strcmp0 (TAMBOUR_RECORD (g_ptr_array_index (accounts, i))->id, id) == 0)
      return g_ptr_array_index (accounts, i);

  return NULL;
}

static gboolean
read_accounts (TambourLibraryOpened         *opened,
               const TambourAsked           *wanted,
               const TambourAccountReading  *reading,
               GError                      **error)
{
  if (wanted->kind != TAMBOUR_LIBRARY_MOVE_SHARE && wanted->kind != TAMBOUR_LIBRARY_MOVE_INVITE)
    {
      opened->accounts = g_ptr_array_new_with_free_func (g_object_unref);
      return TRUE;
    }

  opened->accounts = tambour_account_reading_page (reading, TAMBOUR_TYPE_ACCOUNT, "status != closed", "name", FALSE, -1, error);

  return opened->accounts != NULL;
}

/* What speaks for it is what one would write. */
static gboolean
read_reason (TambourLibraryOpened   *opened,
             const TambourAsked     *wanted,
             TambourAccountReading   reading,
             GError                **error)
{
  TambourAccount *account = find_account (opened->accounts, wanted->account_id);
  g_autoptr(TambourAccountNeeds) known = NULL;
  g_autoptr(TambourSuggestion) suggestion = NULL;
  TambourSuggestionNeeds needs;

  if (account == NULL || wanted->kind != TAMBOUR_LIBRARY_MOVE_SHARE)
    return TRUE;

  reading.account_id = wanted->account_id;
  if (!(known = tambour_account_needs_load (&reading, TAMBOUR_NEEDS_FINDINGS | TAMBOUR_NEEDS_COMPONENTS, error)))
    return FALSE;

  tambour_account_needs_take (known, account, &needs);
  suggestion = tambour_suggestion_weigh (TAMBOUR_LIBRARY_ITEM (opened->record), &needs);
  opened->reason = suggestion ? tambour_library_text_reason (suggestion) : NULL;

  return TRUE;
}

/**
 * tambour_library_opened_load:
 * @store: a store
 * @me: (nullable): who asks
 * @now: the time that is "now"
 * @data: a #TambourAsked
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a #TambourLibraryOpened
 */
gpointer
tambour_library_opened_load (TambourStore    *store,
                             const char      *me,
                             TambourInstant   now,
                             gpointer         data,
                             GCancellable    *cancellable,
                             GError         **error)
{
  const TambourAsked *wanted = data;
  const TambourAccountReading reading = { store, cancellable, NULL, now };
  g_autoptr(TambourLibraryOpened) opened = g_new0 (TambourLibraryOpened, 1);
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();

  opened->today = tambour_zone_date_of (here, now);
  if (!(opened->record = tambour_store_find (store, wanted->id, error)) ||
      !read_accounts (opened, wanted, &reading, error) ||
      !read_reason (opened, wanted, reading, error))
    return NULL;

  return g_steal_pointer (&opened);
}

/**
 * tambour_library_contacts_load:
 * @store: a store
 * @me: (nullable): who asks
 * @now: the time that is "now"
 * @data: the id of an account
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Who has left gets nothing any more.
 *
 * Returns: (transfer full) (nullable) (element-type TambourContact): its people, by name
 */
gpointer
tambour_library_contacts_load (TambourStore    *store,
                               const char      *me,
                               TambourInstant   now,
                               gpointer         data,
                               GCancellable    *cancellable,
                               GError         **error)
{
  const TambourAccountReading reading = { store, cancellable, data, now };

  return tambour_contacts_list_present (&reading, error);
}
