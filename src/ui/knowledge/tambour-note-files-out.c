/* tambour-note-files-out.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-note-files.h"

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-files.h"
#include "tambour-launch.h"
#include "tambour-note-files-private.h"

/* What becomes of a file that is there: it is looked at, saved, removed. */

typedef struct
{
  TambourAttachment *attachment;
  GFile             *file;  /* (nullable): where it is saved */
} Writing;

static void
writing_free (Writing *writing)
{
  g_clear_object (&writing->attachment);
  g_clear_object (&writing->file);
  g_free (writing);
}

static Writing *
writing_new (TambourAttachment *attachment,
             GFile             *file)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->attachment = g_object_ref (attachment);
  g_set_object (&writing->file, file);

  return writing;
}

/* --- looking at it --------------------------------------------------------- */

static gpointer
lay_out_thread (TambourStore    *store,
                const char      *me,
                TambourInstant   now,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  const Writing *writing = data;
  g_autofree char *folder = tambour_files_dup_folder ();
  g_autofree char *path = tambour_files_lay_out (store, writing->attachment, folder, error);

  return path ? g_file_new_for_path (path) : NULL;
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (file != NULL)
    tambour_launch_file (widget, file);
  else
    tambour_feedback_fail (widget, error);
}

/**
 * tambour_note_files_open:
 * @self: the files of a note
 * @id: one of them
 *
 * Has the desktop show it. It is a copy that nobody can write.
 */
void
tambour_note_files_open (TambourNoteFiles *self,
                         const char       *id)
{
  TambourAttachment *attachment = tambour_note_files_find (self, id);

  if (attachment != NULL)
    tambour_portfolio_load_async (self->portfolio, lay_out_thread, writing_new (attachment, NULL), (GDestroyNotify) writing_free,
                                  g_object_unref, NULL, laid_out_cb, g_object_ref (self));
}

/* --- saving it ------------------------------------------------------------- */

/* The dialog has asked whether a file of that name may be replaced. */
static gpointer
save_thread (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Writing *writing = data;
  g_autofree char *path = g_file_get_path (writing->file);

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Files can only be saved on this computer."));
      return NULL;
    }

  return tambour_files_write (store, writing->attachment, path, TAMBOUR_FILES_REPLACE, error) ? g_object_ref (writing->file) : NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autofree char *name = file ? g_file_get_basename (file) : NULL;
  g_autofree char *shown = name ? g_filename_display_name (name) : NULL;
  g_autofree char *message = NULL;

  if (file == NULL)
    {
      tambour_feedback_fail (widget, error);
      return;
    }

  message = g_strdup_printf (_("%s saved"), shown);
  tambour_feedback_say (widget, message);
}

/**
 * tambour_note_files_save:
 * @self: the files of a note
 * @id: one of them
 * @file: where it goes; what is there is replaced
 *
 * Writes it there, off the main loop.
 */
void
tambour_note_files_save (TambourNoteFiles *self,
                         const char       *id,
                         GFile            *file)
{
  TambourAttachment *attachment;

  g_return_if_fail (TAMBOUR_IS_NOTE_FILES (self));

  attachment = tambour_note_files_find (self, id);
  if (attachment != NULL)
    tambour_portfolio_load_async (self->portfolio, save_thread, writing_new (attachment, file), (GDestroyNotify) writing_free,
                                  g_object_unref, NULL, saved_cb, g_object_ref (self));
}

typedef struct
{
  TambourNoteFiles *files;
  char             *id;
} Choosing;

static void
choosing_free (Choosing *choosing)
{
  g_clear_object (&choosing->files);
  g_clear_pointer (&choosing->id, g_free);
  g_free (choosing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choosing, choosing_free)

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Choosing) choosing = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    tambour_note_files_save (choosing->files, choosing->id, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tambour_feedback_fail (GTK_WIDGET (choosing->files), error);
}

/**
 * tambour_note_files_choose_out:
 * @self: the files of a note
 * @id: one of them
 *
 * Asks where to save it.
 */
void
tambour_note_files_choose_out (TambourNoteFiles *self,
                               const char       *id)
{
  TambourAttachment *attachment = tambour_note_files_find (self, id);
  g_autofree char *name = attachment ? tambour_files_dup_safe_name (attachment->name) : NULL;
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  Choosing *choosing;

  if (attachment == NULL)
    return;

  choosing = g_new0 (Choosing, 1);
  choosing->files = g_object_ref (self);
  choosing->id = g_strdup (id);
  gtk_file_dialog_set_title (dialog, _("Save File"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb, choosing);
}

/* --- removing it ----------------------------------------------------------- */

/**
 * tambour_note_files_remove:
 * @self: the files of a note
 * @id: one of them
 *
 * Removes it; that can be taken back.
 */
void
tambour_note_files_remove (TambourNoteFiles *self,
                           const char       *id)
{
  TambourAttachment *attachment = tambour_note_files_find (self, id);
  g_autoptr(TambourChange) change = NULL;
  g_autofree char *message = NULL;

  if (attachment == NULL || !tambour_note_files_can_change (self))
    return;

  /* Translators: %s is the name of a file */
  message = g_strdup_printf (_("%s removed"), attachment->name);
  change = tambour_portfolio_new_change (self->portfolio, _("Remove file"));
  tambour_change_remove (change, TAMBOUR_RECORD (attachment));
  tambour_feedback_commit (GTK_WIDGET (self), self->portfolio, change, message);
}
