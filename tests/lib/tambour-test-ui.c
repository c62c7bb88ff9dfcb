/* tambour-test-ui.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "tambour-demo.h"
#include "tambour-record-row.h"
#include "tambour-test-ui.h"
#include "tambour-tooltip.h"
#include "tambour-ui.h"

/* A hang ends, and says so; what is waited for takes milliseconds. */
#define SECONDS_TO_WAIT 20

/**
 * tambour_test_ui_init:
 * @argc: how many words
 * @argv: the words of the command line
 *
 * Starts a test program that has a display.
 */
void
tambour_test_ui_init (int    *argc,
                      char ***argv)
{
  tambour_ui_share_memory ();
  gtk_test_init (argc, argv, NULL);

  /* GTK's own tests are American; ours have the locale that they are started in. */
  setlocale (LC_ALL, "");
  adw_init ();
  tambour_ui_init ();
  g_object_set (gtk_settings_get_default (),
                "gtk-cursor-blink", FALSE,
                "gtk-enable-animations", FALSE,
                "gtk-cursor-blink", FALSE,
                "gtk-font-name", "Inter 11",
                NULL);
}

/**
 * tambour_test_remove_folder:
 * @folder: a folder of a test
 *
 * Removes it with everything in it.
 */
void
tambour_test_remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        tambour_test_remove_folder (path);
      else
        g_unlink (path);
    }

  g_rmdir (folder);
}

static TambourTestUi *
open_in (const char *folder,
         int         width,
         int         height)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "test.tambour", NULL);
  TambourTestUi *self = g_new0 (TambourTestUi, 1);
  TambourInstant now;

  self->folder = g_strdup (folder);
  self->store = tambour_store_open (path, g_file_test (path, G_FILE_TEST_EXISTS) ? 0 : TAMBOUR_STORE_CREATE, &error);
  g_assert_no_error (error);

  g_assert_true (tambour_instant_parse (TAMBOUR_DEMO_AS_OF, &now));
  self->portfolio = tambour_portfolio_new (self->store);
  tambour_portfolio_set_now (self->portfolio, now);

  self->window = tambour_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);

  return self;
}

