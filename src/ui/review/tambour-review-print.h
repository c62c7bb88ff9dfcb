/* tambour-review-print.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-review-laid.h"

G_BEGIN_DECLS

GtkPrintOperation *tambour_review_print_new (TambourReviewHeld    *held,
                                             TambourReviewLayout   shown_as,
                                             const char           *outline,
                                             GError              **error);

G_END_DECLS
