/* test-service-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-case.h"
#include "tambour-checks.h"
#include "tambour-environment.h"
#include "tambour-service-moves.h"
#include "tambour-service-sheet.h"

#define NOW "2026-11-23T17:12:00Z"

static TambourInstant
instant (const char *text)
{
  TambourInstant at;

  g_assert_true (tambour_instant_parse (text, &at));

  return at;
}

static const char *
account_of (DeskPortfolio *desk)
{
  return TAMBOUR_RECORD (desk->account)->id;
}

/* Returns: (transfer full): a stored record of the account with those fields */
static gpointer
add (DeskPortfolio *desk,
     GType          type,
     const char    *field,
     ...)
{
  TambourRecord *record = desk_portfolio_own (desk, type);
  va_list fields;

  va_start (fields, field);
  for (const char *name = field; name != NULL; name = va_arg (fields, const char *))
    desk_set (record, name, va_arg (fields, const char *));
  va_end (fields);
  desk_portfolio_put (desk, record);

  return record;
}

static TambourServiceSheet *
load (DeskPortfolio *desk)
{
  g_autoptr(GError) error = NULL;
  TambourServiceSheet *sheet = tambour_service_sheet_load (desk->store, account_of (desk), instant (NOW), NULL, &error);

  g_assert_no_error (error);

  return sheet;
}

static gint64
make (DeskPortfolio            *desk,
      const TambourServiceMove *move)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(GError) error = NULL;

  tambour_service_move_fill (move, desk->store, instant (NOW), change, &error);
  g_assert_no_error (error);
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);

  return tambour_change_get_number (change);
}

static void
assert_refused (DeskPortfolio            *desk,
                const TambourServiceMove *move,
                const char               *why)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_service_move_fill (move, desk->store, instant (NOW), change, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, why);
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

static TambourServiceMove *
new_move (DeskPortfolio          *desk,
          TambourServiceMoveKind  kind,
          gpointer                record)
{
  return tambour_service_move_new (kind, record ? TAMBOUR_RECORD (record)->id : NULL, account_of (desk));
}

static TambourPlannedChange *
add_change (DeskPortfolio *desk,
            const char    *title,
            const char    *from,
            const char    *to,
            const char    *told)
{
  return add (desk, TAMBOUR_TYPE_PLANNED_CHANGE, "title", title, "window_start", from, "window_end", to, "notified_on", told, "risk", "Medium", NULL);
}

static TambourEscalation *
add_escalation (DeskPortfolio *desk,
                TambourRecord *of,
                const char    *title,
                const char    *level,
                const char    *declared,
                const char    *over)
{
  return add (desk, TAMBOUR_TYPE_ESCALATION, "case_id", of->id, "title", title, "level", level, "declared_at", declared, "deescalated_at", over, NULL);
}

static TambourRecord *
add_case (DeskPortfolio *desk,
          const char    *number,
          const char    *priority,
          const char    *opened,
          const char    *restored)
{
  return add (desk, TAMBOUR_TYPE_CASE, "number", number, "title", "Lookups fail", "priority", priority, "channel", "portal", "opened_at", opened,
              "restored_at", restored, "resolved_at", restored, "closed_at", restored, "status", restored ? "closed" : "open", NULL);
}

/* --- what one can do ---------------------------------------------------------- */

static void
test_the_customer_is_told (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) contact = desk_portfolio_contact (desk, "Priya Raman");
  g_autoptr(TambourPlannedChange) change = add_change (desk, "Change", "2026-12-01T22:00:00Z", NULL, NULL);
  g_autoptr(TambourServiceMove) move = new_move (desk, TAMBOUR_SERVICE_MOVE_ANNOUNCE, change);
  g_autoptr(TambourPlannedChange) told = NULL;
  g_autoptr(TambourPlannedChange) before = NULL;
  gint64 number;

  move->on = tambour_date_new (2026, 11, 24);
  assert_refused (desk, move, "That day has not come yet.");
  move->on = tambour_date_new (2026, 11, 20);
  g_set_str (&move->contact_id, TAMBOUR_RECORD (contact)->id);
  number = make (desk, move);
  told = desk_portfolio_get (desk, change);
  g_assert_cmpuint (told->notified_on.julian, ==, move->on.julian);
  g_assert_cmpstr (told->contact_id.id, ==, TAMBOUR_RECORD (contact)->id);

  take_back (desk, number);
  before = desk_portfolio_get (desk, change);
  g_assert_false (tambour_date_is_stated (before->notified_on));
}

