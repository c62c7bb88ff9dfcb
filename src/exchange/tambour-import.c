/* tambour-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-import-private.h"

#define ROWS_PER_REPORT 500

/**
 * TambourImport:
 *
 * Brings the rows of a CSV file into a target by a map. Run twice, it changes
 * nothing the second time; only the fields that the map names are touched, so
 * that what people wrote about a record stays. No row is lost: what cannot be
 * imported goes to the rejects with its line and the reason.
 */
G_DEFINE_FINAL_TYPE (TambourImport, tambour_import, G_TYPE_OBJECT)

static void
tambour_import_finalize (GObject *object)
{
  TambourImport *self = TAMBOUR_IMPORT (object);

  g_clear_object (&self->target);
  g_clear_object (&self->map);
  g_clear_object (&self->rejects);
  g_clear_object (&self->writer);
  g_clear_pointer (&self->references, tambour_import_references_free);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  tambour_import_group_clear (&self->group);
  g_string_free (self->scratch, TRUE);

  G_OBJECT_CLASS (tambour_import_parent_class)->finalize (object);
}

static void
tambour_import_class_init (TambourImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_import_finalize;
}

static void
tambour_import_init (TambourImport *self)
{
  self->scratch = g_string_new (NULL);
}

static gboolean
is_account (const TambourImportRule *rule)
{
  return rule->field->offset == G_STRUCT_OFFSET (TambourRecord, account_id);
}

/* Returns what the row says for the rule, translated; NULL and no error: nothing. */
static const char *
read_rule (TambourImport            *self,
           const TambourImportRule  *rule,
           const TambourCsvRow      *row,
           GError                  **error)
{
  const char *text = tambour_import_rule_read (rule, self->map, row, self->scratch);
  g_autofree char *name = NULL;

  if (text != NULL)
    return tambour_import_rule_translate (rule, &text, error) ? text : NULL;
  if (rule->fallback != NULL || !rule->required)
    return rule->fallback;

  name = tambour_import_rule_name (rule);
  g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
               _("Column “%s” says nothing, and %s is needed"), name, rule->field->name);

  return NULL;
}

static gboolean
fill_reference (TambourImport            *self,
                const TambourImportRule  *rule,
                const char               *text,
                TambourRecord            *record,
                GError                  **error)
{
  /* Everything but an account itself belongs to the row's account. */
  const char *account_id = is_account (rule) ? NULL : record->account_id.id;
  const char *id;

  if (!tambour_import_references_find (self->references, rule, text, account_id, &id, error))
    return FALSE;

  g_set_str (&TAMBOUR_FIELD_AT (rule->field, record, char *), id);

  return TRUE;
}

