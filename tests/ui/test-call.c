/* test-call.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "record-fixture.h"
#include "tambour-attendees.h"
#include "tambour-call-dialog.h"
#include "tambour-call-doubt-card.h"
#include "tambour-calls-section.h"
#include "tambour-draft-keeper.h"
#include "tambour-engagement.h"
#include "tambour-roadmap.h"
#include "tambour-talk-history.h"

#define ACCOUNT "Saint Orla Hospitals"

/* 60 words a minute are 5 keys a second; 30 seconds are so many keys. */
#define KEYS_IN_30_SECONDS 150

static AdwDialog *
get_dialog (TambourTestUi *ui)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window));
}

static gboolean
has_dialog (gpointer data)
{
  AdwDialog *dialog = get_dialog (data);

  return dialog != NULL && TAMBOUR_IS_CALL_DIALOG (dialog);
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

static void
open_dialog (TambourTestUi *ui)
{
  tambour_test_press (ui->window, "<Control>l");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
}

/* On the page of the account, as a person comes to it. */
static TambourTestUi *
open_account (int width)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ACCOUNT "\"");

  tambour_test_ui_present (ui);
  tambour_window_open_account (ui->window, account->id);
  tambour_test_settle ();

  return ui;
}

/* Returns: how many keys that were */
static guint
type_lines (TambourTestUi      *ui,
            const char * const *lines)
{
  guint n = 0;

  for (guint i = 0; lines[i]; i++)
    {
      if (i > 0)
        tambour_test_press (ui->window, "Return");
      tambour_test_type (ui->window, lines[i]);
      n += strlen (lines[i]) + (i > 0);
    }

  return n;
}

static char *
dup_minutes (TambourTestUi *ui)
{
  GtkTextView *view = tambour_test_find (get_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
close_dialog (TambourTestUi *ui)
{
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_settle ();
}

/* A routine call with two actions, a commitment and a feature request, by keyboard
 * alone, in fewer keys than one types in half a minute.
 */
static void
test_a_routine_call_by_keyboard (void)
{
  static const char * const lines[] = {
    "[] Send figures @me !fri", "[] Open Birch St @marcus !+9d", "> New pair by May !05-01", "? Alert on silence", NULL,
  };
  g_autoptr(TambourTestUi) ui = open_account (1280);
  guint n_actions = record_fixture_count (ui, TAMBOUR_TYPE_ACTION_ITEM, "due >= 2020-01-01");
  guint n_calls = record_fixture_count (ui, TAMBOUR_TYPE_ENGAGEMENT, "status = held");
  g_autoptr(TambourRecord) action = NULL;
  g_autoptr(TambourRecord) theirs = NULL;
  g_autoptr(TambourRecord) request = NULL;
  g_autoptr(TambourRecord) promise = NULL;
  guint n_keys = 3;

  open_dialog (ui);
  n_keys += type_lines (ui, lines);
  tambour_test_wait_text (get_dialog (ui), "New feature request");
  tambour_test_wait_text (get_dialog (ui), "We promise · Sat 1 May 2027");
  tambour_test_wait_text (get_dialog (ui), "Marcus Feld · Wed 2 Dec");
  tambour_test_wait_text (get_dialog (ui), "5 records");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
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
  g_autoptr(TambourTestUi) ui = open_account (1280);
  g_autofree char *kept = NULL;
  g_autofree char *empty = NULL;

  open_dialog (ui);
  type_lines (ui, lines);
  tambour_test_wait_text (get_dialog (ui), "Draft kept on this computer");
  close_dialog (ui);

  open_dialog (ui);
  kept = dup_minutes (ui);
  g_assert_cmpstr (kept, ==, "Signed\n[] Send figures @me");
  tambour_test_wait_text (get_dialog (ui), "Send figures");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_settle ();

  open_dialog (ui);
  empty = dup_minutes (ui);
  g_assert_cmpstr (empty, ==, "");
}

/* Two calls of one account that nobody has saved: both are kept. */
static void
test_no_draft_takes_the_place_of_another (void)
{
  static const char * const first[] = { "First", NULL };
  static const char * const second[] = { "Second", NULL };
  g_autoptr(TambourTestUi) ui = open_account (1280);
  g_autoptr(TambourRecord) other = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Skarvik Air\"");
  g_autoptr(GPtrArray) drafts = NULL;
  GtkDropDown *accounts;
  guint position;

  open_dialog (ui);
  accounts = tambour_test_find (get_dialog (ui), GTK_TYPE_DROP_DOWN, NULL);
  position = gtk_drop_down_get_selected (accounts);
  type_lines (ui, first);
  close_dialog (ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.log-call-with", "s", other->id);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  type_lines (ui, second);
  gtk_drop_down_set_selected (tambour_test_find (get_dialog (ui), GTK_TYPE_DROP_DOWN, NULL), position);
  close_dialog (ui);

  drafts = tambour_draft_keeper_merge (tambour_draft_keeper_get (ui->portfolio), tambour_drafts_list (ui->store, NULL));
  g_assert_cmpuint (drafts->len, ==, 2);
  for (guint i = 0; i < drafts->len; i++)
    g_assert_cmpstr (((TambourDraft *) g_ptr_array_index (drafts, i))->account_id, !=, other->id);
}

static void
test_a_draft_is_among_the_drafts (void)
{
  static const char * const lines[] = { "Signed", NULL };
  g_autoptr(TambourTestUi) ui = open_account (1280);
  g_autofree char *kept = NULL;

  open_dialog (ui);
  type_lines (ui, lines);
  close_dialog (ui);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL));
  tambour_test_wait_text (ui->window, "Call with " ACCOUNT);
  gtk_widget_activate (gtk_widget_get_ancestor (tambour_test_find (ui->window, GTK_TYPE_WIDGET, "Call with " ACCOUNT), GTK_TYPE_LIST_BOX_ROW));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  kept = dup_minutes (ui);
  g_assert_cmpstr (kept, ==, "Signed");
}

