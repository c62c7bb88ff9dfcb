/* test-roadmap.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-roadmap-sheet.h"

static void
set_all (gpointer record,
         va_list  words)
{
  const char *field;

  while ((field = va_arg (words, const char *)))
    desk_set (record, field, va_arg (words, const char *));
}

/* Returns: (transfer full): a record of the account, with the fields that are named */
static gpointer
add (DeskPortfolio *desk,
     GType          type,
     ...)
{
  gpointer record = desk_portfolio_own (desk, type);
  va_list words;

  va_start (words, type);
  set_all (record, words);
  va_end (words);
  desk_portfolio_put (desk, record);

  return record;
}

/* Returns: (transfer full): a record that belongs to no account */
static gpointer
share (DeskPortfolio *desk,
       GType          type,
       ...)
{
  gpointer record = tambour_record_new (type, NULL);
  va_list words;

  va_start (words, type);
  set_all (record, words);
  va_end (words);
  desk_portfolio_put (desk, record);

  return record;
}

static TambourRoadmapSheet *
load (DeskPortfolio *desk)
{
  g_autoptr(GError) error = NULL;
  TambourRoadmapSheet *sheet = tambour_roadmap_sheet_load (desk->store, TAMBOUR_RECORD (desk->account)->id, desk_portfolio_now (), NULL, &error);

  g_assert_no_error (error);

  return sheet;
}

static void
test_nothing (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRoadmapSheet) sheet = load (desk);

  g_assert_cmpuint (sheet->goals->len, ==, 0);
  g_assert_cmpuint (sheet->requests->len, ==, 0);
  g_assert_cmpuint (sheet->coming->len, ==, 0);
  g_assert_cmpuint (sheet->past->len, ==, 0);
  g_assert_cmpuint (sheet->projects->len, ==, 0);
  g_assert_cmpuint (sheet->items->len, ==, 0);
}

static const TambourGoalView *
goal_at (TambourRoadmapSheet *sheet,
         guint                i)
{
  g_assert_cmpuint (sheet->goals->len, >, i);

  return g_ptr_array_index (sheet->goals, i);
}

static void
test_goals_stand_as_the_overview_says (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) clinics = add (desk, TAMBOUR_TYPE_GOAL, "statement", "clinics", "position", "1", "status", "on_track", "baseline", "5",
                                          "baseline_of", "14", "target", "14", "target_of", "14", "due", "2026-12-31", NULL);
  g_autoptr(TambourRecord) late = add (desk, TAMBOUR_TYPE_GOAL, "statement", "late", "position", "2", "status", "agreed", "target", "100",
                                       "baseline", "0", "due", "2026-11-01", NULL);
  g_autoptr(TambourRecord) draft = add (desk, TAMBOUR_TYPE_GOAL, "statement", "draft", "position", "3", "status", "draft", NULL);
  g_autoptr(TambourRecord) met = add (desk, TAMBOUR_TYPE_GOAL, "statement", "met", "position", "1", "status", "met", "due", "2026-10-01", NULL);
  g_autoptr(TambourRecord) old = add (desk, TAMBOUR_TYPE_GOAL, "statement", "old", "status", "met", "due", "2026-06-30", NULL);
  g_autoptr(TambourRecord) dropped = add (desk, TAMBOUR_TYPE_GOAL, "statement", "dropped", "status", "dropped", NULL);
  g_autoptr(TambourRecord) first = add (desk, TAMBOUR_TYPE_GOAL_READING, "goal_id", clinics->id, "on", "2026-07-31", "value", "8", "value_of", "14", NULL);
  g_autoptr(TambourRecord) last = add (desk, TAMBOUR_TYPE_GOAL_READING, "goal_id", clinics->id, "on", "2026-11-12", "value", "12", "value_of", "14", NULL);
  g_autoptr(TambourRecord) future = add (desk, TAMBOUR_TYPE_GOAL_READING, "goal_id", clinics->id, "on", "2027-01-12", "value", "14", "value_of", "14", NULL);
  g_autoptr(TambourRoadmapSheet) sheet = load (desk);

  g_assert_cmpuint (sheet->goals->len, ==, 4);
  g_assert_cmpstr (goal_at (sheet, 0)->goal->statement, ==, "clinics");
  g_assert_cmpint (goal_at (sheet, 0)->tag, ==, TAMBOUR_GOAL_TAG_ON_TRACK);
  g_assert_cmpfloat_with_epsilon (goal_at (sheet, 0)->progress, 7. / 9, 1e-9);
  g_assert_cmpstr (TAMBOUR_RECORD (goal_at (sheet, 0)->reading)->id, ==, last->id);
  g_assert_cmpint (goal_at (sheet, 1)->tag, ==, TAMBOUR_GOAL_TAG_MISSED);
  g_assert_true (isnan (goal_at (sheet, 1)->progress));
  g_assert_cmpint (goal_at (sheet, 2)->tag, ==, TAMBOUR_GOAL_TAG_DRAFT);
  g_assert_cmpint (goal_at (sheet, 3)->tag, ==, TAMBOUR_GOAL_TAG_MET);
}

