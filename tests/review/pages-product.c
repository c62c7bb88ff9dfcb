/* pages-product.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pages-product.h"

#include <string.h>

#include "pages-reader.h"
#include "tambour-pdf.h"

#include "tambour-wording.h"

/* --- laying out ------------------------------------------------------------------ */

/* To look at: every document that a test lays out, as a file in TAMBOUR_PAGES_OUT. */
static void
keep_document (TambourDocument *document)
{
  static guint number;
  g_autofree char *name = g_strdup_printf ("product-%02u-%s.pdf", ++number, strrchr (g_test_get_path (), '/') + 1);
  g_autofree char *path = NULL;

  if (g_getenv ("TAMBOUR_PAGES_OUT") == NULL)
    return;

  path = g_build_filename (g_getenv ("TAMBOUR_PAGES_OUT"), name, NULL);
  g_assert_true (tambour_pdf_write (document, path, NULL));
}

TambourDocument *
product_lay_out (TambourFacts *facts)
{
  g_autoptr(GError) error = NULL;
  TambourReviewSettings settings = { .language = "en", .product = "Quillmere" };
  TambourDocument *document = tambour_review_layout (facts, &settings, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  keep_document (document);
  pages_assert_clean (document);
  pages_assert_references (document);

  return document;
}

/* The design's example with what @filter makes of it. */
TambourDocument *
product_lay_out_filtered (PagesFilter filter)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (filter);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);

  return product_lay_out (facts);
}

void
product_assert_page_says_all (TambourDocument    *document,
                              guint               page,
                              const char * const *expected)
{
  for (guint i = 0; expected[i]; i++)
    pages_assert_says (document, page, expected[i]);
}

void
product_assert_is_silent (TambourDocument *document,
                          guint            page,
                          const char      *unwanted)
{
  g_autofree char *text = pages_read (document, page);

  if (strstr (text, unwanted))
    g_test_message ("Page %u: %s", page + 1, text);
  g_assert_null (strstr (text, unwanted));
}

void
product_assert_title (TambourDocument *document,
                      guint            page,
                      const char      *expected)
{
  g_auto(GStrv) parts = g_strsplit (tambour_document_get_page (document, page)->outline, TAMBOUR_NBSP, -1);
  g_autofree char *title = g_strjoinv (" ", parts);

  g_assert_cmpstr (title, ==, expected);
  pages_assert_says (document, page, expected);
}
