/* tambour-demo-case.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

#include "tambour-clock-rules.h"

/* Times of one case while it is told, all in its own order. */
typedef struct
{
  TambourCase    *record;
  JsonObject     *area;
  JsonArray      *story;
  TambourInstant  opened;
  TambourInstant  due;
  TambourInstant  answered;
  TambourInstant  solved;
} Course;

/**
 * tambour_demo_add_event:
 * @self: an account
 * @support_case: one of its cases
 * @at: when it happened
 * @actor: who did it
 * @kind: what
 * @text: (nullable) (transfer full): in words
 *
 * Returns: (transfer none): the event, visible to the customer unless it is a note
 */
TambourCaseEvent *
tambour_demo_add_event (TambourDemoAccount *self,
                        TambourCase        *support_case,
                        TambourInstant      at,
                        TambourActor        actor,
                        TambourEventKind    kind,
                        char               *text)
{
  TambourCaseEvent *event = tambour_demo_own (self, TAMBOUR_TYPE_CASE_EVENT, at);

  tambour_demo_set_ref (&event->case_id, TAMBOUR_RECORD (support_case)->id);
  event->at = at;
  event->recorded_at = at;
  event->actor = actor;
  event->kind = kind;
  event->text = text;
  event->public_update = kind != TAMBOUR_EVENT_KIND_INTERNAL_NOTE && kind != TAMBOUR_EVENT_KIND_OWNER;
  TAMBOUR_RECORD (event)->visibility = event->public_update ? TAMBOUR_VISIBILITY_CUSTOMER : TAMBOUR_VISIBILITY_INTERNAL;

  return event;
}

/* The first areas come up more often; questions are never urgent. */
static JsonObject *
pick_area (TambourDemoAccount *self,
           TambourPriority     priority)
{
  JsonArray *areas = tambour_demo_pool (self->demo, "areas");
  guint n = json_array_get_length (areas);

  while (priority != TAMBOUR_PRIORITY_P1)
    {
      guint i = MIN (tambour_demo_between (self->demo, 0, n - 2), tambour_demo_between (self->demo, 0, n - 2));
      JsonObject *area = json_array_get_object_element (areas, i);

      if (priority == TAMBOUR_PRIORITY_P3 || !json_object_get_boolean_member_with_default (area, "questions", FALSE))
        return area;
    }

  return json_array_get_object_element (areas, n - 1);
}

static TambourChannel
pick_channel (TambourDemoAccount *self,
              TambourPriority     priority)
{
  gboolean has_phone = !g_str_equal (self->plan, "basic");
  double chance = tambour_demo_chance (self->demo);

  if (priority == TAMBOUR_PRIORITY_P1)
    return has_phone ? TAMBOUR_CHANNEL_PHONE : TAMBOUR_CHANNEL_PORTAL;

  return chance < .45 ? TAMBOUR_CHANNEL_PORTAL : TAMBOUR_CHANNEL_EMAIL;
}

/* Mostly in the working day of the account, sometimes at night or on a weekend. */
static TambourInstant
pick_opening (TambourDemoAccount *self,
              TambourDate         date)
{
  gboolean is_odd = tambour_demo_chance (self->demo) < .16;
  int minute = is_odd ? tambour_demo_between (self->demo, 0, 1439) : tambour_demo_between (self->demo, 8 * 60, 17 * 60);

  return tambour_demo_at (self, date, minute);
}

/* The root cause that cases of @area share; made with the first of them. */
static void
link_cause (TambourDemoAccount *self,
            Course             *course)
{
  const char *title = json_object_get_string_member (course->area, "cause");
  g_autofree char *name = g_strconcat ("cause ", title, NULL);
  const char *id = g_hash_table_lookup (self->names, name);

  if (tambour_demo_chance (self->demo) < .3)
    return;

  if (id == NULL)
    {
      TambourRootCause *cause = tambour_demo_own (self, TAMBOUR_TYPE_ROOT_CAUSE, course->opened);

      cause->title = tambour_demo_expand (self, title);
      cause->fix = tambour_demo_expand (self, json_object_get_string_member (course->area, "fix"));
      cause->prevention = tambour_demo_expand (self, json_object_get_string_member (course->area, "prevention"));
      tambour_choice_from_nick (TAMBOUR_TYPE_CAUSE_CLASS, json_object_get_string_member (course->area, "class"), &cause->cause_class);
      if (tambour_demo_chance (self->demo) < .5)
        cause->fixed_on = tambour_demo_days (tambour_demo_date (self, course->solved), 21);
      id = TAMBOUR_RECORD (cause)->id;
      g_hash_table_insert (self->names, g_steal_pointer (&name), g_strdup (id));
    }

  tambour_demo_set_ref (&course->record->root_cause_id, id);
}

