/* tambour-focus.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tambour_focus_come_back (AdwApplicationWindow *window,
                              GtkWidget            *page);

G_END_DECLS
