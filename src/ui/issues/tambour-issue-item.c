/* tambour-issue-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-issue-item.h"

#include "tambour-record-words.h"

/**
 * TambourIssueItem:
 *
 * A known issue in the model of a list.
 */
struct _TambourIssueItem
{
  GObject                 parent_instance;

  GPtrArray              *lines;  /* all that were read with it */
  const TambourIssueLine *line;
};

G_DEFINE_FINAL_TYPE (TambourIssueItem, tambour_issue_item, G_TYPE_OBJECT)

static void
tambour_issue_item_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_ISSUE_ITEM (object)->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_issue_item_parent_class)->finalize (object);
}

static void
tambour_issue_item_class_init (TambourIssueItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_issue_item_finalize;
}

static void
tambour_issue_item_init (TambourIssueItem *self)
{
}

/**
 * tambour_issue_item_list:
 * @list: known issues
 *
 * Returns: (transfer full) (element-type TambourIssueItem): an item for each, which
 *   stay when @list goes
 */
GPtrArray *
tambour_issue_item_list (TambourIssueList *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < list->lines->len; i++)
    {
      TambourIssueItem *item = g_object_new (TAMBOUR_TYPE_ISSUE_ITEM, NULL);

      item->lines = g_ptr_array_ref (list->lines);
      item->line = g_ptr_array_index (list->lines, i);
      g_ptr_array_add (items, item);
    }

  return items;
}

/**
 * tambour_issue_item_get_line:
 * @self: an item
 *
 * Returns: (transfer none): what is known of its issue
 */
const TambourIssueLine *
tambour_issue_item_get_line (TambourIssueItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_ISSUE_ITEM (self), NULL);

  return self->line;
}

/**
 * tambour_issue_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the id of its issue
 */
const char *
tambour_issue_item_get_id (TambourIssueItem *self)
{
  g_return_val_if_fail (TAMBOUR_IS_ISSUE_ITEM (self), NULL);

  return tambour_record_get_id (TAMBOUR_RECORD (self->line->issue));
}

/**
 * tambour_issue_item_matches:
 * @self: an item
 * @folded: what somebody looks for, folded by g_utf8_casefold()
 *
 * Returns: whether its title, its product or its versions have it
 */
gboolean
tambour_issue_item_matches (TambourIssueItem *self,
                            const char       *folded)
{
  TambourKnownIssue *issue = self->line->issue;

  return tambour_words_have (issue->title, folded) || tambour_words_have (issue->product, folded) ||
         tambour_words_have (issue->version_range, folded) || tambour_words_have (issue->fixed_in, folded);
}
