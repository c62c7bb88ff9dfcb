/* tambour-insight-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_INSIGHT_ROW (tambour_insight_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourInsightRow, tambour_insight_row, TAMBOUR, INSIGHT_ROW, GtkListBoxRow)

GtkWidget *tambour_insight_row_new  (void);
void       tambour_insight_row_show (TambourInsightRow *self,
                                     const char        *title,
                                     const char        *line,
                                     const char        *tag);

G_END_DECLS
