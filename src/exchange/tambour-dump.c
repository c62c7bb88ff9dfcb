/* tambour-dump.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-content-json.h"
#include "tambour-dump.h"
#include "tambour-import-private.h"
#include "tambour-record-json.h"

#define RECORDS_PER_REPORT 500

/**
 * TambourDump:
 *
 * Brings records back that were exported as JSON: one object on each line, read
 * line by line, or one array. A record is recognised by its id.
 */
struct _TambourDump
{
  GObject                    parent_instance;

  TambourImportTarget       *target;
  gboolean                   dry_run;
  GOutputStream             *rejects;
  TambourImportRejectFunc    reject_func;
  gpointer                   reject_data;
  TambourImportProgressFunc  progress_func;
  gpointer                   progress_data;
  TambourDumpContentFunc     content_func;
  gpointer                   content_data;
  TambourImportCounts        counts;
};

G_DEFINE_FINAL_TYPE (TambourDump, tambour_dump, G_TYPE_OBJECT)

static void
tambour_dump_finalize (GObject *object)
{
  TambourDump *self = TAMBOUR_DUMP (object);

  g_clear_object (&self->target);
  g_clear_object (&self->rejects);

  G_OBJECT_CLASS (tambour_dump_parent_class)->finalize (object);
}

static void
tambour_dump_class_init (TambourDumpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_dump_finalize;
}

static void
tambour_dump_init (TambourDump *self)
{
}

static gboolean
take_over (TambourRecord *found,
           TambourRecord *record)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (found);
  gboolean changed = g_set_str (&found->extra, record->extra);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!tambour_import_is_bookkeeping (&klass->fields[i]) && !tambour_field_equal (&klass->fields[i], found, record))
      {
        tambour_field_copy (&klass->fields[i], found, record);
        changed = TRUE;
      }

  return changed;
}

static gboolean
put_record (TambourDump    *self,
            TambourRecord  *record,
            gboolean        created,
            GError        **error)
{
  if (!self->dry_run && !tambour_import_target_put (self->target, record, created, error))
    return FALSE;

  *(created ? &self->counts.created : &self->counts.updated) += 1;

  return TRUE;
}

static gboolean
keep_record (TambourDump    *self,
             TambourRecord  *record,
             GError        **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  g_autoptr(GError) reason = NULL;
  g_autoptr(TambourRecord) found = NULL;

  if (!tambour_record_check (record, error))
    return FALSE;

  found = tambour_import_target_find_id (self->target, klass, record->id, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  if (found == NULL)
    return put_record (self, record, TRUE, error);

  if (tambour_record_is_deleted (found) || !take_over (found, record))
    {
      self->counts.unchanged++;
      return TRUE;
    }

  if (klass->traits & TAMBOUR_RECORD_APPEND_ONLY)
    {
      g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
                   _("The %s is there and says something else: history is not rewritten"), klass->kind);
      return FALSE;
    }

  return put_record (self, found, FALSE, error);
}

static gboolean
write_reject (TambourDump   *self,
              const char    *text,
              gsize          length,
              GCancellable  *cancellable,
              GError       **error)
{
  return g_output_stream_write_all (self->rejects, text, length, NULL, cancellable, error) &&
         g_output_stream_write_all (self->rejects, "\n", 1, NULL, cancellable, error);
}

/* Who keeps no contents passes over them: they are no records. */
static gboolean
keep_content (TambourDump  *self,
              JsonNode     *node,
              GError      **error)
{
  g_autoptr(GBytes) bytes = tambour_content_unpack (node, error);

  self->counts.read += bytes == NULL;
  if (bytes == NULL)
    return FALSE;

  return self->dry_run || self->content_func == NULL || self->content_func (bytes, self->content_data, error);
}

