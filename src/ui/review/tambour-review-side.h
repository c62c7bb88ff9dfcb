/* tambour-review-side.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-figure-text.h"
#include "tambour-heading.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REVIEW_SIDE (tambour_review_side_get_type ())
G_DECLARE_FINAL_TYPE (TambourReviewSide, tambour_review_side, TAMBOUR, REVIEW_SIDE, AdwBin)

/* The window of a review fills it. */
struct _TambourReviewSide
{
  AdwBin             parent_instance;

  /* Template widgets */
  GtkLabel           *part_label;
  GtkMenuButton      *part_button;
  GMenuModel         *part_menu;
  GtkWidget          *title_box;
  TambourHeading     *title_heading;
  GtkWidget          *written_button;
  TambourFigureText  *title_text;
  GtkWidget          *title_remark;
  GtkLabel           *title_remark_label;
  TambourFigureText  *narrative_text;
  GtkLabel           *narrative_hint;
  GtkWidget          *figures_box;
  TambourHeading     *figures_heading;
  GtkListBox         *figures_list;
};

G_END_DECLS
