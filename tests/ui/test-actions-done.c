/* test-actions-done.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "actions-fixture.h"
#include "tambour-action-dialog.h"
#include "tambour-record-page.h"

/* --- what is done --------------------------------------------------------- */

static void
test_tick_and_undo (void)
{
  g_autoptr(TambourTestUi) ui = actions_open_demo (1280, 820);
  g_autoptr(TambourRecord) before = actions_find_action (ui, LATE);
  g_autoptr(TambourRecord) done = NULL;
  g_autoptr(TambourRecord) undone = NULL;

  actions_tick (ui, LATE);
  tambour_test_wait_text (ui->window, "Done: " LATE);
  tambour_test_wait_no_text (actions_get_page (ui), "Overdue · 1");
  done = record_fixture_get (ui, before);
  g_assert_cmpuint (TAMBOUR_ACTION_ITEM (done)->status, ==, TAMBOUR_ACTION_STATUS_DONE);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_text (actions_get_page (ui), "Overdue · 1");
  undone = record_fixture_get (ui, before);
  g_assert_cmpuint (TAMBOUR_ACTION_ITEM (undone)->status, ==, TAMBOUR_ACTION_STATUS_OPEN);
}

static void
test_to_do_again (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();

  actions_put (ui, TAMBOUR_TYPE_ACTION_ITEM, "a", "title", "Send the plan", "account_id", "orla", "status", "done", "done_at", "2026-11-20T17:00:00Z", NULL);
  actions_open_page (ui);
  actions_show (ui, "done");
  actions_tick (ui, "Send the plan");
  tambour_test_wait_text (actions_get_page (ui), "Nothing Is Done Yet");
  actions_show (ui, "ours");
  tambour_test_wait_text (actions_get_page (ui), "Send the plan");
}

static void
test_a_promise_is_kept_or_late (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();
  g_autoptr(TambourCommitment) kept = NULL;
  g_autoptr(TambourCommitment) late = NULL;

  actions_put (ui, TAMBOUR_TYPE_COMMITMENT, "c1", "text", "Visit in winter", "account_id", "orla", "due", "2026-11-23", NULL);
  actions_put (ui, TAMBOUR_TYPE_COMMITMENT, "c2", "text", "Send the report", "account_id", "orla", "due", "2026-11-22", NULL);
  actions_open_page (ui);
  actions_tick (ui, "Visit in winter");
  tambour_test_wait_text (ui->window, "Kept: Visit in winter");
  tambour_test_wait_no_text (actions_get_page (ui), "Visit in winter");
  actions_tick (ui, "Send the report");
  tambour_test_wait_text (ui->window, "Kept late: Send the report");

  kept = actions_get_commitment (ui, "c1");
  g_assert_cmpuint (kept->status, ==, TAMBOUR_COMMITMENT_STATUS_KEPT);
  late = actions_get_commitment (ui, "c2");
  g_assert_cmpuint (late->status, ==, TAMBOUR_COMMITMENT_STATUS_LATE);
  actions_show (ui, "done");
  g_assert_true (tambour_test_shows (actions_get_page (ui), "kept late · Saint Orla · promised"));
}

static void
test_a_promise_is_withdrawn_with_a_reason (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();
  g_autoptr(TambourCommitment) open = NULL;
  g_autoptr(TambourCommitment) withdrawn = NULL;

  actions_put (ui, TAMBOUR_TYPE_COMMITMENT, "c1", "text", "Visit in winter", "account_id", "orla", "due", "2026-11-23", NULL);
  actions_open_page (ui);
  actions_go_to_list (ui);
  actions_ask (ui, "actions.withdraw");
  tambour_test_assert_named (record_fixture_dialog (ui));
  tambour_test_picture (ui->window, "action-withdraw");

  /* Without one it stays open, and says so. */
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "Say why the commitment was withdrawn: the review lists it.");
  open = actions_get_commitment (ui, "c1");
  g_assert_cmpuint (open->status, ==, TAMBOUR_COMMITMENT_STATUS_OPEN);

  /* What is typed is there again. */
  tambour_test_type (ui->window, "They move offices");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);
  actions_ask (ui, "actions.withdraw");
  g_assert_true (tambour_test_shows (record_fixture_dialog (ui), "From your draft"));
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (ui->window, "Withdrawn: Visit in winter");
  withdrawn = actions_get_commitment (ui, "c1");
  g_assert_cmpuint (withdrawn->status, ==, TAMBOUR_COMMITMENT_STATUS_WITHDRAWN);
  g_assert_cmpstr (withdrawn->reason, ==, "They move offices");
  actions_show (ui, "done");
  g_assert_true (tambour_test_shows (actions_get_page (ui), "withdrawn · They move offices · Saint Orla · promised"));
}

