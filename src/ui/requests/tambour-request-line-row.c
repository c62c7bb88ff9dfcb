/* tambour-request-line-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-request-line-row.h"
#include "tambour-requests-text.h"
#include "tambour-step-bar.h"
#include "tambour-tooltip.h"

/**
 * TambourRequestLineRow:
 *
 * A request in the list of all accounts: how far it is, who waits to hear of it, and how
 * much all of them want it.
 */
struct _TambourRequestLineRow
{
  GtkBox          parent_instance;

  /* Template widgets */
  GtkBox         *texts;
  GtkLabel       *title_label;
  GtkLabel       *tell_label;
  GtkLabel       *line_label;
  GtkWidget      *state_box;
  GtkLabel       *state_label;
  TambourStepBar *step_bar;
  GtkWidget      *weight_box;
  GtkLabel       *weight_label;
  GtkLabel       *factors_label;
};

G_DEFINE_FINAL_TYPE (TambourRequestLineRow, tambour_request_line_row, GTK_TYPE_BOX)

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourRequestLineRow *self = TAMBOUR_REQUEST_LINE_ROW (widget);
  gboolean is_small = breadth >= TAMBOUR_BREADTH_SMALL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->texts), is_small ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->texts, is_small ? 4 : 12);
  gtk_widget_set_visible (GTK_WIDGET (self->factors_label), breadth < TAMBOUR_BREADTH_NARROW);
}

static void
tambour_request_line_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_REQUEST_LINE_ROW);

  G_OBJECT_CLASS (tambour_request_line_row_parent_class)->dispose (object);
}

static void
tambour_request_line_row_class_init (TambourRequestLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_request_line_row_dispose;

  g_type_ensure (TAMBOUR_TYPE_STEP_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-request-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourRequestLineRow, texts);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestLineRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestLineRow, tell_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestLineRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestLineRow, state_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestLineRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestLineRow, step_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestLineRow, weight_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestLineRow, weight_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestLineRow, factors_label);
}

static void
tambour_request_line_row_init (TambourRequestLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
}

/**
 * tambour_request_line_row_new:
 * @states: what makes the steps of a list equally wide
 * @weights: what makes the weights of a list equally wide
 *
 * Returns: (transfer floating): a row without a request
 */
GtkWidget *
tambour_request_line_row_new (GtkSizeGroup *states,
                              GtkSizeGroup *weights)
{
  TambourRequestLineRow *self = g_object_new (TAMBOUR_TYPE_REQUEST_LINE_ROW, NULL);

  gtk_size_group_add_widget (states, self->state_box);
  gtk_size_group_add_widget (weights, self->weight_box);

  return GTK_WIDGET (self);
}

static void
show_weight (TambourRequestLineRow    *self,
             const TambourRequestLine *line)
{
  g_autofree char *weight = g_strdup_printf ("%d", line->weight);
  g_autofree char *factors = tambour_requests_text_factors (line);
  g_autofree char *explained = tambour_requests_text_weight (line);

  gtk_label_set_text (self->weight_label, line->askers->len > 0 ? weight : "–");
  gtk_label_set_text (self->factors_label, factors);
  tambour_tooltip_set (self->weight_box, explained);
}

/**
 * tambour_request_line_row_show:
 * @self: a row
 * @line: a request
 * @today: the day that is today
 *
 * Returns: (transfer full): what it says, for who cannot see it
 */
char *
tambour_request_line_row_show (TambourRequestLineRow    *self,
                               const TambourRequestLine *line,
                               TambourDate               today)
{
  g_autofree char *title = tambour_requests_text_title (line);
  g_autofree char *facts = tambour_requests_text_line (line, today);
  g_autofree char *state = tambour_requests_text_state (line);
  g_autofree char *tell = tambour_requests_text_tell (line->n_to_tell);

  g_return_val_if_fail (TAMBOUR_IS_REQUEST_LINE_ROW (self), NULL);

  gtk_label_set_text (self->title_label, title);
  tambour_tooltip_set (self->title_label, title);
  gtk_label_set_text (self->tell_label, tell);
  gtk_widget_set_visible (GTK_WIDGET (self->tell_label), *tell != '\0');
  gtk_label_set_text (self->line_label, facts);
  tambour_tooltip_set (self->line_label, facts);
  gtk_label_set_text (self->state_label, state);
  tambour_tooltip_set (self->state_label, line->reason ? line->reason : state);
  tambour_step_bar_set_steps (self->step_bar, line->n_steps);
  show_weight (self, line);

  if (*tell == '\0')
    /* Translators: a request, where it comes from, how far it is and what it weighs, for screen readers */
    return g_strdup_printf (_("%1$s, %2$s, %3$s, weight %4$d"), title, facts, state, line->weight);

  /* Translators: the same, and how many must be told of it, for screen readers */
  return g_strdup_printf (_("%1$s, %2$s, %3$s, weight %4$d, %5$s"), title, facts, state, line->weight, tell);
}
