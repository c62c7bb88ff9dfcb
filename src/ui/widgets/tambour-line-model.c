/* tambour-line-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

#include "tambour-line-model.h"

/**
 * TambourLineEntry:
 *
 * A line of a list, as an item of a list model.
 */
struct _TambourLineEntry
{
  GObject        parent_instance;

  GPtrArray     *lines;  /* all that were read with it */
  gconstpointer  line;
};

G_DEFINE_FINAL_TYPE (TambourLineEntry, tambour_line_entry, G_TYPE_OBJECT)

static void
tambour_line_entry_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_LINE_ENTRY (object)->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_line_entry_parent_class)->finalize (object);
}

static void
tambour_line_entry_class_init (TambourLineEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_line_entry_finalize;
}

static void
tambour_line_entry_init (TambourLineEntry *self)
{
}

/**
 * tambour_line_entry_get_line:
 * @self: an entry
 *
 * Returns: (transfer none): what is known of it
 */
gconstpointer
tambour_line_entry_get_line (TambourLineEntry *self)
{
  g_return_val_if_fail (TAMBOUR_IS_LINE_ENTRY (self), NULL);

  return self->line;
}

/**
 * TambourLineModel:
 *
 * What a view shows of a list, in parts with headings. However many lines there are: what
 * is not looked at has no object, and of what stays the same nothing is said.
 */
struct _TambourLineModel
{
  GObject              parent_instance;

  TambourLinePartFunc  part_of;
  GEqualFunc           is_same;
  GPtrArray           *all;      /* what was read */
  GPtrArray           *shown;    /* of those, the lines that are shown */
  GPtrArray           *entries;  /* beside it: their objects, once somebody asked */
  guint                view;
  GArray              *ends;     /* of guint: where each part ends in it */
};

static GType
tambour_line_model_get_item_type (GListModel *model)
{
  return TAMBOUR_TYPE_LINE_ENTRY;
}

static guint
tambour_line_model_get_n_items (GListModel *model)
{
  return TAMBOUR_LINE_MODEL (model)->shown->len;
}

static gpointer
tambour_line_model_get_item (GListModel *model,
                             guint       position)
{
  TambourLineModel *self = TAMBOUR_LINE_MODEL (model);
  TambourLineEntry *entry;

  if (position >= self->shown->len)
    return NULL;

  entry = g_ptr_array_index (self->entries, position);
  if (entry == NULL)
    {
      entry = g_object_new (TAMBOUR_TYPE_LINE_ENTRY, NULL);
      entry->lines = g_ptr_array_ref (self->all);
      entry->line = g_ptr_array_index (self->shown, position);
      g_ptr_array_index (self->entries, position) = entry;
    }

  return g_object_ref (entry);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = tambour_line_model_get_item_type;
  iface->get_n_items = tambour_line_model_get_n_items;
  iface->get_item = tambour_line_model_get_item;
}

static void
tambour_line_model_get_section (GtkSectionModel *model,
                                guint            position,
                                guint           *start,
                                guint           *end)
{
  TambourLineModel *self = TAMBOUR_LINE_MODEL (model);

  *start = 0;
  for (guint i = 0; i < self->ends->len; i++)
    {
      *end = g_array_index (self->ends, guint, i);
      if (position < *end)
        return;
      *start = *end;
    }

  *end = G_MAXUINT;
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = tambour_line_model_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TambourLineModel, tambour_line_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_iface_init))

static void
tambour_line_model_finalize (GObject *object)
{
  TambourLineModel *self = TAMBOUR_LINE_MODEL (object);

  g_clear_pointer (&self->ends, g_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_line_model_parent_class)->finalize (object);
}

static void
tambour_line_model_class_init (TambourLineModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_line_model_finalize;
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
tambour_line_model_init (TambourLineModel *self)
{
  self->all = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
  self->entries = new_entries (0);
  self->ends = g_array_new (FALSE, TRUE, sizeof (guint));
}

/**
 * tambour_line_model_new:
 * @n_parts: how many parts there are
 * @part_of: tells in which of them a line stands
 * @is_same: whether a row says the same of two lines, and stands in the same part
 *
 * Returns: (transfer full): a model of nothing
 */
TambourLineModel *
tambour_line_model_new (guint               n_parts,
                        TambourLinePartFunc part_of,
                        GEqualFunc          is_same)
{
  TambourLineModel *self = g_object_new (TAMBOUR_TYPE_LINE_MODEL, NULL);

  self->part_of = part_of;
  self->is_same = is_same;
  g_array_set_size (self->ends, n_parts);

  return self;
}

/* What was read before is not kept for those that stay. */
static void
keep_entry (TambourLineModel *self,
            GPtrArray        *entries,
            guint             from,
            guint             to,
            GPtrArray        *lines,
            GPtrArray        *shown)
{
  TambourLineEntry *entry = g_ptr_array_index (self->entries, from);

  if (entry == NULL)
    return;

  g_ptr_array_index (self->entries, from) = NULL;
  g_ptr_array_index (entries, to) = entry;
  entry->line = g_ptr_array_index (shown, to);
  g_clear_pointer (&entry->lines, g_ptr_array_unref);
  entry->lines = g_ptr_array_ref (lines);
}

static void
find_ends (TambourLineModel *self)
{
  guint position = 0;

  for (guint part = 0; part < self->ends->len; part++)
    {
      while (position < self->shown->len && self->part_of (g_ptr_array_index (self->shown, position), self->view) == part)
        position++;
      g_array_index (self->ends, guint, part) = position;
    }
}

/**
 * tambour_line_model_show:
 * @self: a model
 * @all: what was read; the model keeps it
 * @shown: (transfer full): the lines of it that are shown, in order
 * @view: which view that is; in another one nothing stays: its headings say something else
 */
void
tambour_line_model_show (TambourLineModel *self,
                         GPtrArray        *all,
                         GPtrArray        *shown,
                         guint             view)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->shown);
  g_autoptr(GPtrArray) kept = g_ptr_array_ref (self->all);
  GPtrArray *entries = new_entries (shown->len);
  guint most = view == self->view ? MIN (old->len, shown->len) : 0;
  guint before = 0, behind = 0;

  while (before < most && self->is_same (g_ptr_array_index (old, before), g_ptr_array_index (shown, before)))
    {
      keep_entry (self, entries, before, before, all, shown);
      before++;
    }
  while (behind < most - before &&
         self->is_same (g_ptr_array_index (old, old->len - 1 - behind), g_ptr_array_index (shown, shown->len - 1 - behind)))
    {
      behind++;
      keep_entry (self, entries, old->len - behind, shown->len - behind, all, shown);
    }

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->entries = entries;
  self->all = g_ptr_array_ref (all);
  self->shown = shown;
  self->view = view;
  find_ends (self);
  if (old->len != before + behind || shown->len != before + behind)
    g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - behind, shown->len - before - behind);
}

/**
 * tambour_line_model_get_lines:
 * @self: a model
 *
 * Returns: (transfer none): what is shown
 */
GPtrArray *
tambour_line_model_get_lines (TambourLineModel *self)
{
  g_return_val_if_fail (TAMBOUR_IS_LINE_MODEL (self), NULL);

  return self->shown;
}

/**
 * tambour_line_model_get_line:
 * @self: a model
 * @position: which one
 *
 * Returns: (transfer none) (nullable): the line there
 */
gconstpointer
tambour_line_model_get_line (TambourLineModel *self,
                             guint             position)
{
  g_return_val_if_fail (TAMBOUR_IS_LINE_MODEL (self), NULL);

  return position < self->shown->len ? g_ptr_array_index (self->shown, position) : NULL;
}
