/* tambour-seal.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-peer.h"

G_BEGIN_DECLS

gboolean tambour_seal_some (TambourPeer  *peer,
                            guint         limit,
                            guint        *n_sealed,
                            GError      **error);

G_END_DECLS
