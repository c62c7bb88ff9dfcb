/* test-authors.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-authors.h"
#include "tambour-conflicts.h"
#include "tambour-environment.h"
#include "tambour-goal.h"
#include "tambour-kinds.h"
#include "tambour-note-file.h"
#include "tambour-notes.h"
#include "tambour-record-view.h"
#include "tambour-settings.h"
#include "tambour-sync-settings.h"

static TambourPerson *
add_person (DeskPortfolio *desk,
            const char    *name,
            const char    *sign_in)
{
  TambourPerson *person = desk_portfolio_person (desk, name);

  desk_set (person, "sign_in", sign_in);
  desk_portfolio_put (desk, person);

  return person;
}

static void
assert_called (DeskPortfolio *desk,
               const char    *author,
               const char    *expected)
{
  g_autofree char *name = tambour_authors_dup_name (desk->store, author);

  g_assert_cmpstr (name, ==, expected);
}

static void
set_setting (DeskPortfolio *desk,
             const char    *setting,
             const char    *value)
{
  g_autoptr(GError) error = NULL;

  tambour_store_set_setting (desk->store, setting, value, &error);
  g_assert_no_error (error);
}

static void
claim (DeskPortfolio *desk,
       TambourPerson *person)
{
  g_autoptr(GError) error = NULL;

  tambour_authors_claim (desk->store, TAMBOUR_RECORD (person)->id, &error);
  g_assert_no_error (error);
}

static void
assert_signs_in (DeskPortfolio *desk,
                 TambourPerson *person,
                 const char    *expected)
{
  g_autoptr(TambourPerson) now = desk_portfolio_get (desk, person);

  g_assert_cmpstr (now->sign_in, ==, expected);
}

static void
commit_as (DeskPortfolio *desk,
           TambourRecord *record,
           const char    *author)
{
  g_autoptr(TambourChange) change = tambour_change_new (author, "Edit");
  g_autoptr(GError) error = NULL;

  tambour_change_put (change, record);
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);
}

static void
test_whoever_is_known_has_a_name (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPerson) anna = add_person (desk, "Anna Ek", "anna");

  assert_called (desk, "anna", "Anna Ek");
  assert_called (desk, "tomas", "tomas");
  assert_called (desk, "Anna Ek", "Anna Ek");
  assert_called (desk, NULL, NULL);
}

static void
test_who_has_left_keeps_the_name (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPerson) before = add_person (desk, "Anna Ek", "anna");
  g_autoptr(TambourPerson) after = NULL;
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Remove");
  g_autoptr(GError) error = NULL;

  tambour_change_remove (change, TAMBOUR_RECORD (before));
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);
  assert_called (desk, "anna", "Anna Ek");

  after = add_person (desk, "Anna Lind", "anna");
  assert_called (desk, "anna", "Anna Lind");
}

/* Before the record says so, this portfolio knows of its own person. */
static void
test_ones_own_name_is_known_by_the_sign_in (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPerson) anna = add_person (desk, "Anna Ek", "");
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourServer) server = tambour_server_new ("https://anna@couch.example.org/portfolio", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (server->user, ==, "anna");
  tambour_sync_settings_write (desk->store, server, &error);
  g_assert_no_error (error);
  assert_called (desk, "anna", "anna");
  set_setting (desk, TAMBOUR_SETTING_ME, TAMBOUR_RECORD (anna)->id);
  assert_called (desk, "anna", "Anna Ek");
}

static void
test_a_name_is_claimed_once (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPerson) anna = add_person (desk, "Anna Ek", "");
  g_autoptr(TambourPerson) tomas = add_person (desk, "Tomas Weld", "");
  gint64 last;

  claim (desk, anna);
  assert_signs_in (desk, anna, NULL);

  set_setting (desk, TAMBOUR_SETTING_SIGN_IN, "anna");
  claim (desk, anna);
  assert_signs_in (desk, anna, "anna");

  /* Nobody else takes it, and what is there stays. */
  last = tambour_store_last_change (desk->store);
  claim (desk, tomas);
  assert_signs_in (desk, tomas, NULL);
  set_setting (desk, TAMBOUR_SETTING_SIGN_IN, "anna.ek");
  claim (desk, anna);
  assert_signs_in (desk, anna, "anna");
  g_assert_cmpint (tambour_store_last_change (desk->store), ==, last);
}

