/* tambour-case-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-buffer.h"
#include "tambour-case-dialog.h"
#include "tambour-choice-words.h"
#include "tambour-draft-keeper.h"
#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-people.h"
#include "tambour-problem.h"
#include "tambour-save-keys.h"
#include "tambour-saving.h"
#include "tambour-when-parse.h"
#include "tambour-when.h"

/**
 * TambourCaseDialog:
 *
 * Asks what is to be done about a case, and does it. Stays open when that cannot
 * be, and says why; what is typed is kept as a draft until it is done.
 */
struct _TambourCaseDialog
{
  AdwDialog            parent_instance;

  TambourPortfolio    *portfolio;
  GtkWidget           *asked_by;
  TambourCaseMoveKind  kind;
  char                *case_id;
  char                *account_id;
  char                *owner_id;
  char                *number;
  GTimeZone           *zone;        /* in which times are typed: one's own */
  GPtrArray           *people;
  GCancellable        *cancellable;
  gboolean             is_filling;
  char                *initial_to;   /* what it says before anything is typed */
  char                *initial_text;
  guint                initial_class;

  /* Template widgets */
  AdwWindowTitle      *title;
  GtkButton           *save_button;
  GtkWidget           *main;
  GtkLabel            *intro_label;
  GtkWidget           *fields;
  AdwComboRow         *person_row;
  GtkEditable         *to_row;
  AdwComboRow         *class_row;
  AdwComboRow         *level_row;
  GtkEditable         *due_row;
  GtkEditable         *ask_row;
  GtkLabel            *text_label;
  GtkWidget           *text_view;
  GtkTextBuffer       *buffer;
  GtkLabel            *error_label;
};

G_DEFINE_FINAL_TYPE (TambourCaseDialog, tambour_case_dialog, ADW_TYPE_DIALOG)

/* What a move is called and asks for; a title that is missing has no such row. */
typedef struct
{
  const char *title;
  const char *save;
  const char *intro;
  const char *to;
  const char *text;
  const char *done;
  gboolean    has_person;
  gboolean    has_class;
  gboolean    has_level;
  gboolean    has_due;
} Wording;

static const Wording wordings[TAMBOUR_N_CASE_MOVES] = {
  [TAMBOUR_CASE_MOVE_HAND_OVER] = { N_("Hand Over"), N_("_Hand Over"), N_("The next owner sees the note until they have read it."),
                                    NULL, N_("What They Should Know"), N_("Handed over"), .has_person = TRUE },
  [TAMBOUR_CASE_MOVE_ESCALATE] = { N_("Escalate"), N_("_Escalate"), N_("Whoever takes it is noted when they do."),
                                   N_("Escalate To"), N_("Why"), N_("Escalated"), .has_level = TRUE },
  [TAMBOUR_CASE_MOVE_DEESCALATE] = { N_("Escalation Is Over"), N_("_Save"), NULL, NULL, N_("How It Ended"), N_("Escalation is over") },
  [TAMBOUR_CASE_MOVE_PAUSE] = { N_("Pause"), N_("_Pause"), N_("While the customer is waited for, the clock stands still."),
                                NULL, N_("What They Are Waited For"), N_("Paused") },
  [TAMBOUR_CASE_MOVE_RESUME] = { N_("Resume"), N_("_Resume"), N_("The clock runs again from now on."),
                                 NULL, N_("What Came"), N_("Resumed") },
  [TAMBOUR_CASE_MOVE_PROMISE] = { N_("Promise Update"), N_("_Promise"), N_("The list of cases counts down to it."),
                                  NULL, N_("What About"), N_("Update promised"), .has_due = TRUE },
  [TAMBOUR_CASE_MOVE_LINK] = { N_("Link to Another Case"), N_("_Link"), N_("Both cases say so."),
                               N_("Number of the Other Case"), N_("What They Have in Common"), N_("Linked") },
  [TAMBOUR_CASE_MOVE_KNOWN_ISSUE] = { N_("Known Issue"), N_("_Save"), NULL,
                                      N_("Code or Title of the Known Issue"), N_("What That Means Here"), N_("Known issue noted") },
  [TAMBOUR_CASE_MOVE_NOTE] = { N_("Add Entry"), N_("_Add"), N_("For us alone: the customer does not see it."),
                               NULL, N_("What Happened"), N_("Entry added") },
  [TAMBOUR_CASE_MOVE_ROOT_CAUSE] = { N_("Set Root Cause"), N_("_Save"), N_("A cause of the same title is the same one: several cases can have it."),
                                     N_("What It Came From"), N_("How That Is Fixed"), N_("Root cause set"), .has_class = TRUE },
  [TAMBOUR_CASE_MOVE_EDIT_NOTE] = { N_("Change Handover Note"), N_("_Save"), N_("The next owner reads it as it is now. How it was stays in the history."),
                                    NULL, N_("What They Should Know"), N_("Handover note changed") },
};

