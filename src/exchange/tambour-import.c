/* tambour-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-cell.h"
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
  tambour_import_day_clear (&self->day);
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
    tambour_csv_writer_add_cell (self->writer, cells[i] + (self->map->own && tambour_cell_is_guarded (cells[i])));

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

/* Imports a row, or rejects it. */
static gboolean
settle_row (TambourImport        *self,
            TambourCsvReader     *reader,
            const TambourCsvRow  *row,
            GCancellable         *cancellable,
            GError              **error)
{
  g_autoptr(GError) reason = NULL;

  if (import_row (self, row, &reason))
    return TRUE;
  if (is_about_row (reason))
    return reject_row (self, reader, row, reason->message, cancellable, error);

  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

static gboolean
settle_day (TambourImport     *self,
            TambourCsvReader  *reader,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autoptr(GError) reason = NULL;
  TambourCsvRow row;

  if (self->day.cells == NULL)
    return TRUE;
  if (!tambour_import_day_end (self, &row, &reason))
    return reject_row (self, reader, &row, reason->message, cancellable, error);

  return settle_row (self, reader, &row, cancellable, error);
}

/* A row that becomes a part of its day. */
static gboolean
take_row (TambourImport        *self,
          TambourCsvReader     *reader,
          const TambourCsvRow  *row,
          GCancellable         *cancellable,
          GError              **error)
{
  g_autoptr(GError) reason = NULL;
  gboolean taken;

  if (!tambour_import_day_takes (self, row, &taken, &reason))
    return reject_row (self, reader, row, reason->message, cancellable, error);
  if (taken)
    return TRUE;
  if (!settle_day (self, reader, cancellable, error))
    return FALSE;

  tambour_import_day_begin (self, row);

  return TRUE;
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
      if (!(self->map->days ? take_row : settle_row) (self, reader, row, cancellable, error))
        return FALSE;

      if (self->progress_func != NULL && self->counts.read % ROWS_PER_REPORT == 0)
        self->progress_func (&self->counts, tambour_csv_reader_get_fraction (reader), self->progress_data);
    }

  if (reason == NULL)
    return settle_day (self, reader, cancellable, error);

  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

static gboolean
has_account_rule (TambourImport *self)
{
  for (guint i = 0; i < self->map->rules->len; i++)
    if (tambour_import_rule_is_account (self->map->rules->pdata[i]))
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
  tambour_import_day_clear (&self->day);
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
