/* tambour-step-bar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_STEP_BAR (tambour_step_bar_get_type ())
G_DECLARE_FINAL_TYPE (TambourStepBar, tambour_step_bar, TAMBOUR, STEP_BAR, GtkWidget)

void tambour_step_bar_set_steps (TambourStepBar *self,
                                 guint           n_steps);

G_END_DECLS
