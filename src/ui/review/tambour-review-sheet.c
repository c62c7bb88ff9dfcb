/* tambour-review-sheet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-review-sheet.h"

/**
 * TambourReviewSheet:
 *
 * A page of a review on paper, as somebody drew it. Those who do not see it hear what stands
 * on it.
 */
struct _TambourReviewSheet
{
  GtkWidget   parent_instance;

  GdkTexture *texture;
};

G_DEFINE_FINAL_TYPE (TambourReviewSheet, tambour_review_sheet, GTK_TYPE_WIDGET)

/* What is drawn for another size is shown until the right one comes. */
static void
tambour_review_sheet_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  TambourReviewSheet *self = TAMBOUR_REVIEW_SHEET (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
}

static void
tambour_review_sheet_dispose (GObject *object)
{
  g_clear_object (&TAMBOUR_REVIEW_SHEET (object)->texture);

  G_OBJECT_CLASS (tambour_review_sheet_parent_class)->dispose (object);
}

static void
tambour_review_sheet_class_init (TambourReviewSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_review_sheet_dispose;
  widget_class->snapshot = tambour_review_sheet_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "sheet");
}

static void
tambour_review_sheet_init (TambourReviewSheet *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "paper");
}

/**
 * tambour_review_sheet_new:
 *
 * Returns: (transfer floating): a blank sheet
 */
GtkWidget *
tambour_review_sheet_new (void)
{
  return g_object_new (TAMBOUR_TYPE_REVIEW_SHEET, NULL);
}

/**
 * tambour_review_sheet_describe:
 * @self: a sheet
 * @page: what stands on it
 * @number: which page it is, from 1
 * @n_pages: of how many
 */
void
tambour_review_sheet_describe (TambourReviewSheet    *self,
                               const TambourLaidPage *page,
                               guint                  number,
                               guint                  n_pages)
{
  g_autofree char *name = NULL;

  g_return_if_fail (TAMBOUR_IS_REVIEW_SHEET (self));

  if (page->title != NULL)
    /* Translators: a page of a review, how many there are, and its title */
    name = g_strdup_printf (_("Page %d of %d: %s"), (int) number, (int) n_pages, page->title);
  else
    name = g_strdup_printf (_("Page %d of %d"), (int) number, (int) n_pages);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, page->text,
                                  -1);
}

/**
 * tambour_review_sheet_set_texture:
 * @self: a sheet
 * @texture: (nullable): how it looks, or %NULL for blank
 */
void
tambour_review_sheet_set_texture (TambourReviewSheet *self,
                                  GdkTexture         *texture)
{
  g_return_if_fail (TAMBOUR_IS_REVIEW_SHEET (self));

  if (g_set_object (&self->texture, texture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tambour_review_sheet_get_texture:
 * @self: a sheet
 *
 * Returns: (transfer none) (nullable): how it looks; %NULL for blank
 */
GdkTexture *
tambour_review_sheet_get_texture (TambourReviewSheet *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_SHEET (self), NULL);

  return self->texture;
}
