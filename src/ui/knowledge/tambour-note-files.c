/* tambour-note-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-note-files.h"

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-files.h"
#include "tambour-heading.h"
#include "tambour-note-files-private.h"

/**
 * TambourNoteFiles:
 *
 * The files of a note: what was dropped, pasted or added is listed, looked at,
 * saved and removed.
 */

G_DEFINE_FINAL_TYPE (TambourNoteFiles, tambour_note_files, ADW_TYPE_BIN)

/* --- what is shown --------------------------------------------------------- */

/**
 * tambour_note_files_can_change:
 * @self: the files of a note
 *
 * Returns: whether files can be added and removed
 */
gboolean
tambour_note_files_can_change (TambourNoteFiles *self)
{
  return self->record != NULL && !self->is_fixed && !tambour_portfolio_is_read_only (self->portfolio) &&
         !tambour_instant_is_stated (self->record->deleted_at);
}

/**
 * tambour_note_files_find:
 * @self: the files of a note
 * @id: the id of one
 *
 * Returns: (transfer none) (nullable): that file, if it is shown
 */
TambourAttachment *
tambour_note_files_find (TambourNoteFiles *self,
                         const char       *id)
{
  for (guint i = 0; i < self->attachments->len; i++)
    if (g_str_equal (TAMBOUR_RECORD (g_ptr_array_index (self->attachments, i))->id, id))
      return g_ptr_array_index (self->attachments, i);

  return NULL;
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             const char *id)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
new_menu_button (TambourNoteFiles  *self,
                 TambourAttachment *attachment)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  const char *id = TAMBOUR_RECORD (attachment)->id;

  append_item (menu, _("_Open"), "files.open", id);
  append_item (menu, _("_Save As…"), "files.save", id);
  if (tambour_note_files_can_change (self))
    append_item (menu, _("_Remove"), "files.remove", id);

  return g_object_new (GTK_TYPE_MENU_BUTTON,
                       "icon-name", "view-more-symbolic",
                       "tooltip-text", _("What to Do with the File"),
                       "menu-model", menu,
                       "valign", GTK_ALIGN_CENTER,
                       "css-classes", (const char *[]) { "flat", "smallbtn", NULL },
                       NULL);
}

static GtkWidget *
new_text (const char         *text,
          PangoEllipsizeMode  ellipsize,
          const char         *class)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "xalign", 0.0,
                       "ellipsize", ellipsize,
                       "tooltip-text", text,
                       "css-classes", (const char *[]) { class, NULL },
                       NULL);
}

static GtkWidget *
new_icon (TambourAttachment *attachment)
{
  g_autofree char *type = g_content_type_from_mime_type (attachment->type ? attachment->type : "application/octet-stream");
  g_autoptr(GIcon) icon = g_content_type_get_symbolic_icon (type ? type : "application/octet-stream");

  return g_object_new (GTK_TYPE_IMAGE, "gicon", icon, "valign", GTK_ALIGN_CENTER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "css-classes", (const char *[]) { "dimmed", NULL }, NULL);
}

static GtkWidget *
new_row (TambourNoteFiles  *self,
         TambourAttachment *attachment)
{
  g_autofree char *size = g_format_size ((guint64) MAX (attachment->size, 0));
  g_autofree char *name = g_strdup_printf ("%s, %s", attachment->name, size);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "css-classes", (const char *[]) { "cell", NULL }, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "css-classes", (const char *[]) { "cell-box", "tight", NULL }, "spacing", 10, NULL);
  GtkWidget *lines = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *button = new_menu_button (self, attachment);

  gtk_box_append (GTK_BOX (lines), new_text (attachment->name, PANGO_ELLIPSIZE_MIDDLE, "body"));
  gtk_box_append (GTK_BOX (lines), new_text (size, PANGO_ELLIPSIZE_END, "meta"));
  gtk_box_append (GTK_BOX (box), new_icon (attachment));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "menu-button", button);

  return row;
}

static GtkListBoxRow *
find_focused (TambourNoteFiles *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row && gtk_widget_is_ancestor (row, GTK_WIDGET (self->list)) ? GTK_LIST_BOX_ROW (row) : NULL;
}

/* Beside what is gone, or where another one is added. */
static void
focus_at (TambourNoteFiles *self,
          int               index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MIN (index, (int) self->attachments->len - 1));

  if (self->attachments->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_grab_focus (self->add_button);
}

static void
show_rows (TambourNoteFiles *self)
{
  GtkListBoxRow *focused = find_focused (self);
  int index = focused ? gtk_list_box_row_get_index (focused) : -1;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->attachments->len; i++)
    gtk_list_box_append (self->list, new_row (self, g_ptr_array_index (self->attachments, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->list), self->attachments->len > 0);
  if (index >= 0)
    focus_at (self, index);
}

/* What cannot be changed and has none is no part of the note. */
static void
show_state (TambourNoteFiles *self)
{
  gboolean can_change = tambour_note_files_can_change (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.add", can_change);
  gtk_widget_set_visible (self->add_button, can_change);
  gtk_widget_set_visible (self->empty_label, can_change && self->attachments->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self), can_change || self->attachments->len > 0);
}

