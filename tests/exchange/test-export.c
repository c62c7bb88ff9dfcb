/* test-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-dump.h"
#include "tambour-export.h"
#include "tambour-import.h"
#include "tambour-kinds.h"
#include "tambour-memory-target.h"
#include "tambour-test-records.h"

#define RECORDS_PER_KIND 25

static GPtrArray *
make_records (GType  type,
              GRand *random)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < RECORDS_PER_KIND; i++)
    {
      TambourRecord *record = tambour_test_record_new (type, random);

      record->deleted_at.seconds = TAMBOUR_NEVER;
      g_clear_pointer (&record->extra, g_free);
      g_ptr_array_add (records, record);
    }

  /* What a spreadsheet would take for a formula, and what looks like a guard. */
  g_set_str (&TAMBOUR_RECORD (records->pdata[0])->note, "=SUM(A1)\r\n\"so\", they said");
  g_set_str (&TAMBOUR_RECORD (records->pdata[1])->note, "'-5");
  g_set_str (&TAMBOUR_RECORD (records->pdata[2])->note, " two spaces  ");

  return records;
}

static GBytes *
export_records (GPtrArray           *records,
                TambourExportFormat  format,
                TambourRecordClass  *klass)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(TambourExport) export = tambour_export_new (stream, format, klass);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      tambour_export_add (export, records->pdata[i], NULL, &error);
      g_assert_no_error (error);
    }

  tambour_export_finish (export, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tambour_export_count (export), ==, records->len);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static TambourImportCounts
import_csv (TambourMemoryTarget *target,
            TambourRecordClass  *klass,
            GBytes              *bytes)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCsvReader) reader = tambour_csv_reader_new (stream, '\0', NULL, &error);
  g_autoptr(TambourImportMap) map = NULL;
  g_autoptr(TambourImport) import = NULL;
  TambourImportCounts counts;

  g_assert_no_error (error);
  map = tambour_import_map_new_plain (klass, tambour_csv_reader_get_header (reader), &error);
  g_assert_no_error (error);
  import = tambour_import_new (TAMBOUR_IMPORT_TARGET (target), map);
  tambour_import_run (import, reader, &counts, NULL, &error);
  g_assert_no_error (error);

  return counts;
}

static TambourImportCounts
import_json (TambourMemoryTarget *target,
             GBytes              *bytes)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(TambourDump) dump = tambour_dump_new (TAMBOUR_IMPORT_TARGET (target));
  g_autoptr(GError) error = NULL;
  TambourImportCounts counts;

  tambour_dump_run (dump, stream, &counts, NULL, &error);
  g_assert_no_error (error);

  return counts;
}

static void
assert_same_records (TambourMemoryTarget *target,
                     TambourRecordClass  *klass,
                     GPtrArray           *expected)
{
  for (guint i = 0; i < expected->len; i++)
    {
      g_autoptr(TambourRecord) found = tambour_import_target_find_id (TAMBOUR_IMPORT_TARGET (target), klass,
                                                                      TAMBOUR_RECORD (expected->pdata[i])->id, NULL);

      g_assert_nonnull (found);
      tambour_test_assert_equal (found, expected->pdata[i]);
    }
}

/* What the records refer to must be there before they come. */
static void
put_referred (TambourMemoryTarget *target,
              TambourRecordClass  *klass,
              GPtrArray           *records)
{
  for (guint i = 0; i < records->len; i++)
    for (guint j = 0; j < klass->n_fields; j++)
      {
        const TambourField *field = &klass->fields[j];
        TambourRecordClass *other = field->kind == TAMBOUR_KIND_REF ? tambour_kinds_find (field->target) : NULL;
        const char *id = other ? TAMBOUR_FIELD_AT (field, records->pdata[i], char *) : NULL;
        g_autoptr(TambourRecord) there = NULL, made = NULL;

        if (id == NULL || other == klass)
          continue;
        there = tambour_import_target_find_id (TAMBOUR_IMPORT_TARGET (target), other, id, NULL);
        if (there != NULL)
          continue;
        made = tambour_record_new (G_TYPE_FROM_CLASS (other), id);
        tambour_import_target_put (TAMBOUR_IMPORT_TARGET (target), made, TRUE, NULL);
      }
}

