/* tambour-reports-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-case.h"
#include "tambour-reports-text.h"
#include "tambour-when.h"

/* The words of the place of reports. */

/* Of fewer there is no percentage (METRICS.md). */
#define FEW 10

/**
 * tambour_reports_text_column:
 * @column: of the table
 *
 * Returns: its heading
 */
const char *
tambour_reports_text_column (TambourReadinessColumn column)
{
  switch (column)
    {
    case TAMBOUR_READINESS_GOALS:
      return C_("reports", "Goals");
    case TAMBOUR_READINESS_AUDIT:
      return C_("reports", "Audit");
    case TAMBOUR_READINESS_USAGE:
      return C_("reports", "Usage");
    case TAMBOUR_READINESS_VALUE:
      return C_("reports", "Value");
    case TAMBOUR_READINESS_NARRATIVE:
      return C_("reports", "Narrative");
    case TAMBOUR_READINESS_SPONSOR:
      return C_("reports", "Sponsor");
    }

  g_assert_not_reached ();
}

static gboolean
is_year (TambourDate from,
         TambourDate to)
{
  int year, month, day;
  int last_year, last_month, last_day;

  tambour_date_split (from, &year, &month, &day);
  tambour_date_split (to, &last_year, &last_month, &last_day);

  return last_year == year + 1 && last_month == month && last_day == day;
}

static char *
dup_day (TambourDate date)
{
  /* Always with its year: no day is near the day itself. */
  return tambour_when_date (date, (TambourDate) { 0 });
}

/**
 * tambour_reports_text_period:
 * @from: the first day
 * @to: the day after the last one
 *
 * Returns: (transfer full): “12 months to 30 Nov 2026”
 */
char *
tambour_reports_text_period (TambourDate from,
                             TambourDate to)
{
  g_autofree char *first = dup_day (from);
  g_autofree char *last = dup_day ((TambourDate) { to.julian - 1 });

  if (is_year (from, to))
    /* Translators: %s is a day with its year */
    return g_strdup_printf (_("12 months to %s"), last);

  /* Translators: two days, each with its year */
  return g_strdup_printf (_("%s to %s"), first, last);
}

/**
 * tambour_reports_text_cases:
 * @tally: figures
 *
 * Returns: how many cases were opened
 */
guint
tambour_reports_text_cases (const TambourReportsTally *tally)
{
  guint n = 0;

  for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
    n += tally->cases[priority];

  return n;
}

/**
 * tambour_reports_text_priorities:
 * @tally: figures
 *
 * Returns: (transfer full): “8 P1, 84 P2, 163 P3”
 */
char *
tambour_reports_text_priorities (const TambourReportsTally *tally)
{
  if (tally->cases[0] > 0)
    /* Translators: how many cases there are of each priority, and how many without one */
    return g_strdup_printf (_("%u P1, %u P2, %u P3, %u without"), tally->cases[TAMBOUR_PRIORITY_P1], tally->cases[TAMBOUR_PRIORITY_P2],
                            tally->cases[TAMBOUR_PRIORITY_P3], tally->cases[0]);

  /* Translators: how many cases there are of each priority */
  return g_strdup_printf (_("%u P1, %u P2, %u P3"), tally->cases[TAMBOUR_PRIORITY_P1], tally->cases[TAMBOUR_PRIORITY_P2],
                          tally->cases[TAMBOUR_PRIORITY_P3]);
}

static guint
sum (guint figures[TAMBOUR_REPORTS_QUARTERS][TAMBOUR_N_PRIORITIES],
     int   only)
{
  guint n = 0;

  for (guint quarter = 0; quarter < TAMBOUR_REPORTS_QUARTERS; quarter++)
    for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
      if (only < 0 || (int) priority == only)
        n += figures[quarter][priority];

  return n;
}

static char *
dup_late (guint late,
          guint urgent)
{
  if (late == 0)
    return g_strdup (_("none late"));
  if (urgent == 0)
    /* Translators: how many answers came late; P1 is the highest priority */
    return g_strdup_printf (ngettext ("%u late, none of them P1", "%u late, none of them P1", late), late);

  /* Translators: how many answers came late, and how many of these were of the highest priority */
  return g_strdup_printf (ngettext ("%u late, %u of them P1", "%u late, %u of them P1", late), late, urgent);
}

/**
 * tambour_reports_text_answers:
 * @tally: figures
 * @remark: (out): how many came late
 *
 * Returns: (transfer full): the share of first answers in target; of fewer than ten, how many of
 *   how many
 */
