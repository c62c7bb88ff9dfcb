/* tambour-review-window.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REVIEW_WINDOW (tambour_review_window_get_type ())
G_DECLARE_FINAL_TYPE (TambourReviewWindow, tambour_review_window, TAMBOUR, REVIEW_WINDOW, AdwApplicationWindow)

TambourReviewWindow *tambour_review_window_open       (GtkWindow            *opener,
                                                       TambourPortfolio     *portfolio,
                                                       const char           *report_id);
TambourReviewWindow *tambour_review_window_find       (TambourPortfolio     *portfolio,
                                                       const char           *report_id);
const char          *tambour_review_window_get_report (TambourReviewWindow  *self);
gboolean             tambour_review_window_is_settled (TambourReviewWindow  *self);
void                 tambour_review_window_save_as    (TambourReviewWindow  *self,
                                                       const char           *format,
                                                       GFile                *file);
GtkPrintOperation   *tambour_review_window_new_print  (TambourReviewWindow  *self,
                                                       GError              **error);
void                 tambour_review_window_set_bus    (TambourReviewWindow  *self,
                                                       GDBusConnection      *bus);

G_END_DECLS
