/* test-cases.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-audit.h"
#include "tambour-case-file.h"
#include "tambour-case-list.h"
#include "tambour-case-moves.h"
#include "tambour-drafts.h"
#include "tambour-environment.h"

#define NOW "2026-11-23T17:12:00Z"

typedef struct
{
  DeskPortfolio *desk;
  TambourPerson *mira;
  TambourPerson *tomas;
  TambourRecord *record;
} Fixture;

static void
fixture_free (Fixture *self)
{
  g_clear_pointer (&self->desk, desk_portfolio_free);
  g_clear_object (&self->mira);
  g_clear_object (&self->tomas);
  g_clear_object (&self->record);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static TambourInstant
instant (const char *text)
{
  TambourInstant at;

  g_assert_true (tambour_instant_parse (text, &at));

  return at;
}

static TambourRecord *
add_case (Fixture    *self,
          const char *number,
          const char *opened)
{
  TambourRecord *record = desk_portfolio_own (self->desk, TAMBOUR_TYPE_CASE);

  desk_set (record, "number", number);
  desk_set (record, "title", "Restarts nightly");
  desk_set (record, "priority", "P2");
  desk_set (record, "channel", "email");
  desk_set (record, "status", "open");
  desk_set (record, "opened_at", opened);
  desk_portfolio_put (self->desk, record);

  return record;
}

static void
add_event (Fixture    *self,
           const char *at,
           const char *kind,
           const char *to,
           const char *text)
{
  g_autoptr(TambourRecord) event = desk_portfolio_own (self->desk, TAMBOUR_TYPE_CASE_EVENT);

  desk_set (event, "case_id", self->record->id);
  desk_set (event, "at", at);
  desk_set (event, "recorded_at", at);
  desk_set (event, "actor", "us");
  desk_set (event, "kind", kind);
  desk_set (event, "to", to);
  desk_set (event, "text", text);
  desk_set (event, "public_update", g_str_equal (kind, "our_msg") ? "true" : "false");
  desk_portfolio_put (self->desk, event);
}

static Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->desk = desk_portfolio_new ();
  self->mira = desk_portfolio_person (self->desk, "Mira");
  self->tomas = desk_portfolio_person (self->desk, "Tomas");
  self->record = add_case (self, "4117", "2026-11-10T14:05:00Z");
  desk_set (self->record, "owner_id", TAMBOUR_RECORD (self->mira)->id);
  desk_portfolio_put (self->desk, self->record);

  return self;
}

static TambourCaseFile *
read_at (Fixture    *self,
         const char *at)
{
  g_autoptr(GError) error = NULL;
  TambourCaseFile *file = tambour_case_file_load (self->desk->store, self->record->id, TAMBOUR_RECORD (self->mira)->id,
                                                  instant (at), NULL, &error);

  g_assert_no_error (error);

  return file;
}

static TambourCaseMove *
new_move (Fixture             *self,
          TambourCaseMoveKind  kind,
          const char          *text)
{
  TambourCaseMove *move = g_new0 (TambourCaseMove, 1);

  move->kind = kind;
  move->case_id = g_strdup (self->record->id);
  move->by = g_strdup ("Mira");
  move->text = g_strdup (text);
  move->due.seconds = TAMBOUR_NEVER;

  return move;
}

static void
make_at (Fixture         *self,
         TambourCaseMove *move,
         const char      *at)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", "Test");
  g_autoptr(GError) error = NULL;

  tambour_case_move_fill (move, self->desk->store, instant (at), change, &error);
  g_assert_no_error (error);
  tambour_store_commit (self->desk->store, change, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture         *self,
                TambourCaseMove *move,
                const char      *sentence)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", "Test");
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_case_move_fill (move, self->desk->store, instant (NOW), change, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, sentence);
  g_assert_cmpuint (tambour_change_get_size (change), ==, 0);
}

static const TambourCaseStep *
step_at (TambourCaseFile *file,
         guint            position)
{
  g_assert_cmpuint (file->steps->len, >, position);

  return g_ptr_array_index (file->steps, position);
}

/* --- what is read --------------------------------------------------------- */

