/* tambour-demo-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

#include "tambour-frozen.h"

/* A review of more cases than anybody looks at would only make the portfolio large. */
#define MOST_REVIEWED 200

/* Only where the customer has agreed to rates is anything counted in money. */
static void
add_rate (TambourDemoAccount *self,
          TambourDate         on,
          const char         *code,
          const char         *title,
          gint64              units,
          double              number,
          const char         *unit)
{
  TambourRate *rate = tambour_demo_own (self, TAMBOUR_TYPE_RATE, tambour_demo_at (self, on, 15 * 60));

  rate->code = g_strdup (code);
  rate->title = g_strdup (title);
  if (units > 0)
    rate->amount = tambour_demo_money (self, units);
  else
    rate->number = number;
  rate->unit = g_strdup (unit);
  rate->agreed_on = on;
  rate->agreed_by = g_strdup (((TambourContact *) g_ptr_array_index (self->contacts, 0))->name);
}

static void
add_rates (TambourDemoAccount *self,
           TambourDate         on)
{
  g_autofree char *by_hour = g_strdup_printf ("%s/h", self->account->currency);

  add_rate (self, on, "outage_hour", "Outage hour, all sites", tambour_demo_life_count (self, "outage_hour", 1), 0, by_hour);
  add_rate (self, on, "staff_hour", "Staff hour, loaded", tambour_demo_life_count (self, "staff_hour", 1), 0, by_hour);
  add_rate (self, on, "hours_per_case", "Staff time per case", 0, 3, "h");
  add_rate (self, on, "hours_per_device", "Clean-up per device", 0, 2.5, "h");
}

static void
add_value (TambourDemoAccount *self,
           TambourDate         on,
           TambourValueClass   kind,
           const char         *title,
           gint64              count,
           const char         *unit,
           gint64              rate,
           double              share)
{
  TambourInstant at = tambour_demo_at (self, on, 11 * 60);
  TambourValueEntry *entry = tambour_demo_own (self, TAMBOUR_TYPE_VALUE_ENTRY, tambour_demo_later (at, -7 * 1440));

  entry->title = g_strdup (title);
  entry->class = kind;
  entry->on = on;
  entry->gross = tambour_demo_money (self, count * rate);
  entry->share = share;
  entry->formula = g_strdup_printf ("%" G_GINT64_FORMAT " %s × %" G_GINT64_FORMAT " %s", count, unit, rate, self->account->currency);
  entry->formula_version = 1;
  entry->inputs = g_strdup_printf ("{\"count\":%" G_GINT64_FORMAT "}", count);
  entry->confidence = g_strdup (share < 1 ? "Agreed rate" : "Invoice");
  entry->evidence = tambour_demo_say (self, "value_evidence");
  entry->state = TAMBOUR_VALUE_STATE_ACCEPTED;
  entry->accepted_at = at;
  tambour_demo_set_ref (&entry->accepted_by_id, TAMBOUR_RECORD (g_ptr_array_index (self->contacts, 0))->id);
}

/* Devices that were found infected in the 365 days up to @end. */
static gint64
count_devices (TambourDemoAccount *self,
               TambourDate         end)
{
  double n = 0;

  for (guint i = 0; i < self->demo->pending->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (self->demo->pending, i);
      TambourUsageSample *sample = TAMBOUR_IS_USAGE_SAMPLE (record) ? TAMBOUR_USAGE_SAMPLE (record) : NULL;

      if (sample != NULL && g_str_equal (sample->metric, TAMBOUR_METRIC_INFECTED_DEVICES) &&
          g_str_equal (record->account_id.id, self->id) &&
          sample->on.julian < end.julian && sample->on.julian + 365 >= end.julian)
        n += sample->value;
    }

  return n;
}

/* Cases, and minutes of outage, of the 365 days up to @end. */
static gint64
count_year (TambourDemoAccount *self,
            TambourDate         end,
            gint64             *outage)
{
  TambourInstant last = tambour_demo_at (self, end, 0);
  gint64 n = 0;

  *outage = 0;
  for (guint i = 0; i < self->cases->len; i++)
    {
      TambourCase *found = g_ptr_array_index (self->cases, i);

      if (found->opened_at.seconds >= last.seconds || found->opened_at.seconds < last.seconds - 365 * TAMBOUR_DAY)
        continue;

      n++;
      if (found->priority == TAMBOUR_PRIORITY_P1 && tambour_instant_is_stated (found->resolved_at))
        *outage += (found->resolved_at.seconds - found->opened_at.seconds) / TAMBOUR_MINUTE;
    }

  return n;
}

static void
add_open (TambourDemoAccount *self,
          TambourDate         on)
{
  TambourValueEntry *open = tambour_demo_own (self, TAMBOUR_TYPE_VALUE_ENTRY, tambour_demo_at (self, on, 10 * 60));

  open->title = tambour_demo_say (self, "unquantified");
  open->class = TAMBOUR_VALUE_CLASS_UNQUANTIFIED;
  open->on = on;
  open->state = TAMBOUR_VALUE_STATE_PROPOSED;
}

