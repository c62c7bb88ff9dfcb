/* test-portals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "portal-fixture.h"
#include "tambour-inbox-row.h"
#include "tambour-portal-row.h"
#include "tambour-portals.h"

static void
set_entry (PortalFixture *self,
           GType          type,
           const char    *title,
           const char    *text)
{
  GtkEditable *entry = tambour_test_find (portal_fixture_get_dialog (self), type, title);

  g_assert_nonnull (entry);
  gtk_editable_set_text (entry, text);
}

static AdwComboRow *
get_combo (PortalFixture *self,
           const char    *title)
{
  AdwComboRow *row = tambour_test_find (portal_fixture_get_dialog (self), ADW_TYPE_COMBO_ROW, title);

  g_assert_nonnull (row);

  return row;
}

static gboolean
has_first_run (gpointer data)
{
  PortalFixture *self = data;
  const TambourPortalStatus *status = tambour_portals_find (tambour_portals_of (self->ui->portfolio), "Help desk");

  return status != NULL && !status->is_running && tambour_instant_is_stated (status->state->finished_at);
}

/* --- connectors ------------------------------------------------------------ */

static gboolean
is_refused (gpointer data)
{
  PortalFixture *self = data;

  return self->n_asked > 0 && tambour_test_find (portal_fixture_get_dialog (self), ADW_TYPE_SPINNER, NULL) == NULL &&
         !tambour_test_shows (portal_fixture_get_dialog (self), "The portal answers: Anna");
}

static void
write_map (PortalFixture *self)
{
  AdwComboRow *tool = get_combo (self, "Tool");
  g_autofree char *map = portal_fixture_dup_map ();
  GtkTextView *view;

  adw_combo_row_set_selected (tool, g_list_model_get_n_items (adw_combo_row_get_model (tool)) - 1);
  tambour_test_settle ();
  portal_fixture_press (self, ADW_TYPE_ACTION_ROW, "Map");
  view = tambour_test_find (portal_fixture_get_dialog (self), GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), map, -1);
  tambour_test_wait_text (portal_fixture_get_dialog (self), "This is a map without faults.");
  adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (portal_fixture_get_dialog (self)));
  tambour_test_settle ();
}

static void
test_add (void)
{
  g_autoptr(PortalFixture) self = portal_fixture_new (1280, 820);

  portal_fixture_open (self);
  tambour_test_wait_text (portal_fixture_get_dialog (self), "No portal is read yet");
  tambour_test_picture (self->ui->window, "portals-none");
  portal_fixture_press (self, ADW_TYPE_BUTTON_ROW, "Add Connector…");
  portal_fixture_press (self, ADW_TYPE_BUTTON_ROW, "Add and Read");
  tambour_test_wait_text (portal_fixture_get_dialog (self), "Give the connector a name.");

  set_entry (self, ADW_TYPE_ENTRY_ROW, "Name", "Help desk");
  write_map (self);
  set_entry (self, ADW_TYPE_ENTRY_ROW, "Address of the portal", self->address);
  set_entry (self, ADW_TYPE_PASSWORD_ENTRY_ROW, "Password or token", "wrong");
  portal_fixture_press (self, ADW_TYPE_BUTTON_ROW, "Test Connection");
  tambour_test_wait (is_refused, self);
  set_entry (self, ADW_TYPE_PASSWORD_ENTRY_ROW, "Password or token", PORTAL_FIXTURE_KEY);
  portal_fixture_press (self, ADW_TYPE_BUTTON_ROW, "Test Connection");
  tambour_test_wait_text (portal_fixture_get_dialog (self), "The portal answers: Anna");
  tambour_test_assert_named (portal_fixture_get_dialog (self));
  tambour_test_picture (self->ui->window, "portal-editor");

  portal_fixture_press (self, ADW_TYPE_BUTTON_ROW, "Add and Read");
  tambour_test_wait (has_first_run, self);
  tambour_test_wait_text (portal_fixture_get_dialog (self), "Help desk");
  tambour_test_wait_text (portal_fixture_get_dialog (self), "2 items of portals belong to no account yet");
  g_assert_cmpuint (portal_fixture_count_cases (self), ==, 1);
  tambour_test_assert_named (portal_fixture_get_dialog (self));
  tambour_test_picture (self->ui->window, "portals");
}