/* A goal that keeps its day is not told as if it moved. */
static void
test_a_goal_moves_or_not (void)
{
  static const char * const lines[] = { "goal \"Guest Wi-Fi on its own policy\" due 2027-01-15", NULL };
  g_autoptr(TambourTestUi) ui = open_account (1280);

  open_dialog (ui);
  type_lines (ui, lines);
  tambour_test_wait_text (get_dialog (ui), "Due Fri 15 Jan 2027, as before");
  tambour_test_press (ui->window, "BackSpace");
  tambour_test_type (ui->window, "8");
  tambour_test_wait_text (get_dialog (ui), "Due Fri 15 Jan 2027 → Mon 18 Jan 2027");
}

/* The name may be told unknown while it is still typed, before it is a chip. */
static gboolean
dora_is_unknown (gpointer attendees)
{
  GtkWidget *label = tambour_test_find (attendees, GTK_TYPE_LABEL, "dora");

  return label != NULL && gtk_widget_has_css_class (gtk_widget_get_parent (label), "unknown");
}

static void
test_attendees_are_chips (void)
{
  g_autoptr(TambourTestUi) ui = open_account (1280);
  g_auto(GStrv) typed = NULL;
  TambourAttendees *attendees;

  open_dialog (ui);
  attendees = tambour_test_find (get_dialog (ui), TAMBOUR_TYPE_ATTENDEES, NULL);
  g_assert_true (gtk_widget_grab_focus (tambour_test_find (attendees, GTK_TYPE_TEXT, NULL)));
  tambour_test_type (ui->window, "ruth,marcus,dora");
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (attendees, "Ruth Adeyemi");
  tambour_test_wait_text (attendees, "Marcus Feld");
  tambour_test_wait_text (get_dialog (ui), "“dora” is not in People");
  tambour_test_assert_named (get_dialog (ui));
  tambour_test_picture (ui->window, "call-attendees");

  /* Who is named twice is known all the same. */
  tambour_test_wait (dora_is_unknown, attendees);
  tambour_test_type (ui->window, "marcus feld,priya,");
  tambour_test_wait_text (attendees, "Priya Raman");
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_parent (tambour_test_find (attendees, GTK_TYPE_LABEL, "marcus feld")), "unknown"));
  tambour_test_press (ui->window, "BackSpace");
  tambour_test_press (ui->window, "BackSpace");

  tambour_test_press (ui->window, "BackSpace");
  tambour_test_wait_no_text (get_dialog (ui), "“dora” is not in People");
  typed = tambour_attendees_dup_typed (attendees);
  g_assert_cmpuint (g_strv_length (typed), ==, 2);
}

