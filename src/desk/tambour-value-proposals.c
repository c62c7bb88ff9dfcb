/* tambour-value-proposals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-value-proposals-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-case.h"
#include "tambour-environment.h"

#define DAYS_YEAR 365

/* What is computed from one figure of the review. */
typedef struct
{
  TambourValueClass  klass;
  const char        *title;
  const char        *figure;
  const char        *codes[3];
  const char        *unit;
  const char        *confidence;
  const char        *none;       /* why there is nothing to propose when it comes to nothing */
} Rule;

static const Rule rules[] = {
  { TAMBOUR_VALUE_CLASS_LESS_OUTAGE, N_ ("Less outage time"), "outage.hours", { TAMBOUR_RATE_OUTAGE_HOUR }, " h", N_ ("Agreed rate"), N_ ("The same as in the year before") },
  { TAMBOUR_VALUE_CLASS_FEWER_INFECTIONS, N_ ("Fewer infected devices"), "usage.infected", { TAMBOUR_RATE_HOURS_PER_DEVICE, TAMBOUR_RATE_STAFF_HOUR }, "", N_ ("Agreed rate"), N_ ("The same as in the year before") },
  { TAMBOUR_VALUE_CLASS_ISSUES_AVOIDED, N_ ("Known issues avoided"), "issues.avoided.high", { TAMBOUR_RATE_HOURS_PER_KNOWN_ISSUE, TAMBOUR_RATE_OUTAGE_HOUR }, "", N_ ("Estimate"), N_ ("None of high impact was avoided in the period") },
  { TAMBOUR_VALUE_CLASS_FEWER_CASES, N_ ("Fewer support cases"), "cases.opened", { TAMBOUR_RATE_HOURS_PER_CASE, TAMBOUR_RATE_STAFF_HOUR }, "", N_ ("Agreed rate"), N_ ("The same as in the year before") },
};

static void
proposal_free (TambourValueProposal *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_object (&self->entry);
  g_free (self);
}

/**
 * tambour_value_proposals_free:
 * @self: (transfer full): proposals
 */
void
tambour_value_proposals_free (TambourValueProposals *self)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->facts, tambour_facts_free);
  g_free (self);
}

/**
 * tambour_value_proposal_can_be_made:
 * @self: a proposal
 *
 * Returns: whether proposing it would record anything
 */
gboolean
tambour_value_proposal_can_be_made (const TambourValueProposal *self)
{
  return self->reason == NULL && (!self->is_recorded || self->is_changed);
}

/**
 * tambour_value_entry_is_computed:
 * @entry: an entry
 *
 * Returns: whether the program computed it, so that it may compute it again
 */
gboolean
tambour_value_entry_is_computed (TambourValueEntry *entry)
{
  return entry->inputs != NULL && strstr (entry->inputs, "\"computed\":true") != NULL;
}

/**
 * tambour_value_year_before:
 * @day: a day
 *
 * Returns: the same day of the year before; of 29 February, the day before it
 */
TambourDate
tambour_value_year_before (TambourDate day)
{
  int year, month, date;

  tambour_date_split (day, &year, &month, &date);
  if (month == 2 && date == 29 && !g_date_is_leap_year (year - 1))
    date = 28;

  return tambour_date_new (year - 1, month, date);
}

/* --- what is computed ------------------------------------------------------ */

static char *
say_evidence (const Rule        *rule,
              const TambourFact *fact)
{
  g_autofree char *now = tambour_value_dup_number (fact->now.value);
  g_autofree char *before = NULL;

  if (!tambour_value_class_is_difference (rule->klass))
    /* Translators: a figure of the review and its value: "Known issues avoided: 2" */
    return g_strdup_printf (_("%1$s: %2$s"), _(fact->name), now);

  before = tambour_value_dup_number (fact->prior.value);

  /* Translators: a figure of the review, its value, and that of the year before */
  return g_strdup_printf (_("%1$s: %2$s, the year before %3$s"), _(fact->name), now, before);
}

