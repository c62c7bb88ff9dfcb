/* test-today-lists.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-kinds.h"
#include "today-fixture.h"

static void
put_call (TodayFixture *self,
          const char   *id,
          const char   *kind,
          const char   *status,
          const char   *start)
{
  today_put (self, "engagement", id, "title", id, "kind", kind, "status", status, "planned_start", start,
             "account_id", "kestrel", NULL);
}

static const TambourTodayComing *
find_coming (TambourToday *today,
             const char   *id)
{
  for (guint i = 0; i < today->coming->len; i++)
    {
      const TambourTodayComing *coming = g_ptr_array_index (today->coming, i);

      if (g_str_equal (coming->id, id))
        return coming;
    }

  return NULL;
}

/* --- Calls ---------------------------------------------------------------- */

static void
test_calls (TodayFixture  *self,
            gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;
  const TambourTodayCall *call;

  put_call (self, "evening", "ad_hoc_call", "planned", "2026-11-24T07:59:00Z");
  put_call (self, "morning", "ad_hoc_call", "planned", "2026-11-23T08:00:00Z");
  put_call (self, "yesterday", "ad_hoc_call", "planned", "2026-11-23T07:59:00Z");
  put_call (self, "tomorrow", "ad_hoc_call", "planned", "2026-11-24T08:00:00Z");
  put_call (self, "held", "ad_hoc_call", "held", "2026-11-23T18:00:00Z");
  put_call (self, "off", "ad_hoc_call", "cancelled_them", "2026-11-23T18:00:00Z");
  today_put (self, "engagement", "noon", "title", "Weekly call", "kind", "cadence_call", "status", "planned", "account_id", "kestrel",
             "planned_start", "2026-11-23T20:00:00Z", "planned_end", "2026-11-23T20:45:00Z", NULL);
  today_put (self, "engagement", "other", "kind", "ad_hoc_call", "status", "planned", "account_id", "alba",
             "planned_start", "2026-11-23T20:00:00Z", NULL);

  today = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_calls (today), "morning noon evening");
  call = g_ptr_array_index (today->calls, 2);
  g_assert_cmpstr (call->title, ==, "Weekly call");
  g_assert_cmpint (call->minutes, ==, 45);
  g_assert_cmpint (call->kind, ==, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL);
  g_assert_cmpstr (call->account.name, ==, "Kestrel Rail");
  g_assert_cmpstr (call->account.zone, ==, "Europe/London");
}

/* Who is elsewhere has the day that it is there. */
static void
test_elsewhere (TodayFixture  *self,
                gconstpointer  data)
{
  g_autoptr(GTimeZone) tokyo = tambour_zone_lookup ("Asia/Tokyo");
  g_autoptr(TambourToday) today = NULL;
  g_autoptr(GError) error = NULL;

  put_call (self, "tuesday", "ad_hoc_call", "planned", "2026-11-23T20:00:00Z");
  put_call (self, "monday", "ad_hoc_call", "planned", "2026-11-23T14:00:00Z");
  today = tambour_today_load (self->store, "mira", tokyo, today_instant (TODAY_NOW), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (today->date.julian, ==, tambour_date_new (2026, 11, 24).julian);
  today_assert (today_list_calls (today), "tuesday");
}

/* --- What is to do -------------------------------------------------------- */

static void
put_action (TodayFixture *self,
            const char   *id,
            const char   *due,
            const char   *field,
            const char   *value)
{
  today_put (self, "action_item", id, "title", id, "account_id", "kestrel", "due", due, field, value, NULL);
}

static void
test_work (TodayFixture  *self,
           gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;
  g_autoptr(TambourToday) night = NULL;

  put_action (self, "tomorrow", "2026-11-24", "side", "us");
  put_action (self, "today", "2026-11-23", "side", "us");
  put_action (self, "friday", "2026-11-20", "status", "blocked");
  put_action (self, "some-day", "", "side", "us");
  put_action (self, "theirs", "2026-11-20", "side", "customer");
  put_action (self, "done", "2026-11-20", "status", "done");
  today_put (self, "commitment", "promise", "text", "Visit", "account_id", "kestrel", "due", "2026-11-22", NULL);
  today_put (self, "commitment", "kept", "text", "Visited", "account_id", "kestrel", "due", "2026-11-22", "status", "kept", NULL);
  today_put (self, "action_item", "other", "title", "Another’s", "account_id", "alba", "due", "2026-11-20", NULL);

  today = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_work (today->work), "friday! promise! today tomorrow some-day");
  today_assert (today_list_work (today->theirs), "theirs!");

  /* Midnight in London comes first. */
  night = today_load (self, "mira", "2026-11-24T00:00:00Z");
  today_assert (today_list_work (night->work), "friday! promise! today! tomorrow some-day");
}

