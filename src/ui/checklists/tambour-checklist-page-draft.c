/* tambour-checklist-page-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-checklist-page-private.h"
#include "tambour-draft-keeper.h"
#include "tambour-record-json.h"

/* The next version of a checklist, kept while it is written: leaving the page or a crash
 * takes none of it.
 */

#define QUESTIONS "questions"

static TambourDraft *
new_draft (const char *template_id)
{
  return tambour_draft_new_text ("audit_template", template_id, NULL);
}

/**
 * tambour_checklist_page_dup_draft_key:
 * @template_id: the id of a version of a checklist
 *
 * Returns: (transfer full): where the portfolio keeps what is to come after it
 */
char *
tambour_checklist_page_dup_draft_key (const char *template_id)
{
  g_autoptr(TambourDraft) draft = new_draft (template_id);

  return g_strdup (draft->key);
}

static JsonArray *
pack_questions (GPtrArray *items)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < items->len; i++)
    json_array_add_element (array, tambour_record_pack (g_ptr_array_index (items, i)));

  return array;
}

/* Returns: (transfer full) (nullable): %NULL if it says no such thing */
static GPtrArray *
unpack_questions (JsonObject *fields)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  JsonNode *node = fields ? json_object_get_member (fields, QUESTIONS) : NULL;
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      TambourRecord *item = tambour_record_unpack (json_array_get_element (array, i), NULL);

      if (item == NULL)
        return NULL;

      g_ptr_array_add (items, item);
      if (!TAMBOUR_IS_TEMPLATE_ITEM (item))
        return NULL;
    }

  return g_steal_pointer (&items);
}

/**
 * tambour_checklist_page_keep:
 * @self: a page of a checklist
 *
 * Keeps what is written. What is as the version that is there is no draft.
 */
void
tambour_checklist_page_keep (TambourChecklistPage *self)
{
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));
  g_autoptr(TambourDraft) draft = new_draft (self->template_id);
  g_autoptr(GPtrArray) items = NULL;

  if (!tambour_checklist_draft_is_changed (self->draft))
    {
      tambour_checklist_page_forget (self);
      return;
    }

  items = tambour_checklist_draft_dup_items (self->draft);
  draft->title = g_strdup (tambour_checklist_page_get_name (self));
  draft->at = tambour_portfolio_now (portfolio);
  draft->fields = json_object_new ();
  json_object_set_array_member (draft->fields, QUESTIONS, pack_questions (items));
  tambour_draft_keeper_keep (tambour_draft_keeper_get (portfolio), draft);
}

/**
 * tambour_checklist_page_forget:
 * @self: a page of a checklist
 *
 * What was written is published, or taken back.
 */
void
tambour_checklist_page_forget (TambourChecklistPage *self)
{
  g_autofree char *key = tambour_checklist_page_dup_draft_key (self->template_id);

  tambour_draft_keeper_discard (tambour_draft_keeper_get (tambour_page_get_portfolio (TAMBOUR_PAGE (self))), key);
}

/**
 * tambour_checklist_page_take_draft:
 * @self: a page of a checklist that shows the version that is there
 * @stored: (nullable): the draft that the file has; what is not in the file yet is newer
 *
 * Goes on with what was written before.
 */
void
tambour_checklist_page_take_draft (TambourChecklistPage *self,
                                   const TambourDraft   *stored)
{
  TambourDraftKeeper *keeper = tambour_draft_keeper_get (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
  g_autofree char *key = tambour_checklist_page_dup_draft_key (self->template_id);
  gboolean is_known = FALSE;
  g_autoptr(TambourDraft) kept = tambour_draft_keeper_dup (keeper, key, &is_known);
  const TambourDraft *draft = is_known ? kept : stored;
  g_autoptr(GPtrArray) items = draft ? unpack_questions (draft->fields) : NULL;

  if (items != NULL)
    tambour_checklist_draft_take_up (self->draft, items);
}
