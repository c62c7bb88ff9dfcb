/* test-conflict-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-conflict-block.h"
#include "tambour-conflict-dialog.h"
#include "tambour-drafts.h"
#include "tambour-sync-line.h"

#define MIRA  "Mira Solberg"
#define TOMAS "Tomas Weld"
#define OPEN  "settled_at = \"\""

static void
set (gpointer    record,
     const char *field,
     const char *text)
{
  g_autoptr(GError) error = NULL;

  tambour_record_set_text (record, field, text, &error);
  g_assert_no_error (error);
}

/* What replication makes of two laptops that have written one field. */
static void
put_conflict (TambourTestUi *ui,
              TambourRecord *record,
              const char    *field,
              const char    *base,
              const char    *kept,
              const char    *other)
{
  g_autoptr(TambourRecord) conflict = tambour_record_new (TAMBOUR_TYPE_CONFLICT, NULL);

  set (conflict, "record_id", record->id);
  set (conflict, "record_kind", TAMBOUR_RECORD_GET_CLASS (record)->kind);
  set (conflict, "field", field);
  set (conflict, "base", base);
  set (conflict, "kept", kept);
  set (conflict, "kept_by", TOMAS);
  set (conflict, "kept_at", "2026-11-23T16:58:00Z");
  set (conflict, "other", other);
  set (conflict, "other_by", MIRA);
  set (conflict, "other_at", "2026-11-22T20:14:00Z");
  tambour_test_ui_put (ui, conflict);
}

static void
put_account (TambourTestUi *ui,
             TambourRecord *account)
{
  set (account, "name", "Saint Orla Hospitals");
  tambour_test_ui_put (ui, account);
}

/* A goal of which Tomas’s values stand, and ours do not. */
static TambourRecord *
put_goal (TambourTestUi *ui,
          const char    *title)
{
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  TambourRecord *goal = tambour_record_new (TAMBOUR_TYPE_GOAL, NULL);

  put_account (ui, account);
  set (goal, "account_id", account->id);
  set (goal, "statement", title);
  set (goal, "due", "2027-01-31");
  set (goal, "note", "Two access points still on the old range.");
  tambour_test_ui_put (ui, goal);

  return goal;
}

static TambourTestUi *
new_ui (int width)
{
  TambourTestUi *ui = tambour_test_ui_new (width, 820);
  g_autoptr(GError) error = NULL;

  tambour_portfolio_set_me (ui->portfolio, NULL, MIRA, &error);
  g_assert_no_error (error);

  return ui;
}

static gboolean
has_dialog (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((TambourTestUi *) data)->window));

  return dialog != NULL && TAMBOUR_IS_CONFLICT_DIALOG (dialog);
}

static gboolean
has_no_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((TambourTestUi *) data)->window)) == NULL;
}

static gboolean
has_settled (gpointer data)
{
  return record_fixture_count (data, TAMBOUR_TYPE_CONFLICT, OPEN) == 0;
}

/* As a person comes to it: by the line at the foot of the sidebar. */
static AdwDialog *
open_dialog (TambourTestUi *ui,
             const char    *line)
{
  tambour_test_ui_present (ui);
  tambour_test_wait_text (tambour_test_find (ui->window, TAMBOUR_TYPE_SYNC_LINE, NULL), line);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.resolve-conflicts", NULL);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();

  return record_fixture_dialog (ui);
}

static TambourConflictBlock *
get_block (AdwDialog  *dialog,
           const char *field)
{
  GtkWidget *label = tambour_test_find (dialog, GTK_TYPE_LABEL, field);

  g_assert_nonnull (label);

  return TAMBOUR_CONFLICT_BLOCK (gtk_widget_get_ancestor (label, TAMBOUR_TYPE_CONFLICT_BLOCK));
}

