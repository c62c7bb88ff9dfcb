/* tambour-call-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-call-row.h"
#include "tambour-today-text.h"
#include "tambour-tooltip.h"
#include "tambour-when.h"

/**
 * TambourCallRow:
 *
 * A call that is planned for today: when it is here and at the customer's, with
 * whom, and what it is; and its prep sheet, which stands out for the next one.
 * The keyboard reaches that by Ctrl and P on the row.
 */
struct _TambourCallRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkBox        *time_box;
  GtkLabel      *time_label;
  GtkLabel      *there_label;
  GtkLabel      *account_label;
  GtkLabel      *title_label;
  GtkButton     *prep_button;
};

G_DEFINE_FINAL_TYPE (TambourCallRow, tambour_call_row, GTK_TYPE_LIST_BOX_ROW)

static void
tambour_call_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_CALL_ROW);

  G_OBJECT_CLASS (tambour_call_row_parent_class)->dispose (object);
}

static void
tambour_call_row_class_init (TambourCallRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_call_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-call-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourCallRow, time_box);
  gtk_widget_class_bind_template_child (widget_class, TambourCallRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCallRow, there_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCallRow, account_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCallRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCallRow, prep_button);
}

static void
tambour_call_row_init (TambourCallRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_call_row_new:
 * @columns: keeps the times of all rows equally wide
 *
 * Returns: (transfer floating): a row without a call
 */
GtkWidget *
tambour_call_row_new (GtkSizeGroup *columns)
{
  TambourCallRow *self = g_object_new (TAMBOUR_TYPE_CALL_ROW, NULL);

  gtk_size_group_add_widget (columns, GTK_WIDGET (self->time_box));

  return GTK_WIDGET (self);
}

/* Letters of zones are short; who does not know them finds the city here. */
static void
show_there (TambourCallRow         *self,
            const TambourTodayCall *call,
            TambourInstant          now)
{
  g_autoptr(GTimeZone) zone = tambour_when_zone (call->account.zone);
  g_autofree char *there = tambour_today_text_there (call);
  g_autofree char *moment = tambour_when_moment (call->start, zone, now);
  g_autofree char *city = tambour_when_city (call->account.zone);
  g_autofree char *place = *city ? g_strdup_printf (C_("time", "%1$s %2$s"), moment, city) : NULL;

  gtk_label_set_text (self->there_label, there);
  gtk_widget_set_visible (GTK_WIDGET (self->there_label), *there != '\0');
  tambour_tooltip_set (self->time_box, place);
}

static void
show_button (TambourCallRow         *self,
             const TambourTodayCall *call,
             gboolean                is_next,
             gboolean                is_narrow)
{
  GtkWidget *button = GTK_WIDGET (self->prep_button);
  /* Translators: %s is the name of an account */
  g_autofree char *name = g_strdup_printf (_("Prep sheet of %s"), call->account.name ? call->account.name : "");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", call->account.id, call->id);
  /* Translators: a short label of a button that opens a prep sheet */
  gtk_button_set_label (self->prep_button, is_narrow ? C_("button", "Prep") : _("Prep Sheet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (is_next)
    gtk_widget_remove_css_class (button, "flat");
  else
    gtk_widget_add_css_class (button, "flat");
}

/**
 * tambour_call_row_show:
 * @self: a call row
 * @call: a call
 * @now: the time that is "now"
 * @is_next: whether it is the next call, or the one that is going on
 * @is_narrow: whether there is little room
 */
void
tambour_call_row_show (TambourCallRow         *self,
                       const TambourTodayCall *call,
                       TambourInstant          now,
                       gboolean                is_next,
                       gboolean                is_narrow)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);
  g_autofree char *time = tambour_when_time (call->start, here);
  g_autofree char *title = tambour_today_text_call (call);
  const char *account = call->account.name ? call->account.name : "";
  g_autofree char *name = NULL;
  gboolean is_over = call->start.seconds + call->minutes * TAMBOUR_MINUTE < now.seconds;

  g_return_if_fail (TAMBOUR_IS_CALL_ROW (self));

  gtk_label_set_text (self->time_label, time);
  gtk_label_set_text (self->account_label, account);
  gtk_label_set_text (self->title_label, title);
  show_there (self, call, now);
  show_button (self, call, is_next, is_narrow);
  if (is_over)
    gtk_widget_add_css_class (GTK_WIDGET (self->time_label), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->time_label), "dimmed");

  /* Translators: time, account and title of a call, for screen readers */
  name = g_strdup_printf (_("%1$s, %2$s, %3$s"), time, account, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