static GtkWidget *
get_minutes (TambourTestUi *ui)
{
  return tambour_test_find (get_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);
}

/* What is offered hangs on the text into which somebody types. */
static gboolean
is_offered (gpointer text)
{
  return tambour_test_find (text, GTK_TYPE_POPOVER, NULL) != NULL;
}

static gboolean
is_not_offered (gpointer text)
{
  return !is_offered (text);
}

/* What can be named is read while the dialog comes up. */
static void
wait_for_offers (TambourTestUi *ui)
{
  tambour_test_type (ui->window, "@");
  tambour_test_wait (is_offered, get_minutes (ui));
  tambour_test_press (ui->window, "BackSpace");
  tambour_test_wait (is_not_offered, get_minutes (ui));
}

#define assert_minutes(ui, expected) \
  G_STMT_START { \
    g_autofree char *minutes_ = dup_minutes (ui); \
    g_assert_cmpstr (minutes_, ==, expected); \
  } G_STMT_END

/* The arrows and Enter, Tab, and Escape, all of them without leaving the text. */
static void
test_people_are_completed_in_the_minutes (void)
{
  g_autoptr(TambourTestUi) ui = open_account (1280);

  open_dialog (ui);
  wait_for_offers (ui);
  tambour_test_type (ui->window, "[] Open it @mar");
  tambour_test_wait_text (get_minutes (ui), "Marcus Feld");
  tambour_test_assert_named (get_dialog (ui));
  tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Return");
  assert_minutes (ui, "[] Open it @Marcus ");
  g_assert_true (is_not_offered (get_minutes (ui)));

  tambour_test_type (ui->window, "!fri");
  tambour_test_press (ui->window, "Return");
  tambour_test_type (ui->window, "[] Two @adey");
  tambour_test_wait_text (get_minutes (ui), "Ruth Adeyemi");
  tambour_test_press (ui->window, "Tab");
  assert_minutes (ui, "[] Open it @Marcus !fri\n[] Two @Ruth ");
  g_assert_true (gtk_widget_has_focus (get_minutes (ui)));

  tambour_test_press (ui->window, "Return");
  tambour_test_type (ui->window, "[] Three @mar");
  tambour_test_wait (is_offered, get_minutes (ui));
  tambour_test_press (ui->window, "Escape");
  g_assert_true (has_dialog (ui));
  g_assert_true (is_not_offered (get_minutes (ui)));
  tambour_test_type (ui->window, "c");
  g_assert_true (is_not_offered (get_minutes (ui)));
  tambour_test_wait_text (get_dialog (ui), "Marcus Feld");
}

/* Who does not look at what is offered is not held up by it. */
static void
test_enter_alone_is_enter (void)
{
  g_autoptr(TambourTestUi) ui = open_account (1280);
  TambourAttendees *attendees;
  g_auto(GStrv) typed = NULL;

  open_dialog (ui);
  wait_for_offers (ui);
  tambour_test_type (ui->window, "[] Open it @mar");
  tambour_test_wait (is_offered, get_minutes (ui));
  tambour_test_press (ui->window, "Return");
  tambour_test_type (ui->window, "Then");
  assert_minutes (ui, "[] Open it @mar\nThen");
  g_assert_true (is_not_offered (get_minutes (ui)));

  /* Down and up again is where one was. */
  tambour_test_type (ui->window, " @mar");
  tambour_test_wait (is_offered, get_minutes (ui));
  tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Up");
  tambour_test_press (ui->window, "Return");
  assert_minutes (ui, "[] Open it @mar\nThen @mar\n");

  attendees = tambour_test_find (get_dialog (ui), TAMBOUR_TYPE_ATTENDEES, NULL);
  g_assert_true (gtk_widget_grab_focus (tambour_test_find (attendees, GTK_TYPE_TEXT, NULL)));
  tambour_test_type (ui->window, "mar");
  tambour_test_wait (is_offered, attendees);
  tambour_test_press (ui->window, "Return");
  typed = tambour_attendees_dup_typed (attendees);
  g_assert_cmpuint (g_strv_length (typed), ==, 1);
  g_assert_cmpstr (typed[0], ==, "mar");
}

