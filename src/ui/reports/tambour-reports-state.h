/* tambour-reports-state.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-reports-item.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REPORTS_STATE (tambour_reports_state_get_type ())
G_DECLARE_FINAL_TYPE (TambourReportsState, tambour_reports_state, TAMBOUR, REPORTS_STATE, GtkBox)

GtkWidget *tambour_reports_state_new  (void);
void       tambour_reports_state_show (TambourReportsState *self,
                                       TambourReportsItem  *item);

G_END_DECLS
