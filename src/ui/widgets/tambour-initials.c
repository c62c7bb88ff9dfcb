/* tambour-initials.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-initials.h"

/* The style of libadwaita knows color1 to color14 for avatars. */
#define N_COLOURS 14

static char *
dup_initials (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autofree char *upper = g_utf8_strup (stripped, -1);
  g_autofree char *composed = g_utf8_normalize (upper, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  const char *last = composed ? g_utf8_strrchr (composed, -1, ' ') : NULL;
  GString *initials = g_string_new (NULL);

  if (composed != NULL && *composed != '\0')
    g_string_append_unichar (initials, g_utf8_get_char (composed));
  if (last != NULL)
    g_string_append_unichar (initials, g_utf8_get_char (last + 1));

  return g_string_free (initials, FALSE);
}

/**
 * tambour_initials_show:
 * @label: a label whose CSS name is “avatar”
 * @name: whose initials
 *
 * Shows a name as AdwAvatar does: its initials, in a colour that stays with it.
 * This is one widget instead of three, for lists that are there when the window
 * opens.
 */
void
tambour_initials_show (GtkLabel   *label,
                       const char *name)
{
  g_autofree char *initials = dup_initials (name ? name : "");
  g_autofree char *colour = g_strdup_printf ("color%u", g_str_hash (name ? name : "") % N_COLOURS + 1);
  const char *classes[] = { "initials", colour, NULL };

  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_text (label, initials);
  gtk_widget_set_css_classes (GTK_WIDGET (label), classes);
}
