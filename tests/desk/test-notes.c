/* test-notes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-audit.h"
#include "tambour-case.h"
#include "tambour-environment-file.h"
#include "tambour-environment.h"
#include "tambour-linking.h"
#include "tambour-note-file.h"
#include "tambour-notes.h"

#define NOW "2026-11-23T17:12:00Z"

static TambourInstant
instant (const char *text)
{
  TambourInstant at;

  g_assert_true (tambour_instant_parse (text, &at));

  return at;
}

static gpointer
add_note (DeskPortfolio *desk,
          GType          type,
          const char    *title,
          const char    *body)
{
  TambourRecord *note = desk_portfolio_own (desk, type);

  desk_set (note, "title", title);
  desk_set (note, "body", body);
  desk_portfolio_put (desk, note);

  return note;
}

static void
share (DeskPortfolio *desk,
       gpointer       note,
       const char    *body,
       const char    *remark,
       const char    *when)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", remark);
  g_autoptr(GError) error = NULL;

  tambour_note_set_body (note, body);
  tambour_change_set_time (change, instant (when));
  tambour_change_put (change, note);
  g_assert_true (tambour_store_commit (desk->store, change, &error));
  g_assert_no_error (error);
}

static TambourNotes *
load (DeskPortfolio *desk)
{
  g_autoptr(GError) error = NULL;
  TambourNotes *notes = tambour_notes_load (desk->store, TAMBOUR_RECORD (desk->account)->id, instant (NOW), NULL, &error);

  g_assert_no_error (error);

  return notes;
}

static TambourNoteFile *
load_file (DeskPortfolio *desk,
           gpointer       note)
{
  g_autoptr(GError) error = NULL;
  TambourNoteFile *file = tambour_note_file_load (desk->store, TAMBOUR_RECORD_GET_CLASS (note), TAMBOUR_RECORD (note)->id,
                                                  instant (NOW), NULL, &error);

  g_assert_no_error (error);

  return file;
}

static const TambourNoteLine *
line_at (TambourNotes *notes,
         guint         position)
{
  g_assert_cmpuint (position, <, notes->lines->len);

  return g_ptr_array_index (notes->lines, position);
}

static void
test_what_was_written_last_comes_first (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_note (desk, TAMBOUR_TYPE_OBJECTIVE_NOTE, "Merger", "Clinics at the coast");
  g_autoptr(TambourRecord) old = add_note (desk, TAMBOUR_TYPE_INFRA_NOTE, "Old", "one");
  g_autoptr(TambourRecord) new = add_note (desk, TAMBOUR_TYPE_INFRA_NOTE, "New", "one");
  g_autoptr(TambourRecord) pinned = add_note (desk, TAMBOUR_TYPE_INFRA_NOTE, "Pinned", "one");
  g_autoptr(TambourNotes) notes = NULL;

  share (desk, pinned, "two", "A word", "2027-01-01T00:00:00Z");
  share (desk, old, "two", "A word", "2027-02-01T00:00:00Z");
  share (desk, new, "two", "A word", "2027-03-01T00:00:00Z");
  TAMBOUR_INFRA_NOTE (pinned)->pinned = TRUE;
  desk_portfolio_put (desk, pinned);
  notes = load (desk);

  g_assert_cmpuint (notes->lines->len, ==, 4);
  g_assert_cmpstr (line_at (notes, 0)->record->id, ==, pinned->id);
  g_assert_cmpstr (line_at (notes, 1)->record->id, ==, new->id);
  g_assert_cmpstr (line_at (notes, 2)->record->id, ==, old->id);
  g_assert_cmpstr (line_at (notes, 3)->record->id, ==, goal->id);
  g_assert_cmpuint (line_at (notes, 1)->n_revisions, ==, 2);
  g_assert_cmpuint (line_at (notes, 3)->n_revisions, ==, 1);
  g_assert_cmpstr (line_at (notes, 1)->written_by, ==, "Mira");
}

static void
test_only_texts_are_revisions (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) note = add_note (desk, TAMBOUR_TYPE_INFRA_NOTE, "Forwarders", "one");
  g_autoptr(TambourNoteFile) file = NULL;
  const TambourNoteRevision *newest;

  share (desk, note, "one and two", "Two sites added", "2026-11-12T18:00:00Z");
  tambour_note_set_review (note, tambour_date_new (2026, 11, 12));
  desk_portfolio_put (desk, note);
  file = load_file (desk, note);

  g_assert_cmpuint (file->revisions->len, ==, 2);
  newest = g_ptr_array_index (file->revisions, 0);
  g_assert_cmpuint (newest->number, ==, 2);
  g_assert_cmpstr (newest->remark, ==, "Two sites added");
  g_assert_cmpstr (newest->by, ==, "Mira");
  g_assert_cmpstr (newest->body, ==, "one and two");
  newest = g_ptr_array_index (file->revisions, 1);
  g_assert_cmpuint (newest->number, ==, 1);
  g_assert_cmpstr (newest->body, ==, "one");
}

static void
test_a_note_is_looked_at_again (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) note = add_note (desk, TAMBOUR_TYPE_WORKFLOW_NOTE, "Who to call", "Duty desk");
  g_autoptr(TambourNotes) never = load (desk);
  g_autoptr(TambourNotes) late = NULL;
  g_autoptr(TambourNotes) fresh = NULL;

  g_assert_false (line_at (never, 0)->is_late);
  g_assert_cmpuint (line_at (never, 0)->look_again.julian, ==, 0);

  tambour_note_set_months (note, 3);
  tambour_note_set_review (note, tambour_date_new (2026, 8, 22));
  desk_portfolio_put (desk, note);
  late = load (desk);
  g_assert_cmpuint (line_at (late, 0)->look_again.julian, ==, tambour_date_new (2026, 11, 22).julian);
  g_assert_true (line_at (late, 0)->is_late);

  tambour_note_set_review (note, tambour_date_new (2026, 8, 23));
  desk_portfolio_put (desk, note);
  fresh = load (desk);
  g_assert_false (line_at (fresh, 0)->is_late);

  /* The last day of a month that is shorter. */
  tambour_note_set_review (note, tambour_date_new (2026, 11, 30));
  g_assert_cmpuint (tambour_note_look_again (note).julian, ==, tambour_date_new (2027, 2, 28).julian);
  tambour_note_set_months (note, 0);
  g_assert_cmpuint (tambour_note_look_again (note).julian, ==, 0);
}