static gboolean
fill_rule (TambourImport            *self,
           const TambourImportRule  *rule,
           const TambourCsvRow      *row,
           TambourRecord            *record,
           GError                  **error)
{
  g_autoptr(GError) reason = NULL;
  const char *text;

  if (is_account (rule) && self->account_id != NULL &&
      tambour_import_rule_read (rule, self->map, row, self->scratch) == NULL)
    {
      g_set_str (&record->account_id.id, self->account_id);
      return TRUE;
    }

  text = read_rule (self, rule, row, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (text == NULL || *text == '\0')
    return TRUE;

  return rule->field->kind == TAMBOUR_KIND_REF ? fill_reference (self, rule, text, record, error) : tambour_import_rule_set (rule, self->map, text, record, error);
}

/**
 * tambour_import_fill:
 * @self: an import
 * @rules: (element-type TambourImportRule): the rules of a record
 * @row: the row
 * @before: (nullable): the row before, in a list of changes
 * @record: a record with nothing stated
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW, or the target's error
 *
 * References come last: a row that is rejected for another reason makes no
 * account.
 *
 * Returns: %FALSE if the row cannot be imported, or the target failed
 */
gboolean
tambour_import_fill (TambourImport        *self,
                     GPtrArray            *rules,
                     const TambourCsvRow  *row,
                     const TambourCsvRow  *before,
                     TambourRecord        *record,
                     GError              **error)
{
  for (guint references = 0; references < 2; references++)
    for (guint i = 0; i < rules->len; i++)
      {
        const TambourImportRule *rule = rules->pdata[i];

        if ((rule->field->kind == TAMBOUR_KIND_REF) == references &&
            !fill_rule (self, rule, rule->before ? before : row, record, error))
          return FALSE;
      }

  return TRUE;
}

/**
 * tambour_import_put:
 * @self: an import
 * @record: a record
 * @created: whether it is new
 * @error: return location for #TambourRecordError, or the target's error
 *
 * Checks the record and puts it, unless this is only a trial.
 *
 * Returns: %FALSE if it lacks something, or the target failed
 */
gboolean
tambour_import_put (TambourImport  *self,
                    TambourRecord  *record,
                    gboolean        created,
                    GError        **error)
{
  if (!tambour_record_check (record, error))
    return FALSE;

  return self->dry_run || tambour_import_target_put (self->target, record, created, error);
}

/**
 * tambour_import_external_id:
 * @self: an import whose map names the columns of an id
 * @row: a row
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW
 *
 * Returns: (transfer full) (nullable): the id, or %NULL if a part of it is missing
 */
char *
tambour_import_external_id (TambourImport        *self,
                            const TambourCsvRow  *row,
                            GError              **error)
{
  g_autoptr(GString) id = g_string_new (NULL);

  for (guint i = 0; i < self->map->id_indexes->len; i++)
    {
      guint index = g_array_index (self->map->id_indexes, guint, i);
      const char *part = tambour_import_cell_read (self->map, row, index, self->scratch);

      if (part == NULL)
        {
          g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
                       _("Column “%s” says nothing, and it is part of the id"), self->map->id[i]);
          return NULL;
        }

      if (i > 0)
        g_string_append_c (id, '/');
      g_string_append (id, part);
    }

  return g_string_free (g_steal_pointer (&id), FALSE);
}

/* 64 bits of the key instead of the key, so that a million rows cost little. */
static gpointer
hash_key (const char *key)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (const guchar *c = (const guchar *) key; *c != '\0'; c++)
    hash = (hash ^ *c) * G_GUINT64_CONSTANT (1099511628211);

  hash ^= hash >> 32;
  hash *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  hash ^= hash >> 32;

  return GSIZE_TO_POINTER (hash);
}

/**
 * tambour_import_note_key:
 * @self: an import
 * @key: what tells a record from others of the file
 * @line: the line that has it
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW
 *
 * Two rows for one record would undo each other at every run.
 *
 * Returns: %FALSE if an earlier line had it
 */
gboolean
tambour_import_note_key (TambourImport  *self,
                         const char     *key,
                         guint64         line,
                         GError        **error)
{
  gpointer hash = hash_key (key);
  gsize earlier = GPOINTER_TO_SIZE (g_hash_table_lookup (self->seen, hash));

  if (earlier == 0)
    {
      g_hash_table_insert (self->seen, hash, GSIZE_TO_POINTER (line));
      return TRUE;
    }

  g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
               _("Line %zu is about the same record “%.80s” already"), earlier, key);

  return FALSE;
}

static gboolean
check_length (TambourImport        *self,
              const TambourCsvRow  *row,
              GError              **error)
{
  guint n_columns = self->map->n_columns;
  gboolean fits = row->n_cells >= n_columns || self->map->accept_short;

  /* Empty cells behind the last column are a spreadsheet's habit. */
  for (guint i = n_columns; i < row->n_cells; i++)
    fits = fits && *row->cells[i] == '\0';

  if (!fits)
    g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
                 _("The row has %u cells, and the header %u"), row->n_cells, n_columns);

  return fits;
}

static gboolean
import_row (TambourImport        *self,
            const TambourCsvRow  *row,
            GError              **error)
{
  TambourImportOutcome outcome = TAMBOUR_IMPORT_UNCHANGED;

  if (!check_length (self, row, error) ||
      !(self->map->changes ? tambour_import_change_row (self, row, &outcome, error) : tambour_import_record_row (self, row, &outcome, error)))
    return FALSE;

  switch (outcome)
    {
    case TAMBOUR_IMPORT_CREATED:
      self->counts.created++;
      break;
    case TAMBOUR_IMPORT_UPDATED:
      self->counts.updated++;
      break;
    case TAMBOUR_IMPORT_UNCHANGED:
      self->counts.unchanged++;
      break;
    }

  return TRUE;
}

