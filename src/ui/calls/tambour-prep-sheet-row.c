/* tambour-prep-sheet-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-menu-button.h"
#include "tambour-prep-sheet-row.h"
#include "tambour-prep-sheet-text.h"
#include "tambour-tooltip.h"

/**
 * TambourPrepSheetRow:
 *
 * A point to raise: it can be moved, by hand or with Alt and the arrow keys, and
 * removed; one that a person added is edited in its place.
 */
struct _TambourPrepSheetRow
{
  GtkListBoxRow     parent_instance;

  TambourPrepPoint *point;      /* belongs to the prep sheet */
  gboolean          is_filling;

  /* Template widgets */
  GtkLabel         *number_label;
  GtkLabel         *title_label;
  GtkText          *title_text;
  GtkLabel         *line_label;
  GtkLabel         *tag_label;
  GtkMenuButton    *menu_button;
  GMenuModel       *menu;
};

G_DEFINE_FINAL_TYPE (TambourPrepSheetRow, tambour_prep_sheet_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  EDITED,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (TambourPrepSheetRow *self)
{
  if (self->is_filling || self->point == NULL)
    return;

  g_set_str (&self->point->title, gtk_editable_get_text (GTK_EDITABLE (self->title_text)));
  g_signal_emit (self, signals[EDITED], 0);
}

static void
activate_cb (TambourPrepSheetRow *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
clicked_cb (TambourPrepSheetRow *self)
{
  gtk_menu_button_popup (self->menu_button);
}

/* --- moving and removing --------------------------------------------------- */

static void
move (GtkWidget *widget,
      int        step)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget));

  gtk_widget_activate_action (widget, "prep.move", "(ii)", position, position + step);
}

static void
up_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  move (widget, -1);
}

static void
down_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  move (widget, 1);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "prep.remove", "s", TAMBOUR_PREP_SHEET_ROW (widget)->point->key);
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  clicked_cb (TAMBOUR_PREP_SHEET_ROW (widget));
}

/* A text that is selected by dragging is not the row. */
static GdkContentProvider *
prepare_cb (TambourPrepSheetRow *self,
            double               x,
            double               y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && (picked == GTK_WIDGET (self->title_text) || gtk_widget_is_ancestor (picked, GTK_WIDGET (self->title_text))))
    return NULL;

  return gdk_content_provider_new_typed (TAMBOUR_TYPE_PREP_SHEET_ROW, self);
}

static void
drag_begin_cb (TambourPrepSheetRow *self,
               GdkDrag             *drag,
               GtkDragSource       *source)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

/* --- the row --------------------------------------------------------------- */

static void
tambour_prep_sheet_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_PREP_SHEET_ROW);

  G_OBJECT_CLASS (tambour_prep_sheet_row_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "point.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "point.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "point.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "point.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "point.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "point.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK, "point.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, "point.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "point.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "point.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "point.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "point.menu", NULL);
}

static void
tambour_prep_sheet_row_class_init (TambourPrepSheetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_prep_sheet_row_dispose;

  /**
   * TambourPrepSheetRow::edited:
   * @self: the row
   *
   * A person typed into the title of its point.
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TambourPrepSheetRow::entered:
   * @self: the row
   *
   * A person finished the title of its point.
   */
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-prep-sheet-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetRow, title_text);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetRow, tag_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourPrepSheetRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
}

static void
tambour_prep_sheet_row_init (TambourPrepSheetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_menu_button_offer (self->menu_button, self->menu);
}

/**
 * tambour_prep_sheet_row_new:
 *
 * Returns: (transfer floating): a row without a point
 */
GtkWidget *
tambour_prep_sheet_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_PREP_SHEET_ROW, NULL);
}

/* What one types is not written anew below one's hands. */
static void
show_title (TambourPrepSheetRow *self,
            const char          *title)
{
  gboolean is_own = self->point->reason == TAMBOUR_PREP_OWN;

  gtk_widget_set_visible (GTK_WIDGET (self->title_label), !is_own);
  gtk_widget_set_visible (GTK_WIDGET (self->title_text), is_own);
  gtk_label_set_text (self->title_label, title);
  if (!is_own || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->title_text)), title))
    return;

  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->title_text), title);
  self->is_filling = FALSE;
}

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/**
 * tambour_prep_sheet_row_show:
 * @self: a row
 * @point: a point, which outlives what the row shows
 * @position: where it stands, from 0
 * @n_points: how many there are
 * @sheet: the prep sheet that it is on
 * @now: the time that is "now"
 */
void
tambour_prep_sheet_row_show (TambourPrepSheetRow    *self,
                             TambourPrepPoint       *point,
                             guint                   position,
                             guint                   n_points,
                             const TambourPrepSheet *sheet,
                             TambourInstant          now)
{
  g_autofree char *number = g_strdup_printf ("%u", position + 1);
  g_autofree char *title = tambour_prep_text_title (point);
  g_autofree char *line = tambour_prep_text_line (point, sheet, now);
  g_autofree char *tag = tambour_prep_text_tag (point);
  g_autofree char *name = NULL;

  g_return_if_fail (TAMBOUR_IS_PREP_SHEET_ROW (self));

  self->point = point;
  show_title (self, title);
  show_label (self->line_label, line);
  show_label (self->tag_label, tag);
  gtk_label_set_text (self->number_label, number);
  tambour_tooltip_set (self->line_label, *line ? line : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "point.up", position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "point.down", position + 1 < n_points);

  /* Translators: number, title, reason and origin of a point to raise, for screen readers */
  name = g_strdup_printf (_("%1$s, %2$s, %3$s, %4$s"), number, title, line, tag);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * tambour_prep_sheet_row_get_point:
 * @self: a row
 *
 * Returns: (transfer none): its point
 */
TambourPrepPoint *
tambour_prep_sheet_row_get_point (TambourPrepSheetRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PREP_SHEET_ROW (self), NULL);

  return self->point;
}

/**
 * tambour_prep_sheet_row_edit:
 * @self: a row whose point was added
 *
 * Puts the keyboard into its title.
 */
void
tambour_prep_sheet_row_edit (TambourPrepSheetRow *self)
{
  g_return_if_fail (TAMBOUR_IS_PREP_SHEET_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title_text));
}
