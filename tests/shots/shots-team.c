/* shots-team.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "shots.h"
#include "tambour-conflict-block.h"
#include "tambour-goal.h"
#include "tambour-kinds.h"
#include "tambour-preferences.h"
#include "tambour-reconcile.h"
#include "tambour-report.h"
#include "tambour-start-page.h"
#include "tambour-sync-details.h"
#include "tambour-sync-settings.h"
#include "tambour-team.h"
#include "tambour-test-ui.h"

/* What one sees of the team. */

#define GOAL "statement = \"Guest Wi-Fi on its own policy\""

static void
add_conflict (TambourChange *change,
              TambourRecord *record,
              const char    *field,
              const char    *base,
              const char    *kept,
              const char    *other)
{
  const char *values[][2] = {
    { "record_id", record->id },
    { "record_kind", TAMBOUR_RECORD_GET_CLASS (record)->kind },
    { "field", field },
    { "base", base },
    { "kept", kept },
    { "kept_by", "Mira Solberg" },
    { "kept_at", "2026-11-23T16:58:00Z" },
    { "other", other },
    { "other_by", "Tomas Reyl" },
    { "other_at", "2026-11-23T05:14:00Z" },
  };
  g_autoptr(TambourRecord) conflict = tambour_record_new (TAMBOUR_TYPE_CONFLICT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    tambour_record_set_text (conflict, values[i][0], values[i][1], NULL);
  tambour_change_put (change, conflict);
}

static TambourRecord *
get_record (Shots      *shots,
            GType       type,
            const char *expression)
{
  g_autofree char *id = shots_dup_id (shots, type, expression);
  g_autoptr(GError) error = NULL;
  TambourRecord *record = tambour_store_find (shots->store, id, &error);

  if (record == NULL)
    g_error ("%s", error->message);

  return record;
}

/* The goal of the picture, of which both have changed three fields and Tomas two more. */
static void
put_conflicts (Shots *shots)
{
  g_autoptr(TambourRecord) goal = get_record (shots, TAMBOUR_TYPE_GOAL, GOAL);
  g_autoptr(TambourChange) change = tambour_change_new ("Tomas Reyl", "Received from the team");
  g_autoptr(GError) error = NULL;
  static gboolean is_done;

  if (is_done)
    return;

  is_done = TRUE;
  tambour_record_set_text (goal, "target", "90", NULL);
  tambour_record_set_text (goal, "note", "Change freeze until 10 Jan; Ruth agreed to the new date in the call.", NULL);
  tambour_record_set_text (goal, "url", "https://intranet.example/guests", NULL);
  tambour_change_put (change, goal);
  add_conflict (change, goal, "target", "100", "90", "80");
  add_conflict (change, goal, "note", "", "Change freeze until 10 Jan; Ruth agreed to the new date in the call.",
                "Two access points still on the old address range at Lakeside.");
  tambour_store_commit (shots->store, change, &error);
  if (error != NULL)
    g_error ("%s", error->message);
}

/* @what: nothing, or that neither value is right */
void
shots_show_conflict (Shots      *shots,
                     const char *what)
{
  TambourConflictBlock *block;

  put_conflicts (shots);
  shots_open_section (shots, "roadmap");
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.resolve-conflicts", NULL);
  shots_wait_dialog (shots);
  block = tambour_test_find (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window)), TAMBOUR_TYPE_CONFLICT_BLOCK, NULL);
  if (what != NULL)
    tambour_conflict_block_set_choice (block, TAMBOUR_CONFLICT_OWN);
}

typedef struct
{
  const char        *name;
  TambourSyncStatus  status;
  const char        *problem;
} ShotsState;

static const ShotsState states[] = {
  { "synced", { .state = TAMBOUR_SYNC_IDLE } },
  { "receiving", { .state = TAMBOUR_SYNC_RECEIVING, .done = 12400, .total = 50000 } },
  { "offline", { .state = TAMBOUR_SYNC_OFFLINE, .n_waiting = 3 } },
  { "refused", { .state = TAMBOUR_SYNC_IDLE, .n_refused = 1 } },
  { "failed", { .state = TAMBOUR_SYNC_FAILED, .n_waiting = 1 }, "The server “couch.example” does not accept the user name or the password." },
};

static const ShotsState *
find_state (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].name, name))
      return &states[i];

  g_error ("there is no state “%s”", name);
}

static void
tell (Shots             *shots,
      const ShotsState  *state,
      TambourSyncStatus *status)
{
  static const char * const people[] = { "Tomas Reyl", "Ruth Achterberg", NULL };

  *status = state->status;
  status->last = tambour_portfolio_now (shots->portfolio);
  status->last.seconds -= 60;
  status->next_attempt.seconds = TAMBOUR_NEVER;
  status->people = (GStrv) (status->state == TAMBOUR_SYNC_IDLE ? people : NULL);
}

static void
show_state (Shots            *shots,
            const ShotsState *state)
{
  TambourSyncStatus status;

  tell (shots, state, &status);
  tambour_team_show (tambour_team_of (shots->portfolio), &status);
}

