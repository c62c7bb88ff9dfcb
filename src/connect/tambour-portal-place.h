/* tambour-portal-place.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-json-pointer.h"

G_BEGIN_DECLS

/**
 * TambourPortalLookupFunc:
 * @name: of a lookup of the map
 * @key: what is looked up
 * @user_data: the context's
 *
 * Returns: (transfer none) (nullable): what is known of it
 */
typedef JsonNode *(*TambourPortalLookupFunc) (const char *name,
                                              const char *key,
                                              gpointer    user_data);

/**
 * TambourPortalContext:
 * @item: what an item is read from
 * @entry: (nullable): an entry of its history
 * @here: where pointers without a name before them begin
 * @zone: the portal's
 * @base: (nullable): the portal's address, which relative addresses are below
 * @lookup: (nullable): how a lookup is read
 * @user_data: for @lookup
 *
 * What a map's rules are read against.
 */
typedef struct
{
  JsonNode                *item;
  JsonNode                *entry;
  JsonNode                *here;
  GTimeZone               *zone;
  const char              *base;
  TambourPortalLookupFunc  lookup;
  gpointer                 user_data;
} TambourPortalContext;

/**
 * TambourPortalPlace:
 *
 * A pointer into an item, an entry of its history, or a part of that:
 * `item:/id`, `entry:/id`, `/id`.
 */
typedef struct _TambourPortalPlace TambourPortalPlace;

TambourPortalPlace *tambour_portal_place_new     (const char                 *text);
void                tambour_portal_place_free    (TambourPortalPlace         *self);
JsonNode           *tambour_portal_place_find    (const TambourPortalPlace   *self,
                                                  const TambourPortalContext *context);
char               *tambour_portal_node_dup_text (JsonNode                   *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalPlace, tambour_portal_place_free)

G_END_DECLS
