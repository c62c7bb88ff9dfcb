/* test-escalations.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-case-file.h"
#include "tambour-case-list.h"
#include "tambour-case-moves.h"

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

/* --- escalations of several cases ------------------------------------------ */

static TambourCaseList *
read_list (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  TambourCaseList *list = tambour_case_list_load (self->desk->store, NULL, instant (NOW), NULL, &error);

  g_assert_no_error (error);

  return list;
}

static TambourCaseFile *
read_case (Fixture       *self,
           TambourRecord *record)
{
  g_autoptr(GError) error = NULL;
  TambourCaseFile *file = tambour_case_file_load (self->desk->store, record->id, NULL, instant (NOW), NULL, &error);

  g_assert_no_error (error);

  return file;
}

/* One escalation stands on the pages of all its cases, and is ended from any of them. */
static void
test_an_escalation_joins_cases (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourRecord) other = add_case (self, "4126", "2026-11-18T14:40:00Z");
  g_autoptr(TambourRecord) third = add_case (self, "4130", "2026-11-19T14:40:00Z");
  g_autoptr(TambourCaseMove) move = new_move (self, TAMBOUR_CASE_MOVE_ESCALATE, "Twice in one night");
  g_autoptr(TambourCaseMove) over = new_move (self, TAMBOUR_CASE_MOVE_DEESCALATE, "Build 4.2");
  g_autoptr(TambourCaseFile) file = NULL;
  g_autoptr(TambourCaseFile) alone = NULL;
  g_autoptr(TambourCaseFile) after = NULL;
  g_auto(GStrv) joined = NULL;

  g_set_str (&move->to, "Appliance engineering");
  g_set_str (&move->others, "#4126, 9999");
  assert_refused (self, move, "There is no case #9999 here.");
  g_set_str (&move->others, " #4126;4117 4126");
  make_at (self, move, "2026-11-23T16:00:00Z");

  file = read_case (self, other);
  g_assert_cmpstr (file->escalation->owner, ==, "Appliance engineering");
  g_assert_cmpstr (file->escalation->case_id.id, ==, self->record->id);
  joined = g_strdupv (file->escalation->other_case_ids);
  g_assert_cmpuint (g_strv_length (joined), ==, 1);
  g_assert_cmpstr (joined[0], ==, other->id);
  alone = read_case (self, third);
  g_assert_null (alone->escalation);

  g_set_str (&over->case_id, other->id);
  make_at (self, over, "2026-11-23T17:00:00Z");
  after = read_case (self, self->record);
  g_assert_null (after->escalation);
}

/* What is told of one customer is not for another. */
static void
test_an_escalation_joins_cases_of_one_account (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourRecord) theirs = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_CASE, NULL);
  g_autoptr(TambourCaseMove) move = new_move (self, TAMBOUR_CASE_MOVE_ESCALATE, "Twice in one night");

  desk_set (theirs, "name", "Somebody else");
  desk_portfolio_put (self->desk, theirs);
  desk_set (record, "account_id", theirs->id);
  desk_set (record, "number", "9");
  desk_set (record, "opened_at", "2026-11-20T10:00:00Z");
  desk_portfolio_put (self->desk, record);
  g_set_str (&move->to, "Appliance engineering");
  g_set_str (&move->others, "9");
  assert_refused (self, move, "An escalation joins cases of one account only.");
}

static void
add_escalation (Fixture       *self,
                TambourRecord *record,
                const char    *level,
                const char    *declared,
                const char    *over)
{
  g_autoptr(TambourRecord) escalation = desk_portfolio_own (self->desk, TAMBOUR_TYPE_ESCALATION);

  desk_set (escalation, "case_id", record->id);
  desk_set (escalation, "level", level);
  desk_set (escalation, "declared_at", declared);
  desk_set (escalation, "deescalated_at", over);
  desk_portfolio_put (self->desk, escalation);
}

/* The highest first, of those the oldest; a case that is escalated stands where it was as well. */
static void
test_list_of_escalations (void)
{
  g_autoptr(Fixture) self = fixture_new ();
  g_autoptr(TambourRecord) second = add_case (self, "2", "2026-11-18T14:40:00Z");
  g_autoptr(TambourRecord) third = add_case (self, "3", "2026-11-18T14:40:00Z");
  g_autoptr(TambourCaseList) list = NULL;

  add_escalation (self, self->record, "1", "2026-11-20T10:00:00Z", NULL);
  add_escalation (self, second, "3", "2026-11-22T10:00:00Z", NULL);
  add_escalation (self, third, "1", "2026-11-19T10:00:00Z", NULL);
  add_escalation (self, third, "4", "2026-11-19T10:00:00Z", "2026-11-20T10:00:00Z");
  add_escalation (self, third, "4", "2026-11-24T10:00:00Z", NULL);
  list = read_list (self);

  g_assert_cmpuint (list->n_open, ==, 3);
  g_assert_cmpuint (list->n_escalated, ==, 3);
  g_assert_cmpuint (list->lines->len, ==, 6);
  assert_line (list, 3, "2", TAMBOUR_CASE_GROUP_ESCALATED);
  assert_line (list, 4, "3", TAMBOUR_CASE_GROUP_ESCALATED);
  assert_line (list, 5, "4117", TAMBOUR_CASE_GROUP_ESCALATED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/escalations/an-escalation-joins-cases", test_an_escalation_joins_cases);
  g_test_add_func ("/escalations/an-escalation-joins-cases-of-one-account", test_an_escalation_joins_cases_of_one_account);
  g_test_add_func ("/escalations/list-of-escalations", test_list_of_escalations);

  return g_test_run ();
}