static void
assert_says (TambourTestUi *ui,
             TambourRecord *record,
             const char    *field,
             const char    *expected)
{
  g_autoptr(TambourRecord) now = record_fixture_get (ui, record);
  g_autofree char *text = tambour_field_dup_text (tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (now), field), now);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_the_newer_is_chosen_and_of_texts_both (void)
{
  g_autoptr(TambourTestUi) ui = new_ui (1280);
  g_autoptr(TambourRecord) goal = put_goal (ui, "Guest Wi-Fi");
  AdwDialog *dialog;

  put_conflict (ui, goal, "due", "2026-09-30", "2027-01-31", "2027-01-15");
  put_conflict (ui, goal, "note", "", "Two access points still on the old range.", "Freeze until 10 Jan.");
  dialog = open_dialog (ui, "2 conflicts to resolve");

  g_assert_true (tambour_test_shows (dialog, "2 fields differ"));
  g_assert_true (tambour_test_shows (dialog, "nothing before"));
  g_assert_cmpint (tambour_conflict_block_get_choice (get_block (dialog, "Due")), ==, TAMBOUR_CONFLICT_KEPT);
  g_assert_cmpint (tambour_conflict_block_get_choice (get_block (dialog, "Note")), ==, TAMBOUR_CONFLICT_BOTH);
  tambour_test_assert_named (dialog);
  tambour_test_pictures (ui->window, "conflict");

  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  assert_says (ui, goal, "due", "2027-01-31");
  assert_says (ui, goal, "note", "Two access points still on the old range.\n\nFreeze until 10 Jan.");
  tambour_test_wait_text (ui->window, "Saved on this computer");

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_text (ui->window, "2 conflicts to resolve");
  assert_says (ui, goal, "note", "Two access points still on the old range.");
}

static void
test_ones_own_stands_first_and_keys_choose (void)
{
  g_autoptr(TambourTestUi) ui = new_ui (1280);
  g_autoptr(TambourRecord) goal = put_goal (ui, "Guest Wi-Fi");
  TambourConflictBlock *due, *title;
  AdwDialog *dialog;

  put_conflict (ui, goal, "metric", "Sites", "Sites moved", "Sites on it");
  put_conflict (ui, goal, "due", "2026-09-30", "2027-01-31", "2027-01-15");
  dialog = open_dialog (ui, "2 conflicts to resolve");
  title = get_block (dialog, "Measure");
  due = get_block (dialog, "Due");

  tambour_test_press (ui->window, "<Alt>Left");
  g_assert_cmpint (tambour_conflict_block_get_choice (title), ==, TAMBOUR_CONFLICT_OTHER);
  tambour_test_press (ui->window, "<Alt>Right");
  g_assert_cmpint (tambour_conflict_block_get_choice (title), ==, TAMBOUR_CONFLICT_KEPT);

  tambour_test_press (ui->window, "Tab");
  tambour_test_press (ui->window, "<Alt>Left");
  g_assert_cmpint (tambour_conflict_block_get_choice (title), ==, TAMBOUR_CONFLICT_KEPT);
  g_assert_cmpint (tambour_conflict_block_get_choice (due), ==, TAMBOUR_CONFLICT_OTHER);

  g_signal_emit_by_name (tambour_test_find (dialog, GTK_TYPE_BUTTON, "Use All of Yours"), "clicked");
  g_assert_cmpint (tambour_conflict_block_get_choice (title), ==, TAMBOUR_CONFLICT_OTHER);
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  assert_says (ui, goal, "metric", "Sites on it");
  assert_says (ui, goal, "due", "2027-01-15");
}

static void
test_one_record_comes_after_the_other (void)
{
  g_autoptr(TambourTestUi) ui = new_ui (1280);
  g_autoptr(TambourRecord) first = put_goal (ui, "Guest Wi-Fi");
  g_autoptr(TambourRecord) second = put_goal (ui, "Branch offices");
  AdwDialog *dialog;

  put_conflict (ui, first, "due", "2026-09-30", "2027-01-31", "2027-01-15");
  put_conflict (ui, second, "due", "2026-09-30", "2027-01-31", "2027-02-15");
  dialog = open_dialog (ui, "2 conflicts to resolve");
  g_assert_true (tambour_test_shows (dialog, "1 field differs · 1 more record after this one"));

  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (dialog, "1 field differs");
  tambour_test_settle ();
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_CONFLICT, OPEN), ==, 1);
  tambour_test_press (ui->window, "<Alt>Left");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  assert_says (ui, second, "due", "2027-02-15");
  tambour_test_wait (has_settled, ui);
}

