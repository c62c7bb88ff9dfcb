/* tambour-usage-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-usage-text.h"

#include "tambour-account-text.h"
#include "tambour-amount.h"
#include "tambour-choice-words.h"
#include "tambour-insight-words.h"
#include "tambour-when.h"

#define NBSP "\302\240"

/* The sentences of insights are written in the language of the window here, and in that
 * of the customer’s reports where they are recorded.
 */
static void
use_own_language (void)
{
  tambour_insight_words_begin (g_get_language_names ()[0]);
}

/**
 * tambour_usage_text_name:
 * @title: (nullable): what somebody called the metric
 * @code: what its samples call it
 * @dimension: (nullable): what of it
 *
 * Returns: (transfer full): its name
 */
char *
tambour_usage_text_name (const char *title,
                         const char *code,
                         const char *dimension)
{
  use_own_language ();

  return tambour_insight_words_metric (title, code, dimension);
}

/**
 * tambour_usage_text_line_name:
 * @line: a metric of an account
 *
 * Returns: (transfer full): its name
 */
char *
tambour_usage_text_line_name (const TambourUsageLine *line)
{
  return tambour_usage_text_name (line->settings ? line->settings->title : NULL, line->series->metric, line->series->dimension);
}

static char *
add_unit (char       *number,
          const char *unit)
{
  g_autofree char *taken = number;

  return unit != NULL && *unit != '\0' ? g_strconcat (taken, NBSP, unit, NULL) : g_steal_pointer (&taken);
}

/**
 * tambour_usage_text_value:
 * @value: a value, or %NAN
 * @unit: (nullable): what it is counted in
 *
 * Returns: (transfer full): it in three digits or so
 */
char *
tambour_usage_text_value (double      value,
                          const char *unit)
{
  return add_unit (tambour_account_text_compact (value), unit);
}

/**
 * tambour_usage_text_exact:
 * @value: a value, or %NAN
 * @unit: (nullable): what it is counted in
 *
 * Returns: (transfer full): it with all its digits
 */
char *
tambour_usage_text_exact (double      value,
                          const char *unit)
{
  return isnan (value) ? g_strdup (_("no value")) : add_unit (tambour_amount_number (value), unit);
}

static char *
say_change (double            share,
            TambourSeriesPace pace)
{
  g_autofree char *percent = tambour_account_text_percent (fabs (share));

  if (pace == TAMBOUR_SERIES_MONTHS)
    /* Translators: %s is a percentage: what a month has more, or less, than the one before */
    return g_strdup_printf (share < 0 ? _("−%s in a month") : _("+%s in a month"), percent);

  /* Translators: %s is a percentage: what four weeks have more, or less, than those before */
  return g_strdup_printf (share < 0 ? _("−%s in 4 weeks") : _("+%s in 4 weeks"), percent);
}

/* What ended so long ago says when instead. */
#define DAYS_OLD 45

/**
 * tambour_usage_text_change:
 * @line: a metric of an account
 * @today: the day that is today
 *
 * Returns: (transfer full): how it changed, or when it ended
 */
char *
tambour_usage_text_change (const TambourUsageLine *line,
                           TambourDate             today)
{
  TambourDate last = tambour_usage_series_get_last (line->series);
  double share = (line->change.now - line->change.before) / fabs (line->change.before);

  if (tambour_date_is_stated (last) && last.julian + DAYS_OLD < today.julian)
    {
      g_autofree char *day = tambour_when_date (last, today);

      /* Translators: %s is a date: when the last value of a metric was */
      return g_strdup_printf (_("last on %s"), day);
    }
  if (!isfinite (share))
    return g_strdup (_("nothing to compare with yet"));
  if (fabs (share) < .0005)
    return g_strdup (_("unchanged"));

  return say_change (share, line->series->pace);
}

/**
 * tambour_usage_text_state:
 * @state: whether a target is met
 *
 * Returns: (transfer none) (nullable): a word for it
 */
