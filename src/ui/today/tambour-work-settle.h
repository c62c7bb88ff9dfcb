/* tambour-work-settle.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-portfolio.h"
#include "tambour-today.h"

G_BEGIN_DECLS

void tambour_work_settle (GtkWidget              *widget,
                          TambourPortfolio       *portfolio,
                          const TambourTodayWork *work);

G_END_DECLS