static void
test_later_keeps_the_conflict (void)
{
  g_autoptr(TambourTestUi) ui = new_ui (1280);
  g_autoptr(TambourRecord) goal = put_goal (ui, "Guest Wi-Fi");

  put_conflict (ui, goal, "due", "2026-09-30", "2027-01-31", "2027-01-15");
  open_dialog (ui, "1 conflict to resolve");
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (has_no_dialog, ui);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_CONFLICT, OPEN), ==, 1);
  tambour_test_wait_text (ui->window, "1 conflict to resolve");
}

static void
test_who_removes_and_who_edits (void)
{
  g_autoptr(TambourTestUi) ui = new_ui (1280);
  g_autoptr(TambourRecord) goal = put_goal (ui, "Guest Wi-Fi");
  g_autoptr(TambourRecord) gone = NULL;
  AdwDialog *dialog;

  put_conflict (ui, goal, "deleted_at", "", "", "2026-11-22T20:14:00Z");
  dialog = open_dialog (ui, "1 conflict to resolve");
  g_assert_true (tambour_test_shows (dialog, "Keep it, as it was changed"));
  g_assert_true (tambour_test_shows (dialog, "Remove it"));
  g_assert_cmpint (tambour_conflict_block_get_choice (get_block (dialog, "Kept or removed")), ==, TAMBOUR_CONFLICT_KEPT);
  tambour_test_pictures (ui->window, "conflict-removed");

  tambour_test_press (ui->window, "<Alt>Left");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  gone = record_fixture_get (ui, goal);
  g_assert_null (gone);
}

static void
test_what_was_settled_elsewhere_is_said (void)
{
  g_autoptr(TambourTestUi) ui = new_ui (1280);
  g_autoptr(TambourRecord) goal = put_goal (ui, "Guest Wi-Fi");
  g_autoptr(TambourRecord) conflict = NULL;
  AdwDialog *dialog;

  put_conflict (ui, goal, "due", "2026-09-30", "2027-01-31", "2027-01-15");
  dialog = open_dialog (ui, "1 conflict to resolve");
  conflict = record_fixture_find (ui, TAMBOUR_TYPE_CONFLICT, OPEN);
  set (conflict, "settled_at", "2026-11-23T17:00:00Z");
  tambour_test_ui_put (ui, conflict);
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (dialog, "Somebody has settled this meanwhile.");
  adw_dialog_force_close (dialog);
  tambour_test_settle ();
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = new_ui (360);
  g_autoptr(TambourRecord) goal = put_goal (ui, "Guest Wi-Fi");
  AdwDialog *dialog;

  put_conflict (ui, goal, "due", "2026-09-30", "2027-01-31", "2027-01-15");
  put_conflict (ui, goal, "note", "Two access points.", "Two access points still on the old range.", "Freeze until 10 Jan.");
  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.resolve-conflicts", NULL);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  dialog = record_fixture_dialog (ui);
  tambour_test_assert_named (dialog);
  tambour_test_pictures (ui->window, "conflict-narrow");
  adw_dialog_force_close (dialog);
  tambour_test_settle ();
}

/* --- a third value --------------------------------------------------------- */

static gboolean
can_save (AdwDialog *dialog)
{
  return gtk_widget_is_sensitive (tambour_test_find (dialog, GTK_TYPE_BUTTON, "_Save Merged"));
}