static void
test_a_moved_date_is_told (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add (desk, TAMBOUR_TYPE_GOAL, "statement", "guests", "status", "on_track", "due", "2026-09-30", NULL);
  g_autoptr(TambourRoadmapSheet) sheet = NULL;

  desk_set (goal, "due", "2027-01-15");
  desk_set (goal, "status", "at_risk");
  desk_portfolio_put (desk, goal);
  sheet = load (desk);
  g_assert_cmpint (goal_at (sheet, 0)->tag, ==, TAMBOUR_GOAL_TAG_SLIPPED);
  g_assert_cmpuint (goal_at (sheet, 0)->first_due.julian, ==, tambour_date_new (2026, 9, 30).julian);
}

static TambourRecord *
ask (DeskPortfolio *desk,
     TambourRecord *request,
     const char    *on,
     const char    *impact)
{
  return add (desk, TAMBOUR_TYPE_FR_EVIDENCE, "request_id", request->id, "on", on, "impact", impact, "quote", on, NULL);
}

static const TambourRoadmapRequest *
find_request (TambourRoadmapSheet *sheet,
              TambourRecord       *request)
{
  for (guint i = 0; i < sheet->requests->len; i++)
    {
      TambourRoadmapRequest *shown = g_ptr_array_index (sheet->requests, i);

      if (g_str_equal (TAMBOUR_RECORD (shown->request)->id, request->id))
        return shown;
    }

  return NULL;
}

static void
test_requests_are_weighed (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) agreement = add (desk, TAMBOUR_TYPE_AGREEMENT, "start", "2026-01-01", "end", "2026-12-31", "fee", "1000 USD", NULL);
  g_autoptr(TambourRecord) light = share (desk, TAMBOUR_TYPE_FEATURE_REQUEST, "title", "light", "status", "submitted", NULL);
  g_autoptr(TambourRecord) heavy = share (desk, TAMBOUR_TYPE_FEATURE_REQUEST, "title", "heavy", "status", "planned", NULL);
  g_autoptr(TambourRecord) nobody = share (desk, TAMBOUR_TYPE_FEATURE_REQUEST, "title", "nobody", "status", "planned", NULL);
  g_autoptr(TambourRecord) once = ask (desk, light, "2026-10-01", "costly");
  g_autoptr(TambourRecord) first = ask (desk, heavy, "2026-05-01", "blocker");
  g_autoptr(TambourRecord) again = ask (desk, heavy, "2026-11-18", "nice");
  g_autoptr(TambourRoadmapSheet) sheet = NULL;
  const TambourRoadmapRequest *shown;

  desk_set (again, "value_at_stake", "250 USD");
  desk_portfolio_put (desk, again);
  sheet = load (desk);
  g_assert_cmpuint (sheet->requests->len, ==, 2);
  g_assert_null (find_request (sheet, nobody));

  /* The worst need, and the most at stake: a quarter of the fee is three tenths. */
  shown = g_ptr_array_index (sheet->requests, 0);
  g_assert_cmpstr (shown->request->title, ==, "heavy");
  g_assert_cmpint (shown->weight.value, ==, 3);
  g_assert_cmpint (shown->weight.need, ==, 9);
  g_assert_cmpuint (shown->n_steps, ==, 3);
  g_assert_cmpuint (shown->asked_on.julian, ==, tambour_date_new (2026, 5, 1).julian);
  g_assert_cmpuint (shown->asked_again.julian, ==, tambour_date_new (2026, 11, 18).julian);

  shown = g_ptr_array_index (sheet->requests, 1);
  g_assert_cmpint (shown->weight.value, ==, 1);
  g_assert_cmpint (shown->weight.need, ==, 6);
  g_assert_cmpuint (shown->n_steps, ==, 1);
  g_assert_false (tambour_date_is_stated (shown->asked_again));
}