/* What was typed is found among the drafts too. */
static void
test_the_draft_of_a_reason (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();

  actions_put (ui, TAMBOUR_TYPE_COMMITMENT, "c1", "text", "Visit in winter", "account_id", "orla", NULL);
  actions_open_page (ui);
  actions_go_to_list (ui);
  actions_ask (ui, "actions.withdraw");
  tambour_test_type (ui->window, "Half a rea");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL);
  tambour_test_wait_text (actions_get_page (ui), "Withdraw Commitment: Visit in winter");
  gtk_widget_activate (gtk_widget_get_ancestor (tambour_test_find (actions_get_page (ui), GTK_TYPE_BUTTON, "Discard This Draft"), GTK_TYPE_LIST_BOX_ROW));
  tambour_test_wait (actions_has_dialog, ui);
  tambour_test_settle ();
  g_assert_true (TAMBOUR_IS_RECORD_PAGE (actions_get_page (ui)));
  g_assert_true (tambour_test_shows (record_fixture_dialog (ui), "From your draft"));
}

static void
test_its_words_stay (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();
  g_autoptr(TambourCommitment) commitment = NULL;
  g_autoptr(TambourCommitment) after = NULL;
  GtkWidget *editor;

  actions_put (ui, TAMBOUR_TYPE_COMMITMENT, "c1", "text", "Visit in winter", "account_id", "orla", "due", "2026-11-23", NULL);
  commitment = actions_get_commitment (ui, "c1");
  tambour_test_ui_present (ui);
  record_fixture_open (ui, TAMBOUR_RECORD (commitment));
  tambour_test_wait_text (actions_get_page (ui), "What was promised stays as it was said: it is kept, or withdrawn with a reason.");
  tambour_test_assert_named (actions_get_page (ui));

  record_fixture_edit (ui, TAMBOUR_RECORD (commitment));
  editor = record_fixture_editor (record_fixture_dialog (ui), "text");
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (editor)));
  g_assert_true (tambour_test_shows (record_fixture_row (record_fixture_dialog (ui), "text"), "Stays as it was when it was made"));
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);

  /* On its page it is settled as easily. */
  g_signal_emit_by_name (tambour_test_find (actions_get_page (ui), GTK_TYPE_BUTTON, "_Keep"), "clicked");
  tambour_test_wait_text (ui->window, "Kept: Visit in winter");
  tambour_test_wait_no_text (actions_get_page (ui), "What was promised stays as it was said: it is kept, or withdrawn with a reason.");
  g_assert_null (tambour_test_find (actions_get_page (ui), GTK_TYPE_BUTTON, "_Keep"));
  after = actions_get_commitment (ui, "c1");
  g_assert_cmpuint (after->status, ==, TAMBOUR_COMMITMENT_STATUS_KEPT);
  g_assert_cmpstr (after->text, ==, "Visit in winter");
}

static void
test_an_action_is_moved (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();
  g_autoptr(TambourRecord) tomorrow = NULL;
  g_autoptr(TambourRecord) monday = NULL;
  g_autoptr(TambourRecord) typed = NULL;

  actions_put (ui, TAMBOUR_TYPE_ACTION_ITEM, "a", "title", "Send the plan", "account_id", "orla", "due", "2026-11-20", NULL);
  actions_open_page (ui);
  actions_go_to_list (ui);
  gtk_widget_activate_action (actions_get_page (ui), "actions.due-tomorrow", NULL);
  tambour_test_wait_text (actions_get_page (ui), "This Week · 1");
  tomorrow = actions_find_action (ui, "Send the plan");
  g_assert_cmpuint (TAMBOUR_ACTION_ITEM (tomorrow)->due.julian, ==, tambour_date_new (2026, 11, 24).julian);

  gtk_widget_activate_action (actions_get_page (ui), "actions.due-next-week", NULL);
  tambour_test_wait_text (actions_get_page (ui), "Later · 1");
  monday = actions_find_action (ui, "Send the plan");
  g_assert_cmpuint (TAMBOUR_ACTION_ITEM (monday)->due.julian, ==, tambour_date_new (2026, 11, 30).julian);

  actions_ask (ui, "actions.move");
  tambour_test_press (ui->window, "<Control>a");
  tambour_test_type (ui->window, "whenever");
  tambour_test_wait_text (record_fixture_dialog (ui), "This takes a day, such as fri");
  tambour_test_press (ui->window, "<Control>Return");
  g_assert_nonnull (record_fixture_dialog (ui));
  tambour_test_press (ui->window, "<Control>a");
  tambour_test_type (ui->window, "fri");
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (actions_get_page (ui), "This Week · 1");
  typed = actions_find_action (ui, "Send the plan");
  g_assert_cmpuint (TAMBOUR_ACTION_ITEM (typed)->due.julian, ==, tambour_date_new (2026, 11, 27).julian);
}

