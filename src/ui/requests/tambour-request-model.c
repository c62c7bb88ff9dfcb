/* tambour-request-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

#include "tambour-request-model.h"

/* Whether a row says the same of both, and stands in the same part. */
static gboolean
is_same (gconstpointer first,
         gconstpointer second)
{
  const TambourRequestLine *a = first;
  const TambourRequestLine *b = second;
  const TambourFeatureRequest *x = a->request;
  const TambourFeatureRequest *y = b->request;

  return a == b ||
         (a->weight == b->weight && a->n_votes == b->n_votes && a->n_to_tell == b->n_to_tell && a->is_stale == b->is_stale &&
          a->askers->len == b->askers->len && a->n_quotes == b->n_quotes && a->news_on.julian == b->news_on.julian &&
          x->status == y->status && g_strcmp0 (x->title, y->title) == 0 && g_strcmp0 (x->target_release, y->target_release) == 0 &&
          g_strcmp0 (TAMBOUR_RECORD (x)->id, TAMBOUR_RECORD (y)->id) == 0);
}

static guint
part_of (gconstpointer line,
         guint         view)
{
  return tambour_request_line_get_part (line, view);
}

/**
 * tambour_request_model_new:
 *
 * Returns: (transfer full): a model of nothing
 */
TambourLineModel *
tambour_request_model_new (void)
{
  return tambour_line_model_new (2, part_of, is_same);
}

/**
 * tambour_request_model_show:
 * @self: a model
 * @list: what was read; the model keeps its lines
 * @view: which of it
 * @words: (nullable): what they must have, each of them, folded
 */
void
tambour_request_model_show (TambourLineModel   *self,
                            TambourRequestList *list,
                            TambourRequestView  view,
                            const char * const *words)
{
  tambour_line_model_show (self, list->lines, tambour_request_list_view (list, view, words), view);
}

/**
 * tambour_request_model_find:
 * @self: a model
 * @id: (nullable): the id of a request
 *
 * Returns: where its line is shown, or %GTK_INVALID_LIST_POSITION
 */
guint
tambour_request_model_find (TambourLineModel *self,
                            const char       *id)
{
  GPtrArray *lines = tambour_line_model_get_lines (self);

  for (guint i = 0; id != NULL && i < lines->len; i++)
    if (g_strcmp0 (TAMBOUR_RECORD (((TambourRequestLine *) g_ptr_array_index (lines, i))->request)->id, id) == 0)
      return i;

  return GTK_INVALID_LIST_POSITION;
}
