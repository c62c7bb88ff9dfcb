/* tambour-exports.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-exports.h"

#include "tambour-exports-private.h"
#include "tambour-kinds.h"

typedef struct
{
  TambourStore        *store;
  TambourExport       *export;
  GHashTable          *contents;  /* (nullable): those that are written; none go into a table */
  TambourProgressFunc  progress;
  gpointer             user_data;
  guint64              done;
  guint64              total;
  GCancellable        *cancellable;
  GError              *error;
} Writing;

/* What is missing or damaged cannot go out; a check tells it. */
static gboolean
write_content (Writing    *writing,
               const char *hash)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = tambour_store_read_content (writing->store, hash, &error);

  if (bytes != NULL)
    return tambour_export_add_content (writing->export, hash, bytes, writing->cancellable, &writing->error);

  if (g_error_matches (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND) ||
      g_error_matches (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_DAMAGED))
    return TRUE;

  writing->error = g_steal_pointer (&error);

  return FALSE;
}

/* Before the first record that names them. */
static gboolean
write_contents (Writing       *writing,
                TambourRecord *record)
{
  g_autoptr(GPtrArray) hashes = tambour_record_list_contents (record);

  for (guint i = 0; i < hashes->len; i++)
    {
      const char *hash = g_ptr_array_index (hashes, i);

      if (g_hash_table_add (writing->contents, g_strdup (hash)) && !write_content (writing, hash))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_record (TambourRecord *record,
              gpointer       user_data)
{
  Writing *writing = user_data;

  if (++writing->done % TAMBOUR_EXPORTS_TELL_EVERY == 0 && writing->progress != NULL)
    writing->progress (TAMBOUR_RECORD_GET_CLASS (record)->plural, writing->done, writing->total, writing->user_data);

  return (writing->contents == NULL || write_contents (writing, record)) &&
         tambour_export_add (writing->export, record, writing->cancellable, &writing->error);
}

static gboolean
write_kind (TambourStore        *store,
            TambourRecordClass  *klass,
            Writing             *writing,
            GError             **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (klass));

  if (!tambour_store_each (store, query, write_record, writing, writing->cancellable, error))
    return FALSE;

  if (writing->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&writing->error));
  return FALSE;
}

static gboolean
refers_to_later (TambourRecordClass *klass,
                 GHashTable         *listed)
{
  for (guint i = klass->n_common; i < klass->n_fields; i++)
    {
      const char *target = klass->fields[i].target;

      if (target != NULL && !g_str_equal (target, klass->kind) && !g_hash_table_contains (listed, target))
        return TRUE;
    }

  return FALSE;
}

/**
 * tambour_exports_list_kinds:
 *
 * Every kind behind those that it refers to, so that what comes in again never
 * refers to something that is still to come.
 *
 * Returns: (transfer full) (element-type TambourRecordClass): the kinds that leave
 */
GPtrArray *
tambour_exports_list_kinds (void)
{
  g_autoptr(GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *kinds = g_ptr_array_new ();
  guint n_types, before;
  const GType *types = tambour_kinds_get_types (&n_types);

  do
    {
      before = g_hash_table_size (listed);

      for (guint i = 0; i < n_types; i++)
        {
          TambourRecordClass *klass = TAMBOUR_RECORD_CLASS (g_type_class_peek (types[i]));

          if (g_hash_table_contains (listed, klass->kind) || refers_to_later (klass, listed))
            continue;

          g_hash_table_add (listed, (gpointer) klass->kind);
          if (!(klass->traits & TAMBOUR_RECORD_DERIVED))
            g_ptr_array_add (kinds, klass);
        }
    }
  while (g_hash_table_size (listed) > before);

  g_assert (g_hash_table_size (listed) == n_types);

  return kinds;
}

/**
 * tambour_exports_count_records:
 * @store: a portfolio
 * @klass: a kind
 *
 * Returns: how many there are of it
 */
guint64
tambour_exports_count_records (TambourStore       *store,
                               TambourRecordClass *klass)
{
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (klass));
  gint64 count = tambour_store_count (store, query, NULL);

  return MAX (count, 0);
}