static const struct
{
  const char            *id;
  TambourTodayOrigin     origin;
  TambourEngagementKind  kind;
  const char            *text;
} origins[] = {
  { "1-held", TAMBOUR_TODAY_ORIGIN_HELD, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, NULL },
  { "2-planned", TAMBOUR_TODAY_ORIGIN_PLANNED, TAMBOUR_ENGAGEMENT_KIND_EBR, NULL },
  { "3-off", TAMBOUR_TODAY_ORIGIN_NONE, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, NULL },
  { "4-finding", TAMBOUR_TODAY_ORIGIN_FINDING, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, "One forwarder only" },
  { "4-from-case", TAMBOUR_TODAY_ORIGIN_CASE, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, "4117" },
  { "5-insight", TAMBOUR_TODAY_ORIGIN_INSIGHT, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, "Loops at shift change" },
  { "6-note", TAMBOUR_TODAY_ORIGIN_NOTE, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, "for the auditors" },
  { "7-none", TAMBOUR_TODAY_ORIGIN_NONE, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, NULL },
};

static void
test_origins (TodayFixture  *self,
              gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;

  put_call (self, "call", "cadence_call", "held", "2026-11-17T00:30:00Z");
  put_call (self, "review", "ebr", "planned", "2026-11-30T16:00:00Z");
  put_call (self, "off", "cadence_call", "cancelled_us", "2026-11-16T09:00:00Z");
  today_put (self, "finding", "finding", "title", "One forwarder only", "account_id", "kestrel", "severity", "high", "raised_on", "2026-11-10", NULL);
  today_put (self, "case", "case", "number", "4117", "title", "Restarts", "account_id", "kestrel", "opened_at", "2026-11-10T09:00:00Z", NULL);
  today_put (self, "insight", "insight", "title", "Loops at shift change", "account_id", "kestrel", "seen_on", "2026-11-10", NULL);
  put_action (self, "1-held", "2026-11-24", "engagement_id", "call");
  put_action (self, "2-planned", "2026-11-24", "engagement_id", "review");
  put_action (self, "3-off", "2026-11-24", "engagement_id", "off");
  put_action (self, "4-finding", "2026-11-24", "finding_id", "finding");
  put_action (self, "4-from-case", "2026-11-24", "case_id", "case");
  put_action (self, "5-insight", "2026-11-24", "insight_id", "insight");
  put_action (self, "6-note", "2026-11-24", "note", "for the auditors\nwho come in May");
  put_action (self, "7-none", "2026-11-24", "side", "us");

  today = today_load (self, "mira", TODAY_NOW);
  g_assert_cmpuint (today->work->len, ==, G_N_ELEMENTS (origins));
  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      const TambourTodayWork *work = g_ptr_array_index (today->work, i);

      g_test_message ("%s", work->id);
      g_assert_cmpstr (work->id, ==, origins[i].id);
      g_assert_cmpint (work->origin, ==, origins[i].origin);
      g_assert_cmpint (work->origin_kind, ==, origins[i].kind);
      g_assert_cmpstr (work->origin_text, ==, origins[i].text);
    }

  /* It was the seventeenth in London. */
  g_assert_cmpuint (((TambourTodayWork *) g_ptr_array_index (today->work, 0))->origin_on.julian, ==,
                    tambour_date_new (2026, 11, 17).julian);
}

/* --- What comes up -------------------------------------------------------- */

