/* window-count.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WindowCounts:
 * @n_wakeups: how often the main loop waited
 * @busy_since: when it last ceased to wait
 * @longest_busy: the longest time that it did not, in microseconds
 *
 * What window_count_poll() has counted.
 */
typedef struct
{
  guint  n_wakeups;
  gint64 busy_since;
  gint64 longest_busy;
} WindowCounts;

extern WindowCounts window_counts;

void   window_count_print  (const char *work,
                            double      value,
                            const char *unit);
gint64 window_count_read   (const char *file,
                            const char *name);
void   window_count_memory (const char *work);
int    window_count_poll   (GPollFD    *fds,
                            guint       n_fds,
                            int         timeout);
gint64 window_count_waits  (void);

G_END_DECLS
