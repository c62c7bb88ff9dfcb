/* tambour-step-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-step-bar.h"

#include "tambour-roadmap-sheet.h"

#define HEIGHT 4
#define WIDTH  18
#define GAP    4

/* What is still to come, of the colour of text. */
#define ALPHA_AHEAD .15f

/**
 * TambourStepBar:
 *
 * The steps that a request takes: as many short bars, filled from the side where
 * lines begin. The words beside it say the same.
 */
struct _TambourStepBar
{
  GtkWidget parent_instance;

  guint     n_steps;
};

G_DEFINE_FINAL_TYPE (TambourStepBar, tambour_step_bar, GTK_TYPE_WIDGET)

static void
tambour_step_bar_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TambourStepBar *self = TAMBOUR_STEP_BAR (widget);
  gboolean is_reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float top = (float) (gtk_widget_get_height (widget) - HEIGHT) / 2;
  GdkRGBA taken, ahead;

  gtk_widget_get_color (widget, &taken);
  gtk_widget_get_color (gtk_widget_get_parent (widget), &ahead);
  ahead.alpha *= ALPHA_AHEAD;

  for (guint i = 0; i < TAMBOUR_REQUEST_STEPS; i++)
    {
      guint place = is_reversed ? TAMBOUR_REQUEST_STEPS - 1 - i : i;
      graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) place * (WIDTH + GAP), top, WIDTH, HEIGHT);
      GskRoundedRect bar;

      gsk_rounded_rect_init_from_rect (&bar, &bounds, HEIGHT / 2.0f);
      gtk_snapshot_push_rounded_clip (snapshot, &bar);
      gtk_snapshot_append_color (snapshot, i < self->n_steps ? &taken : &ahead, &bounds);
      gtk_snapshot_pop (snapshot);
    }
}

static void
tambour_step_bar_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : TAMBOUR_REQUEST_STEPS * (WIDTH + GAP) - GAP;
}

static void
tambour_step_bar_class_init (TambourStepBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = tambour_step_bar_snapshot;
  widget_class->measure = tambour_step_bar_measure;

  gtk_widget_class_set_css_name (widget_class, "stepbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tambour_step_bar_init (TambourStepBar *self)
{
}

/**
 * tambour_step_bar_set_steps:
 * @self: a bar
 * @n_steps: how many steps are taken
 */
void
tambour_step_bar_set_steps (TambourStepBar *self,
                            guint           n_steps)
{
  g_return_if_fail (TAMBOUR_IS_STEP_BAR (self));

  if (self->n_steps == n_steps)
    return;

  self->n_steps = n_steps;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
