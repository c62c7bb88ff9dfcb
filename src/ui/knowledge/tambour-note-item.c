/* tambour-note-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-note-item.h"

#include "tambour-environment.h"
#include "tambour-record-words.h"

/**
 * TambourNoteItem:
 *
 * A note or an environment in the model of a list; or a note that is written and
 * that nobody has shared yet.
 */
struct _TambourNoteItem
{
  GObject                parent_instance;

  GPtrArray             *lines;  /* all that were read with it */
  const TambourNoteLine *line;   /* NULL of one that is not shared */
  TambourNoteGroup       group;
  char                  *title;
};

G_DEFINE_FINAL_TYPE (TambourNoteItem, tambour_note_item, G_TYPE_OBJECT)

static void
tambour_note_item_finalize (GObject *object)
{
  TambourNoteItem *self = TAMBOUR_NOTE_ITEM (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (tambour_note_item_parent_class)->finalize (object);
}

static void
tambour_note_item_class_init (TambourNoteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_note_item_finalize;
}

static void
tambour_note_item_init (TambourNoteItem *self)
{
}

/**
 * tambour_note_item_new:
 * @group: a group of notes
 * @title: what it is called so far
 *
 * Returns: (transfer full): a note that nobody has shared yet
 */
TambourNoteItem *
tambour_note_item_new (TambourNoteGroup  group,
                       const char       *title)
{
  TambourNoteItem *self = g_object_new (TAMBOUR_TYPE_NOTE_ITEM, NULL);

  self->group = group;
  self->title = g_strdup (title);

  return self;
}

static const char *
title_of (TambourRecord *record)
{
  if (!TAMBOUR_IS_ENVIRONMENT (record))
    return tambour_note_get_title (record);

  return TAMBOUR_ENVIRONMENT (record)->name ? TAMBOUR_ENVIRONMENT (record)->name : "";
}

/**
 * tambour_note_item_list:
 * @notes: what is known of a customer
 *
 * Returns: (transfer full) (element-type TambourNoteItem): an item for each, which
 *   stay when @notes goes
 */
GPtrArray *
tambour_note_item_list (TambourNotes *notes)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < notes->lines->len; i++)
    {
      const TambourNoteLine *line = g_ptr_array_index (notes->lines, i);
      TambourNoteItem *item = tambour_note_item_new (line->group, title_of (line->record));

      item->lines = g_ptr_array_ref (notes->lines);
      item->line = line;
      g_ptr_array_add (items, item);
    }

  return items;
}

/**
 * tambour_note_item_get_line:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what is known of its note; %NULL of one that
 *   nobody has shared yet
 */
const TambourNoteLine *
tambour_note_item_get_line (TambourNoteItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_NOTE_ITEM (self), NULL);

  return self->line;
}

/**
 * tambour_note_item_get_group:
 * @self: an item
 *
 * Returns: the group that it stands in
 */
TambourNoteGroup
tambour_note_item_get_group (TambourNoteItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_NOTE_ITEM (self), 0);

  return self->group;
}

/**
 * tambour_note_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the id of its record
 */
const char *
tambour_note_item_get_id (TambourNoteItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_NOTE_ITEM (self), NULL);

  return self->line ? tambour_record_get_id (self->line->record) : NULL;
}

/**
 * tambour_note_item_get_title:
 * @self: an item
 *
 * Returns: (transfer none): what it is called
 */
const char *
tambour_note_item_get_title (TambourNoteItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_NOTE_ITEM (self), NULL);

  return self->title;
}

/**
 * tambour_note_item_matches:
 * @self: an item
 * @folded: what somebody looks for, folded by g_utf8_casefold()
 *
 * Returns: whether its title or its text has it
 */
gboolean
tambour_note_item_matches (TambourNoteItem *self,
                           const char      *folded)
{
  return tambour_words_have (self->title, folded) ||
         (self->line != NULL && self->group < TAMBOUR_N_NOTE_KINDS && tambour_words_have (tambour_note_get_body (self->line->record), folded));
}
