/* tambour-requests-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-requests.h"
#include "tambour-scope.h"

G_BEGIN_DECLS

/**
 * TambourRequestsReading:
 * @only: (nullable): the id of the one request that is wanted with what was merged into
 *   it, or %NULL for all
 * @today: the day where the person is
 * @requests: id → #TambourFeatureRequest
 * @evidence: (element-type TambourFrEvidence): the newest first
 * @events: (element-type TambourFrEvent): the oldest first
 * @fees: id of an account → #TambourMoney
 * @merged_on: id of a request → the julian day when it was merged into another
 *
 * Requests with everything that is needed to weigh them.
 */
typedef struct
{
  TambourAccountReading  reading;
  const char            *only;
  TambourScope          *scope;
  TambourDate            today;
  GHashTable            *requests;
  GPtrArray             *evidence;
  GPtrArray             *events;
  GHashTable            *fees;
  GHashTable            *merged_on;
} TambourRequestsReading;

TambourRequestsReading *tambour_requests_reading_new  (TambourStore            *store,
                                                       const char              *only,
                                                       const char              *me,
                                                       TambourInstant           at,
                                                       GCancellable            *cancellable,
                                                       GError                 **error);
void                    tambour_requests_reading_free (TambourRequestsReading  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRequestsReading, tambour_requests_reading_free)

TambourFeatureRequest *tambour_requests_reading_follow    (TambourRequestsReading *self,
                                                           const char             *id);

GHashTable            *tambour_request_lines_new          (TambourRequestsReading *reading);
void                   tambour_request_line_add_listeners (TambourRequestLine     *self,
                                                           TambourRequestsReading *reading);
void                   tambour_request_money_add          (GArray                 *sums,
                                                           TambourMoney            money);

G_END_DECLS
