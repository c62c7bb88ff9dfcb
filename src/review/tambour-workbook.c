/* tambour-workbook.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-workbook.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "tambour-cell.h"

/* A cell of a spreadsheet holds no more, counted in UTF-16. */
#define MAX_TEXT 32767

/* So many columns can be as wide as their texts; what is longer wraps. */
#define N_WIDTHS    128
#define WIDEST      58
#define NARROWEST   9
#define NUMBER_WIDTH 13

#define INK   0x17212B
#define GREY  0x66717C
#define RULE  0x98A2AC
#define TRACK 0xE8ECF0

/* libxlsxwriter tells the time of creation with gmtime(), which is one for all threads. */
static GMutex saving;

G_DEFINE_QUARK (tambour-workbook-error-quark, tambour_workbook_error)

/**
 * TambourWorkbook:
 *
 * A spreadsheet that is written from its first cell to its last: sheets, and rows of cells in
 * them. Text is always text: none of it is ever a formula. Neither clock nor locale nor zone
 * has a part in it: the same cells give the same bytes.
 */
struct _TambourWorkbook
{
  lxw_workbook         *workbook;
  lxw_worksheet        *sheet;
  GHashTable           *formats;  /* style and number format → lxw_format */
  GHashTable           *names;    /* of sheets, in lower case */
  char                 *title;
  char                 *temporary; /* (nullable): where a streamed one is written */
  const char           *bytes;
  gsize                 n_bytes;
  locale_t              locale;
  TambourWorkbookFlags  flags;
  lxw_error             failure;  /* the first that counts */
  TambourCellStyle      style;
  guint                 row;
  guint                 column;
  gint                  head;     /* the row of the heads, or -1 */
  guint                 n_heads;
  guint                 widths[N_WIDTHS];
};

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

static lxw_format *
get_format (TambourWorkbook *self,
            const char      *number)
{
  g_autofree char *key = g_strdup_printf ("%d %s", self->style, number ? number : "");
  lxw_format *format = g_hash_table_lookup (self->formats, key);

  if (format != NULL)
    return format;

  format = workbook_add_format (self->workbook);
  set_look (format, self->style);
  if (number != NULL)
    format_set_num_format (format, number);
  g_hash_table_insert (self->formats, g_steal_pointer (&key), format);

  return format;
}

/* --- cells ---------------------------------------------------------------- */

static void
note (TambourWorkbook *self,
      lxw_error        failure)
{
  if (self->failure == LXW_NO_ERROR)
    self->failure = failure;
}

static void
widen (TambourWorkbook *self,
       guint            width)
{
  if (self->column < N_WIDTHS && self->style != TAMBOUR_CELL_TITLE && self->style != TAMBOUR_CELL_NOTE)
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

  return longest + 2;
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
  if (text != NULL && *text != '\0')
    {
      g_autofree char *guarded = tambour_cell_guard (text);
      g_autofree char *whole = cut (guarded);

      widen (self, measure (self, whole));
      note (self, worksheet_write_string (self->sheet, self->row, self->column, whole, get_format (self, NULL)));
    }
  else if (self->style == TAMBOUR_CELL_TOTAL || self->style == TAMBOUR_CELL_HEAD)
    {
      note (self, worksheet_write_blank (self->sheet, self->row, self->column, get_format (self, NULL)));
    }

  self->column++;
}

/* Numbers are written with a point in every locale. */
static void
write_number (TambourWorkbook *self,
              const char      *formula,
              double           number,
              const char      *format)
{
  locale_t before = uselocale (self->locale);

  widen (self, NUMBER_WIDTH);
  if (formula != NULL)
    note (self, worksheet_write_formula_num (self->sheet, self->row, self->column, formula, get_format (self, format), number));
  else
    note (self, worksheet_write_number (self->sheet, self->row, self->column, number, get_format (self, format)));

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
  note (self, worksheet_write_boolean (self->sheet, self->row, self->column, flag, get_format (self, NULL)));
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

/* A name that spreadsheets take: at most 31 of UTF-16, without their own signs. */
static char *
fit_name (const char *wanted)
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
  g_autofree char *name = fit_name (sheet);
  g_autofree char *cell = tambour_workbook_dup_cell (row, column);

  return g_strdup_printf ("'%s'!%s", name, cell);
}

