/* tambour-wall.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-wall-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-account.h"
#include "tambour-case.h"
#include "tambour-environment.h"
#include "tambour-people.h"
#include "tambour-roadmap.h"

G_DEFINE_QUARK (tambour-wall-error-quark, tambour_wall_error)

/* What is shorter than that is a word of its own in some text or other. */
#define SHORTEST_NAME 3

/* A name that is one word only counts if it is written as a name: “Harbour”, not “harbour”. */
typedef struct
{
  TambourLeakKind  kind;
  TambourRecord   *record;
  const char      *text;
  const char      *field;
  GPtrArray       *words;
} Phrase;

struct _TambourWall
{
  TambourStore *store;
  GPtrArray    *phrases;  /* Phrase */
  GHashTable   *by_word;  /* the first word of some to them (a GPtrArray) */
};

/* A scan while it is made. */
typedef struct
{
  TambourWall      *wall;
  const char       *account_id;
  TambourWallIndex *index;
  GCancellable     *cancellable;
  GPtrArray        *own;      /* the words of texts that are the account's own; NULL until one asks */
  GPtrArray        *leaks;
} Scan;

/* --- what must not leave ------------------------------------------------------------ */

static void
phrase_free (gpointer data)
{
  Phrase *phrase = data;

  g_clear_object (&phrase->record);
  g_clear_pointer (&phrase->words, g_ptr_array_unref);
  g_free (phrase);
}

static void
add_phrase (TambourWall     *self,
            TambourLeakKind  kind,
            TambourRecord   *record,
            const char      *field,
            const char      *text)
{
  g_autoptr(GPtrArray) words = tambour_wall_words (text);
  GPtrArray *same;
  Phrase *phrase;
  const char *first;

  if (words->len == 0 || g_utf8_strlen (text, -1) < SHORTEST_NAME)
    return;

  first = g_ptr_array_index (words, 0);
  phrase = g_new0 (Phrase, 1);
  phrase->kind = kind;
  phrase->record = g_object_ref (record);
  phrase->text = text;
  phrase->field = field;
  phrase->words = g_steal_pointer (&words);
  g_ptr_array_add (self->phrases, phrase);

  if (!(same = g_hash_table_lookup (self->by_word, first)))
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->by_word, (gpointer) first, same);
    }
  g_ptr_array_add (same, phrase);
}

static gboolean
add_accounts (TambourWall   *self,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) accounts = tambour_store_list (self->store, query, cancellable, error);

  for (guint i = 0; accounts && i < accounts->len; i++)
    {
      TambourAccount *account = g_ptr_array_index (accounts, i);

      if (account->name != NULL)
        add_phrase (self, TAMBOUR_LEAK_ACCOUNT, TAMBOUR_RECORD (account), "name", account->name);
    }

  return accounts != NULL;
}

static gboolean
add_plans (TambourWall   *self,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ROADMAP_ITEM);
  g_autoptr(GPtrArray) items = NULL;

  if (!tambour_query_where (query, "nda", TAMBOUR_IS, "true", error) ||
      !(items = tambour_store_list (self->store, query, cancellable, error)))
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      TambourRoadmapItem *item = g_ptr_array_index (items, i);

      if (item->title != NULL)
        add_phrase (self, TAMBOUR_LEAK_ROADMAP, TAMBOUR_RECORD (item), "title", item->title);
    }

  return TRUE;
}

/**
 * tambour_wall_new:
 * @store: a portfolio; the wall keeps a reference
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Reads the names of all accounts and the confidential plans.
 *
 * Returns: (transfer full) (nullable): a wall
 */
