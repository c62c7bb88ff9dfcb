/* tambour-request-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

#include "tambour-request-model.h"

#define N_PARTS 2

/**
 * TambourRequestEntry:
 *
 * A request, as an item of a list model.
 */
struct _TambourRequestEntry
{
  GObject                   parent_instance;

  GPtrArray                *lines;  /* all that were read with it */
  const TambourRequestLine *line;
};

G_DEFINE_FINAL_TYPE (TambourRequestEntry, tambour_request_entry, G_TYPE_OBJECT)

static void
tambour_request_entry_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_REQUEST_ENTRY (object)->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_request_entry_parent_class)->finalize (object);
}

static void
tambour_request_entry_class_init (TambourRequestEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_request_entry_finalize;
}

static void
tambour_request_entry_init (TambourRequestEntry *self)
{
}

/**
 * tambour_request_entry_get_line:
 * @self: an entry
 *
 * Returns: (transfer none): what is known of it
 */
const TambourRequestLine *
tambour_request_entry_get_line (TambourRequestEntry *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REQUEST_ENTRY (self), NULL);

  return self->line;
}

/**
 * TambourRequestModel:
 *
 * What a view shows of the requests of all accounts, in its parts. However many there
 * are: what is not looked at has no object, and of what stays the same nothing is said.
 */
struct _TambourRequestModel
{
  GObject             parent_instance;

  GPtrArray          *all;            /* what was read */
  GPtrArray          *shown;          /* of those, the lines that are shown */
  GPtrArray          *entries;        /* beside it: their objects, once somebody asked */
  TambourRequestView  view;
  guint               ends[N_PARTS];  /* where each part ends in it */
};

static GType
tambour_request_model_get_item_type (GListModel *model)
{
  return TAMBOUR_TYPE_REQUEST_ENTRY;
}

static guint
tambour_request_model_get_n_items (GListModel *model)
{
  return TAMBOUR_REQUEST_MODEL (model)->shown->len;
}

static gpointer
tambour_request_model_get_item (GListModel *model,
                                guint       position)
{
  TambourRequestModel *self = TAMBOUR_REQUEST_MODEL (model);
  TambourRequestEntry *entry;

  if (position >= self->shown->len)
    return NULL;

  entry = g_ptr_array_index (self->entries, position);
  if (entry == NULL)
    {
      entry = g_object_new (TAMBOUR_TYPE_REQUEST_ENTRY, NULL);
      entry->lines = g_ptr_array_ref (self->all);
      entry->line = g_ptr_array_index (self->shown, position);
      g_ptr_array_index (self->entries, position) = entry;
    }

  return g_object_ref (entry);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = tambour_request_model_get_item_type;
  iface->get_n_items = tambour_request_model_get_n_items;
  iface->get_item = tambour_request_model_get_item;
}

static void
tambour_request_model_get_section (GtkSectionModel *model,
                                   guint            position,
                                   guint           *start,
                                   guint           *end)
{
  TambourRequestModel *self = TAMBOUR_REQUEST_MODEL (model);

  *start = 0;
  for (guint i = 0; i < N_PARTS; i++)
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
  iface->get_section = tambour_request_model_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TambourRequestModel, tambour_request_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_iface_init))

static void
tambour_request_model_finalize (GObject *object)
{
  TambourRequestModel *self = TAMBOUR_REQUEST_MODEL (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_request_model_parent_class)->finalize (object);
}

