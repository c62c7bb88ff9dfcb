/* tambour-facts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The year before has to be known from its first month on, in days. */
#define FIRST_MONTH  31
#define DAYS_OF_YEAR 365.2425

G_DEFINE_QUARK (tambour-facts-error-quark, tambour_facts_error)

/* --- the period ----------------------------------------------------------- */

/* The same day a year before; 29 February is 28 February then. */
static TambourDate
year_before (TambourDate date)
{
  int year, month, day;

  tambour_date_split (date, &year, &month, &day);
  if (month == 2 && day == 29 && !g_date_is_leap_year (year - 1))
    day = 28;

  return tambour_date_new (year - 1, month, day);
}

static TambourPeriod
make_period (GTimeZone   *zone,
             TambourDate  from,
             TambourDate  to)
{
  return (TambourPeriod) {
    .from = from,
    .to = to,
    .start = tambour_zone_start_of_day (zone, from),
    .end = tambour_zone_start_of_day (zone, to),
  };
}

static gboolean
set_period (TambourFacts  *self,
            TambourDate    from,
            TambourDate    to,
            GError       **error)
{
  const char *zone = self->account->report_tz ? self->account->report_tz : "UTC";

  self->zone = tambour_zone_lookup (zone);
  if (self->zone == NULL)
    {
      g_set_error (error, TAMBOUR_FACTS_ERROR, TAMBOUR_FACTS_ERROR_ZONE,
                   _("“%s” has the time zone “%s”, which is unknown; correct it in the account"),
                   self->account->name, zone);
      return FALSE;
    }

  self->period = make_period (self->zone, from, to);
  if (!tambour_date_is_stated (from) || from.julian >= to.julian ||
      self->period.start.seconds > self->as_of.seconds)
    {
      g_set_error_literal (error, TAMBOUR_FACTS_ERROR, TAMBOUR_FACTS_ERROR_PERIOD,
                           _("The period is empty or has not begun; give its first day and the day after its last one"));
      return FALSE;
    }

  self->earlier = make_period (self->zone, year_before (from), year_before (to));
  self->part_year = self->earlier.to.julian != from.julian || self->period.end.seconds > self->as_of.seconds;

  return TRUE;
}

/* --- who ------------------------------------------------------------------ */

/* The day on which the first agreement began; not stated without agreements. */
static TambourDate
first_agreement_day (TambourReading *reading)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_AGREEMENT);
  TambourDate first = { 0 };

  for (guint i = 0; i < list->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (list, i);

      if (tambour_date_is_stated (agreement->start) &&
          (!tambour_date_is_stated (first) || agreement->start.julian < first.julian))
        first = agreement->start;
    }

  return first;
}

/* Without agreements the records decide: those of a whole year before have to
 * reach back to its first month. */
static gboolean
has_earlier_records (TambourReading *reading)
{
  TambourInstant first = tambour_reading_first_opening (reading);

  return tambour_instant_is_stated (first) &&
         first.seconds < reading->facts->earlier.start.seconds + FIRST_MONTH * TAMBOUR_DAY;
}

static const char *
find_prior_reason (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  TambourDate first = first_agreement_day (reading);

  if (facts->part_year)
    return N_("Part of a year: it is not compared with a year");
  if (!tambour_date_is_stated (first))
    return has_earlier_records (reading) ? NULL : N_("The records do not reach back a whole year before the period");
  if (first.julian >= facts->period.from.julian)
    return N_("First agreement year: no earlier figure to compare");
  if (facts->uncovered_days > FIRST_MONTH)
    return N_("No agreement covers the whole period: it is not compared with a year");
  if (first.julian >= facts->earlier.from.julian + FIRST_MONTH)
    return N_("The agreement does not reach back a whole year before the period");

  return tambour_reading_uncovered_days (reading, &facts->earlier) <= FIRST_MONTH ? NULL :
         N_("No agreement covers the whole year before the period");
}

