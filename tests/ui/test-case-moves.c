/* test-case-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-case-moves.h"
#include "tambour-case-page.h"
#include "tambour-case.h"
#include "tambour-engagement.h"
#include "tambour-people.h"
#include "tambour-record-page.h"

#define NUMBER "4117"

static TambourRecord *
find_case (TambourTestUi *ui)
{
  return record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = " NUMBER);
}

static guint
count_events (TambourTestUi *ui,
              const char    *kind)
{
  g_autoptr(TambourRecord) record = find_case (ui);
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

static void
show_case (TambourTestUi *ui)
{
  g_autoptr(TambourRecord) record = find_case (ui);

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "case", record->id);
  tambour_test_wait (shows_a_case, ui);
  tambour_test_settle ();
}

static TambourTestUi *
open_case (void)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (1280, 1000);

  show_case (ui);

  return ui;
}

static gboolean
has_dialog (gpointer data)
{
  return record_fixture_dialog (data) != NULL;
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
close_with (TambourTestUi *ui,
            const char    *key)
{
  tambour_test_press (ui->window, key);
  record_fixture_wait_gone (ui);
}

static GtkWidget *
find_row (TambourTestUi *ui,
          const char    *title)
{
  return tambour_test_find (record_fixture_dialog (ui), ADW_TYPE_PREFERENCES_ROW, title);
}

/* --- the root cause -------------------------------------------------------- */

static TambourRootCause *
find_cause (TambourTestUi *ui)
{
  g_autoptr(TambourRecord) record = find_case (ui);
  g_autofree char *expression = g_strdup_printf ("id = %s", TAMBOUR_CASE (record)->root_cause_id.id);

  return TAMBOUR_CASE (record)->root_cause_id.id ? TAMBOUR_ROOT_CAUSE (record_fixture_find (ui, TAMBOUR_TYPE_ROOT_CAUSE, expression)) : NULL;
}

static gboolean
has_no_cause (gpointer data)
{
  g_autoptr(TambourRecord) record = find_case (data);

  return TAMBOUR_CASE (record)->root_cause_id.id == NULL;
}

static void
set_cause (TambourTestUi *ui,
           const char    *title,
           guint          cause_class,
           const char    *fix)
{
  ask (ui, "case.root-cause");
  gtk_editable_set_text (GTK_EDITABLE (find_row (ui, "What It Came From")), title);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (ui, "Cause Class")), cause_class);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL)), fix, -1);
  close_with (ui, "<Control>Return");
}

static void
test_the_root_cause_is_set (void)
{
  g_autoptr(TambourTestUi) ui = open_case ();
  g_autoptr(TambourRootCause) cause = NULL;
  g_autoptr(TambourRootCause) same = NULL;
  guint n = record_fixture_count (ui, TAMBOUR_TYPE_ROOT_CAUSE, NULL);

  g_assert_true (has_no_cause (ui));
  ask (ui, "case.root-cause");
  tambour_test_assert_named (record_fixture_dialog (ui));
  tambour_test_picture (ui->window, "case-root-cause");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "Say what the case came from.");
  close_with (ui, "Escape");

  set_cause (ui, "Log <b>rotation</b>", TAMBOUR_CAUSE_CLASS_CONFIG, "Rotate by size");
  tambour_test_wait_text (get_page (ui), "Root cause: Log <b>rotation</b>");
  tambour_test_wait_text (get_page (ui), "Log <b>rotation</b>");
  cause = find_cause (ui);
  g_assert_cmpstr (cause->title, ==, "Log <b>rotation</b>");
  g_assert_cmpstr (cause->fix, ==, "Rotate by size");
  g_assert_cmpuint (cause->cause_class, ==, TAMBOUR_CAUSE_CLASS_CONFIG);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ROOT_CAUSE, NULL), ==, n + 1);
  g_assert_cmpuint (count_events (ui, "root_cause"), ==, 1);
  tambour_test_pictures (ui->window, "case-root-cause-set");

  /* What is known of it is there when it is said anew; the same title is the same cause. */
  ask (ui, "case.root-cause");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (ui, "What It Came From"))), ==, "Log <b>rotation</b>");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (ui, "Cause Class"))), ==, TAMBOUR_CAUSE_CLASS_CONFIG);
  close_with (ui, "Escape");
  set_cause (ui, "log <B>Rotation</b>", TAMBOUR_CAUSE_CLASS_HUMAN, "Rotate by size");
  same = find_cause (ui);
  g_assert_cmpstr (TAMBOUR_RECORD (same)->id, ==, TAMBOUR_RECORD (cause)->id);
  g_assert_cmpuint (same->cause_class, ==, TAMBOUR_CAUSE_CLASS_HUMAN);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ROOT_CAUSE, NULL), ==, n + 1);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait (has_no_cause, ui);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ROOT_CAUSE, NULL), ==, n);
  g_assert_cmpuint (count_events (ui, "root_cause"), ==, 0);
}

