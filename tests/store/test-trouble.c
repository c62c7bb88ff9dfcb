/* test-trouble.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tambour-test-sql.h"
#include "tambour-test-store.h"

static const char *writer;

static void
create_with_case (TambourTestFile *file)
{
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "Kept");

  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_store_close (store);
}

static char *
run_writer (TambourTestFile *file,
            const char      *what,
            const char      *first,
            const char      *second)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                     writer, what, file->path, first, second, NULL);
  char *said = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return said;
}

static void
assert_all_there (TambourTestFile *file,
                  const char      *said)
{
  g_autoptr(TambourStore) store = tambour_test_open (file);
  g_auto(GStrv) ids = g_strsplit (said, "\n", -1);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  guint n_ids = g_strv_length (ids) - 1;

  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourRecord) record = tambour_store_find (store, ids[i], &error);

      g_assert_no_error (error);
    }

  /* What failed has left nothing: only what was acknowledged, and the first. */
  g_assert_cmpint (tambour_store_count (store, query, NULL), ==, n_ids + 1);
  tambour_test_assert_clean (store);
}

static void
test_a_full_disk (void)
{
  const char * const limits[] = { "1300000", "1600000", "2000000", "2345678", "5000000" };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr(TambourTestFile) file = tambour_test_file_new ();
      g_autofree char *said = NULL;

      create_with_case (file);
      said = run_writer (file, "full", "1000", limits[i]);
      assert_all_there (file, said);
    }
}

