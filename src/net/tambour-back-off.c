/* tambour-back-off.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libsoup/soup.h>

#include "tambour-back-off.h"

#define SHORTEST_MS 500
#define LONGEST_MS  (10 * 60 * 1000)

/* A server that asks for more than a day is not believed. */
#define LONGEST_ASKED_S (24 * 60 * 60)

/**
 * tambour_back_off_next:
 * @last_ms: how long the last pause was, in milliseconds; 0 before the first
 * @retry_after_s: how many seconds the server asks for; 0 if it does not
 * @random: spreads the laptops of a team, so that they do not come back together
 *
 * How long to wait before trying again: twice the last pause, up to a fifth more
 * or less, between half a second and ten minutes; never less than what the
 * server asks for, and then up to a fifth more.
 *
 * Returns: milliseconds
 */
guint
tambour_back_off_next (guint  last_ms,
                       guint  retry_after_s,
                       GRand *random)
{
  guint pause = CLAMP ((guint64) last_ms * 2, SHORTEST_MS, LONGEST_MS);
  guint asked = MIN (retry_after_s, LONGEST_ASKED_S) * 1000;

  g_return_val_if_fail (random != NULL, LONGEST_MS);

  pause *= g_rand_double_range (random, 0.8, 1.2);
  pause = CLAMP (pause, SHORTEST_MS, LONGEST_MS);
  if (asked > pause)
    pause = asked * g_rand_double_range (random, 1.0, 1.2);

  return pause;
}

/**
 * tambour_back_off_read:
 * @retry_after: (nullable): the header's value: seconds, or a date of HTTP's
 * @now: seconds since 1970, by the server's clock where it is known
 *
 * Returns: how many seconds from @now it asks to wait; 0 if it says nothing
 *   that can be understood
 */
guint
tambour_back_off_read (const char *retry_after,
                       gint64      now)
{
  g_autoptr(GDateTime) at = NULL;
  guint64 seconds;

  if (retry_after == NULL)
    return 0;
  if (g_ascii_string_to_unsigned (retry_after, 10, 0, G_MAXUINT64, &seconds, NULL))
    return MIN (seconds, LONGEST_ASKED_S);

  at = soup_date_time_new_from_http_string (retry_after);

  return at != NULL ? CLAMP (g_date_time_to_unix (at) - now, 0, LONGEST_ASKED_S) : 0;
}
