/* test-team.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-people.h"
#include "tambour-preferences.h"
#include "tambour-secrets.h"
#include "tambour-server-page.h"
#include "tambour-sync-line.h"
#include "tambour-sync-settings.h"
#include "tambour-sync.h"
#include "tambour-team.h"
#include "tambour-test-couch.h"

#define USER     "mira"
#define PASSWORD "a secret of hers"

static TambourTestCouch *couch;

/* What others of the team have sent already. */
static void
fill_database (const char *database)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tambour-team-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "other.tambour", NULL);
  g_autofree char *url = g_strdup_printf ("%s/%s", couch->server, database);
  g_autoptr(TambourServer) server = tambour_server_new (url, NULL, &error);
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);
  g_autoptr(TambourChange) change = tambour_change_new ("Tomas Weld", "Add");
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);

  g_assert_no_error (error);
  tambour_record_set_text (account, "name", "Skarvik Air", NULL);
  tambour_change_put (change, account);
  tambour_store_commit (store, change, &error);
  g_assert_no_error (error);
  tambour_sync_once (store, server, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  tambour_store_close (store);
  tambour_test_remove_folder (folder);
}

static GtkWidget *
get_dialog (TambourTestUi *ui)
{
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window)));
}

static gboolean
has_preferences (gpointer data)
{
  GtkWidget *dialog = get_dialog (data);

  return dialog != NULL && TAMBOUR_IS_PREFERENCES (dialog);
}

static TambourTestUi *
open_settings (int width)
{
  TambourTestUi *ui = tambour_test_ui_new (width, 820);

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.show-team", NULL);
  tambour_test_wait (has_preferences, ui);
  tambour_test_wait_text (get_dialog (ui), "Connect");

  return ui;
}

static void
fill (TambourTestUi *ui,
      const char    *address,
      const char    *user,
      const char    *password)
{
  GtkWidget *dialog = get_dialog (ui);

  gtk_editable_set_text (tambour_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Address of the database"), address);
  gtk_editable_set_text (tambour_test_find (dialog, ADW_TYPE_ENTRY_ROW, "User name"), user);
  gtk_editable_set_text (tambour_test_find (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "Password"), password);
}

static void
press (TambourTestUi *ui,
       const char    *row)
{
  GtkWidget *found = tambour_test_find (get_dialog (ui), ADW_TYPE_BUTTON_ROW, row);

  g_assert_nonnull (found);
  gtk_widget_activate (found);
}

static gboolean
says (GtkWidget  *widget,
      const char *part)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (says (child, part))
      return TRUE;

  return FALSE;
}

typedef struct
{
  TambourTestUi *ui;
  const char    *part;
} Wanted;

static gboolean
is_said (gpointer data)
{
  const Wanted *wanted = data;

  return says (get_dialog (wanted->ui), wanted->part);
}

/* Says that it is, and nothing is written down. */
static void
assert_refused (TambourTestUi *ui,
                const char    *part)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourServer) server = NULL;

  press (ui, "Connect");
  tambour_test_wait (is_said, &(Wanted) { ui, part });
  tambour_test_settle ();
  server = tambour_sync_settings_read (ui->store, &error);
  g_assert_no_error (error);
  g_assert_null (server);
}

static void
test_what_is_wrong_is_one_sentence (void)
{
  g_autoptr(TambourTestUi) ui = open_settings (1280);
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autofree char *address = g_strdup_printf ("%s/%s", couch->server, database);
  g_autofree char *absent = g_strdup_printf ("%s/%s-not", couch->server, database);
  g_autofree char *id = tambour_test_couch_add_user (couch, database, USER, PASSWORD);
  g_autofree char *other = tambour_test_couch_add (couch);
  g_autofree char *of_others = g_strdup_printf ("%s/%s", couch->server, other);
  g_autofree char *path = g_strdup_printf ("%s/recipe", other);
  g_autoptr(JsonNode) made = tambour_test_couch_call (couch, "PUT", path, "{'title':'Bread'}");

  fill (ui, "http://couch.example/portfolio", USER, PASSWORD);
  assert_refused (ui, "can be read on the way");
  fill (ui, "somewhere", USER, PASSWORD);
  assert_refused (ui, "names no database");
  fill (ui, address, USER, "another");
  assert_refused (ui, "does not accept the sign-in");
  fill (ui, absent, USER, PASSWORD);
  assert_refused (ui, "There is no database at");
  fill (ui, of_others, USER, PASSWORD);
  assert_refused (ui, "is one of something else");
  tambour_test_assert_named (get_dialog (ui));
  tambour_test_pictures (ui->window, "team-settings-wrong");
  adw_dialog_force_close (ADW_DIALOG (get_dialog (ui)));
  tambour_test_settle ();
}

static gboolean
is_synced (gpointer data)
{
  return tambour_team_get_status (tambour_team_of (((TambourTestUi *) data)->portfolio))->state == TAMBOUR_SYNC_IDLE;
}

static gboolean
is_off (gpointer data)
{
  return tambour_team_get_status (tambour_team_of (((TambourTestUi *) data)->portfolio))->state == TAMBOUR_SYNC_OFF;
}

