/* tambour-demo-call.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

static void
add_attendance (TambourDemoAccount *self,
                TambourEngagement  *engagement,
                guint               n)
{
  guint first = tambour_demo_between (self->demo, 0, self->contacts->len - 1);

  for (guint i = 0; i < MIN (n, self->contacts->len); i++)
    {
      TambourContact *contact = g_ptr_array_index (self->contacts, (first + i) % self->contacts->len);
      TambourAttendance *attendance = tambour_demo_own (self, TAMBOUR_TYPE_ATTENDANCE, engagement->planned_start);

      tambour_demo_set_ref (&attendance->engagement_id, TAMBOUR_RECORD (engagement)->id);
      tambour_demo_set_ref (&attendance->contact_id, TAMBOUR_RECORD (contact)->id);
      attendance->name = g_strdup (contact->name);
      attendance->role = g_strdup (contact->title);
    }
}

/* What falls due these days is told word for word, where an account is. */
static gboolean
is_told (TambourDemoAccount *self,
         TambourDate         due)
{
  return self->index < TAMBOUR_DEMO_N_TOLD && due.julian <= tambour_demo_date (self, self->demo->as_of).julian + 8;
}

static void
add_action (TambourDemoAccount *self,
            TambourEngagement  *engagement)
{
  TambourInstant made = tambour_demo_later (engagement->planned_start, 45);
  TambourActionItem *action = tambour_demo_own (self, TAMBOUR_TYPE_ACTION_ITEM, made);
  int days = 7 * tambour_demo_between (self->demo, 1, 3);
  gint64 age = (self->demo->as_of.seconds - made.seconds) / TAMBOUR_DAY;
  gboolean is_done = age > days + 5 ? tambour_demo_chance (self->demo) < .97 : age > days && tambour_demo_chance (self->demo) < .6;

  action->title = tambour_demo_say (self, "actions");
  action->side = tambour_demo_chance (self->demo) < .62 ? TAMBOUR_SIDE_US : TAMBOUR_SIDE_CUSTOMER;
  action->owner = g_strdup (action->side == TAMBOUR_SIDE_US ? self->tam_name : tambour_demo_pick_contact (self)->name);
  action->due = tambour_demo_days (tambour_demo_date (self, made), days);
  tambour_demo_set_ref (&action->engagement_id, TAMBOUR_RECORD (engagement)->id);

  if (is_done || is_told (self, action->due))
    {
      gboolean is_late = tambour_demo_chance (self->demo) < .07 && age > days + 5;

      action->status = TAMBOUR_ACTION_STATUS_DONE;
      action->done_at = tambour_demo_later (made, is_late ? (days + 4) * 1440 : tambour_demo_between (self->demo, 600, days * 1440 - 600));
      if (action->done_at.seconds >= self->demo->as_of.seconds)
        action->done_at.seconds = made.seconds + (self->demo->as_of.seconds - made.seconds) / 2;
    }
  else if (age > 90)
    {
      action->status = TAMBOUR_ACTION_STATUS_DROPPED;
      action->result = tambour_demo_say (self, "dropped");
    }
}

