/* tambour-health-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-health.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_HEALTH_CARD (tambour_health_card_get_type ())
G_DECLARE_FINAL_TYPE (TambourHealthCard, tambour_health_card, TAMBOUR, HEALTH_CARD, GtkBox)

void tambour_health_card_show (TambourHealthCard *self,
                               TambourHealth     *health,
                               const char        *account_id,
                               TambourDate        today);

G_END_DECLS
