/* tambour-choices.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-choices.h"

/* The digits that there are keys for. */
#define MAX_DIGIT 9

/**
 * TambourChoices:
 *
 * A few things that one can do next, as rows. While they have the focus, the
 * digit that a row shows does what it says.
 */
struct _TambourChoices
{
  AdwBin parent_instance;

  guint  n_rows;
};

G_DEFINE_FINAL_TYPE (TambourChoices, tambour_choices, ADW_TYPE_BIN)

static GtkListBox *
get_list (TambourChoices *self)
{
  return GTK_LIST_BOX (adw_bin_get_child (ADW_BIN (self)));
}

static GtkWidget *
new_hint (guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "kbd");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  return label;
}

static GtkWidget *
new_icon (const char *name)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "icon-name", name,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       NULL);
}

static gboolean
digit_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  TambourChoices *self = TAMBOUR_CHOICES (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_list (self), g_variant_get_int32 (arguments));

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate (GTK_WIDGET (row));

  return GDK_EVENT_STOP;
}

static void
add_digits (TambourChoices *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (int i = 0; i < MAX_DIGIT; i++)
    {
      GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_1 + (guint) i, 0),
                                                                 gtk_keyval_trigger_new (GDK_KEY_KP_1 + (guint) i, 0));
      GtkShortcut *shortcut = gtk_shortcut_new (trigger, gtk_callback_action_new (digit_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }

  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* The keys work at once; the ring is there when somebody uses them. */
static void
map_cb (TambourChoices *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (get_list (self), 0);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (first == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (first));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), FALSE);
}

static void
tambour_choices_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_CHOICES);

  G_OBJECT_CLASS (tambour_choices_parent_class)->dispose (object);
}

static void
tambour_choices_class_init (TambourChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_choices_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-choices.ui");
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
}

static void
tambour_choices_init (TambourChoices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_digits (self);
}

/**
 * tambour_choices_clear:
 * @self: the choices
 *
 * There is nothing to choose from any more.
 */
void
tambour_choices_clear (TambourChoices *self)
{
  g_return_if_fail (TAMBOUR_IS_CHOICES (self));

  gtk_list_box_remove_all (get_list (self));
  self->n_rows = 0;
}

/**
 * tambour_choices_add:
 * @self: the choices
 * @icon: the name of an icon
 * @title: what one can do
 * @subtitle: (nullable): what that means
 * @action: the action that does it
 * @target: (nullable): a text for the action
 */
void
tambour_choices_add (TambourChoices *self,
                     const char     *icon,
                     const char     *title,
                     const char     *subtitle,
                     const char     *action,
                     const char     *target)
{
  GtkWidget *row;

  g_return_if_fail (TAMBOUR_IS_CHOICES (self));

  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "activatable", TRUE,
                      "action-name", action,
                      NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle ? subtitle : "");
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_icon (icon));
  if (++self->n_rows <= MAX_DIGIT)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_hint (self->n_rows));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_icon ("go-next-symbolic"));

  gtk_list_box_append (get_list (self), row);
}
