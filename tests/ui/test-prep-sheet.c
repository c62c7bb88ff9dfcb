/* test-prep-sheet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "prep-fixture.h"
#include "record-fixture.h"
#include "tambour-attendees.h"
#include "tambour-call-dialog.h"
#include "tambour-call-row.h"
#include "tambour-draft-keeper.h"
#include "tambour-minutes.h"
#include "tambour-prep-sheet-dialog.h"
#include "tambour-prep-sheet-row.h"
#include "tambour-prep-sheet-text.h"
#include "tambour-test-sql.h"
#include "tambour-work-row.h"

static gboolean
has_call (gpointer ui)
{
  AdwDialog *dialog = prep_fixture_dialog (ui);

  return dialog != NULL && TAMBOUR_IS_CALL_DIALOG (dialog);
}

static void
reopen (TambourTestUi *ui)
{
  prep_fixture_close (ui);
  tambour_test_press (ui->window, "<Control>p");
  prep_fixture_wait (ui);
}

static GtkListBox *
get_points (TambourTestUi *ui)
{
  GtkWidget *row = tambour_test_find (prep_fixture_dialog (ui), TAMBOUR_TYPE_PREP_SHEET_ROW, NULL);

  g_assert_nonnull (row);

  return GTK_LIST_BOX (gtk_widget_get_parent (row));
}

static TambourPrepSheetRow *
get_row (TambourTestUi *ui,
         int            position)
{
  return TAMBOUR_PREP_SHEET_ROW (gtk_list_box_get_row_at_index (get_points (ui), position));
}

static const char *
title_of (TambourTestUi *ui,
          int            position)
{
  return tambour_prep_sheet_row_get_point (get_row (ui, position))->title;
}

static guint
count_points (TambourTestUi *ui)
{
  return tambour_test_count (get_points (ui), TAMBOUR_TYPE_PREP_SHEET_ROW);
}

/* --- opening --------------------------------------------------------------- */

/* Only the next call of the day has a raised button; it leads to that call. */
static void
test_it_opens_from_today (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_today (1280, 820);
  GtkWidget *row = gtk_widget_get_ancestor (tambour_test_find (ui->window, GTK_TYPE_LABEL, "10:00"), TAMBOUR_TYPE_CALL_ROW);
  GtkWidget *next = tambour_test_find (row, GTK_TYPE_BUTTON, NULL);
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (row));

  g_assert_false (gtk_widget_has_css_class (next, "flat"));
  for (int i = 1; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    g_assert_true (gtk_widget_has_css_class (tambour_test_find (gtk_list_box_get_row_at_index (list, i), GTK_TYPE_BUTTON, NULL), "flat"));

  gtk_widget_activate (next);
  prep_fixture_wait (ui);
  g_assert_true (tambour_test_shows (prep_fixture_dialog (ui), PREP_FIXTURE_ACCOUNT " · Weekly call, 10:00 your time, 13:00 Toronto"));
  g_assert_true (tambour_test_shows (prep_fixture_dialog (ui), PREP_FIXTURE_P1));
  g_assert_true (tambour_test_shows (prep_fixture_dialog (ui), "P1, first answer due in 9 min; phone Dana Whitlock first"));
  g_assert_true (tambour_test_shows (prep_fixture_dialog (ui), "#4127"));
  g_assert_true (tambour_test_shows (prep_fixture_dialog (ui), "Webinar on branch networks"));
  g_assert_true (tambour_test_shows (prep_fixture_dialog (ui), "Webinar · Wed 2 Dec"));
  tambour_test_assert_named (prep_fixture_dialog (ui));
  tambour_test_pictures (ui->window, "prep-sheet");
}

