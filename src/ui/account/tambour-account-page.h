/* tambour-account-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ACCOUNT_PAGE (tambour_account_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourAccountPage, tambour_account_page, TAMBOUR, ACCOUNT_PAGE, TambourPage)

TambourAccountPage *tambour_account_page_new          (TambourPortfolio   *portfolio,
                                                       const char         *account_id);
const char         *tambour_account_page_get_account  (TambourAccountPage *self);
void                tambour_account_page_show_section (TambourAccountPage *self,
                                                       const char         *section);
const char         *tambour_account_page_get_section  (TambourAccountPage *self);

G_END_DECLS
