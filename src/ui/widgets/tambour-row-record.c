/* tambour-row-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-row-record.h"

/* A row of a list box that remembers the record that it leads to. */

#define KIND "tambour-kind"
#define ID   "tambour-id"

/**
 * tambour_row_record_set:
 * @row: a row
 * @record: (nullable): where it leads
 */
void
tambour_row_record_set (GtkWidget     *row,
                        TambourRecord *record)
{
  tambour_row_record_set_id (row, record ? TAMBOUR_RECORD_GET_CLASS (record)->kind : NULL, record ? record->id : NULL);
}

/**
 * tambour_row_record_set_id:
 * @row: a row
 * @kind: (nullable): the kind of the record where it leads, which lives for ever
 * @id: (nullable): and the id of that
 */
void
tambour_row_record_set_id (GtkWidget  *row,
                           const char *kind,
                           const char *id)
{
  g_object_set_data (G_OBJECT (row), KIND, (gpointer) kind);
  g_object_set_data_full (G_OBJECT (row), ID, g_strdup (id), g_free);
}

/**
 * tambour_row_record_get_id:
 * @row: a row
 *
 * Returns: (transfer none) (nullable): the id of the record that it leads to
 */
const char *
tambour_row_record_get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), ID);
}

/**
 * tambour_row_record_open:
 * @row: a row
 *
 * Opens the record that it leads to, if it leads anywhere.
 */
void
tambour_row_record_open (GtkListBoxRow *row)
{
  const char *kind = g_object_get_data (G_OBJECT (row), KIND);
  const char *id = g_object_get_data (G_OBJECT (row), ID);

  if (kind != NULL && id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (row), "win.open-record", "(ss)", kind, id);
}
