/* test-two-laptops.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-conflict-dialog.h"
#include "tambour-sync-line.h"
#include "team-fixture.h"

#define OPEN "settled_at = \"\""

/* As a part of a sentence, which a name in another script does not turn round. */
#define TOMAS "\342\201\250" TEAM_TOMAS "\342\201\251"

/* A goal that both laptops have. */
static TambourRecord *
share_goal (TeamFixture *team)
{
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  TambourRecord *goal = tambour_record_new (TAMBOUR_TYPE_GOAL, NULL);

  tambour_record_set_text (account, "name", "Saint Orla Hospitals", NULL);
  team_fixture_put (team->ui->store, account, TEAM_MIRA, "2026-11-20T09:00:00Z");
  tambour_record_set_text (goal, "account_id", account->id, NULL);
  tambour_record_set_text (goal, "statement", "Guest Wi-Fi", NULL);
  tambour_record_set_text (goal, "due", "2026-09-30", NULL);
  team_fixture_put (team->ui->store, goal, TEAM_MIRA, "2026-11-20T09:00:00Z");
  team_fixture_exchange (team);

  return goal;
}

static void
assert_both_say (TeamFixture   *team,
                 TambourRecord *record,
                 const char    *field,
                 const char    *expected)
{
  g_autofree char *here = team_fixture_dup_says (team->ui->store, record, field);
  g_autofree char *there = team_fixture_dup_says (team->other, record, field);

  g_assert_cmpstr (here, ==, expected);
  g_assert_cmpstr (there, ==, expected);
}

static gint64
count_open (TambourStore *store)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CONFLICT);
  g_autoptr(GError) error = NULL;
  gint64 n;

  tambour_query_parse (query, OPEN, &error);
  g_assert_no_error (error);
  n = tambour_store_count (store, query, &error);
  g_assert_no_error (error);

  return n;
}

static GtkWidget *
get_line (TeamFixture *team)
{
  return tambour_test_find (team->ui->window, TAMBOUR_TYPE_SYNC_LINE, NULL);
}

static gboolean
has_dialog (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((TeamFixture *) data)->ui->window));

  return dialog != NULL && TAMBOUR_IS_CONFLICT_DIALOG (dialog);
}

static AdwDialog *
open_conflict (TeamFixture *team)
{
  tambour_test_wait_text (get_line (team), "1 conflict to resolve");
  gtk_widget_activate_action (GTK_WIDGET (team->ui->window), "win.resolve-conflicts", NULL);
  tambour_test_wait (has_dialog, team);
  tambour_test_settle ();

  return record_fixture_dialog (team->ui);
}

/* Nobody is asked anything, and each sees both. */
static void
test_different_fields (void)
{
  g_autoptr(TeamFixture) team = team_fixture_new (1280, 820);
  g_autoptr(TambourRecord) goal = share_goal (team);

  tambour_test_ui_present (team->ui);
  record_fixture_open (team->ui, goal);
  team_fixture_set (team->ui->store, goal, "due", "2027-01-15", TEAM_MIRA, "2026-11-23T16:58:00Z");
  team_fixture_set (team->other, goal, "statement", "Guest Wi-Fi on its own policy", TEAM_TOMAS, "2026-11-22T20:14:00Z");
  team_fixture_exchange (team);

  assert_both_say (team, goal, "due", "2027-01-15");
  assert_both_say (team, goal, "statement", "Guest Wi-Fi on its own policy");
  g_assert_cmpint (count_open (team->ui->store), ==, 0);
  tambour_test_wait_text (team->ui->window, "Guest Wi-Fi on its own policy");
  tambour_test_wait_text (get_line (team), "Saved on this computer");
  tambour_test_pictures (team->ui->window, "two-laptops-different-fields");
}

/* The newer stands until somebody has chosen, and what is chosen comes to the other. */
static void
test_the_same_field (void)
{
  g_autoptr(TeamFixture) team = team_fixture_new (1280, 820);
  g_autoptr(TambourRecord) goal = share_goal (team);
  AdwDialog *dialog;

  tambour_test_ui_present (team->ui);
  team_fixture_set (team->ui->store, goal, "due", "2027-01-15", TEAM_MIRA, "2026-11-22T20:14:00Z");
  team_fixture_set (team->other, goal, "due", "2027-01-31", TEAM_TOMAS, "2026-11-23T16:58:00Z");
  team_fixture_set (team->other, goal, "statement", "Guest Wi-Fi on its own policy", TEAM_TOMAS, "2026-11-23T16:58:00Z");
  team_fixture_exchange (team);

  assert_both_say (team, goal, "due", "2027-01-31");
  g_assert_cmpint (count_open (team->ui->store), ==, 1);
  g_assert_cmpint (count_open (team->other), ==, 1);
  dialog = open_conflict (team);
  g_assert_true (tambour_test_shows (dialog, "You · Sun 12:14"));
  g_assert_true (tambour_test_shows (dialog, "1 field merged without a question"));
  tambour_test_pictures (team->ui->window, "two-laptops-same-field");

  tambour_test_press (team->ui->window, "<Alt>Left");
  tambour_test_press (team->ui->window, "<Control>Return");
  record_fixture_wait_gone (team->ui);
  team_fixture_exchange (team);
  assert_both_say (team, goal, "due", "2027-01-15");
  g_assert_cmpint (count_open (team->other), ==, 0);
  tambour_test_wait_text (get_line (team), "Saved on this computer");
}

