/* tambour-import-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-import-private.h"

/* The system of rows that bring no id: their text is their id. */
#define ROW_SYSTEM "csv"

typedef enum
{
  KEY_ID,
  KEY_EXTERNAL,
  KEY_NAME,
} KeyKind;

typedef struct
{
  KeyKind             kind;
  const char         *text;   /* belongs to the record */
  const TambourField *field;  /* of a name */
} Key;

static gboolean
is_usable_id (const char *id)
{
  gsize length = strspn (id, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

  return length > 0 && length <= 64 && id[length] == '\0';
}

static gboolean
take_own_id (TambourImport        *self,
             const TambourCsvRow  *row,
             TambourRecord        *record,
             gboolean             *taken,
             GError              **error)
{
  const char *id = self->map->id_column < 0 ? NULL : tambour_import_cell_read (self->map, row, self->map->id_column, self->scratch);

  *taken = id != NULL;
  if (id == NULL)
    return TRUE;

  if (!is_usable_id (id))
    {
      g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
                   _("“%.80s” is not the id of a record"), id);
      return FALSE;
    }

  g_set_str (&record->id, id);

  return TRUE;
}

static char *
sum_cells (const TambourCsvRow *row)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < row->n_cells; i++)
    g_checksum_update (sum, (const guchar *) row->cells[i], strlen (row->cells[i]) + 1);

  return g_strndup (g_checksum_get_string (sum), 32);
}

static gboolean
is_needed (const TambourField *field)
{
  return (field->flags & TAMBOUR_FIELD_REQUIRED) &&
         field->kind != TAMBOUR_KIND_CHOICE && field->kind != TAMBOUR_KIND_FLAG;
}

/* The field by whose text alone people tell the records of a kind apart: the
 * number of a case, the name of a contact. There is none where more than a name
 * is required, as with the day of a reading.
 */
static const TambourField *
find_name (TambourRecordClass *klass)
{
  const TambourField *number = NULL;
  guint n_needed = 0;

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (is_needed (field) && field->kind == TAMBOUR_KIND_REF)
        return NULL;
      if (is_needed (field) && field->kind == TAMBOUR_KIND_TEXT && (field->flags & TAMBOUR_FIELD_INDEXED) &&
          field != klass->title)
        number = field;

      n_needed += is_needed (field);
    }

  if (number != NULL)
    return number;

  return n_needed == 1 && klass->title && is_needed (klass->title) && klass->title->kind == TAMBOUR_KIND_TEXT ? klass->title : NULL;
}

static gboolean
is_series (TambourRecordClass *klass)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].flags & TAMBOUR_FIELD_SERIES)
      return TRUE;

  return FALSE;
}

/* A value is told by whose it is, of what, and when: a file that corrects it says
 * another value.
 */
static char *
dup_value_id (TambourRecord *record)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  g_autoptr(GString) id = g_string_new (record->account_id.id);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];
      gboolean is_text = (field->flags & TAMBOUR_FIELD_SERIES) && field->kind == TAMBOUR_KIND_TEXT;
      g_autofree char *text = NULL;

      if (!is_text && !(field->flags & TAMBOUR_FIELD_TIMELINE))
        continue;

      text = tambour_field_dup_text (field, record);
      g_string_append_printf (id, "/%s", text ? text : "");
    }

  return g_string_free (g_steal_pointer (&id), FALSE);
}

/* The same days are those of several customers. */
static void
add_account (TambourRecord *record)
{
  g_autofree char *id = record->external_id;

  record->external_id = record->account_id.id ? g_strconcat (id, "/", record->account_id.id, NULL) : g_steal_pointer (&id);
}

/* What tells the row's record from others, the best that the row has: the id
 * that the map names, its own id, its external id, its name, its text.
 */
static gboolean
choose_key (TambourImport        *self,
            const TambourCsvRow  *row,
            TambourRecord        *record,
            Key                  *key,
            GError              **error)
{
  const TambourField *name = find_name (self->map->klass);
  gboolean has_id = FALSE;

  if (self->map->id != NULL)
    {
      g_free (record->external_id);
      record->external_id = tambour_import_external_id (self, row, error);
      if (record->external_id != NULL && is_series (self->map->klass))
        add_account (record);
      g_set_str (&record->external_system, self->map->system);
      *key = (Key) { KEY_EXTERNAL, record->external_id };
      return record->external_id != NULL;
    }

  if (!take_own_id (self, row, record, &has_id, error))
    return FALSE;

  if (has_id)
    *key = (Key) { KEY_ID, record->id };
  else if (record->external_id != NULL && *record->external_id != '\0')
    *key = (Key) { KEY_EXTERNAL, record->external_id };
  else if (name != NULL && tambour_field_is_stated (name, record))
    *key = (Key) { KEY_NAME, TAMBOUR_FIELD_AT (name, record, char *), name };
  else
    {
      g_free (record->external_id);
      record->external_id = is_series (self->map->klass) ? dup_value_id (record) : sum_cells (row);
      g_set_str (&record->external_system, ROW_SYSTEM);
      *key = (Key) { KEY_EXTERNAL, record->external_id };
    }

  return TRUE;
}

