/* tambour-response.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

void tambour_response_log (GtkWidget        *widget,
                           TambourPortfolio *portfolio,
                           const char       *case_id,
                           const char       *title);

G_END_DECLS