static void
say (TambourCaseDialog *self,
     const char        *sentence)
{
  gtk_label_set_text (self->error_label, sentence ? sentence : "");
}

/* --- the draft ------------------------------------------------------------ */

static TambourDraft *
new_draft (TambourCaseDialog *self)
{
  return tambour_draft_new_move (self->case_id, self->account_id, self->kind);
}

/* Returns: (nullable): the id of the next owner */
static const char *
get_person (TambourCaseDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->person_row);

  return selected < self->people->len ? tambour_record_get_id (g_ptr_array_index (self->people, selected)) : NULL;
}

static gboolean
is_untouched (TambourCaseDialog *self,
              const char        *text)
{
  return g_strcmp0 (text, self->initial_text) == 0 && g_strcmp0 (gtk_editable_get_text (self->to_row), self->initial_to) == 0 &&
         *gtk_editable_get_text (self->due_row) == '\0' && *gtk_editable_get_text (self->ask_row) == '\0' &&
         adw_combo_row_get_selected (self->class_row) == self->initial_class;
}

/* What is again as it was is no draft. */
static void
keep_draft (TambourCaseDialog *self)
{
  g_autoptr(TambourDraft) draft = new_draft (self);
  g_autofree char *text = tambour_buffer_dup_text (self->buffer);

  if (is_untouched (self, text))
    {
      tambour_draft_keeper_discard (tambour_draft_keeper_get (self->portfolio), draft->key);
      adw_window_title_set_subtitle (self->title, "");
      return;
    }

  draft->title = g_strdup_printf ("%s #%s", _(wordings[self->kind].title), self->number);
  draft->at = tambour_portfolio_now (self->portfolio);
  draft->fields = json_object_new ();
  json_object_set_string_member (draft->fields, "text", text);
  json_object_set_string_member (draft->fields, "to", gtk_editable_get_text (self->to_row));
  json_object_set_string_member (draft->fields, "due", gtk_editable_get_text (self->due_row));
  json_object_set_string_member (draft->fields, "ask", gtk_editable_get_text (self->ask_row));
  json_object_set_int_member (draft->fields, "class", adw_combo_row_get_selected (self->class_row));
  json_object_set_int_member (draft->fields, "level", adw_combo_row_get_selected (self->level_row));
  json_object_set_string_member (draft->fields, "person", get_person (self) ? get_person (self) : "");
  tambour_draft_keeper_keep (tambour_draft_keeper_get (self->portfolio), draft);
  adw_window_title_set_subtitle (self->title, _("Draft kept on this computer"));
}

/* Who was chosen, if they are still there. */
static void
show_person (TambourCaseDialog *self,
             const char        *id)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_str_equal (tambour_record_get_id (g_ptr_array_index (self->people, i)), id))
      adw_combo_row_set_selected (self->person_row, i);
}

static void
show_draft (TambourCaseDialog  *self,
            const TambourDraft *draft)
{
  if (draft == NULL)
    return;

  self->is_filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, json_object_get_string_member_with_default (draft->fields, "text", ""), -1);
  gtk_editable_set_text (self->to_row, json_object_get_string_member_with_default (draft->fields, "to", ""));
  gtk_editable_set_text (self->due_row, json_object_get_string_member_with_default (draft->fields, "due", ""));
  gtk_editable_set_text (self->ask_row, json_object_get_string_member_with_default (draft->fields, "ask", ""));
  adw_combo_row_set_selected (self->class_row, (guint) json_object_get_int_member_with_default (draft->fields, "class", 0));
  adw_combo_row_set_selected (self->level_row, (guint) json_object_get_int_member_with_default (draft->fields, "level", 0));
  show_person (self, json_object_get_string_member_with_default (draft->fields, "person", ""));
  adw_window_title_set_subtitle (self->title, _("From your draft"));
  self->is_filling = FALSE;
}

