/* test-sync-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-people.h"
#include "tambour-sync-line.h"
#include "tambour-team.h"
#include "tambour-test-ui.h"

/* As a part of a sentence, which a name in another script does not turn round. */
#define ISOLATED(text) "\342\201\250" text "\342\201\251"

static GtkWidget *
get_line (TambourTestUi *ui)
{
  return tambour_test_find (ui->window, TAMBOUR_TYPE_SYNC_LINE, NULL);
}

/* What the replication would tell. Nothing comes to rest while a spinner turns. */
static void
tell (TambourTestUi    *ui,
      TambourSyncState  state,
      gint64            n_waiting)
{
  TambourSyncStatus status = { .state = state, .n_waiting = n_waiting, .next_attempt = { TAMBOUR_NEVER } };

  status.last.seconds = tambour_portfolio_now (ui->portfolio).seconds - 60;
  tambour_team_show (tambour_team_of (ui->portfolio), &status);
}

static TambourTestUi *
open_ui (int width)
{
  TambourTestUi *ui = tambour_test_ui_new (width, 820);

  tambour_test_ui_present (ui);

  return ui;
}

static void
open_details (TambourTestUi *ui,
              const char    *part)
{
  gtk_menu_button_popup (tambour_test_find (get_line (ui), GTK_TYPE_MENU_BUTTON, NULL));
  tambour_test_wait_text (get_line (ui), part);
}

static void
test_each_state_in_one_line (void)
{
  static const struct
  {
    TambourSyncState  state;
    gint64            n_waiting;
    const char       *line;
  } lines[] = {
    { TAMBOUR_SYNC_OFF, 0, "Saved on this computer" },
    { TAMBOUR_SYNC_IDLE, 0, "All changes synced" },
    { TAMBOUR_SYNC_SENDING, 3, "Sending 3 changes" },
    { TAMBOUR_SYNC_SENDING, 1, "Sending 1 change" },
    { TAMBOUR_SYNC_RECEIVING, 0, "Receiving changes" },
    { TAMBOUR_SYNC_OFFLINE, 3, "Offline, 3 changes waiting" },
    { TAMBOUR_SYNC_OFFLINE, 0, "Offline" },
    { TAMBOUR_SYNC_WAITING, 2, "2 changes waiting" },
    { TAMBOUR_SYNC_FAILED, 2, "Syncing has stopped" },
  };
  g_autoptr(TambourTestUi) ui = open_ui (1280);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      tell (ui, lines[i].state, lines[i].n_waiting);
      g_assert_true (tambour_test_shows (get_line (ui), lines[i].line));
      g_assert_cmpint (tambour_test_count (get_line (ui), ADW_TYPE_SPINNER), ==,
                       lines[i].state == TAMBOUR_SYNC_SENDING || lines[i].state == TAMBOUR_SYNC_RECEIVING);
      tambour_test_assert_named (get_line (ui));
    }

  tell (ui, TAMBOUR_SYNC_IDLE, 0);
  g_assert_true (tambour_test_shows (get_line (ui), "09:11"));
}

static void
test_what_stands_behind_the_line (void)
{
  static const char * const online[] = { "Tomas Weld", "Ruth Achterberg", NULL };
  g_autoptr(TambourTestUi) ui = open_ui (1280);
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "The server does not accept the password.");
  TambourSyncStatus status = { .state = TAMBOUR_SYNC_FAILED, .n_waiting = 3, .n_skipped = 1, .error = error, .people = (GStrv) online };

  status.last = tambour_portfolio_now (ui->portfolio);
  status.next_attempt.seconds = TAMBOUR_NEVER;
  tambour_team_show (tambour_team_of (ui->portfolio), &status);
  open_details (ui, "The server does not accept the password.");
  g_assert_true (tambour_test_shows (get_line (ui), "3 changes waiting"));
  g_assert_true (tambour_test_shows (get_line (ui), "Last synced 09:12"));
  g_assert_true (tambour_test_shows (get_line (ui), "1 record of a newer version is left alone"));
  g_assert_nonnull (tambour_test_find (get_line (ui), GTK_TYPE_BUTTON, "Sync Now"));
  g_assert_nonnull (tambour_test_find (get_line (ui), GTK_TYPE_BUTTON, "Team Settings…"));
  tambour_test_assert_named (ui->window);
}