static TambourRecord *
find_record (TambourImport  *self,
             TambourRecord  *record,
             const Key      *key,
             GError        **error)
{
  TambourRecordClass *klass = self->map->klass;

  switch (key->kind)
    {
    case KEY_ID:
      return tambour_import_target_find_id (self->target, klass, key->text, error);
    case KEY_EXTERNAL:
      return tambour_import_target_find_external (self->target, klass,
                                                  record->external_system ? record->external_system : "",
                                                  key->text, error);
    case KEY_NAME:
      return tambour_import_target_find_text (self->target, klass, key->field, key->text,
                                              record->account_id.id, error);
    }

  g_assert_not_reached ();
}

static gboolean
note_key (TambourImport        *self,
          const TambourCsvRow  *row,
          TambourRecord        *record,
          const Key            *key,
          GError              **error)
{
  g_autofree char *whole = NULL;

  if (key->kind == KEY_NAME && record->account_id.id != NULL)
    whole = g_strconcat (key->text, " · ", record->account_id.id, NULL);
  else if (key->kind == KEY_EXTERNAL && self->map->id == NULL && record->external_system != NULL)
    whole = g_strconcat (record->external_system, " ", key->text, NULL);

  return tambour_import_note_key (self, whole ? whole : key->text, row->line, error);
}

/**
 * tambour_import_is_bookkeeping:
 * @field: a field
 *
 * Who wrote a record when is the business of the place that keeps it: a file
 * says so only for what is new.
 *
 * Returns: %TRUE if a record that is there keeps its own
 */
gboolean
tambour_import_is_bookkeeping (const TambourField *field)
{
  return tambour_field_is_stamp (field) || field->offset == G_STRUCT_OFFSET (TambourRecord, rev);
}

static gboolean
take_over (GPtrArray     *rules,
           TambourRecord *found,
           TambourRecord *record)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < rules->len; i++)
    {
      const TambourField *field = ((TambourImportRule *) rules->pdata[i])->field;

      if (tambour_import_is_bookkeeping (field) || tambour_field_equal (field, found, record))
        continue;

      tambour_field_copy (field, found, record);
      changed = TRUE;
    }

  return changed;
}

static gboolean
update_record (TambourImport         *self,
               TambourRecord         *found,
               TambourRecord         *record,
               TambourImportOutcome  *outcome,
               GError               **error)
{
  if (!take_over (self->map->rules, found, record))
    {
      *outcome = TAMBOUR_IMPORT_UNCHANGED;
      return TRUE;
    }

  if (self->map->klass->traits & TAMBOUR_RECORD_APPEND_ONLY)
    {
      g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
                   _("The %s is there and says something else: history is not rewritten"), self->map->klass->kind);
      return FALSE;
    }

  *outcome = TAMBOUR_IMPORT_UPDATED;

  return tambour_import_put (self, found, FALSE, error);
}

static guint
count_repeats (TambourImport            *self,
               const TambourImportChild *child,
               const TambourCsvRow      *row)
{
  const char *text = child->repeat == NULL ? NULL : tambour_import_cell_read (self->map, row, child->repeat_index, self->scratch);
  guint64 n = 0;

  if (child->repeat == NULL)
    return 1;
  if (text != NULL)
    g_ascii_string_to_unsigned (text, 10, 0, 1000, &n, NULL);

  return n;
}

/* Made before the record is put, so that a row is imported whole or not at all. */
static gboolean
make_children (TambourImport        *self,
               const TambourCsvRow  *row,
               GPtrArray            *children,
               GError              **error)
{
  for (guint i = 0; i < self->map->children->len; i++)
    {
      const TambourImportChild *child = self->map->children->pdata[i];
      g_autoptr(GError) reason = NULL;
      TambourRecord *record = NULL;

      if (count_repeats (self, child, row) > 0)
        record = tambour_import_make_child (self, child, row, NULL, &reason);
      if (reason != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }

      g_ptr_array_add (children, record);
    }

  return TRUE;
}