/* Years since the first agreement began, the one that the period ends in counted. */
static guint
count_agreement_years (TambourFacts *facts,
                       TambourDate   first)
{
  gint64 days = facts->period.to.julian - 1 - first.julian;

  return tambour_date_is_stated (first) && days >= 0 ? (guint) (days / DAYS_OF_YEAR) + 1 : 0;
}

static void
set_prior (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  TambourDate first = first_agreement_day (reading);

  if (tambour_date_is_stated (first))
    facts->uncovered_days = tambour_reading_uncovered_days (reading, &facts->period);

  facts->prior_reason = find_prior_reason (reading);
  facts->has_prior = facts->prior_reason == NULL;
  facts->first_year = tambour_date_is_stated (first) && first.julian >= facts->period.from.julian;
  facts->part_year = facts->part_year || facts->uncovered_days > FIRST_MONTH;
  facts->agreement_year = count_agreement_years (facts, first);
}

/* The product that most cases of the period are about; of equals the first by name. */
static const char *
find_product (TambourReading *reading)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *found = NULL;
  guint most = 0;

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);
      const char *product = state->support_case->product;
      guint n;

      if (product == NULL || !tambour_case_state_opened_in (state, &reading->facts->period))
        continue;

      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, product)) + 1;
      g_hash_table_insert (counts, (gpointer) product, GUINT_TO_POINTER (n));
      if (n > most || (n == most && strcmp (product, found) < 0))
        {
          most = n;
          found = product;
        }
    }

  return found;
}

static TambourContact *
find_sponsor (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_CONTACT);
  TambourContact *found = NULL;

  if (facts->agreement != NULL)
    found = tambour_reading_find (reading, TAMBOUR_TYPE_CONTACT, facts->agreement->sponsor_id.id);

  for (guint i = 0; found == NULL && i < list->len; i++)
    {
      TambourContact *contact = g_ptr_array_index (list, i);

      if (contact->role == TAMBOUR_CONTACT_ROLE_EXEC_SPONSOR && !tambour_date_is_stated (contact->left_on))
        found = contact;
    }

  return found;
}

static void
set_people (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  TambourDate last = { facts->period.to.julian - 1 };
  TambourAgreement *agreement = tambour_reading_agreement_of (reading, &facts->period);
  TambourCatalogue *catalogue = tambour_reading_catalogue_at (reading, tambour_zone_start_of_day (facts->zone, last));
  TambourPlan *plan = NULL;

  g_set_object (&facts->agreement, agreement);
  if (agreement != NULL)
    {
      facts->review_on = agreement->review_on;
      plan = tambour_reading_find (reading, TAMBOUR_TYPE_PLAN, agreement->plan_id.id);
    }
  if (plan == NULL)
    plan = tambour_reading_find (reading, TAMBOUR_TYPE_PLAN, facts->account->plan_id.id);

  g_set_object (&facts->plan, plan);
  if (plan != NULL && catalogue != NULL && plan->code != NULL)
    facts->plan_name = tambour_catalogue_plan_name (catalogue, plan->code);
  if (plan != NULL && facts->plan_name == NULL)
    facts->plan_name = plan->name;

  g_set_object (&facts->sponsor, find_sponsor (reading));
  g_set_object (&facts->tam, tambour_reading_tam_on (reading, last));
  facts->product = find_product (reading);
}

/* --- making and freeing --------------------------------------------------- */

static void
clear_resolve (gpointer data)
{
  TambourResolveFact *resolve = data;

  g_clear_pointer (&resolve->hours, g_array_unref);
  g_clear_pointer (&resolve->case_ids, g_ptr_array_unref);
}

