/* tambour-report-moves.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-change.h"
#include "tambour-outline.h"
#include "tambour-report.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourReportMoveKind:
 * @TAMBOUR_REPORT_MOVE_BEGIN: a draft @id begins for @account_id, about @from to the day before
 *   @to; its snapshot is taken
 * @TAMBOUR_REPORT_MOVE_REFRESH: the snapshot of the draft @id is taken anew
 * @TAMBOUR_REPORT_MOVE_COMPOSE: the draft @id says @outline from now on
 * @TAMBOUR_REPORT_MOVE_FINISH: the draft @id is final: its figures are kept beside its
 *   snapshot, and neither changes any more. A report that it restates is superseded
 * @TAMBOUR_REPORT_MOVE_RESTATE: a draft @id begins that shall take the place of the finished
 *   report @of; what was composed for that one is taken over
 * @TAMBOUR_REPORT_MOVE_DISCARD: the draft @id goes away
 *
 * What one can do about a report. Each can be undone until the report is finished.
 */
typedef enum
{
  TAMBOUR_REPORT_MOVE_BEGIN,
  TAMBOUR_REPORT_MOVE_REFRESH,
  TAMBOUR_REPORT_MOVE_COMPOSE,
  TAMBOUR_REPORT_MOVE_FINISH,
  TAMBOUR_REPORT_MOVE_RESTATE,
  TAMBOUR_REPORT_MOVE_DISCARD,
} TambourReportMoveKind;

/**
 * TambourReportMove:
 * @title: (nullable): what it is called; “Executive business review” otherwise
 * @as_of: the cut-off, or %TAMBOUR_NEVER for the end of the period, or now where that comes before
 * @reason: (nullable): why it is restated
 *
 * What is to be done about a report; see #TambourReportMoveKind.
 */
typedef struct
{
  TambourReportMoveKind  kind;
  char                  *id;
  char                  *of;
  char                  *account_id;
  char                  *title;
  TambourReportKind      report_kind;
  TambourDate            from;
  TambourDate            to;
  TambourInstant         as_of;
  char                  *reason;
  char                  *outline;
} TambourReportMove;

TambourReportMove *tambour_report_move_new  (TambourReportMoveKind  kind,
                                             const char            *id);
void               tambour_report_move_free (TambourReportMove     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReportMove, tambour_report_move_free)

gboolean tambour_report_move_fill (const TambourReportMove  *self,
                                   TambourStore             *store,
                                   TambourInstant            at,
                                   TambourChange            *change,
                                   GCancellable             *cancellable,
                                   GError                  **error);

G_END_DECLS
