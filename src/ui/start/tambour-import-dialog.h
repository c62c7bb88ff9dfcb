/* tambour-import-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-import.h"

G_BEGIN_DECLS

/**
 * TambourImported:
 * @counts: what became of the rows
 * @lines: (element-type guint64): the first lines that were rejected
 * @reasons: (element-type utf8): why each was
 * @change: the number of the change, or 0 if nothing was written
 *
 * What an import has done.
 */
typedef struct
{
  TambourImportCounts  counts;
  GArray              *lines;
  GPtrArray           *reasons;
  gint64               change;
} TambourImported;

void tambour_imported_init   (TambourImported *self);
void tambour_imported_clear  (TambourImported *self);
void tambour_imported_reject (guint64          line,
                              const char      *reason,
                              gpointer         user_data);

#define TAMBOUR_TYPE_IMPORT_DIALOG (tambour_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourImportDialog, tambour_import_dialog, TAMBOUR, IMPORT_DIALOG, AdwDialog)

AdwDialog *tambour_import_dialog_new (const TambourImported *imported,
                                      const GError          *error);

G_END_DECLS