static void
add_commitment (TambourDemoAccount *self,
                TambourEngagement  *engagement)
{
  TambourDate made = tambour_demo_date (self, engagement->planned_start);
  TambourCommitment *commitment = tambour_demo_own (self, TAMBOUR_TYPE_COMMITMENT, engagement->planned_start);
  int days = tambour_demo_between (self->demo, 20, 60);
  TambourDate today = tambour_demo_date (self, self->demo->as_of);

  commitment->text = tambour_demo_say (self, "commitments");
  commitment->side = tambour_demo_chance (self->demo) < .75 ? TAMBOUR_SIDE_US : TAMBOUR_SIDE_CUSTOMER;
  commitment->made_on = made;
  commitment->due = tambour_demo_days (made, days);
  tambour_demo_set_ref (&commitment->engagement_id, TAMBOUR_RECORD (engagement)->id);
  tambour_demo_set_ref (&commitment->to_contact_id, TAMBOUR_RECORD (tambour_demo_pick_contact (self))->id);

  if (commitment->due.julian >= today.julian && !is_told (self, commitment->due))
    return;

  if (commitment->due.julian >= today.julian || tambour_demo_chance (self->demo) < .9)
    {
      commitment->status = TAMBOUR_COMMITMENT_STATUS_KEPT;
      commitment->settled_on = tambour_demo_days (commitment->due, -tambour_demo_between (self->demo, 0, 12));
      commitment->settled_on.julian = MIN (commitment->settled_on.julian, today.julian - 1);
    }
  else
    {
      commitment->status = TAMBOUR_COMMITMENT_STATUS_LATE;
      commitment->reason = tambour_demo_say (self, "late_reasons");
      commitment->carried = tambour_demo_say (self, "carried");
    }
}

static void
add_time (TambourDemoAccount *self,
          TambourInstant      at,
          gint64              minutes,
          const char         *entitlement)
{
  TambourTimeEntry *entry = tambour_demo_own (self, TAMBOUR_TYPE_TIME_ENTRY, at);

  tambour_demo_set_ref (&entry->person_id, self->tam_id);
  entry->on = tambour_demo_date (self, at);
  entry->minutes = minutes;
  entry->activity = tambour_demo_say (self, "activities");
  tambour_demo_set_ref (&entry->entitlement_id, entitlement ? g_hash_table_lookup (self->names, entitlement) : NULL);
}

/* A call's minutes: what was said, in three to five sentences, some as a list. */
static char *
write_minutes (TambourDemoAccount *self)
{
  g_autoptr(GString) body = g_string_new (NULL);
  g_autofree char *opening = tambour_demo_say (self, "call_openings");
  JsonArray *points = tambour_demo_pool (self->demo, "call_points");
  guint first = tambour_demo_between (self->demo, 0, json_array_get_length (points) - 1);
  guint step = tambour_demo_between (self->demo, 1, 3);
  guint n = tambour_demo_between (self->demo, 2, 4);

  g_string_append_printf (body, "%s\n", opening);
  for (guint i = 0; i < n; i++)
    {
      guint at = (first + i * step) % json_array_get_length (points);
      g_autofree char *point = tambour_demo_expand (self, json_array_get_string_element (points, at));

      g_string_append_printf (body, "\n- %s", point);
    }

  return g_strdup (body->str);
}

static TambourEngagement *
add_engagement (TambourDemoAccount    *self,
                TambourEngagementKind  kind,
                const char            *title,
                TambourInstant         start,
                int                    minutes)
{
  TambourEngagement *engagement = tambour_demo_own (self, TAMBOUR_TYPE_ENGAGEMENT, start);

  engagement->title = g_strdup (title);
  engagement->kind = kind;
  engagement->planned_start = start;
  engagement->planned_end = tambour_demo_later (start, minutes);
  engagement->channel = g_strdup (kind == TAMBOUR_ENGAGEMENT_KIND_ONSITE ? "On site" : "Video");

  return engagement;
}

static void
hold (TambourDemoAccount *self,
      TambourEngagement  *engagement)
{
  gint64 minutes = (engagement->planned_end.seconds - engagement->planned_start.seconds) / TAMBOUR_MINUTE;

  engagement->status = TAMBOUR_ENGAGEMENT_STATUS_HELD;
  engagement->actual_start = tambour_demo_later (engagement->planned_start, tambour_demo_between (self->demo, 0, 4));
  engagement->minutes = MAX (12, minutes + tambour_demo_between (self->demo, -11, 6));
  engagement->body = write_minutes (self);
  engagement->summary = tambour_demo_say (self, "call_summaries");
  engagement->sentiment = tambour_demo_chance (self->demo) < .6 ? TAMBOUR_SENTIMENT_SUPPORTER : TAMBOUR_SENTIMENT_NEUTRAL;
  add_attendance (self, engagement, tambour_demo_between (self->demo, 2, 4));
}

