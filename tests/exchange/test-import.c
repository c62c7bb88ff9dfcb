/* test-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-case.h"
#include "tambour-import.h"
#include "tambour-kinds.h"
#include "tambour-memory-target.h"

static char *
service_desk (const char *name)
{
  const char *shared = g_getenv ("TAMBOUR_SHARED");
  char *path = shared ? g_build_filename (shared, "data", "cases", name, NULL) : NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    g_clear_pointer (&path, g_free);

  return path;
}

static TambourImportMap *
load_map (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("TAMBOUR_DATA_DIR"), "maps", name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  TambourImportMap *map = tambour_import_map_load (file, &error);

  g_assert_no_error (error);

  return map;
}

static void
count_reject (guint64     line,
              const char *reason,
              gpointer    user_data)
{
  g_test_message ("line %" G_GUINT64_FORMAT ": %s", line, reason);
}

static TambourImportCounts
import_file (TambourMemoryTarget *target,
             const char          *map_name,
             const char          *path,
             gboolean             dry_run)
{
  g_autoptr(TambourImportMap) map = load_map (map_name);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCsvReader) reader = tambour_csv_reader_open (file, map->separator, NULL, &error);
  g_autoptr(TambourImport) import = tambour_import_new (TAMBOUR_IMPORT_TARGET (target), map);
  TambourImportCounts counts;
  gint64 start = g_get_monotonic_time ();

  g_assert_no_error (error);
  tambour_import_set_dry_run (import, dry_run);
  tambour_import_set_reject_func (import, count_reject, NULL);
  tambour_import_run (import, reader, &counts, NULL, &error);
  g_assert_no_error (error);

  g_test_message ("%s: %.3f s, %" G_GUINT64_FORMAT " related", map_name,
                  (g_get_monotonic_time () - start) / 1e6, counts.related);

  return counts;
}

#define assert_counts(counts, a, b, c, d, e) \
  G_STMT_START { \
    g_assert_cmpuint ((counts).read, ==, a); \
    g_assert_cmpuint ((counts).created, ==, b); \
    g_assert_cmpuint ((counts).updated, ==, c); \
    g_assert_cmpuint ((counts).unchanged, ==, d); \
    g_assert_cmpuint ((counts).rejected, ==, e); \
  } G_STMT_END

static void
test_service_desk (void)
{
  g_autofree char *path = service_desk ("service-desk-incidents.csv");
  g_autoptr(TambourMemoryTarget) target = tambour_memory_target_new ();
  TambourImportCounts counts;
  guint64 puts;

  if (path == NULL)
    {
      g_test_skip ("The shared data are not here");
      return;
    }

  counts = import_file (target, "service-desk-incidents.json", path, TRUE);
  assert_counts (counts, 24918, 24912, 0, 0, 6);
  g_assert_cmpuint (tambour_memory_target_get_puts (target), ==, 0);

  counts = import_file (target, "service-desk-incidents.json", path, FALSE);
  assert_counts (counts, 24918, 24912, 0, 0, 6);
  g_assert_cmpuint (tambour_memory_target_count (target, tambour_kinds_find ("account")), ==, 224);
  g_assert_cmpuint (tambour_memory_target_count (target, tambour_kinds_find ("case")), ==, 24912);

  puts = tambour_memory_target_get_puts (target);
  counts = import_file (target, "service-desk-incidents.json", path, FALSE);
  assert_counts (counts, 24918, 0, 0, 24912, 6);
  g_assert_cmpuint (tambour_memory_target_get_puts (target), ==, puts);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/the-service-desk-comes-in-once", test_service_desk);

  return g_test_run ();
}
