/* tambour-application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-about.h"
#include "tambour-appearance.h"
#include "tambour-application.h"
#include "tambour-preferences.h"
#include "tambour-ui.h"
#include "tambour-window.h"

/**
 * TambourApplication:
 *
 * The program: opens portfolios in windows. Two windows on one file share what
 * is open.
 */
struct _TambourApplication
{
  AdwApplication  parent_instance;

  GSettings      *settings;
};

G_DEFINE_FINAL_TYPE (TambourApplication, tambour_application, ADW_TYPE_APPLICATION)

static char *
dup_own_path (TambourApplication *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, "portfolio");

  return *path ? g_steal_pointer (&path) : g_build_filename (g_get_user_data_dir (), "tambour", "portfolio.tambour", NULL);
}

static TambourPortfolio *
find_open (TambourApplication *self,
           const char         *path)
{
  g_autofree char *wanted = g_canonicalize_filename (path, NULL);

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link; link = link->next)
    {
      TambourPortfolio *portfolio = TAMBOUR_IS_WINDOW (link->data) ? tambour_window_get_portfolio (link->data) : NULL;

      if (portfolio != NULL && g_str_equal (tambour_portfolio_get_path (portfolio), wanted))
        return portfolio;
    }

  return NULL;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourWindow) window = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPortfolio) portfolio = tambour_portfolio_open_finish (result, &error);

  if (portfolio != NULL)
    tambour_window_set_portfolio (window, portfolio);
  tambour_window_present (window);
}

static void
open_path (TambourApplication *self,
           const char         *path)
{
  TambourWindow *window = tambour_window_new (GTK_APPLICATION (self));
  TambourPortfolio *portfolio = find_open (self, path);

  if (portfolio != NULL)
    tambour_window_set_portfolio (window, portfolio);
  else
    tambour_portfolio_open_async (path, TAMBOUR_STORE_OPEN, NULL, opened_cb, g_object_ref (window));

  if (portfolio != NULL)
    tambour_window_present (window);
}

static void
tambour_application_activate (GApplication *application)
{
  TambourApplication *self = TAMBOUR_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *path = NULL;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }

  path = dup_own_path (self);
  open_path (self, path);
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
        open_path (TAMBOUR_APPLICATION (application), path);
    }
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (TAMBOUR_IS_WINDOW (window) && tambour_window_get_portfolio (TAMBOUR_WINDOW (window)) != NULL)
    tambour_preferences_present (GTK_WIDGET (window), tambour_window_get_portfolio (TAMBOUR_WINDOW (window)));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (TAMBOUR_IS_WINDOW (window))
    tambour_about_present (GTK_WIDGET (window), tambour_window_get_portfolio (TAMBOUR_WINDOW (window)));
}

static const GActionEntry actions[] = {
  { "preferences", preferences_action },
  { "about", about_action },
};

static void
tambour_application_startup (GApplication *application)
{
  TambourApplication *self = TAMBOUR_APPLICATION (application);

  G_APPLICATION_CLASS (tambour_application_parent_class)->startup (application);

  self->settings = g_settings_new ("io.github.tambour.Tambour");
  tambour_ui_init ();
  tambour_appearance_follow (self->settings);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.preferences",
                                         (const char *[]) { "<Control>comma", NULL });
}

static void
tambour_application_dispose (GObject *object)
{
  TambourApplication *self = TAMBOUR_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tambour_application_parent_class)->dispose (object);
}

static void
tambour_application_class_init (TambourApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_application_dispose;
  application_class->startup = tambour_application_startup;
  application_class->activate = tambour_application_activate;
  application_class->open = tambour_application_open;
}

static void
tambour_application_init (TambourApplication *self)
{
}

/**
 * tambour_application_new:
 *
 * Returns: (transfer full): the program
 */
TambourApplication *
tambour_application_new (void)
{
  return g_object_new (TAMBOUR_TYPE_APPLICATION,
                       "application-id", "io.github.tambour.Tambour",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
