/* test-record-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-record-list.h"
#include "tambour-test-store.h"

#define N_CASES 1000

typedef struct
{
  TambourTestFile   *file;
  TambourStore      *store;
  TambourRecordList *list;
  GPtrArray         *mirror; /* what somebody who only hears the signal believes */
  guint              n_signals;
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  gpointer    user_data)
{
  Fixture *fixture = user_data;

  fixture->n_signals++;
  g_ptr_array_remove_range (fixture->mirror, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (fixture->mirror, position + i, g_list_model_get_item (model, position + i));
}

/* Who shows the records looks again. */
static void
read_cb (GListModel *model,
         guint       position,
         guint       n,
         gpointer    user_data)
{
  items_changed_cb (model, position, n, n, user_data);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func (g_object_unref);

  fixture->file = tambour_test_file_new ();
  fixture->store = tambour_test_create (fixture->file);
  fixture->mirror = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autofree char *number = g_strdup_printf ("C%04u", i);
      TambourCase *one = tambour_test_case_new (number, "Case");

      one->opened_at.seconds = 1000000 + (i * 7919) % 1009;
      g_ptr_array_add (cases, one);
    }

  tambour_test_put_all (fixture->store, cases);
  fixture->list = tambour_record_list_new (fixture->store, TAMBOUR_TYPE_CASE);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (fixture->list, "read", G_CALLBACK (read_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->mirror, g_ptr_array_unref);

  /* A thread that still follows the store keeps the list. */
  while (g_main_context_iteration (NULL, FALSE) || G_OBJECT (fixture->list)->ref_count > 1)
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->list));
  tambour_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->file, tambour_test_file_free);
}

static TambourQuery *
by_opening (void)
{
  TambourQuery *query = tambour_query_new (TAMBOUR_TYPE_CASE);

  g_assert_true (tambour_query_order (query, "opened_at", TRUE, NULL));

  return query;
}

static void
assert_shows (Fixture      *fixture,
              TambourQuery *query)
{
  g_autoptr(GPtrArray) expected = tambour_store_list (fixture->store, query, NULL, NULL);
  GListModel *model = G_LIST_MODEL (fixture->list);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, expected->len);
  g_assert_cmpuint (fixture->mirror->len, ==, expected->len);

  for (guint i = 0; i < expected->len; i++)
    {
      g_autoptr(TambourRecord) record = g_list_model_get_item (model, i);

      g_assert_true (tambour_record_equal (record, g_ptr_array_index (expected, i)));
      g_assert_true (tambour_record_equal (g_ptr_array_index (fixture->mirror, i), g_ptr_array_index (expected, i)));
    }

  g_assert_null (g_list_model_get_item (model, expected->len));
}

static void
load (Fixture      *fixture,
      TambourQuery *query)
{
  g_autoptr(GError) error = NULL;

  tambour_record_list_load (fixture->list, query, &error);
  g_assert_no_error (error);
}

/* Until the list has said something. */
static void
wait_for_signal (Fixture *fixture)
{
  guint before = fixture->n_signals;

  while (fixture->n_signals == before)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_same_as_a_plain_list (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(TambourQuery) query = by_opening ();
  g_autoptr(TambourQuery) some = tambour_query_new (TAMBOUR_TYPE_CASE);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (fixture->list)) == TAMBOUR_TYPE_CASE);

  load (fixture, query);
  assert_shows (fixture, query);

  g_assert_true (tambour_query_parse (some, "number ~ 77", NULL));
  load (fixture, some);
  assert_shows (fixture, some);

  g_assert_true (tambour_query_parse (some, "number = nothing", NULL));
  load (fixture, some);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
}

static void
test_random_access_over_many_pages (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (4);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);

  load (fixture, query);
  for (guint i = 0; i < 3000; i++)
    {
      guint position = g_rand_int_range (random, 0, N_CASES);
      g_autoptr(TambourCase) one = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
      g_autofree char *number = g_strdup_printf ("C%04u", position);

      g_assert_cmpstr (one->number, ==, number);
    }
}

static void
test_an_edit_is_one_item (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(TambourQuery) query = by_opening ();
  g_autoptr(TambourRecord) edited = NULL;
  guint before;

  load (fixture, query);
  edited = tambour_record_dup (g_ptr_array_index (fixture->mirror, 500));
  g_set_str (&TAMBOUR_CASE (edited)->title, "Edited");
  before = fixture->n_signals;
  tambour_test_put (fixture->store, edited);
  wait_for_signal (fixture);

  g_assert_cmpuint (fixture->n_signals, ==, before + 1);
  assert_shows (fixture, query);
}

