/* tambour-case-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-case-item.h"

#include "tambour-record-words.h"

/**
 * TambourCaseItem:
 *
 * A case in the model of a list.
 */
struct _TambourCaseItem
{
  GObject                parent_instance;

  GPtrArray             *lines;  /* all that were read with it */
  const TambourCaseLine *line;
};

G_DEFINE_FINAL_TYPE (TambourCaseItem, tambour_case_item, G_TYPE_OBJECT)

static void
tambour_case_item_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_CASE_ITEM (object)->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_case_item_parent_class)->finalize (object);
}

static void
tambour_case_item_class_init (TambourCaseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_case_item_finalize;
}

static void
tambour_case_item_init (TambourCaseItem *self)
{
}

/**
 * tambour_case_item_list:
 * @list: cases
 *
 * Returns: (transfer full) (element-type TambourCaseItem): an item for each, which
 *   stay when @list goes
 */
GPtrArray *
tambour_case_item_list (TambourCaseList *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < list->lines->len; i++)
    {
      TambourCaseItem *item = g_object_new (TAMBOUR_TYPE_CASE_ITEM, NULL);

      item->lines = g_ptr_array_ref (list->lines);
      item->line = g_ptr_array_index (list->lines, i);
      g_ptr_array_add (items, item);
    }

  return items;
}

/**
 * tambour_case_item_get_line:
 * @self: an item
 *
 * Returns: (transfer none): what is known of its case
 */
const TambourCaseLine *
tambour_case_item_get_line (TambourCaseItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CASE_ITEM (self), NULL);

  return self->line;
}

/**
 * tambour_case_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the id of its case
 */
const char *
tambour_case_item_get_id (TambourCaseItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CASE_ITEM (self), NULL);

  return tambour_record_get_id (TAMBOUR_RECORD (self->line->record));
}

/**
 * tambour_case_item_matches:
 * @self: an item
 * @folded: what somebody looks for, folded by g_utf8_casefold()
 *
 * Returns: whether its number, its title, its account, its owner or who answers for
 *   its escalation has it
 */
gboolean
tambour_case_item_matches (TambourCaseItem *self,
                           const char      *folded)
{
  TambourCase *record = self->line->record;
  const char *bare = *folded == '#' ? folded + 1 : folded;

  return tambour_words_have (record->number, bare) || tambour_words_have (record->title, folded) ||
         tambour_words_have (self->line->account, folded) || tambour_words_have (record->owner_name, folded) ||
         (self->line->escalation != NULL && tambour_words_have (self->line->escalation->owner, folded));
}