/**
 * tambour_exports_write:
 * @store: a portfolio
 * @klass: (nullable): a kind, or %NULL for all; a table can only hold one
 * @format: how
 * @stream: where; it stays open
 * @progress: (nullable): told from time to time
 * @user_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Takes records out: in an order in which they come in again.
 *
 * Returns: %TRUE if all are written
 */
gboolean
tambour_exports_write (TambourStore         *store,
                       TambourRecordClass   *klass,
                       TambourExportFormat   format,
                       GOutputStream        *stream,
                       TambourProgressFunc   progress,
                       gpointer              user_data,
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_autoptr(TambourExport) export = tambour_export_new (stream, format, klass);
  g_autoptr(GPtrArray) kinds = klass ? g_ptr_array_new () : tambour_exports_list_kinds ();
  gboolean is_table = format == TAMBOUR_EXPORT_CSV || format == TAMBOUR_EXPORT_CSV_MARKED;
  g_autoptr(GHashTable) contents = is_table ? NULL : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Writing writing = {
    .store = store, .export = export, .contents = contents, .progress = progress, .user_data = user_data, .cancellable = cancellable
  };

  if (klass != NULL)
    g_ptr_array_add (kinds, klass);

  for (guint i = 0; progress != NULL && i < kinds->len; i++)
    writing.total += tambour_exports_count_records (store, g_ptr_array_index (kinds, i));

  for (guint i = 0; i < kinds->len; i++)
    if (!write_kind (store, g_ptr_array_index (kinds, i), &writing, error))
      return FALSE;

  return tambour_export_finish (export, cancellable, error);
}

/* What is not whole does not get its name: closing is cancelled, which drops it. */
static void
discard (GFileOutputStream *stream)
{
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
}

/**
 * tambour_exports_write_file:
 * @store: a portfolio
 * @klass: (nullable): a kind, or %NULL for all
 * @format: how
 * @path: the file; it appears when it is whole
 * @progress: (nullable): told from time to time
 * @user_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: %TRUE if the file is there
 */
gboolean
tambour_exports_write_file (TambourStore         *store,
                            TambourRecordClass   *klass,
                            TambourExportFormat   format,
                            const char           *path,
                            TambourProgressFunc   progress,
                            gpointer              user_data,
                            GCancellable         *cancellable,
                            GError              **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                                        cancellable, error);

  if (stream == NULL)
    return FALSE;

  if (tambour_exports_write (store, klass, format, G_OUTPUT_STREAM (stream), progress, user_data, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  discard (stream);

  return FALSE;
}

/**
 * tambour_exports_write_folder:
 * @store: a portfolio
 * @folder: where; it is made if it is not there
 * @progress: (nullable): told from time to time
 * @user_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Takes everything out as tables, one for each kind that has records.
 *
 * Returns: %TRUE if all are there
 */
gboolean
tambour_exports_write_folder (TambourStore         *store,
                              const char           *folder,
                              TambourProgressFunc   progress,
                              gpointer              user_data,
                              GCancellable         *cancellable,
                              GError              **error)
{
  g_autoptr(GPtrArray) kinds = tambour_exports_list_kinds ();

  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   "%s: the folder cannot be made: %s", folder, g_strerror (errno));
      return FALSE;
    }

  for (guint i = 0; i < kinds->len; i++)
    {
      TambourRecordClass *klass = g_ptr_array_index (kinds, i);
      g_autofree char *name = g_strconcat (klass->plural, ".csv", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (tambour_exports_count_records (store, klass) > 0 &&
          !tambour_exports_write_file (store, klass, TAMBOUR_EXPORT_CSV, path, progress, user_data, cancellable, error))
        return FALSE;
    }

  return TRUE;
}