static void
test_a_change_is_settled (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPlannedChange) change = add_change (desk, "Change", "2026-11-20T22:00:00Z", NULL, NULL);
  g_autoptr(TambourServiceMove) move = new_move (desk, TAMBOUR_SERVICE_MOVE_SETTLE, change);
  g_autoptr(TambourPlannedChange) settled = NULL;
  g_autoptr(TambourPlannedChange) before = NULL;
  gint64 number;

  assert_refused (desk, move, "Say how it went.");
  move->state = TAMBOUR_CHANGE_STATE_ROLLED_BACK;
  g_set_str (&move->text, " \n");
  assert_refused (desk, move, "Say what came of it.");
  g_set_str (&move->text, "Two branches lost lookups. ");
  number = make (desk, move);
  settled = desk_portfolio_get (desk, change);
  g_assert_cmpuint (settled->state, ==, TAMBOUR_CHANGE_STATE_ROLLED_BACK);
  g_assert_cmpstr (settled->outcome, ==, "Two branches lost lookups.");
  assert_refused (desk, move, "The change is over already.");

  take_back (desk, number);
  before = desk_portfolio_get (desk, change);
  g_assert_cmpuint (before->state, ==, TAMBOUR_CHANGE_STATE_PLANNED);
  g_assert_null (before->outcome);
}

/* Who was told of the old time was not told of the new one. */
static void
test_a_change_is_postponed (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPlannedChange) change = add_change (desk, "Change", "2026-12-01T22:00:00Z", "2026-12-02T01:00:00Z", "2026-11-02");
  g_autoptr(TambourServiceMove) move = new_move (desk, TAMBOUR_SERVICE_MOVE_POSTPONE, change);
  g_autoptr(TambourPlannedChange) postponed = NULL;
  g_autoptr(TambourPlannedChange) told = NULL;

  assert_refused (desk, move, "Say when it begins instead.");
  move->when = instant ("2026-11-23T17:00:00Z");
  assert_refused (desk, move, "That time has passed already.");
  move->when = instant ("2026-12-01T22:00:00Z");
  assert_refused (desk, move, "It begins then already.");
  move->when = instant ("2026-12-08T21:00:00Z");
  make (desk, move);
  postponed = desk_portfolio_get (desk, change);
  g_assert_cmpint (postponed->window_start.seconds, ==, move->when.seconds);
  g_assert_cmpint (postponed->window_end.seconds, ==, instant ("2026-12-09T00:00:00Z").seconds);
  g_assert_false (tambour_date_is_stated (postponed->notified_on));

  move->when = instant ("2026-12-15T21:00:00Z");
  move->on = tambour_date_new (2026, 11, 23);
  make (desk, move);
  told = desk_portfolio_get (desk, change);
  g_assert_cmpuint (told->notified_on.julian, ==, move->on.julian);
}

static void
test_an_escalation_is_taken_and_ends (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) record = add_case (desk, "4117", "P2", "2026-11-10T14:05:00Z", NULL);
  g_autoptr(TambourEscalation) escalation = add_escalation (desk, record, "Lookups fail", "2", "2026-11-11T14:05:00Z", NULL);
  g_autoptr(TambourServiceMove) take = new_move (desk, TAMBOUR_SERVICE_MOVE_ACKNOWLEDGE, escalation);
  g_autoptr(TambourServiceMove) assign = new_move (desk, TAMBOUR_SERVICE_MOVE_ASSIGN, escalation);
  g_autoptr(TambourServiceMove) end = new_move (desk, TAMBOUR_SERVICE_MOVE_DEESCALATE, escalation);
  g_autoptr(TambourEscalation) taken = NULL;
  g_autoptr(TambourEscalation) over = NULL;
  g_autoptr(TambourEscalation) again = NULL;
  gint64 number;

  make (desk, take);
  assert_refused (desk, take, "The escalation was taken already.");
  g_set_str (&assign->to, "  ");
  assert_refused (desk, assign, "Say who answers for it.");
  g_set_str (&assign->to, " Priscilla Oduya");
  make (desk, assign);
  taken = desk_portfolio_get (desk, escalation);
  g_assert_cmpint (taken->acknowledged_at.seconds, ==, instant (NOW).seconds);
  g_assert_cmpstr (taken->owner, ==, "Priscilla Oduya");

  assert_refused (desk, end, "Say how it ended.");
  g_set_str (&end->text, "Fixed in 4.2");
  number = make (desk, end);
  over = desk_portfolio_get (desk, escalation);
  g_assert_cmpint (over->deescalated_at.seconds, ==, instant (NOW).seconds);
  g_assert_cmpstr (over->outcome, ==, "Fixed in 4.2");
  assert_refused (desk, assign, "The escalation is over already.");

  take_back (desk, number);
  again = desk_portfolio_get (desk, escalation);
  g_assert_false (tambour_instant_is_stated (again->deescalated_at));
}

static TambourSurveyResponse *
get_survey (DeskPortfolio *desk)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_SURVEY_RESPONSE);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = tambour_store_list (desk->store, query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  return g_object_ref (g_ptr_array_index (found, 0));
}

