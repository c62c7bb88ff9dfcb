/* tambour-review-part-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-review-part-row.h"

/**
 * TambourReviewPartRow:
 *
 * A section of a review: whether it is in, and what there is to say about it. It can be dragged
 * to another place.
 */
struct _TambourReviewPartRow
{
  GtkListBoxRow   parent_instance;

  TambourChapter  chapter;
  gboolean        can_move;
  gboolean        is_filling;

  /* Template widgets */
  GtkWidget      *handle;
  GtkLabel       *title_label;
  GtkImage       *state_icon;
  GtkLabel       *state_label;
  GtkCheckButton *check_button;
};

G_DEFINE_FINAL_TYPE (TambourReviewPartRow, tambour_review_part_row, GTK_TYPE_LIST_BOX_ROW)

static void
toggled_cb (TambourReviewPartRow *self)
{
  if (!self->is_filling)
    gtk_widget_activate_action (GTK_WIDGET (self), "review.set-included", "(sb)", tambour_chapter_nick (self->chapter),
                                gtk_check_button_get_active (self->check_button));
}

static GdkContentProvider *
prepare_cb (TambourReviewPartRow *self,
            double                x,
            double                y)
{
  return self->can_move ? gdk_content_provider_new_typed (TAMBOUR_TYPE_REVIEW_PART_ROW, self) : NULL;
}

static void
drag_begin_cb (TambourReviewPartRow *self,
               GdkDrag              *drag,
               GtkDragSource        *source)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
tambour_review_part_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_REVIEW_PART_ROW);

  G_OBJECT_CLASS (tambour_review_part_row_parent_class)->dispose (object);
}

static void
tambour_review_part_row_class_init (TambourReviewPartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_review_part_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-review-part-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourReviewPartRow, handle);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewPartRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewPartRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewPartRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReviewPartRow, check_button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
}

static void
tambour_review_part_row_init (TambourReviewPartRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_review_part_row_new:
 * @chapter: what the section is about
 *
 * Returns: (transfer floating): a row that says nothing about it yet
 */
GtkWidget *
tambour_review_part_row_new (TambourChapter chapter)
{
  TambourReviewPartRow *self = g_object_new (TAMBOUR_TYPE_REVIEW_PART_ROW, NULL);

  self->chapter = chapter;
  gtk_label_set_text (self->title_label, tambour_review_text_chapter (chapter));

  return GTK_WIDGET (self);
}

/**
 * tambour_review_part_row_get_chapter:
 * @self: a row
 *
 * Returns: what its section is about
 */
TambourChapter
tambour_review_part_row_get_chapter (TambourReviewPartRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REVIEW_PART_ROW (self), TAMBOUR_CHAPTER_COVER);

  return self->chapter;
}

static void
show_state (TambourReviewPartRow    *self,
            const TambourReviewPart *part)
{
  const char *icon = part->needs_work ? "dialog-warning-symbolic" : "object-select-symbolic";

  gtk_image_set_from_icon_name (self->state_icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->state_icon), part->is_in);
  gtk_widget_remove_css_class (GTK_WIDGET (self->state_icon), part->needs_work ? "success" : "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->state_icon), part->needs_work ? "warning" : "success");
  gtk_label_set_text (self->state_label, part->state);
}

static void
set_quiet (TambourReviewPartRow *self,
           gboolean              is_quiet)
{
  GtkWidget *labels[] = { GTK_WIDGET (self->title_label), GTK_WIDGET (self->state_label) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (is_quiet)
      gtk_widget_add_css_class (labels[i], "dimmed");
    else
      gtk_widget_remove_css_class (labels[i], "dimmed");
}

/**
 * tambour_review_part_row_show:
 * @self: a row
 * @part: what is said about its section
 * @can_write: whether somebody may change that
 */
void
tambour_review_part_row_show (TambourReviewPartRow    *self,
                              const TambourReviewPart *part,
                              gboolean                 can_write)
{
  g_autofree char *name = NULL;
  g_autofree char *question = NULL;

  g_return_if_fail (TAMBOUR_IS_REVIEW_PART_ROW (self));

  self->can_move = part->can_move && can_write;
  show_state (self, part);
  set_quiet (self, !part->is_in);
  gtk_widget_set_opacity (self->handle, self->can_move ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check_button), part->is_there && can_write);
  self->is_filling = TRUE;
  gtk_check_button_set_active (self->check_button, part->is_in);
  self->is_filling = FALSE;

  name = g_strdup_printf ("%s, %s", tambour_review_text_chapter (self->chapter), part->state);
  /* Translators: %s is a section of a review; a box that is ticked */
  question = g_strdup_printf (_("%s is in the review"), tambour_review_text_chapter (self->chapter));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check_button), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
}
