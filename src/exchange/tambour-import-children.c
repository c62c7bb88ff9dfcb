/* tambour-import-children.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-import-private.h"

/* One that lacks what its kind requires does not exist: a case that is not
 * resolved has no event for that.
 */
static gboolean
is_complete (const TambourImportChild *child,
             TambourRecord            *record)
{
  for (guint i = 0; i < child->klass->n_fields; i++)
    {
      const TambourField *field = &child->klass->fields[i];

      if ((field->flags & TAMBOUR_FIELD_REQUIRED) && field != child->parent &&
          field->kind != TAMBOUR_KIND_CHOICE && field->kind != TAMBOUR_KIND_FLAG &&
          !tambour_field_is_stated (field, record))
        return FALSE;
    }

  return TRUE;
}

/**
 * tambour_import_make_child:
 * @self: an import
 * @child: what the map says about it
 * @row: the row
 * @before: (nullable): the row before, in a list of changes
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW
 *
 * Returns: (transfer full) (nullable): the record, not put yet, or %NULL;
 *   without an error when the row does not say enough for one
 */
TambourRecord *
tambour_import_make_child (TambourImport             *self,
                           const TambourImportChild  *child,
                           const TambourCsvRow       *row,
                           const TambourCsvRow       *before,
                           GError                   **error)
{
  g_autoptr(TambourRecord) record = tambour_record_new (G_TYPE_FROM_CLASS (child->klass), NULL);

  record->origin = TAMBOUR_ORIGIN_IMPORT;
  if (!tambour_import_fill (self, child->rules, row, before, record, error))
    return NULL;

  return is_complete (child, record) ? g_steal_pointer (&record) : NULL;
}

static gboolean
says_the_same (const TambourImportChild *child,
               TambourRecord            *a,
               TambourRecord            *b)
{
  for (guint i = 0; i < child->rules->len; i++)
    {
      const TambourImportRule *rule = child->rules->pdata[i];

      if (!tambour_field_equal (rule->field, a, b))
        return FALSE;
    }

  return TRUE;
}

static char *
child_id (const TambourImportChild *child,
          TambourRecord            *parent,
          guint                     number,
          guint                     version)
{
  const char *base = parent->external_id && *parent->external_id ? parent->external_id : parent->id;
  g_autoptr(GString) id = g_string_new (base);

  g_string_append_printf (id, "/%s", child->id);
  if (number > 0)
    g_string_append_printf (id, "/%u", number);
  if (version > 1)
    g_string_append_printf (id, "/%u", version);

  return g_string_free (g_steal_pointer (&id), FALSE);
}

/**
 * tambour_import_put_child:
 * @self: an import
 * @child: what the map says about it
 * @record: the child
 * @parent: the record that it belongs to
 * @number: which of several it is, from 1, or 0 for the only one
 * @is_new: @parent was made just now, so that nothing is there yet
 * @made: (inout): set when the child was put
 * @error: return location for the target's error
 *
 * What happened is never rewritten: when the file says another time than it
 * said before, that is one event more, under the next free external id.
 *
 * Returns: %FALSE if the target failed
 */
