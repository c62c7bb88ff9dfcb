/* tambour-request-weight.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-roadmap.h"

G_BEGIN_DECLS

/* Each factor is told from one to this. */
#define TAMBOUR_REQUEST_MOST 10

/**
 * TambourRequestWeight:
 * @value: what is at stake: tenths of the agreement’s fee, rounded up; the least where
 *   nobody has told
 * @need: how much it is missed
 *
 * How much a customer wants something. The weight is one times the other.
 */
typedef struct
{
  int value;
  int need;
} TambourRequestWeight;

int tambour_request_get_value (TambourMoney                at_stake,
                               TambourMoney                fee);
int tambour_request_get_need  (TambourRequestImpact        impact);
int tambour_request_weigh     (const TambourRequestWeight *weight);

G_END_DECLS
