/* tambour-wall-internal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-wall-private.h"

#include <string.h>

#include "tambour-kinds.h"

/* As many fields as are read at once. */
#define MOST_FIELDS 10

/* While the records of one kind are held against what is about to leave. */
typedef struct
{
  TambourWallIndex   *index;
  TambourRecordClass *klass;
  const char         *fields[MOST_FIELDS + 1];
  GArray             *ids;   /* the words of the sentence that is being looked for */
  GPtrArray          *found;
} Search;

static void
found_free (gpointer data)
{
  TambourWallFound *found = data;

  g_clear_pointer (&found->sentence, g_free);
  g_clear_pointer (&found->words, g_ptr_array_unref);
  g_free (found);
}

/* --- which fields are internal --------------------------------------------------- */

/* What the program keeps of a record, and what a review is made of and says itself. */
static gboolean
is_bookkeeping (TambourRecordClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  return (klass->traits & TAMBOUR_RECORD_DERIVED) != 0 || type == TAMBOUR_TYPE_REPORT || type == TAMBOUR_TYPE_SNAPSHOT ||
         type == TAMBOUR_TYPE_FIGURE || type == TAMBOUR_TYPE_CONFLICT || type == TAMBOUR_TYPE_ATTACHMENT ||
         type == TAMBOUR_TYPE_PLAN_CATALOGUE;
}

static gboolean
is_internal (TambourRecordClass *klass,
             guint               i)
{
  const TambourField *field = &klass->fields[i];

  if (field->kind != TAMBOUR_KIND_TEXT || (field->flags & TAMBOUR_FIELD_CUSTOMER))
    return FALSE;

  return i >= klass->n_common || field->offset == G_STRUCT_OFFSET (TambourRecord, note);
}

static gboolean
is_note (GType type)
{
  return type == TAMBOUR_TYPE_WORKFLOW_NOTE || type == TAMBOUR_TYPE_INFRA_NOTE || type == TAMBOUR_TYPE_OBJECTIVE_NOTE;
}

/* --- sentences --------------------------------------------------------------------- */

static void
add_found (Search     *self,
           const char *field,
           const char *sentence,
           guint       text,
           guint       from,
           guint       n)
{
  TambourWallFound *found = g_new0 (TambourWallFound, 1);
  g_autoptr(GPtrArray) words = tambour_wall_words (sentence);

  found->klass = self->klass;
  found->field = field;
  found->sentence = g_strdup (sentence);
  found->text = text;
  found->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (found->words, g_strdup (g_ptr_array_index (words, from + i)));
  g_ptr_array_add (self->found, found);
}

/* A short sentence has to be there as a whole, of a long one a part is enough. */
static void
search_sentence (Search     *self,
                 const char *field,
                 const char *sentence)
{
  guint window, text;

  if (!tambour_wall_index_words (self->index, sentence, self->ids))
    return;

  window = MIN (self->ids->len, TAMBOUR_WALL_WINDOW);
  for (guint i = 0; i + window <= self->ids->len; i++)
    if (tambour_wall_index_find (self->index, &g_array_index (self->ids, guint, i), window, &text))
      {
        add_found (self, field, sentence, text, i, window);
        return;
      }
}

static void
search_text (Search     *self,
             const char *field,
             const char *text)
{
  g_autoptr(GPtrArray) sentences = NULL;

  /* The id of a record tells nobody anything; evidence names records by it. */
  if (g_uuid_string_is_valid (text))
    return;

  sentences = tambour_wall_sentences (text);
  for (guint i = 0; i < sentences->len; i++)
    search_sentence (self, field, g_ptr_array_index (sentences, i));
}

static gboolean
search_values (const TambourValue *values,
               gpointer            user_data)
{
  Search *self = user_data;

  for (guint i = 0; self->fields[i] != NULL; i++)
    if (values[i].text != NULL)
      search_text (self, self->fields[i], values[i].text);

  return TRUE;
}

/* --- the records of the account ------------------------------------------------------ */

static TambourQuery *
query_account (GType       type,
               const char *account_id)
{
  TambourQuery *query = tambour_query_new (type);

  tambour_query_account (query, account_id);

  return query;
}

/* A kind with nothing internal but the remark that every record can have is read only where
 * there is one: there are many samples of usage. */
static gboolean
search_kind (Search        *self,
             TambourStore  *store,
             const char    *account_id,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(TambourQuery) query = query_account (G_TYPE_FROM_CLASS (self->klass), account_id);
  guint n = 0;

  for (guint i = 0; i < self->klass->n_fields && n < MOST_FIELDS; i++)
    if (is_internal (self->klass, i))
      self->fields[n++] = self->klass->fields[i].name;
  self->fields[n] = NULL;

  if (n == 0 || (n == 1 && !tambour_query_where (query, self->fields[0], TAMBOUR_IS_NOT, NULL, error)))
    return n == 0;

  return tambour_store_each_values (store, query, self->fields, search_values, self, cancellable, error);
}

/* Fields that a customer may read, of records that are not for customers. */
static gboolean
search_where (Search        *self,
              TambourStore  *store,
              const char    *account_id,
              const char    *where,
              const char    *value,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(TambourQuery) query = query_account (G_TYPE_FROM_CLASS (self->klass), account_id);
  guint n = 0;

  for (guint i = self->klass->n_common; i < self->klass->n_fields && n < MOST_FIELDS; i++)
    if (self->klass->fields[i].kind == TAMBOUR_KIND_TEXT && (self->klass->fields[i].flags & TAMBOUR_FIELD_LONG))
      self->fields[n++] = self->klass->fields[i].name;
  self->fields[n] = NULL;

  if (n == 0 || !tambour_query_where (query, where, TAMBOUR_IS, value, error))
    return n == 0;

  return tambour_store_each_values (store, query, self->fields, search_values, self, cancellable, error);
}

