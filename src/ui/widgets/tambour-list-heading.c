/* tambour-list-heading.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-later.h"
#include "tambour-list-heading.h"

static GtkWidget *
new_label (double      xalign,
           const char *class,
           const char *other)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "xalign", xalign,
                       "hexpand", xalign < 0.5,
                       "ellipsize", PANGO_ELLIPSIZE_END,
                       "css-classes", (const char *[]) { class, other, NULL },
                       NULL);
}

static GtkWidget *
ensure_box (GtkListHeader *header)
{
  GtkWidget *box = gtk_list_header_get_child (header);

  if (box != NULL)
    return box;

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), new_label (0, "heading", "dimmed"));
  gtk_box_append (GTK_BOX (box), new_label (1, "meta", "numeric"));
  gtk_list_header_set_child (header, box);

  return box;
}

/**
 * tambour_list_heading_show:
 * @header: the header of a part of a list
 * @title: what is in that part
 * @remark: what stands at its end: what the last column means, or how many there are
 */
void
tambour_list_heading_show (GtkListHeader *header,
                           const char    *title,
                           const char    *remark)
{
  GtkWidget *label = gtk_widget_get_first_child (ensure_box (header));

  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (label)), remark);
}

/**
 * tambour_list_heading_count:
 * @header: the header of a part of a list
 * @model: all that is in the list, or will be: a list may be growing
 *
 * Returns: how many there are in that part
 */
guint
tambour_list_heading_count (GtkListHeader   *header,
                            GtkSectionModel *model)
{
  guint start, end;

  gtk_section_model_get_section (model, gtk_list_header_get_start (header), &start, &end);

  return end - start;
}

/**
 * tambour_list_heading_show_counted:
 * @header: the header of a part of a list
 * @title: what is in that part; how many there are stands behind it
 * @remark: what the last column means
 * @model: all that is in the list, or will be
 */
void
tambour_list_heading_show_counted (GtkListHeader   *header,
                                   const char      *title,
                                   const char      *remark,
                                   GtkSectionModel *model)
{
  g_autofree char *text = g_strdup_printf ("%s · %u", title, tambour_list_heading_count (header, model));

  tambour_list_heading_show (header, text, remark);
}

static gboolean
scroll_up (gpointer view)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), 0);

  return G_SOURCE_REMOVE;
}

/**
 * tambour_list_heading_show_first:
 * @view: a list that is filled for the first time
 *
 * Such a list keeps its first row at the top, and the heading of that out of sight:
 * has that shown as well.
 */
void
tambour_list_heading_show_first (GtkListView *view)
{
  tambour_later_run (view, GTK_WIDGET (view), scroll_up);
}
