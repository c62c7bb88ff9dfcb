/* tambour-action-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

#include "tambour-action-model.h"

#define N_GROUPS (TAMBOUR_ACTION_GROUP_OVER + 1)

/**
 * TambourActionEntry:
 *
 * Something to do, as an item of a list model.
 */
struct _TambourActionEntry
{
  GObject                  parent_instance;

  GPtrArray               *lines;  /* all that were read with it */
  const TambourActionLine *line;
};

G_DEFINE_FINAL_TYPE (TambourActionEntry, tambour_action_entry, G_TYPE_OBJECT)

static void
tambour_action_entry_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_ACTION_ENTRY (object)->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_action_entry_parent_class)->finalize (object);
}

static void
tambour_action_entry_class_init (TambourActionEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_action_entry_finalize;
}

static void
tambour_action_entry_init (TambourActionEntry *self)
{
}

/**
 * tambour_action_entry_get_line:
 * @self: an entry
 *
 * Returns: (transfer none): what is known of it
 */
const TambourActionLine *
tambour_action_entry_get_line (TambourActionEntry *self)
{
  g_return_val_if_fail (TAMBOUR_IS_ACTION_ENTRY (self), NULL);

  return self->line;
}

/**
 * TambourActionModel:
 *
 * What a filter shows of what there is to do, by when it is due. However many
 * there are: what is not looked at has no object, and of what stays the same
 * nothing is said.
 */
struct _TambourActionModel
{
  GObject    parent_instance;

  GPtrArray *all;             /* what was read */
  GPtrArray *shown;           /* of those, the lines that are shown */
  GPtrArray *entries;         /* beside it: their objects, once somebody asked */
  guint      ends[N_GROUPS];  /* where each group ends in it */
};

static GType
tambour_action_model_get_item_type (GListModel *model)
{
  return TAMBOUR_TYPE_ACTION_ENTRY;
}

static guint
tambour_action_model_get_n_items (GListModel *model)
{
  return TAMBOUR_ACTION_MODEL (model)->shown->len;
}

static gpointer
tambour_action_model_get_item (GListModel *model,
                               guint       position)
{
  TambourActionModel *self = TAMBOUR_ACTION_MODEL (model);
  TambourActionEntry *entry;

  if (position >= self->shown->len)
    return NULL;

  entry = g_ptr_array_index (self->entries, position);
  if (entry == NULL)
    {
      entry = g_object_new (TAMBOUR_TYPE_ACTION_ENTRY, NULL);
      entry->lines = g_ptr_array_ref (self->all);
      entry->line = g_ptr_array_index (self->shown, position);
      g_ptr_array_index (self->entries, position) = entry;
    }

  return g_object_ref (entry);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = tambour_action_model_get_item_type;
  iface->get_n_items = tambour_action_model_get_n_items;
  iface->get_item = tambour_action_model_get_item;
}

static void
tambour_action_model_get_section (GtkSectionModel *model,
                                  guint            position,
                                  guint           *start,
                                  guint           *end)
{
  TambourActionModel *self = TAMBOUR_ACTION_MODEL (model);

  *start = 0;
  for (guint i = 0; i < N_GROUPS; i++)
    {
      *end = self->ends[i];
      if (position < *end)
        return;
      *start = *end;
    }

  *end = G_MAXUINT;
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = tambour_action_model_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TambourActionModel, tambour_action_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_iface_init))

static void
tambour_action_model_finalize (GObject *object)
{
  TambourActionModel *self = TAMBOUR_ACTION_MODEL (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_action_model_parent_class)->finalize (object);
}

static void
tambour_action_model_class_init (TambourActionModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_action_model_finalize;
}

static void
clear_entry (gpointer entry)
{
  if (entry != NULL)
    g_object_unref (entry);
}

static GPtrArray *
new_entries (guint n)
{
  GPtrArray *entries = g_ptr_array_new_full (n, clear_entry);

  g_ptr_array_set_size (entries, (int) n);

  return entries;
}

static void
tambour_action_model_init (TambourActionModel *self)
{
  self->all = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
  self->entries = new_entries (0);
}

/**
 * tambour_action_model_new:
 *
 * Returns: (transfer full): a model of nothing
 */
TambourActionModel *
tambour_action_model_new (void)
{
  return g_object_new (TAMBOUR_TYPE_ACTION_MODEL, NULL);
}

