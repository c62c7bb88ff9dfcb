/* test-action-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-action-list.h"
#include "tambour-action-moves.h"
#include "tambour-checks.h"
#include "tambour-drafts.h"
#include "tambour-kinds.h"
#include "today-fixture.h"

static TambourActionList *
load (TodayFixture *self,
      const char   *me)
{
  g_autoptr(GError) error = NULL;
  TambourActionList *list = tambour_action_list_load (self->store, me, NULL, today_instant (TODAY_NOW), NULL, &error);

  g_assert_no_error (error);

  return list;
}

/* The ids of what is shown, each heading before them. */
static char *
list_ids (TambourActionList  *list,
          TambourActionView   view,
          TambourActionReach  reach,
          const char         *text)
{
  static const char * const names[] = { "overdue:", "today:", "week:", "later:", "undated:", "over:" };
  g_auto(GStrv) words = tambour_action_filter_words (text);
  const TambourActionFilter filter = { view, reach, words };
  GString *ids = g_string_new (NULL);
  int group = -1;

  for (guint i = 0; i < list->lines->len; i++)
    {
      const TambourActionLine *line = g_ptr_array_index (list->lines, i);

      if (!tambour_action_filter_shows (&filter, line))
        continue;

      if ((int) line->group != group)
        g_string_append_printf (ids, "%s%s", ids->len ? " " : "", names[line->group]);
      group = line->group;
      g_string_append_printf (ids, " %s", line->work->id);
    }

  return g_string_free (ids, FALSE);
}

static const TambourActionLine *
find_line (TambourActionList *list,
           const char        *id)
{
  for (guint i = 0; i < list->lines->len; i++)
    {
      const TambourActionLine *line = g_ptr_array_index (list->lines, i);

      if (g_str_equal (line->work->id, id))
        return line;
    }

  g_error ("there is no line %s", id);
}

static void
put_action (TodayFixture *self,
            const char   *id,
            const char   *account,
            const char   *due,
            const char   *field,
            const char   *value)
{
  today_put (self, "action_item", id, "title", id, "account_id", account, "due", due, field, value, NULL);
}

static void
put_commitment (TodayFixture *self,
                const char   *id,
                const char   *due,
                const char   *status,
                const char   *settled)
{
  today_put (self, "commitment", id, "text", id, "account_id", "kestrel", "due", due, "status", status,
             "settled_on", settled, NULL);
}

/* --- which ---------------------------------------------------------------- */

static void
test_overdue_comes_first (TodayFixture  *self,
                          gconstpointer  data)
{
  g_autoptr(TambourActionList) list = NULL;

  put_action (self, "some-day", "kestrel", "", "side", "us");
  put_action (self, "monday-after", "kestrel", "2026-11-30", "side", "us");
  put_action (self, "sunday", "kestrel", "2026-11-29", "side", "us");
  put_action (self, "today", "kestrel", "2026-11-23", "side", "us");
  put_action (self, "friday", "kestrel", "2026-11-20", "status", "blocked");
  put_action (self, "thursday", "kestrel", "2026-11-19", "side", "us");
  put_commitment (self, "promise", "2026-11-22", "open", "");
  put_action (self, "theirs", "kestrel", "2026-11-20", "side", "customer");
  today_put (self, "commitment", "their-promise", "text", "x", "account_id", "kestrel", "due", "2026-11-24", "side", "customer", NULL);

  list = load (self, "mira");
  today_assert (list_ids (list, TAMBOUR_ACTION_VIEW_OURS, TAMBOUR_ACTION_REACH_ACCOUNTS, ""),
                "overdue: thursday friday promise today: today week: sunday later: monday-after undated: some-day");
  today_assert (list_ids (list, TAMBOUR_ACTION_VIEW_THEIRS, TAMBOUR_ACTION_REACH_ACCOUNTS, ""), "overdue: theirs week: their-promise");
  today_assert (list_ids (list, TAMBOUR_ACTION_VIEW_DONE, TAMBOUR_ACTION_REACH_ACCOUNTS, ""), "");

  /* It is late in London at 16:00 in Seattle. */
  g_assert_cmpint (list->stale_at.seconds, ==, today_instant ("2026-11-24T00:00:00Z").seconds);
}

