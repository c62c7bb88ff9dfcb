/* tambour-goal-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-text.h"
#include "tambour-bar.h"
#include "tambour-breadth.h"
#include "tambour-goal-row.h"
#include "tambour-tooltip.h"

/**
 * TambourGoalRow:
 *
 * A goal, how far it is, and how it stands. Where it is narrow the bar is below.
 */
struct _TambourGoalRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkBox        *texts;
  GtkLabel      *title_label;
  GtkLabel      *line_label;
  GtkBox        *measure;
  TambourBar    *bar;
  GtkLabel      *percent_label;
  GtkBox        *tag_box;
  GtkLabel      *tag_label;
};

G_DEFINE_FINAL_TYPE (TambourGoalRow, tambour_goal_row, GTK_TYPE_LIST_BOX_ROW)

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourGoalRow *self = TAMBOUR_GOAL_ROW (widget);
  gboolean is_narrow = breadth >= TAMBOUR_BREADTH_SMALL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->texts), is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->texts, is_narrow ? 4 : 12);
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), is_narrow);
  gtk_widget_set_size_request (GTK_WIDGET (self->bar), is_narrow ? 60 : 110, -1);
}

static void
tambour_goal_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_GOAL_ROW);

  G_OBJECT_CLASS (tambour_goal_row_parent_class)->dispose (object);
}

static void
tambour_goal_row_class_init (TambourGoalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_goal_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-goal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourGoalRow, texts);
  gtk_widget_class_bind_template_child (widget_class, TambourGoalRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourGoalRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourGoalRow, measure);
  gtk_widget_class_bind_template_child (widget_class, TambourGoalRow, bar);
  gtk_widget_class_bind_template_child (widget_class, TambourGoalRow, percent_label);
  gtk_widget_class_bind_template_child (widget_class, TambourGoalRow, tag_box);
  gtk_widget_class_bind_template_child (widget_class, TambourGoalRow, tag_label);
}

static void
tambour_goal_row_init (TambourGoalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
}

/**
 * tambour_goal_row_new:
 * @tags: what makes the tags of a list equally wide
 *
 * Returns: (transfer floating): a row without a goal
 */
GtkWidget *
tambour_goal_row_new (GtkSizeGroup *tags)
{
  TambourGoalRow *self = g_object_new (TAMBOUR_TYPE_GOAL_ROW, NULL);

  gtk_size_group_add_widget (tags, GTK_WIDGET (self->tag_box));

  return GTK_WIDGET (self);
}

/* A goal that is not measured has no bar: it is not at nothing. */
static void
show_progress (TambourGoalRow        *self,
               const TambourGoalView *goal)
{
  g_autofree char *percent = tambour_account_text_percent (goal->progress);
  const char *classes[] = { tambour_account_text_goal_bar (goal->tag), NULL };

  tambour_bar_set_part (self->bar, isnan (goal->progress) ? 0 : CLAMP (goal->progress, 0, 1));
  gtk_widget_set_css_classes (GTK_WIDGET (self->bar), classes);
  gtk_widget_set_opacity (GTK_WIDGET (self->bar), isnan (goal->progress) ? 0 : 1);
  gtk_label_set_text (self->percent_label, percent);
}

/**
 * tambour_goal_row_show:
 * @self: a goal row
 * @goal: a goal
 * @today: the day that is today
 */
void
tambour_goal_row_show (TambourGoalRow        *self,
                       const TambourGoalView *goal,
                       TambourDate            today)
{
  const char *title = goal->goal->statement ? goal->goal->statement : "";
  const char *tag = tambour_account_text_goal_tag (goal->tag);
  const char *classes[] = { "tag", tambour_account_text_goal_style (goal->tag), NULL };
  g_autofree char *line = tambour_account_text_goal_line (goal, today);
  g_autofree char *name = NULL;

  g_return_if_fail (TAMBOUR_IS_GOAL_ROW (self));

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->line_label, line);
  tambour_tooltip_set (self->title_label, title);
  tambour_tooltip_set (self->line_label, line);
  gtk_label_set_text (self->tag_label, tag);
  gtk_widget_set_css_classes (GTK_WIDGET (self->tag_label), classes);
  show_progress (self, goal);

  /* Translators: a goal, how far it is, its progress in percent, and how it stands, for screen readers */
  name = g_strdup_printf (_("%1$s, %2$s, %3$s, %4$s"), title, line, gtk_label_get_text (self->percent_label), tag);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