static void
test_meetings (TodayFixture  *self,
               gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;

  put_call (self, "routine", "cadence_call", "planned", "2026-11-30T16:00:00Z");
  put_call (self, "today", "ebr", "planned", "2026-11-23T20:00:00Z");
  put_call (self, "review", "ebr", "planned", "2026-11-30T16:00:00Z");
  put_call (self, "roadmap", "roadmap_review", "planned", "2026-12-08T09:00:00Z");
  put_call (self, "far", "ebr", "planned", "2027-03-01T09:00:00Z");
  today_put (self, "engagement", "agenda", "title", "Visit", "kind", "onsite", "status", "planned", "account_id", "kestrel",
             "planned_start", "2026-12-10T09:00:00Z", "summary", "Five points", NULL);
  today_put (self, "report", "report", "title", "Review", "kind", "ebr", "state", "draft", "account_id", "kestrel",
             "period_from", "2025-12-01", "period_to", "2026-11-30", "as_of", "2026-11-16T18:00:00Z", NULL);

  today = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_coming (today), "review roadmap agenda");
  g_assert_cmpint (find_coming (today, "review")->readiness, ==, TAMBOUR_TODAY_READY_DRAFT);
  g_assert_cmpint (find_coming (today, "roadmap")->readiness, ==, TAMBOUR_TODAY_READY_NOTHING);
  g_assert_cmpint (find_coming (today, "agenda")->readiness, ==, TAMBOUR_TODAY_READY_UNKNOWN);
  g_assert_cmpstr (find_coming (today, "agenda")->text, ==, "Five points");
  g_assert_cmpstr (find_coming (today, "agenda")->record, ==, "engagement");
}

/* The session of an audit and its checklist are one thing. */
static void
test_audits (TodayFixture  *self,
             gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;
  const TambourTodayComing *ready;

  today_put (self, "audit_template", "list", "name", "Architecture", "version", "6", NULL);
  today_put (self, "template_item", NULL, "template_id", "list", "item_key", "1", "text", "Two forwarders", NULL);
  today_put (self, "template_item", NULL, "template_id", "list", "item_key", "2", "text", "Two lines", NULL);
  today_put (self, "audit", "ready", "title", "Architecture audit", "template_id", "list", "on", "2026-12-01", "account_id", "kestrel", NULL);
  today_put (self, "audit", "bare", "title", "Bare", "on", "2026-12-02", "account_id", "kestrel", NULL);
  today_put (self, "audit", "reviewed", "title", "Reviewed", "on", "2026-11-10", "status", "in_review", "account_id", "kestrel", NULL);
  today_put (self, "audit", "final", "title", "Final", "on", "2026-12-02", "status", "final", "account_id", "kestrel", NULL);
  today_put (self, "audit", "far", "title", "Far", "on", "2027-12-02", "account_id", "kestrel", NULL);
  today_put (self, "engagement", "session", "title", "Session", "kind", "audit_session", "status", "planned", "channel", "Video",
             "planned_start", "2026-12-01T08:00:00Z", "account_id", "kestrel", NULL);

  today = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_coming (today), "reviewed ready bare");
  ready = find_coming (today, "ready");
  g_assert_cmpuint (ready->checks, ==, 2);
  g_assert_cmpstr (ready->text, ==, "Video");
  g_assert_cmpint (ready->readiness, ==, TAMBOUR_TODAY_READY);
  g_assert_cmpint (find_coming (today, "bare")->readiness, ==, TAMBOUR_TODAY_READY_NOTHING);
  g_assert_cmpint (find_coming (today, "reviewed")->readiness, ==, TAMBOUR_TODAY_READY_DRAFT);
}

static void
put_agreement (TodayFixture *self,
               const char   *id,
               const char   *account,
               const char   *start,
               const char   *end)
{
  today_put (self, "agreement", id, "title", id, "account_id", account, "start", start, "end", end, NULL);
}

static void
test_agreements (TodayFixture  *self,
                 gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;

  put_agreement (self, "ends", "kestrel", "2025-12-01", "2026-11-30");
  put_agreement (self, "follows", "alba", "2026-12-11", "2027-12-10");
  put_agreement (self, "followed", "alba", "2025-12-11", "2026-12-10");
  put_agreement (self, "past", "alba", "2024-12-11", "2025-12-10");
  today_put (self, "account", "third", "name", "Third", NULL);
  today_put (self, "agreement", "reviewed", "title", "Gold", "account_id", "third", "start", "2026-06-01", "end", "2027-05-31",
             "review_on", "2026-12-05", NULL);

  today = today_load (self, NULL, TODAY_NOW);
  today_assert (today_list_coming (today), "ends reviewed followed");
  g_assert_cmpint (find_coming (today, "ends")->kind, ==, TAMBOUR_TODAY_RENEWAL);
  g_assert_cmpint (find_coming (today, "ends")->readiness, ==, TAMBOUR_TODAY_READY_NOTHING);
  g_assert_cmpint (find_coming (today, "followed")->readiness, ==, TAMBOUR_TODAY_READY);
  g_assert_cmpint (find_coming (today, "reviewed")->kind, ==, TAMBOUR_TODAY_REVIEW);
}

