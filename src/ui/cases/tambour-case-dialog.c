/* tambour-case-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-reading.h"
#include "tambour-buffer.h"
#include "tambour-case-dialog.h"
#include "tambour-choice-words.h"
#include "tambour-people.h"
#include "tambour-problem.h"
#include "tambour-when-parse.h"
#include "tambour-when.h"

/**
 * TambourCaseDialog:
 *
 * Asks what is to be done about a case, and does it.
 */
struct _TambourCaseDialog
{
  TambourAskDialog     parent_instance;

  TambourCaseMoveKind  kind;
  const TambourAsked  *asked;
  char                *owner_id;
  char                *number;
  GTimeZone           *zone;        /* in which times are typed: one's own */
  GPtrArray           *people;

  /* Template widgets */
  GtkWidget           *fields;
  AdwComboRow         *person_row;
  GtkEditable         *to_row;
  AdwComboRow         *class_row;
  AdwComboRow         *level_row;
  GtkEditable         *due_row;
  GtkEditable         *ask_row;
  GtkEditable         *others_row;
  GtkWidget           *text_view;
  GtkTextBuffer       *buffer;
};

G_DEFINE_FINAL_TYPE (TambourCaseDialog, tambour_case_dialog, TAMBOUR_TYPE_ASK_DIALOG)

/* What a move is called and asks for; a title that is missing has no such row. */
typedef struct
{
  TambourAskWording  asks;
  const char        *to;
  gboolean           has_person;
  gboolean           has_class;
  gboolean           has_level;
  gboolean           has_due;
} Wording;

static const Wording wordings[TAMBOUR_N_CASE_MOVES] = {
  [TAMBOUR_CASE_MOVE_HAND_OVER] = { { "case", N_("Hand Over"), N_("_Hand Over"), N_("The next owner sees the note until they have read it."),
                                      N_("What They Should Know"), NULL, N_("Handed over") }, NULL, .has_person = TRUE },
  [TAMBOUR_CASE_MOVE_ESCALATE] = { { "case", N_("Escalate"), N_("_Escalate"), N_("Whoever takes it is noted when they do."),
                                     N_("Why"), NULL, N_("Escalated") }, N_("Escalate To"), .has_level = TRUE },
  [TAMBOUR_CASE_MOVE_DEESCALATE] = { { "case", N_("Escalation Is Over"), N_("_Save"), NULL,
                                       N_("How It Ended"), NULL, N_("Escalation is over") } },
  [TAMBOUR_CASE_MOVE_PAUSE] = { { "case", N_("Pause"), N_("_Pause"), N_("While the customer is waited for, the clock stands still."),
                                  N_("What They Are Waited For"), NULL, N_("Paused") } },
  [TAMBOUR_CASE_MOVE_RESUME] = { { "case", N_("Resume"), N_("_Resume"), N_("The clock runs again from now on."),
                                   N_("What Came"), NULL, N_("Resumed") } },
  [TAMBOUR_CASE_MOVE_PROMISE] = { { "case", N_("Promise Update"), N_("_Promise"), N_("The list of cases counts down to it."),
                                    N_("What About"), NULL, N_("Update promised") }, NULL, .has_due = TRUE },
  [TAMBOUR_CASE_MOVE_LINK] = { { "case", N_("Link to Another Case"), N_("_Link"), N_("Both cases say so."),
                                 N_("What They Have in Common"), NULL, N_("Linked") }, N_("Number of the Other Case") },
  [TAMBOUR_CASE_MOVE_KNOWN_ISSUE] = { { "case", N_("Known Issue"), N_("_Save"), NULL,
                                        N_("What That Means Here"), NULL, N_("Known issue noted") }, N_("Code or Title of the Known Issue") },
  [TAMBOUR_CASE_MOVE_NOTE] = { { "case", N_("Add Entry"), N_("_Add"), N_("For us alone: the customer does not see it."),
                                 N_("What Happened"), NULL, N_("Entry added") } },
  [TAMBOUR_CASE_MOVE_ROOT_CAUSE] = { { "case", N_("Set Root Cause"), N_("_Save"), N_("A cause of the same title is the same one: several cases can have it."),
                                       N_("How That Is Fixed"), NULL, N_("Root cause set") }, N_("What It Came From"), .has_class = TRUE },
  [TAMBOUR_CASE_MOVE_EDIT_NOTE] = { { "case", N_("Change Handover Note"), N_("_Save"), N_("The next owner reads it as it is now. How it was stays in the history."),
                                      N_("What They Should Know"), NULL, N_("Handover note changed") } },
};

/* --- the draft ------------------------------------------------------------ */

