/* tambour-map-preview.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-portal-item.h"

G_BEGIN_DECLS

/* What an item of a portal would be here. */
void tambour_map_preview_show (GtkListBox              *list,
                               const TambourPortalItem *item,
                               TambourInstant           now);

G_END_DECLS
