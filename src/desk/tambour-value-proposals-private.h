/* tambour-value-proposals-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-value-formulas.h"
#include "tambour-value-proposals.h"

G_BEGIN_DECLS

/* So many days before the end of a year, an entry is of that year and not of the one before. */
#define TAMBOUR_VALUE_DAYS_OWN 334

/* What is being computed. */
typedef struct
{
  TambourValueProposals *result;
  GPtrArray             *entries;
  GPtrArray             *rates;
  GPtrArray             *incidents;
  GPtrArray             *components;
  TambourDate            today;
  const char            *account_id;
  const char            *currency;
} TambourValueMaking;

/* What one proposal is computed from. */
typedef struct
{
  const char   *key;
  const char   *title;
  const char   *figure;
  const char   *codes[3];
  const char   *unit;
  const char   *confidence;
  const char   *reason;      /* N_(): why there is no count */
  const char   *incident_id;
  double        count;
  double        was;         /* %NAN where nothing is compared */
  double        now;
  TambourMoney  price;       /* of one, where it is no rate */
  GPtrArray    *ids;
  char         *evidence;
} TambourValueSource;

char    *tambour_value_dup_number        (double                    number);
void     tambour_value_making_add        (TambourValueMaking       *self,
                                          const TambourValueSource *line,
                                          TambourValueClass         klass);
gboolean tambour_value_making_is_of_year (TambourValueMaking       *self,
                                          TambourValueEntry        *entry);

G_END_DECLS