/* The hours of an outage count once: one by one, where that is agreed. */
static gboolean
is_counted_one_by_one (TambourValueMaking *self,
                       const Rule         *rule)
{
  return rule->klass == TAMBOUR_VALUE_CLASS_LESS_OUTAGE &&
         tambour_value_find_rate (self->rates, TAMBOUR_RATE_RESTORE_HOURS, self->today) != NULL;
}

static void
add_rule (TambourValueMaking *self,
          const Rule         *rule)
{
  TambourFact *fact = tambour_facts_find (self->result->facts, rule->figure);
  gboolean is_difference = tambour_value_class_is_difference (rule->klass);
  TambourValueSource line = {
    .key = tambour_choice_nick (TAMBOUR_TYPE_VALUE_CLASS, rule->klass),
    .title = _ (rule->title),
    .figure = rule->figure,
    .codes = { rule->codes[0], rule->codes[1] },
    .unit = rule->unit,
    .confidence = _ (rule->confidence),
    .was = NAN,
    .now = NAN,
    .count = NAN,
    .price.minor = TAMBOUR_NO_COUNT,
  };
  g_autofree char *evidence = NULL;

  if (is_counted_one_by_one (self, rule))
    line.reason = N_("Outages are counted one by one, against the agreed time to restore");
  else if (fact == NULL || isnan (fact->now.value))
    line.reason = fact && fact->now.reason ? fact->now.reason : N_("Without source data");
  else if (is_difference && isnan (fact->prior.value))
    line.reason = fact->prior.reason ? fact->prior.reason : N_("Without source data");

  if (line.reason == NULL)
    {
      line.ids = fact->now.ids;
      line.now = fact->now.value;
      line.was = is_difference ? fact->prior.value : NAN;
      line.count = is_difference ? line.was - line.now : line.now;
      line.evidence = evidence = say_evidence (rule, fact);
      line.reason = line.count == 0 ? rule->none : NULL;
    }

  tambour_value_making_add (self, &line, rule->klass);
}

/* Whether the outages of the year are counted as a whole. */
static gboolean
is_counted_as_a_whole (TambourValueMaking *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      TambourValueEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->class == TAMBOUR_VALUE_CLASS_LESS_OUTAGE &&
          (entry->state == TAMBOUR_VALUE_STATE_ACCEPTED || entry->state == TAMBOUR_VALUE_STATE_PROPOSED) &&
          tambour_value_making_is_of_year (self, entry))
        return TRUE;
    }

  return FALSE;
}

/* (agreed baseline − actual hours) × cost of an hour, at least 0 (METRICS.md M61). */
static void
add_incident (TambourValueMaking *self,
              TambourIncident    *incident,
              TambourRate        *baseline)
{
  const char *id = TAMBOUR_RECORD (incident)->id;
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *key = g_strconcat ("faster_restore:", id, NULL);
  g_autofree char *title = g_strdup_printf (_("Faster restore of %s"), incident->service ? incident->service : "");
  g_autofree char *hours = NULL;
  g_autofree char *agreed = NULL;
  g_autofree char *evidence = NULL;
  double actual = (incident->restored_at.seconds - incident->impact_start.seconds) / (double) TAMBOUR_HOUR;
  gboolean has_cost = incident->cost_per_hour.minor != TAMBOUR_NO_COUNT;
  TambourValueSource line = {
    .key = key,
    .title = title,
    .codes = { has_cost ? NULL : TAMBOUR_RATE_OUTAGE_HOUR },
    .unit = " h",
    .confidence = _ ("Agreed rate"),
    .incident_id = id,
    .count = MAX (baseline->number - actual, 0),
    .was = baseline->number,
    .now = actual,
    .price = incident->cost_per_hour,
  };

  if (is_counted_as_a_whole (self))
    line.reason = N_("The outages of the year are counted as a whole already");
  else if (line.count == 0)
    line.reason = N_("Not faster than the agreed time to restore");
  else if (has_cost && g_strcmp0 (incident->cost_per_hour.currency, self->currency) != 0)
    line.reason = N_("In another currency than the agreement");

  g_ptr_array_add (ids, (gpointer) id);
  line.ids = ids;
  hours = tambour_value_dup_number (actual);
  agreed = tambour_value_dup_number (baseline->number);
  /* Translators: both are hours */
  line.evidence = evidence = g_strdup_printf (_("Restored in %1$s h, agreed were %2$s h"), hours, agreed);
  tambour_value_making_add (self, &line, TAMBOUR_VALUE_CLASS_FASTER_RESTORE);
}

