/* tambour-conflict-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-conflict-dialog.h"

#include "tambour-breadth.h"
#include "tambour-conflict-block.h"
#include "tambour-conflict-draft.h"
#include "tambour-conflict-settling.h"
#include "tambour-draft-keeper.h"
#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-record-words.h"
#include "tambour-save-keys.h"
#include "tambour-saving.h"

/**
 * TambourConflictDialog:
 *
 * What two people changed at once, for one of them to settle: one record after the
 * other, until there is none or somebody says Later (DESIGN.md, screen 11). What is
 * written anew is kept as a draft until then.
 */
struct _TambourConflictDialog
{
  AdwDialog               parent_instance;

  TambourPortfolio       *portfolio;
  GtkWidget              *asked_by;      /* where messages are shown afterwards */
  GCancellable           *cancellable;
  TambourConflictReading *reading;
  GPtrArray              *shown;         /* the blocks */
  gboolean                is_saving;

  /* Template widgets */
  AdwWindowTitle         *title;
  GtkWidget              *save_button;
  AdwToastOverlay        *toasts;
  GtkWidget              *main;
  GtkWidget              *heading_box;
  GtkLabel               *intro_label;
  GtkBox                 *count_box;
  GtkLabel               *count_label;
  GtkWidget              *all_box;
  GtkButton              *first_button;
  GtkButton              *second_button;
  GtkBox                 *blocks;
  GtkListBox             *merged_list;
  GtkWidget              *hints_box;
  GtkLabel               *first_key;
  GtkLabel               *first_hint;
  GtkLabel               *second_key;
  GtkLabel               *second_hint;
  GtkWidget              *below_hint;
  GtkLabel               *error_label;
};

G_DEFINE_FINAL_TYPE (TambourConflictDialog, tambour_conflict_dialog, ADW_TYPE_DIALOG)

static TambourConflictReader
get_reader (TambourConflictDialog *self)
{
  return (TambourConflictReader) {
    tambour_conflict_reading_get_group (self->reading),
    self->portfolio,
    tambour_portfolio_get_author (self->portfolio),
    tambour_portfolio_now (self->portfolio),
  };
}

static void
say (TambourConflictDialog *self,
     const char            *problem)
{
  gtk_label_set_text (self->error_label, problem ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), problem != NULL);
}

/* Returns: (nullable): the first in which something is wrong */
static TambourConflictBlock *
find_problem (TambourConflictDialog  *self,
              char                  **problem)
{
  for (guint i = 0; i < self->shown->len; i++)
    if ((*problem = tambour_conflict_block_dup_problem (g_ptr_array_index (self->shown, i))) != NULL)
      return g_ptr_array_index (self->shown, i);

  return NULL;
}

/* What can be done, and why not, follows what is written. */
static void
update (TambourConflictDialog *self)
{
  g_autofree char *problem = NULL;
  gboolean is_right = find_problem (self, &problem) == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.save",
                                 is_right && !self->is_saving && !tambour_portfolio_is_read_only (self->portfolio));
  gtk_widget_set_tooltip_text (self->save_button, problem);
}

static void
changed_cb (TambourConflictDialog *self)
{
  tambour_conflict_draft_keep (self->reading, self->portfolio, self->shown);
  update (self);
}

static gboolean
is_removal (const TambourConflictGroup *group)
{
  return group->parts->len == 1 && ((TambourConflictPart *) g_ptr_array_index (group->parts, 0))->is_removal;
}

static void
show_count (TambourConflictDialog      *self,
            const TambourConflictGroup *group)
{
  guint n_more = self->reading->groups->len - 1;
  g_autofree char *fields = g_strdup_printf (ngettext ("%u field differs", "%u fields differ", group->parts->len), group->parts->len);
  g_autofree char *more = g_strdup_printf (ngettext ("%u more record after this one", "%u more records after this one", n_more), n_more);
  g_autofree char *both = g_strdup_printf ("%s · %s", fields, more);

  gtk_label_set_text (self->count_label, n_more > 0 ? both : fields);
}

/* The reader’s own stands first. */
static gboolean
is_own_right (const TambourConflictReader *reader)
{
  return tambour_conflict_is_own_right (reader, g_ptr_array_index (reader->group->parts, 0));
}

