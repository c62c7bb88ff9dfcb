/* test-import-failures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-dump.h"
#include "tambour-import.h"
#include "tambour-kinds.h"

/* A place whose disk is full after some records, or that cannot be read. */
typedef struct
{
  GObject parent_instance;
  guint   puts_left;
  guint   finds_left;
} FailingTarget;

typedef GObjectClass FailingTargetClass;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FailingTarget, g_object_unref)

GType failing_target_get_type (void);
static void failing_target_import_target_init (TambourImportTargetInterface *iface);

G_DEFINE_TYPE_WITH_CODE (FailingTarget, failing_target, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (TAMBOUR_TYPE_IMPORT_TARGET, failing_target_import_target_init))

static gboolean
use_up (guint   *left,
        GError **error)
{
  if (*left > 0)
    {
      *left -= 1;
      return TRUE;
    }

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");

  return FALSE;
}

static TambourRecord *
find_id (TambourImportTarget  *target,
         TambourRecordClass   *klass,
         const char           *id,
         GError              **error)
{
  use_up (&((FailingTarget *) target)->finds_left, error);

  return NULL;
}

static TambourRecord *
find_external (TambourImportTarget  *target,
               TambourRecordClass   *klass,
               const char           *system,
               const char           *external_id,
               GError              **error)
{
  use_up (&((FailingTarget *) target)->finds_left, error);

  return NULL;
}

static TambourRecord *
find_text (TambourImportTarget  *target,
           TambourRecordClass   *klass,
           const TambourField   *field,
           const char           *text,
           const char           *account_id,
           GError              **error)
{
  use_up (&((FailingTarget *) target)->finds_left, error);

  return NULL;
}

static gboolean
put (TambourImportTarget  *target,
     TambourRecord        *record,
     gboolean              created,
     GError              **error)
{
  return use_up (&((FailingTarget *) target)->puts_left, error);
}

static void
failing_target_import_target_init (TambourImportTargetInterface *iface)
{
  iface->find_id = find_id;
  iface->find_external = find_external;
  iface->find_text = find_text;
  iface->put = put;
}

static void
failing_target_class_init (FailingTargetClass *klass)
{
}

static void
failing_target_init (FailingTarget *self)
{
}

static const char map_json[] =
  "{\"kind\": \"case\", \"system\": \"s\", \"id\": \"no\", \"zone\": \"UTC\", \"dates\": \"d.m.yyyy\", "
  "\"account\": {\"column\": \"who\", \"create_accounts\": true}, "
  "\"fields\": {\"number\": \"no\", \"opened_at\": \"at\"}, \"children\": [{\"kind\": \"case_event\", "
  "\"parent\": \"case_id\", \"id\": \"opened\", \"fields\": {\"at\": \"at\", \"kind\": {\"constant\": \"opened\"}}}]}";
static const char rows[] = "no,who,at\n1,A,1.7.2026\n2,B,1.7.2026\n3,,1.7.2026\n4,C,1.7.2026\n";

static GError *
import_with (guint                puts,
             guint                finds,
             GOutputStream       *rejects,
             TambourImportCounts *counts)
{
  g_autoptr(FailingTarget) target = g_object_new (failing_target_get_type (), NULL);
  g_autoptr(TambourImportMap) map = tambour_import_map_parse (map_json, -1, NULL);
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (rows, strlen (rows), NULL);
  g_autoptr(TambourCsvReader) reader = tambour_csv_reader_new (stream, '\0', NULL, NULL);
  g_autoptr(TambourImport) import = tambour_import_new (TAMBOUR_IMPORT_TARGET (target), map);
  GError *error = NULL;

  target->puts_left = puts;
  target->finds_left = finds;
  tambour_import_set_rejects (import, rejects);
  g_assert_cmpint (tambour_import_run (import, reader, counts, NULL, &error), ==, error == NULL);

  return error;
}

/* Wherever it happens: the import ends with that error and no row counts as rejected for it. */
static void
test_a_failing_target_ends_the_import (void)
{
  guint n_failed = 0;

  for (guint puts = 0; puts < 12; puts++)
    for (guint finds = 0; finds < 20; finds++)
      {
        TambourImportCounts counts;
        g_autoptr(GError) error = import_with (puts, finds, NULL, &counts);

        g_assert_cmpuint (counts.rejected, <=, 1);
        if (error == NULL)
          {
            g_assert_cmpuint (counts.created, ==, 3);
            continue;
          }

        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
        g_assert_cmpuint (counts.created, <, 3);
        n_failed++;
      }

  g_assert_cmpuint (n_failed, >, 100);
}

static void
test_rejects_that_cannot_be_written_end_the_import (void)
{
  char small[8];
  g_autoptr(GOutputStream) rejects = g_memory_output_stream_new (small, sizeof small, NULL, NULL);
  TambourImportCounts counts;
  g_autoptr(GError) error = import_with (100, 100, rejects, &counts);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
test_a_failing_target_ends_a_dump (void)
{
  const char *text = "{\"record\": \"account\", \"id\": \"a\", \"name\": \"A\"}\n{\"record\": \"account\", \"id\": \"b\", \"name\": \"B\"}\n";
  g_autoptr(FailingTarget) target = g_object_new (failing_target_get_type (), NULL);
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (text, strlen (text), NULL);
  g_autoptr(TambourDump) dump = tambour_dump_new (TAMBOUR_IMPORT_TARGET (target));
  g_autoptr(GError) error = NULL;
  TambourImportCounts counts;

  target->puts_left = 1;
  target->finds_left = 100;
  g_assert_false (tambour_dump_run (dump, stream, &counts, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (counts.created, ==, 1);
  g_assert_cmpuint (counts.rejected, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/a-failing-target-ends-the-import", test_a_failing_target_ends_the_import);
  g_test_add_func ("/import/rejects-that-cannot-be-written-end-the-import", test_rejects_that_cannot_be_written_end_the_import);
  g_test_add_func ("/import/a-failing-target-ends-a-dump", test_a_failing_target_ends_a_dump);

  return g_test_run ();
}
