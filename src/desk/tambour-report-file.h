/* tambour-report-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-facts.h"
#include "tambour-outline.h"
#include "tambour-report.h"

G_BEGIN_DECLS

/**
 * TambourReportFile:
 * @account: as it was when the snapshot was taken
 * @facts: counted from the snapshot alone: whatever happens to the records, these stay
 * @outline: what was composed
 * @figures: (element-type TambourFigure): of a finished report, as they were shown, by key
 * @supersedes: (nullable): the finished report whose place it takes
 * @before: (nullable): the finished review of the period before, to compare with
 * @is_stale: the account's records have changed since the snapshot was taken
 *
 * A review in the making, or one that is finished, with all that belongs to it. Nobody
 * changes it.
 */
typedef struct
{
  TambourReport  *record;
  TambourAccount *account;
  TambourFacts   *facts;
  TambourOutline *outline;
  GPtrArray      *figures;
  TambourReport  *supersedes;
  TambourReport  *before;
  gboolean        is_stale;
} TambourReportFile;

TambourReportFile *tambour_report_file_load (TambourStore       *store,
                                             const char         *report_id,
                                             GCancellable       *cancellable,
                                             GError            **error);
void               tambour_report_file_free (TambourReportFile  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReportFile, tambour_report_file_free)

GPtrArray  *tambour_report_list (TambourStore   *store,
                                 const char     *account_id,
                                 GCancellable   *cancellable,
                                 GError        **error);
TambourDate tambour_report_end  (TambourReport  *report);

G_END_DECLS