/* Whoever says what they sign in as is told by name. */
static void
test_people_are_told_by_name (void)
{
  static const char * const online[] = { "tomas", "ruth", NULL };
  g_autoptr(TambourTestUi) ui = open_ui (1280);
  g_autoptr(TambourRecord) person = tambour_record_new (TAMBOUR_TYPE_PERSON, NULL);
  TambourSyncStatus status = { .state = TAMBOUR_SYNC_IDLE, .people = (GStrv) online };

  status.last = tambour_portfolio_now (ui->portfolio);
  status.next_attempt.seconds = TAMBOUR_NEVER;
  tambour_team_show (tambour_team_of (ui->portfolio), &status);
  open_details (ui, "Online: " ISOLATED ("tomas") ", " ISOLATED ("ruth"));

  tambour_record_set_text (person, "name", "Tomas Weld", NULL);
  tambour_record_set_text (person, "sign_in", "tomas", NULL);
  tambour_test_ui_put (ui, person);
  tambour_test_wait_text (get_line (ui), "Online: " ISOLATED ("Tomas Weld") ", " ISOLATED ("ruth"));
}

static void
test_the_first_pull_can_be_stopped (void)
{
  g_autoptr(TambourTestUi) ui = open_ui (1280);
  TambourSyncStatus status = { .state = TAMBOUR_SYNC_RECEIVING, .done = 12400, .total = 50000 };

  status.last.seconds = TAMBOUR_NEVER;
  status.next_attempt.seconds = TAMBOUR_NEVER;
  tambour_team_show (tambour_team_of (ui->portfolio), &status);
  open_details (ui, "Stop");
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (tambour_test_find (get_line (ui), GTK_TYPE_PROGRESS_BAR, NULL)), 0.248, 0.001);
  g_assert_true (tambour_test_shows (get_line (ui), "Not synced yet"));
}

static void
test_a_portfolio_without_a_team_sends_nothing (void)
{
  g_autoptr(TambourTestUi) ui = open_ui (1280);

  open_details (ui, "Work as a Team…");
  g_assert_null (tambour_test_find (get_line (ui), GTK_TYPE_BUTTON, "Sync Now"));
}

/* Who has worked with a network is told once when it goes. */
static void
test_a_banner_only_where_it_began (void)
{
  g_autoptr(TambourTestUi) ui = open_ui (1280);
  const char *words = "Offline: everything works, and is sent when there is a network again";

  tell (ui, TAMBOUR_SYNC_OFFLINE, 0);
  g_assert_false (tambour_test_shows (ui->window, words));
  tell (ui, TAMBOUR_SYNC_IDLE, 0);
  tell (ui, TAMBOUR_SYNC_OFFLINE, 1);
  g_assert_true (tambour_test_shows (ui->window, words));
  tell (ui, TAMBOUR_SYNC_IDLE, 0);
  g_assert_false (tambour_test_shows (ui->window, words));
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/sync-line/each-state-in-one-line", test_each_state_in_one_line);
  g_test_add_func ("/sync-line/what-stands-behind-the-line", test_what_stands_behind_the_line);
  g_test_add_func ("/sync-line/people-are-told-by-name", test_people_are_told_by_name);
  g_test_add_func ("/sync-line/the-first-pull-can-be-stopped", test_the_first_pull_can_be_stopped);
  g_test_add_func ("/sync-line/a-portfolio-without-a-team-sends-nothing", test_a_portfolio_without_a_team_sends_nothing);
  g_test_add_func ("/sync-line/a-banner-only-where-it-began", test_a_banner_only_where_it_began);

  return g_test_run ();
}
