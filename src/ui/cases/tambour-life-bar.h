/* tambour-life-bar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-stretches.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_LIFE_BAR (tambour_life_bar_get_type ())
G_DECLARE_FINAL_TYPE (TambourLifeBar, tambour_life_bar, TAMBOUR, LIFE_BAR, GtkWidget)

GtkWidget *tambour_life_bar_new           (void);
void       tambour_life_bar_set_stretches (TambourLifeBar *self,
                                           GArray         *stretches);
void       tambour_life_bar_describe      (TambourLifeBar *self,
                                           const char     *summary);
void       tambour_life_bar_clear_marks   (TambourLifeBar *self);
void       tambour_life_bar_add_mark      (TambourLifeBar *self,
                                           TambourInstant  at,
                                           const char     *text);
float      tambour_life_bar_find_place    (GArray         *stretches,
                                           TambourInstant  at,
                                           int             width,
                                           gboolean        is_rtl);

G_END_DECLS
