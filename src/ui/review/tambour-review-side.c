/* tambour-review-side.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-review-side.h"

#include "tambour-menu-button.h"

/**
 * TambourReviewSide:
 *
 * What is said in a section of a review: its title, its narrative, and its figures.
 */
G_DEFINE_FINAL_TYPE (TambourReviewSide, tambour_review_side, ADW_TYPE_BIN)

static void
tambour_review_side_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_REVIEW_SIDE);

  G_OBJECT_CLASS (tambour_review_side_parent_class)->dispose (object);
}

static void
tambour_review_side_class_init (TambourReviewSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_review_side_dispose;

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  g_type_ensure (TAMBOUR_TYPE_FIGURE_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-review-side.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, part_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, part_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, part_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, title_box);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, title_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, written_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, title_text);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, title_remark);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, title_remark_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, narrative_text);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, narrative_hint);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, figures_box);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, figures_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewSide, figures_list);
}

static void
tambour_review_side_init (TambourReviewSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_menu_button_offer (self->part_button, self->part_menu);
}