static void
add_incidents (TambourValueMaking *self)
{
  TambourRate *baseline = tambour_value_find_rate (self->rates, TAMBOUR_RATE_RESTORE_HOURS, self->today);
  TambourPeriod *period = &self->result->facts->period;

  if (baseline == NULL || isnan (baseline->number))
    return;

  for (guint i = 0; i < self->incidents->len; i++)
    {
      TambourIncident *incident = g_ptr_array_index (self->incidents, i);

      if (tambour_instant_is_stated (incident->impact_start) && tambour_instant_is_stated (incident->restored_at) &&
          incident->impact_start.seconds >= period->start.seconds && incident->impact_start.seconds < period->end.seconds &&
          incident->restored_at.seconds >= incident->impact_start.seconds)
        add_incident (self, incident, baseline);
    }
}

/* Whole months of the period in which something was not paid for any more, of the year
 * after it went. */
static guint
count_months (TambourValueMaking *self,
              TambourComponent   *component)
{
  int from_year, from_month, from_day, to_year, to_month, to_day;
  guint32 end = MIN (component->retired_on.julian + DAYS_YEAR, self->result->to.julian);
  int months;

  tambour_date_split ((TambourDate) { MAX (component->retired_on.julian, self->result->from.julian) }, &from_year, &from_month, &from_day);
  tambour_date_split ((TambourDate) { end }, &to_year, &to_month, &to_day);
  months = (to_year - from_year) * 12 + to_month - from_month - (to_day < from_day ? 1 : 0);

  return MAX (months, 0);
}

/* Each unit that is gone saves its invoice, month by month, for a year. */
static void
add_retired (TambourValueMaking *self,
             const char         *code)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *key = g_strconcat ("retired_items:", code, NULL);
  TambourRate *rate = tambour_value_find_rate (self->rates, code, self->today);
  g_autofree char *title = g_strdup_printf (_("%s, retired"), rate && rate->title ? rate->title : code);
  g_autofree char *evidence = NULL;
  gint64 months = 0, units = 0;
  TambourValueSource line = { .key = key, .title = title, .codes = { code }, .unit = "", .confidence = _("Invoice"), .was = NAN, .now = NAN, .price.minor = TAMBOUR_NO_COUNT };

  for (guint i = 0; i < self->components->len; i++)
    {
      TambourComponent *component = g_ptr_array_index (self->components, i);
      gint64 count = component->count == TAMBOUR_NO_COUNT ? 1 : component->count;

      if (g_strcmp0 (component->retired_rate, code) != 0)
        continue;
      months += count * count_months (self, component);
      units += count;
      g_ptr_array_add (ids, TAMBOUR_RECORD (component)->id);
    }

  line.count = months;
  line.ids = ids;
  /* Translators: how many items, and how many months they were not paid for, all together */
  line.evidence = evidence = g_strdup_printf (_("Retired: %1$d, months without an invoice: %2$d"), (int) units, (int) months);
  line.reason = months == 0 ? N_("Not yet for a whole month") : NULL;
  tambour_value_making_add (self, &line, TAMBOUR_VALUE_CLASS_RETIRED_ITEMS);
}

static void
add_components (TambourValueMaking *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->components->len; i++)
    {
      TambourComponent *component = g_ptr_array_index (self->components, i);

      if (component->retired_rate != NULL && *component->retired_rate != '\0' && g_hash_table_add (seen, component->retired_rate))
        add_retired (self, component->retired_rate);
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp ((*(TambourRecord * const *) a)->id, (*(TambourRecord * const *) b)->id);
}

