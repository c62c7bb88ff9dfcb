/* test-call.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-fixture.h"
#include "record-fixture.h"
#include "tambour-call-dialog.h"
#include "tambour-draft-keeper.h"
#include "tambour-engagement.h"
#include "tambour-roadmap.h"

/* 60 words a minute are 5 keys a second; 30 seconds are so many keys. */
#define KEYS_IN_30_SECONDS 150

/* A routine call with two actions, a commitment and a feature request, by keyboard
 * alone, in fewer keys than one types in half a minute.
 */
static void
test_a_routine_call_by_keyboard (void)
{
  static const char * const lines[] = {
    "[] Send figures @me !fri", "[] Open Birch St @marcus !+9d", "> New pair by May !05-01", "? Alert on silence", NULL,
  };
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  guint n_actions = record_fixture_count (ui, TAMBOUR_TYPE_ACTION_ITEM, "due >= 2020-01-01");
  guint n_calls = record_fixture_count (ui, TAMBOUR_TYPE_ENGAGEMENT, "status = held");
  g_autoptr(TambourRecord) action = NULL;
  g_autoptr(TambourRecord) theirs = NULL;
  g_autoptr(TambourRecord) request = NULL;
  g_autoptr(TambourRecord) promise = NULL;
  guint n_keys = 4; /* with Control, to open it and to save it */

  call_fixture_open_dialog (ui);
  n_keys += call_fixture_type (ui, lines);
  tambour_test_wait_text (call_fixture_dialog (ui), "New feature request");
  tambour_test_wait_text (call_fixture_dialog (ui), "We promise · Sat 1 May 2027");
  tambour_test_wait_text (call_fixture_dialog (ui), "Marcus Feld · Wed 2 Dec");
  tambour_test_wait_text (call_fixture_dialog (ui), "5 records");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (call_fixture_has_no_dialog, ui);
  tambour_test_wait_text (ui->window, "Call logged");
  g_assert_cmpuint (n_keys, <=, KEYS_IN_30_SECONDS);

  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ENGAGEMENT, "status = held"), ==, n_calls + 1);
  action = record_fixture_find (ui, TAMBOUR_TYPE_ACTION_ITEM, "title = \"Send figures\"");
  theirs = record_fixture_find (ui, TAMBOUR_TYPE_ACTION_ITEM, "title = \"Open Birch St\"");
  request = record_fixture_find (ui, TAMBOUR_TYPE_FEATURE_REQUEST, "title = \"Alert on silence\"");
  promise = record_fixture_find (ui, TAMBOUR_TYPE_COMMITMENT, "text = \"New pair by May\"");
  g_assert_cmpstr (TAMBOUR_ACTION_ITEM (action)->owner, ==, "Mira Solberg");
  g_assert_cmpuint (TAMBOUR_ACTION_ITEM (theirs)->side, ==, TAMBOUR_SIDE_CUSTOMER);

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_settle ();
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ENGAGEMENT, "status = held"), ==, n_calls);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ACTION_ITEM, "due >= 2020-01-01"), ==, n_actions);
}

/* What is typed comes back, whether the dialog was closed or the program gone. */
static void
test_a_draft_is_kept (void)
{
  static const char * const lines[] = { "Signed", "[] Send figures @me", NULL };
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  g_autofree char *kept = NULL;
  g_autofree char *empty = NULL;

  call_fixture_open_dialog (ui);
  call_fixture_type (ui, lines);
  tambour_test_wait_text (call_fixture_dialog (ui), "Draft kept on this computer");
  call_fixture_close_dialog (ui);

  call_fixture_open_dialog (ui);
  kept = call_fixture_dup_minutes (ui);
  g_assert_cmpstr (kept, ==, "Signed\n[] Send figures @me");
  tambour_test_wait_text (call_fixture_dialog (ui), "Send figures");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (call_fixture_has_no_dialog, ui);
  tambour_test_settle ();

  call_fixture_open_dialog (ui);
  empty = call_fixture_dup_minutes (ui);
  g_assert_cmpstr (empty, ==, "");
}

/* Two calls of one account that nobody has saved: both are kept. */
static void
test_no_draft_takes_the_place_of_another (void)
{
  static const char * const first[] = { "First", NULL };
  static const char * const second[] = { "Second", NULL };
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  g_autoptr(TambourRecord) other = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Skarvik Air\"");
  g_autoptr(GPtrArray) drafts = NULL;
  GtkDropDown *accounts;
  guint position;

  call_fixture_open_dialog (ui);
  accounts = tambour_test_find (call_fixture_dialog (ui), GTK_TYPE_DROP_DOWN, NULL);
  position = gtk_drop_down_get_selected (accounts);
  call_fixture_type (ui, first);
  call_fixture_close_dialog (ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.log-call-with", "s", other->id);
  tambour_test_wait (call_fixture_has_dialog, ui);
  tambour_test_settle ();
  call_fixture_type (ui, second);
  gtk_drop_down_set_selected (tambour_test_find (call_fixture_dialog (ui), GTK_TYPE_DROP_DOWN, NULL), position);
  call_fixture_close_dialog (ui);

  drafts = tambour_draft_keeper_merge (tambour_draft_keeper_get (ui->portfolio), tambour_drafts_list (ui->store, NULL));
  g_assert_cmpuint (drafts->len, ==, 2);
  for (guint i = 0; i < drafts->len; i++)
    g_assert_cmpstr (((TambourDraft *) g_ptr_array_index (drafts, i))->account_id, !=, other->id);
}

