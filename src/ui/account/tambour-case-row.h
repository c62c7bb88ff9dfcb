/* tambour-case-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-overview.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CASE_ROW (tambour_case_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourCaseRow, tambour_case_row, TAMBOUR, CASE_ROW, GtkListBoxRow)

GtkWidget *tambour_case_row_new  (GtkSizeGroup              *columns);
void       tambour_case_row_show (TambourCaseRow            *self,
                                  const TambourOverviewCase *shown,
                                  TambourDate                today);

G_END_DECLS