/* Whether a row says the same of both, and stands below the same heading. */
static gboolean
is_same (const TambourActionLine *a,
         const TambourActionLine *b)
{
  const TambourTodayWork *x = a->work;
  const TambourTodayWork *y = b->work;

  if (a == b)
    return TRUE;

  return a->group == b->group && a->kind == b->kind && a->side == b->side && a->status == b->status &&
         a->settled_at.seconds == b->settled_at.seconds && g_strcmp0 (x->id, y->id) == 0 &&
         g_strcmp0 (x->title, y->title) == 0 && g_strcmp0 (x->account.name, y->account.name) == 0 &&
         x->due.julian == y->due.julian && x->origin == y->origin && x->origin_on.julian == y->origin_on.julian &&
         g_strcmp0 (x->origin_text, y->origin_text) == 0 && g_strcmp0 (a->owner, b->owner) == 0 &&
         a->is_own == b->is_own && g_strcmp0 (a->to, b->to) == 0 && g_strcmp0 (a->reason, b->reason) == 0;
}

/* What was read before is not kept for those that stay. */
static void
keep_entry (TambourActionModel *self,
            GPtrArray          *entries,
            guint               from,
            guint               to,
            GPtrArray          *lines,
            GPtrArray          *shown)
{
  TambourActionEntry *entry = g_ptr_array_index (self->entries, from);

  if (entry == NULL)
    return;

  g_ptr_array_index (self->entries, from) = NULL;
  g_ptr_array_index (entries, to) = entry;
  entry->line = g_ptr_array_index (shown, to);
  g_clear_pointer (&entry->lines, g_ptr_array_unref);
  entry->lines = g_ptr_array_ref (lines);
}

static void
find_ends (TambourActionModel *self)
{
  guint position = 0;

  for (guint group = 0; group < N_GROUPS; group++)
    {
      while (position < self->shown->len && ((TambourActionLine *) g_ptr_array_index (self->shown, position))->group == group)
        position++;
      self->ends[group] = position;
    }
}

/* Takes @shown. */
static void
replace (TambourActionModel *self,
         GPtrArray          *all,
         GPtrArray          *shown)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->shown);
  g_autoptr(GPtrArray) kept = g_ptr_array_ref (self->all);
  GPtrArray *entries = new_entries (shown->len);
  guint most = MIN (old->len, shown->len);
  guint before = 0, behind = 0;

  while (before < most && is_same (g_ptr_array_index (old, before), g_ptr_array_index (shown, before)))
    {
      keep_entry (self, entries, before, before, all, shown);
      before++;
    }
  while (behind < most - before &&
         is_same (g_ptr_array_index (old, old->len - 1 - behind), g_ptr_array_index (shown, shown->len - 1 - behind)))
    {
      behind++;
      keep_entry (self, entries, old->len - behind, shown->len - behind, all, shown);
    }

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->entries = entries;
  self->all = g_ptr_array_ref (all);
  self->shown = shown;
  find_ends (self);
  if (old->len != before + behind || shown->len != before + behind)
    g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - behind, shown->len - before - behind);
}

/**
 * tambour_action_model_show:
 * @self: a model
 * @lines: (element-type TambourActionLine): what there is, in order; the model
 *   keeps it
 * @filter: which of them are shown
 */
void
tambour_action_model_show (TambourActionModel        *self,
                           GPtrArray                 *lines,
                           const TambourActionFilter *filter)
{
  GPtrArray *shown = g_ptr_array_new ();

  g_return_if_fail (TAMBOUR_IS_ACTION_MODEL (self));

  for (guint i = 0; i < lines->len; i++)
    if (tambour_action_filter_shows (filter, g_ptr_array_index (lines, i)))
      g_ptr_array_add (shown, g_ptr_array_index (lines, i));

  replace (self, lines, shown);
}

/**
 * tambour_action_model_get_line:
 * @self: a model
 * @position: which one
 *
 * Returns: (transfer none) (nullable): the line there
 */
const TambourActionLine *
tambour_action_model_get_line (TambourActionModel *self,
                               guint               position)
{
  g_return_val_if_fail (TAMBOUR_IS_ACTION_MODEL (self), NULL);

  return position < self->shown->len ? g_ptr_array_index (self->shown, position) : NULL;
}

/**
 * tambour_action_model_find:
 * @self: a model
 * @id: (nullable): the id of a record
 *
 * Returns: where its line is shown, or %GTK_INVALID_LIST_POSITION
 */
guint
tambour_action_model_find (TambourActionModel *self,
                           const char         *id)
{
  g_return_val_if_fail (TAMBOUR_IS_ACTION_MODEL (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; id != NULL && i < self->shown->len; i++)
    if (g_str_equal (((TambourActionLine *) g_ptr_array_index (self->shown, i))->work->id, id))
      return i;

  return GTK_INVALID_LIST_POSITION;
}