static TambourFacts *
allocate (void)
{
  TambourFacts *self = g_new0 (TambourFacts, 1);

  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_fact_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->catalogues = g_ptr_array_new_with_free_func (g_object_unref);
  self->p1_days = g_array_new (FALSE, FALSE, sizeof (TambourDate));
  self->service.months = g_array_new (FALSE, FALSE, sizeof (TambourMonthFact));
  self->service.channels = g_array_new (FALSE, FALSE, sizeof (TambourFact *));
  self->service.by_channel = g_array_new (FALSE, FALSE, sizeof (TambourResponseFact));
  self->service.causes = g_array_new (FALSE, FALSE, sizeof (TambourCauseFact));
  self->service.outages = g_array_new (FALSE, FALSE, sizeof (TambourOutageFact));
  self->continuity.escalations = g_array_new (FALSE, FALSE, sizeof (TambourEscalationFact));
  self->goals.goals = g_array_new (FALSE, FALSE, sizeof (TambourGoalFact));
  self->goals.commitments = g_array_new (FALSE, FALSE, sizeof (TambourCommitmentFact));
  self->usage.coverage = g_array_new (FALSE, FALSE, sizeof (double));
  self->usage.groups = g_array_new (FALSE, FALSE, sizeof (TambourGroupFact));
  self->usage.devices = g_array_new (FALSE, FALSE, sizeof (TambourDevicesFact));
  self->usage.rollouts = g_array_new (FALSE, FALSE, sizeof (TambourRolloutFact));
  self->usage.goal = NAN;
  self->audits.goal = NAN;
  self->usage.insights = g_array_new (FALSE, FALSE, sizeof (TambourInsightFact));
  self->usage.known_issues = g_array_new (FALSE, FALSE, sizeof (TambourKnownIssueFact));
  self->audits.audits = g_array_new (FALSE, FALSE, sizeof (TambourAuditFact));
  self->audits.sections = g_array_new (FALSE, FALSE, sizeof (TambourSectionFact));
  self->audits.open = g_array_new (FALSE, FALSE, sizeof (TambourFindingFact));
  self->requests.requests = g_array_new (FALSE, FALSE, sizeof (TambourRequestFact));
  self->enablement.take_up = g_array_new (FALSE, FALSE, sizeof (TambourTakeUpFact));
  self->enablement.trainings = g_array_new (FALSE, FALSE, sizeof (TambourTrainingFact));
  self->enablement.planned = g_array_new (FALSE, FALSE, sizeof (TambourTrainingFact));
  self->enablement.practices = g_array_new (FALSE, FALSE, sizeof (TambourPracticeFact));
  self->value.agreements = g_array_new (FALSE, FALSE, sizeof (TambourAgreementFact));
  self->value.lines = g_array_new (FALSE, FALSE, sizeof (TambourValueLine));
  self->value.not_counted = g_array_new (FALSE, FALSE, sizeof (TambourNotCountedFact));
  self->value.rates = g_array_new (FALSE, FALSE, sizeof (TambourRateFact));
  self->plans.projects = g_array_new (FALSE, FALSE, sizeof (TambourProjectFact));
  self->plans.decisions = g_array_new (FALSE, FALSE, sizeof (TambourDecisionFact));
  self->plans.steps = g_array_new (FALSE, FALSE, sizeof (TambourStepFact));

  return self;
}

static TambourAccount *
get_account (TambourStore  *store,
             const char    *id,
             GError       **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GError) failure = NULL;
  TambourRecord *account = tambour_store_get (store, klass, id, &failure);

  if (account != NULL)
    return (TambourAccount *) account;

  if (failure == NULL || g_error_matches (failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND))
    g_set_error (error, TAMBOUR_FACTS_ERROR, TAMBOUR_FACTS_ERROR_ACCOUNT,
                 _("There is no account “%s” in the portfolio"), id);
  else
    g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static void
