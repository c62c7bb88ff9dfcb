/* tambour-facts-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib/gi18n-lib.h>

#include "tambour-clock-replay.h"
#include "tambour-frozen.h"

G_BEGIN_DECLS

/**
 * TambourCaseState:
 * @support_case: the record
 * @events: (element-type TambourCaseEvent): recorded by the cut-off, in order
 * @clocks: (nullable) (element-type TambourResponseClock): replayed
 * @refusal: (nullable): N_() why there are no clocks
 * @reopened_at: (element-type TambourInstant): each time that is known
 * @plan: (nullable): code of the plan when it was opened
 *
 * A case as it was known at the cut-off: what came later does not exist.
 */
typedef struct
{
  TambourCase    *support_case;
  const char     *id;
  GPtrArray      *events;
  GPtrArray      *clocks;
  const char     *refusal;
  GArray         *reopened_at;
  gboolean        was_reopened;
  const char     *plan;
  TambourInstant  restored;
  TambourInstant  plan_agreed;
  TambourInstant  resolved;
  TambourInstant  closed;
} TambourCaseState;

/**
 * TambourReading:
 * @facts: what is being made
 * @cases: (element-type TambourCaseState): of the account, opened by the
 *   cut-off, by id; duplicates and the like are left out
 * @by_opening: (element-type TambourCaseState): the same, by opening
 * @left_out: (element-type TambourCaseState): those
 * @by_id: case id to TambourCaseState, of both
 * @speaking_systems: set of external systems that record responses
 * @all_imported: no case was entered here
 * @only_value: only what value is computed from is read
 *
 * The records of one account, read once, while figures are counted from them.
 */
typedef struct
{
  TambourFacts        *facts;
  TambourStore        *store;
  TambourCatalogueSet *plans;
  GHashTable          *lists;
  GHashTable          *found;
  GPtrArray           *cases;
  GPtrArray           *by_opening;
  GPtrArray           *left_out;
  GHashTable          *by_id;
  GHashTable          *speaking_systems;
  gboolean             all_imported;
  gboolean             only_value;
} TambourReading;

/**
 * TambourDefinition:
 *
 * What is the same for a figure in every review. Texts are N_().
 */
typedef struct
{
  const char  *key;
  const char  *metric;
  TambourUnit  unit;
  const char  *name;
  const char  *formula;
  const char  *source;
  guint        version;  /* 0 counts as 1 */
} TambourDefinition;

/* What a measure is refused with when nothing was imported. */
extern const char tambour_no_samples[];

/* One day of one metric. */
typedef struct
{
  double      total; /* without a dimension */
  double      parts; /* the sum of those with one */
  const char *id;
} TambourUsageDay;

/* Counts a figure in one period. */
typedef void (*TambourMeasureFunc) (TambourReading      *reading,
                                    const TambourPeriod *period,
                                    gconstpointer        data,
                                    TambourMeasure      *measure);

TambourReading *tambour_reading_new        (TambourFacts         *facts,
                                            TambourStore         *store,
                                            TambourCatalogueSet  *plans,
                                            gboolean              only_value,
                                            GCancellable         *cancellable,
                                            GError              **error);
TambourReading *tambour_reading_new_frozen (TambourFacts         *facts,
                                            TambourFrozen        *frozen,
                                            TambourCatalogueSet  *plans);
void            tambour_reading_free       (TambourReading       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReading, tambour_reading_free)

GPtrArray        *tambour_reading_list           (TambourReading           *self,
                                                  GType                     type);
GPtrArray        *tambour_reading_list_for_value (TambourReading           *self,
                                                  GType                     type,
                                                  GCancellable             *cancellable,
                                                  GError                  **error);
gpointer          tambour_reading_find           (TambourReading           *self,
                                                  GType                     type,
                                                  const char               *id);
TambourCaseState *tambour_reading_find_case      (TambourReading           *self,
                                                  const char               *id);
TambourFact      *tambour_reading_add            (TambourReading           *self,
                                                  const TambourDefinition  *definition,
                                                  const char               *variant,
                                                  const char               *subject,
                                                  TambourMeasureFunc        func,
                                                  gconstpointer             data);
TambourInstant    tambour_reading_first_opening  (TambourReading           *self);
gboolean          tambour_reading_is_kept        (TambourReading           *self);
gboolean          tambour_reading_is_in          (const TambourPeriod      *period,
                                                  TambourInstant            instant);
