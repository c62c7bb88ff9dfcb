/* tambour-action-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

#include "tambour-action-model.h"

/* Whether a row says the same of both, and stands below the same heading. */
static gboolean
is_same (gconstpointer first,
         gconstpointer second)
{
  const TambourActionLine *a = first;
  const TambourActionLine *b = second;
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

static guint
part_of (gconstpointer line,
         guint         view)
{
  return ((const TambourActionLine *) line)->group;
}

/**
 * tambour_action_model_new:
 *
 * Returns: (transfer full): a model of nothing
 */
TambourLineModel *
tambour_action_model_new (void)
{
  return tambour_line_model_new (TAMBOUR_ACTION_GROUP_OVER + 1, part_of, is_same);
}

/**
 * tambour_action_model_show:
 * @self: a model
 * @lines: (element-type TambourActionLine): what there is, in order; the model
 *   keeps it
 * @filter: which of them are shown
 */
void
tambour_action_model_show (TambourLineModel          *self,
                           GPtrArray                 *lines,
                           const TambourActionFilter *filter)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    if (tambour_action_filter_shows (filter, g_ptr_array_index (lines, i)))
      g_ptr_array_add (shown, g_ptr_array_index (lines, i));

  tambour_line_model_show (self, lines, shown, 0);
}

/**
 * tambour_action_model_find:
 * @self: a model
 * @id: (nullable): the id of a record
 *
 * Returns: where its line is shown, or %GTK_INVALID_LIST_POSITION
 */
guint
tambour_action_model_find (TambourLineModel *self,
                           const char       *id)
{
  GPtrArray *lines = tambour_line_model_get_lines (self);

  for (guint i = 0; id != NULL && i < lines->len; i++)
    if (g_str_equal (((TambourActionLine *) g_ptr_array_index (lines, i))->work->id, id))
      return i;

  return GTK_INVALID_LIST_POSITION;
}