static void
test_history_and_conflicts_say_names (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPerson) anna = add_person (desk, "Anna Ek", "anna");
  g_autoptr(TambourRecord) goal = desk_portfolio_own (desk, TAMBOUR_TYPE_GOAL);
  g_autoptr(TambourRecord) conflict = tambour_record_new (TAMBOUR_TYPE_CONFLICT, NULL);
  g_autoptr(TambourRecordView) view = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(GError) error = NULL;
  const TambourConflictPart *part;

  desk_set (goal, "statement", "Guest Wi-Fi");
  commit_as (desk, goal, "tomas");
  desk_set (goal, "due", "2027-01-15");
  commit_as (desk, goal, "anna");
  desk_set (conflict, "record_id", goal->id);
  desk_set (conflict, "record_kind", "goal");
  desk_set (conflict, "field", "due");
  desk_set (conflict, "kept", "2027-01-15");
  desk_set (conflict, "kept_by", "anna");
  desk_set (conflict, "other", "2027-01-31");
  desk_set (conflict, "other_by", "tomas");
  commit_as (desk, conflict, "anna");

  view = tambour_record_view_load (desk->store, TAMBOUR_RECORD_GET_CLASS (goal), goal->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (view->changed_by, ==, "Anna Ek");
  g_assert_cmpstr (((TambourRecordStep *) g_ptr_array_index (view->steps, 0))->by, ==, "Anna Ek");
  g_assert_cmpstr (((TambourRecordStep *) g_ptr_array_index (view->steps, 1))->by, ==, "tomas");
  g_assert_cmpstr (view->record->updated_by, ==, "anna");

  groups = tambour_conflicts_list (desk->store, NULL, &error);
  g_assert_no_error (error);
  part = g_ptr_array_index (((TambourConflictGroup *) g_ptr_array_index (groups, 0))->parts, 0);
  g_assert_cmpstr (part->kept.by, ==, "Anna Ek");
  g_assert_cmpstr (part->other.by, ==, "tomas");
}

static void
test_notes_say_names (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPerson) anna = add_person (desk, "Anna Ek", "anna");
  g_autoptr(TambourRecord) note = desk_portfolio_own (desk, TAMBOUR_TYPE_INFRA_NOTE);
  g_autoptr(TambourNotes) notes = NULL;
  g_autoptr(TambourNoteFile) file = NULL;
  g_autoptr(GError) error = NULL;

  desk_set (note, "title", "Forwarders");
  desk_set (note, "body", "Two of them.");
  commit_as (desk, note, "anna");
  notes = tambour_notes_load (desk->store, TAMBOUR_RECORD (desk->account)->id, desk_portfolio_now (), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((TambourNoteLine *) g_ptr_array_index (notes->lines, 0))->written_by, ==, "Anna Ek");

  file = tambour_note_file_load (desk->store, TAMBOUR_RECORD_GET_CLASS (note), note->id, desk_portfolio_now (), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((TambourNoteRevision *) g_ptr_array_index (file->revisions, 0))->by, ==, "Anna Ek");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/authors/whoever-is-known-has-a-name", test_whoever_is_known_has_a_name);
  g_test_add_func ("/authors/who-has-left-keeps-the-name", test_who_has_left_keeps_the_name);
  g_test_add_func ("/authors/ones-own-name-is-known-by-the-sign-in", test_ones_own_name_is_known_by_the_sign_in);
  g_test_add_func ("/authors/a-name-is-claimed-once", test_a_name_is_claimed_once);
  g_test_add_func ("/authors/history-and-conflicts-say-names", test_history_and_conflicts_say_names);
  g_test_add_func ("/authors/notes-say-names", test_notes_say_names);

  return g_test_run ();
}
