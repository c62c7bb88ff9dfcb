/* tambour-saved-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

/**
 * TambourSavedFileChosen:
 * @asked_by: the widget that asked where
 * @file: where
 *
 * Somebody said where a file is to go.
 */
typedef void (*TambourSavedFileChosen) (GtkWidget *asked_by,
                                        GFile     *file);

/**
 * TambourSavedFileWrite:
 * @store: the portfolio's store
 * @path: where the file appears when it is whole
 * @now: the time that is "now"
 * @data: what tambour_saved_file_write() was given
 * @error: return location
 *
 * Writes a file; called on a thread.
 *
 * Returns: %FALSE on error
 */
typedef gboolean (*TambourSavedFileWrite) (TambourStore    *store,
                                           const char      *path,
                                           TambourInstant   now,
                                           gpointer         data,
                                           GError         **error);

/**
 * TambourSavedFileFailed:
 * @asked_by: the widget that asked for it
 * @error: why the file is not there
 * @data: what tambour_saved_file_write_or_tell() was given
 *
 * Returns: whether that was said; otherwise it is said in a sentence
 */
typedef gboolean (*TambourSavedFileFailed) (GtkWidget    *asked_by,
                                            const GError *error,
                                            gpointer      data);

void tambour_saved_file_ask           (GtkWidget              *asked_by,
                                       const char             *title,
                                       const char             *name,
                                       TambourSavedFileChosen  chosen);
void tambour_saved_file_write         (GtkWidget              *asked_by,
                                       TambourPortfolio       *portfolio,
                                       GFile                  *file,
                                       const char             *action,
                                       TambourSavedFileWrite   write,
                                       gpointer                data,
                                       GDestroyNotify          free_data);
void tambour_saved_file_write_or_tell (GtkWidget              *asked_by,
                                       TambourPortfolio       *portfolio,
                                       GFile                  *file,
                                       const char             *action,
                                       TambourSavedFileWrite   write,
                                       TambourSavedFileFailed  failed,
                                       gpointer                data,
                                       GDestroyNotify          free_data);

G_END_DECLS
