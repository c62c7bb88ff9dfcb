/* tambour-chart-advocacy.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-canvas.h"

G_BEGIN_DECLS

#define TAMBOUR_N_STAGES 4

typedef struct
{
  const char *name;
  const char *count;
  const char *before;
} TambourStagesHead;

typedef enum
{
  TAMBOUR_STAGES_DONE,
  TAMBOUR_STAGES_PLANNED,
  TAMBOUR_STAGES_WAITING,
  TAMBOUR_STAGES_DECLINED,
} TambourStagesState;

/**
 * TambourStagesRow:
 * @dates: when each stage was reached, or %NULL; of a planned one the last is the quarter
 * @note: of a declined one: when, and what to use instead
 * @group: said beside the first row of each group, same string for all of its rows
 */
typedef struct
{
  const char          *number;
  const char          *title;
  const char          *dates[TAMBOUR_N_STAGES];
  TambourStagesState  state;
  const char          *note;
  const char          *group;
} TambourStagesRow;

typedef struct
{
  const char              *alternative;
  TambourStagesHead             stages[TAMBOUR_N_STAGES];
  const TambourStagesRow *rows;
  guint                    n_rows;
} TambourStagesChart;

double tambour_chart_stages (TambourCanvas            *canvas,
                             double                    x,
                             double                    y,
                             double                    width,
                             const TambourStagesChart *data);

/**
 * TambourTakeUpRow:
 * @value: "84 of 96 · 88%"
 * @before: "was 52 of 70", or %NULL
 * @current: 0 to 1
 * @earlier: 0 to 1; %NAN is none
 */
typedef struct
{
  const char *name;
  const char *value;
  const char *before;
  double      current;
  double      earlier;
} TambourTakeUpRow;

typedef struct
{
  const char             *alternative;
  const TambourTakeUpRow *rows;
  guint                   n_rows;
  double                  label_width;
  double                  value_width;
  double                  row_height;
} TambourTakeUpChart;

double tambour_chart_take_up (TambourCanvas            *canvas,
                              double                    x,
                              double                    y,
                              double                    width,
                              const TambourTakeUpChart *data);

G_END_DECLS
