/* tambour-service-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-service-text.h"

#include "tambour-choice-words.h"
#include "tambour-when.h"

/* What the service of an account says. */

/* Puts one fact behind another. */
static void
add_fact (GString    *line,
          const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, fact);
}

static char *
take_line (GString **line)
{
  return g_string_free (g_steal_pointer (line), FALSE);
}

static const char *
number_of (TambourCase *support_case)
{
  return support_case && support_case->number ? support_case->number : "";
}

/* --- escalations ------------------------------------------------------------ */

/**
 * tambour_service_text_cases:
 * @escalation: an escalation
 *
 * Returns: (transfer full): the cases that it joins: "#4117, #4126"
 */
char *
tambour_service_text_cases (const TambourServiceEscalation *escalation)
{
  GString *line = g_string_new (NULL);

  if (*number_of (escalation->support_case) != '\0')
    g_string_append_printf (line, "#%s", number_of (escalation->support_case));
  for (guint i = 0; i < escalation->others->len; i++)
    g_string_append_printf (line, "%s#%s", line->len > 0 ? ", " : "", number_of (g_ptr_array_index (escalation->others, i)));

  return take_line (&line);
}

/**
 * tambour_service_text_escalation:
 * @escalation: an escalation
 *
 * Returns: (transfer full): how high it is, of which cases, and who answers for it
 */
char *
tambour_service_text_escalation (const TambourServiceEscalation *escalation)
{
  TambourEscalation *record = escalation->record;
  g_autofree char *cases = tambour_service_text_cases (escalation);
  g_autofree char *level = NULL;
  g_autofree char *owner = NULL;
  GString *line = g_string_new (NULL);

  if (record->level != TAMBOUR_NO_COUNT)
    /* Translators: %d is how high a case is escalated, from 1 to 4 */
    level = g_strdup_printf (_("Level %d"), (int) record->level);
  if (record->owner != NULL && *record->owner != '\0')
    /* Translators: %s is a person or a team who answers for an escalation */
    owner = g_strdup_printf (_("with %s"), record->owner);

  add_fact (line, level);
  add_fact (line, cases);
  add_fact (line, owner ? owner : _("nobody answers for it"));

  return take_line (&line);
}

/**
 * tambour_service_text_reason:
 * @escalation: an escalation
 *
 * Returns: (transfer full): why it is one and what is asked for, or how it ended
 */
char *
tambour_service_text_reason (const TambourServiceEscalation *escalation)
{
  TambourEscalation *record = escalation->record;
  gboolean is_over = tambour_instant_is_stated (record->deescalated_at);
  GString *line = g_string_new (NULL);

  add_fact (line, is_over && record->outcome ? record->outcome : record->reason);
  if (!is_over)
    add_fact (line, record->ask);

  return take_line (&line);
}

/* --- planned changes -------------------------------------------------------- */

/* Of what lasts for days, times of day say little. */
static gboolean
is_long (TambourPlannedChange *change)
{
  return tambour_instant_is_stated (change->window_end) && change->window_end.seconds - change->window_start.seconds > TAMBOUR_DAY;
}

static char *
say_span (TambourPlannedChange *change,
          GTimeZone            *zone)
{
  g_autofree char *from = tambour_when_time (change->window_start, zone);
  g_autofree char *to = tambour_when_time (change->window_end, zone);

  if (is_long (change))
    {
      g_autofree char *day = tambour_when_date (tambour_zone_date_of (zone, change->window_end), tambour_zone_date_of (zone, change->window_start));

      /* Translators: %s is a day */
      return g_strdup_printf (_("until %s"), day);
    }

  if (*to == '\0')
    return g_steal_pointer (&from);

  /* Translators: from one time of day to another: "22:00–02:00" */
  return g_strdup_printf (C_("time", "%1$s–%2$s"), from, to);
}

/**
 * tambour_service_text_window:
 * @change: a planned change
 * @zone: the customer's time zone
 * @name: (nullable): what that is called
 *
 * Returns: (transfer full): when it is there, and when that is here where it differs:
 *   "22:00–02:00 Oslo · 13:00 your time"
 */
