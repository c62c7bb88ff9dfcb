/* tambour-checklist-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CHECKLIST_PAGE (tambour_checklist_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourChecklistPage, tambour_checklist_page, TAMBOUR, CHECKLIST_PAGE, TambourPage)

TambourChecklistPage *tambour_checklist_page_new (TambourPortfolio *portfolio,
                                                  const char       *template_id);

G_END_DECLS
