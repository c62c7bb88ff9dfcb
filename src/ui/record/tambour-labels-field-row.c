/* tambour-labels-field-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-labels-field-row.h"
#include "tambour-record-words.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

/**
 * TambourLabelsFieldRow:
 *
 * Edits a set of labels: one chip for each, and an entry that adds more.
 */
struct _TambourLabelsFieldRow
{
  TambourFieldRow  parent_instance;

  AdwWrapBox      *box;
  GtkEntry        *entry;
  GPtrArray       *labels;
  GHashTable      *others;
};

G_DEFINE_FINAL_TYPE (TambourLabelsFieldRow, tambour_labels_field_row, TAMBOUR_TYPE_FIELD_ROW)

/* Ids are chosen elsewhere: nobody types one. */
static gboolean
holds_ids (gpointer self)
{
  return g_str_has_suffix (tambour_field_row_get_field (self)->name, "_ids");
}

static void show_chips (TambourLabelsFieldRow *self);

static void
remove_at (TambourLabelsFieldRow *self,
           guint                  position)
{
  g_ptr_array_remove_index (self->labels, position);
  show_chips (self);
  tambour_field_row_edited (TAMBOUR_FIELD_ROW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
remove_clicked_cb (TambourLabelsFieldRow *self,
                   GtkWidget             *button)
{
  const char *label = g_object_get_data (G_OBJECT (button), "label");

  for (guint i = 0; i < self->labels->len; i++)
    if (g_str_equal (g_ptr_array_index (self->labels, i), label))
      {
        remove_at (self, i);
        return;
      }
}

static GtkWidget *
new_chip (TambourLabelsFieldRow *self,
          const char            *label)
{
  TambourRecord *other = self->others ? g_hash_table_lookup (self->others, label) : NULL;
  TambourInstant now = tambour_portfolio_now (tambour_field_row_get_portfolio (TAMBOUR_FIELD_ROW (self)));
  g_autofree char *words = other ? tambour_record_words_title (other, self->others, now) : g_strdup (label);
  /* Translators: %s is a label */
  g_autofree char *tooltip = g_strdup_printf (_("Remove “%s”"), words);
  GtkWidget *chip = g_object_new (GTK_TYPE_BOX, "css-classes", (const char *[]) { "chip", NULL }, "spacing", 3, NULL);
  GtkWidget *text = g_object_new (GTK_TYPE_LABEL, "label", words, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 28,
                                  "margin-start", 6, "css-classes", (const char *[]) { "small", NULL }, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "window-close-symbolic", "tooltip-text", tooltip,
                                    "css-classes", (const char *[]) { "flat", "circular", NULL }, NULL);

  gtk_box_append (GTK_BOX (chip), text);
  gtk_box_append (GTK_BOX (chip), button);
  gtk_widget_set_visible (button, tambour_field_row_is_editable (TAMBOUR_FIELD_ROW (self)));
  g_object_set_data_full (G_OBJECT (button), "label", g_strdup (label), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked_cb), self);

  return chip;
}

static void
show_chips (TambourLabelsFieldRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != GTK_WIDGET (self->entry))
    adw_wrap_box_remove (self->box, child);

  for (guint i = self->labels->len; i > 0; i--)
    adw_wrap_box_prepend (self->box, new_chip (self, g_ptr_array_index (self->labels, i - 1)));
}

static gboolean
has_label (GPtrArray  *labels,
           const char *label)
{
  return g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL);
}

/* What is typed becomes labels. */
static void
add_typed (TambourLabelsFieldRow *self)
{
  g_auto(GStrv) parts = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ",;\n", -1);
  guint n_before = self->labels->len;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && !has_label (self->labels, parts[i]))
      g_ptr_array_add (self->labels, g_strdup (parts[i]));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (self->labels->len != n_before)
    show_chips (self);
}

static void
changed_cb (TambourLabelsFieldRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (strpbrk (text, ",;\n") != NULL)
    add_typed (self);
  tambour_field_row_edited (TAMBOUR_FIELD_ROW (self));
}

static void
activate_cb (TambourLabelsFieldRow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    add_typed (self);
}

