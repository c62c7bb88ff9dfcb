/* tambour-ref-field-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-kinds.h"
#include "tambour-record-row.h"
#include "tambour-record-words.h"
#include "tambour-ref-field-row.h"
#include "tambour-references.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

/**
 * TambourRefFieldRow:
 *
 * Edits a reference: shows the title of the record that is meant, and offers
 * others while a person types.
 */
struct _TambourRefFieldRow
{
  TambourFieldRow  parent_instance;

  char            *id;         /* what is meant, while the text is its title */
  char            *title;

  GtkEntry        *entry;
  GtkWidget       *clear_button;
  GtkPopover      *popover;
  GtkListBox      *list;
  GCancellable    *searching;
  gboolean         is_setting;
};

G_DEFINE_FINAL_TYPE (TambourRefFieldRow, tambour_ref_field_row, TAMBOUR_TYPE_FIELD_ROW)

static const char *
get_text (TambourRefFieldRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static TambourInstant
get_now (TambourRefFieldRow *self)
{
  return tambour_portfolio_now (tambour_field_row_get_portfolio (TAMBOUR_FIELD_ROW (self)));
}

static void
stop_searching (TambourRefFieldRow *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
}

static void
close_popover (TambourRefFieldRow *self)
{
  stop_searching (self);
  gtk_popover_popdown (self->popover);
}

/* Text that is no title any more means nothing yet. */
static gboolean
is_open (TambourRefFieldRow *self)
{
  return *get_text (self) != '\0' && (self->id == NULL || g_strcmp0 (get_text (self), self->title) != 0);
}

static void
set_meant (TambourRefFieldRow *self,
           const char         *id,
           const char         *title)
{
  g_set_str (&self->id, id);
  g_set_str (&self->title, title);
  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), title ? title : "");
  self->is_setting = FALSE;
  gtk_widget_set_visible (self->clear_button, id != NULL && tambour_field_row_is_editable (TAMBOUR_FIELD_ROW (self)));
}

static void
choose (TambourRefFieldRow *self,
        GtkListBoxRow      *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");
  const char *title = tambour_record_row_get_title (TAMBOUR_RECORD_ROW (gtk_list_box_row_get_child (row)));

  close_popover (self);
  set_meant (self, id, title);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  tambour_field_row_edited (TAMBOUR_FIELD_ROW (self));
}

static void
row_activated_cb (TambourRefFieldRow *self,
                  GtkListBoxRow      *row)
{
  choose (self, row);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static GtkWidget *
new_candidate (TambourRefFieldRow *self,
               TambourRecord      *record,
               GHashTable         *others)
{
  GtkWidget *child = tambour_record_row_new ();
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", child, "focusable", FALSE, NULL);
  g_autofree char *name = NULL;

  tambour_record_row_show (TAMBOUR_RECORD_ROW (child), record, others, get_now (self));
  name = tambour_record_row_dup_name (TAMBOUR_RECORD_ROW (child));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (record->id), g_free);

  return row;
}

static void
show_found (TambourRefFieldRow *self,
            TambourReferences  *found)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < found->records->len; i++)
    gtk_list_box_append (self->list, new_candidate (self, g_ptr_array_index (found->records, i), found->others));

  if (found->records->len == 0)
    {
      gtk_popover_popdown (self->popover);
      return;
    }

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_size_request (GTK_WIDGET (self->list), MIN (gtk_widget_get_width (GTK_WIDGET (self)), 420), -1);
  gtk_popover_popup (self->popover);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourRefFieldRow) self = user_data;
  TambourReferences *found = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  if (found == NULL)
    return;

  if (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))))
    show_found (self, found);
  tambour_references_free (found);
}

static gpointer
load_found (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  return tambour_references_find (store, data, cancellable, error);
}

static void
search (TambourRefFieldRow *self,
        const char         *text)
{
  TambourFieldRow *row = TAMBOUR_FIELD_ROW (self);
  TambourReferencesWanted *wanted = tambour_references_wanted_new (tambour_field_row_get_field (row)->target,
                                                                   tambour_field_row_get_account (row), text);

  stop_searching (self);
  self->searching = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_field_row_get_portfolio (row), load_found, wanted,
                                (GDestroyNotify) tambour_references_wanted_free, (GDestroyNotify) tambour_references_free,
                                self->searching, found_cb, g_object_ref (self));
}

static void
changed_cb (TambourRefFieldRow *self)
{
  if (self->is_setting)
    return;

  if (*get_text (self) == '\0')
    {
      g_clear_pointer (&self->id, g_free);
      close_popover (self);
    }

  gtk_widget_set_visible (self->clear_button, *get_text (self) != '\0' && tambour_field_row_is_editable (TAMBOUR_FIELD_ROW (self)));
  tambour_field_row_edited (TAMBOUR_FIELD_ROW (self));
  if (is_open (self) && tambour_field_row_is_edited (TAMBOUR_FIELD_ROW (self)) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    search (self, get_text (self));
}

static void
clear_clicked_cb (TambourRefFieldRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* The arrows move in what is offered; the focus stays in the entry. */
static void
move (TambourRefFieldRow *self,
      int                 step)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, (selected ? gtk_list_box_row_get_index (selected) : -1) + step);

  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
}

