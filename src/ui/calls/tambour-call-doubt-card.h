/* tambour-call-doubt-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-call-offers.h"
#include "tambour-call.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CALL_DOUBT_CARD (tambour_call_doubt_card_get_type ())
G_DECLARE_FINAL_TYPE (TambourCallDoubtCard, tambour_call_doubt_card, TAMBOUR, CALL_DOUBT_CARD, GtkBox)

GtkWidget  *tambour_call_doubt_card_new        (const TambourCallEntry *entry);
void        tambour_call_doubt_card_set_offers (TambourCallDoubtCard   *self,
                                                TambourCallOffers      *offers);
const char *tambour_call_doubt_card_get_typed  (TambourCallDoubtCard   *self);

G_END_DECLS
