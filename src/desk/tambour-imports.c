/* tambour-imports.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-imports.h"

#include "tambour-audit.h"
#include "tambour-checklist-target.h"
#include "tambour-desk-resources.h"
#include "tambour-dump.h"
#include "tambour-json-rows.h"
#include "tambour-lookup.h"
#include "tambour-portfolio-target.h"

#define SHIPPED_MAPS "/io/github/tambour/Tambour/maps/"

/* Records in one transaction. Those of a dump refer to each other, and what a
 * record refers to must be there at the end of its transaction.
 */
#define BATCH      5000
#define DUMP_BATCH 50000

/* What the engine reports, as a line of progress. */
typedef struct
{
  TambourProgressFunc func;
  gpointer            user_data;
} Progress;

static void
pass_progress_on (const TambourImportCounts *counts,
                  double                     fraction,
                  gpointer                   user_data)
{
  Progress *progress = user_data;
  guint64 total = fraction > 0.001 ? (guint64) (counts->read / fraction) : 0;

  if (progress->func != NULL)
    progress->func (NULL, counts->read, MAX (total, counts->read), progress->user_data);
}

static TambourImportMap *
load_shipped (const char  *name,
              GError     **error)
{
  g_autofree char *path = g_strconcat (SHIPPED_MAPS, name, NULL);
  g_autoptr(GBytes) data = g_resource_lookup_data (tambour_desk_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return data ? tambour_import_map_parse (g_bytes_get_data (data, NULL), g_bytes_get_size (data), error) : NULL;
}

/* The map that ships for such a file: same kind, and every column is there. A
 * list of changes has to be named: it looks like a list of records.
 */
static TambourImportMap *
find_shipped (TambourRecordClass *klass,
              const char * const *header)
{
  g_auto(GStrv) names = g_resource_enumerate_children (tambour_desk_get_resource (), SHIPPED_MAPS,
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names && names[i]; i++)
    {
      g_autoptr(TambourImportMap) map = load_shipped (names[i], NULL);

      if (map != NULL && map->klass == klass && !map->changes && map->rows == NULL && tambour_import_map_bind (map, header, NULL))
        return load_shipped (names[i], NULL);
    }

  return NULL;
}

/* A JSON file has no header to be found by: there is one shape of it for a kind. */
static TambourImportMap *
find_shipped_json (const TambourImportOrder *order)
{
  g_auto(GStrv) names = NULL;

  if (!g_str_has_suffix (order->path, ".json"))
    return NULL;

  names = g_resource_enumerate_children (tambour_desk_get_resource (), SHIPPED_MAPS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (guint i = 0; names && names[i]; i++)
    {
      g_autoptr(TambourImportMap) map = load_shipped (names[i], NULL);

      if (map != NULL && map->klass == order->klass && map->rows != NULL)
        return g_steal_pointer (&map);
    }

  return NULL;
}

static TambourImportMap *
choose_map (const TambourImportOrder  *order,
            const char * const        *header,
            GError                   **error)
{
  g_autoptr(TambourImportMap) shipped = NULL;

  shipped = find_shipped (order->klass, header);
  if (shipped != NULL)
    return g_steal_pointer (&shipped);

  return tambour_import_map_new_plain (order->klass, header, error);
}

static TambourImportMap *
load_map (const TambourImportOrder  *order,
          GError                   **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (order->map);
  g_autoptr(TambourImportMap) map = tambour_import_map_load (file, error);

  if (map == NULL || map->klass == order->klass)
    return g_steal_pointer (&map);

  g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_MAP,
               "%s is for %s, not for %s", order->map, map->klass->plural, order->klass->plural);

  return NULL;
}

static GFileOutputStream *
open_rejects (const char  *path,
              GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);

  return g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
}

static TambourImport *
prepare (TambourStore              *store,
         const TambourImportOrder  *order,
         TambourImportMap          *map,
         TambourImportTarget       *target,
         GOutputStream             *rejects,
         Progress                  *progress,
         GError                   **error)
{
  g_autoptr(TambourImport) import = tambour_import_new (target, map);

  if (order->account != NULL)
    {
      g_autoptr(TambourAccount) account = tambour_lookup_account (store, order->account, error);

      if (account == NULL)
        return NULL;

      tambour_import_set_account (import, tambour_record_get_id (TAMBOUR_RECORD (account)));
    }

  tambour_import_set_dry_run (import, order->dry_run);
  tambour_import_set_progress_func (import, pass_progress_on, progress);
  if (rejects != NULL)
    tambour_import_set_rejects (import, rejects);
  if (order->reject != NULL)
    tambour_import_set_reject_func (import, order->reject, order->reject_data);

  return g_steal_pointer (&import);
}

/* What was read before an error is kept: the flush comes in any case. Of a checklist
 * that is there already, only the whole makes a new version.
 */
static gboolean
run_and_flush (TambourImport           *import,
               TambourCsvReader        *reader,
               TambourPortfolioTarget  *target,
               TambourChecklistTarget  *checklists,
               TambourImportCounts     *counts,
               GCancellable            *cancellable,
               GError                 **error)
{
  gboolean run = tambour_import_run (import, reader, counts, cancellable, error);

  if (checklists != NULL)
    run = tambour_checklist_target_finish (checklists, run, run ? error : NULL) && run;

  return tambour_portfolio_target_flush (target, run ? error : NULL) && run;
}

