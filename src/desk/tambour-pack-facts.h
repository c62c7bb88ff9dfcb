/* tambour-pack-facts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-pack.h"
#include "tambour-store.h"

G_BEGIN_DECLS

TambourPack *tambour_pack_load (TambourStore    *store,
                                const char      *account_id,
                                const char      *language,
                                TambourInstant   at,
                                GCancellable    *cancellable,
                                GError         **error);

G_END_DECLS
