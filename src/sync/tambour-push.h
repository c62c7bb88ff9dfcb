/* tambour-push.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-peer.h"

G_BEGIN_DECLS

gboolean tambour_push_run (TambourPeer  *peer,
                           GError      **error);

G_END_DECLS
