/* test-pdf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>
#include <libxml/parser.h>

#include "draw-fixture.h"
#include "tambour-page.h"
#include "tambour-pdf.h"
#include "tambour-png.h"

static GBytes *
make_pdf (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourDocument) deck = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, FALSE);
  GBytes *bytes = tambour_pdf_to_bytes (deck, &error);

  g_assert_no_error (error);

  return bytes;
}

static gboolean
has (GBytes     *bytes,
     const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

static void
test_equal_documents_are_equal_files (void)
{
  g_autoptr(GBytes) one = make_pdf ();
  g_autoptr(GBytes) other = make_pdf ();

  g_assert_true (g_bytes_equal (one, other));
}

static gpointer
make_in_thread (gpointer data)
{
  return make_pdf ();
}

static void
test_threads_do_not_matter (void)
{
  g_autoptr(GBytes) here = make_pdf ();
  GThread *threads[2];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("pdf", make_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr(GBytes) there = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (here, there));
    }
}

static void
test_fonts_are_embedded (void)
{
  g_autoptr(GBytes) pdf = make_pdf ();

  g_assert_true (has (pdf, "+Inter-Regular"));
  g_assert_true (has (pdf, "+Inter-SemiBold"));
  g_assert_true (has (pdf, "+Inter-Bold"));
  g_assert_true (has (pdf, "/FontFile3"));
  g_assert_false (has (pdf, "Helvetica"));
}

static void
test_readers_are_told_what_it_is (void)
{
  g_autoptr(GBytes) pdf = make_pdf ();

  g_assert_true (has (pdf, "Executive business review, Varnholt Maritime Group"));
  g_assert_true (has (pdf, "(Ines Okafor-Lindqvist)"));
  g_assert_true (has (pdf, "/Lang (en)"));
  g_assert_true (has (pdf, "/DisplayDocTitle true"));
  g_assert_true (has (pdf, "/StructTreeRoot"));
  g_assert_true (has (pdf, "/S /Figure"));
  g_assert_true (has (pdf, "/S /Table"));
  g_assert_true (has (pdf, "/PageLabels"));
  g_assert_true (has (pdf, "/Outlines"));
  g_assert_true (has (pdf, "/CreationDate (20261002"));
  g_assert_true (has (pdf, "/Alt (Causes; Policy and configuration questions 41; was 38"));
  g_assert_true (has (pdf, "/Type /Annot"));
}

/* Returns: (transfer full) (nullable): what stands between @before and @after, where that is */
static char *
dup_between (GBytes     *bytes,
             const char *before,
             const char *after)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *from = memmem (data, size, before, strlen (before));
  const char *to = from ? memmem (from, size - (from - data), after, strlen (after)) : NULL;

  return to ? g_strndup (from + strlen (before), to - from - strlen (before)) : NULL;
}

/* Its XMP says what its dictionary says, is well-formed whatever a name contains, and is in the catalogue. */
static void
test_it_describes_itself (void)
{
  g_autoptr(TambourDocument) deck = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, FALSE);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *packet = NULL;
  xmlDocPtr xml;

  tambour_document_set_title (deck, "Größe & <Söhne>: review");
  tambour_document_set_language (deck, "de");
  pdf = tambour_pdf_to_bytes (deck, &error);
  g_assert_no_error (error);

  packet = dup_between (pdf, "stream\n<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
                        "\n<?xpacket end=\"r\"?>\nendstream");
  g_assert_nonnull (packet);
  g_assert_nonnull (strstr (packet, "<rdf:li xml:lang=\"x-default\">Größe &amp; &lt;Söhne&gt;: review</rdf:li>"));
  g_assert_nonnull (strstr (packet, "<rdf:li>Ines Okafor-Lindqvist</rdf:li>"));
  g_assert_nonnull (strstr (packet, "<dc:language><rdf:Bag><rdf:li>de</rdf:li></rdf:Bag></dc:language>"));
  g_assert_nonnull (strstr (packet, "<xmp:CreateDate>2026-10-02T"));
  xml = xmlReadMemory (packet, (int) strlen (packet), NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
  g_assert_nonnull (xml);
  xmlFreeDoc (xml);
  g_assert_true (has (pdf, "/Metadata "));
}

static char *
make_path (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("tambour-pdf-XXXXXX", NULL);

  g_assert_nonnull (folder);

  return g_build_filename (folder, name, NULL);
}

static void
remove_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gboolean
run_tool (const char * const  *arguments,
          char               **output)
{
  g_autofree char *program = g_find_program_in_path (arguments[0]);
  g_autoptr(GError) error = NULL;
  int status = 0;

  if (program == NULL)
    return FALSE;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));

  return TRUE;
}

static void
test_other_programs_read_it (void)
{
  g_autoptr(TambourDocument) deck = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, FALSE);
  g_autofree char *path = make_path ("deck.pdf");
  g_autofree char *checked = NULL, *text = NULL, *described = NULL;
  g_autoptr(GError) error = NULL;

  tambour_pdf_write (deck, path, &error);
  g_assert_no_error (error);

  if (run_tool ((const char *[]) { "qpdf", "--check", path, NULL }, &checked))
    g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
  if (run_tool ((const char *[]) { "pdftotext", "-f", "4", "-l", "4", path, "-", NULL }, &text))
    g_assert_nonnull (strstr (text, "Roaming client connectivity"));
  if (run_tool ((const char *[]) { "pdfinfo", "-meta", path, NULL }, &described))
    g_assert_nonnull (strstr (described, "<dc:format>application/pdf</dc:format>"));
  remove_path (path);
}

