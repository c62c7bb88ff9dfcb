/* tambour-map-rule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-kinds.h"
#include "tambour-map-json.h"
#include "tambour-map-rule.h"

/**
 * tambour_map_json_read_dates:
 * @object: an object of a map
 * @place: where it stands
 * @dates: (inout) (element-type TambourDateFormat): what “dates” says, replaced if the key is there
 * @error: return location for %TAMBOUR_IMPORT_ERROR_MAP
 *
 * Returns: %FALSE if it is there and no date formats
 */
gboolean
tambour_map_json_read_dates (JsonObject  *object,
                             const char  *place,
                             GPtrArray  **dates,
                             GError     **error)
{
  g_auto(GStrv) patterns = NULL;
  g_autoptr(GPtrArray) formats = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_date_format_free);

  if (!tambour_map_json_read_texts (object, place, "dates", &patterns, error))
    return FALSE;
  if (patterns == NULL)
    return TRUE;

  for (guint i = 0; patterns[i] != NULL; i++)
    {
      g_autoptr(GError) reason = NULL;
      TambourDateFormat *format = tambour_date_format_new (patterns[i], &reason);

      if (format == NULL)
        {
          g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_MAP,
                       _("The map is wrong at %s/dates: %s"), place, reason->message);
          return FALSE;
        }
      g_ptr_array_add (formats, format);
    }

  g_clear_pointer (dates, g_ptr_array_unref);
  *dates = g_steal_pointer (&formats);

  return TRUE;
}

/**
 * tambour_map_json_read_zone:
 * @object: an object of a map
 * @place: where it stands
 * @zone: (out) (nullable): the zone that “zone” names
 * @name: (out) (nullable): its name
 * @error: return location for %TAMBOUR_IMPORT_ERROR_MAP
 *
 * Returns: %FALSE if it is there and no zone
 */
gboolean
tambour_map_json_read_zone (JsonObject  *object,
                            const char  *place,
                            GTimeZone  **zone,
                            char       **name,
                            GError     **error)
{
  if (!tambour_map_json_read_text (object, place, "zone", name, error))
    return FALSE;
  if (*name == NULL)
    return TRUE;

  *zone = tambour_zone_lookup (*name);

  return *zone != NULL || tambour_map_json_refuse (place, "zone", _("the IANA name of a zone, such as Europe/London"), error);
}

static gboolean
read_values (JsonObject         *object,
             TambourImportRule  *rule,
             GError            **error)
{
  JsonObjectIter iter;
  JsonObject *values;
  const char *from;
  JsonNode *to;

  if (!tambour_map_json_read_object (object, rule->place, "values", &values, error))
    return FALSE;
  if (values == NULL)
    return TRUE;

  rule->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  json_object_iter_init_ordered (&iter, values);
  while (json_object_iter_next_ordered (&iter, &from, &to))
    {
      if (!tambour_map_json_is_text (to))
        return tambour_map_json_refuse (rule->place, "values", _("an object of texts"), error);
      g_hash_table_insert (rule->values, g_strdup (from), g_strdup (json_node_get_string (to)));
    }

  return TRUE;
}

static gboolean
check_choice (const TambourImportRule  *rule,
              const char               *key,
              const char               *nick,
              GError                  **error)
{
  guint value;

  if (nick == NULL || *nick == '\0' || rule->field->kind != TAMBOUR_KIND_CHOICE ||
      tambour_choice_from_nick (rule->field->choice (), nick, &value))
    return TRUE;

  g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_MAP,
               _("The map is wrong at %s/%s: “%s” is no value of %s"), rule->place, key, nick, rule->field->name);

  return FALSE;
}

