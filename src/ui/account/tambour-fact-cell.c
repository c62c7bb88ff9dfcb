/* tambour-fact-cell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-fact-cell.h"
#include "tambour-tooltip.h"

/**
 * TambourFactCell:
 *
 * A fact in a list: something at its beginning, a title above a quiet line, and
 * a quiet remark at its end.
 */
struct _TambourFactCell
{
  GtkBox    parent_instance;

  /* Template widgets */
  AdwBin   *prefix;
  GtkLabel *title_label;
  GtkLabel *line_label;
  GtkLabel *end_label;
};

G_DEFINE_FINAL_TYPE (TambourFactCell, tambour_fact_cell, GTK_TYPE_BOX)

static void
tambour_fact_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_FACT_CELL);

  G_OBJECT_CLASS (tambour_fact_cell_parent_class)->dispose (object);
}

static void
tambour_fact_cell_class_init (TambourFactCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_fact_cell_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-fact-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourFactCell, prefix);
  gtk_widget_class_bind_template_child (widget_class, TambourFactCell, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourFactCell, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourFactCell, end_label);
}

static void
tambour_fact_cell_init (TambourFactCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_fact_cell_new:
 * @prefix: (transfer floating): what stands at its beginning
 * @is_tight: whether it is one of many
 *
 * Returns: (transfer floating): a cell without a fact
 */
GtkWidget *
tambour_fact_cell_new (GtkWidget *prefix,
                       gboolean   is_tight)
{
  TambourFactCell *self = g_object_new (TAMBOUR_TYPE_FACT_CELL, NULL);

  adw_bin_set_child (self->prefix, prefix);
  if (is_tight)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tight");

  return GTK_WIDGET (self);
}

/**
 * tambour_fact_cell_new_row:
 * @prefix: (transfer floating): what stands at its beginning
 * @is_tight: whether it is one of many
 *
 * Returns: (transfer floating): a row of a list box that has a cell in it
 */
GtkWidget *
tambour_fact_cell_new_row (GtkWidget *prefix,
                           gboolean   is_tight)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), tambour_fact_cell_new (prefix, is_tight));
  gtk_widget_add_css_class (row, "cell");

  return row;
}

/**
 * tambour_fact_cell_of_row:
 * @row: what tambour_fact_cell_new_row() gave
 *
 * Returns: (transfer none): the cell in it
 */
TambourFactCell *
tambour_fact_cell_of_row (GtkWidget *row)
{
  return TAMBOUR_FACT_CELL (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
}

/**
 * tambour_fact_cell_get_prefix:
 * @self: a cell
 *
 * Returns: (transfer none): what stands at its beginning
 */
GtkWidget *
tambour_fact_cell_get_prefix (TambourFactCell *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FACT_CELL (self), NULL);

  return adw_bin_get_child (self->prefix);
}

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gboolean says_something = text != NULL && *text != '\0';

  gtk_label_set_text (label, says_something ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), says_something);
}

/**
 * tambour_fact_cell_show:
 * @self: a cell
 * @title: what it is about
 * @line: (nullable): the quiet line below
 * @end: (nullable): the remark at its end
 *
 * A row around it is called by all of that.
 */
void
tambour_fact_cell_show (TambourFactCell *self,
                        const char      *title,
                        const char      *line,
                        const char      *end)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  g_return_if_fail (TAMBOUR_IS_FACT_CELL (self));

  show_label (self->title_label, title);
  show_label (self->line_label, line);
  show_label (self->end_label, end);
  tambour_tooltip_set (self->line_label, line && *line ? line : NULL);

  if (GTK_IS_LIST_BOX_ROW (parent))
    {
      g_autofree char *name = tambour_fact_cell_dup_name (self);

      gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/**
 * tambour_fact_cell_dup_name:
 * @self: a cell
 *
 * Returns: (transfer full): all that it says, for screen readers
 */
char *
tambour_fact_cell_dup_name (TambourFactCell *self)
{
  const char *texts[] = {
    gtk_label_get_text (self->title_label),
    gtk_label_get_text (self->line_label),
    gtk_label_get_text (self->end_label),
  };
  g_autoptr(GString) name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i] != '\0')
      /* Translators: stands between two facts, for screen readers */
      g_string_append_printf (name, "%s%s", name->len > 0 ? _(", ") : "", texts[i]);

  return g_string_free (g_steal_pointer (&name), FALSE);
}
