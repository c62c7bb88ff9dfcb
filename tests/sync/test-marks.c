/* test-marks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-couch-document.h"
#include "tambour-kinds.h"
#include "tambour-reconcile.h"
#include "tambour-record-json.h"
#include "tambour-test-store.h"

#define N_SEEDS 8
#define N_STEPS 120

/* Where servers keep a thousand revisions of a branch, these keep so many. */
#define DEPTH 6

#define BEGINNING G_GINT64_CONSTANT (1700000000)

/**
 * Side:
 * @forgets: whether what a tree does not know any more is forgotten
 * @n_found: how often what the record said was found here
 * @server: (element-type utf8 TambourRecord): of the play: what is not found here
 * @writes: (nullable) (element-type TambourReplicaWrite): what is to become of the record
 *
 * A portfolio to which the same happens as to the other.
 */
typedef struct
{
  TambourTestFile *file;
  TambourStore    *store;
  gboolean         forgets;
  guint            n_found;
  GHashTable      *server;
  GPtrArray       *writes;
} Side;

/**
 * Play:
 * @id: the record
 * @said: (element-type utf8 TambourRecord): what it said at each revision that anybody knows
 */
typedef struct
{
  Side        sides[2];
  GRand      *random;
  char       *id;
  GHashTable *said;
  guint       step;
} Play;

static void
play_clear (Play *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      tambour_test_assert_clean (self->sides[i].store);
      g_clear_object (&self->sides[i].store);
      tambour_test_file_free (self->sides[i].file);
    }
  g_rand_free (self->random);
  g_free (self->id);
  g_hash_table_unref (self->said);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Play, play_clear)

static TambourReplicaEntry *
read_entry (Side       *side,
            const char *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tambour_replica_read (side->store, (const char *[]) { id, NULL }, &error);

  g_assert_no_error (error);

  return g_ptr_array_steal_index (entries, 0);
}

static TambourRecord *
find_cb (const char *id,
         const char *rev,
         gpointer    data)
{
  Side *side = data;
  g_autoptr(GError) error = NULL;
  TambourRecord *found = tambour_replica_read_revision (side->store, id, rev, &error);

  g_assert_no_error (error);
  side->n_found += found != NULL;
  if (found == NULL)
    found = tambour_record_dup (g_hash_table_lookup (side->server, rev));

  return found;
}

static gboolean
has_cb (const char *id,
        gpointer    data)
{
  g_autoptr(TambourReplicaEntry) entry = read_entry (data, id);

  return entry->record != NULL;
}

/* As if servers kept less. */
static void
stem (Side                *side,
      TambourReplicaWrite *write)
{
  g_autoptr(TambourRevisions) tree = tambour_revisions_parse (write->tree, NULL);
  g_auto(GStrv) forgotten = tambour_revisions_stem (tree, DEPTH);

  g_free (write->tree);
  write->tree = tambour_revisions_dup_text (tree);
  g_clear_pointer (&write->forgotten, g_strfreev);
  if (side->forgets)
    write->forgotten = g_steal_pointer (&forgotten);
}

static void
write_all (Side      *side,
           GPtrArray *writes)
{
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < writes->len; i++)
    stem (side, writes->pdata[i]);
  g_assert_true (tambour_replica_write (side->store, writes, &error));
  g_assert_no_error (error);
}

static char *
dup_text (TambourRecord *record)
{
  g_autoptr(JsonNode) node = record ? tambour_record_pack (record) : NULL;

  return node ? json_to_string (node, FALSE) : g_strdup ("");
}

/* That merging comes out the same. */
static void
assert_same (GPtrArray *writes,
             GPtrArray *others)
{
  g_assert_cmpuint (writes->len, ==, others->len);
  for (guint i = 0; i < writes->len; i++)
    {
      const TambourReplicaWrite *write = writes->pdata[i], *other = others->pdata[i];
      g_autofree char *text = dup_text (write->record);
      g_autofree char *other_text = dup_text (other->record);

      g_assert_cmpstr (write->id, ==, other->id);
      g_assert_cmpstr (write->rev, ==, other->rev);
      g_assert_cmpstr (write->tree, ==, other->tree);
      g_assert_cmpint (write->is_offered, ==, other->is_offered);
      g_assert_cmpstr (text, ==, other_text);
    }
}

static void
begin_writes (Play *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    self->sides[i].writes = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_write_free);
}

static void
end_writes (Play *self)
{
  g_autoptr(TambourReplicaEntry) entry = NULL;

  assert_same (self->sides[0].writes, self->sides[1].writes);
  g_assert_cmpuint (self->sides[0].n_found, ==, self->sides[1].n_found);
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      write_all (&self->sides[i], self->sides[i].writes);
      g_clear_pointer (&self->sides[i].writes, g_ptr_array_unref);
    }

  entry = read_entry (&self->sides[0], self->id);
  if (entry->rev != NULL)
    g_hash_table_replace (self->said, g_strdup (entry->rev), tambour_record_dup (entry->record));
}

