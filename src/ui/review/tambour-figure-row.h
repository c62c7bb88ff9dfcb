/* tambour-figure-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-figure.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FIGURE_ROW (tambour_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourFigureRow, tambour_figure_row, TAMBOUR, FIGURE_ROW, GtkListBoxRow)

GtkWidget  *tambour_figure_row_new     (void);
void        tambour_figure_row_show    (TambourFigureRow *self,
                                        const char       *key,
                                        const char       *value,
                                        const char       *name,
                                        const char       *source,
                                        const char       *change);
const char *tambour_figure_row_get_key (TambourFigureRow *self);

G_END_DECLS
