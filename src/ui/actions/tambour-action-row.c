/* tambour-action-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-action-row.h"
#include "tambour-action-text.h"
#include "tambour-menu-button.h"
#include "tambour-tooltip.h"
#include "tambour-when.h"

/**
 * TambourActionRow:
 *
 * An action, a commitment or a decision in a long list. Says “ticked” when its box
 * is, and “chosen” before its menu opens: what then happens is for the list.
 */
struct _TambourActionRow
{
  GtkBox          parent_instance;

  gboolean        is_filling;

  /* Template widgets */
  GtkCheckButton *check;
  GtkLabel       *title_label;
  GtkLabel       *source_label;
  GtkLabel       *when_label;
  GtkMenuButton  *menu_button;
};

G_DEFINE_FINAL_TYPE (TambourActionRow, tambour_action_row, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The box shows how the record stands, not what somebody would like: that it is
 * done is seen when it is written.
 */
static void
toggled_cb (TambourActionRow *self)
{
  if (self->is_filling)
    return;

  self->is_filling = TRUE;
  gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
  self->is_filling = FALSE;
  g_signal_emit (self, signals[TICKED], 0);
}

static void
menu_active_cb (TambourActionRow *self)
{
  if (gtk_menu_button_get_active (self->menu_button))
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
pressed_cb (TambourActionRow *self)
{
  tambour_action_row_open_menu (self);
}

static void
tambour_action_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_ACTION_ROW);

  G_OBJECT_CLASS (tambour_action_row_parent_class)->dispose (object);
}

static void
tambour_action_row_class_init (TambourActionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_action_row_dispose;

  /**
   * TambourActionRow::chosen:
   *
   * Its menu opens.
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TambourActionRow::ticked:
   *
   * Its box was clicked.
   */
  signals[TICKED] =
    g_signal_new ("ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-action-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourActionRow, check);
  gtk_widget_class_bind_template_child (widget_class, TambourActionRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourActionRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, TambourActionRow, when_label);
  gtk_widget_class_bind_template_child (widget_class, TambourActionRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
tambour_action_row_init (TambourActionRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->menu_button, "notify::active", G_CALLBACK (menu_active_cb), self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * tambour_action_row_new:
 * @menu: what can be done with what it shows
 *
 * Returns: (transfer floating): a row without anything to do
 */
GtkWidget *
tambour_action_row_new (GMenuModel *menu)
{
  TambourActionRow *self = g_object_new (TAMBOUR_TYPE_ACTION_ROW, NULL);

  tambour_menu_button_offer (self->menu_button, menu);

  return GTK_WIDGET (self);
}

static void
show_when (TambourActionRow        *self,
           const TambourActionLine *line,
           TambourInstant           now)
{
  g_autofree char *when = tambour_action_text_when (line, now);
  gboolean is_near = line->group <= TAMBOUR_ACTION_GROUP_TODAY;
  const char *classes[] = { is_near ? "small" : "meta", "numeric", line->group == TAMBOUR_ACTION_GROUP_OVERDUE ? "error" : NULL, NULL };

  gtk_label_set_text (self->when_label, when);
  gtk_widget_set_css_classes (GTK_WIDGET (self->when_label), classes);
}

/* What is ticked, can be and would be. */
static void
show_check (TambourActionRow        *self,
            const TambourActionLine *line,
            gboolean                 can_write)
{
  gboolean is_open = tambour_action_line_is_open (line);
  gboolean can_reopen = line->kind == TAMBOUR_ACTION_KIND_ACTION;
  gboolean is_withdrawn = line->kind == TAMBOUR_ACTION_KIND_COMMITMENT && line->status == TAMBOUR_COMMITMENT_STATUS_WITHDRAWN;
  g_autofree char *name = NULL;

  self->is_filling = TRUE;
  gtk_check_button_set_active (self->check, !is_open && !is_withdrawn);
  gtk_check_button_set_inconsistent (self->check, is_withdrawn);
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), can_write && (is_open || can_reopen));

  /* Translators: %s is something to do; the label of its check button */
  name = g_strdup_printf (_("Done: %s"), gtk_label_get_text (self->title_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * tambour_action_row_show:
 * @self: a row
 * @line: something to do
 * @now: the time that is "now"
 * @can_write: whether it can be ticked
 *
 * Returns: (transfer full): what it says, for who cannot see it
 */
char *
tambour_action_row_show (TambourActionRow        *self,
                         const TambourActionLine *line,
                         TambourInstant           now,
                         gboolean                 can_write)
{
  g_autofree char *source = tambour_action_text_source (line, now);
  g_autofree char *when = tambour_action_text_when (line, now);
  g_autofree char *title = g_strdup (line->work->title ? line->work->title : "");

  g_return_val_if_fail (TAMBOUR_IS_ACTION_ROW (self), NULL);

  g_strdelimit (title, "\n", ' ');
  gtk_label_set_text (self->title_label, title);
  tambour_tooltip_set (self->title_label, title);
  gtk_label_set_text (self->source_label, source);
  tambour_tooltip_set (self->source_label, source);
  show_when (self, line, now);
  show_check (self, line, can_write);

  if (*when == '\0')
    /* Translators: title and account of something to do without a day, for screen readers */
    return g_strdup_printf (_("%1$s, %2$s"), title, source);

  /* Translators: title, due day, and account of something to do, for screen readers */
  return g_strdup_printf (_("%1$s, %2$s, %3$s"), title, when, source);
}

/**
 * tambour_action_row_open_menu:
 * @self: a row
 *
 * Opens the menu of what can be done with what it shows.
 */
void
tambour_action_row_open_menu (TambourActionRow *self)
{
  g_return_if_fail (TAMBOUR_IS_ACTION_ROW (self));

  gtk_menu_button_popup (self->menu_button);
}