static void
change (Play          *self,
        TambourRecord *record)
{
  TambourInfraNote *note = TAMBOUR_INFRA_NOTE (record);
  g_autofree char *text = g_strdup_printf ("Written at %u", self->step);

  if (g_rand_boolean (self->random))
    g_set_str (&note->title, text);
  else
    g_set_str (&note->body, text);
  record->updated_at.seconds = BEGINNING + self->step * 60;
  g_set_str (&record->updated_by, g_rand_boolean (self->random) ? "ana" : "ben");
}

static void
put (Play          *self,
     Side          *side,
     TambourRecord *record)
{
  g_autoptr(TambourChange) edit = tambour_change_new (record->updated_by, "Edit");
  g_autoptr(TambourRecord) copy = tambour_record_dup (record);
  g_autoptr(GError) error = NULL;

  tambour_change_set_time (edit, record->updated_at);
  tambour_change_put (edit, copy);
  tambour_store_commit (side->store, edit, &error);
  g_assert_no_error (error);
}

static void
play_edit (Play *self)
{
  g_autoptr(TambourReplicaEntry) entry = read_entry (&self->sides[0], self->id);
  g_autoptr(TambourRecord) record = tambour_record_dup (entry->record);

  change (self, record);
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    put (self, &self->sides[i], record);
}

static void
play_seal (Play *self)
{
  begin_writes (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      g_autoptr(TambourReplicaEntry) entry = read_entry (&self->sides[i], self->id);
      TambourReplicaWrite *write = tambour_reconcile_seal (entry, NULL, NULL);

      if (write != NULL)
        g_ptr_array_add (self->sides[i].writes, write);
    }
  end_writes (self);
}

/* Any that the tree knows, however old: somebody was offline for as long. */
static char *
pick_parent (Play             *self,
             TambourRevisions *tree)
{
  g_autoptr(GPtrArray) known = g_ptr_array_new ();
  g_autoptr(GPtrArray) sorted = g_hash_table_get_keys_as_ptr_array (self->said);

  g_ptr_array_sort_values (sorted, (GCompareFunc) strcmp);
  for (guint i = 0; i < sorted->len; i++)
    if (tambour_revisions_has (tree, sorted->pdata[i]))
      g_ptr_array_add (known, sorted->pdata[i]);

  return known->len > 0 ? known->pdata[g_rand_int_range (self->random, 0, known->len)] : NULL;
}

static JsonObject *
make_document (Play             *self,
               TambourRevisions *tree,
               const char       *parent)
{
  g_autoptr(TambourRecord) record = tambour_record_dup (g_hash_table_lookup (self->said, parent));
  g_auto(GStrv) path = tambour_revisions_dup_path (tree, parent);
  JsonObject *revisions = json_object_new ();
  JsonArray *ids = json_array_new ();
  g_autofree char *rev = NULL;
  JsonObject *document;

  change (self, record);
  document = tambour_couch_document_pack (record);
  rev = tambour_couch_document_dup_revision (document, parent);
  json_object_set_string_member (document, "_id", self->id);
  json_object_set_string_member (document, "_rev", rev);
  json_array_add_string_element (ids, strchr (rev, '-') + 1);
  for (guint i = 0; path[i]; i++)
    json_array_add_string_element (ids, strchr (path[i], '-') + 1);
  json_object_set_int_member (revisions, "start", (gint64) tambour_revision_get_number (rev));
  json_object_set_array_member (revisions, "ids", ids);
  json_object_set_object_member (document, "_revisions", revisions);
  g_hash_table_replace (self->said, g_steal_pointer (&rev), g_steal_pointer (&record));

  return document;
}

static void
play_receive (Play *self)
{
  g_autoptr(TambourReplicaEntry) known = read_entry (&self->sides[0], self->id);
  g_autoptr(TambourRevisions) tree = known->tree ? tambour_revisions_parse (known->tree, NULL) : NULL;
  const char *parent = tree ? pick_parent (self, tree) : NULL;
  g_autoptr(JsonObject) document = parent ? make_document (self, tree, parent) : NULL;

  if (document == NULL)
    return;

  begin_writes (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      g_autoptr(TambourReplicaEntry) entry = read_entry (&self->sides[i], self->id);
      g_autoptr(GPtrArray) received = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_received_free);
      const TambourLookup lookup = { find_cb, has_cb, &self->sides[i] };
      g_autoptr(GError) error = NULL;

      g_ptr_array_add (received, tambour_received_new (document, NULL));
      tambour_reconcile (entry, received, &lookup, self->sides[i].writes, &error);
      g_assert_no_error (error);
    }
  end_writes (self);
}

