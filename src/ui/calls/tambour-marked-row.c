/* tambour-marked-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-marked-row.h"
#include "tambour-record-row.h"

/**
 * tambour_marked_row_new:
 * @icon: (nullable): an icon that says what it is
 * @style: (nullable): the class of the icon
 * @title: what it is called
 * @line: what of it, or ""
 * @when: when, or ""
 *
 * Returns: (transfer floating): a row of a list box
 */
GtkWidget *
tambour_marked_row_new (const char *icon,
                        const char *style,
                        const char *title,
                        const char *line,
                        const char *when)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *text = tambour_record_row_new ();
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "css-classes", (const char *[]) { "cell", NULL }, NULL);
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", icon,
                                  "valign", GTK_ALIGN_CENTER,
                                  "margin-start", 12,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "css-classes", (const char *[]) { "tl-dot", style, NULL },
                                  NULL);
  g_autofree char *name = NULL;

  tambour_record_row_show_text (TAMBOUR_RECORD_ROW (text), title, line, when);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), text);

  name = tambour_record_row_dup_name (TAMBOUR_RECORD_ROW (text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}
