/* test-prep-sheet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-prep-choice.h"
#include "tambour-prep-sheet.h"
#include "today-fixture.h"

/* The call is today at 18:00 in London; the last one was a week ago. */
static void
put_calls (TodayFixture *self)
{
  today_put (self, "engagement", "weekly", "account_id", "kestrel", "title", "Weekly call", "kind", "cadence_call",
             "planned_start", "2026-11-23T18:00:00Z", "planned_end", "2026-11-23T18:30:00Z", "status", "planned", NULL);
  today_put (self, "engagement", "last", "account_id", "kestrel", "title", "Weekly call", "kind", "cadence_call",
             "planned_start", "2026-11-16T18:00:00Z", "status", "held", "body", "Opened with the pilot.\n\n- It is quiet\n- No change that week\n- And more", NULL);
}

static TambourPrepSheet *
load (TodayFixture *self,
      const char   *account_id,
      const char   *meeting_id)
{
  g_autoptr(GError) error = NULL;
  TambourPrepSheet *sheet = tambour_prep_sheet_load (self->store, account_id, meeting_id, "mira", today_instant (TODAY_NOW), NULL, &error);

  g_assert_no_error (error);

  return sheet;
}

/* The keys of points, in their order. */
static char *
list_points (GPtrArray *points)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      const TambourPrepPoint *point = g_ptr_array_index (points, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", point->reason == TAMBOUR_PREP_OWN ? point->title : point->key);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const TambourPrepPoint *
find (TambourPrepSheet *sheet,
      const char       *key)
{
  for (guint i = 0; i < sheet->points->len; i++)
    if (g_str_equal (((TambourPrepPoint *) g_ptr_array_index (sheet->points, i))->key, key))
      return g_ptr_array_index (sheet->points, i);

  g_assert_not_reached ();
}

static void
test_an_account_without_anything (TodayFixture  *self,
                                  gconstpointer  data)
{
  g_autoptr(TambourPrepSheet) sheet = load (self, "kestrel", NULL);

  g_assert_cmpstr (TAMBOUR_RECORD (sheet->account)->id, ==, "kestrel");
  g_assert_null (sheet->meeting);
  g_assert_null (sheet->last);
  g_assert_null (sheet->minutes);
  g_assert_null (sheet->metric);
  g_assert_cmpuint (sheet->points->len + sheet->work->len + sheet->people->len + sheet->shares->len, ==, 0);
  g_assert_cmpuint (sheet->n_opened + sheet->n_solved, ==, 0);
  g_assert_cmpint (sheet->since.seconds, ==, today_instant (TODAY_NOW).seconds - 30 * TAMBOUR_DAY);
}

static void
test_a_call_that_is_not_there (TodayFixture  *self,
                               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  TambourPrepSheet *sheet = tambour_prep_sheet_load (self->store, NULL, "nowhere", NULL, today_instant (TODAY_NOW), NULL, &error);

  g_assert_null (sheet);
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
}

/* The next call is the one that goes on, not one of this morning or of next week. */
static void
test_the_next_call_is_found (TodayFixture  *self,
                             gconstpointer  data)
{
  g_autoptr(TambourPrepSheet) next = NULL;
  g_autoptr(TambourPrepSheet) other = NULL;

  put_calls (self);
  today_put (self, "engagement", "morning", "account_id", "kestrel", "kind", "ad_hoc_call", "planned_start", "2026-11-23T09:00:00Z", "status", "planned", NULL);
  today_put (self, "engagement", "later", "account_id", "kestrel", "kind", "onsite", "planned_start", "2026-11-30T09:00:00Z", "status", "planned", NULL);
  next = load (self, "kestrel", NULL);
  g_assert_cmpstr (TAMBOUR_RECORD (next->meeting)->id, ==, "weekly");

  other = load (self, NULL, "later");
  g_assert_cmpstr (TAMBOUR_RECORD (other->meeting)->id, ==, "later");
  g_assert_cmpstr (TAMBOUR_RECORD (other->account)->id, ==, "kestrel");
}

static void
put_cases (TodayFixture *self)
{
  today_put_case (self, "101", "kestrel", "P2", "portal", "2026-11-23T16:00:00Z");
  today_put_case (self, "102", "kestrel", "P1", "phone", "2026-11-23T16:51:00Z");
  today_put_case (self, "103", "kestrel", "P3", "portal", "2026-11-23T16:00:00Z");
}

static void
put_work (TodayFixture *self)
{
  today_put (self, "action_item", "ours-late", "account_id", "kestrel", "title", "Plan", "side", "us", "owner", "Mira Solberg", "due", "2026-11-20", NULL);
  today_put (self, "action_item", "ours-far", "account_id", "kestrel", "title", "Far", "side", "us", "due", "2027-03-01", NULL);
  today_put (self, "commitment", "ours-due", "account_id", "kestrel", "text", "Pair", "side", "us", "made_on", "2026-11-16", "due", "2026-11-27", NULL);
  today_put (self, "action_item", "theirs-late", "account_id", "kestrel", "title", "Deputy", "side", "customer", "owner", "Dana", "due", "2026-11-19", NULL);
  today_put (self, "action_item", "theirs-due", "account_id", "kestrel", "title", "List", "side", "customer", "due", "2026-11-26", NULL);
}

static void
put_plans (TodayFixture *self)
{
  today_put (self, "goal", "risky", "account_id", "kestrel", "statement", "Halve outages", "status", "at_risk", "due", "2027-06-30", NULL);
  today_put (self, "goal", "near", "account_id", "kestrel", "statement", "Freeze", "status", "on_track", "due", "2026-12-11", NULL);
  today_put (self, "goal", "calm", "account_id", "kestrel", "statement", "Calm", "status", "on_track", "due", "2027-06-30", NULL);
  today_put (self, "contact", "dana", "account_id", "kestrel", "name", "Dana Whitlock", "title", "Network operations", "is_named", "yes", "left_on", "2026-11-30", NULL);
  today_put (self, "contact", "olivier", "account_id", "kestrel", "name", "Olivier Tran", "title", "Security architect", NULL);
  today_put (self, "agreement", "year", "account_id", "kestrel", "title", "Platinum", "start", "2025-12-15", "end", "2026-12-14", NULL);
}

static void
put_product (TodayFixture *self)
{
  today_put (self, "feature_request", "moved", "title", "Alert on silence", "status", "planned", NULL);
  today_put (self, "feature_request", "old", "title", "Old", "status", "submitted", NULL);
  today_put (self, "fr_evidence", NULL, "account_id", "kestrel", "request_id", "moved", NULL);
  today_put (self, "fr_evidence", NULL, "account_id", "kestrel", "request_id", "old", NULL);
  today_put (self, "fr_event", NULL, "request_id", "moved", "status", "submitted", "at", "2026-10-01", NULL);
  today_put (self, "fr_event", NULL, "request_id", "moved", "status", "planned", "at", "2026-11-18", NULL);
  today_put (self, "fr_event", NULL, "request_id", "old", "status", "submitted", "at", "2026-10-01", NULL);
  today_put (self, "known_issue", "ki", "title", "KI-88 Disk fills", "severity", "high", NULL);
  today_put (self, "known_issue", "ki-low", "title", "KI-84 Counts twice", "severity", "low", NULL);
  today_put (self, "exposure", NULL, "account_id", "kestrel", "known_issue_id", "ki", "state", "exposed", "since", "2026-11-19", NULL);
  today_put (self, "exposure", NULL, "account_id", "kestrel", "known_issue_id", "ki-low", "state", "suspected", "since", "2026-11-19", NULL);
  today_put (self, "finding", "severe", "account_id", "kestrel", "title", "No second resolver", "severity", "high", "status", "open", "raised_on", "2026-11-01", NULL);
  today_put (self, "finding", "mild", "account_id", "kestrel", "title", "Names", "severity", "low", "status", "open", "raised_on", "2026-11-01", NULL);
}

/* Clocks first, then what was handed over and not read, what we owe, what they owe,
 * goals, people, the agreement, risks, and what is new.
 */
static void
test_points_are_ranked (TodayFixture  *self,
                        gconstpointer  data)
{
  g_autoptr(TambourPrepSheet) sheet = NULL;

  put_calls (self);
  put_cases (self);
  put_work (self);
  put_plans (self);
  put_product (self);
  today_put (self, "case", "104", "account_id", "kestrel", "number", "104", "title", "Handed over", "priority", "P3", "channel", "portal",
             "opened_at", "2026-11-19T10:00:00Z", "first_response_at", "2026-11-19T10:30:00Z", "owner_id", "mira", NULL);
  today_put_event (self, "104", "our_msg", "2026-11-19T10:30:00Z", "actor", "us", "public_update", "yes", NULL);
  today_put_event (self, "104", "handover_note", "2026-11-20T10:00:00Z", "from", "Tomas", "to", "Mira", "text", "Ask for logs", NULL);

  sheet = load (self, NULL, "weekly");
  today_assert (list_points (sheet->points),
                "case:102 case:101 case:104 action_item:ours-late commitment:ours-due case:103 action_item:theirs-late "
                "goal:near goal:risky contact:dana agreement:year known_issue:ki finding:severe feature_request:moved known_issue:ki-low");

  g_assert_cmpint (find (sheet, "case:102")->clock->due.seconds, ==, today_instant ("2026-11-23T17:21:00Z").seconds);
  g_assert_cmpstr (find (sheet, "case:104")->text, ==, "Tomas");
  g_assert_true (find (sheet, "action_item:ours-late")->is_overdue);
  g_assert_cmpstr (find (sheet, "action_item:theirs-late")->text, ==, "Dana");
  g_assert_true (find (sheet, "action_item:theirs-late")->is_theirs);
  g_assert_cmpuint (find (sheet, "feature_request:moved")->status, ==, 3);

  /* Once the note is read it is no point any more. */
  g_clear_pointer (&sheet, tambour_prep_sheet_free);
  today_put_event (self, "104", "handover_read", "2026-11-21T10:00:00Z", "to", "Mira", NULL);
  sheet = load (self, NULL, "weekly");
  for (guint i = 0; i < sheet->points->len; i++)
    g_assert_cmpstr (((TambourPrepPoint *) g_ptr_array_index (sheet->points, i))->key, !=, "case:104");
}

static void
test_work_of_both_sides (TodayFixture  *self,
                         gconstpointer  data)
{
  g_autoptr(TambourPrepSheet) sheet = NULL;
  const TambourTodayWork *late;
  const TambourTodayWork *promise;

  put_work (self);
  sheet = load (self, "kestrel", NULL);
  today_assert (today_list_work (sheet->work),
                "ours-late! ours-due ours-far theirs-late! theirs-due");
  g_assert_cmpuint (sheet->n_ours, ==, 3);
  late = g_ptr_array_index (sheet->work, 0);
  promise = g_ptr_array_index (sheet->work, 1);
  g_assert_cmpstr (late->owner, ==, "Mira Solberg");
  g_assert_true (late->is_overdue);
  g_assert_cmpuint (promise->since.julian, ==, late->due.julian - 4);
}

static void
test_changes_since_the_last_call (TodayFixture  *self,
                                  gconstpointer  data)
{
  g_autoptr(TambourPrepSheet) sheet = NULL;

  put_calls (self);
  put_cases (self);
  today_put (self, "case", "90", "account_id", "kestrel", "number", "90", "priority", "P3", "opened_at", "2026-11-02T10:00:00Z",
             "resolved_at", "2026-11-18T10:00:00Z", NULL);
  today_put (self, "case", "89", "account_id", "kestrel", "number", "89", "priority", "P3", "opened_at", "2026-11-02T10:00:00Z",
             "resolved_at", "2026-11-10T10:00:00Z", NULL);

  /* The week before the last call, and the one that began with it. */
  today_put (self, "usage_sample", NULL, "account_id", "kestrel", "metric", "requests", "on", "2026-11-10", "value", "200", NULL);
  today_put (self, "usage_sample", NULL, "account_id", "kestrel", "metric", "requests", "on", "2026-11-18", "value", "206", NULL);

  sheet = load (self, NULL, "weekly");
  g_assert_cmpstr (TAMBOUR_RECORD (sheet->last)->id, ==, "last");
  g_assert_cmpuint (sheet->n_opened, ==, 3);
  g_assert_cmpuint (sheet->n_solved, ==, 1);
  g_assert_cmpstr (sheet->metric, ==, "requests");
  g_assert_cmpfloat_with_epsilon (sheet->change, .03, 1e-9);
  g_assert_cmpstr (sheet->minutes, ==, "Opened with the pilot.\nIt is quiet\nNo change that week");
}

static char *
list_people (TambourPrepSheet *sheet)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < sheet->people->len; i++)
    g_ptr_array_add (names, ((TambourPrepPerson *) g_ptr_array_index (sheet->people, i))->name);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

