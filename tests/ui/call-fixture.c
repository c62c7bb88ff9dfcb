/* call-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "call-fixture.h"
#include "record-fixture.h"
#include "tambour-call-dialog.h"

/**
 * call_fixture_dialog:
 * @ui: a test
 *
 * Returns: (transfer none) (nullable): the dialog that is open
 */
AdwDialog *
call_fixture_dialog (TambourTestUi *ui)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window));
}

/**
 * call_fixture_has_dialog:
 * @data: a #TambourTestUi
 *
 * Returns: whether Log Call is open, for tambour_test_wait()
 */
gboolean
call_fixture_has_dialog (gpointer data)
{
  AdwDialog *dialog = call_fixture_dialog (data);

  return dialog != NULL && TAMBOUR_IS_CALL_DIALOG (dialog);
}

/**
 * call_fixture_has_no_dialog:
 * @data: a #TambourTestUi
 *
 * Returns: whether no dialog is open, for tambour_test_wait()
 */
gboolean
call_fixture_has_no_dialog (gpointer data)
{
  return call_fixture_dialog (data) == NULL;
}

/**
 * call_fixture_open_dialog:
 * @ui: a test
 *
 * Opens Log Call with its key.
 */
void
call_fixture_open_dialog (TambourTestUi *ui)
{
  tambour_test_press (ui->window, "<Control>l");
  tambour_test_wait (call_fixture_has_dialog, ui);
  tambour_test_settle ();
}

/**
 * call_fixture_open_account:
 * @width: of the window
 *
 * Opens the demonstration on the page of an account, as a person comes to it.
 *
 * Returns: (transfer full): the test
 */
TambourTestUi *
call_fixture_open_account (int width)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" CALL_FIXTURE_ACCOUNT "\"");

  tambour_test_ui_present (ui);
  tambour_window_open_account (ui->window, account->id);
  tambour_test_settle ();

  return ui;
}

/* Shift is a key as well, on an American keyboard. */
static guint
count_keys (const char *line)
{
  guint n = 0;

  for (const char *at = line; *at; at++)
    n += 1 + (g_ascii_isupper (*at) || strchr ("!@#$%^&*()_+{}|:\"<>?~", *at) != NULL);

  return n;
}

/**
 * call_fixture_type:
 * @ui: a test
 * @lines: what is typed
 *
 * Types into whatever has the focus.
 *
 * Returns: how many keys that were
 */
guint
call_fixture_type (TambourTestUi      *ui,
                   const char * const *lines)
{
  guint n = 0;

  for (guint i = 0; lines[i]; i++)
    {
      if (i > 0)
        tambour_test_press (ui->window, "Return");
      tambour_test_type (ui->window, lines[i]);
      n += count_keys (lines[i]) + (i > 0);
    }

  return n;
}

/**
 * call_fixture_dup_minutes:
 * @ui: a test
 *
 * Returns: (transfer full): what is written into the minutes
 */
char *
call_fixture_dup_minutes (TambourTestUi *ui)
{
  GtkTextView *view = tambour_test_find (call_fixture_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/**
 * call_fixture_close_dialog:
 * @ui: a test
 *
 * Closes Log Call with its key.
 */
void
call_fixture_close_dialog (TambourTestUi *ui)
{
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (call_fixture_has_no_dialog, ui);
  tambour_test_settle ();
}

/**
 * call_fixture_minutes:
 * @ui: a test
 *
 * Returns: (transfer none): the view of the minutes
 */
GtkWidget *
call_fixture_minutes (TambourTestUi *ui)
{
  return tambour_test_find (call_fixture_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);
}
