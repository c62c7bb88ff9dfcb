/* tambour-work-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-today.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_WORK_ROW (tambour_work_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourWorkRow, tambour_work_row, TAMBOUR, WORK_ROW, GtkListBoxRow)

GtkWidget *tambour_work_row_new       (void);
void       tambour_work_row_show      (TambourWorkRow         *self,
                                       const TambourTodayWork *work,
                                       TambourInstant          now);
void       tambour_work_row_show_from (TambourWorkRow         *self,
                                       const TambourTodayWork *work,
                                       const char             *source,
                                       TambourInstant          now);

G_END_DECLS
