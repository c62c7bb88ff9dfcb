/* tambour-request-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-roadmap-sheet.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REQUEST_ROW (tambour_request_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourRequestRow, tambour_request_row, TAMBOUR, REQUEST_ROW, GtkListBoxRow)

GtkWidget *tambour_request_row_new  (GtkSizeGroup                *states,
                                     GtkSizeGroup                *weights);
void       tambour_request_row_show (TambourRequestRow           *self,
                                     const TambourRoadmapRequest *request,
                                     const TambourRoadmapSheet   *sheet);

G_END_DECLS