static void
test_attendees_are_completed (void)
{
  g_autoptr(TambourTestUi) ui = open_account (1280);
  TambourAttendees *attendees;
  g_auto(GStrv) typed = NULL;

  open_dialog (ui);
  wait_for_offers (ui);
  attendees = tambour_test_find (get_dialog (ui), TAMBOUR_TYPE_ATTENDEES, NULL);
  g_assert_true (gtk_widget_grab_focus (tambour_test_find (attendees, GTK_TYPE_TEXT, NULL)));
  tambour_test_type (ui->window, "feld");
  tambour_test_wait (is_offered, attendees);
  tambour_test_press (ui->window, "Tab");
  tambour_test_type (ui->window, "ru");
  tambour_test_wait_text (attendees, "Ruth Adeyemi");
  tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Return");
  typed = tambour_attendees_dup_typed (attendees);
  g_assert_cmpuint (g_strv_length (typed), ==, 2);
  g_assert_cmpstr (typed[0], ==, "Marcus Feld");
  g_assert_cmpstr (typed[1], ==, "Ruth Adeyemi");

  /* Whoever is there is not offered twice. */
  tambour_test_type (ui->window, "feld");
  tambour_test_settle ();
  g_assert_true (is_not_offered (attendees));
}

static void
test_cases_are_completed (void)
{
  g_autoptr(TambourTestUi) ui = open_account (1280);

  open_dialog (ui);
  wait_for_offers (ui);
  tambour_test_type (ui->window, "#clin");
  tambour_test_wait_text (get_minutes (ui), "Clinic appliance restarts nightly");
  tambour_test_press (ui->window, "Tab");
  tambour_test_type (ui->window, "stays open");
  assert_minutes (ui, "#4117 stays open");
  tambour_test_wait_text (get_dialog (ui), "#4117 Clinic appliance restarts nightly");
}

/* Somebody new comes into People with the call, and goes again with it. */
static void
test_somebody_new_is_added (void)
{
  static const char * const lines[] = { "[] Name an approver @dora", NULL };
  g_autoptr(TambourTestUi) ui = open_account (1280);
  guint n = record_fixture_count (ui, TAMBOUR_TYPE_CONTACT, "name = \"Dora Lind\"");
  g_autoptr(TambourRecord) action = NULL;
  GtkWidget *card;

  open_dialog (ui);
  type_lines (ui, lines);
  tambour_test_wait_text (get_dialog (ui), "“dora” is not in People");
  tambour_test_picture (ui->window, "call-unknown");
  card = tambour_test_find (get_dialog (ui), TAMBOUR_TYPE_CALL_DOUBT_CARD, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_ancestor (tambour_test_find (card, GTK_TYPE_LABEL, "Add Dora…"), GTK_TYPE_MENU_BUTTON)));
  tambour_test_wait_text (card, "Full name");
  tambour_test_assert_named (get_dialog (ui));
  gtk_editable_set_text (GTK_EDITABLE (tambour_test_find (card, GTK_TYPE_ENTRY, NULL)), "Dora Lind");
  g_signal_emit_by_name (tambour_test_find (card, GTK_TYPE_ENTRY, NULL), "activate");
  tambour_test_wait_text (get_dialog (ui), "New in People");
  tambour_test_wait_no_text (get_dialog (ui), "“dora” is not in People");
  assert_minutes (ui, "[] Name an approver @\"Dora Lind\"");

  /* A draft that is opened again knows it still. */
  close_dialog (ui);
  open_dialog (ui);
  tambour_test_wait_text (get_dialog (ui), "New in People");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_settle ();
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_CONTACT, "name = \"Dora Lind\""), ==, n + 1);
  action = record_fixture_find (ui, TAMBOUR_TYPE_ACTION_ITEM, "title = \"Name an approver\"");
  g_assert_cmpstr (TAMBOUR_ACTION_ITEM (action)->owner, ==, "Dora Lind");

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_settle ();
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_CONTACT, "name = \"Dora Lind\""), ==, n);
}

