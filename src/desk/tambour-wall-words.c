/* tambour-wall-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-wall-private.h"

#include <string.h>

/* So many words are looked up at once; no sentence of fewer counts. */
#define SHINGLE 4

/* A sentence of fewer letters says nothing that one could not have written oneself. A sign of a
 * script without spaces counts as a word, and as so many letters. */
#define FEW_LETTERS 20
#define WIDE_LETTERS 4

/* --- words --------------------------------------------------------------------- */

/* Goes from word to word of a text. */
typedef struct
{
  const char *from;    /* the word */
  const char *end;     /* where the next is looked for */
  GString    *folded;  /* the word as it is compared */
} Reader;

/* Scripts without spaces between words: every sign is one. */
static gboolean
is_wide (gunichar c)
{
  return g_unichar_iswide (c) && g_unichar_isalnum (c);
}

static const char *
find_end (const char *at)
{
  if (is_wide (g_utf8_get_char (at)))
    return g_utf8_next_char (at);

  while (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)) && !is_wide (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

static void
fold (Reader *self)
{
  g_autofree char *normal = g_utf8_normalize (self->from, self->end - self->from, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal ? normal : "", -1);

  g_string_assign (self->folded, folded);
}

/* Most words are of ASCII letters, which fold by themselves. */
static gboolean
read_plain (Reader *self)
{
  const char *at = self->from;

  g_string_truncate (self->folded, 0);
  for (; g_ascii_isalnum (*at); at++)
    g_string_append_c (self->folded, g_ascii_tolower (*at));
  self->end = at;

  return at > self->from && (guchar) *at < 0x80;
}

/* Returns: %FALSE if there are no more words */
static gboolean
read_word (Reader *self)
{
  for (self->from = self->end; *self->from != '\0'; self->from = g_utf8_next_char (self->from))
    {
      if (read_plain (self))
        return TRUE;

      self->end = find_end (self->from);
      if (self->end == self->from)
        continue;

      fold (self);
      return TRUE;
    }

  return FALSE;
}

/**
 * tambour_wall_words:
 * @text: (nullable): a text
 *
 * Returns: (transfer full) (element-type utf8): its words, whatever their case and what
 *   stands between them
 */
GPtrArray *
tambour_wall_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) folded = g_string_new (NULL);
  Reader reader = { .end = text ? text : "", .folded = folded };

  while (read_word (&reader))
    g_ptr_array_add (words, g_strndup (folded->str, folded->len));

  return words;
}

static gboolean
ends_sentence (const char *at)
{
  gunichar c = g_utf8_get_char (at);
  char next = at[1];

  if (c == '\n' || c == '\r' || c == '!' || c == '?' || c == ';' || c == 0x3002 || c == 0xff01 || c == 0xff1f)
    return TRUE;

  /* Not the point of 2.5 or of a file name. */
  return c == '.' && (next == '\0' || g_ascii_isspace (next) || next == '"' || next == ')');
}

/**
 * tambour_wall_sentences:
 * @text: a text
 *
 * Returns: (transfer full) (element-type utf8): its sentences and lines
 */
GPtrArray *
tambour_wall_sentences (const char *text)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      if (*at != '\0' && !ends_sentence (at))
        continue;
      if (at > start)
        g_ptr_array_add (list, g_strstrip (g_strndup (start, at - start)));
      if (*at == '\0')
        return list;
      start = g_utf8_next_char (at);
    }
}

/**
 * tambour_wall_has_words:
 * @words: (element-type utf8): the words of a text
 * @part: (element-type utf8): some words
 *
 * Returns: whether they stand there in a row
 */
gboolean
tambour_wall_has_words (GPtrArray *words,
                        GPtrArray *part)
{
  for (guint i = 0; part->len > 0 && i + part->len <= words->len; i++)
    {
      guint n = 0;

      while (n < part->len && g_str_equal (g_ptr_array_index (words, i + n), g_ptr_array_index (part, n)))
        n++;
      if (n == part->len)
        return TRUE;
    }

  return FALSE;
}

/* --- what is about to leave -------------------------------------------------------- */

static void
text_clear (gpointer data)
{
  TambourWallText *text = data;

  g_clear_pointer (&text->words, g_array_unref);
}

static guint
number_word (TambourWallIndex *self,
             const GString    *folded)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, folded->str));
  char *name;

  if (id > 0)
    return id;

  name = g_strndup (folded->str, folded->len);
  g_ptr_array_add (self->names, name);
  g_hash_table_insert (self->ids, name, GUINT_TO_POINTER (self->names->len));

  return self->names->len;
}

