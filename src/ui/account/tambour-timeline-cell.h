/* tambour-timeline-cell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-fact-cell.h"
#include "tambour-portfolio.h"
#include "tambour-timeline.h"

G_BEGIN_DECLS

GtkWidget *tambour_timeline_cell_new_dot (void);
void       tambour_timeline_cell_show    (TambourFactCell           *cell,
                                          const TambourTimelineItem *item,
                                          TambourPortfolio          *portfolio);

G_END_DECLS
