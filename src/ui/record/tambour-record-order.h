/* tambour-record-order.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-query.h"

G_BEGIN_DECLS

const char *tambour_record_order_get_usual (TambourRecordClass *klass);
GMenu      *tambour_record_order_new_menu  (TambourRecordClass *klass,
                                            const char         *action,
                                            const char         *reverse);
void        tambour_record_order_apply     (TambourRecordClass *klass,
                                            TambourQuery       *query,
                                            const char         *order,
                                            gboolean            reversed);

G_END_DECLS
