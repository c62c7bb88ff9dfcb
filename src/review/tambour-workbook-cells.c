/* tambour-workbook-cells.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-workbook-cells.h"

#include <string.h>

#include "tambour-cell.h"

/* A cell of a spreadsheet holds no more, counted in UTF-16. */
#define MAX_TEXT 32767

/* Columns in characters; what is longer wraps. */
#define WIDEST       58
#define NUMBER_WIDTH 13
#define MOMENT_WIDTH 20

/* Points that a title needs. */
#define TITLE_HEIGHT 26

#define INK   0x17212B
#define GREY  0x66717C
#define RULE  0x98A2AC
#define TRACK 0xE8ECF0

/* --- formats -------------------------------------------------------------- */

static void
set_look (lxw_format       *format,
          TambourCellStyle  style)
{
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  format_set_font_color (format, style == TAMBOUR_CELL_NOTE ? GREY : INK);

  switch (style)
    {
    case TAMBOUR_CELL_PLAIN:
    case TAMBOUR_CELL_NOTE:
    case TAMBOUR_CELL_FREE:
      break;
    case TAMBOUR_CELL_LONG:
      format_set_text_wrap (format);
      break;
    case TAMBOUR_CELL_HEAD:
      format_set_bold (format);
      format_set_text_wrap (format);
      format_set_bg_color (format, TRACK);
      format_set_bottom (format, LXW_BORDER_THIN);
      format_set_bottom_color (format, RULE);
      break;
    case TAMBOUR_CELL_TITLE:
      format_set_bold (format);
      format_set_font_size (format, 16);
      break;
    case TAMBOUR_CELL_TOTAL:
      format_set_bold (format);
      format_set_top (format, LXW_BORDER_THIN);
      format_set_top_color (format, RULE);
      break;
    }
}

/* Behind the number of the column before, a text has some air. */
#define TEXT "text"

/**
 * tambour_workbook_get_format:
 * @self: a workbook
 * @number: (nullable): a number format, or how a text stands in its cell
 *
 * Returns: (transfer none): the format of a cell of the style that was chosen
 */
lxw_format *
tambour_workbook_get_format (TambourWorkbook *self,
                             const char      *number)
{
  g_autofree char *key = g_strdup_printf ("%d %s", self->style, number ? number : "");
  lxw_format *format = g_hash_table_lookup (self->formats, key);

  if (format != NULL)
    return format;

  format = workbook_add_format (self->workbook);
  set_look (format, self->style);
  if (g_strcmp0 (number, TEXT) == 0)
    format_set_indent (format, 1);
  else if (g_strcmp0 (number, TAMBOUR_WORKBOOK_RIGHT) == 0)
    format_set_align (format, LXW_ALIGN_RIGHT);
  else if (number != NULL)
    format_set_num_format (format, number);
  g_hash_table_insert (self->formats, g_steal_pointer (&key), format);

  return format;
}

/* --- cells ---------------------------------------------------------------- */

/**
 * tambour_workbook_note:
 * @self: a workbook
 * @failure: what came of a call
 *
 * Keeps the first failure, to be told when the workbook is saved.
 */
void
tambour_workbook_note (TambourWorkbook *self,
                       lxw_error        failure)
{
  if (self->failure == LXW_NO_ERROR)
    self->failure = failure;
}

static void
widen (TambourWorkbook *self,
       guint            width)
{
  if (self->column < TAMBOUR_WORKBOOK_WIDTHS && self->style != TAMBOUR_CELL_TITLE && self->style != TAMBOUR_CELL_FREE)
    self->widths[self->column] = MAX (self->widths[self->column], MIN (width, WIDEST));
}

/* Columns are as wide as their longest line; heads wrap. */
static guint
measure (TambourWorkbook *self,
         const char      *text)
{
  g_auto(GStrv) lines = g_strsplit_set (text, self->style == TAMBOUR_CELL_HEAD ? "\n " : "\n", -1);
  gsize longest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    longest = MAX (longest, (gsize) g_utf8_strlen (lines[i], -1));

  return longest + 3;
}

/* Not every spreadsheet finds out by itself how high a row is. */
static void
raise_row (TambourWorkbook *self,
           const char      *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += 1 + (guint) g_utf8_strlen (lines[i], -1) / (WIDEST - 4);

  if (self->style == TAMBOUR_CELL_TITLE)
    self->height = TITLE_HEIGHT;
  else if (self->style == TAMBOUR_CELL_LONG && n > 1)
    self->height = MAX (self->height, MIN (n, 26) * TAMBOUR_WORKBOOK_LINE);
}

/* What fits into a cell, cut between two characters and saying so. */
static char *
cut (const char *text)
{
  glong units = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      units += g_utf8_get_char (at) > 0xffff ? 2 : 1;
      if (units > MAX_TEXT)
        {
          g_autofree char *whole = g_utf8_substring (text, 0, MAX_TEXT / 2);

          return g_strconcat (whole, "…", NULL);
        }
    }

  return g_strdup (text);
}

/**
 * tambour_workbook_set_style:
 * @self: a workbook
 * @style: how the cells look that follow, to the end of the row
 *
 * Chooses how cells look.
 */
void
tambour_workbook_set_style (TambourWorkbook  *self,
                            TambourCellStyle  style)
{
  self->style = style;
}

/**
 * tambour_workbook_add_text:
 * @self: a workbook
 * @text: (nullable): in UTF-8; %NULL is an empty cell
 *
 * Adds a cell of text. Where a spreadsheet that was saved as CSV would take it for a
 * formula it is guarded as the CSV writer guards it.
 */
