/* tambour-detail-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-detail-row.h"

/* Longer values can be cut. */
#define MOST_LINES 4

static GtkWidget *
new_label (const char *text,
           const char *class)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "xalign", 0.0,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "css-classes", (const char *[]) { class, NULL },
                       NULL);
}

static GtkWidget *
new_lines (const char *title,
           const char *value)
{
  GtkWidget *lines = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, NULL);
  GtkWidget *label = new_label (value, "small");

  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (lines), new_label (title, "meta"));
  gtk_box_append (GTK_BOX (lines), label);

  return lines;
}

/**
 * tambour_detail_row_new:
 * @title: what is told: "Owner"
 * @value: and what it is
 * @record: (nullable): where it leads
 *
 * Returns: (transfer floating): a row of a list of details
 */
GtkWidget *
tambour_detail_row_new (const char    *title,
                        const char    *value,
                        TambourRecord *record)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "css-classes", (const char *[]) { "cell", NULL }, "activatable", FALSE, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "css-classes", (const char *[]) { "cell-box", "tight", NULL }, "spacing", 6, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, value);

  gtk_box_append (GTK_BOX (box), new_lines (title, value));
  if (record != NULL)
    {
      gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

/**
 * tambour_detail_row_add:
 * @list: a list of details
 * @title: what is told: "Owner"
 * @value: (nullable): and what it is
 * @record: (nullable): where it leads
 *
 * Adds a row to it, unless there is nothing to tell.
 */
void
tambour_detail_row_add (GtkListBox    *list,
                        const char    *title,
                        const char    *value,
                        TambourRecord *record)
{
  if (value != NULL && *value != '\0')
    gtk_list_box_append (list, tambour_detail_row_new (title, value, record));
}
