/* tambour-field-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-field-row-private.h"
#include "tambour-problem.h"

/* A person who is still typing is not told that it is wrong. */
#define MILLISECONDS_OF_PATIENCE 500

/**
 * TambourFieldRow:
 *
 * A row of a form: what a field is called, its editor, and below it what is wrong
 * with what was typed, or what somebody else has written meanwhile.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TambourFieldRow, tambour_field_row, ADW_TYPE_BIN)

enum
{
  EDITED,
  USE_THEIRS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define PRIV(self) ((TambourFieldRowPrivate *) tambour_field_row_get_instance_private (self))

/**
 * tambour_field_row_get_private:
 * @self: a row
 *
 * Returns: (transfer none): what every row has
 */
TambourFieldRowPrivate *
tambour_field_row_get_private (TambourFieldRow *self)
{
  return PRIV (self);
}

static void
show_problem (TambourFieldRow *self)
{
  TambourFieldRowPrivate *priv = PRIV (self);
  gboolean is_wrong = priv->problem != NULL;

  g_clear_handle_id (&priv->patience, g_source_remove);
  gtk_label_set_text (priv->problem_label, is_wrong ? priv->problem : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->problem_label), is_wrong);
  tambour_problem_mark (GTK_WIDGET (self), GTK_WIDGET (priv->editor), is_wrong);
}

static gboolean
patience_cb (gpointer data)
{
  TambourFieldRow *self = data;

  PRIV (self)->patience = 0;
  show_problem (self);

  return G_SOURCE_REMOVE;
}

/* Who leaves a row has typed what they meant. */
static void
focus_left_cb (TambourFieldRow *self)
{
  TambourFieldRowPrivate *priv = PRIV (self);

  if (priv->problem != NULL && !gtk_widget_get_visible (GTK_WIDGET (priv->problem_label)))
    show_problem (self);
}

static void
pressed_cb (TambourFieldRow *self)
{
  GtkWidget *editor = PRIV (self)->editor;

  if (!gtk_widget_has_focus (editor) && gtk_widget_get_can_focus (editor))
    gtk_widget_grab_focus (editor);
}

static void
theirs_clicked_cb (TambourFieldRow *self)
{
  g_signal_emit (self, signals[USE_THEIRS], 0);
}

static gboolean
tambour_field_row_grab_focus (GtkWidget *widget)
{
  GtkWidget *editor = PRIV (TAMBOUR_FIELD_ROW (widget))->editor;

  if (!GTK_IS_ENTRY (editor))
    return editor != NULL && gtk_widget_grab_focus (editor);

  /* A key adds to what is there, and does not replace it. */
  gtk_editable_set_position (GTK_EDITABLE (editor), -1);

  return gtk_entry_grab_focus_without_selecting (GTK_ENTRY (editor));
}

static void
tambour_field_row_dispose (GObject *object)
{
  TambourFieldRow *self = TAMBOUR_FIELD_ROW (object);
  TambourFieldRowPrivate *priv = PRIV (self);

  g_clear_handle_id (&priv->patience, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_FIELD_ROW);
  g_clear_object (&priv->portfolio);

  G_OBJECT_CLASS (tambour_field_row_parent_class)->dispose (object);
}

static void
tambour_field_row_finalize (GObject *object)
{
  TambourFieldRowPrivate *priv = PRIV (TAMBOUR_FIELD_ROW (object));

  g_clear_pointer (&priv->account_id, g_free);
  g_clear_pointer (&priv->problem, g_free);
  g_clear_pointer (&priv->note, g_free);
  g_clear_pointer (&priv->aside, g_free);

  G_OBJECT_CLASS (tambour_field_row_parent_class)->finalize (object);
}

static void
tambour_field_row_class_init (TambourFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_field_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_field_row_finalize;
  widget_class->grab_focus = tambour_field_row_grab_focus;

  /**
   * TambourFieldRow::edited:
   * @self: the row
   *
   * A person has changed what it says.
   */
  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TambourFieldRow::use-theirs:
   * @self: the row
   *
   * What somebody else has written is to stand.
   */
  signals[USE_THEIRS] =
    g_signal_new ("use-theirs", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TambourFieldRow, title_label);
  gtk_widget_class_bind_template_child_private (widget_class, TambourFieldRow, internal_image);
  gtk_widget_class_bind_template_child_private (widget_class, TambourFieldRow, side_label);
  gtk_widget_class_bind_template_child_private (widget_class, TambourFieldRow, editor_bin);
  gtk_widget_class_bind_template_child_private (widget_class, TambourFieldRow, suffixes);
  gtk_widget_class_bind_template_child_private (widget_class, TambourFieldRow, remark_label);
  gtk_widget_class_bind_template_child_private (widget_class, TambourFieldRow, problem_label);
  gtk_widget_class_bind_template_child_private (widget_class, TambourFieldRow, note_box);
  gtk_widget_class_bind_template_child_private (widget_class, TambourFieldRow, note_label);
  gtk_widget_class_bind_template_child_private (widget_class, TambourFieldRow, theirs_button);
  gtk_widget_class_bind_template_callback (widget_class, theirs_clicked_cb);
}

