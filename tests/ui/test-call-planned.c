/* test-call-planned.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>

#include <json-glib/json-glib.h>

#include "call-fixture.h"
#include "record-fixture.h"
#include "tambour-attendees.h"
#include "tambour-call-dialog.h"
#include "tambour-calls-section.h"
#include "tambour-draft-keeper.h"
#include "tambour-engagement.h"
#include "tambour-talk-history.h"

/* A second after a key, it is in the file; the slack is for machines that have much to do. */
#define SECONDS_TO_KEEP 1
#define SLACK           (G_USEC_PER_SEC / 2)

static const char *program;

/* The calls of the account: held or not, and planned, and from there to the dialog. */
static void
test_the_calls_of_an_account (void)
{
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  GtkWidget *section;

  tambour_test_press (ui->window, "<Alt>4");
  tambour_test_wait_text (ui->window, "Last 12 Months");
  section = tambour_test_find (ui->window, TAMBOUR_TYPE_CALLS_SECTION, NULL);
  tambour_test_wait_text (section, "Roadmap review, Q4");
  tambour_test_wait_text (section, "Cancelled by the customer");
  tambour_test_assert_named (ui->window);

  g_assert_true (gtk_widget_activate_action (section, "calls.log", NULL));
  tambour_test_wait (call_fixture_has_dialog, ui);
  tambour_test_settle ();
  tambour_test_type (ui->window, "Signed");
  tambour_test_wait_text (call_fixture_dialog (ui), "Draft kept on this computer");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (call_fixture_has_no_dialog, ui);
  tambour_test_wait_text (section, "Roadmap review, Q4, 60 min");
}

/* When we talked with somebody, and what they promised, stands on their page. */
static void
test_the_talks_with_somebody (void)
{
  static const char * const lines[] = { "Signed", "> Test windows by May @marcus !05-01", NULL };
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  g_autoptr(TambourRecord) marcus = record_fixture_find (ui, TAMBOUR_TYPE_CONTACT, "name = \"Marcus Feld\"");
  TambourAttendees *attendees;
  GtkWidget *talks;

  call_fixture_open_dialog (ui);
  call_fixture_type (ui, lines);
  attendees = tambour_test_find (call_fixture_dialog (ui), TAMBOUR_TYPE_ATTENDEES, NULL);
  g_assert_true (gtk_widget_grab_focus (tambour_test_find (attendees, GTK_TYPE_TEXT, NULL)));
  tambour_test_type (ui->window, "marcus,");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (call_fixture_has_no_dialog, ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "contact", marcus->id);
  tambour_test_wait_text (ui->window, "Promised by Them");
  talks = tambour_test_find (ui->window, TAMBOUR_TYPE_TALK_HISTORY, NULL);
  tambour_test_wait_text (talks, "Last: Today");
  tambour_test_wait_text (talks, "Roadmap review, Q4, 60 min");
  tambour_test_wait_text (talks, "Test windows by May");
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "talks");
}

/* Returns: the field below a label */
static GtkWidget *
get_field (TambourTestUi *ui,
           const char    *label)
{
  return gtk_label_get_mnemonic_widget (GTK_LABEL (tambour_test_find (call_fixture_dialog (ui), GTK_TYPE_LABEL, label)));
}

static gboolean
has_focus_in (TambourTestUi *ui,
              GtkWidget     *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (ui->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Returns: whether the keyboard comes there */
static gboolean
tab_back_to (TambourTestUi *ui,
             GtkWidget     *widget)
{
  for (guint i = 0; i < 20 && !has_focus_in (ui, widget); i++)
    tambour_test_press (ui->window, "<Shift>Tab");

  return has_focus_in (ui, widget);
}

static void
choose_by_keyboard (TambourTestUi *ui,
                    GtkWidget     *down,
                    guint          position)
{
  g_assert_true (tab_back_to (ui, down));
  tambour_test_press (ui->window, "space");
  tambour_test_settle ();
  for (guint i = 0; i < position; i++)
    tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (down)), ==, position);
}