/* Who was at the last call of its kind comes again, unless somebody said who comes. */
static void
test_who_joins (TodayFixture  *self,
                gconstpointer  data)
{
  g_autoptr(TambourPrepSheet) sheet = NULL;
  g_autoptr(TambourPrepSheet) told = NULL;

  put_calls (self);
  put_plans (self);
  today_put (self, "contact", "gone", "account_id", "kestrel", "name", "Gone", "left_on", "2026-11-01", NULL);
  today_put (self, "engagement", "visit", "account_id", "kestrel", "kind", "onsite", "planned_start", "2026-11-18T18:00:00Z", "status", "held", NULL);
  today_put (self, "attendance", "a1", "engagement_id", "last", "contact_id", "dana", "name", "Dana", NULL);
  today_put (self, "attendance", "a2", "engagement_id", "last", "contact_id", "gone", "name", "Gone", NULL);
  today_put (self, "attendance", "a3", "engagement_id", "last", "name", "A guest", "role", "Vendor", NULL);
  today_put (self, "attendance", "a4", "engagement_id", "last", "person_id", "mira", "name", "Mira", NULL);
  today_put (self, "attendance", "a5", "engagement_id", "visit", "contact_id", "olivier", "name", "Olivier", NULL);

  sheet = load (self, NULL, "weekly");
  today_assert (list_people (sheet), "Dana Whitlock, A guest");
  g_assert_cmpuint (((TambourPrepPerson *) g_ptr_array_index (sheet->people, 0))->leaves_on.julian, >, sheet->today.julian);
  g_assert_cmpstr (TAMBOUR_RECORD (sheet->last)->id, ==, "visit");

  today_put (self, "attendance", "a6", "engagement_id", "weekly", "contact_id", "olivier", "name", "Olivier", NULL);
  told = load (self, NULL, "weekly");
  today_assert (list_people (told), "Olivier Tran");
}

