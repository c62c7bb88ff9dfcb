/* tambour-report-snapshot.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-frozen.h"
#include "tambour-report.h"
#include "tambour-store.h"

G_BEGIN_DECLS

char            *tambour_report_take_snapshot (TambourReport    *report,
                                               TambourStore     *store,
                                               GCancellable     *cancellable,
                                               GError          **error);
TambourSnapshot *tambour_report_find_snapshot (TambourStore     *store,
                                               const char       *report_id,
                                               GError          **error);
TambourFacts    *tambour_report_read_snapshot (TambourReport    *report,
                                               TambourSnapshot  *snapshot,
                                               GError          **error);
TambourInstant   tambour_report_cut_off       (TambourAccount   *account,
                                               TambourDate       to,
                                               TambourInstant    at);

G_END_DECLS