/* Held, cancelled by us or by them, and nobody came: all by keyboard. */
static void
test_what_became_of_it (void)
{
  static const char * const became[] = { NULL, "status = cancelled_us", "status = cancelled_them", "status = no_show" };
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);

  for (guint i = 1; i < G_N_ELEMENTS (became); i++)
    {
      guint n = record_fixture_count (ui, TAMBOUR_TYPE_ENGAGEMENT, became[i]);

      call_fixture_open_dialog (ui);
      choose_by_keyboard (ui, get_field (ui, "Was It Held"), i);
      tambour_test_press (ui->window, "<Control>Return");
      tambour_test_wait (call_fixture_has_no_dialog, ui);
      tambour_test_settle ();
      g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ENGAGEMENT, became[i]), ==, n + 1);
    }
}

/* What was planned says when it began, how long it takes and by which way; a person
 * may say otherwise.
 */
static void
test_what_was_planned_is_filled_in (void)
{
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  g_autoptr(TambourRecord) planned = record_fixture_find (ui, TAMBOUR_TYPE_ENGAGEMENT, "title = \"Roadmap review, Q4\" and status = planned");
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (ui->portfolio, "Plan");
  g_autoptr(GError) error = NULL;
  GtkSpinButton *minutes;

  TAMBOUR_ENGAGEMENT (planned)->planned_end.seconds = TAMBOUR_ENGAGEMENT (planned)->planned_start.seconds + 45 * 60;
  g_set_str (&TAMBOUR_ENGAGEMENT (planned)->channel, "On site");
  tambour_change_put (change, planned);
  g_assert_true (tambour_store_commit (ui->store, change, &error));

  call_fixture_open_dialog (ui);
  tambour_test_wait_text (call_fixture_dialog (ui), "Roadmap review, Q4, 45 min");
  minutes = GTK_SPIN_BUTTON (get_field (ui, "Length (min)"));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (minutes), ==, 45);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (get_field (ui, "Channel"))), ==, 2);

  /* Nothing was typed, so nothing is kept. */
  call_fixture_close_dialog (ui);
  call_fixture_open_dialog (ui);
  g_assert_false (tambour_test_shows (call_fixture_dialog (ui), "Draft kept on this computer"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (get_field (ui, "Length (min)")), 20);
  tambour_test_wait_text (call_fixture_dialog (ui), "Roadmap review, Q4, 20 min");
  tambour_test_settle ();
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (get_field (ui, "Length (min)"))), ==, 20);
}

/* Returns: (transfer full): a call of a new cadence of an account, planned for today */
static TambourRecord *
plan_cadence (TambourTestUi *ui)
{
  TambourRecord *planned = record_fixture_find (ui, TAMBOUR_TYPE_ENGAGEMENT, "title = \"Roadmap review, Q4\" and status = planned");
  g_autoptr(TambourRecord) cadence = tambour_record_new (TAMBOUR_TYPE_CADENCE, NULL);

  g_set_str (&cadence->account_id.id, planned->account_id.id);
  TAMBOUR_CADENCE (cadence)->title = g_strdup ("Fortnightly review");
  TAMBOUR_CADENCE (cadence)->kind = TAMBOUR_ENGAGEMENT (planned)->kind;
  TAMBOUR_CADENCE (cadence)->interval_days = 14;
  tambour_test_ui_put (ui, cadence);
  g_set_str (&TAMBOUR_ENGAGEMENT (planned)->cadence_id.id, cadence->id);
  tambour_test_ui_put (ui, planned);

  return planned;
}

static gboolean
is_planned_again (gpointer data)
{
  return record_fixture_count (data, TAMBOUR_TYPE_ENGAGEMENT, "title = \"Roadmap review, Q4\" and status = planned") == 1;
}

