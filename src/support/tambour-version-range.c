/* tambour-version-range.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-version-range.h"
#include "tambour-version.h"

/* A stretch of versions; an end that is %NULL is open. A last version takes with it
 * what begins with it: “until 4.1” has 4.1.3 in it.
 */
typedef struct
{
  char     *first;
  char     *last;
  char     *only;
  gboolean  is_behind_first;
  gboolean  is_before_last;
  gboolean  is_all;
} Stretch;

static void
stretch_free (gpointer data)
{
  Stretch *stretch = data;

  g_clear_pointer (&stretch->first, g_free);
  g_clear_pointer (&stretch->last, g_free);
  g_clear_pointer (&stretch->only, g_free);
  g_free (stretch);
}

typedef enum
{
  WORD_VERSION,
  WORD_FROM,
  WORD_AFTER,
  WORD_UNTIL,
  WORD_BEFORE,
  WORD_OR,
  WORD_ALL,
  WORD_EARLIER,
  WORD_LATER,
  WORD_FILLER,
  WORD_STRANGE,
} Word;

/* What is read, and what the next version will be. */
typedef struct
{
  GPtrArray *stretches;
  Stretch   *current;
  GString   *name;       /* words that belong to the version that follows */
  Word       pending;
} Reader;

static const struct
{
  const char *text;
  Word        word;
} words[] = {
  { ">=", WORD_FROM }, { "≥", WORD_FROM }, { "from", WORD_FROM }, { "since", WORD_FROM },
  { ">", WORD_AFTER }, { "after", WORD_AFTER }, { "above", WORD_AFTER },
  { "<=", WORD_UNTIL }, { "≤", WORD_UNTIL }, { "to", WORD_UNTIL }, { "until", WORD_UNTIL }, { "through", WORD_UNTIL },
  { "thru", WORD_UNTIL }, { "-", WORD_UNTIL }, { "–", WORD_UNTIL }, { "…", WORD_UNTIL }, { "..", WORD_UNTIL },
  { "<", WORD_BEFORE }, { "before", WORD_BEFORE }, { "below", WORD_BEFORE },
  { ",", WORD_OR }, { ";", WORD_OR }, { "or", WORD_OR }, { "|", WORD_OR }, { "||", WORD_OR },
  { "all", WORD_ALL }, { "any", WORD_ALL }, { "*", WORD_ALL }, { "every", WORD_ALL },
  { "earlier", WORD_EARLIER }, { "older", WORD_EARLIER }, { "lower", WORD_EARLIER },
  { "later", WORD_LATER }, { "newer", WORD_LATER }, { "higher", WORD_LATER }, { "+", WORD_LATER },
  { "up", WORD_FILLER }, { "and", WORD_FILLER }, { "including", WORD_FILLER }, { "versions", WORD_FILLER }, { "=", WORD_FILLER },
  { "version", WORD_FILLER }, { "release", WORD_FILLER }, { "releases", WORD_FILLER }, { "build", WORD_FILLER },
  { "not", WORD_STRANGE }, { "except", WORD_STRANGE }, { "but", WORD_STRANGE }, { "without", WORD_STRANGE },
};

static Stretch *
ensure_current (Reader *reader)
{
  if (reader->current == NULL)
    {
      reader->current = g_new0 (Stretch, 1);
      g_ptr_array_add (reader->stretches, reader->current);
    }

  return reader->current;
}

static void
end_current (Reader *reader)
{
  reader->current = NULL;
  reader->pending = WORD_VERSION;
}

static void
take_only (Stretch  *stretch,
           char    **end)
{
  if (stretch->only == NULL)
    return;

  g_clear_pointer (end, g_free);
  *end = g_steal_pointer (&stretch->only);
}

static void
set_end (char       **end,
         gboolean    *is_open,
         const char  *version,
         gboolean     is_excluded)
{
  g_set_str (end, version);
  *is_open = is_excluded;
}

static void
read_version (Reader     *reader,
              const char *text)
{
  g_autofree char *version = g_strconcat (reader->name->str, text, NULL);
  gboolean is_bound = reader->pending != WORD_VERSION;
  Stretch *stretch;

  if (!is_bound && reader->current != NULL)
    reader->current = NULL;

  stretch = ensure_current (reader);
  g_string_truncate (reader->name, 0);
  if (reader->pending == WORD_FROM || reader->pending == WORD_AFTER)
    set_end (&stretch->first, &stretch->is_behind_first, version, reader->pending == WORD_AFTER);
  else if (is_bound)
    {
      /* “4.0 to 4.2” begins with a version that seemed to stand alone. */
      take_only (stretch, &stretch->first);
      set_end (&stretch->last, &stretch->is_before_last, version, reader->pending == WORD_BEFORE);
    }
  else
    g_set_str (&stretch->only, version);

  reader->pending = WORD_VERSION;
}

