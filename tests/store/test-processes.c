/* test-processes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>

#include "tambour-test-store.h"

#define N_WRITERS 3
#define N_EACH    80
#define N_KILLS   25
#define N_EDITS   1000

static const char *writer;

static GSubprocess *
start (TambourTestFile *file,
       const char      *what,
       guint            n,
       const char      *label)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autoptr(GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                           writer, what, file->path, number, label, NULL);

  g_assert_no_error (error);

  return process;
}

static void
create (TambourTestFile *file)
{
  g_autoptr(TambourStore) store = tambour_test_create (file);

  tambour_store_close (store);
}

static void
test_several_write_at_once (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  GSubprocess *processes[N_WRITERS];

  create (file);
  for (guint i = 0; i < N_WRITERS; i++)
    processes[i] = start (file, "add", N_EACH, "parallel");

  store = tambour_test_open (file);
  for (guint i = 0; i < N_EACH; i++)
    {
      g_autoptr(TambourCase) one = tambour_test_case_new ("own", "own");

      tambour_test_put (store, TAMBOUR_RECORD (one));
    }

  for (guint i = 0; i < N_WRITERS; i++)
    {
      g_autoptr(GError) error = NULL;

      g_subprocess_communicate (processes[i], NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_get_successful (processes[i]));
      g_object_unref (processes[i]);
    }

  g_assert_cmpint (tambour_store_count (store, query, NULL), ==, (N_WRITERS + 1) * N_EACH);
  g_assert_cmpint (tambour_store_last_change (store), ==, (N_WRITERS + 1) * N_EACH);
  g_assert_cmpuint (tambour_test_count_hits (store, "parallel"), ==, 50);
  tambour_test_assert_clean (store);
}

static void
changed_cb (TambourStore *store,
            gint64        number,
            gpointer      user_data)
{
  *(gint64 *) user_data = number;
}

static void
test_what_another_writes_is_announced (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GSubprocess) process = NULL;
  gint64 heard = 0;

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &heard);
  process = start (file, "add", 3, "elsewhere");
  while (heard < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (tambour_test_count_hits (store, "elsewhere"), ==, 3);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
}

/* Reads acknowledgements until @n have come or there are no more. */
static void
read_acknowledged (GDataInputStream *said,
                   GHashTable       *acknowledged,
                   guint             n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = g_data_input_stream_read_line (said, NULL, NULL, NULL);
      char *edited = line ? strstr (line, " edited") : NULL;

      if (line == NULL)
        return;

      if (edited != NULL)
        *edited = '\0';
      g_hash_table_replace (acknowledged, g_strdup (line), GINT_TO_POINTER (edited != NULL));
    }
}

static void
assert_has_acknowledged (TambourStore *store,
                         GHashTable   *acknowledged)
{
  GHashTableIter iter;
  gpointer id, edited;

  g_hash_table_iter_init (&iter, acknowledged);
  while (g_hash_table_iter_next (&iter, &id, &edited))
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourRecord) record = tambour_store_find (store, id, &error);

      /* The pipe can end within a line that was not whole yet. */
      if (strlen (id) != 36)
        continue;
      g_assert_no_error (error);
      if (edited)
        g_assert_cmpstr (TAMBOUR_CASE (record)->title, ==, "edited");
    }
}

static void
kill_after (TambourTestFile *file,
            GHashTable      *acknowledged,
            guint            n,
            gulong           wait_us)
{
  g_autoptr(GSubprocess) process = start (file, "edit", N_EDITS, NULL);
  g_autoptr(GDataInputStream) said = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));

  read_acknowledged (said, acknowledged, n);
  g_usleep (wait_us);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  read_acknowledged (said, acknowledged, N_EDITS);
}

static void
test_killed_at_any_moment (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(GHashTable) acknowledged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);

  create (file);
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr(TambourStore) store = NULL;

      kill_after (file, acknowledged, g_test_rand_int_range (20, 80), g_test_rand_int_range (0, 4000));
      store = tambour_test_open (file);
      assert_has_acknowledged (store, acknowledged);
      tambour_test_assert_clean (store);
      tambour_store_close (store);
    }

  {
    g_autoptr(TambourStore) store = tambour_test_open (file);
    g_autoptr(GPtrArray) hits = tambour_store_search (store, "new", 2000, NULL, NULL);

    g_test_message ("%u acknowledged", g_hash_table_size (acknowledged));
    g_assert_cmpint (hits->len, ==, MIN (tambour_store_count (store, query, NULL), 2000));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  writer = argv[1];

  g_test_add_func ("/processes/several-write-at-once", test_several_write_at_once);
  g_test_add_func ("/processes/what-another-writes-is-announced", test_what_another_writes_is_announced);
  g_test_add_func ("/processes/a-killed-writer-loses-nothing-acknowledged", test_killed_at_any_moment);

  return g_test_run ();
}
