/* tambour-case-line-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-case-list.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CASE_LINE_ROW (tambour_case_line_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourCaseLineRow, tambour_case_line_row, TAMBOUR, CASE_LINE_ROW, GtkBox)

GtkWidget *tambour_case_line_row_new       (void);
char      *tambour_case_line_row_show      (TambourCaseLineRow    *self,
                                            const TambourCaseLine *line,
                                            TambourInstant         now);
void       tambour_case_line_row_show_time (TambourCaseLineRow    *self,
                                            const TambourCaseLine *line,
                                            TambourInstant         now);

G_END_DECLS
