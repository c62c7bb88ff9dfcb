/* tambour-insight-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-insight-row.h"
#include "tambour-row-menu.h"
#include "tambour-tooltip.h"

/**
 * TambourInsightRow:
 *
 * Something worth saying, in a sentence; where it comes from, and how it was found.
 */
struct _TambourInsightRow
{
  GtkListBoxRow  parent_instance;

  gboolean       is_small;

  /* Template widgets */
  GtkLabel      *title_label;
  GtkLabel      *line_label;
  GtkLabel      *tag_label;
};

G_DEFINE_FINAL_TYPE (TambourInsightRow, tambour_insight_row, GTK_TYPE_LIST_BOX_ROW)

/* Where there is little room the sentence says it as well. */
static void
show_tag (TambourInsightRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->tag_label), !self->is_small && *gtk_label_get_text (self->tag_label) != '\0');
}

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourInsightRow *self = TAMBOUR_INSIGHT_ROW (widget);

  self->is_small = breadth >= TAMBOUR_BREADTH_SMALL;
  show_tag (self);
}

static void
tambour_insight_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_INSIGHT_ROW);

  G_OBJECT_CLASS (tambour_insight_row_parent_class)->dispose (object);
}

static void
tambour_insight_row_class_init (TambourInsightRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_insight_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-insight-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourInsightRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourInsightRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourInsightRow, tag_label);
}

static void
tambour_insight_row_init (TambourInsightRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_row_menu_add (GTK_LIST_BOX_ROW (self));
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
}

/**
 * tambour_insight_row_new:
 *
 * Returns: (transfer floating): a row that says nothing, with a menu that offers nothing
 */
GtkWidget *
tambour_insight_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_INSIGHT_ROW, NULL);
}

/**
 * tambour_insight_row_show:
 * @self: a row
 * @title: what happened
 * @line: where it comes from, or what came of it
 * @tag: (nullable): how it was found
 */
void
tambour_insight_row_show (TambourInsightRow *self,
                          const char        *title,
                          const char        *line,
                          const char        *tag)
{
  g_autofree char *name = g_strjoin (", ", title, line, tag, NULL);

  g_return_if_fail (TAMBOUR_IS_INSIGHT_ROW (self));

  gtk_label_set_text (self->title_label, title);
  tambour_tooltip_set (self->title_label, title);
  gtk_label_set_text (self->line_label, line);
  tambour_tooltip_set (self->line_label, line);
  gtk_label_set_text (self->tag_label, tag ? tag : "");
  show_tag (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