static void
test_steps (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourCaseFile) file = NULL;

  add_event (self, "2026-11-10T14:05:00Z", "opened", "P2", NULL);
  add_event (self, "2026-11-10T14:47:00Z", "our_msg", NULL, "Thank you");
  add_event (self, "2026-11-10T20:00:00Z", "owner", "Tomas", "Leave");
  add_event (self, "2026-11-12T16:00:00Z", "paused", "waiting_customer", "Waiting for logs");
  add_event (self, "2026-11-15T21:00:00Z", "resumed", "open", NULL);
  add_event (self, "2026-11-23T15:55:00Z", "owner", "Mira", "Back");
  add_event (self, "2026-11-24T15:55:00Z", "internal_note", NULL, "Tomorrow");
  file = read_at (self, NOW);

  /* The newest first; no message, and nothing that has not happened yet. */
  g_assert_cmpuint (file->steps->len, ==, 5);
  g_assert_cmpint (step_at (file, 0)->event->kind, ==, TAMBOUR_EVENT_KIND_OWNER);
  g_assert_cmpstr (step_at (file, 0)->from, ==, "Tomas");
  g_assert_null (step_at (file, 3)->from);
  g_assert_cmpint (step_at (file, 1)->seconds, ==, 3 * TAMBOUR_DAY + 5 * TAMBOUR_HOUR);
  g_assert_cmpint (step_at (file, 4)->event->kind, ==, TAMBOUR_EVENT_KIND_OPENED);
  g_assert_true (file->is_mine);
  g_assert_cmpint (file->owner_since.seconds, ==, instant ("2026-11-23T15:55:00Z").seconds);
  g_assert_false (file->is_paused);
}

static void
test_life (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourCaseFile) file = NULL;
  const TambourCaseClock *clock;
  gint64 told = 0;

  add_event (self, "2026-11-10T14:47:00Z", "our_msg", NULL, "Thank you");
  add_event (self, "2026-11-12T16:00:00Z", "paused", "waiting_customer", "Waiting for logs");
  file = read_at (self, NOW);

  g_assert_true (file->is_paused);
  g_assert_cmpint (file->until.seconds, ==, instant (NOW).seconds);
  for (int kind = TAMBOUR_STRETCH_OPEN; kind <= TAMBOUR_STRETCH_HOLIDAY; kind++)
    told += tambour_stretches_time (file->life, (TambourStretchKind) kind);
  g_assert_cmpint (told, ==, instant (NOW).seconds - instant ("2026-11-10T14:05:00Z").seconds);
  g_assert_cmpint (tambour_stretches_time (file->life, TAMBOUR_STRETCH_PAUSED), ==,
                   instant (NOW).seconds - instant ("2026-11-12T16:00:00Z").seconds);

  g_assert_cmpuint (file->clocks->len, ==, 1);
  clock = g_ptr_array_index (file->clocks, 0);
  g_assert_cmpint (clock->facts->state, ==, TAMBOUR_CLOCK_STATE_MET);
  g_assert_cmpint (tambour_stretches_time (clock->stretches, TAMBOUR_STRETCH_OPEN), ==, 42 * TAMBOUR_MINUTE);
  g_assert_true (g_str_has_prefix (clock->facts->reason, "Met:"));
}

static void
test_what_belongs_to_it (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourRecord) note = desk_portfolio_own (self->desk, TAMBOUR_TYPE_INFRA_NOTE);
  g_autoptr(TambourRecord) other = add_case (self, "4093", "2026-10-29T08:12:00Z");
  g_autoptr(TambourCaseFile) file = NULL;

  desk_set (note, "title", "Forwarders");
  desk_set (note, "body", "Hollins restarts, see #4117 and KI-88.");
  desk_portfolio_put (self->desk, note);
  add_event (self, "2026-11-20T14:10:00Z", "linked", "4093", "The same");
  file = read_at (self, NOW);

  g_assert_cmpuint (file->notes->len, ==, 1);
  g_assert_cmpstr (TAMBOUR_RECORD (g_ptr_array_index (file->notes, 0))->id, ==, note->id);

  /* By its number, since nobody said its id. */
  g_assert_cmpuint (file->links->len, ==, 1);
  g_assert_cmpstr (TAMBOUR_RECORD (g_ptr_array_index (file->links, 0))->id, ==, other->id);
}

