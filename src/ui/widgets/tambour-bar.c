/* tambour-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-bar.h"

/**
 * TambourBar:
 *
 * How much of something has passed or is used: a thin bar, filled in the colour
 * of its style from the side where lines begin. It is one widget where
 * GtkLevelBar is five, and every response clock has one.
 */
struct _TambourBar
{
  GtkWidget parent_instance;

  double    part;
};

G_DEFINE_FINAL_TYPE (TambourBar, tambour_bar, GTK_TYPE_WIDGET)

static void
tambour_bar_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  TambourBar *self = TAMBOUR_BAR (widget);
  float width = (float) (gtk_widget_get_width (widget) * self->part);
  float height = (float) gtk_widget_get_height (widget);
  gboolean is_reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (is_reversed ? gtk_widget_get_width (widget) - width : 0, 0, width, height);
  GskRoundedRect filled;
  GdkRGBA colour;

  if (width <= 0)
    return;

  gtk_widget_get_color (widget, &colour);
  gsk_rounded_rect_init_from_rect (&filled, &bounds, MIN (width, height) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &filled);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
tambour_bar_class_init (TambourBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = tambour_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "gauge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
tambour_bar_init (TambourBar *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 0.0,
                                  -1);
}

/**
 * tambour_bar_set_part:
 * @self: a bar
 * @part: how much is filled; below 0 none, above 1 all
 */
void
tambour_bar_set_part (TambourBar *self,
                      double      part)
{
  g_return_if_fail (TAMBOUR_IS_BAR (self));

  part = CLAMP (part, 0, 1);
  if (self->part == part)
    return;

  self->part = part;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, part, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
