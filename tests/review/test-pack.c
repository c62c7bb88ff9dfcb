/* test-pack.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-pack.h"
#include "tambour-pdf.h"

static TambourPack *
new_pack (const char *account)
{
  TambourPack *pack = tambour_pack_new ("id", account, NULL, (TambourInstant) { 1795453920 });

  pack->read = g_strdup ("23 Nov, 11:12");
  tambour_pack_add_fact (pack, "Plan", "Platinum");
  tambour_pack_add_fact (pack, "Industry", "");

  return pack;
}

static TambourPackRow *
add_case (TambourPack *pack,
          const char  *title)
{
  TambourPackRow *row = tambour_pack_add_row (pack, TAMBOUR_PACK_CASES, "case", "id", title);

  row->lead = g_strdup ("P2");
  row->end = g_strdup ("update 24 Nov, 08:40");
  tambour_paper_row_line (row, "open · opened 3 Nov · from Marcus Feld");
  tambour_paper_row_line (row, "  ");

  return row;
}

static TambourDocument *
lay_out (TambourPack *pack)
{
  g_autoptr(GError) error = NULL;
  TambourDocument *document = tambour_pack_layout (pack, &error);

  g_assert_no_error (error);

  return document;
}

static void
test_empty (void)
{
  g_autoptr(TambourPack) pack = new_pack ("Empty Inc.");
  g_autoptr(TambourDocument) document = lay_out (pack);
  g_autofree char *verdict = tambour_pack_dup_verdict (pack);

  g_assert_cmpstr (verdict, ==, "No case is open, and nothing is promised");
  g_assert_cmpuint (pack->facts->len, ==, 1);
  g_assert_cmpuint (tambour_document_get_n_pages (document), ==, 1);
  g_assert_cmpstr (tambour_document_get_title (document), ==, "Empty Inc.: continuity pack");
  g_assert_nonnull (strstr (tambour_document_get_page (document, 0)->outline, "Open cases · Promises"));
}

static void
test_verdict (void)
{
  g_autoptr(TambourPack) pack = new_pack ("Saint Orla Hospitals");
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  add_case (pack, "Slow lookups");
  tambour_pack_add_row (pack, TAMBOUR_PACK_ACTIONS, "action_item", "id", "Send it");
  one = tambour_pack_dup_verdict (pack);
  g_assert_cmpstr (one, ==, "One case is open; one promise or action is under way");

  add_case (pack, "Restarts")->is_urgent = TRUE;
  two = tambour_pack_dup_verdict (pack);
  g_assert_cmpstr (two, ==, "Two cases are open; one thing cannot wait");
}

/* No row is lost between pages, and each page says where it is. */
static void
test_pages (void)
{
  g_autoptr(TambourPack) pack = new_pack ("Saint Orla Hospitals");
  g_autoptr(TambourDocument) document = NULL;
  guint n;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *title = g_strdup_printf ("#%u  Case", 4000 + i);

      add_case (pack, title);
    }

  document = lay_out (pack);
  n = tambour_document_get_n_pages (document);
  g_assert_cmpuint (n, >=, 4);
  g_assert_cmpuint (n, <=, 8);
  g_assert_cmpstr (tambour_document_get_page (document, n - 1)->label, ==, n == 4 ? "4" : n == 5 ? "5"
                                                                                        : n == 6 ? "6"
                                                                                        : n == 7 ? "7"
                                                                                                 : "8");
  g_assert_null (tambour_document_get_page (document, 1)->outline);
}

static void
test_hostile (void)
{
  g_autofree char *endless = g_strnfill (5000, 'W');
  g_autoptr(TambourPack) pack = new_pack ("<b>%s</b> محمد & Söhne");
  g_autoptr(TambourDocument) document = NULL;

  tambour_paper_row_line (add_case (pack, "<b>Bold</b> {0} %s"), endless);
  tambour_paper_row_line (add_case (pack, "محمد عبد الله"), "مرحبا");
  add_case (pack, endless)->lead[0] = 'X';
  add_case (pack, NULL);
  document = lay_out (pack);

  g_assert_cmpuint (tambour_document_get_n_pages (document), <=, 3);
  g_assert_cmpstr (((TambourPackRow *) g_ptr_array_index (pack->parts[TAMBOUR_PACK_CASES], 3))->title, ==, "Without a title");
}

static void
test_same (void)
{
  g_autoptr(TambourPack) pack = new_pack ("Saint Orla Hospitals");
  g_autoptr(TambourDocument) first = NULL;
  g_autoptr(TambourDocument) second = NULL;
  g_autoptr(GBytes) one = NULL;
  g_autoptr(GBytes) two = NULL;

  add_case (pack, "Slow lookups");
  first = lay_out (pack);
  second = lay_out (pack);
  one = tambour_pdf_to_bytes (first, NULL);
  two = tambour_pdf_to_bytes (second, NULL);

  g_assert_cmpuint (g_bytes_get_size (one), >, 1000);
  g_assert_true (g_bytes_equal (one, two));
}

static void
test_nowhere (void)
{
  g_autoptr(TambourPack) pack = new_pack ("Saint Orla Hospitals");
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_pack_write (pack, "/nonexistent/folder/pack.pdf", &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack/an-empty-account-says-so-on-one-page", test_empty);
  g_test_add_func ("/pack/its-title-says-what-cannot-wait", test_verdict);
  g_test_add_func ("/pack/sixty-cases-run-on-over-pages", test_pages);
  g_test_add_func ("/pack/hostile-texts-are-drawn-as-typed", test_hostile);
  g_test_add_func ("/pack/two-runs-give-the-same-bytes", test_same);
  g_test_add_func ("/pack/a-folder-that-is-not-there-is-an-error", test_nowhere);

  return g_test_run ();
}
