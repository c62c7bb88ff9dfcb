/* team-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "team-fixture.h"
#include "tambour-reconcile.h"

/* As many records as a test has. */
#define MANY 1000

/* Until nothing is news to either. */
#define MAX_ROUNDS 6

TeamFixture *
team_fixture_new (int width,
                  int height)
{
  TeamFixture *self = g_new0 (TeamFixture, 1);
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  self->ui = tambour_test_ui_new (width, height);
  tambour_portfolio_set_me (self->ui->portfolio, NULL, TEAM_MIRA, &error);
  g_assert_no_error (error);

  self->folder = g_dir_make_tmp ("tambour-team-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "other.tambour", NULL);
  self->other = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);
  g_assert_no_error (error);

  return self;
}

void
team_fixture_free (TeamFixture *self)
{
  tambour_store_close (self->other);
  g_assert_finalize_object (self->other);
  tambour_test_remove_folder (self->folder);
  g_free (self->folder);
  tambour_test_ui_free (self->ui);
  g_free (self);
}

static void
commit (TambourStore  *store,
        TambourChange *change,
        const char    *at)
{
  g_autoptr(GError) error = NULL;
  TambourInstant instant;

  g_assert_true (tambour_instant_parse (at, &instant));
  tambour_change_set_time (change, instant);
  tambour_store_commit (store, change, &error);
  g_assert_no_error (error);
}

static TambourRecord *
read_record (TambourStore  *store,
             TambourRecord *record)
{
  g_autoptr(GError) error = NULL;
  TambourRecord *found = tambour_store_get (store, TAMBOUR_RECORD_GET_CLASS (record), record->id, &error);

  g_assert_no_error (error);

  return found;
}

void
team_fixture_put (TambourStore  *store,
                  TambourRecord *record,
                  const char    *author,
                  const char    *at)
{
  g_autoptr(TambourChange) change = tambour_change_new (author, "Edit");

  tambour_change_put (change, record);
  commit (store, change, at);
}

/* As somebody edits it on that laptop. */
void
team_fixture_set (TambourStore  *store,
                  TambourRecord *record,
                  const char    *field,
                  const char    *value,
                  const char    *author,
                  const char    *at)
{
  g_autoptr(TambourRecord) there = read_record (store, record);
  g_autoptr(GError) error = NULL;

  tambour_record_set_text (there, field, value, &error);
  g_assert_no_error (error);
  team_fixture_put (store, there, author, at);
}

void
team_fixture_remove (TambourStore  *store,
                     TambourRecord *record,
                     const char    *author,
                     const char    *at)
{
  g_autoptr(TambourChange) change = tambour_change_new (author, "Remove");
  g_autoptr(TambourRecord) there = read_record (store, record);

  tambour_change_remove (change, there);
  commit (store, change, at);
}

/* Returns: (nullable): %NULL if it has been removed */
char *
team_fixture_dup_says (TambourStore  *store,
                       TambourRecord *record,
                       const char    *field)
{
  g_autoptr(TambourRecord) there = tambour_store_get (store, TAMBOUR_RECORD_GET_CLASS (record), record->id, NULL);

  return there ? tambour_field_dup_text (tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (there), field), there) : NULL;
}

/* --- what the server would do ---------------------------------------------- */

static void
write_all (TambourStore *store,
           GPtrArray    *writes)
{
  g_autoptr(GError) error = NULL;

  tambour_replica_write (store, writes, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < writes->len; i++)
    g_assert_false (((TambourReplicaWrite *) g_ptr_array_index (writes, i))->was_stale);
}

static void
seal (TambourStore *store)
{
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_write_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tambour_replica_list_unsealed (store, MANY, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      TambourReplicaWrite *write = tambour_reconcile_seal (g_ptr_array_index (entries, i), NULL, &error);

      g_assert_no_error (error);
      if (write != NULL)
        g_ptr_array_add (writes, write);
    }
  write_all (store, writes);
}

static TambourRecord *
find_ancestor (const char *id,
               const char *rev,
               gpointer    data)
{
  return tambour_replica_read_revision (data, id, rev, NULL);
}

static gboolean
has_record (const char *id,
            gpointer    data)
{
  g_autoptr(TambourRecord) record = tambour_store_find (data, id, NULL);

  return record != NULL;
}

static GPtrArray *
list_leaves (const TambourReplicaEntry *entry)
{
  GPtrArray *received = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_received_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourRevisions) tree = tambour_revisions_parse (entry->tree, &error);
  g_auto(GStrv) leaves = NULL;

  g_assert_no_error (error);
  leaves = tambour_revisions_list_leaves (tree);
  for (guint i = 0; leaves[i] != NULL; i++)
    {
      g_autoptr(JsonObject) document = tambour_reconcile_dup_document (entry, tree, leaves[i]);

      if (document == NULL)
        continue;

      g_ptr_array_add (received, tambour_received_new (document, &error));
      g_assert_no_error (error);
    }

  return received;
}

/* Returns: whether anything was news */
static gboolean
receive (TambourStore        *store,
         TambourReplicaEntry *offered)
{
  const char *ids[] = { offered->id, NULL };
  const TambourLookup lookup = { .find = find_ancestor, .has = has_record, .data = store };
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_write_free);
  g_autoptr(GPtrArray) received = list_leaves (offered);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tambour_replica_read (store, ids, &error);

  g_assert_no_error (error);
  tambour_reconcile (g_ptr_array_index (entries, 0), received, &lookup, writes, &error);
  g_assert_no_error (error);
  write_all (store, writes);

  return writes->len > 0;
}

static gboolean
send_all (TambourStore *from,
          TambourStore *to)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) offered = tambour_replica_list_offered (from, 0, MANY, &error);
  gboolean has_news = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < offered->len; i++)
    has_news |= receive (to, g_ptr_array_index (offered, i));

  return has_news;
}

/* Both laptops have a network for a while. */
void
team_fixture_exchange (TeamFixture *self)
{
  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      gboolean has_news;

      seal (self->ui->store);
      seal (self->other);
      has_news = send_all (self->ui->store, self->other);
      has_news |= send_all (self->other, self->ui->store);
      if (!has_news)
        return;
    }

  g_error ("the two laptops do not come to an end");
}
