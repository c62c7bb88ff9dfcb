/* continuity-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-portfolio.h"
#include "tambour-case.h"
#include "tambour-continuity.h"
#include "tambour-roadmap.h"

G_BEGIN_DECLS

DeskPortfolio       *continuity_portfolio (void);
TambourConnector    *continuity_connector (void);
TambourPortalItem   *continuity_item      (const char              *number,
                                           const char              *title,
                                           const char              *opened);
TambourRecord       *continuity_event     (TambourPortalItem       *item,
                                           const char              *name,
                                           const char              *kind,
                                           const char              *at,
                                           const char              *actor);
void                 continuity_message   (TambourPortalItem       *item,
                                           const char              *name,
                                           const char              *at,
                                           const char              *actor);
TambourConnectCounts continuity_run       (TambourStore            *store,
                                           const TambourConnector  *connector,
                                           const char              *cursor,
                                           TambourPortalItem      **items,
                                           guint                    n_items);
TambourCase         *continuity_case      (TambourStore            *store,
                                           const char              *number);
GPtrArray           *continuity_events    (TambourStore            *store,
                                           TambourCase             *record);
TambourInstant       continuity_time      (const char              *text);

G_END_DECLS