/* A goal that is due on one of two days. */
static TambourRecord *
put_dispute (TambourTestUi *ui)
{
  TambourRecord *goal = put_goal (ui, "Guest Wi-Fi");

  put_conflict (ui, goal, "due", "2026-09-30", "2027-01-31", "2027-01-15");

  return goal;
}

static void
test_another_value_is_written (void)
{
  g_autoptr(TambourTestUi) ui = new_ui (1280);
  g_autoptr(TambourRecord) goal = put_dispute (ui);
  AdwDialog *dialog = open_dialog (ui, "1 conflict to resolve");
  TambourConflictBlock *due = get_block (dialog, "Due");

  /* It begins as what was chosen, and the keyboard is where it is written. */
  tambour_test_press (ui->window, "<Alt>Left");
  tambour_test_press (ui->window, "<Alt>Down");
  g_assert_cmpint (tambour_conflict_block_get_choice (due), ==, TAMBOUR_CONFLICT_OWN);
  g_assert_nonnull (strstr (record_fixture_text (dialog, "due"), "15"));
  g_assert_true (can_save (dialog));
  tambour_test_assert_named (dialog);

  record_fixture_type (ui, "due", "whenever");
  g_assert_false (can_save (dialog));
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (dialog, "This takes a date, such as 4 Dec, fri or +3d");
  tambour_test_picture (ui->window, "conflict-another-wrong");
  g_assert_nonnull (record_fixture_dialog (ui));

  record_fixture_type (ui, "due", "2027-01-20");
  g_assert_true (can_save (dialog));
  tambour_test_pictures (ui->window, "conflict-another");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  assert_says (ui, goal, "due", "2027-01-20");
  tambour_test_wait (has_settled, ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_text (ui->window, "1 conflict to resolve");
  assert_says (ui, goal, "due", "2027-01-31");
}

/* Who wants something of both begins with both. */
static void
test_another_text_begins_with_both (void)
{
  g_autoptr(TambourTestUi) ui = new_ui (1280);
  g_autoptr(TambourRecord) goal = put_goal (ui, "Guest Wi-Fi");
  AdwDialog *dialog;

  put_conflict (ui, goal, "note", "", "Two access points still on the old range.", "Freeze until 10 Jan.");
  dialog = open_dialog (ui, "1 conflict to resolve");
  tambour_test_press (ui->window, "<Alt>Down");
  g_assert_cmpstr (record_fixture_text (dialog, "note"), ==, "Two access points still on the old range.\n\nFreeze until 10 Jan.");
  tambour_test_pictures (ui->window, "conflict-another-text");
  record_fixture_type (ui, "note", "Freeze until 10 Jan, but for two access points.");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  assert_says (ui, goal, "note", "Freeze until 10 Jan, but for two access points.");
}

static TambourRecord *
put_contact (TambourTestUi *ui,
             const char    *account,
             const char    *name)
{
  TambourRecord *contact = tambour_record_new (TAMBOUR_TYPE_CONTACT, NULL);

  set (contact, "account_id", account);
  set (contact, "name", name);
  tambour_test_ui_put (ui, contact);

  return contact;
}

/* A third choice, and somebody whom neither wrote down. */
static void
test_another_choice_and_another_person (void)
{
  g_autoptr(TambourTestUi) ui = new_ui (1280);
  g_autoptr(TambourRecord) goal = put_goal (ui, "Guest Wi-Fi");
  g_autoptr(TambourRecord) first = put_contact (ui, goal->account_id.id, "Marcus Feld");
  g_autoptr(TambourRecord) second = put_contact (ui, goal->account_id.id, "Priya Raman");
  g_autoptr(TambourRecord) third = put_contact (ui, goal->account_id.id, "Noor Haddad");
  AdwDialog *dialog;

  set (goal, "status", "at_risk");
  set (goal, "owner_id", first->id);
  tambour_test_ui_put (ui, goal);
  put_conflict (ui, goal, "status", "agreed", "at_risk", "on_track");
  put_conflict (ui, goal, "owner_id", "", first->id, second->id);
  dialog = open_dialog (ui, "2 conflicts to resolve");
  g_assert_true (tambour_test_shows (dialog, "Priya Raman"));

  gtk_widget_grab_focus (tambour_conflict_block_get_card (get_block (dialog, "Status")));
  tambour_test_press (ui->window, "<Alt>Down");
  g_assert_cmpstr (record_fixture_text (dialog, "status"), ==, "at_risk");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (record_fixture_editor (dialog, "status")), TAMBOUR_GOAL_STATUS_MET);

  gtk_widget_grab_focus (tambour_conflict_block_get_card (get_block (dialog, "Owner")));
  tambour_test_press (ui->window, "<Alt>Down");
  record_fixture_type (ui, "owner_id", "noor");
  tambour_test_wait (record_fixture_suggests, record_fixture_row (dialog, "owner_id"));
  tambour_test_press (ui->window, "Return");
  tambour_test_pictures (ui->window, "conflict-another-choice");

  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  assert_says (ui, goal, "status", "met");
  assert_says (ui, goal, "owner_id", third->id);
}

