/* tambour-refusals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-refusals.h"

#include "tambour-kind-words.h"
#include "tambour-record-words.h"
#include "tambour-replica.h"
#include "tambour-row-record.h"

/* What the server refused, which a person should know of: a reader's edits, and what
 * breaks a rule of the team.
 */

/* As many as there is room for; the line says how many there are. */
#define MAX_ROWS 5

/**
 * tambour_refusals_load:
 * @store: a store
 * @me: (nullable): the id of the person who works with it
 * @now: the time that is "now"
 * @data: nothing
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads the oldest of them; see #TambourLoadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type TambourReplicaEntry): what was refused
 */
gpointer
tambour_refusals_load (TambourStore    *store,
                       const char      *me,
                       TambourInstant   now,
                       gpointer         data,
                       GCancellable    *cancellable,
                       GError         **error)
{
  return tambour_replica_list_refused (store, MAX_ROWS, error);
}

static GtkWidget *
new_row (const TambourReplicaEntry *entry,
         TambourInstant             now)
{
  const TambourKindWords *kind = tambour_kind_get_words (TAMBOUR_RECORD_GET_CLASS (entry->record));
  g_autofree char *title = tambour_record_words_short (entry->record, NULL, now);
  g_autofree char *words = g_strdup_printf ("%s · %s", _(kind->title), entry->refused);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "activatable", !tambour_record_is_deleted (entry->record),
                                 "title-lines", 1,
                                 "subtitle-lines", 3,
                                 NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  tambour_row_record_set (row, entry->record);

  return row;
}

/**
 * tambour_refusals_show:
 * @list: a list
 * @refusals: (element-type TambourReplicaEntry): what was refused
 * @now: the time that is "now"
 *
 * Shows which records, and why.
 */
void
tambour_refusals_show (GtkListBox     *list,
                       GPtrArray      *refusals,
                       TambourInstant  now)
{
  gtk_list_box_remove_all (list);
  for (guint i = 0; i < refusals->len; i++)
    {
      const TambourReplicaEntry *entry = g_ptr_array_index (refusals, i);

      if (entry->record != NULL && entry->refused != NULL)
        gtk_list_box_append (list, new_row (entry, now));
    }
}
