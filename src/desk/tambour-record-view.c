/* tambour-record-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-authors.h"
#include "tambour-kinds.h"
#include "tambour-record-json.h"
#include "tambour-record-view.h"
#include "tambour-replica.h"

/* Nobody reads further back in one go. */
#define MAX_STEPS 500

/* Of a long list of ids, how many are looked up. */
#define MAX_IDS 50

static void
step_free (TambourRecordStep *step)
{
  g_clear_pointer (&step->by, g_free);
  g_clear_pointer (&step->label, g_free);
  g_clear_pointer (&step->action, g_free);
  g_clear_object (&step->before);
  g_clear_object (&step->after);
  g_clear_pointer (&step->fields, g_ptr_array_unref);
  g_free (step);
}

/**
 * tambour_record_view_free:
 * @self: (transfer full): a view
 */
void
tambour_record_view_free (TambourRecordView *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->changed_by, g_free);
  g_clear_pointer (&self->refused, g_free);
  g_free (self);
}

static void
referrers_free (TambourReferrers *referrers)
{
  g_clear_pointer (&referrers->records, g_ptr_array_unref);
  g_clear_pointer (&referrers->others, g_hash_table_unref);
  g_free (referrers);
}

/**
 * tambour_others_new:
 *
 * Returns: (transfer full): records by their ids, none yet
 */
GHashTable *
tambour_others_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * tambour_record_view_find:
 * @store: a store
 * @klass: a kind
 * @id: an id
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Returns: (transfer full) (nullable): the record, even if it has been removed
 */
TambourRecord *
tambour_record_view_find (TambourStore        *store,
                          TambourRecordClass  *klass,
                          const char          *id,
                          GError             **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (klass));
  g_autoptr(GPtrArray) found = NULL;

  tambour_query_with_deleted (query);
  if (!tambour_query_where (query, "id", TAMBOUR_IS, id, error) ||
      !(found = tambour_store_list (store, query, NULL, error)))
    return NULL;

  if (found->len > 0)
    return g_object_ref (g_ptr_array_index (found, 0));

  /* For the words of the error. */
  return tambour_store_get (store, klass, id, error);
}

static gboolean
is_id (const char *text)
{
  return text != NULL && strlen (text) == 36 && g_uuid_string_is_valid (text);
}

/* Some fields name records of any kind by their ids. */
static void
add_id (GHashTable   *others,
        TambourStore *store,
        const char   *id)
{
  TambourRecord *record;

  if (is_id (id) && !g_hash_table_contains (others, id) &&
      (record = tambour_store_find (store, id, NULL)))
    g_hash_table_insert (others, g_strdup (id), record);
}

/* A record that is called by another one needs that one too. */
static void
add_target (GHashTable   *others,
            TambourStore *store,
            const char   *kind,
            const char   *id)
{
  while (id != NULL && !g_hash_table_contains (others, id))
    {
      TambourRecordClass *klass = tambour_kinds_find (kind);
      TambourRecord *record = tambour_record_view_find (store, klass, id, NULL);

      if (record == NULL)
        return;

      g_hash_table_insert (others, g_strdup (id), record);
      if (klass->title == NULL || klass->title->kind != TAMBOUR_KIND_REF)
        return;

      kind = klass->title->target;
      id = TAMBOUR_FIELD_AT (klass->title, record, TambourRef).id;
    }
}

static void
add_labels (GHashTable         *others,
            TambourStore       *store,
            const TambourField *field,
            TambourRecord      *record)
{
  GStrv labels = TAMBOUR_FIELD_AT (field, record, GStrv);

  for (guint i = 0; labels != NULL && labels[i] != NULL && i < MAX_IDS; i++)
    add_id (others, store, labels[i]);
}

/**
 * tambour_others_add:
 * @others: records by their ids
 * @store: a store
 * @record: a record
 *
 * Adds the records that @record mentions, for their titles.
 */
