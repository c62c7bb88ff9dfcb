/* tambour-figure-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-figure-row.h"

/**
 * TambourFigureRow:
 *
 * A figure of a review: its value, what it is, which records it stands on, and what it was when
 * somebody looked at it last.
 */
struct _TambourFigureRow
{
  GtkListBoxRow  parent_instance;

  char          *key;

  /* Template widgets */
  GtkLabel      *title_label;
  GtkLabel      *source_label;
  GtkWidget     *change_box;
  GtkLabel      *change_label;
  GtkButton     *check_button;
};

G_DEFINE_FINAL_TYPE (TambourFigureRow, tambour_figure_row, GTK_TYPE_LIST_BOX_ROW)

static void
checked_cb (TambourFigureRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "review.check", "s", self->key);
}

static void
tambour_figure_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_FIGURE_ROW);

  G_OBJECT_CLASS (tambour_figure_row_parent_class)->dispose (object);
}

static void
tambour_figure_row_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_FIGURE_ROW (object)->key, g_free);

  G_OBJECT_CLASS (tambour_figure_row_parent_class)->finalize (object);
}

static void
tambour_figure_row_class_init (TambourFigureRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_figure_row_dispose;
  object_class->finalize = tambour_figure_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-figure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourFigureRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourFigureRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, TambourFigureRow, change_box);
  gtk_widget_class_bind_template_child (widget_class, TambourFigureRow, change_label);
  gtk_widget_class_bind_template_child (widget_class, TambourFigureRow, check_button);
  gtk_widget_class_bind_template_callback (widget_class, checked_cb);
}

static void
tambour_figure_row_init (TambourFigureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_figure_row_new:
 *
 * Returns: (transfer floating): a row that shows no figure yet
 */
GtkWidget *
tambour_figure_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_FIGURE_ROW, NULL);
}

/* The value is what the eye looks for. */
static void
show_title (TambourFigureRow *self,
            const char       *value,
            const char       *name)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", value, name);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  weight->end_index = (guint) strlen (value);
  pango_attr_list_insert (attributes, weight);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_attributes (self->title_label, attributes);
}

/**
 * tambour_figure_row_show:
 * @self: a row
 * @key: of the figure
 * @value: as the pages show it
 * @name: what it is
 * @source: which records it stands on
 * @change: (nullable): what it was when somebody looked at it last, if that is something else
 */
void
tambour_figure_row_show (TambourFigureRow *self,
                         const char       *key,
                         const char       *value,
                         const char       *name,
                         const char       *source,
                         const char       *change)
{
  g_autofree char *label = NULL;
  g_autofree char *question = NULL;

  g_return_if_fail (TAMBOUR_IS_FIGURE_ROW (self));

  g_set_str (&self->key, key);
  show_title (self, value, name);
  gtk_label_set_text (self->source_label, source);
  gtk_label_set_text (self->change_label, change ? change : "");
  gtk_widget_set_visible (self->change_box, change != NULL);

  label = g_strjoin (", ", value, name, source, change, NULL);
  /* Translators: a button: somebody has looked at the figure that %s names */
  question = g_strdup_printf (_("%s is checked"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check_button), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
}

/**
 * tambour_figure_row_get_key:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the key of its figure
 */
const char *
tambour_figure_row_get_key (TambourFigureRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FIGURE_ROW (self), NULL);

  return self->key;
}