static void
show_all_buttons (TambourConflictDialog       *self,
                  const TambourConflictReader *reader)
{
  gboolean is_right = is_own_right (reader);
  g_autofree char *first_words = tambour_conflict_words_all (reader, is_right ? TAMBOUR_CONFLICT_OTHER : TAMBOUR_CONFLICT_KEPT);
  g_autofree char *second_words = tambour_conflict_words_all (reader, is_right ? TAMBOUR_CONFLICT_KEPT : TAMBOUR_CONFLICT_OTHER);

  gtk_button_set_label (self->first_button, first_words);
  gtk_button_set_label (self->second_button, second_words);
  gtk_widget_set_visible (self->all_box, !is_removal (reader->group));
}

static gboolean
has_below (const TambourConflictGroup *group)
{
  for (guint i = 0; i < group->parts->len; i++)
    if (((TambourConflictPart *) g_ptr_array_index (group->parts, i))->can_write)
      return TRUE;

  return FALSE;
}

/* The arrows mean what one sees. */
static void
show_hints (TambourConflictDialog       *self,
            const TambourConflictReader *reader)
{
  static const char * const keys[] = { "Alt ←", "Alt →" };
  const char *sides[] = { C_("choice", "left"), C_("choice", "right") };
  const TambourConflictPart *part = g_ptr_array_index (reader->group->parts, 0);
  const TambourConflictSide *first = is_own_right (reader) ? &part->other : &part->kept;
  gboolean is_mine = tambour_conflict_is_mine (reader, first->by);
  guint start = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_label_set_text (self->first_key, keys[start]);
  gtk_label_set_text (self->second_key, keys[1 - start]);
  gtk_label_set_text (self->first_hint, is_mine ? C_("choice", "mine") : sides[start]);
  gtk_label_set_text (self->second_hint, is_mine ? C_("choice", "theirs") : sides[1 - start]);
  gtk_widget_set_visible (self->below_hint, has_below (reader->group));
}

static void
clear_blocks (TambourConflictDialog *self)
{
  g_ptr_array_set_size (self->shown, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->blocks)); child;
       child = gtk_widget_get_first_child (GTK_WIDGET (self->blocks)))
    gtk_box_remove (self->blocks, child);
}

