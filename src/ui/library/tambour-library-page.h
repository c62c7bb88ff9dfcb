/* tambour-library-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_LIBRARY_PAGE (tambour_library_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourLibraryPage, tambour_library_page, TAMBOUR, LIBRARY_PAGE, TambourPage)

G_END_DECLS