/* What is needed before it opens. */
typedef struct
{
  GPtrArray    *people;
  TambourDraft *draft;
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_pointer (&opened->people, g_ptr_array_unref);
  g_clear_pointer (&opened->draft, tambour_draft_free);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

static gpointer
load_opened (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr(Opened) opened = g_new0 (Opened, 1);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_PERSON);
  g_autofree char *text = tambour_store_dup_setting (store, data);

  if (!tambour_query_order (query, "name", FALSE, error) ||
      !(opened->people = tambour_store_list (store, query, cancellable, error)))
    return NULL;

  opened->draft = text ? tambour_draft_unpack (data, text) : NULL;

  return g_steal_pointer (&opened);
}

/* --- what is typed -------------------------------------------------------- */

static gboolean
read_due (TambourCaseDialog *self,
          TambourInstant    *due)
{
  gboolean has_time;

  due->seconds = TAMBOUR_NEVER;

  return tambour_when_parse_moment (gtk_editable_get_text (self->due_row), self->zone, tambour_portfolio_now (self->portfolio), due, &has_time) &&
         has_time;
}

static void
changed_cb (TambourCaseDialog *self)
{
  TambourInstant due;
  gboolean is_wrong = wordings[self->kind].has_due && *gtk_editable_get_text (self->due_row) != '\0' && !read_due (self, &due);

  if (self->is_filling)
    return;

  keep_draft (self);
  tambour_problem_mark (GTK_WIDGET (self->due_row), GTK_WIDGET (self->due_row), is_wrong);
  say (self, is_wrong ? _("This takes a day and a time, such as tue 16:00") : NULL);
}

static TambourCaseMove *
read_move (TambourCaseDialog *self)
{
  TambourCaseMove *move = g_new0 (TambourCaseMove, 1);

  move->kind = self->kind;
  move->case_id = g_strdup (self->case_id);
  move->by = g_strdup (tambour_portfolio_get_author (self->portfolio));
  move->text = tambour_buffer_dup_text (self->buffer);
  move->to = g_strdup (gtk_editable_get_text (self->to_row));
  move->ask = g_strdup (gtk_editable_get_text (self->ask_row));
  move->level = adw_combo_row_get_selected (self->level_row) + TAMBOUR_ESCALATION_FIRST;
  move->cause_class = adw_combo_row_get_selected (self->class_row);
  move->due.seconds = TAMBOUR_NEVER;
  move->person_id = g_strdup (get_person (self));
  if (wordings[self->kind].has_due)
    read_due (self, &move->due);

  return move;
}

static gboolean
fill_change (TambourChange   *change,
             TambourStore    *store,
             TambourInstant   now,
             gpointer         data,
             GError         **error)
{
  return tambour_case_move_fill (data, store, now, change, error);
}

static void
set_saving (TambourCaseDialog *self,
            gboolean           is_saving)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "move.save", !is_saving);
  tambour_saving_set (self->main, is_saving);
}

/* Says why it cannot be done; what is typed stays. */
static void
fail (TambourCaseDialog *self,
      const GError      *error)
{
  g_autofree char *reason = tambour_feedback_dup_reason (error);

  set_saving (self, FALSE);
  say (self, reason);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourCaseDialog) self = user_data;
  g_autoptr(TambourDraft) draft = new_draft (self);
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  if (!tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        fail (self, error);
      return;
    }

  /* Translators: what was done about a case, and the number of the case: "Paused: #4117" */
  message = g_strdup_printf (_("%1$s: #%2$s"), _(wordings[self->kind].done), self->number);
  tambour_draft_keeper_discard (tambour_draft_keeper_get (self->portfolio), draft->key);
  tambour_feedback_offer_undo (self->asked_by, message);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourCaseDialog *self = TAMBOUR_CASE_DIALOG (widget);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (self->portfolio, _(wordings[self->kind].title));

  set_saving (self, TRUE);
  tambour_fill_async (self->portfolio, change, fill_change, read_move (self), (GDestroyNotify) tambour_case_move_free,
                      self->cancellable, saved_cb, g_object_ref (self));
}

