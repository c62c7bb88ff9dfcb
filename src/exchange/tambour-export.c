/* tambour-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-export.h"

#include "tambour-content-json.h"
#include "tambour-record-json.h"

#define BLOCK (64 * 1024)

/**
 * TambourExport:
 *
 * Writes records one after the other, as CSV that a plain import reads back or
 * as JSON that tambour_record_unpack() reads back. Memory does not grow with
 * their number.
 */
struct _TambourExport
{
  GObject              parent_instance;

  GOutputStream       *stream;
  TambourExportFormat  format;
  TambourRecordClass  *klass;
  TambourCsvWriter    *writer;
  JsonGenerator       *generator;
  GString             *text;
  guint64              n_records;
  guint64              n_objects;  /* those, and contents */
};

G_DEFINE_FINAL_TYPE (TambourExport, tambour_export, G_TYPE_OBJECT)

static gboolean
is_csv (TambourExport *self)
{
  return self->format == TAMBOUR_EXPORT_CSV || self->format == TAMBOUR_EXPORT_CSV_MARKED;
}

static void
add_header (TambourExport *self)
{
  tambour_csv_writer_add_cell (self->writer, "id");
  for (guint i = 0; i < self->klass->n_fields; i++)
    tambour_csv_writer_add_cell (self->writer, self->klass->fields[i].name);
}

static gboolean
add_row (TambourExport  *self,
         TambourRecord  *record,
         GCancellable   *cancellable,
         GError        **error)
{
  if (self->n_records == 0)
    {
      add_header (self);
      if (!tambour_csv_writer_end_row (self->writer, cancellable, error))
        return FALSE;
    }

  tambour_csv_writer_add_cell (self->writer, record->id);
  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      g_autofree char *cell = tambour_field_dup_text (&self->klass->fields[i], record);

      tambour_csv_writer_add_cell (self->writer, cell);
    }

  return tambour_csv_writer_end_row (self->writer, cancellable, error);
}

static gboolean
write_text (TambourExport  *self,
            GCancellable   *cancellable,
            GError        **error)
{
  if (!g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, cancellable, error))
    return FALSE;

  g_string_truncate (self->text, 0);

  return TRUE;
}

static gboolean
add_object (TambourExport  *self,
            JsonNode       *node,
            GCancellable   *cancellable,
            GError        **error)
{
  if (self->format == TAMBOUR_EXPORT_JSON_ARRAY)
    g_string_append (self->text, self->n_objects == 0 ? "[\n" : ",\n");

  self->n_objects++;
  json_generator_set_root (self->generator, node);
  json_generator_to_gstring (self->generator, self->text);
  if (self->format == TAMBOUR_EXPORT_JSON_LINES)
    g_string_append_c (self->text, '\n');

  return self->text->len < BLOCK || write_text (self, cancellable, error);
}

static void
tambour_export_finalize (GObject *object)
{
  TambourExport *self = TAMBOUR_EXPORT (object);

  g_clear_object (&self->stream);
  g_clear_object (&self->writer);
  g_clear_object (&self->generator);
  g_string_free (self->text, TRUE);

  G_OBJECT_CLASS (tambour_export_parent_class)->finalize (object);
}

static void
tambour_export_class_init (TambourExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_export_finalize;
}

static void
tambour_export_init (TambourExport *self)
{
  self->generator = json_generator_new ();
  self->text = g_string_sized_new (BLOCK + 4096);
}

/**
 * tambour_export_new:
 * @stream: where the records go; the caller closes it
 * @format: see #TambourExportFormat
 * @klass: (nullable): the kind of all records; CSV needs it
 *
 * Returns: (transfer full): an export
 */
TambourExport *
tambour_export_new (GOutputStream       *stream,
                    TambourExportFormat  format,
                    TambourRecordClass  *klass)
{
  TambourExport *self = g_object_new (TAMBOUR_TYPE_EXPORT, NULL);

  self->stream = g_object_ref (stream);
  self->format = format;
  self->klass = klass;
  if (is_csv (self))
    self->writer = tambour_csv_writer_new (stream, format == TAMBOUR_EXPORT_CSV_MARKED ? TAMBOUR_CSV_WRITER_MARK : TAMBOUR_CSV_WRITER_PLAIN);

  return self;
}

/**
 * tambour_export_add:
 * @self: an export
 * @record: a record; for CSV of the export's kind
 * @cancellable: (nullable): to stop
 * @error: return location for a #GIOErrorEnum
 *
 * CSV has the fields that this version knows; JSON also what a newer one wrote.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
tambour_export_add (TambourExport  *self,
                    TambourRecord  *record,
                    GCancellable   *cancellable,
                    GError        **error)
{
  g_autoptr(JsonNode) node = NULL;
  gboolean added;

  g_return_val_if_fail (TAMBOUR_IS_EXPORT (self), FALSE);
  g_return_val_if_fail (!is_csv (self) || TAMBOUR_RECORD_GET_CLASS (record) == self->klass, FALSE);

  if (!is_csv (self))
    node = tambour_record_pack (record);
  added = node ? add_object (self, node, cancellable, error) : add_row (self, record, cancellable, error);
  self->n_records++;

  return added;
}

/**
 * tambour_export_add_content:
 * @self: an export as JSON
 * @hash: the name of a content
 * @bytes: the content
 * @cancellable: (nullable): to stop
 * @error: return location for a #GIOErrorEnum
 *
 * Adds what is in a file, before the records that name it. It is no record.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
tambour_export_add_content (TambourExport  *self,
                            const char     *hash,
                            GBytes         *bytes,
                            GCancellable   *cancellable,
                            GError        **error)
{
  g_autoptr(JsonNode) node = NULL;

  g_return_val_if_fail (TAMBOUR_IS_EXPORT (self), FALSE);
  g_return_val_if_fail (!is_csv (self), FALSE);

  node = tambour_content_pack (hash, bytes);

  return add_object (self, node, cancellable, error);
}

/**
 * tambour_export_finish:
 * @self: an export
 * @cancellable: (nullable): to stop
 * @error: return location for a #GIOErrorEnum
 *
 * Writes what is missing: a file of no records is a header, or an empty array.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
tambour_export_finish (TambourExport  *self,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_return_val_if_fail (TAMBOUR_IS_EXPORT (self), FALSE);

  if (is_csv (self))
    {
      if (self->n_records == 0)
        {
          add_header (self);
          if (!tambour_csv_writer_end_row (self->writer, cancellable, error))
            return FALSE;
        }
      return tambour_csv_writer_finish (self->writer, cancellable, error);
    }

  if (self->format == TAMBOUR_EXPORT_JSON_ARRAY)
    g_string_append (self->text, self->n_objects == 0 ? "[]\n" : "\n]\n");

  return write_text (self, cancellable, error) && g_output_stream_flush (self->stream, cancellable, error);
}

/**
 * tambour_export_count:
 * @self: an export
 *
 * Returns: how many records it was given
 */
guint64
tambour_export_count (TambourExport *self)
{
  g_return_val_if_fail (TAMBOUR_IS_EXPORT (self), 0);

  return self->n_records;
}
