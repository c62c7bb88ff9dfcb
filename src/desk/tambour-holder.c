/* tambour-holder.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "tambour-holder.h"

/* The kernel lists every lock: nobody has to touch the file to see who holds it. */
#define LOCKS "/proc/locks"

/**
 * tambour_holder_find:
 * @locks: what the kernel lists in /proc/locks
 * @device: of a file
 * @inode: of that file
 * @own: a process that does not count
 *
 * Returns: the process that has locked the file, one that writes first; 0 if
 *   there is none
 */
int
tambour_holder_find (const char *locks,
                     guint64     device,
                     guint64     inode,
                     int         own)
{
  g_auto(GStrv) lines = g_strsplit (locks, "\n", -1);
  int reader = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      unsigned int major_number, minor_number;
      guint64 number;
      char access[8];
      int pid;

      if (sscanf (lines[i], "%*d: %*s %*s %7s %d %x:%x:%" G_GUINT64_FORMAT,
                  access, &pid, &major_number, &minor_number, &number) != 5 ||
          number != inode || makedev (major_number, minor_number) != device || pid <= 0 || pid == own)
        continue;

      if (g_str_equal (access, "WRITE"))
        return pid;

      reader = pid;
    }

  return reader;
}

static int
find_holder_of (const char *locks,
                const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 ? tambour_holder_find (locks, status.st_dev, status.st_ino, (int) getpid ()) : 0;
}

/* What the process is called: “sqlite3”. */
static char *
dup_process_name (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/comm", pid);
  char *name = NULL;

  if (!g_file_get_contents (path, &name, NULL, NULL) || !g_utf8_validate (name, -1, NULL))
    {
      g_free (name);
      return NULL;
    }

  return g_strstrip (name);
}

/**
 * tambour_holder_dup_name:
 * @path: a database file
 * @pid: (out): the process
 *
 * Looks who has locked the file, or the index of its log beside it.
 *
 * Returns: (transfer full) (nullable): the name of the program, or %NULL if that
 *   cannot be told
 */
char *
tambour_holder_dup_name (const char *path,
                         int        *pid)
{
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *locks = NULL;

  *pid = 0;
  if (!g_file_get_contents (LOCKS, &locks, NULL, NULL))
    return NULL;

  *pid = find_holder_of (locks, path);
  if (*pid == 0)
    *pid = find_holder_of (locks, index);

  return *pid != 0 ? dup_process_name (*pid) : NULL;
}
