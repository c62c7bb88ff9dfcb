/* tambour-png.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tambour-mark-cairo.h"
#include "tambour-png.h"

/**
 * tambour_png_to_surface:
 * @page: from 0
 * @scale: pixels for each point: 4/3 is 96 dots an inch
 *
 * Returns: (transfer full): the page on white paper, as the PDF shows it
 */
cairo_surface_t *
tambour_png_to_surface (TambourDocument *document,
                        guint            page,
                        double           scale)
{
  const TambourPageInfo *info = tambour_document_get_page (document, page);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                (int) lround (tambour_document_get_width (document) * scale),
                                (int) lround (tambour_document_get_height (document) * scale));
  cairo_t *cr = cairo_create (surface);
  const TambourMark *marks;
  guint n_marks;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);

  if (info != NULL)
    {
      marks = tambour_canvas_get_marks (info->canvas, &n_marks);
      tambour_marks_paint (marks, n_marks, tambour_document_get_theme (document), TAMBOUR_PAINT_PLAIN, 0, cr);
    }
  cairo_destroy (cr);

  return surface;
}

/**
 * tambour_png_write:
 * @page: from 0
 * @scale: pixels for each point
 *
 * Writes a picture of one page to @path.
 *
 * Returns: %FALSE with a #GIOErrorEnum if it could not be written
 */
gboolean
tambour_png_write (TambourDocument  *document,
                   guint             page,
                   double            scale,
                   const char       *path,
                   GError          **error)
{
  cairo_surface_t *surface = tambour_png_to_surface (document, page, scale);
  cairo_status_t status = cairo_surface_write_to_png (surface, path);

  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   "The picture %s could not be written: %s", path, cairo_status_to_string (status));
      return FALSE;
    }

  return TRUE;
}
