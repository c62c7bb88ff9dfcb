/* tambour-request-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-file-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REQUEST_PAGE (tambour_request_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourRequestPage, tambour_request_page, TAMBOUR, REQUEST_PAGE, TambourFilePage)

G_END_DECLS
