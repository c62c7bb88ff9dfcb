/* tambour-project-matrix.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-project-rank.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PROJECT_MATRIX (tambour_project_matrix_get_type ())
G_DECLARE_FINAL_TYPE (TambourProjectMatrix, tambour_project_matrix, TAMBOUR, PROJECT_MATRIX, GtkWidget)

void       tambour_project_matrix_show         (TambourProjectMatrix *self,
                                                GPtrArray            *projects);
void       tambour_project_matrix_select       (TambourProjectMatrix *self,
                                                const char           *id);
void       tambour_project_matrix_set_editable (TambourProjectMatrix *self,
                                                gboolean              is_editable);
GtkWidget *tambour_project_matrix_get_point    (TambourProjectMatrix *self,
                                                const char           *id);

G_END_DECLS
