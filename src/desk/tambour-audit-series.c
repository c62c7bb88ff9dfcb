/* tambour-audit-series.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-audit-series.h"

#include <string.h>

static void
entry_free (gpointer data)
{
  TambourAuditEntry *self = data;

  g_clear_object (&self->audit);
  g_clear_pointer (&self->checklist, g_free);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_audit_compare:
 * @a: an audit
 * @b: an audit
 *
 * Returns: below 0 if @a comes before @b
 */
int
tambour_audit_compare (TambourAudit *a,
                       TambourAudit *b)
{
  if (a->on.julian != b->on.julian)
    return a->on.julian < b->on.julian ? -1 : 1;

  return strcmp (TAMBOUR_RECORD (a)->id, TAMBOUR_RECORD (b)->id);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const TambourAuditEntry *first = *(const TambourAuditEntry * const *) a;
  const TambourAuditEntry *second = *(const TambourAuditEntry * const *) b;

  return tambour_audit_compare (first->audit, second->audit);
}

/* A version of a checklist is a record of its own, with the same name. */
static gboolean
read_checklist (const TambourAccountReading  *reading,
                GHashTable                   *names,
                TambourAuditEntry            *entry,
                GError                      **error)
{
  const char *id = entry->audit->template_id.id;
  g_autoptr(TambourAuditTemplate) checklist = NULL;

  if (id == NULL)
    return TRUE;

  if (!g_hash_table_contains (names, id))
    {
      if (!tambour_account_reading_get (reading, TAMBOUR_TYPE_AUDIT_TEMPLATE, id, &checklist, error))
        return FALSE;
      g_hash_table_insert (names, g_strdup (id), g_strdup (checklist ? checklist->name : id));
    }

  entry->checklist = g_strdup (g_hash_table_lookup (names, id));

  return TRUE;
}

static void
take_answer (TambourAuditEntry  *entry,
             TambourAuditAnswer *answer)
{
  g_ptr_array_add (entry->answers, g_object_ref (answer));
  tambour_audit_tally_take (&entry->tally, answer);
}

static gboolean
read_answers (const TambourAccountReading  *reading,
              GHashTable                   *entries,
              GError                      **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_AUDIT_ANSWER);
  g_autofree gpointer *ids = g_hash_table_get_keys_as_array (entries, NULL);
  g_autoptr(GPtrArray) answers = NULL;

  if (g_hash_table_size (entries) == 0)
    return TRUE;

  if (!tambour_query_where_any (query, "audit_id", (const char * const *) ids, error) ||
      !(answers = tambour_store_list (reading->store, query, reading->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      TambourAuditAnswer *answer = g_ptr_array_index (answers, i);
      TambourAuditEntry *entry = g_hash_table_lookup (entries, answer->audit_id.id);

      if (entry != NULL)
        take_answer (entry, answer);
    }

  return TRUE;
}

static TambourAuditEntry *
find_before (GPtrArray *series,
             guint      position)
{
  const TambourAuditEntry *self = g_ptr_array_index (series, position);

  for (guint i = position; i-- > 0;)
    {
      TambourAuditEntry *entry = g_ptr_array_index (series, i);

      if (entry->audit->status == TAMBOUR_AUDIT_STATUS_FINAL && g_strcmp0 (entry->checklist, self->checklist) == 0)
        return entry;
    }

  return NULL;
}

static double
measure_change (const TambourAuditEntry *now,
                const TambourAuditEntry *then)
{
  g_autoptr(GHashTable) index = tambour_audit_index ();
  TambourAuditChange change = { 0 };

  for (guint i = 0; i < then->answers->len; i++)
    tambour_audit_index_take (index, g_ptr_array_index (then->answers, i));
  for (guint i = 0; i < now->answers->len; i++)
    tambour_audit_change_take (&change, index, g_ptr_array_index (now->answers, i));

  return tambour_audit_change_measure (&change);
}

static void
measure (GPtrArray *series,
         guint      position)
{
  TambourAuditEntry *entry = g_ptr_array_index (series, position);

  entry->score = tambour_audit_tally_score (&entry->tally);
  entry->before = find_before (series, position);
  entry->change = entry->before ? measure_change (entry, entry->before) : NAN;
}

/**
 * tambour_audit_series_load:
 * @reading: a reading
 * @audits: (element-type TambourAudit): audits of one account
 * @error: return location
 *
 * Reads their answers, and counts what they say. Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type TambourAuditEntry): the audits,
 *   the oldest first
 */
GPtrArray *
tambour_audit_series_load (const TambourAccountReading  *reading,
                           GPtrArray                    *audits,
                           GError                      **error)
{
  g_autoptr(GPtrArray) series = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) entries = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < audits->len; i++)
    {
      TambourAuditEntry *entry = g_new0 (TambourAuditEntry, 1);

      entry->audit = g_object_ref (g_ptr_array_index (audits, i));
      entry->answers = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (series, entry);
      g_hash_table_insert (entries, TAMBOUR_RECORD (entry->audit)->id, entry);
      if (!read_checklist (reading, names, entry, error))
        return NULL;
    }

  if (!read_answers (reading, entries, error))
    return NULL;

  g_ptr_array_sort (series, compare_entries);
  for (guint i = 0; i < series->len; i++)
    measure (series, i);

  return g_steal_pointer (&series);
}
