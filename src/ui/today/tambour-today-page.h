/* tambour-today-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_TODAY_PAGE (tambour_today_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourTodayPage, tambour_today_page, TAMBOUR, TODAY_PAGE, TambourPage)

extern const TambourReadAhead tambour_today_page_read_ahead;

G_END_DECLS
