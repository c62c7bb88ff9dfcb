/* tambour-live.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-live.h"

#include <string.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* What is asked for behind the key of a figure. */
#define BEFORE ":before"

/* Numbers are spelled out up to this one (REPORT-DESIGN section 7). */
#define MOST_SPELLED 12

/* A paragraph of more bytes is drawn as several: none is taller than a page. */
#define MOST_LENGTH 1200

#define KEY_CHARACTERS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._-:"

/**
 * tambour_live_free:
 * @self: (transfer full): a stretch
 */
void
tambour_live_free (TambourLive *self)
{
  g_clear_pointer (&self->text, g_free);
  g_free (self);
}

/* --- figures in what is typed ------------------------------------------------ */

static gboolean
ends_in (const char *key,
         const char *variant)
{
  gsize length = strlen (key), end = strlen (variant);

  return length > end && key[length - end - 1] == '.' && g_ascii_strcasecmp (key + length - end, variant) == 0;
}

/* Named by its metric: the first of that metric, or the first that is of @variant. */
static TambourFact *
find_by_metric (TambourFacts *facts,
                const char   *metric,
                const char   *variant)
{
  for (guint i = 0; i < facts->all->len; i++)
    {
      TambourFact *fact = g_ptr_array_index (facts->all, i);

      if (fact->metric != NULL && g_ascii_strcasecmp (fact->metric, metric) == 0 &&
          (variant == NULL || ends_in (fact->key, variant)))
        return fact;
    }

  return NULL;
}

/**
 * tambour_live_find:
 * @facts: the facts
 * @reference: such as `cases.opened.p1`, `M01` or `M01.P1`
 *
 * Returns: (transfer none) (nullable): the figure that is meant
 */
TambourFact *
tambour_live_find (TambourFacts *facts,
                   const char   *reference)
{
  g_auto(GStrv) parts = g_strsplit (reference, ".", 2);
  TambourFact *fact = tambour_facts_find (facts, reference);

  return fact || parts[0] == NULL ? fact : find_by_metric (facts, parts[0], parts[1]);
}

static TambourLive *
new_stretch (TambourLiveKind  kind,
             const char      *typed,
             gsize            from,
             gsize            length)
{
  TambourLive *self = g_new0 (TambourLive, 1);

  self->kind = kind;
  self->from = from;
  self->length = length;
  self->text = g_strndup (typed + from, length);

  return self;
}

/* @from: a brace that opens; @length: up to the one that closes. What names no figure stays
 * as it was typed. */
static TambourLive *
new_reference (TambourFacts *facts,
               const char   *typed,
               gsize         from,
               gsize         length)
{
  TambourLive *self = new_stretch (TAMBOUR_LIVE_UNKNOWN, typed, from, length);
  g_autofree char *reference = g_strndup (typed + from + 1, length - 2);
  gboolean before = g_str_has_suffix (reference, BEFORE);

  if (before)
    reference[strlen (reference) - strlen (BEFORE)] = '\0';

  self->fact = tambour_live_find (facts, reference);
  if (self->fact == NULL || !tambour_measure_is_known (before ? &self->fact->prior : &self->fact->now))
    return self;

  self->kind = TAMBOUR_LIVE_FIGURE;
  g_free (self->text);
  self->text = tambour_fact_long (self->fact, before);

  return self;
}

/* Returns: how long the reference at @at is with its braces, 0 if it is none */
static gsize
measure_reference (const char *at)
{
  gsize n = *at == '{' ? strspn (at + 1, KEY_CHARACTERS) : 0;

  return n > 0 && at[n + 1] == '}' ? n + 2 : 0;
}

/**
 * tambour_live_split:
 * @typed: (nullable): a text with figures as `{cases.opened}`
 * @facts: the facts
 *
 * Returns: (transfer full) (element-type TambourLive): its stretches, which lie one behind the
 *   other
 */
