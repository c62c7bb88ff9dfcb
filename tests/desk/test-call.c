/* test-call.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-call.h"
#include "tambour-goal.h"
#include "tambour-roadmap.h"
#include "tambour-value.h"

/* Monday 23 November 2026, 11:30 in Los Angeles */
#define START "2026-11-23T19:30:00Z"

typedef struct
{
  DeskPortfolio  *desk;
  TambourPerson  *mira;
  TambourContact *marcus;
  TambourContact *priya;
  GTimeZone      *zone;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->desk = desk_portfolio_new ();
  self->mira = desk_portfolio_person (self->desk, "Mira Solberg");
  self->marcus = desk_portfolio_contact (self->desk, "Marcus Feld");
  self->priya = desk_portfolio_contact (self->desk, "Priya Raman");
  self->zone = tambour_zone_lookup ("America/Los_Angeles");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->mira);
  g_clear_object (&self->marcus);
  g_clear_object (&self->priya);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->desk, desk_portfolio_free);
}

static TambourInstant
at (const char *text)
{
  TambourInstant instant;

  g_assert_true (tambour_instant_parse (text, &instant));

  return instant;
}

static TambourCall
new_call (Fixture    *self,
          const char *text)
{
  return (TambourCall) {
    .account_id = tambour_record_get_id (TAMBOUR_RECORD (self->desk->account)),
    .kind = TAMBOUR_CALL_AS_PLANNED,
    .start = at (START),
    .minutes = 58,
    .status = TAMBOUR_ENGAGEMENT_STATUS_HELD,
    .channel = "Video",
    .text = text,
  };
}

static TambourCallPlan *
make_plan (Fixture           *self,
           const TambourCall *call)
{
  g_autoptr(GError) error = NULL;
  TambourCallPlan *plan = tambour_call_plan (self->desk->store, call, tambour_record_get_id (TAMBOUR_RECORD (self->mira)),
                                             at ("2026-11-23T20:40:00Z"), self->zone, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);

  return plan;
}

/* Plans it, and records it. */
static TambourCallPlan *
log_call (Fixture           *self,
          const TambourCall *call)
{
  TambourCallPlan *plan = make_plan (self, call);
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", "Log call");
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_call_plan_check (plan, self->desk->store, &error));
  g_assert_no_error (error);
  tambour_call_plan_put (plan, change);
  g_assert_true (tambour_store_commit (self->desk->store, change, &error));
  g_assert_no_error (error);

  return plan;
}

static TambourCallPlan *
log_text (Fixture    *self,
          const char *text)
{
  TambourCall call = new_call (self, text);

  return log_call (self, &call);
}

/* Returns: (transfer full): the only record of a kind */
static gpointer
find_only (Fixture *self,
           GType    type)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GPtrArray) records = tambour_store_list (self->desk->store, query, NULL, NULL);

  g_assert_nonnull (records);
  g_assert_cmpuint (records->len, ==, 1);

  return g_object_ref (g_ptr_array_index (records, 0));
}

static guint
count (Fixture *self,
       GType    type)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);

  return (guint) tambour_store_count (self->desk->store, query, NULL);
}

static TambourCallDoubt
doubt_of (TambourCallPlan *plan,
          int              line)
{
  for (guint i = 0; i < plan->entries->len; i++)
    {
      TambourCallEntry *entry = g_ptr_array_index (plan->entries, i);
      g_autofree char *words = tambour_call_entry_dup_doubt (entry);

      g_assert_cmpint (words != NULL, ==, entry->doubt != TAMBOUR_CALL_SURE);
      if (entry->line == line)
        return entry->doubt;
    }

  g_assert_not_reached ();
}

