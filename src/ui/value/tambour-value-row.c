/* tambour-value-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-row-menu.h"
#include "tambour-tooltip.h"
#include "tambour-value-row.h"

/**
 * TambourValueRow:
 *
 * A line of the value ledger: what it is, how it stands, and what it comes to.
 */
struct _TambourValueRow
{
  GtkListBoxRow  parent_instance;

  gboolean       has_tag;
  gboolean       is_small;

  /* Template widgets */
  GtkLabel      *title_label;
  GtkLabel      *line_label;
  GtkLabel      *tag_label;
  GtkWidget     *amount_box;
  GtkLabel      *amount_label;
  GtkLabel      *share_label;
};

G_DEFINE_FINAL_TYPE (TambourValueRow, tambour_value_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  tambour_tooltip_set (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Where there is no room for it, the section says the same. */
static void
show_tag (TambourValueRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->tag_label), self->has_tag && !self->is_small);
}

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourValueRow *self = TAMBOUR_VALUE_ROW (widget);

  self->is_small = breadth >= TAMBOUR_BREADTH_SMALL;
  show_tag (self);
}

static void
tambour_value_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_VALUE_ROW);

  G_OBJECT_CLASS (tambour_value_row_parent_class)->dispose (object);
}

static void
tambour_value_row_class_init (TambourValueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_value_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-value-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourValueRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourValueRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourValueRow, tag_label);
  gtk_widget_class_bind_template_child (widget_class, TambourValueRow, amount_box);
  gtk_widget_class_bind_template_child (widget_class, TambourValueRow, amount_label);
  gtk_widget_class_bind_template_child (widget_class, TambourValueRow, share_label);
}

static void
tambour_value_row_init (TambourValueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_row_menu_add (GTK_LIST_BOX_ROW (self));
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
}

/**
 * tambour_value_row_new:
 * @amounts: what makes the amounts of a list equally wide
 *
 * Returns: (transfer floating): a row that says nothing
 */
GtkWidget *
tambour_value_row_new (GtkSizeGroup *amounts)
{
  TambourValueRow *self = g_object_new (TAMBOUR_TYPE_VALUE_ROW, NULL);

  gtk_size_group_add_widget (amounts, self->amount_box);

  return GTK_WIDGET (self);
}

/**
 * tambour_value_row_show:
 * @self: a row
 * @words: what it says
 */
void
tambour_value_row_show (TambourValueRow         *self,
                        const TambourValueWords *words)
{
  const char *parts[] = { words->title, words->line, words->tag, words->amount, words->share };
  const char *classes[] = { "tag", words->tag_style, NULL };
  g_autoptr(GString) name = g_string_new (NULL);

  g_return_if_fail (TAMBOUR_IS_VALUE_ROW (self));

  show_text (self->title_label, words->title);
  show_text (self->line_label, words->line);
  show_text (self->amount_label, words->amount);
  show_text (self->share_label, words->share);
  gtk_label_set_text (self->tag_label, words->tag ? words->tag : "");
  self->has_tag = words->tag != NULL;
  show_tag (self);
  gtk_widget_set_css_classes (GTK_WIDGET (self->tag_label), classes);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", parts[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}
