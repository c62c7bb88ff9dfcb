/* tambour-request-line-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-requests.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REQUEST_LINE_ROW (tambour_request_line_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourRequestLineRow, tambour_request_line_row, TAMBOUR, REQUEST_LINE_ROW, GtkBox)

GtkWidget *tambour_request_line_row_new  (GtkSizeGroup             *states,
                                          GtkSizeGroup             *weights);
char      *tambour_request_line_row_show (TambourRequestLineRow    *self,
                                          const TambourRequestLine *line,
                                          TambourDate               today);

G_END_DECLS