void
tambour_workbook_add_text (TambourWorkbook *self,
                           const char      *text)
{
  locale_t before = uselocale (self->locale);

  if (text != NULL && *text != '\0')
    {
      g_autofree char *guarded = tambour_cell_guard (text);
      g_autofree char *whole = cut (guarded);

      if (self->shown != NULL)
        tambour_shown_add (self->shown, self->sheet->name, text);
      widen (self, measure (self, whole));
      raise_row (self, whole);
      tambour_workbook_note (self, worksheet_write_string (self->sheet, self->row, self->column, whole,
                                                           tambour_workbook_get_format (self, self->column > 0 ? TEXT : NULL)));
    }
  else if (self->style == TAMBOUR_CELL_TOTAL || self->style == TAMBOUR_CELL_HEAD)
    {
      tambour_workbook_note (self, worksheet_write_blank (self->sheet, self->row, self->column, tambour_workbook_get_format (self, NULL)));
    }

  uselocale (before);
  self->column++;
}

static void
write_number (TambourWorkbook *self,
              const char      *formula,
              double           number,
              const char      *format)
{
  locale_t before = uselocale (self->locale);

  widen (self, format != NULL && strstr (format, "hh") != NULL ? MOMENT_WIDTH : NUMBER_WIDTH);
  if (self->column < TAMBOUR_WORKBOOK_WIDTHS)
    self->is_number[self->column] = TRUE;
  if (formula != NULL)
    tambour_workbook_note (self, worksheet_write_formula_num (self->sheet, self->row, self->column, formula, tambour_workbook_get_format (self, format), number));
  else
    tambour_workbook_note (self, worksheet_write_number (self->sheet, self->row, self->column, number, tambour_workbook_get_format (self, format)));

  uselocale (before);
}

/**
 * tambour_workbook_add_number:
 * @self: a workbook
 * @number: what was not measured, %NAN, is an empty cell
 * @format: (nullable): a number format, such as `#,##0`
 *
 * Adds a cell of a number.
 */
void
tambour_workbook_add_number (TambourWorkbook *self,
                             double           number,
                             const char      *format)
{
  if (!isfinite (number))
    {
      tambour_workbook_add_text (self, NULL);
      return;
    }

  write_number (self, NULL, number, format);
  self->column++;
}

/**
 * tambour_workbook_add_formula:
 * @self: a workbook
 * @formula: made by this program, never of text from outside, such as `=D2-E2`
 * @number: what it gives
 * @format: (nullable): a number format
 *
 * Adds a cell that is computed from others, and what came of it.
 */
void
tambour_workbook_add_formula (TambourWorkbook *self,
                              const char      *formula,
                              double           number,
                              const char      *format)
{
  g_return_if_fail (isfinite (number));

  write_number (self, formula, number, format);
  self->column++;
}

/**
 * tambour_workbook_add_flag:
 * @self: a workbook
 * @flag: yes or no
 *
 * Adds a cell that every spreadsheet shows in its own words.
 */
void
tambour_workbook_add_flag (TambourWorkbook *self,
                           gboolean         flag)
{
  locale_t before = uselocale (self->locale);

  tambour_workbook_note (self, worksheet_write_boolean (self->sheet, self->row, self->column, flag, tambour_workbook_get_format (self, NULL)));
  uselocale (before);
  self->column++;
}

/**
 * tambour_workbook_end_row:
 * @self: a workbook
 *
 * Goes to the next row, whose cells are plain again.
 */
void
tambour_workbook_end_row (TambourWorkbook *self)
{
  locale_t before = uselocale (self->locale);

  if (self->height > 0)
    tambour_workbook_note (self, worksheet_set_row (self->sheet, self->row, self->height, NULL));
  uselocale (before);

  self->height = 0;
  self->row++;
  self->column = 0;
  self->style = TAMBOUR_CELL_PLAIN;
}

/**
 * tambour_workbook_get_row:
 * @self: a workbook
 *
 * Returns: the row that is being written, from 0
 */
guint
tambour_workbook_get_row (TambourWorkbook *self)
{
  return self->row;
}

/**
 * tambour_workbook_get_column:
 * @self: a workbook
 *
 * Returns: the column of the next cell, from 0
 */
guint
tambour_workbook_get_column (TambourWorkbook *self)
{
  return self->column;
}

/**
 * tambour_workbook_dup_cell:
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer full): what a formula on the same sheet calls the cell, such as `D2`
 */
char *
tambour_workbook_dup_cell (guint row,
                           guint column)
{
  char name[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (name, row, (lxw_col_t) column);

  return g_strdup (name);
}

/**
 * tambour_workbook_fit_name:
 * @wanted: what a sheet is to be called
 *
 * Returns: (transfer full): a name that spreadsheets take: at most 31 of UTF-16, without
 *   their own signs
 */
char *
tambour_workbook_fit_name (const char *wanted)
{
  g_autofree char *plain = g_strdelimit (g_strdup (wanted), "[]:*?/\\'", ' ');

  return g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), 26));
}

/**
 * tambour_workbook_dup_cell_of:
 * @sheet: the first sheet that was begun with this name
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer full): what a formula on another sheet calls the cell
 */
char *
tambour_workbook_dup_cell_of (const char *sheet,
                              guint       row,
                              guint       column)
{
  g_autofree char *name = tambour_workbook_fit_name (sheet);
  g_autofree char *cell = tambour_workbook_dup_cell (row, column);

  return g_strdup_printf ("'%s'!%s", name, cell);
}
