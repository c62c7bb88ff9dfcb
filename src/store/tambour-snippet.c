/* tambour-snippet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-snippet.h"
#include "tambour-table.h"
#include "tambour-words.h"

/* How long a snippet is, in bytes, and how much of it stands before the match. */
#define LENGTH 160
#define LEAD   40

/* What a word counts in the title and elsewhere, whole and as a beginning. */
#define WHOLE_IN_TITLE 8.0
#define START_IN_TITLE 5.0
#define WHOLE_IN_BODY  2.0
#define START_IN_BODY  1.0

#define NOT_FOUND G_MAXSIZE

typedef struct
{
  const char * const *words;
  gboolean           is_open;
  double             whole;
  double             start;
  double             score;
  guint              n_words;
  gsize              first;
  gsize              from;
  gsize              to;
  GArray            *spans;
} Look;

typedef enum
{
  MATCH_NONE,
  MATCH_START,
  MATCH_WHOLE,
} Match;

static Match
match_word (const Look *look,
            const char *word,
            gsize       length)
{
  Match best = MATCH_NONE;

  for (guint i = 0; look->words[i]; i++)
    {
      gsize wanted = strlen (look->words[i]);

      if (wanted > length || memcmp (word, look->words[i], wanted) != 0)
        continue;
      if (wanted == length)
        return MATCH_WHOLE;
      if (look->is_open && look->words[i + 1] == NULL)
        best = MATCH_START;
    }

  return best;
}

static gboolean
weigh_word (const char *word,
            gsize       length,
            gsize       start,
            gsize       end,
            gpointer    user_data)
{
  Look *look = user_data;
  Match match = match_word (look, word, length);

  look->n_words++;
  if (match != MATCH_NONE)
    look->score += match == MATCH_WHOLE ? look->whole : look->start;

  return TRUE;
}

static gboolean
seek_word (const char *word,
           gsize       length,
           gsize       start,
           gsize       end,
           gpointer    user_data)
{
  Look *look = user_data;

  if (match_word (look, word, length) == MATCH_NONE)
    return TRUE;

  look->first = start;

  return FALSE;
}

static gboolean
mark_word (const char *word,
           gsize       length,
           gsize       start,
           gsize       end,
           gpointer    user_data)
{
  Look *look = user_data;
  guint span[2] = { start, end };

  if (match_word (look, word, length) != MATCH_NONE)
    g_array_append_vals (look->spans, span, 2);

  return TRUE;
}

static char *
dup_text (const TambourField *field,
          TambourRecord      *record)
{
  return tambour_field_is_indexable (field) ? tambour_field_dup_text (field, record) : NULL;
}

/**
 * tambour_snippet_score:
 * @database: a database
 * @record: a record
 * @words: folded words
 * @is_open: whether the last is a prefix
 *
 * Returns: how well @record answers to @words: each hit counts less than the
 *   one before, and hits in a long text less than in a short one
 */
double
tambour_snippet_score (TambourDatabase    *database,
                       TambourRecord      *record,
                       const char *const *words,
                       gboolean            is_open)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  double score = 0;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      gboolean is_title = &klass->fields[i] == klass->title;
      g_autofree char *text = dup_text (&klass->fields[i], record);
      Look look = { .words = words, .is_open = is_open, .whole = is_title ? WHOLE_IN_TITLE : WHOLE_IN_BODY, .start = is_title ? START_IN_TITLE : START_IN_BODY };

      if (text == NULL)
        continue;

      tambour_words_each (database, text, weigh_word, &look);
      score += 10 * look.score / (10 + look.score + look.n_words / 4.0);
    }

  return score;
}

/* The text to show: the first in which a word is found, the title last; without
 * any, the first that says something.
 */
static char *
choose_text (TambourDatabase *database,
             TambourRecord   *record,
             Look            *look)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  g_autofree char *fallback = NULL;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *text = &klass->fields[i] == klass->title ? NULL : dup_text (&klass->fields[i], record);

      if (text == NULL)
        continue;

      look->first = NOT_FOUND;
      tambour_words_each (database, text, seek_word, look);
      if (look->first != NOT_FOUND)
        return g_steal_pointer (&text);
      if (fallback == NULL)
        fallback = g_steal_pointer (&text);
    }

  look->first = 0;

  return fallback ? g_steal_pointer (&fallback) : tambour_record_dup_title (record);
}

/* A piece around byte @first that begins and ends between words. */
static char *
cut (const char *text,
     gsize       first)
{
  gsize length = strlen (text);
  const char *from = first > LEAD ? g_utf8_find_prev_char (text, text + first - LEAD + 1) : text;
  const char *to = (gsize) (from - text) + LENGTH < length ? g_utf8_find_prev_char (text, from + LENGTH + 1) : text + length;
  g_autofree char *piece = NULL;

  while (from > text && from < text + first && !g_ascii_isspace (from[-1]))
    from = g_utf8_next_char (from);
  while (to < text + length && to > text + first + 1 && !g_ascii_isspace (*to))
    to = g_utf8_find_prev_char (text, to);
  if (to <= from)
    to = text + length;

  piece = g_strndup (from, to - from);
  g_strdelimit (piece, "\n\r\t", ' ');

  return g_strconcat (from > text ? "… " : "", piece, to < text + length ? " …" : "", NULL);
}

/**
 * tambour_snippet_make:
 * @database: a database
 * @record: a record
 * @words: folded words
 * @is_open: whether the last is a prefix
 * @spans: (out) (transfer full): start and end of every match, in bytes
 *
 * Returns: (transfer full): a piece of what the record says, around the first
 *   match outside its title, in one line
 */
char *
tambour_snippet_make (TambourDatabase     *database,
                      TambourRecord       *record,
                      const char *const  *words,
                      gboolean             is_open,
                      GArray             **spans)
{
  Look look = { .words = words, .is_open = is_open };
  g_autofree char *text = choose_text (database, record, &look);
  char *snippet = cut (text, look.first);

  look.spans = *spans = g_array_new (FALSE, FALSE, sizeof (guint));
  tambour_words_each (database, snippet, mark_word, &look);

  return snippet;
}