/* The person who works with the portfolio. */
static TambourRecord *
put_me (TambourTestUi *ui,
        const char    *name)
{
  TambourRecord *person = tambour_record_new (TAMBOUR_TYPE_PERSON, NULL);
  g_autoptr(GError) error = NULL;

  tambour_record_set_text (person, "name", name, NULL);
  tambour_test_ui_put (ui, person);
  tambour_portfolio_set_me (ui->portfolio, person->id, name, &error);
  g_assert_no_error (error);

  return person;
}

typedef struct
{
  TambourTestUi *ui;
  TambourRecord *person;
} Claiming;

static gboolean
has_claimed (gpointer data)
{
  const Claiming *claiming = data;
  g_autoptr(TambourRecord) person = record_fixture_get (claiming->ui, claiming->person);

  return g_strcmp0 (TAMBOUR_PERSON (person)->sign_in, "tomas") == 0;
}

static void
test_a_team_is_joined_and_left (void)
{
  g_autoptr(TambourTestUi) ui = open_settings (1280);
  g_autoptr(TambourRecord) me = put_me (ui, "Tomas Weld");
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autofree char *address = g_strdup_printf ("%s/%s", couch->server, database);
  g_autoptr(TambourServer) server = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = tambour_test_couch_add_user (couch, NULL, "tomas", PASSWORD);
  char *secret;

  fill_database (database);
  fill (ui, address, "tomas", PASSWORD);
  press (ui, "Connect");
  tambour_test_wait_text (get_dialog (ui), "Connected. Changes are exchanged from now on.");
  tambour_test_pictures (ui->window, "team-settings");
  server = tambour_sync_settings_read (ui->store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (server->url, ==, address);
  secret = tambour_secrets_lookup (server, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (secret, ==, PASSWORD);
  tambour_secrets_free (secret);
  tambour_test_wait (is_synced, ui);

  /* The others see who it is. */
  tambour_test_wait (has_claimed, &(Claiming) { ui, me });
  tambour_test_wait (is_synced, ui);

  /* What is kept is not shown. */
  g_assert_nonnull (tambour_test_find (get_dialog (ui), ADW_TYPE_PASSWORD_ENTRY_ROW, "New password"));

  tambour_test_wait_text (get_dialog (ui), "Leave the Team…");
  press (ui, "Leave the Team…");
  tambour_test_wait_text (ui->window, "Leave the Team?");
  g_signal_emit_by_name (tambour_test_find (ui->window, ADW_TYPE_ALERT_DIALOG, NULL), "response::keep", "keep");
  tambour_test_wait (is_off, ui);
  adw_dialog_force_close (ADW_DIALOG (get_dialog (ui)));
  tambour_test_settle ();
  adw_dialog_force_close (ADW_DIALOG (get_dialog (ui)));
  tambour_test_wait_text (ui->window, "Skarvik Air");
  tambour_test_wait_text (tambour_test_find (ui->window, TAMBOUR_TYPE_SYNC_LINE, NULL), "Saved on this computer");
}

static void
assert_begins_at (TambourTestUi *ui,
                  const char    *title)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (ui->window));
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, ADW_TYPE_PREFERENCES_ROW) : NULL;

  g_assert_nonnull (row);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, title);
}

/* As on a telephone: it fits, and one begins at the address. */
static void
test_settings_on_a_narrow_window (void)
{
  g_autoptr(TambourTestUi) ui = open_settings (360);

  tambour_test_settle ();
  assert_begins_at (ui, "Address of the database");
  g_assert_cmpint (gtk_widget_get_width (get_dialog (ui)), <=, 360);
  tambour_test_assert_named (get_dialog (ui));
  adw_dialog_force_close (ADW_DIALOG (get_dialog (ui)));
  tambour_test_settle ();
}

static void
test_the_demonstration_sends_nothing (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  GtkWidget *page;

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.show-team", NULL);
  tambour_test_wait (has_preferences, ui);
  tambour_test_settle ();
  page = tambour_test_find (get_dialog (ui), TAMBOUR_TYPE_SERVER_PAGE, NULL);
  g_assert_false (gtk_widget_is_sensitive (page));
  g_assert_true (tambour_test_shows (page, "This is the demonstration portfolio: nothing of it is sent."));
  adw_dialog_force_close (ADW_DIALOG (get_dialog (ui)));
  tambour_test_settle ();
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("tambour-data-XXXXXX", NULL);
  int status;

  /* Passwords are kept there, where no keyring is. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  tambour_test_ui_init (&argc, &argv);
  couch = tambour_test_couch_new ();

  g_test_add_func ("/team/what-is-wrong-is-one-sentence", test_what_is_wrong_is_one_sentence);
  g_test_add_func ("/team/a-team-is-joined-and-left", test_a_team_is_joined_and_left);
  g_test_add_func ("/team/settings-on-a-narrow-window", test_settings_on_a_narrow_window);
  g_test_add_func ("/team/the-demonstration-sends-nothing", test_the_demonstration_sends_nothing);

  status = g_test_run ();
  tambour_test_couch_free (couch);
  tambour_test_remove_folder (folder);

  return status;
}
