/* tambour-spans.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-spans.h"

static gint
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const TambourSpan *first = a;
  const TambourSpan *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;

  return (first->to > second->to) - (first->to < second->to);
}

/**
 * tambour_span_clip:
 * @span: (inout): a span
 * @from: where it may begin
 * @to: where it must end
 *
 * Returns: %FALSE if nothing of it is left
 */
gboolean
tambour_span_clip (TambourSpan *span,
                   gint64       from,
                   gint64       to)
{
  span->from = MAX (span->from, from);
  span->to = MIN (span->to, to);

  return span->from < span->to;
}

/**
 * tambour_spans_unite:
 * @spans: (element-type TambourSpan): spans in any order
 *
 * Sorts and merges them, so that what overlaps counts once.
 */
void
tambour_spans_unite (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      TambourSpan *span = &g_array_index (spans, TambourSpan, i);
      TambourSpan *last = kept > 0 ? &g_array_index (spans, TambourSpan, kept - 1) : NULL;

      if (last != NULL && span->from <= last->to)
        last->to = MAX (last->to, span->to);
      else
        g_array_index (spans, TambourSpan, kept++) = *span;
    }

  g_array_set_size (spans, kept);
}

/**
 * tambour_spans_length:
 * @spans: (element-type TambourSpan): united spans
 *
 * Returns: how long they are together, in seconds
 */
gint64
tambour_spans_length (GArray *spans)
{
  gint64 seconds = 0;

  for (guint i = 0; i < spans->len; i++)
    seconds += g_array_index (spans, TambourSpan, i).to - g_array_index (spans, TambourSpan, i).from;

  return seconds;
}

/**
 * tambour_spans_common_length:
 * @a: (element-type TambourSpan): united spans
 * @b: (element-type TambourSpan): others
 *
 * Returns: how long what they have in common is, in seconds
 */
gint64
tambour_spans_common_length (GArray *a,
                             GArray *b)
{
  gint64 seconds = 0;

  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      const TambourSpan *first = &g_array_index (a, TambourSpan, i);
      const TambourSpan *second = &g_array_index (b, TambourSpan, j);

      seconds += MAX (MIN (first->to, second->to) - MAX (first->from, second->from), 0);
      if (first->to < second->to)
        i++;
      else
        j++;
    }

  return seconds;
}