static gboolean
keep_object (TambourDump  *self,
             JsonNode     *node,
             GError      **error)
{
  g_autoptr(TambourRecord) record = NULL;

  if (tambour_content_is_packed (node))
    return keep_content (self, node, error);

  self->counts.read++;
  record = tambour_record_unpack (node, error);

  return record != NULL && keep_record (self, record, error);
}

/* What is wrong with the file, unlike what is wrong with the portfolio. */
static gboolean
is_about_object (const GError *why)
{
  return why->domain == TAMBOUR_RECORD_ERROR || why->domain == TAMBOUR_IMPORT_ERROR;
}

/* One object of the file. @node is NULL when @reason says why it is none. */
static gboolean
handle_object (TambourDump   *self,
               JsonNode      *node,
               guint64        line,
               const char    *text,
               gsize          length,
               GError        *reason,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GError) why = reason;

  self->counts.read += node == NULL;
  if (node != NULL && keep_object (self, node, &why))
    return TRUE;

  if (node != NULL && !is_about_object (why))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  self->counts.rejected++;
  if (self->reject_func != NULL)
    self->reject_func (line, why->message, self->reject_data);

  if (self->rejects == NULL)
    return TRUE;
  if (text != NULL)
    return write_reject (self, text, length, cancellable, error);

  {
    g_autofree char *packed = json_to_string (node, FALSE);

    return write_reject (self, packed, strlen (packed), cancellable, error);
  }
}

static void
report (TambourDump *self)
{
  if (self->progress_func != NULL && self->counts.read % RECORDS_PER_REPORT == 0)
    self->progress_func (&self->counts, -1, self->progress_data);
}

static gboolean
handle_line (TambourDump   *self,
             JsonParser    *parser,
             const char    *text,
             gsize          length,
             guint64        line,
             GCancellable  *cancellable,
             GError       **error)
{
  GError *reason = NULL;
  JsonNode *node = json_parser_load_from_data (parser, text, length, &reason) ? json_parser_get_root (parser) : NULL;

  if (node == NULL && reason == NULL)
    return TRUE;

  return handle_object (self, node, line, text, length, reason, cancellable, error);
}

static gboolean
read_lines (TambourDump       *self,
            GDataInputStream  *stream,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();

  for (guint64 line = 1;; line++)
    {
      g_autoptr(GError) reason = NULL;
      gsize length;
      g_autofree char *text = g_data_input_stream_read_line (stream, &length, cancellable, &reason);

      if (reason != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      if (text == NULL)
        return TRUE;
      if (strspn (text, " \t\r") < length && !handle_line (self, parser, text, length, line, cancellable, error))
        return FALSE;

      report (self);
    }
}

static gboolean
read_array (TambourDump   *self,
            GInputStream  *stream,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonNode *root;
  JsonArray *array;

  if (!json_parser_load_from_stream (parser, stream, cancellable, error))
    return FALSE;

  root = json_parser_get_root (parser);
  array = JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !handle_object (self, json_array_get_element (array, i), i + 1, NULL, 0, NULL, cancellable, error))
        return FALSE;

      report (self);
    }

  return TRUE;
}

/* The first character that is no space; 0 for an empty file. */
static gboolean
peek_start (GBufferedInputStream  *stream,
            char                  *start,
            GCancellable          *cancellable,
            GError               **error)
{
  const char *text;
  gsize length, skipped;

  if (g_buffered_input_stream_fill (stream, -1, cancellable, error) < 0)
    return FALSE;

  text = g_buffered_input_stream_peek_buffer (stream, &length);
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      if (g_input_stream_skip (G_INPUT_STREAM (stream), 3, cancellable, error) < 0)
        return FALSE;
      text = g_buffered_input_stream_peek_buffer (stream, &length);
    }

  for (skipped = 0; skipped < length && g_ascii_isspace (text[skipped]); skipped++)
    ;
  *start = skipped < length ? text[skipped] : '\0';

  return TRUE;
}

/**
 * tambour_dump_new:
 * @target: where records are found and kept
 *
 * Returns: (transfer full): a dump to be read
 */
