/* tambour-workbook.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-shown.h"

G_BEGIN_DECLS

#define TAMBOUR_WORKBOOK_ERROR (tambour_workbook_error_quark ())
GQuark tambour_workbook_error_quark (void);

/**
 * TambourWorkbookError:
 * @TAMBOUR_WORKBOOK_ERROR_WRITE: the file could not be made
 */
typedef enum
{
  TAMBOUR_WORKBOOK_ERROR_WRITE,
} TambourWorkbookError;

/**
 * TambourCellStyle:
 * @TAMBOUR_CELL_PLAIN: a value
 * @TAMBOUR_CELL_LONG: a text of several lines
 * @TAMBOUR_CELL_HEAD: above a column
 * @TAMBOUR_CELL_TITLE: what a sheet is about
 * @TAMBOUR_CELL_NOTE: what is said beside it, in grey
 * @TAMBOUR_CELL_FREE: a text that runs over the empty cells beside it
 * @TAMBOUR_CELL_TOTAL: a sum below its parts
 */
typedef enum
{
  TAMBOUR_CELL_PLAIN,
  TAMBOUR_CELL_LONG,
  TAMBOUR_CELL_HEAD,
  TAMBOUR_CELL_TITLE,
  TAMBOUR_CELL_NOTE,
  TAMBOUR_CELL_FREE,
  TAMBOUR_CELL_TOTAL,
} TambourCellStyle;

/**
 * TambourWorkbookFlags:
 * @TAMBOUR_WORKBOOK_STREAMED: of any length: rows leave memory as they are written
 * @TAMBOUR_WORKBOOK_LETTER: printed on Letter, else on A4
 * @TAMBOUR_WORKBOOK_RTL: columns run from right to left
 */
typedef enum
{
  TAMBOUR_WORKBOOK_STREAMED = 1 << 0,
  TAMBOUR_WORKBOOK_LETTER   = 1 << 1,
  TAMBOUR_WORKBOOK_RTL      = 1 << 2,
} TambourWorkbookFlags;

typedef struct _TambourWorkbook TambourWorkbook;

TambourWorkbook *tambour_workbook_new  (const char           *title,
                                        const char           *subject,
                                        const char           *author,
                                        TambourInstant        created,
                                        TambourWorkbookFlags  flags);
void             tambour_workbook_free (TambourWorkbook      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourWorkbook, tambour_workbook_free)

void     tambour_workbook_begin_sheet (TambourWorkbook     *self,
                                       const char          *name);
void     tambour_workbook_add_labels  (TambourWorkbook     *self,
                                       const char * const  *labels);
void     tambour_workbook_add_heads   (TambourWorkbook     *self,
                                       const char * const  *heads);
void     tambour_workbook_set_style   (TambourWorkbook     *self,
                                       TambourCellStyle     style);
void     tambour_workbook_add_text    (TambourWorkbook     *self,
                                       const char          *text);
void     tambour_workbook_add_number  (TambourWorkbook     *self,
                                       double               number,
                                       const char          *format);
void     tambour_workbook_add_formula (TambourWorkbook     *self,
                                       const char          *formula,
                                       double               number,
                                       const char          *format);
void     tambour_workbook_add_flag    (TambourWorkbook     *self,
                                       gboolean             flag);
void     tambour_workbook_end_row     (TambourWorkbook     *self);
void     tambour_workbook_tell        (TambourWorkbook     *self,
                                       TambourShown        *shown);
guint    tambour_workbook_get_row     (TambourWorkbook     *self);
guint    tambour_workbook_get_column  (TambourWorkbook     *self);
char    *tambour_workbook_dup_cell    (guint                row,
                                       guint                column);
char    *tambour_workbook_dup_cell_of (const char          *sheet,
                                       guint                row,
                                       guint                column);
gboolean tambour_workbook_save        (TambourWorkbook     *self,
                                       const char          *path,
                                       GError             **error);

G_END_DECLS
