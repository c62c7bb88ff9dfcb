/* test-replica.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-replica.h"
#include "tambour-test-records.h"
#include "tambour-test-replica.h"
#include "tambour-test-store.h"

static void
test_every_kind_comes_as_it_was_sent (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  g_autoptr(GPtrArray) world = tambour_test_world_new (random);
  guint n_sent = 0;

  /* The last comes first: most refer to what is not there yet. */
  for (guint i = world->len; i-- > 0;)
    {
      TambourRecord *record = g_ptr_array_index (world, i);
      g_autoptr(TambourReplicaEntry) entry = NULL;

      if (TAMBOUR_RECORD_GET_CLASS (record)->traits & TAMBOUR_RECORD_DERIVED)
        continue;

      record->extra = g_strdup ("{\"newer\":[1,2]}");
      tambour_test_receive (store, record, "1-a");
      entry = tambour_test_read_entry (store, record->id);
      tambour_test_assert_equal (entry->record, record);
      g_assert_cmpint (entry->record->created_at.seconds, ==, record->created_at.seconds);
      g_assert_cmpint (entry->record->updated_at.seconds, ==, record->updated_at.seconds);
      g_assert_cmpstr (entry->record->created_by, ==, record->created_by);
      g_assert_cmpstr (entry->record->updated_by, ==, record->updated_by);
      g_assert_cmpstr (entry->rev, ==, "1-a");
      g_assert_cmpint (entry->change, ==, ++n_sent);
      g_assert_cmpint (entry->sequence, ==, 0);
    }

  tambour_test_assert_waiting (store, 0, 0);
  tambour_test_assert_clean (store);
}

static void
test_what_is_received_says_by_whom (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GPtrArray) writes = tambour_test_writes_new ();
  g_autoptr(GPtrArray) history = NULL;
  g_autoptr(GError) error = NULL;
  const char *authors[] = { "Ada", "Ada", "Ben", "Ben", "Ada" };
  gint64 seconds[] = { 100, 100, 100, 101, 101 };
  gint64 changes[] = { 1, 1, 2, 3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (authors); i++)
    {
      g_autoptr(TambourCase) one = tambour_test_case_new ("1", "Received");

      tambour_test_stamp (TAMBOUR_RECORD (one), authors[i], seconds[i]);
      tambour_test_add_write (store, writes, TAMBOUR_RECORD (one), "1-a");
    }

  g_assert_true (tambour_replica_write (store, writes, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (authors); i++)
    {
      TambourReplicaWrite *write = g_ptr_array_index (writes, i);
      TambourHistoryEntry *line;

      g_clear_pointer (&history, g_ptr_array_unref);
      history = tambour_store_history (store, write->id, NULL);
      g_assert_cmpuint (history->len, ==, 1);
      line = g_ptr_array_index (history, 0);
      g_assert_cmpstr (line->by, ==, authors[i]);
      g_assert_cmpint (line->at.seconds, ==, seconds[i]);
      g_assert_cmpint (line->change, ==, changes[i]);
      g_assert_cmpstr (line->label, ==, "Received from the team");
    }

  g_assert_cmpuint (tambour_test_count_hits (store, "received"), ==, G_N_ELEMENTS (authors));
  tambour_test_assert_clean (store);
}

static void
test_the_same_once_more_is_no_change (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourReplicaEntry) entry = NULL;
  g_autoptr(TambourRecord) marked = NULL;

  tambour_test_stamp (TAMBOUR_RECORD (one), "Ada", 100);
  tambour_test_receive (store, TAMBOUR_RECORD (one), "1-a");
  tambour_test_stamp (TAMBOUR_RECORD (one), "Ben", 200);
  tambour_test_receive (store, TAMBOUR_RECORD (one), "2-b");

  entry = tambour_test_read_entry (store, TAMBOUR_RECORD (one)->id);
  g_assert_cmpint (entry->change, ==, 1);
  g_assert_cmpint (entry->version, ==, 2);
  g_assert_cmpstr (entry->rev, ==, "2-b");
  g_assert_cmpstr (entry->record->updated_by, ==, "Ben");
  g_assert_cmpint (entry->record->updated_at.seconds, ==, 200);
  g_assert_cmpint (tambour_store_last_change (store), ==, 1);

  marked = tambour_replica_read_revision (store, entry->id, "1-a", NULL);
  tambour_test_assert_equal (marked, entry->record);
  tambour_test_assert_clean (store);
}

