/* tambour-starter-state.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-starter-private.h"

/* What the setting “last-place” says where it was an account. */
#define ACCOUNT "account:"

/**
 * tambour_starter_load_state:
 * @self: a starter
 *
 * Makes its window as large as the last one was.
 */
void
tambour_starter_load_state (TambourStarter *self)
{
  GSettings *settings = tambour_portfolios_get_settings (self->portfolios);

  gtk_window_set_default_size (GTK_WINDOW (self->window),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self->window));
}

static void
save_size (GSettings     *settings,
           TambourWindow *window)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  if (width > 0 && height > 0)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (window)));
}

/**
 * tambour_starter_save_state:
 * @self: a starter
 *
 * Remembers how large its window is, and where it is in the portfolio.
 */
void
tambour_starter_save_state (TambourStarter *self)
{
  GSettings *settings = tambour_portfolios_get_settings (self->portfolios);
  const char *account_id = tambour_window_get_account (self->window);
  const char *place = tambour_window_get_place (self->window);
  g_autofree char *text = account_id ? g_strconcat (ACCOUNT, account_id, NULL) : g_strdup (place ? place : "");

  save_size (settings, self->window);
  if (self->held != NULL)
    g_settings_set_string (settings, "last-place", text);
}

/**
 * tambour_starter_dup_place:
 * @self: a starter
 * @account_id: (out) (nullable): the account that the last window showed
 *
 * Returns: (transfer full) (nullable): the place that it showed instead
 */
char *
tambour_starter_dup_place (TambourStarter  *self,
                           char           **account_id)
{
  GSettings *settings = tambour_portfolios_get_settings (self->portfolios);
  g_autofree char *text = g_settings_get_string (settings, "last-place");

  *account_id = g_str_has_prefix (text, ACCOUNT) ? g_strdup (text + strlen (ACCOUNT)) : NULL;

  return *account_id == NULL && *text ? g_steal_pointer (&text) : NULL;
}
