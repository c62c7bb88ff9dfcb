/* tambour-found-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-found-list.h"

/**
 * TambourFoundList:
 *
 * What was found, with a section for each group. All of it is replaced at once.
 */
struct _TambourFoundList
{
  GObject    parent_instance;

  GPtrArray *items;
};

static GType
tambour_found_list_get_item_type (GListModel *model)
{
  return TAMBOUR_TYPE_FOUND_ITEM;
}

static guint
tambour_found_list_get_n_items (GListModel *model)
{
  return TAMBOUR_FOUND_LIST (model)->items->len;
}

static gpointer
tambour_found_list_get_item (GListModel *model,
                             guint       position)
{
  TambourFoundList *self = TAMBOUR_FOUND_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = tambour_found_list_get_item_type;
  iface->get_n_items = tambour_found_list_get_n_items;
  iface->get_item = tambour_found_list_get_item;
}

static gboolean
is_same_group (TambourFoundList *self,
               guint             a,
               guint             b)
{
  return tambour_found_item_get_group (g_ptr_array_index (self->items, a)) ==
         tambour_found_item_get_group (g_ptr_array_index (self->items, b));
}

static void
tambour_found_list_get_section (GtkSectionModel *model,
                                guint            position,
                                guint           *start,
                                guint           *end)
{
  TambourFoundList *self = TAMBOUR_FOUND_LIST (model);

  if (position >= self->items->len)
    {
      *start = self->items->len;
      *end = G_MAXUINT;
      return;
    }

  *start = position;
  *end = position + 1;
  while (*start > 0 && is_same_group (self, *start - 1, position))
    *start -= 1;
  while (*end < self->items->len && is_same_group (self, *end, position))
    *end += 1;
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = tambour_found_list_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TambourFoundList, tambour_found_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_iface_init))

static void
tambour_found_list_finalize (GObject *object)
{
  TambourFoundList *self = TAMBOUR_FOUND_LIST (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_found_list_parent_class)->finalize (object);
}

static void
tambour_found_list_class_init (TambourFoundListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_found_list_finalize;
}

static void
tambour_found_list_init (TambourFoundList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tambour_found_list_new:
 *
 * Returns: (transfer full): a list of nothing
 */
TambourFoundList *
tambour_found_list_new (void)
{
  return g_object_new (TAMBOUR_TYPE_FOUND_LIST, NULL);
}

/**
 * tambour_found_list_take:
 * @self: a list
 * @items: (transfer full) (element-type TambourFoundItem): what it shows from
 *   now on, group by group
 */
void
tambour_found_list_take (TambourFoundList *self,
                         GPtrArray        *items)
{
  guint n_removed;

  g_return_if_fail (TAMBOUR_IS_FOUND_LIST (self));

  n_removed = self->items->len;
  g_ptr_array_unref (self->items);
  self->items = items;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, items->len);
}