char *
tambour_service_text_window (TambourPlannedChange *change,
                             GTimeZone            *zone,
                             const char           *name)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *span = say_span (change, zone);
  g_autofree char *city = tambour_when_city (name);
  g_autofree char *there = NULL;
  g_autofree char *time = NULL;
  g_autofree char *yours = NULL;
  GString *line = g_string_new (NULL);

  if (!tambour_instant_is_stated (change->window_start))
    return take_line (&line);

  /* Translators: a time or a span of time, and a city */
  there = *city && !is_long (change) ? g_strdup_printf (C_("time", "%1$s %2$s"), span, city) : g_strdup (span);
  add_fact (line, there);
  if (!is_long (change) && tambour_zone_local_of (zone, change->window_start) != tambour_zone_local_of (here, change->window_start))
    {
      TambourDate date = tambour_zone_date_of (here, change->window_start);
      g_autofree char *clock = tambour_when_time (change->window_start, here);
      g_autofree char *weekday = tambour_when_weekday (date);
      gboolean is_other_day = date.julian != tambour_zone_date_of (zone, change->window_start).julian;

      time = is_other_day ? g_strdup_printf (C_("time", "%1$s %2$s"), weekday, clock) : g_strdup (clock);
      /* Translators: %s is a time of day, with a weekday where that is another */
      yours = g_strdup_printf (_("%s your time"), time);
      add_fact (line, yours);
    }

  return take_line (&line);
}

/**
 * tambour_service_text_change:
 * @change: a planned change
 * @sheet: what it is a part of
 *
 * Returns: (transfer full): when it is, what kind it is and how risky, or what came of it
 */
char *
tambour_service_text_change (const TambourServiceChange *change,
                             const TambourServiceSheet  *sheet)
{
  TambourPlannedChange *record = change->record;
  g_autofree char *window = tambour_service_text_window (record, sheet->overview->zone, sheet->overview->account->report_tz);
  g_autofree char *risk = NULL;
  GString *line = g_string_new (NULL);

  if (tambour_planned_change_is_over (record))
    {
      add_fact (line, record->kind);
      add_fact (line, record->outcome);
      return take_line (&line);
    }

  if (record->risk != NULL && *record->risk != '\0')
    /* Translators: %s is how risky a change is, as somebody typed it: "High" */
    risk = g_strdup_printf (_("risk: %s"), record->risk);
  add_fact (line, window);
  add_fact (line, record->kind);
  add_fact (line, risk);

  return take_line (&line);
}

/**
 * tambour_service_text_warning:
 * @change: a planned change
 * @sheet: what it is a part of
 *
 * Returns: (transfer full): what stands in its way, "" if nothing does
 */
char *
tambour_service_text_warning (const TambourServiceChange *change,
                              const TambourServiceSheet  *sheet)
{
  g_autofree char *clash = NULL;
  g_autofree char *outage = NULL;
  g_autofree char *escalation = NULL;
  GString *line = g_string_new (NULL);

  if (change->clash != NULL && change->is_frozen)
    /* Translators: %s is a time in which nothing is to be changed */
    clash = g_strdup_printf (_("falls into “%s”"), change->clash->title ? change->clash->title : "");
  else if (change->clash != NULL)
    /* Translators: %s is another change of the same customer */
    clash = g_strdup_printf (_("at the same time as “%s”"), change->clash->title ? change->clash->title : "");
  if (change->outage != NULL)
    /* Translators: %s is the number of a case */
    outage = g_strdup_printf (_("P1 #%s is open"), number_of (change->outage));
  if (change->escalation != NULL)
    /* Translators: %s is what is escalated */
    escalation = g_strdup_printf (_("“%s” is escalated"), change->escalation->title ? change->escalation->title : "");

  add_fact (line, clash);
  add_fact (line, outage);
  add_fact (line, escalation);

  return take_line (&line);
}