static void
test_a_full_disk_leaves_the_old_file (void)
{
  g_autoptr(TambourDocument) deck = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, FALSE);
  g_autofree char *path = make_path ("deck.pdf");
  g_autofree char *kept = NULL;
  g_autoptr(GError) error = NULL;
  struct rlimit before, small;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 1000;
  setrlimit (RLIMIT_FSIZE, &small);

  g_assert_false (tambour_pdf_write (deck, path, &error));
  setrlimit (RLIMIT_FSIZE, &before);

  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, G_FILE_ERROR);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "old");
  remove_path (path);
}

static void
test_no_folder_is_an_error (void)
{
  g_autoptr(TambourDocument) deck = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, FALSE);
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_pdf_write (deck, "/nonexistent/deck.pdf", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_a_link_to_no_page_is_words_only (void)
{
  TambourTheme theme;
  g_autoptr(TambourDocument) document = NULL;
  g_autoptr(TambourRich) rich = tambour_rich_new ("See ");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = NULL;

  tambour_theme_init (&theme, TAMBOUR_HOUSE_COLOUR);
  document = tambour_document_new (tambour_fonts_get_default (NULL), &theme, TAMBOUR_PAPER_DECK, FALSE);
  tambour_rich_add_page (rich, "p. 9", 9);
  tambour_page_paragraph (tambour_document_add_page (document, "1", "One"), 48, 116, 400, TAMBOUR_ROLE_BODY, rich);

  pdf = tambour_pdf_to_bytes (document, &error);
  g_assert_no_error (error);
  g_assert_false (has (pdf, "/Type /Annot"));
}

static void
test_letters_of_every_script_have_glyphs (void)
{
  TambourFonts *fonts = tambour_fonts_get_default (NULL);
  const TambourTextFit fit = { TAMBOUR_WRAP_NONE };
  g_autoptr(TambourShape) shape =
    tambour_shape_new_plain (fonts, tambour_text_style (TAMBOUR_PAPER_DECK, TAMBOUR_ROLE_BODY), &fit,
                             "Ångström Ελληνικά Кириллица تحقّقت أربعة עברית");

  for (guint i = 0; i < shape->lines[0].n_runs; i++)
    for (int j = 0; j < shape->lines[0].runs[i].n_glyphs; j++)
      g_assert_cmpuint (shape->lines[0].runs[i].glyphs[j].index, !=, 0);
}

static void
test_a_picture_has_the_page_s_size (void)
{
  g_autoptr(TambourDocument) deck = draw_fixture_deck (TAMBOUR_HOUSE_COLOUR, FALSE);
  cairo_surface_t *picture = tambour_png_to_surface (deck, 0, 4 / 3.0);
  const guint32 *pixels;

  cairo_surface_flush (picture);
  pixels = (const guint32 *) cairo_image_surface_get_data (picture);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 1280);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, 720);
  g_assert_cmphex (pixels[0] & 0xffffff, ==, 0xffffff);
  g_assert_cmphex (pixels[1279] & 0xffffff, ==, TAMBOUR_HOUSE_COLOUR);
  cairo_surface_destroy (picture);
}

static void
test_papers_share_a_body (void)
{
  static const TambourPaper papers[] = { TAMBOUR_PAPER_A4, TAMBOUR_PAPER_LETTER };
  double used[2];

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      TambourTheme theme;
      g_autoptr(TambourDocument) report = NULL;
      TambourCanvas *canvas;
      double x, y;

      tambour_theme_init (&theme, TAMBOUR_HOUSE_COLOUR);
      report = tambour_document_new (tambour_fonts_get_default (NULL), &theme, papers[i], FALSE);
      canvas = tambour_document_add_page (report, "1", NULL);
      tambour_page_body_origin (canvas, &x, &y);
      used[i] = tambour_page_frame (canvas, &(TambourPageFrame) { "Service", "Cases fell 22%", NULL, "Source: cases.",
                                                                  "1 Oct 2025 – 30 Sep 2026", "3", "Varnholt", "Report" }) -
                y;
      g_assert_cmpfloat (x + TAMBOUR_REPORT_WIDTH, <, tambour_canvas_get_width (canvas));
      g_assert_cmpfloat (y + TAMBOUR_REPORT_HEIGHT, <, tambour_canvas_get_height (canvas));
    }

  g_assert_cmpfloat_with_epsilon (used[0], used[1], 0.001);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/equal-documents-are-equal-files", test_equal_documents_are_equal_files);
  g_test_add_func ("/pdf/threads-make-the-same-file", test_threads_do_not_matter);
  g_test_add_func ("/pdf/fonts-are-embedded", test_fonts_are_embedded);
  g_test_add_func ("/pdf/readers-are-told-what-it-is", test_readers_are_told_what_it_is);
  g_test_add_func ("/pdf/it-describes-itself-as-archives-expect", test_it_describes_itself);
  g_test_add_func ("/pdf/other-programs-read-it", test_other_programs_read_it);
  g_test_add_func ("/pdf/a-full-disk-leaves-the-old-file", test_a_full_disk_leaves_the_old_file);
  g_test_add_func ("/pdf/no-folder-is-an-error", test_no_folder_is_an_error);
  g_test_add_func ("/pdf/a-link-to-no-page-is-words-only", test_a_link_to_no_page_is_words_only);
  g_test_add_func ("/pdf/letters-of-every-script-have-glyphs", test_letters_of_every_script_have_glyphs);
  g_test_add_func ("/png/a-picture-has-the-size-of-the-page", test_a_picture_has_the_page_s_size);
  g_test_add_func ("/report/both-papers-share-a-body", test_papers_share_a_body);

  return g_test_run ();
}
