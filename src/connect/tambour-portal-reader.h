/* tambour-portal-reader.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portal-pages.h"

G_BEGIN_DECLS

/*
 * TambourPortalReader:
 *
 * Reads items by a map, with what the portal calls by numbers.
 */
typedef struct
{
  TambourPortalWire *wire;
  GHashTable        *known;        /* a lookup's name → (key → JsonNode, or NULL for none) */
  GHashTable        *of_item;      /* the same, for one item */
  char              *id;           /* (nullable): of the item */
  JsonNode          *item;         /* (nullable) */
  GCancellable      *cancellable;  /* (nullable) */
  GError            *failure;      /* (nullable): of a lookup */
} TambourPortalReader;

void               tambour_portal_reader_init       (TambourPortalReader   *self,
                                                     TambourPortalWire     *wire,
                                                     GCancellable          *cancellable);
void               tambour_portal_reader_clear      (TambourPortalReader   *self);
void               tambour_portal_reader_begin      (TambourPortalReader   *self,
                                                     JsonNode              *node,
                                                     TambourPortalContext  *context);
gboolean           tambour_portal_reader_is_well    (TambourPortalReader   *self,
                                                     GError               **error);
TambourPortalItem *tambour_portal_reader_build      (TambourPortalReader   *self,
                                                     JsonNode              *node,
                                                     GError               **error);
TambourPortalItem *tambour_portal_reader_read       (TambourPortalReader   *self,
                                                     const char            *external_id,
                                                     JsonNode              *node,
                                                     GError               **error);
gboolean           tambour_portal_reader_add_events (TambourPortalReader   *self,
                                                     TambourPortalItem     *item,
                                                     TambourPortalContext  *context,
                                                     GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourPortalReader, tambour_portal_reader_clear)

G_END_DECLS
