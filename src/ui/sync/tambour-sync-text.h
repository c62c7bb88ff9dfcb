/* tambour-sync-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-sync.h"

G_BEGIN_DECLS

gboolean    tambour_sync_text_is_busy      (const TambourSyncStatus *status);
gboolean    tambour_sync_text_has_conflict (const TambourSyncStatus *status);
char       *tambour_sync_text_line         (const TambourSyncStatus *status);
char       *tambour_sync_text_time         (const TambourSyncStatus *status,
                                            TambourInstant           now);
const char *tambour_sync_text_icon         (const TambourSyncStatus *status);
const char *tambour_sync_text_colour       (const TambourSyncStatus *status);
char       *tambour_sync_text_last         (const TambourSyncStatus *status,
                                            TambourInstant           now);
char       *tambour_sync_text_waiting      (const TambourSyncStatus *status);
char       *tambour_sync_text_trouble      (const TambourSyncStatus *status,
                                            TambourInstant           now);
char       *tambour_sync_text_online       (const TambourSyncStatus *status);
char       *tambour_sync_text_skipped      (const TambourSyncStatus *status);
char       *tambour_sync_text_progress     (const TambourSyncStatus *status);

G_END_DECLS
