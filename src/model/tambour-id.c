/* tambour-id.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-record.h"

/* RFC 9562, version 7: 48 bits of milliseconds, 12 bits that count within one,
 * 62 random bits. Ids made later sort later, also within a millisecond.
 */
static char *
format_id (gint64  milliseconds,
           guint   counter,
           guint32 high,
           guint32 low)
{
  guint64 ms = (guint64) milliseconds & G_GUINT64_CONSTANT (0xffffffffffff);

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%04x%08x",
                          (guint) (ms >> 16), (guint) (ms & 0xffff), counter & 0xfff,
                          0x8000 | (high >> 18 & 0x3fff), high & 0xffff, low);
}

/**
 * tambour_id_new_at:
 * @milliseconds: since the epoch
 * @random: where the random bits come from
 *
 * For records whose ids must be the same each time, as in the demonstration
 * portfolio.
 *
 * Returns: (transfer full): a UUIDv7
 */
char *
tambour_id_new_at (gint64  milliseconds,
                   GRand  *random)
{
  guint32 counter = g_rand_int (random);
  guint32 high = g_rand_int (random);
  guint32 low = g_rand_int (random);

  return format_id (milliseconds, counter, high, low);
}

/**
 * tambour_id_new:
 *
 * Thread-safe.
 *
 * Returns: (transfer full): a new UUIDv7
 */
char *
tambour_id_new (void)
{
  static GMutex lock;
  static gint64 last;
  static guint counter;
  gint64 now = g_get_real_time () / 1000;
  guint count;

  g_mutex_lock (&lock);
  if (now > last)
    {
      last = now;
      counter = g_random_int () & 0x3ff;
    }
  else if (++counter > 0xfff)
    {
      last++;
      counter = 0;
    }
  now = last;
  count = counter;
  g_mutex_unlock (&lock);

  return format_id (now, count, g_random_int (), g_random_int ());
}
