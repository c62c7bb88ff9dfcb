/* test-cases.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <sys/resource.h>

#include "record-fixture.h"
#include "tambour-buffer.h"
#include "tambour-case-dialog.h"
#include "tambour-case-line-row.h"
#include "tambour-case-page.h"
#include "tambour-cases-page.h"
#include "tambour-life-bar.h"
#include "tambour-test-sql.h"

#define NUMBER "4117"

static TambourRecord *
find_case (TambourTestUi *ui,
           const char    *number)
{
  g_autofree char *expression = g_strdup_printf ("number = %s", number);

  return record_fixture_find (ui, TAMBOUR_TYPE_CASE, expression);
}

static guint
count_events (TambourTestUi *ui,
              const char    *kind)
{
  g_autoptr(TambourRecord) record = find_case (ui, NUMBER);
  g_autofree char *expression = g_strdup_printf ("case_id = %s and kind = %s", record->id, kind);

  return record_fixture_count (ui, TAMBOUR_TYPE_CASE_EVENT, expression);
}

static gpointer
get_page (TambourTestUi *ui)
{
  return tambour_window_get_page (ui->window);
}

static gboolean
shows_a_case (gpointer data)
{
  TambourPage *page = get_page (data);

  return TAMBOUR_IS_CASE_PAGE (page) && tambour_page_is_ready (page);
}

static TambourTestUi *
open_case (int width,
           int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);
  g_autoptr(TambourRecord) record = find_case (ui, NUMBER);

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "case", record->id);
  tambour_test_wait (shows_a_case, ui);
  tambour_test_settle ();

  return ui;
}

static AdwDialog *
get_dialog (TambourTestUi *ui)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window));
}

static gboolean
has_dialog (gpointer data)
{
  AdwDialog *dialog = get_dialog (data);

  return dialog != NULL && TAMBOUR_IS_CASE_DIALOG (dialog);
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

static void
ask (TambourTestUi *ui,
     const char    *action)
{
  g_assert_true (gtk_widget_activate_action (get_page (ui), action, NULL));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
}

static void
save (TambourTestUi *ui)
{
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_settle ();
}

static void
cancel (TambourTestUi *ui)
{
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_settle ();
}

/* --- the case ------------------------------------------------------------- */

static void
test_a_case_is_told (void)
{
  g_autoptr(TambourTestUi) ui = open_case (1280, 1000);
  GtkWidget *page = get_page (ui);

  tambour_test_wait_text (page, "Clinic appliance restarts nightly");
  g_assert_true (tambour_test_shows (page, "Opened Tue 10 Nov 08:05 Chicago by Marcus Feld · reported by email"));
  g_assert_true (tambour_test_shows (page, "42 min"));
  g_assert_true (tambour_test_shows (page, "target 1 business day"));
  g_assert_true (tambour_test_shows (page, "4 h 48 min left"));
  g_assert_true (tambour_test_shows (page, "16:00 Chicago, 14:00 your time"));
  g_assert_true (tambour_test_shows (page, "paused 3 d 5 h, closed 2 d 2 h"));
  g_assert_true (tambour_test_shows (page, "Tomas Reyl to you, Fri 20 Nov 07:40"));
  g_assert_true (tambour_test_shows (page, "Owner: Tomas Reyl → you"));
  g_assert_true (tambour_test_shows (page, "Back from leave · handover note read"));
  g_assert_true (tambour_test_shows (page, "Linked to #4093, Ostermühl Pumpen"));
  g_assert_true (tambour_test_shows (page, "Escalated to Appliance engineering"));
  g_assert_true (tambour_test_shows (page, "You, since today"));
  g_assert_true (tambour_test_shows (page, "Clinic forwarders"));

  /* What was written to the customer stays in the portal. */
  g_assert_true (tambour_test_shows (page, "Case Portal"));
  g_assert_false (tambour_test_shows (page, "Two nights of logs attached."));
  g_assert_null (tambour_test_find (page, GTK_TYPE_BUTTON, "Mark as Read"));
  tambour_test_assert_named (page);
  tambour_test_pictures (ui->window, "case");
}

static void
test_why_a_clock_was_met (void)
{
  g_autoptr(TambourTestUi) ui = open_case (1280, 1000);
  GtkWidget *page = get_page (ui);
  GtkWidget *expander = tambour_test_find (page, GTK_TYPE_EXPANDER, NULL);

  gtk_widget_grab_focus (expander);
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
  tambour_test_wait_text (page, "Met: a person answered on 2026-11-10 06:47 (Los Angeles), and the first response was due on 2026-11-11 06:05 (Los Angeles).");
  g_assert_cmpuint (tambour_test_count (page, TAMBOUR_TYPE_LIFE_BAR), ==, 2);
  tambour_test_assert_named (page);
  tambour_test_picture (ui->window, "case-why");
}