count_everything (TambourReading *reading)
{
  tambour_facts_count_value (reading);
  tambour_facts_count_cases (reading);
  tambour_facts_count_responses (reading);
  tambour_facts_count_resolved (reading);
  tambour_facts_count_causes (reading);
  tambour_facts_count_quality (reading);
  tambour_facts_count_outages (reading);
  tambour_facts_count_continuity (reading);
  tambour_facts_count_calls (reading);
  tambour_facts_count_goals (reading);
  tambour_facts_count_usage (reading);
  tambour_facts_count_activity (reading);
  tambour_facts_count_issues (reading);
  tambour_facts_count_audits (reading);
  tambour_facts_count_findings (reading);
  tambour_facts_count_requests (reading);
  tambour_facts_count_learning (reading);
  tambour_facts_count_entitlements (reading);
  tambour_facts_count_plans (reading);
  tambour_facts_find_context (reading);
}

/* What value is computed from, and what was accepted. */
static void
count_for_value (TambourReading *reading)
{
  tambour_facts_count_value (reading);
  tambour_facts_count_opened (reading);
  tambour_facts_count_outages (reading);
  tambour_facts_count_activity (reading);
  tambour_facts_count_issues (reading);
  tambour_facts_count_surveys (reading);
}

static void
count (TambourReading *reading)
{
  set_prior (reading);
  set_people (reading);
  if (reading->only_value)
    count_for_value (reading);
  else
    count_everything (reading);
}

static TambourFacts *
make (TambourStore         *store,
      const char           *account_id,
      const TambourPeriod  *days,
      TambourInstant        as_of,
      TambourCatalogueSet  *plans,
      gboolean              only_value,
      GCancellable         *cancellable,
      GError              **error)
{
  g_autoptr(TambourFacts) self = allocate ();
  g_autoptr(TambourReading) reading = NULL;

  self->as_of = as_of;
  self->account = get_account (store, account_id, error);
  if (self->account == NULL || !set_period (self, days->from, days->to, error))
    return NULL;

  reading = tambour_reading_new (self, store, plans, only_value, cancellable, error);
  if (reading == NULL)
    return NULL;

  count (reading);
  g_clear_pointer (&reading, tambour_reading_free);

  return g_steal_pointer (&self);
}

/**
 * tambour_facts_new:
 * @store: a store
 * @account_id: the account
 * @from: the first day of the period
 * @to: the day after its last one
 * @as_of: the cut-off: what was recorded later does not exist
 * @plans: (nullable): the versions of the plans, for response targets and the TAM's hours
 * @cancellable: (nullable): to stop reading
 * @error: return location
 *
 * Counts every figure of a review (METRICS.md) from one state of the
 * portfolio. Neither clock nor locale has a part in it: the same records give
 * the same facts. Blocks; may be called from any thread.
 *
 * Returns: (transfer full) (nullable): the facts, or %NULL on error
 */
TambourFacts *
tambour_facts_new (TambourStore         *store,
                   const char           *account_id,
                   TambourDate           from,
                   TambourDate           to,
                   TambourInstant        as_of,
                   TambourCatalogueSet  *plans,
                   GCancellable         *cancellable,
                   GError              **error)
{
  const TambourPeriod days = { .from = from, .to = to };

  g_return_val_if_fail (TAMBOUR_IS_STORE (store), NULL);
  g_return_val_if_fail (account_id != NULL, NULL);

  return make (store, account_id, &days, as_of, plans, FALSE, cancellable, error);
}

/**
 * tambour_facts_new_for_value:
 * @store: a store
 * @account_id: the account
 * @from: the first day of the period
 * @to: the day after its last one
 * @as_of: the cut-off
 * @cancellable: (nullable): to stop reading
 * @error: return location
 *
 * Counts only the figures that value is computed from: cases opened, outage time,
 * infected devices and known issues avoided (METRICS.md M01, M13, M31, M43), by the
 * functions of the review, the value itself, and what customers said (M16). Blocks; may be called from any thread.
 *
 * Returns: (transfer full) (nullable): the facts, without those of other subjects, or
 *   %NULL on error
 */
