/* tambour-record-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_RECORD_PAGE (tambour_record_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourRecordPage, tambour_record_page, TAMBOUR, RECORD_PAGE, TambourPage)

TambourRecordPage  *tambour_record_page_new        (TambourPortfolio   *portfolio,
                                                    TambourRecordClass *klass,
                                                    const char         *id);
TambourRecordClass *tambour_record_page_get_kind   (TambourRecordPage  *self);
const char         *tambour_record_page_get_id     (TambourRecordPage  *self);
TambourRecord      *tambour_record_page_get_record (TambourRecordPage  *self);

G_END_DECLS
