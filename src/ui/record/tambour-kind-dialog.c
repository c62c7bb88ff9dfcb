/* tambour-kind-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-kind-dialog.h"
#include "tambour-kind-words.h"
#include "tambour-kinds.h"

/**
 * TambourKindDialog:
 *
 * Asks what kind of record is to be added, where the place does not say it.
 */
struct _TambourKindDialog
{
  AdwDialog       parent_instance;

  char           *account_id;
  GtkWidget      *parent;

  /* Template widgets */
  GtkSearchEntry *search_entry;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (TambourKindDialog, tambour_kind_dialog, ADW_TYPE_DIALOG)

static const char *
get_title (GtkListBoxRow *row)
{
  return gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));
}

static gboolean
filter (GtkListBoxRow *row,
        gpointer       user_data)
{
  TambourKindDialog *self = user_data;

  return g_str_match_string (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), get_title (row), TRUE);
}

static int
compare (GtkListBoxRow *a,
         GtkListBoxRow *b,
         gpointer       user_data)
{
  return g_utf8_collate (get_title (a), get_title (b));
}

static GtkListBoxRow *
find_first (TambourKindDialog *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return row;

  return NULL;
}

static void
filter_changed_cb (TambourKindDialog *self)
{
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_select_row (self->list, find_first (self));
}

static void
choose (TambourKindDialog *self,
        GtkListBoxRow     *row)
{
  g_autoptr(GtkWidget) parent = self->parent ? g_object_ref (self->parent) : NULL;
  g_autofree char *account_id = g_strdup (self->account_id ? self->account_id : "");
  const char *kind = g_object_get_data (G_OBJECT (row), "kind");

  adw_dialog_force_close (ADW_DIALOG (self));
  if (parent != NULL)
    gtk_widget_activate_action (parent, "win.new-record", "(ss)", kind, account_id);
}

static void
row_activated_cb (TambourKindDialog *self,
                  GtkListBoxRow     *row)
{
  choose (self, row);
}

static void
filter_activated_cb (TambourKindDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    choose (self, row);
}

/* The arrows move in the list while the focus stays in the entry. */
static gboolean
key_pressed_cb (TambourKindDialog *self,
                guint              key,
                guint              code,
                GdkModifierType    state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1
                                                         : 0;

  if (step == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;

  do
    row = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  while (row != NULL && !gtk_widget_get_child_visible (GTK_WIDGET (row)));

  if (row != NULL)
    gtk_list_box_select_row (self->list, row);

  return GDK_EVENT_STOP;
}

static void
fill (TambourKindDialog *self)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TambourRecordClass *klass = g_type_class_peek_static (types[i]);
      GtkWidget *label, *row;

      if (klass->traits & TAMBOUR_RECORD_DERIVED)
        continue;

      label = g_object_new (GTK_TYPE_LABEL, "label", _(tambour_kind_get_words (klass)->title), "xalign", 0.0, NULL);
      row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, NULL);
      g_object_set_data (G_OBJECT (row), "kind", (gpointer) klass->kind);
      gtk_list_box_append (self->list, row);
    }
}

static void
tambour_kind_dialog_dispose (GObject *object)
{
  TambourKindDialog *self = TAMBOUR_KIND_DIALOG (object);

  g_clear_weak_pointer (&self->parent);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_KIND_DIALOG);

  G_OBJECT_CLASS (tambour_kind_dialog_parent_class)->dispose (object);
}

static void
tambour_kind_dialog_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_KIND_DIALOG (object)->account_id, g_free);

  G_OBJECT_CLASS (tambour_kind_dialog_parent_class)->finalize (object);
}

static void
tambour_kind_dialog_class_init (TambourKindDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_kind_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_kind_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-kind-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourKindDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TambourKindDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tambour_kind_dialog_init (TambourKindDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
  gtk_list_box_set_filter_func (self->list, filter, self, NULL);
  gtk_list_box_set_sort_func (self->list, compare, NULL, NULL);
  gtk_list_box_select_row (self->list, find_first (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->search_entry));
}

/**
 * tambour_kind_dialog_present:
 * @parent: a widget in a window
 * @account_id: (nullable): the account that the record is for
 *
 * Asks for a kind, and then for what the record says.
 */
void
tambour_kind_dialog_present (GtkWidget  *parent,
                             const char *account_id)
{
  TambourKindDialog *self = g_object_new (TAMBOUR_TYPE_KIND_DIALOG, NULL);

  self->account_id = g_strdup (account_id);
  g_set_weak_pointer (&self->parent, parent);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
