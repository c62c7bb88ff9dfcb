/* tambour-review-begin.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

void tambour_review_begin (GtkWindow        *opener,
                           TambourPortfolio *portfolio,
                           const char       *account_id);

G_END_DECLS
