/* tambour-revision-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-differences.h"
#include "tambour-note-file.h"
#include "tambour-revision-dialog.h"

/**
 * TambourRevisionDialog:
 *
 * What became of one text of a note in another one, word by word; the earlier one
 * can be restored.
 */
struct _TambourRevisionDialog
{
  AdwDialog      parent_instance;

  GPtrArray     *texts;         /* the oldest first, the draft last */
  guint          n_revisions;
  gboolean       can_restore;
  gboolean       is_filling;

  /* Template widgets */
  GtkButton     *restore_button;
  GtkDropDown   *old_down;
  GtkDropDown   *new_down;
  GtkTextView   *text_view;
  GtkTextBuffer *buffer;
  GtkLabel      *summary_label;
};

G_DEFINE_FINAL_TYPE (TambourRevisionDialog, tambour_revision_dialog, ADW_TYPE_DIALOG)

enum
{
  RESTORED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
insert (TambourRevisionDialog   *self,
        const TambourDifference *difference)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  switch (difference->kind)
    {
    case TAMBOUR_DIFFERENCE_SAME:
      gtk_text_buffer_insert (self->buffer, &end, difference->text, -1);
      break;
    case TAMBOUR_DIFFERENCE_REMOVED:
      gtk_text_buffer_insert_with_tags_by_name (self->buffer, &end, difference->text, -1, "removed", NULL);
      break;
    case TAMBOUR_DIFFERENCE_ADDED:
      gtk_text_buffer_insert_with_tags_by_name (self->buffer, &end, difference->text, -1, "added", NULL);
      break;
    }
}

/* For those who do not see the colours, and before one reads it all. */
static void
show_summary (TambourRevisionDialog *self,
              guint                  n_removed,
              guint                  n_added)
{
  g_autofree char *removed = g_strdup_printf (ngettext ("%d word removed", "%d words removed", (int) n_removed), (int) n_removed);
  g_autofree char *added = g_strdup_printf (ngettext ("%d word added", "%d words added", (int) n_added), (int) n_added);
  g_autofree char *text = n_removed + n_added > 0 ? g_strdup_printf ("%s · %s", removed, added) : g_strdup (_("Both texts are the same"));

  gtk_label_set_text (self->summary_label, text);
}

static void
show_restore (TambourRevisionDialog *self,
              guint                  number)
{
  /* Translators: %u is the number of a revision */
  g_autofree char *label = g_strdup_printf (_("_Restore Revision %u"), number);

  gtk_button_set_label (self->restore_button, label);
}

static void
show (TambourRevisionDialog *self)
{
  guint old = gtk_drop_down_get_selected (self->old_down), new = gtk_drop_down_get_selected (self->new_down);
  guint n_removed = 0, n_added = 0;
  g_autoptr(GPtrArray) list = NULL;

  if (self->is_filling || old >= self->texts->len || new >= self->texts->len)
    return;

  list = tambour_differences_list (g_ptr_array_index (self->texts, old), g_ptr_array_index (self->texts, new));
  gtk_text_buffer_set_text (self->buffer, "", 0);
  for (guint i = 0; i < list->len; i++)
    {
      const TambourDifference *difference = g_ptr_array_index (list, i);

      insert (self, difference);
      if (difference->kind == TAMBOUR_DIFFERENCE_REMOVED)
        n_removed += tambour_note_count_words (difference->text);
      else if (difference->kind == TAMBOUR_DIFFERENCE_ADDED)
        n_added += tambour_note_count_words (difference->text);
    }

  show_summary (self, n_removed, n_added);
  show_restore (self, old + 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revision.restore", self->can_restore && old + 1 < self->n_revisions);
}

static void
chosen_cb (TambourRevisionDialog *self)
{
  show (self);
}

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourRevisionDialog *self = TAMBOUR_REVISION_DIALOG (widget);

  g_signal_emit (self, signals[RESTORED], 0, gtk_drop_down_get_selected (self->old_down) + 1);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
tambour_revision_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_REVISION_DIALOG);

  G_OBJECT_CLASS (tambour_revision_dialog_parent_class)->dispose (object);
}

