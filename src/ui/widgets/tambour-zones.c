/* tambour-zones.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <unicode/ucal.h>

#include "tambour-zones.h"

/* Time zones to choose from: places, each once. */

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *left = tambour_zones_dup_text (*(const char * const *) a);
  g_autofree char *right = tambour_zones_dup_text (*(const char * const *) b);

  return g_utf8_collate (left, right);
}

static void
add_places (GPtrArray *zones)
{
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *places = ucal_openTimeZoneIDEnumeration (UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &status);
  const char *place;

  if (U_FAILURE (status))
    return;

  while ((place = uenum_next (places, NULL, &status)) && U_SUCCESS (status))
    g_ptr_array_add (zones, g_strdup (place));

  uenum_close (places);
}

/**
 * tambour_zones_list:
 * @own: a zone that has to be among them
 *
 * Returns: (transfer full): the IANA names of the zones, in the order of what
 *   they are called
 */
GStrv
tambour_zones_list (const char *own)
{
  g_autoptr(GPtrArray) zones = g_ptr_array_new_null_terminated (500, g_free, TRUE);

  add_places (zones);
  if (!g_ptr_array_find_with_equal_func (zones, own, g_str_equal, NULL))
    g_ptr_array_add (zones, g_strdup (own));

  g_ptr_array_sort (zones, compare_texts);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&zones), FALSE);
}

/**
 * tambour_zones_dup_text:
 * @zone: the IANA name of a zone
 *
 * Returns: (transfer full): what people call it: “Los Angeles (America)”
 */
char *
tambour_zones_dup_text (const char *zone)
{
  const char *slash = strrchr (zone, '/');
  g_autofree char *city = g_strdelimit (g_strdup (slash ? slash + 1 : zone), "_", ' ');
  g_autofree char *region = slash ? g_strdelimit (g_strndup (zone, (gsize) (slash - zone)), "_", ' ') : NULL;

  return region ? g_strdup_printf ("%s (%s)", city, region) : g_steal_pointer (&city);
}

/**
 * tambour_zones_dup_own:
 *
 * Returns: (transfer full): the IANA name of this computer’s zone
 */
char *
tambour_zones_dup_own (void)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  const char *identifier = g_time_zone_get_identifier (here);

  return g_strdup (identifier && *identifier && *identifier != '/' ? identifier : "UTC");
}
