/* tambour-reports-tally.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-reports-sheet.h"

#include "tambour-account-summary.h"
#include "tambour-plans.h"
#include "tambour-reviews.h"

#define MONTHS_OF_QUARTER 3
#define MONTHS_OF_YEAR    12

/* The figures of all accounts while they are counted. */
typedef struct
{
  TambourStore        *store;
  GCancellable        *cancellable;
  TambourReviewsOrder  order;
  TambourCatalogueSet *plans;
  GHashTable          *tallies;
} Counting;

/* --- quarters ------------------------------------------------------------------ */

static TambourDate
months_later (TambourDate date,
              guint       months)
{
  int year, month, day;
  GDateYear in;

  tambour_date_split (date, &year, &month, &day);
  month += (int) months;
  year += (month - 1) / MONTHS_OF_YEAR;
  month = (month - 1) % MONTHS_OF_YEAR + 1;
  in = (GDateYear) year;

  return tambour_date_new (year, month, MIN (day, g_date_get_days_in_month (month, in)));
}

/**
 * tambour_reports_quarter_begins:
 * @from: the first day of a period
 * @to: the day after its last one
 * @quarter: which, from 0; the one after the last begins on @to
 *
 * Quarters of a year are three months; of anything else, equal parts.
 *
 * Returns: its first day
 */
TambourDate
tambour_reports_quarter_begins (TambourDate from,
                                TambourDate to,
                                guint       quarter)
{
  if (months_later (from, MONTHS_OF_YEAR).julian == to.julian)
    return months_later (from, quarter * MONTHS_OF_QUARTER);

  return (TambourDate) { from.julian + (to.julian - from.julian) * quarter / TAMBOUR_REPORTS_QUARTERS };
}

static guint
find_quarter (TambourFacts *facts,
              const char   *case_id)
{
  TambourCase *support_case = (TambourCase *) tambour_facts_find_record (facts, case_id);
  TambourDate day = tambour_zone_date_of (facts->zone, support_case->opened_at);
  guint quarter = TAMBOUR_REPORTS_QUARTERS - 1;

  while (quarter > 0 && day.julian < tambour_reports_quarter_begins (facts->period.from, facts->period.to, quarter).julian)
    quarter--;

  return quarter;
}

/* --- an account ------------------------------------------------------------------ */

static void
take_answers (TambourReportsTally *self,
              TambourFacts        *facts,
              guint                priority)
{
  const TambourMeasure *share = &facts->service.response[priority].share->now;

  for (guint i = 0; i < share->ids->len; i++)
    self->decided[find_quarter (facts, g_ptr_array_index (share->ids, i))][priority]++;
  for (guint i = 0; i < share->hits->len; i++)
    self->met[find_quarter (facts, g_ptr_array_index (share->hits, i))][priority]++;
}

static void
take_goal (TambourReportsTally *self,
           TambourGoal         *goal)
{
  switch ((TambourGoalStatus) goal->status)
    {
    case TAMBOUR_GOAL_STATUS_DRAFT:
      break;
    case TAMBOUR_GOAL_STATUS_AGREED:
    case TAMBOUR_GOAL_STATUS_ON_TRACK:
    case TAMBOUR_GOAL_STATUS_MET:
      self->n_on_track++;
      break;
    case TAMBOUR_GOAL_STATUS_AT_RISK:
    case TAMBOUR_GOAL_STATUS_MISSED:
      self->n_slipped++;
      break;
    case TAMBOUR_GOAL_STATUS_DROPPED:
      self->n_dropped++;
      break;
    }
}

/* The goals that the review is about, and those that it leaves out with the reason. */
static void
take_goals (TambourReportsTally *self,
            TambourFacts        *facts)
{
  const TambourMeasure *count = &facts->goals.count->now;

  for (guint i = 0; i < count->ids->len; i++)
    take_goal (self, (TambourGoal *) tambour_facts_find_record (facts, g_ptr_array_index (count->ids, i)));
  for (guint i = 0; i < count->excluded->len; i++)
    take_goal (self, (TambourGoal *) tambour_facts_find_record (facts, g_array_index (count->excluded, TambourExcluded, i).id));
}

/**
 * tambour_reports_tally_take:
 * @self: figures
 * @facts: an account's facts, all of them or those of its service
 *
 * Adds what @facts tell.
 */
void
tambour_reports_tally_take (TambourReportsTally *self,
                            TambourFacts        *facts)
{
  for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
    {
      self->cases[priority] += (guint) facts->service.opened[priority]->now.n;
      take_answers (self, facts, priority);
    }

  take_goals (self, facts);
}

