/* tambour-report-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-reports-item.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REPORT_CARD (tambour_report_card_get_type ())
G_DECLARE_FINAL_TYPE (TambourReportCard, tambour_report_card, TAMBOUR, REPORT_CARD, GtkBox)

GtkWidget *tambour_report_card_new  (void);
void       tambour_report_card_show (TambourReportCard  *self,
                                     TambourReportsItem *item);

G_END_DECLS