static void
activate_row (TambourTestUi *ui,
              const char    *text)
{
  GtkWidget *label = tambour_test_find (get_page (ui), GTK_TYPE_LABEL, text);

  g_assert_true (gtk_widget_activate (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW)));
}

static void
test_it_leads_on (void)
{
  g_autoptr(TambourTestUi) ui = open_case (1280, 1000);
  g_autoptr(TambourRecord) other = find_case (ui, "4093");

  activate_row (ui, "Linked to #4093, Ostermühl Pumpen");
  tambour_test_wait_text (get_page (ui), "Appliance on the test field restarts at night");
  g_assert_cmpstr (tambour_case_page_get_case (get_page (ui)), ==, other->id);
  gtk_widget_activate_action (get_page (ui), "case.all-fields", NULL);
  tambour_test_wait_text (get_page (ui), "History");
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = open_case (360, 720);

  tambour_test_wait_text (get_page (ui), "Clinic appliance restarts nightly");
  tambour_test_assert_named (get_page (ui));
  tambour_test_picture (ui->window, "case-narrow");
}

static void
test_one_that_is_gone (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "case", "01900000-0000-7000-8000-000000000000");
  tambour_test_wait_text (get_page (ui), "This Case Cannot Be Shown");
}

/* One that was removed is brought back from its history. */
static void
test_one_that_was_removed (void)
{
  g_autoptr(TambourTestUi) ui = open_case (1280, 820);
  g_autoptr(TambourRecord) record = find_case (ui, NUMBER);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (ui->portfolio, "Remove");
  g_autoptr(GError) error = NULL;

  tambour_change_remove (change, record);
  tambour_store_commit (ui->store, change, &error);
  g_assert_no_error (error);
  tambour_test_wait_text (get_page (ui), "This Case Cannot Be Shown");
  tambour_test_assert_named (get_page (ui));
  g_signal_emit_by_name (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "Look for It in the _History"), "clicked");
  tambour_test_settle ();
  g_assert_nonnull (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "_Restore"));
  gtk_widget_activate_action (get_page (ui), "record.restore", NULL);
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.back", NULL);
  tambour_test_wait_text (get_page (ui), "Clinic appliance restarts nightly");
}

/* --- what is done --------------------------------------------------------- */

static void
test_hand_over_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = open_case (1280, 1000);
  g_autoptr(TambourRecord) record = NULL;
  g_autoptr(TambourRecord) after = NULL;

  ask (ui, "case.hand-over");
  tambour_test_assert_named (get_dialog (ui));
  tambour_test_picture (ui->window, "case-hand-over");
  tambour_test_type (ui->window, "Marcus is on leave");
  save (ui);
  tambour_test_wait_text (get_page (ui), "Marcus is on leave");
  record = find_case (ui, NUMBER);
  g_assert_cmpstr (TAMBOUR_CASE (record)->owner_name, !=, "Mira Solberg");
  g_assert_cmpuint (count_events (ui, "handover_note"), ==, 2);

  /* The new owner has to say that they have read it; here that is somebody else’s button too. */
  g_assert_nonnull (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "Mark as Read"));
  gtk_widget_activate_action (get_page (ui), "case.mark-read", NULL);
  tambour_test_wait_text (ui->window, "Handover note read");
  tambour_test_settle ();
  g_assert_cmpuint (count_events (ui, "handover_read"), ==, 2);

  /* One step each. */
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_no_text (get_page (ui), "Marcus is on leave");
  after = find_case (ui, NUMBER);
  g_assert_cmpstr (TAMBOUR_CASE (after)->owner_name, ==, "Mira Solberg");
  g_assert_cmpuint (count_events (ui, "handover_note"), ==, 1);
}

static void
test_escalate_and_pause (void)
{
  g_autoptr(TambourTestUi) ui = open_case (1280, 1000);

  ask (ui, "case.escalate");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (get_dialog (ui), "Say whom the case is escalated to.");
  tambour_test_type (ui->window, "Release team");
  gtk_widget_grab_focus (tambour_test_find (get_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL));
  tambour_test_type (ui->window, "Build is late");
  save (ui);
  tambour_test_wait_text (get_page (ui), "Escalated to Release team");
  gtk_widget_activate_action (get_page (ui), "case.acknowledge", NULL);
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (get_page (ui), "By you · Build is late · taken 09:12"));

  ask (ui, "case.pause");
  tambour_test_type (ui->window, "Their change window");
  save (ui);
  tambour_test_wait_text (get_page (ui), "Their change window");
  ask (ui, "case.resume");
  save (ui);
  g_assert_cmpuint (count_events (ui, "paused"), ==, 2);
  g_assert_cmpuint (count_events (ui, "resumed"), ==, 2);
}