/* A portfolio beside the demonstration, which has no team, and conflicts. */
static TambourPortfolio *
open_other (Shots               *shots,
            const char          *name,
            const TambourServer *server)
{
  g_autofree char *folder = g_path_get_dirname (tambour_portfolio_get_path (shots->portfolio));
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gboolean is_there = g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, is_there ? TAMBOUR_STORE_OPEN : TAMBOUR_STORE_CREATE, &error);

  if (store == NULL || (server != NULL && !tambour_sync_settings_write (store, server, &error)))
    g_error ("%s", error->message);

  return tambour_portfolio_new (store);
}

/* The line at the foot of the sidebar; nothing comes to rest while it has a spinner. */
void
shots_show_sync (Shots      *shots,
                 const char *what)
{
  g_autoptr(TambourPortfolio) other = open_other (shots, "sync.tambour", NULL);
  TambourSyncStatus status;

  tambour_portfolio_set_now (other, tambour_portfolio_now (shots->portfolio));
  tambour_test_settle ();
  tambour_window_set_portfolio (shots->window, other);
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.back", NULL);
  tambour_test_settle ();
  tell (shots, find_state (what), &status);
  tambour_team_show (tambour_team_of (other), &status);
}

/* The network has gone while somebody works. */
void
shots_show_offline (Shots      *shots,
                    const char *what)
{
  tambour_window_go_place (shots->window, "today");
  tambour_test_settle ();
  show_state (shots, find_state ("synced"));
  show_state (shots, find_state ("offline"));
}

/* What the server did not take. */
static void
refuse (Shots         *shots,
        TambourRecord *record)
{
  const char * const ids[] = { record->id, NULL };
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_write_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tambour_replica_read (shots->store, ids, &error);
  TambourReplicaWrite *write = entries ? tambour_reconcile_seal (g_ptr_array_index (entries, 0), "mira", &error) : NULL;

  if (write != NULL)
    g_ptr_array_add (writes, write);
  if (error != NULL || !tambour_replica_write (shots->store, writes, &error) ||
      !tambour_replica_note_refused (shots->store, record->id, TAMBOUR_REPLICA_FORBIDDEN,
                                     "mira may read here, and not write: that needs one of the roles tam, manager.", &error))
    g_error ("%s", error->message);
}

/* Its record says so, and so does what stands behind the line. */
void
shots_show_refused (Shots      *shots,
                    const char *what)
{
  g_autoptr(TambourRecord) goal = get_record (shots, TAMBOUR_TYPE_GOAL, GOAL);

  refuse (shots, goal);
  if (what != NULL)
    shots_show_sync_details (shots, what);
  else
    gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.open-record", "(ss)", "goal", goal->id);
  tambour_test_settle ();
}

/* What its buttons do is what the window can do. */
static void
add_actions (Shots *shots)
{
  static const GActionEntry entries[] = { { "sync-now" }, { "stop-sync" }, { "show-team" } };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (shots->other), "win", G_ACTION_GROUP (actions));
}

/* What stands behind the line: a popover is no part of the window’s picture. */
void
shots_show_sync_details (Shots      *shots,
                         const char *what)
{
  const ShotsState *state = find_state (what);
  g_autoptr(GError) error = state->problem ? g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, state->problem) : NULL;
  GtkWidget *details = g_object_new (TAMBOUR_TYPE_SYNC_DETAILS, NULL);
  TambourSyncStatus status;

  tell (shots, state, &status);
  status.error = error;
  tambour_sync_details_set_portfolio (TAMBOUR_SYNC_DETAILS (details), shots->portfolio);
  tambour_sync_details_show (TAMBOUR_SYNC_DETAILS (details), &status, tambour_portfolio_now (shots->portfolio));
  shots->other = GTK_WINDOW (gtk_window_new ());
  add_actions (shots);
  gtk_window_set_child (shots->other, details);
  gtk_window_present (shots->other);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (shots->other));

  /* What was refused comes later. */
  tambour_test_settle ();
  gtk_window_set_default_size (shots->other, 320, -1);
}

/* What is asked of who joins, on the first page. */
void
shots_show_join (Shots      *shots,
                 const char *what)
{
  static const char * const recent[] = { NULL };
  AdwDialog *dialog;

  tambour_window_show_start (shots->window, tambour_start_page_new (recent));
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.join", NULL);
  shots_wait_dialog (shots);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));
  gtk_editable_set_text (tambour_test_find (dialog, ADW_TYPE_ENTRY_ROW, _("Address of the database")), "https://couch.example.org/portfolio");
  gtk_editable_set_text (tambour_test_find (dialog, ADW_TYPE_ENTRY_ROW, _("User name")), "mira");
  adw_expander_row_set_expanded (tambour_test_find (dialog, ADW_TYPE_EXPANDER_ROW, NULL), what != NULL);
}

void
shots_show_team (Shots      *shots,
                 const char *what)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourServer) server = tambour_server_new ("https://mira@couch.example.org/portfolio", NULL, &error);
  g_autoptr(TambourPortfolio) team = server ? open_other (shots, "team.tambour", server) : NULL;

  if (team == NULL)
    g_error ("%s", error->message);

  tambour_preferences_present_team (GTK_WIDGET (shots->window), team);
  shots_wait_dialog (shots);
  tambour_test_wait_text (shots->window, _("Leave the Team…"));
}
