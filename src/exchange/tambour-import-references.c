/* tambour-import-references.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-import-cell.h"
#include "tambour-import-references.h"
#include "tambour-kinds.h"

#define LONGEST_CODE 5

struct _TambourImportReferences
{
  TambourImportTarget *target;
  TambourImportMap    *map;
  gboolean             dry_run;
  guint64              created;
  GHashTable          *ids;    /* kind, account and text, to the id that was found */
  GHashTable          *codes;  /* the short codes that this import gave */
};

static const char * const by_default[] = { "external_id", "title", NULL };

/**
 * tambour_import_references_new:
 * @target: where records are found and kept
 * @map: the map of the import
 * @dry_run: whether nothing is put
 *
 * Returns: (transfer full): references of which none was found yet
 */
TambourImportReferences *
tambour_import_references_new (TambourImportTarget *target,
                               TambourImportMap    *map,
                               gboolean             dry_run)
{
  TambourImportReferences *self = g_new0 (TambourImportReferences, 1);

  self->target = g_object_ref (target);
  self->map = g_object_ref (map);
  self->dry_run = dry_run;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * tambour_import_references_free:
 * @self: (transfer full): references
 */
void
tambour_import_references_free (TambourImportReferences *self)
{
  g_object_unref (self->target);
  g_object_unref (self->map);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->codes);
  g_free (self);
}

/**
 * tambour_import_references_get_created:
 * @self: references
 *
 * Returns: how many records were made since nothing was found
 */
guint64
tambour_import_references_get_created (TambourImportReferences *self)
{
  return self->created;
}

static gboolean
is_record_id (const char *text)
{
  return strlen (text) == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-' &&
         strspn (text, "0123456789abcdef-") == 36;
}

static TambourRecord *
find_by (TambourImportReferences  *self,
         TambourRecordClass       *klass,
         const char               *how,
         const char               *text,
         const char               *account_id,
         GError                  **error)
{
  const TambourField *field = g_str_equal (how, "title") ? klass->title : tambour_record_class_find_field (klass, how);

  if (g_str_equal (how, "id"))
    return tambour_import_target_find_id (self->target, klass, text, error);
  if (g_str_equal (how, "external_id"))
    return self->map->system ? tambour_import_target_find_external (self->target, klass, self->map->system, text, error) : NULL;

  return field != NULL && field->kind == TAMBOUR_KIND_TEXT ? tambour_import_target_find_text (self->target, klass, field, text, account_id, error) : NULL;
}

/* Of the rows' own kind the record may stand further down in the file. */
static gboolean
is_ahead (TambourImportReferences *self,
          TambourRecordClass      *klass,
          const char              *how,
          const char              *text)
{
  return klass == self->map->klass && g_str_equal (how, "id") && is_record_id (text);
}

static gboolean
look_up (TambourImportReferences  *self,
         const TambourImportRule  *rule,
         TambourRecordClass       *klass,
         const char               *text,
         const char               *account_id,
         char                    **id,
         GError                  **error)
{
  const char * const *find = rule->find ? (const char * const *) rule->find : by_default;

  for (guint i = 0; *id == NULL && find[i] != NULL; i++)
    {
      g_autoptr(GError) reason = NULL;
      g_autoptr(TambourRecord) found = find_by (self, klass, find[i], text, account_id, &reason);

      if (reason != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      if (found != NULL && !tambour_record_is_deleted (found))
        *id = g_strdup (found->id);
      else if (is_ahead (self, klass, find[i], text))
        *id = g_strdup (text);
    }

  return TRUE;
}

/* The first letter of each word and every digit: Location 204 is L204. */
static char *
derive_code (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  g_autoptr(GString) code = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *c = ascii; *c != '\0' && code->len < LONGEST_CODE; c++)
    {
      if (g_ascii_isdigit (*c) || (g_ascii_isalpha (*c) && !inside))
        g_string_append_c (code, g_ascii_toupper (*c));
      inside = g_ascii_isalpha (*c);
    }

  /* One word: its beginning. */
  if (code->len < 2)
    {
      g_string_truncate (code, 0);
      for (const char *c = ascii; *c != '\0' && code->len < 3; c++)
        if (g_ascii_isalnum (*c))
          g_string_append_c (code, g_ascii_toupper (*c));
    }

  while (code->len < 2)
    g_string_append_c (code, 'X');

  return g_string_free (g_steal_pointer (&code), FALSE);
}

