/* test-replica-random.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-replica-private.h"
#include "tambour-test-records.h"
#include "tambour-test-replica.h"
#include "tambour-test-store.h"

#define N_SEEDS   12
#define N_STEPS   150
#define N_RECORDS 6
#define N_MANY    20000

/**
 * Known:
 * @record: as the store says it
 * @revisions: (element-type utf8 TambourRecord): what it said at each revision
 * @is_sealed: whether what it says now has a revision
 *
 * What the test remembers of a record.
 */
typedef struct
{
  TambourRecord *record;
  GHashTable    *revisions;
  gboolean       is_sealed;
  gboolean       is_there;
  guint          generation;
} Known;

static Known *
known_new (TambourRecord *record)
{
  Known *self = g_new0 (Known, 1);

  self->record = record;
  self->revisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

static void
known_free (gpointer data)
{
  Known *self = data;

  g_object_unref (self->record);
  g_hash_table_unref (self->revisions);
  g_free (self);
}

static GPtrArray *
make_known (GRand *random)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (known_free);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  while (all->len < N_RECORDS)
    {
      GType type = types[g_rand_int_range (random, 0, n_types)];
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (type);
      g_autoptr(TambourRecord) record = NULL;

      if (klass->traits & (TAMBOUR_RECORD_DERIVED | TAMBOUR_RECORD_APPEND_ONLY))
        continue;

      record = tambour_test_record_new (type, random);
      for (guint i = 0; i < klass->n_fields; i++)
        if (klass->fields[i].kind == TAMBOUR_KIND_REF && !(klass->fields[i].flags & TAMBOUR_FIELD_REQUIRED))
          tambour_field_clear (&klass->fields[i], record);
      record->deleted_at.seconds = TAMBOUR_NEVER;
      g_ptr_array_add (all, known_new (g_steal_pointer (&record)));
    }

  return all;
}

static char *
make_rev (Known      *known,
          GRand      *random,
          const char *who)
{
  return g_strdup_printf ("%u-%s%08x", ++known->generation, who, g_rand_int (random));
}

/* What a person may edit: some fields, and what no field holds. */
static void
change_some (TambourRecord *record,
             GRand         *random,
             gboolean       obeys_rules)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  for (guint n = g_rand_int_range (random, 1, 5); n > 0; n--)
    {
      const TambourField *field = &klass->fields[g_rand_int_range (random, 0, klass->n_fields)];

      if (field->kind != TAMBOUR_KIND_REF && field->offset != G_STRUCT_OFFSET (TambourRecord, deleted_at) &&
          (!obeys_rules || tambour_test_can_change (record, field)))
        tambour_test_change_field (field, record, random);
    }

  if (g_rand_int_range (random, 0, 4) == 0)
    {
      g_free (record->extra);
      record->extra = g_rand_boolean (random) ? g_strdup_printf ("{\"newer\":%u}", g_rand_int (random)) : NULL;
    }
}

static void
reread (TambourStore *store,
        Known        *known)
{
  g_autoptr(TambourReplicaEntry) entry = tambour_test_read_entry (store, known->record->id);

  known->is_there = entry->record != NULL;
  if (known->is_there)
    g_set_object (&known->record, entry->record);
}

/* What the rules refuse stays as it is. */
static void
put_or_remove (TambourStore *store,
               Known        *known,
               GRand        *random)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Edit");
  g_autoptr(GError) error = NULL;

  if (known->is_there && g_rand_int_range (random, 0, 8) == 0)
    tambour_change_remove (change, known->record);
  else
    {
      change_some (known->record, random, TRUE);
      tambour_change_put (change, known->record);
    }

  if (!tambour_store_commit (store, change, &error))
    g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
}

static void
edit (TambourStore *store,
      Known        *known,
      GRand        *random)
{
  gint64 before = tambour_store_last_change (store);

  if (tambour_record_is_deleted (known->record))
    return;

  put_or_remove (store, known, random);
  if (tambour_store_last_change (store) != before)
    known->is_sealed = FALSE;
  reread (store, known);
}

