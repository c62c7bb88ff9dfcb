/* test-requests-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-people.h"
#include "tambour-request-file.h"
#include "tambour-request-moves.h"

static TambourInstant
at_time (const char *text)
{
  TambourInstant at;

  g_assert_true (tambour_instant_parse (text, &at));

  return at;
}

#define NOW "2026-11-23T17:12:00Z"

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

static TambourRecord *
say (DeskPortfolio *desk,
     TambourRecord *request,
     const char    *contact_id,
     const char    *on,
     const char    *quote)
{
  TambourRecord *evidence = desk_portfolio_own (desk, TAMBOUR_TYPE_FR_EVIDENCE);

  desk_set (evidence, "request_id", request->id);
  desk_set (evidence, "contact_id", contact_id ? contact_id : "");
  desk_set (evidence, "on", on);
  desk_set (evidence, "quote", quote);
  desk_portfolio_put (desk, evidence);

  return evidence;
}

static gint64
make_at (DeskPortfolio            *desk,
         const TambourRequestMove *move,
         const char               *time)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(GError) error = NULL;

  tambour_request_move_fill (move, desk->store, at_time (time), change, &error);
  g_assert_no_error (error);
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);

  return tambour_change_get_number (change);
}

static gint64
make (DeskPortfolio            *desk,
      const TambourRequestMove *move)
{
  return make_at (desk, move, NOW);
}

static void
assert_refused (DeskPortfolio            *desk,
                const TambourRequestMove *move)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_request_move_fill (move, desk->store, at_time (NOW), change, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
}

static void
take_back (DeskPortfolio *desk,
           gint64         number)
{
  g_autoptr(GError) error = NULL;

  tambour_store_undo (desk->store, number, "Mira Solberg", NULL, &error);
  g_assert_no_error (error);
}

static TambourRequestFile *
load_at (DeskPortfolio *desk,
         TambourRecord *request,
         const char    *time)
{
  g_autoptr(GError) error = NULL;
  TambourRequestFile *file = tambour_request_file_load (desk->store, request->id, NULL, at_time (time), NULL, &error);

  g_assert_no_error (error);

  return file;
}

static TambourRequestFile *
load (DeskPortfolio *desk,
      TambourRecord *request)
{
  return load_at (desk, request, NOW);
}

static TambourRequestMove *
new_merge (TambourRecord *request,
           TambourRecord *into)
{
  TambourRequestMove *move = tambour_request_move_new (TAMBOUR_REQUEST_MOVE_MERGE, request->id, NULL);

  g_set_str (&move->into, into->id);

  return move;
}

/* Says who did what to a record last. */
static void
assert_last_in_history (DeskPortfolio *desk,
                        TambourRecord *record,
                        const char    *field)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) history = tambour_store_history (desk->store, record->id, &error);
  const TambourHistoryEntry *last;

  g_assert_no_error (error);
  last = g_ptr_array_index (history, history->len - 1);
  g_assert_cmpstr (last->by, ==, "Mira Solberg");
  g_assert_cmpstr (last->label, ==, "Move");
  g_assert_cmpint (last->at.seconds, >, 0);
  g_assert_true (json_object_has_member (last->before, field));
}

/* --- merging ---------------------------------------------------------------- */