#define assert_date(date, expected) \
  G_STMT_START { \
    g_autofree char *found_ = tambour_date_dup_text (date); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

static void
test_the_call_itself (Fixture       *self,
                      gconstpointer  data)
{
  const char * const attendees[] = { "Marcus", "priya raman", "marcus", "mira", "Dora", NULL };
  TambourCall call = new_call (self, "\nSigned, same scope.\n- [ ] Later\n");
  g_autoptr(TambourCallPlan) plan = NULL;
  g_autoptr(TambourEngagement) engagement = NULL;
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ATTENDANCE);
  g_autoptr(GPtrArray) attendances = NULL;
  guint n_contacts = 0, n_persons = 0;

  call.attendees = attendees;
  plan = log_call (self, &call);
  engagement = find_only (self, TAMBOUR_TYPE_ENGAGEMENT);
  g_assert_cmpuint (engagement->kind, ==, TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL);
  g_assert_cmpuint (engagement->status, ==, TAMBOUR_ENGAGEMENT_STATUS_HELD);
  g_assert_cmpint (engagement->minutes, ==, 58);
  g_assert_cmpstr (engagement->channel, ==, "Video");
  g_assert_cmpstr (engagement->summary, ==, "Signed, same scope.");
  g_assert_cmpstr (engagement->body, ==, call.text);
  g_assert_cmpint (engagement->actual_start.seconds, ==, call.start.seconds);

  attendances = tambour_store_list (self->desk->store, query, NULL, NULL);
  g_assert_cmpuint (attendances->len, ==, 4);
  for (guint i = 0; i < attendances->len; i++)
    {
      TambourAttendance *attendance = g_ptr_array_index (attendances, i);

      n_contacts += attendance->contact_id.id != NULL;
      n_persons += attendance->person_id.id != NULL;
      g_assert_cmpstr (attendance->engagement_id.id, ==, TAMBOUR_RECORD (engagement)->id);
    }
  g_assert_cmpuint (n_contacts, ==, 2);
  g_assert_cmpuint (n_persons, ==, 1);
}

static void
test_actions_have_a_side_and_a_day (Fixture       *self,
                                    gconstpointer  data)
{
  g_autoptr(TambourCallPlan) plan = log_text (self, "- [ ] One @me !fri\n- [x] Two @marcus\n- [ ] Three @dora\n- [ ] Four !soon\n- [ ] Five");
  static const struct
  {
    const char          *title;
    TambourSide          side;
    const char          *owner;
    const char          *due;
    TambourActionStatus  status;
    TambourCallDoubt     doubt;
  } rows[] = {
    { "One", TAMBOUR_SIDE_US, "Mira Solberg", "2026-11-27", TAMBOUR_ACTION_STATUS_OPEN, TAMBOUR_CALL_SURE },
    { "Two", TAMBOUR_SIDE_CUSTOMER, "Marcus Feld", NULL, TAMBOUR_ACTION_STATUS_DONE, TAMBOUR_CALL_SURE },
    { "Three", TAMBOUR_SIDE_US, "dora", NULL, TAMBOUR_ACTION_STATUS_OPEN, TAMBOUR_CALL_NOBODY },
    { "Four !soon", TAMBOUR_SIDE_US, NULL, NULL, TAMBOUR_ACTION_STATUS_OPEN, TAMBOUR_CALL_NO_DATE },
    { "Five", TAMBOUR_SIDE_US, NULL, NULL, TAMBOUR_ACTION_STATUS_OPEN, TAMBOUR_CALL_SURE },
  };

  g_assert_cmpuint (count (self, TAMBOUR_TYPE_ACTION_ITEM), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TambourCallEntry *entry = g_ptr_array_index (plan->entries, i + 1);
      TambourActionItem *action = g_ptr_array_index (entry->records, 0);

      g_assert_cmpint (entry->line, ==, (int) i);
      g_assert_cmpstr (action->title, ==, rows[i].title);
      g_assert_cmpuint (action->side, ==, rows[i].side);
      g_assert_cmpstr (action->owner, ==, rows[i].owner);
      g_assert_cmpuint (action->status, ==, rows[i].status);
      g_assert_cmpint (tambour_instant_is_stated (action->done_at), ==, rows[i].status == TAMBOUR_ACTION_STATUS_DONE);
      g_assert_cmpuint (entry->doubt, ==, rows[i].doubt);
      g_assert_nonnull (action->engagement_id.id);
      assert_date (action->due, rows[i].due);
    }
}

