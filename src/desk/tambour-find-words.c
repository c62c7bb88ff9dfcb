/* tambour-find-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-find.h"

/* Words are compared by their first letters, whatever their case and accents. */

/* The letter without its accent, in lower case. */
static gunichar
fold (gunichar letter)
{
  gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (g_unichar_fully_decompose (letter, FALSE, base, G_N_ELEMENTS (base)) > 0)
    letter = base[0];

  return g_unichar_tolower (letter);
}

/* How many bytes of @text, which stands at the start of a word, begin as @word
 * does; 0 if they do not.
 */
static gsize
match_start (const char *text,
             const char *word)
{
  const char *t = text;

  for (const char *w = word; *w; w = g_utf8_next_char (w))
    {
      /* Accents that stand by themselves belong to the letter before. */
      while (t != text && *t && g_unichar_ismark (g_utf8_get_char (t)))
        t = g_utf8_next_char (t);

      if (*t == '\0' || fold (g_utf8_get_char (t)) != fold (g_utf8_get_char (w)))
        return 0;

      t = g_utf8_next_char (t);
    }

  return t - text;
}

static gboolean
find_word (const char *text,
           const char *word,
           GArray     *spans)
{
  gboolean is_inside = FALSE;

  for (const char *t = text; *t; t = g_utf8_next_char (t))
    {
      gboolean is_letter = g_unichar_isalnum (g_utf8_get_char (t)) || g_unichar_ismark (g_utf8_get_char (t));
      gsize length = is_letter && !is_inside ? match_start (t, word) : 0;

      is_inside = is_letter;
      if (length > 0)
        {
          guint span[2] = { t - text, t - text + length };

          g_array_append_vals (spans, span, 2);
          return TRUE;
        }
    }

  return FALSE;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const guint *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* Pairs are sorted as pairs. */
static void
sort_spans (GArray *spans)
{
  if (spans->len > 2)
    qsort (spans->data, spans->len / 2, 2 * sizeof (guint), compare_spans);
}

/**
 * tambour_find_matches:
 * @words: what somebody typed
 * @text: a text
 * @spans: (out) (optional) (transfer full): pairs of guint: the bytes of @text
 *   that match
 *
 * Returns: whether every word of @words begins a word of @text
 */
gboolean
tambour_find_matches (const char  *words,
                      const char  *text,
                      GArray     **spans)
{
  g_auto(GStrv) each = g_strsplit_set (words, " \t\n", -1);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0;

  for (guint i = 0; each[i]; i++)
    {
      if (*each[i] == '\0')
        continue;

      n++;
      if (!find_word (text, each[i], found))
        return FALSE;
    }

  if (n == 0)
    return FALSE;

  sort_spans (found);
  if (spans != NULL)
    *spans = g_steal_pointer (&found);

  return TRUE;
}

/**
 * tambour_find_mentions:
 * @words: what somebody typed
 * @text: a name
 *
 * Returns: whether some word of @words, of two letters or more, begins a word of @text
 */
gboolean
tambour_find_mentions (const char *words,
                       const char *text)
{
  g_auto(GStrv) each = g_strsplit_set (words, " \t\n", -1);

  for (guint i = 0; each[i]; i++)
    if (g_utf8_strlen (each[i], -1) >= 2 && tambour_find_matches (each[i], text, NULL))
      return TRUE;

  return FALSE;
}

/**
 * tambour_find_scope:
 * @query: what somebody typed
 * @words: (out) (transfer none): what is looked for there, behind the prefix
 *
 * Returns: what @query is limited to
 */
TambourFindScope
tambour_find_scope (const char  *query,
                    const char **words)
{
  TambourFindScope scope = TAMBOUR_FIND_EVERYTHING;

  while (g_ascii_isspace (*query))
    query++;

  if (*query == '>')
    scope = TAMBOUR_FIND_ONLY_COMMANDS;
  else if (*query == '@')
    scope = TAMBOUR_FIND_ONLY_PEOPLE;
  else if (*query == '#')
    scope = TAMBOUR_FIND_ONLY_CASES;

  if (scope != TAMBOUR_FIND_EVERYTHING)
    query++;
  while (g_ascii_isspace (*query))
    query++;
  *words = query;

  return scope;
}
