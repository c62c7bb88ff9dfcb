/* tambour-value-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-value-ledger.h"

G_BEGIN_DECLS

/* How many rates the program computes with. */
#define TAMBOUR_VALUE_N_RATES 6

/* The facts at the head. */
char *tambour_value_text_amount     (TambourMoney              money);
char *tambour_value_text_year       (const TambourValueLedger *ledger);
char *tambour_value_text_counted    (const TambourValueLedger *ledger);
char *tambour_value_text_before     (const TambourValueLedger *ledger);
char *tambour_value_text_waiting    (const TambourValueLedger *ledger);
char *tambour_value_text_n_waiting  (const TambourValueLedger *ledger);
char *tambour_value_text_ratio      (const TambourValueLedger *ledger);
char *tambour_value_text_break_even (const TambourValueLedger *ledger);

/* Lines. */
char *tambour_value_text_share    (TambourValueEntry          *entry);
char *tambour_value_text_item     (const TambourValueItem     *item,
                                   const TambourValueLedger   *ledger);
char *tambour_value_text_reason   (const TambourValueItem     *item);
char *tambour_value_text_proposal (const TambourValueProposal *proposal);
char *tambour_value_text_period   (TambourDate                 from,
                                   TambourDate                 to,
                                   TambourDate                 today);

/* Rates. */
const char *tambour_value_text_rate_code  (guint                     position,
                                           gboolean                 *is_hours);
const char *tambour_value_text_rate_title (const char               *code);
char       *tambour_value_text_rate       (const TambourValueRate   *rate,
                                           const TambourValueLedger *ledger);
char       *tambour_value_text_rate_end   (TambourRate              *rate);

/* What comes, and what was. */
char *tambour_value_text_report       (TambourReport             *report,
                                       const TambourValueLedger  *ledger);
char *tambour_value_text_satisfaction (const TambourValueLedger  *ledger,
                                       char                     **remark);

G_END_DECLS