/* --- what is done --------------------------------------------------------- */

static void
test_hand_over (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourCaseMove) move = new_move (self, TAMBOUR_CASE_MOVE_HAND_OVER, "Promise no date.");
  g_autoptr(TambourCaseMove) seen = new_move (self, TAMBOUR_CASE_MOVE_READ, NULL);
  g_autoptr(TambourCaseFile) file = NULL;
  g_autoptr(TambourCaseFile) later = NULL;
  const TambourCaseStep *step;

  move->person_id = g_strdup (TAMBOUR_RECORD (self->tomas)->id);
  make_at (self, move, NOW);
  file = read_at (self, "2026-11-23T18:00:00Z");
  g_assert_cmpstr (file->owner, ==, "Tomas");
  g_assert_false (file->is_mine);
  g_assert_cmpstr (file->handover.note->text, ==, "Promise no date.");
  g_assert_cmpstr (file->handover.note->from, ==, "Mira");
  g_assert_cmpstr (file->handover.note->to, ==, "Tomas");

  /* The note and the new owner are one step. */
  step = g_ptr_array_index (file->steps, 0);
  g_assert_cmpuint (step->event->kind, ==, TAMBOUR_EVENT_KIND_OWNER);
  g_assert_cmpstr (step->note->text, ==, "Promise no date.");
  for (guint i = 0; i < file->steps->len; i++)
    {
      const TambourCaseStep *other = g_ptr_array_index (file->steps, i);

      g_assert_true (other->event == NULL || other->event->kind != TAMBOUR_EVENT_KIND_HANDOVER_NOTE);
    }
  g_assert_false (tambour_instant_is_stated (file->handover.read_at));

  make_at (self, seen, "2026-11-23T19:00:00Z");
  later = read_at (self, "2026-11-23T20:00:00Z");
  g_assert_cmpint (later->handover.read_at.seconds, ==, instant ("2026-11-23T19:00:00Z").seconds);
}

static void
test_hand_over_needs (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourCaseMove) move = new_move (self, TAMBOUR_CASE_MOVE_HAND_OVER, "  ");

  assert_refused (self, move, "Choose who gets the case.");
  move->person_id = g_strdup (TAMBOUR_RECORD (self->mira)->id);
  assert_refused (self, move, "The case is theirs already.");
  g_set_str (&move->person_id, TAMBOUR_RECORD (self->tomas)->id);
  assert_refused (self, move, "Say what the next owner should know.");
}

static void
test_escalation (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourCaseMove) move = new_move (self, TAMBOUR_CASE_MOVE_ESCALATE, NULL);
  g_autoptr(TambourCaseMove) taken = new_move (self, TAMBOUR_CASE_MOVE_ACKNOWLEDGE, NULL);
  g_autoptr(TambourCaseMove) over = new_move (self, TAMBOUR_CASE_MOVE_DEESCALATE, "Build 4.2");
  g_autoptr(TambourCaseFile) file = NULL;
  g_autoptr(TambourCaseFile) later = NULL;

  assert_refused (self, taken, "The case is not escalated any more.");
  assert_refused (self, move, "Say whom the case is escalated to.");
  move->to = g_strdup ("Appliance engineering");
  assert_refused (self, move, "Say why the case is escalated.");
  g_set_str (&move->text, "Second restart");
  move->level = 9;
  make_at (self, move, NOW);
  make_at (self, taken, "2026-11-23T18:00:00Z");
  file = read_at (self, "2026-11-23T18:30:00Z");
  g_assert_cmpstr (file->escalation->owner, ==, "Appliance engineering");
  g_assert_cmpint (file->escalation->level, ==, TAMBOUR_ESCALATION_LAST);
  g_assert_cmpint (file->escalation->acknowledged_at.seconds, ==, instant ("2026-11-23T18:00:00Z").seconds);

  make_at (self, over, "2026-11-23T19:00:00Z");
  later = read_at (self, "2026-11-23T20:00:00Z");
  g_assert_null (later->escalation);
  g_assert_cmpint (step_at (later, 0)->kind, ==, TAMBOUR_CASE_STEP_DEESCALATED);
  g_assert_cmpstr (step_at (later, 0)->escalation->outcome, ==, "Build 4.2");
}

