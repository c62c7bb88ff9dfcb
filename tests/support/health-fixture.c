/* health-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "health-fixture.h"

void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->facts = tambour_health_facts_new ();
  fixture->zone = tambour_zone_lookup ("America/Chicago");
  g_assert_nonnull (fixture->zone);
  g_assert_true (tambour_instant_parse (NOW, &fixture->now));
  fixture->facts->since = tambour_date_new (2024, 7, 1);
}

void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->facts, tambour_health_facts_free);
  g_clear_pointer (&fixture->zone, g_time_zone_unref);
}

TambourHealth *
judge (Fixture *fixture)
{
  return tambour_health_judge (fixture->facts, fixture->zone, fixture->now);
}

const TambourHealthPart *
find_part (const TambourHealth *health,
           const char          *code)
{
  for (guint i = 0; i < health->parts->len; i++)
    {
      const TambourHealthPart *part = g_ptr_array_index (health->parts, i);

      if (g_str_equal (part->code, code))
        return part;
    }

  g_assert_not_reached ();
}

TambourDate
days_from_now (int days)
{
  return (TambourDate) { tambour_date_new (2026, 11, 23).julian + days };
}

gpointer
add (GPtrArray *array,
     GType      type)
{
  TambourRecord *record = tambour_record_new (type, NULL);

  g_ptr_array_add (array, record);

  return record;
}

void
add_cases (Fixture         *fixture,
           TambourPriority  priority,
           guint            n)
{
  for (guint i = 0; i < n; i++)
    {
      TambourCase *one = add (fixture->facts->recent_cases, TAMBOUR_TYPE_CASE);

      one->priority = priority;
      one->opened_at = (TambourInstant) { fixture->now.seconds - (i + 1) * TAMBOUR_DAY };
    }
}

void
set_usual (Fixture *fixture,
           double   p1,
           double   p2,
           double   p3)
{
  const double usual[] = { 0, p1, p2, p3 };

  memcpy (fixture->facts->usual_cases, usual, sizeof usual);
}

TambourGoal *
add_goal (Fixture           *fixture,
          TambourGoalStatus  status,
          TambourDate        due,
          double             progress)
{
  TambourHealthGoal goal = { TAMBOUR_GOAL (tambour_record_new (TAMBOUR_TYPE_GOAL, NULL)), { 0 }, progress };

  goal.goal->statement = g_strdup ("Guest Wi-Fi on its own policy");
  goal.goal->status = status;
  goal.goal->due = due;
  g_array_append_val (fixture->facts->goals, goal);

  return goal.goal;
}

void
add_stored (Fixture    *fixture,
            const char *code,
            double      weight,
            double      value,
            int         days)
{
  TambourHealthComponent *component = add (fixture->facts->stored, TAMBOUR_TYPE_HEALTH_COMPONENT);

  component->code = g_strdup (code);
  component->weight = weight;
  component->value = value;
  component->source = g_strdup ("The tone of the last calls");
  component->as_of = days_from_now (days);
}

void
add_sample (Fixture    *fixture,
            const char *on,
            double      value)
{
  TambourHealthSample sample = { .value = value, .id = g_strdup (on) };

  g_assert_true (tambour_date_parse (on, &sample.on));
  g_set_str (&fixture->facts->metric, TAMBOUR_METRIC_REQUESTS);
  g_array_append_val (fixture->facts->usage, sample);
}

TambourResponseClock *
add_clock (Fixture           *fixture,
           TambourCase       *of,
           TambourClockState  state)
{
  TambourResponseClock *clock = add (fixture->facts->clocks, TAMBOUR_TYPE_RESPONSE_CLOCK);

  clock->case_id.id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (of)));
  clock->state = state;

  return clock;
}

/* --- the whole ------------------------------------------------------------ */
