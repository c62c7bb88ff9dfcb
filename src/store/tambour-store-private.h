/* tambour-store-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-database.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourReader:
 *
 * A connection that is lent for one reading: `g_autoptr(TambourReader)` gives
 * it back.
 */
typedef struct
{
  TambourStore    *store;
  TambourDatabase *database;
} TambourReader;

TambourReader *tambour_store_take_reader (TambourStore   *self,
                                          GCancellable   *cancellable,
                                          GError        **error);
void           tambour_reader_give_back  (TambourReader  *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReader, tambour_reader_give_back)

TambourDatabase *tambour_store_lock_writer       (TambourStore  *self,
                                                  GError       **error);
void             tambour_store_unlock_writer     (TambourStore  *self);
void             tambour_store_announce          (TambourStore  *self);

gboolean         tambour_store_files_create      (const char    *path,
                                                  GError       **error);
gboolean         tambour_store_files_check       (const char    *path,
                                                  GError       **error);
gboolean         tambour_store_files_put         (const char    *whole,
                                                  const char    *path,
                                                  gboolean       replace,
                                                  GError       **error);
TambourDatabase *tambour_store_files_open_writer (const char    *path,
                                                  guint          patience,
                                                  GError       **error);
char            *tambour_store_files_dup_beside  (const char    *path);
void             tambour_store_files_unlink      (const char    *path);

G_END_DECLS
