/* tambour-conflict-block.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-conflict-block.h"

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-record-words.h"

/**
 * TambourConflictBlock:
 *
 * One field that two people changed: what it said before, and a card for each of the
 * values that it can have (DESIGN.md, screen 11). The reader’s own stands first. Below
 * them a third value can be written, in the row that the field has in any form.
 */
struct _TambourConflictBlock
{
  AdwBin                 parent_instance;

  TambourConflict       *conflict;
  const TambourField    *field;
  gboolean               is_own_right;

  /* What is written anew, and what that begins from */
  TambourPortfolio      *portfolio;
  GHashTable            *others;
  TambourRecord         *kept;
  TambourRecord         *other;
  char                  *both;         /* NULL where both cannot be kept */
  TambourConflictChoice  before;       /* what was chosen until somebody began to write */
  TambourRecord         *begun;
  TambourFieldRow       *row;          /* NULL until then */

  /* Template widgets */
  GtkLabel               *field_label;
  GtkLabel               *base_label;
  GtkBox                 *sides;
  GtkCheckButton         *first_card;
  GtkLabel               *first_value;
  GtkLabel               *first_who;
  GtkCheckButton         *second_card;
  GtkLabel               *second_value;
  GtkLabel               *second_who;
  GtkCheckButton        *both_card;
  GtkCheckButton        *own_card;
  GtkLabel              *own_label;
  GtkBox                *own_list;
};

G_DEFINE_FINAL_TYPE (TambourConflictBlock, tambour_conflict_block, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkCheckButton *
get_card (TambourConflictBlock *self,
          TambourConflictPlace  place)
{
  switch (place)
    {
    case TAMBOUR_CONFLICT_FIRST:
      return self->first_card;
    case TAMBOUR_CONFLICT_SECOND:
      return self->second_card;
    case TAMBOUR_CONFLICT_BELOW:
      /* From the first of those below on to the next. */
      if (gtk_widget_get_visible (GTK_WIDGET (self->both_card)) && !gtk_check_button_get_active (self->both_card))
        return self->both_card;
      return gtk_widget_get_visible (GTK_WIDGET (self->own_card)) ? self->own_card : self->both_card;
    }

  g_return_val_if_reached (NULL);
}

/* What a card chooses. */
static TambourConflictChoice
choice_of (TambourConflictBlock *self,
           GtkCheckButton       *card)
{
  if (card == self->own_card)
    return TAMBOUR_CONFLICT_OWN;
  if (card == self->both_card)
    return TAMBOUR_CONFLICT_BOTH;

  return (card == self->first_card) != self->is_own_right ? TAMBOUR_CONFLICT_KEPT : TAMBOUR_CONFLICT_OTHER;
}

static gboolean
is_own (TambourConflictBlock *self)
{
  return gtk_check_button_get_active (self->own_card);
}

static GtkCheckButton *
get_active (TambourConflictBlock *self)
{
  GtkCheckButton * const cards[] = { self->own_card, self->both_card, self->second_card };

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    if (gtk_check_button_get_active (cards[i]))
      return cards[i];

  return self->first_card;
}

static void
edited_cb (TambourConflictBlock *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A third value begins as what was chosen before it. */
static void
begin (TambourConflictBlock *self)
{
  g_clear_object (&self->begun);
  self->begun = tambour_record_dup (self->before == TAMBOUR_CONFLICT_OTHER ? self->other : self->kept);
  if (self->before == TAMBOUR_CONFLICT_BOTH)
    tambour_field_set_text (self->field, self->begun, self->both, NULL);
  tambour_field_row_show (self->row, self->begun, self->others);
}

/* What somebody has typed stays, whatever is chosen in between. */
static void
ensure_row (TambourConflictBlock *self)
{
  if (self->row != NULL && tambour_field_row_is_edited (self->row))
    return;

  if (self->row == NULL)
    {
      self->row = tambour_field_row_new (self->field, self->portfolio);
      tambour_field_row_set_account (self->row, self->kept->account_id.id);
      gtk_box_append (self->own_list, GTK_WIDGET (self->row));
      g_signal_connect_object (self->row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
    }

  begin (self);
}

/* @text: (out): what it says, as a conflict keeps it
 *
 * Returns: (transfer full) (nullable): what is wrong with it
 */
static char *
read_own (TambourConflictBlock  *self,
          char                 **text)
{
  g_autoptr(TambourRecord) record = tambour_record_dup (self->begun);
  char *problem = tambour_field_row_read (self->row, record);

  *text = tambour_field_dup_text (self->field, record);

  return problem;
}

static void
toggled_cb (TambourConflictBlock *self,
            GtkCheckButton       *card)
{
  if (!gtk_check_button_get_active (card))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (card), "on");
      return;
    }

  gtk_widget_add_css_class (GTK_WIDGET (card), "on");
  if (card == self->own_card)
    ensure_row (self);
  else
    self->before = choice_of (self, card);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Who chooses to write goes on by writing. The focus leaves what is hidden before that is:
 * GTK would never free it.
 */
static void
choose_card (TambourConflictBlock *self,
             GtkCheckButton       *card)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (card)))
    return;

  if (card != self->own_card && gtk_widget_get_focus_child (GTK_WIDGET (self->own_list)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (card));
  gtk_check_button_set_active (card, TRUE);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (tambour_conflict_block_get_card (self));
}

