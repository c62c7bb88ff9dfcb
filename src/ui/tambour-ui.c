/* tambour-ui.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <malloc.h>

#include "tambour-bar.h"
#include "tambour-date-box.h"
#include "tambour-heading.h"
#include "tambour-icons-resources.h"
#include "tambour-ui-resources.h"
#include "tambour-ui.h"

#define BASE "/io/github/tambour/Tambour"

/* Places that threads take memory from. With fewer, those that build the first page wait for
 * each other: one makes the start a fifth longer, and saves 7 MiB of the 135 after an hour.
 */
#define MOST_ARENAS 8

/* What is left is followed by what comes, which needs memory itself. */
#define MILLISECONDS_TO_WAIT 500

static void
add_style (GdkDisplay *display,
           const char *name,
           guint       priority,
           gboolean    is_wanted)
{
  GtkCssProvider *provider = g_object_get_data (G_OBJECT (display), name);

  if (is_wanted == (provider != NULL))
    return;

  if (!is_wanted)
    {
      gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (provider));
      g_object_set_data (G_OBJECT (display), name, NULL);
      return;
    }

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, name);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), priority);
  g_object_set_data_full (G_OBJECT (display), name, provider, g_object_unref);
}

static void
contrast_changed_cb (AdwStyleManager *manager)
{
  add_style (gdk_display_get_default (), BASE "/ui/style-hc.css",
             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1, adw_style_manager_get_high_contrast (manager));
}

/* An application with the same base path has added the folder itself: a second time
 * would have the icon theme read again, which takes as long as a window.
 */
static void
add_icons (GdkDisplay *display)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (display);
  g_auto(GStrv) paths = gtk_icon_theme_get_resource_path (theme);

  if (paths == NULL || !g_strv_contains ((const char * const *) paths, BASE "/icons"))
    gtk_icon_theme_add_resource_path (theme, BASE "/icons");
}

static void
read_icons_thread (GTask        *task,
                   gpointer      theme,
                   gpointer      data,
                   GCancellable *cancellable)
{
  g_task_return_boolean (task, gtk_icon_theme_has_icon (theme, "tambour-today-symbolic"));
}

/* Whatever asks first reads all themes. That may be done on any thread, and others
 * wait for it: so it is done while windows are built.
 */
static void
read_icons (GdkDisplay *display)
{
  g_autoptr(GTask) task = g_task_new (gtk_icon_theme_get_for_display (display), NULL, NULL, NULL);

  g_task_set_source_tag (task, read_icons);
  g_task_run_in_thread (task, read_icons_thread);
}

/* Pango looks for fonts on a thread of its own, one after the other, and the first
 * layout would wait for each: so those of the first page are asked for before.
 */
static void
load_fonts (void)
{
  static const char * const styles[] = { "body", "heading", "subtitle", "meta", "small", "priority", "strong small" };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_auto(GStrv) classes = g_strsplit (styles[i], " ", -1);
      g_autoptr(GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
      PangoContext *context;
      PangoFontset *fonts;

      gtk_widget_set_css_classes (label, (const char **) classes);
      context = gtk_widget_get_pango_context (label);
      fonts = pango_context_load_fontset (context, pango_context_get_font_description (context),
                                          pango_context_get_language (context));
      g_clear_object (&fonts);
    }
}

/**
 * tambour_ui_share_memory:
 *
 * Has threads take memory from a few places, however many there are: each would take an arena
 * of the allocator for itself, which keeps what the thread gave back. To be called before
 * there are threads.
 */
void
tambour_ui_share_memory (void)
{
#ifdef M_ARENA_MAX
  mallopt (M_ARENA_MAX, MOST_ARENAS);
#endif
}

/**
 * tambour_ui_init:
 *
 * Makes what widgets are built from known: templates, icons and style. To be
 * called once, when there is a display.
 */
void
tambour_ui_init (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_resources_register (tambour_ui_get_resource ());
  g_resources_register (tambour_icons_get_resource ());
  add_icons (display);
  read_icons (display);

  add_style (display, BASE "/ui/style.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION, TRUE);
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (contrast_changed_cb), NULL);
  contrast_changed_cb (manager);
  load_fonts ();

  g_type_ensure (TAMBOUR_TYPE_BAR);
  g_type_ensure (TAMBOUR_TYPE_DATE_BOX);
  g_type_ensure (TAMBOUR_TYPE_HEADING);
}

static gboolean
give_back_cb (gpointer data)
{
  *(guint *) data = 0;
#ifdef __GLIBC__
  malloc_trim (0);
#endif

  return G_SOURCE_REMOVE;
}

/**
 * tambour_ui_give_back:
 *
 * Gives memory that is free back to the system, a moment later, when there is nothing else
 * to do. To be called when something large is gone: the allocator would keep it for what
 * may never come.
 */
void
tambour_ui_give_back (void)
{
  static guint source;

  if (source == 0)
    source = g_timeout_add_full (G_PRIORITY_LOW, MILLISECONDS_TO_WAIT, give_back_cb, &source, NULL);
}
