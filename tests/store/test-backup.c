/* test-backup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-store.h"

static char *
beside (TambourTestFile *file,
        const char      *name)
{
  return g_build_filename (file->folder, name, NULL);
}

static TambourStore *
new_store_with_case (TambourTestFile *file,
                     const char      *title)
{
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", title);
  TambourStore *store = tambour_test_create (file);

  tambour_test_put (store, TAMBOUR_RECORD (one));

  return store;
}

static void
assert_finds (const char *path,
              const char *text,
              guint       n_hits)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_OPEN, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tambour_test_count_hits (store, text), ==, n_hits);
  tambour_test_assert_clean (store);
}

static void
test_backup_and_restore (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = new_store_with_case (file, "Kept");
  g_autoptr(TambourCase) later = tambour_test_case_new ("2", "Later");
  g_autofree char *backup = beside (file, "backup.tambour");
  g_autofree char *aside = beside (file, "test.tambour.before-restore");
  g_autofree char *beside_backup = beside (file, "backup.tambour-wal");
  g_autoptr(GError) error = NULL;

  tambour_store_backup (store, backup, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (beside_backup, G_FILE_TEST_EXISTS));
  tambour_test_put (store, TAMBOUR_RECORD (later));

  g_assert_false (tambour_store_restore (backup, file->path, NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_BUSY);
  g_clear_error (&error);

  tambour_store_close (store);
  tambour_store_restore (backup, file->path, NULL, &error);
  g_assert_no_error (error);
  assert_finds (file->path, "kept", 1);
  assert_finds (file->path, "later", 0);
  assert_finds (aside, "later", 1);
}

static void
test_a_backup_replaces_an_older_one (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = new_store_with_case (file, "First");
  g_autoptr(TambourCase) later = tambour_test_case_new ("2", "Second");
  g_autofree char *backup = beside (file, "backup.tambour");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_store_backup (store, backup, NULL, NULL));
  tambour_test_put (store, TAMBOUR_RECORD (later));
  g_assert_true (tambour_store_backup (store, backup, NULL, NULL));
  assert_finds (backup, "second", 1);

  g_assert_false (tambour_store_backup (store, file->path, NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (tambour_store_backup (store, backup, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_finds (backup, "second", 1);
}

static void
test_a_damaged_backup_replaces_nothing (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = new_store_with_case (file, "Kept");
  g_autofree char *backup = beside (file, "backup.tambour");
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_assert_true (tambour_store_backup (store, backup, NULL, NULL));
  tambour_store_close (store);

  g_assert_true (g_file_get_contents (backup, &content, &length, NULL));
  memset (content + 4096, 0x5a, length - 4096);
  g_assert_true (g_file_set_contents (backup, content, length, NULL));
  g_assert_false (tambour_store_restore (backup, file->path, NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_DAMAGED);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (backup, "hello", -1, NULL));
  g_assert_false (tambour_store_restore (backup, file->path, NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_A_PORTFOLIO);
  assert_finds (file->path, "kept", 1);
}

static void
test_a_damaged_file_gives_way (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = new_store_with_case (file, "Kept");
  g_autofree char *backup = beside (file, "backup.tambour");
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_assert_true (tambour_store_backup (store, backup, NULL, NULL));
  tambour_store_close (store);

  /* Half of it is there, and then something else. */
  g_assert_true (g_file_get_contents (file->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (file->path, content, length / 2 / 4096 * 4096, NULL));
  g_assert_true (tambour_store_restore (backup, file->path, NULL, &error));
  g_assert_no_error (error);
  assert_finds (file->path, "kept", 1);

  g_assert_true (g_file_set_contents (file->path, "This is a letter, and longer than a hundred bytes, so that it could be the "
                                                  "header of a database, which it is not, as everybody sees.",
                                      -1, NULL));
  g_assert_true (tambour_store_restore (backup, file->path, NULL, &error));
  g_assert_no_error (error);
  assert_finds (file->path, "kept", 1);
}

static void
assert_found_and_repaired (TambourTestFile *file,
                           const char      *harm,
                           const char      *named,
                           gboolean         can_repair)
{
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) all = g_string_new (NULL);

  tambour_test_sql (file->path, harm);
  store = tambour_test_open (file);
  findings = tambour_store_check (store, FALSE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (all, "%s\n", (const char *) g_ptr_array_index (findings, i));
  g_assert_nonnull (strstr (all->str, named));

  left = tambour_store_check (store, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len == 0, ==, can_repair);
  tambour_store_close (store);
}

static void
test_check_finds_and_repairs (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = new_store_with_case (file, "Extraordinary");
  g_autoptr(TambourCase) two = tambour_test_case_new ("2", "Unmistakable");

  tambour_test_put (store, TAMBOUR_RECORD (two));
  tambour_test_assert_clean (store);
  tambour_store_close (store);

  assert_found_and_repaired (file, "DELETE FROM search WHERE rowid = 143;", "cannot be found", TRUE);
  assert_found_and_repaired (file, "DELETE FROM search WHERE rowid = 143; INSERT INTO search (rowid, title) VALUES (143, 'x');",
                             "by its own words", TRUE);
  assert_found_and_repaired (file, "INSERT INTO search (rowid, title) VALUES (9999, 'ghost');", "are gone", TRUE);
  assert_found_and_repaired (file, "UPDATE cases SET root_cause_id = 'nowhere' WHERE number = '1';", "root_cause_id", FALSE);
  assert_found_and_repaired (file, "UPDATE cases SET root_cause_id = NULL; DELETE FROM changes WHERE number = 1;", "gaps", FALSE);
}

static void
test_repair_drops_what_is_derived (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (6);
  g_autoptr(GPtrArray) world = tambour_test_world_new (random);
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourQuery) clocks = tambour_query_new (TAMBOUR_TYPE_RESPONSE_CLOCK);
  g_autoptr(TambourQuery) cases = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GError) error = NULL;

  tambour_test_put_all (store, world);
  g_assert_cmpint (tambour_store_count (store, clocks, NULL), ==, 1);
  left = tambour_store_check (store, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpint (tambour_store_count (store, clocks, NULL), ==, 0);
  g_assert_cmpint (tambour_store_count (store, cases, NULL), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/a-restored-portfolio-is-what-it-was", test_backup_and_restore);
  g_test_add_func ("/backup/a-backup-replaces-an-older-one-whole", test_a_backup_replaces_an_older_one);
  g_test_add_func ("/backup/a-damaged-backup-replaces-nothing", test_a_damaged_backup_replaces_nothing);
  g_test_add_func ("/backup/a-damaged-file-gives-way", test_a_damaged_file_gives_way);
  g_test_add_func ("/check/faults-are-found-and-repaired", test_check_finds_and_repairs);
  g_test_add_func ("/check/repair-drops-what-is-derived", test_repair_drops_what_is_derived);

  return g_test_run ();
}
