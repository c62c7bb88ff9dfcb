/* tambour-save-keys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-save-keys.h"

/**
 * tambour_save_keys_add:
 * @dialog: where something is edited
 * @action: (transfer full): saves it
 *
 * Control with Enter or S saves, before a text sees the key: to that Enter is a new
 * line whatever is held with it.
 */
void
tambour_save_keys_add (GtkWidget         *dialog,
                       GtkShortcutAction *action)
{
  static const guint keyvals[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_s };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (dialog));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keyvals); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keyvals[i], GDK_CONTROL_MASK),
                                                            g_object_ref (action)));
  gtk_widget_add_controller (dialog, keys);
  g_object_unref (action);
}
