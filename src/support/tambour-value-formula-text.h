/* tambour-value-formula-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-time.h"

G_BEGIN_DECLS

/**
 * TambourFormulaWords:
 * @number: writes a number with as many decimals as it has in the formula
 * @money: writes an amount
 *
 * How figures are written for those who read a formula. Each gives text away.
 */
typedef struct
{
  char *(*number) (double       value,
                   guint        decimals);
  char *(*money)  (TambourMoney money);
} TambourFormulaWords;

char *tambour_value_write_formula (const char                *formula,
                                   const TambourFormulaWords *words);

G_END_DECLS
