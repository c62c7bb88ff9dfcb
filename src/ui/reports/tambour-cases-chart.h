/* tambour-cases-chart.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-facts-service.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CASES_CHART (tambour_cases_chart_get_type ())
G_DECLARE_FINAL_TYPE (TambourCasesChart, tambour_cases_chart, TAMBOUR, CASES_CHART, GtkWidget)

void tambour_cases_chart_clear    (TambourCasesChart *self);
void tambour_cases_chart_add      (TambourCasesChart *self,
                                   const char        *name,
                                   const guint        cases[TAMBOUR_N_PRIORITIES]);
void tambour_cases_chart_describe (TambourCasesChart *self,
                                   const char        *summary);

G_END_DECLS