/* Until it is done, and not long before its day. */
static void
test_follow_ups (TodayFixture  *self,
                 gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;

  today_put (self, "early_access", "late", "programme", "Log streaming", "account_id", "kestrel", "follow_up", "Ask again", "follow_up_on", "2026-11-20", NULL);
  today_put (self, "invitation", "near", "event", "User group", "invited_on", "2026-11-01", "account_id", "kestrel", "follow_up_on", "2026-11-30", NULL);
  today_put (self, "invitation", "far", "event", "User group", "invited_on", "2026-11-01", "account_id", "kestrel", "follow_up_on", "2026-12-01", NULL);
  today_put (self, "invitation", "done", "event", "User group", "invited_on", "2026-11-01", "account_id", "kestrel", "follow_up_on", "2026-11-20",
             "followed_up_on", "2026-11-21", NULL);
  today_put (self, "invitation", "never", "event", "User group", "invited_on", "2026-11-01", "account_id", "kestrel", NULL);

  today = today_load (self, NULL, TODAY_NOW);
  today_assert (today_list_coming (today), "late near");
  g_assert_cmpint (find_coming (today, "late")->kind, ==, TAMBOUR_TODAY_FOLLOW_UP);
  g_assert_cmpstr (find_coming (today, "late")->title, ==, "Log streaming");
  g_assert_cmpstr (find_coming (today, "late")->text, ==, "Ask again");
}

static void
put_open (TodayFixture *self,
          const char   *id,
          const char   *priority,
          const char   *answered,
          const char   *promised)
{
  today_put (self, "case", id, "number", id, "title", id, "account_id", "kestrel", "priority", priority, "channel", "email",
             "status", "open", "opened_at", "2026-11-02T10:00:00Z", "first_response_at", answered, "next_update_due", promised, NULL);
  today_put_event (self, id, "our_msg", answered, "actor", "us", "public_update", "true", NULL);
}

static void
test_silent (TodayFixture  *self,
             gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;

  put_open (self, "long", "P3", "2026-11-02T12:00:00Z", "");
  put_open (self, "lately", "P3", "2026-11-02T12:00:00Z", "");
  today_put_event (self, "lately", "our_msg", "2026-11-20T12:00:00Z", "actor", "us", "public_update", "true", NULL);
  put_open (self, "noted", "P3", "2026-11-02T12:00:00Z", "");
  today_put_event (self, "noted", "internal_note", "2026-11-20T12:00:00Z", "actor", "us", NULL);
  put_open (self, "urgent", "P1", "2026-11-22T12:00:00Z", "");
  put_open (self, "broken", "P3", "2026-11-20T12:00:00Z", "2026-11-22T12:00:00Z");
  put_open (self, "promised", "P3", "2026-11-20T12:00:00Z", "2026-11-25T12:00:00Z");
  put_open (self, "soon", "P3", "2026-11-20T12:00:00Z", "2026-11-23T22:00:00Z");
  today_put_case (self, "unanswered", "kestrel", "P2", "email", "2026-11-02T10:00:00Z");

  today = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_coming (today), "long noted broken urgent soon");
  g_assert_cmpint (find_coming (today, "soon")->kind, ==, TAMBOUR_TODAY_UPDATE);
  g_assert_cmpint (find_coming (today, "soon")->at.seconds, ==, today_instant ("2026-11-23T22:00:00Z").seconds);
  g_assert_true (find_coming (today, "broken")->was_promised);
  g_assert_cmpuint (find_coming (today, "broken")->on.julian, ==, tambour_date_new (2026, 11, 22).julian);
  g_assert_false (find_coming (today, "long")->was_promised);
  g_assert_cmpuint (find_coming (today, "long")->on.julian, ==, tambour_date_new (2026, 11, 9).julian);
  g_assert_cmpstr (find_coming (today, "long")->number, ==, "long");
}

static void
put_planned (TodayFixture *self,
             const char   *id,
             const char   *account,
             const char   *from,
             const char   *told,
             const char   *state)
{
  today_put (self, "planned_change", id, "title", id, "account_id", account, "window_start", from, "notified_on", told, "state", state, NULL);
}