char *
tambour_reports_text_answers (const TambourReportsTally  *tally,
                              char                      **remark)
{
  TambourReportsTally copy = *tally;
  guint decided = sum (copy.decided, -1);
  guint met = sum (copy.met, -1);
  guint urgent = sum (copy.decided, TAMBOUR_PRIORITY_P1) - sum (copy.met, TAMBOUR_PRIORITY_P1);
  double percent = decided > 0 ? 100.0 * met / decided : 0;

  if (decided == 0)
    {
      *remark = g_strdup (_("none was due"));
      return g_strdup ("–");
    }

  *remark = dup_late (decided - met, urgent);
  if (decided < FEW)
    /* Translators: how many of how many */
    return g_strdup_printf (_("%u of %u"), met, decided);
  if (met == decided)
    /* Translators: a whole percentage */
    return g_strdup_printf (_("%.0f %%"), percent);

  /* Not all is never 100 %. */
  /* Translators: a percentage with one decimal */
  return g_strdup_printf (_("%.1f %%"), MIN (percent, 99.9));
}

/**
 * tambour_reports_text_goals:
 * @tally: figures
 * @remark: (out): how many are not on track
 *
 * Returns: (transfer full): “17 of 22”
 */
char *
tambour_reports_text_goals (const TambourReportsTally  *tally,
                            char                      **remark)
{
  guint all = tally->n_on_track + tally->n_slipped + tally->n_dropped;

  if (all == 0)
    {
      *remark = g_strdup (_("none is agreed"));
      return g_strdup ("–");
    }

  if (tally->n_slipped + tally->n_dropped == 0)
    *remark = g_strdup (_("none slipped"));
  else
    /* Translators: how many goals slipped, and how many were given up */
    *remark = g_strdup_printf (_("%u slipped, %u dropped"), tally->n_slipped, tally->n_dropped);

  return g_strdup_printf (_("%u of %u"), tally->n_on_track, all);
}

/**
 * tambour_reports_text_health:
 * @tally: figures
 * @remark: (out): how many are not in good health
 *
 * Returns: (transfer full): “4 of 7”
 */
char *
tambour_reports_text_health (const TambourReportsTally  *tally,
                             char                      **remark)
{
  guint attention = tally->health[TAMBOUR_HEALTH_ATTENTION];
  guint risk = tally->health[TAMBOUR_HEALTH_RISK];
  guint good = tally->health[TAMBOUR_HEALTH_GOOD];

  if (good + attention + risk == 0)
    {
      *remark = g_strdup (_("not known of any"));
      return g_strdup ("–");
    }

  if (attention + risk == 0)
    *remark = g_strdup (_("none needs attention"));
  else
    /* Translators: how many accounts need attention, and how many are at risk */
    *remark = g_strdup_printf (_("%u need attention, %u at risk"), attention, risk);

  return g_strdup_printf (_("%u of %u"), good, good + attention + risk);
}

/**
 * tambour_reports_text_quarter:
 * @from: the first day of the period
 * @to: the day after its last one
 * @quarter: which, from 0
 *
 * Returns: (transfer full): “Dec–Feb”
 */
char *
tambour_reports_text_quarter (TambourDate from,
                              TambourDate to,
                              guint       quarter)
{
  TambourDate end = tambour_reports_quarter_begins (from, to, quarter + 1);
  g_autofree char *first = tambour_when_month (tambour_reports_quarter_begins (from, to, quarter));
  g_autofree char *last = tambour_when_month ((TambourDate) { end.julian - 1 });

  /* Translators: two months, such as Dec–Feb */
  return g_str_equal (first, last) ? g_steal_pointer (&first) : g_strdup_printf (_("%s–%s"), first, last);
}

/**
 * tambour_reports_text_chosen:
 * @n_chosen: how many are chosen
 * @n_work: how many need work first
 *
 * Returns: (transfer full): “4 chosen; 2 need work first”
 */
char *
tambour_reports_text_chosen (guint n_chosen,
                             guint n_work)
{
  g_autofree char *chosen = n_chosen > 0 ? g_strdup_printf (ngettext ("%u chosen", "%u chosen", n_chosen), n_chosen)
                                         : g_strdup (_("None chosen"));
  g_autofree char *work = g_strdup_printf (ngettext ("%u needs work first", "%u need work first", n_work), n_work);

  if (n_work == 0)
    return g_steal_pointer (&chosen);

  /* Translators: two remarks, such as “4 chosen” and “2 need work first” */
  return g_strdup_printf (_("%s; %s"), chosen, work);
}

static char *
write_page (TambourReportsItem *item)
{
  guint n_pages;
  guint page = tambour_reports_item_get_page (item, &n_pages);

  if (page == 0)
    return g_strdup (_("Writing"));

  /* Translators: which of how many pages of a report is written */
  return g_strdup_printf (_("Page %u of %u"), page, n_pages);
}

