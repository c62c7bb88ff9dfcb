/* test-roadmap-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-goal.h"
#include "tambour-roadmap-moves.h"
#include "tambour-value.h"

static const char *
account_of (DeskPortfolio *desk)
{
  return TAMBOUR_RECORD (desk->account)->id;
}

static gint64
count (DeskPortfolio *desk,
       GType          type)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GError) error = NULL;
  gint64 n = tambour_store_count (desk->store, query, &error);

  g_assert_no_error (error);

  return n;
}

/* Returns: (transfer full): the only record of a kind */
static gpointer
get_only (DeskPortfolio *desk,
          GType          type)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = tambour_store_list (desk->store, query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  return g_object_ref (g_ptr_array_index (found, 0));
}

/* Does it. Returns: the number of the change */
static gint64
make (DeskPortfolio            *desk,
      const TambourRoadmapMove *move)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(GError) error = NULL;

  tambour_roadmap_move_fill (move, desk->store, desk_portfolio_now (), change, &error);
  g_assert_no_error (error);
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);

  return tambour_change_get_number (change);
}

static void
assert_refused (DeskPortfolio            *desk,
                const TambourRoadmapMove *move)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_roadmap_move_fill (move, desk->store, desk_portfolio_now (), change, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_cmpuint (tambour_change_get_size (change), ==, 0);
}

static void
take_back (DeskPortfolio *desk,
           gint64         number)
{
  g_autoptr(GError) error = NULL;

  tambour_store_undo (desk->store, number, "Mira Solberg", NULL, &error);
  g_assert_no_error (error);
}

static TambourRecord *
add_request (DeskPortfolio *desk,
             const char    *title,
             const char    *status)
{
  TambourRecord *request = tambour_record_new (TAMBOUR_TYPE_FEATURE_REQUEST, NULL);

  desk_set (request, "title", title);
  desk_set (request, "status", status);
  desk_portfolio_put (desk, request);

  return request;
}

static void
test_a_goal_is_measured (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  TambourRecord *goal = desk_portfolio_own (desk, TAMBOUR_TYPE_GOAL);
  g_autoptr(TambourRecord) owned = goal;
  g_autoptr(TambourRoadmapMove) move = tambour_roadmap_move_new (TAMBOUR_ROADMAP_MOVE_READ, goal->id, account_of (desk));
  g_autoptr(TambourGoalReading) reading = NULL;
  gint64 number;

  desk_set (goal, "statement", "Clinics");
  desk_portfolio_put (desk, goal);
  assert_refused (desk, move);

  move->value = 12;
  move->value_of = 14;
  g_set_str (&move->text, "  Counted with Marcus \n");
  move->on = tambour_date_new (2026, 11, 24);
  assert_refused (desk, move);
  move->on = tambour_date_new (2026, 11, 20);
  number = make (desk, move);

  reading = get_only (desk, TAMBOUR_TYPE_GOAL_READING);
  g_assert_cmpstr (reading->goal_id.id, ==, goal->id);
  g_assert_cmpstr (TAMBOUR_RECORD (reading)->account_id.id, ==, account_of (desk));
  g_assert_cmpfloat (reading->value, ==, 12);
  g_assert_cmpfloat (reading->value_of, ==, 14);
  g_assert_cmpuint (reading->on.julian, ==, move->on.julian);
  g_assert_cmpstr (reading->evidence, ==, "Counted with Marcus");

  take_back (desk, number);
  g_assert_cmpint (count (desk, TAMBOUR_TYPE_GOAL_READING), ==, 0);
}

/* Every step is written down, and can be taken back with its line. */
static void
test_a_request_goes_from_step_to_step (void)
{
  static const TambourRequestStatus steps[] = {
    TAMBOUR_REQUEST_STATUS_SUBMITTED, TAMBOUR_REQUEST_STATUS_UNDER_REVIEW, TAMBOUR_REQUEST_STATUS_PLANNED,
    TAMBOUR_REQUEST_STATUS_IN_WORK, TAMBOUR_REQUEST_STATUS_SHIPPED,
  };
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) request = add_request (desk, "Pages", "captured");
  g_autoptr(TambourRoadmapMove) move = tambour_roadmap_move_new (TAMBOUR_ROADMAP_MOVE_ADVANCE, request->id, account_of (desk));
  g_autoptr(TambourFeatureRequest) last = NULL;
  gint64 number = 0;

  move->status = TAMBOUR_REQUEST_STATUS_CAPTURED;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(TambourFeatureRequest) moved = NULL;

      number = make (desk, move);
      assert_refused (desk, move);
      moved = desk_portfolio_get (desk, request);
      g_assert_cmpuint (moved->status, ==, steps[i]);
      g_assert_cmpint (count (desk, TAMBOUR_TYPE_FR_EVENT), ==, i + 1);
      move->status = moved->status;
    }

  assert_refused (desk, move);
  take_back (desk, number);
  last = desk_portfolio_get (desk, request);
  g_assert_cmpuint (last->status, ==, TAMBOUR_REQUEST_STATUS_IN_WORK);
  g_assert_cmpint (count (desk, TAMBOUR_TYPE_FR_EVENT), ==, G_N_ELEMENTS (steps) - 1);
}

