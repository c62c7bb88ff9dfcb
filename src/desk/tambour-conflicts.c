/* tambour-conflicts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-conflicts-private.h"

#include "tambour-authors.h"
#include "tambour-kinds.h"

/* The field of a conflict where one side removed what the other edited. */
#define REMOVAL "deleted_at"

static void
clear_side (TambourConflictSide *side)
{
  g_clear_object (&side->record);
  g_clear_pointer (&side->by, g_free);
}

/*
 * tambour_conflict_part_free:
 * @part: (transfer full): a conflict
 */
void
tambour_conflict_part_free (TambourConflictPart *part)
{
  g_clear_object (&part->conflict);
  g_clear_object (&part->base);
  clear_side (&part->kept);
  clear_side (&part->other);
  g_free (part);
}

/**
 * tambour_conflict_group_free:
 * @self: (transfer full): a group
 */
void
tambour_conflict_group_free (TambourConflictGroup *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->account);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_conflict_answer_new:
 * @conflict: the id of a conflict
 * @choice: how it is settled
 * @text: (nullable): a value that neither side wrote
 *
 * Returns: (transfer full): an answer
 */
TambourConflictAnswer *
tambour_conflict_answer_new (const char            *conflict,
                             TambourConflictChoice  choice,
                             const char            *text)
{
  TambourConflictAnswer *self = g_new0 (TambourConflictAnswer, 1);

  self->conflict = g_strdup (conflict);
  self->choice = choice;
  self->text = g_strdup (text);

  return self;
}

/**
 * tambour_conflict_answer_free:
 * @self: (transfer full): an answer
 */
void
tambour_conflict_answer_free (TambourConflictAnswer *self)
{
  g_clear_pointer (&self->conflict, g_free);
  g_clear_pointer (&self->text, g_free);
  g_free (self);
}

static TambourQuery *
new_query (GError **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CONFLICT);

  if (!tambour_query_where (query, "settled_at", TAMBOUR_IS, NULL, error))
    return NULL;

  return g_steal_pointer (&query);
}

/**
 * tambour_conflicts_count:
 * @store: a store
 * @error: return location
 *
 * Blocks.
 *
 * Returns: how many conflicts are open, or -1 on error
 */
gint64
tambour_conflicts_count (TambourStore  *store,
                         GError       **error)
{
  g_autoptr(TambourQuery) query = new_query (error);

  return query ? tambour_store_count (store, query, error) : -1;
}

/* Returns: (transfer full): a copy of @record that says in @field what @text says; what
 * cannot be read is not stated
 */
static TambourRecord *
dup_saying (TambourRecord      *record,
            const TambourField *field,
            const char         *text)
{
  TambourRecord *copy = tambour_record_dup (record);

  if (!tambour_field_set_text (field, copy, text ? text : "", NULL))
    {
      tambour_field_clear (field, copy);
      tambour_field_init (field, copy);
    }

  return copy;
}

/* Text of several lines that is not the id of another record. */
static gboolean
can_keep_both (const TambourField *field)
{
  return field->kind == TAMBOUR_KIND_TEXT && (field->flags & TAMBOUR_FIELD_LONG);
}

/* Of two values there is no third; what is no field of a form is not for people. */
static gboolean
can_write (const TambourField *field)
{
  g_autoptr(GEnumClass) choices = field->kind == TAMBOUR_KIND_CHOICE ? g_type_class_ref (field->choice ()) : NULL;

  return field->label != NULL && field->kind != TAMBOUR_KIND_FLAG && (choices == NULL || choices->n_values > 2) &&
         !(field->flags & (TAMBOUR_FIELD_FIXED | TAMBOUR_FIELD_CONTENT));
}

/* Who wrote what the record says now: the side that was kept, unless somebody has
 * written the field since.
 */
static void
say_who_kept (TambourConflictPart *part,
              TambourRecord       *record)
{
  g_autoptr(TambourRecord) then = dup_saying (record, part->field, part->conflict->kept);
  gboolean is_kept = part->is_removal || tambour_field_equal (part->field, then, record);

  part->kept.record = g_object_ref (record);
  part->kept.by = g_strdup (is_kept ? part->conflict->kept_by : record->updated_by);
  part->kept.at = is_kept ? part->conflict->kept_at : record->updated_at;
}

/*
 * tambour_conflict_part_new:
 * @conflict: an open conflict
 * @record: what it is about
 *
 * Returns: (transfer full) (nullable): what is to be decided; %NULL for a field that
 *   this version does not know
 */
