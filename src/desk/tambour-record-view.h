/* tambour-record-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourRecordStep:
 * @change: the number of the change
 * @at: when
 * @by: (nullable): who, by name where that is known
 * @label: (nullable): what they did, such as "Import cases"
 * @action: "created", "changed", "removed" or "restored"
 * @before: (nullable): the record as it was before, or %NULL if it was made here
 * @after: the record as it was left
 * @fields: (element-type TambourField): what differs
 *
 * One line of the history of a record.
 */
typedef struct
{
  gint64          change;
  TambourInstant  at;
  char           *by;
  char           *label;
  char           *action;
  TambourRecord  *before;
  TambourRecord  *after;
  GPtrArray      *fields;
} TambourRecordStep;

/**
 * TambourRecordView:
 * @record: the record, removed or not
 * @others: (element-type utf8 TambourRecord): the records that it, its history
 *   and what refers to it mention, by id
 * @steps: (element-type TambourRecordStep): its history, newest first
 * @changed_by: (nullable): who wrote the record last, by name where that is known
 * @refused: (nullable): why the team server refused what it says, in its own words
 * @is_erased: whether an administrator erased it there
 *
 * What is shown of one record.
 */
typedef struct
{
  TambourRecord *record;
  GHashTable    *others;
  GPtrArray     *steps;
  char          *changed_by;
  char          *refused;
  gboolean       is_erased;
} TambourRecordView;

/**
 * TambourReferrers:
 * @klass: a kind of record
 * @field: the field in which records of that kind refer to this one
 * @n: how many do
 * @records: (element-type TambourRecord): the newest of them
 * @others: (element-type utf8 TambourRecord): the records that those mention
 */
typedef struct
{
  TambourRecordClass *klass;
  const TambourField *field;
  gint64              n;
  GPtrArray          *records;
  GHashTable         *others;
} TambourReferrers;

/**
 * TambourKindCount:
 *
 * How many records of a kind there are.
 */
typedef struct
{
  TambourRecordClass *klass;
  gint64              n;
} TambourKindCount;

GHashTable        *tambour_others_new       (void);
void               tambour_others_add       (GHashTable          *others,
                                             TambourStore        *store,
                                             TambourRecord       *record);

TambourRecord     *tambour_record_view_find (TambourStore        *store,
                                             TambourRecordClass  *klass,
                                             const char          *id,
                                             GError             **error);
TambourRecordView *tambour_record_view_load (TambourStore        *store,
                                             TambourRecordClass  *klass,
                                             const char          *id,
                                             GError             **error);
void               tambour_record_view_free (TambourRecordView   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRecordView, tambour_record_view_free)

GPtrArray *tambour_record_view_referrers (TambourStore   *store,
                                          TambourRecord  *record,
                                          guint           limit,
                                          GCancellable   *cancellable,
                                          GError        **error);
GArray    *tambour_record_view_counts    (TambourStore   *store,
                                          const char     *account_id,
                                          GCancellable   *cancellable,
                                          GError        **error);

G_END_DECLS