static void
test_a_merge_keeps_every_quote (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) pages = add_request (desk, "Pages", "submitted");
  g_autoptr(TambourRecord) building = add_request (desk, "A page for each building", "captured");
  g_autoptr(TambourRecord) first = say (desk, pages, NULL, "2026-02-01", "Ours");
  g_autoptr(TambourRecord) second = say (desk, building, NULL, "2026-03-01", "Each house");
  g_autoptr(TambourRecord) third = say (desk, building, NULL, "2026-04-01", "Each house, please");
  g_autoptr(TambourRequestMove) move = new_merge (building, pages);
  g_autoptr(TambourRequestFile) file = NULL;
  g_autoptr(TambourRequestFile) merged = NULL;
  g_autoptr(TambourRequestFile) before = NULL;
  g_autoptr(TambourFrEvidence) moved = NULL;
  const TambourRequestStep *last;
  gint64 number;

  g_set_str (&move->text, " The same page ");
  number = make (desk, move);

  file = load (desk, pages);
  g_assert_cmpuint (file->evidence->len, ==, 3);
  g_assert_cmpuint (file->line->n_quotes, ==, 3);
  g_assert_cmpuint (file->line->askers->len, ==, 1);
  g_assert_cmpint (file->line->weight, ==, 3);
  g_assert_cmpuint (file->merged->len, ==, 1);
  g_assert_true (tambour_request_file_find_asked_as (file, g_ptr_array_index (file->evidence, 0)) == g_ptr_array_index (file->merged, 0));
  g_assert_null (tambour_request_file_find_asked_as (file, g_ptr_array_index (file->evidence, 2)));
  g_assert_cmpstr (file->line->request->also_called[0], ==, "A page for each building");
  last = g_ptr_array_index (file->steps, 0);
  g_assert_cmpstr (last->event->reason, ==, "The same page");
  g_assert_cmpstr (last->merged->title, ==, "A page for each building");
  moved = desk_portfolio_get (desk, third);
  g_assert_cmpstr (moved->request_id.id, ==, pages->id);
  g_assert_cmpstr (moved->asked_as_id.id, ==, building->id);

  merged = load (desk, building);
  g_assert_cmpstr (merged->into->title, ==, "Pages");
  g_assert_cmpuint (merged->line->request->status, ==, TAMBOUR_REQUEST_STATUS_DUPLICATE);
  assert_last_in_history (desk, pages, "also_called");
  assert_last_in_history (desk, building, "duplicate_of_id");

  take_back (desk, number);
  before = load (desk, building);
  g_assert_cmpuint (before->evidence->len, ==, 2);
  g_assert_null (before->into);
  g_assert_cmpuint (before->line->request->status, ==, TAMBOUR_REQUEST_STATUS_CAPTURED);
  g_assert_cmpuint (before->steps->len, ==, 0);
}

/* What was merged before comes along; nothing runs in a circle. */
static void
test_no_chain_is_made (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) one = add_request (desk, "One", "captured");
  g_autoptr(TambourRecord) two = add_request (desk, "Two", "captured");
  g_autoptr(TambourRecord) three = add_request (desk, "Three", "captured");
  g_autoptr(TambourRecord) said = say (desk, one, NULL, "2026-02-01", "Ours");
  g_autoptr(TambourRequestMove) first = new_merge (one, two);
  g_autoptr(TambourRequestMove) itself = new_merge (two, two);
  g_autoptr(TambourRequestMove) circle = new_merge (two, one);
  g_autoptr(TambourRequestMove) onto_merged = new_merge (three, one);
  g_autoptr(TambourRequestMove) further = new_merge (two, three);
  g_autoptr(TambourRequestMove) nowhere = tambour_request_move_new (TAMBOUR_REQUEST_MOVE_MERGE, two->id, NULL);
  g_autoptr(TambourFeatureRequest) carried = NULL;
  g_autoptr(TambourFrEvidence) moved = NULL;
  g_autoptr(TambourRequestFile) file = NULL;
  g_autoptr(TambourRequestFile) restored = NULL;
  gint64 number;

  make (desk, first);
  assert_refused (desk, first);
  assert_refused (desk, itself);
  assert_refused (desk, circle);
  assert_refused (desk, onto_merged);
  assert_refused (desk, nowhere);

  number = make (desk, further);
  carried = desk_portfolio_get (desk, one);
  g_assert_cmpstr (carried->duplicate_of_id.id, ==, three->id);
  moved = desk_portfolio_get (desk, said);
  g_assert_cmpstr (moved->request_id.id, ==, three->id);
  g_assert_cmpstr (moved->asked_as_id.id, ==, one->id);
  file = load (desk, three);
  g_assert_cmpuint (file->merged->len, ==, 2);
  g_assert_cmpuint (g_strv_length (file->line->request->also_called), ==, 2);

  take_back (desk, number);
  restored = load (desk, two);
  g_assert_cmpuint (restored->merged->len, ==, 1);
  g_assert_cmpuint (restored->evidence->len, ==, 1);
}

/* --- telling ---------------------------------------------------------------- */

