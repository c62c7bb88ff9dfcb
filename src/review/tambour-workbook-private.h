/* tambour-workbook-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-facts.h"
#include "tambour-workbook-numbers.h"
#include "tambour-workbook.h"

G_BEGIN_DECLS

/* The columns of the figures that others compute with. */
#define TAMBOUR_FIGURE_NOW    3
#define TAMBOUR_FIGURE_BEFORE 4
#define TAMBOUR_FIGURE_CHANGE 5
#define TAMBOUR_FIGURE_PART   6

/**
 * TambourWorkbookReview:
 * @rows: key of a figure to its row in the sheet of figures, from 1
 *
 * The workbook of a review while its sheets are written.
 */
typedef struct
{
  TambourFacts    *facts;
  TambourWorkbook *workbook;
  GHashTable      *rows;
} TambourWorkbookReview;

double      tambour_workbook_change         (const TambourFact           *fact);
double      tambour_workbook_part           (const TambourFact           *fact);
double      tambour_workbook_amount         (const TambourFact           *fact,
                                             const TambourMeasure        *measure);
char       *tambour_workbook_figure_cell    (const TambourWorkbookReview *self,
                                             const char                  *key,
                                             guint                        column);
const char *tambour_workbook_figures_name   (void);
void        tambour_workbook_write_figures  (const TambourWorkbookReview *self);
void        tambour_workbook_write_summary  (const TambourWorkbookReview *self);
void        tambour_workbook_write_value    (const TambourWorkbookReview *self);
void        tambour_workbook_write_goals    (const TambourWorkbookReview *self);
void        tambour_workbook_write_months   (const TambourWorkbookReview *self);
void        tambour_workbook_write_findings (const TambourWorkbookReview *self);
void        tambour_workbook_write_kinds    (const TambourWorkbookReview *self);
void        tambour_workbook_write_records  (const TambourWorkbookReview *self);

G_END_DECLS
