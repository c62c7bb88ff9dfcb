/* tambour-note-files-take.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-note-files.h"

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-note-files-private.h"

/* Where files come from: a drop, the clipboard, a dialog. */

static void
add_list (TambourNoteFiles *self,
          GdkFileList      *list)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GSList) found = gdk_file_list_get_files (list);

  for (GSList *at = found; at != NULL; at = at->next)
    g_ptr_array_add (files, g_object_ref (at->data));

  tambour_note_files_add (self, files);
}

/* A note that nobody has shared yet is no record that could have files. */
static gboolean
is_too_early (TambourNoteFiles *self)
{
  return self->record == NULL && self->portfolio != NULL && !tambour_portfolio_is_read_only (self->portfolio);
}

static void
say_too_early (TambourNoteFiles *self)
{
  tambour_feedback_say (GTK_WIDGET (self), _("Share the note first, then add files to it"));
}

/* --- a drop ---------------------------------------------------------------- */

static gboolean
accept_cb (TambourNoteFiles *self,
           GdkDrop          *drop)
{
  return (tambour_note_files_can_change (self) || is_too_early (self)) &&
         gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);
}

static gboolean
dropped_cb (TambourNoteFiles *self,
            const GValue     *value,
            double            x,
            double            y)
{
  if (is_too_early (self))
    say_too_early (self);
  else if (tambour_note_files_can_change (self))
    add_list (self, g_value_get_boxed (value));
  else
    return FALSE;

  return TRUE;
}

/* --- the clipboard --------------------------------------------------------- */

static void
files_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(TambourNoteFiles) self = user_data;
  g_autoptr(GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value != NULL && g_value_get_boxed (value) != NULL)
    add_list (self, g_value_get_boxed (value));
  else if (error != NULL)
    tambour_feedback_fail (GTK_WIDGET (self), error);
}

static void
picture_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(TambourNoteFiles) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) picture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);

  if (picture != NULL)
    tambour_note_files_add_picture (self, picture);
  else if (error != NULL)
    tambour_feedback_fail (GTK_WIDGET (self), error);
}

/**
 * tambour_note_files_paste:
 * @self: the files of a note
 *
 * Adds the files or the picture of the clipboard. A picture that comes with text,
 * as word processors copy it, is text.
 *
 * Returns: whether there are any, which are then no text
 */
gboolean
tambour_note_files_paste (TambourNoteFiles *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  gboolean has_files = gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST);
  gboolean has_picture = gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) &&
                         !gdk_content_formats_contain_gtype (formats, G_TYPE_STRING);

  if ((!has_files && !has_picture) || (!tambour_note_files_can_change (self) && !is_too_early (self)))
    return FALSE;

  if (is_too_early (self))
    say_too_early (self);
  else if (has_files)
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_read_cb, g_object_ref (self));
  else
    gdk_clipboard_read_texture_async (clipboard, NULL, picture_read_cb, g_object_ref (self));

  return TRUE;
}

static void
paste_cb (TambourNoteFiles *self,
          GtkTextView      *view)
{
  if (tambour_note_files_paste (self))
    g_signal_stop_emission_by_name (view, "paste-clipboard");
}

/**
 * tambour_note_files_take_from:
 * @self: the files of a note
 * @area: where files are dropped
 * @view: a text in it, where they are pasted
 *
 * Adds what is dropped and pasted there; nothing of it goes into the text.
 */
void
tambour_note_files_take_from (TambourNoteFiles *self,
                              GtkWidget        *area,
                              GtkTextView      *view)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_return_if_fail (TAMBOUR_IS_NOTE_FILES (self));

  /* A text would take the names of the files. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (view, "paste-clipboard", G_CALLBACK (paste_cb), self, G_CONNECT_SWAPPED);
}

/* --- a dialog -------------------------------------------------------------- */

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourNoteFiles) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (chosen == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        tambour_feedback_fail (GTK_WIDGET (self), error);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));

  tambour_note_files_add (self, files);
}

/**
 * tambour_note_files_choose:
 * @self: the files of a note
 *
 * Asks which files to add.
 */
void
tambour_note_files_choose (TambourNoteFiles *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Add Files"));
  gtk_file_dialog_set_accept_label (dialog, _("_Add"));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb, g_object_ref (self));
}
