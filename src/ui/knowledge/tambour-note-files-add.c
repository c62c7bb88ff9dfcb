/* tambour-note-files-add.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-note-files.h"

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-file-failure.h"
#include "tambour-files.h"
#include "tambour-note-files-private.h"

/* Files that are read on a thread, and become one change. What they need is seen
 * when it takes long enough to be seen.
 */

#define BLOCK        (256 * 1024)
#define TICK_SECONDS 0.3

typedef struct
{
  TambourRecord    *owner;
  GPtrArray        *files;    /* of GFile */
  GdkTexture       *picture;  /* (nullable): instead of files */
  char             *name;     /* of the picture */
  TambourChange    *change;
  gint              per_mille;
  TambourNoteFiles *widget;
  GtkWidget        *row;      /* (nullable): what shows how far it is */
  GCancellable     *cancellable;
  guint             tick;
} Adding;

static void
adding_free (Adding *adding)
{
  g_clear_object (&adding->owner);
  g_clear_pointer (&adding->files, g_ptr_array_unref);
  g_clear_object (&adding->picture);
  g_clear_pointer (&adding->name, g_free);
  g_clear_object (&adding->change);
  g_clear_object (&adding->widget);
  g_clear_object (&adding->cancellable);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

/* --- on the thread --------------------------------------------------------- */

static GBytes *
fail_reading (GFile   *file,
              GError  *reason,
              GError **error)
{
  tambour_file_failure_set (file, reason, error);

  return NULL;
}

/* Neither a folder nor a pipe, which might never end, nor what is too large. */
static gboolean
check_file (GFile      *file,
            GFileInfo  *info,
            GError    **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *most = g_format_size (TAMBOUR_STORE_MOST_CONTENT);

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("“%s” is no file. Of a folder, add the files in it."), name);
  else if (g_file_info_get_size (info) > TAMBOUR_STORE_MOST_CONTENT)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                 _("“%s” is larger than %s. Keep it elsewhere, and write down where."), name, most);
  else
    return TRUE;

  return FALSE;
}

/* @index says how many files came before this one. */
static void
report (Adding  *adding,
        guint    index,
        goffset  done,
        goffset  size)
{
  double part = size > 0 ? MIN ((double) done / (double) size, 1) : 1;

  g_atomic_int_set (&adding->per_mille, (int) (1000 * (index + part) / adding->files->len));
}

static GBytes *
read_stream (Adding        *adding,
             guint          index,
             GInputStream  *stream,
             goffset        size,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GByteArray) content = g_byte_array_sized_new ((guint) size);
  g_autofree guint8 *block = g_malloc (BLOCK);
  gssize n;

  /* One byte more than may be kept is enough for the store to refuse it. */
  while ((n = g_input_stream_read (stream, block, BLOCK, cancellable, error)) > 0 && content->len <= TAMBOUR_STORE_MOST_CONTENT)
    {
      g_byte_array_append (content, block, (guint) n);
      report (adding, index, content->len, size);
    }

  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static GBytes *
read_file (Adding        *adding,
           guint          index,
           GCancellable  *cancellable,
           GError       **error)
{
  GFile *file = g_ptr_array_index (adding->files, index);
  g_autoptr(GError) reason = NULL;
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                 G_FILE_QUERY_INFO_NONE, cancellable, &reason);
  g_autoptr(GFileInputStream) stream = NULL;
  GBytes *bytes;

  if (info == NULL)
    return fail_reading (file, reason, error);
  if (!check_file (file, info, error))
    return NULL;
  if (!(stream = g_file_read (file, cancellable, &reason)))
    return fail_reading (file, reason, error);

  bytes = read_stream (adding, index, G_INPUT_STREAM (stream), g_file_info_get_size (info), cancellable, &reason);

  return bytes ? bytes : fail_reading (file, reason, error);
}

static gboolean
add_file (Adding        *adding,
          guint          index,
          TambourStore  *store,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(GBytes) bytes = read_file (adding, index, cancellable, error);
  g_autofree char *basename = g_file_get_basename (g_ptr_array_index (adding->files, index));
  g_autofree char *name = basename ? g_filename_display_name (basename) : NULL;
  g_autoptr(TambourRecord) record = bytes ? tambour_files_add (store, adding->change, adding->owner, name, bytes, error) : NULL;

  return record != NULL;
}

static gboolean
add_picture (Adding        *adding,
             TambourStore  *store,
             GError       **error)
{
  g_autoptr(GBytes) bytes = gdk_texture_save_to_png_bytes (adding->picture);
  g_autoptr(TambourRecord) record = tambour_files_add (store, adding->change, adding->owner, adding->name, bytes, error);

  return record != NULL;
}

