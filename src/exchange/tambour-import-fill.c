/* tambour-import-fill.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-import-private.h"

/**
 * tambour_import_rule_is_account:
 * @self: a rule
 *
 * Returns: %TRUE if it says whose the record is
 */
gboolean
tambour_import_rule_is_account (const TambourImportRule *self)
{
  return self->field->offset == G_STRUCT_OFFSET (TambourRecord, account_id);
}

/* Returns what the row says for the rule, translated; NULL and no error: nothing. */
static const char *
read_rule (TambourImport            *self,
           const TambourImportRule  *rule,
           const TambourCsvRow      *row,
           GError                  **error)
{
  const char *text = tambour_import_rule_read (rule, self->map, row, self->scratch);
  g_autofree char *name = NULL;

  if (text != NULL)
    return tambour_import_rule_translate (rule, &text, error) ? text : NULL;
  if (rule->fallback != NULL || !rule->required)
    return rule->fallback;

  name = tambour_import_rule_name (rule);
  g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
               _("Column “%s” says nothing, and %s is needed"), name, rule->field->name);

  return NULL;
}

static gboolean
fill_reference (TambourImport            *self,
                const TambourImportRule  *rule,
                const char               *text,
                TambourRecord            *record,
                GError                  **error)
{
  /* Everything but an account itself belongs to the row's account. */
  const char *account_id = tambour_import_rule_is_account (rule) ? NULL : record->account_id.id;
  const char *id;

  if (!tambour_import_references_find (self->references, rule, text, account_id, &id, error))
    return FALSE;

  g_set_str (&TAMBOUR_FIELD_AT (rule->field, record, char *), id);

  return TRUE;
}

static gboolean
fill_rule (TambourImport            *self,
           const TambourImportRule  *rule,
           const TambourCsvRow      *row,
           TambourRecord            *record,
           GError                  **error)
{
  g_autoptr(GError) reason = NULL;
  const char *text;

  if (tambour_import_rule_is_account (rule) && self->account_id != NULL &&
      tambour_import_rule_read (rule, self->map, row, self->scratch) == NULL)
    {
      g_set_str (&record->account_id.id, self->account_id);
      return TRUE;
    }

  text = read_rule (self, rule, row, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (text == NULL || *text == '\0')
    return TRUE;

  return rule->field->kind == TAMBOUR_KIND_REF ? fill_reference (self, rule, text, record, error) : tambour_import_rule_set (rule, self->map, text, record, error);
}

/**
 * tambour_import_fill:
 * @self: an import
 * @rules: (element-type TambourImportRule): the rules of a record
 * @row: the row
 * @before: (nullable): the row before, in a list of changes
 * @record: a record with nothing stated
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW, or the target's error
 *
 * References come last: a row that is rejected for another reason makes no
 * account.
 *
 * Returns: %FALSE if the row cannot be imported, or the target failed
 */
gboolean
tambour_import_fill (TambourImport        *self,
                     GPtrArray            *rules,
                     const TambourCsvRow  *row,
                     const TambourCsvRow  *before,
                     TambourRecord        *record,
                     GError              **error)
{
  for (guint references = 0; references < 2; references++)
    for (guint i = 0; i < rules->len; i++)
      {
        const TambourImportRule *rule = rules->pdata[i];

        if ((rule->field->kind == TAMBOUR_KIND_REF) == references &&
            !fill_rule (self, rule, rule->before ? before : row, record, error))
          return FALSE;
      }

  return TRUE;
}

/**
 * tambour_import_put:
 * @self: an import
 * @record: a record
 * @created: whether it is new
 * @error: return location for #TambourRecordError, or the target's error
 *
 * Checks the record and puts it, unless this is only a trial.
 *
 * Returns: %FALSE if it lacks something, or the target failed
 */
gboolean
tambour_import_put (TambourImport  *self,
                    TambourRecord  *record,
                    gboolean        created,
                    GError        **error)
{
  if (!tambour_record_check (record, error))
    return FALSE;

  return self->dry_run || tambour_import_target_put (self->target, record, created, error);
}

/**
 * tambour_import_external_id:
 * @self: an import whose map names the columns of an id
 * @row: a row
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW
 *
 * Returns: (transfer full) (nullable): the id, or %NULL if a part of it is missing
 */
char *
tambour_import_external_id (TambourImport        *self,
                            const TambourCsvRow  *row,
                            GError              **error)
{
  g_autoptr(GString) id = g_string_new (NULL);

  for (guint i = 0; i < self->map->id_indexes->len; i++)
    {
      guint index = g_array_index (self->map->id_indexes, guint, i);
      const char *part = tambour_import_cell_read (self->map, row, index, self->scratch);

      if (part == NULL)
        {
          g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
                       _("Column “%s” says nothing, and it is part of the id"), self->map->id[i]);
          return NULL;
        }

      if (i > 0)
        g_string_append_c (id, '/');
      g_string_append (id, part);
    }

  return g_string_free (g_steal_pointer (&id), FALSE);
}

/* 64 bits of the key instead of the key, so that a million rows cost little. */
static gpointer
hash_key (const char *key)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (const guchar *c = (const guchar *) key; *c != '\0'; c++)
    hash = (hash ^ *c) * G_GUINT64_CONSTANT (1099511628211);

  hash ^= hash >> 32;
  hash *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  hash ^= hash >> 32;

  return GSIZE_TO_POINTER (hash);
}

/**
 * tambour_import_note_key:
 * @self: an import
 * @key: what tells a record from others of the file
 * @line: the line that has it
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW
 *
 * Two rows for one record would undo each other at every run.
 *
 * Returns: %FALSE if an earlier line had it
 */
gboolean
tambour_import_note_key (TambourImport  *self,
                         const char     *key,
                         guint64         line,
                         GError        **error)
{
  gpointer hash = hash_key (key);
  gsize earlier = GPOINTER_TO_SIZE (g_hash_table_lookup (self->seen, hash));

  if (earlier == 0)
    {
      g_hash_table_insert (self->seen, hash, GSIZE_TO_POINTER (line));
      return TRUE;
    }

  g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
               _("Line %zu is about the same record “%.80s” already"), earlier, key);

  return FALSE;
}
