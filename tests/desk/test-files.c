/* test-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <utime.h>

#include "desk-portfolio.h"
#include "tambour-environment.h"
#include "tambour-files.h"

#define HELLO "Hello, clinic."

typedef struct
{
  DeskPortfolio *desk;
  TambourRecord *note;
  char          *folder;
} Files;

static Files *
files_new (void)
{
  Files *self = g_new0 (Files, 1);
  g_autoptr(GError) error = NULL;

  self->desk = desk_portfolio_new ();
  self->folder = g_dir_make_tmp ("tambour-files-XXXXXX", &error);
  g_assert_no_error (error);
  self->note = desk_portfolio_own (self->desk, TAMBOUR_TYPE_INFRA_NOTE);
  desk_set (self->note, "title", "Forwarders");
  desk_set (self->note, "body", "one");
  desk_portfolio_put (self->desk, self->note);

  return self;
}

static void
remove_all (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }

  g_remove (path);
}

static void
files_free (Files *self)
{
  remove_all (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_object (&self->note);
  g_clear_pointer (&self->desk, desk_portfolio_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Files, files_free)

static TambourAttachment *
add (Files      *files,
     const char *name,
     const char *text)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Add file");
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  TambourRecord *record = tambour_files_add (files->desk->store, change, files->note, name, bytes, &error);

  g_assert_no_error (error);
  tambour_store_commit (files->desk->store, change, &error);
  g_assert_no_error (error);

  return TAMBOUR_ATTACHMENT (record);
}

static GPtrArray *
list (Files *files)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *found = tambour_files_list (files->desk->store, files->note->id, NULL, &error);

  g_assert_no_error (error);

  return found;
}

static void
assert_content (const char *path,
                const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;

  g_file_get_contents (path, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, text);
}

static void
test_what_is_added_is_listed (void)
{
  g_autoptr(Files) files = files_new ();
  g_autoptr(TambourAttachment) ten = add (files, "Page 10.txt", HELLO);
  g_autoptr(TambourAttachment) two = add (files, "Page 2.txt", HELLO);
  g_autoptr(GPtrArray) found = list (files);
  g_autoptr(GPtrArray) none = tambour_files_list (files->desk->store, TAMBOUR_RECORD (files->desk->account)->id, NULL, NULL);
  TambourAttachment *first = g_ptr_array_index (found, 0);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (first->name, ==, "Page 2.txt");
  g_assert_cmpint (first->size, ==, strlen (HELLO));
  g_assert_cmpstr (first->type, ==, "text/plain");
  g_assert_cmpstr (first->hash, ==, ten->hash);
  g_assert_cmpstr (first->record_id, ==, files->note->id);
  g_assert_cmpstr (TAMBOUR_RECORD (first)->account_id.id, ==, TAMBOUR_RECORD (files->desk->account)->id);
  g_assert_cmpuint (none->len, ==, 0);
}

/* The name says one thing and the content another: the type is never what a
 * sender says, and never empty.
 */