/* What comes within two weeks, and what somebody has to be told of soon. Thanksgiving
 * is a holiday of support.
 */
static void
test_planned (TodayFixture  *self,
              gconstpointer  data)
{
  g_autoptr(TambourToday) today = NULL;

  put_planned (self, "told", "kestrel", "2026-12-02T22:00:00Z", "2026-11-16", "planned");
  put_planned (self, "late", "kestrel", "2026-11-27T22:00:00Z", "2026-11-24", "planned");
  put_planned (self, "far", "kestrel", "2026-12-15T22:00:00Z", "2026-11-16", "planned");
  today_put (self, "planned_change", "tell", "title", "tell", "account_id", "kestrel", "window_start", "2026-12-15T22:00:00Z", "lead_days", "14", NULL);
  put_planned (self, "further", "kestrel", "2026-12-15T22:00:00Z", "", "planned");
  put_planned (self, "done", "kestrel", "2026-11-27T22:00:00Z", "", "done");
  put_planned (self, "passed", "kestrel", "2026-11-20T22:00:00Z", "", "planned");
  put_planned (self, "alba", "alba", "2026-11-27T22:00:00Z", "", "planned");

  today = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_coming (today), "late told tell");
  g_assert_cmpint (find_coming (today, "late")->kind, ==, TAMBOUR_TODAY_CHANGE);
  g_assert_cmpint (find_coming (today, "late")->lead.state, ==, TAMBOUR_LEAD_LATE);
  g_assert_cmpint (find_coming (today, "late")->lead.needed - find_coming (today, "late")->lead.given, ==, 3);
  g_assert_cmpint (find_coming (today, "late")->at.seconds, ==, today_instant ("2026-11-27T22:00:00Z").seconds);
  g_assert_cmpint (find_coming (today, "told")->lead.state, ==, TAMBOUR_LEAD_OK);
  g_assert_cmpint (find_coming (today, "tell")->lead.state, ==, TAMBOUR_LEAD_OPEN);
}

/* --- Changes -------------------------------------------------------------- */

static TambourChange *
new_change (const char *label)
{
  TambourChange *change = tambour_change_new ("Mira Solberg", label);

  tambour_change_set_time (change, today_instant (TODAY_NOW));

  return change;
}

static void
test_acknowledge (TodayFixture  *self,
                  gconstpointer  data)
{
  g_autoptr(TambourChange) change = new_change ("Mark as seen");
  g_autoptr(TambourToday) before = NULL;
  g_autoptr(TambourToday) after = NULL;
  g_autoptr(TambourToday) undone = NULL;
  gint64 number;

  today_put_case (self, "1", "kestrel", "P3", "email", "2026-11-21T20:00:00Z");
  today_put_case (self, "2", "kestrel", "P3", "email", "2026-11-21T21:00:00Z");
  before = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_arrivals (before), "2 1");

  tambour_today_acknowledge (change, g_ptr_array_index (before->arrivals, 0), "mira", today_instant (TODAY_NOW));
  number = today_commit (self, change);
  after = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_arrivals (after), "1");

  today_undo (self, number);
  undone = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_arrivals (undone), "2 1");
}

static gint64
settle (TodayFixture           *self,
        const TambourTodayWork *work)
{
  g_autoptr(TambourChange) change = new_change ("Done");
  g_autoptr(GError) error = NULL;

  tambour_today_settle (change, self->store, work, today_instant (TODAY_NOW), &error);
  g_assert_no_error (error);

  return today_commit (self, change);
}

