/* test-note-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <gtksourceview/gtksource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "record-fixture.h"
#include "tambour-buffer.h"
#include "tambour-environment.h"
#include "tambour-feedback.h"
#include "tambour-note-files.h"
#include "tambour-note-pane.h"
#include "tambour-report.h"

#define TITLE "Clinic forwarders"
#define HELLO "Hello, clinic."

static TambourNoteFiles *
get_files (TambourTestUi *ui)
{
  return tambour_test_find (tambour_window_get_page (ui->window), TAMBOUR_TYPE_NOTE_FILES, NULL);
}

static GtkTextView *
get_view (TambourTestUi *ui)
{
  return tambour_test_find (tambour_window_get_page (ui->window), GTK_SOURCE_TYPE_VIEW, NULL);
}

static char *
dup_text (TambourTestUi *ui)
{
  GtkTextView *view = get_view (ui);

  return view ? tambour_buffer_dup_text (gtk_text_view_get_buffer (view)) : g_strdup ("");
}

static gboolean
shows_a_note (gpointer data)
{
  g_autofree char *text = dup_text (data);

  return *text != '\0' && get_files (data) != NULL;
}

static TambourTestUi *
open_note (void)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "knowledge");
  tambour_test_wait (shows_a_note, ui);
  tambour_test_settle ();

  return ui;
}

static TambourRecord *
find_note (TambourTestUi *ui)
{
  return record_fixture_find (ui, TAMBOUR_TYPE_INFRA_NOTE, "title = \"" TITLE "\"");
}

static guint
count (TambourTestUi *ui)
{
  g_autoptr(TambourRecord) note = find_note (ui);
  g_autofree char *expression = g_strdup_printf ("record_id = %s", note->id);

  return record_fixture_count (ui, TAMBOUR_TYPE_ATTACHMENT, expression);
}

static TambourAttachment *
find (TambourTestUi *ui,
      const char    *name)
{
  g_autofree char *expression = g_strdup_printf ("name = \"%s\"", name);

  return TAMBOUR_ATTACHMENT (record_fixture_find (ui, TAMBOUR_TYPE_ATTACHMENT, expression));
}

static GFile *
new_file (TambourTestUi *ui,
          const char    *name,
          const char    *text)
{
  g_autofree char *path = g_build_filename (ui->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static void
add (TambourTestUi *ui,
     const char    *name,
     const char    *text)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, new_file (ui, name, text));
  tambour_note_files_add (get_files (ui), files);
  tambour_test_wait_text (get_files (ui), name);
  tambour_test_settle ();
}

static GtkWidget *
get_list (TambourTestUi *ui)
{
  return tambour_test_find (get_files (ui), GTK_TYPE_LIST_BOX, NULL);
}

static GtkWidget *
get_row (TambourTestUi *ui,
         int            index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (get_list (ui)), index));
}

static void
test_a_file_is_added (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autoptr(TambourAttachment) attachment = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_assert_true (tambour_test_shows (get_files (ui), "Drop or paste files into the note"));
  add (ui, "Plan <b>.txt", HELLO);
  tambour_test_wait_text (ui->window, "Plan <b>.txt added");

  g_assert_false (tambour_test_shows (get_files (ui), "Drop or paste files into the note"));
  attachment = find (ui, "Plan <b>.txt");
  g_assert_cmpstr (attachment->type, ==, "text/plain");
  bytes = tambour_store_read_content (ui->store, attachment->hash, NULL);
  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), HELLO, strlen (HELLO));
  tambour_test_assert_named (get_files (ui));
  tambour_test_pictures (ui->window, "note-files");
}

static GtkDropTarget *
find_target (gpointer widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

static void
test_files_are_dropped (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autofree char *before = dup_text (ui);
  g_autofree char *after = NULL;
  g_autoptr(GFile) one = new_file (ui, "One.txt", HELLO);
  g_autoptr(GFile) two = new_file (ui, "Two.txt", HELLO);
  GFile *files[] = { one, two };
  g_auto(GValue) value = G_VALUE_INIT;
  GtkWidget *pane = gtk_widget_get_ancestor (GTK_WIDGET (get_view (ui)), TAMBOUR_TYPE_NOTE_PANE);
  GtkDropTarget *target = find_target (pane);
  gboolean is_taken;

  g_assert_cmpint (gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (target)), ==, GTK_PHASE_CAPTURE);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, G_N_ELEMENTS (files)));
  g_signal_emit_by_name (target, "drop", &value, 10., 10., &is_taken);
  g_assert_true (is_taken);
  tambour_test_wait_text (ui->window, "2 files added");
  tambour_test_wait_text (get_files (ui), "Two.txt");

  after = dup_text (ui);
  g_assert_cmpstr (after, ==, before);

  /* One step back, for both. */
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_no_text (get_files (ui), "Two.txt");
  g_assert_cmpuint (count (ui), ==, 0);
}