static void
test_types_are_seen (void)
{
  g_autoptr(Files) files = files_new ();
  g_autoptr(TambourAttachment) picture = add (files, "screen", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
  g_autoptr(TambourAttachment) nothing = add (files, "nothing", "");

  g_assert_cmpstr (picture->type, ==, "image/png");
  g_assert_cmpint (nothing->size, ==, 0);
  g_assert_nonnull (nothing->type);
}

static void
assert_name (const char *name,
             const char *safe)
{
  g_autofree char *found = tambour_files_dup_safe_name (name);

  g_assert_cmpstr (found, ==, safe);
}

static void
test_names_are_safe (void)
{
  assert_name ("Plan.pdf", "Plan.pdf");
  assert_name ("Größe & Maß.pdf", "Größe & Maß.pdf");
  assert_name ("../../etc/passwd", "passwd");
  assert_name ("/", "File");
  assert_name ("C:\\Users\\Mira\\Plan.pdf", "Plan.pdf");
  assert_name (".bashrc", "bashrc");
  assert_name ("..", "File");
  assert_name (". . hidden", "hidden");
  assert_name ("", "File");
  assert_name (NULL, "File");
  assert_name ("   ", "File");
  assert_name ("line\nbreak\t.txt", "linebreak.txt");
  assert_name ("invoice\u202efdp.exe", "invoicefdp.exe");
  assert_name ("\u202e.hidden", "hidden");
  assert_name ("bad\xff.txt", "bad\uFFFD.txt");
}

static void
test_long_names_keep_what_they_are (void)
{
  g_autofree char *umlauts = g_strnfill (300, 'x');
  g_autoptr(GString) wide = g_string_new ("a");
  g_autofree char *plain = g_strconcat (umlauts, ".pdf", NULL);
  g_autofree char *safe = tambour_files_dup_safe_name (plain);
  g_autofree char *no_extension = tambour_files_dup_safe_name (umlauts);
  g_autofree char *safe_wide = NULL;

  for (guint i = 0; i < 150; i++)
    g_string_append (wide, "ü");
  g_string_append (wide, ".pdf");
  safe_wide = tambour_files_dup_safe_name (wide->str);

  g_assert_cmpuint (strlen (safe), ==, TAMBOUR_FILES_MOST_NAME);
  g_assert_true (g_str_has_suffix (safe, "x.pdf"));
  g_assert_cmpuint (strlen (no_extension), ==, TAMBOUR_FILES_MOST_NAME);
  g_assert_cmpuint (strlen (safe_wide), <=, TAMBOUR_FILES_MOST_NAME);
  g_assert_cmpuint (strlen (safe_wide), >, TAMBOUR_FILES_MOST_NAME - 3);
  g_assert_true (g_utf8_validate (safe_wide, -1, NULL));
  g_assert_true (g_str_has_suffix (safe_wide, "ü.pdf"));
}

static void
test_nothing_is_overwritten (void)
{
  g_autoptr(Files) files = files_new ();
  g_autoptr(TambourAttachment) one = add (files, "One.txt", HELLO);
  g_autofree char *path = g_build_filename (files->folder, "saved.txt", NULL);
  g_autofree char *nowhere = g_build_filename (files->folder, "no", "where.txt", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_false (tambour_files_write (files->desk->store, one, path, TAMBOUR_FILES_NEW, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  assert_content (path, "mine");

  tambour_files_write (files->desk->store, one, path, TAMBOUR_FILES_REPLACE, &error);
  g_assert_no_error (error);
  assert_content (path, HELLO);
  g_assert_cmpint (g_remove (path), ==, 0);
  tambour_files_write (files->desk->store, one, path, TAMBOUR_FILES_NEW, &error);
  g_assert_no_error (error);
  assert_content (path, HELLO);

  g_assert_false (tambour_files_write (files->desk->store, one, nowhere, TAMBOUR_FILES_REPLACE, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, nowhere));
}

static void
test_it_is_laid_out_to_be_read (void)
{
  g_autoptr(Files) files = files_new ();
  g_autoptr(TambourAttachment) one = add (files, "One.txt", HELLO);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_build_filename (files->folder, "opened", NULL);
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *own = NULL;
  GStatBuf status;

  /* Another machine may have written anything. */
  g_set_str (&one->name, "../../.One.txt");
  path = tambour_files_lay_out (files->desk->store, one, folder, &error);
  g_assert_no_error (error);
  assert_content (path, HELLO);
  g_assert_true (g_str_has_prefix (path, folder));
  g_assert_true (g_str_has_suffix (path, "/One.txt"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0400);
  own = g_path_get_dirname (path);
  g_assert_cmpint (g_stat (own, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);

  /* A second look does not disturb the first one; a later day does. */
  again = tambour_files_lay_out (files->desk->store, one, folder, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, !=, path);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (utime (own, &(struct utimbuf) { 1000000000, 1000000000 }), ==, 0);
  g_clear_pointer (&again, g_free);
  again = tambour_files_lay_out (files->desk->store, one, folder, &error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_content (again, HELLO);
}

/* Returns: (transfer full): where a file lies that was laid out some time ago */
static char *
lay_out_before (Files             *files,
                TambourAttachment *attachment,
                gint64             seconds)
{
  g_autoptr(GError) error = NULL;
  char *path = tambour_files_lay_out (files->desk->store, attachment, files->folder, &error);
  g_autofree char *own = path ? g_path_get_dirname (path) : NULL;
  time_t then = (time_t) (g_get_real_time () / G_USEC_PER_SEC - seconds);

  g_assert_no_error (error);
  g_assert_cmpint (utime (own, &(struct utimbuf) { then, then }), ==, 0);

  return path;
}

/* What a program has open stays for it; so does what it is about to open. */
static void
test_what_nobody_looks_at_is_forgotten (void)
{
  g_autoptr(Files) files = files_new ();
  g_autoptr(TambourAttachment) one = add (files, "One.txt", HELLO);
  g_autofree char *closed = lay_out_before (files, one, 120);
  g_autofree char *seen = lay_out_before (files, one, 120);
  g_autofree char *fresh = lay_out_before (files, one, 5);
  g_autofree char *own = g_path_get_dirname (closed);
  int program = g_open (seen, O_RDONLY | O_CLOEXEC, 0);

  g_assert_cmpint (program, >=, 0);
  tambour_files_forget (files->folder);
  g_assert_false (g_file_test (closed, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (own, G_FILE_TEST_EXISTS));
  assert_content (seen, HELLO);
  assert_content (fresh, HELLO);

  g_assert_true (g_close (program, NULL));
  tambour_files_forget (files->folder);
  g_assert_false (g_file_test (seen, G_FILE_TEST_EXISTS));
  assert_content (fresh, HELLO);

  /* Where nothing was ever laid out there is nothing to forget. */
  tambour_files_forget ("/nowhere/at/all");
}

static void
test_what_is_removed_can_be_restored (void)
{
  g_autoptr(Files) files = files_new ();
  g_autoptr(TambourAttachment) one = add (files, "One.txt", HELLO);
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Remove file");
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  gint64 by;

  tambour_change_remove (change, TAMBOUR_RECORD (one));
  g_assert_true (tambour_store_commit (files->desk->store, change, &error));
  none = list (files);
  g_assert_cmpuint (none->len, ==, 0);

  tambour_store_undo (files->desk->store, tambour_change_get_number (change), "Test", &by, &error);
  g_assert_no_error (error);
  found = list (files);
  g_assert_cmpuint (found->len, ==, 1);
  bytes = tambour_store_read_content (files->desk->store, TAMBOUR_ATTACHMENT (g_ptr_array_index (found, 0))->hash, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, strlen (HELLO));
}

static void
test_what_is_missing_is_told (void)
{
  g_autoptr(Files) files = files_new ();
  g_autoptr(TambourAttachment) one = add (files, "One.txt", HELLO);
  g_autofree char *path = g_build_filename (files->folder, "saved.txt", NULL);
  g_autoptr(GError) error = NULL;

  g_set_str (&one->hash, "not here");
  g_assert_false (tambour_files_write (files->desk->store, one, path, TAMBOUR_FILES_NEW, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_null (tambour_files_lay_out (files->desk->store, one, files->folder, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/what-is-added-is-listed", test_what_is_added_is_listed);
  g_test_add_func ("/files/types-are-seen", test_types_are_seen);
  g_test_add_func ("/files/names-are-safe", test_names_are_safe);
  g_test_add_func ("/files/long-names-keep-what-they-are", test_long_names_keep_what_they_are);
  g_test_add_func ("/files/nothing-is-overwritten", test_nothing_is_overwritten);
  g_test_add_func ("/files/they-are-laid-out-to-be-read", test_it_is_laid_out_to_be_read);
  g_test_add_func ("/files/what-nobody-looks-at-is-forgotten", test_what_nobody_looks_at_is_forgotten);
  g_test_add_func ("/files/what-is-removed-can-be-restored", test_what_is_removed_can_be_restored);
  g_test_add_func ("/files/what-is-missing-is-told", test_what_is_missing_is_told);

  return g_test_run ();
}
