/* tambour-listener-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-listener-row.h"
#include "tambour-requests-text.h"
#include "tambour-row-menu.h"
#include "tambour-tooltip.h"

/**
 * TambourListenerRow:
 *
 * Somebody who asked for a request: whether that one knows what became of it, and what to
 * do if not.
 */
struct _TambourListenerRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkImage      *image;
  GtkLabel      *name_label;
  GtkLabel      *line_label;
  GtkWidget     *copy_button;
  GtkWidget     *tell_button;
};

G_DEFINE_FINAL_TYPE (TambourListenerRow, tambour_listener_row, GTK_TYPE_LIST_BOX_ROW)

static void
tambour_listener_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_LISTENER_ROW);

  G_OBJECT_CLASS (tambour_listener_row_parent_class)->dispose (object);
}

static void
tambour_listener_row_class_init (TambourListenerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_listener_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-listener-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourListenerRow, image);
  gtk_widget_class_bind_template_child (widget_class, TambourListenerRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, TambourListenerRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourListenerRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TambourListenerRow, tell_button);
}

static void
tambour_listener_row_init (TambourListenerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_row_menu_add (GTK_LIST_BOX_ROW (self));
}

/**
 * tambour_listener_row_new:
 *
 * Returns: (transfer floating): a row of nobody
 */
GtkWidget *
tambour_listener_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_LISTENER_ROW, NULL);
}

static void
show_state (TambourListenerRow           *self,
            const TambourRequestListener *listener)
{
  gboolean is_told = tambour_date_is_stated (listener->told_on) && !listener->must_be_told;
  const char *classes[] = { is_told ? "success" : listener->must_be_told ? "warning"
                                                                         : "dimmed",
                            NULL };
  const char *state = is_told ? _("Told") : listener->must_be_told ? _("Must be told")
                                                                    : _("Nothing to tell");

  gtk_image_set_from_icon_name (self->image, is_told ? "object-select-symbolic" : listener->must_be_told ? "mail-unread-symbolic"
                                                                                                         : "tambour-people-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->image), classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->image), GTK_ACCESSIBLE_PROPERTY_LABEL, state, -1);
  tambour_tooltip_set (self->image, state);
}

/**
 * tambour_listener_row_show:
 * @self: a row
 * @listener: who asked
 * @today: the day that is today
 * @can_write: whether it can be said that somebody was told
 */
void
tambour_listener_row_show (TambourListenerRow           *self,
                           const TambourRequestListener *listener,
                           TambourDate                   today,
                           gboolean                      can_write)
{
  const char *title = tambour_requests_text_listener (listener);
  g_autofree char *line = tambour_requests_text_told (listener, today);
  g_autofree char *name = NULL;
  GVariant *target;

  g_return_if_fail (TAMBOUR_IS_LISTENER_ROW (self));

  target = g_variant_new ("(ss)", listener->asker->account_id, listener->contact_id ? listener->contact_id : "");
  g_variant_ref_sink (target);
  gtk_label_set_text (self->name_label, title);
  gtk_label_set_text (self->line_label, line);
  tambour_tooltip_set (self->line_label, line);
  show_state (self, listener);
  gtk_widget_set_visible (self->copy_button, listener->must_be_told);
  gtk_widget_set_visible (self->tell_button, listener->must_be_told && can_write);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->copy_button), target);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->tell_button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->copy_button), "request.copy-message");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->tell_button), "request.tell");
  g_variant_unref (target);

  /* Translators: somebody who asked for a request, and what that one was told, for screen readers */
  name = g_strdup_printf (_("%1$s, %2$s"), title, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