/* What belongs to another customer is nowhere; what one of them got alone is no
 * more to be told than their cases.
 */
static void
test_nothing_of_others_leaks (TodayFixture  *self,
                              gconstpointer  data)
{
  g_autoptr(TambourPrepSheet) sheet = NULL;
  const TambourPrepShare *library;
  const TambourPrepShare *shared;

  today_put_case (self, "201", "alba", "P1", "phone", "2026-11-23T16:51:00Z");
  today_put (self, "action_item", NULL, "account_id", "alba", "title", "Secret", "side", "us", "due", "2026-11-20", NULL);
  today_put (self, "goal", NULL, "account_id", "alba", "statement", "Secret", "status", "at_risk", NULL);
  today_put (self, "contact", NULL, "account_id", "alba", "name", "Secret", "is_named", "yes", "left_on", "2026-11-30", NULL);
  today_put (self, "feature_request", "theirs", "title", "Secret", NULL);
  today_put (self, "fr_evidence", NULL, "account_id", "alba", "request_id", "theirs", NULL);
  today_put (self, "fr_event", NULL, "request_id", "theirs", "status", "planned", "at", "2026-11-18", NULL);
  today_put (self, "finding", NULL, "account_id", "alba", "title", "Secret", "severity", "high", "raised_on", "2026-11-01", NULL);
  today_put (self, "account", "third", "name", "Third", NULL);
  today_put (self, "content_share", NULL, "account_id", "alba", "title", "A guide for Alba", "on", "2026-11-02", NULL);
  today_put (self, "content_share", NULL, "account_id", "alba", "title", "Pairs", "kind", "best_practice", "why", "Secret", "on", "2026-11-02", NULL);
  today_put (self, "content_share", NULL, "account_id", "third", "title", "Pairs", "kind", "best_practice", "on", "2026-11-09", NULL);
  today_put (self, "content_share", NULL, "account_id", "alba", "title", "Known", "on", "2026-11-02", NULL);
  today_put (self, "content_share", NULL, "account_id", "third", "title", "Known", "on", "2026-11-02", NULL);
  today_put (self, "content_share", NULL, "account_id", "kestrel", "title", "Known", "on", "2025-01-02", NULL);
  today_put (self, "content_share", "guide", "title", "Stages", "kind", "best_practice", "on", "2024-01-02", NULL);
  today_put (self, "content_share", "seminar", "title", "Branch networks", "kind", "webinar", "on", "2026-12-02", NULL);

  sheet = load (self, "kestrel", NULL);
  g_assert_cmpuint (sheet->points->len + sheet->work->len + sheet->people->len, ==, 0);
  g_assert_cmpuint (sheet->n_opened, ==, 0);
  g_assert_cmpuint (sheet->shares->len, ==, 3);
  library = g_ptr_array_index (sheet->shares, 0);
  shared = g_ptr_array_index (sheet->shares, 2);
  g_assert_cmpstr (library->id, ==, "seminar");
  g_assert_cmpuint (library->on.julian, ==, sheet->today.julian + 9);
  g_assert_cmpstr (shared->title, ==, "Pairs");
  g_assert_null (shared->id);
}

