/* tambour-filter-menu.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-filter-menu.h"
#include "tambour-filter-shelf.h"
#include "tambour-saved-filters.h"

/**
 * TambourFilterMenu:
 *
 * The saved filters of a list, beside its filter. The list says what it shows with
 * tambour_filter_menu_set_state(), and shows what “chosen” says. The one that was
 * used last is chosen when the list is opened.
 */
struct _TambourFilterMenu
{
  AdwBin              parent_instance;

  TambourFilterShelf *shelf;
  char               *state;       /* what the list shows */
  gboolean            can_write;
  gboolean            is_begun;    /* what was used last has been chosen */

  /* Template widgets */
  GtkMenuButton      *button;
  GtkPopover         *popover;
  GtkWidget          *empty_label;
  GtkWidget          *scrolled;
  GtkListBox         *list;
  GtkWidget          *save_box;
  GtkEditable        *name_entry;
  GtkWidget          *save_button;
  GtkLabel           *error_label;
};

G_DEFINE_FINAL_TYPE (TambourFilterMenu, tambour_filter_menu, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static TambourSavedFilters *
get_filters (TambourFilterMenu *self)
{
  return self->shelf ? tambour_filter_shelf_get_filters (self->shelf) : NULL;
}

static void
say (TambourFilterMenu *self,
     const char        *sentence)
{
  gtk_label_set_text (self->error_label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), sentence != NULL);
}

/* --- one filter ----------------------------------------------------------- */

static const char *
get_name (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "name");
}

static GtkListBoxRow *
get_row (GtkWidget *widget)
{
  return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW));
}

static void
removed_undo_cb (AdwToast *toast,
                 gpointer  user_data)
{
  TambourFilterMenu *self = user_data;
  const char *name = g_object_get_data (G_OBJECT (toast), "name");
  const char *state = g_object_get_data (G_OBJECT (toast), "state");

  if (get_filters (self) != NULL && tambour_saved_filters_add (get_filters (self), name, state, NULL))
    tambour_filter_shelf_save (self->shelf);
}

static void
offer_undo (TambourFilterMenu *self,
            const char        *name,
            const char        *state)
{
  AdwToastOverlay *overlay = tambour_feedback_get_overlay (GTK_WIDGET (self));
  /* Translators: %s is the name of a saved filter */
  g_autofree char *title = g_strdup_printf (_("Filter “%s” removed"), name);
  AdwToast *toast;

  if (overlay == NULL)
    return;

  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "name", g_strdup (name), g_free);
  g_object_set_data_full (G_OBJECT (toast), "state", g_strdup (state), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (removed_undo_cb), self, 0);
  adw_toast_overlay_dismiss_all (overlay);
  adw_toast_overlay_add_toast (overlay, toast);
}

static void
remove_row (TambourFilterMenu *self,
            GtkListBoxRow     *row)
{
  g_autofree char *name = g_strdup (get_name (row));
  const TambourSavedFilter *filter = tambour_saved_filters_find (get_filters (self), name);
  g_autofree char *state = filter ? g_strdup (filter->state) : NULL;

  if (state == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
  tambour_saved_filters_remove (get_filters (self), name);
  tambour_filter_shelf_save (self->shelf);
  offer_undo (self, name, state);
}

static void
remove_clicked_cb (TambourFilterMenu *self,
                   GtkWidget         *button)
{
  remove_row (self, get_row (button));
}

/* In place of the name stands an entry, until Enter or Escape. */
static void
begin_rename (TambourFilterMenu *self,
              GtkListBoxRow     *row)
{
  GtkStack *stack = g_object_get_data (G_OBJECT (row), "stack");
  GtkWidget *entry = gtk_stack_get_child_by_name (stack, "entry");

  say (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), get_name (row));
  gtk_stack_set_visible_child_name (stack, "entry");
  gtk_widget_grab_focus (entry);
}

static void
rename_clicked_cb (TambourFilterMenu *self,
                   GtkWidget         *button)
{
  begin_rename (self, get_row (button));
}

static void
renamed_cb (TambourFilterMenu *self,
            GtkWidget         *entry)
{
  g_autofree char *old = g_strdup (get_name (get_row (entry)));
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_autoptr(GError) error = NULL;

  if (tambour_saved_filters_rename (get_filters (self), old, name, &error))
    tambour_filter_shelf_save (self->shelf);
  else
    say (self, error->message);
}

