/* tambour-pack-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pack-line.h"

/**
 * TambourPackLine:
 *
 * A row of the continuity pack, which leads to its record.
 */
struct _TambourPackLine
{
  GtkListBoxRow  parent_instance;

  const char    *record;
  char          *id;

  /* Template widgets */
  GtkBox        *lead_box;
  GtkLabel      *lead_label;
  GtkLabel      *title_label;
  GtkLabel      *text_label;
  GtkLabel      *end_label;
};

G_DEFINE_FINAL_TYPE (TambourPackLine, tambour_pack_line, GTK_TYPE_LIST_BOX_ROW)

static void
tambour_pack_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_PACK_LINE);

  G_OBJECT_CLASS (tambour_pack_line_parent_class)->dispose (object);
}

static void
tambour_pack_line_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_PACK_LINE (object)->id, g_free);

  G_OBJECT_CLASS (tambour_pack_line_parent_class)->finalize (object);
}

static void
tambour_pack_line_class_init (TambourPackLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_pack_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_pack_line_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-pack-line.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourPackLine, lead_box);
  gtk_widget_class_bind_template_child (widget_class, TambourPackLine, lead_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPackLine, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPackLine, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPackLine, end_label);
}

static void
tambour_pack_line_init (TambourPackLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
join_lines (GPtrArray *lines)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i ? "\n" : "", (const char *) g_ptr_array_index (lines, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A priority is a tag, as everywhere else. */
static void
show_lead (TambourPackLine *self,
           const char      *lead)
{
  gboolean is_priority = lead && lead[0] == 'P' && g_ascii_isdigit (lead[1]) && lead[2] == '\0';
  g_autofree char *level = is_priority ? g_ascii_strdown (lead, -1) : NULL;
  const char *tag[] = { "priority", level, NULL };
  const char *plain[] = { "small", "numeric", NULL };

  gtk_label_set_text (self->lead_label, lead ? lead : "");
  gtk_widget_set_css_classes (GTK_WIDGET (self->lead_label), is_priority ? tag : plain);
  gtk_label_set_width_chars (self->lead_label, is_priority ? -1 : 11);
}

/**
 * tambour_pack_line_new:
 * @row: a row of a pack; not kept
 *
 * Returns: (transfer floating): a list box row that shows it
 */
GtkWidget *
tambour_pack_line_new (const TambourPackRow *row)
{
  TambourPackLine *self = g_object_new (TAMBOUR_TYPE_PACK_LINE, NULL);
  g_autofree char *text = join_lines (row->lines);
  g_autofree char *name = g_strjoin (", ", row->title, row->end, NULL);

  self->record = row->record;
  self->id = g_strdup (row->id);
  show_lead (self, row->lead);
  gtk_label_set_text (self->title_label, row->title);
  gtk_label_set_text (self->text_label, text);
  gtk_label_set_text (self->end_label, row->end ? row->end : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->end_label), row->end != NULL);
  if (row->is_urgent)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->end_label), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "strong");
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);

  return GTK_WIDGET (self);
}

/**
 * tambour_pack_line_set_narrow:
 * @self: a line
 * @is_narrow: whether its parts stand one below the other
 */
void
tambour_pack_line_set_narrow (TambourPackLine *self,
                              gboolean         is_narrow)
{
  GtkWidget *box;

  g_return_if_fail (TAMBOUR_IS_PACK_LINE (self));

  box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (box), is_narrow ? 2 : 12);
  gtk_label_set_xalign (self->end_label, is_narrow ? 0 : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->lead_box), !is_narrow || *gtk_label_get_text (self->lead_label) != '\0');
}

/**
 * tambour_pack_line_open:
 * @self: a line
 *
 * Opens its record.
 */
void
tambour_pack_line_open (TambourPackLine *self)
{
  g_return_if_fail (TAMBOUR_IS_PACK_LINE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", self->record, self->id);
}
