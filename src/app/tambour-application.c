/* tambour-application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-appearance.h"
#include "tambour-application-private.h"
#include "tambour-files.h"
#include "tambour-places.h"
#include "tambour-ui.h"

/**
 * TambourApplication:
 *
 * The program: opens portfolios in windows. A second start hands over to the
 * first.
 */
G_DEFINE_FINAL_TYPE (TambourApplication, tambour_application, ADW_TYPE_APPLICATION)

/* After the place where the window was last. */
static void
show_today_cb (gpointer user_data)
{
  g_autoptr(TambourWindow) window = user_data;

  tambour_window_go_place (window, TAMBOUR_PLACE_TODAY);
}

/* A notification was chosen before there was a portfolio to open its record in. */
static void
portfolio_shown_cb (TambourApplication *self,
                    GParamSpec         *pspec,
                    TambourWindow      *window)
{
  g_autofree char *kind = NULL;
  g_autofree char *id = NULL;

  if (tambour_window_get_portfolio (window) == NULL)
    return;

  if (self->is_staying)
    tambour_application_update_background (self, FALSE);

  if (self->wants_today)
    g_idle_add_once (show_today_cb, g_object_ref (window));
  self->wants_today = FALSE;

  if (self->record_id == NULL)
    return;

  kind = g_steal_pointer (&self->record_kind);
  id = g_steal_pointer (&self->record_id);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-record", "(ss)", kind, id);
}

static TambourStarter *
new_starter (TambourApplication *self)
{
  TambourStarter *starter = tambour_starter_new (GTK_APPLICATION (self), self->portfolios);

  g_signal_connect_object (tambour_starter_get_window (starter), "notify::portfolio",
                           G_CALLBACK (portfolio_shown_cb), self, G_CONNECT_SWAPPED);

  return starter;
}

/**
 * tambour_application_find_window:
 * @self: the application
 * @path: (nullable): a file, or %NULL for none
 *
 * Returns: (transfer none) (nullable): the window that was used last of those
 *   that show @path, or that show no portfolio yet
 */
TambourWindow *
tambour_application_find_window (TambourApplication *self,
                                 const char         *path)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link; link = link->next)
    {
      TambourPortfolio *portfolio;

      if (!TAMBOUR_IS_WINDOW (link->data))
        continue;

      portfolio = tambour_window_get_portfolio (link->data);
      if (g_strcmp0 (portfolio ? tambour_portfolio_get_path (portfolio) : NULL, path) == 0)
        return link->data;
    }

  return NULL;
}

/**
 * tambour_application_open_path:
 * @self: the application
 * @path: a file
 *
 * Shows the portfolio: in the window that has it, in one that waits for one, or
 * in a new one.
 */
void
tambour_application_open_path (TambourApplication *self,
                               const char         *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  TambourWindow *window = tambour_application_find_window (self, absolute);

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  window = tambour_application_find_window (self, NULL);
  tambour_starter_open (window ? tambour_starter_of (window) : new_starter (self), absolute, TAMBOUR_STORE_OPEN);
}

/**
 * tambour_application_new_window:
 * @self: the application
 *
 * Opens a window on what the last one shows.
 */
void
tambour_application_new_window (TambourApplication *self)
{
  GtkWindow *last = gtk_application_get_active_window (GTK_APPLICATION (self));
  TambourPortfolio *portfolio = TAMBOUR_IS_WINDOW (last) ? tambour_window_get_portfolio (TAMBOUR_WINDOW (last)) : NULL;
  TambourStarter *starter = new_starter (self);

  if (portfolio != NULL)
    tambour_starter_share (starter, portfolio);
  else
    tambour_starter_begin (starter);
}

static void
tambour_application_activate (GApplication *application)
{
  TambourApplication *self = TAMBOUR_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    gtk_window_present (window);
  else
    tambour_starter_begin (new_starter (self));
}

static void
tambour_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        tambour_application_open_path (TAMBOUR_APPLICATION (application), path);
    }
}

static int
tambour_application_command_line (GApplication            *application,
                                  GApplicationCommandLine *line)
{
  TambourApplication *self = TAMBOUR_APPLICATION (application);
  g_auto(GStrv) words = g_application_command_line_get_arguments (line, NULL);

  if (g_variant_dict_contains (g_application_command_line_get_options_dict (line), "new-window"))
    tambour_application_new_window (self);
  else if (g_variant_dict_contains (g_application_command_line_get_options_dict (line), "background"))
    tambour_application_update_background (self, TRUE);
  else if (words[1] == NULL)
    g_application_activate (application);

  for (guint i = 1; words[i] != NULL; i++)
    {
      g_autoptr(GFile) file = g_application_command_line_create_file_for_arg (line, words[i]);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        tambour_application_open_path (self, path);
    }

  return EXIT_SUCCESS;
}