static void
show_blocks (TambourConflictDialog       *self,
             const TambourConflictReader *reader)
{
  clear_blocks (self);
  for (guint i = 0; i < reader->group->parts->len; i++)
    {
      GtkWidget *block = tambour_conflict_block_new (reader, g_ptr_array_index (reader->group->parts, i));

      gtk_box_append (self->blocks, block);
      g_ptr_array_add (self->shown, block);
    }

  tambour_conflict_draft_show (self->reading, self->portfolio, self->shown);
  for (guint i = 0; i < self->shown->len; i++)
    g_signal_connect_object (g_ptr_array_index (self->shown, i), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
show (TambourConflictDialog *self)
{
  const TambourConflictReader reader = get_reader (self);
  g_autofree char *title = tambour_conflict_words_title (&reader);

  adw_window_title_set_subtitle (self->title, title);
  gtk_label_set_text (self->intro_label,
                      is_removal (reader.group)
                        ? _("One of you removed this while the other changed it. Choose whether it stays.")
                        : _("Both of you changed this while not connected. Choose a value where they differ."));
  show_count (self, reader.group);
  show_all_buttons (self, &reader);
  show_hints (self, &reader);
  show_blocks (self, &reader);
  tambour_conflict_reading_show (self->reading, self->merged_list, reader.now);
  say (self, NULL);
}

static void
set_saving (TambourConflictDialog *self,
            gboolean               is_saving)
{
  self->is_saving = is_saving;
  tambour_saving_set (self->main, is_saving);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourConflictDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  TambourConflictReading *reading = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (reading == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say (self, error->message);
      return;
    }

  if (self->asked_by == NULL || gtk_widget_get_root (self->asked_by) == NULL)
    {
      tambour_conflict_reading_free (reading);
      return;
    }

  g_clear_pointer (&self->reading, tambour_conflict_reading_free);
  self->reading = reading;
  set_saving (self, FALSE);
  if (reading->is_gone)
    tambour_conflict_draft_hand_over (reading, self->portfolio, self->asked_by);
  if (reading->is_gone || reading->groups->len == 0)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  show (self);
  update (self);
  adw_dialog_set_focus (ADW_DIALOG (self), tambour_conflict_block_get_card (g_ptr_array_index (self->shown, 0)));
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    adw_dialog_present (ADW_DIALOG (self), self->asked_by);
  else
    gtk_widget_grab_focus (tambour_conflict_block_get_card (g_ptr_array_index (self->shown, 0)));
}

static void
load (TambourConflictDialog *self,
      const char            *record_id)
{
  tambour_portfolio_load_async (self->portfolio, tambour_conflict_reading_load, g_strdup (record_id), g_free,
                                (GDestroyNotify) tambour_conflict_reading_free, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
offer_undo (TambourConflictDialog *self,
            const char            *message)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, message);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "conflict.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TambourConflictDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  const TambourConflictReader reader = get_reader (self);
  g_autofree char *title = tambour_record_words_short (reader.group->record, reader.group->others, reader.now);
  g_autofree char *message = NULL;

  if (!tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    {
      set_saving (self, FALSE);
      update (self);
      say (self, error->message);
      return;
    }

  tambour_conflict_draft_discard (self->reading, self->portfolio);
  /* Translators: %s is what a record is called */
  message = g_strdup_printf (_("“%s” is merged"), title);
  if (self->reading->groups->len > 1)
    {
      offer_undo (self, message);
      load (self, NULL);
      return;
    }

  if (self->asked_by != NULL)
    tambour_feedback_offer_undo (self->asked_by, message);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourConflictDialog *self = TAMBOUR_CONFLICT_DIALOG (widget);
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_conflict_answer_free);

  for (guint i = 0; i < self->shown->len; i++)
    g_ptr_array_add (answers, tambour_conflict_block_dup_answer (g_ptr_array_index (self->shown, i)));

  say (self, NULL);
  set_saving (self, TRUE);
  update (self);
  tambour_conflict_settling_run (self->portfolio, answers, self->cancellable, settled_cb, g_object_ref (self));
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourConflictDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = tambour_portfolio_undo_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (label == NULL)
    say (self, error->message);
  else
    load (self, NULL);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourConflictDialog *self = TAMBOUR_CONFLICT_DIALOG (widget);

  if (tambour_portfolio_can_undo (self->portfolio))
    tambour_portfolio_undo_async (self->portfolio, undone_cb, g_object_ref (self));
}

static void
choose_all_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TambourConflictDialog *self = TAMBOUR_CONFLICT_DIALOG (widget);
  const TambourConflictReader reader = get_reader (self);
  gboolean is_first = g_variant_get_uint32 (parameter) == 0;
  gboolean is_kept = is_first != is_own_right (&reader);

  for (guint i = 0; i < self->shown->len; i++)
    tambour_conflict_block_set_choice (g_ptr_array_index (self->shown, i), is_kept ? TAMBOUR_CONFLICT_KEPT : TAMBOUR_CONFLICT_OTHER);
}

/* In the block where the keyboard is, or the first. */
static void
choose_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourConflictDialog *self = TAMBOUR_CONFLICT_DIALOG (widget);
  GtkWidget *block = gtk_widget_get_focus_child (GTK_WIDGET (self->blocks));
  TambourConflictPlace place = g_variant_get_uint32 (parameter);

  if (self->shown->len == 0)
    return;

  /* The arrows mean what one sees. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && place != TAMBOUR_CONFLICT_BELOW)
    place = place == TAMBOUR_CONFLICT_FIRST ? TAMBOUR_CONFLICT_SECOND : TAMBOUR_CONFLICT_FIRST;

  tambour_conflict_block_choose (block ? TAMBOUR_CONFLICT_BLOCK (block) : g_ptr_array_index (self->shown, 0), place);
}

/* Keys are hinted at where there is room for them; between two buttons there is none for a
 * title, either.
 */
static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourConflictDialog *self = TAMBOUR_CONFLICT_DIALOG (widget);
  gboolean is_small = breadth >= TAMBOUR_BREADTH_SMALL;

  gtk_widget_set_visible (GTK_WIDGET (self->title), !is_small);
  gtk_widget_set_visible (self->heading_box, is_small);
  gtk_widget_set_visible (self->hints_box, !is_small);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->count_box), is_small ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/* Ctrl and Enter saves; where that cannot be, it leads to what is wrong. */
