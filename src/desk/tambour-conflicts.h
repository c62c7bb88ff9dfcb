/* tambour-conflicts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-change.h"
#include "tambour-record-view.h"
#include "tambour-report.h"

G_BEGIN_DECLS

/**
 * TambourConflictChoice:
 * @TAMBOUR_CONFLICT_KEPT: what the record says now stays
 * @TAMBOUR_CONFLICT_OTHER: the other value takes its place; where somebody removed
 *   the record, it is removed
 * @TAMBOUR_CONFLICT_BOTH: of texts of several lines, the older below the newer
 * @TAMBOUR_CONFLICT_OWN: a value that neither side wrote
 *
 * How a conflict is settled.
 */
typedef enum
{
  TAMBOUR_CONFLICT_KEPT,
  TAMBOUR_CONFLICT_OTHER,
  TAMBOUR_CONFLICT_BOTH,
  TAMBOUR_CONFLICT_OWN,
} TambourConflictChoice;

/**
 * TambourConflictSide:
 * @record: a copy of the record that says in the field what this side wrote
 * @by: (nullable): who did, in a list by name where that is known
 * @at: when
 *
 * What one side of a conflict wrote.
 */
typedef struct
{
  TambourRecord  *record;
  char           *by;
  TambourInstant  at;
} TambourConflictSide;

/**
 * TambourConflictPart:
 * @conflict: an open conflict
 * @field: what both changed; `deleted_at` where @is_removal
 * @is_removal: whether the other side removed the record, which this side edited
 * @can_keep_both: whether %TAMBOUR_CONFLICT_BOTH makes sense
 * @can_write: whether a person can write %TAMBOUR_CONFLICT_OWN into it: there is a third
 *   value, and the field can be edited
 * @base: a copy of the record that says in @field what it said before
 * @kept: what the record says now, which is the newer of both, or what somebody has
 *   written since
 * @other: what the other side wrote
 *
 * One field on which a person has to decide.
 */
typedef struct
{
  TambourConflict     *conflict;
  const TambourField  *field;
  gboolean             is_removal;
  gboolean             can_keep_both;
  gboolean             can_write;
  TambourRecord       *base;
  TambourConflictSide  kept;
  TambourConflictSide  other;
} TambourConflictPart;

/**
 * TambourConflictGroup:
 * @record: the record as it is now
 * @account: (nullable): the account that it belongs to
 * @others: (element-type utf8 TambourRecord): the records that its values mention, by id
 * @parts: (element-type TambourConflictPart): what is to be decided, in the order of
 *   the record's fields
 *
 * The open conflicts of one record.
 */
typedef struct
{
  TambourRecord *record;
  TambourRecord *account;
  GHashTable    *others;
  GPtrArray     *parts;
} TambourConflictGroup;

void tambour_conflict_group_free (TambourConflictGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourConflictGroup, tambour_conflict_group_free)

/**
 * TambourConflictAnswer:
 * @conflict: the id of a conflict
 * @choice: how it is settled
 * @text: (nullable): of %TAMBOUR_CONFLICT_OWN, the value as tambour_lookup_set() reads it
 *
 * What a person decided.
 */
typedef struct
{
  char                  *conflict;
  TambourConflictChoice  choice;
  char                  *text;
} TambourConflictAnswer;

TambourConflictAnswer *tambour_conflict_answer_new  (const char            *conflict,
                                                     TambourConflictChoice  choice,
                                                     const char            *text);
void                   tambour_conflict_answer_free (TambourConflictAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourConflictAnswer, tambour_conflict_answer_free)

char              *tambour_conflict_part_dup_both (const TambourConflictPart   *part);
gint64             tambour_conflicts_count        (TambourStore                *store,
                                                   GError                     **error);
GPtrArray         *tambour_conflicts_list         (TambourStore                *store,
                                                   GCancellable                *cancellable,
                                                   GError                     **error);
TambourRecordView *tambour_conflict_group_history (const TambourConflictGroup  *self,
                                                   TambourStore                *store,
                                                   guint                       *step,
                                                   GPtrArray                  **fields);
GPtrArray         *tambour_conflict_group_answer  (const TambourConflictGroup  *self,
                                                   TambourConflictChoice        choice);
gboolean           tambour_conflicts_settle       (TambourStore                *store,
                                                   GPtrArray                   *answers,
                                                   const char                  *author,
                                                   TambourInstant               at,
                                                   TambourChange               *change,
                                                   GError                     **error);

G_END_DECLS