static void
test_promises_decisions_and_values (Fixture       *self,
                                    gconstpointer  data)
{
  const char * const attendees[] = { "Priya", "Mira", NULL };
  TambourCall call = new_call (self, "> The figures by then @me !12-04\n= Keep both @marcus\n~ 4 500 EUR saved by it");
  g_autoptr(TambourCallPlan) plan = NULL;
  g_autoptr(TambourCommitment) commitment = NULL;
  g_autoptr(TambourDecision) decision = NULL;
  g_autoptr(TambourValueEntry) value = NULL;

  call.attendees = attendees;
  plan = log_call (self, &call);
  commitment = find_only (self, TAMBOUR_TYPE_COMMITMENT);
  decision = find_only (self, TAMBOUR_TYPE_DECISION);
  value = find_only (self, TAMBOUR_TYPE_VALUE_ENTRY);

  g_assert_cmpstr (commitment->text, ==, "The figures by then");
  g_assert_cmpuint (commitment->side, ==, TAMBOUR_SIDE_US);
  g_assert_cmpstr (commitment->to_contact_id.id, ==, TAMBOUR_RECORD (self->priya)->id);
  assert_date (commitment->made_on, "2026-11-23");
  assert_date (commitment->due, "2026-12-04");

  g_assert_cmpstr (decision->text, ==, "Keep both");
  g_assert_cmpstr (decision->decided_by, ==, "Marcus Feld");
  assert_date (decision->on, "2026-11-23");

  g_assert_cmpstr (value->title, ==, "saved by it");
  g_assert_cmpint (value->gross.minor, ==, 450000);
  g_assert_cmpuint (value->state, ==, TAMBOUR_VALUE_STATE_DRAFT);
}

/* A promise of the customer is that of who is named. */
static void
test_the_customer_promises (Fixture       *self,
                            gconstpointer  data)
{
  const char * const attendees[] = { "Priya", NULL };
  TambourCall call = new_call (self, "> Test windows by then @marcus !12-04");
  g_autoptr(TambourCallPlan) plan = NULL;
  g_autoptr(TambourCommitment) commitment = NULL;

  call.attendees = attendees;
  plan = log_call (self, &call);
  commitment = find_only (self, TAMBOUR_TYPE_COMMITMENT);
  g_assert_cmpuint (commitment->side, ==, TAMBOUR_SIDE_CUSTOMER);
  g_assert_cmpstr (commitment->to_contact_id.id, ==, TAMBOUR_RECORD (self->marcus)->id);
}

/* What is asked for again is one more voice. */
static void
test_a_request_is_made_once (Fixture       *self,
                             gconstpointer  data)
{
  g_autoptr(TambourCallPlan) first = log_text (self, "? Alert when silent @priya");
  g_autoptr(TambourCallPlan) second = log_text (self, "? alert WHEN silent");
  g_autoptr(TambourFeatureRequest) request = find_only (self, TAMBOUR_TYPE_FEATURE_REQUEST);
  g_autoptr(TambourFrEvent) event = find_only (self, TAMBOUR_TYPE_FR_EVENT);
  TambourFrEvidence *evidence = g_ptr_array_index (((TambourCallEntry *) g_ptr_array_index (first->entries, 1))->records, 2);

  g_assert_cmpuint (count (self, TAMBOUR_TYPE_FR_EVIDENCE), ==, 2);
  g_assert_cmpuint (request->status, ==, TAMBOUR_REQUEST_STATUS_CAPTURED);
  g_assert_cmpstr (event->request_id.id, ==, TAMBOUR_RECORD (request)->id);
  g_assert_cmpstr (evidence->contact_id.id, ==, TAMBOUR_RECORD (self->priya)->id);
}