/* The adding belongs to the callback; a widget is not touched here. */
static gpointer
add_thread (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  Adding *adding = data;

  if (adding->picture != NULL && !add_picture (adding, store, error))
    return NULL;

  for (guint i = 0; i < adding->files->len; i++)
    if (!add_file (adding, i, store, cancellable, error))
      return NULL;

  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_object_ref (adding->change);
}

/* --- what is seen of it ---------------------------------------------------- */

static GtkWidget *
new_progress_row (Adding *adding)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 6, NULL);
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "icon-name", "window-close-symbolic",
                                    "tooltip-text", _("Do Not Add"),
                                    "css-classes", (const char *[]) { "flat", "smallbtn", NULL },
                                    NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Adding files"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (g_cancellable_cancel), adding->cancellable, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), bar);
  gtk_box_append (GTK_BOX (row), button);

  return row;
}

static gboolean
tick_cb (gpointer data)
{
  Adding *adding = data;

  /* Nobody looks at it any more. */
  if (adding->widget->progress_box == NULL)
    return G_SOURCE_CONTINUE;

  if (adding->row == NULL)
    {
      adding->row = new_progress_row (adding);
      gtk_box_append (adding->widget->progress_box, adding->row);
    }

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (gtk_widget_get_first_child (adding->row)),
                                 g_atomic_int_get (&adding->per_mille) / 1000.0);

  return G_SOURCE_CONTINUE;
}

static void
stop_showing (Adding *adding)
{
  g_clear_handle_id (&adding->tick, g_source_remove);

  /* The box goes with its widget, and the row with the box. */
  if (adding->row != NULL && adding->widget->progress_box != NULL)
    gtk_box_remove (adding->widget->progress_box, adding->row);
  adding->row = NULL;
}

static char *
dup_message (Adding *adding)
{
  guint n = tambour_change_get_size (adding->change);

  if (n == 1)
    /* Translators: %s is the name of a file */
    return g_strdup_printf (_("%s added"), TAMBOUR_ATTACHMENT (tambour_change_get_put (adding->change, 0))->name);

  return g_strdup_printf (ngettext ("%d file added", "%d files added", (int) n), (int) n);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Adding) adding = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourChange) change = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autofree char *message = NULL;

  stop_showing (adding);
  if (change == NULL)
    {
      tambour_feedback_fail (GTK_WIDGET (adding->widget), error);
      return;
    }

  message = dup_message (adding);
  tambour_feedback_commit (GTK_WIDGET (adding->widget), TAMBOUR_PORTFOLIO (source), change, message);
}

static gpointer
copy_file (gconstpointer file,
           gpointer      data)
{
  return g_object_ref ((gpointer) file);
}

static void
begin (TambourNoteFiles *self,
       GPtrArray        *files,
       GdkTexture       *picture,
       const char       *name)
{
  Adding *adding;

  if (!tambour_note_files_can_change (self))
    return;

  adding = g_new0 (Adding, 1);
  adding->owner = g_object_ref (self->record);
  adding->files = files ? g_ptr_array_copy (files, copy_file, NULL) : g_ptr_array_new ();
  g_ptr_array_set_free_func (adding->files, g_object_unref);
  g_set_object (&adding->picture, picture);
  adding->name = g_strdup (name);
  adding->change = tambour_portfolio_new_change (self->portfolio, _("Add files"));
  adding->widget = g_object_ref (self);
  adding->cancellable = g_cancellable_new ();
  adding->tick = g_timeout_add ((guint) (TICK_SECONDS * 1000), tick_cb, adding);

  tambour_portfolio_load_async (self->portfolio, add_thread, adding, NULL, g_object_unref, adding->cancellable, added_cb, adding);
}

/**
 * tambour_note_files_add:
 * @self: the files of a note
 * @files: (element-type GFile): files
 *
 * Adds what is in them, off the main loop: all of them, or none and why.
 */
void
tambour_note_files_add (TambourNoteFiles *self,
                        GPtrArray        *files)
{
  g_return_if_fail (TAMBOUR_IS_NOTE_FILES (self));

  if (files->len > 0)
    begin (self, files, NULL, NULL);
}

/**
 * tambour_note_files_add_picture:
 * @self: the files of a note
 * @picture: a picture
 *
 * Adds it as a file, which is named after the time.
 */
void
tambour_note_files_add_picture (TambourNoteFiles *self,
                                GdkTexture       *picture)
{
  g_autoptr(GDateTime) now = NULL;
  g_autofree char *time = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (TAMBOUR_IS_NOTE_FILES (self));

  if (!tambour_note_files_can_change (self))
    return;

  now = g_date_time_new_from_unix_local (tambour_portfolio_now (self->portfolio).seconds);
  time = g_date_time_format (now, "%Y-%m-%d %H.%M");
  /* Translators: the name of a file; %s is a day and a time */
  name = g_strdup_printf (_("Picture %s.png"), time);
  begin (self, NULL, picture, name);
}
