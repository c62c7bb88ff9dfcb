/* tambour-note-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-note.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourNoteRevision:
 * @number: counts from 1
 * @by: (nullable): who shared it
 * @remark: (nullable): what they said had changed
 *
 * The text of a note as it was shared once.
 */
typedef struct
{
  guint           number;
  TambourInstant  at;
  char           *by;
  char           *remark;
  char           *title;
  char           *body;
} TambourNoteRevision;

/**
 * TambourNoteFile:
 * @today: the day in the account's zone
 * @revisions: (element-type TambourNoteRevision): the newest first
 * @linked_from: (element-type TambourRecord): what has a link to it
 * @others: (element-type utf8 TambourRecord): the records that those mention
 * @look_again: when somebody looks at it again; none if nobody has to
 *
 * A note with all that belongs to it, read at once. Nobody changes it.
 */
typedef struct
{
  TambourDate    today;
  TambourRecord *record;
  GPtrArray     *revisions;
  GPtrArray     *linked_from;
  GHashTable    *others;
  TambourDate    look_again;
} TambourNoteFile;

TambourNoteFile *tambour_note_file_load (TambourStore        *store,
                                         TambourRecordClass  *klass,
                                         const char          *id,
                                         TambourInstant       at,
                                         GCancellable        *cancellable,
                                         GError             **error);
void             tambour_note_file_free (TambourNoteFile     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourNoteFile, tambour_note_file_free)

G_END_DECLS
