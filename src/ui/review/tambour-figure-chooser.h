/* tambour-figure-chooser.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-review-laid.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FIGURE_CHOOSER (tambour_figure_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TambourFigureChooser, tambour_figure_chooser, TAMBOUR, FIGURE_CHOOSER, AdwDialog)

AdwDialog *tambour_figure_chooser_new (TambourReviewHeld *held);

G_END_DECLS
