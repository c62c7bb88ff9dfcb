/* tambour-record-begin.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

TambourRecord *tambour_record_begin        (TambourRecordClass *klass,
                                            const char         *account_id,
                                            const char         *me,
                                            TambourInstant      now,
                                            GTimeZone          *zone);
void           tambour_record_begin_within (TambourRecord      *record,
                                            const char         *within);
TambourRecord *tambour_record_begin_copy   (TambourRecord      *from);

G_END_DECLS