/* Behind the line and the reason come the cells, so that the file can be mended and imported again. */
static gboolean
write_reject (TambourImport       *self,
              const char          *line,
              const char          *reason,
              const char * const  *cells,
              guint                n_cells,
              GCancellable        *cancellable,
              GError             **error)
{
  guint first = self->map->own && n_cells >= 2 && self->map->id_column < 0 ? 2 : 0;

  tambour_csv_writer_add_cell (self->writer, line);
  tambour_csv_writer_add_cell (self->writer, reason);
  for (guint i = first; i < n_cells; i++)
    tambour_csv_writer_add_cell (self->writer, cells[i] + (self->map->own && tambour_csv_is_guarded (cells[i])));

  return tambour_csv_writer_end_row (self->writer, cancellable, error);
}

static gboolean
reject_row (TambourImport        *self,
            TambourCsvReader     *reader,
            const TambourCsvRow  *row,
            const char           *reason,
            GCancellable         *cancellable,
            GError              **error)
{
  g_autofree char *line = g_strdup_printf ("%" PRIu64, row->line);
  const char * const *header = tambour_csv_reader_get_header (reader);

  self->counts.rejected++;
  if (self->reject_func != NULL)
    self->reject_func (row->line, reason, self->reject_data);
  if (self->rejects == NULL)
    return TRUE;

  if (self->writer == NULL)
    {
      self->writer = tambour_csv_writer_new (self->rejects, TAMBOUR_CSV_WRITER_PLAIN);
      if (!write_reject (self, "reject_line", "reject_reason", header, self->map->n_columns, cancellable, error))
        return FALSE;
    }

  return write_reject (self, line, reason, row->cells, row->n_cells, cancellable, error);
}

static gboolean
is_about_row (const GError *error)
{
  return g_error_matches (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW) ||
         error->domain == TAMBOUR_RECORD_ERROR;
}