/* Whoever clicks, too; the arrows only pass by. */
static void
own_clicked_cb (TambourConflictBlock *self)
{
  choose_card (self, self->own_card);
}

/* Beside each other where there is room. */
static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourConflictBlock *self = TAMBOUR_CONFLICT_BLOCK (widget);
  gboolean is_small = breadth >= TAMBOUR_BREADTH_SMALL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides), is_small ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->sides, !is_small);
  gtk_box_set_spacing (self->sides, is_small ? 6 : 8);
}

static void
tambour_conflict_block_dispose (GObject *object)
{
  TambourConflictBlock *self = TAMBOUR_CONFLICT_BLOCK (object);

  self->row = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_CONFLICT_BLOCK);
  g_clear_object (&self->conflict);
  g_clear_object (&self->portfolio);
  g_clear_object (&self->kept);
  g_clear_object (&self->other);
  g_clear_object (&self->begun);

  G_OBJECT_CLASS (tambour_conflict_block_parent_class)->dispose (object);
}

static void
tambour_conflict_block_finalize (GObject *object)
{
  TambourConflictBlock *self = TAMBOUR_CONFLICT_BLOCK (object);

  g_clear_pointer (&self->others, g_hash_table_unref);
  g_clear_pointer (&self->both, g_free);

  G_OBJECT_CLASS (tambour_conflict_block_parent_class)->finalize (object);
}

static void
tambour_conflict_block_class_init (TambourConflictBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_conflict_block_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_conflict_block_finalize;

  /**
   * TambourConflictBlock::changed:
   * @self: the block
   *
   * Another card was chosen, or something else was written.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-conflict-block.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourConflictBlock, field_label);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictBlock, base_label);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictBlock, sides);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictBlock, first_card);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictBlock, first_value);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictBlock, first_who);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictBlock, second_card);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictBlock, second_value);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictBlock, second_who);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictBlock, both_card);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictBlock, own_card);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictBlock, own_label);
  gtk_widget_class_bind_template_child (widget_class, TambourConflictBlock, own_list);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
tambour_conflict_block_init (TambourConflictBlock *self)
{
  GtkCheckButton *cards[4];
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Beside the first line, however many there are. */
  cards[0] = self->first_card;
  cards[1] = self->second_card;
  cards[2] = self->both_card;
  cards[3] = self->own_card;
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    gtk_widget_set_valign (gtk_widget_get_first_child (GTK_WIDGET (cards[i])), GTK_ALIGN_START);

  /* Before what the button itself makes of it. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (own_clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->own_card), GTK_EVENT_CONTROLLER (click));
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

static void
show_side (const TambourConflictReader *reader,
           const TambourConflictPart   *part,
           const TambourConflictSide   *side,
           GtkCheckButton              *card,
           GtkLabel                    *value_label,
           GtkLabel                    *who_label)
{
  g_autofree char *who = tambour_conflict_words_side (side, reader);
  g_autofree char *value = NULL;
  g_autofree char *name = NULL;

  tambour_conflict_show_value (value_label, reader, part, side);
  gtk_label_set_text (who_label, who);
  value = tambour_words_shorten (gtk_label_get_text (value_label));
  name = g_strdup_printf ("%s, %s", value, who);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What a third value is written with, and what it can begin from. */
static void
prepare_own (TambourConflictBlock        *self,
             const TambourConflictReader *reader,
             const TambourConflictPart   *part)
{
  gboolean is_chosen = part->field->kind == TAMBOUR_KIND_REF || part->field->kind == TAMBOUR_KIND_CHOICE;

  self->portfolio = g_object_ref (reader->portfolio);
  self->others = g_hash_table_ref (reader->group->others);
  self->kept = g_object_ref (part->kept.record);
  self->other = g_object_ref (part->other.record);
  self->both = part->can_keep_both ? tambour_conflict_part_dup_both (part) : NULL;
  gtk_label_set_text (self->own_label, is_chosen ? _("Choose another") : _("Write another"));
  gtk_widget_set_visible (GTK_WIDGET (self->own_card), part->can_write);
}

/* The newer, and of texts both: nothing that somebody wrote is lost by not looking. */
static void
preselect (TambourConflictBlock      *self,
           const TambourConflictPart *part)
{
  gboolean can_keep_both = part->can_keep_both && tambour_field_is_stated (part->field, part->kept.record) &&
                           tambour_field_is_stated (part->field, part->other.record);

  gtk_widget_set_visible (GTK_WIDGET (self->both_card), can_keep_both);
  tambour_conflict_block_set_choice (self, can_keep_both ? TAMBOUR_CONFLICT_BOTH : TAMBOUR_CONFLICT_KEPT);
}

/**
 * tambour_conflict_block_new:
 * @reader: who reads
 * @part: a conflict; need not stay
 *
 * Returns: (transfer floating): a block, with the newer value or both chosen
 */
GtkWidget *
tambour_conflict_block_new (const TambourConflictReader *reader,
                            const TambourConflictPart   *part)
{
  TambourConflictBlock *self = g_object_new (TAMBOUR_TYPE_CONFLICT_BLOCK, NULL);
  g_autofree char *field = tambour_conflict_words_field (part);
  g_autofree char *base = tambour_conflict_words_base (reader, part);

  self->conflict = g_object_ref (part->conflict);
  self->field = part->field;
  self->is_own_right = tambour_conflict_is_own_right (reader, part);
  gtk_label_set_text (self->field_label, field);
  gtk_label_set_text (self->base_label, base);
  show_side (reader, part, self->is_own_right ? &part->other : &part->kept, self->first_card, self->first_value, self->first_who);
  show_side (reader, part, self->is_own_right ? &part->kept : &part->other, self->second_card, self->second_value, self->second_who);
  prepare_own (self, reader, part);
  preselect (self, part);

  return GTK_WIDGET (self);
}

/**
 * tambour_conflict_block_get_choice:
 * @self: a block
 *
 * Returns: which value is chosen
 */
TambourConflictChoice
tambour_conflict_block_get_choice (TambourConflictBlock *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self), TAMBOUR_CONFLICT_KEPT);

  return choice_of (self, get_active (self));
}

