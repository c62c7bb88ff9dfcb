/* tambour-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-kinds.h"
#include "tambour-snippet.h"
#include "tambour-store-private.h"
#include "tambour-table.h"
#include "tambour-words.h"

/* How many of the newest matches are ranked, at most; of those, how many are
 * read and ranked by what they really say.
 */
#define N_RANKED 2000
#define N_READ   100

#define DEFAULT_LIMIT 50

/* How many records one exact number or code can stand for. */
#define MAX_EXACT 5

/**
 * tambour_hit_free:
 * @hit: (transfer full): a hit
 */
void
tambour_hit_free (TambourHit *hit)
{
  g_clear_pointer (&hit->id, g_free);
  g_clear_pointer (&hit->account_id, g_free);
  g_clear_pointer (&hit->title, g_free);
  g_clear_pointer (&hit->snippet, g_free);
  g_clear_pointer (&hit->spans, g_array_unref);
  g_free (hit);
}

/* A record that was found, before it is shown. */
typedef struct
{
  TambourRecord *record;
  double         score;
} Found;

static void
clear_found (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->record);
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *first = a, *second = b;

  if (first->score != second->score)
    return first->score < second->score ? 1 : -1;

  return first->record->row < second->record->row ? 1 : -1;
}

static gboolean
is_found (GArray *found,
          gint64  row)
{
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, Found, i).record->row == row)
      return TRUE;

  return FALSE;
}

static gboolean
add_row (TambourDatabase  *database,
         GArray           *found,
         gint64            row,
         double            score,
         GError          **error)
{
  const TambourTable *table = tambour_table_of_row (row);
  Found entry = { NULL, score };

  if (table == NULL || is_found (found, row))
    return TRUE;

  if (!tambour_table_load_row (table, database, row, &entry.record, error))
    return FALSE;

  if (entry.record != NULL)
    g_array_append_val (found, entry);

  return TRUE;
}

/* Numbers and codes are what is looked up by text. */
static gboolean
is_code (TambourRecordClass *klass,
         const TambourField *field)
{
  return field->kind == TAMBOUR_KIND_TEXT && (field->flags & TAMBOUR_FIELD_INDEXED) != 0 &&
         field->offset != G_STRUCT_OFFSET (TambourRecord, external_system);
}

/* The statement for all codes of one kind; known by the address of its text. */
static const char *
get_code_sql (TambourRecordClass *klass)
{
  static const char *known[TAMBOUR_ROW_STEP];
  const TambourTable *table = tambour_table_get (klass);
  const char *sql = g_atomic_pointer_get (&known[klass->number]);
  g_autoptr(GString) text = NULL;

  if (sql != NULL)
    return sql;

  text = g_string_new (NULL);
  for (guint i = 0; i < klass->n_fields; i++)
    if (is_code (klass, &klass->fields[i]))
      g_string_append_printf (text, "%sSELECT * FROM (SELECT \"row\" FROM %s WHERE \"deleted_at\" IS NULL AND \"%s\" IN (?1, ?2) LIMIT %d)",
                              text->len ? " UNION ALL " : "", table->name, klass->fields[i].name, MAX_EXACT);

  sql = g_intern_string (text->str);
  g_atomic_pointer_set (&known[klass->number], sql);

  return sql;
}

static gboolean
find_codes_of (TambourDatabase     *database,
               TambourRecordClass  *klass,
               const char          *code,
               GArray              *found,
               GError             **error)
{
  g_autofree char *upper = g_ascii_strup (code, -1);
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, get_code_sql (klass), error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, code, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, upper, -1, SQLITE_STATIC);
  while (tambour_database_step (database, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (!add_row (database, found, sqlite3_column_int64 (statement, 0), TAMBOUR_SNIPPET_EXACT, error))
        return FALSE;
    }

  return FALSE;
}

