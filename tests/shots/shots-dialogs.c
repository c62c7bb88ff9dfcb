/* shots-dialogs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "shots.h"
#include "tambour-action-moves.h"
#include "tambour-attendees.h"
#include "tambour-case-moves.h"
#include "tambour-exposure-moves.h"
#include "tambour-kinds.h"
#include "tambour-library-moves.h"
#include "tambour-service-moves.h"
#include "tambour-test-ui.h"

/* The dialogs of the window. */

void
shots_show_hand_over (Shots      *shots,
                      const char *what)
{
  g_autofree char *id = shots_dup_id (shots, TAMBOUR_TYPE_CASE, "number = 4117");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.move-case", "(su)", id, TAMBOUR_CASE_MOVE_HAND_OVER);
  shots_wait_dialog (shots);
}

void
shots_show_postpone (Shots      *shots,
                     const char *what)
{
  g_autofree char *account = shots_dup_account (shots);
  g_autofree char *id = shots_dup_id (shots, TAMBOUR_TYPE_PLANNED_CHANGE, "title = \"New certificate on the block page\"");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.ask-service", "(uss)", (guint) TAMBOUR_SERVICE_MOVE_POSTPONE, id, account);
  shots_wait_dialog (shots);
}

/* What is shared with whom, from the page of an account. */
void
shots_show_library_share (Shots      *shots,
                          const char *what)
{
  g_autofree char *account = shots_dup_account (shots);
  g_autofree char *item = shots_dup_id (shots, TAMBOUR_TYPE_LIBRARY_ITEM, "title = \"Guest networks of clinics\"");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.ask-library", "(uss)", TAMBOUR_LIBRARY_MOVE_SHARE, item, account);
  shots_wait_dialog (shots);
}

void
shots_show_match_issues (Shots      *shots,
                         const char *what)
{
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-known-issues", NULL);
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (tambour_window_get_page (shots->window)), "issues.match", NULL);
  shots_wait_dialog (shots);
}

void
shots_show_safeguard (Shots      *shots,
                      const char *what)
{
  g_autofree char *id = shots_dup_id (shots, TAMBOUR_TYPE_EXPOSURE, "state = exposed");

  shots_open_record (shots, "known_issue title ~ KI-88");
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.ask-step", "(ssu)", "exposure", id, TAMBOUR_EXPOSURE_MOVE_MITIGATE);
  shots_wait_dialog (shots);
}

void
shots_show_withdraw (Shots      *shots,
                     const char *what)
{
  g_autofree char *id = shots_dup_id (shots, TAMBOUR_TYPE_COMMITMENT, "status = open");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.ask-step", "(ssu)", "commitment", id, TAMBOUR_ACTION_MOVE_WITHDRAW);
  shots_wait_dialog (shots);
}

void
shots_show_form (Shots      *shots,
                 const char *what)
{
  shots_open_record (shots, "case number = 4117");
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.edit", NULL);
}

void
shots_show_search (Shots      *shots,
                   const char *what)
{
  AdwDialog *dialog;

  if (!gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.search", NULL))
    return;

  tambour_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));
  gtk_editable_set_text (tambour_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "orla");
}

/* The call of the picture; what is typed is what somebody types in any language. */
void
shots_show_call (Shots      *shots,
                 const char *what)
{
  static const char * const attendees[] = { "ruth", "marcus", "priya", "dora", NULL };
  AdwDialog *dialog;

  shots_open_section (shots, "overview");
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.log-call", NULL);
  tambour_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));
  tambour_attendees_set_typed (tambour_test_find (dialog, TAMBOUR_TYPE_ATTENDEES, NULL), attendees);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (tambour_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL)),
                            "Ruth opened with the renewal: signed, same scope.\n\n"
                            "- [ ] Send query volume by hospital @me !fri\n"
                            "- [ ] Open the change for Birch Street @marcus !2026-12-04\n"
                            "? Alert when a forwarder goes silent\n"
                            "#4117 stays open until 4.2; tablets off the pair\n"
                            "Guest Wi-Fi moves to 15 Jan because of the freeze.\n"
                            "- [ ] Name a second approver @dora !tue\n"
                            "goal \"Guest Wi-Fi on its own policy\" due 2027-01-15",
                            -1);
  tambour_test_wait_text (dialog, "#4117 Clinic appliance restarts nightly");
}

/* The next call of the day, with the keyboard on its first point. */
void
shots_show_prep_sheet (Shots      *shots,
                       const char *what)
{
  g_autofree char *id = shots_dup_id (shots, TAMBOUR_TYPE_ACCOUNT, "name = \"Ellery & Marsh Bank\"");

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.prep-sheet", "(ss)", id, "");
  tambour_test_wait_text (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window)), _("Who Joins"));
}