TambourConflictPart *
tambour_conflict_part_new (TambourConflict *conflict,
                           TambourRecord   *record)
{
  const TambourField *field = tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (record), conflict->field);
  TambourConflictPart *part;

  if (field == NULL)
    return NULL;

  part = g_new0 (TambourConflictPart, 1);
  part->conflict = g_object_ref (conflict);
  part->field = field;
  part->is_removal = g_str_equal (conflict->field, REMOVAL);
  part->can_keep_both = can_keep_both (field);
  part->can_write = !part->is_removal && can_write (field);
  part->base = dup_saying (record, field, conflict->base);
  say_who_kept (part, record);
  part->other.record = dup_saying (record, field, conflict->other);
  part->other.by = g_strdup (conflict->other_by);
  part->other.at = conflict->other_at;

  return part;
}

/*
 * tambour_conflict_find_record:
 * @store: a store
 * @conflict: a conflict
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it is about, removed or not; %NULL without
 *   @error if it is not here
 */
TambourRecord *
tambour_conflict_find_record (TambourStore     *store,
                              TambourConflict  *conflict,
                              GError          **error)
{
  TambourRecordClass *klass = conflict->record_kind ? tambour_kinds_find (conflict->record_kind) : NULL;
  g_autoptr(GError) failure = NULL;
  TambourRecord *record;

  if (klass == NULL)
    return tambour_store_find (store, conflict->record_id, NULL);

  record = tambour_record_view_find (store, klass, conflict->record_id, &failure);
  if (record == NULL && !g_error_matches (failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&failure));

  return record;
}

static TambourConflictGroup *
group_new (TambourStore  *store,
           TambourRecord *record)
{
  TambourConflictGroup *group = g_new0 (TambourConflictGroup, 1);
  TambourRecordClass *accounts = tambour_kinds_find ("account");

  group->record = g_object_ref (record);
  group->others = tambour_others_new ();
  group->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_conflict_part_free);
  tambour_others_add (group->others, store, record);
  if (record->account_id.id != NULL)
    group->account = tambour_record_view_find (store, accounts, record->account_id.id, NULL);

  return group;
}

static void
name_side (TambourConflictSide *side,
           GHashTable          *authors)
{
  const char *name = tambour_authors_get_name (authors, side->by);

  if (name != side->by)
    g_set_str (&side->by, name);
}

static void
add_part (TambourConflictGroup *group,
          TambourStore         *store,
          TambourConflict      *conflict,
          GHashTable           *authors)
{
  TambourConflictPart *part = tambour_conflict_part_new (conflict, group->record);

  if (part == NULL)
    return;

  name_side (&part->kept, authors);
  name_side (&part->other, authors);
  tambour_others_add (group->others, store, part->base);
  tambour_others_add (group->others, store, part->other.record);
  g_ptr_array_add (group->parts, part);
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const TambourConflictPart *one = *(const TambourConflictPart * const *) a;
  const TambourConflictPart *other = *(const TambourConflictPart * const *) b;

  /* A record's own fields before those that every kind has. */
  if (one->field->label == NULL || other->field->label == NULL)
    return (one->field->label == NULL) - (other->field->label == NULL);

  return one->field < other->field ? -1 : one->field > other->field;
}

/* The fields of every kind come first in the table, and last for people. */
static void
sort_parts (TambourConflictGroup *group)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (group->record);
  g_autoptr(GPtrArray) common = g_ptr_array_new ();

  g_ptr_array_sort (group->parts, compare_parts);
  while (group->parts->len > 0 &&
         ((TambourConflictPart *) g_ptr_array_index (group->parts, 0))->field < klass->fields + klass->n_common)
    g_ptr_array_add (common, g_ptr_array_steal_index (group->parts, 0));
  g_ptr_array_extend_and_steal (group->parts, g_steal_pointer (&common));
}

/**
 * tambour_conflicts_list:
 * @store: a store
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * What this version or this computer does not know the record of is left out; it
 * stays open. Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type TambourConflictGroup): the open
 *   conflicts, those of one record together, the oldest first
 */
GPtrArray *
tambour_conflicts_list (TambourStore  *store,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(TambourQuery) query = new_query (error);
  g_autoptr(GPtrArray) conflicts = query ? tambour_store_list (store, query, cancellable, error) : NULL;
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_conflict_group_free);
  g_autoptr(GHashTable) by_record = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) authors = NULL;

  if (conflicts == NULL)
    return NULL;

  authors = tambour_authors_load (store);

  for (guint i = 0; i < conflicts->len; i++)
    {
      TambourConflict *conflict = g_ptr_array_index (conflicts, i);
      TambourConflictGroup *group = g_hash_table_lookup (by_record, conflict->record_id);
      g_autoptr(GError) failure = NULL;
      g_autoptr(TambourRecord) record = group ? g_object_ref (group->record) : tambour_conflict_find_record (store, conflict, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (record == NULL)
        continue;

      if (group == NULL)
        {
          group = group_new (store, record);
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_record, conflict->record_id, group);
        }
      add_part (group, store, conflict, authors);
    }

  for (guint i = groups->len; i > 0; i--)
    {
      TambourConflictGroup *group = g_ptr_array_index (groups, i - 1);

      sort_parts (group);
      if (group->parts->len == 0)
        g_ptr_array_remove_index (groups, i - 1);
    }

  return g_steal_pointer (&groups);
}

