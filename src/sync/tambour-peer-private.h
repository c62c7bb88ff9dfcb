/* tambour-peer-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-peer.h"

G_BEGIN_DECLS

void        tambour_peer_side_clear (TambourPeerSide *side);
JsonObject *tambour_peer_read_here  (TambourStore    *store,
                                     const char      *id);

G_END_DECLS
