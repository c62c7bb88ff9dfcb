/* tambour-import-map-parse.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-import-map.h"
#include "tambour-kinds.h"
#include "tambour-map-json.h"
#include "tambour-map-rule.h"

static gboolean
read_fields (JsonObject          *object,
             const char          *place,
             TambourRecordClass  *klass,
             gboolean             changes,
             GPtrArray           *rules,
             GError             **error)
{
  JsonObjectIter iter;
  JsonObject *fields;
  const char *name;
  JsonNode *node;

  if (!tambour_map_json_read_object (object, place, "fields", &fields, error))
    return FALSE;
  if (fields == NULL)
    return tambour_map_json_refuse (place, "fields", _("an object of fields and their columns"), error);

  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const TambourField *field = tambour_record_class_find_field (klass, name);
      g_autofree char *at = g_strdup_printf ("%s/fields/%s", place, name);

      if (field == NULL)
        {
          g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_MAP,
                       _("The map is wrong at %s: a %s has no such field"), at, klass->kind);
          return FALSE;
        }
      if (!tambour_map_json_read_rule (node, at, field, changes, rules, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_kind (JsonObject          *object,
           const char          *place,
           TambourRecordClass **klass,
           GError             **error)
{
  g_autofree char *name = NULL;

  if (!tambour_map_json_read_text (object, place, "kind", &name, error))
    return FALSE;
  if (name != NULL)
    *klass = tambour_kinds_find (name);

  return *klass != NULL || tambour_map_json_refuse (place, "kind", _("a kind of record, such as case"), error);
}

static gboolean
read_parent (JsonObject          *object,
             TambourImportChild  *child,
             TambourRecordClass  *of,
             GError             **error)
{
  g_autofree char *name = NULL;

  if (!tambour_map_json_read_text (object, child->place, "parent", &name, error))
    return FALSE;

  child->parent = name ? tambour_record_class_find_field (child->klass, name) : NULL;
  if (child->parent == NULL || child->parent->kind != TAMBOUR_KIND_REF ||
      tambour_kinds_find (child->parent->target) != of)
    return tambour_map_json_refuse (child->place, "parent", _("the field that refers to the row's record"), error);

  return TRUE;
}

static gboolean
read_existing (JsonObject          *object,
               TambourImportChild  *child,
               GError             **error)
{
  g_autofree char *existing = NULL;

  if (!tambour_map_json_read_text (object, child->place, "existing", &existing, error))
    return FALSE;

  child->stands = g_strcmp0 (existing, "stands") == 0;

  return existing == NULL || child->stands || g_str_equal (existing, "append") ||
         tambour_map_json_refuse (child->place, "existing", _("append or stands"), error);
}

static gboolean
read_change (JsonObject          *object,
             TambourImportChild  *child,
             GError             **error)
{
  child->numbered = TRUE;

  return tambour_map_json_read_text (object, child->place, "column", &child->column, error) &&
         (child->column != NULL ||
          tambour_map_json_refuse (child->place, "column", _("the column whose change is meant"), error)) &&
         tambour_map_json_read_texts (object, child->place, "from", &child->from, error) &&
         tambour_map_json_read_texts (object, child->place, "to", &child->to, error) &&
         tambour_map_json_read_flag (object, child->place, "numbered", &child->numbered, error);
}

static gboolean
read_child (JsonNode          *node,
            const char        *place,
            TambourImportMap  *map,
            GError           **error)
{
  static const char * const child_keys[] = { "kind", "parent", "id", "fields", "repeat", "existing", NULL };
  static const char * const change_keys[] = {
    "kind", "parent", "id", "fields", "existing", "column", "from", "to", "numbered", NULL
  };
  g_autoptr(TambourImportChild) child = NULL;
  TambourRecordClass *klass = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_MAP,
                   _("The map is wrong at %s: it should be an object"), place);
      return FALSE;
    }

  object = json_node_get_object (node);
  if (!tambour_map_json_check_keys (object, place, map->changes ? change_keys : child_keys, error) ||
      !read_kind (object, place, &klass, error))
    return FALSE;

  child = tambour_import_child_new (place, klass);
  if (!read_parent (object, child, map->klass, error) ||
      !tambour_map_json_read_text (object, place, "id", &child->id, error) ||
      !tambour_map_json_read_text (object, place, "repeat", &child->repeat, error) ||
      !read_existing (object, child, error) ||
      (map->changes && !read_change (object, child, error)) ||
      !read_fields (object, place, klass, map->changes, child->rules, error))
    return FALSE;
  if (child->id == NULL || *child->id == '\0')
    return tambour_map_json_refuse (place, "id", _("what the external id ends in, such as opened"), error);

  g_ptr_array_add (map->children, g_steal_pointer (&child));

  return TRUE;
}

static gboolean
read_children (JsonObject        *object,
               const char        *key,
               TambourImportMap  *map,
               GError           **error)
{
  JsonNode *node = json_object_get_member (object, key);
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node == NULL)
    return TRUE;
  if (array == NULL)
    return tambour_map_json_refuse ("", key, _("a list of objects"), error);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("/%s/%u", key, i);

      if (!read_child (json_array_get_element (array, i), place, map, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_separator (JsonObject        *object,
                TambourImportMap  *map,
                GError           **error)
{
  g_autofree char *separator = NULL;

  if (!tambour_map_json_read_text (object, "", "separator", &separator, error))
    return FALSE;
  if (separator == NULL)
    return TRUE;

  map->separator = *separator;

  return (strlen (separator) == 1 && *separator > 0 && *separator != '"' && !g_ascii_isalnum (*separator)) ||
         tambour_map_json_refuse ("", "separator", _("one character, such as ; or a tab"), error);
}

static gboolean
read_form (JsonObject        *object,
           TambourImportMap  *map,
           GError           **error)
{
  g_autofree char *form = NULL, *rows = NULL;

  if (!tambour_map_json_read_text (object, "", "form", &form, error) ||
      !tambour_map_json_read_text (object, "", "short_rows", &rows, error))
    return FALSE;

  map->changes = g_strcmp0 (form, "changes") == 0;
  map->accept_short = g_strcmp0 (rows, "accept") == 0;
  if (form != NULL && !map->changes && !g_str_equal (form, "records"))
    return tambour_map_json_refuse ("", "form", _("records or changes"), error);

  return rows == NULL || map->accept_short || g_str_equal (rows, "reject") ||
         tambour_map_json_refuse ("", "short_rows", _("accept or reject"), error);
}

static gboolean
read_account (JsonObject        *object,
              TambourImportMap  *map,
              GError           **error)
{
  JsonNode *node = json_object_get_member (object, "account");
  const TambourField *field = tambour_record_class_find_field (map->klass, "account_id");
  TambourImportRule *rule;

  if (node == NULL)
    return TRUE;
  if (!tambour_map_json_read_rule (node, "/account", field, FALSE, map->rules, error))
    return FALSE;

  rule = g_ptr_array_index (map->rules, map->rules->len - 1);
  rule->required = TRUE;
  if (rule->find == NULL)
    rule->find = g_strdupv ((char *[]) { "title", "short_code", "external_id", NULL });

  return TRUE;
}

/* The rule of a field that has one column. */
static TambourImportRule *
find_rule (TambourImportMap *map,
           const char       *name,
           TambourKind       kind)
{
  for (guint i = 0; name != NULL && i < map->rules->len; i++)
    {
      TambourImportRule *rule = g_ptr_array_index (map->rules, i);

      if (g_str_equal (rule->field->name, name))
        return rule->field->kind == kind && g_strv_length (rule->columns) == 1 ? rule : NULL;
    }

  return NULL;
}

