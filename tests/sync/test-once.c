/* test-once.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-laptop.h"
#include "tambour-test-couch.h"

static TambourTestCouch *couch;

static void
test_there_and_back (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autoptr(TambourLaptop) one = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourLaptop) other = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourRecord) record = tambour_laptop_add (one, "SR-1", "The bus stalls");

  tambour_laptop_sync (one);
  g_assert_cmpint (one->outcome.n_sent, ==, 1);
  tambour_laptop_sync (other);
  g_assert_cmpint (other->outcome.n_received, ==, 1);
  g_assert_cmpint (other->outcome.n_sent, ==, 0);
  tambour_laptop_assert (other, record->id, "title", "The bus stalls");

  tambour_laptop_set (other, record->id, "title", "The bus stalls again");
  tambour_laptop_sync (other);
  g_assert_cmpint (other->outcome.n_sent, ==, 1);
  tambour_laptop_sync (one);
  tambour_laptop_assert (one, record->id, "title", "The bus stalls again");

  tambour_laptop_remove (one, record->id);
  tambour_laptop_sync (one);
  tambour_laptop_sync (other);
  g_assert_cmpuint (tambour_laptop_count (other, TAMBOUR_TYPE_CASE), ==, 0);
  tambour_test_assert_clean (one->store);
  tambour_test_assert_clean (other->store);
}

static void
test_nothing_new (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autoptr(TambourLaptop) one = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourRecord) record = tambour_laptop_add (one, "SR-1", "The bus stalls");

  tambour_laptop_sync (one);
  tambour_laptop_sync (one);
  g_assert_cmpint (one->outcome.n_sent, ==, 0);
  g_assert_cmpint (one->outcome.n_received, ==, 0);
  g_assert_cmpint (one->outcome.done, ==, 1);
  tambour_laptop_sync (one);
  g_assert_cmpint (one->outcome.done, ==, 0);
}

static void
test_two_fields (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autoptr(TambourLaptop) one = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourLaptop) other = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourRecord) record = tambour_laptop_add (one, "SR-1", "The bus stalls");

  tambour_laptop_sync (one);
  tambour_laptop_sync (other);
  tambour_laptop_set (one, record->id, "title", "The bus stops");
  tambour_laptop_set (other, record->id, "note", "Since Monday");
  tambour_laptop_sync (one);
  tambour_laptop_sync (other);
  tambour_laptop_sync (one);

  for (guint i = 0; i < 2; i++)
    {
      TambourLaptop *laptop = i == 0 ? one : other;

      tambour_laptop_assert (laptop, record->id, "title", "The bus stops");
      tambour_laptop_assert (laptop, record->id, "note", "Since Monday");
      g_assert_cmpuint (tambour_laptop_count (laptop, TAMBOUR_TYPE_CONFLICT), ==, 0);
    }
}

static void
test_same_field (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autoptr(TambourLaptop) one = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourLaptop) other = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourRecord) record = tambour_laptop_add (one, "SR-1", "The bus stalls");
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  tambour_laptop_sync (one);
  tambour_laptop_sync (other);
  tambour_laptop_set (one, record->id, "note", "Since Monday");
  tambour_laptop_set (other, record->id, "note", "Since Tuesday");
  tambour_laptop_sync (one);
  tambour_laptop_sync (other);
  tambour_laptop_sync (one);

  ours = tambour_laptop_get (one, record->id, "note");
  theirs = tambour_laptop_get (other, record->id, "note");
  g_assert_cmpstr (ours, ==, theirs);
  g_assert_cmpuint (tambour_laptop_count (one, TAMBOUR_TYPE_CONFLICT), ==, 1);
  g_assert_cmpuint (tambour_laptop_count (other, TAMBOUR_TYPE_CONFLICT), ==, 1);
}

/* More than one page of changes, and more than one request of each. */
static void
test_many (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autoptr(TambourLaptop) one = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourLaptop) other = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Put");

  for (guint i = 0; i < 2500; i++)
    {
      g_autofree char *number = g_strdup_printf ("SR-%u", i);
      g_autoptr(TambourCase) record = tambour_test_case_new (number, "One of many");

      tambour_change_put (change, TAMBOUR_RECORD (record));
    }
  g_assert_true (tambour_store_commit (one->store, change, NULL));

  tambour_laptop_sync (one);
  g_assert_cmpint (one->outcome.n_sent, ==, 2500);
  tambour_laptop_sync (other);
  g_assert_cmpint (other->outcome.n_received, ==, 2500);
  g_assert_cmpint (other->outcome.done, ==, 2500);
  g_assert_cmpuint (tambour_laptop_count (other, TAMBOUR_TYPE_CASE), ==, 2500);
}

