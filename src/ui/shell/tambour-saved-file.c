/* tambour-saved-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tambour-feedback.h"
#include "tambour-saved-file.h"

/* A file that a person asked for: where it goes, that it is written, and that it is there. */

#define SECONDS_TOAST 10

/* A folder that cannot be written to is said by its name, not by that of a file in the
 * making.
 */
static char *
dup_path (GFile   *file,
          GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *folder = path ? g_path_get_dirname (path) : NULL;
  g_autofree char *shown = folder ? g_filename_display_name (folder) : NULL;

  if (path == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("It can only be saved on this computer."));
  else if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no folder “%s”. Save it in another one."), shown);
  else if (g_access (folder, W_OK) != 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _("The folder “%s” cannot be written to. Save it in another one."), shown);
  else
    return g_steal_pointer (&path);

  return NULL;
}

static void
open_file_cb (GFile *file)
{
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, NULL, NULL, NULL, NULL);
}

/* Says that it is there, and offers to open it. */
static void
say (GtkWidget *widget,
     GFile     *file)
{
  AdwToastOverlay *overlay = tambour_feedback_get_overlay (widget);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = g_strdup_printf (_("%s saved"), shown);
  AdwToast *toast;

  if (overlay == NULL)
    return;

  toast = adw_toast_new ("");
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, message);
  adw_toast_set_button_label (toast, _("Open"));
  adw_toast_set_timeout (toast, SECONDS_TOAST);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_file_cb), g_object_ref (file),
                         (GClosureNotify) (void (*) (void)) g_object_unref, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}

/* --- where it goes --------------------------------------------------------- */

typedef struct
{
  GtkWidget              *asked_by;
  TambourSavedFileChosen  chosen;
} Asking;

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr(GtkWidget) asked_by = asking->asked_by;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    asking->chosen (asked_by, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tambour_feedback_fail (asked_by, error);
}

/**
 * tambour_saved_file_ask:
 * @asked_by: the widget that asks
 * @title: what is to be saved
 * @name: what the file is called unless somebody says otherwise; of anybody's words: it
 *   names no folder
 * @chosen: called when somebody said where
 *
 * Asks where a file goes.
 */
void
tambour_saved_file_ask (GtkWidget              *asked_by,
                        const char             *title,
                        const char             *name,
                        TambourSavedFileChosen  chosen)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *safe = g_strdelimit (g_strdup (name), "/\\", '-');
  Asking *asking = g_new0 (Asking, 1);

  asking->asked_by = g_object_ref (asked_by);
  asking->chosen = chosen;
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, safe);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (asked_by)), NULL, chosen_cb, asking);
}

/* --- that it is written ---------------------------------------------------- */

/* What is written, on its way to a thread. */
typedef struct
{
  GFile                 *file;
  TambourSavedFileWrite  write;
  gpointer               data;
  GDestroyNotify         free_data;
} Writing;

static void
writing_free (Writing *writing)
{
  g_clear_object (&writing->file);
  if (writing->free_data != NULL)
    writing->free_data (writing->data);
  g_free (writing);
}

static gpointer
write_file (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Writing *writing = data;
  g_autofree char *path = dup_path (writing->file, error);

  return path != NULL && writing->write (store, path, now, writing->data, error) ? g_object_ref (writing->file) : NULL;
}

/* Who asked for it, what cannot be asked for meanwhile, and who is told when it fails; @data is
 * the task's.
 */
typedef struct
{
  GtkWidget              *asked_by;
  char                   *action;
  TambourSavedFileFailed  failed;
  gpointer                data;
} Asked;

static void
asked_free (Asked *asked)
{
  g_clear_object (&asked->asked_by);
  g_clear_pointer (&asked->action, g_free);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Asked) asked = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  gtk_widget_action_set_enabled (asked->asked_by, asked->action, TRUE);
  if (file != NULL)
    say (asked->asked_by, file);
  else if (asked->failed == NULL || !asked->failed (asked->asked_by, error, asked->data))
    tambour_feedback_fail (asked->asked_by, error);
}

/**
 * tambour_saved_file_write_or_tell:
 * @asked_by: the widget that asked for it
 * @portfolio: a portfolio
 * @file: where; it appears when it is whole
 * @action: the action of @asked_by that asks for it, which waits for it
 * @write: writes it
 * @failed: (nullable): told why it could not be written
 * @data: for both
 * @free_data: (nullable): frees @data
 *
 * As tambour_saved_file_write(), where more can be said of what went wrong than a sentence.
 */
void
tambour_saved_file_write_or_tell (GtkWidget              *asked_by,
                                  TambourPortfolio       *portfolio,
                                  GFile                  *file,
                                  const char             *action,
                                  TambourSavedFileWrite   write,
                                  TambourSavedFileFailed  failed,
                                  gpointer                data,
                                  GDestroyNotify          free_data)
{
  Writing *writing = g_new0 (Writing, 1);
  Asked *asked = g_new0 (Asked, 1);

  writing->file = g_object_ref (file);
  writing->write = write;
  writing->data = data;
  writing->free_data = free_data;
  asked->asked_by = g_object_ref (asked_by);
  asked->action = g_strdup (action);
  asked->failed = failed;
  asked->data = data;
  gtk_widget_action_set_enabled (asked_by, action, FALSE);
  tambour_portfolio_load_async (portfolio, write_file, writing, (GDestroyNotify) writing_free, g_object_unref, NULL, written_cb, asked);
}

/**
 * tambour_saved_file_write:
 * @asked_by: the widget that asked for it
 * @portfolio: a portfolio
 * @file: where; it appears when it is whole
 * @action: the action of @asked_by that asks for it, which waits for it
 * @write: writes it
 * @data: for that
 * @free_data: (nullable): frees @data
 *
 * Writes a file off the main loop, and says where it is, with a way to open it, or why it
 * is not.
 */
void
tambour_saved_file_write (GtkWidget             *asked_by,
                          TambourPortfolio      *portfolio,
                          GFile                 *file,
                          const char            *action,
                          TambourSavedFileWrite  write,
                          gpointer               data,
                          GDestroyNotify         free_data)
{
  tambour_saved_file_write_or_tell (asked_by, portfolio, file, action, write, NULL, data, free_data);
}
