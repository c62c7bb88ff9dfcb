/* tambour-appearance.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

guint tambour_appearance_get    (GSettings *settings);
void  tambour_appearance_set    (GSettings *settings,
                                 guint      choice);
void  tambour_appearance_follow (GSettings *settings);

G_END_DECLS
