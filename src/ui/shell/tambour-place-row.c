/* tambour-place-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-place-row.h"

/**
 * TambourPlaceRow:
 *
 * A place in the sidebar, with how many things there cannot wait.
 */
struct _TambourPlaceRow
{
  GtkListBoxRow       parent_instance;

  const TambourPlace *place;

  /* Template widgets */
  GtkImage           *icon;
  GtkLabel           *title_label;
  GtkLabel           *count_label;
};

G_DEFINE_FINAL_TYPE (TambourPlaceRow, tambour_place_row, GTK_TYPE_LIST_BOX_ROW)

/* A list would also select the row that the focus comes to, and so leave what is
 * shown: arrows go on from there, and Enter opens it.
 */
static gboolean
tambour_place_row_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  return !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
}

static void
tambour_place_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_PLACE_ROW);

  G_OBJECT_CLASS (tambour_place_row_parent_class)->dispose (object);
}

static void
tambour_place_row_class_init (TambourPlaceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_place_row_dispose;

  widget_class->focus = tambour_place_row_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourPlaceRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TambourPlaceRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPlaceRow, count_label);
}

static void
tambour_place_row_init (TambourPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_place_row_new:
 * @place: a place
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
tambour_place_row_new (const TambourPlace *place)
{
  TambourPlaceRow *self = g_object_new (TAMBOUR_TYPE_PLACE_ROW, NULL);

  self->place = place;
  gtk_label_set_text (self->title_label, _(place->title));
  gtk_image_set_from_icon_name (self->icon, place->icon);
  if (!place->counts_urgent)
    gtk_widget_set_css_classes (GTK_WIDGET (self->count_label), (const char *[]) { "dimmed", "numeric", "small", NULL });
  tambour_place_row_set_count (self, 0);

  return GTK_WIDGET (self);
}

/**
 * tambour_place_row_get_place:
 * @self: a row
 *
 * Returns: (transfer none): where it leads
 */
const TambourPlace *
tambour_place_row_get_place (TambourPlaceRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PLACE_ROW (self), NULL);

  return self->place;
}

/**
 * tambour_place_row_set_count:
 * @self: a row
 * @count: how many things there cannot wait, are open, or are to be told
 */
void
tambour_place_row_set_count (TambourPlaceRow *self,
                             guint            count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  g_autofree char *name = NULL;

  g_return_if_fail (TAMBOUR_IS_PLACE_ROW (self));

  gtk_label_set_text (self->count_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), count > 0);

  if (count > 0 && g_str_equal (self->place->id, TAMBOUR_PLACE_REQUESTS))
    /* Translators: a place and of how many things there somebody must be told: "Requests, 3 to tell" */
    name = g_strdup_printf (ngettext ("%s, %u to tell", "%s, %u to tell", count), _(self->place->title), count);
  else if (count > 0 && !self->place->counts_urgent)
    /* Translators: a place and how many things there are open: "Cases, 8 open" */
    name = g_strdup_printf (ngettext ("%s, %u open", "%s, %u open", count), _(self->place->title), count);
  else if (count > 0)
    /* Translators: a place and how many things there cannot wait: "Today, 2 urgent" */
    name = g_strdup_printf (ngettext ("%s, %u urgent", "%s, %u urgent", count), _(self->place->title), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name ? name : _(self->place->title),
                                  -1);
}
