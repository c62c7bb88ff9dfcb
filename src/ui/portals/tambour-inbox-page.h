/* tambour-inbox-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_INBOX_PAGE (tambour_inbox_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourInboxPage, tambour_inbox_page, TAMBOUR, INBOX_PAGE, AdwNavigationPage)

AdwNavigationPage *tambour_inbox_page_new (TambourPortfolio *portfolio);

G_END_DECLS