static void
test_cases_and_goals (Fixture       *self,
                      gconstpointer  data)
{
  TambourRecord *one = desk_portfolio_own (self->desk, TAMBOUR_TYPE_CASE);
  TambourRecord *goal = desk_portfolio_own (self->desk, TAMBOUR_TYPE_GOAL);
  g_autoptr(TambourCallPlan) plan = NULL;
  g_autoptr(TambourCaseEvent) event = NULL;
  g_autoptr(TambourGoal) changed = NULL;

  desk_set (one, "number", "4117");
  desk_set (one, "title", "Restarts");
  desk_set (one, "opened_at", "2026-11-20T10:00:00Z");
  desk_portfolio_put (self->desk, one);
  desk_set (goal, "statement", "Guest Wi-Fi");
  desk_set (goal, "due", "2026-09-30");
  desk_portfolio_put (self->desk, goal);

  plan = log_text (self, "#4117 stays open\n#9 is unknown\ngoal \"guest wi-fi\" due 2027-01-15\ngoal \"Nothing\" due fri\ngoal \"Guest Wi-Fi\" due whenever");
  event = find_only (self, TAMBOUR_TYPE_CASE_EVENT);
  changed = desk_portfolio_get (self->desk, goal);
  g_assert_cmpstr (event->case_id.id, ==, one->id);
  g_assert_cmpstr (event->text, ==, "#4117 stays open");
  g_assert_cmpuint (event->kind, ==, TAMBOUR_EVENT_KIND_INTERNAL_NOTE);
  g_assert_cmpint (event->at.seconds, ==, at (START).seconds);
  g_assert_cmpint (event->recorded_at.seconds, >, event->at.seconds);
  assert_date (changed->due, "2027-01-15");
  g_assert_cmpuint (doubt_of (plan, 1), ==, TAMBOUR_CALL_NO_CASE);
  g_assert_cmpuint (doubt_of (plan, 3), ==, TAMBOUR_CALL_NO_GOAL);
  g_assert_cmpuint (doubt_of (plan, 4), ==, TAMBOUR_CALL_NO_DATE);
  g_object_unref (one);
  g_object_unref (goal);
}

/* Who is meant by a part of a name. */
static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  const char * const attendees[] = { "Marcus Feld", NULL };
  TambourContact *other = desk_portfolio_contact (self->desk, "Marcus Aurel");
  TambourContact *accent = desk_portfolio_contact (self->desk, "Zoë Ångström");
  TambourCall call = new_call (self, "- [ ] a @feld\n- [ ] b @marcus\n- [ ] c @marcus_aurel\n- [ ] d @zoe\n- [ ] e @ma");
  g_autoptr(TambourCallPlan) unsure = make_plan (self, &call);
  g_autoptr(TambourCallPlan) sure = NULL;
  TambourActionItem *action;

  g_assert_cmpuint (doubt_of (unsure, 0), ==, TAMBOUR_CALL_SURE);
  g_assert_cmpuint (doubt_of (unsure, 1), ==, TAMBOUR_CALL_SEVERAL);
  g_assert_cmpuint (doubt_of (unsure, 2), ==, TAMBOUR_CALL_SURE);
  g_assert_cmpuint (doubt_of (unsure, 3), ==, TAMBOUR_CALL_SURE);
  g_assert_cmpuint (doubt_of (unsure, 4), ==, TAMBOUR_CALL_SEVERAL);

  call.attendees = attendees;
  sure = make_plan (self, &call);
  g_assert_cmpuint (doubt_of (sure, 1), ==, TAMBOUR_CALL_SURE);
  action = g_ptr_array_index (((TambourCallEntry *) g_ptr_array_index (sure->entries, 3))->records, 0);
  g_assert_cmpstr (action->owner, ==, "Marcus Feld");
  g_object_unref (other);
  g_object_unref (accent);
}