GPtrArray *
tambour_live_split (const char   *typed,
                    TambourFacts *facts)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_live_free);
  gsize length = typed ? strlen (typed) : 0, from = 0;

  for (gsize i = 0; i < length;)
    {
      gsize n = measure_reference (typed + i);

      if (n == 0)
        {
          i++;
          continue;
        }
      if (i > from)
        g_ptr_array_add (list, new_stretch (TAMBOUR_LIVE_TEXT, typed, from, i - from));
      g_ptr_array_add (list, new_reference (facts, typed, i, n));
      from = i += n;
    }
  if (length > from)
    g_ptr_array_add (list, new_stretch (TAMBOUR_LIVE_TEXT, typed, from, length - from));

  return list;
}

/**
 * tambour_live_show:
 * @typed: a text with figures as `{cases.opened}`
 * @facts: the facts
 *
 * Returns: (transfer full): the same with their values, in the language of the review
 */
char *
tambour_live_show (const char   *typed,
                   TambourFacts *facts)
{
  g_autoptr(GPtrArray) list = tambour_live_split (typed, facts);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append (text, ((TambourLive *) g_ptr_array_index (list, i))->text);

  return g_string_free (text, FALSE);
}

/* --- numbers of a title -------------------------------------------------------- */

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c);
}

/* A number reaches over the signs within it: 1,234 and 97.9 and 2026-10-01. */
static gboolean
joins (const char *at,
       const char *next)
{
  gunichar c = g_utf8_get_char (at);

  return (c == ',' || c == '.' || c == '-' || c == 0xa0 || c == 0x202f || c == '\'') &&
         *next != '\0' && g_unichar_isdigit (g_utf8_get_char (next));
}

