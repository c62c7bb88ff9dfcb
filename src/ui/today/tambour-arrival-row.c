/* tambour-arrival-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-arrival-row.h"
#include "tambour-clock-text.h"
#include "tambour-priority-label.h"
#include "tambour-today-text.h"

/**
 * TambourArrivalRow:
 *
 * A case that came in after hours: what it is, who answered, and a dot that goes
 * when one has seen it, by the dot itself or by Space.
 */
struct _TambourArrivalRow
{
  GtkListBoxRow  parent_instance;

  char          *case_id;

  /* Template widgets */
  GtkButton     *seen_button;
  GtkLabel      *priority_label;
  GtkLabel      *title_label;
  GtkLabel      *source_label;
  GtkLabel      *time_label;
};

G_DEFINE_FINAL_TYPE (TambourArrivalRow, tambour_arrival_row, GTK_TYPE_LIST_BOX_ROW)

static void
acknowledge_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "today.acknowledge", "s", TAMBOUR_ARRIVAL_ROW (widget)->case_id);
}

static void
tambour_arrival_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_ARRIVAL_ROW);

  G_OBJECT_CLASS (tambour_arrival_row_parent_class)->dispose (object);
}

static void
tambour_arrival_row_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_ARRIVAL_ROW (object)->case_id, g_free);

  G_OBJECT_CLASS (tambour_arrival_row_parent_class)->finalize (object);
}

static void
tambour_arrival_row_class_init (TambourArrivalRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_arrival_row_dispose;
  object_class->finalize = tambour_arrival_row_finalize;

  gtk_widget_class_install_action (widget_class, "arrival.acknowledge", NULL, acknowledge_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "arrival.acknowledge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Space, 0, "arrival.acknowledge", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-arrival-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourArrivalRow, seen_button);
  gtk_widget_class_bind_template_child (widget_class, TambourArrivalRow, priority_label);
  gtk_widget_class_bind_template_child (widget_class, TambourArrivalRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourArrivalRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, TambourArrivalRow, time_label);
}

static void
tambour_arrival_row_init (TambourArrivalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_arrival_row_new:
 *
 * Returns: (transfer floating): a row without a case
 */
GtkWidget *
tambour_arrival_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_ARRIVAL_ROW, NULL);
}

/**
 * tambour_arrival_row_show:
 * @self: an arrival row
 * @arrival: a case that came in after hours
 * @now: the time that is "now"
 */
void
tambour_arrival_row_show (TambourArrivalRow         *self,
                          const TambourTodayArrival *arrival,
                          TambourInstant             now)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *number = tambour_today_text_number (arrival->number);
  g_autofree char *facts = tambour_today_text_arrival (arrival, now);
  g_autofree char *source = tambour_today_text_join (number, arrival->account.name ? arrival->account.name : "", facts, NULL);
  g_autofree char *time = tambour_when_moment (arrival->opened_at, here, now);
  const char *title = arrival->title && *arrival->title ? arrival->title : _("Untitled case");
  g_autofree char *name = NULL;
  g_autofree char *seen = NULL;

  g_return_if_fail (TAMBOUR_IS_ARRIVAL_ROW (self));

  g_set_str (&self->case_id, arrival->case_id);
  gtk_widget_set_visible (GTK_WIDGET (self->priority_label), tambour_priority_label_show (self->priority_label, arrival->priority));
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->source_label, source);
  gtk_label_set_text (self->time_label, time);

  /* Translators: priority, title, and when a case came in, for screen readers */
  name = g_strdup_printf (_("%1$s %2$s, came in %3$s"), tambour_clock_text_priority (arrival->priority), title, time);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, source, -1);

  /* Translators: %s is what a case is about */
  seen = g_strdup_printf (_("Mark as seen: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->seen_button), GTK_ACCESSIBLE_PROPERTY_LABEL, seen, -1);
}
