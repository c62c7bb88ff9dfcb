/* tambour-portal-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-portal-row.h"
#include "tambour-portal-text.h"

/**
 * TambourPortalRow:
 *
 * A connector: what it is called, how its last run went, and what can be done at once.
 */
struct _TambourPortalRow
{
  AdwActionRow    parent_instance;

  TambourPortals *portals;
  char           *name;

  /* Template widgets */
  GtkWidget      *spinner;
  GtkWidget      *cancel_button;
  GtkWidget      *run_button;
};

G_DEFINE_FINAL_TYPE (TambourPortalRow, tambour_portal_row, ADW_TYPE_ACTION_ROW)

static void
run_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TambourPortalRow *self = TAMBOUR_PORTAL_ROW (widget);

  tambour_portals_run (self->portals, self->name);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourPortalRow *self = TAMBOUR_PORTAL_ROW (widget);

  tambour_portals_cancel (self->portals, self->name);
}

static void
tambour_portal_row_dispose (GObject *object)
{
  TambourPortalRow *self = TAMBOUR_PORTAL_ROW (object);

  g_clear_object (&self->portals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_PORTAL_ROW);

  G_OBJECT_CLASS (tambour_portal_row_parent_class)->dispose (object);
}

static void
tambour_portal_row_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_PORTAL_ROW (object)->name, g_free);

  G_OBJECT_CLASS (tambour_portal_row_parent_class)->finalize (object);
}

static void
tambour_portal_row_class_init (TambourPortalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_portal_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_portal_row_finalize;
  gtk_widget_class_install_action (widget_class, "portal.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "portal.cancel", NULL, cancel_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-portal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourPortalRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalRow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalRow, run_button);
}

static void
tambour_portal_row_init (TambourPortalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_portal_row_new:
 * @portals: the connectors of a portfolio
 *
 * Returns: (transfer floating): a row that shows none of them yet
 */
GtkWidget *
tambour_portal_row_new (TambourPortals *portals)
{
  TambourPortalRow *self = g_object_new (TAMBOUR_TYPE_PORTAL_ROW, NULL);

  self->portals = g_object_ref (portals);

  return GTK_WIDGET (self);
}

/**
 * tambour_portal_row_get_name:
 * @self: a row
 *
 * Returns: (nullable): what the connector is called that it shows
 */
const char *
tambour_portal_row_get_name (TambourPortalRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTAL_ROW (self), NULL);

  return self->name;
}

/**
 * tambour_portal_row_show:
 * @self: a row
 * @status: how a connector stands
 * @now: the time that is "now"
 */
void
tambour_portal_row_show (TambourPortalRow          *self,
                         const TambourPortalStatus *status,
                         TambourInstant             now)
{
  g_autofree char *text = tambour_portal_text_status (status, now);
  gboolean is_failed = status->error != NULL && !status->is_running;

  g_return_if_fail (TAMBOUR_IS_PORTAL_ROW (self));

  g_set_str (&self->name, status->connector->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), self->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_widget_set_visible (self->spinner, status->is_running);
  gtk_widget_set_visible (self->cancel_button, status->is_running);
  gtk_widget_set_visible (self->run_button, !status->is_running);
  if (is_failed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}