gboolean          tambour_reading_has_day        (const TambourPeriod      *period,
                                                  TambourDate               date);
gboolean          tambour_reading_is_past        (TambourReading           *self,
                                                  TambourInstant            instant);
gboolean          tambour_reading_is_past_day    (TambourReading           *self,
                                                  TambourDate               date);
TambourDate       tambour_reading_today          (TambourReading           *self);
TambourInstant    tambour_reading_end            (TambourReading           *self,
                                                  const TambourPeriod      *period);
gboolean          tambour_reading_speaks         (TambourReading           *self,
                                                  TambourCaseState         *state);
TambourAgreement *tambour_reading_agreement_on   (TambourReading           *self,
                                                  TambourDate               date);
TambourAgreement *tambour_reading_agreement_of   (TambourReading           *self,
                                                  const TambourPeriod      *period);
gboolean          tambour_agreement_overlap      (TambourAgreement         *agreement,
                                                  const TambourPeriod      *period,
                                                  TambourDate              *from,
                                                  TambourDate              *to);
guint             tambour_reading_uncovered_days (TambourReading           *self,
                                                  const TambourPeriod      *period);
const char       *tambour_reading_plan_on        (TambourReading           *self,
                                                  TambourDate               date);
TambourCatalogue *tambour_reading_catalogue_at   (TambourReading           *self,
                                                  TambourInstant            at);
TambourPerson    *tambour_reading_tam_on         (TambourReading           *self,
                                                  TambourDate               date);

void              tambour_reading_take_cases     (TambourReading           *self);
void              tambour_case_state_free        (TambourCaseState         *self);
gboolean          tambour_case_state_opened_in   (TambourCaseState         *self,
                                                  const TambourPeriod      *period);
gboolean          tambour_case_state_closed_in   (TambourCaseState         *self,
                                                  const TambourPeriod      *period);
TambourInstant    tambour_case_state_end         (TambourCaseState         *self);
gboolean          tambour_reading_refuses_cases  (TambourReading           *self,
                                                  const TambourPeriod      *period,
                                                  TambourMeasure           *measure);
double            tambour_usage_day_value        (const TambourUsageDay    *day);
GArray           *tambour_usage_days             (TambourReading           *reading,
                                                  const TambourPeriod      *period,
                                                  const char               *metric);
TambourPeriod     tambour_month_of               (GTimeZone                *zone,
                                                  const TambourPeriod      *period,
                                                  guint                     i,
                                                  int                      *year,
                                                  int                      *month);
const char       *tambour_priority_variant       (guint                     priority);
gint              tambour_compare_dates          (TambourDate               a,
                                                  TambourDate               b);
gint              tambour_compare_instants       (TambourInstant            a,
                                                  TambourInstant            b);
gint              tambour_compare_numbers        (gconstpointer             a,
                                                  gconstpointer             b);

/* The subjects; each fills its part of the facts. */
void tambour_facts_count_opened       (TambourReading *reading);
void tambour_facts_count_cases        (TambourReading *reading);
void tambour_facts_count_responses    (TambourReading *reading);
void tambour_facts_count_resolved     (TambourReading *reading);
void tambour_facts_count_causes       (TambourReading *reading);
void tambour_facts_count_quality      (TambourReading *reading);
void tambour_facts_count_surveys      (TambourReading *reading);
void tambour_facts_count_outages      (TambourReading *reading);
void tambour_facts_count_continuity   (TambourReading *reading);
void tambour_facts_count_calls        (TambourReading *reading);
void tambour_facts_count_goals        (TambourReading *reading);
void tambour_facts_count_usage        (TambourReading *reading);
void tambour_facts_count_activity     (TambourReading *reading);
void tambour_facts_count_issues       (TambourReading *reading);
void tambour_facts_count_audits       (TambourReading *reading);
void tambour_facts_count_findings     (TambourReading *reading);
void tambour_facts_count_requests     (TambourReading *reading);
void tambour_facts_count_learning     (TambourReading *reading);
void tambour_facts_count_entitlements (TambourReading *reading);
void tambour_facts_count_value        (TambourReading *reading);
void tambour_facts_count_plans        (TambourReading *reading);
void tambour_facts_list_agreements    (TambourReading *reading);
void tambour_facts_find_context       (TambourReading *reading);

G_END_DECLS
