/* tambour-amount.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-time.h"

G_BEGIN_DECLS

char       *tambour_amount_number       (double        number);
char       *tambour_amount_money        (TambourMoney  money);
char       *tambour_amount_money_whole  (TambourMoney  money);
char       *tambour_amount_edit_count   (gint64        count);
char       *tambour_amount_edit_number  (double        number);
char       *tambour_amount_edit_money   (TambourMoney  money);
const char *tambour_amount_get_currency (void);

gboolean    tambour_amount_parse_count  (const char   *text,
                                         gint64       *count);
gboolean    tambour_amount_parse_number (const char   *text,
                                         double       *number);
gboolean    tambour_amount_parse_money  (const char   *text,
                                         const char   *currency,
                                         TambourMoney *money);

G_END_DECLS
