/* tambour-starter-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-create-dialog.h"
#include "tambour-starter-private.h"

/* What a person does to come to a portfolio. */

static const char * const portfolios[] = { "*.tambour", "*.tambour.*", NULL };
static const char * const tables[] = { "*.csv", "*.tsv", "*.txt", NULL };
static const char * const everything[] = { "*", NULL };

static void
add_filter (GListStore         *filters,
            const char         *name,
            const char * const *patterns)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  g_list_store_append (filters, filter);
}

/* Where the person’s own portfolio is, nobody finds by looking around. */
static void
begin_at_own (GtkFileDialog  *dialog,
              TambourStarter *self)
{
  g_autofree char *own = self->path ? g_strdup (self->path) : tambour_portfolios_dup_own_path (self->portfolios);
  g_autofree char *path = g_path_get_dirname (own);
  g_autoptr(GFile) folder = g_file_new_for_path (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    gtk_file_dialog_set_initial_folder (dialog, folder);
}

static GtkFileDialog *
new_file_dialog (const char         *title,
                 const char         *name,
                 const char * const *patterns)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add_filter (filters, name, patterns);
  add_filter (filters, _("All Files"), everything);

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));

  return dialog;
}

static void
open_elsewhere (TambourStarter *self,
                const char     *path)
{
  g_autofree char *wanted = g_canonicalize_filename (path, NULL);
  TambourPortfolio *shown = tambour_window_get_portfolio (self->window);

  if (shown != NULL && g_str_equal (tambour_portfolio_get_path (shown), wanted))
    return;

  tambour_starter_open (tambour_starter_choose (self), wanted, TAMBOUR_STORE_OPEN);
}

/* Returns: (transfer full) (nullable): what was chosen, while there is a window for it */
static char *
finish_choosing (TambourStarter *self,
                 GObject        *dialog,
                 GAsyncResult   *result)
{
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  return file != NULL && self->window != NULL ? g_file_get_path (file) : NULL;
}

static void
open_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(TambourStarter) self = user_data;
  g_autofree char *path = finish_choosing (self, source, result);

  if (path != NULL)
    open_elsewhere (self, path);
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TambourStarter *self = user_data;
  g_autoptr(GtkFileDialog) dialog = new_file_dialog (_("Open a Portfolio"), _("Portfolios"), portfolios);

  begin_at_own (dialog, self);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self->window), NULL, open_chosen_cb, g_object_ref (self));
}

static void
open_path_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  open_elsewhere (user_data, g_variant_get_string (parameter, NULL));
}

static void
restore_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(TambourStarter) self = user_data;
  g_autofree char *path = finish_choosing (self, source, result);

  if (path != NULL)
    tambour_starter_restore (self, path);
}

static void
restore_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TambourStarter *self = user_data;
  g_autoptr(GtkFileDialog) dialog = new_file_dialog (_("Restore from a Backup"), _("Portfolios"), portfolios);

  begin_at_own (dialog, self);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self->window), NULL, restore_chosen_cb, g_object_ref (self));
}

static void
restore_from_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  tambour_starter_restore (user_data, g_variant_get_string (parameter, NULL));
}

/**
 * tambour_starter_dup_free_path:
 * @self: a starter
 *
 * Returns: (transfer full): where a new portfolio is kept: the person’s own name for it,
 *   while that is free
 */
char *
tambour_starter_dup_free_path (TambourStarter *self)
{
  char *path = tambour_portfolios_dup_own_path (self->portfolios);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *name = g_strdup_printf ("portfolio-%u.tambour", i);

      g_free (path);
      path = g_build_filename (g_get_user_data_dir (), "tambour", name, NULL);
    }

  return path;
}

static void
begin_with (TambourStarter *self,
            const char     *path)
{
  g_set_str (&self->message, _("Your portfolio is ready"));
  self->is_new = TRUE;
  tambour_starter_open (self, path, TAMBOUR_STORE_OPEN);
}

static void
created_cb (TambourStarter *self,
            const char     *path)
{
  if (self->window != NULL)
    begin_with (tambour_starter_choose (self), path);
}

static void
created_own_cb (TambourStarter *self,
                const char     *path)
{
  if (self->window != NULL)
    begin_with (self, path);
}

static void
ask_for_portfolio (TambourStarter *self,
                   GCallback       created)
{
  g_autofree char *path = tambour_starter_dup_free_path (self);
  AdwDialog *dialog = tambour_create_dialog_new (path);

  g_signal_connect_object (dialog, "created", created, self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
}

static void
create_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ask_for_portfolio (user_data, G_CALLBACK (created_cb));
}

