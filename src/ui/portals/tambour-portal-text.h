/* tambour-portal-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-inbox.h"
#include "tambour-portals.h"

G_BEGIN_DECLS

/* What is said of connectors, in the language of the person. */
char *tambour_portal_text_status (const TambourPortalStatus  *status,
                                  TambourInstant              now);
char *tambour_portal_text_counts (const TambourConnectCounts *counts);
char *tambour_portal_text_inbox  (guint                       n);
char *tambour_portal_text_hint   (const char                 *hint);
char *tambour_portal_text_hints  (const TambourInboxEntry    *entry);

G_END_DECLS
