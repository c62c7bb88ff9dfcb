/* tambour-case-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-file-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CASE_PAGE (tambour_case_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourCasePage, tambour_case_page, TAMBOUR, CASE_PAGE, TambourFilePage)

TambourCasePage *tambour_case_page_new      (TambourPortfolio *portfolio,
                                             const char       *case_id);
const char      *tambour_case_page_get_case (TambourCasePage  *self);
void             tambour_case_page_ask      (TambourCasePage  *self,
                                             guint             move);

G_END_DECLS
