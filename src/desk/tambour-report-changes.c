/* tambour-report-changes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-report-changes.h"

#include <math.h>
#include <string.h>

#include "tambour-authors.h"
#include "tambour-fact-text.h"
#include "tambour-review.h"

/* What is the same for a figure in both reports. */
typedef struct
{
  TambourStore      *store;
  GCancellable      *cancellable;
  TambourReportFile *then;
  TambourReportFile *now;
  GPtrArray         *causes;  /* Difference */
} Restating;

/* A record that is not what it was.
 * @touches: the ids of it and of what it refers to */
typedef struct
{
  TambourCauseKind  kind;
  TambourRecord    *record;
  GStrv             fields;
  GHashTable       *touches;
} Difference;

/* --- records that are not what they were ---------------------------------------- */

static void
difference_free (gpointer data)
{
  Difference *difference = data;

  g_clear_object (&difference->record);
  g_clear_pointer (&difference->fields, g_strfreev);
  g_clear_pointer (&difference->touches, g_hash_table_unref);
  g_free (difference);
}

/* What the program keeps of a record has no part in a figure. */
static gboolean
is_counted (TambourRecordClass *klass,
            guint               i)
{
  return i >= klass->n_common || klass->fields[i].offset == G_STRUCT_OFFSET (TambourRecord, account_id);
}

static GStrv
list_fields (TambourRecord *then,
             TambourRecord *now)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (then);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_counted (klass, i) && !tambour_field_equal (&klass->fields[i], then, now))
      g_strv_builder_add (builder, klass->fields[i].name);

  return g_strv_builder_end (builder);
}

static void
touch (GHashTable    *touches,
       TambourRecord *record)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  g_hash_table_add (touches, g_strdup (record->id));
  for (guint i = klass->n_common; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TAMBOUR_KIND_REF && tambour_field_is_stated (&klass->fields[i], record))
      g_hash_table_add (touches, g_strdup (TAMBOUR_FIELD_AT (&klass->fields[i], record, TambourRef).id));
}

static void
add_difference (GPtrArray        *list,
                TambourCauseKind  kind,
                TambourRecord    *then,
                TambourRecord    *now,
                GStrv             fields)
{
  Difference *difference = g_new0 (Difference, 1);

  difference->kind = kind;
  difference->record = g_object_ref (now ? now : then);
  difference->fields = fields;
  difference->touches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (then != NULL)
    touch (difference->touches, then);
  if (now != NULL)
    touch (difference->touches, now);
  g_ptr_array_add (list, difference);
}

static GHashTable *
index_records (TambourFacts *facts)
{
  GHashTable *records = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < facts->records->len; i++)
    {
      GPtrArray *list = g_ptr_array_index (facts->records, i);

      for (guint j = 0; j < list->len; j++)
        {
          TambourRecord *record = g_ptr_array_index (list, j);

          g_hash_table_insert (records, record->id, record);
        }
    }
  g_hash_table_insert (records, TAMBOUR_RECORD (facts->account)->id, facts->account);

  return records;
}

static gint
compare_differences (gconstpointer a,
                     gconstpointer b)
{
  const Difference *first = *(const Difference * const *) a;
  const Difference *second = *(const Difference * const *) b;
  guint one = TAMBOUR_RECORD_GET_CLASS (first->record)->number;
  guint other = TAMBOUR_RECORD_GET_CLASS (second->record)->number;

  return one != other ? (one > other) - (one < other) : strcmp (first->record->id, second->record->id);
}

static GPtrArray *
list_differences (TambourFacts *then,
                  TambourFacts *now)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (difference_free);
  g_autoptr(GHashTable) old = index_records (then);
  g_autoptr(GHashTable) new = index_records (now);
  GHashTableIter iter;
  gpointer id, record;

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &id, &record))
    {
      TambourRecord *other = g_hash_table_lookup (new, id);
      GStrv fields = other ? list_fields (record, other) : NULL;

      if (other == NULL)
        add_difference (list, TAMBOUR_CAUSE_REMOVED, record, NULL, NULL);
      else if (fields[0] != NULL)
        add_difference (list, TAMBOUR_CAUSE_CHANGED, record, other, g_steal_pointer (&fields));
      g_strfreev (fields);
    }

  g_hash_table_iter_init (&iter, new);
  while (g_hash_table_iter_next (&iter, &id, &record))
    if (!g_hash_table_contains (old, id))
      add_difference (list, TAMBOUR_CAUSE_ADDED, NULL, record, NULL);

  g_ptr_array_sort (list, compare_differences);

  return list;
}

/* --- why a figure is another one ------------------------------------------------- */