static void
seal (TambourStore *store,
      Known        *known,
      GRand        *random)
{
  g_autofree char *rev = NULL;

  if (!known->is_there || known->is_sealed)
    return;

  rev = make_rev (known, random, "l");
  tambour_test_seal (store, known->record->id, rev);
  g_hash_table_replace (known->revisions, g_strdup (rev), tambour_record_dup (known->record));
  known->is_sealed = TRUE;
}

static void
receive (TambourStore *store,
         Known        *known,
         GRand        *random)
{
  g_autofree char *rev = make_rev (known, random, "r");
  g_autoptr(TambourRecord) theirs = tambour_record_dup (known->record);

  if (g_rand_int_range (random, 0, 5) > 0)
    change_some (theirs, random, FALSE);
  if (g_rand_int_range (random, 0, 6) == 0)
    theirs->deleted_at.seconds = tambour_record_is_deleted (theirs) ? TAMBOUR_NEVER : 1700000000;
  tambour_test_stamp (theirs, g_rand_boolean (random) ? "Ada" : "Ben", 1700000000 + g_rand_int_range (random, 0, 3));

  tambour_test_receive (store, theirs, rev);
  reread (store, known);
  tambour_test_assert_equal (known->record, theirs);
  g_hash_table_replace (known->revisions, g_strdup (rev), tambour_record_dup (theirs));
  known->is_sealed = TRUE;
}

/* The history does not keep who touched a record when. */
static void
assert_says_the_same (TambourRecord *found,
                      TambourRecord *remembered)
{
  g_autoptr(TambourRecord) expected = tambour_record_dup (remembered);

  expected->created_at = found->created_at;
  expected->updated_at = found->updated_at;
  g_set_str (&expected->created_by, found->created_by);
  g_set_str (&expected->updated_by, found->updated_by);
  tambour_test_assert_equal (found, expected);
  g_assert_cmpstr (found->extra, ==, expected->extra);
}

static void
assert_known (TambourStore *store,
              Known        *known)
{
  GHashTableIter iter;
  gpointer rev, remembered;

  g_hash_table_iter_init (&iter, known->revisions);
  while (g_hash_table_iter_next (&iter, &rev, &remembered))
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourRecord) found = tambour_replica_read_revision (store, known->record->id, rev, &error);

      g_assert_no_error (error);
      g_assert_nonnull (found);
      assert_says_the_same (found, remembered);
    }
}

static void
assert_unsealed (TambourStore *store,
                 GPtrArray    *all)
{
  g_autoptr(GPtrArray) entries = tambour_replica_list_unsealed (store, G_MAXUINT, NULL);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    g_hash_table_add (ids, ((TambourReplicaEntry *) g_ptr_array_index (entries, i))->id);

  for (guint i = 0; i < all->len; i++)
    {
      Known *known = g_ptr_array_index (all, i);
      gboolean is_unsealed = known->is_there && !known->is_sealed;

      g_assert_cmpint (g_hash_table_contains (ids, known->record->id), ==, is_unsealed);
      n += is_unsealed;
    }

  g_assert_cmpuint (entries->len, ==, n);
}

static void
run_seed (guint32 seed)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  g_autoptr(GPtrArray) all = make_known (random);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_STEPS; i++)
    {
      Known *known = g_ptr_array_index (all, g_rand_int_range (random, 0, all->len));

      switch (g_rand_int_range (random, 0, 3))
        {
        case 0:
          edit (store, known, random);
          break;
        case 1:
          seal (store, known, random);
          break;
        default:
          receive (store, known, random);
          break;
        }
      assert_unsealed (store, all);
    }

  for (guint i = 0; i < all->len; i++)
    assert_known (store, g_ptr_array_index (all, i));
}

