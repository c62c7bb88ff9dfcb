/* fuzz-portal-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "portal-play.h"

/* What a portal of any map says. */
#define ANSWER \
  "{\"items\": [{\"id\": 1, \"no\": \"a/b\", \"created\": \"2026-01-01\", \"changed\": 1767225600, \"state\": \"open\", \"tags\": [\"x\", null]," \
  " \"steps\": [{\"id\": 2, \"at\": \"2026-01-01 10:00\", \"parts\": [{\"what\": \"said\"}]}]}], \"next\": \"/x?y=1\", \"total\": 3}"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Any bytes are a map, or faults with their places; any map can be used on what does not fit it. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPortalMap) map = tambour_portal_map_parse ((const char *) data, (gssize) size, faults, &error);
  g_autoptr(JsonNode) answer = NULL;

  g_assert ((map == NULL) == (error != NULL));
  g_assert ((map == NULL) == (faults->len > 0));
  for (guint i = 0; i < faults->len; i++)
    g_assert_true (g_utf8_validate (faults->pdata[i], -1, NULL));
  if (map == NULL)
    return 0;

  answer = json_from_string (ANSWER, NULL);
  portal_play (map, answer);

  return 0;
}
