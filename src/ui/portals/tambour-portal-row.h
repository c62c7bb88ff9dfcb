/* tambour-portal-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portals.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PORTAL_ROW (tambour_portal_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourPortalRow, tambour_portal_row, TAMBOUR, PORTAL_ROW, AdwActionRow)

GtkWidget  *tambour_portal_row_new      (TambourPortals            *portals);
const char *tambour_portal_row_get_name (TambourPortalRow          *self);
void        tambour_portal_row_show     (TambourPortalRow          *self,
                                         const TambourPortalStatus *status,
                                         TambourInstant             now);

G_END_DECLS
