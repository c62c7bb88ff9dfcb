/* tambour-conflict-block.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-conflict-block.h"

#include "tambour-breadth.h"
#include "tambour-record-words.h"

/**
 * TambourConflictBlock:
 *
 * One field that two people changed: what it said before, and a card for each of the
 * values that it can have (DESIGN.md, screen 11). The reader’s own stands first.
 */
struct _TambourConflictBlock
{
  AdwBin            parent_instance;

  TambourConflict  *conflict;
  gboolean          is_own_right;

  /* Template widgets */
  GtkLabel         *field_label;
  GtkLabel         *base_label;
  GtkBox           *sides;
  GtkCheckButton   *first_card;
  GtkLabel         *first_value;
  GtkLabel         *first_who;
  GtkCheckButton   *second_card;
  GtkLabel         *second_value;
  GtkLabel         *second_who;
  GtkCheckButton   *both_card;
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
      return self->both_card;
    }

  g_return_val_if_reached (NULL);
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
  g_signal_emit (self, signals[CHANGED], 0);
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

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_CONFLICT_BLOCK);
  g_clear_object (&self->conflict);

  G_OBJECT_CLASS (tambour_conflict_block_parent_class)->dispose (object);
}

static void
tambour_conflict_block_class_init (TambourConflictBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_conflict_block_dispose;

  /**
   * TambourConflictBlock::changed:
   * @self: the block
   *
   * Another card was chosen.
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
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
tambour_conflict_block_init (TambourConflictBlock *self)
{
  GtkCheckButton *cards[3];

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Beside the first line, however many there are. */
  cards[0] = self->first_card;
  cards[1] = self->second_card;
  cards[2] = self->both_card;
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    gtk_widget_set_valign (gtk_widget_get_first_child (GTK_WIDGET (cards[i])), GTK_ALIGN_START);

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
  self->is_own_right = tambour_conflict_is_own_right (reader, part);
  gtk_label_set_text (self->field_label, field);
  gtk_label_set_text (self->base_label, base);
  show_side (reader, part, self->is_own_right ? &part->other : &part->kept, self->first_card, self->first_value, self->first_who);
  show_side (reader, part, self->is_own_right ? &part->kept : &part->other, self->second_card, self->second_value, self->second_who);
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
  gboolean is_first;

  g_return_val_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self), TAMBOUR_CONFLICT_KEPT);

  if (gtk_check_button_get_active (self->both_card))
    return TAMBOUR_CONFLICT_BOTH;

  is_first = gtk_check_button_get_active (self->first_card);

  return is_first != self->is_own_right ? TAMBOUR_CONFLICT_KEPT : TAMBOUR_CONFLICT_OTHER;
}

/**
 * tambour_conflict_block_set_choice:
 * @self: a block
 * @choice: the value that is chosen; not %TAMBOUR_CONFLICT_OWN
 */
void
tambour_conflict_block_set_choice (TambourConflictBlock  *self,
                                   TambourConflictChoice  choice)
{
  gboolean is_kept = choice == TAMBOUR_CONFLICT_KEPT;

  g_return_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self));

  if (choice == TAMBOUR_CONFLICT_BOTH)
    tambour_conflict_block_choose (self, TAMBOUR_CONFLICT_BELOW);
  else
    tambour_conflict_block_choose (self, is_kept != self->is_own_right ? TAMBOUR_CONFLICT_FIRST : TAMBOUR_CONFLICT_SECOND);
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
  GtkCheckButton *card;

  g_return_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self));

  card = get_card (self, place);
  if (!gtk_widget_get_visible (GTK_WIDGET (card)))
    return;

  gtk_check_button_set_active (card, TRUE);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (card));
}

/**
 * tambour_conflict_block_get_id:
 * @self: a block
 *
 * Returns: (transfer none): the id of its conflict
 */
const char *
tambour_conflict_block_get_id (TambourConflictBlock *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self), NULL);

  return TAMBOUR_RECORD (self->conflict)->id;
}

/**
 * tambour_conflict_block_get_card:
 * @self: a block
 *
 * Returns: (transfer none): the card that is chosen, where the keyboard begins
 */
GtkWidget *
tambour_conflict_block_get_card (TambourConflictBlock *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CONFLICT_BLOCK (self), NULL);

  if (gtk_check_button_get_active (self->both_card))
    return GTK_WIDGET (self->both_card);

  return GTK_WIDGET (gtk_check_button_get_active (self->first_card) ? self->first_card : self->second_card);
}