/* A call of a cadence is followed by the next; who takes it back takes both back. */
static void
test_a_call_of_a_cadence_plans_the_next (void)
{
  g_autoptr(TambourTestUi) ui = call_fixture_open_account (1280);
  g_autoptr(TambourRecord) planned = plan_cadence (ui);
  g_autofree char *expression = g_strdup_printf ("cadence_id = \"%s\" and status = planned", TAMBOUR_ENGAGEMENT (planned)->cadence_id.id);
  g_autoptr(TambourRecord) next = NULL;
  g_autoptr(TambourRecord) held = NULL;
  guint n = record_fixture_count (ui, TAMBOUR_TYPE_ENGAGEMENT, NULL);

  call_fixture_open_dialog (ui);
  tambour_test_type (ui->window, "Signed");
  tambour_test_wait_text (call_fixture_dialog (ui), "Roadmap review, Q4, 60 min");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (call_fixture_has_no_dialog, ui);
  tambour_test_wait_text (ui->window, "Call logged");

  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ENGAGEMENT, NULL), ==, n + 1);
  held = record_fixture_get (ui, planned);
  g_assert_cmpuint (TAMBOUR_ENGAGEMENT (held)->status, ==, TAMBOUR_ENGAGEMENT_STATUS_HELD);
  next = record_fixture_find (ui, TAMBOUR_TYPE_ENGAGEMENT, expression);
  g_assert_cmpstr (next->id, !=, planned->id);
  g_assert_cmpint (TAMBOUR_ENGAGEMENT (next)->planned_start.seconds, ==, TAMBOUR_ENGAGEMENT (planned)->planned_start.seconds + 14 * TAMBOUR_DAY);

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait (is_planned_again, ui);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ENGAGEMENT, NULL), ==, n);
  g_clear_object (&next);
  next = record_fixture_find (ui, TAMBOUR_TYPE_ENGAGEMENT, expression);
  g_assert_cmpstr (next->id, ==, planned->id);
}

/* A program of its own: types minutes, says when, and goes on until it is killed. */
static int
type_until_killed (const char *path,
                   guint       n_keys)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_OPEN, &error);
  g_autoptr(TambourPortfolio) portfolio = tambour_portfolio_new (store);
  TambourTestUi ui = { .store = store, .portfolio = portfolio, .window = tambour_window_new (NULL) };

  tambour_test_ui_present (&ui);
  tambour_call_dialog_present (GTK_WIDGET (ui.window), portfolio, "");
  tambour_test_wait (call_fixture_has_dialog, &ui);
  tambour_test_settle ();
  for (guint i = 0; i < n_keys; i++)
    {
      gint64 until = g_get_monotonic_time () + 37000;

      gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (call_fixture_minutes (&ui))), "x", 1);
      while (g_get_monotonic_time () < until)
        if (!g_main_context_iteration (NULL, FALSE))
          g_usleep (500);
    }

  printf ("typed\n");
  fflush (stdout);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);

  return 0;
}

/* Returns: (transfer full): what is kept of the minutes */
static char *
dup_kept (TambourTestUi *ui)
{
  g_autoptr(GPtrArray) drafts = tambour_drafts_list (ui->store, NULL);

  g_assert_cmpuint (drafts->len, ==, 1);

  return g_strdup (json_object_get_string_member (((TambourDraft *) g_ptr_array_index (drafts, 0))->fields, "text"));
}

static void
kill_and_look (guint n_keys)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (400, 400);
  g_autofree char *number = g_strdup_printf ("%u", n_keys);
  g_autofree char *wanted = g_strnfill (n_keys, 'x');
  g_autofree char *line = NULL, *kept = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) child = NULL;
  g_autoptr(GDataInputStream) output = NULL;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--type", tambour_store_get_path (ui->store), number, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  while ((line = g_data_input_stream_read_line (output, NULL, NULL, &error)) && !g_str_equal (line, "typed"))
    g_clear_pointer (&line, g_free);
  g_assert_no_error (error);
  g_assert_nonnull (line);

  g_usleep (SECONDS_TO_KEEP * G_USEC_PER_SEC + SLACK);
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
  kept = dup_kept (ui);
  g_assert_cmpstr (kept, ==, wanted);
}

/* A second after a key, that key is kept, and all before it. */
static void
test_survives_being_killed (void)
{
  kill_and_look (1);
  kill_and_look (40);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);
  program = argv[0];

  if (argc == 4 && g_str_equal (argv[1], "--type"))
    return type_until_killed (argv[2], atoi (argv[3]));

  g_test_add_func ("/call-planned/the-calls-of-an-account", test_the_calls_of_an_account);
  g_test_add_func ("/call-planned/the-talks-with-somebody", test_the_talks_with_somebody);
  g_test_add_func ("/call-planned/what-became-of-it", test_what_became_of_it);
  g_test_add_func ("/call-planned/what-was-planned-is-filled-in", test_what_was_planned_is_filled_in);
  g_test_add_func ("/call-planned/a-call-of-a-cadence-plans-the-next", test_a_call_of_a_cadence_plans_the_next);
  g_test_add_func ("/call-planned/survives-being-killed", test_survives_being_killed);

  return g_test_run ();
}