/* What was merged keeps its quotes, and other customers count once each. */
static void
test_who_else_asked (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) kept = share (desk, TAMBOUR_TYPE_FEATURE_REQUEST, "title", "kept", "status", "planned", NULL);
  g_autoptr(TambourRecord) merged = share (desk, TAMBOUR_TYPE_FEATURE_REQUEST, "title", "merged", "status", "duplicate",
                                           "duplicate_of_id", kept->id, NULL);
  g_autoptr(TambourRecord) own = ask (desk, merged, "2026-10-01", "nice");
  g_autoptr(TambourRecord) other = share (desk, TAMBOUR_TYPE_ACCOUNT, "name", "Other", "short_code", "OTH", NULL);
  g_autoptr(TambourRoadmapSheet) sheet = NULL;
  const TambourRoadmapRequest *shown;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TambourRecord) said = ask (desk, kept, "2026-09-01", "costly");

      desk_set (said, "account_id", other->id);
      desk_portfolio_put (desk, said);
    }

  sheet = load (desk);
  g_assert_cmpuint (sheet->requests->len, ==, 1);
  shown = find_request (sheet, kept);
  g_assert_nonnull (shown);
  g_assert_cmpuint (shown->n_others, ==, 1);
  g_assert_cmpuint (shown->evidence->len, ==, 1);
  g_assert_cmpint (shown->weight.need, ==, 3);
}

static TambourRecord *
settle (DeskPortfolio *desk,
        TambourRecord *request,
        const char    *status,
        const char    *at)
{
  return share (desk, TAMBOUR_TYPE_FR_EVENT, "request_id", request->id, "status", status, "at", at, "reason", "because", NULL);
}

/* Shipped and declined requests stay for a quarter, below the others. */
static void
test_settled_requests_stay_a_quarter (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) open = share (desk, TAMBOUR_TYPE_FEATURE_REQUEST, "title", "open", "status", "captured", NULL);
  g_autoptr(TambourRecord) shipped = share (desk, TAMBOUR_TYPE_FEATURE_REQUEST, "title", "shipped", "status", "shipped", NULL);
  g_autoptr(TambourRecord) old = share (desk, TAMBOUR_TYPE_FEATURE_REQUEST, "title", "old", "status", "declined", NULL);
  g_autoptr(TambourRecord) one = ask (desk, open, "2026-10-01", "nice");
  g_autoptr(TambourRecord) two = ask (desk, shipped, "2026-03-01", "blocker");
  g_autoptr(TambourRecord) three = ask (desk, old, "2026-03-01", "blocker");
  g_autoptr(TambourRecord) now_done = settle (desk, shipped, "shipped", "2026-11-03");
  g_autoptr(TambourRecord) long_ago = settle (desk, old, "declined", "2026-08-01");
  g_autoptr(TambourRoadmapSheet) sheet = load (desk);
  const TambourRoadmapRequest *shown;

  g_assert_cmpuint (sheet->requests->len, ==, 2);
  g_assert_null (find_request (sheet, old));
  shown = g_ptr_array_index (sheet->requests, 1);
  g_assert_cmpstr (shown->request->title, ==, "shipped");
  g_assert_cmpuint (shown->n_steps, ==, 4);
  g_assert_cmpuint (shown->settled_on.julian, ==, tambour_date_new (2026, 11, 3).julian);
  g_assert_cmpstr (shown->reason, ==, "because");
}

static TambourRecord *
add_review (DeskPortfolio *desk,
            const char    *start,
            const char    *status,
            const char    *summary)
{
  return add (desk, TAMBOUR_TYPE_ENGAGEMENT, "kind", "roadmap_review", "planned_start", start, "status", status, "summary", summary, NULL);
}

static TambourRecord *
add_shown (DeskPortfolio      *desk,
           TambourRecord      *call,
           const char         *on,
           const char * const *items)
{
  TambourRoadmapReview *review = desk_portfolio_own (desk, TAMBOUR_TYPE_ROADMAP_REVIEW);

  desk_set (review, "engagement_id", call->id);
  desk_set (review, "on", on);
  review->items_shown = g_strdupv ((GStrv) items);
  desk_portfolio_put (desk, review);

  return TAMBOUR_RECORD (review);
}

static void
change_at (DeskPortfolio *desk,
           TambourRecord *record,
           const char    *at)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(GError) error = NULL;
  TambourInstant instant;

  g_assert_true (tambour_instant_parse (at, &instant));
  tambour_change_set_time (change, instant);
  tambour_change_put (change, record);
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);
}

