/* tambour-import-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-csv-writer.h"
#include "tambour-import.h"
#include "tambour-import-cell.h"
#include "tambour-import-references.h"

G_BEGIN_DECLS

/**
 * TambourImportOutcome:
 *
 * What became of a row.
 */
typedef enum
{
  TAMBOUR_IMPORT_CREATED,
  TAMBOUR_IMPORT_UPDATED,
  TAMBOUR_IMPORT_UNCHANGED,
} TambourImportOutcome;

/**
 * TambourImportGroup:
 *
 * The record whose changes are being read, one row after the other.
 */
typedef struct
{
  char          *external_id;
  TambourRecord *record;    /* NULL if there is none */
  GStrv          before;    /* the cells of the row before */
  GArray        *n_changes; /* guint: how often each child was made */
} TambourImportGroup;

/**
 * TambourImportDay:
 * @cells: (nullable): of its first row
 * @line: of that row
 * @n: how many values it has
 *
 * The day whose rows are being read.
 */
typedef struct
{
  TambourDate date;
  GStrv       cells;
  guint64     line;
  guint       n;
  double      sum, least, most, last;
} TambourImportDay;

struct _TambourImport
{
  GObject                    parent_instance;

  TambourImportTarget       *target;
  TambourImportMap          *map;
  TambourImportReferences   *references;
  gboolean                   dry_run;
  char                      *account;
  char                      *account_id;

  GOutputStream             *rejects;
  TambourCsvWriter          *writer;
  TambourImportRejectFunc    reject_func;
  gpointer                   reject_data;
  TambourImportProgressFunc  progress_func;
  gpointer                   progress_data;

  GHashTable                *seen;    /* guint64 of a key, to the line that had it */
  TambourImportGroup         group;
  TambourImportDay           day;
  GString                   *scratch;
  TambourImportCounts        counts;
};

gboolean       tambour_import_rule_is_account (const TambourImportRule   *self);
gboolean       tambour_import_fill            (TambourImport             *self,
                                               GPtrArray                 *rules,
                                               const TambourCsvRow       *row,
                                               const TambourCsvRow       *before,
                                               TambourRecord             *record,
                                               GError                   **error);
gboolean       tambour_import_put             (TambourImport             *self,
                                               TambourRecord             *record,
                                               gboolean                   created,
                                               GError                   **error);
char          *tambour_import_external_id     (TambourImport             *self,
                                               const TambourCsvRow       *row,
                                               GError                   **error);
gboolean       tambour_import_note_key        (TambourImport             *self,
                                               const char                *key,
                                               guint64                    line,
                                               GError                   **error);

TambourRecord *tambour_import_make_child      (TambourImport             *self,
                                               const TambourImportChild  *child,
                                               const TambourCsvRow       *row,
                                               const TambourCsvRow       *before,
                                               GError                   **error);
gboolean       tambour_import_put_child       (TambourImport             *self,
                                               const TambourImportChild  *child,
                                               TambourRecord             *record,
                                               TambourRecord             *parent,
                                               guint                      number,
                                               gboolean                   is_new,
                                               gboolean                  *made,
                                               GError                   **error);
gboolean       tambour_import_record_row      (TambourImport             *self,
                                               const TambourCsvRow       *row,
                                               TambourImportOutcome      *outcome,
                                               GError                   **error);
gboolean       tambour_import_is_bookkeeping  (const TambourField        *field);
gboolean       tambour_import_change_row      (TambourImport             *self,
                                               const TambourCsvRow       *row,
                                               TambourImportOutcome      *outcome,
                                               GError                   **error);
void           tambour_import_group_clear     (TambourImportGroup        *group);

gboolean       tambour_import_day_takes       (TambourImport             *self,
                                               const TambourCsvRow       *row,
                                               gboolean                  *taken,
                                               GError                   **error);
void           tambour_import_day_begin       (TambourImport             *self,
                                               const TambourCsvRow       *row);
gboolean       tambour_import_day_end         (TambourImport             *self,
                                               TambourCsvRow             *row,
                                               GError                   **error);
void           tambour_import_day_clear       (TambourImportDay          *day);

G_END_DECLS
