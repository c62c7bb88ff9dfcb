/* tambour-inbox-news.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_INBOX_NEWS (tambour_inbox_news_get_type ())
G_DECLARE_FINAL_TYPE (TambourInboxNews, tambour_inbox_news, TAMBOUR, INBOX_NEWS, AdwBin)

void tambour_inbox_news_follow (TambourInboxNews *self,
                                TambourPortfolio *portfolio);

G_END_DECLS