/* When the first call is over, the second is the next. */
static void
test_the_raised_button_goes_on (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_today (1280, 820);
  GtkWidget *first = gtk_widget_get_ancestor (tambour_test_find (ui->window, GTK_TYPE_LABEL, "10:00"), TAMBOUR_TYPE_CALL_ROW);
  GtkWidget *second = gtk_widget_get_ancestor (tambour_test_find (ui->window, GTK_TYPE_LABEL, "11:30"), TAMBOUR_TYPE_CALL_ROW);
  TambourInstant now;

  g_assert_true (tambour_instant_parse ("2026-11-23T18:31:00Z", &now));
  tambour_portfolio_set_now (ui->portfolio, now);
  tambour_test_settle ();
  g_assert_true (gtk_widget_has_css_class (tambour_test_find (first, GTK_TYPE_BUTTON, NULL), "flat"));
  g_assert_false (gtk_widget_has_css_class (tambour_test_find (second, GTK_TYPE_BUTTON, NULL), "flat"));
  tambour_test_press (ui->window, "<Control>p");
  prep_fixture_wait (ui);
  g_assert_null (tambour_test_find (prep_fixture_dialog (ui), GTK_TYPE_LABEL, PREP_FIXTURE_P1));
}

/* The keyboard prepares the call that it is on. */
static void
test_a_row_is_prepared_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_today (1280, 820);
  GtkWidget *row = gtk_widget_get_ancestor (tambour_test_find (ui->window, GTK_TYPE_LABEL, "11:30"), TAMBOUR_TYPE_CALL_ROW);

  gtk_widget_grab_focus (row);
  tambour_test_press (ui->window, "<Control>p");
  prep_fixture_wait (ui);
  g_assert_true (tambour_test_shows (prep_fixture_dialog (ui), "Since 19 Nov"));
  g_assert_null (tambour_test_find (prep_fixture_dialog (ui), GTK_TYPE_LABEL, PREP_FIXTURE_P1));
  prep_fixture_close (ui);
}

static void
test_it_opens_from_an_account (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_today (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" PREP_FIXTURE_ACCOUNT "\"");
  GtkWidget *button;

  tambour_window_open_account (ui->window, account->id);
  tambour_test_wait_text (ui->window, "Weekly call");
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>p");
  prep_fixture_wait (ui);
  prep_fixture_close (ui);

  button = tambour_test_find (tambour_window_get_page (ui->window), GTK_TYPE_BUTTON, "Prep Sheet");
  g_assert_nonnull (button);
  gtk_widget_activate (button);
  prep_fixture_wait (ui);
  g_assert_true (tambour_test_shows (prep_fixture_dialog (ui), PREP_FIXTURE_ACCOUNT " · Weekly call, 10:00 your time, 13:00 Toronto"));
}

static void
test_every_point_leads_to_its_record (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_open (1280, 820);

  gtk_widget_activate (GTK_WIDGET (get_row (ui, 0)));
  tambour_test_wait (prep_fixture_is_closed, ui);
  tambour_test_wait_text (tambour_window_get_page (ui->window), "#4127");
  g_assert_cmpuint (tambour_test_count (ui->window, TAMBOUR_TYPE_PREP_SHEET_ROW), ==, 0);
}

/* --- what a person changes ------------------------------------------------- */

/* All of it by keyboard; it is there again when the sheet is opened anew, and in
 * the file, where a crash does not reach it.
 */