static gboolean
search_notes (Search        *self,
              TambourStore  *store,
              const char    *account_id,
              GCancellable  *cancellable,
              GError       **error)
{
  GType type = G_TYPE_FROM_CLASS (self->klass);

  if (type == TAMBOUR_TYPE_CASE_EVENT)
    return search_where (self, store, account_id, "kind",
                         tambour_choice_nick (TAMBOUR_TYPE_EVENT_KIND, TAMBOUR_EVENT_KIND_INTERNAL_NOTE), cancellable, error);
  if (is_note (type))
    return search_where (self, store, account_id, "visibility",
                         tambour_choice_nick (tambour_visibility_get_type (), TAMBOUR_VISIBILITY_INTERNAL), cancellable, error);

  return TRUE;
}

/**
 * tambour_wall_find_internal:
 * @store: a store
 * @account_id: an account
 * @index: what is about to leave
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Holds every internal text of the account against @index. Each is read once, and none is kept.
 *
 * Returns: (transfer full) (nullable) (element-type TambourWallFound): what is in both
 */
GPtrArray *
tambour_wall_find_internal (TambourStore      *store,
                            const char        *account_id,
                            TambourWallIndex  *index,
                            GCancellable      *cancellable,
                            GError           **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (found_free);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (types[i]);
      Search search = { .index = index, .klass = klass, .ids = ids, .found = found };

      if (is_bookkeeping (klass))
        continue;
      if (!search_kind (&search, store, account_id, cancellable, error) ||
          !search_notes (&search, store, account_id, cancellable, error))
        return NULL;
    }

  return g_steal_pointer (&found);
}

/* --- what the customer may read anyway ------------------------------------------------- */

/* From the minutes of a call come the actions and decisions that the customer has in writing. A
 * remark of ours stays ours wherever somebody has copied it to. */
static gboolean
is_minutes (const TambourWallFound *found)
{
  return G_TYPE_FROM_CLASS (found->klass) == TAMBOUR_TYPE_ENGAGEMENT && strcmp (found->field, "body") == 0;
}

static gboolean
has_minutes (GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    if (is_minutes (g_ptr_array_index (found, i)))
      return TRUE;

  return FALSE;
}

static gboolean
is_known_text (const char *text,
               GPtrArray  *found)
{
  g_autoptr(GPtrArray) words = tambour_wall_words (text);

  for (guint i = found->len; i > 0; i--)
    {
      TambourWallFound *one = g_ptr_array_index (found, i - 1);

      if (is_minutes (one) && tambour_wall_has_words (words, one->words))
        g_ptr_array_remove_index (found, i - 1);
    }

  return !has_minutes (found);
}

static gboolean
drop_record (TambourRecord *record,
             gpointer       user_data)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  GPtrArray *found = user_data;

  if (TAMBOUR_IS_CASE_EVENT (record) && TAMBOUR_CASE_EVENT (record)->kind == TAMBOUR_EVENT_KIND_INTERNAL_NOTE)
    return TRUE;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];
      const char *text;

      if (field->kind != TAMBOUR_KIND_TEXT || !(field->flags & TAMBOUR_FIELD_CUSTOMER))
        continue;
      text = TAMBOUR_FIELD_AT (field, record, char *);
      if (text != NULL && is_known_text (text, found))
        return FALSE;
    }

  return TRUE;
}

/* Of notes only those that are for customers say what a customer knows. */
static gboolean
drop_kind (TambourStore        *store,
           TambourRecordClass  *klass,
           const char          *account_id,
           GPtrArray           *found,
           GCancellable        *cancellable,
           GError             **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (klass));

  if (account_id != NULL)
    tambour_query_account (query, account_id);
  if (is_note (G_TYPE_FROM_CLASS (klass)) &&
      !tambour_query_where (query, "visibility", TAMBOUR_IS,
                            tambour_choice_nick (tambour_visibility_get_type (), TAMBOUR_VISIBILITY_CUSTOMER), error))
    return FALSE;

  return tambour_store_each (store, query, drop_record, found, cancellable, error);
}

/**
 * tambour_wall_drop_known:
 * @store: a store
 * @account_id: an account
 * @found: (element-type TambourWallFound): what is internal and about to leave
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Takes what also stands in a field that the customer may read out of @found, if it is of the
 * minutes of a call: it is no secret. Reads as much as the account has, but only where something
 * was found.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_wall_drop_known (TambourStore  *store,
                         const char    *account_id,
                         GPtrArray     *found,
                         GCancellable  *cancellable,
                         GError       **error)
{
  /* Of everybody, and read by customers. */
  const GType shared[] = { TAMBOUR_TYPE_KNOWN_ISSUE, TAMBOUR_TYPE_ROOT_CAUSE, TAMBOUR_TYPE_FEATURE_REQUEST,
                           TAMBOUR_TYPE_LIBRARY_ITEM };
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types && has_minutes (found); i++)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (types[i]);

      if (!is_bookkeeping (klass) && !drop_kind (store, klass, account_id, found, cancellable, error))
        return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (shared) && has_minutes (found); i++)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (shared[i]);

      if (!drop_kind (store, klass, NULL, found, cancellable, error))
        return FALSE;
    }

  return TRUE;
}
