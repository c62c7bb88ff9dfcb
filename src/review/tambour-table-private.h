/* tambour-table-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-table.h"

G_BEGIN_DECLS

typedef struct
{
  TambourRole   role;
  TambourRich  *rich;
  TambourShape *shape;
} TambourTableText;

typedef struct
{
  GArray          *texts;
  gboolean         has_sign;
  TambourSign      sign;
  TambourDrawFunc  draw;
  gpointer         draw_data;
  GDestroyNotify   destroy;
} TambourTableCell;

typedef struct
{
  GArray   *cells;
  gboolean  total;
  char     *anchor;
  double    height;
} TambourTableRow;

struct _TambourTable
{
  TambourFonts  *fonts;
  TambourPaper   paper;
  gboolean       rtl;
  TambourColumn *columns;
  double        *widths;
  guint          n_columns;
  GArray        *rows;
  double         above;
  double         below;
  double         minimum;
  double         head_height;
  gboolean       at_top;
  double         measured_for;
};

G_END_DECLS