static void
test_a_folder_that_cannot_be_written (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autofree char *said = NULL;

  create_with_case (file);
  g_assert_cmpint (g_chmod (file->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (file->folder, 0555), ==, 0);

  said = run_writer (file, "read-only", "65534", NULL);
  g_assert_cmpstr (said, ==, "1\n");

  g_assert_cmpint (g_chmod (file->folder, 0755), ==, 0);
}

static void
test_reading_only (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Put");
  g_autoptr(TambourCase) one = tambour_test_case_new ("2", "Two");
  g_autoptr(GError) error = NULL;

  create_with_case (file);
  store = tambour_store_open (file->path, TAMBOUR_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  tambour_change_put (change, TAMBOUR_RECORD (one));
  g_assert_false (tambour_store_commit (store, change, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (tambour_store_set_setting (store, "a", "b", &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_READ_ONLY);
  g_assert_cmpuint (tambour_test_count_hits (store, "kept"), ==, 1);
}

static void
assert_open_fails (const char        *path,
                   TambourStoreFlags  flags,
                   TambourStoreError  code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_store_open (path, flags, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_files_that_are_something_else (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autofree char *other = g_build_filename (file->folder, "other", NULL);
  g_autofree char *nowhere = g_build_filename (file->folder, "no", "where", NULL);

  assert_open_fails (file->path, TAMBOUR_STORE_OPEN, TAMBOUR_STORE_ERROR_NOT_FOUND);
  assert_open_fails (file->folder, TAMBOUR_STORE_OPEN, TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO);
  assert_open_fails (nowhere, TAMBOUR_STORE_CREATE, TAMBOUR_STORE_ERROR_READ_ONLY);

  create_with_case (file);
  assert_open_fails (file->path, TAMBOUR_STORE_CREATE, TAMBOUR_STORE_ERROR_EXISTS);

  g_assert_true (g_file_set_contents (other, "", 0, NULL));
  assert_open_fails (other, TAMBOUR_STORE_OPEN, TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO);
  g_assert_true (g_file_set_contents (other, "This is a letter, and longer than a hundred bytes, so that it could be the "
                                             "header of a database, which it is not, as everybody sees.",
                                      -1, NULL));
  assert_open_fails (other, TAMBOUR_STORE_OPEN, TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO);
  assert_open_fails (other, TAMBOUR_STORE_READ_ONLY, TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO);

  tambour_test_sql (file->path, "PRAGMA application_id = 1;");
  assert_open_fails (file->path, TAMBOUR_STORE_OPEN, TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO);
}

/* What another process leaves behind when it dies stays for whoever knows the format. */
static void
test_the_log_of_a_newer_version_stays (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autofree char *wal = g_strconcat (file->path, "-wal", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *log = NULL;
  g_autofree char *kept = NULL;
  gsize length_before, length_after, length_log, length_kept;
  gint64 known;

  {
    g_autoptr(TambourStore) store = tambour_test_create (file);
    g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");

    tambour_test_put (store, TAMBOUR_RECORD (one));
    tambour_test_sql (file->path, "PRAGMA user_version = 7;");
    g_assert_true (g_file_get_contents (file->path, &before, &length_before, NULL));
    g_assert_true (g_file_get_contents (wal, &log, &length_log, NULL));
  }

  g_assert_true (g_file_set_contents (file->path, before, length_before, NULL));
  g_assert_true (g_file_set_contents (wal, log, length_log, NULL));
  assert_open_fails (file->path, TAMBOUR_STORE_OPEN, TAMBOUR_STORE_ERROR_NEWER);
  g_assert_cmpint (tambour_store_read_format (file->path, &known), ==, 7);
  g_assert_cmpint (known, <, 7);

  g_assert_true (g_file_get_contents (file->path, &after, &length_after, NULL));
  g_assert_true (g_file_get_contents (wal, &kept, &length_kept, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  g_assert_cmpmem (log, length_log, kept, length_kept);
}

/* Who waits for a window is told soon, and by an hour-long import as well. */
static void
test_somebody_who_waits_is_told_soon (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  GSubprocess *holder;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = NULL;
  gint64 began;

  create_with_case (file);
  holder = tambour_test_hold (file->path);

  began = g_get_monotonic_time ();
  assert_open_fails (file->path, TAMBOUR_STORE_IMPATIENT, TAMBOUR_STORE_ERROR_BUSY);
  assert_open_fails (file->path, TAMBOUR_STORE_IMPATIENT | TAMBOUR_STORE_READ_ONLY, TAMBOUR_STORE_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 15 * G_USEC_PER_SEC);

  tambour_test_release (holder);
  store = tambour_store_open (file->path, TAMBOUR_STORE_IMPATIENT, &error);
  g_assert_no_error (error);
}

static void
test_a_damaged_file (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = NULL;
  gsize length;

  create_with_case (file);
  g_assert_true (g_file_get_contents (file->path, &content, &length, NULL));
  memset (content + length / 2, 0xa5, length / 2);
  g_assert_true (g_file_set_contents (file->path, content, length, NULL));

  /* It may open, but a check does not call it clean. */
  store = tambour_store_open (file->path, TAMBOUR_STORE_OPEN, &error);
  if (store != NULL)
    {
      g_autoptr(GPtrArray) findings = tambour_store_check (store, FALSE, &error);

      g_assert_true (findings == NULL || findings->len > 0);
    }
  if (error != NULL)
    g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_DAMAGED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  writer = argv[1];

  g_test_add_func ("/trouble/a-full-disk-loses-nothing-acknowledged", test_a_full_disk);
  g_test_add_func ("/trouble/a-folder-that-cannot-be-written-is-read", test_a_folder_that_cannot_be_written);
  g_test_add_func ("/trouble/reading-only-writes-nothing", test_reading_only);
  g_test_add_func ("/trouble/files-that-are-something-else-are-told", test_files_that_are_something_else);
  g_test_add_func ("/trouble/the-log-of-a-newer-version-stays", test_the_log_of_a_newer_version_stays);
  g_test_add_func ("/trouble/somebody-who-waits-is-told-soon", test_somebody_who_waits_is_told_soon);
  g_test_add_func ("/trouble/a-damaged-file-is-told", test_a_damaged_file);

  return g_test_run ();
}