/* --- what a person changes ------------------------------------------------- */

static TambourPrepChoice *
reopen (TambourPrepChoice *choice)
{
  g_autoptr(JsonObject) fields = tambour_prep_choice_pack (choice);

  return tambour_prep_choice_new (fields);
}

static void
test_a_choice_is_kept (TodayFixture  *self,
                       gconstpointer  data)
{
  g_autoptr(TambourPrepSheet) sheet = NULL;
  g_autoptr(TambourPrepChoice) choice = tambour_prep_choice_new (NULL);
  g_autoptr(TambourPrepChoice) again = NULL;
  g_autoptr(TambourPrepChoice) restored = NULL;
  g_autoptr(GPtrArray) shown = NULL;
  g_autoptr(GPtrArray) kept = NULL;
  g_autoptr(GPtrArray) late = NULL;
  g_autoptr(GPtrArray) back = NULL;

  put_work (self);
  sheet = load (self, "kestrel", NULL);
  shown = tambour_prep_choice_apply (choice, sheet->points);
  today_assert (list_points (shown), "action_item:ours-late commitment:ours-due action_item:theirs-late");
  g_assert_true (tambour_prep_choice_is_empty (choice));

  /* What is empty is not kept. */
  tambour_prep_choice_add (choice, shown, "");
  g_assert_true (tambour_prep_choice_is_empty (choice));
  tambour_prep_choice_add (choice, shown, "Greet Dana");
  g_assert_true (tambour_prep_choice_move (choice, shown, 2, 0));
  g_assert_false (tambour_prep_choice_move (choice, shown, 0, 5));
  tambour_prep_choice_remove (choice, "commitment:ours-due");

  again = reopen (choice);
  kept = tambour_prep_choice_apply (again, sheet->points);
  today_assert (list_points (kept), "action_item:theirs-late action_item:ours-late Greet Dana");

  /* A case that comes up meanwhile stands first: nothing there is more urgent. */
  today_put_case (self, "102", "kestrel", "P1", "phone", "2026-11-23T16:51:00Z");
  g_clear_pointer (&sheet, tambour_prep_sheet_free);
  sheet = load (self, "kestrel", NULL);
  late = tambour_prep_choice_apply (again, sheet->points);
  today_assert (list_points (late), "case:102 action_item:theirs-late action_item:ours-late Greet Dana");

  tambour_prep_choice_restore (again, "commitment:ours-due");
  restored = reopen (again);
  back = tambour_prep_choice_apply (restored, sheet->points);
  today_assert (list_points (back), "case:102 action_item:theirs-late action_item:ours-late commitment:ours-due Greet Dana");
}

