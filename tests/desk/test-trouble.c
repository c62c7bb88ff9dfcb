/* test-trouble.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <utime.h>

#include "tambour-demo.h"
#include "tambour-holder.h"
#include "tambour-rescue.h"
#include "tambour-test-sql.h"
#include "tambour-test-store.h"
#include "tambour-trouble.h"

static void
create (TambourTestFile *file)
{
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "Kept");

  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_store_close (store);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static void
write_file (const char *path,
            GBytes     *bytes,
            gsize       length)
{
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) length, NULL));
}

/* Opens what cannot be opened; its bytes stay as they are. */
static TambourTrouble *
look (const char *path)
{
  g_autoptr(GBytes) before = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? read_file (path) : NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GError) error = NULL;
  TambourTrouble *trouble;

  g_assert_null (tambour_store_open (path, TAMBOUR_STORE_IMPATIENT, &error));
  g_assert_nonnull (error);
  trouble = tambour_trouble_new (path, error);
  g_assert_cmpstr (trouble->path, ==, path);

  if (before != NULL)
    {
      after = read_file (path);
      g_assert_true (g_bytes_equal (before, after));
    }

  return trouble;
}

static void
test_tells_one_trouble_from_another (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourTrouble) missing = look (file->path);
  g_autoptr(TambourTrouble) newer = NULL;
  g_autoptr(TambourTrouble) damaged = NULL;
  g_autoptr(TambourTrouble) other = NULL;
  g_autoptr(GBytes) whole = NULL;

  g_assert_cmpint (missing->kind, ==, TAMBOUR_TROUBLE_MISSING);

  create (file);
  whole = read_file (file->path);
  tambour_test_sql (file->path, "PRAGMA user_version = 7;");
  newer = look (file->path);
  g_assert_cmpint (newer->kind, ==, TAMBOUR_TROUBLE_NEWER);
  g_assert_cmpint (newer->format, ==, 7);
  g_assert_cmpint (newer->known_format, ==, 1);

  write_file (file->path, whole, g_bytes_get_size (whole) / 2 / 4096 * 4096);
  damaged = look (file->path);
  g_assert_cmpint (damaged->kind, ==, TAMBOUR_TROUBLE_DAMAGED);

  g_assert_true (g_file_set_contents (file->path, "Dear Ines, this is a letter.", -1, NULL));
  other = look (file->path);
  g_assert_cmpint (other->kind, ==, TAMBOUR_TROUBLE_NOT_A_PORTFOLIO);
  g_assert_nonnull (strstr (other->reason, file->path));
}

static void
test_says_who_holds_the_file (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  GSubprocess *holder;
  g_autoptr(TambourTrouble) busy = NULL;
  g_autoptr(GError) error = NULL;

  create (file);
  holder = tambour_test_hold (file->path);

  busy = look (file->path);
  g_assert_cmpint (busy->kind, ==, TAMBOUR_TROUBLE_BUSY);
  g_assert_cmpstr (busy->holder, ==, "sqlite3");
  g_assert_cmpint (busy->holder_pid, ==, atoi (g_subprocess_get_identifier (holder)));
  tambour_test_release (holder);
}

static void
test_who_writes_holds_it (void)
{
  static const char locks[] =
    "1: POSIX  ADVISORY  READ  17 fd:00:4711 1073741826 1073742335\n"
    "2: FLOCK  ADVISORY  WRITE 18 fd:00:4712 0 EOF\n"
    "3: POSIX  ADVISORY  WRITE 19 fd:01:4711 0 EOF\n"
    "3: -> POSIX  ADVISORY  WRITE 20 fd:00:4711 0 EOF\n"
    "4: POSIX  ADVISORY  WRITE 21 fd:00:4711 120 120\n"
    "5: POSIX  ADVISORY  WRITE 0 fd:00:4713 120 120\n";
  guint64 device = 0xfd00;

  g_assert_cmpint (tambour_holder_find (locks, device, 4711, 1), ==, 21);
  g_assert_cmpint (tambour_holder_find (locks, device, 4711, 21), ==, 17);
  g_assert_cmpint (tambour_holder_find (locks, device, 4713, 1), ==, 0);
  g_assert_cmpint (tambour_holder_find (locks, device, 4714, 1), ==, 0);
  g_assert_cmpint (tambour_holder_find ("", device, 4711, 1), ==, 0);
}