static void
tambour_request_model_class_init (TambourRequestModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_request_model_finalize;
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
tambour_request_model_init (TambourRequestModel *self)
{
  self->all = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
  self->entries = new_entries (0);
}

/**
 * tambour_request_model_new:
 *
 * Returns: (transfer full): a model of nothing
 */
TambourRequestModel *
tambour_request_model_new (void)
{
  return g_object_new (TAMBOUR_TYPE_REQUEST_MODEL, NULL);
}

/* Whether a row says the same of both, and stands in the same part. */
static gboolean
is_same (const TambourRequestLine *a,
         const TambourRequestLine *b)
{
  const TambourFeatureRequest *x = a->request;
  const TambourFeatureRequest *y = b->request;

  return a == b ||
         (a->weight == b->weight && a->n_votes == b->n_votes && a->n_to_tell == b->n_to_tell && a->is_stale == b->is_stale &&
          a->askers->len == b->askers->len && a->n_quotes == b->n_quotes && a->news_on.julian == b->news_on.julian &&
          x->status == y->status && g_strcmp0 (x->title, y->title) == 0 && g_strcmp0 (x->target_release, y->target_release) == 0 &&
          g_strcmp0 (TAMBOUR_RECORD (x)->id, TAMBOUR_RECORD (y)->id) == 0);
}

/* What was read before is not kept for those that stay. */
static void
keep_entry (TambourRequestModel *self,
            GPtrArray           *entries,
            guint                from,
            guint                to,
            GPtrArray           *lines,
            GPtrArray           *shown)
{
  TambourRequestEntry *entry = g_ptr_array_index (self->entries, from);

  if (entry == NULL)
    return;

  g_ptr_array_index (self->entries, from) = NULL;
  g_ptr_array_index (entries, to) = entry;
  entry->line = g_ptr_array_index (shown, to);
  g_clear_pointer (&entry->lines, g_ptr_array_unref);
  entry->lines = g_ptr_array_ref (lines);
}

static void
find_ends (TambourRequestModel *self)
{
  guint position = 0;

  for (guint part = 0; part < N_PARTS; part++)
    {
      while (position < self->shown->len && tambour_request_line_get_part (g_ptr_array_index (self->shown, position), self->view) == part)
        position++;
      self->ends[part] = position;
    }
}

/* Takes @shown. In another view nothing stays: its headings say something else. */
static void
replace (TambourRequestModel *self,
         GPtrArray           *all,
         GPtrArray           *shown,
         TambourRequestView   view)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->shown);
  g_autoptr(GPtrArray) kept = g_ptr_array_ref (self->all);
  GPtrArray *entries = new_entries (shown->len);
  guint most = view == self->view ? MIN (old->len, shown->len) : 0;
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
  self->view = view;
  find_ends (self);
  if (old->len != before + behind || shown->len != before + behind)
    g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - behind, shown->len - before - behind);
}

/**
 * tambour_request_model_show:
 * @self: a model
 * @list: what was read; the model keeps its lines
 * @view: which of it
 * @words: (nullable): what they must have, each of them, folded
 */
void
tambour_request_model_show (TambourRequestModel *self,
                            TambourRequestList  *list,
                            TambourRequestView   view,
                            const char * const  *words)
{
  g_return_if_fail (TAMBOUR_IS_REQUEST_MODEL (self));

  replace (self, list->lines, tambour_request_list_view (list, view, words), view);
}

/**
 * tambour_request_model_get_lines:
 * @self: a model
 *
 * Returns: (transfer none) (element-type TambourRequestLine): what is shown
 */
GPtrArray *
tambour_request_model_get_lines (TambourRequestModel *self)
{
  g_return_val_if_fail (TAMBOUR_IS_REQUEST_MODEL (self), NULL);

  return self->shown;
}

/**
 * tambour_request_model_get_line:
 * @self: a model
 * @position: which one
 *
 * Returns: (transfer none) (nullable): the line there
 */
const TambourRequestLine *
tambour_request_model_get_line (TambourRequestModel *self,
                                guint                position)
{
  g_return_val_if_fail (TAMBOUR_IS_REQUEST_MODEL (self), NULL);

  return position < self->shown->len ? g_ptr_array_index (self->shown, position) : NULL;
}

/**
 * tambour_request_model_find:
 * @self: a model
 * @id: (nullable): the id of a request
 *
 * Returns: where its line is shown, or %GTK_INVALID_LIST_POSITION
 */
guint
tambour_request_model_find (TambourRequestModel *self,
                            const char          *id)
{
  g_return_val_if_fail (TAMBOUR_IS_REQUEST_MODEL (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; id != NULL && i < self->shown->len; i++)
    if (g_strcmp0 (TAMBOUR_RECORD (((TambourRequestLine *) g_ptr_array_index (self->shown, i))->request)->id, id) == 0)
      return i;

  return GTK_INVALID_LIST_POSITION;
}
