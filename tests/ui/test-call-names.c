/* test-call-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-fixture.h"
#include "record-fixture.h"
#include "tambour-attendees.h"
#include "tambour-call-doubt-card.h"
#include "tambour-engagement.h"

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
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  g_auto(GStrv) typed = NULL;
  TambourAttendees *attendees;

  call_fixture_open_dialog (ui);
  attendees = tambour_test_find (call_fixture_dialog (ui), TAMBOUR_TYPE_ATTENDEES, NULL);
  g_assert_true (gtk_widget_grab_focus (tambour_test_find (attendees, GTK_TYPE_TEXT, NULL)));
  tambour_test_type (ui->window, "ruth,marcus,dora");
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (attendees, "Ruth Adeyemi");
  tambour_test_wait_text (attendees, "Marcus Feld");
  tambour_test_wait_text (call_fixture_dialog (ui), "“dora” is not in People");
  tambour_test_assert_named (call_fixture_dialog (ui));
  tambour_test_picture (ui->window, "call-attendees");

  /* Who is named twice is known all the same. */
  tambour_test_wait (dora_is_unknown, attendees);
  tambour_test_type (ui->window, "marcus feld,priya,");
  tambour_test_wait_text (attendees, "Priya Raman");
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_parent (tambour_test_find (attendees, GTK_TYPE_LABEL, "marcus feld")), "unknown"));
  tambour_test_press (ui->window, "BackSpace");
  tambour_test_press (ui->window, "BackSpace");

  tambour_test_press (ui->window, "BackSpace");
  tambour_test_wait_no_text (call_fixture_dialog (ui), "“dora” is not in People");
  typed = tambour_attendees_dup_typed (attendees);
  g_assert_cmpuint (g_strv_length (typed), ==, 2);
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
  tambour_test_wait (is_offered, call_fixture_minutes (ui));
  tambour_test_press (ui->window, "BackSpace");
  tambour_test_wait (is_not_offered, call_fixture_minutes (ui));
}

/* The arrows and Enter, Tab, and Escape, all of them without leaving the text. */
static void
test_people_are_completed_in_the_minutes (void)
{
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);

  call_fixture_open_dialog (ui);
  wait_for_offers (ui);
  tambour_test_type (ui->window, "[] Open it @mar");
  tambour_test_wait_text (call_fixture_minutes (ui), "Marcus Feld");
  tambour_test_picture (tambour_test_find (call_fixture_minutes (ui), GTK_TYPE_POPOVER, NULL), "call-offers");
  tambour_test_assert_named (call_fixture_dialog (ui));
  tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Return");
  assert_minutes (ui, "[] Open it @Marcus ");
  g_assert_true (is_not_offered (call_fixture_minutes (ui)));

  tambour_test_type (ui->window, "!fri");
  tambour_test_press (ui->window, "Return");
  tambour_test_type (ui->window, "[] Two @adey");
  tambour_test_wait_text (call_fixture_minutes (ui), "Ruth Adeyemi");
  tambour_test_press (ui->window, "Tab");
  assert_minutes (ui, "[] Open it @Marcus !fri\n[] Two @Ruth ");
  g_assert_true (gtk_widget_has_focus (call_fixture_minutes (ui)));

  tambour_test_press (ui->window, "Return");
  tambour_test_type (ui->window, "[] Three @mar");
  tambour_test_wait (is_offered, call_fixture_minutes (ui));
  tambour_test_press (ui->window, "Escape");
  g_assert_true (call_fixture_has_dialog (ui));
  g_assert_true (is_not_offered (call_fixture_minutes (ui)));
  tambour_test_type (ui->window, "c");
  g_assert_true (is_not_offered (call_fixture_minutes (ui)));
  tambour_test_wait_text (call_fixture_dialog (ui), "Marcus Feld");
}

/* Who does not look at what is offered is not held up by it. */
static void
test_enter_alone_is_enter (void)
{
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  TambourAttendees *attendees;
  g_auto(GStrv) typed = NULL;

  call_fixture_open_dialog (ui);
  wait_for_offers (ui);
  tambour_test_type (ui->window, "[] Open it @mar");
  tambour_test_wait (is_offered, call_fixture_minutes (ui));
  tambour_test_press (ui->window, "Return");
  tambour_test_type (ui->window, "Then");
  assert_minutes (ui, "[] Open it @mar\nThen");
  g_assert_true (is_not_offered (call_fixture_minutes (ui)));

  /* Down and up again is where one was. */
  tambour_test_type (ui->window, " @mar");
  tambour_test_wait (is_offered, call_fixture_minutes (ui));
  tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Up");
  tambour_test_press (ui->window, "Return");
  assert_minutes (ui, "[] Open it @mar\nThen @mar\n");

  attendees = tambour_test_find (call_fixture_dialog (ui), TAMBOUR_TYPE_ATTENDEES, NULL);
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
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  TambourAttendees *attendees;
  g_auto(GStrv) typed = NULL;

  call_fixture_open_dialog (ui);
  wait_for_offers (ui);
  attendees = tambour_test_find (call_fixture_dialog (ui), TAMBOUR_TYPE_ATTENDEES, NULL);
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
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);

  call_fixture_open_dialog (ui);
  wait_for_offers (ui);
  tambour_test_type (ui->window, "#clin");
  tambour_test_wait_text (call_fixture_minutes (ui), "Clinic appliance restarts nightly");
  tambour_test_picture (tambour_test_find (call_fixture_minutes (ui), GTK_TYPE_POPOVER, NULL), "call-cases");
  tambour_test_press (ui->window, "Tab");
  tambour_test_type (ui->window, "stays open");
  assert_minutes (ui, "#4117 stays open");
  tambour_test_wait_text (call_fixture_dialog (ui), "#4117 Clinic appliance restarts nightly");
}