static gboolean
row_key_cb (GtkListBoxRow   *row,
            guint            key,
            guint            code,
            GdkModifierType  modifiers)
{
  TambourFilterMenu *self = TAMBOUR_FILTER_MENU (gtk_widget_get_ancestor (GTK_WIDGET (row), TAMBOUR_TYPE_FILTER_MENU));
  GtkStack *stack = g_object_get_data (G_OBJECT (row), "stack");
  gboolean is_renaming = g_str_equal (gtk_stack_get_visible_child_name (stack), "entry");

  if (is_renaming && key == GDK_KEY_Escape)
    {
      gtk_stack_set_visible_child_name (stack, "name");
      gtk_widget_grab_focus (GTK_WIDGET (row));
      return GDK_EVENT_STOP;
    }

  if (is_renaming || !self->can_write)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_F2)
    begin_rename (self, row);
  else if (key == GDK_KEY_Delete)
    remove_row (self, row);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static GtkWidget *
new_button (TambourFilterMenu *self,
            const char        *icon,
            const char        *tooltip,
            GCallback          callback)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", icon, "tooltip-text", tooltip, "valign", GTK_ALIGN_CENTER,
                                    "visible", self->can_write, "css-classes", (const char *[]) { "flat", "smallbtn", NULL }, NULL);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
new_names (TambourFilterMenu *self,
           const char        *name)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New name"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (GTK_STACK (stack), label, "name");
  gtk_stack_add_named (GTK_STACK (stack), entry, "entry");
  gtk_widget_set_hexpand (stack, TRUE);

  return stack;
}

static GtkWidget *
new_row (TambourFilterMenu        *self,
         const TambourSavedFilter *filter)
{
  gboolean is_shown = g_strcmp0 (filter->state, self->state) == 0;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *names = new_names (self, filter->name);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "css-classes", (const char *[]) { "cell", NULL }, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  /* Translators: %s is the name of a saved filter, which the list shows now */
  g_autofree char *label = is_shown ? g_strdup_printf (_("%s, shown now"), filter->name) : g_strdup (filter->name);

  gtk_widget_add_css_class (box, "cell-box");
  gtk_widget_add_css_class (box, "tight");
  gtk_widget_set_opacity (mark, is_shown ? 1 : 0);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), names);
  gtk_box_append (GTK_BOX (box), new_button (self, "document-edit-symbolic", _("Rename"), G_CALLBACK (rename_clicked_cb)));
  gtk_box_append (GTK_BOX (box), new_button (self, "user-trash-symbolic", _("Remove"), G_CALLBACK (remove_clicked_cb)));
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (filter->name), g_free);
  g_object_set_data (G_OBJECT (row), "stack", names);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (row_key_cb), row, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return row;
}

/* --- the menu ------------------------------------------------------------- */

static void
show_filters (TambourFilterMenu *self)
{
  TambourSavedFilters *filters = get_filters (self);
  const TambourSavedFilter *shown = filters && self->state ? tambour_saved_filters_find_state (filters, self->state) : NULL;

  if (filters == NULL)
    return;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < filters->filters->len; i++)
    gtk_list_box_append (self->list, new_row (self, g_ptr_array_index (filters->filters, i)));

  say (self, NULL);
  gtk_widget_set_visible (self->scrolled, filters->filters->len > 0);
  gtk_widget_set_visible (self->empty_label, filters->filters->len == 0);
  gtk_widget_set_visible (self->save_box, self->can_write && shown == NULL);
}

static void
opened_cb (TambourFilterMenu *self)
{
  if (!gtk_menu_button_get_active (self->button))
    return;

  gtk_editable_set_text (self->name_entry, "");
  show_filters (self);
  if (gtk_widget_get_visible (self->save_box))
    gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

static void
typed_cb (TambourFilterMenu *self)
{
  say (self, NULL);
}

static void
row_activated_cb (TambourFilterMenu *self,
                  GtkListBoxRow     *row)
{
  const TambourSavedFilter *filter = tambour_saved_filters_find (get_filters (self), get_name (row));
  g_autofree char *state = filter ? g_strdup (filter->state) : NULL;

  gtk_popover_popdown (self->popover);
  if (state != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, state);
}

/* Without a name, the entry asks for one. */
static void
save_cb (TambourFilterMenu *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));
  g_autoptr(GError) error = NULL;

  if (get_filters (self) == NULL || self->state == NULL)
    return;

  if (!tambour_saved_filters_add (get_filters (self), name, self->state, &error))
    {
      say (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
      return;
    }

  g_set_str (&get_filters (self)->chosen, name);
  tambour_filter_shelf_save (self->shelf);
  gtk_popover_popdown (self->popover);
}

/* What was used last, once. */
static void
begin (TambourFilterMenu *self)
{
  TambourSavedFilters *filters = get_filters (self);
  const TambourSavedFilter *last = filters && filters->chosen ? tambour_saved_filters_find (filters, filters->chosen) : NULL;
  g_autofree char *state = last ? g_strdup (last->state) : NULL;

  if (filters == NULL || self->is_begun)
    return;

  self->is_begun = TRUE;
  if (state != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, state);
}

