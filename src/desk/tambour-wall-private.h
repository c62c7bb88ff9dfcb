/* tambour-wall-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-wall.h"

G_BEGIN_DECLS

/**
 * TambourWallWord:
 * @id: the same for words that differ only in case
 * @from: where it begins in its text, in bytes; @length: how long it is there
 */
typedef struct
{
  guint id;
  gsize from;
  gsize length;
} TambourWallWord;

/**
 * TambourWallText:
 * @shown: what it says
 * @words: (element-type TambourWallWord): its words
 *
 * A text that is about to leave.
 */
typedef struct
{
  const TambourShownText *shown;
  GArray                 *words;
} TambourWallText;

/**
 * TambourWallPlace:
 * @text: the number of a text
 * @word: the number of a word in it: the first of a few in a row
 * @next: the number of the next place that is looked for alike, plus one; 0 after the last
 */
typedef struct
{
  guint text;
  guint word;
  guint next;
} TambourWallPlace;

/**
 * TambourWallIndex:
 * @texts: (element-type TambourWallText): in the order of the review
 * @ids: a folded word to its id, which is never 0
 * @names: an id less one to the folded word
 * @places: (element-type TambourWallPlace): where a few words stand in a row, in the order of the review
 * @first: (array length=n_first): by the hash of such words, the number of the first place plus one
 *
 * What is about to leave, by its words: what must not is held against it, line by line, so
 * that memory grows with the review and not with the portfolio.
 */
typedef struct
{
  GArray     *texts;
  GHashTable *ids;
  GPtrArray  *names;
  GArray     *places;
  guint      *first;
  guint       n_first;
} TambourWallIndex;

TambourWallIndex *tambour_wall_index_new  (TambourShown     *shown);
void              tambour_wall_index_free (TambourWallIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourWallIndex, tambour_wall_index_free)

gboolean   tambour_wall_index_find  (TambourWallIndex *self,
                                     const guint      *words,
                                     guint             n_words,
                                     guint            *text);
gboolean   tambour_wall_index_words (TambourWallIndex *self,
                                     const char       *sentence,
                                     GArray           *ids);

GPtrArray *tambour_wall_words       (const char       *text);
GPtrArray *tambour_wall_sentences   (const char       *text);
gboolean   tambour_wall_has_words   (GPtrArray        *words,
                                     GPtrArray        *part);

/* So many words in a row are as good as a sentence. */
#define TAMBOUR_WALL_WINDOW 8

/**
 * TambourWallFound:
 * @sentence: what was found, as it is stored
 * @text: the number of the text in which it stands
 * @words: (element-type utf8): the words that are the same
 *
 * Something internal that is about to leave, unless the customer may read it elsewhere.
 */
typedef struct
{
  TambourRecordClass *klass;
  const char         *field;
  char               *sentence;
  guint               text;
  GPtrArray          *words;
} TambourWallFound;

GPtrArray *tambour_wall_find_internal (TambourStore      *store,
                                       const char        *account_id,
                                       TambourWallIndex  *index,
                                       GCancellable      *cancellable,
                                       GError           **error);
gboolean   tambour_wall_drop_known    (TambourStore      *store,
                                       const char        *account_id,
                                       GPtrArray         *found,
                                       GCancellable      *cancellable,
                                       GError           **error);

G_END_DECLS
