/* tambour-notice-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-notice-row.h"

/**
 * TambourNoticeRow:
 *
 * The one row of a list that has nothing to show: it says so and what comes
 * next, or why it could not be read and offers to try again.
 */
struct _TambourNoticeRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkImage      *image;
  GtkLabel      *title_label;
  GtkLabel      *text_label;
  GtkButton     *button;
};

G_DEFINE_FINAL_TYPE (TambourNoticeRow, tambour_notice_row, GTK_TYPE_LIST_BOX_ROW)

static void
tambour_notice_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_NOTICE_ROW);

  G_OBJECT_CLASS (tambour_notice_row_parent_class)->dispose (object);
}

static void
tambour_notice_row_class_init (TambourNoticeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_notice_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-notice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourNoticeRow, image);
  gtk_widget_class_bind_template_child (widget_class, TambourNoticeRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourNoticeRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourNoticeRow, button);
}

static void
tambour_notice_row_init (TambourNoticeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_notice_row_new:
 * @icon: the name of an icon
 * @title: that there is nothing
 * @text: (nullable): what comes next
 *
 * Returns: (transfer floating): a row that says it
 */
GtkWidget *
tambour_notice_row_new (const char *icon,
                        const char *title,
                        const char *text)
{
  TambourNoticeRow *self = g_object_new (TAMBOUR_TYPE_NOTICE_ROW, NULL);

  gtk_image_set_from_icon_name (self->image, icon);
  gtk_widget_add_css_class (GTK_WIDGET (self->image), "dimmed");
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->text_label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), text != NULL && *text != '\0');

  return GTK_WIDGET (self);
}

/**
 * tambour_notice_row_new_error:
 * @title: what could not be read
 * @text: why, and when that was tried
 * @action: the action that tries again
 *
 * Returns: (transfer floating): a row that says it
 */
GtkWidget *
tambour_notice_row_new_error (const char *title,
                              const char *text,
                              const char *action)
{
  GtkWidget *row = tambour_notice_row_new ("dialog-error-symbolic", title, text);
  TambourNoticeRow *self = TAMBOUR_NOTICE_ROW (row);

  gtk_widget_remove_css_class (GTK_WIDGET (self->image), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->image), "error");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->button), TRUE);

  return row;
}

static GtkWidget *
new_block (int width,
           int height)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (block, width, height);
  gtk_widget_set_halign (block, GTK_ALIGN_START);
  gtk_widget_set_valign (block, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (block, "blank");

  return block;
}

/**
 * tambour_notice_row_new_blank:
 * @with_box: whether a row of the list begins with a box
 *
 * Returns: (transfer floating): quiet blocks where a row will be, for what takes
 *   long to read
 */
GtkWidget *
tambour_notice_row_new_blank (gboolean with_box)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "cell");
  gtk_widget_add_css_class (box, "cell-box");
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);

  if (with_box)
    gtk_box_append (GTK_BOX (box), new_block (40, 34));
  gtk_box_append (GTK_BOX (lines), new_block (150, 11));
  gtk_box_append (GTK_BOX (lines), new_block (100, 9));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}