/* --- sheets --------------------------------------------------------------- */

/* The number of pages, and the title: text from outside, in which & begins no code. */
static void
set_footer (TambourWorkbook *self)
{
  g_auto(GStrv) parts = g_strsplit (self->title ? self->title : "", "&", -1);
  g_autofree char *title = g_strjoinv ("&&", parts);
  g_autofree char *footer = NULL;

  if (g_utf8_strlen (title, -1) > 180)
    g_clear_pointer (&title, g_free);
  footer = g_strconcat ("&L&8", title ? title : "", "&R&8&A  &P / &N", NULL);
  note (self, worksheet_set_footer (self->sheet, footer));
}

static void
set_print (TambourWorkbook *self)
{
  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, self->flags & TAMBOUR_WORKBOOK_LETTER ? 1 : 9);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_set_margins (self->sheet, 0.5, 0.5, 0.6, 0.7);
  set_footer (self);
}

static void
end_sheet (TambourWorkbook *self)
{
  if (self->sheet == NULL)
    return;

  for (guint i = 0; i < N_WIDTHS; i++)
    if (self->widths[i] > 0)
      worksheet_set_column (self->sheet, i, i, MAX (self->widths[i], NARROWEST), NULL);

  if (self->head >= 0 && self->row > (guint) self->head + 1)
    note (self, worksheet_autofilter (self->sheet, self->head, 0, self->row - 1, self->n_heads - 1));
}

static char *
make_name (TambourWorkbook *self,
           const char      *wanted)
{
  g_autofree char *name = fit_name (wanted);
  g_autofree char *again = g_strdup (name);

  for (guint copy = 2; !g_hash_table_add (self->names, g_utf8_casefold (again, -1)); copy++)
    {
      g_free (again);
      again = g_strdup_printf ("%s %u", name, copy);
    }

  return g_steal_pointer (&again);
}

/**
 * tambour_workbook_begin_sheet:
 * @self: a workbook
 * @name: what it is called; made fit, and different from the others
 *
 * Begins a sheet; the cells that follow are in it.
 */
void
tambour_workbook_begin_sheet (TambourWorkbook *self,
                              const char      *name)
{
  g_autofree char *fit = make_name (self, name);

  end_sheet (self);
  self->sheet = workbook_add_worksheet (self->workbook, fit);
  if (self->sheet == NULL)
    {
      note (self, LXW_ERROR_INVALID_SHEETNAME_CHARACTER);
      self->sheet = workbook_add_worksheet (self->workbook, NULL);
    }

  self->row = self->column = self->n_heads = 0;
  self->head = -1;
  self->style = TAMBOUR_CELL_PLAIN;
  memset (self->widths, 0, sizeof self->widths);
  worksheet_gridlines (self->sheet, LXW_HIDE_ALL_GRIDLINES);
  if (self->flags & TAMBOUR_WORKBOOK_RTL)
    worksheet_right_to_left (self->sheet);
  set_print (self);
}

/**
 * tambour_workbook_add_labels:
 * @self: a workbook
 * @labels: what the columns are called
 *
 * Adds the row above a table that has others above or below it.
 */
void
tambour_workbook_add_labels (TambourWorkbook    *self,
                             const char * const *labels)
{
  tambour_workbook_set_style (self, TAMBOUR_CELL_HEAD);
  for (guint i = 0; labels[i] != NULL; i++)
    tambour_workbook_add_text (self, labels[i]);

  tambour_workbook_end_row (self);
}

/**
 * tambour_workbook_add_heads:
 * @self: a workbook
 * @heads: what the columns are called
 *
 * Adds the row above the one table of a sheet: it stays in sight, is printed on every page,
 * and filters the rows below it.
 */
void
tambour_workbook_add_heads (TambourWorkbook    *self,
                            const char * const *heads)
{
  self->head = self->row;
  self->n_heads = g_strv_length ((char **) heads);
  tambour_workbook_add_labels (self, heads);
  worksheet_freeze_panes (self->sheet, self->row, 0);
  note (self, worksheet_repeat_rows (self->sheet, self->head, self->head));
}

