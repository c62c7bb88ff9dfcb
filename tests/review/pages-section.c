/* pages-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pages-section.h"

#include <string.h>

#include "pages-reader.h"
#include "tambour-pdf.h"
#include "tambour-review.h"

/* Lays a review out and finds what its pages say by the name of their section. */

TambourDocument *
pages_lay_out (TambourFacts *facts)
{
  g_autoptr(GError) error = NULL;
  TambourReviewSettings settings = { .language = "en", .product = "Quillmere" };
  TambourDocument *document = tambour_review_layout (facts, &settings, &error);
  const char *folder = g_getenv ("TAMBOUR_PAGES_OUT");

  g_assert_no_error (error);
  if (folder)
    {
      g_autofree char *name = g_strconcat ("next-", strrchr (g_test_get_path (), '/') + 1, ".pdf", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (tambour_pdf_write (document, path, NULL));
    }
  pages_assert_clean (document);
  pages_assert_references (document);

  return document;
}

void
pages_section_says (TambourDocument *document,
                    const char      *section,
                    const char      *expected)
{
  guint page = pages_find (document, section);

  g_assert_cmpuint (page, <, tambour_document_get_n_pages (document));
  pages_assert_says (document, page, expected);
}

void
pages_section_is_silent (TambourDocument *document,
                         const char      *section,
                         const char      *unexpected)
{
  guint page = pages_find (document, section);
  g_autofree char *text = NULL;

  g_assert_cmpuint (page, <, tambour_document_get_n_pages (document));
  text = pages_read (document, page);
  if (strstr (text, unexpected))
    g_test_message ("%s says “%s”", section, unexpected);
  g_assert_null (strstr (text, unexpected));
}

void
pages_section_is_absent (TambourDocument *document,
                         const char      *section)
{
  g_assert_cmpuint (pages_find (document, section), ==, tambour_document_get_n_pages (document));
}
