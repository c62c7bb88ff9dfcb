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

static char *
fold (const char *at,
      gsize       length)
{
  g_autofree char *normal = g_utf8_normalize (at, (gssize) length, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal ? normal : "", -1);
}

/**
 * tambour_wall_words:
 * @text: (nullable): a text
 * @places: (nullable) (element-type TambourWallWord): where each stands is added there
 *
 * Returns: (transfer full) (element-type utf8): its words, whatever their case and what
 *   stands between them
 */
GPtrArray *
tambour_wall_words (const char *text,
                    GArray     *places)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = text; at != NULL && *at != '\0';)
    {
      const char *end = find_end (at);

      if (end == at)
        {
          at = g_utf8_next_char (at);
          continue;
        }

      g_ptr_array_add (words, fold (at, end - at));
      if (places != NULL)
        {
          TambourWallWord word = { 0, at - text, end - at };

          g_array_append_val (places, word);
        }
      at = end;
    }

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

/**
 * tambour_wall_is_long:
 * @words: (element-type utf8): the words of a sentence
 *
 * Returns: whether nobody would write it by chance
 */
gboolean
tambour_wall_is_long (GPtrArray *words)
{
  glong letters = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      letters += is_wide (g_utf8_get_char (word)) ? WIDE_LETTERS : g_utf8_strlen (word, -1);
    }

  return words->len >= SHINGLE && letters >= FEW_LETTERS;
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
             const char       *folded)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, folded));
  char *name;

  if (id > 0)
    return id;

  name = g_strdup (folded);
  g_ptr_array_add (self->names, name);
  g_hash_table_insert (self->ids, name, GUINT_TO_POINTER (self->names->len));

  return self->names->len;
}

static guint64
hash_words (const guint *ids,
            gsize        stride)
{
  guint64 hash = 14695981039346656037u;

  for (guint i = 0; i < SHINGLE; i++)
    hash = (hash ^ *(const guint *) ((const char *) ids + i * stride)) * 1099511628211u;

  return hash;
}

static void
add_places (TambourWallIndex *self,
            GArray           *words,
            guint             text)
{
  for (guint i = 0; i + SHINGLE <= words->len; i++)
    {
      guint64 hash = hash_words (&g_array_index (words, TambourWallWord, i).id, sizeof (TambourWallWord));
      GArray *places = g_hash_table_lookup (self->places, &hash);

      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->places, g_memdup2 (&hash, sizeof hash), places);
        }
      g_array_append_val (places, text);
      g_array_append_val (places, i);
    }
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

  self->texts = g_array_new (FALSE, FALSE, sizeof (TambourWallText));
  g_array_set_clear_func (self->texts, text_clear);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < tambour_shown_get_n (shown); i++)
    {
      TambourWallText text = { tambour_shown_get (shown, i), g_array_new (FALSE, FALSE, sizeof (TambourWallWord)) };
      g_autoptr(GPtrArray) words = tambour_wall_words (text.shown->text, text.words);

      for (guint j = 0; j < words->len; j++)
        g_array_index (text.words, TambourWallWord, j).id = number_word (self, g_ptr_array_index (words, j));
      add_places (self, text.words, i);
      g_array_append_val (self->texts, text);
    }

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
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_wall_index_word:
 * @self: an index
 * @folded: a word
 *
 * Returns: its id, 0 if it is in no text
 */
guint
tambour_wall_index_word (TambourWallIndex *self,
                         const char       *folded)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, folded));
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
  guint64 hash;
  GArray *places;

  for (guint i = 0; i < n_words; i++)
    if (words[i] == 0)
      return FALSE;

  hash = hash_words (words, sizeof *words);
  places = g_hash_table_lookup (self->places, &hash);
  for (guint i = 0; places && i + 1 < places->len; i += 2)
    {
      guint number = g_array_index (places, guint, i);

      if (!stands_at (&g_array_index (self->texts, TambourWallText, number), g_array_index (places, guint, i + 1), words, n_words))
        continue;

      *text = number;
      return TRUE;
    }

  return FALSE;
}