static void
cause_free (gpointer data)
{
  TambourReportCause *cause = data;

  g_clear_object (&cause->record);
  g_clear_pointer (&cause->fields, g_strfreev);
  g_clear_pointer (&cause->by, g_free);
  g_clear_pointer (&cause->label, g_free);
  g_free (cause);
}

static gboolean
is_meant (const Difference          *difference,
          const TambourHistoryEntry *entry)
{
  switch (difference->kind)
    {
    case TAMBOUR_CAUSE_ADDED:
      return g_str_equal (entry->action, "created") || g_str_equal (entry->action, "restored");
    case TAMBOUR_CAUSE_REMOVED:
      return g_str_equal (entry->action, "removed") || g_str_equal (entry->action, "changed");
    case TAMBOUR_CAUSE_CHANGED:
      for (guint i = 0; entry->before && difference->fields[i]; i++)
        if (json_object_has_member (entry->before, difference->fields[i]))
          return TRUE;
      return FALSE;
    case TAMBOUR_CAUSE_DEFINITION:
      return FALSE;
    }

  g_assert_not_reached ();
}

/* The last line of the history that did it. */
static gboolean
add_history (Restating           *self,
             const Difference    *difference,
             TambourReportCause  *cause,
             GError             **error)
{
  g_autoptr(GPtrArray) history = tambour_store_history (self->store, difference->record->id, error);

  if (history == NULL)
    return FALSE;

  for (guint i = history->len; i > 0; i--)
    {
      const TambourHistoryEntry *entry = g_ptr_array_index (history, i - 1);

      if (!is_meant (difference, entry))
        continue;

      cause->change = entry->change;
      cause->at = entry->at;
      cause->by = tambour_authors_dup_name (self->store, entry->by);
      cause->label = g_strdup (entry->label);
      return TRUE;
    }

  return TRUE;
}

static gboolean
touches_any (const Difference *difference,
             GPtrArray        *ids)
{
  for (guint i = 0; ids && i < ids->len; i++)
    if (g_hash_table_contains (difference->touches, g_ptr_array_index (ids, i)))
      return TRUE;

  return FALSE;
}

static gboolean
touches_excluded (const Difference *difference,
                  GArray           *excluded)
{
  for (guint i = 0; i < excluded->len; i++)
    if (g_hash_table_contains (difference->touches, g_array_index (excluded, TambourExcluded, i).id))
      return TRUE;

  return FALSE;
}

static gboolean
has_part_in (const Difference  *difference,
             const TambourFact *fact)
{
  return fact != NULL && (touches_any (difference, fact->now.ids) || touches_excluded (difference, fact->now.excluded));
}

static gboolean
add_causes (Restating            *self,
            TambourReportChange  *change,
            GError              **error)
{
  TambourFact *then = tambour_facts_find (self->then->facts, change->key);
  TambourFact *now = tambour_facts_find (self->now->facts, change->key);

  for (guint i = 0; i < self->causes->len; i++)
    {
      const Difference *difference = g_ptr_array_index (self->causes, i);
      TambourReportCause *cause;

      if (!has_part_in (difference, then) && !has_part_in (difference, now))
        continue;

      cause = g_new0 (TambourReportCause, 1);
      cause->kind = difference->kind;
      cause->record = g_object_ref (difference->record);
      cause->fields = g_strdupv (difference->fields);
      cause->at.seconds = TAMBOUR_NEVER;
      g_ptr_array_add (change->causes, cause);
      if (!add_history (self, difference, cause, error))
        return FALSE;
    }

  return TRUE;
}

/* --- figures ------------------------------------------------------------------------ */

static void
change_free (gpointer data)
{
  TambourReportChange *change = data;

  g_clear_pointer (&change->key, g_free);
  g_clear_pointer (&change->name, g_free);
  g_clear_pointer (&change->subject, g_free);
  g_clear_pointer (&change->unit, g_free);
  g_clear_pointer (&change->then, g_free);
  g_clear_pointer (&change->now, g_free);
  g_clear_pointer (&change->causes, g_ptr_array_unref);
  g_free (change);
}

static TambourReportChange *
new_change (const char *key)
{
  TambourReportChange *change = g_new0 (TambourReportChange, 1);

  change->key = g_strdup (key);
  change->then_value = TAMBOUR_NO_NUMBER;
  change->now_value = TAMBOUR_NO_NUMBER;
  change->causes = g_ptr_array_new_with_free_func (cause_free);

  return change;
}

