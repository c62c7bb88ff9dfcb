/* tambour-list-heading.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-list-heading.h"

/* The heading of a group in a list view: what it is, how many there are, and what
 * the column at the end means.
 */

/**
 * tambour_list_heading_set_up:
 * @header: a header of a list view
 */
void
tambour_list_heading_set_up (GtkListHeader *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "css-classes", (const char *[]) { "heading", "dimmed", NULL }, NULL);
  GtkWidget *remark = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, "css-classes", (const char *[]) { "meta", NULL }, NULL);

  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), remark);
  gtk_list_header_set_child (header, box);
}

/**
 * tambour_list_heading_show:
 * @header: a header that was set up
 * @title: what the group is called
 * @remark: (nullable): what its times mean
 */
void
tambour_list_heading_show (GtkListHeader *header,
                           const char    *title,
                           const char    *remark)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_header_get_child (header));
  g_autofree char *text = g_strdup_printf ("%s · %u", title, gtk_list_header_get_n_items (header));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (label)), remark ? remark : "");
}