/* When somebody answered: nearly always in time. */
static gboolean
plan_answer (TambourDemoAccount  *self,
             Course              *course,
             GError             **error)
{
  TambourCase *record = course->record;
  const TambourTarget *target = tambour_catalogue_find_target (self->demo->catalogue, self->plan, TAMBOUR_CLOCK_KIND_FIRST_RESPONSE,
                                                               record->priority, record->channel, error);
  gboolean is_late = tambour_demo_chance (self->demo) < .025;
  TambourInstant start;
  gint64 minutes;

  if (target == NULL || !tambour_clock_due (target, course->opened, NULL, 0, &start, &course->due, error))
    return FALSE;

  if (record->priority == TAMBOUR_PRIORITY_P1)
    minutes = tambour_demo_between (self->demo, 4, 21);
  else
    minutes = tambour_demo_skewed (self->demo, record->priority == TAMBOUR_PRIORITY_P2 ? 55 : 160, .7);

  course->answered = tambour_demo_later (start, minutes);
  if (is_late)
    course->answered = tambour_demo_later (course->due, tambour_demo_between (self->demo, 25, 290));
  else if (course->answered.seconds > course->due.seconds - 5 * TAMBOUR_MINUTE)
    course->answered = tambour_demo_later (course->due, -6);

  return TRUE;
}

static void
plan_solution (TambourDemoAccount *self,
               Course             *course)
{
  static const double medians[] = { 0, 2.6 * 60, 34 * 60, 46 * 60 };
  guint priority = course->record->priority;
  gint64 minutes = tambour_demo_skewed (self->demo, medians[priority], priority == TAMBOUR_PRIORITY_P1 ? .5 : .95);

  minutes = MIN (minutes, 17 * 24 * 60);
  course->solved = tambour_demo_later (course->opened, minutes);
  if (course->solved.seconds < course->answered.seconds + 25 * TAMBOUR_MINUTE)
    course->solved = tambour_demo_later (course->answered, 25 + minutes % 200);
}

static void
tell_waiting (TambourDemoAccount *self,
              Course             *course)
{
  gint64 minutes = (course->solved.seconds - course->answered.seconds) / TAMBOUR_MINUTE;
  TambourInstant paused = tambour_demo_later (course->answered, minutes / 6);
  TambourInstant resumed = tambour_demo_later (course->answered, minutes / 3);

  if (minutes < 20 * 60 || tambour_demo_chance (self->demo) < .45)
    return;

  tambour_demo_add_event (self, course->record, paused, TAMBOUR_ACTOR_US, TAMBOUR_EVENT_KIND_OUR_MSG, tambour_demo_expand (self, tambour_demo_pick (self->demo, json_object_get_array_member (course->area, "asks"))));
  tambour_demo_add_event (self, course->record, paused, TAMBOUR_ACTOR_US, TAMBOUR_EVENT_KIND_PAUSED,
                          g_strdup ("Waiting for the customer"))
    ->to = g_strdup ("waiting_customer");
  tambour_demo_add_event (self, course->record, resumed, TAMBOUR_ACTOR_CUSTOMER, TAMBOUR_EVENT_KIND_CUSTOMER_MSG,
                          tambour_demo_say (self, "customer_replies"));
  tambour_demo_add_event (self, course->record, resumed, TAMBOUR_ACTOR_SYSTEM, TAMBOUR_EVENT_KIND_RESUMED, NULL)->to = g_strdup ("open");
  tambour_demo_add_event (self, course->record, tambour_demo_later (course->answered, minutes / 2), TAMBOUR_ACTOR_US,
                          TAMBOUR_EVENT_KIND_INTERNAL_NOTE, tambour_demo_say (self, "internal_notes"));
}

static void
tell_plan (TambourDemoAccount *self,
           Course             *course)
{
  gint64 minutes = (course->solved.seconds - course->answered.seconds) / TAMBOUR_MINUTE;
  TambourInstant proposed = tambour_demo_later (course->answered, minutes * 5 / 9);
  TambourInstant agreed = tambour_demo_later (course->answered, minutes * 6 / 9);

  if (course->record->priority != TAMBOUR_PRIORITY_P2 || minutes < 18 * 60 || tambour_demo_chance (self->demo) < .4)
    return;

  tambour_demo_add_event (self, course->record, proposed, TAMBOUR_ACTOR_US, TAMBOUR_EVENT_KIND_PLAN_PROPOSED, tambour_demo_say (self, "plans"));
  tambour_demo_add_event (self, course->record, agreed, TAMBOUR_ACTOR_CUSTOMER, TAMBOUR_EVENT_KIND_PLAN_AGREED, tambour_demo_say (self, "agreements"));
  course->record->plan_agreed_at = agreed;
}

