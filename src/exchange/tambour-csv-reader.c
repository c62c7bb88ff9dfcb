/* tambour-csv-reader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <csv.h>
#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-csv-reader.h"

#define BLOCK        (64 * 1024)
#define LARGEST_CELL (32 * 1024 * 1024)

/* libcsv's state inside a cell; its header shows the member, not the value. */
#define STATE_IN_CELL 2

/**
 * TambourCsvReader:
 *
 * Reads CSV as people make it: any size, row by row, in memory that does not
 * grow with the file; encoding and separator are found by themselves. Cells
 * keep their spaces and line breaks.
 */
struct _TambourCsvReader
{
  GObject             parent_instance;

  GInputStream       *base;
  GInputStream       *stream;   /* UTF-8 */
  gint64              size;     /* of the base stream, or -1 */
  TambourCsvEncoding  encoding;
  gboolean            checked;  /* known to be valid text */
  char                separator;

  struct csv_parser   parser;
  GError             *pending;  /* comes after the rows that were read before it */
  gboolean            finished;
  gboolean            has_quote;
  gboolean            has_zero;
  guint64             line;
  guint64             row_line;
  int                 last_end;

  char               *block;    /* what is being parsed */
  GByteArray         *text;     /* the cells, each with a zero behind it */
  GArray             *starts;   /* gsize: where each cell starts in the text */
  GArray             *rows;     /* RowSpan: the whole rows */
  guint               first;    /* the first cell of the row that is not whole yet */
  guint               next_row;

  GStrv               header;
  GPtrArray          *cells;
  TambourCsvRow       row;
};

typedef struct
{
  guint64 line;
  guint   first;
  guint   n_cells;
} RowSpan;

G_DEFINE_FINAL_TYPE (TambourCsvReader, tambour_csv_reader, G_TYPE_OBJECT)

G_DEFINE_QUARK (tambour-csv-error-quark, tambour_csv_error)

static int
is_never_space (unsigned char c)
{
  return 0;
}

/* libcsv asks for more memory as a cell grows: a quote that is never closed
 * would take the whole file.
 */
static void *
grow_cell (void   *memory,
           size_t  size)
{
  return size > LARGEST_CELL ? NULL : realloc (memory, size);
}

static guint
count_line_ends (const char *text,
                 gsize       length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == '\n' ? i == 0 || text[i - 1] != '\r' : text[i] == '\r';

  return n;
}

static void
refuse_zero (TambourCsvReader *self)
{
  if (self->pending == NULL)
    g_set_error (&self->pending, TAMBOUR_CSV_ERROR, TAMBOUR_CSV_ERROR_ENCODING,
                 _("Line %" PRIu64 " contains a zero byte: this is no text, or the file is damaged"),
                 self->row_line);
}

static void
cell_cb (void   *text,
         size_t  length,
         void   *user_data)
{
  TambourCsvReader *self = user_data;
  gsize start = self->text->len;

  if (self->starts->len == self->first)
    self->row_line = self->line;
  if (self->has_zero && memchr (text, '\0', length))
    refuse_zero (self);
  if (self->has_quote)
    self->line += count_line_ends (text, length);

  self->last_end = 0;
  g_array_append_val (self->starts, start);
  g_byte_array_append (self->text, text, length);
  g_byte_array_append (self->text, (const guint8 *) "", 1);
}

static void
row_cb (int   end,
        void *user_data)
{
  TambourCsvReader *self = user_data;
  guint n_cells = self->starts->len - self->first;

  /* Empty lines are counted and left out; CR LF is one line end. */
  if (n_cells == 0 && end == '\n' && self->last_end == '\r')
    {
      self->last_end = end;
      return;
    }

  if (n_cells > 0 && self->pending == NULL)
    {
      RowSpan span = { self->row_line, self->first, n_cells };

      g_array_append_val (self->rows, span);
      self->first = self->starts->len;
    }

  self->line++;
  self->last_end = end;
}

static void
refuse_parse (TambourCsvReader *self)
{
  if (self->pending == NULL)
    g_set_error (&self->pending, TAMBOUR_CSV_ERROR, TAMBOUR_CSV_ERROR_TOO_LARGE,
                 _("A cell in the row at line %" PRIu64 " is larger than 32 MiB: is a quote not closed there?"),
                 self->row_line > self->line ? self->row_line : self->line);
}

static void
finish_rows (TambourCsvReader *self)
{
  self->finished = TRUE;

  if (self->parser.quoted && self->parser.pstate == STATE_IN_CELL)
    {
      guint64 line = self->starts->len > self->first ? self->row_line : self->line;

      g_set_error (&self->pending, TAMBOUR_CSV_ERROR, TAMBOUR_CSV_ERROR_SYNTAX,
                   _("The row at line %" PRIu64 " opens a quote that is never closed"), line);
      return;
    }

  csv_fini (&self->parser, cell_cb, row_cb, self);
}

