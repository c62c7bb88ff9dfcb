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

/* One for each widget that follows; it goes with the widget. A GSignalGroup would
 * not do: it loses sight of a window that is being disposed of.
 */
typedef struct
{
  GtkWidget          *widget;
  TambourBreadthFunc  func;
  GtkRoot            *window;
  gulong              handler;
  TambourBreadth      told;
  gboolean            was_told;
} Follower;

static void
tell (Follower *follower)
{
  TambourBreadth breadth = TAMBOUR_BREADTH_WIDE;

  if (follower->window != NULL)
    g_object_get (follower->window, "breadth", &breadth, NULL);

  if (follower->was_told && follower->told == breadth)
    return;

  follower->told = breadth;
  follower->was_told = TRUE;
  follower->func (follower->widget, breadth);
}

/* A widget leaves its window before that is gone. */
static void
set_window (Follower *follower,
            GtkRoot  *window)
{
  if (follower->window != NULL)
    g_clear_signal_handler (&follower->handler, follower->window);

  follower->window = window;
  if (window != NULL)
    follower->handler = g_signal_connect_swapped (window, "notify::breadth", G_CALLBACK (tell), follower);
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

  set_window (follower, root);
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

  g_object_set_data_full (G_OBJECT (widget), "tambour-breadth", follower, g_free);
  g_signal_connect (widget, "notify::root", G_CALLBACK (root_cb), follower);
  root_cb (widget, NULL, follower);
}

/**
 * tambour_breadth_arrange_header:
 * @bar: the header bar of a page that has several buttons
 * @breadth: the room that its window has
 *
 * Where the window is as narrow as a telephone, what the page can do goes
 * before minimizing and maximizing.
 */
void
tambour_breadth_arrange_header (AdwHeaderBar   *bar,
                                TambourBreadth  breadth)
{
  g_autofree char *usual = NULL;
  gboolean is_at_start;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (bar)), "gtk-decoration-layout", &usual, NULL);
  is_at_start = usual != NULL && g_str_has_prefix (usual, "close");
  adw_header_bar_set_decoration_layout (bar, breadth < TAMBOUR_BREADTH_NARROW ? NULL : is_at_start ? "close:"
                                                                                                   : ":close");
}

/**
 * tambour_breadth_arrange_columns:
 * @columns: a main column and a side column
 * @side: the side column
 * @width: how wide that is beside the main one
 * @is_wide: whether there is room for both beside each other
 *
 * Puts them beside each other, or below each other.
 */
void
tambour_breadth_arrange_columns (GtkBox   *columns,
                                 AdwClamp *side,
                                 int       width,
                                 gboolean  is_wide)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (columns), is_wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (side), is_wide ? width : -1, -1);
  adw_clamp_set_maximum_size (side, is_wide ? width : G_MAXINT);
  adw_clamp_set_tightening_threshold (side, is_wide ? width : G_MAXINT);
}

/* The focus of a window, while what it is in is hidden. */
typedef struct
{
  GWeakRef window;
  GWeakRef focus;
  guint    n_tries;
} Aside;

/* A breakpoint hides what it arranges for one frame. */
#define MAX_TRIES 5
#define FRAME_MS 16

static void
aside_free (Aside *aside)
{
  g_weak_ref_clear (&aside->window);
  g_weak_ref_clear (&aside->focus);
  g_free (aside);
}

static gboolean
come_back (gpointer data)
{
  Aside *aside = data;
  g_autoptr(GtkWindow) window = g_weak_ref_get (&aside->window);
  g_autoptr(GtkWidget) focus = g_weak_ref_get (&aside->focus);

  if (window == NULL || focus == NULL)
    return G_SOURCE_REMOVE;

  if (!gtk_widget_get_mapped (focus))
    return aside->n_tries++ < MAX_TRIES;

  if (gtk_widget_get_root (focus) == GTK_ROOT (window))
    gtk_widget_grab_focus (focus);

  return G_SOURCE_REMOVE;
}

/**
 * tambour_breadth_keep_focus:
 * @bin: a #TambourWindow or #AdwBreakpointBin that has just reached a breakpoint
 *
 * Keeps the focus where it is. For a frame, what the breakpoint arranges is
 * hidden; GTK would move the focus, and never free what is in @bin.
 */
void
tambour_breadth_keep_focus (GtkWidget *bin)
{
  GtkRoot *root = gtk_widget_get_root (bin);
  GtkWidget *focus = GTK_IS_WINDOW (root) ? gtk_root_get_focus (root) : NULL;
  Aside *aside;

  if (focus == NULL || gtk_widget_get_mapped (focus) || !gtk_widget_is_ancestor (focus, bin))
    return;

  aside = g_new0 (Aside, 1);
  g_weak_ref_init (&aside->window, root);
  g_weak_ref_init (&aside->focus, focus);
  gtk_root_set_focus (root, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, FRAME_MS, come_back, aside, (GDestroyNotify) aside_free);
}