/* It was solved, it came back, it was solved for good. */
static void
tell_return (TambourDemoAccount *self,
             Course             *course)
{
  gint64 minutes = (course->solved.seconds - course->answered.seconds) / TAMBOUR_MINUTE;

  course->record->reopened_count = 0;
  if (minutes < 60 * 60 || tambour_demo_chance (self->demo) > .12)
    return;

  course->record->reopened_count = 1;
  tambour_demo_add_event (self, course->record, tambour_demo_later (course->answered, minutes * 7 / 9), TAMBOUR_ACTOR_US,
                          TAMBOUR_EVENT_KIND_RESOLVED, tambour_demo_say (self, "first_solutions"))
    ->to = g_strdup ("resolved");
  tambour_demo_add_event (self, course->record, tambour_demo_later (course->answered, minutes * 8 / 9), TAMBOUR_ACTOR_CUSTOMER,
                          TAMBOUR_EVENT_KIND_REOPENED, tambour_demo_say (self, "returns"))
    ->to = g_strdup ("open");
}

static void
tell_end (TambourDemoAccount *self,
          Course             *course)
{
  TambourCase *record = course->record;
  TambourInstant closed = tambour_demo_later (course->solved, tambour_demo_between (self->demo, 2 * 1440, 5 * 1440));

  if (record->priority == TAMBOUR_PRIORITY_P1)
    {
      record->restored_at = tambour_demo_later (course->solved, -(course->solved.seconds - course->answered.seconds) / TAMBOUR_MINUTE / 4);
      tambour_demo_add_event (self, record, record->restored_at, TAMBOUR_ACTOR_US, TAMBOUR_EVENT_KIND_RESTORED,
                              tambour_demo_say (self, "restorations"));
    }

  record->resolution = tambour_demo_say_story (self, course->story, TAMBOUR_DEMO_SOLUTION);
  record->resolved_at = course->solved;
  record->status = TAMBOUR_CASE_STATUS_RESOLVED;
  tambour_demo_add_event (self, record, course->solved, TAMBOUR_ACTOR_US, TAMBOUR_EVENT_KIND_RESOLVED,
                          g_strdup (record->resolution))
    ->to = g_strdup ("resolved");

  if (closed.seconds >= self->demo->as_of.seconds)
    return;

  record->closed_at = closed;
  record->status = TAMBOUR_CASE_STATUS_CLOSED;
  tambour_demo_add_event (self, record, closed, TAMBOUR_ACTOR_SYSTEM, TAMBOUR_EVENT_KIND_CLOSED, NULL)->to = g_strdup ("closed");
}

static void
tell_course (TambourDemoAccount *self,
             Course             *course)
{
  TambourCase *record = course->record;

  tambour_demo_add_event (self, record, course->opened, TAMBOUR_ACTOR_CUSTOMER, TAMBOUR_EVENT_KIND_OPENED, tambour_demo_say_story (self, course->story, TAMBOUR_DEMO_REPORT))->to =
    g_strdup (tambour_choice_nick (TAMBOUR_TYPE_PRIORITY, record->priority));

  if (record->channel == TAMBOUR_CHANNEL_EMAIL)
    tambour_demo_add_event (self, record, tambour_demo_later (course->opened, 1), TAMBOUR_ACTOR_SYSTEM, TAMBOUR_EVENT_KIND_OUR_MSG,
                            g_strdup ("Thank you. Your message has reached support; a person answers next."))
      ->automatic = TRUE;

  record->first_response_at = course->answered;
  tambour_demo_add_event (self, record, course->answered, TAMBOUR_ACTOR_US, TAMBOUR_EVENT_KIND_OUR_MSG, tambour_demo_say_story (self, course->story, TAMBOUR_DEMO_ANSWER));
  tambour_demo_add_event (self, record, course->answered, TAMBOUR_ACTOR_US, TAMBOUR_EVENT_KIND_STATUS, NULL)->to = g_strdup ("open");

  tell_waiting (self, course);
  tell_plan (self, course);
  tell_return (self, course);
  tell_end (self, course);
}

