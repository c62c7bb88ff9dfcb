/* tambour-test-app.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <unistd.h>

#include "tambour-owner.h"
#include "tambour-test-app.h"

/* Who may do nothing that others do not allow. */
#define NOBODY 65534

static char *data_home;

/**
 * tambour_test_app_init:
 * @argc: how many words
 * @argv: the words of the command line
 *
 * Starts a test program that runs the whole program.
 */
void
tambour_test_app_init (int    *argc,
                       char ***argv)
{
  g_autoptr(GError) error = NULL;

  data_home = g_dir_make_tmp ("tambour-app-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);

  /* Programs of other tests have the same name; this one is alone. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  tambour_test_ui_init (argc, argv);
}

/**
 * tambour_test_app_be_nobody:
 *
 * Goes on as a user whom permissions stop. For good.
 */
void
tambour_test_app_be_nobody (void)
{
  if (geteuid () != 0)
    return;

  g_assert_cmpint (chown (data_home, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (setgid (NOBODY), ==, 0);
  g_assert_cmpint (setuid (NOBODY), ==, 0);
}

/**
 * tambour_test_app_forget:
 *
 * The program remembers nothing.
 */
void
tambour_test_app_forget (void)
{
  g_autoptr(GSettings) settings = g_settings_new ("io.github.tambour.Tambour");
  g_autoptr(GSettingsSchema) schema = NULL;
  g_auto(GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

/**
 * tambour_test_app_new:
 *
 * Returns: (transfer full): the program, which has not been started yet
 */
TambourTestApp *
tambour_test_app_new (void)
{
  TambourTestApp *self = g_new0 (TambourTestApp, 1);
  g_autoptr(GError) error = NULL;

  self->data = g_build_filename (data_home, "tambour", NULL);
  self->own = g_build_filename (self->data, "portfolio.tambour", NULL);
  tambour_test_app_forget ();
  g_mkdir_with_parents (self->data, 0700);

  self->application = tambour_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (self->application), NULL, &error);
  g_assert_no_error (error);

  return self;
}

static void
swallow (const char *text)
{
}

/* A test runs the main loop itself; a run that only says its version ends what that began. */
static void
end (TambourApplication *application)
{
  char *words[] = { (char *) "tambour", (char *) "--version", NULL };
  GPrintFunc before = g_set_print_handler (swallow);

  g_application_run (G_APPLICATION (application), 2, words);
  g_set_print_handler (before);
}

/**
 * tambour_test_app_free:
 * @self: the program
 *
 * Closes every window, and removes the portfolios.
 */
void
tambour_test_app_free (TambourTestApp *self)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (self->application))))
    gtk_window_destroy (windows->data);

  tambour_test_settle ();

  end (self->application);
  g_assert_finalize_object (self->application);
  tambour_test_remove_folder (data_home);
  g_free (self->data);
  g_free (self->own);
  g_free (self);
}

static gboolean
has_window (gpointer data)
{
  TambourTestApp *self = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self->application));

  return window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window));
}

/**
 * tambour_test_app_get_window:
 * @self: the program
 *
 * Waits until there is one.
 *
 * Returns: (transfer none): the window that was used last
 */
TambourWindow *
tambour_test_app_get_window (TambourTestApp *self)
{
  GtkWindow *window;

  tambour_test_wait (has_window, self);
  window = gtk_application_get_active_window (GTK_APPLICATION (self->application));
  tambour_test_settle ();

  return TAMBOUR_WINDOW (window);
}

/**
 * tambour_test_app_start:
 * @self: the program
 *
 * Starts it without a file.
 *
 * Returns: (transfer none): its window
 */
TambourWindow *
tambour_test_app_start (TambourTestApp *self)
{
  g_application_activate (G_APPLICATION (self->application));

  return tambour_test_app_get_window (self);
}

/**
 * tambour_test_app_open:
 * @self: the program
 * @path: a file
 *
 * Starts it with a file.
 *
 * Returns: (transfer none): the window that was used last
 */
TambourWindow *
tambour_test_app_open (TambourTestApp *self,
                       const char     *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_application_open (G_APPLICATION (self->application), &file, 1, "");

  return tambour_test_app_get_window (self);
}

/**
 * tambour_test_app_count:
 * @self: the program
 *
 * Returns: how many windows are on the screen
 */
guint
tambour_test_app_count (TambourTestApp *self)
{
  guint n = 0;

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self->application)); link; link = link->next)
    n += gtk_widget_get_mapped (link->data);

  return n;
}

typedef struct
{
  TambourTestApp *self;
  guint           n_windows;
} Count;

static gboolean
has_count (gpointer data)
{
  const Count *count = data;

  return tambour_test_app_count (count->self) == count->n_windows;
}

/**
 * tambour_test_app_wait_count:
 * @self: the program
 * @n_windows: how many windows will be on the screen
 */
void
tambour_test_app_wait_count (TambourTestApp *self,
                             guint           n_windows)
{
  tambour_test_wait (has_count, &(Count) { self, n_windows });
  tambour_test_settle ();
}

/**
 * tambour_test_app_create:
 * @self: the program
 * @name: the name of a file
 *
 * Makes a portfolio that Mira Solberg works with.
 *
 * Returns: (transfer full): its path
 */
char *
tambour_test_app_create (TambourTestApp *self,
                         const char     *name)
{
  const TambourOwner mira = { "Mira Solberg", "America/Los_Angeles", 8 * 60, 17 * 60, TAMBOUR_OWNER_OFFICE_DAYS };
  g_autofree char *path = g_build_filename (self->data, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (tambour_owner_put (store, &mira, &error));
  g_assert_no_error (error);
  tambour_store_close (store);

  return g_steal_pointer (&path);
}

/**
 * tambour_test_app_count_files:
 * @self: the program
 *
 * Returns: how many files are among the person’s portfolios
 */
guint
tambour_test_app_count_files (TambourTestApp *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->data, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir))
    n++;

  return n;
}
