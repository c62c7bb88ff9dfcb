/* tambour-test-replica.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-replica.h"

/**
 * tambour_test_read_entry:
 * @store: a store
 * @id: an id
 *
 * Returns: (transfer full): what replication knows of it
 */
TambourReplicaEntry *
tambour_test_read_entry (TambourStore *store,
                         const char   *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tambour_replica_read (store, (const char *[]) { id, NULL }, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((TambourReplicaEntry *) g_ptr_array_index (entries, 0))->id, ==, id);

  return g_ptr_array_steal_index (entries, 0);
}

/**
 * tambour_test_writes_new:
 *
 * Returns: (transfer full) (element-type TambourReplicaWrite): no writes yet
 */
GPtrArray *
tambour_test_writes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_write_free);
}

/**
 * tambour_test_add_write:
 * @store: a store
 * @writes: (element-type TambourReplicaWrite): writes
 * @record: a record as somebody else has it
 * @rev: the revision that it is, and all of its tree
 *
 * Adds what has the store take @record in place of what it has now.
 */
void
tambour_test_add_write (TambourStore  *store,
                        GPtrArray     *writes,
                        TambourRecord *record,
                        const char    *rev)
{
  g_autoptr(TambourReplicaEntry) entry = tambour_test_read_entry (store, record->id);
  TambourReplicaWrite *write = tambour_replica_write_new (entry);

  write->record = tambour_record_dup (record);
  write->tree = g_strdup (rev);
  write->rev = g_strdup (rev);
  g_ptr_array_add (writes, write);
}

static void
write_fresh (TambourStore *store,
             GPtrArray    *writes)
{
  TambourReplicaWrite *write = g_ptr_array_index (writes, 0);
  g_autoptr(GError) error = NULL;

  tambour_replica_write (store, writes, &error);
  g_assert_no_error (error);
  g_assert_no_error (write->failure);
  g_assert_false (write->was_stale);
}

/**
 * tambour_test_receive:
 * @store: a store
 * @record: a record as somebody else has it
 * @rev: the revision that it is, and all of its tree
 *
 * Has the store take @record in place of what it has.
 */
void
tambour_test_receive (TambourStore  *store,
                      TambourRecord *record,
                      const char    *rev)
{
  g_autoptr(GPtrArray) writes = tambour_test_writes_new ();

  tambour_test_add_write (store, writes, record, rev);
  write_fresh (store, writes);
}

/**
 * tambour_test_seal:
 * @store: a store
 * @id: the id of a record
 * @rev: what its content is called from now on, and all of its tree
 *
 * Offers the record to the server.
 */
void
tambour_test_seal (TambourStore *store,
                   const char   *id,
                   const char   *rev)
{
  g_autoptr(TambourReplicaEntry) entry = tambour_test_read_entry (store, id);
  g_autoptr(GPtrArray) writes = tambour_test_writes_new ();
  TambourReplicaWrite *write = tambour_replica_write_new (entry);

  write->tree = g_strdup (rev);
  write->rev = g_strdup (rev);
  write->is_offered = TRUE;
  g_ptr_array_add (writes, write);
  write_fresh (store, writes);
}

/**
 * tambour_test_stamp:
 * @record: a record
 * @by: somebody
 * @seconds: a time
 *
 * Has @record say that @by changed it then.
 */
void
tambour_test_stamp (TambourRecord *record,
                    const char    *by,
                    gint64         seconds)
{
  g_set_str (&record->updated_by, by);
  record->updated_at.seconds = seconds;
}

static void
assert_ids (GPtrArray *entries,
            va_list    ids)
{
  guint n = 0;

  for (const char *id = va_arg (ids, const char *); id != NULL; id = va_arg (ids, const char *))
    {
      g_assert_cmpuint (n, <, entries->len);
      g_assert_cmpstr (((TambourReplicaEntry *) g_ptr_array_index (entries, n++))->id, ==, id);
    }

  g_assert_cmpuint (entries->len, ==, n);
}

/**
 * tambour_test_assert_unsealed:
 * @store: a store
 * @...: ids, then %NULL
 *
 * Asserts that those, in this order, have been edited and not sealed.
 */
void
tambour_test_assert_unsealed (TambourStore *store,
                              ...)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tambour_replica_list_unsealed (store, 1000, &error);
  va_list ids;

  g_assert_no_error (error);
  va_start (ids, store);
  assert_ids (entries, ids);
  va_end (ids);
}

/**
 * tambour_test_assert_offered:
 * @store: a store
 * @after: a sequence
 * @...: ids, then %NULL
 *
 * Asserts that those, in this order, have something to offer beyond @after.
 */
void
tambour_test_assert_offered (TambourStore *store,
                             gint64        after,
                             ...)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tambour_replica_list_offered (store, after, 1000, &error);
  va_list ids;

  g_assert_no_error (error);
  va_start (ids, after);
  assert_ids (entries, ids);
  va_end (ids);
}

/**
 * tambour_test_assert_waiting:
 * @store: a store
 * @after: a sequence
 * @number: how many
 *
 * Asserts that so many records wait to be sent.
 */
void
tambour_test_assert_waiting (TambourStore *store,
                             gint64        after,
                             gint64        number)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (tambour_replica_count_waiting (store, after, &error), ==, number);
  g_assert_no_error (error);
}