/* What the first window opens is begun before there is one. */
static gboolean
tambour_application_local_command_line (GApplication   *application,
                                        char         ***arguments,
                                        int            *exit_status)
{
  TambourApplication *self = TAMBOUR_APPLICATION (application);
  const char *word = (*arguments)[1];

  self->has_other = word != NULL && (*word == '-' || (*arguments)[2] != NULL);
  g_set_str (&self->first_path, self->has_other ? NULL : word);

  return G_APPLICATION_CLASS (tambour_application_parent_class)->local_command_line (application, arguments, exit_status);
}

static int
tambour_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("Tambour " TAMBOUR_VERSION "\n");

  return EXIT_SUCCESS;
}

/* GTK reads a theme of its own, which libadwaita then replaces by an empty one below
 * its own style: to begin with the empty one saves an eighth of the start. Who has
 * chosen a theme for all programs keeps it. The environment is put back, and this is
 * done while the program has no thread of its own.
 */
static void
init_without_theme (void)
{
  if (g_getenv ("GTK_THEME") != NULL)
    {
      gtk_init ();
      return;
    }

  g_setenv ("GTK_THEME", "Adwaita-empty", TRUE);
  gtk_init ();
  gtk_settings_get_default ();
  g_unsetenv ("GTK_THEME");
}

static gpointer
forget_files (gpointer data)
{
  g_autofree char *folder = tambour_files_dup_folder ();

  tambour_files_forget (folder);

  return NULL;
}

/* When the first page is drawn, which has no thread to spare. */
static void
forget_files_cb (gpointer user_data)
{
  ((TambourApplication *) user_data)->forget_source = 0;
  g_thread_unref (g_thread_new ("forget-files", forget_files, NULL));
}

static void
tambour_application_startup (GApplication *application)
{
  TambourApplication *self = TAMBOUR_APPLICATION (application);

  init_without_theme ();

  /* The style of all widgets takes a tenth of a second to read: the portfolio opens meanwhile. */
  self->portfolios = tambour_portfolios_new ();
  if (!self->has_other)
    tambour_starter_open_ahead (self->portfolios, self->first_path);

  /* Otherwise GTK looks for an icon of this name, and reads all themes for it. */
  gtk_window_set_default_icon_name (g_application_get_application_id (application));

  G_APPLICATION_CLASS (tambour_application_parent_class)->startup (application);

  tambour_ui_init ();
  self->settings = g_settings_new ("io.github.tambour.Tambour");
  tambour_appearance_follow (self->settings);
  tambour_application_add_actions (self);
  tambour_application_follow_background (self);
  self->forget_source = g_timeout_add_once (1000, forget_files_cb, self);
}

/* What was laid out for other programs to show is customers' own: it goes when the
 * program does, or when it comes again.
 */
static void
tambour_application_shutdown (GApplication *application)
{
  g_clear_handle_id (&TAMBOUR_APPLICATION (application)->forget_source, g_source_remove);
  tambour_application_leave_background (TAMBOUR_APPLICATION (application));
  G_APPLICATION_CLASS (tambour_application_parent_class)->shutdown (application);

  forget_files (NULL);
}

static void
tambour_application_dispose (GObject *object)
{
  TambourApplication *self = TAMBOUR_APPLICATION (object);

  tambour_application_leave_background (self);
  g_clear_object (&self->portfolios);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tambour_application_parent_class)->dispose (object);
}

static void
tambour_application_finalize (GObject *object)
{
  TambourApplication *self = TAMBOUR_APPLICATION (object);

  g_clear_handle_id (&self->forget_source, g_source_remove);
  g_clear_pointer (&self->first_path, g_free);
  g_clear_pointer (&self->record_kind, g_free);
  g_clear_pointer (&self->record_id, g_free);

  G_OBJECT_CLASS (tambour_application_parent_class)->finalize (object);
}

static void
tambour_application_class_init (TambourApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = tambour_application_dispose;
  object_class->finalize = tambour_application_finalize;

  application_class->startup = tambour_application_startup;
  application_class->shutdown = tambour_application_shutdown;
  application_class->activate = tambour_application_activate;
  application_class->open = tambour_application_open;
  application_class->command_line = tambour_application_command_line;
  application_class->local_command_line = tambour_application_local_command_line;
  application_class->handle_local_options = tambour_application_handle_local_options;
}

static void
tambour_application_init (TambourApplication *self)
{
  static const GOptionEntry options[] = {
    { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open another window"), NULL },
    { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open no window, and tell of new cases if that is wanted"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Say which version this is"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * tambour_application_new:
 * @flags: more flags than those it needs
 *
 * Returns: (transfer full): the program
 */
TambourApplication *
tambour_application_new (GApplicationFlags flags)
{
  tambour_ui_share_memory ();

  return g_object_new (TAMBOUR_TYPE_APPLICATION,
                       "application-id", "io.github.tambour.Tambour",
                       "resource-base-path", "/io/github/tambour/Tambour",
                       "flags", flags | G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}
