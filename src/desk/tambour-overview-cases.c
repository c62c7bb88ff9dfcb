/* tambour-overview-cases.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-overview-private.h"

#include "tambour-audit.h"

/**
 * tambour_overview_case_free:
 * @self: a case
 */
void
tambour_overview_case_free (TambourOverviewCase *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->clock, tambour_clock_facts_unref);
  g_clear_pointer (&self->known_issue, g_free);
  g_free (self);
}

/* One that is open matters more than one that is not, a late one more than one in time. */
static guint
rank_of (TambourResponseClock *clock)
{
  switch ((TambourClockState) clock->state)
    {
    case TAMBOUR_CLOCK_STATE_MISSED:
      return tambour_instant_is_stated (clock->stop) ? 3 : 5;
    case TAMBOUR_CLOCK_STATE_RUNNING:
      return 4;
    case TAMBOUR_CLOCK_STATE_PAUSED:
      return 2;
    case TAMBOUR_CLOCK_STATE_MET:
      return 1;
    case TAMBOUR_CLOCK_STATE_CANCELLED:
      break;
    }

  return 0;
}

static TambourResponseClock *
choose_clock (TambourOverviewReading *self,
              TambourCase            *support_case)
{
  TambourResponseClock *found = NULL;

  for (guint i = 0; i < self->facts->clocks->len; i++)
    {
      TambourResponseClock *clock = g_ptr_array_index (self->facts->clocks, i);

      if (g_strcmp0 (clock->case_id.id, tambour_record_get_id (TAMBOUR_RECORD (support_case))) != 0 ||
          clock->state == TAMBOUR_CLOCK_STATE_CANCELLED)
        continue;
      if (found == NULL || rank_of (clock) > rank_of (found) ||
          (rank_of (clock) == rank_of (found) && clock->start.seconds > found->start.seconds))
        found = clock;
    }

  return found;
}

/* Since when, and why, the customer is waited for. */
static gboolean
describe_pause (TambourOverviewReading  *self,
                TambourClockFacts       *facts,
                GError                 **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE_EVENT);
  g_autoptr(GPtrArray) events = NULL;
  TambourCaseEvent *pause;

  if (!tambour_query_where (query, "case_id", TAMBOUR_IS, facts->case_id, error) ||
      !tambour_query_parse (query, "kind = paused or (kind = status and to = waiting_customer)", error) ||
      !tambour_query_order (query, "at", TRUE, error))
    return FALSE;

  tambour_query_limit (query, 1, 0);
  if (!(events = tambour_store_list (self->reading.store, query, self->reading.cancellable, error)))
    return FALSE;

  pause = events->len > 0 ? g_ptr_array_index (events, 0) : NULL;
  facts->paused_since = pause ? pause->at : facts->start;
  facts->pause_text = pause ? g_strdup (pause->text) : NULL;

  return TRUE;
}

static gboolean
describe_clock (TambourOverviewReading  *self,
                TambourOverviewCase     *shown,
                TambourResponseClock    *clock,
                GError                 **error)
{
  TambourOverview *overview = self->overview;
  TambourClockFacts *facts = tambour_clock_facts_new (self->plans, overview->plan->code, clock);
  g_autoptr(TambourContact) reporter = NULL;

  shown->clock = facts;
  facts->number = g_strdup (shown->record->number);
  facts->title = g_strdup (shown->record->title);
  facts->account_name = g_strdup (overview->account->name);
  facts->zone = g_strdup (overview->account->report_tz);
  facts->next_step = g_strdup (shown->record->next_step);

  if (!tambour_account_reading_get (&self->reading, TAMBOUR_TYPE_CONTACT, shown->record->reporter_id.id, &reporter, error))
    return FALSE;

  facts->caller = g_strdup (reporter && reporter->name ? reporter->name : shown->record->reporter_name);
  facts->phone = g_strdup (reporter ? reporter->phone : NULL);

  return facts->state != TAMBOUR_CLOCK_STATE_PAUSED || describe_pause (self, facts, error);
}

static gboolean
add_case (TambourOverviewReading  *self,
          TambourCase             *support_case,
          GError                 **error)
{
  TambourOverviewCase *shown = g_new0 (TambourOverviewCase, 1);
  TambourResponseClock *clock = self->overview->plan ? choose_clock (self, support_case) : NULL;
  g_autoptr(TambourKnownIssue) issue = NULL;

  shown->record = g_object_ref (support_case);
  g_ptr_array_add (self->overview->cases, shown);

  if (clock != NULL && !describe_clock (self, shown, clock, error))
    return FALSE;

  if (!tambour_account_reading_get (&self->reading, TAMBOUR_TYPE_KNOWN_ISSUE, support_case->known_issue_id.id, &issue, error))
    return FALSE;

  shown->known_issue = g_strdup (issue ? issue->title : NULL);

  return TRUE;
}

/* What waits for somebody first, then by priority, then the newest. */
static guint
urgency_of (TambourOverviewReading *self,
            TambourCase            *support_case)
{
  TambourResponseClock *clock = choose_clock (self, support_case);
  guint rank = clock ? rank_of (clock) : 0;

  return rank >= 4 ? rank : 0;
}

static gint
compare_cases (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  TambourCase *first = *(TambourCase * const *) a;
  TambourCase *second = *(TambourCase * const *) b;
  guint one = urgency_of (user_data, first);
  guint two = urgency_of (user_data, second);

  if (one != two)
    return one > two ? -1 : 1;
  if (first->priority != second->priority)
    return first->priority == TAMBOUR_PRIORITY_NONE || (second->priority != TAMBOUR_PRIORITY_NONE && first->priority > second->priority) ? 1 : -1;

  return first->opened_at.seconds > second->opened_at.seconds ? -1 : 1;
}

/**
 * tambour_overview_add_cases:
 * @self: an overview that is read
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_overview_add_cases (TambourOverviewReading  *self,
                            GError                 **error)
{
  g_autoptr(GPtrArray) open = g_ptr_array_copy (self->facts->open_cases, NULL, NULL);

  self->overview->n_cases = open->len;
  g_ptr_array_set_free_func (open, NULL);
  g_ptr_array_sort_with_data (open, compare_cases, self);
  for (guint i = 0; i < MIN (open->len, self->most_cases); i++)
    if (!add_case (self, g_ptr_array_index (open, i), error))
      return FALSE;

  return TRUE;
}
