/* tambour-value-ledger-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-value-ledger.h"

G_BEGIN_DECLS

/* What an account has, as it is read. */
typedef struct
{
  TambourValueLedger          *ledger;
  const TambourAccountReading *reading;
  GPtrArray                   *agreements;
  GPtrArray                   *entries;
  GPtrArray                   *rates;
  GHashTable                  *names;     /* of contacts, by id */
} TambourValueReading;

void     tambour_value_reading_add_rates     (TambourValueReading  *self);
gboolean tambour_value_reading_add_review    (TambourValueReading  *self,
                                              GError              **error);
gboolean tambour_value_reading_count_unready (TambourValueReading  *self,
                                              GError              **error);

G_END_DECLS