/* --- making and saving ---------------------------------------------------- */

/* What is streamed is too large for memory: it grows beside its own temporary files. */
static void
open_workbook (TambourWorkbook *self)
{
  lxw_workbook_options options = { 0 };

  if (self->flags & TAMBOUR_WORKBOOK_STREAMED)
    {
      int file = g_file_open_tmp ("tambour-XXXXXX.xlsx", &self->temporary, NULL);

      if (file >= 0)
        g_close (file, NULL);
      options.constant_memory = TRUE;
      options.use_zip64 = TRUE;
    }
  else
    {
      options.output_buffer = &self->bytes;
      options.output_buffer_size = &self->n_bytes;
    }

  self->workbook = workbook_new_opt (self->temporary, &options);
}

/**
 * tambour_workbook_new:
 * @title: (nullable): what it is, in its properties and at the foot of every page
 * @subject: (nullable): more about it
 * @author: (nullable): who made it
 * @created: when, as its properties say
 * @flags: see #TambourWorkbookFlags
 *
 * Returns: (transfer full): a workbook without a sheet
 */
TambourWorkbook *
tambour_workbook_new (const char           *title,
                      const char           *subject,
                      const char           *author,
                      TambourInstant        created,
                      TambourWorkbookFlags  flags)
{
  TambourWorkbook *self = g_new0 (TambourWorkbook, 1);
  lxw_doc_properties properties = {
    .title = title,
    .subject = subject,
    .author = author,
    .created = MAX (created.seconds, 1),
  };

  self->flags = flags;
  self->title = g_strdup (title);
  self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->locale = newlocale (LC_ALL_MASK, "C", (locale_t) 0);
  open_workbook (self);
  note (self, workbook_set_properties (self->workbook, &properties));

  return self;
}

/**
 * tambour_workbook_free:
 * @self: a workbook
 *
 * Frees @self; what was not saved is lost.
 */
void
tambour_workbook_free (TambourWorkbook *self)
{
  if (self->workbook != NULL)
    lxw_workbook_free (self->workbook);
  if (self->temporary != NULL)
    g_unlink (self->temporary);

  free ((char *) self->bytes);
  freelocale (self->locale);
  g_clear_pointer (&self->formats, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->temporary, g_free);
  g_free (self);
}

static lxw_error
close_workbook (TambourWorkbook *self)
{
  locale_t before = uselocale (self->locale);
  lxw_error failure;

  g_mutex_lock (&saving);
  failure = workbook_close (g_steal_pointer (&self->workbook));
  g_mutex_unlock (&saving);
  uselocale (before);

  return self->failure != LXW_NO_ERROR ? self->failure : failure;
}

/* Beside its place first, so that a copy that fails leaves nothing under the name. */
static gboolean
move_temporary (TambourWorkbook  *self,
                const char       *path,
                GError          **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr(GFile) from = g_file_new_for_path (self->temporary);
  g_autoptr(GFile) beside = g_file_new_for_path (part);
  g_autoptr(GFile) to = g_file_new_for_path (path);

  if (g_file_copy (from, beside, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error) &&
      g_file_move (beside, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
    return TRUE;

  g_unlink (part);

  return FALSE;
}

/**
 * tambour_workbook_save:
 * @self: a workbook with a sheet; nothing can be added to it any more
 * @path: the file; it appears when it is whole
 * @error: return location
 *
 * Returns: %TRUE if the file is there
 */
gboolean
tambour_workbook_save (TambourWorkbook  *self,
                       const char       *path,
                       GError          **error)
{
  lxw_error failure;

  g_return_val_if_fail (self->workbook != NULL && self->sheet != NULL, FALSE);

  end_sheet (self);
  failure = close_workbook (self);
  if (failure != LXW_NO_ERROR)
    {
      g_set_error (error, TAMBOUR_WORKBOOK_ERROR, TAMBOUR_WORKBOOK_ERROR_WRITE, "%s: %s", path, lxw_strerror (failure));
      return FALSE;
    }

  return self->temporary ? move_temporary (self, path, error)
                         : g_file_set_contents (path, self->bytes, (gssize) self->n_bytes, error);
}
