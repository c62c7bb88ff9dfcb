/* tambour-reports-state.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-reports-state.h"

#include "tambour-reports-text.h"
#include "tambour-tooltip.h"

/**
 * TambourReportsState:
 *
 * How far the report of an account is. What is to be finished is a button that leads there; what
 * failed says why.
 */
struct _TambourReportsState
{
  GtkBox              parent_instance;

  TambourReportsItem *item;
  gulong              handler;
  gulong              page_handler;

  /* Template widgets */
  GtkImage           *image;
  GtkLabel           *label;
  GtkProgressBar     *bar;
  GtkButton          *button;
};

G_DEFINE_FINAL_TYPE (TambourReportsState, tambour_reports_state, GTK_TYPE_BOX)

static const char *
choose_icon (TambourReportsItem *item)
{
  switch (tambour_reports_item_get_stage (item))
    {
    case TAMBOUR_REPORT_STAGE_EXPORTED:
      return "object-select-symbolic";
    case TAMBOUR_REPORT_STAGE_FAILED:
      return "dialog-warning-symbolic";
    case TAMBOUR_REPORT_STAGE_NONE:
    case TAMBOUR_REPORT_STAGE_WAITING:
    case TAMBOUR_REPORT_STAGE_WRITING:
      return NULL;
    }

  g_assert_not_reached ();
}

static void
show_page (TambourReportsState *self,
           gboolean             is_writing)
{
  guint n_pages;
  guint page = tambour_reports_item_get_page (self->item, &n_pages);

  gtk_widget_set_visible (GTK_WIDGET (self->bar), is_writing);
  gtk_progress_bar_set_fraction (self->bar, n_pages > 0 ? (double) page / n_pages : 0);
}

static void
show_button (TambourReportsState *self,
             const char          *text)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", text, tambour_reports_item_get_name (self->item));

  gtk_button_set_label (self->button, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", tambour_reports_item_get_id (self->item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "reports.finish");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show (TambourReportsState *self)
{
  const TambourReportsLine *line = tambour_reports_item_get_line (self->item);
  TambourReportStage stage = tambour_reports_item_get_stage (self->item);
  g_autofree char *text = tambour_reports_text_state (self->item);
  gboolean is_button = stage == TAMBOUR_REPORT_STAGE_NONE && line->readiness->in_plan && line->n_work > 0;
  gboolean is_quiet = stage == TAMBOUR_REPORT_STAGE_WAITING || stage == TAMBOUR_REPORT_STAGE_NONE;
  const char *icon = choose_icon (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->image), icon != NULL);
  gtk_image_set_from_icon_name (self->image, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->image), (const char *[]) { stage == TAMBOUR_REPORT_STAGE_FAILED ? "error" : "success", NULL });
  gtk_widget_set_visible (GTK_WIDGET (self->label), !is_button);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->label), (const char *[]) { "small", is_quiet ? "dimmed" : NULL, NULL });
  tambour_tooltip_set (self->label, tambour_reports_item_get_reason (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->button), is_button);
  if (is_button)
    show_button (self, text);

  show_page (self, stage == TAMBOUR_REPORT_STAGE_WRITING);
}

static void
forget (TambourReportsState *self)
{
  if (self->item != NULL)
    {
      g_clear_signal_handler (&self->handler, self->item);
      g_clear_signal_handler (&self->page_handler, self->item);
    }
  g_clear_object (&self->item);
}

static void
tambour_reports_state_dispose (GObject *object)
{
  TambourReportsState *self = TAMBOUR_REPORTS_STATE (object);

  forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_REPORTS_STATE);

  G_OBJECT_CLASS (tambour_reports_state_parent_class)->dispose (object);
}

static void
tambour_reports_state_class_init (TambourReportsStateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_reports_state_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-reports-state.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourReportsState, image);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsState, label);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsState, bar);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsState, button);
}

static void
tambour_reports_state_init (TambourReportsState *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_reports_state_new:
 *
 * Returns: (transfer floating): a state of nothing
 */
GtkWidget *
tambour_reports_state_new (void)
{
  return g_object_new (TAMBOUR_TYPE_REPORTS_STATE, NULL);
}

/**
 * tambour_reports_state_show:
 * @self: a state
 * @item: (nullable): an account
 *
 * Has it show how far the report of @item is, from now on.
 */
void
tambour_reports_state_show (TambourReportsState *self,
                            TambourReportsItem  *item)
{
  g_return_if_fail (TAMBOUR_IS_REPORTS_STATE (self));

  forget (self);
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  self->handler = g_signal_connect_object (item, "notify::stage", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  self->page_handler = g_signal_connect_object (item, "notify::page", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