static void
test_a_request_is_declined_for_a_reason (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) request = add_request (desk, "Pages", "under_review");
  g_autoptr(TambourRoadmapMove) move = tambour_roadmap_move_new (TAMBOUR_ROADMAP_MOVE_DECLINE, request->id, account_of (desk));
  g_autoptr(TambourFeatureRequest) declined = NULL;
  g_autoptr(TambourFeatureRequest) before = NULL;
  g_autoptr(TambourFrEvent) event = NULL;
  gint64 number;

  g_set_str (&move->text, " \n ");
  assert_refused (desk, move);
  g_set_str (&move->text, "The virtual forwarder does the same");
  number = make (desk, move);

  declined = desk_portfolio_get (desk, request);
  g_assert_cmpuint (declined->status, ==, TAMBOUR_REQUEST_STATUS_DECLINED);
  event = get_only (desk, TAMBOUR_TYPE_FR_EVENT);
  g_assert_cmpuint (event->status, ==, TAMBOUR_REQUEST_STATUS_DECLINED);
  g_assert_cmpstr (event->reason, ==, "The virtual forwarder does the same");
  assert_refused (desk, move);

  take_back (desk, number);
  before = desk_portfolio_get (desk, request);
  g_assert_cmpuint (before->status, ==, TAMBOUR_REQUEST_STATUS_UNDER_REVIEW);
  g_assert_cmpint (count (desk, TAMBOUR_TYPE_FR_EVENT), ==, 0);
}

static void
say_evidence (TambourRoadmapMove *move,
              DeskPortfolio      *desk)
{
  g_autoptr(TambourContact) contact = desk_portfolio_contact (desk, "Priya Raman");

  g_set_str (&move->text, "The auditors want all of September.");
  g_set_str (&move->contact_id, TAMBOUR_RECORD (contact)->id);
  g_set_str (&move->source, "Regular call");
  move->impact = TAMBOUR_REQUEST_IMPACT_BLOCKER;
  g_assert_true (tambour_money_parse ("14000 USD", &move->at_stake));
}

static void
test_evidence_says_who_and_how_much (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) request = add_request (desk, "Export", "planned");
  g_autoptr(TambourRoadmapMove) move = tambour_roadmap_move_new (TAMBOUR_ROADMAP_MOVE_EVIDENCE, request->id, account_of (desk));
  g_autoptr(TambourFrEvidence) evidence = NULL;
  gint64 number;

  assert_refused (desk, move);
  say_evidence (move, desk);
  number = make (desk, move);

  evidence = get_only (desk, TAMBOUR_TYPE_FR_EVIDENCE);
  g_assert_cmpstr (evidence->request_id.id, ==, request->id);
  g_assert_cmpstr (TAMBOUR_RECORD (evidence)->account_id.id, ==, account_of (desk));
  g_assert_cmpstr (evidence->quote, ==, move->text);
  g_assert_cmpstr (evidence->contact_id.id, ==, move->contact_id);
  g_assert_cmpstr (evidence->source, ==, "Regular call");
  g_assert_cmpuint (evidence->impact, ==, TAMBOUR_REQUEST_IMPACT_BLOCKER);
  g_assert_cmpint (evidence->value_at_stake.minor, ==, move->at_stake.minor);
  g_assert_cmpuint (evidence->on.julian, ==, tambour_date_new (2026, 11, 23).julian);

  take_back (desk, number);
  g_assert_cmpint (count (desk, TAMBOUR_TYPE_FR_EVIDENCE), ==, 0);
}

