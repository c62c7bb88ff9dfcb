/* tambour-request-weight.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-request-weight.h"

/**
 * tambour_request_get_value:
 * @at_stake: what is at stake, as the customer says
 * @fee: the fee of the customer’s agreement
 *
 * Money of two currencies is not compared.
 *
 * Returns: from 1 to %TAMBOUR_REQUEST_MOST
 */
int
tambour_request_get_value (TambourMoney at_stake,
                           TambourMoney fee)
{
  double tenths;

  if (at_stake.minor <= 0 || fee.minor <= 0 || g_strcmp0 (at_stake.currency, fee.currency) != 0)
    return 1;

  tenths = (double) at_stake.minor * TAMBOUR_REQUEST_MOST / (double) fee.minor;
  if (tenths >= TAMBOUR_REQUEST_MOST)
    return TAMBOUR_REQUEST_MOST;

  return (int) tenths + (tenths > (int) tenths ? 1 : 0);
}

/**
 * tambour_request_get_need:
 * @impact: what it is to the customer that it is missing
 *
 * Returns: from 1 to %TAMBOUR_REQUEST_MOST
 */
int
tambour_request_get_need (TambourRequestImpact impact)
{
  switch (impact)
    {
    case TAMBOUR_REQUEST_IMPACT_NICE:
      return 3;
    case TAMBOUR_REQUEST_IMPACT_COSTLY:
      return 6;
    case TAMBOUR_REQUEST_IMPACT_BLOCKER:
      return 9;
    }

  g_return_val_if_reached (1);
}

/**
 * tambour_request_weigh:
 * @weight: what it is told from
 *
 * Returns: value × need
 */
int
tambour_request_weigh (const TambourRequestWeight *weight)
{
  return weight->value * weight->need;
}