static void
test_files_are_pasted (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autofree char *before = dup_text (ui);
  g_autofree char *after = NULL;
  g_autoptr(GFile) one = new_file (ui, "One.txt", HELLO);
  GFile *files[] = { one };
  GdkFileList *list = gdk_file_list_new_from_array (files, G_N_ELEMENTS (files));

  gdk_clipboard_set (gtk_widget_get_clipboard (GTK_WIDGET (ui->window)), GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  gtk_widget_grab_focus (GTK_WIDGET (get_view (ui)));
  tambour_test_press (ui->window, "<Control>v");
  tambour_test_wait_text (get_files (ui), "One.txt");
  after = dup_text (ui);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_picture_is_pasted (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autofree char *before = dup_text (ui);
  g_autofree char *after = NULL;
  g_autoptr(GBytes) pixels = g_bytes_new_take (g_malloc0 (4 * 8 * 8), 4 * 8 * 8);
  g_autoptr(GdkTexture) picture = gdk_memory_texture_new (8, 8, GDK_MEMORY_R8G8B8A8, pixels, 32);
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_local (tambour_portfolio_now (ui->portfolio).seconds);
  g_autofree char *name = g_date_time_format (now, "Picture %Y-%m-%d %H.%M.png");
  g_autoptr(TambourAttachment) attachment = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GdkTexture) again = NULL;

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (ui->window)), picture);
  gtk_widget_grab_focus (GTK_WIDGET (get_view (ui)));
  tambour_test_press (ui->window, "<Control>v");
  tambour_test_wait_text (get_files (ui), name);
  after = dup_text (ui);
  g_assert_cmpstr (after, ==, before);

  attachment = find (ui, name);
  g_assert_cmpstr (attachment->type, ==, "image/png");
  bytes = tambour_store_read_content (ui->store, attachment->hash, NULL);
  again = gdk_texture_new_from_bytes (bytes, NULL);
  g_assert_nonnull (again);
  g_assert_cmpint (gdk_texture_get_width (again), ==, 8);
}

/* Nobody has shared it yet: it is no record that could have files. */
static void
test_a_new_note_takes_none (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  gpointer page = tambour_window_get_page (ui->window);
  g_autoptr(GFile) one = new_file (ui, "One.txt", HELLO);
  GFile *files[] = { one };
  GdkFileList *list = gdk_file_list_new_from_array (files, G_N_ELEMENTS (files));
  g_autofree char *after = NULL;

  gtk_widget_activate_action (tambour_test_find (page, GTK_TYPE_LIST_VIEW, NULL), "knowledge.new", "s", "infra_note");
  tambour_test_wait_text (page, "Nothing is written yet");
  tambour_test_settle ();
  gdk_clipboard_set (gtk_widget_get_clipboard (GTK_WIDGET (ui->window)), GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  gtk_widget_grab_focus (GTK_WIDGET (get_view (ui)));
  tambour_test_press (ui->window, "<Control>v");
  tambour_test_wait_text (ui->window, "Share the note first, then add files to it");
  after = dup_text (ui);
  g_assert_cmpstr (after, ==, "# ");
}

static void
test_text_is_pasted_as_ever (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autofree char *after = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (ui->window)), "from elsewhere");
  gtk_widget_grab_focus (GTK_WIDGET (get_view (ui)));
  tambour_test_press (ui->window, "<Control>End");
  tambour_test_press (ui->window, "<Control>v");
  tambour_test_settle ();
  after = dup_text (ui);
  g_assert_nonnull (strstr (after, "from elsewhere"));
  g_assert_cmpuint (count (ui), ==, 0);
}

