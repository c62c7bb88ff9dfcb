/* tambour-feedback.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

AdwToastOverlay *tambour_feedback_get_overlay (GtkWidget        *widget);
char            *tambour_feedback_dup_reason  (const GError     *error);
void             tambour_feedback_say         (GtkWidget        *widget,
                                               const char       *message);
void             tambour_feedback_offer_undo  (GtkWidget        *widget,
                                               const char       *message);
void             tambour_feedback_fail        (GtkWidget        *widget,
                                               const GError     *error);
void             tambour_feedback_commit      (GtkWidget        *widget,
                                               TambourPortfolio *portfolio,
                                               TambourChange    *change,
                                               const char       *message);

G_END_DECLS
