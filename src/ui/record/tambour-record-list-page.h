/* tambour-record-list-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_RECORD_LIST_PAGE (tambour_record_list_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourRecordListPage, tambour_record_list_page, TAMBOUR, RECORD_LIST_PAGE, TambourPage)

TambourRecordListPage *tambour_record_list_page_new    (TambourPortfolio   *portfolio,
                                                        TambourRecordClass *klass,
                                                        const char         *account_id,
                                                        const char         *where);
TambourRecordListPage *tambour_record_list_page_new_of (TambourPortfolio   *portfolio,
                                                        TambourRecordClass *klass,
                                                        const char * const *ids);

G_END_DECLS
