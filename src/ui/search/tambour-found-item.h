/* tambour-found-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-commands.h"
#include "tambour-find.h"

G_BEGIN_DECLS

/**
 * TambourFoundFace:
 * @title: what it is called
 * @title_attributes: what of it was looked for
 * @detail: (nullable): a second line
 * @detail_attributes: what of it was looked for
 * @icon_name: (nullable): what kind of thing it is
 * @priority: (nullable): of a case, instead of an icon
 * @is_account: whether it has initials instead of an icon
 * @keys: (nullable): the keys that lead to it from anywhere
 *
 * What a row of the search shows.
 */
typedef struct
{
  const char    *title;
  PangoAttrList *title_attributes;
  const char    *detail;
  PangoAttrList *detail_attributes;
  const char    *icon_name;
  const char    *priority;
  gboolean       is_account;
  const char    *keys;
} TambourFoundFace;

#define TAMBOUR_TYPE_FOUND_ITEM (tambour_found_item_get_type ())
G_DECLARE_FINAL_TYPE (TambourFoundItem, tambour_found_item, TAMBOUR, FOUND_ITEM, GObject)

TambourFoundItem *tambour_found_item_new_record  (TambourFound         *found);
TambourFoundItem *tambour_found_item_new_command (const TambourCommand *command,
                                                  const char           *title,
                                                  const char           *target,
                                                  GArray               *spans);
TambourFindGroup  tambour_found_item_get_group   (TambourFoundItem     *self);
const char       *tambour_found_item_get_heading (TambourFoundItem     *self);
const char       *tambour_found_item_get_id      (TambourFoundItem     *self);
void              tambour_found_item_look        (TambourFoundItem     *self,
                                                  TambourFoundFace     *face);
gboolean          tambour_found_item_activate    (TambourFoundItem     *self,
                                                  GtkWidget            *widget);

G_END_DECLS
