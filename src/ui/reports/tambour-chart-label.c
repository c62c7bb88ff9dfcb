/* tambour-chart-label.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "tambour-case.h"
#include "tambour-chart-label.h"

/* What the charts of the reports have in common: words, and the colours of priorities
 * (DESIGN.md section 4). */

#define FONT_SIZE .75
#define LABEL     .8f

#define ALPHA_P1   .8f
#define ALPHA_P3   .4f
#define ALPHA_NONE .25f

static PangoLayout *
new_layout (GtkWidget  *widget,
            const char *text,
            gboolean    is_strong)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (FONT_SIZE));
  if (is_strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

/**
 * tambour_chart_label_measure:
 * @widget: a chart
 * @text: a word
 * @height: (out) (optional): how high it is
 *
 * Returns: how wide it is
 */
float
tambour_chart_label_measure (GtkWidget  *widget,
                             const char *text,
                             float      *height)
{
  g_autoptr(PangoLayout) layout = new_layout (widget, text, TRUE);
  int width, lines;

  pango_layout_get_pixel_size (layout, &width, &lines);
  if (height != NULL)
    *height = (float) lines;

  return (float) width;
}

/**
 * tambour_chart_label_draw:
 * @widget: a chart
 * @snapshot: where it is drawn
 * @self: a word
 *
 * Draws it.
 */
void
tambour_chart_label_draw (GtkWidget               *widget,
                          GtkSnapshot             *snapshot,
                          const TambourChartLabel *self)
{
  g_autoptr(PangoLayout) layout = new_layout (widget, self->text, self->is_strong);
  GdkRGBA colour;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (self->width > 0 && (float) width > self->width)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) self->width * PANGO_SCALE);
      pango_layout_get_pixel_size (layout, &width, &height);
    }

  gtk_widget_get_color (widget, &colour);
  if (!self->is_strong)
    colour.alpha *= LABEL;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf (self->x - self->hold * (float) width),
                                                          roundf (self->y - (float) height / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/**
 * tambour_chart_priority:
 * @widget: a chart
 * @priority: of cases
 * @colour: (out): what they are drawn in
 *
 * Colour never tells it alone: what is drawn in it has a word beside it.
 */
void
tambour_chart_priority (GtkWidget *widget,
                        guint      priority,
                        GdkRGBA   *colour)
{
  if (priority == TAMBOUR_PRIORITY_P2 || priority == TAMBOUR_PRIORITY_P3)
    {
      AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
      g_autoptr(GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);

      *colour = *accent;
      colour->alpha *= priority == TAMBOUR_PRIORITY_P3 ? ALPHA_P3 : 1;
      return;
    }

  gtk_widget_get_color (widget, colour);
  colour->alpha *= priority == TAMBOUR_PRIORITY_P1 ? ALPHA_P1 : ALPHA_NONE;
}