static char *
make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("tambour-ui-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

/**
 * tambour_test_ui_new:
 * @width: of the window
 * @height: of the window
 *
 * Returns: (transfer full): an empty portfolio and a window that does not show
 *   it yet
 */
TambourTestUi *
tambour_test_ui_new (int width,
                     int height)
{
  g_autofree char *folder = make_folder ();

  return open_in (folder, width, height);
}

/**
 * tambour_test_copy_demonstration:
 * @path: a file that does not exist
 *
 * Makes @path the demonstration portfolio.
 */
void
tambour_test_copy_demonstration (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_file_get_contents (g_getenv ("TAMBOUR_DEMONSTRATION"), &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (path, contents, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/**
 * tambour_test_ui_new_demo:
 * @width: of the window
 * @height: of the window
 *
 * Returns: (transfer full): the demonstration portfolio, at its own time, and a
 *   window that does not show it yet
 */
TambourTestUi *
tambour_test_ui_new_demo (int width,
                          int height)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "test.tambour", NULL);

  tambour_test_copy_demonstration (path);

  return open_in (folder, width, height);
}

/* A reading that was cancelled ends when its thread notices. */
static gboolean
is_alone (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

/**
 * tambour_test_ui_free:
 * @self: a window on a portfolio
 *
 * Closes both, which must then be gone, and removes the folder.
 */
void
tambour_test_ui_free (TambourTestUi *self)
{
  if (self->window != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
      gtk_window_destroy (GTK_WINDOW (self->window));
      tambour_test_settle ();
      g_assert_null (self->window);
    }

  tambour_portfolio_close (self->portfolio);
  tambour_test_settle ();
  tambour_test_wait (is_alone, self->portfolio);
  g_assert_finalize_object (self->portfolio);
  g_assert_finalize_object (self->store);
  tambour_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

/**
 * tambour_test_ui_put:
 * @self: a window on a portfolio
 * @record: a record to keep, as another program would
 */
void
tambour_test_ui_put (TambourTestUi *self,
                     TambourRecord *record)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Another", "Put");
  g_autoptr(GError) error = NULL;

  tambour_change_put (change, record);
  tambour_store_commit (self->store, change, &error);
  g_assert_no_error (error);
}

/**
 * tambour_test_ui_present:
 * @self: a window on a portfolio
 *
 * Shows the portfolio, and waits for the first frame.
 */
void
tambour_test_ui_present (TambourTestUi *self)
{
  tambour_window_set_portfolio (self->window, self->portfolio);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  tambour_test_settle ();
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_EDITABLE (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));
  if (TAMBOUR_IS_RECORD_ROW (widget))
    return tambour_record_row_get_title (TAMBOUR_RECORD_ROW (widget));

  return tambour_tooltip_get (widget);
}

/**
 * tambour_test_find:
 * @root: a widget
 * @type: a type of widget
 * @text: (nullable): what it says: a label's text, a button's label, a row's
 *   title, an entry's text, or a tooltip
 *
 * Returns: (transfer none) (nullable): the first such widget on the screen
 *   below @root
 */
gpointer
tambour_test_find (gpointer    root,
                   GType       type,
                   const char *text)
{
  GtkWidget *widget = root;

  if (!gtk_widget_get_mapped (widget))
    return NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (text == NULL || g_strcmp0 (get_text (widget), text) == 0))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = tambour_test_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * tambour_test_count:
 * @root: a widget
 * @type: a type of widget
 *
 * Returns: how many of them are on the screen below @root
 */
guint
tambour_test_count (gpointer root,
                    GType    type)
{
  GtkWidget *widget = root;
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += tambour_test_count (child, type);

  return n;
}

/* A record’s row draws its second line as it does its title. */
static gboolean
has_line (GtkWidget  *widget,
          const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (TAMBOUR_IS_RECORD_ROW (widget))
    return g_str_equal (tambour_record_row_get_line (TAMBOUR_RECORD_ROW (widget)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (has_line (child, text))
      return TRUE;

  return FALSE;
}

/**
 * tambour_test_shows:
 * @root: a widget
 * @text: a text
 *
 * Returns: whether a label on the screen below @root says @text
 */
gboolean
tambour_test_shows (gpointer    root,
                    const char *text)
{
  return tambour_test_find (root, GTK_TYPE_LABEL, text) != NULL || tambour_test_find (root, TAMBOUR_TYPE_RECORD_ROW, text) != NULL ||
         has_line (root, text);
}

/**
 * tambour_test_wait:
 * @condition: says whether it has happened
 * @data: for @condition
 *
 * Runs the main loop until it has; a test that waits too long fails.
 */
void
tambour_test_wait (TambourTestCondition condition,
                   gpointer             data)
{
  gint64 until = g_get_monotonic_time () + SECONDS_TO_WAIT * G_USEC_PER_SEC;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

typedef struct
{
  gpointer    root;
  const char *text;
  gboolean    is_wanted;
} Wanted;

static gboolean
shows_wanted (gpointer data)
{
  const Wanted *wanted = data;

  return tambour_test_shows (wanted->root, wanted->text) == wanted->is_wanted;
}

static void
wait_for (Wanted wanted)
{
  gint64 until = g_get_monotonic_time () + SECONDS_TO_WAIT * G_USEC_PER_SEC;

  while (!shows_wanted (&wanted))
    {
      if (g_get_monotonic_time () > until)
        g_error ("still %s “%s”", wanted.is_wanted ? "no" : "there is", wanted.text);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

/**
 * tambour_test_wait_text:
 * @root: a widget
 * @text: what a label below it will say
 */
void
tambour_test_wait_text (gpointer    root,
                        const char *text)
{
  wait_for ((Wanted) { root, text, TRUE });
}

/**
 * tambour_test_wait_no_text:
 * @root: a widget
 * @text: what no label below it will say any more
 */
void
tambour_test_wait_no_text (gpointer    root,
                           const char *text)
{
  wait_for ((Wanted) { root, text, FALSE });
}

static gboolean
is_at_work (const char *thread)
{
  g_autofree char *path = g_build_filename ("/proc/self/task", thread, "stat", NULL);
  g_autofree char *stat = NULL;
  const char *name_end;

  if (!g_file_get_contents (path, &stat, NULL, NULL))
    return FALSE;

  name_end = strrchr (stat, ')');

  return name_end != NULL && (name_end[2] == 'R' || name_end[2] == 'D');
}

/* What a thread reads from the portfolio comes into the window later. */
static gboolean
others_work (void)
{
  g_autofree char *own = g_strdup_printf ("%d", getpid ());
  g_autoptr(GDir) threads = g_dir_open ("/proc/self/task", 0, NULL);
  const char *thread;

  while (threads != NULL && (thread = g_dir_read_name (threads)))
    if (!g_str_equal (thread, own) && is_at_work (thread))
      return TRUE;

  return FALSE;
}

/**
 * tambour_test_settle:
 *
 * Runs the main loop until nothing has happened for a while, here and in the
 * threads that read.
 */
void
tambour_test_settle (void)
{
  guint quiet = 0;

  while (quiet < 60)
    {
      if (g_main_context_iteration (NULL, FALSE))
        {
          quiet = 0;
          continue;
        }

      g_usleep (1000);
      quiet++;
      if (quiet % 10 == 0 && others_work ())
        quiet = 0;
    }
}

/**
 * tambour_test_texture:
 * @window: a window on the screen
 *
 * Returns: (transfer full): what it looks like
 */
GdkTexture *
tambour_test_texture (gpointer window)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;

  tambour_test_settle ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_to_node (snapshot);

  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
}

/**
 * tambour_test_picture:
 * @window: a window on the screen
 * @name: what the picture is called
 *
 * Writes a PNG of the window into the folder that TAMBOUR_PICTURES names;
 * without that, nothing.
 */
void
tambour_test_picture (gpointer    window,
                      const char *name)
{
  const char *folder = g_getenv ("TAMBOUR_PICTURES");
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = folder ? g_build_filename (folder, file, NULL) : NULL;
  g_autoptr(GdkTexture) texture = NULL;

  if (path == NULL)
    return;

  g_mkdir_with_parents (folder, 0700);
  texture = tambour_test_texture (window);
  gdk_texture_save_to_png (texture, path);
}

/**
 * tambour_test_pictures:
 * @window: a window on the screen
 * @name: what the pictures are called
 *
 * As tambour_test_picture(): light, dark, and as narrow as a telephone.
 */
void
tambour_test_pictures (gpointer    window,
                       const char *name)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autofree char *dark = g_strconcat (name, "-dark", NULL);
  g_autofree char *narrow = g_strconcat (name, "-narrow", NULL);
  int width, height;

  if (g_getenv ("TAMBOUR_PICTURES") == NULL)
    return;

  tambour_test_picture (window, name);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  tambour_test_picture (window, dark);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);

  gtk_window_get_default_size (window, &width, &height);
  gtk_window_set_default_size (window, 360, 720);
  tambour_test_picture (window, narrow);
  gtk_window_set_default_size (window, width, height);
  tambour_test_settle ();
}

/**
 * tambour_test_resize:
 * @window: a window on the screen
 *
 * Has it reach every breakpoint, and come back.
 */
void
tambour_test_resize (gpointer window)
{
  const int widths[] = { 1000, 700, 590, 440, 360, 590, 1280 };
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (window, widths[i], height);
      tambour_test_settle ();
      g_assert_cmpint (gtk_widget_get_width (window), <=, widths[i]);
    }
  gtk_window_set_default_size (window, width, height);
  tambour_test_settle ();
}