static void
test_points_are_kept (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_open (1280, 820);
  g_autofree char *first = g_strdup (title_of (ui, 0));
  g_autofree char *second = g_strdup (title_of (ui, 1));
  guint n = count_points (ui);
  g_autoptr(GPtrArray) drafts = NULL;

  g_assert_cmpuint (n, >=, 3);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_row (ui, 0))));

  /* The first goes down, with the keyboard on it. */
  tambour_test_press (ui->window, "<Alt>Down");
  tambour_test_settle ();
  g_assert_cmpstr (title_of (ui, 0), ==, second);
  g_assert_cmpstr (title_of (ui, 1), ==, first);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_row (ui, 1))));
  tambour_test_press (ui->window, "<Alt>Down");
  tambour_test_press (ui->window, "<Alt>Up");
  tambour_test_press (ui->window, "<Alt>Up");
  tambour_test_press (ui->window, "<Alt>Up");
  tambour_test_settle ();
  g_assert_cmpstr (title_of (ui, 0), ==, first);
  tambour_test_press (ui->window, "<Alt>Down");
  tambour_test_settle ();

  /* The third is removed. */
  tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Delete");
  tambour_test_wait_text (prep_fixture_dialog (ui), "Point removed");
  g_assert_cmpuint (count_points (ui), ==, n - 1);

  /* Two are added, one after the other. */
  gtk_widget_activate_action (GTK_WIDGET (prep_fixture_dialog (ui)), "prep.add", NULL);
  tambour_test_settle ();
  tambour_test_type (ui->window, "Greet <b>Dana</b>");
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
  tambour_test_type (ui->window, "Ask for June");
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
  g_assert_cmpuint (count_points (ui), ==, n + 1);

  reopen (ui);
  g_assert_cmpuint (count_points (ui), ==, n + 1);
  g_assert_cmpstr (title_of (ui, 0), ==, second);
  g_assert_cmpstr (title_of (ui, 1), ==, first);
  g_assert_cmpstr (title_of (ui, n - 1), ==, "Greet <b>Dana</b>");
  g_assert_cmpstr (title_of (ui, n), ==, "Ask for June");

  drafts = tambour_drafts_list (ui->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_true (tambour_draft_is_prep (g_ptr_array_index (drafts, 0)));
  tambour_test_picture (ui->window, "prep-sheet-changed");
}

static GtkDropTarget *
find_target (GtkListBox *list)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (list));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

static void
drop (TambourTestUi *ui,
      gpointer       row,
      double         y)
{
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean is_taken;

  g_value_init (&value, TAMBOUR_TYPE_PREP_SHEET_ROW);
  g_value_set_object (&value, row);
  g_signal_emit_by_name (find_target (get_points (ui)), "drop", &value, 10., y, &is_taken);
  tambour_test_settle ();
}

/* Where a point is let go there it stands: behind the last, and before the first. */
static void
test_a_point_is_dragged (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_open (1280, 820);
  int last = (int) count_points (ui) - 1;

  drop (ui, get_row (ui, 0), gtk_widget_get_height (GTK_WIDGET (get_points (ui))) - 2);
  g_assert_cmpstr (title_of (ui, last), ==, PREP_FIXTURE_P1);
  drop (ui, get_row (ui, last), 2);
  g_assert_cmpstr (title_of (ui, 0), ==, PREP_FIXTURE_P1);
  drop (ui, NULL, 2);
  g_assert_cmpstr (title_of (ui, 0), ==, PREP_FIXTURE_P1);
}

static void
test_a_removal_is_undone (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_open (1280, 820);
  g_autofree char *first = g_strdup (title_of (ui, 0));
  guint n = count_points (ui);
  g_autoptr(GPtrArray) drafts = NULL;

  tambour_test_press (ui->window, "Delete");
  tambour_test_wait_text (prep_fixture_dialog (ui), "Point removed");
  g_assert_cmpstr (title_of (ui, 0), !=, first);
  gtk_widget_activate (tambour_test_find (prep_fixture_dialog (ui), GTK_TYPE_BUTTON, "Undo"));
  tambour_test_wait_no_text (prep_fixture_dialog (ui), "Point removed");
  tambour_test_settle ();
  g_assert_cmpstr (title_of (ui, 0), ==, first);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_row (ui, 0))));

  tambour_test_press (ui->window, "Delete");
  tambour_test_wait_text (prep_fixture_dialog (ui), "Point removed");
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_no_text (prep_fixture_dialog (ui), "Point removed");
  g_assert_cmpstr (title_of (ui, 0), ==, first);
  g_assert_cmpuint (count_points (ui), ==, n);

  /* What is as it was found is no draft. */
  prep_fixture_close (ui);
  tambour_draft_keeper_flush (tambour_draft_keeper_get (ui->portfolio));
  drafts = tambour_drafts_list (ui->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
test_it_is_among_the_drafts (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_open (1280, 820);
  GtkWidget *row;

  tambour_test_press (ui->window, "<Alt>Down");
  prep_fixture_close (ui);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL));
  tambour_test_wait_text (ui->window, "Prep sheet of " PREP_FIXTURE_ACCOUNT);
  row = gtk_widget_get_ancestor (tambour_test_find (ui->window, GTK_TYPE_WIDGET, "Prep sheet of " PREP_FIXTURE_ACCOUNT), GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_activate (row);
  prep_fixture_wait (ui);
  g_assert_cmpstr (title_of (ui, 1), ==, PREP_FIXTURE_P1);
}

