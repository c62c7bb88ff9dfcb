/* tambour-portal-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

/**
 * TambourPortalFate:
 * @TAMBOUR_PORTAL_FATE_PRESENT: the item is there
 * @TAMBOUR_PORTAL_FATE_DELETED: it was deleted in the portal, or may no longer be read
 * @TAMBOUR_PORTAL_FATE_MERGED: it was merged into another
 */
typedef enum
{
  TAMBOUR_PORTAL_FATE_PRESENT,
  TAMBOUR_PORTAL_FATE_DELETED,
  TAMBOUR_PORTAL_FATE_MERGED,
} TambourPortalFate;

/**
 * TambourPortalItem:
 * @external_id: what the portal calls it
 * @record: (nullable): a case or a feature request, with external_system, external_id
 *   and url, but without an account; %NULL of an item that is gone
 * @events: (element-type TambourRecord): its history, oldest first, each with
 *   external_system and external_id, but without a reference to @record
 * @people: (element-type TambourRecord): contacts that it names, with email and name
 * @hints: (element-type utf8 utf8): what tells whose item it is: "organisation",
 *   "email", "domain", and what else the map names
 * @changed_at: when it changed last, by the portal's clock
 * @fate: what became of it
 * @merged_into: (nullable): the external id of the item that it was merged into
 * @faults: (element-type utf8): what of it could not be read, a sentence each
 *
 * One item of a case portal or tracker, as records that are not stored.
 */
typedef struct
{
  char              *external_id;
  TambourRecord     *record;
  GPtrArray         *events;
  GPtrArray         *people;
  GHashTable        *hints;
  TambourInstant     changed_at;
  TambourPortalFate  fate;
  char              *merged_into;
  GPtrArray         *faults;
} TambourPortalItem;

TambourPortalItem *tambour_portal_item_new      (const char              *external_id);
void               tambour_portal_item_free     (TambourPortalItem       *self);
void               tambour_portal_item_hint     (TambourPortalItem       *self,
                                                 const char              *name,
                                                 const char              *text);
const char        *tambour_portal_item_get_hint (const TambourPortalItem *self,
                                                 const char              *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalItem, tambour_portal_item_free)

G_END_DECLS