void
tambour_others_add (GHashTable    *others,
                    TambourStore  *store,
                    TambourRecord *record)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (field->label == NULL)
        continue;

      if (field->kind == TAMBOUR_KIND_REF)
        add_target (others, store, field->target, TAMBOUR_FIELD_AT (field, record, TambourRef).id);
      else if (field->kind == TAMBOUR_KIND_LABELS)
        add_labels (others, store, field, record);
      else if (field->kind == TAMBOUR_KIND_TEXT)
        add_id (others, store, TAMBOUR_FIELD_AT (field, record, char *));
    }
}

static TambourRecord *
new_before (TambourRecord             *after,
            const TambourHistoryEntry *entry)
{
  TambourRecord *before = tambour_record_dup (after);
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (before);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, entry->before);
  while (json_object_iter_next (&iter, &name, &value))
    {
      const TambourField *field = tambour_record_class_find_field (klass, name);

      if (field != NULL)
        tambour_field_unpack (field, before, value, NULL);
      else if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING)
        g_set_str (&before->extra, *json_node_get_string (value) ? json_node_get_string (value) : NULL);
    }

  return before;
}

static TambourRecordStep *
step_new (const TambourHistoryEntry *entry,
          TambourRecord             *after,
          GHashTable                *authors)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (after);
  TambourRecordStep *step = g_new0 (TambourRecordStep, 1);

  step->change = entry->change;
  step->at = entry->at;
  step->by = g_strdup (tambour_authors_get_name (authors, entry->by));
  step->label = g_strdup (entry->label);
  step->action = g_strdup (entry->action);
  step->after = g_object_ref (after);
  step->fields = g_ptr_array_new ();
  if (entry->before == NULL)
    return step;

  step->before = new_before (after, entry);
  for (guint i = 0; i < klass->n_fields; i++)
    if (!tambour_field_equal (&klass->fields[i], step->before, after))
      g_ptr_array_add (step->fields, (gpointer) &klass->fields[i]);

  return step;
}

/* Each line says what was before; what came after it, the line after it does. */
static void
add_steps (TambourRecordView *self,
           GPtrArray         *history,
           GHashTable        *authors)
{
  TambourRecord *after = self->record;

  for (guint i = history->len; i > 0 && self->steps->len < MAX_STEPS; i--)
    {
      TambourRecordStep *step = step_new (g_ptr_array_index (history, i - 1), after, authors);

      g_ptr_array_add (self->steps, step);
      if (step->before == NULL)
        break;
      after = step->before;
    }
}

/* Where that cannot be read, the sync line still counts it. */
static void
read_refused (TambourRecordView *self,
              TambourStore      *store,
              const char        *id)
{
  const char *ids[] = { id, NULL };
  g_autoptr(GPtrArray) entries = tambour_replica_read (store, ids, NULL);
  const TambourReplicaEntry *entry = entries && entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;

  if (entry == NULL || entry->refused == NULL)
    return;

  self->refused = g_strdup (entry->refused);
  self->is_erased = entry->reason == TAMBOUR_REPLICA_ERASED;
}

/**
 * tambour_record_view_load:
 * @store: a store
 * @klass: a kind
 * @id: the id of a record of that kind, removed or not
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Returns: (transfer full) (nullable): what is shown of it
 */
TambourRecordView *
tambour_record_view_load (TambourStore        *store,
                          TambourRecordClass  *klass,
                          const char          *id,
                          GError             **error)
{
  g_autoptr(TambourRecordView) self = g_new0 (TambourRecordView, 1);
  g_autoptr(GHashTable) authors = NULL;
  g_autoptr(GPtrArray) history = NULL;

  self->others = tambour_others_new ();
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  if (!(self->record = tambour_record_view_find (store, klass, id, error)))
    return NULL;

  authors = tambour_authors_load (store);
  self->changed_by = g_strdup (tambour_authors_get_name (authors, self->record->updated_by));
  if (!(klass->traits & TAMBOUR_RECORD_DERIVED))
    {
      if (!(history = tambour_store_history_of (store, self->record, error)))
        return NULL;
      add_steps (self, history, authors);
      read_refused (self, store, id);
    }

  tambour_others_add (self->others, store, self->record);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const TambourRecordStep *step = g_ptr_array_index (self->steps, i);

      if (step->before != NULL)
        tambour_others_add (self->others, store, step->before);
    }

  return g_steal_pointer (&self);
}

