/* tambour-section-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-sections.h"
#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_SECTION_PAGE (tambour_section_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourSectionPage, tambour_section_page, TAMBOUR, SECTION_PAGE, TambourPage)

TambourSectionPage *tambour_section_page_new         (TambourPortfolio            *portfolio,
                                                      const char                  *account_id,
                                                      const TambourAccountSection *section);
const char         *tambour_section_page_get_section (TambourSectionPage          *self);
const char         *tambour_section_page_get_account (TambourSectionPage          *self);

G_END_DECLS
