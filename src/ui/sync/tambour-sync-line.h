/* tambour-sync-line.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_SYNC_LINE (tambour_sync_line_get_type ())
G_DECLARE_FINAL_TYPE (TambourSyncLine, tambour_sync_line, TAMBOUR, SYNC_LINE, AdwBin)

void tambour_sync_line_set_portfolio (TambourSyncLine  *self,
                                      TambourPortfolio *portfolio);

G_END_DECLS
