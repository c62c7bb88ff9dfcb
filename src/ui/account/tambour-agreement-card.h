/* tambour-agreement-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-overview.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_AGREEMENT_CARD (tambour_agreement_card_get_type ())
G_DECLARE_FINAL_TYPE (TambourAgreementCard, tambour_agreement_card, TAMBOUR, AGREEMENT_CARD, GtkBox)

void tambour_agreement_card_show (TambourAgreementCard  *self,
                                  const TambourOverview *overview);

G_END_DECLS
