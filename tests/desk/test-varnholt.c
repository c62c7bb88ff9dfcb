/* test-varnholt.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-catalogue.h"
#include "tambour-kinds.h"
#include "tambour-record-json.h"
#include "tambour-store.h"

static char *
read_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("TAMBOUR_SOURCE_DIR"), "tests", "fixtures", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* Every line is a record of a known kind with known fields only. */
static TambourChange *
read_records (void)
{
  g_autofree char *text = read_fixture ("varnholt.jsonl");
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  TambourChange *change = tambour_change_new ("Test", "Fixture");

  for (guint i = 0; lines[i] && *lines[i]; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = json_from_string (lines[i], &error);
      g_autoptr(TambourRecord) record = NULL;

      g_assert_no_error (error);
      record = tambour_record_unpack (node, &error);
      g_assert_no_error (error);
      g_assert_null (record->extra);
      g_assert_true (tambour_record_check (record, &error));
      g_assert_no_error (error);
      tambour_change_put (change, record);
    }

  return change;
}

static void
test_stored (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tambour-varnholt-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "varnholt.tambour", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);
  g_autoptr(TambourChange) change = read_records ();
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GPtrArray) wrong = NULL;

  g_assert_no_error (error);
  tambour_store_commit (store, change, &error);
  g_assert_no_error (error);

  g_assert_cmpint (tambour_store_count (store, query, &error), ==, 146 + 187);
  wrong = tambour_store_check (store, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wrong->len, ==, 0);

  tambour_store_close (store);
  g_remove (path);
  g_rmdir (folder);
}

/* The portfolio keeps the catalogue that stands beside it. */
static void
test_catalogue (void)
{
  g_autofree char *document = read_fixture ("varnholt-catalogue.json");
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCatalogue) catalogue = tambour_catalogue_new (document, &error);

  g_assert_no_error (error);
  g_assert_nonnull (tambour_catalogue_get_calendar (catalogue, "tam"));
  g_assert_cmpstr (tambour_catalogue_plan_name (catalogue, "platinum"), ==, "Platinum");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/varnholt/every-record-can-be-stored", test_stored);
  g_test_add_func ("/varnholt/the-catalogue-is-valid", test_catalogue);

  return g_test_run ();
}