/* A name that nobody knows can be that of somebody who is known. */
static void
test_somebody_known_is_chosen (void)
{
  static const char * const lines[] = { "[] Name an approver @dora !tue", NULL };
  g_autoptr(TambourTestUi) ui = open_account (1280);
  TambourAttendees *attendees;
  GtkWidget *card, *row;

  open_dialog (ui);
  wait_for_offers (ui);
  type_lines (ui, lines);
  attendees = tambour_test_find (get_dialog (ui), TAMBOUR_TYPE_ATTENDEES, NULL);
  g_assert_true (gtk_widget_grab_focus (tambour_test_find (attendees, GTK_TYPE_TEXT, NULL)));
  tambour_test_type (ui->window, "dora,");
  tambour_test_wait_text (get_dialog (ui), "“dora” is not in People");
  card = tambour_test_find (get_dialog (ui), TAMBOUR_TYPE_CALL_DOUBT_CARD, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_ancestor (tambour_test_find (card, GTK_TYPE_LABEL, "Choose…"), GTK_TYPE_MENU_BUTTON)));
  tambour_test_wait_text (card, "Priya Raman");
  row = gtk_widget_get_ancestor (tambour_test_find (card, GTK_TYPE_LABEL, "Priya Raman"), GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_activate (row);
  assert_minutes (ui, "[] Name an approver @Priya !tue");
  tambour_test_wait_text (attendees, "Priya Raman");
  tambour_test_wait_no_text (get_dialog (ui), "“dora” is not in People");
}

/* A doubt keeps nobody from saving. */
static void
test_a_doubt_is_no_obstacle (void)
{
  static const char * const lines[] = { "[] Name an approver @dora !someday", "#9999", NULL };
  g_autoptr(TambourTestUi) ui = open_account (1280);
  g_autoptr(TambourRecord) action = NULL;

  open_dialog (ui);
  type_lines (ui, lines);
  tambour_test_wait_text (get_dialog (ui), "“dora” is not in People");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  action = record_fixture_find (ui, TAMBOUR_TYPE_ACTION_ITEM, "title = \"Name an approver !someday\"");
  g_assert_cmpstr (TAMBOUR_ACTION_ITEM (action)->owner, ==, "dora");
}

/* What is no time is said, and keeps the call from being saved until it is one. */
static void
test_a_wrong_time_is_said (void)
{
  g_autoptr(TambourTestUi) ui = open_account (1280);
  GtkWidget *entry;

  open_dialog (ui);
  entry = tambour_test_find (get_dialog (ui), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "noonish");
  tambour_test_wait_text (get_dialog (ui), "This takes a time, such as today 11:30 or fri 9 am");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_settle ();
  g_assert_true (has_dialog (ui));

  gtk_editable_set_text (GTK_EDITABLE (entry), "today 8:00");
  tambour_test_wait_no_text (get_dialog (ui), "This takes a time, such as today 11:30 or fri 9 am");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
}

/* The calls of the account: held or not, and planned, and from there to the dialog. */
static void
test_the_calls_of_an_account (void)
{
  g_autoptr(TambourTestUi) ui = open_account (1280);
  GtkWidget *section;

  tambour_test_press (ui->window, "<Alt>3");
  tambour_test_wait_text (ui->window, "Last 12 Months");
  section = tambour_test_find (ui->window, TAMBOUR_TYPE_CALLS_SECTION, NULL);
  tambour_test_wait_text (section, "Roadmap review, Q4");
  tambour_test_wait_text (section, "Cancelled by the customer");
  tambour_test_assert_named (ui->window);

  g_assert_true (gtk_widget_activate_action (section, "calls.log", NULL));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_type (ui->window, "Signed");
  tambour_test_wait_text (get_dialog (ui), "Draft kept on this computer");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_text (section, "Roadmap review, Q4, 60 min");
}

