/* tambour-call-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-today.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CALL_ROW (tambour_call_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourCallRow, tambour_call_row, TAMBOUR, CALL_ROW, GtkListBoxRow)

GtkWidget *tambour_call_row_new  (GtkSizeGroup           *columns);
void       tambour_call_row_show (TambourCallRow         *self,
                                  const TambourTodayCall *call,
                                  TambourInstant          now,
                                  gboolean                is_next,
                                  gboolean                is_narrow);

G_END_DECLS
