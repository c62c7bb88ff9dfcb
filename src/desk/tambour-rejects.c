/* tambour-rejects.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-csv-writer.h"
#include "tambour-rejects.h"

struct _TambourRejects
{
  GFileOutputStream       *stream;  /* (nullable) */
  TambourCsvWriter        *writer;
  TambourImportRejectFunc  func;
  gpointer                 user_data;
};

static gboolean
write_row (TambourRejects  *self,
           const char      *line,
           const char      *reason,
           const char      *uid,
           const char      *title,
           GError         **error)
{
  const char *cells[] = { line, reason, uid ? uid : "", title ? title : "" };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    tambour_csv_writer_add_cell (self->writer, cells[i]);

  return tambour_csv_writer_end_row (self->writer, NULL, error);
}

/**
 * tambour_rejects_open:
 * @path: (nullable): the table to write, if one is wanted
 * @func: (nullable): told of everything
 * @user_data: for @func
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): a list with nothing in it yet
 */
TambourRejects *
tambour_rejects_open (const char               *path,
                      TambourImportRejectFunc   func,
                      gpointer                  user_data,
                      GError                  **error)
{
  g_autoptr(TambourRejects) self = g_new0 (TambourRejects, 1);
  g_autoptr(GFile) file = path ? g_file_new_for_commandline_arg (path) : NULL;

  self->func = func;
  self->user_data = user_data;
  if (file == NULL)
    return g_steal_pointer (&self);

  if (!(self->stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error)))
    return NULL;

  self->writer = tambour_csv_writer_new (G_OUTPUT_STREAM (self->stream), TAMBOUR_CSV_WRITER_MARK);

  return write_row (self, "reject_line", "reject_reason", "uid", "title", error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tambour_rejects_add:
 * @self: a list
 * @line: where it stands in the file
 * @uid: (nullable): what it is known by
 * @title: (nullable): what it is called
 * @reason: a sentence's part: why it cannot be imported
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
tambour_rejects_add (TambourRejects  *self,
                     guint            line,
                     const char      *uid,
                     const char      *title,
                     const char      *reason,
                     GError         **error)
{
  g_autofree char *number = g_strdup_printf ("%u", line);

  if (self->func != NULL)
    {
      g_autofree char *said = title || uid ? g_strdup_printf (_("“%.80s”: %s"), title ? title : uid, reason) : g_strdup (reason);

      self->func (line, said, self->user_data);
    }

  return self->writer == NULL || write_row (self, number, reason, uid, title, error);
}

/**
 * tambour_rejects_close:
 * @self: a list
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: whether all of it is written
 */
gboolean
tambour_rejects_close (TambourRejects  *self,
                       GError         **error)
{
  return self->writer == NULL || (tambour_csv_writer_finish (self->writer, NULL, error) &&
                                  g_output_stream_close (G_OUTPUT_STREAM (self->stream), NULL, error));
}

/**
 * tambour_rejects_free:
 * @self: (transfer full): a list
 */
void
tambour_rejects_free (TambourRejects *self)
{
  g_clear_object (&self->writer);
  g_clear_object (&self->stream);
  g_free (self);
}
