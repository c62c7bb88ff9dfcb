/* tambour-usage-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-overview.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_USAGE_CARD (tambour_usage_card_get_type ())
G_DECLARE_FINAL_TYPE (TambourUsageCard, tambour_usage_card, TAMBOUR, USAGE_CARD, GtkBox)

void tambour_usage_card_show (TambourUsageCard      *self,
                              const TambourOverview *overview);

G_END_DECLS
