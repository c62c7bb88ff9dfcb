/* tambour-reports-sheet.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-health.h"
#include "tambour-preflight.h"

G_BEGIN_DECLS

#define TAMBOUR_REPORTS_QUARTERS 4

/**
 * TambourReportsLine:
 * @readiness: how far its review is
 * @tam: (nullable): who looks after it at the end of the period
 * @n_work: what must be done before its review leaves; a sponsor is only good to have
 *
 * An account, as managers see it.
 */
typedef struct
{
  const TambourReadiness *readiness;
  TambourPerson          *tam;
  guint                   n_work;
} TambourReportsLine;

/**
 * TambourReportsSheet:
 * @from: the first day of the period
 * @to: the day after its last one
 * @lines: (element-type TambourReportsLine): what can be exported first, then what needs work,
 *   then the accounts that have no review
 * @tams: (element-type TambourPerson): who looks after any of them, by name
 *
 * The reviews of all accounts that are looked after. Nobody changes it.
 */
typedef struct
{
  TambourDate  from;
  TambourDate  to;
  GPtrArray   *lines;
  GPtrArray   *tams;

  /*< private >*/
  GPtrArray   *readiness;
} TambourReportsSheet;

TambourReportsSheet *tambour_reports_sheet_load (TambourStore         *store,
                                                 TambourDate           from,
                                                 TambourDate           to,
                                                 GCancellable         *cancellable,
                                                 GError              **error);
void                 tambour_reports_sheet_free (TambourReportsSheet  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReportsSheet, tambour_reports_sheet_free)

/**
 * TambourReportsTally:
 * @cases: opened in the period, by priority
 * @met: first answers in time, by quarter and priority of the clock
 * @decided: first answers that were given or due
 * @n_on_track: goals that are agreed, on their way or met
 * @n_slipped: goals that are at risk or were missed
 * @n_dropped: goals that were given up
 * @health: by level, how many accounts
 *
 * Figures of an account, or of several together; counted as the reviews count them.
 */
typedef struct
{
  guint cases[TAMBOUR_N_PRIORITIES];
  guint met[TAMBOUR_REPORTS_QUARTERS][TAMBOUR_N_PRIORITIES];
  guint decided[TAMBOUR_REPORTS_QUARTERS][TAMBOUR_N_PRIORITIES];
  guint n_on_track;
  guint n_slipped;
  guint n_dropped;
  guint health[TAMBOUR_HEALTH_RISK + 1];
} TambourReportsTally;

GHashTable *tambour_reports_tallies_load   (TambourStore               *store,
                                            TambourDate                 from,
                                            TambourDate                 to,
                                            TambourInstant              at,
                                            GCancellable               *cancellable,
                                            GError                    **error);
void        tambour_reports_tally_take     (TambourReportsTally        *self,
                                            TambourFacts               *facts);
void        tambour_reports_tally_add      (TambourReportsTally        *self,
                                            const TambourReportsTally  *other);
TambourDate tambour_reports_quarter_begins (TambourDate                 from,
                                            TambourDate                 to,
                                            guint                       quarter);

G_END_DECLS
