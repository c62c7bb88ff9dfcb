/* tambour-notice.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

void tambour_notice_show (GtkWidget        *page,
                          TambourPortfolio *portfolio);

G_END_DECLS