/* What the desk finds wrong is said before anything is written. */
static void
test_another_value_keeps_the_rules (void)
{
  g_autoptr(TambourTestUi) ui = new_ui (1280);
  g_autoptr(TambourRecord) goal = put_goal (ui, "Guest Wi-Fi");
  g_autoptr(TambourRecord) call = tambour_record_new (TAMBOUR_TYPE_ENGAGEMENT, NULL);
  AdwDialog *dialog;

  set (call, "account_id", goal->account_id.id);
  set (call, "title", "Review");
  set (call, "planned_start", "2026-11-23T17:00:00Z");
  set (call, "planned_end", "2026-11-23T18:00:00Z");
  tambour_test_ui_put (ui, call);
  put_conflict (ui, call, "planned_end", "2026-11-23T17:30:00Z", "2026-11-23T18:00:00Z", "2026-11-23T17:45:00Z");
  dialog = open_dialog (ui, "1 conflict to resolve");
  tambour_test_press (ui->window, "<Alt>Down");
  record_fixture_type (ui, "planned_end", "2026-11-22 10:00");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (dialog,
                          "“Planned end” (2026-11-22T18:00:00Z) cannot come before “Planned start” (2026-11-23T17:00:00Z).");
  g_assert_true (can_save (dialog));
  assert_says (ui, call, "planned_end", "2026-11-23T18:00:00Z");
  adw_dialog_force_close (dialog);
  tambour_test_settle ();
}

static void
type_and_leave (TambourTestUi *ui)
{
  open_dialog (ui, "1 conflict to resolve");
  tambour_test_press (ui->window, "<Alt>Down");
  record_fixture_type (ui, "due", "2027-01-20");
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_text (ui->window, "Draft kept");
}

static gboolean
has_form (gpointer data)
{
  AdwDialog *dialog = record_fixture_dialog (data);

  return dialog != NULL && TAMBOUR_IS_RECORD_DIALOG (dialog);
}

/* As a person does, in the list of drafts. */
static void
open_draft (TambourTestUi        *ui,
            TambourTestCondition  has_opened)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL);
  page = GTK_WIDGET (tambour_window_get_page (ui->window));
  tambour_test_wait_text (page, "Guest Wi-Fi");
  gtk_widget_activate (gtk_widget_get_ancestor (tambour_test_find (page, GTK_TYPE_BUTTON, "Discard This Draft"), GTK_TYPE_LIST_BOX_ROW));
  tambour_test_wait (has_opened, ui);
  tambour_test_settle ();
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
freed_cb (gpointer data)
{
  gboolean *is_freed = data;

  *is_freed = TRUE;
}

static gboolean
has_no_drafts (gpointer data)
{
  g_autoptr(GPtrArray) drafts = tambour_drafts_list (((TambourTestUi *) data)->store, NULL);

  return drafts->len == 0;
}

