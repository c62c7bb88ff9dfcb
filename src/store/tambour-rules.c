/* tambour-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-history.h"
#include "tambour-kinds.h"
#include "tambour-rules.h"

/* What may still change in a line of history: who may see it, where it came
 * from, and what the program itself keeps of it.
 */
static gboolean
is_fixed (TambourRecordClass *klass,
          guint               i)
{
  const TambourField *field = &klass->fields[i];

  if (field->flags & TAMBOUR_FIELD_FIXED)
    return TRUE;

  return (klass->traits & TAMBOUR_RECORD_APPEND_ONLY) != 0 &&
         (i >= klass->n_common || field->offset == G_STRUCT_OFFSET (TambourRecord, account_id));
}

/**
 * tambour_rules_check_edit:
 * @stored: a record as it is
 * @record: the same as it shall be
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED
 *
 * Fields that are fixed once made, and all of an append-only kind, stay: a
 * correction is a new record (RECORDS.md). What is removed is not edited.
 *
 * Returns: %TRUE if the edit is allowed
 */
gboolean
tambour_rules_check_edit (TambourRecord  *stored,
                          TambourRecord  *record,
                          GError        **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (stored);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (!is_fixed (klass, i) || tambour_field_equal (&klass->fields[i], stored, record))
        continue;

      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                   _("The field %s of %s %s cannot be changed once it is made. Add a new record that corrects it."),
                   klass->fields[i].name, klass->kind, record->id);
      return FALSE;
    }

  if (tambour_record_is_deleted (stored) && tambour_record_is_deleted (record))
    {
      g_autoptr(JsonNode) before = tambour_history_compare (stored, record);

      if (before == NULL)
        return TRUE;

      g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                   _("%s %s has been removed. Undo its removal before you change it."), klass->kind, record->id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
find_target (TambourCommit       *commit,
             const TambourTable  *table,
             const char          *id,
             gboolean            *is_there,
             GError             **error)
{
  g_autoptr(TambourStatement) statement = NULL;

  *is_there = g_hash_table_lookup (commit->known, id) == table;
  if (*is_there)
    return TRUE;

  if (!(statement = tambour_database_keep (commit->database, table->exists_id, error)))
    return FALSE;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  if (!tambour_database_step (commit->database, statement, is_there, error))
    return FALSE;

  if (*is_there)
    g_hash_table_replace (commit->known, g_strdup (id), (gpointer) table);

  return TRUE;
}

/* What is awaited stands under "target kind, id"; the value says who asks. */
static void
await (TambourCommit      *commit,
       const TambourField *field,
       TambourRecord      *record,
       const char         *id)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  char *key = g_strdup_printf ("%s\n%s", field->target, id);

  g_hash_table_replace (commit->awaited, key,
                        g_strdup_printf (_("%s of %s %s"), field->name, klass->kind, record->id));
}

/**
 * tambour_rules_check_references:
 * @commit: a commit
 * @stored: (nullable): the record as it is, if it is there
 * @record: the record as it shall be
 * @error: return location for a #TambourStoreError
 *
 * Remembers the references of @record that lead to nothing yet, for
 * tambour_rules_check_awaited(). References that stay as they were are not
 * asked about.
 *
 * Returns: %FALSE if the file could not be read
 */
gboolean
tambour_rules_check_references (TambourCommit  *commit,
                                TambourRecord  *stored,
                                TambourRecord  *record,
                                GError        **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  if (tambour_record_is_deleted (record))
    return TRUE;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];
      gboolean is_there;

      if (field->kind != TAMBOUR_KIND_REF || !tambour_field_is_stated (field, record) ||
          (stored != NULL && tambour_field_equal (field, stored, record)))
        continue;

      const char *id = TAMBOUR_FIELD_AT (field, record, TambourRef).id;

      if (!find_target (commit, tambour_table_get (tambour_kinds_find (field->target)), id, &is_there, error))
        return FALSE;
      if (!is_there)
        await (commit, field, record, id);
    }

  return TRUE;
}

/**
 * tambour_rules_check_awaited:
 * @commit: a commit that is about to end
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED
 *
 * Within one change, records may refer to what comes later in it.
 *
 * Returns: %TRUE if every reference leads to a record of the right kind
 */
gboolean
tambour_rules_check_awaited (TambourCommit  *commit,
                             GError        **error)
{
  GHashTableIter iter;
  gpointer key, who;

  g_hash_table_iter_init (&iter, commit->awaited);
  while (g_hash_table_iter_next (&iter, &key, &who))
    {
      g_auto(GStrv) parts = g_strsplit (key, "\n", 2);
      gboolean is_there;

      if (!find_target (commit, tambour_table_get (tambour_kinds_find (parts[0])), parts[1], &is_there, error))
        return FALSE;

      if (!is_there)
        {
          g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED,
                       _("%s refers to the %s %s, which is not in the portfolio. Add that first, or leave the field empty."),
                       (const char *) who, parts[0], parts[1]);
          return FALSE;
        }
    }

  return TRUE;
}
