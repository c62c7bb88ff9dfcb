/* tambour-found-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-commands.h"
#include "tambour-find.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FOUND_ITEM (tambour_found_item_get_type ())
G_DECLARE_FINAL_TYPE (TambourFoundItem, tambour_found_item, TAMBOUR, FOUND_ITEM, GObject)

TambourFoundItem *tambour_found_item_new_record  (TambourFound         *found);
TambourFoundItem *tambour_found_item_new_command (const TambourCommand *command,
                                                  const char           *title,
                                                  const char           *target,
                                                  GArray               *spans);
TambourFindGroup  tambour_found_item_get_group   (TambourFoundItem     *self);
const char       *tambour_found_item_get_id      (TambourFoundItem     *self);
void              tambour_found_item_set_keys    (TambourFoundItem     *self,
                                                  const char           *keys);
gboolean          tambour_found_item_activate    (TambourFoundItem     *self,
                                                  GtkWidget            *widget);

G_END_DECLS
