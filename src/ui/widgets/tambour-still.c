/* tambour-still.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-still.h"

#include <math.h>

/**
 * TambourStill:
 *
 * What lies under a dialog. Without a graphics card all that is under the part of
 * a window that changes is drawn anew, whether one can see it or not: a page of
 * text for each letter that is typed above it. While it is covered, the page is
 * drawn to a picture, and that again only when the page itself changes.
 */
struct _TambourStill
{
  AdwBin   parent_instance;

  gboolean is_covered;
};

G_DEFINE_FINAL_TYPE (TambourStill, tambour_still, ADW_TYPE_BIN)

/* Returns: (transfer full) (nullable): the page as it would be drawn */
static GskRenderNode *
draw_page (TambourStill *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_CLASS (tambour_still_parent_class)->snapshot (GTK_WIDGET (self), snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

/* With as many pixels as the screen has. */
static cairo_surface_t *
draw_picture (TambourStill  *self,
              GskRenderNode *node)
{
  GdkSurface *screen = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));
  double scale = gdk_surface_get_scale (screen);
  cairo_surface_t *picture =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                (int) ceil (gtk_widget_get_width (GTK_WIDGET (self)) * scale),
                                (int) ceil (gtk_widget_get_height (GTK_WIDGET (self)) * scale));
  cairo_t *cr;

  cairo_surface_set_device_scale (picture, scale, scale);
  cr = cairo_create (picture);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);

  return picture;
}

static void
append_picture (TambourStill *self,
                GtkSnapshot  *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                               (float) gtk_widget_get_height (GTK_WIDGET (self)));
  g_autoptr(GskRenderNode) node = draw_page (self);
  cairo_surface_t *picture;
  cairo_t *cr;

  if (node == NULL)
    return;

  picture = draw_picture (self, node);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
}

static void
tambour_still_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TambourStill *self = TAMBOUR_STILL (widget);
  GtkNative *native = gtk_widget_get_native (widget);

  if (self->is_covered && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    append_picture (self, snapshot);
  else
    GTK_WIDGET_CLASS (tambour_still_parent_class)->snapshot (widget, snapshot);
}

static void
tambour_still_class_init (TambourStillClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = tambour_still_snapshot;
}

static void
tambour_still_init (TambourStill *self)
{
}

/**
 * tambour_still_set_covered:
 * @self: what a window shows
 * @is_covered: whether a dialog is above it
 */
void
tambour_still_set_covered (TambourStill *self,
                           gboolean      is_covered)
{
  g_return_if_fail (TAMBOUR_IS_STILL (self));

  if (self->is_covered == is_covered)
    return;

  self->is_covered = is_covered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
