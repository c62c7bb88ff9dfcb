/* tambour-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-words.h"

/* More words than this do not make a search any narrower. */
#define MAX_WORDS 16

/* How many words may start like the one that is being typed to be looked for one
 * by one.
 */
#define MAX_ENDINGS 32

/* A hit in the title outweighs hits in the body. */
#define TITLE_WEIGHT 4
#define BODY_WEIGHT  1

/* The columns that hold a phrase, as bits. */
static guint
columns_of (const Fts5ExtensionApi *api,
            Fts5Context            *match,
            int                     phrase)
{
  Fts5PhraseIter iter;
  guint columns = 0;
  int column;

  if (api->xPhraseFirstColumn (match, phrase, &iter, &column) != SQLITE_OK)
    return 0;

  for (; column >= 0; api->xPhraseNextColumn (match, &iter, &column))
    columns |= 1u << column;

  return columns;
}

static int
weight_of (guint columns)
{
  return (columns & 1 ? TITLE_WEIGHT : 0) + (columns & 2 ? BODY_WEIGHT : 0);
}

/* The score of one match: which columns hold each word; the phrases after the
 * first @values[0] are one word, whose end is open. No word is rarer than another
 * here: telling would mean to visit every match of every word, which costs seconds
 * for short prefixes (PERFORMANCE.md, Search).
 */
static void
weigh (const Fts5ExtensionApi  *api,
       Fts5Context             *match,
       sqlite3_context         *context,
       int                      n_values,
       sqlite3_value          **values)
{
  int n_phrases = api->xPhraseCount (match);
  int n_whole = n_values > 0 ? sqlite3_value_int (values[0]) : n_phrases;
  guint last = 0;
  int weight = 0;

  for (int i = 0; i < n_phrases; i++)
    {
      guint columns = columns_of (api, match, i);

      if (i < n_whole)
        weight += weight_of (columns);
      else
        last |= columns;
    }

  sqlite3_result_int (context, weight + weight_of (last));
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

/* The words of the index can be listed, one by one in their order, where a reader
 * may write nothing else.
 */
static gboolean
ensure_vocabulary (TambourDatabase *database)
{
  static const char sql[] =
    "PRAGMA query_only = OFF; "
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.\"words\" USING fts5vocab (main, search, instance)";
  gboolean is_reader;

  if (database->has_vocabulary)
    return TRUE;

  is_reader = tambour_database_get_int (database, "PRAGMA query_only") != 0;
  database->has_vocabulary = tambour_database_run (database, sql, NULL);
  if (is_reader)
    tambour_database_run (database, "PRAGMA query_only = ON", NULL);

  return database->has_vocabulary;
}

/* Returns: (transfer full) (nullable): the first word from @least on that starts
 *   so. Only where it is first is looked at: a word may be in every record.
 */
static char *
dup_ending (TambourDatabase *database,
            const char      *start,
            const char      *least)
{
  g_autoptr(TambourStatement) statement =
    tambour_database_keep (database, "SELECT term FROM temp.\"words\" WHERE term >= ?1 LIMIT 1", NULL);
  const char *word = NULL;
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, least, -1, SQLITE_STATIC);
  if (tambour_database_step (database, statement, &has_row, NULL) && has_row)
    word = (const char *) sqlite3_column_text (statement, 0);

  return word && g_str_has_prefix (word, start) ? g_strdup (word) : NULL;
}

/* Returns: (transfer full) (nullable): all words that start so, if they are few */
static GStrv
list_endings (TambourDatabase *database,
              const char      *start)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *least = g_strdup (start);
  char *word;

  for (guint i = 0; (word = dup_ending (database, start, least)) != NULL; i++)
    {
      g_strv_builder_take (words, word);
      if (i >= MAX_ENDINGS)
        return NULL;

      g_free (least);
      least = g_strconcat (word, "\001", NULL);
    }

  return g_strv_builder_end (words);
}

/* Quoted, so that nothing that is typed is FTS5 syntax. */
static void
append_quoted (GString    *match,
               const char *word)
{
  g_autoptr(GString) quoted = g_string_new (word);

  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_append_printf (match, "\"%s\"", quoted->str);
}

/* What starts like a long word is in no index of beginnings. FTS5 would put the
 * matches of all such words together before it gives the newest; it gives those
 * of words that are named as it finds them, in a tenth of the time.
 */
static void
append_open (GString         *match,
             TambourDatabase *database,
             const char      *start)
{
  g_auto(GStrv) endings = NULL;

  if (g_utf8_strlen (start, -1) > TAMBOUR_WORDS_LONGEST_BEGINNING && ensure_vocabulary (database))
    endings = list_endings (database, start);

  if (endings == NULL || endings[0] == NULL)
    {
      append_quoted (match, start);
      g_string_append_c (match, '*');
      return;
    }

  for (guint i = 0; endings[i]; i++)
    {
      g_string_append (match, i ? " OR " : "(");
      append_quoted (match, endings[i]);
    }
  g_string_append_c (match, ')');
}

/**
 * tambour_words_match:
 * @database: a database
 * @words: folded words
 * @is_open: whether the last is a prefix
 *
 * Returns: (transfer full): an FTS5 expression for records with all of @words. All
 *   but the last of them are its first phrases; what is after these stands for the
 *   last.
 */
char *
tambour_words_match (TambourDatabase    *database,
                     const char *const  *words,
                     gboolean            is_open)
{
  g_autoptr(GString) match = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    {
      g_string_append (match, i ? " AND " : "");
      if (is_open && words[i + 1] == NULL)
        append_open (match, database, words[i]);
      else
        append_quoted (match, words[i]);
    }

  return g_string_free (g_steal_pointer (&match), FALSE);
}