/* A call that the story tells word for word, under “call” and its date. */
static gboolean
keep_told (TambourDemoAccount *self,
           TambourCadence     *cadence,
           TambourInstant      start)
{
  g_autofree char *date = tambour_date_dup_text (tambour_demo_date (self, start));
  g_autofree char *name = g_strconcat ("call ", date, NULL);
  const char *id = g_hash_table_lookup (self->names, name);

  for (guint i = 0; id && i < self->demo->pending->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (self->demo->pending, i);

      if (g_str_equal (record->id, id))
        tambour_demo_set_ref (&TAMBOUR_ENGAGEMENT (record)->cadence_id, TAMBOUR_RECORD (cadence)->id);
    }

  if (id != NULL)
    tambour_demo_use (self, "granted call", start, 1, id);

  return id != NULL;
}

static void
add_call (TambourDemoAccount *self,
          TambourCadence     *cadence,
          TambourInstant      start)
{
  TambourEngagement *call = add_engagement (self, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, cadence->title, start,
                                            tambour_demo_life_count (self, "call_minutes", 30));
  guint n = tambour_demo_between (self->demo, 0, 3);

  tambour_demo_set_ref (&call->cadence_id, TAMBOUR_RECORD (cadence)->id);
  if (tambour_demo_chance (self->demo) < .06)
    {
      double chance = tambour_demo_chance (self->demo);

      call->status = chance < .5 ? TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_THEM :
                     chance < .8 ? TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_US :
                                   TAMBOUR_ENGAGEMENT_STATUS_NO_SHOW;
      call->summary = tambour_demo_say (self, "not_held");
      return;
    }

  hold (self, call);
  call->next_date = tambour_demo_days (tambour_demo_date (self, start), cadence->interval_days);
  tambour_demo_use (self, "granted call", start, 1, TAMBOUR_RECORD (call)->id);
  for (guint i = 0; i < n; i++)
    add_action (self, call);
  if (tambour_demo_chance (self->demo) < .02 * cadence->interval_days)
    add_commitment (self, call);
}

static void
add_roadmap_review (TambourDemoAccount *self,
                    TambourInstant      start)
{
  TambourEngagement *call = add_engagement (self, TAMBOUR_ENGAGEMENT_KIND_ROADMAP_REVIEW, "Roadmap review", start, 60);
  TambourRoadmapReview *review;

  hold (self, call);
  review = tambour_demo_own (self, TAMBOUR_TYPE_ROADMAP_REVIEW, start);
  tambour_demo_set_ref (&review->engagement_id, TAMBOUR_RECORD (call)->id);
  review->on = tambour_demo_date (self, start);
  review->items_shown = g_strdupv ((GStrv) (const char *[]) { "Policy from directory groups", "Log export to own storage", NULL });
  review->reactions = tambour_demo_say (self, "reactions");
  if (tambour_demo_chance (self->demo) < .5)
    add_action (self, call);
}

static void
add_business_review (TambourDemoAccount *self,
                     TambourInstant      start)
{
  TambourEngagement *review = add_engagement (self, TAMBOUR_ENGAGEMENT_KIND_EBR, "Executive business review", start, 60);
  TambourAttendance *sponsor = tambour_demo_own (self, TAMBOUR_TYPE_ATTENDANCE, start);
  TambourDecision *decision = tambour_demo_own (self, TAMBOUR_TYPE_DECISION, start);
  TambourContact *first = g_ptr_array_index (self->contacts, 0);

  hold (self, review);
  tambour_demo_set_ref (&sponsor->engagement_id, TAMBOUR_RECORD (review)->id);
  tambour_demo_set_ref (&sponsor->contact_id, TAMBOUR_RECORD (first)->id);
  sponsor->name = g_strdup (first->name);
  sponsor->role = g_strdup (first->title);
  tambour_demo_set_ref (&decision->engagement_id, TAMBOUR_RECORD (review)->id);
  decision->text = tambour_demo_say (self, "decisions");
  decision->decided_by = g_strdup (first->name);
  decision->on = tambour_demo_date (self, start);
  decision->position = 1;
  tambour_demo_use (self, "granted ebr", start, 1, TAMBOUR_RECORD (review)->id);
  add_commitment (self, review);
  add_commitment (self, review);
}