/**
 * tambour_reports_tally_add:
 * @self: figures
 * @other: those of another account
 *
 * Adds @other to @self.
 */
void
tambour_reports_tally_add (TambourReportsTally       *self,
                           const TambourReportsTally *other)
{
  for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
    self->cases[priority] += other->cases[priority];

  for (guint quarter = 0; quarter < TAMBOUR_REPORTS_QUARTERS; quarter++)
    for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
      {
        self->met[quarter][priority] += other->met[quarter][priority];
        self->decided[quarter][priority] += other->decided[quarter][priority];
      }

  self->n_on_track += other->n_on_track;
  self->n_slipped += other->n_slipped;
  self->n_dropped += other->n_dropped;
  for (guint level = 0; level < G_N_ELEMENTS (self->health); level++)
    self->health[level] += other->health[level];
}

/* --- all accounts ----------------------------------------------------------------- */

/* What cannot be counted of one account is no reason to tell nothing of the others: the period
 * has not begun where it is, or its zone is unknown. Its review says so when it is written. */
static gboolean
is_of_account (const GError *error)
{
  return g_error_matches (error, TAMBOUR_FACTS_ERROR, TAMBOUR_FACTS_ERROR_PERIOD) ||
         g_error_matches (error, TAMBOUR_FACTS_ERROR, TAMBOUR_FACTS_ERROR_ZONE) ||
         g_error_matches (error, TAMBOUR_FACTS_ERROR, TAMBOUR_FACTS_ERROR_ACCOUNT);
}

static gboolean
count_account (Counting        *self,
               TambourAccount  *account,
               GError         **error)
{
  const char *id = tambour_record_get_id (TAMBOUR_RECORD (account));
  g_autoptr(GError) failure = NULL;
  g_autoptr(TambourFacts) facts = NULL;
  TambourReportsTally *tally;

  facts = tambour_facts_new_for_service (self->store, id, self->order.from, self->order.to,
                                         tambour_reviews_cut_off (self->store, account, &self->order), self->plans,
                                         self->cancellable, &failure);
  if (facts == NULL && !is_of_account (failure))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  tally = g_new0 (TambourReportsTally, 1);
  if (facts != NULL)
    tambour_reports_tally_take (tally, facts);
  g_hash_table_insert (self->tallies, g_strdup (id), tally);

  return TRUE;
}

static gboolean
count_accounts (Counting  *self,
                GError   **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) accounts = tambour_store_list (self->store, query, self->cancellable, error);

  for (guint i = 0; accounts && i < accounts->len; i++)
    if (((TambourAccount *) g_ptr_array_index (accounts, i))->status != TAMBOUR_ACCOUNT_STATUS_CLOSED &&
        !count_account (self, g_ptr_array_index (accounts, i), error))
      return FALSE;

  return accounts != NULL;
}

static gboolean
add_health (Counting        *self,
            TambourInstant   at,
            GError         **error)
{
  g_autoptr(GPtrArray) summaries =
    tambour_account_summary_list (self->store, NULL, TAMBOUR_SUMMARY_HEALTH, at, self->cancellable, error);

  for (guint i = 0; summaries && i < summaries->len; i++)
    {
      const TambourAccountSummary *summary = g_ptr_array_index (summaries, i);
      TambourReportsTally *tally = g_hash_table_lookup (self->tallies, summary->account_id);

      if (tally != NULL)
        tally->health[summary->health] = 1;
    }

  return summaries != NULL;
}

/**
 * tambour_reports_tallies_load:
 * @store: a portfolio
 * @from: the first day of a period
 * @to: the day after its last one
 * @at: the time that is "now", for health
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Counts the figures of all accounts, by the functions of their reviews. Response clocks are
 * replayed, so it takes a while. Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 TambourReportsTally): by account
 */
GHashTable *
tambour_reports_tallies_load (TambourStore    *store,
                              TambourDate      from,
                              TambourDate      to,
                              TambourInstant   at,
                              GCancellable    *cancellable,
                              GError         **error)
{
  g_autoptr(TambourCatalogueSet) plans = tambour_plans_load (store, error);
  g_autoptr(GHashTable) tallies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Counting counting = { store, cancellable, { .from = from, .to = to, .as_of = { TAMBOUR_NEVER } }, plans, tallies };

  if (plans == NULL || !count_accounts (&counting, error) || !add_health (&counting, at, error))
    return NULL;

  return g_steal_pointer (&tallies);
}