static void
test_whose (TodayFixture  *self,
            gconstpointer  data)
{
  g_autoptr(TambourActionList) list = NULL;
  g_autoptr(TambourActionList) anybody = NULL;

  put_action (self, "1-mine", "kestrel", "2026-11-24", "owner", "Mira Solberg");
  put_action (self, "2-nobodys", "kestrel", "2026-11-24", "side", "us");
  put_action (self, "3-colleagues", "kestrel", "2026-11-24", "owner", "Priya Nair");
  put_action (self, "4-mine-elsewhere", "alba", "2026-11-24", "owner", "mira solberg");
  put_action (self, "5-elsewhere", "alba", "2026-11-24", "owner", "Tomas Reyl");
  today_put (self, "action_item", "6-theirs", "title", "t", "account_id", "kestrel", "side", "customer", "owner", "Ruth", NULL);

  list = load (self, "mira");
  today_assert (list_ids (list, TAMBOUR_ACTION_VIEW_OURS, TAMBOUR_ACTION_REACH_ACCOUNTS, ""),
                "week: 1-mine 2-nobodys 3-colleagues 4-mine-elsewhere");
  today_assert (list_ids (list, TAMBOUR_ACTION_VIEW_OURS, TAMBOUR_ACTION_REACH_MINE, ""), "week: 1-mine 2-nobodys 4-mine-elsewhere");
  today_assert (list_ids (list, TAMBOUR_ACTION_VIEW_OURS, TAMBOUR_ACTION_REACH_TEAM, ""),
                "week: 1-mine 2-nobodys 3-colleagues 4-mine-elsewhere 5-elsewhere");
  today_assert (list_ids (list, TAMBOUR_ACTION_VIEW_THEIRS, TAMBOUR_ACTION_REACH_MINE, ""), "undated: 6-theirs");
  g_assert_true (find_line (list, "1-mine")->is_own);
  g_assert_false (find_line (list, "6-theirs")->is_own);

  anybody = load (self, NULL);
  g_assert_cmpuint (anybody->lines->len, ==, 6);
}

static void
test_the_filter_looks_at_text_account_and_owner (TodayFixture  *self,
                                                 gconstpointer  data)
{
  g_autoptr(TambourActionList) list = NULL;

  put_action (self, "Größe senden", "kestrel", "2026-11-24", "owner", "Priya Nair");
  put_action (self, "Call 50% off", "alba", "2026-11-24", "owner", "Tomas Reyl");

  list = load (self, NULL);
  today_assert (list_ids (list, TAMBOUR_ACTION_VIEW_OURS, TAMBOUR_ACTION_REACH_TEAM, "GRÖSSE"), "week: Größe senden");
  today_assert (list_ids (list, TAMBOUR_ACTION_VIEW_OURS, TAMBOUR_ACTION_REACH_TEAM, "  priya   rail "), "week: Größe senden");
  today_assert (list_ids (list, TAMBOUR_ACTION_VIEW_OURS, TAMBOUR_ACTION_REACH_TEAM, "50% alba"), "week: Call 50% off");
  today_assert (list_ids (list, TAMBOUR_ACTION_VIEW_OURS, TAMBOUR_ACTION_REACH_TEAM, "priya alba"), "");
  g_assert_null (tambour_action_filter_words (" \t"));
}

static void
test_decisions (TodayFixture  *self,
                gconstpointer  data)
{
  g_autoptr(TambourActionList) list = NULL;

  today_put (self, "decision", "to-come", "text", "Renew", "account_id", "kestrel", "due", "2026-11-27", NULL);
  today_put (self, "decision", "late", "text", "Budget", "account_id", "kestrel", "due", "2026-11-20", NULL);
  today_put (self, "decision", "made", "text", "Freeze", "account_id", "kestrel", "on", "2026-11-02", "decided_by", "Ruth", NULL);
  today_put (self, "decision", "made-later", "text", "Move", "account_id", "kestrel", "on", "2026-11-19", NULL);

  list = load (self, "mira");
  today_assert (list_ids (list, TAMBOUR_ACTION_VIEW_DECISIONS, TAMBOUR_ACTION_REACH_MINE, ""),
                "overdue: late week: to-come over: made-later made");
  g_assert_cmpstr (find_line (list, "made")->owner, ==, "Ruth");
  g_assert_cmpstr (tambour_action_line_record (find_line (list, "made")), ==, "decision");
}

