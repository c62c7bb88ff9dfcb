/* tambour-appearance.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-appearance.h"

#define KEY "colour-scheme"

/* In the order in which they are offered. */
static const struct
{
  const char     *name;
  AdwColorScheme  scheme;
} choices[] = {
  { "system", ADW_COLOR_SCHEME_DEFAULT },
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

/**
 * tambour_appearance_get:
 * @settings: the settings of the program
 *
 * Returns: what was chosen: 0 as the system does, 1 light, 2 dark
 */
guint
tambour_appearance_get (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, KEY);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].name, name))
      return i;

  return 0;
}

/**
 * tambour_appearance_set:
 * @settings: the settings of the program
 * @choice: see tambour_appearance_get()
 */
void
tambour_appearance_set (GSettings *settings,
                        guint      choice)
{
  g_return_if_fail (choice < G_N_ELEMENTS (choices));

  g_settings_set_string (settings, KEY, choices[choice].name);
}

static void
apply_cb (GSettings *settings)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      choices[tambour_appearance_get (settings)].scheme);
}

/**
 * tambour_appearance_follow:
 * @settings: the settings of the program
 *
 * Has all windows look as was chosen, for as long as @settings live.
 */
void
tambour_appearance_follow (GSettings *settings)
{
  g_signal_connect (settings, "changed::" KEY, G_CALLBACK (apply_cb), NULL);
  apply_cb (settings);
}