static gboolean
check_choices (const TambourImportRule  *rule,
               GError                  **error)
{
  GHashTableIter iter;
  gpointer nick;

  if (!check_choice (rule, "constant", rule->constant, error) ||
      !check_choice (rule, "otherwise", rule->otherwise, error))
    return FALSE;

  if (rule->values != NULL)
    {
      g_hash_table_iter_init (&iter, rule->values);
      while (g_hash_table_iter_next (&iter, NULL, &nick))
        if (!check_choice (rule, "values", nick, error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
check_find (const TambourImportRule  *rule,
            GError                  **error)
{
  TambourRecordClass *target = rule->field->kind == TAMBOUR_KIND_REF ? tambour_kinds_find (rule->field->target) : NULL;

  if (target == NULL)
    return (rule->find == NULL && !rule->create && rule->fallback == NULL) ||
           tambour_map_json_refuse (rule->place, rule->find ? "find" : "create", _("there only for a field that refers to a record"), error);

  for (guint i = 0; rule->find && rule->find[i] != NULL; i++)
    {
      const TambourField *field = tambour_record_class_find_field (target, rule->find[i]);

      if (!g_str_equal (rule->find[i], "id") && !g_str_equal (rule->find[i], "title") &&
          (field == NULL || field->kind != TAMBOUR_KIND_TEXT))
        return tambour_map_json_refuse (rule->place, "find", _("id, title, external_id or the name of a field of text"), error);
    }

  if (rule->create && (target->title == NULL || target->title->kind != TAMBOUR_KIND_TEXT))
    return tambour_map_json_refuse (rule->place, "create", _("there only for a kind that has a title"), error);

  return TRUE;
}

static gboolean
check_sources (const TambourImportRule  *rule,
               gboolean                  changes,
               GError                  **error)
{
  gboolean has_columns = rule->columns[0] != NULL;

  if (has_columns == (rule->constant != NULL))
    {
      g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_MAP,
                   _("The map is wrong at %s: it needs either columns or a constant"), rule->place);
      return FALSE;
    }

  return changes || !rule->before || tambour_map_json_refuse (rule->place, "before", _("there only in a map of changes"), error);
}

static gboolean
read_rule_object (JsonObject         *object,
                  TambourImportRule  *rule,
                  GError            **error)
{
  static const char * const keys[] = {
    "column", "columns", "constant", "join", "first", "before", "values", "otherwise", "keep_others", "required",
    "dates", "zone", "currency", "split", "find", "create", "create_accounts", "inbox", NULL
  };
  const char *place = rule->place;
  g_autofree char *zone_name = NULL;

  return tambour_map_json_check_keys (object, place, keys, error) &&
         tambour_map_json_read_texts (object, place, "column", &rule->columns, error) &&
         tambour_map_json_read_texts (object, place, "columns", &rule->columns, error) &&
         tambour_map_json_read_text (object, place, "constant", &rule->constant, error) &&
         tambour_map_json_read_text (object, place, "join", &rule->join, error) &&
         tambour_map_json_read_flag (object, place, "first", &rule->first, error) &&
         tambour_map_json_read_flag (object, place, "before", &rule->before, error) &&
         read_values (object, rule, error) &&
         tambour_map_json_read_text (object, place, "otherwise", &rule->otherwise, error) &&
         tambour_map_json_read_flag (object, place, "keep_others", &rule->keep_others, error) &&
         tambour_map_json_read_flag (object, place, "required", &rule->required, error) &&
         tambour_map_json_read_dates (object, place, &rule->dates, error) &&
         tambour_map_json_read_zone (object, place, &rule->zone, &zone_name, error) &&
         tambour_map_json_read_text (object, place, "currency", &rule->currency, error) &&
         tambour_map_json_read_text (object, place, "split", &rule->split, error) &&
         tambour_map_json_read_texts (object, place, "find", &rule->find, error) &&
         tambour_map_json_read_flag (object, place, "create", &rule->create, error) &&
         tambour_map_json_read_flag (object, place, "create_accounts", &rule->create, error) &&
         tambour_map_json_read_text (object, place, "inbox", &rule->fallback, error);
}

/**
 * tambour_map_json_read_rule:
 * @node: what a map says of a field
 * @place: where it stands
 * @field: the field
 * @changes: whether the map is a list of changes
 * @rules: (element-type TambourImportRule): where the rule is added
 * @error: return location for %TAMBOUR_IMPORT_ERROR_MAP
 *
 * Returns: %FALSE if it is no rule, or none for that field
 */
gboolean
tambour_map_json_read_rule (JsonNode            *node,
                            const char          *place,
                            const TambourField  *field,
                            gboolean             changes,
                            GPtrArray           *rules,
                            GError             **error)
{
  g_autoptr(TambourImportRule) rule = tambour_import_rule_new (place, field);

  if (tambour_map_json_is_text (node))
    {
      g_strfreev (rule->columns);
      rule->columns = g_strdupv ((char *[]) { (char *) json_node_get_string (node), NULL });
    }
  else if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_MAP,
                   _("The map is wrong at %s: it should be the name of a column, or an object"), place);
      return FALSE;
    }
  else if (!read_rule_object (json_node_get_object (node), rule, error))
    return FALSE;

  if (!check_sources (rule, changes, error) || !check_choices (rule, error) || !check_find (rule, error))
    return FALSE;

  g_ptr_array_add (rules, g_steal_pointer (&rule));

  return TRUE;
}