static void
test_promise (void)
{
  g_autoptr(TambourTestUi) ui = open_case (1280, 1000);

  ask (ui, "case.promise");
  tambour_test_type (ui->window, "soon");
  tambour_test_wait_text (get_dialog (ui), "This takes a day and a time, such as tue 16:00");
  for (guint i = 0; i < 4; i++)
    tambour_test_press (ui->window, "BackSpace");
  tambour_test_type (ui->window, "tue 16:00");
  save (ui);
  tambour_test_wait_text (get_page (ui), "Next update promised for Tue 16:00");
  g_assert_true (tambour_test_shows (get_page (ui), "1 d 6 h left"));
}

static char *
dup_note (TambourTestUi *ui)
{
  return tambour_buffer_dup_text (gtk_text_view_get_buffer (tambour_test_find (get_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL)));
}

/* What is typed is there again, also from the list of drafts. */
static void
test_a_draft_is_kept (void)
{
  g_autoptr(TambourTestUi) ui = open_case (1280, 1000);
  g_autofree char *again = NULL;
  g_autofree char *elsewhere = NULL;

  ask (ui, "case.add-entry");
  tambour_test_type (ui->window, "Half a sen");
  cancel (ui);
  ask (ui, "case.add-entry");
  again = dup_note (ui);
  g_assert_cmpstr (again, ==, "Half a sen");
  cancel (ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL);
  tambour_test_wait_text (get_page (ui), "Add Entry #4117");
  gtk_widget_activate (gtk_widget_get_ancestor (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "Discard This Draft"), GTK_TYPE_LIST_BOX_ROW));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  elsewhere = dup_note (ui);
  g_assert_cmpstr (elsewhere, ==, "Half a sen");

  /* Asked twice, it opens once. */
  gtk_widget_activate_action (get_page (ui), "case.add-entry", NULL);
  tambour_test_settle ();
  g_assert_cmpuint (tambour_test_count (ui->window, TAMBOUR_TYPE_CASE_DIALOG), ==, 1);

  /* Once it is saved there is no draft any more. */
  save (ui);
  ask (ui, "case.add-entry");
  g_free (elsewhere);
  elsewhere = dup_note (ui);
  g_assert_cmpstr (elsewhere, ==, "");

  /* Nor is there one of what is empty again. */
  tambour_test_type (ui->window, "x");
  tambour_test_press (ui->window, "BackSpace");
  cancel (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL);
  tambour_test_wait_text (get_page (ui), "No Drafts");
}

/* What cannot be written stays in its dialog, and among the drafts. */
static void
test_a_full_disk_loses_nothing (void)
{
  g_autoptr(TambourTestUi) ui = open_case (1280, 1000);
  struct rlimit before, small;
  g_autofree char *kept = NULL;

  ask (ui, "case.hand-over");
  adw_combo_row_set_selected (tambour_test_find (get_dialog (ui), ADW_TYPE_COMBO_ROW, NULL), 2);
  tambour_test_type (ui->window, "Marcus is away");
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 1;
  setrlimit (RLIMIT_FSIZE, &small);
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_settle ();
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_true (has_dialog (ui));
  kept = dup_note (ui);
  g_assert_cmpstr (kept, ==, "Marcus is away");
  g_assert_cmpuint (count_events (ui, "handover_note"), ==, 1);

  /* Who was to get it is kept with it. */
  cancel (ui);
  ask (ui, "case.hand-over");
  g_assert_cmpuint (adw_combo_row_get_selected (tambour_test_find (get_dialog (ui), ADW_TYPE_COMBO_ROW, NULL)), ==, 2);
  save (ui);
  g_assert_cmpuint (count_events (ui, "handover_note"), ==, 2);
}

/* --- the place ------------------------------------------------------------ */

static gboolean
is_ready (gpointer data)
{
  TambourPage *page = get_page (data);

  return TAMBOUR_IS_CASES_PAGE (page) && tambour_page_is_ready (page);
}

static TambourTestUi *
open_place (TambourTestUi *ui)
{
  tambour_test_ui_present (ui);
  tambour_test_press (ui->window, "<Control>2");
  tambour_test_wait (is_ready, ui);
  tambour_test_settle ();

  return ui;
}

