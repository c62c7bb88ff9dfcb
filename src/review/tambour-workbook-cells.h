/* tambour-workbook-cells.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <locale.h>

#include <xlsxwriter.h>

#include "tambour-workbook.h"

G_BEGIN_DECLS

/* So many columns can be as wide as their texts; what is longer wraps. */
#define TAMBOUR_WORKBOOK_WIDTHS 128

/* The narrowest column, in characters, and the points that a line of text needs. */
#define TAMBOUR_WORKBOOK_NARROWEST 9
#define TAMBOUR_WORKBOOK_LINE      15

/* A label above numbers stands above their last digits. */
#define TAMBOUR_WORKBOOK_RIGHT "right"

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
  locale_t              locale;   /* numbers have a point; whatever is written may write a row before it */
  TambourWorkbookFlags  flags;
  lxw_error             failure;  /* the first that counts */
  TambourCellStyle      style;
  guint                 row;
  guint                 column;
  gint                  head;     /* the row of the heads, or -1 */
  guint                 n_heads;
  double                height;   /* of the row, or 0 */
  TambourShown         *shown;    /* (nullable): told what is written */
  GPtrArray            *labels;   /* above the table that is being written */
  guint                 label_row;
  guint                 widths[TAMBOUR_WORKBOOK_WIDTHS];
  gboolean              is_number[TAMBOUR_WORKBOOK_WIDTHS]; /* since the labels */
};

void        tambour_workbook_note       (TambourWorkbook *self,
                                         lxw_error        failure);
lxw_format *tambour_workbook_get_format (TambourWorkbook *self,
                                         const char      *number);
char       *tambour_workbook_fit_name   (const char      *wanted);

G_END_DECLS