static void
set_then (TambourReportChange *change,
          TambourFigure       *figure)
{
  change->then = g_strdup (figure->text);
  change->then_value = figure->value;
  change->then_version = figure->definition_version == TAMBOUR_NO_COUNT ? 0 : (guint) figure->definition_version;
  if (change->name == NULL)
    {
      change->name = g_strdup (figure->key);
      change->subject = g_strdup (figure->params);
      change->unit = g_strdup (figure->unit);
    }
}

static void
set_then_fact (TambourReportChange *change,
               TambourFact         *fact)
{
  change->then = tambour_fact_now (fact);
  change->then_value = fact->now.value;
  change->then_version = fact->version;
  if (change->name == NULL)
    {
      change->name = g_strdup (fact->name);
      change->subject = g_strdup (fact->subject);
      change->unit = g_strdup (tambour_unit_name (fact->unit));
    }
}

static void
set_now (TambourReportChange *change,
         TambourFact         *fact)
{
  change->name = g_strdup (fact->name);
  change->subject = g_strdup (fact->subject);
  change->unit = g_strdup (tambour_unit_name (fact->unit));
  change->now = tambour_fact_now (fact);
  change->now_value = fact->now.value;
  change->now_version = fact->version;
}

static TambourReportChange *
find_or_add (GPtrArray  *list,
             GHashTable *by_key,
             const char *key)
{
  TambourReportChange *change = g_hash_table_lookup (by_key, key);

  if (change != NULL)
    return change;

  change = new_change (key);
  g_ptr_array_add (list, change);
  g_hash_table_insert (by_key, change->key, change);

  return change;
}

/**
 * tambour_report_compare:
 * @then: an earlier review
 * @now: a later one
 *
 * What @then says is what it said when it was finished. Texts are in the language of @now.
 *
 * Returns: (transfer full) (element-type TambourReportChange): every figure of either, in the
 *   order of @now
 */
GPtrArray *
tambour_report_compare (TambourReportFile *then,
                        TambourReportFile *now)
{
  const TambourReviewSettings settings = { 0 };
  GPtrArray *list = g_ptr_array_new_with_free_func (change_free);
  g_autoptr(GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);

  tambour_review_use_language (now->facts, &settings);
  for (guint i = 0; i < now->facts->all->len; i++)
    {
      TambourFact *fact = g_ptr_array_index (now->facts->all, i);

      set_now (find_or_add (list, by_key, fact->key), fact);
    }

  for (guint i = 0; i < then->figures->len; i++)
    {
      TambourFigure *figure = g_ptr_array_index (then->figures, i);

      set_then (find_or_add (list, by_key, figure->key), figure);
    }
  for (guint i = 0; then->figures->len == 0 && i < then->facts->all->len; i++)
    {
      TambourFact *fact = g_ptr_array_index (then->facts->all, i);

      set_then_fact (find_or_add (list, by_key, fact->key), fact);
    }

  return list;
}

static gboolean
is_same_value (double a,
               double b)
{
  return isnan (a) ? isnan (b) : a == b;
}

static gboolean
is_same (const TambourReportChange *change)
{
  return g_strcmp0 (change->then, change->now) == 0 && is_same_value (change->then_value, change->now_value) &&
         change->then_version == change->now_version;
}

/**
 * tambour_report_restated:
 * @store: a store
 * @then: the finished review
 * @now: the one that restates it
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * A record has a part in a figure if that was counted from it, or left it out, or was counted
 * from what it refers to: a message belongs to the figures of its case.
 *
 * Returns: (transfer full) (nullable) (element-type TambourReportChange): the figures that say
 *   something else, and why
 */
GPtrArray *
tambour_report_restated (TambourStore       *store,
                         TambourReportFile  *then,
                         TambourReportFile  *now,
                         GCancellable       *cancellable,
                         GError            **error)
{
  g_autoptr(GPtrArray) list = tambour_report_compare (then, now);
  g_autoptr(GPtrArray) differences = list_differences (then->facts, now->facts);
  Restating restating = { store, cancellable, then, now, differences };

  for (guint i = list->len; i > 0; i--)
    {
      TambourReportChange *change = g_ptr_array_index (list, i - 1);

      if (is_same (change))
        {
          g_ptr_array_remove_index (list, i - 1);
          continue;
        }
      if (change->then_version != change->now_version)
        {
          TambourReportCause *cause = g_new0 (TambourReportCause, 1);

          cause->kind = TAMBOUR_CAUSE_DEFINITION;
          cause->at.seconds = TAMBOUR_NEVER;
          g_ptr_array_add (change->causes, cause);
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !add_causes (&restating, change, error))
        return NULL;
    }

  return g_steal_pointer (&list);
}
