/* tambour-portal.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portal-item.h"
#include "tambour-portal-map.h"

G_BEGIN_DECLS

/**
 * TambourPortalItemFunc:
 * @item: (transfer none): what was read
 * @user_data: the caller's
 * @error: return location for why it is not taken
 *
 * Takes an item.
 *
 * Returns: %FALSE to end the reading with @error
 */
typedef gboolean (*TambourPortalItemFunc) (TambourPortalItem  *item,
                                           gpointer            user_data,
                                           GError            **error);

/**
 * TambourPortalPageFunc:
 * @cursor: where to go on from, now that all items of a page were taken
 * @n_read: how many items were read until now
 * @user_data: the caller's
 * @error: return location for why it does not go on
 *
 * Keeps the cursor.
 *
 * Returns: %FALSE to end the reading with @error
 */
typedef gboolean (*TambourPortalPageFunc) (const char  *cursor,
                                           guint        n_read,
                                           gpointer     user_data,
                                           GError     **error);

/**
 * TambourPortalCodeFunc:
 * @code: what the person enters
 * @address: where, in a browser
 * @user_data: the caller's
 *
 * Shows a person the code with which they agree. Called on the thread that reads.
 */
typedef void (*TambourPortalCodeFunc) (const char *code,
                                       const char *address,
                                       gpointer    user_data);

/**
 * TambourPortalTokenFunc:
 * @token: (nullable): what to keep, as a secret; %NULL for nothing
 * @user_data: the caller's
 *
 * Keeps what a later session signs in with. Called on the thread that reads.
 */
typedef void (*TambourPortalTokenFunc) (const char *token,
                                        gpointer    user_data);

#define TAMBOUR_TYPE_PORTAL (tambour_portal_get_type ())
G_DECLARE_FINAL_TYPE (TambourPortal, tambour_portal, TAMBOUR, PORTAL, GObject)

TambourPortal     *tambour_portal_new            (TambourPortalMap        *map,
                                                  const char              *base_url,
                                                  const char              *user,
                                                  const char              *secret,
                                                  GError                 **error);
void               tambour_portal_set_sign_in    (TambourPortal           *self,
                                                  TambourPortalCodeFunc    code,
                                                  TambourPortalTokenFunc   keep,
                                                  const char              *token,
                                                  gpointer                 user_data);
void               tambour_portal_choose_sign_in (TambourPortal           *self,
                                                  TambourPortalSignIn      sign_in);
TambourPortalMap  *tambour_portal_get_map        (TambourPortal           *self);
gboolean           tambour_portal_read_changes   (TambourPortal           *self,
                                                  const char              *cursor,
                                                  TambourInstant           since,
                                                  TambourPortalItemFunc    item,
                                                  TambourPortalPageFunc    page,
                                                  gpointer                 user_data,
                                                  GCancellable            *cancellable,
                                                  GError                 **error);
TambourPortalItem *tambour_portal_read_item      (TambourPortal           *self,
                                                  const char              *external_id,
                                                  GCancellable            *cancellable,
                                                  GError                 **error);
gboolean           tambour_portal_test           (TambourPortal           *self,
                                                  char                   **who,
                                                  GCancellable            *cancellable,
                                                  GError                 **error);

G_END_DECLS
