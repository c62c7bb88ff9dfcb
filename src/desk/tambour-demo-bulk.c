/* tambour-demo-bulk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-demo-private.h"

#define BATCH     5000
#define FIRST_DAY 870

/* Where the many records of a large portfolio come from: cases with their
 * events, calls and notes, the oldest first, of all accounts in turn.
 */
typedef struct
{
  TambourDemo    *demo;
  GPtrArray      *accounts;
  guint64         wanted;
  guint           number;
  TambourInstant  at;
} Bulk;

static JsonObject *
pick_area (TambourDemo *demo)
{
  JsonArray *areas = json_object_get_array_member (demo->words, "areas");

  return json_array_get_object_element (areas, tambour_demo_between (demo, 0, json_array_get_length (areas) - 2));
}

static TambourCase *
start_case (Bulk               *bulk,
            TambourDemoAccount *self,
            JsonObject         *area,
            JsonArray          *story)
{
  TambourCase *record = tambour_demo_own (self, TAMBOUR_TYPE_CASE, bulk->at);

  record->number = g_strdup_printf ("%u", bulk->number++);
  record->title = tambour_demo_say_story (self, story, TAMBOUR_DEMO_TITLE);
  record->category = g_strdup (json_object_get_string_member (area, "area"));
  record->product = g_strdup (json_object_get_string_member (area, "product"));
  record->priority = tambour_demo_chance (bulk->demo) < .35 ? TAMBOUR_PRIORITY_P2 : TAMBOUR_PRIORITY_P3;
  record->channel = tambour_demo_chance (bulk->demo) < .5 ? TAMBOUR_CHANNEL_EMAIL : TAMBOUR_CHANNEL_PORTAL;
  record->opened_at = bulk->at;
  record->reporter_name = g_strdup (tambour_demo_pick_contact (self)->name);
  record->impact = tambour_demo_say (self, record->priority == TAMBOUR_PRIORITY_P2 ? "impacts" : "small_impacts");
  record->reopened_count = 0;

  return record;
}

static void
add_case (Bulk               *bulk,
          TambourDemoAccount *self)
{
  JsonObject *area = pick_area (bulk->demo);
  JsonArray *story = tambour_demo_pick_story (self, area);
  gint64 answer = tambour_demo_skewed (bulk->demo, 120, .7);
  gint64 solve = answer + 60 + tambour_demo_skewed (bulk->demo, 1500, .8);
  TambourCase *record;

  tambour_demo_choose (self);
  record = start_case (bulk, self, area, story);
  tambour_demo_add_event (self, record, bulk->at, TAMBOUR_ACTOR_CUSTOMER, TAMBOUR_EVENT_KIND_OPENED, tambour_demo_say_story (self, story, TAMBOUR_DEMO_REPORT));
  record->first_response_at = tambour_demo_later (bulk->at, answer);
  tambour_demo_add_event (self, record, record->first_response_at, TAMBOUR_ACTOR_US, TAMBOUR_EVENT_KIND_OUR_MSG, tambour_demo_say_story (self, story, TAMBOUR_DEMO_ANSWER));

  if (tambour_demo_chance (bulk->demo) < .5)
    {
      tambour_demo_add_event (self, record, tambour_demo_later (bulk->at, (answer + solve) / 2), TAMBOUR_ACTOR_US,
                              TAMBOUR_EVENT_KIND_OUR_MSG, tambour_demo_expand (self, tambour_demo_pick (bulk->demo, json_object_get_array_member (area, "asks"))));
      tambour_demo_add_event (self, record, tambour_demo_later (bulk->at, (answer + 2 * solve) / 3), TAMBOUR_ACTOR_CUSTOMER,
                              TAMBOUR_EVENT_KIND_CUSTOMER_MSG, tambour_demo_say (self, "customer_replies"));
    }

  record->resolution = tambour_demo_say_story (self, story, TAMBOUR_DEMO_SOLUTION);
  record->resolved_at = tambour_demo_later (bulk->at, solve);
  record->closed_at = tambour_demo_later (bulk->at, solve + 2880);
  record->status = TAMBOUR_CASE_STATUS_CLOSED;
  tambour_demo_add_event (self, record, record->resolved_at, TAMBOUR_ACTOR_US, TAMBOUR_EVENT_KIND_RESOLVED, g_strdup (record->resolution));
  tambour_demo_add_event (self, record, record->closed_at, TAMBOUR_ACTOR_SYSTEM, TAMBOUR_EVENT_KIND_CLOSED, NULL);
  g_hash_table_remove_all (self->chosen);
}

