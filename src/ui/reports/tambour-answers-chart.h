/* tambour-answers-chart.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-reports-sheet.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ANSWERS_CHART (tambour_answers_chart_get_type ())
G_DECLARE_FINAL_TYPE (TambourAnswersChart, tambour_answers_chart, TAMBOUR, ANSWERS_CHART, GtkWidget)

void tambour_answers_chart_show     (TambourAnswersChart       *self,
                                     const TambourReportsTally *tally,
                                     TambourDate                from,
                                     TambourDate                to);
void tambour_answers_chart_describe (TambourAnswersChart       *self,
                                     const char                *summary);

G_END_DECLS
