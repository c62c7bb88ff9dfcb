/* tambour-reports-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REPORTS_PAGE (tambour_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourReportsPage, tambour_reports_page, TAMBOUR, REPORTS_PAGE, TambourPage)

void     tambour_reports_page_export       (TambourReportsPage *self,
                                            GFile              *folder);
gboolean tambour_reports_page_is_exporting (TambourReportsPage *self);

G_END_DECLS
