/* test-contents.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <sys/resource.h>

#include "tambour-report.h"
#include "tambour-test-replica.h"
#include "tambour-test-store.h"

#define HELLO "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

static char *
put_bytes (TambourStore *store,
           GBytes       *bytes)
{
  g_autoptr(GError) error = NULL;
  char *hash = NULL;

  tambour_store_put_content (store, bytes, &hash, &error);
  g_assert_no_error (error);

  return hash;
}

static char *
put (TambourStore *store,
     const char   *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return put_bytes (store, bytes);
}

/* A record that has a content, stored. */
static TambourRecord *
attach (TambourStore *store,
        const char   *hash)
{
  TambourRecord *record = tambour_record_new (TAMBOUR_TYPE_ATTACHMENT, NULL);

  g_set_str (&TAMBOUR_ATTACHMENT (record)->name, "notes.txt");
  g_set_str (&TAMBOUR_ATTACHMENT (record)->hash, hash);
  tambour_test_put (store, record);

  return record;
}

static void
assert_says (TambourStore *store,
             const char   *hash,
             const char   *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = tambour_store_read_content (store, hash, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
assert_unreadable (TambourStore      *store,
                   const char        *hash,
                   TambourStoreError  code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_store_read_content (store, hash, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, (int) code);
}

static void
repair (TambourStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = tambour_store_check (store, TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
assert_finding (TambourStore *store,
                const char   *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = tambour_store_check (store, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (findings, 0), words));
}

static void
test_the_same_is_kept_once (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autofree char *first = put (store, "hello");
  g_autofree char *second = put (store, "hello");
  g_autofree char *other = put (store, "other");
  g_autofree char *empty = put (store, "");

  g_assert_cmpstr (first, ==, HELLO);
  g_assert_cmpstr (second, ==, first);
  assert_says (store, first, "hello");
  assert_says (store, other, "other");
  assert_says (store, empty, "");
  tambour_store_close (store);

  /* It fails if there are others. */
  tambour_test_sql (file->path, "CREATE TABLE proof (n INTEGER NOT NULL CHECK (n = 3)) STRICT; INSERT INTO proof SELECT count(*) FROM contents;");
}

static void
test_every_byte_comes_back (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  gsize length = 3 * 1000 * 1000 + 7;
  guint8 *data = g_malloc (length);
  g_autoptr(GBytes) bytes = g_bytes_new_take (data, length);
  g_autoptr(GBytes) found = NULL;
  g_autofree char *hash = NULL;

  for (gsize i = 0; i < length; i++)
    data[i] = (guint8) (i * 31 + i / 251);
  hash = put_bytes (store, bytes);
  tambour_store_close (store);

  {
    g_autoptr(TambourStore) again = tambour_test_open (file);

    found = tambour_store_read_content (again, hash, NULL);
    g_assert_nonnull (found);
    g_assert_true (g_bytes_equal (found, bytes));
    assert_unreadable (again, "no such", TAMBOUR_STORE_ERROR_NOT_FOUND);
  }
}

static void
test_what_is_too_large_is_refused (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GBytes) large = g_bytes_new_take (g_malloc0 (TAMBOUR_STORE_MOST_CONTENT + 1), TAMBOUR_STORE_MOST_CONTENT + 1);
  g_autofree char *hash = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_store_put_content (store, large, &hash, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_null (hash);
}

static void
test_an_older_portfolio_gets_it (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourRecord) record = attach (store, HELLO);
  g_autofree char *hash = NULL;
  g_autoptr(GError) error = NULL;

  tambour_store_close (store);
  g_clear_object (&store);
  tambour_test_sql (file->path, "DROP TABLE contents; UPDATE settings SET value = 'old' WHERE name = 'schema';");

  /* To read it only is no reason to change it. */
  store = tambour_store_open (file->path, TAMBOUR_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_unreadable (store, HELLO, TAMBOUR_STORE_ERROR_NOT_FOUND);
  tambour_test_assert_clean (store);
  tambour_store_close (store);
  g_clear_object (&store);

  store = tambour_test_open (file);
  assert_finding (store, record->id);
  hash = put (store, "hello");
  assert_says (store, hash, "hello");
  tambour_test_assert_clean (store);
}

static void
test_reading_only (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GBytes) more = g_bytes_new_static ("more", 4);
  g_autofree char *hash = put (store, "hello");
  g_autofree char *none = NULL;
  g_autoptr(GError) error = NULL;

  tambour_store_close (store);
  g_clear_object (&store);
  store = tambour_store_open (file->path, TAMBOUR_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_says (store, hash, "hello");
  g_assert_false (tambour_store_put_content (store, more, &none, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_READ_ONLY);
}

static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_a_full_disk (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GBytes) large = g_bytes_new_take (g_malloc0 (8 * 1000 * 1000), 8 * 1000 * 1000);
  g_autofree char *before = put (store, "hello");
  g_autofree char *hash = NULL;
  g_autoptr(GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  limit_files (4 * 1000 * 1000);
  g_assert_false (tambour_store_put_content (store, large, &hash, &error));
  limit_files (RLIM_INFINITY);

  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_FULL);
  g_assert_null (hash);
  assert_says (store, before, "hello");
  hash = put_bytes (store, large);
  g_assert_nonnull (hash);
  tambour_test_assert_clean (store);
}

/* Makes all of it old enough to be cleaned. */
static void
age (TambourTestFile *file)
{
  tambour_test_sql (file->path, "UPDATE contents SET at = at - 7200;");
}

static void
test_what_nobody_has_is_cleaned (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autofree char *live = put (store, "live");
  g_autofree char *removed = put (store, "removed");
  g_autofree char *former = put (store, "former");
  g_autofree char *latter = put (store, "latter");
  g_autofree char *nobody = put (store, "nobody");
  g_autoptr(TambourRecord) one = attach (store, live);
  g_autoptr(TambourRecord) two = attach (store, removed);
  g_autoptr(TambourRecord) three = attach (store, former);
  g_autofree char *fresh = NULL;

  tambour_test_remove (store, two);
  g_set_str (&TAMBOUR_ATTACHMENT (three)->hash, latter);
  tambour_test_put (store, three);

  /* It may wait for its record. */
  repair (store);
  assert_says (store, nobody, "nobody");

  age (file);
  fresh = put (store, "fresh");
  tambour_test_assert_clean (store);
  assert_says (store, nobody, "nobody");
  repair (store);
  assert_unreadable (store, nobody, TAMBOUR_STORE_ERROR_NOT_FOUND);
  assert_says (store, live, "live");
  assert_says (store, removed, "removed");
  assert_says (store, former, "former");
  assert_says (store, latter, "latter");
  assert_says (store, fresh, "fresh");
}

/* What is added once more begins to wait anew. */
static void
test_what_is_added_again_waits_again (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autofree char *first = put (store, "hello");
  g_autofree char *second = NULL;

  age (file);
  second = put (store, "hello");
  repair (store);
  assert_says (store, second, "hello");
}

static void
test_what_is_missing_or_changed_is_told (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autofree char *hash = put (store, "hello");
  g_autofree char *again = NULL;
  g_autoptr(TambourRecord) record = attach (store, hash);

  tambour_test_assert_clean (store);
  tambour_test_sql (file->path, "UPDATE contents SET bytes = CAST ('hullo' AS BLOB);");
  assert_finding (store, hash);
  assert_unreadable (store, hash, TAMBOUR_STORE_ERROR_DAMAGED);

  tambour_test_sql (file->path, "DELETE FROM contents;");
  assert_finding (store, record->id);
  assert_unreadable (store, hash, TAMBOUR_STORE_ERROR_NOT_FOUND);

  /* To add it once more mends either. */
  again = put (store, "hello");
  tambour_test_assert_clean (store);
  tambour_test_sql (file->path, "UPDATE contents SET bytes = CAST ('hullo' AS BLOB);");
  g_clear_pointer (&again, g_free);
  again = put (store, "hello");
  assert_says (store, again, "hello");
  tambour_test_assert_clean (store);
}

static void
test_undo_finds_it (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autofree char *hash = put (store, "hello");
  g_autoptr(TambourRecord) record = attach (store, hash);
  gint64 number = tambour_test_remove (store, record);
  g_autoptr(GError) error = NULL;
  gint64 by;

  age (file);
  repair (store);
  tambour_store_undo (store, number, "Tester", &by, &error);
  g_assert_no_error (error);
  assert_says (store, hash, "hello");
  tambour_test_assert_clean (store);
}

static void
test_backups_have_it (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autofree char *hash = put (store, "hello");
  g_autofree char *backup = g_build_filename (file->folder, "backup.tambour", NULL);
  g_autoptr(TambourRecord) record = attach (store, hash);
  g_autoptr(GError) error = NULL;

  tambour_store_backup (store, backup, NULL, &error);
  g_assert_no_error (error);
  tambour_store_close (store);
  g_clear_object (&store);
  tambour_test_sql (file->path, "DELETE FROM contents;");

  tambour_store_restore (backup, file->path, NULL, &error);
  g_assert_no_error (error);
  store = tambour_test_open (file);
  assert_says (store, hash, "hello");
  tambour_test_assert_clean (store);
}

/* A record that came from the team without the file that it has. */
static TambourRecord *
receive_attachment (TambourStore *store,
                    const char   *hash)
{
  TambourRecord *record = tambour_record_new (TAMBOUR_TYPE_ATTACHMENT, NULL);

  g_set_str (&TAMBOUR_ATTACHMENT (record)->name, "notes.txt");
  g_set_str (&TAMBOUR_ATTACHMENT (record)->hash, hash);
  tambour_test_receive (store, record, "1-a");

  return record;
}

static void
assert_needed (TambourStore *store,
               const char   *after,
               const char   *hash,
               const char   *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) needed = tambour_replica_list_needed (store, after, 10, &error);
  TambourReplicaContent *content;

  g_assert_no_error (error);
  g_assert_cmpuint (needed->len, ==, hash ? 1 : 0);
  if (hash == NULL)
    return;

  content = g_ptr_array_index (needed, 0);
  g_assert_cmpstr (content->hash, ==, hash);
  g_assert_cmpstr (content->id, ==, id);
}

static void
test_what_came_without_its_file_is_needed (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourRecord) first = receive_attachment (store, HELLO);
  g_autoptr(TambourRecord) again = receive_attachment (store, HELLO);
  g_autoptr(TambourRecord) other = receive_attachment (store, "no hash");
  g_autoptr(GBytes) wrong = g_bytes_new_static ("hallo", 5);
  g_autoptr(GBytes) right = g_bytes_new_static ("hello", 5);
  g_autoptr(GError) error = NULL;

  assert_needed (store, NULL, HELLO, g_strcmp0 (first->id, again->id) < 0 ? first->id : again->id);
  assert_needed (store, HELLO, NULL, NULL);
  assert_unreadable (store, HELLO, TAMBOUR_STORE_ERROR_NOT_FOUND);
  g_assert_false (tambour_store_has_content (store, HELLO));

  /* It is not lost: it is to come. */
  tambour_test_assert_clean (store);

  g_assert_false (tambour_store_receive_content (store, HELLO, wrong, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  assert_needed (store, NULL, HELLO, g_strcmp0 (first->id, again->id) < 0 ? first->id : again->id);

  g_assert_true (tambour_store_receive_content (store, HELLO, right, &error));
  g_assert_no_error (error);
  g_assert_true (tambour_store_has_content (store, HELLO));
  assert_needed (store, NULL, NULL, NULL);
  assert_says (store, HELLO, "hello");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contents/the-same-is-kept-once", test_the_same_is_kept_once);
  g_test_add_func ("/contents/every-byte-comes-back", test_every_byte_comes_back);
  g_test_add_func ("/contents/what-is-too-large-is-refused", test_what_is_too_large_is_refused);
  g_test_add_func ("/contents/an-older-portfolio-gets-them", test_an_older_portfolio_gets_it);
  g_test_add_func ("/contents/reading-only-keeps-none", test_reading_only);
  g_test_add_func ("/contents/a-full-disk-is-told", test_a_full_disk);
  g_test_add_func ("/contents/what-nobody-has-is-cleaned", test_what_nobody_has_is_cleaned);
  g_test_add_func ("/contents/what-is-added-again-waits-again", test_what_is_added_again_waits_again);
  g_test_add_func ("/contents/what-is-missing-or-changed-is-told", test_what_is_missing_or_changed_is_told);
  g_test_add_func ("/contents/undo-finds-them", test_undo_finds_it);
  g_test_add_func ("/contents/backups-have-them", test_backups_have_it);

  g_test_add_func ("/contents/what-came-without-its-file-is-needed", test_what_came_without_its_file_is_needed);

  return g_test_run ();
}