static gboolean
key_pressed_cb (TambourRefFieldRow *self,
                guint               key,
                guint               code,
                GdkModifierType     state)
{
  gboolean is_shown = gtk_widget_get_visible (GTK_WIDGET (self->popover));
  GtkListBoxRow *selected = is_shown ? gtk_list_box_get_selected_row (self->list) : NULL;

  if (!tambour_field_row_is_editable (TAMBOUR_FIELD_ROW (self)) || (state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Down && !is_shown)
    search (self, is_open (self) ? get_text (self) : "");
  else if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    move (self, key == GDK_KEY_Down ? 1 : -1);
  else if (key == GDK_KEY_Escape && is_shown)
    close_popover (self);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && selected != NULL)
    choose (self, selected);
  else if (key == GDK_KEY_Tab && selected != NULL && is_open (self))
    {
      choose (self, selected);
      return GDK_EVENT_PROPAGATE;
    }
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* Whoever typed the whole title means that record. */
static void
focus_left_cb (TambourRefFieldRow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);
  g_autofree char *typed = g_utf8_casefold (get_text (self), -1);
  g_autofree char *title = NULL;

  if (row != NULL && is_open (self))
    {
      title = g_utf8_casefold (tambour_record_row_get_title (TAMBOUR_RECORD_ROW (gtk_list_box_row_get_child (row))), -1);
      if (g_str_equal (typed, title))
        choose (self, row);
    }

  close_popover (self);
}

static void
make_popover (TambourRefFieldRow *self)
{
  self->list = g_object_new (GTK_TYPE_LIST_BOX,
                             "selection-mode", GTK_SELECTION_BROWSE,
                             "css-classes", (const char *[]) { "navigation-sidebar", NULL },
                             NULL);
  self->popover = g_object_new (GTK_TYPE_POPOVER,
                                "autohide", FALSE,
                                "can-focus", FALSE,
                                "has-arrow", FALSE,
                                "position", GTK_POS_BOTTOM,
                                "child", self->list,
                                "css-classes", (const char *[]) { "menu", NULL },
                                NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Suggestions"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

static void
tambour_ref_field_row_set_up (TambourFieldRow *row)
{
  TambourRefFieldRow *self = TAMBOUR_REF_FIELD_ROW (row);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = g_object_new (GTK_TYPE_ENTRY, "has-frame", FALSE, NULL);
  gtk_entry_set_placeholder_text (self->entry, _("Type to search"));
  tambour_field_row_set_editor (row, GTK_WIDGET (self->entry), NULL);
  tambour_field_row_set_patient (row);
  make_popover (self);

  self->clear_button = g_object_new (GTK_TYPE_BUTTON,
                                     "icon-name", "edit-clear-symbolic",
                                     "tooltip-text", _("Clear"),
                                     "visible", FALSE,
                                     "css-classes", (const char *[]) { "flat", NULL },
                                     NULL);
  tambour_field_row_add_suffix (row, self->clear_button);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (clear_clicked_cb), self);
}

static void
tambour_ref_field_row_show (TambourFieldRow *row,
                            TambourRecord   *record,
                            GHashTable      *others)
{
  TambourRefFieldRow *self = TAMBOUR_REF_FIELD_ROW (row);
  const TambourField *field = tambour_field_row_get_field (row);
  g_autofree char *title = tambour_field_words (field, record, others, get_now (self));

  close_popover (self);
  set_meant (self, AT (field, record, TambourRef).id, title);
}

static char *
tambour_ref_field_row_read (TambourFieldRow *row,
                            TambourRecord   *record)
{
  TambourRefFieldRow *self = TAMBOUR_REF_FIELD_ROW (row);
  const TambourField *field = tambour_field_row_get_field (row);

  if (is_open (self))
    return g_strdup (_("Choose one of the suggestions, or clear this"));

  g_set_str (&AT (field, record, TambourRef).id, *get_text (self) ? self->id : NULL);

  return NULL;
}

/* The id, and after it the text. */
static char *
tambour_ref_field_row_dup_draft (TambourFieldRow *row)
{
  TambourRefFieldRow *self = TAMBOUR_REF_FIELD_ROW (row);

  return g_strdup_printf ("%s\n%s", is_open (self) || self->id == NULL ? "" : self->id, get_text (self));
}

static void
tambour_ref_field_row_take_draft (TambourFieldRow *row,
                                  const char      *draft)
{
  g_auto(GStrv) parts = g_strsplit (draft, "\n", 2);

  if (g_strv_length (parts) == 2)
    set_meant (TAMBOUR_REF_FIELD_ROW (row), *parts[0] ? parts[0] : NULL, parts[1]);
}

static void
tambour_ref_field_row_set_editable (TambourFieldRow *row,
                                    gboolean         is_editable)
{
  TambourRefFieldRow *self = TAMBOUR_REF_FIELD_ROW (row);

  gtk_editable_set_editable (GTK_EDITABLE (self->entry), is_editable);
  gtk_widget_set_visible (self->clear_button, is_editable && self->id != NULL);
}

static void
tambour_ref_field_row_dispose (GObject *object)
{
  TambourRefFieldRow *self = TAMBOUR_REF_FIELD_ROW (object);

  stop_searching (self);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;

  G_OBJECT_CLASS (tambour_ref_field_row_parent_class)->dispose (object);
}

static void
tambour_ref_field_row_finalize (GObject *object)
{
  TambourRefFieldRow *self = TAMBOUR_REF_FIELD_ROW (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (tambour_ref_field_row_parent_class)->finalize (object);
}

static void
tambour_ref_field_row_class_init (TambourRefFieldRowClass *klass)
{
  TambourFieldRowClass *row_class = TAMBOUR_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_ref_field_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_ref_field_row_finalize;
  row_class->set_up = tambour_ref_field_row_set_up;
  row_class->show = tambour_ref_field_row_show;
  row_class->read = tambour_ref_field_row_read;
  row_class->dup_draft = tambour_ref_field_row_dup_draft;
  row_class->take_draft = tambour_ref_field_row_take_draft;
  row_class->set_editable = tambour_ref_field_row_set_editable;
}

static void
tambour_ref_field_row_init (TambourRefFieldRow *self)
{
}