static void
test_remove (void)
{
  g_autoptr(PortalFixture) self = portal_fixture_new (1280, 820);

  portal_fixture_put (self, "Help desk");
  portal_fixture_open (self);
  tambour_test_wait_text (portal_fixture_get_dialog (self), "Help desk");
  portal_fixture_press (self, TAMBOUR_TYPE_PORTAL_ROW, "Help desk");
  portal_fixture_press (self, ADW_TYPE_BUTTON_ROW, "Remove");
  tambour_test_wait_text (portal_fixture_get_dialog (self), "No portal is read yet");
  portal_fixture_press (self, GTK_TYPE_BUTTON, "Undo");
  tambour_test_wait_text (portal_fixture_get_dialog (self), "Help desk");
}

static gboolean
is_asked (gpointer data)
{
  return ((PortalFixture *) data)->n_asked > 0;
}

static void
test_stop (void)
{
  g_autoptr(PortalFixture) self = portal_fixture_new (1280, 820);

  self->is_stalling = TRUE;
  portal_fixture_put (self, "Help desk");
  portal_fixture_open (self);
  tambour_test_wait_text (portal_fixture_get_dialog (self), "Help desk");
  portal_fixture_press (self, GTK_TYPE_BUTTON, "Read Now");
  tambour_test_wait_text (portal_fixture_get_dialog (self), "Reading, 0 items so far");
  tambour_test_wait (is_asked, self);
  tambour_test_assert_named (portal_fixture_get_dialog (self));
  portal_fixture_press (self, GTK_TYPE_BUTTON, "Stop Reading");
  tambour_test_wait_no_text (portal_fixture_get_dialog (self), "Reading, 0 items so far");
  g_assert_cmpuint (portal_fixture_count_cases (self), ==, 0);

  self->is_stalling = FALSE;
  portal_fixture_press (self, GTK_TYPE_BUTTON, "Read Now");
  tambour_test_wait (has_first_run, self);
  g_assert_cmpuint (portal_fixture_count_cases (self), ==, 1);
}

static void
test_failure (void)
{
  g_autoptr(PortalFixture) self = portal_fixture_new (380, 720);

  portal_fixture_put (self, "Help desk");
  soup_server_disconnect (self->server);
  portal_fixture_open (self);
  tambour_test_wait_text (portal_fixture_get_dialog (self), "Help desk");
  portal_fixture_press (self, GTK_TYPE_BUTTON, "Read Now");
  tambour_test_wait_text (portal_fixture_get_dialog (self), "Reading, 0 items so far");
  tambour_test_wait_no_text (portal_fixture_get_dialog (self), "Reading, 0 items so far");
  g_assert_nonnull (tambour_portals_find (tambour_portals_of (self->ui->portfolio), "Help desk")->error);
  tambour_test_picture (self->ui->window, "portals-error-narrow");
}

/* --- the inbox ------------------------------------------------------------- */

static void
open_inbox (PortalFixture *self)
{
  portal_fixture_put (self, "Help desk");
  tambour_test_ui_present (self->ui);
  portal_fixture_read (self);
  tambour_test_wait_text (self->ui->window, "2 items of portals belong to no account yet");
  tambour_test_picture (self->ui->window, "portals-today");
  gtk_widget_activate_action (GTK_WIDGET (self->ui->window), "win.open-inbox", NULL);
  tambour_test_settle ();
  tambour_test_wait_text (portal_fixture_get_dialog (self), "#8 <b>Wards</b> without network & %s");
}

static void
expand (PortalFixture *self,
        const char    *title)
{
  AdwExpanderRow *row = tambour_test_find (portal_fixture_get_dialog (self), TAMBOUR_TYPE_INBOX_ROW, title);

  g_assert_nonnull (row);
  adw_expander_row_set_expanded (row, TRUE);
  tambour_test_settle ();
}

static void
test_assign_one (void)
{
  g_autoptr(PortalFixture) self = portal_fixture_new (1280, 820);

  open_inbox (self);
  expand (self, "#9 Badges");
  tambour_test_assert_named (portal_fixture_get_dialog (self));
  tambour_test_picture (self->ui->window, "inbox");
  adw_combo_row_set_selected (get_combo (self, "Account"), 2);
  tambour_test_settle ();
  portal_fixture_press (self, ADW_TYPE_BUTTON_ROW, "Assign");
  tambour_test_wait_no_text (portal_fixture_get_dialog (self), "#9 Badges");
  tambour_test_wait_text (portal_fixture_get_dialog (self), "#8 <b>Wards</b> without network & %s");
  g_assert_cmpuint (portal_fixture_count_cases (self), ==, 2);
}