static void
add_call (Bulk               *bulk,
          TambourDemoAccount *self)
{
  TambourEngagement *call = tambour_demo_own (self, TAMBOUR_TYPE_ENGAGEMENT, bulk->at);
  g_autofree char *opening = tambour_demo_say (self, "call_openings");
  g_autofree char *first = tambour_demo_say (self, "call_points");
  g_autofree char *second = tambour_demo_say (self, "call_points");

  call->title = g_strdup ("Call about open cases");
  call->kind = TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL;
  call->planned_start = bulk->at;
  call->planned_end = tambour_demo_later (bulk->at, 30);
  call->actual_start = bulk->at;
  call->minutes = tambour_demo_between (bulk->demo, 12, 44);
  call->status = TAMBOUR_ENGAGEMENT_STATUS_HELD;
  call->summary = tambour_demo_say (self, "call_summaries");
  call->body = g_strdup_printf ("%s\n\n- %s\n- %s", opening, first, second);
}

static void
add_note (Bulk               *bulk,
          TambourDemoAccount *self)
{
  TambourInfraNote *note = tambour_demo_own (self, TAMBOUR_TYPE_INFRA_NOTE, bulk->at);
  g_autofree char *first = tambour_demo_say (self, "note_sentences");
  g_autofree char *second = tambour_demo_say (self, "note_sentences");

  note->title = tambour_demo_say (self, "note_titles");
  note->body = g_strdup_printf ("%s %s", first, second);
  note->reviewed_on = tambour_demo_date (self, bulk->at);
}

static void
add_next (Bulk  *bulk,
          guint  turn)
{
  TambourDemoAccount *self = g_ptr_array_index (bulk->accounts, turn % bulk->accounts->len);
  double chance = tambour_demo_chance (bulk->demo);

  if (chance < .72)
    add_case (bulk, self);
  else if (chance < .88)
    add_call (bulk, self);
  else
    add_note (bulk, self);
}

/* So that the last one comes shortly before the cut-off. */
static void
advance (Bulk *bulk)
{
  gint64 left = bulk->wanted - MIN (bulk->wanted, bulk->demo->written + bulk->demo->pending->len);
  gint64 time = bulk->demo->as_of.seconds - 20 * TAMBOUR_DAY - bulk->at.seconds;

  bulk->at.seconds += left > 0 ? MAX (0, time * 5 / (left + 5)) : 0;
}

/**
 * tambour_demo_make_bulk:
 * @demo: a demonstration
 * @accounts: (element-type TambourDemoAccount): its accounts, already committed
 * @error: return location
 *
 * Fills the portfolio up to the number of records that was asked for, in
 * commits of five thousand, so that memory does not grow with the number.
 *
 * Returns: %FALSE on error or when cancelled
 */
gboolean
tambour_demo_make_bulk (TambourDemo  *demo,
                        GPtrArray    *accounts,
                        GError      **error)
{
  Bulk bulk = {
    .demo = demo, .accounts = accounts, .wanted = demo->settings.records, .number = 100000,
    .at = tambour_demo_later (demo->as_of, -FIRST_DAY * 1440),
  };

  for (guint turn = 0; demo->written + demo->pending->len < bulk.wanted; turn++)
    {
      add_next (&bulk, turn);
      advance (&bulk);
      if (demo->pending->len >= BATCH && !tambour_demo_commit (demo, "Demonstration, many records", error))
        return FALSE;
    }

  return demo->pending->len == 0 || tambour_demo_commit (demo, "Demonstration, many records", error);
}
