/* tambour-facts-ledger.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <string.h>

typedef enum
{
  COLUMN_START,
  COLUMN_RAISED,
  COLUMN_CLOSED,
  COLUMN_ACCEPTED,
  COLUMN_OPEN,
} Column;

static const TambourDefinition DEFINITIONS[] = {
  [COLUMN_START] = {
    "findings.start", "M41", TAMBOUR_UNIT_COUNT, N_("Findings open at the start"),
    N_("Findings raised before the period and not closed before it"), N_("Findings"),
  },
  [COLUMN_RAISED] = {
    "findings.raised", "M41", TAMBOUR_UNIT_COUNT, N_("Findings raised"),
    N_("Findings raised in the period"), N_("Findings"),
  },
  [COLUMN_CLOSED] = {
    "findings.closed", "M41", TAMBOUR_UNIT_COUNT, N_("Findings closed"),
    N_("Findings closed in the period, fixed or with the risk accepted"), N_("Findings"),
  },
  [COLUMN_ACCEPTED] = {
    "findings.accepted", "M41", TAMBOUR_UNIT_COUNT, N_("Findings with the risk accepted"),
    N_("Findings whose risk was accepted: closed for that in the period, or open all the same at its end"), N_("Findings"),
  },
  [COLUMN_OPEN] = {
    "findings.open", "M41", TAMBOUR_UNIT_COUNT, N_("Findings open"),
    N_("Findings whose status was open at the end of the period: open at the start + raised − closed"), N_("Findings"),
  },
};

#define ANY (-1)

typedef struct
{
  Column column;
  gint   severity; /* of TambourSeverity, or ANY */
} Filter;

static gboolean
is_settled (TambourFinding *finding)
{
  switch ((TambourFindingStatus) finding->status)
    {
    case TAMBOUR_FINDING_STATUS_OPEN:
    case TAMBOUR_FINDING_STATUS_PLANNED:
      return FALSE;

    /* The risk stays for as long as it is accepted, unless somebody closed it. */
    case TAMBOUR_FINDING_STATUS_ACCEPTED:
      return tambour_date_is_stated (finding->closed_on);

    case TAMBOUR_FINDING_STATUS_FIXED:
    case TAMBOUR_FINDING_STATUS_INVALID:
      break;
    }

  return TRUE;
}

static gboolean
is_closed_by (TambourReading *reading,
              TambourFinding *finding,
              TambourDate     before)
{
  return tambour_reading_is_past_day (reading, finding->closed_on) && finding->closed_on.julian < before.julian;
}

/* Counted by status, not by the other columns, so that the ledger can fail to
 * balance: a finding that was settled without a date, or dated and not settled.
 */
static gboolean
is_open_at (TambourReading *reading,
            TambourFinding *finding,
            TambourDate     before)
{
  if (is_settled (finding))
    return tambour_date_is_stated (finding->closed_on) && !is_closed_by (reading, finding, before);

  return TRUE;
}

static gboolean
takes (TambourReading      *reading,
       const TambourPeriod *period,
       TambourFinding      *finding,
       Column               column)
{
  if (!tambour_reading_is_past_day (reading, finding->raised_on) || finding->raised_on.julian >= period->to.julian)
    return FALSE;

  switch (column)
    {
    case COLUMN_START:
      return finding->raised_on.julian < period->from.julian && !is_closed_by (reading, finding, period->from);

    case COLUMN_RAISED:
      return finding->raised_on.julian >= period->from.julian;

    case COLUMN_CLOSED:
      return is_closed_by (reading, finding, period->to) && !is_closed_by (reading, finding, period->from);

    case COLUMN_ACCEPTED:
      return finding->status == TAMBOUR_FINDING_STATUS_ACCEPTED && !is_closed_by (reading, finding, period->from);

    case COLUMN_OPEN:
      return is_open_at (reading, finding, period->to);
    }

  g_assert_not_reached ();
}

static void
measure_column (TambourReading      *reading,
                const TambourPeriod *period,
                gconstpointer        data,
                TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_FINDING);
  const Filter *filter = data;

  if (list->len == 0 && tambour_reading_list (reading, TAMBOUR_TYPE_AUDIT)->len == 0)
    {
      tambour_measure_refuse (measure, N_("No audit is recorded"));
      return;
    }

  for (guint i = 0; i < list->len; i++)
    {
      TambourFinding *finding = g_ptr_array_index (list, i);

      if ((filter->severity != ANY && finding->severity != (guint) filter->severity) ||
          !takes (reading, period, finding, filter->column))
        continue;
      if (finding->status == TAMBOUR_FINDING_STATUS_INVALID)
        tambour_measure_exclude (measure, TAMBOUR_RECORD (finding)->id, N_("Not valid"));
      else
        tambour_measure_count (measure, TAMBOUR_RECORD (finding)->id);
    }

  tambour_measure_set_count (measure);
}

static TambourFact *
add_column (TambourReading *reading,
            Column          column,
            gint            severity)
{
  const Filter filter = { column, severity };

  return tambour_reading_add (reading, &DEFINITIONS[column],
                              severity == ANY ? NULL : tambour_choice_nick (TAMBOUR_TYPE_SEVERITY, severity), NULL,
                              measure_column, &filter);
}

static void
count_ledger (TambourReading    *reading,
              TambourLedgerFact *ledger,
              gint               severity)
{
  ledger->start = add_column (reading, COLUMN_START, severity);
  ledger->raised = add_column (reading, COLUMN_RAISED, severity);
  ledger->closed = add_column (reading, COLUMN_CLOSED, severity);
  ledger->accepted = add_column (reading, COLUMN_ACCEPTED, severity);
  ledger->open = add_column (reading, COLUMN_OPEN, severity);
  ledger->balances = ledger->start->now.n + ledger->raised->now.n - ledger->closed->now.n == ledger->open->now.n;
}

static gint
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const TambourFindingFact *first = a;
  const TambourFindingFact *second = b;
  gint order = (gint) second->severity - (gint) first->severity;

  if (order == 0)
    order = tambour_compare_dates (first->raised_on, second->raised_on);

  return order ? order : strcmp (first->id, second->id);
}

static void
list_open (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_FINDING);
  guint32 end = MIN (facts->period.to.julian - 1, tambour_reading_today (reading).julian);

  for (guint i = 0; i < list->len; i++)
    {
      TambourFinding *finding = g_ptr_array_index (list, i);
      TambourFindingFact fact = {
        TAMBOUR_RECORD (finding)->id, finding->title, finding->section, finding->severity, finding->raised_on,
        (gint64) end - finding->raised_on.julian, finding->owner, finding->due,
        finding->status == TAMBOUR_FINDING_STATUS_ACCEPTED, finding->accepted_by, finding->accepted_until,
        finding->text,
      };

      if (finding->status != TAMBOUR_FINDING_STATUS_INVALID &&
          takes (reading, &facts->period, finding, COLUMN_OPEN))
        g_array_append_val (facts->audits.open, fact);
    }

  g_array_sort (facts->audits.open, compare_findings);
}

/**
 * tambour_facts_count_findings:
 * @reading: a reading
 *
 * Counts the ledger of findings, by severity and in all, and lists what is
 * open (METRICS.md M41).
 */
void
tambour_facts_count_findings (TambourReading *reading)
{
  TambourAuditFacts *audits = &reading->facts->audits;

  count_ledger (reading, &audits->ledger, ANY);
  for (guint severity = 0; severity < TAMBOUR_N_SEVERITIES; severity++)
    count_ledger (reading, &audits->by_severity[severity], severity);

  list_open (reading);
}