/* A pause is an event, and the clock is replayed from it. */
static void
test_pause (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourCaseMove) pause = new_move (self, TAMBOUR_CASE_MOVE_PAUSE, NULL);
  g_autoptr(TambourCaseMove) resume = new_move (self, TAMBOUR_CASE_MOVE_RESUME, "Logs came");
  g_autoptr(TambourCaseFile) file = NULL;
  g_autoptr(TambourCaseFile) later = NULL;

  assert_refused (self, pause, "Say what the customer is waited for.");
  g_set_str (&pause->text, "Logs");
  make_at (self, pause, "2026-11-10T15:05:00Z");
  file = read_at (self, "2026-11-10T18:00:00Z");
  g_assert_true (file->is_paused);
  g_assert_cmpint (file->record->status, ==, TAMBOUR_CASE_STATUS_WAITING_CUSTOMER);
  g_assert_cmpint (((TambourCaseClock *) g_ptr_array_index (file->clocks, 0))->facts->state, ==, TAMBOUR_CLOCK_STATE_PAUSED);

  make_at (self, resume, "2026-11-10T19:05:00Z");
  later = read_at (self, "2026-11-10T20:05:00Z");
  g_assert_false (later->is_paused);
  g_assert_cmpint (later->record->status, ==, TAMBOUR_CASE_STATUS_OPEN);
  g_assert_cmpint (((TambourCaseClock *) g_ptr_array_index (later->clocks, 0))->facts->state, ==, TAMBOUR_CLOCK_STATE_RUNNING);
  g_assert_cmpint (tambour_stretches_time (later->life, TAMBOUR_STRETCH_PAUSED), ==, 4 * TAMBOUR_HOUR);
}

static void
test_what_is_over (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourCaseMove) pause = new_move (self, TAMBOUR_CASE_MOVE_PAUSE, "Logs");
  g_autoptr(TambourCaseFile) file = NULL;

  desk_set (self->record, "resolved_at", "2026-11-20T10:00:00Z");
  desk_portfolio_put (self->desk, self->record);
  assert_refused (self, pause, "The case is solved: nobody waits for the customer.");
  file = read_at (self, NOW);
  g_assert_cmpint (file->until.seconds, ==, instant ("2026-11-20T10:00:00Z").seconds);
}

static void
test_promise (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourCaseMove) move = new_move (self, TAMBOUR_CASE_MOVE_PROMISE, "Build date");
  g_autoptr(TambourCaseFile) file = NULL;

  assert_refused (self, move, "Say until when the customer hears from us.");
  move->due = instant ("2026-11-23T17:00:00Z");
  assert_refused (self, move, "That time has passed already.");
  move->due = instant ("2026-11-24T16:00:00Z");
  make_at (self, move, NOW);
  file = read_at (self, "2026-11-23T18:00:00Z");
  g_assert_cmpint (file->record->next_update_due.seconds, ==, move->due.seconds);
  g_assert_cmpint (step_at (file, 0)->event->kind, ==, TAMBOUR_EVENT_KIND_PROMISED);
  g_assert_cmpstr (step_at (file, 0)->event->to, ==, "2026-11-24T16:00:00Z");
}

/* Both cases say so, and it is one change. */
static void
test_link (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourRecord) other = add_case (self, "4093", "2026-10-29T08:12:00Z");
  g_autoptr(TambourCaseMove) move = new_move (self, TAMBOUR_CASE_MOVE_LINK, "The same fault");
  g_autoptr(TambourCaseFile) file = NULL;
  g_autoptr(TambourCaseFile) theirs = NULL;

  assert_refused (self, move, "Say which case it has to do with.");
  move->to = g_strdup ("#77");
  assert_refused (self, move, "There is no case #77 here.");
  g_set_str (&move->to, "4117");
  assert_refused (self, move, "That is this case itself.");
  g_set_str (&move->to, " #4093 ");
  make_at (self, move, NOW);

  file = read_at (self, "2026-11-23T18:00:00Z");
  g_assert_cmpstr (TAMBOUR_RECORD (g_ptr_array_index (file->links, 0))->id, ==, other->id);
  theirs = tambour_case_file_load (self->desk->store, other->id, NULL, instant ("2026-11-23T18:00:00Z"), NULL, NULL);
  g_assert_cmpstr (TAMBOUR_RECORD (g_ptr_array_index (theirs->links, 0))->id, ==, self->record->id);
}

