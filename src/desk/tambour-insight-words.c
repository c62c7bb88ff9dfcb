/* tambour-insight-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-insight-words.h"

#include "tambour-wording.h"

static const struct
{
  const char *code;
  const char *title;
} usual[] = {
  { TAMBOUR_METRIC_REQUESTS, N_("Lookups per day") },
  { TAMBOUR_METRIC_BLOCKED, N_("Blocked lookups per day") },
  { TAMBOUR_METRIC_USERS_PROTECTED, N_("Protected users") },
  { TAMBOUR_METRIC_USERS_EXPOSED, N_("Exposed users") },
  { TAMBOUR_METRIC_LICENCES, N_("Licensed users") },
  { TAMBOUR_METRIC_INFECTED_DEVICES, N_("Infected devices per month") },
};

/**
 * tambour_insight_words_begin:
 * @language: (nullable): a language such as `de`
 *
 * Says in which language this thread writes; English where there is no translation.
 */
void
tambour_insight_words_begin (const char *language)
{
  tambour_wording_set_language (tambour_wording_is_translated (language) ? language : NULL);
}

/* A code as a title: "dns_timeouts" is “Dns timeouts”. */
static char *
dup_spoken (const char *code)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (code ? code : ""), "_", ' ');

  return tambour_wording_capital (spaced);
}

/**
 * tambour_insight_words_metric:
 * @title: (nullable): what somebody called the metric
 * @code: what its samples call it
 * @dimension: (nullable): what of it
 *
 * Returns: (transfer full): its name, such as “Exposed users · Sales”
 */
char *
tambour_insight_words_metric (const char *title,
                              const char *code,
                              const char *dimension)
{
  g_autofree char *name = NULL;

  for (guint i = 0; title == NULL && i < G_N_ELEMENTS (usual); i++)
    if (g_strcmp0 (usual[i].code, code) == 0)
      title = _(usual[i].title);

  name = title && *title ? g_strdup (title) : dup_spoken (code);

  return dimension && *dimension ? g_strdup_printf ("%s · %s", name, dimension) : g_steal_pointer (&name);
}

static char *
shorten (double value)
{
  double size = fabs (value);
  g_autofree char *number = NULL;

  if (size >= 1e9)
    {
      number = tambour_wording_decimal (value / 1e9, size >= 1e10 ? 0 : 1);
      /* Translators: thousands of millions, shortened: "4.1 bn" */
      return tambour_wording_fill (_("{0} bn"), number, NULL);
    }
  if (size >= 1e6)
    {
      number = tambour_wording_decimal (value / 1e6, size >= 1e7 ? 0 : 1);
      /* Translators: millions, shortened: "412 M" */
      return tambour_wording_fill (_("{0} M"), number, NULL);
    }
  if (size >= 100 || value == floor (value))
    return tambour_wording_number ((gint64) llround (value));

  return tambour_wording_decimal (value, size >= 10 ? 1 : 2);
}

/**
 * tambour_insight_words_value:
 * @value: a value of a metric
 * @unit: (nullable): what it is counted in
 *
 * Returns: (transfer full): it in three digits or so: “412 M”, “99.95 %”
 */
char *
tambour_insight_words_value (double      value,
                             const char *unit)
{
  g_autofree char *number = isnan (value) ? g_strdup ("–") : shorten (value);
  g_autofree char *whole = unit && *unit ? g_strconcat (number, TAMBOUR_NBSP, unit, NULL) : NULL;

  return whole ? g_steal_pointer (&whole) : g_steal_pointer (&number);
}

/* A sentence of a name {0}, two values {1} and {2}, and a day {3}. */
static const char *
get_sentence (const TambourInsightProposal *self)
{
  switch (self->rule)
    {
    case TAMBOUR_INSIGHT_LEVEL:
      /* Translators: {0} is a metric, {1} and {2} are values, {3} is a date */
      return self->is_fall ? _("{0} fell from about {1} to about {2} on {3} and stayed there") : _("{0} rose from about {1} to about {2} on {3} and stayed there");
    case TAMBOUR_INSIGHT_TREND:
      /* Translators: {0} is a metric, {1} and {2} are values, {3} is a date */
      return self->is_fall ? _("{0} has fallen steadily from about {1} to about {2} since {3}") : _("{0} has risen steadily from about {1} to about {2} since {3}");
    case TAMBOUR_INSIGHT_GAP:
      g_return_val_if_reached (NULL);
    case TAMBOUR_INSIGHT_THRESHOLD:
      /* Translators: {0} is a metric, {1} its target, {2} its last value, {3} is a date */
      return self->is_most ? _("{0} has been above its target of {1} since {3}, last at {2}") : _("{0} has been below its target of {1} since {3}, last at {2}");
    case TAMBOUR_INSIGHT_RECORD:
      /* Translators: {0} is a metric, {1} the record before, {2} the new one, {3} is a date */
      return self->is_fall ? _("{0} was lower on {3} than ever before: {2}, and never below {1} until then") : _("{0} was higher on {3} than ever before: {2}, and never above {1} until then");
    }

  g_return_val_if_reached (NULL);
}

static char *
say_gap (const TambourInsightProposal *self,
         const char                   *name)
{
  g_autofree char *days = tambour_wording_dates (self->first, self->last);
  g_autofree char *n = tambour_wording_number ((gint64) self->last.julian - self->first.julian + 1);

  /* Translators: {0} is a metric, {1} a range of dates, {2} a count of days */
  return tambour_wording_fill (ngettext ("{0}: {2} day without a value, {1}", "{0}: {2} days without a value, {1}",
                                         (gint64) self->last.julian - self->first.julian + 1),
                               name, days, n, NULL);
}

/* What is counted is said by the name: only a sign such as “%” belongs to the number. */
static const char *
get_sign (const char *unit)
{
  return unit != NULL && g_utf8_strlen (unit, -1) <= 3 ? unit : NULL;
}

/**
 * tambour_insight_words_title:
 * @proposal: a proposal
 *
 * Returns: (transfer full): what happened, in a sentence with its numbers and dates
 */
char *
tambour_insight_words_title (const TambourInsightProposal *proposal)
{
  g_autofree char *name = tambour_insight_words_metric (proposal->title, proposal->metric, proposal->dimension);
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;
  g_autofree char *date = NULL;

  if (proposal->rule == TAMBOUR_INSIGHT_GAP)
    return say_gap (proposal, name);

  before = tambour_insight_words_value (proposal->before, get_sign (proposal->unit));
  now = tambour_insight_words_value (proposal->now, get_sign (proposal->unit));
  date = tambour_wording_date (proposal->first, TAMBOUR_DATE_FORM_SHORT);

  return tambour_wording_fill (get_sentence (proposal), name, before, now, date, NULL);
}

/**
 * tambour_insight_words_data:
 * @proposal: a proposal
 *
 * Returns: (transfer full): what it was found in
 */
char *
tambour_insight_words_data (const TambourInsightProposal *proposal)
{
  g_autofree char *n = tambour_wording_number (proposal->n_values);
  g_autofree char *dates = tambour_wording_dates (proposal->from, proposal->to);

  /* Translators: {0} is a count of values, {1} a range of dates */
  return tambour_wording_fill (ngettext ("Found in {0} value, {1}", "Found in {0} values, {1}", proposal->n_values), n, dates, NULL);
}