static void
test_an_edit_waits_until_it_is_sealed_and_sent (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourCase) two = tambour_test_case_new ("2", "Two");

  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_put (store, TAMBOUR_RECORD (two));
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (one)->id, TAMBOUR_RECORD (two)->id, NULL);
  tambour_test_assert_waiting (store, 0, 2);

  tambour_test_seal (store, TAMBOUR_RECORD (one)->id, "1-a");
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (two)->id, NULL);
  tambour_test_assert_offered (store, 0, TAMBOUR_RECORD (one)->id, NULL);
  tambour_test_assert_waiting (store, 0, 2);
  tambour_test_assert_waiting (store, 1, 1);

  g_set_str (&one->title, "One again");
  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (two)->id, TAMBOUR_RECORD (one)->id, NULL);
  tambour_test_assert_waiting (store, 0, 2);

  tambour_test_seal (store, TAMBOUR_RECORD (two)->id, "1-a");
  tambour_test_seal (store, TAMBOUR_RECORD (one)->id, "2-b");
  tambour_test_remove (store, TAMBOUR_RECORD (two));
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (two)->id, NULL);
  tambour_test_assert_offered (store, 1, TAMBOUR_RECORD (two)->id, TAMBOUR_RECORD (one)->id, NULL);
  g_assert_cmpint (tambour_replica_last_sequence (store), ==, 3);

  tambour_test_seal (store, TAMBOUR_RECORD (two)->id, "2-c");
  tambour_test_assert_unsealed (store, NULL);
  tambour_test_assert_offered (store, 4, NULL);
  tambour_test_assert_waiting (store, 4, 0);
  tambour_test_assert_clean (store);
}

static void
test_what_is_received_keeps_its_place_in_the_queue (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourReplicaEntry) entry = NULL;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_seal (store, TAMBOUR_RECORD (one)->id, "1-a");
  g_set_str (&one->title, "Theirs");
  tambour_test_receive (store, TAMBOUR_RECORD (one), "2-b");

  tambour_test_assert_offered (store, 0, TAMBOUR_RECORD (one)->id, NULL);
  entry = tambour_test_read_entry (store, TAMBOUR_RECORD (one)->id);
  g_assert_cmpint (entry->sequence, ==, 1);
  g_assert_cmpint (entry->version, ==, 2);
}

static void
test_who_edits_meanwhile_wins_over_who_had_read (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourCase) other = tambour_test_case_new ("2", "Other");
  g_autoptr(GPtrArray) writes = tambour_test_writes_new ();
  g_autoptr(TambourRecord) theirs = NULL;
  g_autoptr(TambourRecord) stored = NULL;
  g_autoptr(GError) error = NULL;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  theirs = tambour_record_dup (TAMBOUR_RECORD (one));
  g_set_str (&TAMBOUR_CASE (theirs)->title, "Theirs");
  tambour_test_add_write (store, writes, theirs, "2-b");
  tambour_test_add_write (store, writes, TAMBOUR_RECORD (other), "1-c");

  g_set_str (&one->title, "Ours");
  tambour_test_put (store, TAMBOUR_RECORD (one));
  g_assert_true (tambour_replica_write (store, writes, &error));
  g_assert_no_error (error);
  g_assert_true (((TambourReplicaWrite *) g_ptr_array_index (writes, 0))->was_stale);
  g_assert_false (((TambourReplicaWrite *) g_ptr_array_index (writes, 1))->was_stale);

  stored = tambour_test_get (store, TAMBOUR_RECORD (one));
  g_assert_cmpstr (TAMBOUR_CASE (stored)->title, ==, "Ours");
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (one)->id, NULL);
}

static void
test_what_belongs_to_a_stale_write_is_not_written (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourCase) other = tambour_test_case_new ("2", "Other");
  g_autoptr(TambourReplicaEntry) entry = NULL;
  g_autoptr(GPtrArray) writes = tambour_test_writes_new ();
  TambourReplicaWrite *part;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_add_write (store, writes, TAMBOUR_RECORD (one), "2-b");
  tambour_test_add_write (store, writes, TAMBOUR_RECORD (other), "1-c");
  part = g_ptr_array_index (writes, 1);
  part->part_of = g_ptr_array_index (writes, 0);

  g_set_str (&one->title, "Ours");
  tambour_test_put (store, TAMBOUR_RECORD (one));
  g_assert_true (tambour_replica_write (store, writes, NULL));
  g_assert_true (part->was_stale);
  entry = tambour_test_read_entry (store, TAMBOUR_RECORD (other)->id);
  g_assert_null (entry->record);
}

