/* tambour-import-days.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-import-private.h"

/* Rows of which those of one day become one: values of every few minutes, of which a
 * portfolio keeps what the day comes to.
 */

/**
 * tambour_import_day_clear:
 * @day: a day
 */
void
tambour_import_day_clear (TambourImportDay *day)
{
  g_clear_pointer (&day->cells, g_strfreev);
  memset (day, 0, sizeof *day);
}

/* What the row’s rule for a field says, put into a record for nothing else. */
static gboolean
read_field (TambourImport        *self,
            TambourImportRule    *rule,
            const TambourCsvRow  *row,
            TambourRecord        *record,
            gboolean             *is_stated,
            GError              **error)
{
  const char *text = tambour_import_rule_read (rule, self->map, row, self->scratch);

  *is_stated = text != NULL;

  return text == NULL || (tambour_import_rule_translate (rule, &text, error) &&
                          tambour_import_rule_set (rule, self->map, text, record, error));
}

static gboolean
read_day (TambourImport        *self,
          const TambourCsvRow  *row,
          TambourDate          *date,
          double               *value,
          GError              **error)
{
  const TambourImportDays *days = self->map->days;
  g_autoptr(TambourRecord) record = tambour_record_new (G_TYPE_FROM_CLASS (self->map->klass), NULL);
  gboolean has_date, has_value;

  if (!read_field (self, days->date, row, record, &has_date, error) || !read_field (self, days->value, row, record, &has_value, error))
    return FALSE;

  *date = TAMBOUR_FIELD_AT (days->date->field, record, TambourDate);
  *value = has_value ? TAMBOUR_FIELD_AT (days->value->field, record, double) : NAN;
  if (!has_date)
    g_set_error_literal (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW, _("The row says no day"));

  return has_date;
}

static guint
column_of (const TambourImportRule *rule)
{
  return g_array_index (rule->indexes, guint, 0);
}

/* Of what the map reads besides the time and the value: it tells what is measured. */
static gboolean
are_same (TambourImport       *self,
          GArray              *columns,
          const TambourCsvRow *row)
{
  for (guint i = 0; i < columns->len; i++)
    {
      guint column = g_array_index (columns, guint, i);

      if (column != column_of (self->map->days->date) && column != column_of (self->map->days->value) &&
          !g_str_equal (self->day.cells[column], row->cells[column]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same (TambourImport       *self,
         const TambourCsvRow *row,
         TambourDate          date)
{
  const TambourImportDay *day = &self->day;
  gboolean is_same_day = day->cells != NULL && day->date.julian == date.julian && g_strv_length (day->cells) == row->n_cells;

  for (guint i = 0; is_same_day && i < self->map->rules->len; i++)
    is_same_day = are_same (self, ((TambourImportRule *) g_ptr_array_index (self->map->rules, i))->indexes, row);

  return is_same_day && are_same (self, self->map->id_indexes, row);
}

static void
begin (TambourImport       *self,
       const TambourCsvRow *row,
       TambourDate          date)
{
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

  tambour_import_day_clear (&self->day);
  for (guint i = 0; i < row->n_cells; i++)
    g_strv_builder_add (cells, row->cells[i]);

  self->day.date = date;
  self->day.line = row->line;
  self->day.cells = g_strv_builder_end (cells);
}

static void
add (TambourImport *self,
     double         value)
{
  TambourImportDay *day = &self->day;

  if (isnan (value))
    return;

  day->sum += value;
  day->least = day->n > 0 ? MIN (day->least, value) : value;
  day->most = day->n > 0 ? MAX (day->most, value) : value;
  day->last = value;
  day->n++;
}

static double
get_result (TambourImport *self)
{
  const TambourImportDay *day = &self->day;

  switch (self->map->days->with)
    {
    case TAMBOUR_IMPORT_SUM:
      return day->sum;
    case TAMBOUR_IMPORT_MEAN:
      return day->sum / day->n;
    case TAMBOUR_IMPORT_LEAST:
      return day->least;
    case TAMBOUR_IMPORT_MOST:
      return day->most;
    case TAMBOUR_IMPORT_LAST:
      return day->last;
    }

  g_return_val_if_reached (NAN);
}

/**
 * tambour_import_day_end:
 * @self: an import of days
 * @row: (out): the row that the day comes to; it belongs to the import
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW
 *
 * Ends the day that was read. A day of too few values is none: it stays a gap.
 *
 * Returns: %FALSE if the day is rejected; @row is set all the same
 */
gboolean
tambour_import_day_end (TambourImport  *self,
                        TambourCsvRow  *row,
                        GError        **error)
{
  TambourImportDay *day = &self->day;
  const TambourImportDays *days = self->map->days;
  char number[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (day->n > 0)
    g_ascii_dtostr (number, sizeof number, get_result (self));
  if (self->map->decimal_comma)
    g_strdelimit (number, ".", ',');

  g_set_str (&day->cells[column_of (days->value)], number);
  g_clear_pointer (&day->cells[column_of (days->date)], g_free);
  day->cells[column_of (days->date)] = tambour_date_dup_text (day->date);
  *row = (TambourCsvRow) { day->line, g_strv_length (day->cells), (const char * const *) day->cells };
  if (day->n >= MAX (days->at_least, 1))
    return TRUE;

  g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
               ngettext ("The day has %d value, and the map wants %d", "The day has %d values, and the map wants %d", (int) day->n),
               (int) day->n, (int) MAX (days->at_least, 1));

  return FALSE;
}

/**
 * tambour_import_day_takes:
 * @self: an import of days
 * @row: a row
 * @taken: (out): whether it belongs to the day that is being read
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW or #TambourRecordError
 *
 * Adds the row to its day. Where it belongs to another one, the day that was read
 * has to be ended first: see tambour_import_day_end() and tambour_import_day_begin().
 *
 * Returns: %FALSE if the row says no day, or no number
 */
gboolean
tambour_import_day_takes (TambourImport        *self,
                          const TambourCsvRow  *row,
                          gboolean             *taken,
                          GError              **error)
{
  TambourDate date;
  double value;

  if (!read_day (self, row, &date, &value, error))
    return FALSE;

  *taken = is_same (self, row, date);
  if (*taken)
    add (self, value);

  return TRUE;
}

/**
 * tambour_import_day_begin:
 * @self: an import of days
 * @row: the first row of a day, which tambour_import_day_takes() did not take
 */
void
tambour_import_day_begin (TambourImport       *self,
                          const TambourCsvRow *row)
{
  TambourDate date;
  double value;

  if (!read_day (self, row, &date, &value, NULL))
    return;

  begin (self, row, date);
  add (self, value);
}
