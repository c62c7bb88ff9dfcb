/* tambour-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-database.h"

G_BEGIN_DECLS

/* How the index and everything beside it cut text into words. */
#define TAMBOUR_WORDS_TOKENIZER "unicode61"
#define TAMBOUR_WORDS_OPTIONS   "remove_diacritics 2"

/* The index knows the beginnings of words up to so many characters. */
#define TAMBOUR_WORDS_LONGEST_BEGINNING 4

/**
 * TambourWordFunc:
 * @word: a folded word, not zero-terminated
 * @length: its length in bytes
 * @start: where it starts in the text, in bytes
 * @end: where it ends
 * @user_data: what tambour_words_each() was given
 *
 * Returns: %FALSE to stop
 */
typedef gboolean (*TambourWordFunc) (const char *word,
                                     gsize       length,
                                     gsize       start,
                                     gsize       end,
                                     gpointer    user_data);

gboolean tambour_words_attach (TambourDatabase     *database,
                               GError             **error);
void     tambour_words_each   (TambourDatabase     *database,
                               const char          *text,
                               TambourWordFunc      func,
                               gpointer             user_data);
GStrv    tambour_words_split  (TambourDatabase     *database,
                               const char          *text,
                               gboolean            *is_open);
char    *tambour_words_match  (TambourDatabase     *database,
                               const char * const  *words,
                               gboolean             is_open);

G_END_DECLS