static void
test_who_writes_the_tree_meanwhile_wins_too (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourReplicaEntry) entry = NULL;
  g_autoptr(TambourReplicaEntry) after = NULL;
  g_autoptr(GPtrArray) writes = tambour_test_writes_new ();
  TambourReplicaWrite *late;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  entry = tambour_test_read_entry (store, TAMBOUR_RECORD (one)->id);
  late = tambour_replica_write_new (entry);
  late->tree = g_strdup ("late");
  late->rev = g_strdup ("1-late");
  g_ptr_array_add (writes, late);

  tambour_test_seal (store, TAMBOUR_RECORD (one)->id, "1-a");
  g_assert_true (tambour_replica_write (store, writes, NULL));
  g_assert_true (late->was_stale);

  after = tambour_test_read_entry (store, TAMBOUR_RECORD (one)->id);
  g_assert_cmpstr (after->tree, ==, "1-a");
  g_assert_cmpstr (after->rev, ==, "1-a");
}

static void
test_one_that_came_twice_is_written_once (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(GPtrArray) writes = tambour_test_writes_new ();
  g_autoptr(GError) error = NULL;

  tambour_test_add_write (store, writes, TAMBOUR_RECORD (one), "1-a");
  tambour_test_add_write (store, writes, TAMBOUR_RECORD (one), "1-a");
  g_assert_true (tambour_replica_write (store, writes, &error));
  g_assert_no_error (error);
  g_assert_true (((TambourReplicaWrite *) g_ptr_array_index (writes, 1))->was_stale);
  g_assert_cmpint (tambour_store_last_change (store), ==, 1);
}

static void
test_what_cannot_be_stored_does_not_stop_the_rest (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) good = tambour_test_case_new ("1", "Good");
  g_autoptr(TambourCase) nameless = tambour_test_case_new (NULL, "Nameless");
  g_autoptr(TambourCase) local = tambour_test_case_new ("3", "Local");
  g_autoptr(TambourRecord) stranger = NULL;
  g_autoptr(TambourRecord) stored = NULL;
  g_autoptr(GPtrArray) writes = tambour_test_writes_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (3);
  g_autoptr(GError) error = NULL;

  tambour_test_put (store, TAMBOUR_RECORD (local));
  stranger = tambour_test_record_new (TAMBOUR_TYPE_ACCOUNT, random);
  g_set_str (&stranger->id, TAMBOUR_RECORD (local)->id);

  tambour_test_add_write (store, writes, TAMBOUR_RECORD (nameless), "1-a");
  tambour_test_add_write (store, writes, stranger, "1-a");
  tambour_test_add_write (store, writes, TAMBOUR_RECORD (good), "1-a");
  g_assert_true (tambour_replica_write (store, writes, &error));
  g_assert_no_error (error);

  g_assert_error (((TambourReplicaWrite *) g_ptr_array_index (writes, 0))->failure, TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_MISSING);
  g_assert_error (((TambourReplicaWrite *) g_ptr_array_index (writes, 1))->failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_no_error (((TambourReplicaWrite *) g_ptr_array_index (writes, 2))->failure);
  stored = tambour_test_get (store, TAMBOUR_RECORD (good));
  tambour_test_assert_equal (stored, TAMBOUR_RECORD (good));
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (local)->id, NULL);
  tambour_test_assert_clean (store);
}

static void
test_a_tombstone_of_what_was_never_here_leaves_nothing (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourReplicaEntry) entry = tambour_test_read_entry (store, "0192aaaa-0000-7000-8000-000000000000");
  g_autoptr(GPtrArray) writes = tambour_test_writes_new ();
  TambourReplicaWrite *write = tambour_replica_write_new (entry);

  g_assert_null (entry->record);
  write->tree = g_strdup ("tree");
  write->is_offered = TRUE;
  g_ptr_array_add (writes, write);
  g_assert_true (tambour_replica_write (store, writes, NULL));
  g_assert_false (write->was_stale);
  tambour_test_assert_offered (store, 0, NULL);
  tambour_test_assert_clean (store);
}