gboolean
tambour_import_put_child (TambourImport             *self,
                          const TambourImportChild  *child,
                          TambourRecord             *record,
                          TambourRecord             *parent,
                          guint                      number,
                          gboolean                   is_new,
                          gboolean                  *made,
                          GError                   **error)
{
  const char *system = self->map->system ? self->map->system : parent->external_system;

  g_set_str (&record->external_system, system);
  g_set_str (&record->account_id.id, parent->account_id.id);
  g_set_str (&TAMBOUR_FIELD_AT (child->parent, record, char *), parent->id);
  g_clear_pointer (&record->external_id, g_free);
  record->external_id = child_id (child, parent, number, 1);

  for (guint version = 2; !is_new; version++)
    {
      g_autoptr(GError) reason = NULL;
      g_autoptr(TambourRecord) found =
        tambour_import_target_find_external (self->target, child->klass, system, record->external_id, &reason);

      if (reason != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      if (found == NULL)
        break;
      if (child->stands || says_the_same (child, found, record))
        return TRUE;

      g_free (record->external_id);
      record->external_id = child_id (child, parent, number, version);
    }

  *made = TRUE;
  self->counts.related++;

  return tambour_import_put (self, record, TRUE, error);
}

/**
 * tambour_import_group_clear:
 * @group: a group
 *
 * Forgets the record and its rows.
 */
void
tambour_import_group_clear (TambourImportGroup *group)
{
  g_clear_pointer (&group->external_id, g_free);
  g_clear_object (&group->record);
  g_clear_pointer (&group->before, g_strfreev);
  g_clear_pointer (&group->n_changes, g_array_unref);
}

static gboolean
start_group (TambourImport        *self,
             const TambourCsvRow  *row,
             const char           *external_id,
             GError              **error)
{
  TambourImportGroup *group = &self->group;
  g_autoptr(GError) reason = NULL;

  tambour_import_group_clear (group);
  group->external_id = g_strdup (external_id);
  group->n_changes = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (group->n_changes, self->map->children->len);

  if (!tambour_import_note_key (self, external_id, row->line, error))
    return FALSE;

  group->record = tambour_import_target_find_external (self->target, self->map->klass, self->map->system,
                                                       external_id, &reason);
  if (reason == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

static gboolean
contains (GStrv       texts,
          const char *text)
{
  return texts == NULL || g_strv_contains ((const char * const *) texts, text ? text : "");
}

/* Two texts that stand for the same are no change: 3 - Moderate and 4 - Low are both P3. */
static gboolean
stand_for_the_same (const TambourImportChild *child,
                    const char               *old,
                    const char               *new)
{
  for (guint i = 0; i < child->rules->len; i++)
    {
      const TambourImportRule *rule = child->rules->pdata[i];
      const char *a = old ? old : "", *b = new ? new : "";

      if (rule->values != NULL && g_strcmp0 (rule->columns[0], child->column) == 0 &&
          tambour_import_rule_translate (rule, &a, NULL) && tambour_import_rule_translate (rule, &b, NULL) &&
          g_str_equal (a, b))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_change (TambourImport            *self,
           const TambourImportChild *child,
           const TambourCsvRow      *before,
           const TambourCsvRow      *row)
{
  g_autoptr(GString) scratch = g_string_new (NULL);
  const char *old = tambour_import_cell_read (self->map, before, child->column_index, scratch);
  const char *new = tambour_import_cell_read (self->map, row, child->column_index, self->scratch);

  return g_strcmp0 (old, new) != 0 && contains (child->from, old) && contains (child->to, new) &&
         !stand_for_the_same (child, old, new);
}

static gboolean
make_change (TambourImport        *self,
             guint                 index,
             const TambourCsvRow  *before,
             const TambourCsvRow  *row,
             gboolean             *made,
             GError              **error)
{
  const TambourImportChild *child = self->map->children->pdata[index];
  guint *n = &g_array_index (self->group.n_changes, guint, index);
  g_autoptr(TambourRecord) record = NULL;
  g_autoptr(GError) reason = NULL;

  if (!is_change (self, child, before, row))
    return TRUE;

  *n += 1;
  record = tambour_import_make_child (self, child, row, before, &reason);
  if (record != NULL)
    return tambour_import_put_child (self, child, record, self->group.record, child->numbered ? *n : 0, FALSE,
                                     made, error);
  if (reason == NULL)
    g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
                 _("Column “%s” changed, and the row does not say all that is needed for it"), child->column);
  else
    g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

/**
 * tambour_import_change_row:
 * @self: an import whose map is a list of changes
 * @row: a row; those of one record stand together and in order
 * @outcome: (out): whether the row made something
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW, or the target's error
 *
 * The first row of a record only says how things were.
 *
 * Returns: %FALSE if the row is rejected, or the target failed
 */
gboolean
tambour_import_change_row (TambourImport         *self,
                           const TambourCsvRow   *row,
                           TambourImportOutcome  *outcome,
                           GError               **error)
{
  g_autofree char *external_id = tambour_import_external_id (self, row, error);
  g_auto(GStrv) cells = NULL;
  gboolean made = FALSE;

  if (external_id == NULL)
    return FALSE;
  if (g_strcmp0 (external_id, self->group.external_id) != 0 && !start_group (self, row, external_id, error))
    return FALSE;

  if (self->group.record == NULL)
    {
      g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW,
                   _("There is no %s “%s” yet: import those first"), self->map->klass->kind, external_id);
      return FALSE;
    }

  cells = g_new0 (char *, row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++)
    cells[i] = g_strdup (row->cells[i]);

  if (self->group.before != NULL)
    {
      const TambourCsvRow before = { row->line, g_strv_length (self->group.before),
                                     (const char * const *) self->group.before };

      for (guint i = 0; i < self->map->children->len; i++)
        if (!make_change (self, i, &before, row, &made, error))
          return FALSE;
    }

  g_strfreev (self->group.before);
  self->group.before = g_steal_pointer (&cells);
  *outcome = made ? TAMBOUR_IMPORT_CREATED : TAMBOUR_IMPORT_UNCHANGED;

  return TRUE;
}