static guint
count_marks (Side *side)
{
  g_autofree char *text = tambour_test_ask_sql (side->file->path, "SELECT count(*) FROM marks");

  return (guint) g_ascii_strtoull (text, NULL, 10);
}

/* What may be asked for is there, and nothing else is. */
static void
assert_marks (Play *self)
{
  g_autoptr(TambourReplicaEntry) entry = read_entry (&self->sides[0], self->id);
  g_autoptr(TambourRevisions) tree = tambour_revisions_parse (entry->tree, NULL);
  GHashTableIter iter;
  gpointer rev;
  guint n_known = 0;

  g_hash_table_iter_init (&iter, self->said);
  while (g_hash_table_iter_next (&iter, &rev, NULL))
    n_known += tambour_revisions_has (tree, rev);

  g_assert_cmpuint (count_marks (&self->sides[0]), <=, n_known);
  g_assert_cmpuint (count_marks (&self->sides[1]), >, count_marks (&self->sides[0]));
}

static void
run_seed (guint32 seed)
{
  g_auto(Play) self = { .random = g_rand_new_with_seed (seed), .id = tambour_id_new () };
  g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_INFRA_NOTE, self.id);

  g_test_message ("seed %u", seed);
  self.said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_set_str (&TAMBOUR_INFRA_NOTE (record)->title, "As it was made");
  record->updated_at.seconds = BEGINNING;
  g_set_str (&record->updated_by, "ana");
  for (guint i = 0; i < G_N_ELEMENTS (self.sides); i++)
    {
      self.sides[i] = (Side) { .file = tambour_test_file_new (), .forgets = i == 0, .server = self.said };
      self.sides[i].store = tambour_test_create (self.sides[i].file);
      put (&self, &self.sides[i], record);
    }

  for (self.step = 1; self.step <= N_STEPS; self.step++)
    switch (g_rand_int_range (self.random, 0, 4))
      {
      case 0:
        play_edit (&self);
        break;
      case 1:
        play_seal (&self);
        break;
      default:
        play_receive (&self);
        break;
      }

  play_seal (&self);
  g_assert_cmpuint (self.sides[0].n_found, >, 0);
  assert_marks (&self);
}

static void
test_merging_stays_the_same (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    run_seed (seed);
}

/* A thousand generations, of which servers keep no more either. */
static void
test_reconciling_says_what_is_forgotten (void)
{
  g_autoptr(TambourRevisions) tree = tambour_revisions_new ();
  g_autoptr(GStrvBuilder) path = g_strv_builder_new ();
  g_auto(GStrv) revs = NULL;
  g_autofree char *text = NULL;
  g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_INFRA_NOTE, NULL);
  g_autoptr(TambourReplicaWrite) write = NULL;
  TambourReplicaEntry entry = { .id = record->id, .record = record, .change = 1, .version = 1 };

  for (guint i = 1000; i > 0; i--)
    g_strv_builder_take (path, g_strdup_printf ("%u-%x", i, i));
  revs = g_strv_builder_end (path);
  tambour_revisions_add (tree, (const char * const *) revs, FALSE);
  entry.tree = text = tambour_revisions_dup_text (tree);

  write = tambour_reconcile_seal (&entry, NULL, NULL);
  g_assert_cmpuint (g_strv_length (write->forgotten), ==, 1);
  g_assert_cmpstr (write->forgotten[0], ==, "1-1");
}

/* What came once and was never changed is known by its tree alone. */
static void
test_what_comes_once_needs_none (void)
{
  Side side = { .file = tambour_test_file_new () };
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_write_free);
  g_autoptr(TambourRecord) found = NULL;
  g_autofree char *id = NULL;

  side.store = tambour_test_create (side.file);
  for (guint i = 0; i < 20; i++)
    {
      TambourRecord *record = TAMBOUR_RECORD (tambour_test_case_new ("SR-1", "One of many"));
      TambourReplicaEntry nothing = { .id = record->id };
      TambourReplicaWrite *write = tambour_replica_write_new (&nothing);

      g_set_str (&id, record->id);
      write->record = record;
      write->rev = g_strdup ("1-a");
      write->tree = g_strdup ("1-a");
      g_ptr_array_add (writes, write);
    }
  write_all (&side, writes);

  g_assert_cmpuint (count_marks (&side), ==, 0);
  found = tambour_replica_read_revision (side.store, id, "1-a", NULL);
  g_assert_cmpstr (TAMBOUR_CASE (found)->title, ==, "One of many");
  tambour_test_assert_clean (side.store);
  g_clear_object (&side.store);
  tambour_test_file_free (side.file);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/marks/merging-comes-out-the-same-without-those-that-nobody-can-ask-for", test_merging_stays_the_same);
  g_test_add_func ("/marks/what-a-tree-forgets-is-said", test_reconciling_says_what_is_forgotten);
  g_test_add_func ("/marks/what-comes-once-needs-none", test_what_comes_once_needs_none);

  return g_test_run ();
}