/* Drops the rows that were read and keeps the cells of the one that is not whole. */
static void
drop_read_rows (TambourCsvReader *self)
{
  gsize kept = self->first < self->starts->len ? g_array_index (self->starts, gsize, self->first) : self->text->len;

  g_array_remove_range (self->starts, 0, self->first);
  for (guint i = 0; i < self->starts->len; i++)
    g_array_index (self->starts, gsize, i) -= kept;
  if (kept > 0)
    g_byte_array_remove_range (self->text, 0, kept);

  g_array_set_size (self->rows, 0);
  self->first = 0;
  self->next_row = 0;
}

static void
parse_block (TambourCsvReader *self,
             const char       *block,
             gsize             length)
{
  gboolean in_quotes = self->parser.quoted;

  self->has_quote = in_quotes || memchr (block, '"', length) != NULL;
  self->has_zero = self->has_zero || memchr (block, '\0', length) != NULL;

  if (csv_parse (&self->parser, block, length, cell_cb, row_cb, self) != length)
    refuse_parse (self);
}

/* The byte order mark stands in front of a quote that opens the first cell. */
static gsize
skip_mark (TambourCsvReader *self,
           const char       *block,
           gsize             length)
{
  gboolean at_start = self->header == NULL && self->row_line == 0;

  return at_start && length >= 3 && memcmp (block, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

/* One block more; what went wrong waits until the rows before it are read. */
static void
read_block (TambourCsvReader *self,
            GCancellable     *cancellable)
{
  g_autoptr(GError) error = NULL;
  gsize length, mark;

  drop_read_rows (self);
  g_input_stream_read_all (self->stream, self->block, BLOCK, &length, cancellable, &error);

  if (self->separator == '\0')
    {
      self->separator = tambour_csv_detect_separator (self->block, length);
      csv_set_delim (&self->parser, self->separator);
    }

  mark = skip_mark (self, self->block, length);
  parse_block (self, self->block + mark, length - mark);

  if (self->pending == NULL && error != NULL)
    self->pending = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? g_steal_pointer (&error) : g_error_new (TAMBOUR_CSV_ERROR, TAMBOUR_CSV_ERROR_ENCODING, _("The file cannot be read behind line %" PRIu64 " as %s: %s"), self->line, tambour_csv_encoding_name (self->encoding), error->message);
  else if (self->pending == NULL && length < BLOCK)
    finish_rows (self);
}

static gboolean
check_text (TambourCsvReader  *self,
            GError           **error)
{
  for (guint i = 0; i < self->row.n_cells; i++)
    if (!g_utf8_validate (self->row.cells[i], -1, NULL))
      {
        g_set_error (error, TAMBOUR_CSV_ERROR, TAMBOUR_CSV_ERROR_ENCODING,
                     _("Line %" PRIu64 " is not UTF-8 although the file began so: give it as a file, not as a pipe"),
                     self->row.line);
        return FALSE;
      }

  return TRUE;
}

static void
show_row (TambourCsvReader *self,
          const RowSpan    *span)
{
  g_ptr_array_set_size (self->cells, span->n_cells);
  for (guint i = 0; i < span->n_cells; i++)
    self->cells->pdata[i] = self->text->data + g_array_index (self->starts, gsize, span->first + i);

  self->row.line = span->line;
  self->row.n_cells = span->n_cells;
  self->row.cells = (const char * const *) self->cells->pdata;
}

static void
tambour_csv_reader_finalize (GObject *object)
{
  TambourCsvReader *self = TAMBOUR_CSV_READER (object);

  csv_free (&self->parser);
  g_clear_object (&self->stream);
  g_clear_object (&self->base);
  g_clear_error (&self->pending);
  g_clear_pointer (&self->block, g_free);
  g_clear_pointer (&self->text, g_byte_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->header, g_strfreev);

  G_OBJECT_CLASS (tambour_csv_reader_parent_class)->finalize (object);
}

static void
tambour_csv_reader_class_init (TambourCsvReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_csv_reader_finalize;
}

static void
tambour_csv_reader_init (TambourCsvReader *self)
{
  csv_init (&self->parser, CSV_REPALL_NL);
  csv_set_space_func (&self->parser, is_never_space);
  csv_set_realloc_func (&self->parser, grow_cell);
  csv_set_blk_size (&self->parser, 4096);

  self->size = -1;
  self->line = 1;
  self->block = g_malloc (BLOCK);
  self->text = g_byte_array_new ();
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->rows = g_array_new (FALSE, FALSE, sizeof (RowSpan));
  self->cells = g_ptr_array_new ();
}

static gboolean
open_text (TambourCsvReader  *self,
           GCancellable      *cancellable,
           GError           **error)
{
  g_autoptr(GCharsetConverter) converter = NULL;

  if (!tambour_csv_detect_encoding (self->base, &self->encoding, &self->checked, cancellable, error))
    return FALSE;

  if (self->encoding == TAMBOUR_CSV_UTF_8)
    {
      self->stream = g_object_ref (self->base);
      return TRUE;
    }

  converter = g_charset_converter_new ("UTF-8", tambour_csv_encoding_name (self->encoding), error);
  if (converter == NULL)
    return FALSE;

  self->checked = TRUE;
  self->stream = g_converter_input_stream_new (self->base, G_CONVERTER (converter));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (self->stream), FALSE);

  return TRUE;
}

static gboolean
read_header (TambourCsvReader  *self,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autoptr(GError) reason = NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const TambourCsvRow *row = tambour_csv_reader_next (self, cancellable, &reason);

  if (row == NULL)
    {
      if (reason != NULL)
        g_propagate_error (error, g_steal_pointer (&reason));
      else
        g_set_error_literal (error, TAMBOUR_CSV_ERROR, TAMBOUR_CSV_ERROR_EMPTY,
                             _("The file is empty: its first line should name the columns"));
      return FALSE;
    }

  for (guint i = 0; i < row->n_cells; i++)
    g_strv_builder_add (builder, row->cells[i]);
  self->header = g_strv_builder_end (builder);

  return TRUE;
}

/**
 * tambour_csv_reader_new:
 * @stream: a stream at its start
 * @separator: the separator, or 0 to find it
 * @cancellable: (nullable): to stop
 * @error: return location for a #TambourCsvError or a #GIOErrorEnum
 *
 * Finds out what the stream is and reads the header.
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL
 */
TambourCsvReader *
tambour_csv_reader_new (GInputStream  *stream,
                        char           separator,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(TambourCsvReader) self = g_object_new (TAMBOUR_TYPE_CSV_READER, NULL);
  gboolean seekable = G_IS_SEEKABLE (stream) && g_seekable_can_seek (G_SEEKABLE (stream));

  self->base = seekable ? g_object_ref (stream) : g_buffered_input_stream_new_sized (stream, 4 * BLOCK);
  self->separator = separator;
  if (separator != '\0')
    csv_set_delim (&self->parser, separator);

  if (seekable && g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_END, cancellable, NULL))
    self->size = g_seekable_tell (G_SEEKABLE (stream));
  if (seekable && !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, error))
    return NULL;

  if (!open_text (self, cancellable, error) || !read_header (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_csv_reader_open:
 * @file: a CSV file
 * @separator: the separator, or 0 to find it
 * @cancellable: (nullable): to stop
 * @error: return location for a #TambourCsvError or a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL
 */
TambourCsvReader *
tambour_csv_reader_open (GFile         *file,
                         char           separator,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);

  return stream ? tambour_csv_reader_new (G_INPUT_STREAM (stream), separator, cancellable, error) : NULL;
}

/**
 * tambour_csv_reader_get_header:
 * @self: a reader
 *
 * Returns: (transfer none): the cells of the first row
 */
const char * const *
tambour_csv_reader_get_header (TambourCsvReader *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CSV_READER (self), NULL);

  return (const char * const *) self->header;
}

