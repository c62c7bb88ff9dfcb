/* tambour-version.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-version.h"

/* Versions are written by people: “4.1.3”, “v4.1”, “release 26”, “2019 R2”, “4.2-rc1”,
 * “Bookworm”. Read are numbers and words, one after the other.
 */
typedef struct
{
  gboolean  is_number;
  guint64   number;
  char     *word;
} Part;

static void
part_clear (gpointer data)
{
  g_clear_pointer (&((Part *) data)->word, g_free);
}

/* What may stand before a number and says nothing. */
static gboolean
is_filler (const char *word)
{
  static const char * const fillers[] = { "v", "ver", "version", "release", "rel", "build", NULL };

  return g_strv_contains (fillers, word);
}

static gunichar
peek (const char *at)
{
  return g_utf8_get_char (at);
}

static void
add_number (GArray      *parts,
            const char  *start,
            const char **end)
{
  Part part = { .is_number = TRUE };

  *end = start;
  for (; g_ascii_isdigit (**end); (*end)++)
    part.number = part.number > G_MAXUINT64 / 100 ? G_MAXUINT64 / 100 : part.number * 10 + (guint64) g_ascii_digit_value (**end);

  g_array_append_val (parts, part);
}

/* “x” and “*” at the end stand for whatever follows. */
static void
add_word (GArray      *parts,
          const char  *start,
          const char **end)
{
  g_autofree char *word = NULL;
  Part part = { .is_number = FALSE };

  *end = start;
  while (g_unichar_isalpha (peek (*end)))
    *end = g_utf8_next_char (*end);

  word = g_utf8_casefold (start, *end - start);
  if ((parts->len == 0 && is_filler (word)) || (parts->len > 0 && g_str_equal (word, "x")))
    return;

  part.word = g_steal_pointer (&word);
  g_array_append_val (parts, part);
}

static GArray *
parse (const char *text)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, part_clear);
  while (*text != '\0')
    if (g_ascii_isdigit (*text))
      add_number (parts, text, &text);
    else if (g_unichar_isalpha (peek (text)))
      add_word (parts, text, &text);
    else
      text = g_utf8_next_char (text);

  return parts;
}

static const Part *
part_at (GArray *parts,
         guint   position)
{
  return position < parts->len ? &g_array_index (parts, Part, position) : NULL;
}

/* What comes before a release, in its order; -1 for any other word. */
static int
early_rank (const char *word)
{
  static const char * const early[] = { "dev", "snapshot", "alpha", "beta", "pre", "preview", "rc" };

  for (guint i = 0; i < G_N_ELEMENTS (early); i++)
    if (g_str_equal (early[i], word))
      return (int) i;

  return -1;
}

static TambourVersionOrder
order_of (gboolean is_less,
          gboolean is_more)
{
  return is_less ? TAMBOUR_VERSION_BELOW : is_more ? TAMBOUR_VERSION_ABOVE
                                                   : TAMBOUR_VERSION_EQUAL;
}

/* What follows where the other has ended: “4.1.1” is above “4.1”, “4.1-rc1” below. */
static TambourVersionOrder
compare_with_nothing (const Part *part)
{
  if (part->is_number)
    return part->number > 0 ? TAMBOUR_VERSION_ABOVE : TAMBOUR_VERSION_EQUAL;

  return early_rank (part->word) >= 0 ? TAMBOUR_VERSION_BELOW : TAMBOUR_VERSION_ABOVE;
}

static TambourVersionOrder
compare_words (const char *a,
               const char *b)
{
  int x = early_rank (a), y = early_rank (b);
  gboolean are_letters = g_utf8_strlen (a, -1) == 1 && g_utf8_strlen (b, -1) == 1;

  if (g_str_equal (a, b))
    return TAMBOUR_VERSION_EQUAL;
  if (x >= 0 && y >= 0)
    return order_of (x<y, x> y);
  if (x >= 0 || y >= 0)
    return order_of (x >= 0, y >= 0);

  return are_letters ? order_of (strcmp (a, b) < 0, strcmp (a, b) > 0) : TAMBOUR_VERSION_UNCLEAR;
}

static TambourVersionOrder
compare_parts (const Part *a,
               const Part *b,
               guint       position)
{
  if (a->is_number && b->is_number)
    return order_of (a->number<b->number, a->number> b->number);
  if (!a->is_number && !b->is_number)
    return compare_words (a->word, b->word);

  /* A name and a number have no order; “4.1a” is below “4.1.1”. */
  return position == 0 ? TAMBOUR_VERSION_UNCLEAR : order_of (!a->is_number, !b->is_number);
}

static TambourVersionOrder
invert (TambourVersionOrder order)
{
  return order == TAMBOUR_VERSION_ABOVE ? TAMBOUR_VERSION_BELOW : order == TAMBOUR_VERSION_BELOW ? TAMBOUR_VERSION_ABOVE
                                                                                                 : order;
}

/**
 * tambour_version_compare:
 * @a: a version
 * @b: another
 *
 * “4.1” and “4.1.0” are equal.
 *
 * Returns: how @a stands to @b
 */
TambourVersionOrder
tambour_version_compare (const char *a,
                         const char *b)
{
  g_autoptr(GArray) first = parse (a);
  g_autoptr(GArray) second = parse (b);

  if (first->len == 0 || second->len == 0)
    return TAMBOUR_VERSION_UNCLEAR;

  for (guint i = 0; i < MAX (first->len, second->len); i++)
    {
      const Part *x = part_at (first, i), *y = part_at (second, i);
      TambourVersionOrder order = x == NULL   ? invert (compare_with_nothing (y))
                                  : y == NULL ? compare_with_nothing (x)
                                              : compare_parts (x, y, i);

      if (order != TAMBOUR_VERSION_EQUAL)
        return order;
    }

  return TAMBOUR_VERSION_EQUAL;
}

/**
 * tambour_version_begins:
 * @version: a version
 * @beginning: another
 *
 * Returns: whether @version is @beginning, or a version of it: “4.1.3” of “4.1”
 */
gboolean
tambour_version_begins (const char *version,
                        const char *beginning)
{
  g_autoptr(GArray) parts = parse (version);
  g_autoptr(GArray) wanted = parse (beginning);

  if (tambour_version_compare (version, beginning) == TAMBOUR_VERSION_EQUAL)
    return TRUE;

  for (guint i = 0; i < wanted->len; i++)
    if (i >= parts->len || compare_parts (part_at (parts, i), part_at (wanted, i), i) != TAMBOUR_VERSION_EQUAL)
      return FALSE;

  return wanted->len > 0;
}

/**
 * tambour_version_is_part:
 * @version: a version
 * @whole: another
 *
 * Returns: whether @version says less than @whole, so that it may be it or not:
 *   “4.1” where “4.1.2” is asked for
 */
gboolean
tambour_version_is_part (const char *version,
                         const char *whole)
{
  return tambour_version_begins (whole, version) && tambour_version_compare (version, whole) != TAMBOUR_VERSION_EQUAL;
}
