/* file-dialog-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "file-dialog-fixture.h"

/* Returns: (transfer none) (nullable): it, if it is there */
GtkWindow *
file_dialog_fixture_find (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

/* It is laid out again and again while it reads its folder. */
static gboolean
can_be_pressed (gpointer data)
{
  GtkWindow *dialog = file_dialog_fixture_find ();
  GtkWidget *button = dialog ? tambour_test_find (dialog, GTK_TYPE_BUTTON, data) : NULL;

  return button != NULL && gtk_widget_is_sensitive (button);
}

static gboolean
is_answered (gpointer data)
{
  return file_dialog_fixture_find () == NULL;
}

static gboolean
is_later (gpointer data)
{
  return g_get_monotonic_time () >= *(gint64 *) data;
}

/* @button: what it says, with its mnemonic. GTK's path bar takes answers also after it is gone: no person is so quick, but this test
 * would be.
 */
void
file_dialog_fixture_answer (const char *button)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC;

  tambour_test_wait (is_later, &until);
  tambour_test_wait (can_be_pressed, (gpointer) button);
  g_signal_emit_by_name (tambour_test_find (file_dialog_fixture_find (), GTK_TYPE_BUTTON, button), "clicked");
  tambour_test_wait (is_answered, NULL);
  tambour_test_settle ();
}

/* Returns: (transfer none): it, when it can be answered */
GtkWindow *
file_dialog_fixture_wait (void)
{
  tambour_test_wait (can_be_pressed, (gpointer) "_Cancel");

  return file_dialog_fixture_find ();
}

/* Whoever types a path need not look for the folder. */
void
file_dialog_fixture_save_as (const char *path)
{
  gpointer entry = tambour_test_find (file_dialog_fixture_wait (), GTK_TYPE_EDITABLE, NULL);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), path);
  file_dialog_fixture_answer ("_Save");
}