static gboolean
import_rows (TambourImport     *self,
             TambourCsvReader  *reader,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autoptr(GError) reason = NULL;
  const TambourCsvRow *row;

  while ((row = tambour_csv_reader_next (reader, cancellable, &reason)))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      self->counts.read++;
      if (!import_row (self, row, &reason))
        {
          if (!is_about_row (reason))
            break;
          if (!reject_row (self, reader, row, reason->message, cancellable, error))
            return FALSE;
          g_clear_error (&reason);
        }

      if (self->progress_func != NULL && self->counts.read % ROWS_PER_REPORT == 0)
        self->progress_func (&self->counts, tambour_csv_reader_get_fraction (reader), self->progress_data);
    }

  if (reason == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

static gboolean
has_account_rule (TambourImport *self)
{
  for (guint i = 0; i < self->map->rules->len; i++)
    if (is_account (self->map->rules->pdata[i]))
      return TRUE;

  return FALSE;
}

/* The account that the caller names must be there before a row is read. A map
 * that has no rule for the account gets one that reads no column.
 */
static gboolean
prepare_account (TambourImport  *self,
                 GError        **error)
{
  const TambourField *field = tambour_record_class_find_field (self->map->klass, "account_id");
  g_autoptr(TambourImportRule) rule = tambour_import_rule_new ("/account", field);
  const char *id;

  if (self->account == NULL || self->map->changes)
    return TRUE;

  rule->constant = g_strdup (self->account);
  rule->find = g_strdupv ((char *[]) { "id", "title", "short_code", "external_id", NULL });
  if (!tambour_import_references_find (self->references, rule, self->account, NULL, &id, error))
    return FALSE;

  g_set_str (&self->account_id, id);
  g_clear_pointer (&rule->constant, g_free);
  if (!has_account_rule (self))
    g_ptr_array_insert (self->map->rules, 0, g_steal_pointer (&rule));

  return TRUE;
}

/**
 * tambour_import_new:
 * @target: where records are found and kept
 * @map: what the columns mean; this import's from now on
 *
 * Returns: (transfer full): an import
 */
TambourImport *
tambour_import_new (TambourImportTarget *target,
                    TambourImportMap    *map)
{
  TambourImport *self = g_object_new (TAMBOUR_TYPE_IMPORT, NULL);

  self->target = g_object_ref (target);
  self->map = g_object_ref (map);

  return self;
}

/**
 * tambour_import_set_dry_run:
 * @self: an import
 * @dry_run: whether to count only
 *
 * A dry run looks and counts, and puts nothing.
 */
void
tambour_import_set_dry_run (TambourImport *self,
                            gboolean       dry_run)
{
  g_return_if_fail (TAMBOUR_IS_IMPORT (self));

  self->dry_run = dry_run;
}

/**
 * tambour_import_set_account:
 * @self: an import
 * @account: (nullable): the name, short code or id of an account
 *
 * The account of the rows that name none; it goes before the map's inbox.
 */
void
tambour_import_set_account (TambourImport *self,
                            const char    *account)
{
  g_return_if_fail (TAMBOUR_IS_IMPORT (self));

  g_set_str (&self->account, account);
}

/**
 * tambour_import_set_rejects:
 * @self: an import
 * @stream: (nullable): where the rejected rows go, as CSV with their line and
 *   the reason in front; nothing is written if there are none
 *
 * The caller closes the stream.
 */
void
tambour_import_set_rejects (TambourImport *self,
                            GOutputStream *stream)
{
  g_return_if_fail (TAMBOUR_IS_IMPORT (self));

  g_set_object (&self->rejects, stream);
}

/**
 * tambour_import_set_reject_func:
 * @self: an import
 * @func: called for each rejected row
 * @user_data: passed to it
 *
 * Called from within tambour_import_run().
 */
void
tambour_import_set_reject_func (TambourImport           *self,
                                TambourImportRejectFunc  func,
                                gpointer                 user_data)
{
  g_return_if_fail (TAMBOUR_IS_IMPORT (self));

  self->reject_func = func;
  self->reject_data = user_data;
}

/**
 * tambour_import_set_progress_func:
 * @self: an import
 * @func: called every few hundred rows
 * @user_data: passed to it
 *
 * Called from within tambour_import_run().
 */
void
tambour_import_set_progress_func (TambourImport             *self,
                                  TambourImportProgressFunc  func,
                                  gpointer                   user_data)
{
  g_return_if_fail (TAMBOUR_IS_IMPORT (self));

  self->progress_func = func;
  self->progress_data = user_data;
}

/**
 * tambour_import_run:
 * @self: an import
 * @reader: a file that was opened with the map's separator
 * @counts: (out): what was done, also after an error
 * @cancellable: (nullable): to stop
 * @error: return location for a #TambourImportError, #TambourCsvError, the target's error or a #GIOErrorEnum
 *
 * Blocks until every row was read. The rows before an error were put: whether
 * they stay is the target's business.
 *
 * Returns: %FALSE if the map does not fit, or the file or the target failed
 */
gboolean
tambour_import_run (TambourImport        *self,
                    TambourCsvReader     *reader,
                    TambourImportCounts  *counts,
                    GCancellable         *cancellable,
                    GError              **error)
{
  gboolean done;

  g_return_val_if_fail (TAMBOUR_IS_IMPORT (self), FALSE);

  memset (&self->counts, 0, sizeof self->counts);
  g_clear_object (&self->writer);
  tambour_import_group_clear (&self->group);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->references, tambour_import_references_free);
  self->seen = g_hash_table_new (NULL, NULL);
  self->references = tambour_import_references_new (self->target, self->map, self->dry_run);

  done = tambour_import_map_bind (self->map, tambour_csv_reader_get_header (reader), error) &&
         prepare_account (self, error) &&
         import_rows (self, reader, cancellable, error);
  if (self->writer != NULL)
    done = tambour_csv_writer_finish (self->writer, cancellable, done ? error : NULL) && done;

  self->counts.related += tambour_import_references_get_created (self->references);
  *counts = self->counts;

  return done;
}