static const TambourRequestListener *
get_listener (TambourRequestFile *file,
              const char         *name)
{
  for (guint i = 0; i < file->line->listeners->len; i++)
    {
      const TambourRequestListener *listener = g_ptr_array_index (file->line->listeners, i);

      if (g_strcmp0 (listener->name, name) == 0)
        return listener;
    }

  g_assert_not_reached ();
}

static void
assert_to_tell (DeskPortfolio *desk,
                TambourRecord *request,
                const char    *time,
                guint          n)
{
  g_autoptr(TambourRequestFile) file = load_at (desk, request, time);

  g_assert_cmpuint (file->line->n_to_tell, ==, n);
}

static TambourRequestMove *
new_telling (DeskPortfolio          *desk,
             TambourRequestMoveKind  kind,
             TambourRecord          *request,
             TambourPerson          *me,
             TambourContact         *contact)
{
  TambourRequestMove *move = tambour_request_move_new (kind, request->id, me ? TAMBOUR_RECORD (me)->id : NULL);

  g_set_str (&move->account_id, TAMBOUR_RECORD (desk->account)->id);
  g_set_str (&move->contact_id, contact ? TAMBOUR_RECORD (contact)->id : NULL);

  return move;
}

static void
advance (DeskPortfolio        *desk,
         TambourRecord        *request,
         TambourRequestStatus  status,
         const char           *time)
{
  g_autoptr(TambourRequestMove) move = tambour_request_move_new (TAMBOUR_REQUEST_MOVE_ADVANCE, request->id, NULL);

  move->status = status;
  make_at (desk, move, time);
}

static void
test_who_asked_must_be_told (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPerson) me = desk_portfolio_person (desk, "Mira Solberg");
  g_autoptr(TambourContact) joan = desk_portfolio_contact (desk, "Joan Mercer");
  g_autoptr(TambourContact) priya = desk_portfolio_contact (desk, "Priya Raman");
  g_autoptr(TambourRecord) pages = add_request (desk, "Pages", "captured");
  g_autoptr(TambourRecord) first = say (desk, pages, TAMBOUR_RECORD (joan)->id, "2026-02-01", "Ours");
  g_autoptr(TambourRecord) again = say (desk, pages, TAMBOUR_RECORD (joan)->id, "2026-03-01", "Ours, please");
  g_autoptr(TambourRecord) second = say (desk, pages, TAMBOUR_RECORD (priya)->id, "2026-02-02", "Mine");
  g_autoptr(TambourRecord) third = say (desk, pages, NULL, "2026-02-03", "Anybody’s");
  g_autoptr(TambourRequestMove) tell = new_telling (desk, TAMBOUR_REQUEST_MOVE_TELL, pages, me, joan);
  g_autoptr(TambourRequestMove) untell = new_telling (desk, TAMBOUR_REQUEST_MOVE_UNTELL, pages, me, joan);
  g_autoptr(TambourRequestFile) told = NULL;
  const TambourRequestListener *listener;
  gint64 number;

  /* Who has asked knows that. */
  assert_to_tell (desk, pages, NOW, 0);
  advance (desk, pages, TAMBOUR_REQUEST_STATUS_CAPTURED, "2026-11-20T17:00:00Z");
  assert_to_tell (desk, pages, NOW, 3);

  number = make (desk, tell);
  told = load (desk, pages);
  g_assert_cmpuint (told->line->n_to_tell, ==, 2);
  listener = get_listener (told, "Joan Mercer");
  g_assert_false (listener->must_be_told);
  g_assert_cmpstr (listener->told_by, ==, "Mira Solberg");
  g_assert_cmpuint (listener->told_status, ==, TAMBOUR_REQUEST_STATUS_SUBMITTED);
  g_assert_cmpuint (listener->told_on.julian, ==, tambour_date_new (2026, 11, 23).julian);
  g_assert_cmpstr (listener->quote, ==, "Ours, please");
  g_assert_true (get_listener (told, "Priya Raman")->must_be_told);
  assert_last_in_history (desk, first, "told_on");

  take_back (desk, number);
  assert_to_tell (desk, pages, NOW, 3);
  make (desk, tell);
  make (desk, untell);
  assert_to_tell (desk, pages, NOW, 3);

  /* Told is told of this step: of the next one all must hear again. */
  make (desk, tell);
  advance (desk, pages, TAMBOUR_REQUEST_STATUS_SUBMITTED, NOW);
  assert_to_tell (desk, pages, NOW, 3);

  /* After a year it is no news. */
  assert_to_tell (desk, pages, "2027-11-20T12:00:00Z", 3);
  assert_to_tell (desk, pages, "2027-12-20T12:00:00Z", 0);
}

