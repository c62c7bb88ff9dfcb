/* tambour-health.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

/**
 * TambourHealthLevel:
 * @TAMBOUR_HEALTH_NONE: nothing is known that it could be told from
 * @TAMBOUR_HEALTH_GOOD: nothing asks for attention
 * @TAMBOUR_HEALTH_ATTENTION: something does
 * @TAMBOUR_HEALTH_RISK: the account is at risk
 *
 * How an account stands (METRICS.md M80). Internal: never in what is made for
 * the customer.
 */
typedef enum
{
  TAMBOUR_HEALTH_NONE,
  TAMBOUR_HEALTH_GOOD,
  TAMBOUR_HEALTH_ATTENTION,
  TAMBOUR_HEALTH_RISK,
} TambourHealthLevel;

G_END_DECLS
