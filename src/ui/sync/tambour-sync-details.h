/* tambour-sync-details.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"
#include "tambour-sync.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_SYNC_DETAILS (tambour_sync_details_get_type ())
G_DECLARE_FINAL_TYPE (TambourSyncDetails, tambour_sync_details, TAMBOUR, SYNC_DETAILS, AdwBin)

void tambour_sync_details_set_portfolio (TambourSyncDetails      *self,
                                         TambourPortfolio        *portfolio);
void tambour_sync_details_show          (TambourSyncDetails      *self,
                                         const TambourSyncStatus *status,
                                         TambourInstant           now);

G_END_DECLS