static void
test_assign_always (void)
{
  g_autoptr(PortalFixture) self = portal_fixture_new (360, 720);

  open_inbox (self);
  expand (self, "#9 Badges");
  adw_combo_row_set_selected (get_combo (self, "Account"), 2);
  adw_combo_row_set_selected (get_combo (self, "Which items"), 1);
  tambour_test_settle ();
  tambour_test_picture (self->ui->window, "inbox-narrow");
  portal_fixture_press (self, ADW_TYPE_BUTTON_ROW, "Assign");
  tambour_test_wait_text (portal_fixture_get_dialog (self), "Nothing Waits");
  g_assert_cmpuint (portal_fixture_count_cases (self), ==, 3);
  tambour_test_picture (self->ui->window, "inbox-empty-narrow");
}

static void
test_ignore (void)
{
  g_autoptr(PortalFixture) self = portal_fixture_new (1280, 820);

  open_inbox (self);
  expand (self, "#9 Badges");
  portal_fixture_press (self, ADW_TYPE_BUTTON_ROW, "Ignore");
  tambour_test_wait_no_text (portal_fixture_get_dialog (self), "#9 Badges");
  portal_fixture_press (self, GTK_TYPE_BUTTON, "Undo");
  tambour_test_wait_text (portal_fixture_get_dialog (self), "#9 Badges");
}

/* --- the map --------------------------------------------------------------- */

static void
test_map (void)
{
  g_autoptr(PortalFixture) self = portal_fixture_new (1280, 820);
  GtkTextBuffer *buffer;
  GtkEditable *item;
  GtkTextIter iter;

  portal_fixture_put (self, "Help desk");
  portal_fixture_open (self);
  tambour_test_wait_text (portal_fixture_get_dialog (self), "Help desk");
  portal_fixture_press (self, TAMBOUR_TYPE_PORTAL_ROW, "Help desk");
  portal_fixture_press (self, ADW_TYPE_ACTION_ROW, "Map");
  tambour_test_wait_text (portal_fixture_get_dialog (self), "This is a map without faults.");

  item = tambour_test_find (portal_fixture_get_dialog (self), ADW_TYPE_ENTRY_ROW, "What the portal calls the item, such as 4117");
  gtk_editable_set_text (item, "8");
  g_signal_emit_by_name (item, "apply");
  tambour_test_wait_text (portal_fixture_get_dialog (self), "<b>Wards</b> without network & %s");
  tambour_test_wait_text (portal_fixture_get_dialog (self), "History: 2 lines");
  g_assert_cmpuint (portal_fixture_count_cases (self), ==, 0);
  tambour_test_assert_named (portal_fixture_get_dialog (self));
  tambour_test_picture (self->ui->window, "map-editor");

  buffer = gtk_text_view_get_buffer (tambour_test_find (portal_fixture_get_dialog (self), GTK_TYPE_TEXT_VIEW, NULL));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 1);
  gtk_text_buffer_insert (buffer, &iter, " \"whatever\": 1,", -1);
  tambour_test_wait_text (portal_fixture_get_dialog (self), "1 fault");
  tambour_test_picture (self->ui->window, "map-editor-fault");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *data = g_dir_make_tmp ("tambour-portals-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/portals/one-is-added-tried-and-read", test_add);
  g_test_add_func ("/portals/one-that-was-removed-comes-back", test_remove);
  g_test_add_func ("/portals/reading-can-be-stopped-and-goes-on", test_stop);
  g_test_add_func ("/portals/what-went-wrong-is-said", test_failure);
  g_test_add_func ("/portals/one-item-is-assigned", test_assign_one);
  g_test_add_func ("/portals/all-like-it-are-assigned", test_assign_always);
  g_test_add_func ("/portals/what-is-ignored-comes-back", test_ignore);
  g_test_add_func ("/portals/a-map-says-its-faults-and-reads-one-item", test_map);

  status = g_test_run ();
  tambour_test_remove_folder (data);

  return status;
}