static void
changed_cb (TambourFilterMenu *self)
{
  begin (self);
  if (gtk_menu_button_get_active (self->button))
    show_filters (self);
}

static void
failed_cb (TambourFilterMenu *self,
           const GError      *error)
{
  tambour_feedback_fail (GTK_WIDGET (self), error);
}

static void
tambour_filter_menu_dispose (GObject *object)
{
  TambourFilterMenu *self = TAMBOUR_FILTER_MENU (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_FILTER_MENU);
  g_clear_object (&self->shelf);

  G_OBJECT_CLASS (tambour_filter_menu_parent_class)->dispose (object);
}

static void
tambour_filter_menu_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_FILTER_MENU (object)->state, g_free);

  G_OBJECT_CLASS (tambour_filter_menu_parent_class)->finalize (object);
}

static void
tambour_filter_menu_class_init (TambourFilterMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_filter_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_filter_menu_finalize;

  /**
   * TambourFilterMenu::chosen:
   * @state: what the list should show
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-filter-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourFilterMenu, button);
  gtk_widget_class_bind_template_child (widget_class, TambourFilterMenu, popover);
  gtk_widget_class_bind_template_child (widget_class, TambourFilterMenu, empty_label);
  gtk_widget_class_bind_template_child (widget_class, TambourFilterMenu, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TambourFilterMenu, list);
  gtk_widget_class_bind_template_child (widget_class, TambourFilterMenu, save_box);
  gtk_widget_class_bind_template_child (widget_class, TambourFilterMenu, name_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourFilterMenu, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourFilterMenu, error_label);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
tambour_filter_menu_init (TambourFilterMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_filter_menu_follow:
 * @self: a menu of filters
 * @portfolio: a portfolio
 * @list: which of its lists it is of
 *
 * Offers the filters of the person who works with it; to be called whenever the
 * list is read.
 */
void
tambour_filter_menu_follow (TambourFilterMenu *self,
                            TambourPortfolio  *portfolio,
                            const char        *list)
{
  TambourFilterShelf *shelf = tambour_filter_shelf_get (portfolio, list);

  g_return_if_fail (TAMBOUR_IS_FILTER_MENU (self));

  self->can_write = !tambour_portfolio_is_read_only (portfolio);
  if (self->shelf == shelf)
    return;

  if (self->shelf != NULL)
    g_signal_handlers_disconnect_by_data (self->shelf, self);
  g_set_object (&self->shelf, shelf);
  self->is_begun = FALSE;
  g_signal_connect_object (shelf, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shelf, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  begin (self);
}

/**
 * tambour_filter_menu_set_state:
 * @self: a menu of filters
 * @state: what the list shows, as tambour_filter_state_new() gives it
 *
 * If that is one of the filters, it is what the list begins with the next time.
 */
void
tambour_filter_menu_set_state (TambourFilterMenu *self,
                               const char        *state)
{
  const TambourSavedFilter *shown;

  g_return_if_fail (TAMBOUR_IS_FILTER_MENU (self));

  if (!g_set_str (&self->state, state) || !self->is_begun || !self->can_write)
    return;

  shown = tambour_saved_filters_find_state (get_filters (self), state);
  tambour_filter_shelf_choose (self->shelf, shown ? shown->name : NULL);
}

/**
 * tambour_filter_menu_tell:
 * @self: a menu of filters
 * @toggles: which part of the list is shown
 * @entry: and what is looked for in it
 *
 * Tells the menu that the list shows this.
 */
void
tambour_filter_menu_tell (TambourFilterMenu *self,
                          AdwToggleGroup    *toggles,
                          GtkEditable       *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_autofree char *state = tambour_filter_state_new ("toggle", adw_toggle_group_get_active_name (toggles), "text", text, NULL);

  tambour_filter_menu_set_state (self, state);
}

/**
 * tambour_filter_menu_show:
 * @state: what was chosen in a menu of filters
 * @toggles: which part of the list is shown
 * @button: shows @entry
 * @entry: what is looked for
 *
 * Chooses there what was chosen in the menu.
 */
void
tambour_filter_menu_show (const char      *state,
                          AdwToggleGroup  *toggles,
                          GtkToggleButton *button,
                          GtkEditable     *entry)
{
  g_autofree char *toggle = tambour_filter_state_dup (state, "toggle");
  g_autofree char *text = tambour_filter_state_dup (state, "text");

  adw_toggle_group_set_active_name (toggles, toggle);
  gtk_toggle_button_set_active (button, text != NULL && *text != '\0');
  gtk_editable_set_text (entry, text ? text : "");
}
