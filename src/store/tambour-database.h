/* tambour-database.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "tambour-store.h"

G_BEGIN_DECLS

/* What says that a file is a portfolio: "Tmbr". */
#define TAMBOUR_APPLICATION_ID 0x546d6272

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/**
 * TambourStatement:
 *
 * A statement that its database keeps: `g_autoptr(TambourStatement)` makes it
 * ready for the next use, where `g_autoptr(sqlite3_stmt)` would end it.
 */
typedef sqlite3_stmt TambourStatement;

void tambour_statement_release (TambourStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourStatement, tambour_statement_release)

/**
 * TambourDatabase:
 * @db: the connection
 * @path: the file
 *
 * One connection. Only one thread uses it at a time.
 */
typedef struct
{
  sqlite3       *db;
  char          *path;

  /*< private >*/
  GHashTable    *statements;     /* by the address of their text */
  GHashTable    *queries;        /* by their text */
  GCancellable  *cancellable;
  fts5_tokenizer words;
  Fts5Tokenizer *splitter;
  gboolean       has_vocabulary; /* the words of the index can be listed */
} TambourDatabase;

typedef enum
{
  TAMBOUR_DATABASE_WRITER,
  TAMBOUR_DATABASE_READER,
  TAMBOUR_DATABASE_IMMUTABLE, /* a reader of a file whose folder cannot be written */
} TambourDatabaseMode;

/* How long another process may hold the file before we give up, in milliseconds. */
#define TAMBOUR_DATABASE_PATIENCE 20000

TambourDatabase *tambour_database_new  (const char           *path,
                                        TambourDatabaseMode   mode,
                                        GError              **error);
TambourDatabase *tambour_database_open (const char           *path,
                                        TambourDatabaseMode   mode,
                                        guint                 patience,
                                        GError              **error);
void             tambour_database_free (TambourDatabase      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourDatabase, tambour_database_free)

gboolean          tambour_database_fail       (TambourDatabase  *self,
                                               GError          **error);
gboolean          tambour_database_run        (TambourDatabase  *self,
                                               const char       *sql,
                                               GError          **error);
void              tambour_database_roll_back  (TambourDatabase  *self);
gint64            tambour_database_get_int    (TambourDatabase  *self,
                                               const char       *sql);
sqlite3_stmt     *tambour_database_prepare    (TambourDatabase  *self,
                                               const char       *sql,
                                               GError          **error);
TambourStatement *tambour_database_keep       (TambourDatabase  *self,
                                               const char       *sql,
                                               GError          **error);
TambourStatement *tambour_database_keep_query (TambourDatabase  *self,
                                               const char       *sql,
                                               GError          **error);
gboolean          tambour_database_step       (TambourDatabase  *self,
                                               sqlite3_stmt     *statement,
                                               gboolean         *has_row,
                                               GError          **error);
gboolean          tambour_database_count      (TambourDatabase  *self,
                                               const char       *sql,
                                               gint64           *number,
                                               GError          **error);
gboolean          tambour_database_finish     (TambourDatabase  *self,
                                               sqlite3_stmt     *statement,
                                               GError          **error);
void              tambour_database_cancel_by  (TambourDatabase  *self,
                                               GCancellable     *cancellable);

void              tambour_statement_bind_text (sqlite3_stmt     *self,
                                               int               index,
                                               const char       *text);
const char       *tambour_statement_get_text  (sqlite3_stmt     *self,
                                               int               column);

G_END_DECLS