static void
test_what_was_done_last (TodayFixture  *self,
                         gconstpointer  data)
{
  g_autoptr(TambourActionList) list = NULL;

  today_put (self, "action_item", "old", "title", "o", "account_id", "kestrel", "status", "done", "done_at", "2026-10-01T10:00:00Z", NULL);
  today_put (self, "action_item", "new", "title", "n", "account_id", "kestrel", "status", "done", "done_at", "2026-11-20T10:00:00Z", NULL);
  put_action (self, "dropped", "kestrel", "", "status", "dropped");
  put_commitment (self, "kept", "2026-11-12", "kept", "2026-11-10");
  put_commitment (self, "late", "2026-11-12", "late", "2026-11-15");

  list = load (self, "mira");
  today_assert (list_ids (list, TAMBOUR_ACTION_VIEW_DONE, TAMBOUR_ACTION_REACH_ACCOUNTS, ""), "over: new late kept old dropped");
}

/* The last of both kinds together, not so many of each. */
static void
test_no_more_than_the_last (TodayFixture  *self,
                            gconstpointer  data)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Put");
  g_autoptr(TambourActionList) list = NULL;
  guint n = 0;

  for (guint i = 0; i < 2 * 150; i++)
    {
      g_autoptr(TambourRecord) record = tambour_record_new (i % 2 ? TAMBOUR_TYPE_ACTION_ITEM : TAMBOUR_TYPE_COMMITMENT, NULL);

      g_assert_true (tambour_record_set_text (record, "account_id", "kestrel", NULL));
      g_assert_true (tambour_record_set_text (record, i % 2 ? "title" : "text", "x", NULL));
      g_assert_true (tambour_record_set_text (record, "status", i % 2 ? "done" : "kept", NULL));
      g_assert_true (tambour_record_set_text (record, i % 2 ? "done_at" : "settled_on", i % 2 ? "2026-11-01T00:00:00Z" : "2026-11-01", NULL));
      tambour_change_put (change, record);
    }
  today_commit (self, change);

  list = load (self, "mira");
  for (guint i = 0; i < list->lines->len; i++)
    n += !tambour_action_line_is_open (g_ptr_array_index (list->lines, i));
  g_assert_cmpuint (n, ==, TAMBOUR_ACTION_LIST_OVER);
}

static void
test_where_it_comes_from (TodayFixture  *self,
                          gconstpointer  data)
{
  g_autoptr(TambourActionList) list = NULL;
  const TambourActionLine *line;

  today_put (self, "engagement", "call", "title", "c", "kind", "cadence_call", "status", "held", "account_id", "kestrel",
             "planned_start", "2026-11-16T20:00:00Z", NULL);
  today_put (self, "contact", "ruth", "name", "Ruth Alder", "account_id", "kestrel", NULL);
  today_put (self, "commitment", "promise", "text", "Visit", "account_id", "kestrel", "engagement_id", "call", "to_contact_id", "ruth", NULL);
  today_put (self, "case", "restarts", "number", "4117", "title", "Restarts", "account_id", "kestrel", "opened_at", "2026-11-10T09:00:00Z", NULL);
  today_put (self, "action_item", "logs", "title", "Send logs", "account_id", "kestrel", "engagement_id", "call", "case_id", "restarts", NULL);
  today_put (self, "decision", "made", "text", "Freeze", "account_id", "kestrel", "on", "2026-11-16", "engagement_id", "call", NULL);

  list = load (self, "mira");
  line = find_line (list, "promise");
  g_assert_cmpstr (line->to, ==, "Ruth Alder");
  g_assert_cmpstr (line->origin_kind, ==, "engagement");
  g_assert_cmpstr (line->origin_id, ==, "call");
  g_assert_cmpint (line->work->origin, ==, TAMBOUR_TODAY_ORIGIN_HELD);
  line = find_line (list, "logs");
  g_assert_cmpstr (line->origin_kind, ==, "case");
  g_assert_cmpstr (line->origin_id, ==, "restarts");
  g_assert_cmpint (line->work->origin, ==, TAMBOUR_TODAY_ORIGIN_CASE);
  g_assert_cmpint (find_line (list, "made")->work->origin, ==, TAMBOUR_TODAY_ORIGIN_HELD);
}

/* --- what is done --------------------------------------------------------- */

static gboolean
try_move (TodayFixture       *self,
          TambourActionMove  *move,
          GError            **error)
{
  g_autoptr(TambourActionMove) own = move;
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Test");

  tambour_change_set_time (change, today_instant (TODAY_NOW));
  if (!tambour_action_move_fill (move, self->store, today_instant (TODAY_NOW), change, error) ||
      !tambour_checks_run (self->store, tambour_change_get_put (change, 0), error))
    return FALSE;

  return tambour_store_commit (self->store, change, error);
}

static void
do_move (TodayFixture      *self,
         TambourActionMove *move)
{
  g_autoptr(GError) error = NULL;

  try_move (self, move, &error);
  g_assert_no_error (error);
}

