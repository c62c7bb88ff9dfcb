/* tambour-commit.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-change.h"
#include "tambour-database.h"
#include "tambour-table.h"

G_BEGIN_DECLS

/**
 * TambourCommit:
 * @database: the writer, inside a transaction
 * @number: the number of the commit, given to the first record that differs
 * @part_of: the number of the first part
 * @at: when
 * @keeps_stamps: whether records say themselves when they were made
 * @is_purging: whether somebody purges a record here, and not elsewhere
 * @has_purged: whether a record was purged
 *
 * A transaction that is being written: the one place that knows what belongs to
 * writing a record.
 */
typedef struct
{
  TambourDatabase *database;
  const char      *author;
  const char      *label;
  TambourInstant   at;
  gboolean         keeps_stamps;
  gboolean         is_purging;
  gboolean         has_purged;
  gint64           number;
  gint64           part_of;

  /*< private >*/
  gint64           last_number;
  gint64           last_row;
  gint64           first_row;
  gboolean         wrote_derived;
  GHashTable      *known;    /* ids of records that are there */
  GHashTable      *awaited;  /* id → what must be there in the end */
} TambourCommit;

gboolean tambour_commit_begin   (TambourCommit    *self,
                                 TambourDatabase  *database,
                                 const char       *author,
                                 const char       *label,
                                 TambourInstant    at,
                                 GError          **error);
gboolean tambour_commit_put     (TambourCommit    *self,
                                 TambourRecord    *record,
                                 TambourStamp     *stamp,
                                 GError          **error);
gboolean tambour_commit_remove  (TambourCommit    *self,
                                 TambourRecord    *record,
                                 TambourStamp     *stamp,
                                 GError          **error);
gboolean tambour_commit_restore (TambourCommit    *self,
                                 TambourRecord    *stored,
                                 TambourRecord    *record,
                                 GError          **error);
gboolean tambour_commit_receive (TambourCommit    *self,
                                 TambourRecord    *stored,
                                 TambourRecord    *record,
                                 gint64           *row,
                                 GError          **error);
gboolean tambour_commit_end     (TambourCommit    *self,
                                 GError          **error);
void     tambour_commit_abandon (TambourCommit    *self);
gboolean tambour_commit_change  (TambourDatabase  *database,
                                 TambourChange    *change,
                                 gboolean         *has_written,
                                 GError          **error);

G_END_DECLS
