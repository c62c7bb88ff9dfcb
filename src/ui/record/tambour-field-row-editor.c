/* tambour-field-row-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-field-row-private.h"

#define PRIV(self) (tambour_field_row_get_parts (self))

/* Enter goes on to the next field; Ctrl and Enter saves. */
static void
activated_cb (GtkWidget *editor)
{
  GtkRoot *root = gtk_widget_get_root (editor);

  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
}

static void
use_editor (TambourFieldRow *self,
            GtkWidget       *editor)
{
  TambourFieldRowPrivate *priv = PRIV (self);
  gboolean is_required = (priv->field->flags & TAMBOUR_FIELD_REQUIRED) != 0;

  priv->editor = editor;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (editor),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->title_label, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, priv->problem_label, priv->note_label, priv->remark_label, NULL,
                                  -1);
  if (GTK_IS_ENTRY (editor))
    g_signal_connect_after (editor, "activate", G_CALLBACK (activated_cb), NULL);
  if (GTK_IS_EDITABLE (editor) || GTK_IS_TEXT_VIEW (editor))
    gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_REQUIRED, is_required, -1);
}

/**
 * tambour_field_row_set_editor:
 * @self: a row
 * @editor: what has the focus
 * @child: (nullable): what holds it, if that is not the editor itself
 */
void
tambour_field_row_set_editor (TambourFieldRow *self,
                              GtkWidget       *editor,
                              GtkWidget       *child)
{
  adw_bin_set_child (PRIV (self)->editor_bin, child ? child : editor);
  use_editor (self, editor);
}

/**
 * tambour_field_row_set_inline:
 * @self: a row
 * @editor: a small editor
 *
 * Has @editor stand beside the title, which is then as large as it.
 */
void
tambour_field_row_set_inline (TambourFieldRow *self,
                              GtkWidget       *editor)
{
  TambourFieldRowPrivate *priv = PRIV (self);

  gtk_widget_remove_css_class (GTK_WIDGET (priv->title_label), "meta");
  gtk_widget_set_visible (GTK_WIDGET (priv->editor_bin), FALSE);
  gtk_box_append (priv->suffixes, editor);
  use_editor (self, editor);
}

/**
 * tambour_field_row_add_suffix:
 * @self: a row
 * @suffix: (transfer floating): what stands at its end
 */
void
tambour_field_row_add_suffix (TambourFieldRow *self,
                              GtkWidget       *suffix)
{
  gtk_box_append (PRIV (self)->suffixes, suffix);
}
