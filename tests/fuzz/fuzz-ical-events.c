/* fuzz-ical-events.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>
#include <string.h>

#include "tambour-ical-events.h"
#include "tambour-ical-write.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Whatever the bytes are: events in order, each with a name and an end that is not before
 * its beginning; and what is written of them can be read.
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  TambourIcalWindow window = { { TAMBOUR_NEVER }, { TAMBOUR_NEVER }, { G_GINT64_CONSTANT (1795428000) }, zone };
  g_autoptr(TambourIcalEvents) events = tambour_ical_events_parse ((const char *) data, size, &window, NULL);
  g_autofree char *text = events ? tambour_ical_write (events->events) : NULL;
  g_autoptr(TambourIcalEvents) again = text ? tambour_ical_events_parse (text, strlen (text), &window, NULL) : NULL;

  g_assert ((events == NULL) == (again == NULL));
  for (guint i = 0; events && i < events->events->len; i++)
    {
      const TambourIcalEvent *event = events->events->pdata[i];
      const TambourIcalEvent *before = i > 0 ? events->events->pdata[i - 1] : event;

      g_assert (event->uid && *event->uid && g_utf8_validate (event->uid, -1, NULL));
      g_assert (event->end.seconds >= event->start.seconds && event->start.seconds >= before->start.seconds);
      g_assert (event->title == NULL || g_utf8_validate (event->title, -1, NULL));
    }

  return 0;
}
