/* tambour-fact-records.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-facts.h"

G_BEGIN_DECLS

/**
 * TambourFactRecord:
 * @id: the record's
 * @record: (nullable): the record itself, if it was read
 * @is_hit: of a share, it belongs to the numerator
 * @reason: (nullable): N_() why it was left out; %NULL if it was counted
 *
 * A record that stands behind a figure. What it lends belongs to the facts.
 */
typedef struct
{
  const char    *id;
  TambourRecord *record;
  gboolean       is_hit;
  const char    *reason;
} TambourFactRecord;

GArray     *tambour_fact_records_list      (TambourFacts            *facts,
                                            const TambourMeasure    *measure);
const char *tambour_fact_record_get_kind   (const TambourFactRecord *self);
const char *tambour_fact_record_get_part   (const TambourFactRecord *self);
char       *tambour_fact_record_dup_number (const TambourFactRecord *self,
                                            TambourFacts            *facts);
char       *tambour_fact_record_dup_title  (const TambourFactRecord *self,
                                            TambourFacts            *facts);
TambourDate tambour_fact_record_get_date   (const TambourFactRecord *self,
                                            TambourFacts            *facts);
char       *tambour_customer_title         (TambourRecord           *record,
                                            TambourFacts            *facts);

G_END_DECLS
