/* test-id.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-record.h"

#define N_IDS     20000
#define N_THREADS 4

static void
assert_is_uuid_of_version_7 (const char *id)
{
  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_cmpint (id[14], ==, '7');
  g_assert_nonnull (strchr ("89ab", id[19]));
}

static void
test_later_ids_sort_later (void)
{
  g_autofree char *last = tambour_id_new ();

  for (guint i = 0; i < N_IDS; i++)
    {
      g_autofree char *id = tambour_id_new ();

      assert_is_uuid_of_version_7 (id);
      g_assert_cmpstr (id, >, last);
      g_set_str (&last, id);
    }
}

static void
test_ids_of_a_given_time_sort_by_it (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (50);
  g_autofree char *last = tambour_id_new_at (0, random);

  for (gint64 ms = 1; ms < G_GINT64_CONSTANT (4102444800000); ms += G_GINT64_CONSTANT (86400123))
    {
      g_autofree char *id = tambour_id_new_at (ms, random);

      assert_is_uuid_of_version_7 (id);
      g_assert_cmpstr (id, >, last);
      g_set_str (&last, id);
    }
}

static void
test_the_same_seed_gives_the_same_ids (void)
{
  g_autoptr(GRand) one = g_rand_new_with_seed (51);
  g_autoptr(GRand) other = g_rand_new_with_seed (51);

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *a = tambour_id_new_at (i, one);
      g_autofree char *b = tambour_id_new_at (i, other);

      g_assert_cmpstr (a, ==, b);
    }
}

static gpointer
make_ids (gpointer data)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_IDS; i++)
    g_ptr_array_add (ids, tambour_id_new ());

  return ids;
}

static void
test_threads_never_share_an_id (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("ids", make_ids, NULL);

  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autoptr(GPtrArray) ids = g_thread_join (threads[i]);

      for (guint j = 0; j < ids->len; j++)
        {
          g_assert_true (j == 0 || strcmp (ids->pdata[j - 1], ids->pdata[j]) < 0);
          g_assert_true (g_hash_table_add (seen, g_strdup (ids->pdata[j])));
        }
    }

  g_assert_cmpuint (g_hash_table_size (seen), ==, N_IDS * N_THREADS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/id/later-ids-sort-later", test_later_ids_sort_later);
  g_test_add_func ("/id/ids-of-a-given-time-sort-by-it", test_ids_of_a_given_time_sort_by_it);
  g_test_add_func ("/id/the-same-seed-gives-the-same-ids", test_the_same_seed_gives_the_same_ids);
  g_test_add_func ("/id/threads-never-share-an-id", test_threads_never_share_an_id);

  return g_test_run ();
}
