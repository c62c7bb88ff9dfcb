/* tambour-about.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portfolio.h"

G_BEGIN_DECLS

void tambour_about_present (GtkWidget        *parent,
                            TambourPortfolio *portfolio);

G_END_DECLS