/**
 * tambour_reports_text_state:
 * @item: an account
 *
 * Returns: (transfer full): how far its report is
 */
char *
tambour_reports_text_state (TambourReportsItem *item)
{
  const TambourReportsLine *line = tambour_reports_item_get_line (item);
  const TambourReadiness *readiness = line->readiness;

  switch (tambour_reports_item_get_stage (item))
    {
    case TAMBOUR_REPORT_STAGE_WAITING:
      return g_strdup (_("Waiting"));
    case TAMBOUR_REPORT_STAGE_WRITING:
      return write_page (item);
    case TAMBOUR_REPORT_STAGE_EXPORTED:
      return g_strdup (_("Exported"));
    case TAMBOUR_REPORT_STAGE_FAILED:
      return g_strdup (_("Failed"));
    case TAMBOUR_REPORT_STAGE_NONE:
      break;
    }

  if (!readiness->in_plan)
    /* Translators: %s is the name of a support plan that has no such report */
    return g_strdup_printf (_("Not in %s"), readiness->plan && readiness->plan->name ? readiness->plan->name : _("the Plan"));
  if (line->n_work > 0)
    return g_strdup_printf (ngettext ("%u to Finish", "%u to Finish", line->n_work), line->n_work);
  if (readiness->report == NULL)
    return g_strdup (_("Ready"));

  return g_strdup (readiness->report->state == TAMBOUR_REPORT_STATE_FINAL ? _("Finished") : C_("report", "Draft"));
}

/**
 * tambour_reports_text_cell:
 * @readiness: of an account
 * @column: what of it
 *
 * Returns: (transfer full): “Goals: No goal is agreed”
 */
char *
tambour_reports_text_cell (const TambourReadiness *readiness,
                           TambourReadinessColumn  column)
{
  const TambourReadinessCell *cell = &readiness->cells[column];
  const char *title = tambour_reports_text_column (column);

  if (cell->needed == 0)
    /* Translators: %s is what a report would need, such as Goals */
    return g_strdup_printf (_("%s: not needed"), title);
  if (cell->done >= cell->needed)
    /* Translators: %s is what a report needs, such as Goals */
    return g_strdup_printf (_("%s: complete"), title);
  if (cell->needed == 1)
    /* Translators: what a report needs, such as Goals, and what is missing */
    return g_strdup_printf (_("%s: %s"), title, cell->sentence ? cell->sentence : _("missing"));

  /* Translators: what a report needs, such as Goals, how many of how many there are, and what is missing first */
  return g_strdup_printf (_("%s, %u of %u: %s"), title, cell->done, cell->needed, cell->sentence ? cell->sentence : _("missing"));
}

/**
 * tambour_reports_text_row:
 * @item: an account
 *
 * Returns: (transfer full): all that its row says, for those who hear it
 */
char *
tambour_reports_text_row (TambourReportsItem *item)
{
  const TambourReportsLine *line = tambour_reports_item_get_line (item);
  g_autofree char *state = tambour_reports_text_state (item);
  g_autofree char *cases = tambour_when_number (line->readiness->n_cases);
  g_autoptr(GString) text = g_string_new (tambour_reports_item_get_name (item));

  if (line->tam != NULL && line->tam->name != NULL)
    g_string_append_printf (text, ", %s", line->tam->name);

  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%s case", "%s cases", (gulong) line->readiness->n_cases), cases);
  for (guint i = 0; line->readiness->in_plan && i < TAMBOUR_N_READINESS_COLUMNS; i++)
    if (line->readiness->cells[i].done < line->readiness->cells[i].needed)
      {
        g_autofree char *cell = tambour_reports_text_cell (line->readiness, i);

        g_string_append_printf (text, ", %s", cell);
      }

  g_string_append_printf (text, ", %s", state);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tambour_reports_text_left:
 * @seconds: until the batch is done
 *
 * Returns: (transfer full): “about 40 s left”
 */
char *
tambour_reports_text_left (gint64 seconds)
{
  gint64 minutes = (seconds + 30) / 60;

  if (seconds < 90)
    {
      guint shown = seconds < 10 ? (guint) MAX (seconds, 1) : (guint) (seconds / 5 * 5);

      /* Translators: seconds, shortened */
      return g_strdup_printf (ngettext ("about %u s left", "about %u s left", shown), shown);
    }

  /* Translators: minutes, shortened */
  return g_strdup_printf (ngettext ("about %u min left", "about %u min left", (gulong) minutes), (guint) minutes);
}