static void
test_known_issue (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourRecord) longer = tambour_record_new (TAMBOUR_TYPE_KNOWN_ISSUE, NULL);
  g_autoptr(TambourRecord) issue = tambour_record_new (TAMBOUR_TYPE_KNOWN_ISSUE, NULL);
  g_autoptr(TambourCaseMove) move = new_move (self, TAMBOUR_CASE_MOVE_KNOWN_ISSUE, NULL);
  g_autoptr(TambourCaseFile) file = NULL;

  desk_set (longer, "title", "KI-880 Something else");
  desk_portfolio_put (self->desk, longer);
  desk_set (issue, "title", "KI-88 Log rotation fills the disk");
  desk_portfolio_put (self->desk, issue);

  assert_refused (self, move, "Say which known issue it is.");
  move->to = g_strdup ("KI-8");
  assert_refused (self, move, "There is no known issue “KI-8” here.");
  g_set_str (&move->to, "ki-88");
  make_at (self, move, NOW);
  file = read_at (self, "2026-11-23T18:00:00Z");
  g_assert_cmpstr (file->known_issue->id, ==, issue->id);
}

static void
test_note (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourCaseMove) move = new_move (self, TAMBOUR_CASE_MOVE_NOTE, "\n");
  g_autoptr(TambourCaseFile) file = NULL;

  assert_refused (self, move, "Write what happened.");
  g_set_str (&move->text, "Phoned Marcus");
  make_at (self, move, NOW);
  file = read_at (self, "2026-11-23T18:00:00Z");
  g_assert_cmpstr (step_at (file, 0)->event->text, ==, "Phoned Marcus");
  g_assert_cmpint (TAMBOUR_RECORD (step_at (file, 0)->event)->visibility, ==, TAMBOUR_VISIBILITY_INTERNAL);
}

/* --- the list ------------------------------------------------------------- */

static void
set_status (Fixture       *self,
            TambourRecord *record,
            const char    *status)
{
  desk_set (record, "status", status);
  desk_portfolio_put (self->desk, record);
}

static void
assert_line (TambourCaseList  *list,
             guint             position,
             const char       *number,
             TambourCaseGroup  group)
{
  const TambourCaseLine *line = g_ptr_array_index (list->lines, position);

  g_assert_cmpstr (line->record->number, ==, number);
  g_assert_cmpint (line->group, ==, group);
  g_assert_nonnull (line->account);
}

static void
test_list (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourRecord) fresh = add_case (self, "2", "2026-11-23T14:40:00Z");
  g_autoptr(TambourRecord) fresher = add_case (self, "1", "2026-11-23T16:40:00Z");
  g_autoptr(TambourRecord) waiting = add_case (self, "3", "2026-11-18T14:40:00Z");
  g_autoptr(TambourRecord) vendor = add_case (self, "4", "2026-11-18T14:40:00Z");
  g_autoptr(TambourRecord) over = add_case (self, "5", "2026-11-02T14:40:00Z");
  g_autoptr(TambourCaseList) list = NULL;
  g_autoptr(GError) error = NULL;
  guint n_open;

  add_event (self, "2026-11-10T14:47:00Z", "our_msg", NULL, "Thank you");
  set_status (self, self->record, "waiting_engineering");
  desk_set (vendor, "first_response_at", "2026-11-18T15:00:00Z");
  set_status (self, vendor, "waiting_vendor");
  set_status (self, waiting, "waiting_customer");
  desk_set (over, "resolved_at", "2026-11-03T10:00:00Z");
  desk_set (over, "closed_at", "2026-11-06T10:00:00Z");
  set_status (self, over, "closed");

  list = tambour_case_list_load (self->desk->store, NULL, instant (NOW), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->lines->len, ==, 6);
  g_assert_cmpuint (list->n_open, ==, 5);
  g_assert_cmpuint (list->n_waiting, ==, 1);
  g_assert_true (tambour_case_list_count (self->desk->store, NULL, instant (NOW), NULL, &n_open, &error));
  g_assert_cmpuint (n_open, ==, list->n_open);
  assert_line (list, 0, "2", TAMBOUR_CASE_GROUP_ANSWER);
  assert_line (list, 1, "1", TAMBOUR_CASE_GROUP_ANSWER);
  assert_line (list, 2, "4117", TAMBOUR_CASE_GROUP_WORK);
  assert_line (list, 3, "4", TAMBOUR_CASE_GROUP_VENDOR);
  assert_line (list, 4, "3", TAMBOUR_CASE_GROUP_CUSTOMER);
  assert_line (list, 5, "5", TAMBOUR_CASE_GROUP_OVER);
}

