/* tambour-sync-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-sync-line.h"

#include "tambour-later.h"
#include "tambour-sync-details.h"
#include "tambour-sync-text.h"
#include "tambour-team.h"

/**
 * TambourSyncLine:
 *
 * The foot of the sidebar: whether everybody has what is written here, and where it
 * is kept where there is no team (DESIGN.md section 1). What stands behind it opens
 * above it; where there are conflicts, the line leads to them.
 */
struct _TambourSyncLine
{
  AdwBin              parent_instance;

  TambourTeam        *team;
  GSignalGroup       *signals;
  TambourSyncDetails *details;         /* NULL until somebody opens them */

  /* Template widgets */
  GtkWidget          *conflict_button;
  GtkLabel           *conflict_label;
  GtkMenuButton      *button;
  GtkWidget          *state_box;
  GtkImage           *image;
  GtkWidget          *spinner;
  GtkLabel           *label;
  GtkLabel           *time_label;
  GtkWidget          *more_image;
};

G_DEFINE_FINAL_TYPE (TambourSyncLine, tambour_sync_line, ADW_TYPE_BIN)

static void
show_icon (TambourSyncLine         *self,
           const TambourSyncStatus *status)
{
  const char *icon = tambour_sync_text_icon (status);
  const char *colour = tambour_sync_text_colour (status);

  gtk_widget_set_visible (GTK_WIDGET (self->image), icon != NULL);
  gtk_widget_set_visible (self->spinner, icon == NULL);
  if (icon != NULL)
    gtk_image_set_from_icon_name (self->image, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->image), (const char *[]) { colour, NULL });
}

/* The line leads to the conflicts, and its time to what stands behind it. */
static void
show_conflicts (TambourSyncLine *self,
                const char      *line,
                const char      *time)
{
  gtk_label_set_text (self->conflict_label, line);
  gtk_label_set_text (self->time_label, time);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Sync Details"));
}

static void
status_changed_cb (TambourSyncLine *self)
{
  const TambourSyncStatus *status = tambour_team_get_status (self->team);
  TambourInstant now = tambour_portfolio_now (tambour_team_get_portfolio (self->team));
  gboolean has_conflict = tambour_sync_text_has_conflict (status);
  g_autofree char *line = tambour_sync_text_line (status);
  g_autofree char *time = tambour_sync_text_time (status, now);

  gtk_widget_set_visible (self->conflict_button, has_conflict);
  gtk_widget_set_visible (self->state_box, !has_conflict);
  gtk_widget_set_hexpand (GTK_WIDGET (self->button), !has_conflict);
  gtk_widget_set_visible (self->more_image, has_conflict && *time == '\0');
  if (self->details != NULL)
    tambour_sync_details_show (self->details, status, now);
  if (has_conflict)
    {
      show_conflicts (self, line, time);
      return;
    }

  show_icon (self, status);
  gtk_label_set_text (self->label, line);
  gtk_label_set_text (self->time_label, tambour_sync_text_is_busy (status) ? "" : time);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), NULL);
}

/* To count conflicts, and to talk to a server, has time until the first page is drawn. */
static gboolean
begin (gpointer owner)
{
  TambourSyncLine *self = owner;

  if (self->team != NULL)
    tambour_team_begin (self->team);

  return G_SOURCE_REMOVE;
}

static void
tambour_sync_line_dispose (GObject *object)
{
  TambourSyncLine *self = TAMBOUR_SYNC_LINE (object);

  self->details = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_SYNC_LINE);
  g_clear_object (&self->signals);
  g_clear_object (&self->team);

  G_OBJECT_CLASS (tambour_sync_line_parent_class)->dispose (object);
}

static void
tambour_sync_line_class_init (TambourSyncLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_sync_line_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-sync-line.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourSyncLine, conflict_button);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncLine, conflict_label);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncLine, button);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncLine, state_box);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncLine, image);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncLine, spinner);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncLine, label);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncLine, time_label);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncLine, more_image);
}

static void
create_details (GtkMenuButton *button,
                gpointer       user_data)
{
  TambourSyncLine *self = user_data;
  GtkWidget *popover;

  if (self->details != NULL || self->team == NULL)
    return;

  self->details = g_object_new (TAMBOUR_TYPE_SYNC_DETAILS, NULL);
  tambour_sync_details_set_portfolio (self->details, tambour_team_get_portfolio (self->team));
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->details));
  gtk_menu_button_set_popover (button, popover);
  status_changed_cb (self);
}

static void
tambour_sync_line_init (TambourSyncLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, create_details, self, NULL);

  self->signals = g_signal_group_new (TAMBOUR_TYPE_TEAM);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (status_changed_cb), self);
}

/**
 * tambour_sync_line_set_portfolio:
 * @self: a line
 * @portfolio: (nullable): whose state it tells
 */
void
tambour_sync_line_set_portfolio (TambourSyncLine  *self,
                                 TambourPortfolio *portfolio)
{
  TambourTeam *team = portfolio ? tambour_team_of (portfolio) : NULL;

  g_return_if_fail (TAMBOUR_IS_SYNC_LINE (self));

  if (!g_set_object (&self->team, team))
    return;

  g_signal_group_set_target (self->signals, team);
  if (self->details != NULL)
    tambour_sync_details_set_portfolio (self->details, portfolio);
  if (team == NULL)
    return;

  status_changed_cb (self);
  tambour_later_run (self, GTK_WIDGET (self), begin);
}