static void
test_two_laptops_may_use_the_same_names (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GRand) random = g_rand_new_with_seed (17);
  g_autoptr(GPtrArray) world = tambour_test_world_new (random);

  tambour_test_put_all (store, world);
  for (guint i = 0; i < world->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (world, i);
      g_autoptr(TambourRecord) twin = tambour_record_dup (record);

      if (TAMBOUR_RECORD_GET_CLASS (record)->traits & TAMBOUR_RECORD_DERIVED)
        continue;

      g_free (twin->id);
      twin->id = tambour_id_new ();
      twin->row = 0;
      tambour_test_receive (store, twin, "1-a");
    }

  tambour_test_assert_clean (store);
}

static void
test_the_rules_for_people_do_not_stop_what_is_received (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GRand) random = g_rand_new_with_seed (23);
  g_autoptr(GPtrArray) world = tambour_test_world_new (random);

  tambour_test_put_all (store, world);
  for (guint i = 0; i < world->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (world, i);
      TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
      g_autoptr(TambourReplicaEntry) entry = NULL;

      if (klass->traits & TAMBOUR_RECORD_DERIVED)
        continue;

      for (guint j = 0; j < klass->n_fields; j++)
        if (klass->fields[j].kind != TAMBOUR_KIND_REF)
          tambour_test_change_field (&klass->fields[j], record, random);
      tambour_test_receive (store, record, "2-b");
      entry = tambour_test_read_entry (store, record->id);
      tambour_test_assert_equal (entry->record, record);
    }
}

static void
test_a_refusal_is_kept_until_something_new_is_offered (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(GPtrArray) refused = NULL;
  g_autoptr(GError) error = NULL;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_seal (store, TAMBOUR_RECORD (one)->id, "1-a");
  g_assert_true (tambour_replica_note_refused (store, TAMBOUR_RECORD (one)->id, TAMBOUR_REPLICA_FORBIDDEN, "Not yours.", &error));
  g_assert_no_error (error);

  refused = tambour_replica_list_refused (store, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (refused->len, ==, 1);
  g_assert_cmpstr (((TambourReplicaEntry *) g_ptr_array_index (refused, 0))->refused, ==, "Not yours.");
  g_assert_cmpint (tambour_replica_count_refused (store, NULL), ==, 1);
  tambour_test_assert_waiting (store, 0, 0);

  g_set_str (&one->title, "Mine");
  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_assert_waiting (store, 0, 1);
  g_assert_cmpint (tambour_replica_count_refused (store, NULL), ==, 1);
  tambour_test_seal (store, TAMBOUR_RECORD (one)->id, "2-b");
  g_assert_cmpint (tambour_replica_count_refused (store, NULL), ==, 0);
}

static void
test_what_is_forgotten_begins_anew (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourCase) two = tambour_test_case_new ("2", "Two");
  g_autoptr(TambourReplicaEntry) entry = NULL;
  g_autoptr(GError) error = NULL;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_seal (store, TAMBOUR_RECORD (one)->id, "1-a");
  tambour_test_receive (store, TAMBOUR_RECORD (two), "1-b");
  g_assert_true (tambour_replica_forget (store, &error));
  g_assert_no_error (error);

  entry = tambour_test_read_entry (store, TAMBOUR_RECORD (one)->id);
  g_assert_null (entry->tree);
  g_assert_null (entry->rev);
  g_assert_null (tambour_replica_read_revision (store, TAMBOUR_RECORD (one)->id, "1-a", &error));
  g_assert_no_error (error);
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (one)->id, TAMBOUR_RECORD (two)->id, NULL);
  tambour_test_assert_offered (store, 0, NULL);

  /* Whoever remembers the old sequences sees the new ones. */
  tambour_test_seal (store, TAMBOUR_RECORD (one)->id, "1-c");
  g_assert_cmpint (tambour_replica_last_sequence (store), ==, 2);
  tambour_test_assert_clean (store);
}

static void
test_who_takes_back_what_came_edits_it (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "Ours");
  g_autoptr(TambourReplicaEntry) entry = NULL;
  g_autoptr(GError) error = NULL;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_seal (store, TAMBOUR_RECORD (one)->id, "1-a");
  g_set_str (&one->title, "Theirs");
  tambour_test_stamp (TAMBOUR_RECORD (one), "Ada", 100);
  tambour_test_receive (store, TAMBOUR_RECORD (one), "2-b");
  g_assert_true (tambour_store_undo (store, 2, "Undoer", NULL, &error));
  g_assert_no_error (error);

  entry = tambour_test_read_entry (store, TAMBOUR_RECORD (one)->id);
  g_assert_cmpstr (TAMBOUR_CASE (entry->record)->title, ==, "Ours");
  g_assert_cmpstr (entry->record->updated_by, ==, "Undoer");
  g_assert_null (entry->rev);
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (one)->id, NULL);
}

