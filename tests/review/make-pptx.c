/* make-pptx.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "draw-fixture.h"
#include "pages-fixture.h"
#include "tambour-page.h"
#include "tambour-pdf.h"
#include "tambour-pptx.h"

/* Writes the presentations that check-pptx.py reads.
 *
 * usage: make-pptx FOLDER            the decks of the design and of two portfolios
 *        make-pptx FILE MASTER.pptx  the design on a company's master; 1 if it is refused
 *        make-pptx --bench COUNT     how long one takes, in milliseconds */

static void
fail (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
write_deck (TambourDocument *deck,
            const char      *folder,
            const char      *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *twin = g_strconcat (path, ".again", NULL);
  g_autofree char *pdf = g_strconcat (path, ".pdf", NULL);
  g_autoptr(GError) error = NULL;

  tambour_pptx_write (deck, NULL, path, &error);
  fail (error);
  tambour_pptx_write (deck, NULL, twin, &error);
  fail (error);
  tambour_pdf_write (deck, pdf, &error);
  fail (error);
}

static void
write_review (TambourFacts *facts,
              const char   *folder,
              const char   *name,
              const char   *language)
{
  TambourReviewSettings settings = { .language = language, .product = "Quillmere" };
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourDocument) deck = tambour_review_layout (facts, &settings, &error);

  fail (error);
  write_deck (deck, folder, name);
}

/* Text from outside that would be markup, formula or nothing at all. */
static void
write_hostile (const char *folder)
{
  g_autoptr(TambourDocument) deck = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, FALSE);
  TambourCanvas *canvas = tambour_document_add_page (deck, "13", "a < b & \"c\"");
  g_autoptr(TambourRich) rich = tambour_rich_new ("<a:t>=1+1</a:t> & ]]> \x01\x0b\x1f '\"");

  tambour_page_frame (canvas, &(TambourPageFrame) {
                                .label = "<b>", .title = "a < b & \"c\"", .source = "</p:sld>", .footer = "&amp;", .number = "13" });
  tambour_rich_add_page (rich, "p. 99", 99);
  tambour_rich_add_page (rich, "p. 2", 2);
  tambour_page_paragraph (canvas, 48, 116, 400, TAMBOUR_ROLE_BODY, rich);
  tambour_document_set_title (deck, "<title> & \x02");
  tambour_document_add_note (deck, 12, "<note> & \x03");
  write_deck (deck, folder, "hostile.pptx");
}

static int
write_all (const char *folder)
{
  g_autoptr(TambourDocument) design = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, FALSE);
  g_autoptr(TambourDocument) mirrored = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, TRUE);
  g_autoptr(TambourDocument) brand = draw_fixture_deck (0xd14b1f, FALSE);
  g_autoptr(PagesFixture) varnholt = pages_fixture_varnholt (NULL);
  g_autoptr(PagesFixture) thin = pages_fixture_thin (3);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (varnholt);
  g_autoptr(TambourFacts) few = pages_fixture_facts (thin);

  write_deck (design, folder, "design.pptx");
  write_deck (mirrored, folder, "mirrored.pptx");
  write_deck (brand, folder, "brand.pptx");
  write_review (facts, folder, "review.pptx", "en");
  write_review (few, folder, "thin.pptx", "en");
  write_hostile (folder);

  return 0;
}

static int
write_on_master (const char *path,
                 const char *master_path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPptxMaster) master = tambour_pptx_master_new (master_path, &error);
  g_autoptr(TambourDocument) deck = NULL;

  if (master == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  deck = draw_fixture_deck (tambour_pptx_master_get_accent (master), FALSE);
  tambour_pptx_write (deck, master, path, &error);
  fail (error);

  return 0;
}

static int
measure (int count)
{
  for (int i = 0; i < count; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(TambourDocument) deck = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, FALSE);
      gint64 laid_out = g_get_monotonic_time ();
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = tambour_pptx_to_bytes (deck, NULL, &error);

      fail (error);
      g_print ("%.1f ms to lay out, %.1f ms to write, %" G_GSIZE_FORMAT " bytes\n", (laid_out - start) / 1000.0,
               (g_get_monotonic_time () - laid_out) / 1000.0, g_bytes_get_size (bytes));
    }

  return 0;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 2)
    return write_all (argv[1]);
  if (argc == 3 && strcmp (argv[1], "--bench") == 0)
    return measure ((int) g_ascii_strtoll (argv[2], NULL, 10));
  if (argc == 3)
    return write_on_master (argv[1], argv[2]);

  g_printerr ("usage: make-pptx FOLDER | FILE MASTER | --bench COUNT\n");

  return 2;
}