static TambourRecord *
plan_call (Fixture       *self,
           const char    *start,
           TambourRecord *cadence)
{
  TambourRecord *planned = desk_portfolio_own (self->desk, TAMBOUR_TYPE_ENGAGEMENT);

  desk_set (planned, "title", "Weekly call");
  desk_set (planned, "kind", "cadence_call");
  desk_set (planned, "planned_start", start);
  desk_set (planned, "status", "planned");
  desk_set (planned, "cadence_id", cadence->id);
  desk_portfolio_put (self->desk, planned);

  return planned;
}

/* What was planned for the day is what was held, and the next is a week later, at
 * the same time of day though the clocks have changed.
 */
static void
test_the_next_call_is_planned (Fixture       *self,
                               gconstpointer  data)
{
  g_autoptr(TambourRecord) cadence = desk_portfolio_own (self->desk, TAMBOUR_TYPE_CADENCE);
  g_autoptr(TambourRecord) planned = NULL;
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ENGAGEMENT);
  TambourCall call = new_call (self, "");
  g_autoptr(TambourCallPlan) first = NULL;
  g_autoptr(TambourCallPlan) again = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autofree char *next = NULL;

  desk_set (cadence, "title", "Weekly call");
  desk_set (cadence, "kind", "cadence_call");
  desk_set (cadence, "interval_days", "7");
  desk_portfolio_put (self->desk, cadence);
  planned = plan_call (self, "2026-10-26T17:00:00Z", cadence);

  call.start = at ("2026-10-26T17:03:00Z");
  first = log_call (self, &call);
  g_assert_true (tambour_query_order (query, "planned_start", FALSE, NULL));
  all = tambour_store_list (self->desk->store, query, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (tambour_record_get_id (g_ptr_array_index (all, 0)), ==, planned->id);
  g_assert_cmpuint (TAMBOUR_ENGAGEMENT (g_ptr_array_index (all, 0))->status, ==, TAMBOUR_ENGAGEMENT_STATUS_HELD);
  assert_date (TAMBOUR_ENGAGEMENT (g_ptr_array_index (all, 0))->next_date, "2026-11-02");
  next = tambour_instant_dup_text (TAMBOUR_ENGAGEMENT (g_ptr_array_index (all, 1))->planned_start);
  g_assert_cmpstr (next, ==, "2026-11-02T18:00:00Z");

  /* The next one is there already. */
  call.start = at ("2026-10-27T17:00:00Z");
  call.kind = TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL;
  again = log_call (self, &call);
  g_assert_cmpuint (count (self, TAMBOUR_TYPE_ENGAGEMENT), ==, 3);
}

/* The one that was prepared is held, though it is earlier than planned and another
 * was nearer; once it was held, or of another customer, it is not.
 */
static void
test_the_call_that_was_prepared (Fixture       *self,
                                 gconstpointer  data)
{
  g_autoptr(TambourRecord) cadence = desk_portfolio_own (self->desk, TAMBOUR_TYPE_CADENCE);
  g_autoptr(TambourRecord) nearer = NULL;
  g_autoptr(TambourRecord) prepared = NULL;
  g_autoptr(TambourCallPlan) first = NULL;
  g_autoptr(TambourCallPlan) again = NULL;
  g_autoptr(TambourEngagement) held = NULL;
  g_autoptr(TambourEngagement) other = NULL;
  TambourCall call = new_call (self, "");

  desk_set (cadence, "title", "Weekly call");
  desk_set (cadence, "kind", "cadence_call");
  desk_set (cadence, "interval_days", "7");
  desk_portfolio_put (self->desk, cadence);
  nearer = plan_call (self, START, cadence);
  prepared = plan_call (self, "2026-11-24T19:30:00Z", cadence);

  call.planned_id = prepared->id;
  first = log_call (self, &call);
  held = desk_portfolio_get (self->desk, prepared);
  other = desk_portfolio_get (self->desk, nearer);
  g_assert_cmpuint (held->status, ==, TAMBOUR_ENGAGEMENT_STATUS_HELD);
  g_assert_cmpint (held->actual_start.seconds, ==, call.start.seconds);
  g_assert_cmpuint (other->status, ==, TAMBOUR_ENGAGEMENT_STATUS_PLANNED);

  again = log_call (self, &call);
  g_clear_object (&other);
  other = desk_portfolio_get (self->desk, nearer);
  g_assert_cmpuint (other->status, ==, TAMBOUR_ENGAGEMENT_STATUS_HELD);
}

