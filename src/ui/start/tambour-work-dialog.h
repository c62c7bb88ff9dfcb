/* tambour-work-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-progress.h"

G_BEGIN_DECLS

/**
 * TambourWorkFunc:
 * @data: what tambour_work_run_async() was given
 * @progress: to be told how far it is
 * @progress_data: for @progress
 * @cancellable: a cancellable
 * @error: return location
 *
 * Does long work; called on a thread.
 *
 * Returns: %FALSE on error
 */
typedef gboolean (*TambourWorkFunc) (gpointer              data,
                                     TambourProgressFunc   progress,
                                     gpointer              progress_data,
                                     GCancellable         *cancellable,
                                     GError              **error);

#define TAMBOUR_TYPE_WORK_DIALOG (tambour_work_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourWorkDialog, tambour_work_dialog, TAMBOUR, WORK_DIALOG, AdwDialog)

void     tambour_work_run_async (GtkWidget            *parent,
                                 const char           *title,
                                 TambourWorkFunc       func,
                                 gpointer              data,
                                 GDestroyNotify        free_data,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gpointer tambour_work_get_data  (GAsyncResult         *result);
gboolean tambour_work_finish    (GAsyncResult         *result,
                                 GError              **error);

G_END_DECLS