/* What is closed elsewhere does not crowd out what is one's own. */
static void
test_list_is_ones_own (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourRecord) theirs = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autoptr(TambourRecord) role = tambour_record_new (TAMBOUR_TYPE_TEAM_ROLE, NULL);
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Put");
  g_autoptr(TambourCaseList) list = NULL;
  g_autoptr(GError) error = NULL;
  const char *me = TAMBOUR_RECORD (self->mira)->id;

  desk_set (theirs, "name", "Somebody else");
  desk_portfolio_put (self->desk, theirs);
  desk_set (role, "account_id", theirs->id);
  desk_set (role, "person_id", TAMBOUR_RECORD (self->tomas)->id);
  desk_set (role, "role", "tam");
  desk_portfolio_put (self->desk, role);
  for (guint i = 0; i < TAMBOUR_CASE_LIST_OVER + 5; i++)
    {
      g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_CASE, NULL);

      desk_set (record, "account_id", theirs->id);
      desk_set (record, "number", "9");
      desk_set (record, "opened_at", "2026-11-20T10:00:00Z");
      desk_set (record, "closed_at", "2026-11-22T10:00:00Z");
      desk_set (record, "status", "closed");
      tambour_change_put (change, record);
    }
  tambour_store_commit (self->desk->store, change, &error);
  g_assert_no_error (error);

  desk_set (self->record, "closed_at", "2026-11-12T10:00:00Z");
  set_status (self, self->record, "closed");
  list = tambour_case_list_load (self->desk->store, me, instant (NOW), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->lines->len, ==, 1);
  assert_line (list, 0, "4117", TAMBOUR_CASE_GROUP_OVER);
}

/* --- drafts --------------------------------------------------------------- */

static void
test_draft (void)
{
  g_autoptr(TambourDraft) draft = tambour_draft_new_move ("a-case", "an-account", TAMBOUR_CASE_MOVE_PAUSE);
  g_autoptr(TambourDraft) record = tambour_draft_new ("case", "a-case", NULL);
  guint move = 0;

  g_assert_true (tambour_draft_is_move (draft, &move));
  g_assert_cmpuint (move, ==, TAMBOUR_CASE_MOVE_PAUSE);
  g_assert_false (tambour_draft_is_move (record, &move));
  g_assert_cmpstr (draft->id, ==, "a-case");
  g_assert_cmpstr (draft->key, !=, record->key);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cases/steps", test_steps);
  g_test_add_func ("/cases/life", test_life);
  g_test_add_func ("/cases/what-belongs-to-it", test_what_belongs_to_it);
  g_test_add_func ("/cases/hand-over", test_hand_over);
  g_test_add_func ("/cases/hand-over-needs", test_hand_over_needs);
  g_test_add_func ("/cases/escalation", test_escalation);
  g_test_add_func ("/cases/pause", test_pause);
  g_test_add_func ("/cases/what-is-over", test_what_is_over);
  g_test_add_func ("/cases/promise", test_promise);
  g_test_add_func ("/cases/link", test_link);
  g_test_add_func ("/cases/known-issue", test_known_issue);
  g_test_add_func ("/cases/note", test_note);
  g_test_add_func ("/cases/list", test_list);
  g_test_add_func ("/cases/list-is-ones-own", test_list_is_ones_own);
  g_test_add_func ("/cases/draft", test_draft);

  return g_test_run ();
}
