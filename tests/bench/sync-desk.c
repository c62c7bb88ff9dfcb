/* sync-desk.c: a portfolio and its team's server, for sync.py.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: sync-desk fill PORTFOLIO N_RECORDS    a new portfolio of cases of 1 KB
 *        sync-desk once PORTFOLIO DATABASE     keeps it in step, once
 *        sync-desk pair FOLDER DATABASE IDLE   two laptops that follow: milliseconds from an edit on
 *                                              one to the other, then IDLE seconds without an edit
 */

#include <stdio.h>
#include <stdlib.h>

#include "tambour-kinds.h"
#include "tambour-store.h"
#include "tambour-sync.h"

#define N_EDITS 21
#define BATCH   1000

static const char words[] = "customer health adoption region service level agreement escalation ";

static void
fail (const char   *what,
      const GError *error)
{
  fprintf (stderr, "%s: %s\n", what, error ? error->message : "failed");
  exit (EXIT_FAILURE);
}

static TambourStore *
open_portfolio (const char        *path,
                TambourStoreFlags  flags)
{
  g_autoptr(GError) error = NULL;
  TambourStore *store = tambour_store_open (path, flags, &error);

  if (store == NULL)
    fail (path, error);

  return store;
}

static TambourServer *
read_server (const char *url)
{
  g_autoptr(GError) error = NULL;
  TambourServer *server = tambour_server_new (url, NULL, &error);

  if (server == NULL)
    fail (url, error);

  return server;
}

static TambourRecord *
make_case (guint number)
{
  TambourCase *one = TAMBOUR_CASE (tambour_record_new (TAMBOUR_TYPE_CASE, NULL));
  TambourRecord *record = TAMBOUR_RECORD (one);
  g_autoptr(GString) note = g_string_new (NULL);

  for (guint i = 0; i < 10; i++)
    g_string_append (note, words);
  one->number = g_strdup_printf ("%u", number);
  one->title = g_strdup_printf ("Renewal support case %u", number);
  one->opened_at.seconds = 1767600000;
  g_set_str (&record->note, note->str);

  return record;
}

static void
put (TambourStore  *store,
     TambourChange *change)
{
  g_autoptr(GError) error = NULL;

  if (!tambour_store_commit (store, change, &error))
    fail ("commit", error);
}

static void
fill (const char *path,
      guint       n_records)
{
  g_autoptr(TambourStore) store = open_portfolio (path, TAMBOUR_STORE_CREATE);

  for (guint i = 0; i < n_records; i += BATCH)
    {
      g_autoptr(TambourChange) change = tambour_change_new ("bench", "Import");

      for (guint j = i; j < n_records && j < i + BATCH; j++)
        {
          g_autoptr(TambourRecord) record = make_case (j);

          tambour_change_put (change, record);
        }
      put (store, change);
    }

  tambour_store_close (store);
}

static void
once (const char *path,
      const char *url)
{
  g_autoptr(TambourStore) store = open_portfolio (path, TAMBOUR_STORE_OPEN);
  g_autoptr(TambourServer) server = read_server (url);
  TambourSyncOutcome outcome = { 0 };
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (!tambour_sync_once (store, server, NULL, NULL, NULL, NULL, &outcome, &error))
    fail (url, error);

  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %.1f\n", outcome.n_received, outcome.n_sent,
          (double) (g_get_monotonic_time () - start) / 1000);
  tambour_store_close (store);
}

typedef struct
{
  TambourStore *store;
  TambourSync  *sync;
} Laptop;

static void
laptop_open (Laptop     *self,
             const char *folder,
             const char *name,
             const char *url)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(TambourServer) server = read_server (url);

  self->store = open_portfolio (path, TAMBOUR_STORE_CREATE);
  self->sync = tambour_sync_new (self->store, server, NULL);
  tambour_sync_start (self->sync);
}

static void
laptop_close (Laptop *self)
{
  tambour_sync_stop (self->sync);
  tambour_store_close (self->store);
  g_clear_object (&self->sync);
  g_clear_object (&self->store);
}

static gboolean
is_idle (Laptop *self)
{
  g_autoptr(TambourSyncStatus) status = tambour_sync_dup_status (self->sync);

  return status->state == TAMBOUR_SYNC_IDLE && status->n_waiting == 0;
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* From when the edit is on the disk of one until it is in the portfolio of the other. */
static double
time_edit (Laptop *one,
           Laptop *other,
           guint   number)
{
  g_autoptr(TambourRecord) record = make_case (number);
  g_autoptr(TambourChange) change = tambour_change_new ("bench", "Edit");
  gint64 known = tambour_store_last_change (other->store);
  gint64 start;

  tambour_change_put (change, record);
  put (one->store, change);
  start = g_get_monotonic_time ();
  while (tambour_store_last_change (other->store) == known)
    g_main_context_iteration (NULL, TRUE);

  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static void
wait_idle (Laptop *one,
           Laptop *other)
{
  while (!is_idle (one) || !is_idle (other))
    g_main_context_iteration (NULL, TRUE);
}

static void
pair (const char *folder,
      const char *url,
      guint       idle_seconds)
{
  Laptop one = { 0 }, other = { 0 };
  double times[N_EDITS];
  gint64 until;

  g_timeout_add (1, tick_cb, NULL);
  laptop_open (&one, folder, "one.tambour", url);
  laptop_open (&other, folder, "other.tambour", url);
  wait_idle (&one, &other);

  for (guint i = 0; i < N_EDITS; i++)
    {
      times[i] = time_edit (&one, &other, i);
      wait_idle (&one, &other);
    }
  qsort (times, N_EDITS, sizeof *times, compare_doubles);
  printf ("%.1f %.1f\n", times[N_EDITS / 2], times[N_EDITS - 1]);
  fflush (stdout);

  until = g_get_monotonic_time () + (gint64) idle_seconds * G_USEC_PER_SEC;
  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  printf ("end\n");
  fflush (stdout);

  laptop_close (&one);
  laptop_close (&other);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "fill"))
    fill (argv[2], (guint) g_ascii_strtoull (argv[3], NULL, 10));
  else if (argc == 4 && g_str_equal (argv[1], "once"))
    once (argv[2], argv[3]);
  else if (argc == 5 && g_str_equal (argv[1], "pair"))
    pair (argv[2], argv[3], (guint) g_ascii_strtoull (argv[4], NULL, 10));
  else
    return 2;

  return EXIT_SUCCESS;
}