/**
 * tambour_service_text_lead:
 * @lead: the notice of a change
 * @today: the day at the customer's
 * @style: (out): the class of its tag, %NULL for none
 *
 * Returns: (transfer full) (nullable): whether the customer was told in time
 */
char *
tambour_service_text_lead (const TambourLeadTime  *lead,
                           TambourDate             today,
                           const char            **style)
{
  int late = (int) (lead->needed - lead->given);
  g_autofree char *day = NULL;

  *style = NULL;
  switch (lead->state)
    {
    case TAMBOUR_LEAD_NONE:
      return NULL;
    case TAMBOUR_LEAD_OK:
      *style = "success";
      return g_strdup (_("Told in time"));
    case TAMBOUR_LEAD_LATE:
      *style = "warning";
      /* Translators: working days */
      return g_strdup_printf (ngettext ("Told %d day late", "Told %d days late", late), late);
    case TAMBOUR_LEAD_OPEN:
      day = tambour_when_day (lead->tell_by, today);
      *style = lead->tell_by.julian <= today.julian + 1 ? "warning" : "accent";
      /* Translators: the last day on which a customer can be told in time: "Tell by 26 Nov" */
      return g_strdup_printf (_("Tell by %s"), day);
    case TAMBOUR_LEAD_MISSED:
      *style = "error";
      return g_strdup (_("Not told yet"));
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_service_text_lead_rule:
 * @lead: the notice of a change
 * @today: the day at the customer's
 *
 * Returns: (transfer full): how much notice it needs, and by when it had to come
 */
char *
tambour_service_text_lead_rule (const TambourLeadTime *lead,
                                TambourDate            today)
{
  g_autofree char *day = NULL;

  if (lead->state == TAMBOUR_LEAD_NONE)
    return g_strdup (_("Needs no notice"));

  day = tambour_when_date (lead->tell_by, today);

  /* Translators: %1$d is a number of working days, %2$s a day */
  return g_strdup_printf (ngettext ("Needs %1$d working day of notice: by %2$s. The change or the plan can say another number; else its risk does.",
                                    "Needs %1$d working days of notice: by %2$s. The change or the plan can say another number; else its risk does.",
                                    lead->needed),
                          (int) lead->needed, day);
}

/**
 * tambour_service_text_state:
 * @change: a planned change
 * @today: the day at the customer's
 * @style: (out): the class of its tag, %NULL for none
 *
 * Returns: (transfer full) (nullable): how it went, or whether it was told in time
 */
char *
tambour_service_text_state (const TambourServiceChange  *change,
                            TambourDate                  today,
                            const char                 **style)
{
  TambourChangeState state = change->record->state;

  *style = "warning";
  if (change->has_passed)
    return g_strdup (_("How did it go?"));
  if (!tambour_planned_change_is_over (change->record))
    return tambour_service_text_lead (&change->lead, today, style);

  /* What is older than states says how it went in words. */
  if (state == TAMBOUR_CHANGE_STATE_PLANNED)
    state = TAMBOUR_CHANGE_STATE_DONE;
  *style = state == TAMBOUR_CHANGE_STATE_DONE     ? "success"
           : state == TAMBOUR_CHANGE_STATE_FAILED ? "error"
           : state == TAMBOUR_CHANGE_STATE_ROLLED_BACK ? "warning"
                                                       : NULL;

  return g_strdup (_(tambour_choice_get_words (TAMBOUR_TYPE_CHANGE_STATE, state)));
}

/* --- surveys ---------------------------------------------------------------- */

/* A whole score has no decimals. */
static char *
dup_number (double score)
{
  return score == (int) score ? g_strdup_printf ("%d", (int) score) : g_strdup_printf ("%.1f", score);
}

/**
 * tambour_service_text_score:
 * @kind: what was asked
 * @score: an answer, or a mean of them
 *
 * Returns: (transfer full): it with its scale: "4.6 of 5"; "" of none
 */
char *
tambour_service_text_score (TambourSurveyKind kind,
                            double            score)
{
  g_autofree char *number = NULL;

  if (isnan (score))
    return g_strdup ("");

  number = dup_number (score);

  /* Translators: %s is a score */
  return kind == TAMBOUR_SURVEY_KIND_NPS ? g_strdup_printf (_("%s of 10"), number) : g_strdup_printf (_("%s of 5"), number);
}

/**
 * tambour_service_text_asked:
 * @score: what a kind of survey says
 *
 * A mean never stands without this (METRICS.md M16).
 *
 * Returns: (transfer full): how many answered, of how many
 */
char *
tambour_service_text_asked (const TambourServiceScore *score)
{
  if (score->asked == 0)
    return g_strdup (_("nobody was asked within a year"));
  if (score->answered == 0)
    return g_strdup_printf (ngettext ("%d asked within a year, no answer yet", "%d asked within a year, no answer yet", score->asked), (int) score->asked);

  /* Translators: how many answered, of how many who were asked */
  return g_strdup_printf (ngettext ("from %1$d of %2$d asked within a year", "from %1$d of %2$d asked within a year", score->asked),
                          (int) score->answered, (int) score->asked);
}

/**
 * tambour_service_text_other:
 * @kind: what was asked besides satisfaction
 * @score: what that says
 *
 * Returns: (transfer full): its mean, with how many answered, and who would recommend us
 */
char *
tambour_service_text_other (TambourSurveyKind          kind,
                            const TambourServiceScore *score)
{
  g_autofree char *mean = tambour_service_text_score (kind, score->mean);
  g_autofree char *asked = tambour_service_text_asked (score);
  g_autofree char *people = NULL;
  GString *line = g_string_new (NULL);

  if (kind == TAMBOUR_SURVEY_KIND_NPS && score->n_high + score->n_low > 0)
    /* Translators: how many gave 9 or 10, and how many gave 6 or less */
    people = g_strdup_printf (_("%1$d for, %2$d against"), (int) score->n_high, (int) score->n_low);
  add_fact (line, mean);
  add_fact (line, asked);
  add_fact (line, people);

  return take_line (&line);
}

/**
 * tambour_service_text_survey:
 * @survey: what somebody was asked
 *
 * Returns: (transfer full): what it was about, and what they said
 */
char *
tambour_service_text_survey (const TambourServiceSurvey *survey)
{
  g_autofree char *number = survey->number ? g_strconcat ("#", survey->number, NULL) : NULL;
  GString *line = g_string_new (NULL);

  if (survey->contact != NULL && survey->record->kind != TAMBOUR_SURVEY_KIND_CSAT)
    add_fact (line, _(tambour_choice_get_words (TAMBOUR_TYPE_SURVEY_KIND, survey->record->kind)));
  add_fact (line, number);
  add_fact (line, survey->record->text);

  return take_line (&line);
}

/* --- outages ---------------------------------------------------------------- */

/**
 * tambour_service_text_outage:
 * @outages: what did not work within a year
 *
 * Returns: (transfer full): how long
 */
char *
tambour_service_text_outage (const TambourServiceOutages *outages)
{
  return outages->n > 0 ? tambour_when_duration (outages->seconds, TAMBOUR_WHEN_FULL) : g_strdup (_("None"));
}

/**
 * tambour_service_text_outages:
 * @outages: what did not work within a year
 *
 * Returns: (transfer full): how many outages that were, and what that makes of the year
 */
char *
tambour_service_text_outages (const TambourServiceOutages *outages)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%d outage within a year", "%d outages within a year", outages->n), (int) outages->n);
  g_autofree char *available = NULL;
  GString *line = g_string_new (NULL);

  if (!isnan (outages->availability))
    /* Translators: %.2f is a share in percent */
    available = g_strdup_printf (_("%.2f %% available"), outages->availability * 100);
  add_fact (line, outages->n > 0 ? count : _("no outage within a year"));
  add_fact (line, available);
  if (outages->is_on)
    add_fact (line, _("one lasts"));

  return take_line (&line);
}