/**
 * tambour_csv_reader_get_encoding:
 * @self: a reader
 *
 * Returns: what the file turned out to be written in
 */
TambourCsvEncoding
tambour_csv_reader_get_encoding (TambourCsvReader *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CSV_READER (self), TAMBOUR_CSV_UTF_8);

  return self->encoding;
}

/**
 * tambour_csv_reader_get_separator:
 * @self: a reader
 *
 * Returns: the character between two cells
 */
char
tambour_csv_reader_get_separator (TambourCsvReader *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CSV_READER (self), ',');

  return self->separator;
}

/**
 * tambour_csv_reader_get_fraction:
 * @self: a reader
 *
 * Returns: how much of the file was read, 0 to 1, or -1 where its size is not known
 */
double
tambour_csv_reader_get_fraction (TambourCsvReader *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CSV_READER (self), -1);

  return self->size > 0 ? (double) g_seekable_tell (G_SEEKABLE (self->base)) / self->size : -1;
}

/**
 * tambour_csv_reader_next:
 * @self: a reader
 * @cancellable: (nullable): to stop
 * @error: return location for a #TambourCsvError or a #GIOErrorEnum
 *
 * Empty lines are left out. An error comes after all the rows before it.
 *
 * Returns: (transfer none) (nullable): the next row, valid until the next call,
 *   or %NULL at the end, and with @error set when the file is not CSV from there
 */
const TambourCsvRow *
tambour_csv_reader_next (TambourCsvReader  *self,
                         GCancellable      *cancellable,
                         GError           **error)
{
  g_return_val_if_fail (TAMBOUR_IS_CSV_READER (self), NULL);

  while (self->next_row == self->rows->len)
    {
      if (self->pending != NULL)
        {
          g_propagate_error (error, g_error_copy (self->pending));
          return NULL;
        }
      if (self->finished)
        return NULL;

      read_block (self, cancellable);
    }

  show_row (self, &g_array_index (self->rows, RowSpan, self->next_row++));

  return self->checked || check_text (self, error) ? &self->row : NULL;
}