TambourFacts *
tambour_facts_new_for_value (TambourStore    *store,
                             const char      *account_id,
                             TambourDate      from,
                             TambourDate      to,
                             TambourInstant   as_of,
                             GCancellable    *cancellable,
                             GError         **error)
{
  const TambourPeriod days = { .from = from, .to = to };

  g_return_val_if_fail (TAMBOUR_IS_STORE (store), NULL);
  g_return_val_if_fail (account_id != NULL, NULL);

  return make (store, account_id, &days, as_of, NULL, TRUE, cancellable, error);
}

/**
 * tambour_facts_new_frozen:
 * @frozen: the records as they were once
 * @from: the first day of the period
 * @to: the day after its last one
 * @as_of: the cut-off
 * @plans: (nullable): the versions of the plans, as they were then
 * @error: return location
 *
 * Counts every figure of a review from a snapshot, by the functions that count it from
 * the portfolio: whatever happens to that, these facts stay. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the facts, or %NULL on error
 */
TambourFacts *
tambour_facts_new_frozen (TambourFrozen        *frozen,
                          TambourDate           from,
                          TambourDate           to,
                          TambourInstant        as_of,
                          TambourCatalogueSet  *plans,
                          GError              **error)
{
  g_autoptr(TambourFacts) self = allocate ();
  g_autoptr(TambourReading) reading = NULL;

  g_return_val_if_fail (frozen != NULL, NULL);

  self->as_of = as_of;
  self->account = g_object_ref (frozen->account);
  if (!set_period (self, from, to, error))
    return NULL;

  reading = tambour_reading_new_frozen (self, frozen, plans);
  count (reading);
  g_clear_pointer (&reading, tambour_reading_free);

  return g_steal_pointer (&self);
}

static void
free_tables (TambourFacts *self)
{
  GArray **tables[] = {
    &self->p1_days, &self->service.months, &self->service.channels, &self->service.by_channel,
    &self->service.causes, &self->service.outages, &self->continuity.escalations, &self->goals.goals,
    &self->goals.commitments, &self->usage.coverage, &self->usage.groups, &self->usage.devices,
    &self->usage.insights, &self->usage.rollouts, &self->usage.known_issues, &self->audits.audits, &self->audits.sections,
    &self->audits.open, &self->requests.requests, &self->enablement.take_up, &self->enablement.trainings,
    &self->enablement.planned, &self->enablement.practices, &self->value.agreements,
    &self->value.lines, &self->value.not_counted, &self->value.rates, &self->plans.projects,
    &self->plans.decisions, &self->plans.steps,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_clear_pointer (tables[i], g_array_unref);
}

/**
 * tambour_facts_free:
 * @self: facts
 *
 * Frees @self with its figures and the records that they lend texts from.
 */
void
tambour_facts_free (TambourFacts *self)
{
  for (guint i = 0; i < TAMBOUR_N_PRIORITIES; i++)
    clear_resolve (&self->service.resolve[i]);
  clear_resolve (&self->service.resolve_all);
  free_tables (self);

  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->records_by_id, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->account);
  g_clear_object (&self->agreement);
  g_clear_object (&self->plan);
  g_clear_object (&self->sponsor);
  g_clear_object (&self->tam);
  g_clear_pointer (&self->catalogues, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_facts_find:
 * @self: facts
 * @key: such as "cases.opened.p1"
 *
 * Returns: (transfer none) (nullable): the figure with that key
 */
TambourFact *
tambour_facts_find (TambourFacts *self,
                    const char   *key)
{
  return g_hash_table_lookup (self->by_key, key);
}

/**
 * tambour_facts_find_record:
 * @self: facts
 * @id: (nullable): what a figure was counted from, or what such a record refers to
 *
 * Returns: (transfer none) (nullable): the record, if it was read for the facts
 */
TambourRecord *
tambour_facts_find_record (TambourFacts *self,
                           const char   *id)
{
  return id != NULL && self->records_by_id != NULL ? g_hash_table_lookup (self->records_by_id, id) : NULL;
}
