/* tambour-starter-ahead.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-places.h"
#include "tambour-sidebar.h"
#include "tambour-starter-private.h"

/**
 * tambour_starter_open_ahead:
 * @portfolios: the portfolios of the program
 * @path: (nullable): a file, or %NULL for the one that opens by itself
 *
 * Has the portfolio of the first window opened, and what that shows first read,
 * on a thread while the program is still making itself ready. To be called before
 * there is a window; one that opens another file is not disturbed.
 */
void
tambour_starter_open_ahead (TambourPortfolios *portfolios,
                            const char        *path)
{
  g_autoptr(GPtrArray) reads = g_ptr_array_new ();
  g_autofree char *own = path ? g_canonicalize_filename (path, NULL) : tambour_portfolios_dup_own_path (portfolios);
  g_autofree char *last = g_settings_get_string (tambour_portfolios_get_settings (portfolios), "last-place");
  const TambourPlace *place = tambour_places_find (*last ? last : TAMBOUR_PLACE_TODAY);

  if (!g_file_test (own, G_FILE_TEST_EXISTS))
    return;

  /* As the window asks: for the names first. */
  g_ptr_array_add (reads, (gpointer) &tambour_sidebar_read_ahead);
  if (place != NULL && place->read_ahead != NULL)
    g_ptr_array_add (reads, (gpointer) place->read_ahead);

  tambour_portfolio_open_ahead (own, TAMBOUR_STORE_OPEN | TAMBOUR_STORE_IMPATIENT, reads);
}
