/* tambour-prep-sheet-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-prep-sheet.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PREP_SHEET_ROW (tambour_prep_sheet_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourPrepSheetRow, tambour_prep_sheet_row, TAMBOUR, PREP_SHEET_ROW, GtkListBoxRow)

GtkWidget        *tambour_prep_sheet_row_new       (void);
void              tambour_prep_sheet_row_show      (TambourPrepSheetRow    *self,
                                                    TambourPrepPoint       *point,
                                                    guint                   position,
                                                    guint                   n_points,
                                                    const TambourPrepSheet *sheet,
                                                    TambourInstant          now);
TambourPrepPoint *tambour_prep_sheet_row_get_point (TambourPrepSheetRow    *self);
void              tambour_prep_sheet_row_edit      (TambourPrepSheetRow    *self);

G_END_DECLS
