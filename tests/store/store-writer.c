/* store-writer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tambour-test-store.h"

/* Another process, for test-processes and test-trouble:
 *
 * store-writer add FILE N LABEL     adds cases, one change each, and says the id
 *                                   of each when it is acknowledged
 * store-writer edit FILE N          adds and edits cases the same way
 * store-writer full FILE N BYTES    the same under a limit of the file size,
 *                                   and again without it
 * store-writer read-only FILE UID   what a user who may not write can do
 */

static void
acknowledge (const char *id)
{
  printf ("%s\n", id);
  fflush (stdout);
}

static int
add_cases (TambourStore *store,
           guint         n,
           const char   *label)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TambourCase) one = tambour_test_case_new (label, label);

      tambour_test_put (store, TAMBOUR_RECORD (one));
      acknowledge (TAMBOUR_RECORD (one)->id);
    }

  return EXIT_SUCCESS;
}

static int
edit_cases (TambourStore *store,
            guint         n)
{
  g_autoptr(TambourCase) last = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (last == NULL || i % 2 == 0)
        {
          g_clear_object (&last);
          last = tambour_test_case_new ("new", "added");
          tambour_test_put (store, TAMBOUR_RECORD (last));
          acknowledge (TAMBOUR_RECORD (last)->id);
        }
      else
        {
          g_set_str (&last->title, "edited");
          tambour_test_put (store, TAMBOUR_RECORD (last));
          printf ("%s edited\n", TAMBOUR_RECORD (last)->id);
          fflush (stdout);
        }
    }

  return EXIT_SUCCESS;
}

static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes;
  setrlimit (RLIMIT_FSIZE, &limit);
}

static GError *
put_large (TambourStore *store)
{
  g_autoptr(TambourCase) one = tambour_test_case_new ("large", "large");
  g_autoptr(TambourChange) change = tambour_change_new ("Writer", "Fill");
  GError *error = NULL;

  one->impact = g_strnfill (200000, 'x');
  tambour_change_put (change, TAMBOUR_RECORD (one));
  if (tambour_store_commit (store, change, &error))
    acknowledge (TAMBOUR_RECORD (one)->id);

  return error;
}

/* Fills the disk until it says so, frees it, and goes on. */
static int
fill_disk (TambourStore *store,
           guint         n,
           rlim_t        bytes)
{
  g_autoptr(GError) full = NULL;
  g_autoptr(GError) later = NULL;

  signal (SIGXFSZ, SIG_IGN);
  limit_files (bytes);
  for (guint i = 0; i < n && full == NULL; i++)
    full = put_large (store);

  if (!g_error_matches (full, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_FULL))
    {
      fprintf (stderr, "expected a full disk, got %s\n", full ? full->message : "none");
      return EXIT_FAILURE;
    }

  limit_files (RLIM_INFINITY);
  later = put_large (store);
  if (later != NULL)
    fprintf (stderr, "after making room: %s\n", later->message);

  return later ? EXIT_FAILURE : EXIT_SUCCESS;
}

static int
try_read_only (const char *path,
               uid_t       uid)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) writable = NULL;
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourChange) change = tambour_change_new ("Writer", "Put");
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");

  if (getuid () == 0 && setuid (uid) != 0)
    return EXIT_FAILURE;

  writable = tambour_store_open (path, TAMBOUR_STORE_OPEN, &error);
  if (writable != NULL || !g_error_matches (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_READ_ONLY))
    {
      fprintf (stderr, "opened for writing: %s\n", error ? error->message : "yes");
      return EXIT_FAILURE;
    }
  g_clear_error (&error);

  if (!(store = tambour_store_open (path, TAMBOUR_STORE_READ_ONLY, &error)))
    {
      fprintf (stderr, "not opened for reading: %s\n", error->message);
      return EXIT_FAILURE;
    }

  printf ("%u\n", tambour_test_count_hits (store, "kept"));
  tambour_change_put (change, TAMBOUR_RECORD (one));

  return !tambour_store_commit (store, change, &error) &&
             g_error_matches (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_READ_ONLY)
           ? EXIT_SUCCESS
           : EXIT_FAILURE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GError) error = NULL;

  if (argc < 4)
    return 2;

  if (g_str_equal (argv[1], "read-only"))
    return try_read_only (argv[2], atoi (argv[3]));

  if (!(store = tambour_store_open (argv[2], TAMBOUR_STORE_OPEN, &error)))
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }

  if (g_str_equal (argv[1], "add"))
    return add_cases (store, atoi (argv[3]), argv[4]);
  if (g_str_equal (argv[1], "full"))
    return fill_disk (store, atoi (argv[3]), atol (argv[4]));

  return edit_cases (store, atoi (argv[3]));
}