static TambourRecord *
attach (TambourLaptop *laptop,
        gsize          size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_strnfill (size, 'z'), size);
  TambourRecord *record = tambour_record_new (TAMBOUR_TYPE_ATTACHMENT, NULL);
  TambourAttachment *attachment = TAMBOUR_ATTACHMENT (record);
  g_autoptr(GError) error = NULL;

  attachment->name = g_strdup ("Log of the night");
  tambour_store_put_content (laptop->store, bytes, &attachment->hash, &error);
  g_assert_no_error (error);
  tambour_test_put (laptop->store, record);

  return record;
}

static void
assert_content (TambourLaptop *laptop,
                TambourRecord *record,
                gsize          size)
{
  g_autofree char *hash = tambour_laptop_get (laptop, record->id, "hash");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = tambour_store_read_content (laptop->store, hash, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, size);
}

/* One goes with the documents, the other is too large for that. */
static void
test_contents (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autoptr(TambourLaptop) one = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourLaptop) other = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourRecord) small = attach (one, 1000);
  g_autoptr(TambourRecord) large = attach (one, 3 * 1000 * 1000);

  tambour_laptop_sync (one);
  g_assert_cmpint (one->outcome.n_sent, ==, 2);
  tambour_laptop_sync (other);
  assert_content (other, small, 1000);
  assert_content (other, large, 3 * 1000 * 1000);

  tambour_laptop_set (other, large->id, "name", "Log of the other night");
  tambour_laptop_sync (other);
  tambour_laptop_sync (one);
  tambour_laptop_assert (one, large->id, "name", "Log of the other night");
  assert_content (one, large, 3 * 1000 * 1000);
  tambour_test_assert_clean (other->store);
}

static void
test_made_anew (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autoptr(TambourLaptop) one = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourLaptop) other = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourLaptop) third = tambour_laptop_new (couch->server, database);
  g_autoptr(TambourRecord) record = tambour_laptop_add (one, "SR-1", "The bus stalls");
  g_autoptr(JsonNode) gone = NULL;
  g_autoptr(JsonNode) made = NULL;

  tambour_laptop_sync (one);
  tambour_laptop_sync (other);
  gone = tambour_test_couch_call (couch, "DELETE", database, NULL);
  tambour_laptop_fail (other, TAMBOUR_SYNC_ERROR, TAMBOUR_SYNC_ERROR_NO_DATABASE);
  made = tambour_test_couch_call (couch, "PUT", database, NULL);

  tambour_laptop_sync (other);
  g_assert_cmpint (other->outcome.n_sent, ==, 1);
  tambour_laptop_sync (third);
  tambour_laptop_assert (third, record->id, "title", "The bus stalls");
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  couch = tambour_test_couch_new ();

  g_test_add_func ("/once/what-one-writes-the-other-reads-edits-and-removes", test_there_and_back);
  g_test_add_func ("/once/nothing-is-sent-or-fetched-twice", test_nothing_new);
  g_test_add_func ("/once/edits-of-different-fields-go-together", test_two_fields);
  g_test_add_func ("/once/edits-of-the-same-field-are-a-conflict-on-both-laptops", test_same_field);
  g_test_add_func ("/once/many-records-go-and-come-in-pages", test_many);
  g_test_add_func ("/once/what-is-in-files-goes-along", test_contents);
  g_test_add_func ("/once/a-database-that-was-made-anew-gets-everything-again", test_made_anew);

  status = g_test_run ();
  tambour_test_couch_free (couch);

  return status;
}
