/* tambour-checklist-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-checklist-draft.h"

#include "tambour-record-json.h"

/**
 * TambourChecklistDraft:
 *
 * The next version of a checklist while somebody writes it: its questions in their
 * order, and each step of it, to be taken back. Nothing of it is stored before it is
 * published; the questions of the version that is there are never changed.
 */
struct _TambourChecklistDraft
{
  GObject     parent_instance;

  GListStore *items;   /* TambourTemplateItem, never changed in place */
  GPtrArray  *stored;  /* those that it began with */
  GPtrArray  *steps;   /* GPtrArray: the items before each step */
};

G_DEFINE_FINAL_TYPE (TambourChecklistDraft, tambour_checklist_draft, G_TYPE_OBJECT)

static void
fill (TambourChecklistDraft *self,
      GPtrArray             *items)
{
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}

static void
keep_step (TambourChecklistDraft *self)
{
  g_ptr_array_add (self->steps, tambour_checklist_draft_dup_items (self));
}

static void
tambour_checklist_draft_finalize (GObject *object)
{
  TambourChecklistDraft *self = TAMBOUR_CHECKLIST_DRAFT (object);

  g_clear_object (&self->items);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_checklist_draft_parent_class)->finalize (object);
}

static void
tambour_checklist_draft_class_init (TambourChecklistDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_checklist_draft_finalize;
}

static void
tambour_checklist_draft_init (TambourChecklistDraft *self)
{
  self->items = g_list_store_new (TAMBOUR_TYPE_TEMPLATE_ITEM);
  self->stored = g_ptr_array_new_with_free_func (g_object_unref);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

/**
 * tambour_checklist_draft_new:
 *
 * Returns: (transfer full): a draft without questions
 */
TambourChecklistDraft *
tambour_checklist_draft_new (void)
{
  return g_object_new (TAMBOUR_TYPE_CHECKLIST_DRAFT, NULL);
}

/**
 * tambour_checklist_draft_get_model:
 * @self: a draft
 *
 * Returns: (transfer none): its questions, in their order
 */
GListModel *
tambour_checklist_draft_get_model (TambourChecklistDraft *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CHECKLIST_DRAFT (self), NULL);

  return G_LIST_MODEL (self->items);
}

/**
 * tambour_checklist_draft_dup_items:
 * @self: a draft
 *
 * Returns: (transfer full) (element-type TambourTemplateItem): its questions, in
 *   their order
 */
GPtrArray *
tambour_checklist_draft_dup_items (TambourChecklistDraft *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TAMBOUR_IS_CHECKLIST_DRAFT (self), items);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->items), i));

  return items;
}

/**
 * tambour_checklist_draft_set_stored:
 * @self: a draft
 * @items: (element-type TambourTemplateItem): the questions of the version that is there
 *
 * Begins anew with them.
 */
void
tambour_checklist_draft_set_stored (TambourChecklistDraft *self,
                                    GPtrArray             *items)
{
  g_return_if_fail (TAMBOUR_IS_CHECKLIST_DRAFT (self));

  g_ptr_array_set_size (self->steps, 0);
  g_ptr_array_set_size (self->stored, 0);
  g_ptr_array_extend (self->stored, items, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  fill (self, items);
}

static gboolean
is_same (TambourTemplateItem *one,
         TambourTemplateItem *other)
{
  g_autoptr(JsonNode) first = tambour_record_pack (TAMBOUR_RECORD (one));
  g_autoptr(JsonNode) second = tambour_record_pack (TAMBOUR_RECORD (other));

  return json_node_equal (first, second);
}

/**
 * tambour_checklist_draft_take_up:
 * @self: a draft that shows the version that is there
 * @items: (element-type TambourTemplateItem): the questions of a draft that was kept
 *
 * Goes on with them; one step back leads to the version that is there.
 */
void
tambour_checklist_draft_take_up (TambourChecklistDraft *self,
                                 GPtrArray             *items)
{
  g_autoptr(GPtrArray) taken = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (TAMBOUR_IS_CHECKLIST_DRAFT (self));

  for (guint i = 0; i < items->len; i++)
    {
      TambourTemplateItem *item = g_ptr_array_index (items, i);
      TambourTemplateItem *stored = tambour_checklist_draft_find_stored (self, item);

      g_ptr_array_add (taken, g_object_ref (stored != NULL && is_same (stored, item) ? stored : item));
    }

  keep_step (self);
  fill (self, taken);
}

/**
 * tambour_checklist_draft_is_changed:
 * @self: a draft
 *
 * Returns: whether it is another than the version that is there
 */
gboolean
tambour_checklist_draft_is_changed (TambourChecklistDraft *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CHECKLIST_DRAFT (self), FALSE);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) != self->stored->len)
    return TRUE;

  for (guint i = 0; i < self->stored->len; i++)
    {
      g_autoptr(TambourTemplateItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (item != g_ptr_array_index (self->stored, i))
        return TRUE;
    }

  return FALSE;
}

