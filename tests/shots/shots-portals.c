/* shots-portals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "shots.h"
#include "tambour-connect.h"
#include "tambour-inbox.h"
#include "tambour-inbox-row.h"
#include "tambour-portal-row.h"
#include "tambour-portals.h"
#include "tambour-preferences.h"
#include "tambour-test-ui.h"

/* From where cases come. */

#define NOW "2026-11-23T17:02:00Z"

static void
put_connector (Shots      *shots,
               const char *name,
               const char *address,
               const char *error)
{
  g_autoptr(TambourConnector) connector = tambour_connector_new (name);
  g_autoptr(TambourConnectorState) state = tambour_connector_state_new ();
  g_autoptr(GError) failure = NULL;

  g_set_str (&connector->map, "request-tracker");
  g_set_str (&connector->address, address);
  g_set_str (&connector->user, "mira");
  connector->interval = 15;
  state->counts.created = 12;
  state->counts.updated = 3;
  g_set_str (&state->error, error);
  tambour_instant_parse (NOW, &state->started_at);
  tambour_instant_parse (NOW, &state->finished_at);
  if (!tambour_connect_add (shots->store, connector, &failure) ||
      !tambour_connector_state_write (shots->store, name, state, &failure))
    g_error ("%s", failure->message);
}

static void
put_entry (Shots      *shots,
           const char *id,
           const char *title,
           const char *organisation,
           const char *domain)
{
  g_autoptr(TambourInboxEntry) entry = tambour_inbox_entry_new ("Support desk", id);
  g_autoptr(GError) failure = NULL;

  g_set_str (&entry->number, id);
  g_set_str (&entry->title, title);
  g_set_str (&entry->reason, _("No account fits what the portal says."));
  g_hash_table_insert (entry->hints, g_strdup ("organisation"), g_strdup (organisation));
  g_hash_table_insert (entry->hints, g_strdup ("domain"), g_strdup (domain));
  tambour_instant_parse (NOW, &entry->opened_at);
  tambour_instant_parse (NOW, &entry->changed_at);
  if (!tambour_inbox_put (shots->store, entry, &failure))
    g_error ("%s", failure->message);
}

static gboolean
is_known (gpointer data)
{
  return tambour_portals_count (data) == 2;
}

static AdwDialog *
get_dialog (Shots *shots)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));
}

static void
put_all (Shots *shots)
{
  TambourPortals *portals = tambour_portals_of (shots->portfolio);

  put_connector (shots, "Support desk", "https://support.example.org/REST/2.0", NULL);
  put_connector (shots, "Product ideas", "https://ideas.example.org/REST/2.0", "ideas.example.org: nobody answers there; it is tried again.");
  put_entry (shots, "20417", "Guest network drops every evening", "North Pier Hotels", "northpier.example.com");
  put_entry (shots, "20433", "Invoice for November", "Harbour Office", "harbour.example.net");
  tambour_portals_refresh (portals);
  tambour_test_wait (is_known, portals);
}

void
shots_show_connectors (Shots      *shots,
                       const char *what)
{
  put_all (shots);
  tambour_preferences_present_connectors (GTK_WIDGET (shots->window), shots->portfolio);
  shots_wait_dialog (shots);
  tambour_test_wait_text (get_dialog (shots), "Support desk");
}

/* One of them, or its map. */
void
shots_show_connector (Shots      *shots,
                      const char *what)
{
  AdwComboRow *tool;

  shots_show_connectors (shots, NULL);
  gtk_widget_activate (tambour_test_find (get_dialog (shots), TAMBOUR_TYPE_PORTAL_ROW, "Support desk"));
  tambour_test_settle ();
  if (what == NULL)
    return;

  tool = tambour_test_find (get_dialog (shots), ADW_TYPE_COMBO_ROW, _("Tool"));
  adw_combo_row_set_selected (tool, g_list_model_get_n_items (adw_combo_row_get_model (tool)) - 1);
  tambour_test_settle ();
  gtk_widget_activate (tambour_test_find (get_dialog (shots), ADW_TYPE_ACTION_ROW, _("Map")));
  tambour_test_settle ();
}

void
shots_show_inbox (Shots      *shots,
                  const char *what)
{
  AdwExpanderRow *row;

  put_all (shots);
  tambour_preferences_present_inbox (GTK_WIDGET (shots->window), shots->portfolio);
  shots_wait_dialog (shots);
  tambour_test_wait_text (get_dialog (shots), "#20417 Guest network drops every evening");
  row = tambour_test_find (get_dialog (shots), TAMBOUR_TYPE_INBOX_ROW, "#20417 Guest network drops every evening");
  adw_expander_row_set_expanded (row, TRUE);
  tambour_test_settle ();
}