/* A line that got worse is counted too, below zero (METRICS.md M60). */
static void
add_year (TambourDemoAccount *self,
          TambourDate         on)
{
  gint64 outage = tambour_demo_life_count (self, "outage_hour", 1);
  gint64 staff = tambour_demo_life_count (self, "staff_hour", 1);
  gint64 before, now, minutes_before, minutes;

  now = count_year (self, on, &minutes);
  before = count_year (self, tambour_demo_days (on, -365), &minutes_before);
  if (tambour_demo_days (on, -730).julian >= tambour_demo_date (self, self->start).julian)
    {
      add_value (self, on, TAMBOUR_VALUE_CLASS_LESS_OUTAGE, "Less outage time", (minutes_before - minutes) / 60, "h", outage, .5);
      add_value (self, on, TAMBOUR_VALUE_CLASS_FEWER_CASES, "Fewer support cases", 3 * (before - now), "h", staff, 1);
      add_value (self, on, TAMBOUR_VALUE_CLASS_FEWER_INFECTIONS, "Fewer infected devices",
                 5 * (count_devices (self, tambour_demo_days (on, -365)) - count_devices (self, on)) / 2, "h", staff, .5);
    }

  if (json_object_has_member (self->life, "retired"))
    add_value (self, on, TAMBOUR_VALUE_CLASS_RETIRED_ITEMS, "Retired resolvers", tambour_demo_life_count (self, "retired", 0),
               "months", tambour_demo_life_count (self, "retired_rate", 0), 1);

  add_value (self, on, TAMBOUR_VALUE_CLASS_ISSUES_AVOIDED, "Known issues avoided", 2 * tambour_demo_between (self->demo, 1, 2), "h", outage, .5);
  add_open (self, on);
}

/* What a TAM judges beside what is counted; most accounts have one such part. */
static void
add_health (TambourDemoAccount *self)
{
  TambourHealthComponent *part;

  if (!json_object_has_member (self->life, "relationship"))
    return;

  part = tambour_demo_own (self, TAMBOUR_TYPE_HEALTH_COMPONENT, tambour_demo_later (self->demo->as_of, -600));
  part->code = g_strdup ("relationship");
  part->weight = 1;
  part->value = json_object_get_int_member (self->life, "relationship");
  part->source = tambour_demo_say (self, "health_sources");
  part->as_of = tambour_demo_days (tambour_demo_date (self, self->demo->as_of), -1);
}

/* The cases that last year's review is about; what was opened later it does not know. */
static GPtrArray *
list_reviewed (TambourDemoAccount *self,
               TambourReport      *report)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->cases->len && list->len < MOST_REVIEWED; i++)
    {
      TambourCase *one = g_ptr_array_index (self->cases, i);
      TambourDate opened = tambour_demo_date (self, one->opened_at);

      if (opened.julian >= report->period_from.julian && opened.julian <= report->period_to.julian)
        g_ptr_array_add (list, one);
    }

  return list;
}

static void
freeze (TambourDemoAccount *self,
        TambourReport      *report,
        TambourSnapshot    *snapshot,
        GPtrArray          *cases)
{
  g_autoptr(GPtrArray) lists = g_ptr_array_new ();
  TambourFacts facts = { .account = self->account, .records = lists };
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (lists, cases);
  text = tambour_frozen_write (&facts, NULL);
  snapshot->body = tambour_frozen_pack (text, &snapshot->hash, &error);
  g_assert_no_error (error);
  report->snapshot_hash = g_strdup (snapshot->hash);
}

/* Last year's review as it was sent, with the figure that opened it. */
static void
add_report (TambourDemoAccount *self)
{
  TambourDate today = tambour_demo_date (self, self->demo->as_of);
  TambourInstant at = tambour_demo_at (self, tambour_demo_days (today, -330), 12 * 60);
  TambourReport *report = tambour_demo_own (self, TAMBOUR_TYPE_REPORT, at);
  TambourSnapshot *snapshot = tambour_demo_own (self, TAMBOUR_TYPE_SNAPSHOT, at);
  TambourFigure *figure = tambour_demo_own (self, TAMBOUR_TYPE_FIGURE, at);
  TambourAttachment *file = tambour_demo_own (self, TAMBOUR_TYPE_ATTACHMENT, at);
  g_autoptr(GPtrArray) cases = NULL;

  report->title = g_strdup ("Executive business review");
  report->kind = TAMBOUR_REPORT_KIND_EBR;
  report->period_from = tambour_demo_days (today, -330 - 366);
  report->period_to = tambour_demo_days (today, -331);
  report->as_of = at;
  report->program_version = g_strdup (TAMBOUR_VERSION);
  report->state = TAMBOUR_REPORT_STATE_FINAL;
  report->narrative = tambour_demo_say (self, "narratives");
  tambour_demo_set_ref (&snapshot->report_id, TAMBOUR_RECORD (report)->id);
  tambour_demo_set_ref (&figure->report_id, TAMBOUR_RECORD (report)->id);

  cases = list_reviewed (self, report);
  freeze (self, report, snapshot, cases);
  figure->key = g_strdup ("cases.opened");
  figure->value = cases->len;
  figure->unit = g_strdup (tambour_unit_name (TAMBOUR_UNIT_COUNT));
  figure->n = cases->len;
  figure->definition_version = 1;
  figure->text = g_strdup_printf ("%u", cases->len);

  file->name = g_strdup_printf ("%s, business review.pdf", self->account->name);
  file->type = g_strdup ("application/pdf");
  file->size = self->demo->review_size;
  file->hash = g_strdup (self->demo->review_hash);
  file->record_id = g_strdup (TAMBOUR_RECORD (report)->id);
}

/**
 * tambour_demo_make_value:
 * @self: an account
 *
 * Rates, what each year was worth, health, and last year's report.
 */
void
tambour_demo_make_value (TambourDemoAccount *self)
{
  TambourDate today = tambour_demo_date (self, self->demo->as_of);

  add_health (self);
  if (!g_str_equal (self->plan, "platinum"))
    return;

  add_report (self);
  if (!json_object_has_member (self->life, "outage_hour"))
    return;

  add_rates (self, tambour_demo_days (today, -420));
  add_year (self, tambour_demo_days (today, -395));
  add_year (self, tambour_demo_days (today, -40));
}
