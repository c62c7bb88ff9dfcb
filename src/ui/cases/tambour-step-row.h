/* tambour-step-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_STEP_ROW (tambour_step_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourStepRow, tambour_step_row, TAMBOUR, STEP_ROW, GtkListBoxRow)

GtkWidget *tambour_step_row_new      (void);
void       tambour_step_row_set_dot  (TambourStepRow *self,
                                      const char     *icon,
                                      const char     *style);
void       tambour_step_row_set_text (TambourStepRow *self,
                                      const char     *title,
                                      const char     *line,
                                      const char     *when);
void       tambour_step_row_set_last (TambourStepRow *self,
                                      gboolean        is_last);

G_END_DECLS
