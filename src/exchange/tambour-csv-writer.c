/* tambour-csv-writer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-csv-writer.h"

#include "tambour-cell.h"

#define BLOCK (64 * 1024)

/**
 * TambourCsvWriter:
 *
 * Writes CSV as RFC 4180 has it: commas, CR LF, quotes where they are needed.
 * A cell that a spreadsheet would take for a formula gets an apostrophe in
 * front; tambour_cell_is_guarded() knows such a cell again.
 */
struct _TambourCsvWriter
{
  GObject        parent_instance;

  GOutputStream *stream;
  GString       *text;
  guint          n_cells;  /* in the row that is being written */
  gsize          row_start;
};

G_DEFINE_FINAL_TYPE (TambourCsvWriter, tambour_csv_writer, G_TYPE_OBJECT)

static gboolean
write_text (TambourCsvWriter  *self,
            GCancellable      *cancellable,
            GError           **error)
{
  if (!g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, cancellable, error))
    return FALSE;

  g_string_truncate (self->text, 0);

  return TRUE;
}

static void
tambour_csv_writer_finalize (GObject *object)
{
  TambourCsvWriter *self = TAMBOUR_CSV_WRITER (object);

  g_clear_object (&self->stream);
  g_string_free (self->text, TRUE);

  G_OBJECT_CLASS (tambour_csv_writer_parent_class)->finalize (object);
}

static void
tambour_csv_writer_class_init (TambourCsvWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_csv_writer_finalize;
}

static void
tambour_csv_writer_init (TambourCsvWriter *self)
{
  self->text = g_string_sized_new (BLOCK + 4096);
}

/**
 * tambour_csv_writer_new:
 * @stream: where the text goes
 * @flags: see #TambourCsvWriterFlags
 *
 * Returns: (transfer full): a writer; the caller closes @stream
 */
TambourCsvWriter *
tambour_csv_writer_new (GOutputStream         *stream,
                        TambourCsvWriterFlags  flags)
{
  TambourCsvWriter *self = g_object_new (TAMBOUR_TYPE_CSV_WRITER, NULL);

  self->stream = g_object_ref (stream);
  if (flags & TAMBOUR_CSV_WRITER_MARK)
    g_string_append (self->text, "\xef\xbb\xbf");
  self->row_start = self->text->len;

  return self;
}

/**
 * tambour_csv_writer_add_cell:
 * @self: a writer
 * @text: (nullable): the cell in UTF-8; %NULL is an empty one
 *
 * Adds a cell to the row.
 */
void
tambour_csv_writer_add_cell (TambourCsvWriter *self,
                             const char       *text)
{
  g_return_if_fail (TAMBOUR_IS_CSV_WRITER (self));

  if (self->n_cells++ > 0)
    g_string_append_c (self->text, ',');

  if (text != NULL)
    tambour_cell_append (self->text, text);
}

/**
 * tambour_csv_writer_end_row:
 * @self: a writer
 * @cancellable: (nullable): to stop
 * @error: return location for a #GIOErrorEnum
 *
 * Ends the row. A row of nothing gets quotes: an empty line is no row.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
tambour_csv_writer_end_row (TambourCsvWriter  *self,
                            GCancellable      *cancellable,
                            GError           **error)
{
  g_return_val_if_fail (TAMBOUR_IS_CSV_WRITER (self), FALSE);

  if (self->text->len == self->row_start)
    g_string_append (self->text, "\"\"");
  g_string_append (self->text, "\r\n");

  self->n_cells = 0;
  if (self->text->len >= BLOCK && !write_text (self, cancellable, error))
    return FALSE;
  self->row_start = self->text->len;

  return TRUE;
}

/**
 * tambour_csv_writer_finish:
 * @self: a writer
 * @cancellable: (nullable): to stop
 * @error: return location for a #GIOErrorEnum
 *
 * Writes what is still in memory.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
tambour_csv_writer_finish (TambourCsvWriter  *self,
                           GCancellable      *cancellable,
                           GError           **error)
{
  g_return_val_if_fail (TAMBOUR_IS_CSV_WRITER (self), FALSE);

  return write_text (self, cancellable, error) && g_output_stream_flush (self->stream, cancellable, error);
}
