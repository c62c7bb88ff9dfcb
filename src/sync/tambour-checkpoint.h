/* tambour-checkpoint.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TambourSyncDirection:
 * @TAMBOUR_SYNC_DIRECTION_PULL: from the server to the portfolio
 * @TAMBOUR_SYNC_DIRECTION_PUSH: from the portfolio to the server
 *
 * Each is a replication of its own, with a checkpoint of its own.
 */
typedef enum
{
  TAMBOUR_SYNC_DIRECTION_PULL,
  TAMBOUR_SYNC_DIRECTION_PUSH,
} TambourSyncDirection;

char       *tambour_checkpoint_dup_id     (TambourSyncDirection  direction,
                                           const char           *url,
                                           const char           *replica);
JsonObject *tambour_checkpoint_advance    (JsonObject           *document,
                                           const char           *session,
                                           const char           *place,
                                           gint64                at);
char       *tambour_checkpoint_dup_common (JsonObject           *here,
                                           JsonObject           *there);
gboolean    tambour_checkpoint_is_empty   (JsonObject           *document);
gint64      tambour_checkpoint_get_time   (JsonObject           *document);
gint64      tambour_checkpoint_count      (const char           *place);
gboolean    tambour_checkpoint_is_behind  (JsonObject           *there,
                                           JsonObject           *here);

G_END_DECLS