static void
test_what_links_to_it (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) note = add_note (desk, TAMBOUR_TYPE_INFRA_NOTE, "Change calendar", "See [[Change calendar]]");
  g_autoptr(TambourRecord) other = add_note (desk, TAMBOUR_TYPE_WORKFLOW_NOTE, "Approvals", "As in [[change calendar]].");
  g_autoptr(TambourRecord) mere = add_note (desk, TAMBOUR_TYPE_WORKFLOW_NOTE, "Words", "The change calendar is on paper.");
  g_autoptr(TambourRecord) one = desk_portfolio_own (desk, TAMBOUR_TYPE_CASE);
  g_autoptr(TambourRecord) foreign = desk_portfolio_own (desk, TAMBOUR_TYPE_INFRA_NOTE);
  g_autoptr(TambourNoteFile) file = NULL;
  g_autoptr(GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);

  desk_set (one, "number", "4117");
  desk_set (one, "title", "Restarts");
  desk_set (one, "opened_at", "2026-11-20T12:00:00Z");
  desk_set (one, "impact", "Outside of [[Change calendar]]");
  desk_portfolio_put (desk, one);
  desk_set (foreign, "title", "Of somebody else");
  desk_set (foreign, "body", "[[Change calendar]]");
  desk_set (foreign, "account_id", "");
  desk_portfolio_put (desk, foreign);
  file = load_file (desk, note);

  for (guint i = 0; i < file->linked_from->len; i++)
    g_hash_table_add (found, TAMBOUR_RECORD (g_ptr_array_index (file->linked_from, i))->id);
  g_assert_cmpuint (g_hash_table_size (found), ==, 2);
  g_assert_true (g_hash_table_contains (found, other->id));
  g_assert_true (g_hash_table_contains (found, one->id));
}

