/* tambour-chart-audit.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-canvas.h"

G_BEGIN_DECLS

#define TAMBOUR_MAX_AUDITS 8

/**
 * TambourSectionsRow:
 * @scores: 0 to 100, one for each audit; %NAN when the section was not scored
 * @falling: ended lower than the period began
 */
typedef struct
{
  const char *name;
  double      scores[TAMBOUR_MAX_AUDITS];
  gboolean    falling;
} TambourSectionsRow;

/**
 * TambourSectionsChart:
 * @first: index of the audit that the period is compared with
 * @goal: 0 to 100; %NAN is none
 */
typedef struct
{
  const char           *alternative;
  const char * const   *audits;
  guint                 n_audits;
  guint                 first;
  double                goal;
  const char           *goal_label;
  const TambourSectionsRow *sections;
  guint                       n_sections;
  double                      panel_height;
} TambourSectionsChart;

double tambour_chart_sections_start (const TambourSectionsChart *data);
double tambour_chart_sections       (TambourCanvas              *canvas,
                                     double                      x,
                                     double                      y,
                                     double                      width,
                                     const TambourSectionsChart *data);

typedef struct
{
  const char *name;
  guint       high;
  guint       medium;
  guint       low;
} TambourOpenChartRow;

typedef struct
{
  const char           *alternative;
  const char           *high;
  const char           *medium;
  const char           *low;
  const TambourOpenChartRow *rows;
  guint                 n_rows;
} TambourOpenChart;

double tambour_chart_open (TambourCanvas          *canvas,
                           double                  x,
                           double                  y,
                           double                  width,
                           const TambourOpenChart *data);

G_END_DECLS