static GArray *
number_words (TambourWallIndex *self,
              const char       *text,
              GString          *folded)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (TambourWallWord));
  Reader reader = { .end = text, .folded = folded };

  while (read_word (&reader))
    {
      TambourWallWord word = { number_word (self, folded), reader.from - text, reader.end - reader.from };

      g_array_append_val (words, word);
    }

  return words;
}

static guint
hash_words (const guint *ids,
            gsize        stride)
{
  guint64 hash = 14695981039346656037u;

  for (guint i = 0; i < SHINGLE; i++)
    hash = (hash ^ *(const guint *) ((const char *) ids + i * stride)) * 1099511628211u;

  return (guint) (hash >> 32);
}

/* From the last to the first, so that the chains go from the first to the last. */
static void
chain_places (TambourWallIndex *self)
{
  for (guint i = self->places->len; i > 0; i--)
    {
      TambourWallPlace *place = &g_array_index (self->places, TambourWallPlace, i - 1);
      GArray *words = g_array_index (self->texts, TambourWallText, place->text).words;
      guint *first = &self->first[hash_words (&g_array_index (words, TambourWallWord, place->word).id, sizeof (TambourWallWord)) % self->n_first];

      place->next = *first;
      *first = i;
    }
}

static void
add_places (TambourWallIndex *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      guint n_words = g_array_index (self->texts, TambourWallText, i).words->len;

      for (guint j = 0; j + SHINGLE <= n_words; j++)
        g_array_append_vals (self->places, &(TambourWallPlace) { i, j, 0 }, 1);
    }

  self->n_first = MAX (self->places->len, 1);
  self->first = g_new0 (guint, self->n_first);
  chain_places (self);
}

/**
 * tambour_wall_index_new:
 * @shown: what is about to leave; must outlive the index
 *
 * Returns: (transfer full): it by its words
 */
TambourWallIndex *
tambour_wall_index_new (TambourShown *shown)
{
  TambourWallIndex *self = g_new0 (TambourWallIndex, 1);
  g_autoptr(GString) folded = g_string_new (NULL);

  self->texts = g_array_new (FALSE, FALSE, sizeof (TambourWallText));
  g_array_set_clear_func (self->texts, text_clear);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (TambourWallPlace));

  for (guint i = 0; i < tambour_shown_get_n (shown); i++)
    {
      const TambourShownText *text = tambour_shown_get (shown, i);

      g_array_append_vals (self->texts, &(TambourWallText) { text, number_words (self, text->text, folded) }, 1);
    }
  add_places (self);

  return self;
}

/**
 * tambour_wall_index_free:
 * @self: (transfer full): an index
 */
void
tambour_wall_index_free (TambourWallIndex *self)
{
  g_clear_pointer (&self->texts, g_array_unref);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_wall_index_words:
 * @self: an index
 * @sentence: a sentence
 * @ids: (element-type guint): gets the ids of its words, 0 for those that are in no text
 *
 * Returns: whether nobody would write the sentence by chance
 */
gboolean
tambour_wall_index_words (TambourWallIndex *self,
                          const char       *sentence,
                          GArray           *ids)
{
  g_autoptr(GString) folded = g_string_new (NULL);
  Reader reader = { .end = sentence, .folded = folded };
  glong letters = 0;

  g_array_set_size (ids, 0);
  while (read_word (&reader))
    {
      guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, folded->str));

      g_array_append_val (ids, id);
      letters += is_wide (g_utf8_get_char (folded->str)) ? WIDE_LETTERS : g_utf8_strlen (folded->str, (gssize) folded->len);
    }

  return ids->len >= SHINGLE && letters >= FEW_LETTERS;
}

static gboolean
stands_at (const TambourWallText *text,
           guint                  place,
           const guint           *words,
           guint                  n_words)
{
  if (place + n_words > text->words->len)
    return FALSE;

  for (guint i = 0; i < n_words; i++)
    if (g_array_index (text->words, TambourWallWord, place + i).id != words[i])
      return FALSE;

  return TRUE;
}

/**
 * tambour_wall_index_find:
 * @self: an index
 * @words: the ids of some words, at least four
 * @n_words: how many
 * @text: (out): the number of the first text in which they stand in a row
 *
 * Returns: whether there is one
 */
gboolean
tambour_wall_index_find (TambourWallIndex *self,
                         const guint      *words,
                         guint             n_words,
                         guint            *text)
{
  for (guint i = 0; i < n_words; i++)
    if (words[i] == 0)
      return FALSE;

  for (guint i = self->first[hash_words (words, sizeof *words) % self->n_first]; i > 0;)
    {
      const TambourWallPlace *place = &g_array_index (self->places, TambourWallPlace, i - 1);

      if (stands_at (&g_array_index (self->texts, TambourWallText, place->text), place->word, words, n_words))
        {
          *text = place->text;
          return TRUE;
        }
      i = place->next;
    }

  return FALSE;
}
