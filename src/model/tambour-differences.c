/* tambour-differences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-differences.h"

/* Texts that differ in more words than these are shown one after the other: so
 * much change is not read word by word.
 */
#define MAX_DISTANCE 1200

/* A word, the space between two, or the end of a line. */
typedef struct
{
  const char *start;
  gsize       length;
} Word;

static gboolean
is_same (const Word *a,
         const Word *b)
{
  return a->length == b->length && memcmp (a->start, b->start, a->length) == 0;
}

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  while (*text)
    {
      Word word = { text, 1 };

      if (*text == ' ' || *text == '\t')
        word.length = strspn (text, " \t");
      else if (*text != '\n')
        word.length = strcspn (text, " \t\n");
      g_array_append_val (words, word);
      text += word.length;
    }

  return words;
}

static void
difference_free (gpointer data)
{
  TambourDifference *difference = data;

  g_clear_pointer (&difference->text, g_free);
  g_free (difference);
}

/* Words stand one after another in their text, so that a run of them is a part of it. */
static void
add (GPtrArray             *list,
     TambourDifferenceKind  kind,
     const Word            *words,
     gsize                  n)
{
  TambourDifference *last = list->len ? g_ptr_array_index (list, list->len - 1) : NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    return;

  text = g_strndup (words[0].start, words[n - 1].start + words[n - 1].length - words[0].start);
  if (last != NULL && last->kind == kind)
    {
      char *longer = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = longer;
      return;
    }

  last = g_new0 (TambourDifference, 1);
  last->kind = kind;
  last->text = g_steal_pointer (&text);
  g_ptr_array_add (list, last);
}

/* How far one comes on each diagonal with so many words removed or added (Myers,
 * “An O(ND) difference algorithm”); a row for each distance, from which the way
 * back is found.
 */
typedef struct
{
  const Word *a;
  const Word *b;
  int         n;
  int         m;
  GPtrArray  *rows;  /* of int, 2 × distance + 3 each */
} Search;

static int *
get_row (Search *search,
         int     distance)
{
  return (int *) g_ptr_array_index (search->rows, distance) + distance + 1;
}

static int
step (Search *search,
      int     distance,
      int     diagonal)
{
  const int *before = get_row (search, distance - 1);
  gboolean is_down = diagonal == -distance || (diagonal != distance && before[diagonal - 1] < before[diagonal + 1]);

  return is_down ? before[diagonal + 1] : before[diagonal - 1] + 1;
}

static int
slide (Search *search,
       int     x,
       int     y)
{
  while (x < search->n && y < search->m && is_same (&search->a[x], &search->b[y]))
    {
      x++;
      y++;
    }

  return x;
}

/* Returns: the distance of the two, or -1 if they are too different */
static int
measure (Search *search)
{
  for (int distance = 0; distance <= MIN (MAX_DISTANCE, search->n + search->m); distance++)
    {
      int *row;

      g_ptr_array_add (search->rows, g_new0 (int, 2 * distance + 3));
      row = get_row (search, distance);
      for (int diagonal = -distance; diagonal <= distance; diagonal += 2)
        {
          int x = distance ? step (search, distance, diagonal) : 0;

          row[diagonal] = slide (search, x, x - diagonal);
          if (row[diagonal] >= search->n && row[diagonal] - diagonal >= search->m)
            return distance;
        }
    }

  return -1;
}

/* One step of the way, from its end to its beginning. */
typedef struct
{
  TambourDifferenceKind kind;
  int                   from;  /* in the old text, or in the new one */
  int                   n;
} Move;

static void
go_back (Search *search,
         int     distance,
         GArray *moves)
{
  int x = search->n, y = search->m;

  for (; distance > 0; distance--)
    {
      int diagonal = x - y;
      const int *before = get_row (search, distance - 1);
      gboolean is_down = diagonal == -distance || (diagonal != distance && before[diagonal - 1] < before[diagonal + 1]);
      int from = step (search, distance, diagonal);
      Move same = { TAMBOUR_DIFFERENCE_SAME, from, x - from };
      Move move = is_down ? (Move) { TAMBOUR_DIFFERENCE_ADDED, from - diagonal - 1, 1 } : (Move) { TAMBOUR_DIFFERENCE_REMOVED, from - 1, 1 };

      g_array_append_val (moves, same);
      g_array_append_val (moves, move);
      x = is_down ? from : from - 1;
      y = is_down ? from - diagonal - 1 : from - diagonal;
    }

  g_array_append_val (moves, ((Move) { TAMBOUR_DIFFERENCE_SAME, 0, x }));
}

static void
add_middle (GPtrArray *list,
            Search    *search)
{
  g_autoptr(GArray) moves = g_array_new (FALSE, FALSE, sizeof (Move));
  int distance = measure (search);

  if (distance < 0)
    {
      add (list, TAMBOUR_DIFFERENCE_REMOVED, search->a, search->n);
      add (list, TAMBOUR_DIFFERENCE_ADDED, search->b, search->m);
      return;
    }

  go_back (search, distance, moves);
  for (guint i = moves->len; i > 0; i--)
    {
      const Move *move = &g_array_index (moves, Move, i - 1);

      add (list, move->kind, (move->kind == TAMBOUR_DIFFERENCE_ADDED ? search->b : search->a) + move->from, move->n);
    }
}

/* What was removed stands before what took its place, however the way went. */
static void
sort_changes (GPtrArray *list)
{
  for (guint i = 1; i < list->len; i++)
    {
      TambourDifference *first = g_ptr_array_index (list, i - 1);
      TambourDifference *second = g_ptr_array_index (list, i);

      if (first->kind == TAMBOUR_DIFFERENCE_ADDED && second->kind == TAMBOUR_DIFFERENCE_REMOVED)
        {
          list->pdata[i - 1] = second;
          list->pdata[i] = first;
        }
    }
}

/**
 * tambour_differences_list:
 * @old: a text
 * @new: what became of it
 *
 * Compares two texts by their words.
 *
 * Returns: (transfer full) (element-type TambourDifference): their pieces in order
 */
GPtrArray *
tambour_differences_list (const char *old,
                          const char *new)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (difference_free);
  g_autoptr(GArray) a = split (old);
  g_autoptr(GArray) b = split (new);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  const Word *from = (const Word *) (gpointer) a->data, *to = (const Word *) (gpointer) b->data;
  guint start = 0, end = 0, shorter = MIN (a->len, b->len);
  Search search;

  while (start < shorter && is_same (&from[start], &to[start]))
    start++;
  while (end < shorter - start && is_same (&from[a->len - 1 - end], &to[b->len - 1 - end]))
    end++;

  search = (Search) { from + start, to + start, (int) (a->len - start - end), (int) (b->len - start - end), rows };
  add (list, TAMBOUR_DIFFERENCE_SAME, from, start);
  add_middle (list, &search);
  add (list, TAMBOUR_DIFFERENCE_SAME, from + a->len - end, end);
  sort_changes (list);

  return list;
}
