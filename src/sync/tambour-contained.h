/* tambour-contained.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-peer.h"

G_BEGIN_DECLS

gboolean tambour_contained_pack  (TambourPeer    *peer,
                                  TambourRecord  *record,
                                  JsonObject     *document,
                                  gboolean       *is_waiting,
                                  GError        **error);
gboolean tambour_contained_fetch (TambourPeer    *peer,
                                  GError        **error);

G_END_DECLS