static void
assert_refused (TambourTestUi *ui,
                GPtrArray     *files,
                const char    *message)
{
  tambour_note_files_add (get_files (ui), files);
  tambour_test_wait_text (ui->window, message);
  g_assert_cmpuint (count (ui), ==, 0);
  adw_toast_overlay_dismiss_all (tambour_feedback_get_overlay (GTK_WIDGET (ui->window)));
  tambour_test_settle ();
}

/* Of several, all are added or none is. */
static void
test_what_cannot_be_added_is_told (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *missing = g_build_filename (ui->folder, "missing.txt", NULL);
  g_autofree char *large = g_build_filename (ui->folder, "large.bin", NULL);
  g_autofree char *not_there = g_strdup_printf ("“%s” is not there any more.", missing);
  g_autofree char *no_file = g_strdup_printf ("“%s” is no file. Of a folder, add the files in it.", ui->folder);
  g_autofree char *most = g_format_size (TAMBOUR_STORE_MOST_CONTENT);
  g_autofree char *too_large = g_strdup_printf ("“%s” is larger than %s. Keep it elsewhere, and write down where.", large, most);

  g_ptr_array_add (files, new_file (ui, "One.txt", HELLO));
  g_ptr_array_add (files, g_file_new_for_path (missing));
  assert_refused (ui, files, not_there);

  g_ptr_array_set_size (files, 1);
  g_ptr_array_add (files, g_file_new_for_path (ui->folder));
  assert_refused (ui, files, no_file);

  g_assert_true (g_file_set_contents (large, "", 0, NULL));
  g_assert_cmpint (truncate (large, TAMBOUR_STORE_MOST_CONTENT + 1), ==, 0);
  g_ptr_array_set_size (files, 1);
  g_ptr_array_add (files, g_file_new_for_path (large));
  assert_refused (ui, files, too_large);
}

static gboolean
has_files (gpointer data)
{
  return count (data) > 0;
}

static gboolean
has_none (gpointer data)
{
  return count (data) == 0;
}

static void
test_one_is_removed_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();

  add (ui, "One.txt", HELLO);
  add (ui, "Two.txt", "Other.");
  gtk_widget_grab_focus (get_row (ui, 0));
  tambour_test_press (ui->window, "Delete");
  tambour_test_wait_text (ui->window, "One.txt removed");
  tambour_test_wait_no_text (get_files (ui), "One.txt");
  g_assert_cmpuint (count (ui), ==, 1);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (ui->window)) == get_row (ui, 0));

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_text (get_files (ui), "One.txt");
  g_assert_cmpuint (count (ui), ==, 2);
}

static void
test_the_last_one_leaves_the_focus_where_one_adds (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  GtkWidget *button;

  add (ui, "One.txt", HELLO);
  gtk_widget_grab_focus (get_row (ui, 0));
  tambour_test_press (ui->window, "Delete");
  tambour_test_wait (has_none, ui);
  tambour_test_wait_no_text (get_files (ui), "One.txt");
  button = tambour_test_find (get_files (ui), GTK_TYPE_BUTTON, "Add…");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (ui->window)) == button);
}

static void
test_the_menu_has_a_key (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  GtkMenuButton *button;

  add (ui, "One.txt", HELLO);
  button = tambour_test_find (get_row (ui, 0), GTK_TYPE_MENU_BUTTON, NULL);
  g_assert_nonnull (button);
  gtk_widget_grab_focus (get_row (ui, 0));
  tambour_test_press (ui->window, "<Shift>F10");
  tambour_test_settle ();
  g_assert_true (gtk_menu_button_get_active (button));
  gtk_menu_button_popdown (button);
}

