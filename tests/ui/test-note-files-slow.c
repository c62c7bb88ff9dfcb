/* test-note-files-slow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "slow-file.h"
#include "tambour-note-files.h"
#include "tambour-report.h"

#define NAME "capture.bin"
#define SIZE (4 * 1024 * 1024)

static TambourNoteFiles *
get_files (TambourTestUi *ui)
{
  return tambour_test_find (tambour_window_get_page (ui->window), TAMBOUR_TYPE_NOTE_FILES, NULL);
}

static gboolean
has_files (gpointer data)
{
  return get_files (data) != NULL;
}

static TambourTestUi *
open_note (void)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "knowledge");
  tambour_test_wait (has_files, ui);
  tambour_test_wait_text (get_files (ui), "Add…");
  tambour_test_settle ();

  return ui;
}

static void
begin_adding (TambourTestUi *ui,
              GFile         *file)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_object_ref (file));
  tambour_note_files_add (get_files (ui), files);
}

static gboolean
is_half_way (gpointer data)
{
  GtkProgressBar *bar = tambour_test_find (get_files (data), GTK_TYPE_PROGRESS_BAR, NULL);

  return bar != NULL && gtk_progress_bar_get_fraction (bar) == 0.5;
}

static gboolean
shows_no_progress (gpointer data)
{
  return tambour_test_find (get_files (data), GTK_TYPE_PROGRESS_BAR, NULL) == NULL;
}

static guint
count (TambourTestUi *ui)
{
  return record_fixture_count (ui, TAMBOUR_TYPE_ATTACHMENT, "name = \"" NAME "\"");
}

/* What takes long says how far it is, while everything else goes on. */
static void
test_how_far_it_is (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autoptr(GFile) file = slow_file_new (NAME, SIZE);

  begin_adding (ui, file);
  tambour_test_wait (is_half_way, ui);
  g_assert_cmpuint (count (ui), ==, 0);
  tambour_test_assert_named (get_files (ui));
  tambour_test_picture (ui->window, "note-files-adding");
  slow_file_release (SLOW_FILE (file));
  tambour_test_wait_text (ui->window, NAME " added");
  tambour_test_wait (shows_no_progress, ui);
  g_assert_cmpuint (count (ui), ==, 1);
}

/* Nothing of it stays, and nobody is told what they asked for. */
static void
test_it_is_cancelled (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autoptr(GFile) file = slow_file_new (NAME, SIZE);

  begin_adding (ui, file);
  tambour_test_wait (is_half_way, ui);
  g_signal_emit_by_name (tambour_test_find (get_files (ui), GTK_TYPE_BUTTON, "Do Not Add"), "clicked");
  tambour_test_wait (shows_no_progress, ui);
  tambour_test_settle ();
  g_assert_cmpuint (count (ui), ==, 0);
  g_assert_null (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Undo"));

  /* Another time it can be added all the same. */
  slow_file_release (SLOW_FILE (file));
  begin_adding (ui, file);
  tambour_test_wait_text (ui->window, NAME " added");
  g_assert_cmpuint (count (ui), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/note-files-slow/how-far-it-is", test_how_far_it_is);
  g_test_add_func ("/note-files-slow/it-is-cancelled", test_it_is_cancelled);

  return g_test_run ();
}
