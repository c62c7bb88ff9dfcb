/* tambour-test-laptop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-couch-document.h"
#include "tambour-test-laptop.h"

void
test_server_init (TestServer *self)
{
  self->tree = tambour_revisions_new ();
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
}

void
test_server_clear (TestServer *self)
{
  g_clear_pointer (&self->tree, tambour_revisions_free);
  g_clear_pointer (&self->documents, g_hash_table_unref);
}

void
test_laptop_init (TestLaptop *self,
                  const char *name)
{
  *self = (TestLaptop) { .name = name };
  self->entry.id = g_strdup (TEST_ID);
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->conflicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

void
test_laptop_clear (TestLaptop *self)
{
  g_clear_pointer (&self->entry.id, g_free);
  g_clear_object (&self->entry.record);
  g_clear_pointer (&self->entry.tree, g_free);
  g_clear_pointer (&self->entry.rev, g_free);
  g_clear_pointer (&self->said, g_hash_table_unref);
  g_clear_pointer (&self->conflicts, g_hash_table_unref);
}

TambourInfraNote *
test_laptop_get_note (TestLaptop *self)
{
  return TAMBOUR_INFRA_NOTE (self->entry.record);
}

/* Somebody types: the record is replaced, and its content has no revision yet. */
TambourInfraNote *
test_laptop_begin_edit (TestLaptop *self,
                        gint64      at)
{
  TambourRecord *record = self->entry.record ? tambour_record_dup (self->entry.record) : tambour_record_new (TAMBOUR_TYPE_INFRA_NOTE, TEST_ID);

  g_clear_object (&self->entry.record);
  g_clear_pointer (&self->entry.rev, g_free);
  self->entry.record = record;
  record->updated_at.seconds = at;
  g_set_str (&record->updated_by, self->name);
  if (!tambour_instant_is_stated (record->created_at))
    {
      record->created_at.seconds = at;
      g_set_str (&record->created_by, self->name);
    }

  return TAMBOUR_INFRA_NOTE (record);
}

void
test_laptop_write_title (TestLaptop *self,
                         const char *title,
                         gint64      at)
{
  g_set_str (&test_laptop_begin_edit (self, at)->title, title);
}

void
test_laptop_write_body (TestLaptop *self,
                        const char *body,
                        gint64      at)
{
  g_set_str (&test_laptop_begin_edit (self, at)->body, body);
}

void
test_laptop_erase (TestLaptop *self,
                   gint64      at)
{
  TAMBOUR_RECORD (test_laptop_begin_edit (self, at))->deleted_at.seconds = at;
}

static TambourRecord *
find_said (const char *id,
           const char *rev,
           gpointer    data)
{
  TestLaptop *self = data;
  TambourRecord *record = g_hash_table_lookup (self->said, rev);

  return record ? tambour_record_dup (record) : NULL;
}

static gboolean
has_conflict (const char *id,
              gpointer    data)
{
  return g_hash_table_contains (((TestLaptop *) data)->conflicts, id);
}

static void
apply (TestLaptop          *self,
       TambourReplicaWrite *write)
{
  if (!g_str_equal (write->id, TEST_ID))
    {
      g_assert_cmpint (write->expected, ==, 0);
      g_assert_cmpstr (write->part_of->id, ==, TEST_ID);
      g_hash_table_insert (self->conflicts, g_strdup (write->id), g_object_ref (write->record));
      return;
    }

  if (write->record != NULL)
    g_set_object (&self->entry.record, write->record);
  g_set_str (&self->entry.tree, write->tree);
  g_set_str (&self->entry.rev, write->rev);
  g_hash_table_replace (self->said, g_strdup (write->rev), tambour_record_dup (self->entry.record));
}

void
test_laptop_pull (TestLaptop *self,
                  TestServer *server)
{
  g_auto(GStrv) leaves = tambour_revisions_list_leaves (server->tree);
  g_autoptr(TambourRevisions) known = self->entry.tree ? tambour_revisions_parse (self->entry.tree, NULL) : tambour_revisions_new ();
  g_autoptr(GPtrArray) received = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_received_free);
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_write_free);
  TambourLookup lookup = { find_said, has_conflict, self };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; leaves[i]; i++)
    if (!tambour_revisions_has (known, leaves[i]))
      {
        TambourReceived *leaf = tambour_received_new (g_hash_table_lookup (server->documents, leaves[i]), &error);

        g_assert_no_error (error);
        g_ptr_array_add (received, leaf);
      }

  tambour_reconcile (&self->entry, received, &lookup, writes, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < writes->len; i++)
    apply (self, writes->pdata[i]);
}

void
test_laptop_push (TestLaptop *self,
                  TestServer *server)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourReplicaWrite) seal = tambour_reconcile_seal (&self->entry, NULL, &error);
  g_autoptr(TambourRevisions) tree = NULL;
  g_auto(GStrv) leaves = NULL;

  g_assert_no_error (error);
  if (seal != NULL)
    apply (self, seal);
  if (self->entry.tree == NULL)
    return;

  tree = tambour_revisions_parse (self->entry.tree, &error);
  g_assert_no_error (error);
  leaves = tambour_revisions_list_leaves (tree);

  for (guint i = 0; leaves[i]; i++)
    {
      JsonObject *document;
      g_autoptr(TambourReceived) taken = NULL;

      if (tambour_revisions_has (server->tree, leaves[i]))
        continue;

      document = tambour_reconcile_dup_document (&self->entry, tree, leaves[i]);
      g_assert_nonnull (document);
      taken = tambour_received_new (document, &error);
      g_assert_no_error (error);
      tambour_revisions_add (server->tree, (const char * const *) taken->path, taken->is_deleted);
      g_hash_table_replace (server->documents, g_strdup (leaves[i]), document);
    }
}

void
test_laptop_replicate (TestLaptop *self,
                       TestServer *server)
{
  test_laptop_pull (self, server);
  test_laptop_push (self, server);
}

guint
test_server_count_live (TestServer *server)
{
  g_auto(GStrv) leaves = tambour_revisions_list_leaves (server->tree);
  guint n = 0;

  for (guint i = 0; leaves[i]; i++)
    n += !tambour_revisions_is_deleted (server->tree, leaves[i]);

  return n;
}
