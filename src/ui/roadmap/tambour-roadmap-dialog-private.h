/* tambour-roadmap-dialog-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-drafts.h"
#include "tambour-goal.h"
#include "tambour-roadmap-moves.h"

G_BEGIN_DECLS

/**
 * TambourRoadmapWanted:
 * @key: where its draft is kept
 *
 * What a dialog is opened for.
 */
typedef struct
{
  TambourRoadmapMoveKind  kind;
  char                   *id;
  char                   *account_id;
  char                   *key;
} TambourRoadmapWanted;

/**
 * TambourRoadmapOpened:
 * @record: (nullable): the goal or the request that it is about
 * @reading: (nullable): the last measurement of a goal
 * @contacts: (element-type TambourContact): who may have said it, by name
 * @draft: (nullable): what was typed before
 *
 * What a dialog needs before it opens.
 */
typedef struct
{
  TambourAccount     *account;
  TambourDate         today;
  TambourRecord      *record;
  TambourGoalReading *reading;
  GPtrArray          *contacts;
  TambourDraft       *draft;
} TambourRoadmapOpened;

void     tambour_roadmap_wanted_free (TambourRoadmapWanted  *wanted);
void     tambour_roadmap_opened_free (TambourRoadmapOpened  *opened);
gpointer tambour_roadmap_opened_load (TambourStore          *store,
                                      const char            *me,
                                      TambourInstant         now,
                                      gpointer               data,
                                      GCancellable          *cancellable,
                                      GError               **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRoadmapOpened, tambour_roadmap_opened_free)

G_END_DECLS
