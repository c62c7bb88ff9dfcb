/* tambour-test-keys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <X11/extensions/XInput2.h>
#include <X11/extensions/XTest.h>

#include <gdk/x11/gdkx.h>

#include "tambour-test-ui.h"

/* Keys come from the X server, as from a keyboard: what a test presses goes the
 * way that a person's keys go. There is no window manager, so the focus is set
 * by hand.
 */

static Display *
get_display (void)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  G_GNUC_END_IGNORE_DEPRECATIONS
}

static gboolean
has_focus (gpointer data)
{
  return gtk_window_is_active (data);
}

static void
focus (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  if (gtk_window_is_active (GTK_WINDOW (window)))
    return;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  XSetInputFocus (get_display (), gdk_x11_surface_get_xid (surface), RevertToParent, CurrentTime);
  G_GNUC_END_IGNORE_DEPRECATIONS
  XSync (get_display (), False);
  tambour_test_wait (has_focus, window);
  tambour_test_settle ();
}

static void
send (KeySym   symbol,
      gboolean is_down)
{
  XTestFakeKeyEvent (get_display (), XKeysymToKeycode (get_display (), symbol), is_down, CurrentTime);
}

static void
send_modifiers (GdkModifierType modifiers,
                gboolean        is_down)
{
  if (modifiers & GDK_CONTROL_MASK)
    send (GDK_KEY_Control_L, is_down);
  if (modifiers & GDK_ALT_MASK)
    send (GDK_KEY_Alt_L, is_down);
  if (modifiers & GDK_SHIFT_MASK)
    send (GDK_KEY_Shift_L, is_down);
}

static guint n_released;

static gboolean
xevent_cb (GdkDisplay *display,
           XEvent     *event)
{
  if (event->type == GenericEvent && event->xcookie.evtype == XI_KeyRelease)
    n_released++;

  return GDK_EVENT_PROPAGATE;
}

/* Counts the keys that come from the X server, whichever surface and whichever
 * modal dialog has them.
 */
static void
listen (void)
{
  static gulong handler;

  if (handler == 0)
    handler = g_signal_connect (gdk_display_get_default (), "xevent", G_CALLBACK (xevent_cb), NULL);
}

/* A busy machine takes its time. A display that has lost a key does not stop the test. */
static void
wait_released (guint n_wanted)
{
  gint64 until = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;

  while (n_released < n_wanted && g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static gboolean
needs_shift (guint key)
{
  KeyCode code = XKeysymToKeycode (get_display (), key);
  int n;
  KeySym *symbols = XGetKeyboardMapping (get_display (), code, 1, &n);
  gboolean is_shifted = n > 1 && symbols[0] != key && symbols[1] == key;

  XFree (symbols);

  return is_shifted;
}

static void
press_key (guint           key,
           GdkModifierType modifiers)
{
  if (needs_shift (key))
    modifiers |= GDK_SHIFT_MASK;

  send_modifiers (modifiers, TRUE);
  send (key, TRUE);
  send (key, FALSE);
  send_modifiers (modifiers, FALSE);
  XSync (get_display (), False);
}

/**
 * tambour_test_press:
 * @window: a window on the screen
 * @accelerator: a key as in “<Control>z”
 *
 * Presses the key, and waits until everything that it does is done.
 */
void
tambour_test_press (gpointer    window,
                    const char *accelerator)
{
  GdkModifierType modifiers;
  guint key;

  g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));
  focus (window);
  listen ();
  n_released = 0;
  press_key (key, modifiers);
  wait_released (1);
  tambour_test_settle ();
}

/**
 * tambour_test_send:
 * @window: a window on the screen that has the focus
 * @text: ASCII text
 *
 * Types @text and waits for nothing, to see how long what it does takes.
 */
void
tambour_test_send (gpointer    window,
                   const char *text)
{
  for (const char *c = text; *c; c++)
    press_key (gdk_unicode_to_keyval ((guchar) *c), 0);
}

/**
 * tambour_test_type:
 * @window: a window on the screen
 * @text: ASCII text
 *
 * Types @text where the focus is.
 */
void
tambour_test_type (gpointer    window,
                   const char *text)
{
  focus (window);
  listen ();
  n_released = 0;
  tambour_test_send (window, text);
  wait_released (strlen (text));
  tambour_test_settle ();
}