/* “4.1 and earlier” */
static gboolean
turn (Reader *reader,
      Word    word)
{
  Stretch *stretch = reader->current;

  if (stretch == NULL || stretch->only == NULL)
    return FALSE;

  take_only (stretch, word == WORD_LATER ? &stretch->first : &stretch->last);

  return TRUE;
}

static Word
find_word (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].text, text))
      return words[i].word;

  return WORD_VERSION;
}

/* Returns: %FALSE if nobody could say what that means */
static gboolean
read_word (Reader     *reader,
           const char *text)
{
  Word word = find_word (text);

  switch (word)
    {
    case WORD_VERSION:
      if (strpbrk (text, "0123456789") != NULL)
        read_version (reader, text);
      else
        g_string_append_printf (reader->name, "%s ", text);
      return TRUE;
    case WORD_FROM:
    case WORD_AFTER:
    case WORD_UNTIL:
    case WORD_BEFORE:
      reader->pending = word;
      return TRUE;
    case WORD_OR:
      /* “4.1 or earlier”, and “up to, and including” */
      if (reader->current != NULL && reader->current->only == NULL && reader->pending == WORD_VERSION)
        end_current (reader);
      return TRUE;
    case WORD_ALL:
      ensure_current (reader)->is_all = TRUE;
      end_current (reader);
      return TRUE;
    case WORD_EARLIER:
    case WORD_LATER:
      return turn (reader, word);
    case WORD_FILLER:
      return TRUE;
    case WORD_STRANGE:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

/* Signs stand for themselves, wherever somebody left out a space; dashes within a
 * version do not.
 */
static char *
space_out (const char *range)
{
  g_autoptr(GString) spaced = g_string_new (NULL);
  g_autofree char *folded = g_utf8_casefold (range, -1);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_sign = c == ',' || c == ';' || c == '|' || c == 0x2013 || c == 0x2026 || c == 0x2264 || c == 0x2265 ||
                         ((c == '<' || c == '>' || c == '=') && at[1] != '=') || (c == '+' && (at[1] == '\0' || at[1] == ' '));
      gboolean is_first_of_two = (c == '<' || c == '>') && at[1] == '=';

      if (c == '=' && at > folded && (at[-1] == '<' || at[-1] == '>'))
        g_string_append (spaced, "= ");
      else if (is_sign)
        {
          g_string_append_c (spaced, ' ');
          g_string_append_unichar (spaced, c);
          g_string_append_c (spaced, ' ');
        }
      else
        {
          g_string_append (spaced, is_first_of_two ? " " : "");
          g_string_append_unichar (spaced, c);
        }
    }

  return g_string_free (g_steal_pointer (&spaced), FALSE);
}

static gboolean
read_range (Reader     *reader,
            const char *range)
{
  g_autofree char *spaced = space_out (range);
  g_auto(GStrv) parts = g_strsplit_set (spaced, " \t\n\r", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !read_word (reader, parts[i]))
      return FALSE;

  /* Only a name, such as “Bookworm”. */
  if (reader->name->len > 0)
    read_version (reader, "");

  return reader->stretches->len > 0 && reader->pending == WORD_VERSION;
}

static TambourVersionMatch
of (gboolean is_inside)
{
  return is_inside ? TAMBOUR_VERSION_INSIDE : TAMBOUR_VERSION_OUTSIDE;
}

static TambourVersionMatch
match_first (const Stretch *stretch,
             const char    *version)
{
  TambourVersionOrder order;

  if (stretch->first == NULL)
    return TAMBOUR_VERSION_INSIDE;

  order = tambour_version_compare (version, stretch->first);
  if (order == TAMBOUR_VERSION_UNCLEAR || (order == TAMBOUR_VERSION_BELOW && tambour_version_is_part (version, stretch->first)))
    return TAMBOUR_VERSION_UNKNOWN;

  return of (stretch->is_behind_first ? order == TAMBOUR_VERSION_ABOVE && !tambour_version_begins (version, stretch->first)
                                      : order != TAMBOUR_VERSION_BELOW);
}

static TambourVersionMatch
match_last (const Stretch *stretch,
            const char    *version)
{
  TambourVersionOrder order;

  if (stretch->last == NULL)
    return TAMBOUR_VERSION_INSIDE;

  order = tambour_version_compare (version, stretch->last);
  if (order == TAMBOUR_VERSION_UNCLEAR || tambour_version_is_part (version, stretch->last))
    return TAMBOUR_VERSION_UNKNOWN;

  return of (stretch->is_before_last ? order == TAMBOUR_VERSION_BELOW
                                     : order != TAMBOUR_VERSION_ABOVE || tambour_version_begins (version, stretch->last));
}

static TambourVersionMatch
match_only (const Stretch *stretch,
            const char    *version)
{
  if (tambour_version_begins (version, stretch->only))
    return TAMBOUR_VERSION_INSIDE;

  return tambour_version_is_part (version, stretch->only) ||
             tambour_version_compare (version, stretch->only) == TAMBOUR_VERSION_UNCLEAR
           ? TAMBOUR_VERSION_UNKNOWN
           : TAMBOUR_VERSION_OUTSIDE;
}

static TambourVersionMatch
match_stretch (const Stretch *stretch,
               const char    *version)
{
  TambourVersionMatch first, last;

  if (stretch->is_all)
    return TAMBOUR_VERSION_INSIDE;
  if (stretch->only != NULL)
    return match_only (stretch, version);

  first = match_first (stretch, version);
  last = match_last (stretch, version);
  if (first == TAMBOUR_VERSION_OUTSIDE || last == TAMBOUR_VERSION_OUTSIDE)
    return TAMBOUR_VERSION_OUTSIDE;

  return first == TAMBOUR_VERSION_UNKNOWN ? first : last;
}

static TambourVersionMatch
match_range (const char *range,
             const char *version)
{
  g_autoptr(GPtrArray) stretches = g_ptr_array_new_with_free_func (stretch_free);
  g_autoptr(GString) name = g_string_new (NULL);
  Reader reader = { stretches, NULL, name, WORD_VERSION };
  TambourVersionMatch match = TAMBOUR_VERSION_OUTSIDE;

  if (!read_range (&reader, range))
    return TAMBOUR_VERSION_UNKNOWN;

  for (guint i = 0; i < stretches->len && match != TAMBOUR_VERSION_INSIDE; i++)
    {
      TambourVersionMatch one = match_stretch (g_ptr_array_index (stretches, i), version);

      if (one != TAMBOUR_VERSION_OUTSIDE)
        match = one;
    }

  return match;
}

static gboolean
is_said (const char *text)
{
  return text != NULL && strspn (text, " \t\n\r?-") < strlen (text) && g_ascii_strcasecmp (text, "unknown") != 0 &&
         g_ascii_strcasecmp (text, "n/a") != 0;
}

/**
 * tambour_version_range_match:
 * @range: (nullable): which versions, as a person wrote it: “4.1.0 to 4.1.3”, “until
 *   release 26”, “>= 4.0, < 4.2”, “3.1”, “4.1 and earlier”, “all”
 * @fixed_in: (nullable): the version that is free of it
 * @version: (nullable): what is installed
 *
 * A version alone stands for all that begin with it: “3.1” has 3.1.4 in it. Without
 * a range it is all before @fixed_in.
 *
 * Returns: whether @version is one of them
 */
TambourVersionMatch
tambour_version_range_match (const char *range,
                             const char *fixed_in,
                             const char *version)
{
  TambourVersionOrder order;
  TambourVersionMatch match;

  if (!is_said (version))
    return TAMBOUR_VERSION_UNKNOWN;

  match = is_said (range) ? match_range (range, version) : TAMBOUR_VERSION_UNKNOWN;
  if (match == TAMBOUR_VERSION_OUTSIDE || !is_said (fixed_in))
    return match;

  order = tambour_version_compare (version, fixed_in);
  if (order == TAMBOUR_VERSION_ABOVE || order == TAMBOUR_VERSION_EQUAL)
    return TAMBOUR_VERSION_OUTSIDE;

  return !is_said (range) && order == TAMBOUR_VERSION_BELOW && !tambour_version_is_part (version, fixed_in) ? TAMBOUR_VERSION_INSIDE
                                                                                                            : match;
}