static void
test_settle (TodayFixture  *self,
             gconstpointer  data)
{
  g_autoptr(TambourToday) before = NULL;
  g_autoptr(TambourToday) after = NULL;
  g_autoptr(TambourToday) undone = NULL;
  g_autoptr(TambourRecord) action = NULL;
  g_autoptr(TambourRecord) promise = NULL;
  gint64 number;

  put_action (self, "action", "2026-11-23", "side", "us");
  today_put (self, "commitment", "promise", "text", "Visit", "account_id", "kestrel", "due", "2026-11-24", NULL);
  before = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_work (before->work), "action promise");

  number = settle (self, g_ptr_array_index (before->work, 0));
  settle (self, g_ptr_array_index (before->work, 1));
  after = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_work (after->work), "");

  action = tambour_store_get (self->store, tambour_kinds_find ("action_item"), "action", NULL);
  promise = tambour_store_get (self->store, tambour_kinds_find ("commitment"), "promise", NULL);
  g_assert_cmpint (TAMBOUR_ACTION_ITEM (action)->done_at.seconds, ==, today_instant (TODAY_NOW).seconds);
  g_assert_cmpint (TAMBOUR_COMMITMENT (promise)->status, ==, TAMBOUR_COMMITMENT_STATUS_KEPT);
  g_assert_cmpuint (TAMBOUR_COMMITMENT (promise)->settled_on.julian, ==, tambour_date_new (2026, 11, 23).julian);

  today_undo (self, number);
  undone = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_work (undone->work), "action");
}

/* What is kept after its day is kept late (METRICS.md M23). */
static void
test_settle_late (TodayFixture  *self,
                  gconstpointer  data)
{
  g_autoptr(TambourToday) before = NULL;
  g_autoptr(TambourRecord) promise = NULL;

  today_put (self, "commitment", "promise", "text", "Visit", "account_id", "kestrel", "due", "2026-11-20", NULL);
  before = today_load (self, "mira", TODAY_NOW);
  settle (self, g_ptr_array_index (before->work, 0));
  promise = tambour_store_get (self->store, tambour_kinds_find ("commitment"), "promise", NULL);
  g_assert_cmpint (TAMBOUR_COMMITMENT (promise)->status, ==, TAMBOUR_COMMITMENT_STATUS_LATE);
}

static void
test_log_response (TodayFixture  *self,
                   gconstpointer  data)
{
  g_autoptr(TambourChange) change = new_change ("Log response");
  g_autoptr(TambourToday) after = NULL;
  g_autoptr(TambourToday) undone = NULL;
  g_autoptr(TambourRecord) found = NULL;
  g_autoptr(GError) error = NULL;
  gint64 number;

  today_put_case (self, "1", "kestrel", "P1", "phone", "2026-11-23T16:51:00Z");
  tambour_today_log_response (change, self->store, "1", "Mira Solberg", today_instant (TODAY_NOW), &error);
  g_assert_no_error (error);
  number = today_commit (self, change);

  after = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_clocks (after), "");
  found = tambour_store_get (self->store, tambour_kinds_find ("case"), "1", NULL);
  g_assert_cmpint (TAMBOUR_CASE (found)->first_response_at.seconds, ==, today_instant (TODAY_NOW).seconds);

  today_undo (self, number);
  undone = today_load (self, "mira", TODAY_NOW);
  today_assert (today_list_clocks (undone), "1");
}

/* Somebody else was quicker. */
static void
test_gone (TodayFixture  *self,
           gconstpointer  data)
{
  g_autoptr(TambourChange) change = new_change ("Nothing");
  TambourTodayWork work = { .id = (char *) "nothing" };
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_today_settle (change, self->store, &work, today_instant (TODAY_NOW), &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (tambour_today_log_response (change, self->store, "nothing", NULL, today_instant (TODAY_NOW), &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (tambour_change_get_size (change), ==, 0);
}

#define ADD(path, func) g_test_add ("/today-lists/" path, TodayFixture, NULL, today_fixture_set_up, func, today_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("calls-are-those-of-the-day", test_calls);
  ADD ("who-is-elsewhere-has-another-day", test_elsewhere);
  ADD ("what-is-ours-comes-by-date", test_work);
  ADD ("what-is-to-do-has-an-origin", test_origins);
  ADD ("meetings-that-need-preparing-come-up", test_meetings);
  ADD ("an-audit-and-its-session-are-one", test_audits);
  ADD ("who-was-invited-is-looked-after", test_follow_ups);
  ADD ("agreements-end-or-go-on", test_agreements);
  ADD ("silent-cases-come-up", test_silent);
  ADD ("planned-changes-come-up", test_planned);
  ADD ("what-was-seen-can-be-unseen", test_acknowledge);
  ADD ("what-is-done-can-be-undone", test_settle);
  ADD ("what-is-kept-after-its-day-is-late", test_settle_late);
  ADD ("a-logged-response-stops-the-clock", test_log_response);
  ADD ("what-is-gone-cannot-be-changed", test_gone);

  return g_test_run ();
}