static gboolean
take_code (TambourImportReferences  *self,
           TambourRecordClass       *klass,
           const TambourField       *field,
           const char               *code,
           gboolean                 *taken,
           GError                  **error)
{
  g_autoptr(TambourRecord) found = NULL;
  g_autoptr(GError) reason = NULL;

  *taken = FALSE;
  if (g_hash_table_contains (self->codes, code))
    return TRUE;

  found = tambour_import_target_find_text (self->target, klass, field, code, NULL, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  *taken = found == NULL;
  if (*taken)
    g_hash_table_add (self->codes, g_strdup (code));

  return TRUE;
}

/* A code that nobody has: the derived one, then its beginning with a number. */
static gboolean
set_code (TambourImportReferences  *self,
          TambourRecord            *record,
          const TambourField       *field,
          const char               *name,
          GError                  **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  g_autofree char *derived = derive_code (name);
  g_autofree char *code = g_strdup (derived);
  gboolean taken = FALSE;

  for (guint n = 2; n < 100000; n++)
    {
      g_autofree char *number = g_strdup_printf ("%u", n);

      if (!take_code (self, klass, field, code, &taken, error))
        return FALSE;
      if (taken)
        break;

      g_free (code);
      code = g_strdup_printf ("%.*s%s", (int) (LONGEST_CODE - MIN (strlen (number), LONGEST_CODE)), derived, number);
    }

  return !taken || tambour_field_set_text (field, record, code, error);
}

static gboolean
set_if_there (TambourRecord  *record,
              const char     *name,
              const char     *text,
              GError        **error)
{
  const TambourField *field = tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (record), name);

  return field == NULL || text == NULL || tambour_field_set_text (field, record, text, error);
}

static char *
create (TambourImportReferences  *self,
        TambourRecordClass       *klass,
        const char               *text,
        const char               *account_id,
        GError                  **error)
{
  g_autoptr(TambourRecord) record = tambour_record_new (G_TYPE_FROM_CLASS (klass), NULL);
  const TambourField *code = tambour_record_class_find_field (klass, "short_code");

  record->origin = TAMBOUR_ORIGIN_IMPORT;
  record->account_id.id = g_strdup (account_id);

  if (!tambour_field_set_text (klass->title, record, text, error) ||
      !set_if_there (record, "report_tz", self->map->zone_name, error) ||
      (code != NULL && !set_if_there (record, "status", "active", error)) ||
      (code != NULL && !set_code (self, record, code, text, error)) ||
      !tambour_record_check (record, error))
    return NULL;

  if (!self->dry_run && !tambour_import_target_put (self->target, record, TRUE, error))
    return NULL;

  self->created++;

  return g_strdup (record->id);
}

static gboolean
refuse_unknown (const TambourImportRule  *rule,
                TambourRecordClass       *klass,
                const char               *text,
                GError                  **error)
{
  g_autofree char *name = tambour_import_rule_name (rule);

  g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
               _("Column “%s”: there is no %s “%.80s”"), name, klass->kind, text);

  return FALSE;
}

/**
 * tambour_import_references_find:
 * @self: references
 * @rule: a rule for a reference
 * @text: what the row says
 * @account_id: (nullable): the account that the record must belong to
 * @id: (out) (transfer none) (nullable): the id of the record that is meant, or
 *   %NULL where the map says that an unknown one is left out
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW, or the target's error
 *
 * Returns: %FALSE if there is no such record
 */
gboolean
tambour_import_references_find (TambourImportReferences  *self,
                                const TambourImportRule  *rule,
                                const char               *text,
                                const char               *account_id,
                                const char              **id,
                                GError                  **error)
{
  TambourRecordClass *klass = tambour_kinds_find (rule->field->target);
  g_autofree char *key = g_strjoin ("\x1f", klass->kind, account_id ? account_id : "", text, NULL);
  g_autofree char *found = NULL;

  *id = g_hash_table_lookup (self->ids, key);
  if (*id != NULL)
    return TRUE;

  if (!look_up (self, rule, klass, text, account_id, &found, error))
    return FALSE;
  if (found == NULL && rule->create && !(found = create (self, klass, text, account_id, error)))
    return FALSE;
  if (found == NULL)
    return g_strcmp0 (rule->otherwise, "") == 0 || refuse_unknown (rule, klass, text, error);

  *id = found;
  g_hash_table_insert (self->ids, g_steal_pointer (&key), g_steal_pointer (&found));

  return TRUE;
}