static gboolean
is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static void
test_one_is_saved (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autofree char *path = g_build_filename (ui->folder, "Saved.txt", NULL);
  g_autofree char *content = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(TambourAttachment) attachment = NULL;

  add (ui, "One.txt", HELLO);
  attachment = find (ui, "One.txt");
  tambour_note_files_save (get_files (ui), TAMBOUR_RECORD (attachment)->id, file);
  tambour_test_wait (is_there, path);
  tambour_test_wait_text (ui->window, "Saved.txt saved");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, HELLO);
}

/* Where copies are laid out: one folder for each. */
static char *
find_laid_out (void)
{
  g_autofree char *opened = g_build_filename (g_get_user_cache_dir (), "tambour", "opened", NULL);
  g_autoptr(GDir) dir = g_dir_open (opened, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (opened, name, "One.unknown", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  return NULL;
}

static gboolean
is_laid_out (gpointer data)
{
  g_autofree char *path = find_laid_out ();

  return path != NULL;
}

static void
test_one_is_opened (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autofree char *path = NULL;
  GStatBuf status;

  add (ui, "One.unknown", HELLO);
  gtk_widget_grab_focus (get_row (ui, 0));
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (is_laid_out, NULL);
  tambour_test_settle ();
  path = find_laid_out ();
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0400);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(TambourPortfolio **) user_data = tambour_portfolio_open_finish (result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* What can only be read can be looked at and saved, and nothing else. */
static void
test_reading_only (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autoptr(TambourPortfolio) portfolio = NULL;
  g_autoptr(TambourRecord) note = find_note (ui);
  g_autoptr(GPtrArray) more = g_ptr_array_new_with_free_func (g_object_unref);
  TambourNoteFiles *files = get_files (ui);

  add (ui, "One.txt", HELLO);
  tambour_portfolio_open_async (tambour_store_get_path (ui->store), TAMBOUR_STORE_READ_ONLY, NULL, opened_cb, &portfolio);
  tambour_test_wait (is_set, &portfolio);
  tambour_note_files_show (files, portfolio, NULL);
  tambour_note_files_show (files, portfolio, note);
  tambour_test_wait_text (files, "One.txt");
  g_assert_false (tambour_test_shows (files, "Add…"));

  g_ptr_array_add (more, new_file (ui, "Two.txt", HELLO));
  tambour_note_files_add (files, more);
  gtk_widget_grab_focus (get_row (ui, 0));
  tambour_test_press (ui->window, "Delete");
  tambour_test_settle ();
  g_assert_cmpuint (count (ui), ==, 1);
  g_assert_true (has_files (ui));
  tambour_note_files_show (files, portfolio, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (files)));
  tambour_portfolio_close (portfolio);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *cache = g_dir_make_tmp ("tambour-cache-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/note-files/one-is-added", test_a_file_is_added);
  g_test_add_func ("/note-files/some-are-dropped", test_files_are_dropped);
  g_test_add_func ("/note-files/some-are-pasted", test_files_are_pasted);
  g_test_add_func ("/note-files/a-picture-is-pasted", test_a_picture_is_pasted);
  g_test_add_func ("/note-files/a-new-note-takes-none", test_a_new_note_takes_none);
  g_test_add_func ("/note-files/text-is-pasted-as-ever", test_text_is_pasted_as_ever);
  g_test_add_func ("/note-files/what-cannot-be-added-is-told", test_what_cannot_be_added_is_told);
  g_test_add_func ("/note-files/one-is-removed-by-keyboard", test_one_is_removed_by_keyboard);
  g_test_add_func ("/note-files/the-last-one-leaves-the-focus-where-one-adds", test_the_last_one_leaves_the_focus_where_one_adds);
  g_test_add_func ("/note-files/the-menu-has-a-key", test_the_menu_has_a_key);
  g_test_add_func ("/note-files/one-is-saved", test_one_is_saved);
  g_test_add_func ("/note-files/one-is-opened", test_one_is_opened);
  g_test_add_func ("/note-files/reading-only-adds-none", test_reading_only);

  status = g_test_run ();
  tambour_test_remove_folder (cache);

  return status;
}
