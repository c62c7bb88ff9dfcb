/* tambour-conflict-reading.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-conflict-words.h"
#include "tambour-drafts.h"

G_BEGIN_DECLS

/**
 * TambourConflictReading:
 * @groups: (element-type TambourConflictGroup): all records with open conflicts
 * @position: of the one that is shown
 * @view: (nullable): its record with its history, where something was merged
 * @step: which step of the history that was
 * @fields: (nullable) (element-type TambourField): what was merged
 * @record_id: (nullable): the record that is shown or, where @is_gone, asked for
 * @is_gone: whether the record that was asked for has no open conflicts any more
 * @draft: (nullable): what was typed to settle those of @record_id
 * @edit: (nullable): where @is_gone, what was typed in its form
 *
 * What a dialog about conflicts shows.
 */
typedef struct
{
  GPtrArray         *groups;
  guint              position;
  TambourRecordView *view;
  guint              step;
  GPtrArray         *fields;
  char              *record_id;
  gboolean           is_gone;
  TambourDraft      *draft;
  TambourDraft      *edit;
} TambourConflictReading;

void tambour_conflict_reading_free (TambourConflictReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourConflictReading, tambour_conflict_reading_free)

gpointer                    tambour_conflict_reading_load      (TambourStore            *store,
                                                                const char              *me,
                                                                TambourInstant           now,
                                                                gpointer                 data,
                                                                GCancellable            *cancellable,
                                                                GError                 **error);
const TambourConflictGroup *tambour_conflict_reading_get_group (TambourConflictReading  *self);
void                        tambour_conflict_reading_show      (TambourConflictReading  *self,
                                                                GtkListBox              *list,
                                                                TambourInstant           now);

G_END_DECLS