/* --- the dialog ----------------------------------------------------------- */

static void
tambour_case_dialog_closed (AdwDialog *dialog)
{
  TambourCaseDialog *self = TAMBOUR_CASE_DIALOG (dialog);
  g_autoptr(TambourDraft) draft = new_draft (self);

  g_cancellable_cancel (self->cancellable);
  tambour_draft_keeper_hurry (tambour_draft_keeper_get (self->portfolio), draft->key);
}

static void
tambour_case_dialog_dispose (GObject *object)
{
  TambourCaseDialog *self = TAMBOUR_CASE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_CASE_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portfolio);
  g_clear_object (&self->asked_by);

  G_OBJECT_CLASS (tambour_case_dialog_parent_class)->dispose (object);
}

static void
tambour_case_dialog_finalize (GObject *object)
{
  TambourCaseDialog *self = TAMBOUR_CASE_DIALOG (object);

  g_clear_pointer (&self->case_id, g_free);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->owner_id, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->initial_to, g_free);
  g_clear_pointer (&self->initial_text, g_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_case_dialog_parent_class)->finalize (object);
}

static void
tambour_case_dialog_class_init (TambourCaseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_case_dialog_dispose;
  object_class->finalize = tambour_case_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tambour_case_dialog_closed;

  gtk_widget_class_install_action (widget_class, "move.save", NULL, save_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-case-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, class_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, level_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, ask_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
fill_classes (TambourCaseDialog *self)
{
  g_autoptr(GtkStringList) classes = gtk_string_list_new (NULL);

  for (guint i = 0; i <= TAMBOUR_CAUSE_CLASS_HUMAN; i++)
    gtk_string_list_append (classes, _(tambour_choice_get_words (TAMBOUR_TYPE_CAUSE_CLASS, i)));

  adw_combo_row_set_model (self->class_row, G_LIST_MODEL (classes));
}

static void
tambour_case_dialog_init (TambourCaseDialog *self)
{
  g_autoptr(GtkStringList) levels = gtk_string_list_new (NULL);

  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  self->zone = tambour_when_zone (NULL);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_save_keys_add (GTK_WIDGET (self), gtk_named_action_new ("move.save"));
  for (int level = TAMBOUR_ESCALATION_FIRST; level <= TAMBOUR_ESCALATION_LAST; level++)
    {
      g_autofree char *text = g_strdup_printf ("%d", level);

      gtk_string_list_append (levels, text);
    }
  adw_combo_row_set_model (self->level_row, G_LIST_MODEL (levels));
  fill_classes (self);
  self->is_filling = FALSE;
}

static void
show_wording (TambourCaseDialog *self)
{
  const Wording *wording = &wordings[self->kind];
  gboolean is_escalation = self->kind == TAMBOUR_CASE_MOVE_ESCALATE;

  adw_dialog_set_title (ADW_DIALOG (self), _(wording->title));
  adw_window_title_set_title (self->title, _(wording->title));
  gtk_button_set_label (self->save_button, _(wording->save));
  gtk_label_set_text (self->intro_label, wording->intro ? _(wording->intro) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->intro_label), wording->intro != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->person_row), wording->has_person);
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), wording->to != NULL);
  if (wording->to != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->to_row), _(wording->to));
  gtk_widget_set_visible (GTK_WIDGET (self->class_row), wording->has_class);
  gtk_widget_set_visible (GTK_WIDGET (self->level_row), wording->has_level);
  gtk_widget_set_visible (GTK_WIDGET (self->ask_row), is_escalation);
  gtk_widget_set_visible (GTK_WIDGET (self->due_row), wording->has_due);
  gtk_widget_set_visible (self->fields, wording->has_person || wording->to != NULL || wording->has_due);
  gtk_label_set_text (self->text_label, _(wording->text));
  adw_dialog_set_focus (ADW_DIALOG (self), wording->to ? GTK_WIDGET (self->to_row) : wording->has_due ? GTK_WIDGET (self->due_row)
                                                                                                      : self->text_view);
}