static void
put_beside (TambourTestFile *file,
            const char      *name,
            const char      *contents)
{
  g_autofree char *path = g_build_filename (file->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
test_finds_the_copies_beside_it (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autofree char *base = g_path_get_basename (file->path);
  g_autofree char *stem = g_strndup (base, strlen (base) - strlen (".tambour"));
  g_autofree char *before = g_strconcat (base, ".before-restore", NULL);
  g_autofree char *friday = g_strconcat (stem, " Friday.tambour", NULL);
  g_autofree char *log = g_strconcat (base, "-wal", NULL);
  g_autofree char *empty = g_strconcat (base, ".version-1", NULL);
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *newest = NULL;

  create (file);
  put_beside (file, before, "older");
  put_beside (file, friday, "newer");
  put_beside (file, log, "log");
  put_beside (file, empty, "");
  put_beside (file, "another.tambour", "another");

  {
    g_autofree char *path = g_build_filename (file->folder, before, NULL);
    struct utimbuf long_ago = { 1000000000, 1000000000 };

    g_assert_cmpint (g_utime (path, &long_ago), ==, 0);
  }

  backups = tambour_trouble_list_backups (file->path);
  g_assert_cmpuint (backups->len, ==, 2);
  newest = g_path_get_basename (((TambourBackup *) g_ptr_array_index (backups, 0))->path);
  g_assert_cmpstr (newest, ==, friday);
  g_assert_cmpint (((TambourBackup *) g_ptr_array_index (backups, 1))->made.seconds, ==, 1000000000);
}

/* An index that has lost its rows: the check finds it, the copy has them again. */
static void
test_a_copy_is_repaired (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *second = NULL;
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GError) error = NULL;

  create (file);
  tambour_test_sql (file->path, "DELETE FROM \"search\";");
  before = read_file (file->path);

  copy = tambour_rescue_copy (file->path, &findings, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (g_str_has_suffix (copy, "-repaired.tambour"));

  store = tambour_store_open (copy, TAMBOUR_STORE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tambour_test_count_hits (store, "kept"), ==, 1);
  after = read_file (file->path);
  g_assert_true (g_bytes_equal (before, after));

  g_clear_pointer (&findings, g_ptr_array_unref);
  second = tambour_rescue_copy (file->path, &findings, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (second, "-repaired-2.tambour"));
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;

  return n;
}

static void
test_what_cannot_be_repaired_leaves_nothing (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(GBytes) whole = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  create (file);
  whole = read_file (file->path);
  write_file (file->path, whole, g_bytes_get_size (whole) / 2 / 4096 * 4096);

  g_assert_null (tambour_rescue_copy (file->path, &findings, NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_DAMAGED);
  g_assert_null (findings);
  g_assert_cmpuint (count_files (file->folder), ==, 1);
}

static void
cancel_soon (const char *what,
             guint64     done,
             guint64     total,
             gpointer    user_data)
{
  g_assert_cmpuint (done, <=, total);
  g_cancellable_cancel (user_data);
}

static void
test_a_demonstration_is_whole_or_not_there (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autofree char *path = g_build_filename (file->folder, "deep", "demonstration.tambour", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  const TambourDemoSettings settings = TAMBOUR_DEMO_SETTINGS_INIT;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_demo_create (path, &settings, cancel_soon, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (folder), ==, 0);
  g_clear_error (&error);

  g_assert_true (tambour_demo_create (path, &settings, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 1);

  g_assert_false (tambour_demo_create (path, &settings, NULL, NULL, NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_EXISTS);

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trouble/tells-one-from-another", test_tells_one_trouble_from_another);
  g_test_add_func ("/trouble/says-who-holds-the-file", test_says_who_holds_the_file);
  g_test_add_func ("/trouble/who-writes-holds-it", test_who_writes_holds_it);
  g_test_add_func ("/trouble/finds-the-copies-beside-it", test_finds_the_copies_beside_it);
  g_test_add_func ("/rescue/a-copy-is-repaired", test_a_copy_is_repaired);
  g_test_add_func ("/rescue/what-cannot-be-repaired-leaves-nothing", test_what_cannot_be_repaired_leaves_nothing);
  g_test_add_func ("/demo/is-whole-or-not-there", test_a_demonstration_is_whole_or_not_there);

  return g_test_run ();
}