static void
add_incident (TambourDemoAccount *self,
              Course             *course)
{
  TambourCase *record = course->record;
  TambourIncident *incident = tambour_demo_own (self, TAMBOUR_TYPE_INCIDENT, course->opened);

  incident->service = g_strdup (record->title);
  incident->impact_start = tambour_demo_later (course->opened, -tambour_demo_between (self->demo, 2, 9));
  incident->detected_at = tambour_demo_later (course->opened, -1);
  incident->restored_at = record->restored_at;
  incident->scope = tambour_demo_say (self, "scopes");
  incident->summary = tambour_demo_say_story (self, course->story, TAMBOUR_DEMO_REPORT);
  incident->rca = g_strdup (record->resolution);
  if (json_object_has_member (self->life, "outage_hour"))
    incident->cost_per_hour = tambour_demo_money (self, tambour_demo_life_count (self, "outage_hour", 0));

  tambour_demo_set_ref (&record->incident_id, TAMBOUR_RECORD (incident)->id);
}

static void
add_escalation (TambourDemoAccount *self,
                Course             *course)
{
  gboolean is_p1 = course->record->priority == TAMBOUR_PRIORITY_P1;
  gint64 minutes = (course->solved.seconds - course->opened.seconds) / TAMBOUR_MINUTE;
  TambourEscalation *escalation;
  TambourInstant at;

  if (!is_p1 && (course->record->priority != TAMBOUR_PRIORITY_P2 || minutes < 3 * 1440 || tambour_demo_chance (self->demo) > .45))
    return;

  at = tambour_demo_later (course->opened, is_p1 ? tambour_demo_between (self->demo, 5, 24) : minutes / 3);
  escalation = tambour_demo_own (self, TAMBOUR_TYPE_ESCALATION, at);
  tambour_demo_set_ref (&escalation->case_id, TAMBOUR_RECORD (course->record)->id);
  escalation->title = g_strdup (course->record->title);
  escalation->reason = tambour_demo_say (self, is_p1 ? "outage_reasons" : "escalation_reasons");
  escalation->level = is_p1 ? 3 : 2;
  escalation->declared_at = at;
  escalation->raised_by = tambour_demo_chance (self->demo) < .65 ? TAMBOUR_RAISED_BY_TAM : TAMBOUR_RAISED_BY_CUSTOMER;
  escalation->declared_by = g_strdup (escalation->raised_by == TAMBOUR_RAISED_BY_TAM ? self->tam_name : course->record->reporter_name);
  escalation->acknowledged_at = tambour_demo_later (at, tambour_demo_between (self->demo, 4, 50));
  escalation->owner = g_strdup ("Priscilla Oduya");
  escalation->ask = tambour_demo_say (self, "escalation_asks");
  escalation->deescalated_at = course->solved;
  escalation->outcome = g_strdup (course->record->resolution);
}

/* What comes when the TAM is away is seen the next morning (RESPONSE-CLOCK.md rule 7). */
static void
add_acknowledgement (TambourDemoAccount *self,
                     Course             *course)
{
  TambourInstant opening = course->opened;
  TambourAcknowledgement *seen;

  if (tambour_calendar_is_covered (self->tam_hours, course->opened))
    return;

  while (!tambour_calendar_is_covered (self->tam_hours, opening))
    opening = tambour_demo_later (opening, 15 - opening.seconds / 60 % 15);

  seen = tambour_demo_own (self, TAMBOUR_TYPE_ACKNOWLEDGEMENT, opening);
  tambour_demo_set_ref (&seen->case_id, TAMBOUR_RECORD (course->record)->id);
  tambour_demo_set_ref (&seen->person_id, self->tam_id);
  seen->notified_at = tambour_demo_later (course->opened, tambour_demo_between (self->demo, 2, 14));
  seen->at = tambour_demo_later (opening, tambour_demo_chance (self->demo) < .94 ? tambour_demo_between (self->demo, 4, 95) : 260);
}

static void
add_survey (TambourDemoAccount *self,
            Course             *course)
{
  TambourSurveyResponse *survey;

  if (tambour_demo_chance (self->demo) > .3)
    return;

  survey = tambour_demo_own (self, TAMBOUR_TYPE_SURVEY_RESPONSE, course->solved);
  survey->kind = TAMBOUR_SURVEY_KIND_CSAT;
  survey->asked_at = course->solved;
  tambour_demo_set_ref (&survey->case_id, TAMBOUR_RECORD (course->record)->id);
  if (tambour_demo_chance (self->demo) < .68)
    {
      gboolean is_happy = course->answered.seconds <= course->due.seconds && tambour_demo_chance (self->demo) < .85;

      survey->answered_at = tambour_demo_later (course->solved, tambour_demo_between (self->demo, 90, 2000));
      survey->score = is_happy ? tambour_demo_between (self->demo, 4, 5) : tambour_demo_between (self->demo, 2, 3);
      survey->text = tambour_demo_say (self, is_happy ? "praise" : "complaints");
    }
}

