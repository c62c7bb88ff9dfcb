/* tambour-chart-scale.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-canvas.h"

G_BEGIN_DECLS

/* The range of hours that log axes show: short of 15 minutes to past 30 days. */
#define TAMBOUR_RESOLVE_FROM  0.2
#define TAMBOUR_TIMELINE_FROM 0.08
#define TAMBOUR_HOURS_TO      800.0

#define TAMBOUR_GRID_WIDTH    0.6

TambourTextStyle tambour_chart_style    (TambourCanvas *canvas,
                                         TambourRole    role,
                                         int            weight,
                                         TambourTone    tone);
double           tambour_chart_log      (double         hours,
                                         double         from,
                                         double         x0,
                                         double         x1);
double           tambour_chart_below    (double         least,
                                         double         step,
                                         double         at_most);
GString         *tambour_chart_describe (const char    *head);
void             tambour_chart_say      (GString       *text,
                                         const char    *name,
                                         const char    *value);
void             tambour_chart_percent  (TambourCanvas *canvas,
                                         double         x,
                                         double         baseline,
                                         TambourAlign   anchor,
                                         double         percent);

G_END_DECLS