/* Backspace in the empty entry takes the last label away. */
static gboolean
key_pressed_cb (TambourLabelsFieldRow *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state)
{
  if (key != GDK_KEY_BackSpace || self->labels->len == 0 || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    return GDK_EVENT_PROPAGATE;

  remove_at (self, self->labels->len - 1);

  return GDK_EVENT_STOP;
}

static void
tambour_labels_field_row_set_up (TambourFieldRow *row)
{
  TambourLabelsFieldRow *self = TAMBOUR_LABELS_FIELD_ROW (row);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 4, "margin-top", 2, NULL);
  self->entry = g_object_new (GTK_TYPE_ENTRY, "has-frame", FALSE, "hexpand", TRUE, "width-chars", 12, NULL);
  gtk_entry_set_placeholder_text (self->entry, holds_ids (self) ? "" : _("Add, separated by commas"));
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), !holds_ids (self));
  adw_wrap_box_append (self->box, GTK_WIDGET (self->entry));
  tambour_field_row_set_editor (row, GTK_WIDGET (self->entry), GTK_WIDGET (self->box));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
}

static void
set_labels (TambourLabelsFieldRow *self,
            GStrv                  labels)
{
  g_ptr_array_set_size (self->labels, 0);
  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    g_ptr_array_add (self->labels, g_strdup (labels[i]));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  show_chips (self);
}

static void
tambour_labels_field_row_show (TambourFieldRow *row,
                               TambourRecord   *record,
                               GHashTable      *others)
{
  TambourLabelsFieldRow *self = TAMBOUR_LABELS_FIELD_ROW (row);

  g_clear_pointer (&self->others, g_hash_table_unref);
  self->others = others ? g_hash_table_ref (others) : NULL;
  set_labels (self, AT (tambour_field_row_get_field (row), record, GStrv));
}

/* What is typed and not a chip yet counts as well. */
static GStrv
dup_labels (TambourLabelsFieldRow *self)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  for (guint i = 0; i < self->labels->len; i++)
    g_strv_builder_add (labels, g_ptr_array_index (self->labels, i));
  if (*typed != '\0' && !has_label (self->labels, typed))
    g_strv_builder_add (labels, typed);

  return g_strv_builder_end (labels);
}

static char *
tambour_labels_field_row_read (TambourFieldRow *row,
                               TambourRecord   *record)
{
  const TambourField *field = tambour_field_row_get_field (row);
  g_auto(GStrv) labels = dup_labels (TAMBOUR_LABELS_FIELD_ROW (row));

  tambour_field_clear (field, record);
  if (labels[0] != NULL)
    AT (field, record, GStrv) = g_steal_pointer (&labels);

  return NULL;
}

static char *
tambour_labels_field_row_dup_draft (TambourFieldRow *row)
{
  g_auto(GStrv) labels = dup_labels (TAMBOUR_LABELS_FIELD_ROW (row));

  return g_strjoinv ("\n", labels);
}

static void
tambour_labels_field_row_take_draft (TambourFieldRow *row,
                                     const char      *draft)
{
  g_auto(GStrv) labels = *draft ? g_strsplit (draft, "\n", -1) : NULL;

  set_labels (TAMBOUR_LABELS_FIELD_ROW (row), labels);
}

static void
tambour_labels_field_row_set_editable (TambourFieldRow *row,
                                       gboolean         is_editable)
{
  TambourLabelsFieldRow *self = TAMBOUR_LABELS_FIELD_ROW (row);

  gtk_editable_set_editable (GTK_EDITABLE (self->entry), is_editable && !holds_ids (self));
  show_chips (self);
}

static void
tambour_labels_field_row_finalize (GObject *object)
{
  TambourLabelsFieldRow *self = TAMBOUR_LABELS_FIELD_ROW (object);

  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_hash_table_unref);

  G_OBJECT_CLASS (tambour_labels_field_row_parent_class)->finalize (object);
}

static void
tambour_labels_field_row_class_init (TambourLabelsFieldRowClass *klass)
{
  TambourFieldRowClass *row_class = TAMBOUR_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tambour_labels_field_row_finalize;
  row_class->set_up = tambour_labels_field_row_set_up;
  row_class->show = tambour_labels_field_row_show;
  row_class->read = tambour_labels_field_row_read;
  row_class->dup_draft = tambour_labels_field_row_dup_draft;
  row_class->take_draft = tambour_labels_field_row_take_draft;
  row_class->set_editable = tambour_labels_field_row_set_editable;
}

static void
tambour_labels_field_row_init (TambourLabelsFieldRow *self)
{
}