static void
test_a_draft_is_among_the_drafts (void)
{
  static const char * const lines[] = { "Signed", NULL };
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  g_autofree char *kept = NULL;

  call_fixture_open_dialog (ui);
  call_fixture_type (ui, lines);
  call_fixture_close_dialog (ui);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL));
  tambour_test_wait_text (ui->window, "Call with " CALL_FIXTURE_ACCOUNT);
  gtk_widget_activate (gtk_widget_get_ancestor (tambour_test_find (ui->window, GTK_TYPE_WIDGET, "Call with " CALL_FIXTURE_ACCOUNT), GTK_TYPE_LIST_BOX_ROW));
  tambour_test_wait (call_fixture_has_dialog, ui);
  tambour_test_settle ();
  kept = call_fixture_dup_minutes (ui);
  g_assert_cmpstr (kept, ==, "Signed");
}

/* A goal that keeps its day is not told as if it moved. */
static void
test_a_goal_moves_or_not (void)
{
  static const char * const lines[] = { "goal \"Guest Wi-Fi on its own policy\" due 2027-01-15", NULL };
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);

  call_fixture_open_dialog (ui);
  call_fixture_type (ui, lines);
  tambour_test_wait_text (call_fixture_dialog (ui), "Due Fri 15 Jan 2027, as before");
  tambour_test_press (ui->window, "BackSpace");
  tambour_test_type (ui->window, "8");
  tambour_test_wait_text (call_fixture_dialog (ui), "Due Fri 15 Jan 2027 → Mon 18 Jan 2027");
}

/* What is no time is said, and keeps the call from being saved until it is one. */
static void
test_a_wrong_time_is_said (void)
{
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  GtkWidget *entry;

  call_fixture_open_dialog (ui);
  entry = tambour_test_find (call_fixture_dialog (ui), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "noonish");
  tambour_test_wait_text (call_fixture_dialog (ui), "This takes a time, such as today 11:30 or fri 9 am");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_settle ();
  g_assert_true (call_fixture_has_dialog (ui));

  gtk_editable_set_text (GTK_EDITABLE (entry), "today 8:00");
  tambour_test_wait_no_text (call_fixture_dialog (ui), "This takes a time, such as today 11:30 or fri 9 am");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (call_fixture_has_no_dialog, ui);
}

/* A row leads to the line that it comes from. */
static void
test_a_row_leads_to_its_line (void)
{
  static const char * const lines[] = { "One", "[] Two", "? Three", NULL };
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  GtkTextView *view;
  GtkTextIter iter;

  call_fixture_open_dialog (ui);
  call_fixture_type (ui, lines);
  tambour_test_wait_text (call_fixture_dialog (ui), "Three");
  view = tambour_test_find (call_fixture_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_widget_activate (gtk_widget_get_ancestor (tambour_test_find (call_fixture_dialog (ui), GTK_TYPE_WIDGET, "Two"), GTK_TYPE_LIST_BOX_ROW));
  gtk_text_buffer_get_iter_at_mark (gtk_text_view_get_buffer (view), &iter, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)));
  g_assert_cmpint (gtk_text_iter_get_line (&iter), ==, 1);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (view)));
}

static void
test_without_an_account (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);

  tambour_test_ui_present (ui);
  tambour_test_press (ui->window, "<Control>l");
  tambour_test_wait_text (ui->window, "Add an account first");
  g_assert_false (call_fixture_has_dialog (ui));
}

static void
test_narrow (void)
{
  static const char * const lines[] = { "[] Send figures @me !fri", NULL };
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (360);

  call_fixture_open_dialog (ui);
  call_fixture_type (ui, lines);
  tambour_test_wait_text (call_fixture_dialog (ui), "Send figures");
  tambour_test_assert_named (call_fixture_dialog (ui));
  tambour_test_picture (ui->window, "call-narrow");
}

static void
test_hostile (void)
{
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  GtkTextView *view;

  call_fixture_open_dialog (ui);
  view = tambour_test_find (call_fixture_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "- [ ] <b>%s</b> & \"x\" @<i>\n? مرحبا @dora\n#9999 <u>", -1);
  tambour_test_wait_text (call_fixture_dialog (ui), "<b>%s</b> & \"x\" @<i>");
  tambour_test_wait_text (call_fixture_dialog (ui), "مرحبا");
  tambour_test_picture (ui->window, "call-hostile");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/call/a-routine-call-by-keyboard", test_a_routine_call_by_keyboard);
  g_test_add_func ("/call/a-draft-is-kept", test_a_draft_is_kept);
  g_test_add_func ("/call/no-draft-takes-the-place-of-another", test_no_draft_takes_the_place_of_another);
  g_test_add_func ("/call/a-draft-is-among-the-drafts", test_a_draft_is_among_the_drafts);
  g_test_add_func ("/call/a-goal-moves-or-not", test_a_goal_moves_or_not);
  g_test_add_func ("/call/a-wrong-time-is-said", test_a_wrong_time_is_said);
  g_test_add_func ("/call/a-row-leads-to-its-line", test_a_row_leads_to_its_line);
  g_test_add_func ("/call/without-an-account", test_without_an_account);
  g_test_add_func ("/call/narrow", test_narrow);
  g_test_add_func ("/call/hostile", test_hostile);

  return g_test_run ();
}
