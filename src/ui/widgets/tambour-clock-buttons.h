/* tambour-clock-buttons.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CLOCK_BUTTONS (tambour_clock_buttons_get_type ())
G_DECLARE_FINAL_TYPE (TambourClockButtons, tambour_clock_buttons, TAMBOUR, CLOCK_BUTTONS, GtkBox)

GtkWidget *tambour_clock_buttons_new     (void);
void       tambour_clock_buttons_arrange (TambourClockButtons *self,
                                          const char          *caller,
                                          gboolean             is_narrow);

G_END_DECLS