static void
test_a_call_that_was_not_held (Fixture       *self,
                               gconstpointer  data)
{
  TambourCall call = new_call (self, "Marcus is ill");
  g_autoptr(TambourCallPlan) plan = NULL;
  g_autoptr(TambourEngagement) engagement = NULL;

  call.status = TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_THEM;
  plan = log_call (self, &call);
  engagement = find_only (self, TAMBOUR_TYPE_ENGAGEMENT);
  g_assert_cmpuint (engagement->status, ==, TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_THEM);
  g_assert_cmpstr (engagement->summary, ==, "Marcus is ill");
  g_assert_false (tambour_instant_is_stated (engagement->actual_start));
  g_assert_cmpint (engagement->minutes, ==, TAMBOUR_NO_COUNT);
}

static void
test_a_call_is_one_of_those_that_were_bought (Fixture       *self,
                                              gconstpointer  data)
{
  g_autoptr(TambourRecord) agreement = desk_portfolio_own (self->desk, TAMBOUR_TYPE_AGREEMENT);
  g_autoptr(TambourRecord) entitlement = desk_portfolio_own (self->desk, TAMBOUR_TYPE_ENTITLEMENT);
  TambourCall call = new_call (self, "");
  g_autoptr(TambourCallPlan) first = NULL;
  g_autoptr(TambourCallPlan) after = NULL;
  g_autoptr(TambourEntitlementUse) use = NULL;

  desk_set (agreement, "start", "2025-12-01");
  desk_set (agreement, "end", "2026-11-30");
  desk_portfolio_put (self->desk, agreement);
  desk_set (entitlement, "agreement_id", agreement->id);
  desk_set (entitlement, "kind", "call");
  desk_set (entitlement, "granted", "24");
  desk_portfolio_put (self->desk, entitlement);

  call.kind = TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL;
  first = log_call (self, &call);
  call.start = at ("2026-12-02T19:30:00Z");
  after = log_call (self, &call);
  use = find_only (self, TAMBOUR_TYPE_ENTITLEMENT_USE);
  g_assert_cmpstr (use->entitlement_id.id, ==, entitlement->id);
  assert_date (use->on, "2026-11-23");
}

/* One change, one step back. */
static void
test_it_is_undone_at_once (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr(TambourCallPlan) plan = log_text (self, "- [ ] One\n> Two\n? Three");
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_store_undo (self->desk->store, tambour_store_last_change (self->desk->store), "Mira", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (self, TAMBOUR_TYPE_ENGAGEMENT), ==, 0);
  g_assert_cmpuint (count (self, TAMBOUR_TYPE_ACTION_ITEM), ==, 0);
  g_assert_cmpuint (count (self, TAMBOUR_TYPE_COMMITMENT), ==, 0);
  g_assert_cmpuint (count (self, TAMBOUR_TYPE_FEATURE_REQUEST), ==, 0);
}

#define ADD(name, func) g_test_add ("/call/" name, Fixture, NULL, set_up, func, tear_down)

