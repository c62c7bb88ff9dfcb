/* tambour-question-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-choice-words.h"
#include "tambour-question-dialog.h"
#include "tambour-save-keys.h"

/**
 * TambourQuestionDialog:
 *
 * One question of a checklist that is being written. Other words make it another
 * question, unless somebody says that it asks the same.
 */
struct _TambourQuestionDialog
{
  AdwDialog            parent_instance;

  GtkWidget           *asked_by;
  TambourTemplateItem *item;
  TambourTemplateItem *stored;     /* NULL of a new one */
  guint                position;
  TambourQuestionFunc  func;
  gboolean             is_filling;

  /* Template widgets */
  GtkEditable         *text_row;
  GtkEditable         *section_row;
  GtkEditable         *why_row;
  GtkEditable         *hint_row;
  AdwComboRow         *severity_row;
  AdwSpinRow          *weight_row;
  AdwSwitchRow        *meaning_row;
  GtkLabel            *error_label;
};

G_DEFINE_FINAL_TYPE (TambourQuestionDialog, tambour_question_dialog, ADW_TYPE_DIALOG)

static void
changed_cb (TambourQuestionDialog *self)
{
  if (self->is_filling)
    return;

  gtk_label_set_text (self->error_label, "");
  if (self->stored != NULL)
    adw_switch_row_set_active (self->meaning_row, g_strcmp0 (gtk_editable_get_text (self->text_row), self->stored->text) != 0);
}

static void
set_words (char        **member,
           GtkEditable  *row)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  g_set_str (member, *words ? words : NULL);
}

static TambourTemplateItem *
read_item (TambourQuestionDialog *self)
{
  TambourTemplateItem *item = TAMBOUR_TEMPLATE_ITEM (tambour_record_dup (TAMBOUR_RECORD (self->item)));

  set_words (&item->text, self->text_row);
  set_words (&item->section, self->section_row);
  set_words (&item->why, self->why_row);
  set_words (&item->evidence_hint, self->hint_row);
  item->severity = adw_combo_row_get_selected (self->severity_row);
  item->weight = adw_spin_row_get_value (self->weight_row);
  if (self->stored != NULL)
    item->revision = self->stored->revision + (adw_switch_row_get_active (self->meaning_row) ? 1 : 0);

  return item;
}

static void
keep_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourQuestionDialog *self = TAMBOUR_QUESTION_DIALOG (widget);
  g_autoptr(TambourTemplateItem) item = read_item (self);

  if (item->text == NULL)
    {
      gtk_label_set_text (self->error_label, _("Say what is asked."));
      return;
    }

  self->func (self->asked_by, self->position, item);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  adw_dialog_force_close (ADW_DIALOG (widget));
}

/* Only who cancels throws away what was typed: the Escape key and a tap beside the dialog keep it,
 * and the page can undo that.
 */
static void
tambour_question_dialog_close_attempt (AdwDialog *dialog)
{
  TambourQuestionDialog *self = TAMBOUR_QUESTION_DIALOG (dialog);
  g_autoptr(TambourTemplateItem) item = read_item (self);

  if (!tambour_record_equal (TAMBOUR_RECORD (item), TAMBOUR_RECORD (self->item)) && item->text != NULL)
    keep_action (GTK_WIDGET (self), "question.keep", NULL);
  else
    adw_dialog_force_close (dialog);
}

static void
tambour_question_dialog_dispose (GObject *object)
{
  TambourQuestionDialog *self = TAMBOUR_QUESTION_DIALOG (object);

  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_QUESTION_DIALOG);
  g_clear_object (&self->asked_by);
  g_clear_object (&self->item);
  g_clear_object (&self->stored);

  G_OBJECT_CLASS (tambour_question_dialog_parent_class)->dispose (object);
}

static void
tambour_question_dialog_class_init (TambourQuestionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_question_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = tambour_question_dialog_close_attempt;
  gtk_widget_class_install_action (widget_class, "question.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "question.cancel", NULL, cancel_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-question-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourQuestionDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, TambourQuestionDialog, section_row);
  gtk_widget_class_bind_template_child (widget_class, TambourQuestionDialog, why_row);
  gtk_widget_class_bind_template_child (widget_class, TambourQuestionDialog, hint_row);
  gtk_widget_class_bind_template_child (widget_class, TambourQuestionDialog, severity_row);
  gtk_widget_class_bind_template_child (widget_class, TambourQuestionDialog, weight_row);
  gtk_widget_class_bind_template_child (widget_class, TambourQuestionDialog, meaning_row);
  gtk_widget_class_bind_template_child (widget_class, TambourQuestionDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
add_severities (TambourQuestionDialog *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  for (guint severity = TAMBOUR_SEVERITY_LOW; severity <= TAMBOUR_SEVERITY_HIGH; severity++)
    gtk_string_list_append (words, _(tambour_choice_get_words (TAMBOUR_TYPE_SEVERITY, severity)));
  adw_combo_row_set_model (self->severity_row, G_LIST_MODEL (words));
}

static void
tambour_question_dialog_init (TambourQuestionDialog *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_severities (self);
  tambour_save_keys_add (GTK_WIDGET (self), gtk_named_action_new ("question.keep"));
}

static void
show_item (TambourQuestionDialog *self)
{
  gtk_editable_set_text (self->text_row, self->item->text ? self->item->text : "");
  gtk_editable_set_text (self->section_row, self->item->section ? self->item->section : "");
  gtk_editable_set_text (self->why_row, self->item->why ? self->item->why : "");
  gtk_editable_set_text (self->hint_row, self->item->evidence_hint ? self->item->evidence_hint : "");
  adw_combo_row_set_selected (self->severity_row, self->item->severity);
  adw_spin_row_set_value (self->weight_row, self->item->weight);
  gtk_widget_set_visible (GTK_WIDGET (self->meaning_row), self->stored != NULL);
  adw_switch_row_set_active (self->meaning_row, self->stored != NULL && self->item->revision != self->stored->revision);
  self->is_filling = FALSE;
}

/**
 * tambour_question_dialog_present:
 * @asked_by: the widget that asks for it
 * @item: a question, as it is in the draft
 * @stored: (nullable): as it is in the version that is there; %NULL for a new one
 * @position: its place
 * @func: told what it asks from now on
 *
 * Opens a dialog about a question.
 */
void
tambour_question_dialog_present (GtkWidget           *asked_by,
                                 TambourTemplateItem *item,
                                 TambourTemplateItem *stored,
                                 guint                position,
                                 TambourQuestionFunc  func)
{
  TambourQuestionDialog *self = g_object_new (TAMBOUR_TYPE_QUESTION_DIALOG, NULL);

  g_set_object (&self->asked_by, asked_by);
  g_set_object (&self->item, item);
  g_set_object (&self->stored, stored);
  self->position = position;
  self->func = func;
  show_item (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->text_row));
  adw_dialog_present (ADW_DIALOG (self), asked_by);
}
