/* tambour-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-canvas.h"

G_BEGIN_DECLS

/**
 * TambourDrawFunc:
 * @canvas: where to draw; its frame is the cell's corner
 * @width: of the cell without its padding, in points
 * @height: of the whole row, or the lower part of the head, in points
 */
typedef void (*TambourDrawFunc) (TambourCanvas *canvas,
                                 double         width,
                                 double         height,
                                 gpointer       user_data);

/**
 * TambourColumn:
 * @title: head of the column, or %NULL
 * @width: in points, @after included; 0 takes what the others leave, shared evenly
 * @after: space to the next column, in points
 * @draw_head: draws the head in place of @title
 */
typedef struct
{
  const char      *title;
  double           width;
  double           after;
  TambourAlign     align;
  TambourDrawFunc  draw_head;
  gpointer         head_data;
} TambourColumn;

/**
 * TambourTable:
 *
 * Rows of cells under a head that is repeated wherever the table runs on.
 * Cells hold texts one below the other, or draw themselves.
 */
typedef struct _TambourTable TambourTable;

TambourTable *tambour_table_new         (TambourCanvas       *canvas,
                                         const TambourColumn *columns,
                                         guint                n_columns);
void          tambour_table_free        (TambourTable        *self);

void          tambour_table_set_padding (TambourTable        *self,
                                         double               above,
                                         double               below);
void          tambour_table_set_minimum (TambourTable        *self,
                                         double               row_height);
void          tambour_table_set_top     (TambourTable        *self);
void          tambour_table_set_head    (TambourTable        *self,
                                         double               height);

void          tambour_table_add_row     (TambourTable        *self);
void          tambour_table_add_total   (TambourTable        *self);
void          tambour_table_set_anchor  (TambourTable        *self,
                                         const char          *anchor);
void          tambour_table_cell        (TambourTable        *self,
                                         TambourRole          role,
                                         const char          *text);
void          tambour_table_cell_span   (TambourTable        *self,
                                         TambourRole          role,
                                         TambourSpan          span);
void          tambour_table_cell_rich   (TambourTable        *self,
                                         TambourRole          role,
                                         TambourRich         *rich);
void          tambour_table_more        (TambourTable        *self,
                                         TambourRole          role,
                                         const char          *text);
void          tambour_table_more_rich   (TambourTable        *self,
                                         TambourRole          role,
                                         TambourRich         *rich);
void          tambour_table_cell_sign   (TambourTable        *self,
                                         TambourSign          sign,
                                         const char          *word);
void          tambour_table_cell_draw   (TambourTable        *self,
                                         TambourDrawFunc      draw,
                                         gpointer             user_data,
                                         GDestroyNotify       destroy);

guint         tambour_table_get_n_rows  (TambourTable        *self);
double        tambour_table_get_height  (TambourTable        *self,
                                         double               width);
double        tambour_table_get_start   (TambourTable        *self,
                                         double               width,
                                         guint                n_rows);
double        tambour_table_get_half    (TambourTable        *self,
                                         double               width);
guint         tambour_table_draw        (TambourTable        *self,
                                         TambourCanvas       *canvas,
                                         double               x,
                                         double               y,
                                         double               width,
                                         double               room,
                                         guint                first,
                                         double              *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourTable, tambour_table_free)

G_END_DECLS