/* Somebody new comes into People with the call, and goes again with it. */
static void
test_somebody_new_is_added (void)
{
  static const char * const lines[] = { "[] Name an approver @dora", NULL };
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  guint n = record_fixture_count (ui, TAMBOUR_TYPE_CONTACT, "name = \"Dora Lind\"");
  g_autoptr(TambourRecord) action = NULL;
  GtkWidget *card;

  call_fixture_open_dialog (ui);
  call_fixture_type (ui, lines);
  tambour_test_wait_text (call_fixture_dialog (ui), "“dora” is not in People");
  tambour_test_picture (ui->window, "call-unknown");
  card = tambour_test_find (call_fixture_dialog (ui), TAMBOUR_TYPE_CALL_DOUBT_CARD, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_ancestor (tambour_test_find (card, GTK_TYPE_LABEL, "Add Dora…"), GTK_TYPE_MENU_BUTTON)));
  tambour_test_wait_text (card, "Full name");
  tambour_test_picture (tambour_test_find (card, GTK_TYPE_POPOVER, NULL), "call-add");
  tambour_test_assert_named (call_fixture_dialog (ui));
  gtk_editable_set_text (GTK_EDITABLE (tambour_test_find (card, GTK_TYPE_ENTRY, NULL)), "Dora Lind");
  g_signal_emit_by_name (tambour_test_find (card, GTK_TYPE_ENTRY, NULL), "activate");
  tambour_test_wait_text (call_fixture_dialog (ui), "New in People");
  tambour_test_wait_no_text (call_fixture_dialog (ui), "“dora” is not in People");
  assert_minutes (ui, "[] Name an approver @\"Dora Lind\"");

  /* A draft that is opened again knows it still. */
  call_fixture_close_dialog (ui);
  call_fixture_open_dialog (ui);
  tambour_test_wait_text (call_fixture_dialog (ui), "New in People");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (call_fixture_has_no_dialog, ui);
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
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  TambourAttendees *attendees;
  GtkWidget *card, *row;

  call_fixture_open_dialog (ui);
  wait_for_offers (ui);
  call_fixture_type (ui, lines);
  attendees = tambour_test_find (call_fixture_dialog (ui), TAMBOUR_TYPE_ATTENDEES, NULL);
  g_assert_true (gtk_widget_grab_focus (tambour_test_find (attendees, GTK_TYPE_TEXT, NULL)));
  tambour_test_type (ui->window, "dora,");
  tambour_test_wait_text (call_fixture_dialog (ui), "“dora” is not in People");
  card = tambour_test_find (call_fixture_dialog (ui), TAMBOUR_TYPE_CALL_DOUBT_CARD, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_ancestor (tambour_test_find (card, GTK_TYPE_LABEL, "Choose…"), GTK_TYPE_MENU_BUTTON)));
  tambour_test_wait_text (card, "Priya Raman");
  tambour_test_picture (tambour_test_find (card, GTK_TYPE_POPOVER, NULL), "call-choose");
  row = gtk_widget_get_ancestor (tambour_test_find (card, GTK_TYPE_LABEL, "Priya Raman"), GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_activate (row);
  assert_minutes (ui, "[] Name an approver @Priya !tue");
  tambour_test_wait_text (attendees, "Priya Raman");
  tambour_test_wait_no_text (call_fixture_dialog (ui), "“dora” is not in People");
}

/* A doubt keeps nobody from saving. */
static void
test_a_doubt_is_no_obstacle (void)
{
  static const char * const lines[] = { "[] Name an approver @dora !someday", "#9999", NULL };
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  g_autoptr(TambourRecord) action = NULL;

  call_fixture_open_dialog (ui);
  call_fixture_type (ui, lines);
  tambour_test_wait_text (call_fixture_dialog (ui), "“dora” is not in People");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (call_fixture_has_no_dialog, ui);
  action = record_fixture_find (ui, TAMBOUR_TYPE_ACTION_ITEM, "title = \"Name an approver !someday\"");
  g_assert_cmpstr (TAMBOUR_ACTION_ITEM (action)->owner, ==, "dora");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/call-names/attendees-are-chips", test_attendees_are_chips);
  g_test_add_func ("/call-names/people-are-completed-in-the-minutes", test_people_are_completed_in_the_minutes);
  g_test_add_func ("/call-names/enter-alone-is-enter", test_enter_alone_is_enter);
  g_test_add_func ("/call-names/attendees-are-completed", test_attendees_are_completed);
  g_test_add_func ("/call-names/cases-are-completed", test_cases_are_completed);
  g_test_add_func ("/call-names/somebody-new-is-added", test_somebody_new_is_added);
  g_test_add_func ("/call-names/somebody-known-is-chosen", test_somebody_known_is_chosen);
  g_test_add_func ("/call-names/a-doubt-is-no-obstacle", test_a_doubt_is_no_obstacle);

  return g_test_run ();
}