static void
test_moves_additions_and_removals_are_followed (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (5);
  g_autoptr(TambourQuery) query = by_opening ();

  load (fixture, query);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr(TambourRecord) record = tambour_record_dup (g_ptr_array_index (fixture->mirror, g_rand_int_range (random, 0, fixture->mirror->len)));

      if (i % 4 == 0)
        tambour_test_remove (fixture->store, record);
      else if (i % 4 == 1)
        {
          g_autoptr(TambourCase) fresh = tambour_test_case_new ("new", "New");

          fresh->opened_at.seconds = 1000000 + g_rand_int_range (random, 0, 1009);
          tambour_test_put (fixture->store, TAMBOUR_RECORD (fresh));
        }
      else
        {
          TAMBOUR_CASE (record)->opened_at.seconds = 2000000 + i;
          tambour_test_put (fixture->store, record);
        }

      wait_for_signal (fixture);
      assert_shows (fixture, query);
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_loading_on_a_thread (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(TambourQuery) query = by_opening ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) cancelled = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  tambour_record_list_load_async (fixture->list, query, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  g_assert_true (tambour_record_list_load_finish (fixture->list, result, &error));
  g_assert_no_error (error);
  assert_shows (fixture, query);

  tambour_record_list_load_async (fixture->list, query, cancellable, loaded_cb, &cancelled);
  g_cancellable_cancel (cancellable);
  while (cancelled == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (tambour_record_list_load_finish (fixture->list, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_shows (fixture, query);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

static gboolean
has_placeholders (Fixture *fixture,
                  guint    from,
                  guint    to)
{
  for (guint i = from; i < to; i++)
    {
      g_autoptr(TambourRecord) record = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      if (*record->id == '\0')
        return TRUE;
    }

  return FALSE;
}

static void
wait_for_all (Fixture *fixture)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));

  while (has_placeholders (fixture, 0, n))
    g_main_context_iteration (NULL, FALSE);
}

static void
loaded_later_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  tambour_record_list_load_finish (TAMBOUR_RECORD_LIST (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* What is not there yet is told when it is, and nothing is read twice. */
static void
test_reads_later (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(TambourQuery) query = by_opening ();
  g_autoptr(TambourCase) one = tambour_test_case_new ("new", "New");
  gboolean is_loaded = FALSE;
  guint n_signals;

  tambour_record_list_read_later (fixture->list);
  tambour_record_list_load_async (fixture->list, query, NULL, loaded_later_cb, &is_loaded);
  while (!is_loaded)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, N_CASES);
  g_assert_false (has_placeholders (fixture, 0, 128));
  g_assert_true (has_placeholders (fixture, 500, 501));
  wait_for_all (fixture);
  assert_shows (fixture, query);

  n_signals = fixture->n_signals;
  g_assert_false (has_placeholders (fixture, 0, N_CASES));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_signals, ==, n_signals);

  one->opened_at.seconds = 1000500;
  tambour_test_put (fixture->store, TAMBOUR_RECORD (one));
  wait_for_signal (fixture);
  wait_for_all (fixture);
  assert_shows (fixture, query);
}

/* The beginning comes first, and then what there is besides. */
static void
test_a_long_list_begins_at_once (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  gboolean is_loaded = FALSE;
  guint n_first;

  g_assert_true (tambour_query_order (query, "row", FALSE, NULL));
  tambour_record_list_read_later (fixture->list);
  tambour_record_list_load_async (fixture->list, query, NULL, loaded_later_cb, &is_loaded);
  while (!is_loaded)
    g_main_context_iteration (NULL, TRUE);

  n_first = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
  g_assert_cmpuint (n_first, <, N_CASES);
  g_assert_true (tambour_record_list_is_partial (fixture->list));
  g_assert_false (has_placeholders (fixture, 0, 128));

  while (tambour_record_list_is_partial (fixture->list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, N_CASES);
  wait_for_all (fixture);
  assert_shows (fixture, query);
}

/* Exactly as many as the beginning has, and few: that there are no more is told. */
static void
test_a_short_list_is_whole (Fixture       *fixture,
                            gconstpointer  data)
{
  for (guint n = 511; n <= 513; n++)
    {
      g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
      g_autofree char *where = g_strdup_printf ("number < \"C%04u\"", n);
      gboolean is_loaded = FALSE;
      guint n_signals;

      g_assert_true (tambour_query_parse (query, where, NULL));
      tambour_record_list_read_later (fixture->list);
      tambour_record_list_load_async (fixture->list, query, NULL, loaded_later_cb, &is_loaded);
      while (!is_loaded)
        g_main_context_iteration (NULL, TRUE);

      n_signals = fixture->n_signals;
      while (tambour_record_list_is_partial (fixture->list))
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, n);
      g_assert_true (n < 512 || fixture->n_signals > n_signals);
      wait_for_all (fixture);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/record-list/shows-what-a-plain-list-shows", test_same_as_a_plain_list);
  ADD ("/record-list/any-position-at-any-time", test_random_access_over_many_pages);
  ADD ("/record-list/an-edit-changes-one-item", test_an_edit_is_one_item);
  ADD ("/record-list/moves-additions-and-removals-are-followed", test_moves_additions_and_removals_are_followed);
  ADD ("/record-list/loads-on-a-thread", test_loading_on_a_thread);
  ADD ("/record-list/reads-later-what-is-looked-at", test_reads_later);
  ADD ("/record-list/a-long-list-begins-at-once", test_a_long_list_begins_at_once);
  ADD ("/record-list/a-short-list-is-whole", test_a_short_list_is_whole);

  return g_test_run ();
}