static gboolean
put_children (TambourImport        *self,
              const TambourCsvRow  *row,
              GPtrArray            *children,
              TambourRecord        *parent,
              gboolean              is_new,
              gboolean             *made,
              GError              **error)
{
  for (guint i = 0; i < children->len; i++)
    {
      const TambourImportChild *child = self->map->children->pdata[i];
      g_autoptr(TambourRecord) first = g_steal_pointer (&children->pdata[i]);
      guint n = first ? count_repeats (self, child, row) : 0;

      for (guint number = 1; number <= n; number++)
        {
          g_autoptr(TambourRecord) one = number == n ? g_steal_pointer (&first) : tambour_record_dup (first);

          if (number < n)
            {
              g_free (one->id);
              one->id = tambour_id_new ();
            }
          if (!tambour_import_put_child (self, child, one, parent, child->repeat ? number : 0, is_new, made, error))
            return FALSE;
        }
    }

  return TRUE;
}

static void
unref_record (gpointer record)
{
  g_clear_object ((TambourRecord **) &record);
}

static gboolean
keep_record (TambourImport         *self,
             const TambourCsvRow   *row,
             TambourRecord         *record,
             const Key             *key,
             TambourImportOutcome  *outcome,
             GError               **error)
{
  g_autoptr(GPtrArray) children = g_ptr_array_new_with_free_func (unref_record);
  g_autoptr(GError) reason = NULL;
  g_autoptr(TambourRecord) found = find_record (self, record, key, &reason);
  gboolean made = FALSE;

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  /* Somebody removed it: an import does not bring it back. */
  if (found != NULL && tambour_record_is_deleted (found))
    {
      *outcome = TAMBOUR_IMPORT_UNCHANGED;
      return TRUE;
    }

  if (!make_children (self, row, children, error))
    return FALSE;

  *outcome = TAMBOUR_IMPORT_CREATED;
  if (found != NULL ? !update_record (self, found, record, outcome, error) : !tambour_import_put (self, record, TRUE, error))
    return FALSE;

  if (!put_children (self, row, children, found ? found : record, found == NULL, &made, error))
    return FALSE;
  if (made && *outcome == TAMBOUR_IMPORT_UNCHANGED)
    *outcome = TAMBOUR_IMPORT_UPDATED;

  return TRUE;
}

static gboolean
refuse_gap (TambourImport       *self,
            const TambourField  *field,
            GError             **error)
{
  for (guint i = 0; i < self->map->rules->len; i++)
    {
      const TambourImportRule *rule = self->map->rules->pdata[i];

      if (rule->field == field)
        {
          g_autofree char *name = tambour_import_rule_name (rule);

          g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
                       _("Column “%s” says nothing, and %s is needed"), name, field->name);
          return FALSE;
        }
    }

  g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
               _("No column says %s, and a %s needs it"), field->name, self->map->klass->kind);

  return FALSE;
}

static gboolean
check_gaps (TambourImport  *self,
            TambourRecord  *record,
            GError        **error)
{
  TambourRecordClass *klass = self->map->klass;

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_needed (&klass->fields[i]) && !tambour_field_is_stated (&klass->fields[i], record))
      return refuse_gap (self, &klass->fields[i], error);

  return TRUE;
}

/**
 * tambour_import_record_row:
 * @self: an import
 * @row: a row
 * @outcome: (out): what became of it
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW, or the target's error
 *
 * Makes the row's record, and what belongs to it; nothing is put unless all of
 * it is understood.
 *
 * Returns: %FALSE if the row is rejected, or the target failed
 */
gboolean
tambour_import_record_row (TambourImport         *self,
                           const TambourCsvRow   *row,
                           TambourImportOutcome  *outcome,
                           GError               **error)
{
  g_autoptr(TambourRecord) record = tambour_record_new (G_TYPE_FROM_CLASS (self->map->klass), NULL);
  Key key;

  record->origin = TAMBOUR_ORIGIN_IMPORT;

  return tambour_import_fill (self, self->map->rules, row, NULL, record, error) &&
         choose_key (self, row, record, &key, error) &&
         check_gaps (self, record, error) &&
         note_key (self, row, record, &key, error) &&
         keep_record (self, row, record, &key, outcome, error);
}
