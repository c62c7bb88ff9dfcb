/* test-shortcuts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-review-window.h"
#include "tambour-test-ui.h"

/* What GTK does by itself in lists, dialogs and windows; what the program’s own
 * actions have; and what clocks, the rows of actions, notes, the matrix and audits have.
 */
static const char * const known[] = {
  "Up", "Down", "Left", "Right", "Home", "End", "Return", "space", "Escape", "<Control>Return", "F10", "<Control>question", "<Control>comma",
  "<Control>o", "<Control>q", "<Control><Shift>n", "<Control>r", "Menu", "<Control>s", "<Control><Shift>k", "<Control>b", "<Control>i",
  "1", "0", "e", "<Control><Shift>e", "<Alt>Up", "<Alt>Down", "Delete",
};

static gboolean
is_same (const char *a,
         const char *b)
{
  GdkModifierType x_modifiers, y_modifiers;
  guint x, y;

  return gtk_accelerator_parse (a, &x, &x_modifiers) && gtk_accelerator_parse (b, &y, &y_modifiers) &&
         x == y && x_modifiers == y_modifiers;
}

static gboolean
has_key (GListModel *shortcuts,
         const char *accelerator)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (is_same (trigger, accelerator))
        return TRUE;
    }

  return FALSE;
}

static gboolean
window_has_key (GtkWidget  *window,
                const char *accelerator)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller) && has_key (G_LIST_MODEL (controller), accelerator))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_known (const char *accelerator)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (is_same (known[i], accelerator))
      return TRUE;

  return FALSE;
}

/* One line of the overview may name several keys: “Up Down”, or “<Alt>1...8”. */
static void
check_line (GtkWidget  *window,
            GtkWidget  *review,
            const char *line)
{
  g_auto(GStrv) keys = g_strsplit_set (line, " &", -1);

  for (guint i = 0; keys[i]; i++)
    {
      g_auto(GStrv) range = g_strsplit (keys[i], "...", 2);

      if (!is_known (range[0]) && !window_has_key (window, range[0]) && !window_has_key (review, range[0]))
        g_error ("%s does nothing", keys[i]);
    }
}

static GtkWidget *
load_overview (GtkBuilder *builder)
{
  g_autoptr(GError) error = NULL;

  gtk_builder_add_from_resource (builder, "/io/github/tambour/Tambour/ui/help-overlay.ui", &error);
  g_assert_no_error (error);

  return GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));
}

static void
test_every_key_does_something (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  g_autoptr(GtkBuilder) builder = gtk_builder_new ();
  GtkWidget *overview = load_overview (builder);
  g_autoptr(GSList) objects = gtk_builder_get_objects (builder);
  GtkWidget *review = g_object_new (TAMBOUR_TYPE_REVIEW_WINDOW, NULL);
  guint n_lines = 0;

  tambour_test_ui_present (ui);
  for (GSList *link = objects; link; link = link->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (link->data), "GtkShortcutsShortcut"))
      {
        g_autofree char *accelerator = NULL;

        g_object_get (link->data, "accelerator", &accelerator, NULL);
        check_line (GTK_WIDGET (ui->window), review, accelerator);
        n_lines++;
      }

  g_assert_cmpuint (n_lines, >, 15);
  gtk_window_destroy (GTK_WINDOW (review));
  gtk_window_destroy (GTK_WINDOW (overview));
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/shortcuts/every-key-does-something", test_every_key_does_something);

  return g_test_run ();
}