static void
tambour_revision_dialog_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_REVISION_DIALOG (object)->texts, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_revision_dialog_parent_class)->finalize (object);
}

static void
tambour_revision_dialog_class_init (TambourRevisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_revision_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_revision_dialog_finalize;

  /**
   * TambourRevisionDialog::restored:
   * @self: a dialog
   * @number: of a revision
   *
   * Somebody wants that revision back.
   */
  signals[RESTORED] = g_signal_new ("restored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "revision.restore", NULL, restore_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-revision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourRevisionDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, TambourRevisionDialog, old_down);
  gtk_widget_class_bind_template_child (widget_class, TambourRevisionDialog, new_down);
  gtk_widget_class_bind_template_child (widget_class, TambourRevisionDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourRevisionDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourRevisionDialog, summary_label);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
add_tag (TambourRevisionDialog *self,
         const char            *name,
         const char            *color,
         gboolean               is_struck)
{
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, color);
  gtk_text_buffer_create_tag (self->buffer, name,
                              "background-rgba", &rgba,
                              "strikethrough", is_struck,
                              "underline", is_struck ? PANGO_UNDERLINE_NONE : PANGO_UNDERLINE_SINGLE,
                              NULL);
}

static void
tambour_revision_dialog_init (TambourRevisionDialog *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Seen on light and on dark; what is struck or underlined needs no colour. */
  add_tag (self, "removed", "rgba(224, 27, 36, 0.22)", TRUE);
  add_tag (self, "added", "rgba(46, 194, 126, 0.26)", FALSE);
}

static void
add_names (TambourRevisionDialog *self,
           GtkDropDown           *down)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->texts->len; i++)
    {
      /* Translators: %u is the number of a revision */
      g_autofree char *name = i < self->n_revisions ? g_strdup_printf (_("Revision %u"), i + 1) : g_strdup (_("Draft"));

      gtk_string_list_append (names, name);
    }

  gtk_drop_down_set_model (down, G_LIST_MODEL (names));
}

static void
choose (TambourRevisionDialog *self,
        guint                  number)
{
  guint old = number < self->texts->len ? number : MAX (number, 2) - 1;

  gtk_drop_down_set_selected (self->new_down, self->texts->len - 1);
  gtk_drop_down_set_selected (self->old_down, old - 1);
}

/**
 * tambour_revision_dialog_new:
 * @revisions: (element-type TambourNoteRevision): the newest first
 * @draft: (nullable): what is written and not shared
 * @number: the revision that is compared with what is there now, or if it is that,
 *   with the one before it; the draft has the number after the last one
 * @can_restore: whether revisions can be restored
 *
 * Returns: (transfer floating): a dialog that compares two of them
 */
AdwDialog *
tambour_revision_dialog_new (GPtrArray  *revisions,
                             const char *draft,
                             guint       number,
                             gboolean    can_restore)
{
  TambourRevisionDialog *self = g_object_new (TAMBOUR_TYPE_REVISION_DIALOG, NULL);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->n_revisions = revisions->len;
  self->can_restore = can_restore;
  for (guint i = revisions->len; i > 0; i--)
    g_ptr_array_add (self->texts, g_strdup (((TambourNoteRevision *) g_ptr_array_index (revisions, i - 1))->body));
  if (draft != NULL)
    g_ptr_array_add (self->texts, g_strdup (draft));

  add_names (self, self->old_down);
  add_names (self, self->new_down);
  choose (self, CLAMP (number, 1, self->texts->len));
  if (!can_restore)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->restore_button), draft ? _("Share or discard your draft first") : NULL);
  self->is_filling = FALSE;
  show (self);

  return ADW_DIALOG (self);
}
