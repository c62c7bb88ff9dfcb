/* tambour-status.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tambour_status_say   (AdwStatusPage *page,
                           const char    *icon,
                           const char    *title,
                           const char    *text);
void tambour_status_offer (GtkButton     *button,
                           const char    *label,
                           const char    *action);

G_END_DECLS