static char *
find (DeskPortfolio   *desk,
      TambourLinkKind  kind,
      const char      *target)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourRecord) record = tambour_linking_find (desk->store, TAMBOUR_RECORD (desk->account)->id, kind, target, NULL, &error);

  g_assert_no_error (error);

  return record ? g_strdup (record->id) : NULL;
}

static void
assert_found (DeskPortfolio   *desk,
              TambourLinkKind  kind,
              const char      *target,
              gpointer         record)
{
  g_autofree char *id = find (desk, kind, target);

  g_assert_cmpstr (id, ==, record ? TAMBOUR_RECORD (record)->id : NULL);
}

static void
test_where_links_lead (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) note = add_note (desk, TAMBOUR_TYPE_INFRA_NOTE, "Change calendar", "x");
  g_autoptr(TambourRecord) longer = add_note (desk, TAMBOUR_TYPE_INFRA_NOTE, "Change calendar of 2025", "x");
  g_autoptr(TambourRecord) one = desk_portfolio_own (desk, TAMBOUR_TYPE_CASE);
  g_autoptr(TambourRecord) issue = desk_portfolio_own (desk, TAMBOUR_TYPE_KNOWN_ISSUE);
  g_autoptr(TambourRecord) higher = desk_portfolio_own (desk, TAMBOUR_TYPE_KNOWN_ISSUE);

  desk_set (one, "number", "4117");
  desk_set (one, "title", "Restarts");
  desk_set (one, "opened_at", "2026-11-20T12:00:00Z");
  desk_portfolio_put (desk, one);
  desk_set (higher, "title", "KI-880 Something else");
  desk_portfolio_put (desk, higher);
  desk_set (issue, "title", "KI-88 Log rotation fills the disk");
  desk_portfolio_put (desk, issue);

  assert_found (desk, TAMBOUR_LINK_NOTE, "change Calendar", note);
  assert_found (desk, TAMBOUR_LINK_NOTE, "Change", NULL);
  assert_found (desk, TAMBOUR_LINK_CASE, "4117", one);
  assert_found (desk, TAMBOUR_LINK_CASE, "411", NULL);
  assert_found (desk, TAMBOUR_LINK_ISSUE, "KI-88", issue);
  assert_found (desk, TAMBOUR_LINK_ISSUE, "KI-8", NULL);
  assert_found (desk, TAMBOUR_LINK_ADDRESS, "https://example.org", NULL);
}

/* An environment is linked to by its name, unless a note is called so. */
static void
test_links_lead_to_environments (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) place = desk_portfolio_own (desk, TAMBOUR_TYPE_ENVIRONMENT);
  g_autoptr(TambourRecord) note = add_note (desk, TAMBOUR_TYPE_INFRA_NOTE, "Forwarders", "In [[main campus]] and [[Main Campus]]");
  g_autoptr(TambourRecord) other = add_note (desk, TAMBOUR_TYPE_INFRA_NOTE, "Else", "In the main campus, and [[Main campus 2]]");
  g_autoptr(TambourRecord) same = NULL;
  g_autoptr(TambourEnvironmentFile) file = NULL;
  g_autoptr(GError) error = NULL;

  desk_set (place, "name", "Main campus");
  desk_set (place, "narrative", "This is [[Main campus]]");
  desk_portfolio_put (desk, place);
  file = tambour_environment_file_load (desk->store, place->id, instant (NOW), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->linked_from->len, ==, 1);
  g_assert_cmpstr (((TambourRecord *) g_ptr_array_index (file->linked_from, 0))->id, ==, note->id);

  assert_found (desk, TAMBOUR_LINK_NOTE, "main Campus", place);
  assert_found (desk, TAMBOUR_LINK_NOTE, "Main", NULL);
  same = add_note (desk, TAMBOUR_TYPE_OBJECTIVE_NOTE, "Main Campus", "x");
  assert_found (desk, TAMBOUR_LINK_NOTE, "main campus", same);
}

