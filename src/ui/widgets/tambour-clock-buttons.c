/* tambour-clock-buttons.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-clock-buttons.h"

/* So that the call stands below the title. */
#define CALL_MARGIN 30

/**
 * TambourClockButtons:
 *
 * What can be done about the nearest P1, as the last line of its clock row:
 * call back, open the case, log the response.
 */
struct _TambourClockButtons
{
  GtkBox     parent_instance;

  /* Template widgets */
  GtkButton *call_button;
  GtkBox    *call_box;
  GtkLabel  *call_label;
  GtkButton *open_button;
};

G_DEFINE_FINAL_TYPE (TambourClockButtons, tambour_clock_buttons, GTK_TYPE_BOX)

static void
tambour_clock_buttons_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_CLOCK_BUTTONS);

  G_OBJECT_CLASS (tambour_clock_buttons_parent_class)->dispose (object);
}

static void
tambour_clock_buttons_class_init (TambourClockButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_clock_buttons_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-clock-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourClockButtons, call_button);
  gtk_widget_class_bind_template_child (widget_class, TambourClockButtons, call_box);
  gtk_widget_class_bind_template_child (widget_class, TambourClockButtons, call_label);
  gtk_widget_class_bind_template_child (widget_class, TambourClockButtons, open_button);
}

static void
tambour_clock_buttons_init (TambourClockButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_clock_buttons_new:
 *
 * Returns: (transfer floating): buttons that nobody can be called with yet
 */
GtkWidget *
tambour_clock_buttons_new (void)
{
  return g_object_new (TAMBOUR_TYPE_CLOCK_BUTTONS, NULL);
}

/**
 * tambour_clock_buttons_arrange:
 * @self: buttons
 * @caller: (nullable): who is to be called, in words; %NULL if nobody can be
 * @is_narrow: whether there is little room
 *
 * Stands them beside each other, and where it is narrow as wide as the row.
 */
void
tambour_clock_buttons_arrange (TambourClockButtons *self,
                               const char          *caller,
                               gboolean             is_narrow)
{
  g_return_if_fail (TAMBOUR_IS_CLOCK_BUTTONS (self));

  gtk_box_set_homogeneous (GTK_BOX (self), is_narrow);
  gtk_widget_set_halign (GTK_WIDGET (self), caller ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->call_button), caller != NULL);
  gtk_widget_set_halign (GTK_WIDGET (self->call_button), is_narrow ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  gtk_widget_set_margin_start (GTK_WIDGET (self->call_button), is_narrow ? 0 : CALL_MARGIN);
  gtk_widget_set_halign (GTK_WIDGET (self->call_box), is_narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_button_set_has_frame (self->call_button, is_narrow);
  gtk_label_set_text (self->call_label, is_narrow || caller == NULL ? _("Call Back") : caller);
  if (caller != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->call_button), GTK_ACCESSIBLE_PROPERTY_LABEL, caller, -1);
}
