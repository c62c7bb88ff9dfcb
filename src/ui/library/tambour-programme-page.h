/* tambour-programme-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-file-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PROGRAMME_PAGE (tambour_programme_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourProgrammePage, tambour_programme_page, TAMBOUR, PROGRAMME_PAGE, TambourFilePage)

TambourProgrammePage *tambour_programme_page_new (TambourPortfolio *portfolio,
                                                  const char       *programme_id);

G_END_DECLS