static gboolean
save_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  g_autofree char *problem = NULL;
  TambourConflictBlock *block = find_problem (TAMBOUR_CONFLICT_DIALOG (widget), &problem);

  if (block != NULL)
    gtk_widget_grab_focus (tambour_conflict_block_get_card (block));
  else
    gtk_widget_activate_action (widget, "conflict.save", NULL);

  return TRUE;
}

/* Later. */
static void
tambour_conflict_dialog_closed (AdwDialog *dialog)
{
  TambourConflictDialog *self = TAMBOUR_CONFLICT_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
  if (self->reading == NULL || self->reading->is_gone || self->reading->draft == NULL)
    return;

  tambour_draft_keeper_hurry (tambour_draft_keeper_get (self->portfolio), self->reading->draft->key);
  if (self->asked_by != NULL)
    tambour_feedback_say (self->asked_by, _("Draft kept"));
}

static void
tambour_conflict_dialog_dispose (GObject *object)
{
  TambourConflictDialog *self = TAMBOUR_CONFLICT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_CONFLICT_DIALOG);
  g_clear_object (&self->portfolio);
  g_clear_weak_pointer (&self->asked_by);

  G_OBJECT_CLASS (tambour_conflict_dialog_parent_class)->dispose (object);
}

static void
tambour_conflict_dialog_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_CONFLICT_DIALOG (object)->reading, tambour_conflict_reading_free);

  G_OBJECT_CLASS (tambour_conflict_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-conflict-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, heading_box);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, count_box);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, all_box);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, first_button);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, second_button);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, blocks);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, merged_list);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, hints_box);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, first_key);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, first_hint);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, second_key);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, second_hint);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, below_hint);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictDialog, error_label);
}

static void
tambour_conflict_dialog_class_init (TambourConflictDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_conflict_dialog_dispose;
  object_class->finalize = tambour_conflict_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tambour_conflict_dialog_closed;
  gtk_widget_class_install_action (widget_class, "conflict.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "conflict.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "conflict.choose-all", "u", choose_all_action);
  gtk_widget_class_install_action (widget_class, "conflict.choose", "u", choose_action);
  bind_template (widget_class);
}

/* A radio button has plans of its own for the arrows, so the dialog comes before it. */
static void
add_keys (TambourConflictDialog *self)
{
  static const struct
  {
    guint                keyval;
    TambourConflictPlace place;
  } keys[] = {
    { GDK_KEY_Left, TAMBOUR_CONFLICT_FIRST },
    { GDK_KEY_Right, TAMBOUR_CONFLICT_SECOND },
    { GDK_KEY_Down, TAMBOUR_CONFLICT_BELOW },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, GDK_ALT_MASK),
                                                gtk_named_action_new ("conflict.choose"));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (keys[i].place));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
tambour_conflict_dialog_init (TambourConflictDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->shown = g_ptr_array_new ();
  tambour_save_keys_add (GTK_WIDGET (self), gtk_callback_action_new (save_key_cb, NULL, NULL));
  add_keys (self);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_conflict_dialog_present:
 * @asked_by: the widget that asks for it
 * @portfolio: where there are conflicts
 * @record_id: (nullable): the record to begin with, or %NULL for the oldest conflict
 *
 * Opens the dialog when it has been read what is open; nothing opens if nothing is. What
 * was typed for a record that has no conflicts any more goes to its form.
 */
void
tambour_conflict_dialog_present (GtkWidget        *asked_by,
                                 TambourPortfolio *portfolio,
                                 const char       *record_id)
{
  g_autoptr(TambourConflictDialog) self = g_object_ref_sink (g_object_new (TAMBOUR_TYPE_CONFLICT_DIALOG, NULL));

  g_set_weak_pointer (&self->asked_by, asked_by);
  g_set_object (&self->portfolio, portfolio);
  load (self, record_id);
}
