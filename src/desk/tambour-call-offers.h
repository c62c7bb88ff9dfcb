/* tambour-call-offers.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-minutes.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourCallOffer:
 * @record: a contact, a person of ours, or a case
 * @title: what it is called
 * @written: how it is written behind its sign in the minutes
 *
 * Somebody or something that can be named in a call.
 */
typedef struct
{
  TambourRecord *record;
  char          *title;
  char          *written;
} TambourCallOffer;

/**
 * TambourCallOffers:
 * @people: (element-type TambourCallOffer): the customer's people who are still
 *   there, then ours
 * @cases: (element-type TambourCallOffer): the newest cases, those that are open first
 *
 * What can be named in a call with an account.
 */
typedef struct
{
  GPtrArray *people;
  GPtrArray *cases;
} TambourCallOffers;

TambourCallOffers *tambour_call_offers_load         (TambourStore        *store,
                                                     const char          *account_id,
                                                     const char          *me,
                                                     const char * const  *newcomers,
                                                     TambourDate          day,
                                                     GCancellable        *cancellable,
                                                     GError             **error);
void               tambour_call_offers_free         (TambourCallOffers   *self);
GPtrArray         *tambour_call_offers_match_people (TambourCallOffers   *self,
                                                     const char          *typed,
                                                     const char * const  *present,
                                                     guint                n_wanted);
GPtrArray         *tambour_call_offers_match_cases  (TambourCallOffers   *self,
                                                     const char          *typed,
                                                     guint                n_wanted);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCallOffers, tambour_call_offers_free)

G_END_DECLS
