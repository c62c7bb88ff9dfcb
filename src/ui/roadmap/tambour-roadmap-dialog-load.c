/* tambour-roadmap-dialog-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-roadmap-dialog-private.h"

#include "tambour-account-reading.h"
#include "tambour-contacts.h"
#include "tambour-goals.h"

/* What the dialog of a roadmap needs before it opens. */

/**
 * tambour_roadmap_wanted_free:
 * @wanted: (transfer full): what a dialog is opened for
 */
void
tambour_roadmap_wanted_free (TambourRoadmapWanted *wanted)
{
  g_clear_pointer (&wanted->id, g_free);
  g_clear_pointer (&wanted->account_id, g_free);
  g_clear_pointer (&wanted->key, g_free);
  g_free (wanted);
}

/**
 * tambour_roadmap_opened_free:
 * @opened: (transfer full): what a dialog needs
 */
void
tambour_roadmap_opened_free (TambourRoadmapOpened *opened)
{
  g_clear_object (&opened->account);
  g_clear_object (&opened->record);
  g_clear_object (&opened->reading);
  g_clear_pointer (&opened->contacts, g_ptr_array_unref);
  g_clear_pointer (&opened->draft, tambour_draft_free);
  g_free (opened);
}

static gboolean
read_goal (TambourRoadmapOpened         *opened,
           const TambourAccountReading  *reading,
           GError                      **error)
{
  g_autoptr(GHashTable) readings = tambour_goals_read_readings (reading, error);

  if (readings != NULL)
    g_set_object (&opened->reading, g_hash_table_lookup (readings, opened->record->id));

  return readings != NULL;
}

static gboolean
read_record (TambourRoadmapOpened        *opened,
             const TambourRoadmapWanted  *wanted,
             TambourStore                *store,
             GError                     **error)
{
  g_autoptr(TambourRecordClass) klass = NULL;

  if (wanted->kind == TAMBOUR_ROADMAP_MOVE_REQUEST)
    return TRUE;

  klass = g_type_class_ref (wanted->kind == TAMBOUR_ROADMAP_MOVE_READ ? TAMBOUR_TYPE_GOAL : TAMBOUR_TYPE_FEATURE_REQUEST);
  opened->record = tambour_store_get (store, klass, wanted->id, error);

  return opened->record != NULL;
}

/**
 * tambour_roadmap_opened_load:
 * @store: a store
 * @me: (nullable): who asks
 * @now: the time that is "now"
 * @data: a #TambourRoadmapWanted
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a #TambourRoadmapOpened
 */
gpointer
tambour_roadmap_opened_load (TambourStore    *store,
                             const char      *me,
                             TambourInstant   now,
                             gpointer         data,
                             GCancellable    *cancellable,
                             GError         **error)
{
  const TambourRoadmapWanted *wanted = data;
  const TambourAccountReading reading = { store, cancellable, wanted->account_id, now };
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(TambourRoadmapOpened) opened = g_new0 (TambourRoadmapOpened, 1);
  g_autoptr(GTimeZone) zone = NULL;
  g_autofree char *text = tambour_store_dup_setting (store, wanted->key);

  if (!(opened->account = (TambourAccount *) tambour_store_get (store, klass, wanted->account_id, error)) ||
      !read_record (opened, wanted, store, error) ||
      !(opened->contacts = tambour_contacts_list_present (&reading, error)))
    return NULL;
  if (wanted->kind == TAMBOUR_ROADMAP_MOVE_READ && !read_goal (opened, &reading, error))
    return NULL;

  zone = tambour_account_dup_zone (opened->account);
  opened->today = tambour_zone_date_of (zone, now);
  opened->draft = text ? tambour_draft_unpack (wanted->key, text) : NULL;

  return g_steal_pointer (&opened);
}
