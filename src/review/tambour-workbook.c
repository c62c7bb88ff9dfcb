/* tambour-workbook.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-workbook-cells.h"

#include <stdlib.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

/* So many characters side by side are still read on a page of paper. */
#define PAGE_WIDTH 190

/* libxlsxwriter tells the time of creation with gmtime(), which is one for all threads. */
static GMutex saving;

G_DEFINE_QUARK (tambour-workbook-error-quark, tambour_workbook_error)

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
  tambour_workbook_note (self, worksheet_set_footer (self->sheet, footer));
}

static void
set_print (TambourWorkbook *self)
{
  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, self->flags & TAMBOUR_WORKBOOK_LETTER ? 1 : 9);
  worksheet_set_margins (self->sheet, 0.5, 0.5, 0.6, 0.7);
  set_footer (self);
}

/* Labels are as high as the narrowest column makes them, and stand where their numbers do. */
static void
finish_labels (TambourWorkbook *self)
{
  guint lines = 1;

  for (guint i = 0; self->labels != NULL && i < MIN (self->labels->len, TAMBOUR_WORKBOOK_WIDTHS); i++)
    {
      const char *label = g_ptr_array_index (self->labels, i);

      lines = MAX (lines, 1 + (guint) g_utf8_strlen (label, -1) / MAX (self->widths[i], TAMBOUR_WORKBOOK_NARROWEST));
      self->style = TAMBOUR_CELL_HEAD;
      if (self->is_number[i])
        tambour_workbook_note (self, worksheet_write_string (self->sheet, self->label_row, i, label, tambour_workbook_get_format (self, TAMBOUR_WORKBOOK_RIGHT)));
    }

  if (self->labels != NULL)
    tambour_workbook_note (self, worksheet_set_row (self->sheet, self->label_row, lines * TAMBOUR_WORKBOOK_LINE, NULL));

  self->style = TAMBOUR_CELL_PLAIN;
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  memset (self->is_number, 0, sizeof self->is_number);
}

/* Side by side on as many pages as can be read. */
static void
end_sheet (TambourWorkbook *self)
{
  guint total = 0;

  if (self->sheet == NULL)
    return;

  finish_labels (self);
  for (guint i = 0; i < TAMBOUR_WORKBOOK_WIDTHS; i++)
    if (self->widths[i] > 0)
      {
        worksheet_set_column (self->sheet, i, i, MAX (self->widths[i], TAMBOUR_WORKBOOK_NARROWEST), NULL);
        total += MAX (self->widths[i], TAMBOUR_WORKBOOK_NARROWEST);
      }

  worksheet_fit_to_pages (self->sheet, 1 + total / PAGE_WIDTH, 0);
  if (self->head >= 0 && self->row > (guint) self->head + 1)
    tambour_workbook_note (self, worksheet_autofilter (self->sheet, self->head, 0, self->row - 1, self->n_heads - 1));
}

static char *
make_name (TambourWorkbook *self,
           const char      *wanted)
{
  g_autofree char *name = tambour_workbook_fit_name (wanted);
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
      tambour_workbook_note (self, LXW_ERROR_INVALID_SHEETNAME_CHARACTER);
      self->sheet = workbook_add_worksheet (self->workbook, NULL);
    }

  self->row = self->column = self->n_heads = 0;
  self->head = -1;
  self->style = TAMBOUR_CELL_PLAIN;
  self->height = 0;
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
  finish_labels (self);
  if (!(self->flags & TAMBOUR_WORKBOOK_STREAMED))
    self->labels = g_ptr_array_new_with_free_func (g_free);

  self->label_row = self->row;
  tambour_workbook_set_style (self, TAMBOUR_CELL_HEAD);
  for (guint i = 0; labels[i] != NULL; i++)
    {
      tambour_workbook_add_text (self, labels[i]);
      if (self->labels != NULL)
        g_ptr_array_add (self->labels, g_strdup (labels[i]));
    }

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
  tambour_workbook_note (self, worksheet_repeat_rows (self->sheet, self->head, self->head));
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
  tambour_workbook_note (self, workbook_set_properties (self->workbook, &properties));

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
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->temporary, g_free);
  g_free (self);
}

/**
 * tambour_workbook_tell:
 * @self: a workbook
 * @shown: gets every text that is written from now on; must outlive @self
 *
 * For what is held against the audience wall before it is saved.
 */
void
tambour_workbook_tell (TambourWorkbook *self,
                       TambourShown    *shown)
{
  self->shown = shown;
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