static gboolean
is_same (GPtrArray *left,
         GPtrArray *right)
{
  for (guint i = 0; i < MIN (left->len, right->len); i++)
    {
      TambourRecord *one = g_ptr_array_index (left, i);
      TambourRecord *other = g_ptr_array_index (right, i);

      if (!g_str_equal (one->id, other->id) || one->updated_at.seconds != other->updated_at.seconds ||
          g_strcmp0 (TAMBOUR_ATTACHMENT (one)->name, TAMBOUR_ATTACHMENT (other)->name) != 0)
        return FALSE;
    }

  return left->len == right->len;
}

static void
take (TambourNoteFiles *self,
      GPtrArray        *attachments)
{
  g_autoptr(GPtrArray) old = self->attachments;

  self->attachments = g_ptr_array_ref (attachments);
  if (!is_same (old, attachments))
    show_rows (self);
  show_state (self);
}

static gpointer
load_files (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  return tambour_files_list (store, data, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourNoteFiles) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) attachments = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (attachments != NULL)
    take (self, attachments);
  else
    tambour_feedback_fail (GTK_WIDGET (self), error);
}

static void
stop_loading (TambourNoteFiles *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

/**
 * tambour_note_files_show:
 * @self: the files of a note
 * @portfolio: (nullable): a portfolio
 * @record: (nullable): the note, or %NULL to show none
 *
 * Shows its files as they are now; the same ones stay as they are meanwhile.
 */
void
tambour_note_files_show (TambourNoteFiles *self,
                         TambourPortfolio *portfolio,
                         TambourRecord    *record)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  gboolean is_other;

  g_return_if_fail (TAMBOUR_IS_NOTE_FILES (self));

  is_other = record == NULL || self->record == NULL || !g_str_equal (self->record->id, record->id);
  stop_loading (self);
  g_set_object (&self->portfolio, portfolio);
  g_set_object (&self->record, record);
  if (is_other)
    take (self, none);
  if (record == NULL)
    return;

  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (portfolio, load_files, g_strdup (record->id), g_free, (GDestroyNotify) g_ptr_array_unref,
                                self->loading, loaded_cb, g_object_ref (self));
}

/**
 * tambour_note_files_fix:
 * @self: the files of a note
 *
 * Has them looked at and saved only: what they belong to stays as it is.
 */
void
tambour_note_files_fix (TambourNoteFiles *self)
{
  g_return_if_fail (TAMBOUR_IS_NOTE_FILES (self));

  self->is_fixed = TRUE;
  show_state (self);
}

/* --- what is done ---------------------------------------------------------- */

static const char *
get_id (TambourNoteFiles *self,
        GtkListBoxRow    *row)
{
  return TAMBOUR_RECORD (g_ptr_array_index (self->attachments, gtk_list_box_row_get_index (row)))->id;
}

static void
row_activated_cb (TambourNoteFiles *self,
                  GtkListBoxRow    *row)
{
  tambour_note_files_open (self, get_id (self, row));
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  tambour_note_files_choose (TAMBOUR_NOTE_FILES (widget));
}

static void
paste_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  tambour_note_files_paste (TAMBOUR_NOTE_FILES (widget));
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tambour_note_files_open (TAMBOUR_NOTE_FILES (widget), g_variant_get_string (parameter, NULL));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tambour_note_files_choose_out (TAMBOUR_NOTE_FILES (widget), g_variant_get_string (parameter, NULL));
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tambour_note_files_remove (TAMBOUR_NOTE_FILES (widget), g_variant_get_string (parameter, NULL));
}

static void
remove_focused_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TambourNoteFiles *self = TAMBOUR_NOTE_FILES (widget);
  GtkListBoxRow *row = find_focused (self);

  if (row != NULL)
    tambour_note_files_remove (self, get_id (self, row));
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GtkListBoxRow *row = find_focused (TAMBOUR_NOTE_FILES (widget));

  if (row != NULL)
    gtk_menu_button_popup (g_object_get_data (G_OBJECT (row), "menu-button"));
}

static void
secondary_pressed_cb (TambourNoteFiles *self,
                      int               n_press,
                      double            x,
                      double            y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row != NULL)
    gtk_menu_button_popup (g_object_get_data (G_OBJECT (row), "menu-button"));
}

static void
tambour_note_files_dispose (GObject *object)
{
  TambourNoteFiles *self = TAMBOUR_NOTE_FILES (object);

  stop_loading (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_NOTE_FILES);
  g_clear_object (&self->record);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_note_files_parent_class)->dispose (object);
}

static void
tambour_note_files_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_NOTE_FILES (object)->attachments, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_note_files_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "files.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "files.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "files.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "files.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "files.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "files.remove-focused", NULL, remove_focused_action);
  gtk_widget_class_install_action (widget_class, "files.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "files.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "files.remove-focused", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "files.remove-focused", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "files.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "files.menu", NULL);
}

static void
tambour_note_files_class_init (TambourNoteFilesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_note_files_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_note_files_finalize;
  g_type_ensure (TAMBOUR_TYPE_HEADING);
  bind_keys (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-note-files.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourNoteFiles, add_button);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteFiles, list);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteFiles, empty_label);
  gtk_widget_class_bind_template_child (widget_class, TambourNoteFiles, progress_box);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tambour_note_files_init (TambourNoteFiles *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->attachments = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (secondary_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
}
