/* tambour-erased.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-peer.h"

G_BEGIN_DECLS

gboolean tambour_erased_look  (TambourPeer             *peer,
                               const TambourCouchInfo  *info,
                               GError                 **error);
gboolean tambour_erased_check (TambourPeer             *peer,
                               GError                 **error);
gboolean tambour_erased_note  (TambourPeer             *peer,
                               const TambourCouchInfo  *info,
                               GError                 **error);

G_END_DECLS
