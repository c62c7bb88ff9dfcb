/* fuzz-minutes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>
#include <string.h>

#include "tambour-minutes.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Whatever is typed: items that say something, in the order of the lines, and
 * spans that lie one behind the other between whole characters.
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (bytes, -1);
  g_autoptr(TambourMinutes) minutes = tambour_minutes_parse (text, tambour_date_new (2026, 11, 23));
  gsize length = strlen (text), last = 0;
  guint line = 0;

  for (guint i = 0; i < minutes->items->len; i++)
    {
      TambourMinutesItem *item = g_ptr_array_index (minutes->items, i);

      g_assert (*item->text != '\0' && g_utf8_validate (item->text, -1, NULL));
      g_assert (i == 0 || item->line > line);
      g_assert (item->owner == NULL || *item->owner != '\0');
      line = item->line;
    }

  for (guint i = 0; i < minutes->spans->len; i++)
    {
      TambourMinutesSpan *span = &g_array_index (minutes->spans, TambourMinutesSpan, i);

      g_assert (last <= span->start && span->start < span->end && span->end <= length);
      g_assert (g_utf8_validate (text + span->start, span->end - span->start, NULL));
      last = span->end;
    }

  return 0;
}
