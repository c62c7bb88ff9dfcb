/* test-migration.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-schema.h"
#include "tambour-test-records.h"
#include "tambour-test-store.h"

static void
create_with_world (TambourTestFile *file,
                   GPtrArray       *world)
{
  g_autoptr(TambourStore) store = tambour_test_create (file);

  tambour_test_put_all (store, world);
  tambour_store_close (store);
}

static void
test_columns_and_kinds_are_added (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  g_autoptr(GPtrArray) world = tambour_test_world_new (random);
  g_autoptr(TambourStore) store = NULL;
  TambourRecord *one = tambour_test_world_get (world, TAMBOUR_TYPE_CASE);
  TambourRecord *rate = tambour_test_world_get (world, TAMBOUR_TYPE_RATE);
  g_autoptr(TambourRecord) found = NULL;
  g_autoptr(TambourQuery) rates = tambour_query_new (TAMBOUR_TYPE_RATE);

  create_with_world (file, world);
  tambour_test_sql (file->path,
                    "DROP INDEX \"cases.status\"; DROP INDEX \"cases.number\";"
                    "ALTER TABLE cases DROP COLUMN status; ALTER TABLE cases DROP COLUMN reopened_count;"
                    "ALTER TABLE incidents DROP COLUMN cost_per_hour; ALTER TABLE incidents DROP COLUMN cost_per_hour_currency;"
                    "ALTER TABLE cases ADD COLUMN of_a_newer_version TEXT;"
                    "UPDATE cases SET of_a_newer_version = 'stays';"
                    "DELETE FROM history WHERE row IN (SELECT row FROM rates); DELETE FROM search WHERE rowid IN (SELECT row FROM rates);"
                    "DROP TABLE rates; DELETE FROM settings WHERE name = 'schema';");

  store = tambour_test_open (file);
  found = tambour_test_get (store, one);
  g_assert_cmpuint (TAMBOUR_CASE (found)->status, ==, 0);
  g_assert_cmpint (TAMBOUR_CASE (found)->reopened_count, ==, TAMBOUR_NO_COUNT);
  g_assert_cmpstr (TAMBOUR_CASE (found)->title, ==, TAMBOUR_CASE (one)->title);
  g_assert_cmpint (tambour_store_count (store, rates, NULL), ==, 0);

  tambour_test_put (store, rate);
  TAMBOUR_CASE (found)->reopened_count = 3;
  g_set_str (&TAMBOUR_CASE (found)->title, "Migrated");
  tambour_test_put (store, found);
  tambour_test_assert_clean (store);
  tambour_store_close (store);

  /* It fails if the column of the newer version has lost what it said. */
  tambour_test_sql (file->path, "CREATE TABLE proof (kept TEXT NOT NULL) STRICT; INSERT INTO proof SELECT of_a_newer_version FROM cases;");
}

static void
test_a_newer_file_is_left_alone (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  gsize length_before, length_after;

  create_with_world (file, nothing);
  tambour_test_sql (file->path, "PRAGMA user_version = 99;");
  g_assert_true (g_file_get_contents (file->path, &before, &length_before, NULL));

  g_assert_null (tambour_store_open (file->path, TAMBOUR_STORE_OPEN, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_null (tambour_store_open (file->path, TAMBOUR_STORE_READ_ONLY, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NEWER);

  g_assert_true (g_file_get_contents (file->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_the_index_is_made_again_when_it_should_be_another (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (8);
  g_autoptr(GPtrArray) world = tambour_test_world_new (random);
  g_autoptr(TambourStore) store = NULL;

  g_set_str (&TAMBOUR_CASE (tambour_test_world_get (world, TAMBOUR_TYPE_CASE))->title, "Indexed anew");
  create_with_world (file, world);
  tambour_test_sql (file->path, "DROP TABLE search; CREATE VIRTUAL TABLE search USING fts5 (other);"
                                "UPDATE settings SET value = 'old' WHERE name IN ('index', 'schema');");

  store = tambour_test_open (file);
  g_assert_cmpuint (tambour_test_count_hits (store, "indexed anew"), ==, 1);
  tambour_test_assert_clean (store);
}

static const TambourMigration upwards[] = {
  { 2, "CREATE TABLE \"two\" (\"a\" INTEGER) STRICT; INSERT INTO \"two\" VALUES (1);" },
  { 3, "UPDATE \"two\" SET \"a\" = \"a\" + 1;" },
};

static const TambourMigration broken[] = {
  { 4, "UPDATE \"two\" SET \"a\" = 100; INSERT INTO \"no such table\" VALUES (1);" },
};

static void
test_numbered_migrations (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr(TambourDatabase) database = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *first = g_strconcat (file->path, ".version-1", NULL);
  g_autofree char *third = g_strconcat (file->path, ".version-3", NULL);

  create_with_world (file, nothing);
  database = tambour_database_new (file->path, TAMBOUR_DATABASE_WRITER, &error);
  g_assert_no_error (error);

  tambour_schema_migrate (database, upwards, G_N_ELEMENTS (upwards), 3, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tambour_database_get_int (database, "SELECT a FROM two"), ==, 2);
  g_assert_cmpint (tambour_database_get_int (database, "PRAGMA user_version"), ==, 3);

  /* Not a second time. */
  g_assert_true (tambour_schema_migrate (database, upwards, G_N_ELEMENTS (upwards), 3, &error));
  g_assert_cmpint (tambour_database_get_int (database, "SELECT a FROM two"), ==, 2);

  /* The copy is the file as it was. */
  {
    g_autoptr(TambourStore) copy = tambour_store_open (first, TAMBOUR_STORE_OPEN, &error);

    g_assert_no_error (error);
    tambour_test_assert_clean (copy);
  }

  /* What fails leaves the file at its version, and the copy beside it. */
  g_assert_false (tambour_schema_migrate (database, broken, G_N_ELEMENTS (broken), 4, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_FAILED);
  g_assert_cmpint (tambour_database_get_int (database, "SELECT a FROM two"), ==, 2);
  g_assert_cmpint (tambour_database_get_int (database, "PRAGMA user_version"), ==, 3);
  g_assert_true (g_file_test (third, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/migration/missing-columns-and-kinds-are-added", test_columns_and_kinds_are_added);
  g_test_add_func ("/migration/a-newer-file-is-left-alone", test_a_newer_file_is_left_alone);
  g_test_add_func ("/migration/another-search-index-is-made", test_the_index_is_made_again_when_it_should_be_another);
  g_test_add_func ("/migration/numbered-ones-run-once-after-a-copy", test_numbered_migrations);

  return g_test_run ();
}