TambourDump *
tambour_dump_new (TambourImportTarget *target)
{
  TambourDump *self = g_object_new (TAMBOUR_TYPE_DUMP, NULL);

  self->target = g_object_ref (target);

  return self;
}

/**
 * tambour_dump_set_dry_run:
 * @self: a dump
 * @dry_run: whether to count only
 *
 * A dry run looks and counts, and puts nothing.
 */
void
tambour_dump_set_dry_run (TambourDump *self,
                          gboolean     dry_run)
{
  g_return_if_fail (TAMBOUR_IS_DUMP (self));

  self->dry_run = dry_run;
}

/**
 * tambour_dump_set_rejects:
 * @self: a dump
 * @stream: (nullable): where objects go that are no records, one on each line
 *
 * The caller closes the stream.
 */
void
tambour_dump_set_rejects (TambourDump   *self,
                          GOutputStream *stream)
{
  g_return_if_fail (TAMBOUR_IS_DUMP (self));

  g_set_object (&self->rejects, stream);
}

/**
 * tambour_dump_set_reject_func:
 * @self: a dump
 * @func: called for each object that is no record, with its line (of an array: its number)
 * @user_data: passed to it
 *
 * Called from within tambour_dump_run().
 */
void
tambour_dump_set_reject_func (TambourDump             *self,
                              TambourImportRejectFunc  func,
                              gpointer                 user_data)
{
  g_return_if_fail (TAMBOUR_IS_DUMP (self));

  self->reject_func = func;
  self->reject_data = user_data;
}

/**
 * tambour_dump_set_progress_func:
 * @self: a dump
 * @func: called every few hundred records; the fraction is not known
 * @user_data: passed to it
 *
 * Called from within tambour_dump_run().
 */
void
tambour_dump_set_progress_func (TambourDump               *self,
                                TambourImportProgressFunc  func,
                                gpointer                   user_data)
{
  g_return_if_fail (TAMBOUR_IS_DUMP (self));

  self->progress_func = func;
  self->progress_data = user_data;
}

/**
 * tambour_dump_set_content_func:
 * @self: a dump
 * @func: (nullable): keeps what is in files
 * @user_data: passed to it
 *
 * Called from within tambour_dump_run(). Without it contents are passed over.
 */
void
tambour_dump_set_content_func (TambourDump            *self,
                               TambourDumpContentFunc  func,
                               gpointer                user_data)
{
  g_return_if_fail (TAMBOUR_IS_DUMP (self));

  self->content_func = func;
  self->content_data = user_data;
}

/**
 * tambour_dump_run:
 * @self: a dump
 * @stream: the file
 * @counts: (out): what was done, also after an error
 * @cancellable: (nullable): to stop
 * @error: return location for a #GIOErrorEnum, a #JsonParserError or the target's error
 *
 * Blocks until the whole file was read. What a record says of who wrote it when
 * counts only for a record that is new here.
 *
 * Returns: %FALSE if the file or the target failed
 */
gboolean
tambour_dump_run (TambourDump          *self,
                  GInputStream         *stream,
                  TambourImportCounts  *counts,
                  GCancellable         *cancellable,
                  GError              **error)
{
  g_autoptr(GDataInputStream) data = g_data_input_stream_new (stream);
  char start = '\0';
  gboolean done;

  g_return_val_if_fail (TAMBOUR_IS_DUMP (self), FALSE);

  memset (&self->counts, 0, sizeof self->counts);
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (data), FALSE);
  g_data_input_stream_set_newline_type (data, G_DATA_STREAM_NEWLINE_TYPE_LF);

  done = peek_start (G_BUFFERED_INPUT_STREAM (data), &start, cancellable, error) &&
         (start == '[' ? read_array (self, G_INPUT_STREAM (data), cancellable, error) : read_lines (self, data, cancellable, error));
  *counts = self->counts;

  return done;
}
