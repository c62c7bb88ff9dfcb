/* test-async.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-store.h"

#define N_THREADS 4
#define N_EACH    50

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (TambourStore *store,
          gint64        number,
          gpointer      user_data)
{
  *(gint64 *) user_data = number;
}

static void
test_on_a_thread (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Put");
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "Async");
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GAsyncResult) committed = NULL;
  g_autoptr(GAsyncResult) searched = NULL;
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GError) error = NULL;

  tambour_change_put (change, TAMBOUR_RECORD (one));
  tambour_store_commit_async (store, change, NULL, keep_result_cb, &committed);
  wait_for (&committed);
  g_assert_true (tambour_store_commit_finish (store, committed, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tambour_change_get_number (change), ==, 1);

  tambour_store_search_async (store, "asy", 0, NULL, keep_result_cb, &searched);
  tambour_store_list_async (store, query, NULL, keep_result_cb, &listed);
  wait_for (&searched);
  wait_for (&listed);
  hits = tambour_store_search_finish (store, searched, &error);
  g_assert_no_error (error);
  records = tambour_store_list_finish (store, listed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (records->len, ==, 1);
}

static void
test_cancelled_before_it_began (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Put");
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "Async");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) committed = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  tambour_change_put (change, TAMBOUR_RECORD (one));
  tambour_store_commit_async (store, change, cancellable, keep_result_cb, &committed);
  wait_for (&committed);
  g_assert_false (tambour_store_commit_finish (store, committed, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (tambour_store_last_change (store), ==, 0);
}

static void
test_the_signal_comes_in_the_main_context (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  gint64 heard = 0;

  g_signal_connect (store, "changed", G_CALLBACK (count_cb), &heard);
  tambour_test_put (store, TAMBOUR_RECORD (one));
  g_assert_cmpint (heard, ==, 0);
  while (heard == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (heard, ==, 1);

  /* Nothing new, no word. */
  heard = 0;
  tambour_test_put (store, TAMBOUR_RECORD (one));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (heard, ==, 0);
}

static gpointer
write_cases (gpointer data)
{
  TambourStore *store = data;

  for (guint i = 0; i < N_EACH; i++)
    {
      g_autoptr(TambourCase) one = tambour_test_case_new ("1", "Threaded");

      tambour_test_put (store, TAMBOUR_RECORD (one));
      g_assert_cmpuint (tambour_test_count_hits (store, "threaded"), >, 0);
    }

  return NULL;
}

static void
test_many_threads (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("writer", write_cases, store);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);

  g_assert_cmpint (tambour_store_count (store, query, NULL), ==, N_THREADS * N_EACH);
  g_assert_cmpint (tambour_store_last_change (store), ==, N_THREADS * N_EACH);
  tambour_test_assert_clean (store);
}

static void
test_a_closed_store_refuses (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Put");
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(GError) error = NULL;

  tambour_store_close (store);
  tambour_store_close (store);
  tambour_change_put (change, TAMBOUR_RECORD (one));
  g_assert_false (tambour_store_commit (store, change, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (tambour_store_search (store, "one", 0, NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_FAILED);

  g_assert_finalize_object (g_steal_pointer (&store));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/async/committing-searching-and-listing-on-a-thread", test_on_a_thread);
  g_test_add_func ("/async/a-cancelled-commit-writes-nothing", test_cancelled_before_it_began);
  g_test_add_func ("/async/the-signal-comes-in-the-main-context", test_the_signal_comes_in_the_main_context);
  g_test_add_func ("/async/many-threads-write-and-read-at-once", test_many_threads);
  g_test_add_func ("/async/a-closed-store-refuses", test_a_closed_store_refuses);

  return g_test_run ();
}
