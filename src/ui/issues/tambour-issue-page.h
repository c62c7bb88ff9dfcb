/* tambour-issue-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-file-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ISSUE_PAGE (tambour_issue_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourIssuePage, tambour_issue_page, TAMBOUR, ISSUE_PAGE, TambourFilePage)

G_END_DECLS