TambourWall *
tambour_wall_new (TambourStore  *store,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(TambourWall) self = g_new0 (TambourWall, 1);

  self->store = g_object_ref (store);
  self->phrases = g_ptr_array_new_with_free_func (phrase_free);
  self->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  if (!add_accounts (self, cancellable, error) || !add_plans (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_wall_free:
 * @self: (transfer full): a wall
 */
void
tambour_wall_free (TambourWall *self)
{
  g_clear_pointer (&self->by_word, g_hash_table_unref);
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_free (self);
}

/**
 * tambour_leak_free:
 * @self: (transfer full): a leak
 */
void
tambour_leak_free (TambourLeak *self)
{
  g_clear_pointer (&self->page, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->record_kind, g_free);
  g_clear_pointer (&self->record_id, g_free);
  g_clear_pointer (&self->field, g_free);
  g_free (self);
}

/* --- the account's own words ---------------------------------------------------------- */

typedef struct
{
  GType       type;
  const char *fields[3];
} OwnWords;

static gboolean
add_own_words (const TambourValue *values,
               gpointer            user_data)
{
  Scan *self = user_data;

  for (guint i = 0; i < 2; i++)
    if (values[i].text != NULL)
      g_ptr_array_add (self->own, tambour_wall_words (values[i].text));

  return TRUE;
}

/* What the customer calls itself, its products, its places and its people, and what it asked for. */
static gboolean
read_own (Scan    *self,
          GError **error)
{
  const OwnWords kinds[] = {
    { TAMBOUR_TYPE_ACCOUNT, { "name", "short_code", NULL } },
    { TAMBOUR_TYPE_CASE, { "product", "product", NULL } },
    { TAMBOUR_TYPE_COMPONENT, { "product", "vendor", NULL } },
    { TAMBOUR_TYPE_ENVIRONMENT, { "name", "site", NULL } },
    { TAMBOUR_TYPE_CONTACT, { "name", "title", NULL } },
    { TAMBOUR_TYPE_FR_EVIDENCE, { "quote", "source", NULL } },
  };

  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(TambourQuery) query = tambour_query_new (kinds[i].type);

      tambour_query_account (query, self->account_id);
      if (!tambour_store_each_values (self->wall->store, query, kinds[i].fields, add_own_words, self, self->cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* What the customer asked for by the name that it has here. */
static gboolean
read_requests (Scan    *self,
               GError **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_FEATURE_REQUEST);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_FR_EVIDENCE);
  g_autoptr(GPtrArray) evidence = NULL;

  tambour_query_account (query, self->account_id);
  if (!(evidence = tambour_store_list (self->wall->store, query, self->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < evidence->len; i++)
    {
      TambourFrEvidence *one = g_ptr_array_index (evidence, i);
      g_autoptr(TambourRecord) request = one->request_id.id ? tambour_store_get (self->wall->store, klass, one->request_id.id, NULL) : NULL;

      if (request != NULL && TAMBOUR_FEATURE_REQUEST (request)->title != NULL)
        g_ptr_array_add (self->own, tambour_wall_words (TAMBOUR_FEATURE_REQUEST (request)->title));
    }

  return TRUE;
}

static gboolean
is_own (Scan          *self,
        const Phrase  *phrase,
        gboolean      *own,
        GError       **error)
{
  *own = FALSE;
  if (self->own == NULL && (!read_own (self, error) || !read_requests (self, error)))
    return FALSE;

  for (guint i = 0; i < self->own->len && !*own; i++)
    *own = tambour_wall_has_words (g_ptr_array_index (self->own, i), phrase->words);

  return TRUE;
}

/* --- scanning -------------------------------------------------------------------------- */

static const char *
get_word (Scan                  *self,
          const TambourWallText *text,
          guint                  i)
{
  return g_ptr_array_index (self->index->names, g_array_index (text->words, TambourWallWord, i).id - 1);
}

static gboolean
stands_at (Scan                  *self,
           const TambourWallText *text,
           guint                  place,
           const Phrase          *phrase)
{
  if (place + phrase->words->len > text->words->len)
    return FALSE;

  for (guint i = 1; i < phrase->words->len; i++)
    if (!g_str_equal (get_word (self, text, place + i), g_ptr_array_index (phrase->words, i)))
      return FALSE;

  if (phrase->words->len == 1)
    {
      const TambourWallWord *word = &g_array_index (text->words, TambourWallWord, place);

      return strlen (phrase->text) >= word->length && strncmp (phrase->text, text->shown->text + word->from, word->length) == 0;
    }

  return TRUE;
}

/* Whether the phrase is no secret from this account at all. */
static gboolean
may_leave (Scan         *self,
           const Phrase *phrase)
{
  if (phrase->kind == TAMBOUR_LEAK_ROADMAP)
    return tambour_roadmap_item_may_leave (TAMBOUR_ROADMAP_ITEM (phrase->record), self->account_id);

  return g_str_equal (phrase->record->id, self->account_id);
}

static void
add_leak (Scan               *self,
          TambourLeakKind     kind,
          guint               text,
          const char         *words,
          TambourRecordClass *klass,
          const char         *id,
          const char         *field)
{
  const TambourShownText *shown = g_array_index (self->index->texts, TambourWallText, text).shown;
  TambourLeak *leak = g_new0 (TambourLeak, 1);

  leak->kind = kind;
  leak->page = g_strdup (shown->page);
  leak->text = g_strdup (words);
  leak->record_kind = g_strdup (klass->kind);
  leak->record_id = g_strdup (id);
  leak->field = g_strdup (field);
  g_ptr_array_add (self->leaks, leak);
}

/* One line for each page is enough. */
static gboolean
is_listed (Scan         *self,
           const Phrase *phrase,
           const char   *page)
{
  for (guint i = 0; i < self->leaks->len; i++)
    {
      const TambourLeak *leak = g_ptr_array_index (self->leaks, i);

      if (g_str_equal (leak->record_id, phrase->record->id) && g_strcmp0 (leak->page, page) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
scan_place (Scan    *self,
            guint    number,
            guint    place,
            GError **error)
{
  const TambourWallText *text = &g_array_index (self->index->texts, TambourWallText, number);
  GPtrArray *same = g_hash_table_lookup (self->wall->by_word, get_word (self, text, place));

  for (guint i = 0; same && i < same->len; i++)
    {
      const Phrase *phrase = g_ptr_array_index (same, i);
      gboolean own;

      if (!stands_at (self, text, place, phrase) || may_leave (self, phrase) || is_listed (self, phrase, text->shown->page))
        continue;
      if (!is_own (self, phrase, &own, error))
        return FALSE;
      if (!own)
        add_leak (self, phrase->kind, number, phrase->text, TAMBOUR_RECORD_GET_CLASS (phrase->record), phrase->record->id,
                  phrase->field);
    }

  return TRUE;
}

static gboolean
scan_phrases (Scan    *self,
              GError **error)
{
  for (guint i = 0; i < self->index->texts->len; i++)
    for (guint j = 0; j < g_array_index (self->index->texts, TambourWallText, i).words->len; j++)
      if (!scan_place (self, i, j, error))
        return FALSE;

  return TRUE;
}

/* Which record says it; the search itself reads only what they say. */
static char *
find_record (Scan                    *self,
             const TambourWallFound  *found,
             GError                 **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (found->klass));
  const TambourField *field = tambour_record_class_find_field (found->klass, found->field);
  g_autoptr(GPtrArray) list = NULL;

  tambour_query_account (query, self->account_id);
  if (!tambour_query_where (query, found->field, TAMBOUR_CONTAINS, found->sentence, error) ||
      !(list = tambour_store_list (self->wall->store, query, self->cancellable, error)))
    return NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const char *text = TAMBOUR_FIELD_AT (field, g_ptr_array_index (list, i), char *);

      if (text != NULL && strstr (text, found->sentence))
        return g_strdup (tambour_record_get_id (g_ptr_array_index (list, i)));
    }

  return g_strdup ("");
}

static gint
compare_found (gconstpointer a,
               gconstpointer b)
{
  const TambourWallFound *first = *(const TambourWallFound * const *) a;
  const TambourWallFound *second = *(const TambourWallFound * const *) b;

  if (first->text != second->text)
    return first->text < second->text ? -1 : 1;

  return strcmp (first->sentence, second->sentence);
}

static gboolean
scan_internal (Scan    *self,
               GError **error)
{
  g_autoptr(GPtrArray) found = tambour_wall_find_internal (self->wall->store, self->account_id, self->index, self->cancellable,
                                                           error);

  if (found == NULL || !tambour_wall_drop_known (self->wall->store, self->account_id, found, self->cancellable, error))
    return FALSE;

  g_ptr_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    {
      const TambourWallFound *one = g_ptr_array_index (found, i);
      g_autofree char *id = find_record (self, one, error);

      if (id == NULL)
        return FALSE;
      add_leak (self, TAMBOUR_LEAK_INTERNAL, one->text, one->sentence, one->klass, id, one->field);
    }

  return TRUE;
}

/**
 * tambour_wall_scan:
 * @self: a wall
 * @account_id: whom it is for
 * @shown: what is about to leave
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Looks for sentences of internal fields of the account, names of other accounts and
 * confidential plans, whatever their case and what stands between their words. No leak is what
 * is in the minutes of a call and in the customer's own papers, and a name that is also its own: of itself, of a product, a
 * place or a person, or of what it asked for. Thread-safe.
 *
 * Returns: (transfer full) (nullable) (element-type TambourLeak): what must not leave
 */
GPtrArray *
tambour_wall_scan (TambourWall   *self,
                   const char    *account_id,
                   TambourShown  *shown,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(TambourWallIndex) index = tambour_wall_index_new (shown);
  g_autoptr(GPtrArray) leaks = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_leak_free);
  g_autoptr(GPtrArray) own = NULL;
  Scan scan = { .wall = self, .account_id = account_id, .index = index, .cancellable = cancellable, .leaks = leaks };
  gboolean scanned = scan_phrases (&scan, error) && scan_internal (&scan, error);

  own = scan.own;

  return scanned ? g_steal_pointer (&leaks) : NULL;
}

/* --- what is said of it ------------------------------------------------------------------- */

/**
 * tambour_leak_dup_words:
 * @self: a leak
 *
 * Returns: (transfer full): what is wrong, where, and which record it comes from
 */
char *
tambour_leak_dup_words (const TambourLeak *self)
{
  g_autofree char *page = self->page ? g_strdup_printf (_("page %s"), self->page) : g_strdup (_("the document"));

  switch (self->kind)
    {
    case TAMBOUR_LEAK_INTERNAL:
      /* Translators: %1$s is a page, %2$s a sentence, %3$s a field of %4$s, a kind of record, %5$s its id. */
      return g_strdup_printf (_("%1$s: “%2$s” is internal (%3$s of %4$s %5$s)"), page, self->text, self->field, self->record_kind,
                              self->record_id);
    case TAMBOUR_LEAK_ACCOUNT:
      return g_strdup_printf (_("%1$s: “%2$s” is another account (%3$s of %4$s %5$s)"), page, self->text, self->field,
                              self->record_kind, self->record_id);
    case TAMBOUR_LEAK_ROADMAP:
      return g_strdup_printf (_("%1$s: “%2$s” is confidential and not released to this account (%3$s of %4$s %5$s)"), page,
                              self->text, self->field, self->record_kind, self->record_id);
    }

  g_assert_not_reached ();
}

/**
 * tambour_wall_check:
 * @self: a wall
 * @account_id: whom it is for
 * @shown: what is about to leave
 * @cancellable: (nullable): to stop
 * @error: return location for %TAMBOUR_WALL_ERROR_LEAK, whose message lists every leak on a line
 *   of its own
 *
 * Returns: whether all of it may leave
 */
gboolean
tambour_wall_check (TambourWall   *self,
                    const char    *account_id,
                    TambourShown  *shown,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(GPtrArray) leaks = tambour_wall_scan (self, account_id, shown, cancellable, error);
  g_autoptr(GString) message = NULL;

  if (leaks == NULL)
    return FALSE;
  if (leaks->len == 0)
    return TRUE;

  message = g_string_new (_("The review says what must not leave; take it out, or release it:"));
  for (guint i = 0; i < leaks->len; i++)
    {
      g_autofree char *words = tambour_leak_dup_words (g_ptr_array_index (leaks, i));

      g_string_append_printf (message, "\n  %s", words);
    }
  g_set_error_literal (error, TAMBOUR_WALL_ERROR, TAMBOUR_WALL_ERROR_LEAK, message->str);

  return FALSE;
}
