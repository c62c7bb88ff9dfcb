/* tambour-fact-cell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FACT_CELL (tambour_fact_cell_get_type ())
G_DECLARE_FINAL_TYPE (TambourFactCell, tambour_fact_cell, TAMBOUR, FACT_CELL, GtkBox)

GtkWidget       *tambour_fact_cell_new        (GtkWidget       *prefix,
                                               gboolean         is_tight);
GtkWidget       *tambour_fact_cell_new_row    (GtkWidget       *prefix,
                                               gboolean         is_tight);
TambourFactCell *tambour_fact_cell_of_row     (GtkWidget       *row);
GtkWidget       *tambour_fact_cell_get_prefix (TambourFactCell *self);
void             tambour_fact_cell_show       (TambourFactCell *self,
                                               const char      *title,
                                               const char      *line,
                                               const char      *end);
char            *tambour_fact_cell_dup_name   (TambourFactCell *self);

G_END_DECLS