static void
test_a_choice_of_another_shape (TodayFixture  *self,
                                gconstpointer  data)
{
  g_autoptr(JsonNode) node = json_from_string ("{\"order\":[1,null,{},\"x\"],\"removed\":\"all\",\"added\":[7,{\"key\":\"case:1\",\"text\":\"no\"},"
                                               "{\"key\":\"own:1\"},{\"key\":\"own:2\",\"text\":\"yes\"}]}",
                                               NULL);
  g_autoptr(TambourPrepChoice) choice = tambour_prep_choice_new (json_node_get_object (node));
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GPtrArray) shown = tambour_prep_choice_apply (choice, none);

  today_assert (list_points (shown), "yes");
}

static void
add (const char *path,
     void      (*test) (TodayFixture *, gconstpointer))
{
  g_test_add (path, TodayFixture, NULL, today_fixture_set_up, test, today_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/prep-sheet/an-account-without-anything", test_an_account_without_anything);
  add ("/prep-sheet/a-call-that-is-not-there", test_a_call_that_is_not_there);
  add ("/prep-sheet/the-next-call-is-found", test_the_next_call_is_found);
  add ("/prep-sheet/points-are-ranked", test_points_are_ranked);
  add ("/prep-sheet/work-of-both-sides", test_work_of_both_sides);
  add ("/prep-sheet/changes-since-the-last-call", test_changes_since_the_last_call);
  add ("/prep-sheet/who-joins", test_who_joins);
  add ("/prep-sheet/nothing-of-others-leaks", test_nothing_of_others_leaks);
  add ("/prep-sheet/a-choice-is-kept", test_a_choice_is_kept);
  add ("/prep-sheet/a-choice-of-another-shape", test_a_choice_of_another_shape);

  return g_test_run ();
}