static TambourDraft *
tambour_case_dialog_new_draft (TambourAskDialog *dialog)
{
  TambourCaseDialog *self = TAMBOUR_CASE_DIALOG (dialog);

  return tambour_draft_new_move (self->asked->id, self->asked->account_id, self->kind);
}

/* Returns: (nullable): the id of the next owner */
static const char *
get_person (TambourCaseDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->person_row);

  return selected < self->people->len ? tambour_record_get_id (g_ptr_array_index (self->people, selected)) : NULL;
}

static char *
tambour_case_dialog_dup_draft_title (TambourAskDialog *dialog)
{
  TambourCaseDialog *self = TAMBOUR_CASE_DIALOG (dialog);

  return g_strdup_printf ("%s #%s", _(wordings[self->kind].asks.title), self->number);
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
tambour_case_dialog_pack (TambourAskDialog *dialog,
                          JsonObject       *fields)
{
  const char *person = get_person (TAMBOUR_CASE_DIALOG (dialog));

  json_object_set_string_member (fields, "person", person ? person : "");
}

static void
tambour_case_dialog_unpack (TambourAskDialog *dialog,
                            JsonObject       *fields)
{
  show_person (TAMBOUR_CASE_DIALOG (dialog), json_object_get_string_member_with_default (fields, "person", ""));
}

/* Ours. */
static gpointer
load_people (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const TambourAccountReading reading = { store, cancellable, NULL, now };

  return tambour_account_reading_page (&reading, TAMBOUR_TYPE_PERSON, NULL, "name", FALSE, -1, error);
}

/* --- what is typed -------------------------------------------------------- */

static gboolean
read_due (TambourCaseDialog *self,
          TambourInstant    *due)
{
  gboolean has_time;

  due->seconds = TAMBOUR_NEVER;

  return tambour_when_parse_moment (gtk_editable_get_text (self->due_row), self->zone, tambour_portfolio_now (tambour_ask_dialog_get_portfolio (TAMBOUR_ASK_DIALOG (self))), due, &has_time) &&
         has_time;
}

static void
tambour_case_dialog_check (TambourAskDialog *dialog)
{
  TambourCaseDialog *self = TAMBOUR_CASE_DIALOG (dialog);
  TambourInstant due;
  gboolean is_wrong = wordings[self->kind].has_due && *gtk_editable_get_text (self->due_row) != '\0' && !read_due (self, &due);

  tambour_problem_mark (GTK_WIDGET (self->due_row), GTK_WIDGET (self->due_row), is_wrong);
  if (is_wrong)
    tambour_ask_dialog_say (dialog, _("This takes a day and a time, such as tue 16:00"));
}

static gpointer
tambour_case_dialog_read_move (TambourAskDialog *dialog)
{
  TambourCaseDialog *self = TAMBOUR_CASE_DIALOG (dialog);
  TambourCaseMove *move = g_new0 (TambourCaseMove, 1);

  move->kind = self->kind;
  move->case_id = g_strdup (self->asked->id);
  move->by = g_strdup (tambour_portfolio_get_author (tambour_ask_dialog_get_portfolio (TAMBOUR_ASK_DIALOG (self))));
  move->text = tambour_buffer_dup_text (self->buffer);
  move->to = g_strdup (gtk_editable_get_text (self->to_row));
  move->ask = g_strdup (gtk_editable_get_text (self->ask_row));
  move->others = g_strdup (gtk_editable_get_text (self->others_row));
  move->level = adw_combo_row_get_selected (self->level_row) + TAMBOUR_ESCALATION_FIRST;
  move->cause_class = adw_combo_row_get_selected (self->class_row);
  move->due.seconds = TAMBOUR_NEVER;
  move->person_id = g_strdup (get_person (self));
  if (wordings[self->kind].has_due)
    read_due (self, &move->due);

  return move;
}

static char *
tambour_case_dialog_dup_done (TambourAskDialog *dialog)
{
  TambourCaseDialog *self = TAMBOUR_CASE_DIALOG (dialog);

  /* Translators: what was done about a case, and the number of the case: "Paused: #4117" */
  return g_strdup_printf (_("%1$s: #%2$s"), _(wordings[self->kind].asks.done), self->number);
}

/* --- the dialog ----------------------------------------------------------- */

/* Everybody but the one who has the case. */
static void
tambour_case_dialog_show (TambourAskDialog *dialog,
                          gpointer          loaded)
{
  TambourCaseDialog *self = TAMBOUR_CASE_DIALOG (dialog);
  GPtrArray *people = loaded;
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      TambourPerson *person = g_ptr_array_index (people, i);

      if (g_strcmp0 (TAMBOUR_RECORD (person)->id, self->owner_id) == 0)
        continue;

      g_ptr_array_add (self->people, g_object_ref (person));
      gtk_string_list_append (names, person->name ? person->name : "");
    }

  adw_combo_row_set_model (self->person_row, G_LIST_MODEL (names));
}