static gboolean
add_case (TambourDemoAccount  *self,
          TambourPriority      priority,
          TambourDate          date,
          GError             **error)
{
  static const char * const engineers[] = { "gareth", "yuki", "luz", "henrik" };
  static const char * const engineer_names[] = { "Gareth Pugh", "Yuki Tanaka", "Luz Arroyo", "Henrik Vos" };
  guint engineer = tambour_demo_between (self->demo, 0, 3);
  TambourContact *reporter = tambour_demo_pick_contact (self);
  Course course = { .opened = pick_opening (self, date), .area = pick_area (self, priority) };
  TambourCase *record = course.record = tambour_demo_own (self, TAMBOUR_TYPE_CASE, course.opened);

  tambour_demo_choose (self);
  course.story = tambour_demo_pick_story (self, course.area);
  record->title = tambour_demo_say_story (self, course.story, TAMBOUR_DEMO_TITLE);
  record->category = g_strdup (json_object_get_string_member (course.area, "area"));
  record->product = g_strdup (json_object_get_string_member (course.area, "product"));
  record->priority = priority;
  record->channel = pick_channel (self, priority);
  record->opened_at = course.opened;
  record->reporter_name = g_strdup (reporter->name);
  record->owner_name = g_strdup (engineer_names[engineer]);
  record->impact = tambour_demo_say (self, priority == TAMBOUR_PRIORITY_P3 ? "small_impacts" : "impacts");
  tambour_demo_set_ref (&record->reporter_id, TAMBOUR_RECORD (reporter)->id);
  tambour_demo_set_ref (&record->owner_id, tambour_demo_find (self->demo, NULL, engineers[engineer]));
  g_ptr_array_add (self->cases, g_object_ref (record));

  if (!plan_answer (self, &course, error))
    return FALSE;

  plan_solution (self, &course);
  tell_course (self, &course);
  link_cause (self, &course);
  if (priority == TAMBOUR_PRIORITY_P1)
    add_incident (self, &course);
  add_escalation (self, &course);
  add_acknowledgement (self, &course);
  add_survey (self, &course);
  g_hash_table_remove_all (self->chosen);

  return TRUE;
}

/* A few days before @date, since cases do not come evenly; seldom a weekend. */
static TambourDate
pick_day (TambourDemoAccount *self,
          TambourDate         date)
{
  TambourDate first = tambour_demo_date (self, self->start);
  TambourDate day = tambour_demo_days (date, -tambour_demo_between (self->demo, 0, 24));

  if (tambour_date_weekday (day) >= 5 && tambour_demo_chance (self->demo) < .6)
    day = tambour_demo_days (day, -2);

  return day.julian > first.julian ? day : first;
}

/**
 * tambour_demo_make_cases:
 * @self: an account
 * @error: return location
 *
 * Two years of cases from opening to close, at the rate of the account's life.
 * They end three weeks ago: what is open now is told word for word.
 *
 * Returns: %FALSE if the plan has no target for one
 */
gboolean
tambour_demo_make_cases (TambourDemoAccount  *self,
                         GError             **error)
{
  JsonArray *rates = json_object_get_array_member (self->life, "cases");
  double cases_before = json_object_get_double_member (self->life, "cases_before");
  double outages_before = json_object_get_double_member_with_default (self->life, "outages_before", cases_before);
  TambourDate today = tambour_demo_date (self, self->demo->as_of);

  for (guint priority = TAMBOUR_PRIORITY_P1; priority <= TAMBOUR_PRIORITY_P3; priority++)
    {
      double before = priority == TAMBOUR_PRIORITY_P1 ? outages_before : cases_before;
      double waiting = tambour_demo_chance (self->demo);

      for (TambourDate date = tambour_demo_date (self, self->start); date.julian < today.julian - 21; date.julian++)
        {
          waiting += json_array_get_double_element (rates, priority - 1) / 365 * (date.julian + 365 < today.julian ? before : 1);
          if (waiting < 1)
            continue;

          waiting--;
          if (!add_case (self, priority, pick_day (self, date), error))
            return FALSE;
        }
    }

  return TRUE;
}