static void
tambour_field_row_init (TambourFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  PRIV (self)->is_editable = TRUE;

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (click, "released", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * tambour_field_row_set_up:
 * @self: a new row
 * @field: a field with a label
 * @portfolio: the portfolio that its record is in
 *
 * For tambour_field_row_new().
 */
void
tambour_field_row_set_up (TambourFieldRow    *self,
                          const TambourField *field,
                          TambourPortfolio   *portfolio)
{
  TambourFieldRowPrivate *priv = PRIV (self);

  priv->field = field;
  priv->portfolio = g_object_ref (portfolio);
  gtk_label_set_text (priv->title_label, _(field->label));
  gtk_widget_add_css_class (GTK_WIDGET (priv->title_label), "meta");
  gtk_widget_set_visible (priv->internal_image, !(field->flags & TAMBOUR_FIELD_CUSTOMER));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->title_label, NULL, -1);
  TAMBOUR_FIELD_ROW_GET_CLASS (self)->set_up (self);
}

/**
 * tambour_field_row_get_field:
 * @self: a row
 *
 * Returns: (transfer none): what it edits
 */
const TambourField *
tambour_field_row_get_field (TambourFieldRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FIELD_ROW (self), NULL);

  return PRIV (self)->field;
}

/**
 * tambour_field_row_get_portfolio:
 * @self: a row
 *
 * Returns: (transfer none): the portfolio that its record is in
 */
TambourPortfolio *
tambour_field_row_get_portfolio (TambourFieldRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FIELD_ROW (self), NULL);

  return PRIV (self)->portfolio;
}

/**
 * tambour_field_row_get_account:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the account that its record belongs to
 */
const char *
tambour_field_row_get_account (TambourFieldRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FIELD_ROW (self), NULL);

  return PRIV (self)->account_id;
}

/**
 * tambour_field_row_set_account:
 * @self: a row
 * @account_id: (nullable): the account that its record belongs to
 */
void
tambour_field_row_set_account (TambourFieldRow *self,
                               const char      *account_id)
{
  g_return_if_fail (TAMBOUR_IS_FIELD_ROW (self));

  g_set_str (&PRIV (self)->account_id, account_id);
}

static void
show_required (TambourFieldRow *self,
               TambourRecord   *record)
{
  TambourFieldRowPrivate *priv = PRIV (self);
  const TambourField *field = priv->field;

  priv->is_lacking = (field->flags & TAMBOUR_FIELD_REQUIRED) && field->kind != TAMBOUR_KIND_CHOICE &&
                     field->kind != TAMBOUR_KIND_FLAG && !tambour_field_is_stated (field, record);
  tambour_field_row_show_aside (self);
}

/**
 * tambour_field_row_show:
 * @self: a row
 * @record: a record
 * @others: (nullable): the records that @record mentions, by id
 *
 * Shows what @record says; nothing is edited then.
 */
void
tambour_field_row_show (TambourFieldRow *self,
                        TambourRecord   *record,
                        GHashTable      *others)
{
  TambourFieldRowPrivate *priv = PRIV (self);

  g_return_if_fail (TAMBOUR_IS_FIELD_ROW (self));

  priv->is_showing = TRUE;
  TAMBOUR_FIELD_ROW_GET_CLASS (self)->show (self, record, others);
  priv->is_showing = FALSE;
  priv->is_edited = FALSE;
  show_required (self, record);
  tambour_field_row_set_problem (self, NULL);
  tambour_field_row_set_note (self, NULL);
}

/**
 * tambour_field_row_read:
 * @self: a row
 * @record: a record that says what was shown
 *
 * Writes what was edited into @record; what was not stays as it is.
 *
 * Returns: (transfer full) (nullable): what is wrong, as one sentence; the field
 *   then says what it said
 */
char *
tambour_field_row_read (TambourFieldRow *self,
                        TambourRecord   *record)
{
  TambourFieldRowPrivate *priv = PRIV (self);
  char *problem = NULL;

  g_return_val_if_fail (TAMBOUR_IS_FIELD_ROW (self), NULL);

  if (priv->is_edited)
    problem = TAMBOUR_FIELD_ROW_GET_CLASS (self)->read (self, record);

  if (problem == NULL)
    show_required (self, record);

  if (problem == NULL && priv->is_lacking)
    /* Translators: %s is a field: "Title is missing" */
    problem = g_strdup_printf (_("%s is missing"), _(priv->field->label));

  return problem;
}