/**
 * tambour_value_list_by_id:
 * @reading: a reading of one account
 * @type: a kind of record
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourRecord): its records, in the
 *   order in which value is counted
 */
GPtrArray *
tambour_value_list_by_id (const TambourAccountReading  *reading,
                          GType                         type,
                          GError                      **error)
{
  GPtrArray *list = tambour_account_reading_list (reading, type, NULL, error);

  if (list != NULL)
    g_ptr_array_sort (list, compare_ids);

  return list;
}

/* What was retired in the period or in the year before it. */
static gboolean
read_components (TambourValueMaking           *self,
                 const TambourAccountReading  *reading,
                 GError                      **error)
{
  g_autofree char *since = tambour_date_dup_text (tambour_value_year_before (self->result->from));
  g_autofree char *until = tambour_date_dup_text (self->result->to);
  g_autofree char *expression = g_strdup_printf ("retired_on >= %s and retired_on < %s", since, until);

  self->components = tambour_account_reading_list (reading, TAMBOUR_TYPE_COMPONENT, expression, error);

  return self->components != NULL;
}

static gboolean
read_all (TambourValueMaking           *self,
          const TambourAccountReading  *reading,
          GError                      **error)
{
  return (self->entries = tambour_value_list_by_id (reading, TAMBOUR_TYPE_VALUE_ENTRY, error)) &&
         (self->rates = tambour_value_list_by_id (reading, TAMBOUR_TYPE_RATE, error)) &&
         (self->incidents = tambour_account_reading_page (reading, TAMBOUR_TYPE_INCIDENT, NULL, "impact_start", FALSE, -1, error)) &&
         read_components (self, reading, error);
}

static void
making_clear (TambourValueMaking *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->rates, g_ptr_array_unref);
  g_clear_pointer (&self->incidents, g_ptr_array_unref);
  g_clear_pointer (&self->components, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourValueMaking, making_clear)

/* A difference to the year before needs a whole year: of one that still runs, the
 * twelve months that ended yesterday. */
static void
choose_period (TambourValueProposals *self,
               TambourDate            from,
               TambourDate            to,
               TambourDate            today)
{
  self->from = to.julian <= today.julian ? from : tambour_value_year_before (today);
  self->to = to.julian <= today.julian ? to : today;
}

/**
 * tambour_value_proposals_load:
 * @reading: a reading of one account
 * @from: the first day of the agreement year
 * @to: the day after its last one
 * @error: return location
 *
 * Computes the entries that the program can (METRICS.md M60, M61), with the figures of
 * the review: less outage, retired items, fewer infections, known issues avoided, fewer
 * cases, and each incident that was restored faster than agreed. What was accepted or
 * rejected for the year already is not among them. Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): the proposals
 */
TambourValueProposals *
tambour_value_proposals_load (const TambourAccountReading  *reading,
                              TambourDate                   from,
                              TambourDate                   to,
                              GError                      **error)
{
  g_autoptr(TambourValueProposals) self = g_new0 (TambourValueProposals, 1);
  g_auto(TambourValueMaking) making = { .result = self, .account_id = reading->account_id };

  if (!tambour_account_reading_today (reading, &making.today, error))
    return NULL;

  choose_period (self, from, to, making.today);
  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) proposal_free);
  self->facts = tambour_facts_new_for_value (reading->store, reading->account_id, self->from, self->to, reading->at,
                                             reading->cancellable, error);
  if (self->facts == NULL || !read_all (&making, reading, error))
    return NULL;

  making.currency = tambour_value_get_currency (self->facts->agreement, self->facts->account);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      add_rule (&making, &rules[i]);
      if (rules[i].klass == TAMBOUR_VALUE_CLASS_LESS_OUTAGE)
        add_incidents (&making);
    }
  add_components (&making);

  return g_steal_pointer (&self);
}