static void
test_every_kind_comes_back_from_csv (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(GTypeClass) type_class = g_type_class_ref (types[i]);
      TambourRecordClass *klass = TAMBOUR_RECORD_CLASS (type_class);
      g_autoptr(GPtrArray) records = make_records (types[i], random);
      g_autoptr(GBytes) bytes = export_records (records, i % 2 ? TAMBOUR_EXPORT_CSV : TAMBOUR_EXPORT_CSV_MARKED, klass);
      g_autoptr(TambourMemoryTarget) target = tambour_memory_target_new ();
      TambourImportCounts counts;

      put_referred (target, klass, records);
      counts = import_csv (target, klass, bytes);
      g_assert_cmpuint (counts.created, ==, RECORDS_PER_KIND);
      assert_same_records (target, klass, records);

      counts = import_csv (target, klass, bytes);
      g_assert_cmpuint (counts.unchanged, ==, RECORDS_PER_KIND);
    }
}

static void
test_a_reference_to_nothing_is_rejected (void)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autoptr(TambourMemoryTarget) target = tambour_memory_target_new ();
  TambourRecordClass *klass = tambour_kinds_find ("contact");
  g_autoptr(GBytes) bytes = NULL;
  TambourImportCounts counts;

  g_ptr_array_add (records, tambour_test_record_new (G_TYPE_FROM_CLASS (klass), random));
  bytes = export_records (records, TAMBOUR_EXPORT_CSV, klass);
  counts = import_csv (target, klass, bytes);
  g_assert_cmpuint (counts.rejected, ==, 1);
}

static void
check_json (TambourExportFormat format)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TambourMemoryTarget) target = tambour_memory_target_new ();
  g_autoptr(GBytes) bytes = NULL;
  TambourImportCounts counts;
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(GPtrArray) records = make_records (types[i], random);

      for (guint j = 0; j < records->len; j++)
        g_ptr_array_add (all, g_object_ref (records->pdata[j]));
    }

  bytes = export_records (all, format, NULL);
  counts = import_json (target, bytes);
  g_assert_cmpuint (counts.rejected, ==, 0);
  g_assert_cmpuint (counts.created, ==, all->len);

  for (guint i = 0; i < all->len; i++)
    {
      TambourRecord *expected = all->pdata[i];
      g_autoptr(TambourRecord) found = tambour_import_target_find_id (TAMBOUR_IMPORT_TARGET (target),
                                                                      TAMBOUR_RECORD_GET_CLASS (expected), expected->id, NULL);

      g_assert_nonnull (found);
      tambour_test_assert_equal (found, expected);
    }

  counts = import_json (target, bytes);
  g_assert_cmpuint (counts.unchanged, ==, all->len);
}

static void
test_every_kind_comes_back_from_json (void)
{
  check_json (TAMBOUR_EXPORT_JSON_LINES);
  check_json (TAMBOUR_EXPORT_JSON_ARRAY);
}

static void
test_nothing_exports_as_a_header (void)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GBytes) csv = export_records (none, TAMBOUR_EXPORT_CSV, tambour_kinds_find ("account"));
  g_autoptr(GBytes) array = export_records (none, TAMBOUR_EXPORT_JSON_ARRAY, NULL);
  g_autoptr(TambourMemoryTarget) target = tambour_memory_target_new ();
  TambourImportCounts counts = import_csv (target, tambour_kinds_find ("account"), csv);

  g_assert_cmpuint (counts.read, ==, 0);
  g_assert_cmpmem (g_bytes_get_data (array, NULL), g_bytes_get_size (array), "[]\n", 3);
}

static void
note_reject (guint64     line,
             const char *reason,
             gpointer    user_data)
{
  g_string_append_printf (user_data, "%" G_GUINT64_FORMAT ": %s\n", line, reason);
}