const char *
tambour_usage_text_state (TambourUsageState state)
{
  switch (state)
    {
    case TAMBOUR_USAGE_NO_TARGET:
      return NULL;
    case TAMBOUR_USAGE_MET:
      return C_("target", "Met");
    case TAMBOUR_USAGE_MISSED:
      return C_("target", "Missed");
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_usage_text_style:
 * @state: whether a target is met
 *
 * Returns: (transfer none) (nullable): the style of the word
 */
const char *
tambour_usage_text_style (TambourUsageState state)
{
  switch (state)
    {
    case TAMBOUR_USAGE_NO_TARGET:
      return NULL;
    case TAMBOUR_USAGE_MET:
      return "success";
    case TAMBOUR_USAGE_MISSED:
      return "warning";
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_usage_text_target:
 * @target: a target
 * @unit: (nullable): what it is counted in
 *
 * Returns: (transfer full) (nullable): what is wanted; %NULL if nothing is
 */
char *
tambour_usage_text_target (TambourInsightTarget  target,
                           const char           *unit)
{
  g_autofree char *value = NULL;

  if (isnan (target.value))
    return NULL;

  value = tambour_usage_text_value (target.value, unit);

  /* Translators: %s is a value */
  return g_strdup_printf (target.is_most ? _("Target: at most %s") : _("Target: at least %s"), value);
}

/**
 * tambour_usage_text_facts:
 * @line: a metric of an account
 * @series: (nullable): all of its values, once they are read
 * @today: the day that is today
 *
 * Returns: (transfer full): how many values there are, since when, and where from
 */
char *
tambour_usage_text_facts (const TambourUsageLine   *line,
                          const TambourUsageSeries *series,
                          TambourDate               today)
{
  const char *source = line->settings ? line->settings->source : NULL;
  g_autofree char *count = tambour_when_number (line->n_values);
  g_autofree char *values = g_strdup_printf (ngettext ("%s value", "%s values", line->n_values), count);
  g_autofree char *since = NULL;
  g_autofree char *gaps = NULL;
  guint n_gaps = 0;

  if (series != NULL && series->points->len > 0)
    {
      const TambourSeriesPoint *points = tambour_usage_series_get_points (series);
      g_autofree char *day = tambour_when_date ((TambourDate) { points[0].day }, today);

      /* Translators: a count of values, and the date of the first */
      since = g_strdup_printf (_("%1$s since %2$s"), values, day);
      n_gaps = tambour_series_count_gaps (points, series->points->len, series->pace);
    }
  if (n_gaps > 0)
    gaps = g_strdup_printf (ngettext ("%d gap", "%d gaps", n_gaps), n_gaps);

  return g_strjoin (" · ", since ? since : values, gaps ? gaps : (source && *source ? source : NULL), gaps && source && *source ? source : NULL, NULL);
}

/**
 * tambour_usage_text_day:
 * @date: a date
 * @today: the day that is today
 *
 * Returns: (transfer full): it with its weekday
 */
char *
tambour_usage_text_day (TambourDate date,
                        TambourDate today)
{
  g_autofree char *weekday = tambour_when_weekday (date);
  g_autofree char *day = tambour_when_date (date, today);

  /* Translators: a short weekday and a date: "Tue 30 Nov" */
  return g_strdup_printf (C_("day", "%1$s %2$s"), weekday, day);
}

/**
 * tambour_usage_text_readout:
 * @date: a date
 * @value: what was that day, or %NAN
 * @unit: (nullable): what it is counted in
 * @today: the day that is today
 *
 * Returns: (transfer full): what a chart says of a day
 */
char *
tambour_usage_text_readout (TambourDate  date,
                            double       value,
                            const char  *unit,
                            TambourDate  today)
{
  g_autofree char *day = tambour_usage_text_day (date, today);
  g_autofree char *number = tambour_usage_text_exact (value, unit);

  return g_strjoin (" · ", day, number, NULL);
}

/**
 * tambour_usage_text_summary:
 * @name: what the metric is called
 * @unit: (nullable): what it is counted in
 * @points: (array length=n_points): the values that a chart shows
 * @n_points: how many
 * @pace: how often there is one
 * @today: the day that is today
 *
 * Returns: (transfer full): what one sees in the chart, in a sentence
 */
char *
tambour_usage_text_summary (const char               *name,
                            const char               *unit,
                            const TambourSeriesPoint *points,
                            guint                     n_points,
                            TambourSeriesPace         pace,
                            TambourDate               today)
{
  g_autofree char *from = NULL, *to = NULL, *first = NULL, *last = NULL, *low = NULL, *high = NULL;
  double least = INFINITY, most = -INFINITY;
  guint n_gaps = tambour_series_count_gaps (points, n_points, pace);

  if (n_points == 0)
    /* Translators: %s is a metric */
    return g_strdup_printf (_("%s, no values"), name);

  for (guint i = 0; i < n_points; i++)
    {
      least = MIN (least, points[i].value);
      most = MAX (most, points[i].value);
    }
  from = tambour_when_date ((TambourDate) { points[0].day }, today);
  to = tambour_when_date ((TambourDate) { points[n_points - 1].day }, today);
  first = tambour_usage_text_value (points[0].value, unit);
  last = tambour_usage_text_value (points[n_points - 1].value, unit);
  low = tambour_usage_text_value (least, unit);
  high = tambour_usage_text_value (most, unit);

  /* Translators: a metric, two dates, the values of these, the lowest and the highest value, a count of gaps */
  return g_strdup_printf (ngettext ("%1$s from %2$s to %3$s: from %4$s to %5$s, lowest %6$s, highest %7$s, %8$d gap",
                                    "%1$s from %2$s to %3$s: from %4$s to %5$s, lowest %6$s, highest %7$s, %8$d gaps", n_gaps),
                          name, from, to, first, last, low, high, (int) n_gaps);
}

/**
 * tambour_usage_text_proposal:
 * @proposal: something that a rule found
 *
 * Returns: (transfer full): what happened, in a sentence
 */
char *
tambour_usage_text_proposal (const TambourInsightProposal *proposal)
{
  use_own_language ();

  return tambour_insight_words_title (proposal);
}

/**
 * tambour_usage_text_found:
 * @proposal: something that a rule found
 *
 * Returns: (transfer full): what it was found in
 */
char *
tambour_usage_text_found (const TambourInsightProposal *proposal)
{
  use_own_language ();

  return tambour_insight_words_data (proposal);
}

/**
 * tambour_usage_text_insight:
 * @insight: what was raised
 * @today: the day that is today
 *
 * Returns: (transfer full): when, and what came of it
 */
char *
tambour_usage_text_insight (TambourInsight *insight,
                            TambourDate     today)
{
  g_autofree char *day = tambour_when_date (insight->seen_on, today);
  const char *more = insight->result && *insight->result ? insight->result : insight->done_together;

  /* Translators: %s is a date */
  g_autofree char *raised = g_strdup_printf (_("raised on %s"), day);
  g_autofree char *line = g_strjoin (" · ", raised, more && *more ? more : NULL, NULL);

  return tambour_account_text_capital (line);
}

/**
 * tambour_usage_text_ground:
 * @ground: how an insight was found
 *
 * Returns: (transfer none): a word for it
 */
const char *
tambour_usage_text_ground (TambourInsightGround ground)
{
  return _(tambour_choice_get_words (TAMBOUR_TYPE_INSIGHT_GROUND, ground));
}