static TambourCadence *
add_cadence (TambourDemoAccount *self)
{
  TambourCadence *cadence = tambour_demo_own (self, TAMBOUR_TYPE_CADENCE, self->start);

  cadence->interval_days = tambour_demo_life_count (self, "call_days", 7);
  cadence->title = g_strdup (cadence->interval_days == 7 ? "Weekly call" : "Fortnightly call");
  cadence->kind = TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL;
  cadence->weekday = tambour_demo_life_count (self, "call_weekday", 0);
  cadence->grace_days = 2;
  tambour_demo_set_ref (&cadence->owner_id, self->tam_id);

  return cadence;
}

/* A regular call and what comes with it now and then. */
static void
add_week (TambourDemoAccount *self,
          TambourCadence     *cadence,
          TambourDate         date,
          guint               calls)
{
  int minute = tambour_demo_life_count (self, "call_minute", 10 * 60);

  add_call (self, cadence, tambour_demo_at (self, date, minute));
  if (calls % 13 == 9)
    add_roadmap_review (self, tambour_demo_at (self, tambour_demo_days (date, 1), minute + 60));
  if (calls % 52 == 20)
    add_business_review (self, tambour_demo_at (self, tambour_demo_days (date, 1), minute));
  if (calls % 4 == 0)
    add_time (self, tambour_demo_at (self, date, minute + 120), 15 * tambour_demo_between (self->demo, 2, 10), NULL);
}

/* Without a TAM there are no regular calls: a few when something is the matter. */
static void
make_few_calls (TambourDemoAccount *self)
{
  for (TambourInstant at = tambour_demo_later (self->start, 30 * 1440); at.seconds < self->demo->as_of.seconds - 4 * TAMBOUR_DAY;
       at = tambour_demo_later (at, tambour_demo_between (self->demo, 40, 90) * 1440))
    {
      TambourInstant start = tambour_demo_at (self, tambour_demo_date (self, at), 10 * 60);
      TambourEngagement *call = add_engagement (self, TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL, "Call about open cases", start, 30);

      hold (self, call);
      add_action (self, call);
      if (g_hash_table_contains (self->names, "granted tam_hour"))
        {
          add_time (self, start, 90, "granted tam_hour");
          tambour_demo_use (self, "granted tam_hour", start, 2, TAMBOUR_RECORD (call)->id);
        }
    }
}

/**
 * tambour_demo_make_calls:
 * @self: an account
 *
 * Regular calls with minutes, attendance, actions and commitments; a roadmap
 * review each quarter and a business review each year.
 */
void
tambour_demo_make_calls (TambourDemoAccount *self)
{
  TambourDate today = tambour_demo_date (self, self->demo->as_of);
  int minute = tambour_demo_life_count (self, "call_minute", 10 * 60);
  guint calls = 0;
  TambourCadence *cadence;

  if (!g_str_equal (self->plan, "platinum"))
    {
      make_few_calls (self);
      return;
    }

  cadence = add_cadence (self);
  for (TambourDate date = tambour_demo_date (self, self->start); date.julian + 1 < today.julian; date.julian++)
    {
      if (tambour_date_weekday (date) != cadence->weekday)
        continue;

      if (!keep_told (self, cadence, tambour_demo_at (self, date, minute)))
        add_week (self, cadence, date, calls);
      calls++;
      date.julian += cadence->interval_days - 1;
    }
}
