/* fuzz-portal-answer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "portal-play.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static GPtrArray *
load_maps (void)
{
  GPtrArray *maps = g_ptr_array_new ();
  g_auto(GStrv) names = tambour_portal_map_list_shipped ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      TambourPortalMap *map = tambour_portal_map_load_shipped (names[i], &error);

      g_assert_no_error (error);
      g_ptr_array_add (maps, map);
    }

  return maps;
}

/* Whatever JSON a portal answers, to every request, by every map that ships. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static GPtrArray *maps;
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(JsonNode) answer = g_utf8_validate (text, -1, NULL) ? json_from_string (text, NULL) : NULL;

  if (maps == NULL)
    maps = load_maps ();
  if (answer == NULL)
    return 0;

  for (guint i = 0; i < maps->len; i++)
    portal_play (maps->pdata[i], answer);

  return 0;
}