/**
 * tambour_checklist_draft_can_undo:
 * @self: a draft
 *
 * Returns: whether there is a step to take back
 */
gboolean
tambour_checklist_draft_can_undo (TambourChecklistDraft *self)
{
  g_return_val_if_fail (TAMBOUR_IS_CHECKLIST_DRAFT (self), FALSE);

  return self->steps->len > 0;
}

/**
 * tambour_checklist_draft_find_stored:
 * @self: a draft
 * @item: one of its questions
 *
 * Returns: (transfer none) (nullable): that question in the version that is there,
 *   %NULL if it is new
 */
TambourTemplateItem *
tambour_checklist_draft_find_stored (TambourChecklistDraft *self,
                                     TambourTemplateItem   *item)
{
  g_return_val_if_fail (TAMBOUR_IS_CHECKLIST_DRAFT (self), NULL);

  for (guint i = 0; item->item_key != NULL && i < self->stored->len; i++)
    if (g_strcmp0 (((TambourTemplateItem *) g_ptr_array_index (self->stored, i))->item_key, item->item_key) == 0)
      return g_ptr_array_index (self->stored, i);

  return NULL;
}

/**
 * tambour_checklist_draft_put:
 * @self: a draft
 * @position: the place of a question
 * @item: what it asks from now on
 */
void
tambour_checklist_draft_put (TambourChecklistDraft *self,
                             guint                  position,
                             TambourTemplateItem   *item)
{
  g_return_if_fail (TAMBOUR_IS_CHECKLIST_DRAFT (self));

  keep_step (self);
  g_list_store_splice (self->items, position, 1, (gpointer *) &item, 1);
}

/**
 * tambour_checklist_draft_insert:
 * @self: a draft
 * @position: where
 * @item: a new question
 */
void
tambour_checklist_draft_insert (TambourChecklistDraft *self,
                                guint                  position,
                                TambourTemplateItem   *item)
{
  g_return_if_fail (TAMBOUR_IS_CHECKLIST_DRAFT (self));

  keep_step (self);
  g_list_store_insert (self->items, position, item);
}

/**
 * tambour_checklist_draft_remove:
 * @self: a draft
 * @position: the place of a question
 */
void
tambour_checklist_draft_remove (TambourChecklistDraft *self,
                                guint                  position)
{
  g_return_if_fail (TAMBOUR_IS_CHECKLIST_DRAFT (self));

  keep_step (self);
  g_list_store_remove (self->items, position);
}

/**
 * tambour_checklist_draft_move:
 * @self: a draft
 * @position: the place of a question
 * @by: how many places down; negative for up
 *
 * Returns: whether there is a place
 */
gboolean
tambour_checklist_draft_move (TambourChecklistDraft *self,
                              guint                  position,
                              int                    by)
{
  g_autoptr(TambourTemplateItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  gint64 to = (gint64) position + by;

  if (item == NULL || to < 0 || to >= g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    return FALSE;

  keep_step (self);
  g_list_store_remove (self->items, position);
  g_list_store_insert (self->items, (guint) to, item);

  return TRUE;
}

/**
 * tambour_checklist_draft_undo:
 * @self: a draft
 *
 * Takes the last step back.
 */
void
tambour_checklist_draft_undo (TambourChecklistDraft *self)
{
  g_autoptr(GPtrArray) before = NULL;

  g_return_if_fail (TAMBOUR_IS_CHECKLIST_DRAFT (self));

  if (self->steps->len == 0)
    return;

  before = g_ptr_array_steal_index (self->steps, self->steps->len - 1);
  fill (self, before);
}
