/* tambour-report-changes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-report-file.h"

G_BEGIN_DECLS

/**
 * TambourCauseKind:
 * @TAMBOUR_CAUSE_ADDED: the record was not there
 * @TAMBOUR_CAUSE_CHANGED: it said something else
 * @TAMBOUR_CAUSE_REMOVED: it is no longer there
 * @TAMBOUR_CAUSE_DEFINITION: the figure is defined in another way
 */
typedef enum
{
  TAMBOUR_CAUSE_ADDED,
  TAMBOUR_CAUSE_CHANGED,
  TAMBOUR_CAUSE_REMOVED,
  TAMBOUR_CAUSE_DEFINITION,
} TambourCauseKind;

/**
 * TambourReportCause:
 * @record: (nullable): as it is now, or was; %NULL for a definition
 * @fields: (nullable): the names of the fields that say something else
 * @by: (nullable): who did it last, of the line in the history that @change is the number of
 * @label: (nullable): what that person did
 *
 * Why a figure is another one.
 */
typedef struct
{
  TambourCauseKind  kind;
  TambourRecord    *record;
  GStrv             fields;
  gint64            change;
  TambourInstant    at;
  char             *by;
  char             *label;
} TambourReportCause;

/**
 * TambourReportChange:
 * @then: (nullable): how it was shown; %NULL if it was not there
 * @now: (nullable): how it is shown; %NULL if it is no longer there
 * @causes: (element-type TambourReportCause): why; empty in a comparison of two periods
 *
 * A figure of two reports.
 */
typedef struct
{
  char      *key;
  char      *name;
  char      *subject;
  char      *unit;
  char      *then;
  char      *now;
  double     then_value;
  double     now_value;
  guint      then_version;
  guint      now_version;
  GPtrArray *causes;
} TambourReportChange;

GPtrArray *tambour_report_restated (TambourStore       *store,
                                    TambourReportFile  *then,
                                    TambourReportFile  *now,
                                    GCancellable       *cancellable,
                                    GError            **error);
GPtrArray *tambour_report_compare  (TambourReportFile  *then,
                                    TambourReportFile  *now);

G_END_DECLS
