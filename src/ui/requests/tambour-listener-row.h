/* tambour-listener-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-requests.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_LISTENER_ROW (tambour_listener_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourListenerRow, tambour_listener_row, TAMBOUR, LISTENER_ROW, GtkListBoxRow)

GtkWidget *tambour_listener_row_new  (void);
void       tambour_listener_row_show (TambourListenerRow           *self,
                                      const TambourRequestListener *listener,
                                      TambourDate                   today,
                                      gboolean                      can_write);

G_END_DECLS