static void
tambour_case_dialog_finalize (GObject *object)
{
  TambourCaseDialog *self = TAMBOUR_CASE_DIALOG (object);

  g_clear_pointer (&self->owner_id, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_case_dialog_parent_class)->finalize (object);
}

static void
tambour_case_dialog_class_init (TambourCaseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TambourAskDialogClass *ask_class = TAMBOUR_ASK_DIALOG_CLASS (klass);

  object_class->finalize = tambour_case_dialog_finalize;
  ask_class->new_draft = tambour_case_dialog_new_draft;
  ask_class->dup_draft_title = tambour_case_dialog_dup_draft_title;
  ask_class->pack = tambour_case_dialog_pack;
  ask_class->unpack = tambour_case_dialog_unpack;
  ask_class->load = load_people;
  ask_class->free_loaded = (GDestroyNotify) g_ptr_array_unref;
  ask_class->show = tambour_case_dialog_show;
  ask_class->check = tambour_case_dialog_check;
  ask_class->read_move = tambour_case_dialog_read_move;
  ask_class->make_move = (TambourAskMakeFunc) tambour_case_move_fill;
  ask_class->free_move = (GDestroyNotify) tambour_case_move_free;
  ask_class->dup_done = tambour_case_dialog_dup_done;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-case-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, class_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, level_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, ask_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, others_row);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TambourCaseDialog, buffer);
  tambour_ask_dialog_bind (widget_class, "text_label", NULL);
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
  TambourAskDialog *dialog = TAMBOUR_ASK_DIALOG (self);
  g_autoptr(GtkStringList) levels = gtk_string_list_new (NULL);

  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->zone = tambour_when_zone (NULL);
  tambour_ask_dialog_init_template (dialog);
  tambour_ask_dialog_keep (dialog, "text", self->buffer, "to", self->to_row, "due", self->due_row, "ask", self->ask_row,
                           "others", self->others_row, "class", self->class_row, "level", self->level_row, NULL);
  for (int level = TAMBOUR_ESCALATION_FIRST; level <= TAMBOUR_ESCALATION_LAST; level++)
    {
      g_autofree char *text = g_strdup_printf ("%d", level);

      gtk_string_list_append (levels, text);
    }
  adw_combo_row_set_model (self->level_row, G_LIST_MODEL (levels));
  fill_classes (self);
}

static void
show_rows (TambourCaseDialog *self)
{
  const Wording *wording = &wordings[self->kind];
  gboolean is_escalation = self->kind == TAMBOUR_CASE_MOVE_ESCALATE;

  gtk_widget_set_visible (GTK_WIDGET (self->person_row), wording->has_person);
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), wording->to != NULL);
  if (wording->to != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->to_row), _(wording->to));
  gtk_widget_set_visible (GTK_WIDGET (self->class_row), wording->has_class);
  gtk_widget_set_visible (GTK_WIDGET (self->level_row), wording->has_level);
  gtk_widget_set_visible (GTK_WIDGET (self->ask_row), is_escalation);
  gtk_widget_set_visible (GTK_WIDGET (self->others_row), is_escalation);
  gtk_widget_set_visible (GTK_WIDGET (self->due_row), wording->has_due);
  gtk_widget_set_visible (self->fields, wording->has_person || wording->to != NULL || wording->has_due);
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

  gtk_editable_set_text (self->to_row, cause && cause->title ? cause->title : "");
  gtk_text_buffer_set_text (self->buffer, text ? text : "", -1);
  adw_combo_row_set_selected (self->class_row, cause ? cause->cause_class : TAMBOUR_CAUSE_CLASS_UNKNOWN);
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
  TambourCaseDialog *self = g_object_new (TAMBOUR_TYPE_CASE_DIALOG, NULL);

  self->kind = kind;
  self->asked = tambour_ask_dialog_prepare (TAMBOUR_ASK_DIALOG (self), asked_by, portfolio, &wordings[kind].asks, kind,
                                            TAMBOUR_RECORD (file->record)->id, TAMBOUR_RECORD (file->record)->account_id.id);
  self->owner_id = g_strdup (file->record->owner_id.id);
  self->number = g_strdup (file->record->number ? file->record->number : "");
  show_rows (self);
  show_initial (self, file);
  tambour_ask_dialog_open (TAMBOUR_ASK_DIALOG (self));
}
