/* tambour-test-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-test-records.h"
#include "tambour-test-store.h"

/**
 * tambour_test_file_new:
 *
 * Returns: (transfer full): the name of a portfolio that does not exist yet
 */
TambourTestFile *
tambour_test_file_new (void)
{
  TambourTestFile *self = g_new0 (TambourTestFile, 1);
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("tambour-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.tambour", NULL);

  return self;
}

/**
 * tambour_test_file_free:
 * @self: (transfer full): a file
 *
 * Removes the folder and everything in it.
 */
void
tambour_test_file_free (TambourTestFile *self)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }

  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

static TambourStore *
open_with (TambourTestFile   *file,
           TambourStoreFlags  flags)
{
  g_autoptr(GError) error = NULL;
  TambourStore *store = tambour_store_open (file->path, flags, &error);

  g_assert_no_error (error);
  g_assert_true (TAMBOUR_IS_STORE (store));

  return store;
}

/**
 * tambour_test_create:
 * @file: a file that does not exist
 *
 * Returns: (transfer full): a new portfolio
 */
TambourStore *
tambour_test_create (TambourTestFile *file)
{
  return open_with (file, TAMBOUR_STORE_CREATE);
}

/**
 * tambour_test_open:
 * @file: a portfolio
 *
 * Returns: (transfer full): that portfolio
 */
TambourStore *
tambour_test_open (TambourTestFile *file)
{
  return open_with (file, TAMBOUR_STORE_OPEN);
}

static gint64
commit (TambourStore  *store,
        TambourChange *change)
{
  g_autoptr(GError) error = NULL;

  tambour_store_commit (store, change, &error);
  g_assert_no_error (error);

  return tambour_change_get_number (change);
}

/**
 * tambour_test_world_get:
 * @world: see tambour_test_world_new()
 * @type: a kind
 *
 * Returns: (transfer none): its record of that kind
 */
TambourRecord *
tambour_test_world_get (GPtrArray *world,
                        GType      type)
{
  for (guint i = 0; i < world->len; i++)
    if (G_OBJECT_TYPE (g_ptr_array_index (world, i)) == type)
      return g_ptr_array_index (world, i);

  g_assert_not_reached ();
}

/**
 * tambour_test_world_new:
 * @random: where ids and values come from
 *
 * Returns: (transfer full) (element-type TambourRecord): one record of every
 *   kind, with every field stated, that refer to each other
 */
GPtrArray *
tambour_test_world_new (GRand *random)
{
  GPtrArray *world = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TambourRecord *record = tambour_test_record_new (types[i], random);

      /* A report that is finished would stay as it is for good. */
      if (TAMBOUR_IS_REPORT (record))
        TAMBOUR_REPORT (record)->state = TAMBOUR_REPORT_STATE_DRAFT;
      g_ptr_array_add (world, record);
    }

  for (guint i = 0; i < world->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (world, i);
      TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

      for (guint j = 0; j < klass->n_fields; j++)
        if (klass->fields[j].kind == TAMBOUR_KIND_REF)
          {
            TambourRecordClass *target = tambour_kinds_find (klass->fields[j].target);

            g_set_str (&TAMBOUR_FIELD_AT (&klass->fields[j], record, TambourRef).id,
                       tambour_test_world_get (world, G_TYPE_FROM_CLASS (target))->id);
          }
    }

  return world;
}

/**
 * tambour_test_put_all:
 * @store: a store
 * @records: (element-type TambourRecord): records
 *
 * Writes all of them in one change, which leaves their stamps as they are.
 */
void
tambour_test_put_all (TambourStore *store,
                      GPtrArray    *records)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Put all");

  tambour_change_set_time (change, (TambourInstant) { 1700000000 });
  for (guint i = 0; i < records->len; i++)
    tambour_change_put (change, g_ptr_array_index (records, i));

  commit (store, change);
}

/**
 * tambour_test_put:
 * @store: a store
 * @record: a record
 *
 * Returns: the number of the change that writes @record alone
 */
gint64
tambour_test_put (TambourStore  *store,
                  TambourRecord *record)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Put");

  tambour_change_put (change, record);

  return commit (store, change);
}

/**
 * tambour_test_remove:
 * @store: a store
 * @record: a record
 *
 * Returns: the number of the change that removes @record alone
 */
gint64
tambour_test_remove (TambourStore  *store,
                     TambourRecord *record)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Remove");

  tambour_change_remove (change, record);

  return commit (store, change);
}

/**
 * tambour_test_case_new:
 * @number: its number
 * @title: its title
 *
 * Returns: (transfer full): a case with what a case must have
 */
TambourCase *
tambour_test_case_new (const char *number,
                       const char *title)
{
  TambourCase *self = TAMBOUR_CASE (tambour_record_new (TAMBOUR_TYPE_CASE, NULL));

  self->number = g_strdup (number);
  self->title = g_strdup (title);
  self->opened_at.seconds = 1456822800;

  return self;
}

/**
 * tambour_test_get:
 * @store: a store
 * @record: a record that is in it
 *
 * Returns: (transfer full): what the store says of it
 */
TambourRecord *
tambour_test_get (TambourStore  *store,
                  TambourRecord *record)
{
  g_autoptr(GError) error = NULL;
  TambourRecord *found = tambour_store_get (store, TAMBOUR_RECORD_GET_CLASS (record), record->id, &error);

  g_assert_no_error (error);

  return found;
}

/**
 * tambour_test_count_hits:
 * @store: a store
 * @text: what to search for
 *
 * Returns: how many records are found
 */
guint
tambour_test_count_hits (TambourStore *store,
                         const char   *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = tambour_store_search (store, text, 0, NULL, &error);

  g_assert_no_error (error);

  return hits->len;
}

/**
 * tambour_test_assert_clean:
 * @store: a store
 *
 * Fails with what a check of @store finds.
 */
void
tambour_test_assert_clean (TambourStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = tambour_store_check (store, FALSE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
}
