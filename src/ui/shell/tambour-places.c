/* tambour-places.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-cases-page.h"
#include "tambour-library-page.h"
#include "tambour-places.h"
#include "tambour-reports-page.h"
#include "tambour-requests-page.h"
#include "tambour-today-page.h"

/* In the order of the sidebar. A place that is built is a line here. */
static const TambourPlace places[] = {
  { TAMBOUR_PLACE_TODAY, N_("Today"), "tambour-today-symbolic", tambour_today_page_get_type, &tambour_today_page_read_ahead, TRUE },
  { TAMBOUR_PLACE_CASES, N_("Cases"), "tambour-cases-symbolic", tambour_cases_page_get_type, NULL, FALSE },
  { TAMBOUR_PLACE_REQUESTS, N_("Requests"), "tambour-requests-symbolic", tambour_requests_page_get_type, NULL, FALSE },
  { TAMBOUR_PLACE_LIBRARY, N_("Library"), "tambour-library-symbolic", tambour_library_page_get_type, NULL, FALSE },
  { TAMBOUR_PLACE_REPORTS, N_("Reports"), "tambour-reports-symbolic", tambour_reports_page_get_type, NULL, FALSE },
};

/**
 * tambour_places_get_n:
 *
 * Returns: how many places there are
 */
guint
tambour_places_get_n (void)
{
  return G_N_ELEMENTS (places);
}

/**
 * tambour_places_get:
 * @position: which one, from 0
 *
 * Returns: (transfer none) (nullable): the place
 */
const TambourPlace *
tambour_places_get (guint position)
{
  return position < G_N_ELEMENTS (places) ? &places[position] : NULL;
}

/**
 * tambour_places_find:
 * @id: its name
 *
 * Returns: (transfer none) (nullable): the place
 */
const TambourPlace *
tambour_places_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].id, id) == 0)
      return &places[i];

  return NULL;
}
