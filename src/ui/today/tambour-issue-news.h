/* tambour-issue-news.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ISSUE_NEWS (tambour_issue_news_get_type ())
G_DECLARE_FINAL_TYPE (TambourIssueNews, tambour_issue_news, TAMBOUR, ISSUE_NEWS, AdwBin)

void tambour_issue_news_follow (TambourIssueNews *self,
                                TambourPortfolio *portfolio);

G_END_DECLS
