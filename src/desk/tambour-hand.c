/* tambour-hand.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-hand.h"

/**
 * tambour_hand_wrote:
 * @store: a store
 * @record: one of its records
 * @field: one of its fields
 * @label: what the history calls the work that wants to write the field again
 * @by_hand: (out): whether something else wrote last what the field says
 * @error: return location for a #TambourStoreError
 *
 * What a person wrote stays, whatever is imported again.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_hand_wrote (TambourStore   *store,
                    TambourRecord  *record,
                    const char     *field,
                    const char     *label,
                    gboolean       *by_hand,
                    GError        **error)
{
  g_autoptr(GPtrArray) history = tambour_store_history_of (store, record, error);
  gint64 last = -1;

  *by_hand = FALSE;
  if (history == NULL)
    return FALSE;

  for (guint i = 0; i < history->len; i++)
    {
      const TambourHistoryEntry *entry = history->pdata[i];
      gboolean is_first = g_strcmp0 (entry->action, "created") == 0;

      if (entry->change > last && (is_first || (entry->before != NULL && json_object_has_member (entry->before, field))))
        {
          last = entry->change;
          *by_hand = g_strcmp0 (entry->label, label) != 0;
        }
    }

  return TRUE;
}
