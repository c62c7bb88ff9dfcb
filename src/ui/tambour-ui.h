/* tambour-ui.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tambour_ui_share_memory (void);
void tambour_ui_init         (void);
void tambour_ui_give_back    (void);

G_END_DECLS
