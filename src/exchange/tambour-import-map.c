/* tambour-import-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-import-map.h"

G_DEFINE_FINAL_TYPE (TambourImportMap, tambour_import_map, G_TYPE_OBJECT)

G_DEFINE_QUARK (tambour-import-error-quark, tambour_import_error)

/**
 * tambour_import_rule_new:
 * @place: where it stands in the map
 * @field: the field that it fills
 *
 * Returns: (transfer full): a rule without columns
 */
TambourImportRule *
tambour_import_rule_new (const char         *place,
                         const TambourField *field)
{
  TambourImportRule *self = g_new0 (TambourImportRule, 1);

  self->place = g_strdup (place);
  self->field = field;
  self->columns = g_new0 (char *, 1);
  self->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->join = g_strdup (" ");

  return self;
}

/**
 * tambour_import_rule_free:
 * @self: (transfer full): a rule
 */
void
tambour_import_rule_free (TambourImportRule *self)
{
  g_free (self->place);
  g_strfreev (self->columns);
  g_array_unref (self->indexes);
  g_free (self->constant);
  g_free (self->join);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_free (self->otherwise);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->currency);
  g_free (self->split);
  g_strfreev (self->find);
  g_free (self->fallback);
  g_free (self);
}

/**
 * tambour_import_child_new:
 * @place: where it stands in the map
 * @klass: the kind of record
 *
 * Returns: (transfer full): a child without rules
 */
TambourImportChild *
tambour_import_child_new (const char         *place,
                          TambourRecordClass *klass)
{
  TambourImportChild *self = g_new0 (TambourImportChild, 1);

  self->place = g_strdup (place);
  self->klass = klass;
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_import_rule_free);

  return self;
}

/**
 * tambour_import_child_free:
 * @self: (transfer full): a child
 */
void
tambour_import_child_free (TambourImportChild *self)
{
  g_free (self->place);
  g_free (self->id);
  g_ptr_array_unref (self->rules);
  g_free (self->repeat);
  g_free (self->column);
  g_strfreev (self->from);
  g_strfreev (self->to);
  g_free (self);
}

static void
tambour_import_map_finalize (GObject *object)
{
  TambourImportMap *self = TAMBOUR_IMPORT_MAP (object);

  g_free (self->system);
  g_free (self->rows);
  g_strfreev (self->html);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->zone_name);
  g_strfreev (self->missing);
  g_ptr_array_unref (self->dates);
  g_strfreev (self->id);
  g_array_unref (self->id_indexes);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->children);
  g_clear_pointer (&self->days, g_free);

  G_OBJECT_CLASS (tambour_import_map_parent_class)->finalize (object);
}

static void
tambour_import_map_class_init (TambourImportMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tambour_import_map_finalize;
}

static void
tambour_import_map_init (TambourImportMap *self)
{
  self->missing = g_new0 (char *, 1);
  self->dates = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_date_format_free);
  self->id_indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_import_rule_free);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_import_child_free);
  self->id_column = -1;
}

static gboolean
find_column (const char * const  *header,
             const char          *place,
             const char          *column,
             guint               *index,
             GError             **error)
{
  guint n = 0;

  for (guint i = 0; header[i] != NULL; i++)
    if (g_str_equal (header[i], column) && n++ == 0)
      *index = i;

  if (n == 0)
    g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_COLUMN,
                 _("%s: the file has no column “%s”"), place, column);
  else if (n > 1)
    g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_COLUMN,
                 _("%s: the file has more than one column “%s”"), place, column);

  return n == 1;
}

static gboolean
find_columns (const char * const  *header,
              const char          *place,
              GStrv                columns,
              GArray              *indexes,
              GError             **error)
{
  g_array_set_size (indexes, 0);

  for (guint i = 0; columns && columns[i] != NULL; i++)
    {
      guint index = 0;

      if (!find_column (header, place, columns[i], &index, error))
        return FALSE;
      g_array_append_val (indexes, index);
    }

  return TRUE;
}

static gboolean
bind_rules (GPtrArray           *rules,
            const char * const  *header,
            GError             **error)
{
  for (guint i = 0; i < rules->len; i++)
    {
      TambourImportRule *rule = rules->pdata[i];

      if (!find_columns (header, rule->place, rule->columns, rule->indexes, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
bind_child (TambourImportChild  *child,
            const char * const  *header,
            GError             **error)
{
  if (child->repeat != NULL && !find_column (header, child->place, child->repeat, &child->repeat_index, error))
    return FALSE;
  if (child->column != NULL && !find_column (header, child->place, child->column, &child->column_index, error))
    return FALSE;

  return bind_rules (child->rules, header, error);
}

/**
 * tambour_import_map_bind:
 * @self: a map
 * @header: the names of the columns of a file
 * @error: return location for %TAMBOUR_IMPORT_ERROR_COLUMN
 *
 * Finds the columns that the map names. Columns that no rule names are left
 * alone; a name that stands twice is refused only where it is asked for.
 *
 * Returns: %FALSE if one is not there, or there twice
 */
gboolean
tambour_import_map_bind (TambourImportMap    *self,
                         const char * const  *header,
                         GError             **error)
{
  g_return_val_if_fail (TAMBOUR_IS_IMPORT_MAP (self), FALSE);

  self->n_columns = g_strv_length ((GStrv) header);
  self->own = self->own || g_strcmp0 (header[0], "reject_line") == 0;

  if (!find_columns (header, "id", self->id, self->id_indexes, error) ||
      !bind_rules (self->rules, header, error))
    return FALSE;

  for (guint i = 0; i < self->children->len; i++)
    if (!bind_child (self->children->pdata[i], header, error))
      return FALSE;

  return TRUE;
}