static TambourCsvReader *
open_reader (const TambourImportOrder  *order,
             TambourImportMap          *map,
             GCancellable              *cancellable,
             GError                   **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (order->path);

  if (map != NULL && map->rows != NULL)
    return tambour_json_rows_open (file, map, cancellable, error);

  return tambour_csv_reader_open (file, map ? map->separator : 0, cancellable, error);
}

/**
 * tambour_imports_run:
 * @store: a portfolio
 * @order: what is to be imported
 * @counts: (out caller-allocates): what became of the rows, also after an error
 * @progress: (nullable): told a few times a second
 * @user_data: for @progress
 * @cancellable: (nullable): a cancellable; what was imported stays
 * @error: return location
 *
 * Running it twice changes nothing the second time.
 *
 * Returns: %FALSE if it ended early
 */
gboolean
tambour_imports_run (TambourStore              *store,
                     const TambourImportOrder  *order,
                     TambourImportCounts       *counts,
                     TambourProgressFunc        progress,
                     gpointer                   user_data,
                     GCancellable              *cancellable,
                     GError                   **error)
{
  g_autofree char *label = g_strdup_printf ("Import %s", order->klass->plural);
  g_autoptr(TambourPortfolioTarget) target = tambour_portfolio_target_new (store, order->author, label, BATCH);
  g_autoptr(TambourChecklistTarget) checklists = NULL;
  g_autoptr(TambourImportMap) map = NULL;
  g_autoptr(TambourCsvReader) reader = NULL;
  g_autoptr(GFileOutputStream) rejects = NULL;
  g_autoptr(TambourImport) import = NULL;
  Progress passed = { progress, user_data };
  gboolean finished;

  memset (counts, 0, sizeof *counts);

  if (order->map != NULL && !(map = load_map (order, error)))
    return FALSE;

  if (order->map == NULL)
    map = find_shipped_json (order);

  if (!(reader = open_reader (order, map, cancellable, error)))
    return FALSE;

  if (map == NULL && !(map = choose_map (order, tambour_csv_reader_get_header (reader), error)))
    return FALSE;

  if (order->rejects != NULL && !(rejects = open_rejects (order->rejects, error)))
    return FALSE;

  if (G_TYPE_FROM_CLASS (order->klass) == TAMBOUR_TYPE_TEMPLATE_ITEM && !order->dry_run)
    checklists = tambour_checklist_target_new (store, TAMBOUR_IMPORT_TARGET (target));
  import = prepare (store, order, map, checklists ? TAMBOUR_IMPORT_TARGET (checklists) : TAMBOUR_IMPORT_TARGET (target),
                    (GOutputStream *) rejects, &passed, error);

  if (import == NULL)
    return FALSE;

  finished = run_and_flush (import, reader, target, checklists, counts, cancellable, error);
  if (order->change != NULL)
    *order->change = tambour_portfolio_target_get_change (target);

  return finished && (rejects == NULL || g_output_stream_close (G_OUTPUT_STREAM (rejects), NULL, error));
}

static gboolean
keep_content (GBytes    *bytes,
              gpointer   user_data,
              GError   **error)
{
  g_autofree char *hash = NULL;

  return tambour_store_put_content (user_data, bytes, &hash, error);
}

/**
 * tambour_imports_read_dump:
 * @store: a portfolio
 * @order: what is to be imported; its kind, map and account do not count
 * @counts: (out caller-allocates): what became of the records, also after an error
 * @progress: (nullable): told a few times a second
 * @user_data: for @progress
 * @cancellable: (nullable): a cancellable; what was imported stays
 * @error: return location
 *
 * Brings in what tambour_exports_write() took out as JSON.
 *
 * Returns: %FALSE if it ended early
 */
gboolean
tambour_imports_read_dump (TambourStore              *store,
                           const TambourImportOrder  *order,
                           TambourImportCounts       *counts,
                           TambourProgressFunc        progress,
                           gpointer                   user_data,
                           GCancellable              *cancellable,
                           GError                   **error)
{
  g_autoptr(TambourPortfolioTarget) target = tambour_portfolio_target_new (store, order->author, "Import", DUMP_BATCH);
  g_autoptr(TambourDump) dump = tambour_dump_new (TAMBOUR_IMPORT_TARGET (target));
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (order->path);
  g_autoptr(GFileInputStream) stream = NULL;
  g_autoptr(GFileOutputStream) rejects = NULL;
  Progress passed = { progress, user_data };
  gboolean run;

  memset (counts, 0, sizeof *counts);

  if (!(stream = g_file_read (file, cancellable, error)) ||
      (order->rejects != NULL && !(rejects = open_rejects (order->rejects, error))))
    return FALSE;

  tambour_dump_set_dry_run (dump, order->dry_run);
  tambour_dump_set_progress_func (dump, pass_progress_on, &passed);
  tambour_dump_set_content_func (dump, keep_content, store);
  if (rejects != NULL)
    tambour_dump_set_rejects (dump, G_OUTPUT_STREAM (rejects));

  run = tambour_dump_run (dump, G_INPUT_STREAM (stream), counts, cancellable, error);
  run = tambour_portfolio_target_flush (target, run ? error : NULL) && run;

  return run && (rejects == NULL || g_output_stream_close (G_OUTPUT_STREAM (rejects), NULL, error));
}
