/* tambour-value-ledger.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-engagement.h"
#include "tambour-report.h"
#include "tambour-value-formulas.h"
#include "tambour-value-proposals.h"

G_BEGIN_DECLS

/**
 * TambourValueItem:
 * @entry: a line of the ledger
 * @gross: what it comes to, @counted: what of that its share is: of an entry that waits,
 *   what would count; minor units
 * @reason: (nullable): N_() why it does not count
 * @contact: (nullable): who accepted it
 * @is_held: whether a finished review counts it, so that it stays as it is
 */
typedef struct
{
  TambourValueEntry *entry;
  gint64             gross;
  gint64             counted;
  const char        *reason;
  char              *contact;
  gboolean           is_held;
} TambourValueItem;

/**
 * TambourValueRate:
 * @rate: what was agreed last of a code, or never
 * @contact: (nullable): who agreed
 * @is_agreed: whether anything counts with it
 * @n_earlier: how many agreements there were before
 */
typedef struct
{
  TambourRate *rate;
  char        *contact;
  gboolean     is_agreed;
  guint        n_earlier;
} TambourValueRate;

/**
 * TambourValueLedger:
 * @zone: the customer's time zone; @today: the day there
 * @agreement: (nullable): that of the year
 * @from: the first day of the year; @to: the day after its last one
 * @currency: that value is counted in
 * @counted: what the customer accepted, by its shares; @gross: before them (METRICS.md
 *   M60); without an amount if nothing was accepted
 * @counted_before: the year before, with the rates of today
 * @fee: of the year, by days; @ratio and @break_even: what value is to it (M62), %NAN
 *   where that cannot be said
 * @waiting_sums: (element-type TambourMoney): what awaits acceptance, one of each
 *   currency; never a part of @counted
 * @waiting: (element-type TambourValueItem): proposed to the customer
 * @accepted: (element-type TambourValueItem): those that count, the largest first
 * @not_counted: (element-type TambourValueItem): the others of the year, with the reason (M63)
 * @proposals: (nullable): what the program can compute
 * @rates: (element-type TambourValueRate): by title
 * @review: (nullable): the next executive business review
 * @n_without_baseline: goals that were agreed without one
 * @n_without_owner: open actions that are nobody's
 * @reports: (element-type TambourReport): reviews that were made, the newest first
 *
 * What the agreement with a customer was worth in a year.
 */
typedef struct
{
  TambourInstant         at;
  TambourAccount        *account;
  GTimeZone             *zone;
  TambourDate            today;
  TambourAgreement      *agreement;
  TambourDate            from;
  TambourDate            to;
  char                   currency[4];

  TambourMoney           counted;
  TambourMoney           gross;
  TambourMoney           counted_before;
  TambourMoney           fee;
  double                 ratio;
  double                 break_even;
  GArray                *waiting_sums;

  GPtrArray             *waiting;
  GPtrArray             *accepted;
  GPtrArray             *not_counted;
  TambourValueProposals *proposals;
  GPtrArray             *rates;

  TambourEngagement     *review;
  guint                  n_without_baseline;
  guint                  n_without_owner;
  GPtrArray             *reports;
} TambourValueLedger;

TambourValueLedger *tambour_value_ledger_load (TambourStore        *store,
                                               const char          *account_id,
                                               TambourDate          from,
                                               TambourDate          to,
                                               TambourInstant       at,
                                               GCancellable        *cancellable,
                                               GError             **error);
void                tambour_value_ledger_free (TambourValueLedger  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourValueLedger, tambour_value_ledger_free)

gboolean tambour_value_ledger_find_year       (GPtrArray                *agreements,
                                               TambourDate               today,
                                               TambourDate              *from,
                                               TambourDate              *to);
guint    tambour_value_ledger_count_proposals (const TambourValueLedger *self);

G_END_DECLS