static void
test_every_revision_can_be_read_again (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    run_seed (seed);
}

/* As a power cut in the middle of a batch: one write of several fails. */
static void
test_a_batch_is_written_whole_or_not_at_all (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourCase) two = tambour_test_case_new ("2", "Two");
  g_autoptr(TambourReplicaEntry) entry = NULL;
  g_autoptr(GPtrArray) writes = tambour_test_writes_new ();
  g_autoptr(GError) error = NULL;

  tambour_test_add_write (store, writes, TAMBOUR_RECORD (one), "1-a");
  tambour_test_add_write (store, writes, TAMBOUR_RECORD (two), "1-fails");
  tambour_test_sql (file->path, "CREATE TRIGGER fail BEFORE INSERT ON revisions WHEN NEW.rev = '1-fails' BEGIN SELECT RAISE (ABORT, 'cut'); END");
  g_assert_false (tambour_replica_write (store, writes, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_FAILED);
  g_clear_error (&error);

  entry = tambour_test_read_entry (store, TAMBOUR_RECORD (one)->id);
  g_assert_null (entry->record);
  g_assert_cmpint (tambour_store_last_change (store), ==, 0);
  g_assert_cmpuint (tambour_test_count_hits (store, "one"), ==, 0);

  tambour_test_sql (file->path, "DROP TRIGGER fail");
  g_assert_true (tambour_replica_write (store, writes, &error));
  g_assert_no_error (error);
  tambour_test_assert_waiting (store, 0, 0);
  tambour_test_assert_clean (store);
}

static void
seal_all (TambourStore *store)
{
  for (;;)
    {
      g_autoptr(GPtrArray) entries = tambour_replica_list_unsealed (store, 500, NULL);
      g_autoptr(GPtrArray) writes = tambour_test_writes_new ();

      if (entries->len == 0)
        return;

      for (guint i = 0; i < entries->len; i++)
        {
          TambourReplicaWrite *write = tambour_replica_write_new (g_ptr_array_index (entries, i));

          write->tree = g_strdup ("1-a");
          write->rev = g_strdup ("1-a");
          g_ptr_array_add (writes, write);
        }
      g_assert_true (tambour_replica_write (store, writes, NULL));
    }
}

/* What is sealed is not looked at again: however much there is, the next edit is found
 * by looking at what came after.
 */
static void
test_the_next_edit_is_found_without_looking_at_the_rest (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Many");
  g_autofree char *plan = NULL;
  g_autofree char *n_looked_at = NULL;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr(TambourCase) another = tambour_test_case_new ("n", "Another");

      tambour_change_put (change, TAMBOUR_RECORD (another));
    }
  g_assert_true (tambour_store_commit (store, change, NULL));
  seal_all (store);
  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (one)->id, NULL);

  plan = tambour_test_ask_sql (file->path, "EXPLAIN QUERY PLAN SELECT h.\"row\"" TAMBOUR_REPLICA_UNSEALED " ORDER BY h.\"change\", h.\"row\"");
  g_assert_nonnull (strstr (plan, "SEARCH h USING PRIMARY KEY (change>?)"));
  g_assert_null (strstr (plan, "SCAN h"));
  g_assert_null (strstr (plan, "TEMP B-TREE"));
  n_looked_at = tambour_test_ask_sql (file->path, "SELECT count(*) FROM history WHERE \"change\" > (SELECT value FROM numbers WHERE name = 'sealed')");
  g_assert_cmpstr (n_looked_at, ==, "1\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/replica/every-revision-can-be-read-again", test_every_revision_can_be_read_again);
  g_test_add_func ("/replica/a-batch-is-written-whole-or-not-at-all", test_a_batch_is_written_whole_or_not_at_all);
  g_test_add_func ("/replica/the-next-edit-is-found-without-looking-at-the-rest", test_the_next_edit_is_found_without_looking_at_the_rest);

  return g_test_run ();
}