/**
 * tambour_conflict_block_set_choice:
 * @self: a block
 * @choice: the value that is chosen
 */
void
tambour_conflict_block_set_choice (TambourConflictBlock  *self,
                                   TambourConflictChoice  choice)
{
  gboolean is_kept = choice == TAMBOUR_CONFLICT_KEPT;

  g_return_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self));

  if (choice == TAMBOUR_CONFLICT_BOTH)
    choose_card (self, self->both_card);
  else if (choice == TAMBOUR_CONFLICT_OWN)
    choose_card (self, self->own_card);
  else
    choose_card (self, is_kept != self->is_own_right ? self->first_card : self->second_card);
}

/**
 * tambour_conflict_block_choose:
 * @self: a block
 * @place: which card; nothing happens if it is not there
 */
void
tambour_conflict_block_choose (TambourConflictBlock *self,
                               TambourConflictPlace  place)
{
  g_return_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self));

  choose_card (self, get_card (self, place));
}

/**
 * tambour_conflict_block_get_field:
 * @self: a block
 *
 * Returns: (transfer none): what it is about
 */
const TambourField *
tambour_conflict_block_get_field (TambourConflictBlock *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self), NULL);

  return self->field;
}

/**
 * tambour_conflict_block_dup_problem:
 * @self: a block
 *
 * The row says it too.
 *
 * Returns: (transfer full) (nullable): what is wrong with what was written, as one
 *   sentence, where that is chosen
 */
char *
tambour_conflict_block_dup_problem (TambourConflictBlock *self)
{
  g_autofree char *text = NULL;
  char *problem;

  g_return_val_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self), NULL);

  if (!is_own (self))
    return NULL;

  problem = read_own (self, &text);
  tambour_field_row_set_problem (self->row, problem);

  return problem;
}

/**
 * tambour_conflict_block_dup_answer:
 * @self: a block that has no problem
 *
 * Returns: (transfer full): what is chosen
 */
TambourConflictAnswer *
tambour_conflict_block_dup_answer (TambourConflictBlock *self)
{
  g_autofree char *problem = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self), NULL);

  if (is_own (self))
    problem = read_own (self, &text);

  return tambour_conflict_answer_new (TAMBOUR_RECORD (self->conflict)->id, tambour_conflict_block_get_choice (self), text);
}

/**
 * tambour_conflict_block_dup_draft:
 * @self: a block
 *
 * Returns: (transfer full) (nullable): what was typed, whether it is right and chosen
 *   or not; %NULL if nothing was
 */
char *
tambour_conflict_block_dup_draft (TambourConflictBlock *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self), NULL);

  return self->row != NULL && tambour_field_row_is_edited (self->row) ? tambour_field_row_dup_draft (self->row) : NULL;
}

/**
 * tambour_conflict_block_take_draft:
 * @self: a block
 * @draft: what tambour_conflict_block_dup_draft() gave
 * @is_chosen: whether it was chosen
 */
void
tambour_conflict_block_take_draft (TambourConflictBlock *self,
                                   const char           *draft,
                                   gboolean              is_chosen)
{
  g_return_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->own_card)))
    return;

  ensure_row (self);
  tambour_field_row_take_draft (self->row, draft);
  if (is_chosen)
    choose_card (self, self->own_card);
}

/**
 * tambour_conflict_block_get_card:
 * @self: a block
 *
 * Returns: (transfer none): the card that is chosen, or the row in which its value is
 *   written: where the keyboard begins
 */
GtkWidget *
tambour_conflict_block_get_card (TambourConflictBlock *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self), NULL);

  return is_own (self) ? GTK_WIDGET (self->row) : GTK_WIDGET (get_active (self));
}
