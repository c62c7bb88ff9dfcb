/* tambour-calendars-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-calendars.h"

G_BEGIN_DECLS

/* Settings that begin so say what is read, and how far it has come: a name follows. */
#define TAMBOUR_DAV_SOURCE "dav:"
#define TAMBOUR_DAV_STATE  "dav-state:"

JsonObject *tambour_calendars_read_setting  (TambourStore               *store,
                                             const char                 *prefix,
                                             const char                 *name);
gboolean    tambour_calendars_write_setting (TambourStore               *store,
                                             const char                 *prefix,
                                             const char                 *name,
                                             JsonObject                 *object,
                                             GError                    **error);
void        tambour_calendars_pack_counts   (JsonObject                 *object,
                                             const TambourImportCounts  *counts);

G_END_DECLS