static void
test_an_old_backup_knows_what_it_knew (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourReplicaEntry) entry = NULL;
  g_autofree char *backup = g_build_filename (file->folder, "backup.tambour", NULL);
  g_autoptr(GError) error = NULL;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_seal (store, TAMBOUR_RECORD (one)->id, "1-a");
  g_set_str (&one->title, "Edited");
  tambour_test_put (store, TAMBOUR_RECORD (one));
  g_assert_true (tambour_store_backup (store, backup, NULL, &error));
  tambour_test_seal (store, TAMBOUR_RECORD (one)->id, "2-b");
  g_clear_object (&store);

  g_assert_true (tambour_store_restore (backup, file->path, NULL, &error));
  g_assert_no_error (error);
  store = tambour_test_open (file);
  entry = tambour_test_read_entry (store, TAMBOUR_RECORD (one)->id);
  g_assert_cmpstr (entry->tree, ==, "1-a");
  g_assert_null (entry->rev);
  g_assert_cmpint (tambour_replica_last_sequence (store), ==, 1);
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (one)->id, NULL);
  tambour_test_assert_clean (store);
}

static void
test_a_repair_sends_rather_twice_than_never (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourCase) two = tambour_test_case_new ("2", "Two");
  g_autoptr(GPtrArray) findings = NULL;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_put (store, TAMBOUR_RECORD (two));
  tambour_test_seal (store, TAMBOUR_RECORD (two)->id, "1-b");
  tambour_test_sql (file->path, "UPDATE numbers SET value = 2 WHERE name = 'sealed';"
                                "UPDATE revisions SET \"change\" = 99;"
                                "INSERT INTO marks VALUES (7, '1-z', 99)");

  findings = tambour_store_check (store, FALSE, NULL);
  g_assert_cmpuint (findings->len, ==, 2);
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = tambour_store_check (store, TRUE, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (one)->id, TAMBOUR_RECORD (two)->id, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/replica/every-kind-comes-as-it-was-sent", test_every_kind_comes_as_it_was_sent);
  g_test_add_func ("/replica/what-is-received-says-by-whom", test_what_is_received_says_by_whom);
  g_test_add_func ("/replica/the-same-once-more-is-no-change", test_the_same_once_more_is_no_change);
  g_test_add_func ("/replica/an-edit-waits-until-it-is-sealed-and-sent", test_an_edit_waits_until_it_is_sealed_and_sent);
  g_test_add_func ("/replica/what-is-received-keeps-its-place-in-the-queue", test_what_is_received_keeps_its_place_in_the_queue);
  g_test_add_func ("/replica/who-edits-meanwhile-wins-over-who-had-read", test_who_edits_meanwhile_wins_over_who_had_read);
  g_test_add_func ("/replica/what-belongs-to-a-stale-write-is-not-written", test_what_belongs_to_a_stale_write_is_not_written);
  g_test_add_func ("/replica/who-writes-the-tree-meanwhile-wins-too", test_who_writes_the_tree_meanwhile_wins_too);
  g_test_add_func ("/replica/one-that-came-twice-is-written-once", test_one_that_came_twice_is_written_once);
  g_test_add_func ("/replica/what-cannot-be-stored-does-not-stop-the-rest", test_what_cannot_be_stored_does_not_stop_the_rest);
  g_test_add_func ("/replica/a-tombstone-of-what-was-never-here-leaves-nothing", test_a_tombstone_of_what_was_never_here_leaves_nothing);
  g_test_add_func ("/replica/two-laptops-may-use-the-same-names", test_two_laptops_may_use_the_same_names);
  g_test_add_func ("/replica/the-rules-for-people-do-not-stop-what-is-received", test_the_rules_for_people_do_not_stop_what_is_received);
  g_test_add_func ("/replica/a-refusal-is-kept-until-something-new-is-offered", test_a_refusal_is_kept_until_something_new_is_offered);
  g_test_add_func ("/replica/what-is-forgotten-begins-anew", test_what_is_forgotten_begins_anew);
  g_test_add_func ("/replica/who-takes-back-what-came-edits-it", test_who_takes_back_what_came_edits_it);
  g_test_add_func ("/replica/an-old-backup-knows-what-it-knew", test_an_old_backup_knows_what_it_knew);
  g_test_add_func ("/replica/a-repair-sends-rather-twice-than-never", test_a_repair_sends_rather_twice_than_never);

  return g_test_run ();
}