/* What is asked for anew is captured; what is known already gets one more quote. */
static void
test_a_request_is_added_once (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRoadmapMove) move = tambour_roadmap_move_new (TAMBOUR_ROADMAP_MOVE_REQUEST, NULL, account_of (desk));
  g_autoptr(TambourFeatureRequest) request = NULL;
  g_autoptr(TambourFrEvent) event = NULL;
  gint64 number;

  say_evidence (move, desk);
  assert_refused (desk, move);
  g_set_str (&move->title, " Export over 10 000 rows ");
  number = make (desk, move);

  request = get_only (desk, TAMBOUR_TYPE_FEATURE_REQUEST);
  g_assert_cmpstr (request->title, ==, "Export over 10 000 rows");
  g_assert_null (TAMBOUR_RECORD (request)->account_id.id);
  event = get_only (desk, TAMBOUR_TYPE_FR_EVENT);
  g_assert_cmpuint (event->status, ==, TAMBOUR_REQUEST_STATUS_CAPTURED);
  g_assert_null (event->reason);

  take_back (desk, number);
  g_assert_cmpint (count (desk, TAMBOUR_TYPE_FEATURE_REQUEST), ==, 0);
  g_assert_cmpint (count (desk, TAMBOUR_TYPE_FR_EVENT), ==, 0);
  g_assert_cmpint (count (desk, TAMBOUR_TYPE_FR_EVIDENCE), ==, 0);

  make (desk, move);
  make (desk, move);
  g_assert_cmpint (count (desk, TAMBOUR_TYPE_FEATURE_REQUEST), ==, 1);
  g_assert_cmpint (count (desk, TAMBOUR_TYPE_FR_EVIDENCE), ==, 2);
}

static void
test_a_project_is_placed (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourProject) project = desk_portfolio_own (desk, TAMBOUR_TYPE_PROJECT);
  g_autoptr(TambourRoadmapMove) move = tambour_roadmap_move_new (TAMBOUR_ROADMAP_MOVE_PLACE, TAMBOUR_RECORD (project)->id, account_of (desk));
  g_autoptr(TambourProject) placed = NULL;
  g_autoptr(TambourProject) before = NULL;
  gint64 number;

  desk_set (project, "title", "Export");
  desk_set (project, "impact", "2");
  desk_set (project, "effort", "3");
  desk_portfolio_put (desk, project);
  move->value = 9;
  move->value_of = 1;
  number = make (desk, move);

  placed = desk_portfolio_get (desk, project);
  g_assert_cmpint (placed->impact, ==, 5);
  g_assert_cmpint (placed->effort, ==, 1);
  take_back (desk, number);
  before = desk_portfolio_get (desk, project);
  g_assert_cmpint (before->impact, ==, 2);
  g_assert_cmpint (before->effort, ==, 3);
}

/* A confidential plan may leave for the customer that it was released to, and no other. */
static void
test_a_plan_is_released_to_one_customer (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) item = tambour_record_new (TAMBOUR_TYPE_ROADMAP_ITEM, NULL);
  g_autoptr(TambourRoadmapMove) release = tambour_roadmap_move_new (TAMBOUR_ROADMAP_MOVE_RELEASE, item->id, account_of (desk));
  g_autoptr(TambourRoadmapMove) withhold = tambour_roadmap_move_new (TAMBOUR_ROADMAP_MOVE_WITHHOLD, item->id, account_of (desk));
  g_autoptr(TambourRoadmapItem) released = NULL;
  g_autoptr(TambourRoadmapItem) taken = NULL;
  g_autoptr(TambourRoadmapItem) withheld = NULL;
  gint64 number;

  desk_set (item, "title", "Drill");
  desk_set (item, "nda", "true");
  desk_portfolio_put (desk, item);
  g_assert_false (tambour_roadmap_item_may_leave (TAMBOUR_ROADMAP_ITEM (item), account_of (desk)));

  number = make (desk, release);
  released = desk_portfolio_get (desk, item);
  g_assert_true (tambour_roadmap_item_may_leave (released, account_of (desk)));
  g_assert_false (tambour_roadmap_item_may_leave (released, "another"));
  g_assert_false (tambour_roadmap_item_may_leave (released, NULL));

  take_back (desk, number);
  taken = desk_portfolio_get (desk, item);
  g_assert_false (tambour_roadmap_item_may_leave (taken, account_of (desk)));

  make (desk, release);
  make (desk, release);
  make (desk, withhold);
  withheld = desk_portfolio_get (desk, item);
  g_assert_false (tambour_roadmap_item_may_leave (withheld, account_of (desk)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roadmap-moves/a-goal-is-measured", test_a_goal_is_measured);
  g_test_add_func ("/roadmap-moves/a-request-goes-from-step-to-step", test_a_request_goes_from_step_to_step);
  g_test_add_func ("/roadmap-moves/a-request-is-declined-for-a-reason", test_a_request_is_declined_for_a_reason);
  g_test_add_func ("/roadmap-moves/evidence-says-who-and-how-much", test_evidence_says_who_and_how_much);
  g_test_add_func ("/roadmap-moves/a-request-is-added-once", test_a_request_is_added_once);
  g_test_add_func ("/roadmap-moves/a-project-is-placed", test_a_project_is_placed);
  g_test_add_func ("/roadmap-moves/a-plan-is-released-to-one-customer", test_a_plan_is_released_to_one_customer);

  return g_test_run ();
}
