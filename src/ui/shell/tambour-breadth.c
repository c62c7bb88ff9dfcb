/* tambour-breadth.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-breadth.h"

G_DEFINE_ENUM_TYPE (TambourBreadth, tambour_breadth,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_BREADTH_WIDE, "wide"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_BREADTH_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_BREADTH_SINGLE, "single"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_BREADTH_SMALL, "small"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_BREADTH_NARROW, "narrow"))

/* One for each widget that follows; it goes with the widget. */
typedef struct
{
  GtkWidget          *widget;
  TambourBreadthFunc  func;
  GSignalGroup       *window;
  TambourBreadth      told;
  gboolean            was_told;
} Follower;

static void
follower_free (Follower *follower)
{
  g_clear_object (&follower->window);
  g_free (follower);
}

static void
tell (Follower *follower)
{
  g_autoptr(GObject) window = g_signal_group_dup_target (follower->window);
  TambourBreadth breadth = TAMBOUR_BREADTH_WIDE;

  if (window != NULL)
    g_object_get (window, "breadth", &breadth, NULL);

  if (follower->was_told && follower->told == breadth)
    return;

  follower->told = breadth;
  follower->was_told = TRUE;
  follower->func (follower->widget, breadth);
}

/* Not every window has a breadth: those of tests and dialogs have all the room they want. */
static void
root_cb (GtkWidget  *widget,
         GParamSpec *pspec,
         Follower   *follower)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (root), "breadth") == NULL)
    root = NULL;

  g_signal_group_set_target (follower->window, root);
  if (root != NULL || !follower->was_told)
    tell (follower);
}

/**
 * tambour_breadth_follow:
 * @widget: a widget; it may follow once
 * @func: arranges it
 *
 * Has @func called now, and whenever the window of @widget has another breadth.
 */
void
tambour_breadth_follow (GtkWidget          *widget,
                        TambourBreadthFunc  func)
{
  Follower *follower = g_new0 (Follower, 1);

  follower->widget = widget;
  follower->func = func;
  follower->window = g_signal_group_new (GTK_TYPE_WIDGET);
  g_signal_group_connect_swapped (follower->window, "notify::breadth", G_CALLBACK (tell), follower);

  g_object_set_data_full (G_OBJECT (widget), "tambour-breadth", follower, (GDestroyNotify) follower_free);
  g_signal_connect (widget, "notify::root", G_CALLBACK (root_cb), follower);
  root_cb (widget, NULL, follower);
}
