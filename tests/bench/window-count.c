/* window-count.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "window-count.h"

void
window_count_print (const char *work,
                    double      value,
                    const char *unit)
{
  printf ("%s\t%.2f\t%s\n", work, value, unit);
  fflush (stdout);
}

/* A line of a file of /proc, such as "VmHWM:" of status, as a number. */
gint64
window_count_read (const char *file,
                   const char *name)
{
  g_autofree char *path = g_build_filename ("/proc/self", file, NULL);
  g_autofree char *contents = NULL;
  const char *line;

  if (!g_file_get_contents (path, &contents, NULL, NULL) || !(line = strstr (contents, name)))
    return -1;

  return g_ascii_strtoll (line + strlen (name), NULL, 10);
}

void
window_count_memory (const char *work)
{
  g_autofree char *peak = g_strconcat (work, ", peak", NULL);

  window_count_print (work, window_count_read ("smaps_rollup", "Pss:") / 1024.0, "MiB");
  window_count_print (peak, window_count_read ("status", "VmHWM:") / 1024.0, "MiB");
}

WindowCounts window_counts;

int
window_count_poll (GPollFD *fds,
                   guint    n_fds,
                   int      timeout)
{
  gint64 now = g_get_monotonic_time ();
  int result;

  if (window_counts.busy_since != 0)
    window_counts.longest_busy = MAX (window_counts.longest_busy, now - window_counts.busy_since);

  result = g_poll (fds, n_fds, timeout);
  window_counts.n_wakeups += timeout != 0 ? 1 : 0;
  window_counts.busy_since = g_get_monotonic_time ();

  return result;
}

/* Of all threads, also those that have ended: how often one of them waited, be it
 * within one thing that it does.
 */
gint64
window_count_waits (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_nvcsw;
}
