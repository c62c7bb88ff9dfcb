/* tambour-portal-pages.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portal-wire.h"

G_BEGIN_DECLS

/*
 * TambourPortalPages:
 * @wire: the way to the portal
 * @listing: what is read
 * @variables: (element-type utf8 utf8): what the variables of its requests say
 * @context: (nullable): what pointers in its requests are read against
 * @position: (nullable): which page comes next: a number, an offset, an address or a
 *   cursor; %NULL for the first
 * @is_over: there is none
 * @n_pages: how many were read
 *
 * A list that is read page by page. Only one page is in memory.
 */
typedef struct
{
  TambourPortalWire          *wire;
  const TambourPortalListing *listing;
  GHashTable                 *variables;
  const TambourPortalContext *context;
  char                       *position;
  gboolean                    is_over;
  guint                       n_pages;

  /*< private >*/
  JsonNode                   *root;
} TambourPortalPages;

void       tambour_portal_pages_init   (TambourPortalPages          *self,
                                        TambourPortalWire           *wire,
                                        const TambourPortalListing  *listing,
                                        const TambourPortalContext  *context);
void       tambour_portal_pages_clear  (TambourPortalPages          *self);
void       tambour_portal_pages_set    (TambourPortalPages          *self,
                                        const char                  *name,
                                        const char                  *value);
JsonArray *tambour_portal_pages_read   (TambourPortalPages          *self,
                                        GCancellable                *cancellable,
                                        GError                     **error);
gboolean   tambour_portal_refuse_shape (TambourPortalWire           *wire,
                                        const char                  *address,
                                        const TambourJsonPointer    *pointer,
                                        JsonNode                    *found,
                                        const char                  *expected,
                                        GError                     **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourPortalPages, tambour_portal_pages_clear)

G_END_DECLS