/* --- doing ----------------------------------------------------------------- */

static gboolean
is_undone (gpointer data)
{
  TambourTestUi *ui = data;

  return record_fixture_count (ui, TAMBOUR_TYPE_ACTION_ITEM, "title = \"Send the list of exceptions without an owner\" and status = open") == 1;
}

static void
test_an_action_is_ticked (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_open (1280, 820);
  TambourWorkRow *row = tambour_test_find (prep_fixture_dialog (ui), TAMBOUR_TYPE_WORK_ROW, NULL);

  g_assert_true (tambour_test_shows (row, "Send the list of exceptions without an owner"));
  g_assert_true (tambour_test_shows (row, "you · since 16 Nov"));
  gtk_widget_grab_focus (GTK_WIDGET (row));
  tambour_test_press (ui->window, "space");
  tambour_test_wait_text (prep_fixture_dialog (ui), "Done: Send the list of exceptions without an owner");
  g_assert_false (is_undone (ui));

  gtk_widget_activate (tambour_test_find (prep_fixture_dialog (ui), GTK_TYPE_BUTTON, "Undo"));
  tambour_test_wait (is_undone, ui);
}

static char *
dup_minutes (TambourTestUi *ui)
{
  GtkTextView *view = tambour_test_find (prep_fixture_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);

  return gtk_text_buffer_get_text (gtk_text_view_get_buffer (view), &start, &end, TRUE);
}

/* The call begins now, with who joins and what is to be raised, and is the one that
 * was planned; what was prepared is done with.
 */
static void
test_the_call_starts_filled_in (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_open (1280, 820);
  g_autoptr(TambourRecord) planned = record_fixture_find (ui, TAMBOUR_TYPE_ENGAGEMENT, "planned_start = 2026-11-23T18:00:00Z and title = \"Weekly call\"");
  g_autoptr(TambourRecord) held = NULL;
  g_autofree char *minutes = NULL;
  g_auto(GStrv) names = NULL;
  g_autoptr(GPtrArray) drafts = NULL;
  guint n_actions = record_fixture_count (ui, TAMBOUR_TYPE_ACTION_ITEM, NULL);
  guint n_events = record_fixture_count (ui, TAMBOUR_TYPE_CASE_EVENT, NULL);

  tambour_test_press (ui->window, "<Alt>Down");
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_call, ui);
  tambour_test_settle ();

  minutes = dup_minutes (ui);
  g_assert_true (g_str_has_prefix (minutes, "1. Send the list of exceptions without an owner\n2. " PREP_FIXTURE_P1 " (4127)\n"));
  names = tambour_attendees_dup_typed (tambour_test_find (prep_fixture_dialog (ui), TAMBOUR_TYPE_ATTENDEES, NULL));
  g_assert_cmpuint (g_strv_length (names), >, 0);
  g_assert_true (tambour_test_shows (prep_fixture_dialog (ui), PREP_FIXTURE_ACCOUNT));
  g_assert_cmpstr (gtk_editable_get_text (tambour_test_find (prep_fixture_dialog (ui), GTK_TYPE_ENTRY, NULL)), ==, "today 09:12");
  tambour_test_wait_text (prep_fixture_dialog (ui), "Weekly call");
  tambour_test_picture (ui->window, "prep-sheet-started");

  tambour_test_press (ui->window, "<Control>s");
  tambour_test_wait (prep_fixture_is_closed, ui);
  tambour_test_wait_text (ui->window, "Call logged");
  held = record_fixture_get (ui, planned);
  g_assert_cmpuint (TAMBOUR_ENGAGEMENT (held)->status, ==, TAMBOUR_ENGAGEMENT_STATUS_HELD);
  g_assert_cmpstr (TAMBOUR_ENGAGEMENT (held)->body, ==, minutes);
  g_assert_cmpstr (TAMBOUR_ENGAGEMENT (held)->summary, ==, TAMBOUR_ENGAGEMENT (planned)->summary);
  g_assert_cmpint (TAMBOUR_ENGAGEMENT (held)->actual_start.seconds, ==, tambour_portfolio_now (ui->portfolio).seconds / 60 * 60);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ACTION_ITEM, NULL), ==, n_actions);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_CASE_EVENT, NULL), ==, n_events);

  tambour_draft_keeper_flush (tambour_draft_keeper_get (ui->portfolio));
  drafts = tambour_drafts_list (ui->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
}

