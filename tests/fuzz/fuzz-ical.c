/* fuzz-ical.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "tambour-ical.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Whatever the bytes are: days in order within the years, or an error. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) holidays = tambour_ical_parse_holidays ((const char *) data, size, 2020, 2030, &error);
  guint32 last = tambour_date_new (2020, 1, 1).julian;

  g_assert ((holidays == NULL) == (error != NULL));

  for (guint i = 0; holidays && i < holidays->len; i++)
    {
      TambourHoliday *holiday = holidays->pdata[i];

      g_assert (holiday->date.julian >= last);
      g_assert (holiday->date.julian <= tambour_date_new (2030, 12, 31).julian);
      last = holiday->date.julian;
    }

  return 0;
}