static AdwNavigationSplitView *
get_split (TambourTestUi *ui)
{
  return tambour_test_find (get_page (ui), ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL);
}

static void
test_the_place (void)
{
  g_autoptr(TambourTestUi) ui = open_place (tambour_test_ui_new_demo (1280, 820));
  GtkWidget *page = get_page (ui);

  tambour_test_wait_text (page, "Needs an answer · 5");
  g_assert_true (tambour_test_shows (page, "Being worked on · 4"));
  g_assert_true (tambour_test_shows (page, "Waiting for customer · 1"));
  g_assert_true (tambour_test_shows (page, "10 open, 1 waiting"));

  /* What cannot wait is chosen, and the sidebar says how many are open. */
  tambour_test_wait_text (page, "Opened today 11:51 Toronto by Dana Whitlock · reported by phone");
  g_assert_true (tambour_test_shows (ui->window, "10"));
  tambour_test_assert_named (page);
  tambour_test_pictures (ui->window, "cases");
}

static GtkListView *
get_list (TambourTestUi *ui)
{
  return tambour_test_find (get_page (ui), GTK_TYPE_LIST_VIEW, NULL);
}

static void
test_one_is_chosen (void)
{
  g_autoptr(TambourTestUi) ui = open_place (tambour_test_ui_new_demo (1280, 820));
  GtkSelectionModel *model = gtk_list_view_get_model (get_list (ui));
  g_autoptr(TambourRecord) record = NULL;

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (model), 5);
  tambour_test_wait_text (get_page (ui), "Opened Tue 10 Nov 08:05 Chicago by Marcus Feld · reported by email");

  /* It stays, though it stands elsewhere once it waits. */
  record = find_case (ui, NUMBER);
  TAMBOUR_CASE (record)->status = TAMBOUR_CASE_STATUS_WAITING_CUSTOMER;
  tambour_test_ui_put (ui, record);
  tambour_test_wait_text (get_page (ui), "Waiting for customer · 2");
  tambour_test_settle ();
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)), >, 5);
  g_assert_true (tambour_test_shows (get_page (ui), "Opened Tue 10 Nov 08:05 Chicago by Marcus Feld · reported by email"));
}

static void
set_shown (TambourTestUi *ui,
           const char    *name)
{
  adw_toggle_group_set_active_name (tambour_test_find (get_page (ui), ADW_TYPE_TOGGLE_GROUP, NULL), name);
  tambour_test_settle ();
}

/* Those of all accounts, the highest first, with what is asked of whom. */
static void
test_escalated (void)
{
  g_autoptr(TambourTestUi) ui = open_place (tambour_test_ui_new_demo (1280, 820));
  GtkWidget *page = get_page (ui);
  g_autoptr(TambourRecord) escalation = NULL;

  set_shown (ui, "escalated");
  g_assert_cmpuint (tambour_test_count (page, TAMBOUR_TYPE_CASE_LINE_ROW), ==, 2);
  g_assert_true (tambour_test_shows (page, "Level 3 · 1"));
  g_assert_true (tambour_test_shows (page, "Level 2 · 1"));
  g_assert_true (tambour_test_shows (page, "#4119 · Skarvik Air"));
  g_assert_true (tambour_test_shows (page, "Priscilla Oduya since today"));
  g_assert_true (tambour_test_shows (page, "One engineer for the gateway until the cut-over"));
  tambour_test_assert_named (page);
  tambour_test_pictures (ui->window, "escalations");

  escalation = record_fixture_find (ui, TAMBOUR_TYPE_ESCALATION, "owner = \"Appliance engineering\" and deescalated_at = \"\"");
  TAMBOUR_ESCALATION (escalation)->acknowledged_at.seconds = TAMBOUR_NEVER;
  tambour_test_ui_put (ui, escalation);
  tambour_test_wait_text (page, "Appliance engineering since 11 Nov, not taken");

  TAMBOUR_ESCALATION (escalation)->deescalated_at = tambour_portfolio_now (ui->portfolio);
  tambour_test_ui_put (ui, escalation);
  tambour_test_wait_no_text (page, "Level 2 · 1");
  g_assert_cmpuint (tambour_test_count (page, TAMBOUR_TYPE_CASE_LINE_ROW), ==, 1);
}

