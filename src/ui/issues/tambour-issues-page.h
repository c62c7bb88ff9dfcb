/* tambour-issues-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ISSUES_PAGE (tambour_issues_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourIssuesPage, tambour_issues_page, TAMBOUR, ISSUES_PAGE, TambourPage)

TambourIssuesPage *tambour_issues_page_new (TambourPortfolio *portfolio);

G_END_DECLS
