/* tambour-life-axis.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-stretches.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_LIFE_AXIS (tambour_life_axis_get_type ())
G_DECLARE_FINAL_TYPE (TambourLifeAxis, tambour_life_axis, TAMBOUR, LIFE_AXIS, GtkWidget)

void tambour_life_axis_show (TambourLifeAxis *self,
                             GArray          *stretches,
                             const char      *from,
                             const char      *to);

G_END_DECLS
