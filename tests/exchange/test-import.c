/* test-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "tambour-account.h"
#include "tambour-import.h"
#include "tambour-kinds.h"
#include "tambour-memory-target.h"

static char *
service_desk (const char *name)
{
  const char *shared = g_getenv ("TAMBOUR_SHARED");

  g_assert_nonnull (shared);

  return g_build_filename (shared, "data", "cases", name, NULL);
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

static gsize
resident_kilobytes (void)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/status", &text, NULL, NULL));

  return g_ascii_strtoull (strstr (text, "VmRSS:") + strlen ("VmRSS:"), NULL, 10);
}

static void
count_reject (guint64     line,
              const char *reason,
              gpointer    user_data)
{
  g_assert_cmpuint (line, >=, 2);
  g_assert_cmpstr (reason, !=, "");
  *(guint64 *) user_data += 1;
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
  guint64 n_rejected = 0;
  gint64 start = g_get_monotonic_time ();

  g_assert_no_error (error);
  tambour_import_set_dry_run (import, dry_run);
  tambour_import_set_reject_func (import, count_reject, &n_rejected);
  tambour_import_run (import, reader, &counts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_rejected, ==, counts.rejected);

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

static TambourRecord *
find_case (TambourMemoryTarget *target,
           const char          *number)
{
  TambourRecord *found = tambour_import_target_find_external (TAMBOUR_IMPORT_TARGET (target),
                                                              tambour_kinds_find ("case"), "service-desk", number, NULL);

  g_assert_nonnull (found);

  return found;
}

static void
assert_text (TambourRecord *record,
             const char    *name,
             const char    *expected)
{
  g_autofree char *text = tambour_field_dup_text (tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (record), name),
                                                  record);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_unique_codes (TambourMemoryTarget *target)
{
  g_autoptr(GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) accounts = tambour_memory_target_list (target, tambour_kinds_find ("account"));

  g_assert_cmpuint (accounts->len, ==, 224);
  for (guint i = 0; i < accounts->len; i++)
    {
      const char *code = ((TambourAccount *) accounts->pdata[i])->short_code;

      g_assert_cmpuint (strlen (code), >=, 2);
      g_assert_cmpuint (strlen (code), <=, 5);
      g_assert_true (g_hash_table_add (codes, (gpointer) code));
    }
}

/* INC0000062 was opened 29/2/2016 06:58 in Sao Paulo, three hours behind UTC. */
static void
test_fields_of_the_service_desk (void)
{
  g_autofree char *path = service_desk ("service-desk-incidents.csv");
  g_autoptr(TambourMemoryTarget) target = tambour_memory_target_new ();
  g_autoptr(TambourRecord) record = NULL, account = NULL;

  import_file (target, "service-desk-incidents.json", path, FALSE);
  record = find_case (target, "INC0000062");
  account = tambour_import_target_find_id (TAMBOUR_IMPORT_TARGET (target), tambour_kinds_find ("account"),
                                           record->account_id.id, NULL);

  assert_text (record, "opened_at", "2016-02-29T09:58:00Z");
  assert_text (record, "resolved_at", "2016-02-29T18:51:00Z");
  assert_text (record, "first_response_at", NULL);
  assert_text (record, "priority", "P2");
  assert_text (record, "channel", "phone");
  assert_text (record, "status", "closed");
  assert_text (record, "category", "Category 53");
  assert_text (record, "title", "Category 53 · Subcategory 168 · Symptom 232");
  assert_text (record, "reporter_name", "Caller 3765");
  assert_text (record, "origin", "import");
  assert_text (account, "name", "Location 93");
  assert_text (account, "short_code", "L93");
  assert_text (account, "report_tz", "America/Sao_Paulo");
  assert_text (account, "status", "active");
  assert_unique_codes (target);
}

static void
test_event_log (void)
{
  g_autofree char *cases = service_desk ("service-desk-incidents.csv");
  g_autofree char *events = service_desk ("service-desk-events.csv");
  g_autoptr(TambourMemoryTarget) target = tambour_memory_target_new ();
  TambourImportCounts counts, again;
  guint before;

  counts = import_file (target, "service-desk-events.json", events, FALSE);
  assert_counts (counts, 11606, 0, 0, 0, 11606);

  import_file (target, "service-desk-incidents.json", cases, FALSE);
  before = tambour_memory_target_count (target, tambour_kinds_find ("case_event"));
  counts = import_file (target, "service-desk-events.json", events, FALSE);
  g_assert_cmpuint (counts.read, ==, 11606);
  g_assert_cmpuint (counts.rejected, ==, 0);
  g_assert_cmpuint (counts.created + counts.unchanged, ==, 11606);
  g_assert_cmpuint (tambour_memory_target_count (target, tambour_kinds_find ("case_event")), ==, before + counts.related);

  again = import_file (target, "service-desk-events.json", events, FALSE);
  assert_counts (again, 11606, 0, 0, 11606, 0);

  /* And the cases do not come undone. */
  again = import_file (target, "service-desk-incidents.json", cases, FALSE);
  assert_counts (again, 24918, 0, 0, 24912, 6);
}

/* Rows that are read by a map, with everything that an import remembers. */
static void
test_memory_stays_flat (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tambour-rows-XXXXXX", NULL);
  g_autoptr(TambourMemoryTarget) target = tambour_memory_target_new ();
  g_autoptr(GString) text = g_string_new ("number,incident_state,reopen_count,caller_id,opened_at,contact_type,location,"
                                          "category,subcategory,u_symptom,cmdb_ci,impact,priority,assigned_to,"
                                          "problem_id,rfc,caused_by,closed_code,resolved_by,resolved_at,closed_at\n");
  TambourImportCounts counts;
  gsize before;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "INC%u,Closed,0,Caller,29/2/2016 01:16,Phone,Location 1,C,S,?,?,2 - Medium,4 - Low,"
                                  "?,?,?,?,code,Resolver,1/3/2016 10:00,2/3/2016 10:00\n",
                            i);
  close (g_mkstemp (path));
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  g_string_free (g_steal_pointer (&text), TRUE);

  before = resident_kilobytes ();
  counts = import_file (target, "service-desk-incidents.json", path, TRUE);
  assert_counts (counts, 50000, 50000, 0, 0, 0);
  g_assert_cmpuint (resident_kilobytes (), <, before + 10 * 1024);
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/the-service-desk-comes-in-once", test_service_desk);

  g_test_add_func ("/import/cases-and-accounts-of-the-service-desk-are-filled", test_fields_of_the_service_desk);
  g_test_add_func ("/import/an-event-log-adds-to-its-cases", test_event_log);

  g_test_add_func ("/import/memory-stays-flat", test_memory_stays_flat);

  return g_test_run ();
}