static void
test_waiting_and_closed (void)
{
  g_autoptr(TambourTestUi) ui = open_place (tambour_test_ui_new_demo (1280, 820));

  set_shown (ui, "waiting");
  g_assert_cmpuint (tambour_test_count (get_page (ui), TAMBOUR_TYPE_CASE_LINE_ROW), ==, 1);
  set_shown (ui, "closed");
  g_assert_true (tambour_test_shows (get_page (ui), "All Closed Cases"));
  tambour_test_picture (ui->window, "cases-closed");
  gtk_widget_activate_action (get_page (ui), "cases.all-closed", NULL);
  tambour_test_settle ();
  g_assert_false (TAMBOUR_IS_CASES_PAGE (get_page (ui)));
}

static void
test_filter (void)
{
  g_autoptr(TambourTestUi) ui = open_place (tambour_test_ui_new_demo (1280, 820));

  tambour_test_press (ui->window, "<Control>f");
  tambour_test_type (ui->window, "osterm");
  tambour_test_wait_no_text (get_page (ui), "Needs an answer · 5");
  tambour_test_settle ();
  g_assert_cmpuint (tambour_test_count (get_page (ui), TAMBOUR_TYPE_CASE_LINE_ROW), ==, 3);
  tambour_test_type (ui->window, "xyz");
  tambour_test_wait_text (get_page (ui), "No Case Like That");
  for (guint i = 0; i < 9; i++)
    tambour_test_press (ui->window, "BackSpace");
  tambour_test_type (ui->window, "#4117");
  tambour_test_wait_text (get_page (ui), "Being worked on · 1");
}

static void
test_narrow_place (void)
{
  g_autoptr(TambourTestUi) ui = open_place (tambour_test_ui_new_demo (360, 720));

  g_assert_true (adw_navigation_split_view_get_collapsed (get_split (ui)));
  g_assert_false (adw_navigation_split_view_get_show_content (get_split (ui)));
  tambour_test_picture (ui->window, "cases-narrow");

  g_signal_emit_by_name (get_list (ui), "activate", 0);
  tambour_test_settle ();
  g_assert_true (adw_navigation_split_view_get_show_content (get_split (ui)));
  tambour_test_assert_named (get_page (ui));
}

static void
test_empty (void)
{
  g_autoptr(TambourTestUi) ui = open_place (tambour_test_ui_new (1280, 820));

  tambour_test_wait_text (get_page (ui), "No Case Is Open");
  g_assert_true (tambour_test_shows (get_page (ui), "No Case Is Chosen"));
  set_shown (ui, "waiting");
  tambour_test_wait_text (get_page (ui), "No Case Waits for Anybody");
  set_shown (ui, "closed");
  tambour_test_wait_text (get_page (ui), "No Case Has Been Closed");
  tambour_test_assert_named (get_page (ui));
}

static void
test_error (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  const char *path = tambour_store_get_path (ui->store);

  tambour_test_ui_present (ui);
  tambour_test_settle ();
  tambour_test_sql (path, "ALTER TABLE case_events RENAME TO lost");
  tambour_test_press (ui->window, "<Control>2");
  tambour_test_wait_text (get_page (ui), "The Cases Could Not Be Read");
  tambour_test_sql (path, "ALTER TABLE lost RENAME TO case_events");
  gtk_widget_activate_action (get_page (ui), "cases.try-again", NULL);
  tambour_test_wait_text (get_page (ui), "Needs an answer · 5");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/cases/a-case-is-told", test_a_case_is_told);
  g_test_add_func ("/cases/why-a-clock-was-met", test_why_a_clock_was_met);
  g_test_add_func ("/cases/it-leads-on", test_it_leads_on);
  g_test_add_func ("/cases/narrow", test_narrow);
  g_test_add_func ("/cases/one-that-is-gone", test_one_that_is_gone);
  g_test_add_func ("/cases/one-that-was-removed", test_one_that_was_removed);
  g_test_add_func ("/cases/hand-over-by-keyboard", test_hand_over_by_keyboard);
  g_test_add_func ("/cases/escalate-and-pause", test_escalate_and_pause);
  g_test_add_func ("/cases/promise", test_promise);
  g_test_add_func ("/cases/a-draft-is-kept", test_a_draft_is_kept);
  g_test_add_func ("/cases/a-full-disk-loses-nothing", test_a_full_disk_loses_nothing);
  g_test_add_func ("/cases/the-place", test_the_place);
  g_test_add_func ("/cases/one-is-chosen", test_one_is_chosen);
  g_test_add_func ("/cases/escalated", test_escalated);
  g_test_add_func ("/cases/waiting-and-closed", test_waiting_and_closed);
  g_test_add_func ("/cases/filter", test_filter);
  g_test_add_func ("/cases/narrow-place", test_narrow_place);
  g_test_add_func ("/cases/empty", test_empty);
  g_test_add_func ("/cases/error", test_error);

  return g_test_run ();
}
