/* tambour-project-matrix-draw.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-project-matrix-private.h"
#include "tambour-roadmap-text.h"

/* How the matrix looks below its points. */

#define RADIUS 8
#define INSET  9

/* Of the size of the text around. */
#define SCALE 0.76

/* How strong the quadrants are, of the colour of text, or of the accent. */
#define ALPHA_NEXT  .13f
#define ALPHA_PLAIN .06f
#define ALPHA_LEAVE .03f
#define ALPHA_CELL  .25f
#define ALPHA_WORDS .72f

/**
 * tambour_project_matrix_new_layout:
 * @self: a matrix
 * @text: what is written
 * @is_bold: whether in bold
 *
 * Returns: (transfer full): small words
 */
PangoLayout *
tambour_project_matrix_new_layout (TambourProjectMatrix *self,
                                   const char           *text,
                                   gboolean              is_bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (SCALE));
  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);

  return layout;
}

static void
get_colours (TambourProjectMatrix *self,
             GdkRGBA              *accent,
             GdkRGBA              *text)
{
  gtk_widget_get_color (GTK_WIDGET (self), accent);
  gtk_widget_get_color (gtk_widget_get_parent (GTK_WIDGET (self)), text);
}

static void
fill (GtkSnapshot           *snapshot,
      const graphene_rect_t *bounds,
      GdkRGBA                colour,
      float                  alpha)
{
  GskRoundedRect shape;

  colour.alpha *= alpha;
  gsk_rounded_rect_init_from_rect (&shape, bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &colour, bounds);
  gtk_snapshot_pop (snapshot);
}

/* Its name is above in the upper ones, and below in the lower ones. */
static void
draw_quadrant (TambourProjectMatrix *self,
               GtkSnapshot          *snapshot,
               TambourQuadrant       quadrant)
{
  const TambourMatrixPlane plane = tambour_project_matrix_get_plane (self);
  graphene_rect_t bounds = tambour_matrix_plane_get_quadrant (&plane, quadrant);
  g_autoptr(PangoLayout) name = tambour_project_matrix_new_layout (self, tambour_roadmap_text_quadrant (quadrant), TRUE);
  gboolean is_next = quadrant == TAMBOUR_QUADRANT_DO_NEXT;
  gboolean is_upper = is_next || quadrant == TAMBOUR_QUADRANT_PLAN;
  GdkRGBA accent, text;
  int height;

  get_colours (self, &accent, &text);
  fill (snapshot, &bounds, is_next ? accent : text,
        is_next ? ALPHA_NEXT : quadrant == TAMBOUR_QUADRANT_LEAVE ? ALPHA_LEAVE
                                                                  : ALPHA_PLAIN);

  text.alpha *= ALPHA_WORDS;
  pango_layout_set_width (name, (int) MAX (0, bounds.size.width - 2 * INSET) * PANGO_SCALE);
  pango_layout_get_pixel_size (name, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (bounds.origin.x + INSET,
                                                          is_upper ? bounds.origin.y + INSET - 2 : bounds.origin.y + bounds.size.height - (float) height - INSET + 2));
  gtk_snapshot_append_layout (snapshot, name, &text);
  gtk_snapshot_restore (snapshot);
}

/* Where the point will be that is moved. */
static void
draw_target (TambourProjectMatrix *self,
             GtkSnapshot          *snapshot)
{
  const TambourMatrixPlane plane = tambour_project_matrix_get_plane (self);
  graphene_rect_t cell;
  GdkRGBA accent, text;

  if (self->moving == NULL)
    return;

  get_colours (self, &accent, &text);
  cell = tambour_matrix_plane_get_cell (&plane, self->moving->impact, self->moving->effort);
  fill (snapshot, &cell, accent, ALPHA_CELL);
}

static void
draw_across (TambourProjectMatrix *self,
             GtkSnapshot          *snapshot,
             const char           *words,
             gboolean              at_end)
{
  const TambourMatrixPlane plane = tambour_project_matrix_get_plane (self);
  g_autoptr(PangoLayout) layout = tambour_project_matrix_new_layout (self, words, FALSE);
  float half = plane.bounds.size.width / 2;
  float x = plane.bounds.origin.x;
  GdkRGBA accent, text;
  int width;

  get_colours (self, &accent, &text);
  text.alpha *= ALPHA_WORDS;
  pango_layout_get_pixel_size (layout, &width, NULL);
  width = MIN (width + 1, (int) half - 4);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  if (at_end != plane.is_rtl)
    x += plane.bounds.size.width - (float) width;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, plane.bounds.origin.y + plane.bounds.size.height + 3));
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
}

/* Read from below, beside the plane where lines begin. */
static void
draw_along (TambourProjectMatrix *self,
            GtkSnapshot          *snapshot,
            const char           *words,
            gboolean              is_above)
{
  const TambourMatrixPlane plane = tambour_project_matrix_get_plane (self);
  g_autoptr(PangoLayout) layout = tambour_project_matrix_new_layout (self, words, FALSE);
  float half = plane.bounds.size.height / 2;
  float y = plane.bounds.origin.y + plane.bounds.size.height;
  GdkRGBA accent, text;
  int width, height;

  get_colours (self, &accent, &text);
  text.alpha *= ALPHA_WORDS;
  pango_layout_get_pixel_size (layout, &width, &height);
  width = MIN (width + 1, (int) half - 4);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  if (is_above)
    y = plane.bounds.origin.y + (float) width;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (plane.is_rtl ? plane.bounds.origin.x + plane.bounds.size.width + 3
                                                                       : plane.bounds.origin.x - (float) height - 3,
                                                          y));
  gtk_snapshot_rotate (snapshot, -90);
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
}

/**
 * tambour_project_matrix_draw:
 * @self: a matrix
 * @snapshot: a snapshot
 *
 * Draws all but the points.
 */
void
tambour_project_matrix_draw (TambourProjectMatrix *self,
                             GtkSnapshot          *snapshot)
{
  for (TambourQuadrant quadrant = TAMBOUR_QUADRANT_DO_NEXT; quadrant <= TAMBOUR_QUADRANT_LEAVE; quadrant++)
    draw_quadrant (self, snapshot, quadrant);

  draw_target (self, snapshot);
  draw_across (self, snapshot, _("Less effort"), FALSE);
  draw_across (self, snapshot, _("More effort"), TRUE);
  draw_along (self, snapshot, _("Less impact"), FALSE);
  draw_along (self, snapshot, _("More impact"), TRUE);
}
