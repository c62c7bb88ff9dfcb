/* tambour-pdf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo-pdf.h>

#include "tambour-mark-cairo.h"
#include "tambour-pdf.h"
#include "tambour-pdf-private.h"

static cairo_status_t
take_bytes (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t      *surface,
              cairo_pdf_metadata_t  key,
              const char           *value)
{
  if (value != NULL && value[0] != '\0')
    cairo_pdf_surface_set_metadata (surface, key, value);
}

/* Dates come from the data, so that the same review is the same file. */
static void
describe (cairo_surface_t *surface,
          TambourDocument *document)
{
  g_autoptr(GDateTime) created = g_date_time_new_from_unix_utc (tambour_document_get_created (document));
  g_autofree char *date = g_date_time_format (created, "%Y-%m-%dT%H:%M:%SZ");

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, tambour_document_get_title (document));
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, tambour_document_get_author (document));
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, tambour_document_get_subject (document));
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Tambour " TAMBOUR_VERSION);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static void
write_outline (cairo_surface_t *surface,
               const char      *title,
               guint            number,
               double           y)
{
  g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d]", number, (int) y);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, target, 0);
}

static void
write_page (cairo_surface_t       *surface,
            cairo_t               *cr,
            TambourDocument       *document,
            const TambourPageInfo *page,
            guint                  number)
{
  const TambourPageHeading *headings;
  const TambourMark *marks;
  guint n_headings, n_marks;

  cairo_pdf_surface_set_page_label (surface, page->label);
  if (page->outline != NULL)
    write_outline (surface, page->outline, number, 0);
  headings = tambour_document_get_headings (document, &n_headings);
  for (guint i = 0; i < n_headings; i++)
    if (headings[i].page + 1 == number)
      write_outline (surface, headings[i].title, number, headings[i].y);

  marks = tambour_canvas_get_marks (page->canvas, &n_marks);
  tambour_marks_paint (marks, n_marks, tambour_document_get_theme (document),
                       TAMBOUR_PAINT_TAGS,
                       tambour_document_get_n_pages (document), cr);
}

static cairo_status_t
write_pages (TambourDocument *document,
             GByteArray      *bytes)
{
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (take_bytes, bytes,
                                         tambour_document_get_width (document),
                                         tambour_document_get_height (document));
  cairo_t *cr = cairo_create (surface);
  guint n_pages = tambour_document_get_n_pages (document);
  cairo_status_t status;

  /* Later versions pack objects into streams, where what cairo lacks could not be added. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  describe (surface, document);

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < n_pages; i++)
    {
      tambour_document_tell_page (document, i + 1);
      write_page (surface, cr, document, tambour_document_get_page (document, i), i + 1);
      /* Whatever comes after the last page, even the end of a tag, would be one page more. */
      if (i + 1 < n_pages)
        cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");

  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

/**
 * tambour_pdf_to_bytes:
 *
 * Writes @document as a PDF with its fonts, outline, page labels, structure,
 * language, links and alternative texts. The same document gives the same
 * bytes.
 *
 * Returns: (transfer full): %NULL with a #GIOErrorEnum
 */
GBytes *
tambour_pdf_to_bytes (TambourDocument  *document,
                      GError          **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_sized_new (128 * 1024);
  cairo_status_t status = write_pages (document, bytes);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   "The PDF could not be made: %s", cairo_status_to_string (status));
      return NULL;
    }

  tambour_pdf_complete (document, bytes);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * tambour_pdf_write:
 *
 * Writes @document to @path, which has the old file or the whole new one and
 * nothing in between.
 *
 * Returns: %FALSE with a #GFileError, such as %G_FILE_ERROR_NOSPC
 */
gboolean
tambour_pdf_write (TambourDocument  *document,
                   const char       *path,
                   GError          **error)
{
  g_autoptr(GBytes) bytes = tambour_pdf_to_bytes (document, error);
  const char *data;
  gsize size;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);

  return g_file_set_contents_full (path, data, size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_ONLY_EXISTING,
                                   0666, error);
}
