/* tambour-case-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-text.h"
#include "tambour-breadth.h"
#include "tambour-case-row.h"
#include "tambour-clock-text.h"
#include "tambour-priority-label.h"
#include "tambour-tooltip.h"

/**
 * TambourCaseRow:
 *
 * An open case whose promise was kept, or that nothing was promised for; one
 * whose clock is open is a #TambourClockRow.
 */
struct _TambourCaseRow
{
  GtkListBoxRow  parent_instance;

  GtkSizeGroup  *columns;
  gboolean       is_narrow;
  gboolean       is_met;

  /* Template widgets */
  GtkLabel      *priority_label;
  GtkLabel      *title_label;
  GtkLabel      *source_label;
  GtkBox        *state_box;
  GtkLabel      *state_label;
  GtkLabel      *time_label;
  GtkBox        *met_box;
};

G_DEFINE_FINAL_TYPE (TambourCaseRow, tambour_case_row, GTK_TYPE_LIST_BOX_ROW)

/* Where it is narrow, that a promise was kept is all there is room for. */
static void
arrange (TambourCaseRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->state_box), !self->is_narrow || !self->is_met);
  gtk_widget_set_visible (GTK_WIDGET (self->met_box), !self->is_narrow || self->is_met);
  gtk_widget_set_opacity (GTK_WIDGET (self->met_box), self->is_met ? 1 : 0);
}

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourCaseRow *self = TAMBOUR_CASE_ROW (widget);

  self->is_narrow = breadth >= TAMBOUR_BREADTH_NARROW;
  arrange (self);
  if (self->columns == NULL)
    return;

  if (self->is_narrow)
    gtk_size_group_remove_widget (self->columns, GTK_WIDGET (self->met_box));
  else
    gtk_size_group_add_widget (self->columns, GTK_WIDGET (self->met_box));
}

static void
tambour_case_row_dispose (GObject *object)
{
  g_clear_object (&TAMBOUR_CASE_ROW (object)->columns);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_CASE_ROW);

  G_OBJECT_CLASS (tambour_case_row_parent_class)->dispose (object);
}

static void
tambour_case_row_class_init (TambourCaseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_case_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-case-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourCaseRow, priority_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseRow, state_box);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseRow, met_box);
}

static void
tambour_case_row_init (TambourCaseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_case_row_new:
 * @columns: (nullable): what makes the last column of a list equally wide
 *
 * Returns: (transfer floating): a row without a case
 */
GtkWidget *
tambour_case_row_new (GtkSizeGroup *columns)
{
  TambourCaseRow *self = g_object_new (TAMBOUR_TYPE_CASE_ROW, NULL);

  g_set_object (&self->columns, columns);
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);

  return GTK_WIDGET (self);
}

/**
 * tambour_case_row_show:
 * @self: a case row
 * @shown: an open case
 * @today: the day that is today
 */
void
tambour_case_row_show (TambourCaseRow            *self,
                       const TambourOverviewCase *shown,
                       TambourDate                today)
{
  g_autofree char *title = tambour_record_dup_title (TAMBOUR_RECORD (shown->record));
  g_autofree char *source = tambour_account_text_case_source (shown);
  g_autofree char *state = tambour_account_text_case_state (shown);
  g_autofree char *time = tambour_account_text_case_time (shown, today);
  g_autofree char *name = NULL;

  g_return_if_fail (TAMBOUR_IS_CASE_ROW (self));

  tambour_priority_label_show (self->priority_label, shown->record->priority);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->source_label, source);
  gtk_label_set_text (self->state_label, state);
  gtk_label_set_text (self->time_label, time);
  tambour_tooltip_set (self->title_label, title);
  tambour_tooltip_set (self->source_label, source);
  self->is_met = shown->clock != NULL && shown->clock->state == TAMBOUR_CLOCK_STATE_MET;
  arrange (self);

  /* Translators: priority, title, number and state of a case, and how long that took, for screen readers */
  name = g_strdup_printf (_("%1$s %2$s, %3$s, %4$s %5$s"), tambour_clock_text_priority (shown->record->priority), title, source, state, time);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
