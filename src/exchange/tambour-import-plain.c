/* tambour-import-plain.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-import-map.h"
#include "tambour-kinds.h"

/* Opened at, opened-at and OPENED_AT are the same column. */
static char *
normalise (const char *name)
{
  char *plain = g_strstrip (g_utf8_strdown (name, -1));

  return g_strdelimit (plain, " -", '_');
}

/* A name goes before a label: one kind's label may be another field's name. */
static const TambourField *
find_field (TambourRecordClass *klass,
            const char         *name)
{
  g_autofree char *plain = normalise (name);
  const TambourField *field = tambour_record_class_find_field (klass, plain);

  for (guint i = 0; field == NULL && i < klass->n_fields; i++)
    {
      g_autofree char *label = klass->fields[i].label ? normalise (klass->fields[i].label) : NULL;

      if (g_strcmp0 (plain, label) == 0)
        field = &klass->fields[i];
    }

  return field;
}

static gboolean
is_own_column (const char *name)
{
  return g_str_equal (name, "id") || g_str_equal (name, "reject_line") || g_str_equal (name, "reject_reason");
}

static gboolean
has_rule (TambourImportMap   *self,
          const TambourField *field)
{
  for (guint i = 0; i < self->rules->len; i++)
    if (((TambourImportRule *) self->rules->pdata[i])->field == field)
      return TRUE;

  return FALSE;
}

static gboolean
add_rule (TambourImportMap  *self,
          const char        *column,
          GError           **error)
{
  const TambourField *field = find_field (self->klass, column);
  g_autoptr(TambourImportRule) rule = NULL;

  if (field == NULL || has_rule (self, field))
    {
      g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_COLUMN,
                   field ? _("Column “%s” of %s is there more than once") : _("Column “%s” of %s is not known; a map file can say what it means"),
                   column, self->klass->plural);
      return FALSE;
    }

  rule = tambour_import_rule_new (column, field);
  g_strfreev (rule->columns);
  rule->columns = g_strdupv ((char *[]) { (char *) column, NULL });
  if (field->kind == TAMBOUR_KIND_REF)
    rule->find = g_strdupv ((char *[]) { "id", "title", "short_code", "external_id", NULL });

  /* What belongs to an account is looked for in it, so that comes first. */
  if (field->offset == G_STRUCT_OFFSET (TambourRecord, account_id))
    g_ptr_array_insert (self->rules, 0, g_steal_pointer (&rule));
  else
    g_ptr_array_add (self->rules, g_steal_pointer (&rule));

  return TRUE;
}

/**
 * tambour_import_map_new_plain:
 * @klass: the kind that a row becomes
 * @header: the names of the columns: fields, by name or label
 * @error: return location for %TAMBOUR_IMPORT_ERROR_COLUMN
 *
 * The map of a file whose columns are named as the fields are, such as this
 * program's own exports. A record is recognised by its id, else by its external
 * id, else by its name within its account where that is enough to tell records
 * of the kind apart, else by the text of its row. A value of a series is recognised by
 * its account, what is measured, and the day.
 *
 * Returns: (transfer full) (nullable): the map, or %NULL if a column is no field
 */
TambourImportMap *
tambour_import_map_new_plain (TambourRecordClass  *klass,
                              const char * const  *header,
                              GError             **error)
{
  g_autoptr(TambourImportMap) self = g_object_new (TAMBOUR_TYPE_IMPORT_MAP, NULL);

  self->klass = klass;
  self->system = g_strdup ("csv");

  for (guint i = 0; header[i] != NULL; i++)
    if (g_str_equal (header[i], "id"))
      {
        self->id_column = i;
        self->own = TRUE;
      }
    else if (!is_own_column (header[i]) && !add_rule (self, header[i], error))
      return NULL;

  return g_steal_pointer (&self);
}