/* Who asks when it is planned already was told then; whose request became another one was not. */
static void
test_who_asks_later_knows (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) pages = add_request (desk, "Pages", "under_review");
  g_autoptr(TambourRecord) building = add_request (desk, "A page for each building", "captured");
  g_autoptr(TambourContact) joan = desk_portfolio_contact (desk, "Joan Mercer");
  g_autoptr(TambourRecord) late = say (desk, pages, NULL, "2026-10-01", "Me too");
  g_autoptr(TambourRecord) other = say (desk, building, TAMBOUR_RECORD (joan)->id, "2026-10-05", "Each house");
  g_autoptr(TambourRequestMove) move = new_merge (building, pages);
  g_autoptr(TambourRequestFile) file = NULL;

  advance (desk, pages, TAMBOUR_REQUEST_STATUS_UNDER_REVIEW, "2026-09-01T12:00:00Z");
  assert_to_tell (desk, pages, NOW, 0);
  make (desk, move);
  file = load (desk, pages);
  g_assert_cmpuint (file->line->n_to_tell, ==, 1);
  g_assert_true (get_listener (file, "Joan Mercer")->must_be_told);
}

static void
test_telling_nobody_is_refused (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) pages = add_request (desk, "Pages", "submitted");
  g_autoptr(TambourRequestMove) tell = new_telling (desk, TAMBOUR_REQUEST_MOVE_TELL, pages, NULL, NULL);

  assert_refused (desk, tell);
}

/* --- steps ------------------------------------------------------------------ */

static void
test_a_request_is_planned (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) pages = add_request (desk, "Pages", "planned");
  g_autoptr(TambourRequestMove) move = tambour_request_move_new (TAMBOUR_REQUEST_MOVE_PLAN, pages->id, NULL);
  g_autoptr(TambourFeatureRequest) planned = NULL;
  g_autoptr(TambourFeatureRequest) emptied = NULL;

  g_set_str (&move->text, " Q2 2027 ");
  g_set_str (&move->owner, "Desmond Achebe");
  make (desk, move);
  planned = desk_portfolio_get (desk, pages);
  g_assert_cmpstr (planned->target_release, ==, "Q2 2027");
  g_assert_cmpstr (planned->product_owner, ==, "Desmond Achebe");

  g_set_str (&move->text, " ");
  make (desk, move);
  emptied = desk_portfolio_get (desk, pages);
  g_assert_null (emptied->target_release);
}

static void
test_a_decline_has_a_reason (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) pages = add_request (desk, "Pages", "under_review");
  g_autoptr(TambourRequestMove) move = tambour_request_move_new (TAMBOUR_REQUEST_MOVE_DECLINE, pages->id, NULL);
  g_autoptr(TambourRequestFile) file = NULL;

  assert_refused (desk, move);
  g_set_str (&move->text, "One page for all does");
  make (desk, move);
  file = load (desk, pages);
  g_assert_cmpuint (file->line->group, ==, TAMBOUR_REQUEST_GROUP_SETTLED);
  g_assert_cmpstr (file->line->reason, ==, "One page for all does");
  g_assert_cmpuint (file->line->reached_on.julian, ==, tambour_date_new (2026, 11, 23).julian);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/requests-moves/a-merge-keeps-every-quote", test_a_merge_keeps_every_quote);
  g_test_add_func ("/requests-moves/no-chain-is-made", test_no_chain_is_made);
  g_test_add_func ("/requests-moves/who-asked-must-be-told", test_who_asked_must_be_told);
  g_test_add_func ("/requests-moves/who-asks-later-knows", test_who_asks_later_knows);
  g_test_add_func ("/requests-moves/telling-nobody-is-refused", test_telling_nobody_is_refused);
  g_test_add_func ("/requests-moves/a-request-is-planned", test_a_request_is_planned);
  g_test_add_func ("/requests-moves/a-decline-has-a-reason", test_a_decline_has_a_reason);

  return g_test_run ();
}