static void
test_what_is_written_and_not_saved_comes_back (void)
{
  g_autoptr(TambourTestUi) ui = new_ui (1280);
  g_autoptr(TambourRecord) goal = put_dispute (ui);
  gboolean is_freed = FALSE;
  AdwDialog *dialog;

  type_and_leave (ui);
  open_draft (ui, has_dialog);
  dialog = record_fixture_dialog (ui);
  g_object_set_data_full (G_OBJECT (dialog), "test-freed", &is_freed, freed_cb);
  g_assert_cmpint (tambour_conflict_block_get_choice (get_block (dialog, "Due")), ==, TAMBOUR_CONFLICT_OWN);
  g_assert_cmpstr (record_fixture_text (dialog, "due"), ==, "2027-01-20");

  /* It stays also where something else is chosen, and waits there. */
  tambour_test_press (ui->window, "<Alt>Left");
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait (is_true, &is_freed);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.resolve-conflicts", NULL);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  dialog = record_fixture_dialog (ui);
  g_assert_cmpint (tambour_conflict_block_get_choice (get_block (dialog, "Due")), ==, TAMBOUR_CONFLICT_KEPT);
  tambour_test_press (ui->window, "<Alt>Down");
  g_assert_cmpstr (record_fixture_text (dialog, "due"), ==, "2027-01-20");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  assert_says (ui, goal, "due", "2027-01-20");
  tambour_test_wait (has_no_drafts, ui);
}

/* Tomas was faster: what was written for it goes on in the form. */
static void
test_what_was_written_is_not_lost_to_who_settles (void)
{
  g_autoptr(TambourTestUi) ui = new_ui (1280);
  g_autoptr(TambourRecord) goal = put_dispute (ui);
  g_autoptr(TambourRecord) conflict = NULL;

  type_and_leave (ui);
  conflict = record_fixture_find (ui, TAMBOUR_TYPE_CONFLICT, OPEN);
  set (conflict, "settled_at", "2026-11-23T17:00:00Z");
  tambour_test_ui_put (ui, conflict);
  tambour_test_wait_text (ui->window, "Saved on this computer");
  open_draft (ui, has_form);
  g_assert_true (tambour_test_shows (ui->window, "Somebody has settled this meanwhile."));
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "due"), ==, "2027-01-20");
  record_fixture_save (ui);
  assert_says (ui, goal, "due", "2027-01-20");
  tambour_test_wait (has_no_drafts, ui);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/conflict-dialog/the-newer-is-chosen-and-of-texts-both", test_the_newer_is_chosen_and_of_texts_both);
  g_test_add_func ("/conflict-dialog/ones-own-stands-first-and-keys-choose", test_ones_own_stands_first_and_keys_choose);
  g_test_add_func ("/conflict-dialog/one-record-comes-after-the-other", test_one_record_comes_after_the_other);
  g_test_add_func ("/conflict-dialog/later-keeps-the-conflict", test_later_keeps_the_conflict);
  g_test_add_func ("/conflict-dialog/who-removes-and-who-edits", test_who_removes_and_who_edits);
  g_test_add_func ("/conflict-dialog/what-was-settled-elsewhere-is-said", test_what_was_settled_elsewhere_is_said);
  g_test_add_func ("/conflict-dialog/narrow", test_narrow);
  g_test_add_func ("/conflict-dialog/another-value-is-written", test_another_value_is_written);
  g_test_add_func ("/conflict-dialog/another-text-begins-with-both", test_another_text_begins_with_both);
  g_test_add_func ("/conflict-dialog/another-choice-and-another-person", test_another_choice_and_another_person);
  g_test_add_func ("/conflict-dialog/another-value-keeps-the-rules", test_another_value_keeps_the_rules);
  g_test_add_func ("/conflict-dialog/what-is-written-and-not-saved-comes-back", test_what_is_written_and_not_saved_comes_back);
  g_test_add_func ("/conflict-dialog/what-was-written-is-not-lost-to-who-settles", test_what_was_written_is_not_lost_to_who_settles);

  return g_test_run ();
}