/* What is there already and is said anew. */
static void
show_initial (TambourCaseDialog     *self,
              const TambourCaseFile *file)
{
  TambourRootCause *cause = self->kind == TAMBOUR_CASE_MOVE_ROOT_CAUSE ? file->root_cause : NULL;
  TambourCaseEvent *note = self->kind == TAMBOUR_CASE_MOVE_EDIT_NOTE ? file->handover.note : NULL;
  const char *text = cause ? cause->fix : note ? note->text
                                               : NULL;

  self->initial_to = g_strdup (cause && cause->title ? cause->title : "");
  self->initial_text = g_strdup (text ? text : "");
  self->initial_class = cause ? cause->cause_class : TAMBOUR_CAUSE_CLASS_UNKNOWN;
  self->is_filling = TRUE;
  gtk_editable_set_text (self->to_row, self->initial_to);
  gtk_text_buffer_set_text (self->buffer, self->initial_text, -1);
  adw_combo_row_set_selected (self->class_row, self->initial_class);
  self->is_filling = FALSE;
}

/* Everybody but the one who has the case. */
static void
show_people (TambourCaseDialog *self,
             GPtrArray         *people)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      TambourPerson *person = g_ptr_array_index (people, i);

      if (g_strcmp0 (TAMBOUR_RECORD (person)->id, self->owner_id) == 0)
        continue;

      g_ptr_array_add (self->people, g_object_ref (person));
      gtk_string_list_append (names, person->name ? person->name : "");
    }

  self->is_filling = TRUE;
  adw_combo_row_set_model (self->person_row, G_LIST_MODEL (names));
  self->is_filling = FALSE;
}

/* Never a dialog over a dialog, nor in a window that has gone meanwhile. */
static gboolean
can_present (TambourCaseDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (self->asked_by);

  return root != NULL &&
         (!ADW_IS_APPLICATION_WINDOW (root) || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) == NULL);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourCaseDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Opened) opened = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autoptr(TambourDraft) own = new_draft (self);
  g_autoptr(TambourDraft) draft = NULL;
  gboolean is_known;

  if (opened == NULL)
    {
      tambour_feedback_fail (self->asked_by, error);
      return;
    }

  if (!can_present (self))
    return;

  /* Memory knows it before the file. */
  draft = tambour_draft_keeper_dup (tambour_draft_keeper_get (self->portfolio), own->key, &is_known);
  show_people (self, opened->people);
  show_draft (self, is_known ? draft : opened->draft);
  adw_dialog_present (ADW_DIALOG (self), self->asked_by);
}

/**
 * tambour_case_dialog_present:
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 * @file: a case in it; not kept
 * @kind: what is to be done
 *
 * Opens a dialog about it, with what was typed and not done before.
 */
void
tambour_case_dialog_present (GtkWidget             *asked_by,
                             TambourPortfolio      *portfolio,
                             const TambourCaseFile *file,
                             TambourCaseMoveKind    kind)
{
  TambourCaseDialog *self = g_object_ref_sink (g_object_new (TAMBOUR_TYPE_CASE_DIALOG, NULL));
  g_autoptr(TambourDraft) draft = NULL;

  self->asked_by = g_object_ref (asked_by);
  self->portfolio = g_object_ref (portfolio);
  self->kind = kind;
  self->case_id = g_strdup (TAMBOUR_RECORD (file->record)->id);
  self->account_id = g_strdup (TAMBOUR_RECORD (file->record)->account_id.id);
  self->owner_id = g_strdup (file->record->owner_id.id);
  self->number = g_strdup (file->record->number ? file->record->number : "");
  show_wording (self);
  show_initial (self, file);

  draft = new_draft (self);
  tambour_portfolio_load_async (portfolio, load_opened, g_strdup (draft->key), g_free, (GDestroyNotify) opened_free,
                                self->cancellable, opened_cb, self);
}
