/* tambour-value-formulas.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-value.h"

G_BEGIN_DECLS

/* The rates that the program computes with. */
#define TAMBOUR_RATE_OUTAGE_HOUR           "outage_hour"
#define TAMBOUR_RATE_STAFF_HOUR            "staff_hour"
#define TAMBOUR_RATE_HOURS_PER_CASE        "hours_per_case"
#define TAMBOUR_RATE_HOURS_PER_DEVICE      "hours_per_device"
#define TAMBOUR_RATE_HOURS_PER_KNOWN_ISSUE "hours_per_known_issue"
#define TAMBOUR_RATE_RESTORE_HOURS         "restore_hours"

/* What stands before the share of an effect that others have a part in (METRICS.md M60). */
#define TAMBOUR_VALUE_SHARED .5

/**
 * TambourValueFrame:
 * @from: the first day of a period, @to: the day after its last one
 * @start: its first instant, @end: the instant after its last one
 * @as_of: the cut-off, @today: the day on which it is
 * @currency: of the agreement
 * @first_year: there is no year before to be better than
 * @is_earlier: it is the year before, which takes this year's rates
 *
 * What value is counted in.
 */
typedef struct
{
  TambourDate     from;
  TambourDate     to;
  TambourInstant  start;
  TambourInstant  end;
  TambourInstant  as_of;
  TambourDate     today;
  const char     *currency;
  gboolean        first_year;
  gboolean        is_earlier;
} TambourValueFrame;

/**
 * TambourValueCount:
 * @entry: (transfer none): accepted in the period
 * @refusal: (nullable): N_() why it does not count all the same
 * @gross: minor units; @counted: the same by its share
 */
typedef struct
{
  TambourValueEntry *entry;
  const char        *refusal;
  gint64             gross;
  gint64             counted;
} TambourValueCount;

const char  *tambour_value_get_currency        (TambourAgreement        *agreement,
                                                TambourAccount          *account);

gboolean     tambour_value_is_rate_agreed      (TambourRate             *rate,
                                                TambourDate              today);
TambourRate *tambour_value_find_rate           (GPtrArray               *rates,
                                                const char              *code,
                                                TambourDate              today);
double       tambour_value_multiply            (double                   count,
                                                const char * const      *codes,
                                                GPtrArray               *rates,
                                                TambourDate              today);
double       tambour_value_recompute           (TambourValueEntry       *entry,
                                                GPtrArray               *rates,
                                                TambourDate              today);

double       tambour_value_class_max_share     (TambourValueClass        klass);
gboolean     tambour_value_class_is_difference (TambourValueClass        klass);
gint64       tambour_value_take_share          (gint64                   gross,
                                                double                   share);

gboolean     tambour_value_is_accepted_in      (TambourValueEntry       *entry,
                                                const TambourValueFrame *frame);
GArray      *tambour_value_count               (GPtrArray               *entries,
                                                GPtrArray               *rates,
                                                const TambourValueFrame *frame);
const char  *tambour_value_waiting_reason      (TambourValueEntry       *entry,
                                                const TambourValueFrame *frame);

double       tambour_value_prorate_fee         (TambourAgreement        *agreement,
                                                const char              *currency,
                                                TambourDate              from,
                                                TambourDate              to);
const char  *tambour_value_fee_refusal         (GPtrArray               *agreements,
                                                const char              *currency,
                                                TambourDate              from,
                                                TambourDate              to);
double       tambour_value_sum_fee             (GPtrArray               *agreements,
                                                const char              *currency,
                                                TambourDate              from,
                                                TambourDate              to);
double       tambour_value_break_even          (double                   fee,
                                                double                   full,
                                                double                   shared);

G_END_DECLS
