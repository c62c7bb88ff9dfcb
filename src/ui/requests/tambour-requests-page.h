/* tambour-requests-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REQUESTS_PAGE (tambour_requests_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourRequestsPage, tambour_requests_page, TAMBOUR, REQUESTS_PAGE, TambourPage)

G_END_DECLS
