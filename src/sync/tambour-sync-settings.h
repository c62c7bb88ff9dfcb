/* tambour-sync-settings.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-server.h"
#include "tambour-store.h"

G_BEGIN_DECLS

TambourServer *tambour_sync_settings_read  (TambourStore         *store,
                                            GError              **error);
gboolean       tambour_sync_settings_write (TambourStore         *store,
                                            const TambourServer  *server,
                                            GError              **error);

G_END_DECLS