static gpointer
get (TodayFixture *self,
     const char   *kind,
     const char   *id)
{
  g_autoptr(GError) error = NULL;
  gpointer record = tambour_store_get (self->store, tambour_kinds_find (kind), id, &error);

  g_assert_no_error (error);

  return record;
}

static void
test_a_promise_is_kept_or_kept_late (TodayFixture  *self,
                                     gconstpointer  data)
{
  g_autoptr(TambourCommitment) kept = NULL;
  g_autoptr(TambourCommitment) late = NULL;
  g_autoptr(GError) error = NULL;

  put_commitment (self, "in-time", "2026-11-23", "open", "");
  put_commitment (self, "after", "2026-11-22", "open", "");
  do_move (self, tambour_action_move_new (TAMBOUR_ACTION_MOVE_SETTLE, TAMBOUR_ACTION_KIND_COMMITMENT, "in-time"));
  do_move (self, tambour_action_move_new (TAMBOUR_ACTION_MOVE_SETTLE, TAMBOUR_ACTION_KIND_COMMITMENT, "after"));

  kept = get (self, "commitment", "in-time");
  g_assert_cmpuint (kept->status, ==, TAMBOUR_COMMITMENT_STATUS_KEPT);
  g_assert_cmpuint (kept->settled_on.julian, ==, tambour_date_new (2026, 11, 23).julian);
  late = get (self, "commitment", "after");
  g_assert_cmpuint (late->status, ==, TAMBOUR_COMMITMENT_STATUS_LATE);

  /* Once. */
  g_assert_false (try_move (self, tambour_action_move_new (TAMBOUR_ACTION_MOVE_SETTLE, TAMBOUR_ACTION_KIND_COMMITMENT, "after"), &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
}

static TambourActionMove *
new_withdrawal (const char *reason)
{
  TambourActionMove *move = tambour_action_move_new (TAMBOUR_ACTION_MOVE_WITHDRAW, TAMBOUR_ACTION_KIND_COMMITMENT, "promise");

  move->reason = g_strdup (reason);

  return move;
}

static void
test_a_promise_is_withdrawn_with_a_reason (TodayFixture  *self,
                                           gconstpointer  data)
{
  g_autoptr(TambourCommitment) before = NULL;
  g_autoptr(TambourCommitment) after = NULL;
  g_autoptr(GError) error = NULL;

  put_commitment (self, "promise", "2026-11-30", "open", "");
  g_assert_false (try_move (self, new_withdrawal (" \n"), &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  before = get (self, "commitment", "promise");
  g_assert_cmpuint (before->status, ==, TAMBOUR_COMMITMENT_STATUS_OPEN);

  do_move (self, new_withdrawal (" They renewed without it \n"));
  after = get (self, "commitment", "promise");
  g_assert_cmpuint (after->status, ==, TAMBOUR_COMMITMENT_STATUS_WITHDRAWN);
  g_assert_cmpstr (after->reason, ==, "They renewed without it");
  g_assert_cmpstr (after->text, ==, "promise");
  g_assert_cmpuint (after->settled_on.julian, ==, tambour_date_new (2026, 11, 23).julian);
}

/* Whoever tries: the words of a promise stay. */
static void
test_its_words_stay (TodayFixture  *self,
                     gconstpointer  data)
{
  g_autoptr(TambourCommitment) commitment = NULL;
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Put");
  g_autoptr(TambourCommitment) after = NULL;
  g_autoptr(GError) error = NULL;

  put_commitment (self, "promise", "2026-11-30", "open", "");
  commitment = get (self, "commitment", "promise");
  g_set_str (&commitment->text, "Something less");
  tambour_change_put (change, TAMBOUR_RECORD (commitment));
  g_assert_false (tambour_store_commit (self->store, change, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  after = get (self, "commitment", "promise");
  g_assert_cmpstr (after->text, ==, "promise");
}

static void
test_an_action_is_done_and_to_do_again (TodayFixture  *self,
                                        gconstpointer  data)
{
  g_autoptr(TambourActionItem) done = NULL;
  g_autoptr(TambourActionItem) again = NULL;

  put_action (self, "a", "kestrel", "2026-11-20", "side", "us");
  do_move (self, tambour_action_move_new (TAMBOUR_ACTION_MOVE_SETTLE, TAMBOUR_ACTION_KIND_ACTION, "a"));
  done = get (self, "action_item", "a");
  g_assert_cmpuint (done->status, ==, TAMBOUR_ACTION_STATUS_DONE);
  g_assert_cmpint (done->done_at.seconds, ==, today_instant (TODAY_NOW).seconds);

  do_move (self, tambour_action_move_new (TAMBOUR_ACTION_MOVE_REOPEN, TAMBOUR_ACTION_KIND_ACTION, "a"));
  again = get (self, "action_item", "a");
  g_assert_cmpuint (again->status, ==, TAMBOUR_ACTION_STATUS_OPEN);
  g_assert_false (tambour_instant_is_stated (again->done_at));
}

static void
test_an_action_is_moved_and_handed_over (TodayFixture  *self,
                                         gconstpointer  data)
{
  TambourActionMove *due = tambour_action_move_new (TAMBOUR_ACTION_MOVE_DUE, TAMBOUR_ACTION_KIND_ACTION, "a");
  TambourActionMove *owner = tambour_action_move_new (TAMBOUR_ACTION_MOVE_OWNER, TAMBOUR_ACTION_KIND_ACTION, "a");
  g_autoptr(TambourActionItem) action = NULL;

  put_action (self, "a", "kestrel", "2026-11-20", "owner", "Mira Solberg");
  due->due = tambour_date_new (2026, 12, 4);
  do_move (self, due);
  owner->owner = g_strdup ("Ruth Alder");
  owner->side = TAMBOUR_SIDE_CUSTOMER;
  do_move (self, owner);

  action = get (self, "action_item", "a");
  g_assert_cmpuint (action->due.julian, ==, tambour_date_new (2026, 12, 4).julian);
  g_assert_cmpstr (action->owner, ==, "Ruth Alder");
  g_assert_cmpuint (action->side, ==, TAMBOUR_SIDE_CUSTOMER);
}

static void
test_a_decision_is_made (TodayFixture  *self,
                         gconstpointer  data)
{
  g_autoptr(TambourDecision) decision = NULL;

  today_put (self, "decision", "d", "text", "Renew", "account_id", "kestrel", "due", "2026-11-27", NULL);
  do_move (self, tambour_action_move_new (TAMBOUR_ACTION_MOVE_SETTLE, TAMBOUR_ACTION_KIND_DECISION, "d"));
  decision = get (self, "decision", "d");
  g_assert_cmpuint (decision->on.julian, ==, tambour_date_new (2026, 11, 23).julian);
}

static void
test_the_draft_of_a_step (void)
{
  g_autoptr(TambourDraft) draft = tambour_draft_new_step ("commitment", "c-1", "kestrel", TAMBOUR_ACTION_MOVE_WITHDRAW);
  g_autoptr(TambourDraft) plain = tambour_draft_new ("commitment", "c-1", "kestrel");
  guint step = 0;

  g_assert_true (tambour_draft_is_step (draft, &step));
  g_assert_cmpuint (step, ==, TAMBOUR_ACTION_MOVE_WITHDRAW);
  g_assert_false (tambour_draft_is_move (draft, &step));
  g_assert_false (tambour_draft_is_step (plain, &step));
  g_assert_cmpstr (draft->key, !=, plain->key);
}

#define ADD(path, func) g_test_add (path, TodayFixture, NULL, today_fixture_set_up, func, today_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/action-list/overdue-comes-first", test_overdue_comes_first);
  ADD ("/action-list/whose", test_whose);
  ADD ("/action-list/the-filter-looks-at-text-account-and-owner", test_the_filter_looks_at_text_account_and_owner);
  ADD ("/action-list/decisions", test_decisions);
  ADD ("/action-list/what-was-done-last", test_what_was_done_last);
  ADD ("/action-list/no-more-than-the-last", test_no_more_than_the_last);
  ADD ("/action-list/where-it-comes-from", test_where_it_comes_from);
  ADD ("/action-list/a-promise-is-kept-or-kept-late", test_a_promise_is_kept_or_kept_late);
  ADD ("/action-list/a-promise-is-withdrawn-with-a-reason", test_a_promise_is_withdrawn_with_a_reason);
  ADD ("/action-list/its-words-stay", test_its_words_stay);
  ADD ("/action-list/an-action-is-done-and-to-do-again", test_an_action_is_done_and_to_do_again);
  ADD ("/action-list/an-action-is-moved-and-handed-over", test_an_action_is_moved_and_handed_over);
  ADD ("/action-list/a-decision-is-made", test_a_decision_is_made);
  g_test_add_func ("/action-list/the-draft-of-a-step", test_the_draft_of_a_step);

  return g_test_run ();
}
