/* tambour-moments.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-case.h"
#include "tambour-pauses.h"

G_BEGIN_DECLS

/**
 * TambourMomentKind:
 * @TAMBOUR_MOMENT_RESPONSE: a person replied visibly, or answered a call
 * @TAMBOUR_MOMENT_CUSTOMER: the customer wrote
 * @TAMBOUR_MOMENT_CALLED: the customer phoned
 * @TAMBOUR_MOMENT_PRIORITY: the priority changed
 * @TAMBOUR_MOMENT_PAUSED: from now on the customer is waited for
 * @TAMBOUR_MOMENT_RESUMED: the customer is no longer waited for
 * @TAMBOUR_MOMENT_RESTORED: the service is back
 * @TAMBOUR_MOMENT_AGREED: a plan is agreed
 * @TAMBOUR_MOMENT_RESOLVED: the case is resolved
 * @TAMBOUR_MOMENT_REOPENED: the case is open again
 * @TAMBOUR_MOMENT_MERGED: the case goes on in another
 * @TAMBOUR_MOMENT_ACKNOWLEDGED: the TAM has seen the case
 *
 * What happened to a case, as far as its clocks care.
 */
typedef enum
{
  TAMBOUR_MOMENT_RESPONSE,
  TAMBOUR_MOMENT_CUSTOMER,
  TAMBOUR_MOMENT_CALLED,
  TAMBOUR_MOMENT_PRIORITY,
  TAMBOUR_MOMENT_PAUSED,
  TAMBOUR_MOMENT_RESUMED,
  TAMBOUR_MOMENT_RESTORED,
  TAMBOUR_MOMENT_AGREED,
  TAMBOUR_MOMENT_RESOLVED,
  TAMBOUR_MOMENT_REOPENED,
  TAMBOUR_MOMENT_MERGED,
  TAMBOUR_MOMENT_ACKNOWLEDGED,
} TambourMomentKind;

/**
 * TambourMoment:
 *
 * One thing that happened.
 */
typedef struct
{
  TambourInstant     at;
  guint              order;    /* of the record it came from: breaks ties */
  TambourMomentKind  kind;
  TambourPriority    priority; /* the new one, for a change of priority */
} TambourMoment;

GArray         *tambour_moments_list           (TambourCase    *support_case,
                                                GPtrArray      *events,
                                                TambourInstant  as_of);
GArray         *tambour_moments_list_pauses    (const GArray   *moments);
TambourPriority tambour_moments_first_priority (TambourCase    *support_case,
                                                GPtrArray      *events);

G_END_DECLS