static void
test_somebody_is_asked_and_answers (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) contact = desk_portfolio_contact (desk, "Priya Raman");
  g_autoptr(TambourServiceMove) ask = new_move (desk, TAMBOUR_SERVICE_MOVE_ASK, NULL);
  g_autoptr(TambourServiceMove) answer = NULL;
  g_autoptr(TambourSurveyResponse) asked = NULL;
  g_autoptr(TambourSurveyResponse) answered = NULL;
  gint64 number;

  ask->survey = TAMBOUR_SURVEY_KIND_NPS;
  ask->on = tambour_date_new (2026, 11, 2);
  assert_refused (desk, ask, "Say who is asked.");
  g_set_str (&ask->contact_id, TAMBOUR_RECORD (contact)->id);
  make (desk, ask);
  asked = get_survey (desk);
  g_assert_cmpint (asked->asked_at.seconds, ==, instant ("2026-11-02T12:00:00Z").seconds);
  g_assert_cmpuint (asked->kind, ==, TAMBOUR_SURVEY_KIND_NPS);

  answer = new_move (desk, TAMBOUR_SERVICE_MOVE_ANSWER, asked);
  assert_refused (desk, answer, "Say which score they gave.");
  answer->score = 11;
  assert_refused (desk, answer, "This score goes from 0 to 10.");
  answer->score = 9;
  g_set_str (&answer->text, "You answer at night.");
  number = make (desk, answer);
  answered = get_survey (desk);
  g_assert_cmpfloat (answered->score, ==, 9);
  g_assert_cmpstr (answered->text, ==, "You answer at night.");
  g_assert_cmpstr (answered->contact_id.id, ==, TAMBOUR_RECORD (contact)->id);
  g_assert_cmpint (answered->answered_at.seconds, ==, instant (NOW).seconds);
  assert_refused (desk, answer, "The answer is written down already.");
  take_back (desk, number);
  make (desk, answer);
}

/* What somebody says without being asked counts as asked: n is never above it. */
static void
test_an_answer_that_nobody_asked_for (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourServiceMove) answer = new_move (desk, TAMBOUR_SERVICE_MOVE_ANSWER, NULL);
  g_autoptr(TambourSurveyResponse) survey = NULL;
  g_autoptr(TambourServiceSheet) sheet = NULL;

  answer->score = 0;
  assert_refused (desk, answer, "This score goes from 1 to 5.");
  answer->score = 4;
  make (desk, answer);
  survey = get_survey (desk);
  g_assert_cmpint (survey->asked_at.seconds, ==, survey->answered_at.seconds);
  sheet = load (desk);
  g_assert_cmpuint (sheet->scores[TAMBOUR_SURVEY_KIND_CSAT].answered, ==, 1);
  g_assert_cmpuint (sheet->scores[TAMBOUR_SURVEY_KIND_CSAT].asked, ==, 1);
}

/* The same rule stands wherever a score is entered. */
static void
test_scores_stay_in_their_scale (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) survey = desk_portfolio_own (desk, TAMBOUR_TYPE_SURVEY_RESPONSE);
  g_autoptr(GError) error = NULL;
  const char *field;

  desk_set (survey, "kind", "csat");
  desk_set (survey, "asked_at", "2026-11-02T12:00:00Z");
  desk_set (survey, "score", "7");
  g_assert_false (tambour_checks_run_field (desk->store, survey, &field, &error));
  g_assert_cmpstr (field, ==, "score");
  g_assert_cmpstr (error->message, ==, "This score goes from 1 to 5.");
  g_clear_error (&error);

  desk_set (survey, "kind", "nps");
  g_assert_true (tambour_checks_run_field (desk->store, survey, &field, &error));
  desk_set (survey, "answered_at", "2026-11-01T12:00:00Z");
  g_assert_false (tambour_checks_run_field (desk->store, survey, &field, &error));
  g_assert_cmpstr (field, ==, "answered_at");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service-moves/the-customer-is-told", test_the_customer_is_told);
  g_test_add_func ("/service-moves/a-change-is-settled", test_a_change_is_settled);
  g_test_add_func ("/service-moves/a-change-is-postponed", test_a_change_is_postponed);
  g_test_add_func ("/service-moves/an-escalation-is-taken-and-ends", test_an_escalation_is_taken_and_ends);
  g_test_add_func ("/service-moves/somebody-is-asked-and-answers", test_somebody_is_asked_and_answers);
  g_test_add_func ("/service-moves/an-answer-that-nobody-asked-for", test_an_answer_that_nobody_asked_for);
  g_test_add_func ("/service-moves/scores-stay-in-their-scale", test_scores_stay_in_their_scale);

  return g_test_run ();
}