/* What is written during the call sums it up, not what was to be raised; that stays so
 * when the dialog is closed meanwhile.
 */
static void
test_what_was_prepared_sums_up_no_call (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_open (1280, 820);
  g_autoptr(TambourRecord) planned = record_fixture_find (ui, TAMBOUR_TYPE_ENGAGEMENT, "planned_start = 2026-11-23T18:00:00Z and title = \"Weekly call\"");
  g_autoptr(TambourRecord) held = NULL;

  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_call, ui);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>End");
  tambour_test_type (ui->window, "Dana signs on Friday");
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (prep_fixture_is_closed, ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.log-call-with", "s", planned->account_id.id);
  tambour_test_wait (has_call, ui);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>s");
  tambour_test_wait_text (ui->window, "Call logged");
  held = record_fixture_get (ui, planned);
  g_assert_cmpstr (TAMBOUR_ENGAGEMENT (held)->summary, ==, "Dana signs on Friday");
  g_assert_true (g_str_has_prefix (TAMBOUR_ENGAGEMENT (held)->body, "1. "));
}

/* A call that was begun before is gone on with. */
static void
test_what_was_begun_is_not_lost (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_open (1280, 820);
  g_autofree char *minutes = NULL;

  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_call, ui);
  tambour_test_settle ();
  tambour_test_type (ui->window, "Said so. ");
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (prep_fixture_is_closed, ui);

  tambour_test_press (ui->window, "<Control>p");
  prep_fixture_wait (ui);
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_call, ui);
  tambour_test_settle ();
  minutes = dup_minutes (ui);
  g_assert_nonnull (strstr (minutes, "Said so. "));
}

/* Whatever titles say: a line of the agenda records nothing. */
static void
test_an_agenda_records_nothing (void)
{
  static const char * const titles[] = {
    "- [ ] Do it @me !fri", "? Feature", "> Promise", "= Decided", "~ 5 k", "#4127 again", "goal \"X\" due fri", "see #4127\n- [ ] and #4126", "\\#4127", "~~~", "*** [x] done",
  };
  g_autoptr(GPtrArray) points = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_prep_point_free);
  g_autofree char *agenda = NULL;
  g_autoptr(TambourMinutes) minutes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      TambourPrepPoint *point = tambour_prep_point_new (TAMBOUR_PREP_CASE, "case:1");

      point->title = g_strdup (titles[i]);
      point->number = g_strdup ("4127");
      g_ptr_array_add (points, point);
    }

  agenda = tambour_prep_text_agenda (points);
  minutes = tambour_minutes_parse (agenda, (TambourDate) { 739943 });
  g_assert_cmpuint (minutes->items->len, ==, 0);
}

/* --- where there is little, or nothing ------------------------------------- */

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (360, 720);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" PREP_FIXTURE_ACCOUNT "\"");

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.prep-sheet", "(ss)", account->id, "");
  prep_fixture_wait (ui);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_points (ui))), <, 360);
  tambour_test_assert_named (prep_fixture_dialog (ui));
  tambour_test_picture (ui->window, "prep-sheet-narrow");
}