/* The edit stays until somebody has decided otherwise. */
static void
test_one_removes_while_the_other_edits (void)
{
  g_autoptr(TeamFixture) team = team_fixture_new (1280, 820);
  g_autoptr(TambourRecord) goal = share_goal (team);
  AdwDialog *dialog;

  tambour_test_ui_present (team->ui);
  team_fixture_set (team->ui->store, goal, "due", "2027-01-15", TEAM_MIRA, "2026-11-22T20:14:00Z");
  team_fixture_remove (team->other, goal, TEAM_TOMAS, "2026-11-23T16:58:00Z");
  team_fixture_exchange (team);

  assert_both_say (team, goal, "due", "2027-01-15");
  dialog = open_conflict (team);
  g_assert_true (tambour_test_shows (dialog, "One of you removed this while the other changed it. Choose whether it stays."));
  tambour_test_pictures (team->ui->window, "two-laptops-removed");

  tambour_test_press (team->ui->window, "<Alt>Right");
  tambour_test_press (team->ui->window, "<Control>Return");
  record_fixture_wait_gone (team->ui);
  team_fixture_exchange (team);
  assert_both_say (team, goal, "due", NULL);
  g_assert_cmpint (count_open (team->other), ==, 0);
}

static gboolean
has_due (gpointer data)
{
  return strstr (record_fixture_text (record_fixture_dialog (data), "due"), "31") != NULL;
}

/* What is being typed is not lost, and what came is shown beside it. */
static void
test_a_form_is_open_while_something_comes (void)
{
  g_autoptr(TeamFixture) team = team_fixture_new (1280, 820);
  g_autoptr(TambourRecord) goal = share_goal (team);
  AdwDialog *dialog;

  tambour_test_ui_present (team->ui);
  record_fixture_edit (team->ui, goal);
  record_fixture_type (team->ui, "statement", "Guests");
  team_fixture_set (team->other, goal, "statement", "Guest Wi-Fi on its own policy", TEAM_TOMAS, "2026-11-23T16:58:00Z");
  team_fixture_set (team->other, goal, "due", "2027-01-31", TEAM_TOMAS, "2026-11-23T16:58:00Z");
  team_fixture_exchange (team);

  tambour_test_wait (has_due, team->ui);
  dialog = record_fixture_dialog (team->ui);
  g_assert_cmpstr (record_fixture_text (dialog, "statement"), ==, "Guests");
  tambour_test_pictures (team->ui->window, "two-laptops-form");
  record_fixture_save (team->ui);
  team_fixture_exchange (team);
  assert_both_say (team, goal, "statement", "Guests");
  assert_both_say (team, goal, "due", "2027-01-31");
}

static void
put_person (TeamFixture *team,
            const char  *name,
            const char  *sign_in)
{
  g_autoptr(TambourRecord) person = tambour_record_new (TAMBOUR_TYPE_PERSON, NULL);

  tambour_record_set_text (person, "name", name, NULL);
  tambour_record_set_text (person, "sign_in", sign_in, NULL);
  team_fixture_put (team->ui->store, person, TEAM_MIRA, "2026-11-20T09:00:00Z");
}

/* A server takes only the names that people sign in with; they are told by their own. */
static void
test_people_have_names (void)
{
  g_autoptr(TeamFixture) team = team_fixture_new (1280, 820);
  g_autoptr(TambourRecord) goal = share_goal (team);
  AdwDialog *dialog;

  put_person (team, TEAM_MIRA, "mira");
  put_person (team, TEAM_TOMAS, "tomas");
  tambour_test_ui_present (team->ui);
  record_fixture_open (team->ui, goal);
  team_fixture_set (team->ui->store, goal, "due", "2027-01-15", "mira", "2026-11-22T20:14:00Z");
  team_fixture_set (team->other, goal, "due", "2027-01-31", "tomas", "2026-11-23T16:58:00Z");
  team_fixture_exchange (team);

  tambour_test_wait_text (tambour_window_get_page (team->ui->window), "Changed Mon 23 Nov, 08:58 by Tomas Weld");
  g_assert_true (tambour_test_shows (tambour_window_get_page (team->ui->window), "Changed · " TOMAS));
  dialog = open_conflict (team);
  g_assert_true (tambour_test_shows (dialog, "You · Sun 12:14"));
  g_assert_true (tambour_test_shows (dialog, TOMAS " · today 08:58"));
  g_assert_nonnull (tambour_test_find (dialog, GTK_TYPE_BUTTON, "Use All of Yours"));
  g_assert_nonnull (tambour_test_find (dialog, GTK_TYPE_BUTTON, "Use All from \342\201\250Tomas\342\201\251"));
  tambour_test_press (team->ui->window, "Escape");
  record_fixture_wait_gone (team->ui);

  record_fixture_edit (team->ui, goal);
  record_fixture_type (team->ui, "statement", "Guests");
  team_fixture_set (team->ui->store, goal, "statement", "Guest Wi-Fi on its own policy", "tomas", "2026-11-23T16:59:00Z");
  tambour_test_wait_text (record_fixture_dialog (team->ui),
                          "Changed by " TOMAS ", 08:59. What you type stays.");
  tambour_test_picture (team->ui->window, "two-laptops-names");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/two-laptops/different-fields", test_different_fields);
  g_test_add_func ("/two-laptops/the-same-field", test_the_same_field);
  g_test_add_func ("/two-laptops/one-removes-while-the-other-edits", test_one_removes_while_the_other_edits);
  g_test_add_func ("/two-laptops/a-form-is-open-while-something-comes", test_a_form_is_open_while_something_comes);

  g_test_add_func ("/two-laptops/people-have-names", test_people_have_names);

  return g_test_run ();
}