static TambourQuery *
query_referrers (TambourRecordClass  *klass,
                 const TambourField  *field,
                 TambourRecord       *record,
                 GError             **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (G_TYPE_FROM_CLASS (klass));

  if (!tambour_query_where (query, field->name, TAMBOUR_IS, record->id, error) ||
      !tambour_query_order (query, "row", TRUE, error))
    return NULL;

  return g_steal_pointer (&query);
}

static gboolean
add_referrers (GPtrArray           *all,
               TambourStore        *store,
               TambourRecordClass  *klass,
               const TambourField  *field,
               TambourRecord       *record,
               guint                limit,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr(TambourQuery) query = query_referrers (klass, field, record, error);
  g_autoptr(GPtrArray) records = NULL;
  TambourReferrers *referrers;
  gint64 n;

  if (query == NULL || (n = tambour_store_count (store, query, error)) < 0)
    return FALSE;

  if (n == 0)
    return TRUE;

  tambour_query_limit (query, limit, 0);
  if (!(records = tambour_store_list (store, query, cancellable, error)))
    return FALSE;

  referrers = g_new0 (TambourReferrers, 1);
  referrers->klass = klass;
  referrers->field = field;
  referrers->n = n;
  referrers->records = g_steal_pointer (&records);
  referrers->others = tambour_others_new ();
  for (guint i = 0; i < referrers->records->len; i++)
    tambour_others_add (referrers->others, store, g_ptr_array_index (referrers->records, i));

  /* That they refer to it goes without saying, unless they are called by it. */
  if (klass->title != field)
    g_hash_table_remove (referrers->others, record->id);
  g_ptr_array_add (all, referrers);

  return TRUE;
}

/**
 * tambour_record_view_referrers:
 * @store: a store
 * @record: a record
 * @limit: how many records of each kind
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Finds what refers to @record. What belongs to an account is counted by
 * tambour_record_view_counts() instead.
 *
 * Returns: (transfer full) (nullable) (element-type TambourReferrers): the
 *   kinds and fields in which something does
 */
GPtrArray *
tambour_record_view_referrers (TambourStore   *store,
                               TambourRecord  *record,
                               guint           limit,
                               GCancellable   *cancellable,
                               GError        **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) referrers_free);
  const char *kind = TAMBOUR_RECORD_GET_CLASS (record)->kind;
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TambourRecordClass *klass = g_type_class_peek_static (types[i]);

      for (guint j = klass->n_common; j < klass->n_fields; j++)
        {
          if (klass->fields[j].kind != TAMBOUR_KIND_REF || !g_str_equal (klass->fields[j].target, kind))
            continue;

          if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
              !add_referrers (all, store, klass, &klass->fields[j], record, limit, cancellable, error))
            return NULL;
        }
    }

  return g_steal_pointer (&all);
}

/**
 * tambour_record_view_counts:
 * @store: a store
 * @account_id: an account
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TambourStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type TambourKindCount): how many
 *   records of each kind belong to the account; of kinds that can, even none
 */
GArray *
tambour_record_view_counts (TambourStore  *store,
                            const char    *account_id,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr(GArray) counts = g_array_new (FALSE, FALSE, sizeof (TambourKindCount));
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TambourKindCount count = { g_type_class_peek_static (types[i]), 0 };
      g_autoptr(TambourQuery) query = tambour_query_new (types[i]);

      if (types[i] == TAMBOUR_TYPE_ACCOUNT)
        continue;

      tambour_query_account (query, account_id);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (count.n = tambour_store_count (store, query, error)) < 0)
        return NULL;

      g_array_append_val (counts, count);
    }

  return g_steal_pointer (&counts);
}
