/* tambour-drafts-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_DRAFTS_PAGE (tambour_drafts_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourDraftsPage, tambour_drafts_page, TAMBOUR, DRAFTS_PAGE, TambourPage)

TambourDraftsPage *tambour_drafts_page_new (TambourPortfolio *portfolio);

G_END_DECLS
