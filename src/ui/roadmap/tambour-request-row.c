/* tambour-request-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-request-row.h"
#include "tambour-roadmap-text.h"
#include "tambour-row-menu.h"
#include "tambour-step-bar.h"
#include "tambour-tooltip.h"

/**
 * TambourRequestRow:
 *
 * A request to the product, how far it is, and how much the customer wants it.
 */
struct _TambourRequestRow
{
  GtkListBoxRow   parent_instance;

  /* Template widgets */
  GtkBox         *texts;
  GtkLabel       *title_label;
  GtkLabel       *line_label;
  GtkWidget      *state_box;
  GtkLabel       *state_label;
  TambourStepBar *step_bar;
  GtkWidget      *weight_box;
  GtkLabel       *weight_label;
  GtkLabel       *factors_label;
};

G_DEFINE_FINAL_TYPE (TambourRequestRow, tambour_request_row, GTK_TYPE_LIST_BOX_ROW)

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourRequestRow *self = TAMBOUR_REQUEST_ROW (widget);
  gboolean is_narrow = breadth >= TAMBOUR_BREADTH_SMALL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->texts), is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->texts, is_narrow ? 4 : 12);
}

static void
tambour_request_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_REQUEST_ROW);

  G_OBJECT_CLASS (tambour_request_row_parent_class)->dispose (object);
}

static void
tambour_request_row_class_init (TambourRequestRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_request_row_dispose;

  g_type_ensure (TAMBOUR_TYPE_STEP_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-request-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourRequestRow, texts);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestRow, state_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestRow, step_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestRow, weight_box);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestRow, weight_label);
  gtk_widget_class_bind_template_child (widget_class, TambourRequestRow, factors_label);
}

static void
tambour_request_row_init (TambourRequestRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_row_menu_add (GTK_LIST_BOX_ROW (self));
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
}

/**
 * tambour_request_row_new:
 * @states: what makes the steps of a list equally wide
 * @weights: what makes the weights of a list equally wide
 *
 * Returns: (transfer floating): a row without a request
 */
GtkWidget *
tambour_request_row_new (GtkSizeGroup *states,
                         GtkSizeGroup *weights)
{
  TambourRequestRow *self = g_object_new (TAMBOUR_TYPE_REQUEST_ROW, NULL);

  gtk_size_group_add_widget (states, self->state_box);
  gtk_size_group_add_widget (weights, self->weight_box);

  return GTK_WIDGET (self);
}

static void
show_weight (TambourRequestRow           *self,
             const TambourRoadmapRequest *request,
             const TambourRoadmapSheet   *sheet)
{
  g_autofree char *weight = g_strdup_printf ("%d", tambour_request_weigh (&request->weight));
  /* Translators: the value of a request, times the need for it: "7 × 8" */
  g_autofree char *factors = g_strdup_printf (_("%1$d × %2$d"), request->weight.value, request->weight.need);
  g_autofree char *explained = tambour_roadmap_text_weight (request, sheet);

  gtk_label_set_text (self->weight_label, weight);
  gtk_label_set_text (self->factors_label, factors);
  tambour_tooltip_set (self->weight_box, explained);
}

/**
 * tambour_request_row_show:
 * @self: a row
 * @request: a request
 * @sheet: what it is a part of
 */
void
tambour_request_row_show (TambourRequestRow           *self,
                          const TambourRoadmapRequest *request,
                          const TambourRoadmapSheet   *sheet)
{
  const char *title = request->request->title ? request->request->title : "";
  g_autofree char *line = tambour_roadmap_text_request (request, sheet);
  g_autofree char *state = tambour_roadmap_text_state (request);
  g_autofree char *weight = tambour_roadmap_text_weight (request, sheet);
  g_autofree char *name = NULL;

  g_return_if_fail (TAMBOUR_IS_REQUEST_ROW (self));

  gtk_label_set_text (self->title_label, title);
  tambour_tooltip_set (self->title_label, title);
  gtk_label_set_text (self->line_label, line);
  tambour_tooltip_set (self->line_label, line);
  gtk_label_set_text (self->state_label, state);
  tambour_tooltip_set (self->state_label, request->reason ? request->reason : state);
  tambour_step_bar_set_steps (self->step_bar, request->n_steps);
  show_weight (self, request, sheet);

  /* Translators: a request, where it comes from, how far it is and what its weight is, for screen readers */
  name = g_strdup_printf (_("%1$s, %2$s, %3$s, %4$s"), title, line, state, weight);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
