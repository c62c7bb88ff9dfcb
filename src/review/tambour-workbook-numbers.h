/* tambour-workbook-numbers.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-figure.h"
#include "tambour-workbook.h"

G_BEGIN_DECLS

#define TAMBOUR_FORMAT_COUNT   "#,##0"
#define TAMBOUR_FORMAT_DECIMAL "#,##0.0##"

char *tambour_workbook_money_format       (const char           *currency);
char *tambour_workbook_figure_format      (const TambourFact    *fact,
                                           const TambourMeasure *measure);
char *tambour_workbook_change_format      (const TambourFact    *fact);
char *tambour_workbook_part_format        (void);
char *tambour_workbook_signed_part_format (void);
void  tambour_workbook_add_date           (TambourWorkbook      *self,
                                           TambourDate           date);
void  tambour_workbook_add_moment         (TambourWorkbook      *self,
                                           TambourInstant        instant,
                                           GTimeZone            *zone);
void  tambour_workbook_add_money          (TambourWorkbook      *self,
                                           TambourMoney          money);

G_END_DECLS