/* When we talked with somebody, and what they promised, stands on their page. */
static void
test_the_talks_with_somebody (void)
{
  static const char * const lines[] = { "Signed", "> Test windows by May @marcus !05-01", NULL };
  g_autoptr(TambourTestUi) ui = open_account (1280);
  g_autoptr(TambourRecord) marcus = record_fixture_find (ui, TAMBOUR_TYPE_CONTACT, "name = \"Marcus Feld\"");
  TambourAttendees *attendees;
  GtkWidget *talks;

  open_dialog (ui);
  type_lines (ui, lines);
  attendees = tambour_test_find (get_dialog (ui), TAMBOUR_TYPE_ATTENDEES, NULL);
  g_assert_true (gtk_widget_grab_focus (tambour_test_find (attendees, GTK_TYPE_TEXT, NULL)));
  tambour_test_type (ui->window, "marcus,");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "contact", marcus->id);
  tambour_test_wait_text (ui->window, "Promised by Them");
  talks = tambour_test_find (ui->window, TAMBOUR_TYPE_TALK_HISTORY, NULL);
  tambour_test_wait_text (talks, "last Today");
  tambour_test_wait_text (talks, "Roadmap review, Q4, 60 min");
  tambour_test_wait_text (talks, "Test windows by May");
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "talks");
}

/* A row leads to the line that it comes from. */
static void
test_a_row_leads_to_its_line (void)
{
  static const char * const lines[] = { "One", "[] Two", "? Three", NULL };
  g_autoptr(TambourTestUi) ui = open_account (1280);
  GtkTextView *view;
  GtkTextIter iter;

  open_dialog (ui);
  type_lines (ui, lines);
  tambour_test_wait_text (get_dialog (ui), "Three");
  view = tambour_test_find (get_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_widget_activate (gtk_widget_get_ancestor (tambour_test_find (get_dialog (ui), GTK_TYPE_WIDGET, "Two"), GTK_TYPE_LIST_BOX_ROW));
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
  g_assert_false (has_dialog (ui));
}

static void
test_narrow (void)
{
  static const char * const lines[] = { "[] Send figures @me !fri", NULL };
  g_autoptr(TambourTestUi) ui = open_account (360);

  open_dialog (ui);
  type_lines (ui, lines);
  tambour_test_wait_text (get_dialog (ui), "Send figures");
  tambour_test_assert_named (get_dialog (ui));
  tambour_test_picture (ui->window, "call-narrow");
}

static void
test_hostile (void)
{
  g_autoptr(TambourTestUi) ui = open_account (1280);
  GtkTextView *view;

  open_dialog (ui);
  view = tambour_test_find (get_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "- [ ] <b>%s</b> & \"x\" @<i>\n? مرحبا @dora\n#9999 <u>", -1);
  tambour_test_wait_text (get_dialog (ui), "<b>%s</b> & \"x\" @<i>");
  tambour_test_wait_text (get_dialog (ui), "مرحبا");
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
  g_test_add_func ("/call/attendees-are-chips", test_attendees_are_chips);
  g_test_add_func ("/call/people-are-completed-in-the-minutes", test_people_are_completed_in_the_minutes);
  g_test_add_func ("/call/enter-alone-is-enter", test_enter_alone_is_enter);
  g_test_add_func ("/call/attendees-are-completed", test_attendees_are_completed);
  g_test_add_func ("/call/cases-are-completed", test_cases_are_completed);
  g_test_add_func ("/call/somebody-new-is-added", test_somebody_new_is_added);
  g_test_add_func ("/call/somebody-known-is-chosen", test_somebody_known_is_chosen);
  g_test_add_func ("/call/a-doubt-is-no-obstacle", test_a_doubt_is_no_obstacle);
  g_test_add_func ("/call/a-goal-moves-or-not", test_a_goal_moves_or_not);
  g_test_add_func ("/call/a-wrong-time-is-said", test_a_wrong_time_is_said);
  g_test_add_func ("/call/the-calls-of-an-account", test_the_calls_of_an_account);
  g_test_add_func ("/call/the-talks-with-somebody", test_the_talks_with_somebody);
  g_test_add_func ("/call/a-row-leads-to-its-line", test_a_row_leads_to_its_line);
  g_test_add_func ("/call/without-an-account", test_without_an_account);
  g_test_add_func ("/call/narrow", test_narrow);
  g_test_add_func ("/call/hostile", test_hostile);

  return g_test_run ();
}