static gboolean
is_part (const TambourConflictGroup *self,
         const TambourField         *field)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((TambourConflictPart *) g_ptr_array_index (self->parts, i))->field == field)
      return TRUE;

  return FALSE;
}

/* The change that brought the newest of the conflicts here; 0 if that is not known. */
static gint64
find_change (const TambourConflictGroup *self,
             TambourStore               *store)
{
  gint64 change = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const TambourConflictPart *part = g_ptr_array_index (self->parts, i);
      g_autoptr(GPtrArray) history = tambour_store_history_of (store, TAMBOUR_RECORD (part->conflict), NULL);

      if (history != NULL && history->len > 0)
        change = MAX (change, ((TambourHistoryEntry *) g_ptr_array_index (history, 0))->change);
    }

  return change;
}

static gboolean
brings_kept (const TambourConflictGroup *self,
             const TambourRecordStep    *step)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TambourConflictPart *part = g_ptr_array_index (self->parts, i);
      g_autofree char *after = part->field != NULL ? tambour_field_dup_text (part->field, step->after) : NULL;

      if (after != NULL && g_ptr_array_find (step->fields, part->field, NULL) && g_strcmp0 (after, part->conflict->kept) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The step that came with the conflict. Where another computer found the clash, the record
 * may have come before it: with the value that is kept for now.
 */
static gint64
choose_change (const TambourConflictGroup *self,
               TambourRecordView          *view,
               gint64                      change)
{
  gint64 kept = change;

  for (guint i = 0; i < view->steps->len; i++)
    {
      const TambourRecordStep *step = g_ptr_array_index (view->steps, i);

      if (step->before == NULL)
        continue;
      if (step->change == change)
        return change;
      if (brings_kept (self, step))
        kept = step->change;
    }

  return kept;
}

/**
 * tambour_conflict_group_history:
 * @self: a group
 * @store: the store that it is from
 * @step: (out): the place, among the view's steps, of the one that came with the conflict
 * @fields: (out) (transfer container) (element-type TambourField): what that step
 *   changed besides, because only one side had written it
 *
 * Reads what was merged without a question. Blocks.
 *
 * Returns: (transfer full) (nullable): the record with its history, or %NULL if
 *   nothing was merged, or that is not known here
 */
TambourRecordView *
tambour_conflict_group_history (const TambourConflictGroup  *self,
                                TambourStore                *store,
                                guint                       *step,
                                GPtrArray                  **fields)
{
  g_autoptr(TambourRecordView) view = NULL;
  g_autoptr(GPtrArray) merged = g_ptr_array_new ();
  gint64 change = find_change (self, store);

  if (change == 0 ||
      !(view = tambour_record_view_load (store, TAMBOUR_RECORD_GET_CLASS (self->record), self->record->id, NULL)))
    return NULL;

  change = choose_change (self, view, change);
  for (guint i = 0; i < view->steps->len; i++)
    {
      const TambourRecordStep *one = g_ptr_array_index (view->steps, i);

      if (one->change != change || one->before == NULL)
        continue;

      for (guint j = 0; j < one->fields->len; j++)
        {
          const TambourField *field = g_ptr_array_index (one->fields, j);

          if (field->label != NULL && !is_part (self, field))
            g_ptr_array_add (merged, (gpointer) field);
        }
      *step = i;
    }

  if (merged->len == 0)
    return NULL;

  *fields = g_steal_pointer (&merged);

  return g_steal_pointer (&view);
}

/**
 * tambour_conflict_group_answer:
 * @self: a group
 * @choice: how all of it is settled; texts alone can be kept both, of the others the
 *   newer stays then
 *
 * Returns: (transfer full) (element-type TambourConflictAnswer): answers for
 *   tambour_conflicts_settle()
 */
GPtrArray *
tambour_conflict_group_answer (const TambourConflictGroup *self,
                               TambourConflictChoice       choice)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_conflict_answer_free);

  g_return_val_if_fail (choice != TAMBOUR_CONFLICT_OWN, answers);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const TambourConflictPart *part = g_ptr_array_index (self->parts, i);
      gboolean is_possible = choice != TAMBOUR_CONFLICT_BOTH || part->can_keep_both;

      g_ptr_array_add (answers, tambour_conflict_answer_new (TAMBOUR_RECORD (part->conflict)->id,
                                                             is_possible ? choice : TAMBOUR_CONFLICT_KEPT, NULL));
    }

  return answers;
}