/**
 * tambour_field_row_is_edited:
 * @self: a row
 *
 * Returns: whether a person has changed what it says since it was shown
 */
gboolean
tambour_field_row_is_edited (TambourFieldRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FIELD_ROW (self), FALSE);

  return PRIV (self)->is_edited;
}

/**
 * tambour_field_row_is_editable:
 * @self: a row
 *
 * Returns: whether it can be edited
 */
gboolean
tambour_field_row_is_editable (TambourFieldRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FIELD_ROW (self), FALSE);

  return PRIV (self)->is_editable;
}

/**
 * tambour_field_row_set_editable:
 * @self: a row
 * @is_editable: whether it can be edited
 */
void
tambour_field_row_set_editable (TambourFieldRow *self,
                                gboolean         is_editable)
{
  g_return_if_fail (TAMBOUR_IS_FIELD_ROW (self));

  PRIV (self)->is_editable = is_editable;
  TAMBOUR_FIELD_ROW_GET_CLASS (self)->set_editable (self, is_editable);
}

/**
 * tambour_field_row_dup_draft:
 * @self: a row
 *
 * Returns: (transfer full): what was typed, whether it is right or not
 */
char *
tambour_field_row_dup_draft (TambourFieldRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FIELD_ROW (self), NULL);

  return TAMBOUR_FIELD_ROW_GET_CLASS (self)->dup_draft (self);
}

/**
 * tambour_field_row_take_draft:
 * @self: a row
 * @draft: what tambour_field_row_dup_draft() gave
 */
void
tambour_field_row_take_draft (TambourFieldRow *self,
                              const char      *draft)
{
  TambourFieldRowPrivate *priv = PRIV (self);

  g_return_if_fail (TAMBOUR_IS_FIELD_ROW (self));

  priv->is_showing = TRUE;
  TAMBOUR_FIELD_ROW_GET_CLASS (self)->take_draft (self, draft);
  priv->is_showing = FALSE;
  priv->is_edited = TRUE;
}

/**
 * tambour_field_row_set_problem:
 * @self: a row
 * @problem: (nullable): what is wrong with what it says, as one sentence
 *
 * Is said when the person stops typing, or leaves.
 */
void
tambour_field_row_set_problem (TambourFieldRow *self,
                               const char      *problem)
{
  TambourFieldRowPrivate *priv = PRIV (self);
  gboolean is_shown;

  g_return_if_fail (TAMBOUR_IS_FIELD_ROW (self));

  is_shown = gtk_widget_get_visible (GTK_WIDGET (priv->problem_label));
  if (!g_set_str (&priv->problem, problem) && priv->patience == 0)
    return;

  g_clear_handle_id (&priv->patience, g_source_remove);
  if (problem == NULL || is_shown)
    show_problem (self);
  else if (!priv->is_patient)
    priv->patience = g_timeout_add (MILLISECONDS_OF_PATIENCE, patience_cb, self);
}

/**
 * tambour_field_row_get_problem:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is wrong
 */
const char *
tambour_field_row_get_problem (TambourFieldRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FIELD_ROW (self), NULL);

  return PRIV (self)->problem;
}

/**
 * tambour_field_row_set_note:
 * @self: a row
 * @note: (nullable): what somebody else has written meanwhile, as a sentence
 */
void
tambour_field_row_set_note (TambourFieldRow *self,
                            const char      *note)
{
  TambourFieldRowPrivate *priv = PRIV (self);

  g_return_if_fail (TAMBOUR_IS_FIELD_ROW (self));

  if (!g_set_str (&priv->note, note))
    return;

  gtk_label_set_text (priv->note_label, note ? note : "");
  gtk_widget_set_visible (priv->note_box, note != NULL);
}

/**
 * tambour_field_row_get_note:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what somebody else has written meanwhile
 */
const char *
tambour_field_row_get_note (TambourFieldRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FIELD_ROW (self), NULL);

  return PRIV (self)->note;
}

/**
 * tambour_field_row_edited:
 * @self: a row
 *
 * Its editor says something else now; nothing happens while it is shown.
 */
void
tambour_field_row_edited (TambourFieldRow *self)
{
  TambourFieldRowPrivate *priv = PRIV (self);

  if (priv->is_showing)
    return;

  priv->is_edited = TRUE;
  g_signal_emit (self, signals[EDITED], 0);
}