/* What leads to a note of the same name stays. */
static void
test_links_follow_a_renamed_environment (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) place = desk_portfolio_own (desk, TAMBOUR_TYPE_ENVIRONMENT);
  g_autoptr(TambourRecord) note = add_note (desk, TAMBOUR_TYPE_INFRA_NOTE, "Forwarders", "In [[main campus]], not [[Main campus 2]]");
  g_autoptr(TambourRecord) same = NULL;
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", "Renamed");
  g_autoptr(GError) error = NULL;

  desk_set (place, "name", "Main campus");
  desk_portfolio_put (desk, place);
  g_assert_true (tambour_linking_rename (desk->store, place, "Old town", change, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tambour_change_get_size (change), ==, 1);
  g_assert_cmpstr (tambour_change_get_put (change, 0)->id, ==, note->id);
  g_assert_cmpstr (tambour_note_get_body (tambour_change_get_put (change, 0)), ==, "In [[Old town]], not [[Main campus 2]]");

  same = add_note (desk, TAMBOUR_TYPE_OBJECTIVE_NOTE, "Main campus", "x");
  g_assert_true (tambour_linking_rename (desk->store, place, "New town", change, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tambour_change_get_size (change), ==, 1);
}

static void
test_links_follow_a_new_title (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) note = add_note (desk, TAMBOUR_TYPE_INFRA_NOTE, "Calendar", "See [[Calendar]]");
  g_autoptr(TambourRecord) other = add_note (desk, TAMBOUR_TYPE_WORKFLOW_NOTE, "Approvals", "[[calendar]], `[[Calendar]]`, [[Calendars]] and [[Calendar]].");
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", "Renamed");
  g_autoptr(GError) error = NULL;
  TambourRecord *put;

  g_assert_true (tambour_linking_rename (desk->store, note, "Calendar", change, &error));
  g_assert_cmpuint (tambour_change_get_size (change), ==, 0);
  g_assert_true (tambour_linking_rename (desk->store, note, "Change windows", change, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tambour_change_get_size (change), ==, 1);
  put = tambour_change_get_put (change, 0);
  g_assert_cmpstr (put->id, ==, other->id);
  g_assert_cmpstr (tambour_note_get_body (put), ==, "[[Change windows]], `[[Calendar]]`, [[Calendars]] and [[Change windows]].");
}

static void
test_environments_count_their_parts (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) place = desk_portfolio_own (desk, TAMBOUR_TYPE_ENVIRONMENT);
  static const char * const ends[] = { "2026-11-22", "2026-11-23", "" };
  g_autoptr(TambourNotes) notes = NULL;

  desk_set (place, "name", "Main campus");
  desk_portfolio_put (desk, place);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr(TambourRecord) part = desk_portfolio_own (desk, TAMBOUR_TYPE_COMPONENT);

      desk_set (part, "type", "Appliance");
      desk_set (part, "product", "Forwarder");
      desk_set (part, "environment_id", place->id);
      desk_set (part, "end_of_support", ends[i]);
      desk_portfolio_put (desk, part);
    }
  notes = load (desk);

  g_assert_cmpuint (notes->lines->len, ==, 1);
  g_assert_cmpint (line_at (notes, 0)->group, ==, TAMBOUR_NOTE_GROUP_ENVIRONMENTS);
  g_assert_cmpuint (line_at (notes, 0)->n_parts, ==, 3);
  g_assert_cmpuint (line_at (notes, 0)->n_late, ==, 1);
  g_assert_true (line_at (notes, 0)->is_late);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notes/what-was-written-last-comes-first", test_what_was_written_last_comes_first);
  g_test_add_func ("/notes/only-texts-are-revisions", test_only_texts_are_revisions);
  g_test_add_func ("/notes/a-note-is-looked-at-again", test_a_note_is_looked_at_again);
  g_test_add_func ("/notes/what-links-to-it", test_what_links_to_it);
  g_test_add_func ("/notes/where-links-lead", test_where_links_lead);
  g_test_add_func ("/notes/links-lead-to-environments", test_links_lead_to_environments);
  g_test_add_func ("/notes/links-follow-a-new-title", test_links_follow_a_new_title);
  g_test_add_func ("/notes/links-follow-a-renamed-environment", test_links_follow_a_renamed_environment);
  g_test_add_func ("/notes/environments-count-their-parts", test_environments_count_their_parts);

  return g_test_run ();
}
