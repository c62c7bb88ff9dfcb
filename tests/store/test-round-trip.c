/* test-round-trip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-records.h"
#include "tambour-test-store.h"

static void
assert_stored (TambourStore  *store,
               TambourRecord *record)
{
  g_autoptr(TambourRecord) found = tambour_test_get (store, record);

  tambour_test_assert_equal (record, found);
  g_assert_cmpint (found->row, ==, record->row);
  g_assert_cmpint (found->row % 128, ==, TAMBOUR_RECORD_GET_CLASS (record)->number);
}

static void
test_every_field_of_every_kind (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autoptr(GPtrArray) world = tambour_test_world_new (random);
  g_autoptr(TambourStore) store = tambour_test_create (file);

  tambour_test_put_all (store, world);
  for (guint i = 0; i < world->len; i++)
    assert_stored (store, g_ptr_array_index (world, i));

  tambour_store_close (store);
  g_clear_object (&store);
  store = tambour_test_open (file);
  for (guint i = 0; i < world->len; i++)
    assert_stored (store, g_ptr_array_index (world, i));

  tambour_test_assert_clean (store);
}

static void
test_one_field_at_a_time (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (2);
  g_autoptr(GPtrArray) world = tambour_test_world_new (random);
  g_autoptr(GPtrArray) changed = g_ptr_array_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);

  tambour_test_put_all (store, world);
  for (guint round = 0; round < 8; round++)
    {
      g_ptr_array_set_size (changed, 0);
      for (guint i = 0; i < world->len; i++)
        {
          TambourRecord *record = g_ptr_array_index (world, i);
          TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
          const TambourField *field = &klass->fields[g_rand_int_range (random, klass->n_common, klass->n_fields)];

          if (!tambour_test_can_change (record, field))
            continue;

          tambour_test_change_field (field, record, random);
          g_ptr_array_add (changed, record);
        }

      tambour_test_put_all (store, changed);
      for (guint i = 0; i < world->len; i++)
        assert_stored (store, g_ptr_array_index (world, i));
    }
}

static void
test_what_is_not_stated_stays_so (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) bare = tambour_test_case_new ("1", NULL);

  tambour_test_put (store, TAMBOUR_RECORD (bare));
  assert_stored (store, TAMBOUR_RECORD (bare));
}

static void
test_found_by_id_alone_and_by_outside_id (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourRecord) found = NULL;
  g_autoptr(TambourRecord) outside = NULL;
  g_autoptr(GError) error = NULL;
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (one);

  g_set_str (&TAMBOUR_RECORD (one)->external_system, "desk");
  g_set_str (&TAMBOUR_RECORD (one)->external_id, "IM0000004");
  tambour_test_put (store, TAMBOUR_RECORD (one));

  found = tambour_store_find (store, TAMBOUR_RECORD (one)->id, &error);
  g_assert_no_error (error);
  tambour_test_assert_equal (found, TAMBOUR_RECORD (one));

  outside = tambour_store_get_external (store, klass, "desk", "IM0000004", &error);
  g_assert_no_error (error);
  tambour_test_assert_equal (outside, TAMBOUR_RECORD (one));

  g_assert_null (tambour_store_get_external (store, klass, "other", "IM0000004", &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (tambour_store_get_external (store, klass, NULL, "IM0000004", &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (tambour_store_find (store, "no-such-id", &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
}

static void
test_unknown_members_and_choices_are_kept (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourRecord) found = NULL;

  g_set_str (&TAMBOUR_RECORD (one)->extra, "{\"colour\":\"blue\"}");
  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_store_close (store);
  tambour_test_sql (file->path, "UPDATE cases SET status = 'sleeping';");

  g_clear_object (&store);
  store = tambour_test_open (file);
  found = tambour_test_get (store, TAMBOUR_RECORD (one));
  g_assert_cmpuint (TAMBOUR_CASE (found)->status, ==, TAMBOUR_CASE_STATUS_NEW);
  g_assert_cmpstr (found->extra, ==, "{\"colour\":\"blue\",\"status\":\"sleeping\"}");

  g_set_str (&TAMBOUR_CASE (found)->title, "Two");
  tambour_test_put (store, found);
  assert_stored (store, found);
}

static void
test_the_store_stamps_who_and_when (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  TambourRecord *record = TAMBOUR_RECORD (one);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_set_str (&record->created_by, "Somebody else");
  record->created_at.seconds = 5;
  tambour_test_put (store, record);
  g_assert_cmpstr (record->created_by, ==, "Tester");
  g_assert_cmpstr (record->updated_by, ==, "Tester");
  g_assert_cmpint (ABS (record->created_at.seconds - now), <=, 5);
  assert_stored (store, record);
}

static void
test_an_import_keeps_its_own_stamps (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourCase) two = tambour_test_case_new ("2", "Two");
  g_autoptr(GPtrArray) both = g_ptr_array_new ();

  g_ptr_array_add (both, one);
  g_ptr_array_add (both, two);
  g_set_str (&TAMBOUR_RECORD (one)->created_by, "Ada");
  TAMBOUR_RECORD (one)->created_at.seconds = 1000;
  TAMBOUR_RECORD (one)->updated_at.seconds = 2000;
  tambour_test_put_all (store, both);

  g_assert_cmpint (TAMBOUR_RECORD (one)->created_at.seconds, ==, 1000);
  g_assert_cmpstr (TAMBOUR_RECORD (one)->created_by, ==, "Ada");
  g_assert_cmpint (TAMBOUR_RECORD (one)->updated_at.seconds, ==, 2000);
  g_assert_cmpint (TAMBOUR_RECORD (two)->created_at.seconds, ==, 1700000000);
  g_assert_cmpstr (TAMBOUR_RECORD (two)->created_by, ==, "Tester");
  assert_stored (store, TAMBOUR_RECORD (one));
  assert_stored (store, TAMBOUR_RECORD (two));
}

static void
test_settings_are_kept_and_forgotten (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autofree char *value = NULL;

  g_assert_null (tambour_store_dup_setting (store, "person"));
  g_assert_true (tambour_store_set_setting (store, "person", "Ada", NULL));
  value = tambour_store_dup_setting (store, "person");
  g_assert_cmpstr (value, ==, "Ada");
  g_assert_true (tambour_store_set_setting (store, "person", NULL, NULL));
  g_assert_null (tambour_store_dup_setting (store, "person"));
}

static gboolean
stop_at_two (TambourRecord *record,
             gpointer       user_data)
{
  return ++*(guint *) user_data < 2;
}

static void
test_a_walk_can_be_stopped_and_cancelled (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr(TambourCase) one = tambour_test_case_new (number, "One");

      tambour_test_put (store, TAMBOUR_RECORD (one));
    }

  g_assert_true (tambour_store_each (store, query, stop_at_two, &n, NULL, &error));
  g_assert_cmpuint (n, ==, 2);

  g_cancellable_cancel (cancellable);
  g_assert_null (tambour_store_list (store, query, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/every-field-of-every-kind-comes-back", test_every_field_of_every_kind);
  g_test_add_func ("/store/an-edited-field-comes-back", test_one_field_at_a_time);
  g_test_add_func ("/store/what-is-not-stated-stays-so", test_what_is_not_stated_stays_so);
  g_test_add_func ("/store/a-record-is-found-by-its-ids", test_found_by_id_alone_and_by_outside_id);
  g_test_add_func ("/store/what-another-version-wrote-is-kept", test_unknown_members_and_choices_are_kept);
  g_test_add_func ("/store/the-store-stamps-who-and-when", test_the_store_stamps_who_and_when);
  g_test_add_func ("/store/an-import-keeps-its-own-stamps", test_an_import_keeps_its_own_stamps);
  g_test_add_func ("/store/settings-are-kept-and-forgotten", test_settings_are_kept_and_forgotten);
  g_test_add_func ("/store/a-walk-can-be-stopped-and-cancelled", test_a_walk_can_be_stopped_and_cancelled);

  return g_test_run ();
}