static void
test_broken_lines_are_rejected (void)
{
  const char *text = "{\"record\": \"account\", \"id\": \"a\", \"name\": \"Acme\"}\n"
                     "{\"record\": \"account\"\n"
                     "\n"
                     "{\"record\": \"cow\", \"id\": \"b\"}\n"
                     "{\"record\": \"account\", \"id\": \"c\"}\n"
                     "7\n";
  g_autoptr(TambourMemoryTarget) target = tambour_memory_target_new ();
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (text, strlen (text), NULL);
  g_autoptr(GOutputStream) rejects = g_memory_output_stream_new_resizable ();
  g_autoptr(TambourDump) dump = tambour_dump_new (TAMBOUR_IMPORT_TARGET (target));
  g_autoptr(GString) reasons = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  TambourImportCounts counts;

  tambour_dump_set_reject_func (dump, note_reject, reasons);
  tambour_dump_set_rejects (dump, rejects);
  tambour_dump_run (dump, stream, &counts, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (counts.read, ==, 5);
  g_assert_cmpuint (counts.created, ==, 1);
  g_assert_cmpuint (counts.rejected, ==, 4);
  g_assert_true (g_str_has_prefix (reasons->str, "2: "));
  g_assert_nonnull (strstr (reasons->str, "\n4: "));
  g_assert_nonnull (strstr (reasons->str, "\n6: "));
  g_assert_true (g_str_has_prefix (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (rejects)),
                                   "{\"record\": \"account\"\n{\"record\": \"cow\""));
}

static gboolean
count_content (GBytes    *bytes,
               gpointer   user_data,
               GError   **error)
{
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a\0b", 3);
  *(guint *) user_data += 1;

  return TRUE;
}

static TambourImportCounts
import_contents (GBytes *bytes,
                 guint  *n_contents)
{
  g_autoptr(TambourMemoryTarget) target = tambour_memory_target_new ();
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(TambourDump) dump = tambour_dump_new (TAMBOUR_IMPORT_TARGET (target));
  g_autoptr(GError) error = NULL;
  TambourImportCounts counts;

  *n_contents = 0;
  tambour_dump_set_content_func (dump, count_content, n_contents);
  tambour_dump_run (dump, stream, &counts, NULL, &error);
  g_assert_no_error (error);

  return counts;
}

static void
test_contents_come_back (void)
{
  const TambourExportFormat formats[] = { TAMBOUR_EXPORT_JSON_LINES, TAMBOUR_EXPORT_JSON_ARRAY };
  g_autoptr(GBytes) content = g_bytes_new_static ("a\0b", 3);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  guint n_contents;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr(TambourExport) export = tambour_export_new (stream, formats[i], NULL);
      g_autoptr(GBytes) bytes = NULL;
      TambourImportCounts counts;

      g_assert_true (tambour_export_add_content (export, hash, content, NULL, NULL));
      g_assert_true (tambour_export_add_content (export, hash, content, NULL, NULL));
      g_assert_true (tambour_export_finish (export, NULL, NULL));
      g_output_stream_close (stream, NULL, NULL);
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
      counts = import_contents (bytes, &n_contents);
      g_assert_cmpuint (n_contents, ==, 2);
      g_assert_cmpuint (counts.read, ==, 0);
      g_assert_cmpuint (counts.rejected, ==, 0);
    }
}

static void
test_false_contents_are_rejected (void)
{
  const char *lines = "{\"content\":\"2cf24dba\",\"base64\":\"YQBi\"}\n"
                      "{\"content\":17,\"base64\":[]}\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (lines, strlen (lines));
  guint n_contents;
  TambourImportCounts counts = import_contents (bytes, &n_contents);

  g_assert_cmpuint (n_contents, ==, 0);
  g_assert_cmpuint (counts.read, ==, 2);
  g_assert_cmpuint (counts.rejected, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/every-kind-comes-back-from-csv", test_every_kind_comes_back_from_csv);
  g_test_add_func ("/export/a-reference-to-nothing-is-rejected", test_a_reference_to_nothing_is_rejected);
  g_test_add_func ("/export/every-kind-comes-back-from-json", test_every_kind_comes_back_from_json);
  g_test_add_func ("/export/nothing-exports-as-a-header", test_nothing_exports_as_a_header);
  g_test_add_func ("/export/broken-lines-are-rejected", test_broken_lines_are_rejected);
  g_test_add_func ("/export/contents-come-back", test_contents_come_back);
  g_test_add_func ("/export/false-contents-are-rejected", test_false_contents_are_rejected);

  return g_test_run ();
}
