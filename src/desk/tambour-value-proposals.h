/* tambour-value-proposals.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-facts.h"
#include "tambour-value.h"

G_BEGIN_DECLS

/* Of how the program computes what it proposes; another is a restatement. */
#define TAMBOUR_VALUE_FORMULA_VERSION 1

/**
 * TambourValueProposal:
 * @key: which one it is, the same whenever it is computed
 * @entry: what would be recorded; with the id of the entry that it would be written
 *   into, if that is proposed already
 * @reason: (nullable): N_() why it cannot be computed, in which case @entry has no amount
 * @rate: (nullable): the code of the rate that is not agreed
 * @is_recorded: whether it is proposed already
 * @is_changed: whether it would say something else than what is proposed
 *
 * An entry that the program can compute, or cannot and says why. Nothing of it is
 * recorded before somebody proposes it.
 */
typedef struct
{
  char              *key;
  TambourValueEntry *entry;
  const char        *reason;
  const char        *rate;
  gboolean           is_recorded;
  gboolean           is_changed;
} TambourValueProposal;

/**
 * TambourValueProposals:
 * @from: the first day that they are computed for; @to: the day after the last one
 * @facts: the figures that they are computed from
 * @list: (element-type TambourValueProposal): in the order of the classes
 */
typedef struct
{
  TambourDate   from;
  TambourDate   to;
  TambourFacts *facts;
  GPtrArray    *list;
} TambourValueProposals;

GPtrArray             *tambour_value_list_by_id     (const TambourAccountReading  *reading,
                                                     GType                         type,
                                                     GError                      **error);
TambourValueProposals *tambour_value_proposals_load (const TambourAccountReading  *reading,
                                                     TambourDate                   from,
                                                     TambourDate                   to,
                                                     GError                      **error);
void                   tambour_value_proposals_free (TambourValueProposals        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourValueProposals, tambour_value_proposals_free)

gboolean    tambour_value_proposal_can_be_made (const TambourValueProposal *self);
gboolean    tambour_value_entry_is_computed    (TambourValueEntry          *entry);
TambourDate tambour_value_year_before          (TambourDate                 day);

G_END_DECLS