static gboolean
is_spelled (const char *word)
{
  for (gint64 n = 1; n <= MOST_SPELLED; n++)
    {
      g_autofree char *spelled = tambour_wording_spelled (n);
      g_autofree char *folded = g_utf8_casefold (spelled, -1);

      if (g_str_equal (folded, word))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_digit (const char *word)
{
  for (const char *c = word; *c; c = g_utf8_next_char (c))
    if (g_unichar_isdigit (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

/* Returns: where the word at @at ends */
static const char *
find_end (const char *at)
{
  gboolean in_number = FALSE;

  while (*at != '\0')
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if (!is_word_character (c) && !(in_number && joins (at, next)))
        break;
      in_number = g_unichar_isdigit (c) || (in_number && !is_word_character (c));
      at = next;
    }

  return at;
}

/* @numbers: the numbers of @title as they are compared, to how they stand there */
static GHashTable *
list_numbers (const char *title)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (const char *at = title; at && *at;)
    {
      const char *end = find_end (at);
      g_autofree char *word = g_strndup (at, end - at);
      g_autofree char *folded = g_utf8_casefold (word, -1);

      if (has_digit (word) || is_spelled (folded))
        g_hash_table_insert (numbers, g_steal_pointer (&folded), g_steal_pointer (&word));
      at = end > at ? end : g_utf8_next_char (at);
    }

  return numbers;
}

/**
 * tambour_live_find_stale:
 * @title: a title that was typed
 * @written_then: (nullable): what the program had written when it was typed
 * @written_now: (nullable): what it writes now
 *
 * A number that was taken over and that the program would no longer write is out of date;
 * one that the person brought along is that person's.
 *
 * Returns: (transfer full) (nullable): the first such number of @title, as it stands there
 */
char *
tambour_live_find_stale (const char *title,
                         const char *written_then,
                         const char *written_now)
{
  g_autoptr(GHashTable) then = list_numbers (written_then);
  g_autoptr(GHashTable) now = list_numbers (written_now);

  for (const char *at = title; at && *at;)
    {
      const char *end = find_end (at);
      g_autofree char *word = g_strndup (at, end - at);
      g_autofree char *folded = g_utf8_casefold (word, -1);

      if (g_hash_table_contains (then, folded) && !g_hash_table_contains (now, folded))
        return g_steal_pointer (&word);
      at = end > at ? end : g_utf8_next_char (at);
    }

  return NULL;
}

/* --- narratives ------------------------------------------------------------------ */

/**
 * tambour_paragraph_free:
 * @self: (transfer full): a paragraph
 */
void
tambour_paragraph_free (TambourParagraph *self)
{
  g_clear_pointer (&self->text, tambour_rich_free);
  g_free (self);
}

/* Adds @text, whose parts between two asterisks are bold. A figure never is markup. */
static void
add_words (TambourRich *rich,
           const char  *text,
           gboolean    *is_bold)
{
  g_auto(GStrv) parts = g_strsplit (text, "**", -1);

  for (guint i = 0; parts[i]; i++)
    {
      if (i > 0)
        *is_bold = !*is_bold;
      if (*parts[i] == '\0')
        continue;
      if (*is_bold)
        tambour_rich_add_bold (rich, parts[i]);
      else
        tambour_rich_add (rich, parts[i]);
    }
}

static TambourParagraph *
new_paragraph (const char   *typed,
               gboolean      is_item,
               gboolean      is_bold,
               TambourFacts *facts)
{
  g_autoptr(GPtrArray) list = tambour_live_split (typed, facts);
  TambourParagraph *self = g_new0 (TambourParagraph, 1);

  self->is_item = is_item;
  self->text = tambour_rich_new (NULL);
  for (guint i = 0; i < list->len; i++)
    {
      const TambourLive *live = g_ptr_array_index (list, i);

      if (live->kind == TAMBOUR_LIVE_TEXT)
        add_words (self->text, live->text, &is_bold);
      else if (is_bold)
        tambour_rich_add_bold (self->text, live->text);
      else
        tambour_rich_add (self->text, live->text);
    }

  return self;
}

/* What is read of a paragraph so far. */
typedef struct
{
  GString  *text;
  gboolean  is_item;
  gboolean  is_head;
} Reading;

/* Returns: how much of @text fits on a page, up to the end of a sentence or of a word if there is one */
static gsize
measure_piece (const char *text)
{
  gsize length = strlen (text);
  const char *end = g_utf8_find_prev_char (text, text + MIN (length, MOST_LENGTH) + 1);
  const char *stop;

  if (length <= MOST_LENGTH)
    return length;
  if ((stop = g_strrstr_len (text, end - text, ". ")) || (stop = g_strrstr_len (text, end - text, " ")))
    return stop + 1 - text;

  return end - text;
}

static void
end_paragraph (Reading      *reading,
               GPtrArray    *list,
               TambourFacts *facts)
{
  const char *text = reading->text->str;

  while (*text != '\0')
    {
      gsize length = measure_piece (text);
      g_autofree char *piece = g_strndup (text, length);

      g_ptr_array_add (list, new_paragraph (piece, reading->is_item, reading->is_head, facts));
      text += length;
    }

  g_string_truncate (reading->text, 0);
  reading->is_item = FALSE;
  reading->is_head = FALSE;
}

/**
 * tambour_live_paragraphs:
 * @narrative: (nullable): Markdown: paragraphs, lists, heads and **bold**; all else stands as it
 *   was typed
 * @facts: the facts
 *
 * Returns: (transfer full) (element-type TambourParagraph): what it says, with the values of
 *   its figures
 */
GPtrArray *
tambour_live_paragraphs (const char   *narrative,
                         TambourFacts *facts)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_paragraph_free);
  g_auto(GStrv) lines = g_strsplit (narrative ? narrative : "", "\n", -1);
  g_autoptr(GString) text = g_string_new (NULL);
  Reading reading = { text, FALSE, FALSE };

  for (guint i = 0; lines[i]; i++)
    {
      char *line = g_strstrip (lines[i]);
      gboolean is_item = g_str_has_prefix (line, "- ") || g_str_has_prefix (line, "* ");
      gboolean is_head = *line == '#' && line[strspn (line, "#")] == ' ';

      if (*line == '\0' || is_item || is_head || reading.is_head)
        end_paragraph (&reading, list, facts);
      if (is_item || is_head)
        {
          reading.is_item = is_item;
          reading.is_head = is_head;
          line = g_strchug (line + (is_item ? 1 : strspn (line, "#")));
        }
      if (reading.text->len > 0 && *line != '\0')
        g_string_append_c (reading.text, ' ');
      g_string_append (reading.text, line);
    }
  end_paragraph (&reading, list, facts);

  return list;
}
