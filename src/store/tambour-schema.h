/* tambour-schema.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-database.h"

G_BEGIN_DECLS

/* PRAGMA user_version of the files that this version writes. */
#define TAMBOUR_SCHEMA_VERSION 1

/**
 * TambourMigration:
 * @version: the version that it leads to
 * @sql: what it runs, in one transaction with all that follows from it
 *
 * A change of the file that adding tables, columns and indexes cannot make.
 */
typedef struct
{
  int         version;
  const char *sql;
} TambourMigration;

gboolean tambour_schema_create        (TambourDatabase         *database,
                                       GError                 **error);
gboolean tambour_schema_update        (TambourDatabase         *database,
                                       GError                 **error);
gboolean tambour_schema_check_version (TambourDatabase         *database,
                                       GError                 **error);
gboolean tambour_schema_migrate       (TambourDatabase         *database,
                                       const TambourMigration  *migrations,
                                       guint                    n_migrations,
                                       int                      version,
                                       GError                 **error);
char    *tambour_schema_dup_print     (void);
char    *tambour_schema_dup_setting   (TambourDatabase         *database,
                                       const char              *name);
gboolean tambour_schema_set_setting   (TambourDatabase         *database,
                                       const char              *name,
                                       const char              *value,
                                       GError                 **error);

G_END_DECLS
