/* tambour-pack-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PACK_PAGE (tambour_pack_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourPackPage, tambour_pack_page, TAMBOUR, PACK_PAGE, TambourPage)

TambourPackPage *tambour_pack_page_new  (TambourPortfolio *portfolio,
                                         const char       *account_id);
void             tambour_pack_page_save (TambourPackPage  *self,
                                         GFile            *file);

G_END_DECLS
