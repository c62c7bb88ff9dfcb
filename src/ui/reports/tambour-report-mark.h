/* tambour-report-mark.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-preflight.h"

G_BEGIN_DECLS

GtkWidget *tambour_report_mark_new  (void);
void       tambour_report_mark_show (GtkWidget              *mark,
                                     const TambourReadiness *readiness,
                                     TambourReadinessColumn  column);

G_END_DECLS