/* Instead of the demonstration. */
static void
start_own_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TambourStarter *self = user_data;
  g_autofree char *own = tambour_portfolios_dup_own_path (self->portfolios);

  if (g_file_test (own, G_FILE_TEST_EXISTS))
    tambour_starter_open (self, own, TAMBOUR_STORE_OPEN);
  else
    ask_for_portfolio (self, G_CALLBACK (created_own_cb));
}

static void
join_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  tambour_starter_join (user_data);
}

static void
remove_portfolio_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  tambour_starter_remove (user_data);
}

static void
demonstrate_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  tambour_starter_demonstrate (user_data);
}

static void
show_start_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TambourStarter *self = user_data;

  if (tambour_window_get_portfolio (self->window) == NULL)
    tambour_starter_show_start (self);
}

static void
try_again_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TambourStarter *self = user_data;

  if (self->path != NULL)
    tambour_starter_open (self, self->path, self->flags);
}

static void
open_read_only_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  TambourStarter *self = user_data;

  if (self->path != NULL)
    tambour_starter_open (self, self->path, TAMBOUR_STORE_READ_ONLY);
}

/* What was open for reading only. */
static void
open_for_writing_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  TambourStarter *self = user_data;

  if (self->held != NULL)
    tambour_starter_open (self, tambour_portfolio_get_path (self->held), TAMBOUR_STORE_OPEN);
}

static void
repair_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TambourStarter *self = user_data;

  if (self->path != NULL)
    tambour_starter_repair (self);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourStarter) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tambour_starter_fail (self, error);
}

static void
show_in_files_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  TambourStarter *self = user_data;
  g_autoptr(GFile) file = self->path ? g_file_new_for_path (self->path) : NULL;
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  if (file != NULL)
    gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (self->window), NULL, shown_cb, g_object_ref (self));
}

static void
import_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(TambourStarter) self = user_data;
  g_autofree char *path = finish_choosing (self, source, result);

  if (path != NULL)
    tambour_starter_import (self, path);
}

static void
import_accounts_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  TambourStarter *self = user_data;
  g_autoptr(GtkFileDialog) dialog = new_file_dialog (_("Import Accounts"), _("Spreadsheets (CSV)"), tables);

  gtk_file_dialog_open (dialog, GTK_WINDOW (self->window), NULL, import_chosen_cb, g_object_ref (self));
}

static void
import_accounts_from_action (GSimpleAction *action,
                             GVariant      *parameter,
                             gpointer       user_data)
{
  tambour_starter_import (user_data, g_variant_get_string (parameter, NULL));
}

static void
forget_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TambourStarter *self = user_data;

  if (self->path != NULL)
    tambour_portfolios_forget (self->portfolios, self->path);

  tambour_starter_show_start (self);
}

static void
forget_recent_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  TambourStarter *self = user_data;

  tambour_portfolios_forget_all (self->portfolios);
}

/**
 * tambour_starter_add_actions:
 * @self: a starter
 *
 * Gives its window the actions that lead to portfolios.
 */
void
tambour_starter_add_actions (TambourStarter *self)
{
  static const GActionEntry entries[] = {
    { "open", open_action },
    { "open-path", open_path_action, "s" },
    { "restore", restore_action },
    { "restore-from", restore_from_action, "s" },
    { "create", create_action },
    { "start-own", start_own_action },
    { "join", join_action },
    { "remove-portfolio", remove_portfolio_action },
    { "demonstrate", demonstrate_action },
    { "show-start", show_start_action },
    { "try-again", try_again_action },
    { "open-read-only", open_read_only_action },
    { "open-for-writing", open_for_writing_action },
    { "repair", repair_action },
    { "show-in-files", show_in_files_action },
    { "import-accounts", import_accounts_action },
    { "import-accounts-from", import_accounts_from_action, "s" },
    { "forget", forget_action },
    { "forget-recent", forget_recent_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->window), entries, G_N_ELEMENTS (entries), self);
  tambour_starter_update_actions (self);
}

/**
 * tambour_starter_update_actions:
 * @self: a starter
 *
 * Only what can be done can be chosen.
 */
void
tambour_starter_update_actions (TambourStarter *self)
{
  GAction *import = g_action_map_lookup_action (G_ACTION_MAP (self->window), "import-accounts");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (import), self->held && !tambour_portfolio_is_read_only (self->held));
}
