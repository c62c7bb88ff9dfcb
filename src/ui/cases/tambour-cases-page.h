/* tambour-cases-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CASES_PAGE (tambour_cases_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourCasesPage, tambour_cases_page, TAMBOUR, CASES_PAGE, TambourPage)

G_END_DECLS