/* What was shown again is on track, unless it came later meanwhile; the rest is new. */
static void
test_what_was_said_in_reviews (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) groups = tambour_record_new (TAMBOUR_TYPE_ROADMAP_ITEM, NULL);
  g_autoptr(TambourRecord) pages = share (desk, TAMBOUR_TYPE_ROADMAP_ITEM, "title", "Pages", "quarter", "Q2 2027", NULL);
  g_autoptr(TambourRecord) next = add_review (desk, "2026-11-23T19:30:00Z", "planned", "Agenda has 5 points");
  g_autoptr(TambourRecord) bare = add_review (desk, "2026-12-23T19:30:00Z", "planned", "");
  g_autoptr(TambourRecord) second = add_review (desk, "2026-08-27T16:30:00Z", "held", "Q3");
  g_autoptr(TambourRecord) first = add_review (desk, "2026-05-28T16:30:00Z", "held", "Q2");
  g_autoptr(TambourRecord) cancelled = add_review (desk, "2026-07-28T16:30:00Z", "cancelled_us", "no");
  g_autoptr(TambourRecord) shown = add_shown (desk, first, "2026-05-28", (const char *[]) { "Groups", "Pages", NULL });
  g_autoptr(TambourRecord) again = add_shown (desk, second, "2026-08-27", (const char *[]) { "Groups", "Pages", "Export", NULL });
  g_autoptr(TambourRoadmapSheet) sheet = NULL;
  const TambourRoadmapCall *call;

  desk_set (groups, "title", "Groups");
  desk_set (groups, "quarter", "Q4 2026");
  change_at (desk, groups, "2026-01-01T12:00:00Z");
  desk_set (groups, "quarter", "Q1 2027");
  change_at (desk, groups, "2026-07-01T12:00:00Z");

  sheet = load (desk);
  g_assert_cmpuint (sheet->coming->len, ==, 2);
  call = g_ptr_array_index (sheet->coming, 0);
  g_assert_cmpstr (TAMBOUR_RECORD (call->call)->id, ==, next->id);
  g_assert_true (call->is_ready);
  g_assert_false (((TambourRoadmapCall *) g_ptr_array_index (sheet->coming, 1))->is_ready);

  g_assert_cmpuint (sheet->past->len, ==, 2);
  call = g_ptr_array_index (sheet->past, 0);
  g_assert_cmpstr (TAMBOUR_RECORD (call->call)->id, ==, second->id);
  g_assert_cmpuint (call->n_on_track, ==, 1);
  g_assert_cmpuint (call->n_slipped, ==, 1);
  g_assert_cmpuint (call->n_added, ==, 1);
  call = g_ptr_array_index (sheet->past, 1);
  g_assert_cmpuint (call->n_added, ==, 2);
}

static void
test_projects_and_plans (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) low = add (desk, TAMBOUR_TYPE_PROJECT, "title", "low", "impact", "2", "effort", "4", "status", "idea", NULL);
  g_autoptr(TambourRecord) high = add (desk, TAMBOUR_TYPE_PROJECT, "title", "high", "impact", "5", "effort", "2", "status", "agreed", NULL);
  g_autoptr(TambourRecord) done = add (desk, TAMBOUR_TYPE_PROJECT, "title", "done", "impact", "5", "effort", "1", "status", "done", NULL);
  g_autoptr(TambourRecord) pinned = add (desk, TAMBOUR_TYPE_PROJECT, "title", "pinned", "deadline", "2027-06-30", "deadline_reason", "Law", NULL);
  g_autoptr(TambourRecord) far = share (desk, TAMBOUR_TYPE_ROADMAP_ITEM, "title", "far", "quarter", "Q3 2027", "nda", "true", NULL);
  g_autoptr(TambourRecord) near = share (desk, TAMBOUR_TYPE_ROADMAP_ITEM, "title", "near", "quarter", "Q4 2026", NULL);
  g_autoptr(TambourRecord) shipped = share (desk, TAMBOUR_TYPE_ROADMAP_ITEM, "title", "shipped", "confidence", "shipped", NULL);
  g_autoptr(TambourRoadmapSheet) sheet = load (desk);

  g_assert_cmpuint (sheet->projects->len, ==, 3);
  g_assert_cmpstr (((TambourProject *) g_ptr_array_index (sheet->projects, 0))->title, ==, "pinned");
  g_assert_cmpstr (((TambourProject *) g_ptr_array_index (sheet->projects, 1))->title, ==, "high");
  g_assert_cmpstr (((TambourProject *) g_ptr_array_index (sheet->projects, 2))->title, ==, "low");

  g_assert_cmpuint (sheet->items->len, ==, 2);
  g_assert_cmpstr (((TambourRoadmapItem *) g_ptr_array_index (sheet->items, 0))->title, ==, "near");
  g_assert_cmpstr (((TambourRoadmapItem *) g_ptr_array_index (sheet->items, 1))->title, ==, "far");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roadmap/nothing", test_nothing);
  g_test_add_func ("/roadmap/goals-stand-as-the-overview-says", test_goals_stand_as_the_overview_says);
  g_test_add_func ("/roadmap/a-moved-date-is-told", test_a_moved_date_is_told);
  g_test_add_func ("/roadmap/requests-are-weighed", test_requests_are_weighed);
  g_test_add_func ("/roadmap/who-else-asked", test_who_else_asked);
  g_test_add_func ("/roadmap/settled-requests-stay-a-quarter", test_settled_requests_stay_a_quarter);
  g_test_add_func ("/roadmap/what-was-said-in-reviews", test_what_was_said_in_reviews);
  g_test_add_func ("/roadmap/projects-and-plans", test_projects_and_plans);

  return g_test_run ();
}