static gboolean
read_day_rule (JsonObject         *object,
               TambourImportMap   *map,
               const char         *key,
               TambourKind         kind,
               const char         *what,
               TambourImportRule **rule,
               GError            **error)
{
  g_autofree char *name = NULL;

  if (!tambour_map_json_read_text (object, "/days", key, &name, error))
    return FALSE;

  *rule = find_rule (map, name, kind);

  return *rule != NULL || tambour_map_json_refuse ("/days", key, what, error);
}

static gboolean
read_with (JsonObject         *object,
           TambourImportDays  *days,
           GError            **error)
{
  static const char * const names[] = {
    [TAMBOUR_IMPORT_SUM] = "sum",
    [TAMBOUR_IMPORT_MEAN] = "mean",
    [TAMBOUR_IMPORT_LEAST] = "least",
    [TAMBOUR_IMPORT_MOST] = "most",
    [TAMBOUR_IMPORT_LAST] = "last",
  };
  g_autofree char *with = NULL;

  if (!tambour_map_json_read_text (object, "/days", "with", &with, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (with, names[i]) == 0)
      {
        days->with = i;
        return TRUE;
      }

  return tambour_map_json_refuse ("/days", "with", _("sum, mean, least, most or last"), error);
}

static gboolean
read_at_least (JsonObject         *object,
               TambourImportDays  *days,
               GError            **error)
{
  JsonNode *node = json_object_get_member (object, "at_least");
  gint64 number;

  if (node == NULL)
    return TRUE;

  number = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
  days->at_least = (guint) CLAMP (number, 0, G_MAXINT);

  return number > 0 || tambour_map_json_refuse ("/days", "at_least", _("a number of values, from 1"), error);
}

static gboolean
read_days (JsonObject        *object,
           TambourImportMap  *map,
           GError           **error)
{
  static const char * const keys[] = { "date", "value", "with", "at_least", NULL };
  g_autofree TambourImportDays *days = NULL;
  JsonObject *member;

  if (!tambour_map_json_read_object (object, "", "days", &member, error))
    return FALSE;
  if (member == NULL)
    return TRUE;

  days = g_new0 (TambourImportDays, 1);
  if (!tambour_map_json_check_keys (member, "/days", keys, error) ||
      !read_day_rule (member, map, "date", TAMBOUR_KIND_DATE, _("a field with a date, filled from one column"), &days->date, error) ||
      !read_day_rule (member, map, "value", TAMBOUR_KIND_NUMBER, _("a field with a number, filled from one column"), &days->value, error) ||
      !read_with (member, days, error) ||
      !read_at_least (member, days, error))
    return FALSE;

  map->days = g_steal_pointer (&days);

  return TRUE;
}

static gboolean
read_body (JsonObject        *object,
           TambourImportMap  *map,
           GError           **error)
{
  if (map->changes)
    return (map->id != NULL || tambour_map_json_refuse ("", "id", _("the columns of the external id"), error)) &&
           read_children (object, "changes", map, error);

  return read_account (object, map, error) &&
         read_fields (object, "", map->klass, FALSE, map->rules, error) &&
         read_children (object, "children", map, error) &&
         read_days (object, map, error);
}

/* A table of cells is text; only what was made for pages has markup. */
static gboolean
read_html (JsonObject        *object,
           TambourImportMap  *map,
           GError           **error)
{
  return tambour_map_json_read_texts (object, "", "html", &map->html, error) &&
         (map->html == NULL || map->rows != NULL ||
          tambour_map_json_refuse ("", "html", _("there only with rows, of a file that is JSON"), error));
}

static gboolean
read_map (JsonObject        *object,
          TambourImportMap  *map,
          GError           **error)
{
  static const char * const record_keys[] = {
    "$schema", "title", "description", "kind", "form", "system", "separator", "zone", "missing", "dates", "id",
    "rows", "html", "short_rows", "decimal_comma", "account", "fields", "children", "days", NULL
  };
  static const char * const change_keys[] = {
    "$schema", "title", "description", "kind", "form", "system", "separator", "zone", "missing", "dates", "id",
    "short_rows", "decimal_comma", "changes", NULL
  };

  return read_form (object, map, error) &&
         tambour_map_json_check_keys (object, "", map->changes ? change_keys : record_keys, error) &&
         read_kind (object, "", &map->klass, error) &&
         tambour_map_json_read_text (object, "", "system", &map->system, error) &&
         tambour_map_json_read_text (object, "", "rows", &map->rows, error) &&
         read_html (object, map, error) &&
         read_separator (object, map, error) &&
         tambour_map_json_read_zone (object, "", &map->zone, &map->zone_name, error) &&
         tambour_map_json_read_texts (object, "", "missing", &map->missing, error) &&
         tambour_map_json_read_flag (object, "", "decimal_comma", &map->decimal_comma, error) &&
         tambour_map_json_read_dates (object, "", &map->dates, error) &&
         tambour_map_json_read_texts (object, "", "id", &map->id, error) &&
         (map->id == NULL || map->system != NULL ||
          tambour_map_json_refuse ("", "system", _("the name of the system that the ids are from"), error)) &&
         read_body (object, map, error);
}

/**
 * tambour_import_map_parse:
 * @json: a map, as data/maps/README.md has it
 * @length: its length in bytes, or -1
 * @error: return location for %TAMBOUR_IMPORT_ERROR_MAP
 *
 * Returns: (transfer full) (nullable): the map, or %NULL if anything in it is
 *   not understood; the message names the place
 */
TambourImportMap *
tambour_import_map_parse (const char  *json,
                          gssize       length,
                          GError     **error)
{
  g_autoptr(TambourImportMap) self = g_object_new (TAMBOUR_TYPE_IMPORT_MAP, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) reason = NULL;
  JsonNode *root;

  if (!json_parser_load_from_data (parser, json, length, &reason))
    {
      g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_MAP, _("The map is no JSON: %s"), reason->message);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_MAP, _("The map is no JSON object"));
      return NULL;
    }

  if (read_map (json_node_get_object (root), self, &reason))
    return g_steal_pointer (&self);

  /* Whoever reads a file asks for one kind of error, however deep in the map it was found. */
  g_set_error_literal (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_MAP, reason->message);

  return NULL;
}

/**
 * tambour_import_map_load:
 * @file: a map file
 * @error: return location for %TAMBOUR_IMPORT_ERROR_MAP or a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the map, or %NULL
 */
TambourImportMap *
tambour_import_map_load (GFile   *file,
                         GError **error)
{
  g_autofree char *json = NULL;
  g_autofree char *name = g_file_get_basename (file);
  TambourImportMap *self;
  gsize length;

  if (!g_file_load_contents (file, NULL, &json, &length, NULL, error))
    return NULL;

  self = tambour_import_map_parse (json, length, error);
  if (self == NULL)
    g_prefix_error (error, "%s: ", name);

  return self;
}
