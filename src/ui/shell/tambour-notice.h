/* tambour-notice.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

void tambour_notice_show       (GtkWidget        *page,
                                TambourPortfolio *portfolio);

void tambour_notice_set_needed (GtkWidget        *page,
                                gboolean          is_needed);

G_END_DECLS
