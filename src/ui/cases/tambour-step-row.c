/* tambour-step-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-step-row.h"

/**
 * TambourStepRow:
 *
 * Something that happened, in a list that one line holds together: a dot with its
 * icon, what, and when.
 */
struct _TambourStepRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkImage      *dot;
  GtkWidget     *line;
  GtkLabel      *title_label;
  GtkLabel      *line_label;
  GtkLabel      *when_label;
};

G_DEFINE_FINAL_TYPE (TambourStepRow, tambour_step_row, GTK_TYPE_LIST_BOX_ROW)

static void
tambour_step_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_STEP_ROW);

  G_OBJECT_CLASS (tambour_step_row_parent_class)->dispose (object);
}

static void
tambour_step_row_class_init (TambourStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_step_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourStepRow, dot);
  gtk_widget_class_bind_template_child (widget_class, TambourStepRow, line);
  gtk_widget_class_bind_template_child (widget_class, TambourStepRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourStepRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourStepRow, when_label);
}

static void
tambour_step_row_init (TambourStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_step_row_new:
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
tambour_step_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_STEP_ROW, NULL);
}

/**
 * tambour_step_row_set_dot:
 * @self: a row
 * @icon: the name of an icon
 * @style: (nullable): "accent", "success", "warning" or "error"
 */
void
tambour_step_row_set_dot (TambourStepRow *self,
                          const char     *icon,
                          const char     *style)
{
  const char *classes[] = { "tl-dot", style, NULL };

  g_return_if_fail (TAMBOUR_IS_STEP_ROW (self));

  gtk_image_set_from_icon_name (self->dot, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->dot), classes);
}

/**
 * tambour_step_row_set_text:
 * @self: a row
 * @title: what happened
 * @line: more about it; may be empty
 * @when: when
 */
void
tambour_step_row_set_text (TambourStepRow *self,
                           const char     *title,
                           const char     *line,
                           const char     *when)
{
  g_autofree char *name = g_strjoin (", ", title, when, *line ? line : NULL, NULL);

  g_return_if_fail (TAMBOUR_IS_STEP_ROW (self));

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->line_label, line);
  gtk_widget_set_visible (GTK_WIDGET (self->line_label), *line != '\0');
  gtk_label_set_text (self->when_label, when);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * tambour_step_row_set_last:
 * @self: a row
 * @is_last: whether the line ends with it
 */
void
tambour_step_row_set_last (TambourStepRow *self,
                           gboolean        is_last)
{
  g_return_if_fail (TAMBOUR_IS_STEP_ROW (self));

  gtk_widget_set_visible (self->line, !is_last);
}
