/* tambour-conflicts-settle.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-conflicts-private.h"

#include "tambour-checks.h"
#include "tambour-lookup.h"
#include "tambour-move.h"

/* A record while its conflicts are settled. */
typedef struct
{
  TambourRecord *base;
  TambourRecord *record;
  gboolean       is_edited;
  gboolean       is_removed;
} Settling;

static void
settling_free (Settling *settling)
{
  g_clear_object (&settling->base);
  g_clear_object (&settling->record);
  g_free (settling);
}

/**
 * tambour_conflict_part_dup_both:
 * @part: a conflict of which both texts can be kept
 *
 * Returns: (transfer full): the older text below the newer
 */
char *
tambour_conflict_part_dup_both (const TambourConflictPart *part)
{
  gboolean is_other_newer = part->other.at.seconds > part->kept.at.seconds;
  const char *kept, *other;

  g_return_val_if_fail (part->can_keep_both, NULL);

  kept = TAMBOUR_FIELD_AT (part->field, part->kept.record, char *);
  other = TAMBOUR_FIELD_AT (part->field, part->other.record, char *);
  if (kept == NULL || *kept == '\0' || g_strcmp0 (kept, other) == 0)
    return g_strdup (other ? other : "");
  if (other == NULL || *other == '\0')
    return g_strdup (kept);

  return g_strdup_printf ("%s\n\n%s", is_other_newer ? other : kept, is_other_newer ? kept : other);
}

/* A reference may be given by name, as anywhere else. */
static gboolean
set_own (Settling                   *settling,
         TambourStore               *store,
         const TambourConflictPart  *part,
         const char                 *text,
         GError                    **error)
{
  if (part->is_removal)
    return tambour_move_refuse (error, _("Choose whether the record stays or is removed."));

  settling->is_edited = TRUE;

  return tambour_lookup_set (store, settling->record, part->field->name, text ? text : "", error);
}

static gboolean
apply (Settling                     *settling,
       TambourStore                 *store,
       const TambourConflictPart    *part,
       const TambourConflictAnswer  *answer,
       GError                      **error)
{
  g_autofree char *both = NULL;

  switch (answer->choice)
    {
    case TAMBOUR_CONFLICT_KEPT:
      return TRUE;
    case TAMBOUR_CONFLICT_OTHER:
      if (part->is_removal)
        settling->is_removed = TRUE;
      else
        tambour_field_copy (part->field, settling->record, part->other.record);
      settling->is_edited = TRUE;
      return TRUE;
    case TAMBOUR_CONFLICT_BOTH:
      if (!part->can_keep_both)
        return tambour_move_refuse (error, _("Only texts of several lines can be kept both. Choose one of the values."));
      both = tambour_conflict_part_dup_both (part);
      settling->is_edited = TRUE;
      return tambour_field_set_text (part->field, settling->record, both, error);
    case TAMBOUR_CONFLICT_OWN:
      return set_own (settling, store, part, answer->text, error);
    }

  g_return_val_if_reached (FALSE);
}

/* Marks the conflict as settled by what the record says from now on. */
static void
mark (const TambourConflictPart   *part,
      const TambourConflictAnswer *answer,
      const Settling              *settling,
      const char                  *author,
      TambourInstant               at,
      TambourChange               *change)
{
  TambourConflict *conflict = TAMBOUR_CONFLICT (tambour_record_dup (TAMBOUR_RECORD (part->conflict)));

  g_free (conflict->chosen);
  conflict->chosen = part->is_removal && answer->choice == TAMBOUR_CONFLICT_OTHER
                       ? g_strdup (part->conflict->other)
                       : tambour_field_dup_text (part->field, settling->record);
  g_set_str (&conflict->chosen_by, author);
  conflict->settled_at = at;
  tambour_change_edit (change, TAMBOUR_RECORD (part->conflict), TAMBOUR_RECORD (conflict));
  g_object_unref (conflict);
}

static Settling *
get_settling (GHashTable    *all,
              TambourRecord *record)
{
  Settling *settling = g_hash_table_lookup (all, record->id);

  if (settling == NULL)
    {
      settling = g_new0 (Settling, 1);
      settling->base = g_object_ref (record);
      settling->record = tambour_record_dup (record);
      g_hash_table_insert (all, settling->record->id, settling);
    }

  return settling;
}

/* Returns: (transfer full) (nullable): what is decided, if it can still be */
static TambourConflictPart *
find_part (TambourStore                 *store,
           const TambourConflictAnswer  *answer,
           GError                      **error)
{
  g_autoptr(TambourConflict) conflict = tambour_move_get (store, TAMBOUR_TYPE_CONFLICT, answer->conflict, error);
  g_autoptr(TambourRecord) record = NULL;
  TambourConflictPart *part;

  if (conflict == NULL)
    return NULL;

  if (tambour_instant_is_stated (conflict->settled_at))
    {
      tambour_move_refuse (error, _("Somebody has settled this meanwhile."));
      return NULL;
    }

  record = tambour_conflict_find_record (store, conflict, error);
  part = record ? tambour_conflict_part_new (conflict, record) : NULL;
  if (part == NULL && (error == NULL || *error == NULL))
    tambour_move_refuse (error, _("What this is about is not on this computer yet."));
  else if (part != NULL && answer->choice != TAMBOUR_CONFLICT_KEPT && tambour_record_is_deleted (record))
    {
      tambour_move_refuse (error, _("The record was removed meanwhile. Keep what it said, or bring it back first."));
      g_clear_pointer (&part, tambour_conflict_part_free);
    }

  return part;
}

static gboolean
put (GHashTable     *all,
     TambourStore   *store,
     TambourChange  *change,
     GError        **error)
{
  GHashTableIter iter;
  Settling *settling;

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &settling))
    {
      if (settling->is_removed)
        {
          tambour_change_remove (change, settling->base);
        }
      else if (settling->is_edited)
        {
          if (!tambour_record_check (settling->record, error) || !tambour_checks_run (store, settling->record, error))
            return FALSE;
          tambour_change_edit (change, settling->base, settling->record);
        }
    }

  return TRUE;
}

/**
 * tambour_conflicts_settle:
 * @store: a store
 * @answers: (element-type TambourConflictAnswer): what a person decided, of one record or many
 * @author: who decided
 * @at: when
 * @change: where to put it
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, with a sentence for
 *   people, a #TambourRecordError for a value that the field cannot hold, or another
 *
 * Reads the conflicts anew, and checks what comes of them as anything that somebody
 * writes. One change writes the records and settles their conflicts, and undoing it opens
 * them again. Blocks.
 *
 * Returns: %FALSE if it cannot be done
 */
gboolean
tambour_conflicts_settle (TambourStore    *store,
                          GPtrArray       *answers,
                          const char      *author,
                          TambourInstant   at,
                          TambourChange   *change,
                          GError         **error)
{
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) settling_free);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_conflict_part_free);

  for (guint i = 0; i < answers->len; i++)
    {
      const TambourConflictAnswer *answer = g_ptr_array_index (answers, i);
      TambourConflictPart *part = find_part (store, answer, error);
      Settling *settling;

      if (part == NULL)
        return FALSE;

      g_ptr_array_add (parts, part);
      settling = get_settling (all, part->kept.record);
      if (!apply (settling, store, part, answer, error))
        return FALSE;
      mark (part, answer, settling, author, at, change);
    }

  return put (all, store, change, error);
}
