/* tambour-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-words.h"

/* More words than this do not make a search any narrower. */
#define MAX_WORDS 16

/* A hit in the title outweighs hits in the body. */
#define TITLE_WEIGHT 4
#define BODY_WEIGHT  1

/* The score of one match: which columns hold each word. No word is rarer than
 * another here: telling would mean to visit every match of every word, which
 * costs seconds for short prefixes (PERFORMANCE.md, Search).
 */
static void
weigh (const Fts5ExtensionApi  *api,
       Fts5Context             *match,
       sqlite3_context         *context,
       int                      n_values,
       sqlite3_value          **values)
{
  int n_words = api->xPhraseCount (match);
  int weight = 0;

  for (int i = 0; i < n_words; i++)
    {
      Fts5PhraseIter iter;
      int column;

      if (api->xPhraseFirstColumn (match, i, &iter, &column) != SQLITE_OK)
        continue;

      for (; column >= 0; api->xPhraseNextColumn (match, &iter, &column))
        weight += column == 0 ? TITLE_WEIGHT : BODY_WEIGHT;
    }

  sqlite3_result_int (context, weight);
}

/* Whether a text contains another, whatever the case; not stated contains nothing. */
static void
contains (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *part = (const char *) sqlite3_value_text (values[1]);
  char *wanted = sqlite3_get_auxdata (context, 1);
  g_autofree char *folded = NULL;

  if (text == NULL || part == NULL)
    return;

  folded = g_utf8_casefold (text, -1);
  if (wanted == NULL)
    {
      wanted = g_utf8_casefold (part, -1);
      sqlite3_result_int (context, strstr (folded, wanted) != NULL);
      sqlite3_set_auxdata (context, 1, wanted, g_free);
      return;
    }

  sqlite3_result_int (context, strstr (folded, wanted) != NULL);
}

static fts5_api *
get_api (sqlite3 *db)
{
  g_autoptr(sqlite3_stmt) statement = NULL;
  fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT fts5(?1)", -1, &statement, NULL) != SQLITE_OK)
    return NULL;

  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);

  return api;
}

/**
 * tambour_words_attach:
 * @database: a new connection
 * @error: return location for a #TambourStoreError
 *
 * Gives the connection the index's own tokenizer, for queries and snippets, and
 * the SQL functions `weigh`, which ranks matches, and `contains`.
 *
 * Returns: %FALSE if this SQLite has no FTS5
 */
gboolean
tambour_words_attach (TambourDatabase  *database,
                      GError          **error)
{
  const char *options[] = { "remove_diacritics", "2" };
  fts5_api *api = get_api (database->db);
  void *context = NULL;

  if (api == NULL ||
      api->xFindTokenizer (api, TAMBOUR_WORDS_TOKENIZER, &context, &database->words) != SQLITE_OK ||
      database->words.xCreate (context, options, G_N_ELEMENTS (options), &database->splitter) != SQLITE_OK ||
      api->xCreateFunction (api, "weigh", NULL, weigh, NULL) != SQLITE_OK ||
      sqlite3_create_function (database->db, "contains", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                               NULL, contains, NULL, NULL) != SQLITE_OK)
    return tambour_database_fail (database, error);

  return TRUE;
}

typedef struct
{
  TambourWordFunc func;
  gpointer        user_data;
} Each;

static int
take_word (void       *data,
           int         flags,
           const char *word,
           int         length,
           int         start,
           int         end)
{
  Each *each = data;

  return each->func (word, length, start, end, each->user_data) ? SQLITE_OK : SQLITE_DONE;
}

/**
 * tambour_words_each:
 * @database: a database
 * @text: any text
 * @func: called with each word
 * @user_data: for @func
 *
 * Cuts @text as the index does: folded, and without accents.
 */
void
tambour_words_each (TambourDatabase *database,
                    const char      *text,
                    TambourWordFunc  func,
                    gpointer         user_data)
{
  Each each = { func, user_data };

  database->words.xTokenize (database->splitter, &each, FTS5_TOKENIZE_AUX, text, strlen (text), take_word);
}

typedef struct
{
  GStrvBuilder *words;
  guint         n_words;
  gsize         end;
} Split;

static gboolean
add_word (const char *word,
          gsize       length,
          gsize       start,
          gsize       end,
          gpointer    user_data)
{
  Split *split = user_data;

  g_strv_builder_take (split->words, g_strndup (word, length));
  split->end = end;

  return ++split->n_words < MAX_WORDS;
}

/**
 * tambour_words_split:
 * @database: a database
 * @text: what somebody typed
 * @is_open: (out): whether the last word may go on: nothing follows it
 *
 * Returns: (transfer full): the folded words
 */
GStrv
tambour_words_split (TambourDatabase *database,
                     const char      *text,
                     gboolean        *is_open)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  Split split = { words, 0, 0 };

  tambour_words_each (database, text, add_word, &split);
  *is_open = split.end == strlen (text);

  return g_strv_builder_end (words);
}

/**
 * tambour_words_match:
 * @words: folded words
 * @is_open: whether the last is a prefix
 *
 * Every word is quoted, so that nothing that is typed is FTS5 syntax.
 *
 * Returns: (transfer full): an FTS5 expression for records with all of @words
 */
char *
tambour_words_match (const char *const *words,
                     gboolean            is_open)
{
  g_autoptr(GString) match = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    {
      g_autoptr(GString) word = g_string_new (words[i]);

      g_string_replace (word, "\"", "\"\"", 0);
      g_string_append_printf (match, "%s\"%s\"%s", i ? " " : "", word->str,
                              is_open && words[i + 1] == NULL ? "*" : "");
    }

  return g_string_free (g_steal_pointer (&match), FALSE);
}