static void
test_an_action_is_handed_over (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();
  g_autoptr(TambourRecord) after = NULL;

  actions_put (ui, TAMBOUR_TYPE_CONTACT, "ruth", "name", "Ruth Alder", "account_id", "orla", NULL);
  actions_put (ui, TAMBOUR_TYPE_ACTION_ITEM, "a", "title", "Send the plan", "account_id", "orla", "due", "2026-11-20", NULL);
  actions_open_page (ui);
  actions_go_to_list (ui);
  actions_ask (ui, "actions.hand-over");
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (actions_get_page (ui), "All Done");
  actions_show (ui, "theirs");
  tambour_test_wait_text (actions_get_page (ui), "Saint Orla · Ruth Alder");
  after = actions_find_action (ui, "Send the plan");
  g_assert_cmpuint (TAMBOUR_ACTION_ITEM (after)->side, ==, TAMBOUR_SIDE_CUSTOMER);
}

static void
test_copy_as_text (void)
{
  g_autoptr(TambourTestUi) ui = actions_open_demo (1280, 820);

  actions_go_to_list (ui);
  tambour_test_press (ui->window, "<Control>c");
  tambour_test_wait_text (ui->window, "Copied");
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TambourPortfolio **portfolio = user_data;
  g_autoptr(GError) error = NULL;

  *portfolio = tambour_portfolio_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
test_reading_only (void)
{
  g_autoptr(TambourTestUi) ui = actions_new_small ();
  g_autoptr(TambourRecord) action = NULL;
  g_autoptr(TambourPortfolio) portfolio = NULL;

  actions_put (ui, TAMBOUR_TYPE_ACTION_ITEM, "a", "title", "Send the plan", "account_id", "orla", "due", "2026-11-20", NULL);
  tambour_portfolio_open_async (tambour_store_get_path (ui->store), TAMBOUR_STORE_READ_ONLY, NULL, opened_cb, &portfolio);
  tambour_test_wait (is_set, &portfolio);
  tambour_portfolio_set_now (portfolio, tambour_portfolio_now (ui->portfolio));
  tambour_test_ui_present (ui);
  tambour_window_set_portfolio (ui->window, portfolio);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>d");
  tambour_test_wait (actions_shows_actions, ui);
  tambour_test_settle ();
  g_assert_false (gtk_widget_is_sensitive (tambour_test_find (actions_find_row (ui, "Send the plan"), GTK_TYPE_CHECK_BUTTON, NULL)));
  actions_go_to_list (ui);
  tambour_test_press (ui->window, "space");
  tambour_test_settle ();
  action = actions_find_action (ui, "Send the plan");
  g_assert_cmpuint (TAMBOUR_ACTION_ITEM (action)->status, ==, TAMBOUR_ACTION_STATUS_OPEN);

  tambour_window_set_portfolio (ui->window, ui->portfolio);
  tambour_test_settle ();
  tambour_portfolio_close (portfolio);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/actions-done/tick-and-undo", test_tick_and_undo);
  g_test_add_func ("/actions-done/to-do-again", test_to_do_again);
  g_test_add_func ("/actions-done/a-promise-is-kept-or-late", test_a_promise_is_kept_or_late);
  g_test_add_func ("/actions-done/a-promise-is-withdrawn-with-a-reason", test_a_promise_is_withdrawn_with_a_reason);
  g_test_add_func ("/actions-done/the-draft-of-a-reason", test_the_draft_of_a_reason);
  g_test_add_func ("/actions-done/its-words-stay", test_its_words_stay);
  g_test_add_func ("/actions-done/an-action-is-moved", test_an_action_is_moved);
  g_test_add_func ("/actions-done/an-action-is-handed-over", test_an_action_is_handed_over);
  g_test_add_func ("/actions-done/copy-as-text", test_copy_as_text);
  g_test_add_func ("/actions-done/reading-only", test_reading_only);

  return g_test_run ();
}
