/* fuzz-versions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>
#include <string.h>

#include "tambour-version-range.h"
#include "tambour-version.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static TambourVersionOrder
inverse_of (TambourVersionOrder order)
{
  switch (order)
    {
    case TAMBOUR_VERSION_BELOW:
      return TAMBOUR_VERSION_ABOVE;
    case TAMBOUR_VERSION_ABOVE:
      return TAMBOUR_VERSION_BELOW;
    case TAMBOUR_VERSION_EQUAL:
    case TAMBOUR_VERSION_UNCLEAR:
      return order;
    }

  g_return_val_if_reached (order);
}

/* A range and a version, a line each: an order looks the same from both sides, and
 * what was fixed is no longer in it.
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (bytes, -1);
  g_auto(GStrv) lines = g_strsplit (text, "\n", 2);
  const char *range = lines[0] ? lines[0] : "";
  const char *version = lines[0] && lines[1] ? lines[1] : "";
  TambourVersionOrder order = tambour_version_compare (range, version);

  g_assert (tambour_version_compare (version, range) == inverse_of (order));
  g_assert (tambour_version_range_match (range, version, version) != TAMBOUR_VERSION_INSIDE ||
            tambour_version_compare (version, version) == TAMBOUR_VERSION_UNCLEAR);
  g_assert (tambour_version_range_match (range, NULL, "") == TAMBOUR_VERSION_UNKNOWN);

  return 0;
}
