/* reports-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-reports-item.h"
#include "tambour-reports-page.h"
#include "tambour-test-ui.h"

G_BEGIN_DECLS

#define REPORTS_FIXTURE_MONTHS "12 months to 31 Oct 2026"

TambourTestUi      *reports_fixture_open       (int            width,
                                                int            height);
void                reports_fixture_go         (TambourTestUi *ui);
void                reports_fixture_wait       (TambourTestUi *ui);
TambourReportsPage *reports_fixture_get_page   (TambourTestUi *ui);
TambourReportsItem *reports_fixture_find       (TambourTestUi *ui,
                                                const char    *name);
GListModel         *reports_fixture_get_items  (TambourTestUi *ui);
char               *reports_fixture_new_folder (TambourTestUi *ui);
void                reports_fixture_choose_all (TambourTestUi *ui);

G_END_DECLS