/* A case number or short code as it is written stands before all words. */
static gboolean
find_codes (TambourDatabase  *database,
            const char       *text,
            GArray           *found,
            GError          **error)
{
  g_autofree char *code = g_strstrip (g_strdup (text));
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  if (strpbrk (code, " \t\n") != NULL || *code == '\0')
    return TRUE;

  for (guint i = 0; i < n_types; i++)
    {
      TambourRecordClass *klass = g_type_class_peek_static (types[i]);

      if (!(klass->traits & TAMBOUR_RECORD_DERIVED) && !find_codes_of (database, klass, code, found, error))
        return FALSE;
    }

  return TRUE;
}

/* A row's number grows with time, so the newest matches come first and the rest
 * is not even looked at (PERFORMANCE.md, Search).
 */
static gboolean
find_words (TambourDatabase  *database,
            const char       *match,
            guint             n_whole,
            guint             n_wanted,
            GArray           *found,
            GError          **error)
{
  static const char sql[] =
    "SELECT r FROM (SELECT rowid AS r, weigh (\"search\", ?4) AS w FROM \"search\" WHERE \"search\" MATCH ?1 ORDER BY rowid DESC LIMIT ?2) "
    "ORDER BY w DESC, r DESC LIMIT ?3";
  g_autoptr(TambourStatement) statement = tambour_database_keep (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 2, N_RANKED);
  sqlite3_bind_int (statement, 3, n_wanted);
  sqlite3_bind_int (statement, 4, n_whole);
  while (tambour_database_step (database, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (!add_row (database, found, sqlite3_column_int64 (statement, 0), 0, error))
        return FALSE;
    }

  return FALSE;
}

static TambourHit *
make_hit (TambourDatabase    *database,
          const Found        *found,
          const char *const *words,
          gboolean            is_open)
{
  TambourHit *hit = g_new0 (TambourHit, 1);

  hit->klass = TAMBOUR_RECORD_GET_CLASS (found->record);
  hit->id = g_strdup (found->record->id);
  hit->account_id = g_strdup (found->record->account_id.id);
  hit->title = tambour_record_dup_title (found->record);
  hit->score = found->score;
  hit->snippet = tambour_snippet_make (database, found->record, words, is_open, &hit->spans);

  return hit;
}

static gboolean
find_all (TambourDatabase     *database,
          const char          *text,
          const char *const  *words,
          gboolean             is_open,
          guint                limit,
          GArray              *found,
          GError             **error)
{
  guint n_words = g_strv_length ((GStrv) words);
  g_autofree char *match = tambour_words_match (database, words, is_open);

  if (!find_codes (database, text, found, error))
    return FALSE;

  if (*match != '\0' && !find_words (database, match, is_open ? n_words - 1 : n_words, MAX (limit, N_READ), found, error))
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    g_array_index (found, Found, i).score += tambour_snippet_score (database, g_array_index (found, Found, i).record, words, is_open);
  g_array_sort (found, compare_found);

  return TRUE;
}

/**
 * tambour_store_search:
 * @self: a store
 * @text: what somebody typed; every word must be there, the last may go on
 * @limit: how many hits at most, or 0 for 50
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Searches records of all kinds, whatever the case and accents of @text. The
 * best of the newest 2,000 matches come first, those that are exactly called
 * @text before all.
 *
 * Returns: (transfer full) (nullable) (element-type TambourHit): the hits
 */
GPtrArray *
tambour_store_search (TambourStore  *self,
                      const char    *text,
                      guint          limit,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(TambourReader) reader = tambour_store_take_reader (self, cancellable, error);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr(GPtrArray) hits = NULL;
  g_auto(GStrv) words = NULL;
  gboolean is_open;

  g_return_val_if_fail (text != NULL, NULL);

  if (reader == NULL)
    return NULL;

  limit = limit == 0 ? DEFAULT_LIMIT : MIN (limit, N_RANKED);
  g_array_set_clear_func (found, clear_found);
  words = tambour_words_split (reader->database, text, &is_open);
  if (!find_all (reader->database, text, (const char * const *) words, is_open, limit, found, error))
    return NULL;

  hits = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_hit_free);
  for (guint i = 0; i < MIN (found->len, limit); i++)
    g_ptr_array_add (hits, make_hit (reader->database, &g_array_index (found, Found, i),
                                     (const char * const *) words, is_open));

  return g_steal_pointer (&hits);
}
