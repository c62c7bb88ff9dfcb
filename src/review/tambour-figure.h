/* tambour-figure.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

/**
 * TambourPeriod:
 * @from: the first day
 * @to: the day after the last one
 * @start: the first instant, in the account's zone
 * @end: the instant after the last one
 *
 * [start, end).
 */
typedef struct
{
  TambourDate    from;
  TambourDate    to;
  TambourInstant start;
  TambourInstant end;
} TambourPeriod;

/**
 * TambourFactState:
 * @TAMBOUR_FACT_MEASURED: the value stands
 * @TAMBOUR_FACT_EMPTY: measured, but there is nothing to divide by: "n/a"
 * @TAMBOUR_FACT_NOT_MEASURED: the records cannot tell; the reason says why
 */
typedef enum
{
  TAMBOUR_FACT_MEASURED,
  TAMBOUR_FACT_EMPTY,
  TAMBOUR_FACT_NOT_MEASURED,
} TambourFactState;

/**
 * TambourUnit:
 * @TAMBOUR_UNIT_COUNT: a whole number
 * @TAMBOUR_UNIT_SHARE: a part of a whole, 0 to 1, with n and of
 * @TAMBOUR_UNIT_HOURS: hours
 * @TAMBOUR_UNIT_DAYS: days
 * @TAMBOUR_UNIT_MONEY: minor units of TambourMeasure.currency
 * @TAMBOUR_UNIT_SCORE: 0 to 100
 * @TAMBOUR_UNIT_POINTS: a difference of scores
 * @TAMBOUR_UNIT_RATIO: how many times
 * @TAMBOUR_UNIT_RATING: a mean of answers
 * @TAMBOUR_UNIT_NUMBER: in the unit that the record states
 */
typedef enum
{
  TAMBOUR_UNIT_COUNT,
  TAMBOUR_UNIT_SHARE,
  TAMBOUR_UNIT_HOURS,
  TAMBOUR_UNIT_DAYS,
  TAMBOUR_UNIT_MONEY,
  TAMBOUR_UNIT_SCORE,
  TAMBOUR_UNIT_POINTS,
  TAMBOUR_UNIT_RATIO,
  TAMBOUR_UNIT_RATING,
  TAMBOUR_UNIT_NUMBER,
} TambourUnit;

/**
 * TambourExcluded:
 * @id: the record that was left out
 * @reason: N_() why
 */
typedef struct
{
  const char *id;
  const char *reason;
} TambourExcluded;

/**
 * TambourMeasure:
 * @state: whether there is a value
 * @reason: (nullable): N_() why not, a whole sentence without a full stop
 * @value: in the unit of its fact; %NAN unless measured
 * @n: how many records the value stands on; of a share, its numerator
 * @of: the denominator of a share, %TAMBOUR_NO_COUNT for everything else
 * @currency: of money
 * @ids: (element-type utf8): the records that were counted, sorted; of a
 *   share, those of the denominator
 * @hits: (element-type utf8): of a share, the records of the numerator
 * @excluded: (element-type TambourExcluded): what was left out
 *
 * A figure in one period. The ids belong to the records of the facts.
 */
typedef struct
{
  TambourFactState  state;
  const char       *reason;
  double            value;
  gint64            n;
  gint64            of;
  char              currency[4];
  GPtrArray        *ids;
  GPtrArray        *hits;
  GArray           *excluded;
} TambourMeasure;

/**
 * TambourFact:
 * @key: stable, such as "cases.opened.p1"
 * @name: N_() what it is called
 * @subject: (nullable): what exactly, from the records, such as a goal's words
 * @metric: the key in METRICS.md, such as "M01"
 * @version: of the definition; a changed formula is a new version
 * @formula: N_() how it is computed
 * @source: N_() the kinds of record, such as "Cases, incidents"
 * @now: in the period
 * @prior: in the period a year before
 *
 * One figure of the review.
 */
typedef struct
{
  char           *key;
  const char     *name;
  const char     *subject;
  const char     *metric;
  guint           version;
  TambourUnit     unit;
  const char     *formula;
  const char     *source;
  TambourMeasure  now;
  TambourMeasure  prior;
} TambourFact;

TambourFact *tambour_fact_new  (const char  *key);
void         tambour_fact_free (TambourFact *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourFact, tambour_fact_free)

gboolean    tambour_fact_has_prior    (const TambourFact    *self);
double      tambour_fact_change       (const TambourFact    *self);

void        tambour_measure_init      (TambourMeasure       *self);
void        tambour_measure_clear     (TambourMeasure       *self);
void        tambour_measure_count     (TambourMeasure       *self,
                                       const char           *id);
void        tambour_measure_decide    (TambourMeasure       *self,
                                       const char           *id,
                                       gboolean              hit);
void        tambour_measure_exclude   (TambourMeasure       *self,
                                       const char           *id,
                                       const char           *reason);
void        tambour_measure_set_value (TambourMeasure       *self,
                                       double                value);
void        tambour_measure_set_count (TambourMeasure       *self);
void        tambour_measure_set_share (TambourMeasure       *self);
void        tambour_measure_set_money (TambourMeasure       *self,
                                       double                minor,
                                       const char           *currency);
void        tambour_measure_refuse    (TambourMeasure       *self,
                                       const char           *reason);
gboolean    tambour_measure_is_known  (const TambourMeasure *self);
const char *tambour_unit_name         (TambourUnit           unit);

double      tambour_percentile        (const double         *sorted,
                                       guint                 n,
                                       double                share);
double      tambour_median            (const double         *sorted,
                                       guint                 n);

G_END_DECLS