/* --- the note for the next owner ------------------------------------------- */

static void
hand_over (TambourTestUi *ui)
{
  ask (ui, "case.hand-over");
  tambour_test_type (ui->window, "Marcus is on leave");
  close_with (ui, "<Control>Return");
  tambour_test_wait_text (get_page (ui), "Marcus is on leave");
  tambour_test_settle ();
}

/* As from another computer. */
static void
move_as_tomas (TambourTestUi       *ui,
               TambourCaseMoveKind  kind,
               const char          *person_id,
               const char          *text)
{
  g_autoptr(TambourCaseMove) move = g_new0 (TambourCaseMove, 1);
  g_autoptr(TambourChange) change = tambour_change_new ("Tomas Reyl", "Test");
  g_autoptr(TambourRecord) record = find_case (ui);
  g_autoptr(GError) error = NULL;

  move->kind = kind;
  move->case_id = g_strdup (record->id);
  move->by = g_strdup ("Tomas Reyl");
  move->person_id = g_strdup (person_id);
  move->text = g_strdup (text);
  move->due.seconds = TAMBOUR_NEVER;
  tambour_case_move_fill (move, ui->store, tambour_portfolio_now (ui->portfolio), change, &error);
  g_assert_no_error (error);
  tambour_store_commit (ui->store, change, &error);
  g_assert_no_error (error);
}

static gboolean
can_edit_note (gpointer data)
{
  return tambour_test_find (get_page (data), GTK_TYPE_BUTTON, "Change…") != NULL;
}

static gboolean
cannot_edit_note (gpointer data)
{
  return !can_edit_note (data);
}

static void
test_a_note_is_changed_until_it_is_read (void)
{
  g_autoptr(TambourTestUi) ui = open_case ();

  hand_over (ui);
  g_assert_true (can_edit_note (ui));
  tambour_test_assert_named (get_page (ui));
  tambour_test_pictures (ui->window, "case-note");
  g_signal_emit_by_name (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "Change…"), "clicked");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (record_fixture_dialog (ui), "What They Should Know"));
  tambour_test_press (ui->window, "<Control>End");
  tambour_test_type (ui->window, " until Friday");
  tambour_test_picture (ui->window, "case-note-change");
  close_with (ui, "<Control>Return");
  tambour_test_wait_text (get_page (ui), "Marcus is on leave until Friday");
  g_assert_cmpuint (count_events (ui, "handover_note"), ==, 3);

  /* Each step is taken back for itself. */
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_no_text (get_page (ui), "Marcus is on leave until Friday");
  g_assert_true (tambour_test_shows (get_page (ui), "Marcus is on leave"));

  /* Whoever opened the dialog before it was read is told so, and loses nothing. */
  ask (ui, "case.edit-note");
  tambour_test_press (ui->window, "<Control>End");
  tambour_test_type (ui->window, " too late");
  move_as_tomas (ui, TAMBOUR_CASE_MOVE_READ, NULL, NULL);
  tambour_test_wait (cannot_edit_note, ui);
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "The note has been read meanwhile: add an entry instead.");
  g_assert_cmpuint (count_events (ui, "handover_note"), ==, 2);
  close_with (ui, "Escape");
}

static void
test_who_did_not_write_it_cannot_change_it (void)
{
  g_autoptr(TambourTestUi) ui = open_case ();
  g_autoptr(TambourRecord) tomas = record_fixture_find (ui, TAMBOUR_TYPE_PERSON, "name = \"Tomas Reyl\"");

  move_as_tomas (ui, TAMBOUR_CASE_MOVE_HAND_OVER, tomas->id, "I go on with it");
  tambour_test_wait_text (get_page (ui), "I go on with it");
  g_assert_nonnull (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "Mark as Read"));
  g_assert_false (can_edit_note (ui));
}

