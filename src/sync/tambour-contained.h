/* tambour-contained.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-peer.h"

G_BEGIN_DECLS

/* What a content is, for a server: the record says more. */
#define TAMBOUR_CONTENT_TYPE "application/octet-stream"

gboolean tambour_contained_pack  (TambourPeer    *peer,
                                  TambourRecord  *record,
                                  JsonObject     *document,
                                  gboolean       *is_waiting,
                                  GStrv          *following,
                                  GError        **error);
gboolean tambour_contained_fetch (TambourPeer    *peer,
                                  GError        **error);

G_END_DECLS