/* Whom the call makes known comes with it, in one change, and goes with it. */
static void
test_newcomers_come_with_the_call (Fixture       *self,
                                   gconstpointer  data)
{
  const char * const attendees[] = { "dora", NULL };
  const char * const newcomers[] = { "Dora Lind", "Nobody Named", "marcus feld", NULL };
  TambourCall call = new_call (self, "- [ ] Name an approver @dora\n- [ ] Open it @marcus");
  g_autoptr(TambourCallPlan) plan = NULL;
  g_autoptr(TambourAttendance) attendance = NULL;
  TambourActionItem *action;
  TambourContact *dora;
  guint n = count (self, TAMBOUR_TYPE_CONTACT);

  call.attendees = attendees;
  call.newcomers = newcomers;
  plan = log_call (self, &call);
  dora = g_ptr_array_index (((TambourCallEntry *) g_ptr_array_index (plan->entries, 1))->records, 0);
  g_assert_true (TAMBOUR_IS_CONTACT (dora));
  g_assert_cmpstr (dora->name, ==, "Dora Lind");
  g_assert_cmpstr (TAMBOUR_RECORD (dora)->account_id.id, ==, call.account_id);
  g_assert_cmpuint (count (self, TAMBOUR_TYPE_CONTACT), ==, n + 1);

  attendance = find_only (self, TAMBOUR_TYPE_ATTENDANCE);
  g_assert_cmpstr (attendance->contact_id.id, ==, TAMBOUR_RECORD (dora)->id);
  action = g_ptr_array_index (((TambourCallEntry *) g_ptr_array_index (plan->entries, 3))->records, 0);
  g_assert_cmpstr (action->owner, ==, "Dora Lind");
  g_assert_cmpuint (action->side, ==, TAMBOUR_SIDE_CUSTOMER);
  g_assert_cmpuint (doubt_of (plan, 0), ==, TAMBOUR_CALL_SURE);
}

/* What was planned is told as it was, for whoever fills in the rest. */
static void
test_what_was_planned_is_told (Fixture       *self,
                               gconstpointer  data)
{
  TambourRecord *planned = desk_portfolio_own (self->desk, TAMBOUR_TYPE_ENGAGEMENT);
  TambourCall call = new_call (self, "");
  g_autoptr(TambourCallPlan) none = make_plan (self, &call);
  g_autoptr(TambourCallPlan) plan = NULL;

  g_assert_null (none->planned);
  desk_set (planned, "kind", "roadmap_review");
  desk_set (planned, "status", "planned");
  desk_set (planned, "planned_start", "2026-11-23T19:00:00Z");
  desk_set (planned, "channel", "On site");
  desk_portfolio_put (self->desk, planned);
  plan = make_plan (self, &call);
  g_assert_cmpstr (TAMBOUR_RECORD (plan->planned)->id, ==, planned->id);
  g_assert_cmpstr (plan->planned->channel, ==, "On site");
  g_assert_cmpuint (plan->planned->status, ==, TAMBOUR_ENGAGEMENT_STATUS_PLANNED);
  g_object_unref (planned);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("the-call-itself", test_the_call_itself);
  ADD ("actions-have-a-side-and-a-day", test_actions_have_a_side_and_a_day);
  ADD ("promises-decisions-and-values", test_promises_decisions_and_values);
  ADD ("a-request-is-made-once", test_a_request_is_made_once);
  ADD ("cases-and-goals", test_cases_and_goals);
  ADD ("a-part-of-a-name-is-enough", test_names);
  ADD ("the-next-call-is-planned", test_the_next_call_is_planned);
  ADD ("the-call-that-was-prepared", test_the_call_that_was_prepared);
  ADD ("a-call-that-was-not-held", test_a_call_that_was_not_held);
  ADD ("a-call-is-one-of-those-that-were-bought", test_a_call_is_one_of_those_that_were_bought);
  ADD ("it-is-undone-at-once", test_it_is_undone_at_once);
  ADD ("the-customer-promises", test_the_customer_promises);
  ADD ("newcomers-come-with-the-call", test_newcomers_come_with_the_call);
  ADD ("what-was-planned-is-told", test_what_was_planned_is_told);

  return g_test_run ();
}