/* --- what it leads to ------------------------------------------------------ */

static void
test_its_incident_is_shown (void)
{
  g_autoptr(TambourTestUi) ui = open_case ();
  g_autoptr(TambourRecord) record = find_case (ui);
  g_autoptr(TambourRecord) incident = tambour_record_new (TAMBOUR_TYPE_INCIDENT, NULL);
  GtkWidget *label;

  g_assert_false (tambour_test_shows (get_page (ui), "Incident"));
  g_set_str (&incident->account_id.id, record->account_id.id);
  TAMBOUR_INCIDENT (incident)->service = g_strdup ("Radiology lookups");
  TAMBOUR_INCIDENT (incident)->impact_start.seconds = 1790000000;
  tambour_test_ui_put (ui, incident);
  g_set_str (&TAMBOUR_CASE (record)->incident_id.id, incident->id);
  tambour_test_ui_put (ui, record);
  tambour_test_wait_text (get_page (ui), "Incident");
  label = tambour_test_find (get_page (ui), GTK_TYPE_LABEL, "Radiology lookups");
  gtk_widget_activate (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
  tambour_test_settle ();
  g_assert_true (TAMBOUR_IS_RECORD_PAGE (get_page (ui)));
  tambour_test_wait_text (get_page (ui), "Radiology lookups");
}

static void
test_an_action_names_its_case (void)
{
  g_autoptr(TambourTestUi) ui = open_case ();
  g_autoptr(TambourRecord) record = find_case (ui);
  g_autoptr(TambourRecord) action = NULL;

  ask (ui, "case.new-action");
  tambour_test_type (ui->window, "Send the second log");
  record_fixture_save (ui);
  action = record_fixture_find (ui, TAMBOUR_TYPE_ACTION_ITEM, "title = \"Send the second log\"");
  g_assert_cmpstr (TAMBOUR_ACTION_ITEM (action)->case_id.id, ==, record->id);
  g_assert_cmpstr (action->account_id.id, ==, record->account_id.id);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "action_item", action->id);
  tambour_test_wait_text (get_page (ui), "Send the second log");
  tambour_test_settle ();
  tambour_test_picture (ui->window, "case-action");
}

static void
show_number (TambourTestUi *ui,
             const char    *number)
{
  g_autofree char *expression = g_strdup_printf ("number = %s", number);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, expression);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "case", record->id);
  tambour_test_wait (shows_a_case, ui);
  tambour_test_settle ();
}

/* One escalation stands on the page of each of its cases. */
static void
test_cases_are_escalated_together (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 1000);
  GtkWidget *view;

  tambour_test_ui_present (ui);
  show_number (ui, "4126");
  ask (ui, "case.escalate");
  tambour_test_assert_named (record_fixture_dialog (ui));
  gtk_editable_set_text (GTK_EDITABLE (find_row (ui, "Escalate To")), "Appliance engineering");
  gtk_editable_set_text (GTK_EDITABLE (find_row (ui, "Together with Cases, by Number")), "#4102, 1");
  view = tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_true (gtk_widget_grab_focus (view));
  tambour_test_type (ui->window, "Same ward, same night");
  tambour_test_picture (ui->window, "case-escalate");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "There is no case #1 here.");

  gtk_editable_set_text (GTK_EDITABLE (find_row (ui, "Together with Cases, by Number")), "#4102");
  close_with (ui, "<Control>Return");
  tambour_test_wait_text (get_page (ui), "Escalated to Appliance engineering");
  show_number (ui, "4102");
  tambour_test_wait_text (get_page (ui), "Escalated to Appliance engineering");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_no_text (get_page (ui), "Escalated to Appliance engineering");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/case-moves/the-root-cause-is-set", test_the_root_cause_is_set);
  g_test_add_func ("/case-moves/cases-are-escalated-together", test_cases_are_escalated_together);
  g_test_add_func ("/case-moves/a-note-is-changed-until-it-is-read", test_a_note_is_changed_until_it_is_read);
  g_test_add_func ("/case-moves/who-did-not-write-it-cannot-change-it", test_who_did_not_write_it_cannot_change_it);
  g_test_add_func ("/case-moves/its-incident-is-shown", test_its_incident_is_shown);
  g_test_add_func ("/case-moves/an-action-names-its-case", test_an_action_names_its_case);

  return g_test_run ();
}