static void
test_an_account_without_anything (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);

  TAMBOUR_ACCOUNT (account)->name = g_strdup ("Kestrel & <b>Co</b>");
  tambour_test_ui_put (ui, account);
  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.prep-sheet", "(ss)", account->id, "");
  prep_fixture_wait (ui);
  g_assert_true (tambour_test_shows (prep_fixture_dialog (ui), "Kestrel & <b>Co</b> · no call is planned"));
  g_assert_true (tambour_test_shows (prep_fixture_dialog (ui), "Nothing has to be raised"));
  g_assert_true (tambour_test_shows (prep_fixture_dialog (ui), "Nobody is noted yet"));
  g_assert_true (tambour_test_shows (prep_fixture_dialog (ui), "No call was held yet."));
  tambour_test_picture (ui->window, "prep-sheet-empty");

  /* It can be started all the same, as a call out of turn. */
  gtk_widget_activate_action (GTK_WIDGET (prep_fixture_dialog (ui)), "prep.start", NULL);
  tambour_test_wait (has_call, ui);
}

static void
test_a_call_that_is_gone (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_today (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" PREP_FIXTURE_ACCOUNT "\"");

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.prep-sheet", "(ss)", account->id, "nowhere");
  tambour_test_wait_text (ui->window, "This Call Is Not Here Any More");
  g_assert_false (gtk_widget_get_sensitive (tambour_test_find (prep_fixture_dialog (ui), GTK_TYPE_BUTTON, "Start Call")));
  tambour_test_picture (ui->window, "prep-sheet-gone");
  prep_fixture_close (ui);
}

/* It says why, and can be tried again; what was changed is still there. */
static void
test_it_cannot_be_read (void)
{
  g_autoptr(TambourTestUi) ui = prep_fixture_open (1280, 820);

  tambour_test_press (ui->window, "<Alt>Down");
  tambour_test_settle ();
  prep_fixture_close (ui);
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE exposures RENAME TO lost");
  tambour_test_press (ui->window, "<Control>p");
  tambour_test_wait_text (ui->window, "The Prep Sheet Could Not Be Read");
  g_assert_false (gtk_widget_get_sensitive (tambour_test_find (prep_fixture_dialog (ui), GTK_TYPE_BUTTON, "Start Call")));
  tambour_test_picture (ui->window, "prep-sheet-error");

  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO exposures");
  gtk_widget_activate (tambour_test_find (prep_fixture_dialog (ui), GTK_TYPE_BUTTON, "Try Again"));
  prep_fixture_wait (ui);
  g_assert_cmpstr (title_of (ui, 1), ==, PREP_FIXTURE_P1);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/prep-sheet/it-opens-from-today", test_it_opens_from_today);
  g_test_add_func ("/prep-sheet/the-raised-button-goes-on", test_the_raised_button_goes_on);
  g_test_add_func ("/prep-sheet/a-row-is-prepared-by-keyboard", test_a_row_is_prepared_by_keyboard);
  g_test_add_func ("/prep-sheet/it-opens-from-an-account", test_it_opens_from_an_account);
  g_test_add_func ("/prep-sheet/every-point-leads-to-its-record", test_every_point_leads_to_its_record);
  g_test_add_func ("/prep-sheet/points-are-kept", test_points_are_kept);
  g_test_add_func ("/prep-sheet/a-point-is-dragged", test_a_point_is_dragged);
  g_test_add_func ("/prep-sheet/a-removal-is-undone", test_a_removal_is_undone);
  g_test_add_func ("/prep-sheet/it-is-among-the-drafts", test_it_is_among_the_drafts);
  g_test_add_func ("/prep-sheet/an-action-is-ticked", test_an_action_is_ticked);
  g_test_add_func ("/prep-sheet/the-call-starts-filled-in", test_the_call_starts_filled_in);
  g_test_add_func ("/prep-sheet/what-was-prepared-sums-up-no-call", test_what_was_prepared_sums_up_no_call);
  g_test_add_func ("/prep-sheet/what-was-begun-is-not-lost", test_what_was_begun_is_not_lost);
  g_test_add_func ("/prep-sheet/an-agenda-records-nothing", test_an_agenda_records_nothing);
  g_test_add_func ("/prep-sheet/narrow", test_narrow);
  g_test_add_func ("/prep-sheet/an-account-without-anything", test_an_account_without_anything);
  g_test_add_func ("/prep-sheet/a-call-that-is-gone", test_a_call_that_is_gone);
  g_test_add_func ("/prep-sheet/it-cannot-be-read", test_it_cannot_be_read);

  return g_test_run ();
}
