/* tambour-portal-parse-rule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-map-json.h"
#include "tambour-portal-parse.h"

static char *
parse_lookup (TambourPortalParse *self,
              JsonObject         *object,
              const char         *place)
{
  g_autofree char *name = tambour_portal_parse_text (self, object, place, "lookup", FALSE);

  if (name != NULL && !g_strv_contains ((const char * const *) self->lookups, name))
    tambour_portal_parse_refuse (self, place, "lookup", _("the name of one of the map’s lookups"));

  return g_steal_pointer (&name);
}

static void
parse_test_object (TambourPortalParse *self,
                   JsonObject         *object,
                   const char         *place,
                   TambourPortalTest  *test)
{
  static const char * const keys[] = { "lookup", "then", "is", "not", "there", "domain", "same_as", NULL };

  tambour_portal_parse_keys (self, object, place, keys);
  test->lookup = parse_lookup (self, object, place);
  test->then = tambour_portal_parse_pointer (self, object, place, "then", NULL);
  test->is = tambour_portal_parse_texts (self, object, place, "is");
  test->isnt = tambour_portal_parse_texts (self, object, place, "not");
  test->domain = tambour_portal_parse_texts (self, object, place, "domain");
  test->same_as = tambour_portal_parse_place (self, object, place, "same_as");
  if (json_object_has_member (object, "there"))
    test->there = tambour_portal_parse_flag (self, object, place, "there") ? 1 : -1;
}

static void
parse_test (TambourPortalParse *self,
            const char         *pointer,
            JsonObject         *parent,
            const char         *place,
            GPtrArray          *tests)
{
  g_autoptr(TambourPortalTest) test = tambour_portal_test_new ();
  g_autofree char *escaped = tambour_json_pointer_escape (pointer);
  g_autofree char *at = g_strconcat (place, "/", escaped, NULL);
  JsonNode *node = json_object_get_member (parent, pointer);

  test->place = tambour_portal_place_new (pointer);
  if (test->place == NULL)
    {
      tambour_portal_parse_refuse (self, place, escaped, _("under a JSON pointer, such as /id or item:/id"));
      return;
    }

  if (JSON_NODE_HOLDS_OBJECT (node))
    parse_test_object (self, json_node_get_object (node), at, test);
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    test->there = json_node_get_boolean (node) ? 1 : -1;
  else if (JSON_NODE_HOLDS_ARRAY (node) || tambour_map_json_is_text (node))
    {
      g_autoptr(JsonObject) wrapped = json_object_new ();

      json_object_set_member (wrapped, escaped, json_node_copy (node));
      test->is = tambour_portal_parse_texts (self, wrapped, place, escaped);
    }
  else
    tambour_portal_parse_refuse (self, place, escaped, _("a text, a list of texts, true, false, or an object"));

  g_ptr_array_add (tests, g_steal_pointer (&test));
}

static GPtrArray *
parse_tests_of (TambourPortalParse *self,
                JsonObject         *object,
                const char         *place)
{
  GPtrArray *tests = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_portal_test_free);
  JsonObjectIter iter;
  const char *pointer;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &pointer, NULL))
    parse_test (self, pointer, object, place, tests);

  return tests;
}

/*
 * tambour_portal_parse_tests:
 * @self: a reading
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 *
 * Returns: (transfer full) (nullable): the tests there
 */
GPtrArray *
tambour_portal_parse_tests (TambourPortalParse *self,
                            JsonObject         *object,
                            const char         *place,
                            const char         *key)
{
  JsonObject *member = tambour_portal_parse_member (self, object, place, key);
  g_autofree char *at = g_strconcat (place, "/", key, NULL);

  return member != NULL ? parse_tests_of (self, member, at) : NULL;
}

/*
 * tambour_portal_parse_any:
 * @self: a reading
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 *
 * Returns: (transfer full): the lists of tests there, of which any may hold
 */
GPtrArray *
tambour_portal_parse_any (TambourPortalParse *self,
                          JsonObject         *object,
                          const char         *place,
                          const char         *key)
{
  GPtrArray *any = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  JsonNode *node = json_object_get_member (object, key);
  JsonArray *array;

  if (node == NULL)
    return any;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      GPtrArray *tests = tambour_portal_parse_tests (self, object, place, key);

      if (tests != NULL)
        g_ptr_array_add (any, tests);
      return any;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *at = g_strdup_printf ("%s/%s/%u", place, key, i);
      JsonObject *element = tambour_portal_parse_object (self, json_array_get_element (array, i), at);

      if (element != NULL)
        g_ptr_array_add (any, parse_tests_of (self, element, at));
    }

  return any;
}

static void
check_choice (TambourPortalParse *self,
              const char         *place,
              const char         *key,
              GType               choice,
              const char         *nick)
{
  g_autofree char *nicks = NULL;
  g_autofree char *expected = NULL;
  guint value;

  if (choice == G_TYPE_NONE || nick == NULL || *nick == '\0' || tambour_choice_from_nick (choice, nick, &value))
    return;

  nicks = tambour_choice_dup_nicks (choice);
  expected = g_strdup_printf (_("one of %s"), nicks);
  tambour_portal_parse_refuse (self, place, key, expected);
}

static GHashTable *
parse_table (TambourPortalParse *self,
             JsonObject         *object,
             const char         *place,
             GType               choice)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonObjectIter iter;
  const char *from;
  JsonNode *to;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &from, &to))
    {
      g_autofree char *escaped = tambour_json_pointer_escape (from);

      if (!tambour_map_json_is_text (to))
        {
          tambour_portal_parse_refuse (self, place, escaped, _("a text"));
          continue;
        }
      check_choice (self, place, escaped, choice, json_node_get_string (to));
      g_hash_table_insert (table, g_strdup (from), g_strdup (json_node_get_string (to)));
    }

  return table;
}

/* A table, or the name of one of the map's. */
static void
parse_values (TambourPortalParse *self,
              JsonObject         *object,
              TambourPortalRule  *rule,
              GType               choice)
{
  JsonNode *node = json_object_get_member (object, "values");
  g_autofree char *at = NULL;
  const char *name;

  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      at = g_strconcat (rule->place, "/values", NULL);
      rule->values = parse_table (self, json_node_get_object (node), at, choice);
      return;
    }

  name = tambour_map_json_is_text (node) ? json_node_get_string (node) : NULL;
  node = name != NULL && self->values != NULL ? json_object_get_member (self->values, name) : NULL;
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      tambour_portal_parse_refuse (self, rule->place, "values", _("an object of texts, or the name of one of the map’s tables"));
      return;
    }

  at = g_strconcat ("/values/", name, NULL);
  rule->values = parse_table (self, json_node_get_object (node), at, choice);
}

static void
parse_html (TambourPortalParse *self,
            JsonObject         *object,
            TambourPortalRule  *rule)
{
  JsonNode *node = json_object_get_member (object, "html");

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    rule->html = tambour_portal_parse_tests (self, object, rule->place, "html");
  else if (tambour_portal_parse_flag (self, object, rule->place, "html"))
    rule->html = g_ptr_array_new ();
}

static void
parse_text_template (TambourPortalParse *self,
                     JsonObject         *object,
                     TambourPortalRule  *rule)
{
  static const char * const names[] = { "/", NULL };
  g_autofree char *at = g_strconcat (rule->place, "/text", NULL);

  if (json_object_has_member (object, "text"))
    rule->text = tambour_portal_parse_template (self, json_object_get_member (object, "text"), at, names);
}

static void
parse_rule_object (TambourPortalParse *self,
                   JsonObject         *object,
                   TambourPortalRule  *rule,
                   GType               choice)
{
  static const char * const keys[] = {
    "when", "constant", "text", "at", "in", "where", "lookup", "then", "html", "join", "values", "otherwise", NULL
  };
  const char *place = rule->place;
  guint n_sources;

  tambour_portal_parse_keys (self, object, place, keys);
  rule->when = tambour_portal_parse_tests (self, object, place, "when");
  rule->constant = tambour_portal_parse_text (self, object, place, "constant", FALSE);
  parse_text_template (self, object, rule);
  rule->at = tambour_portal_parse_place (self, object, place, "at");
  rule->in = tambour_portal_parse_place (self, object, place, "in");
  rule->where = tambour_portal_parse_tests (self, object, place, "where");
  rule->lookup = parse_lookup (self, object, place);
  rule->then = tambour_portal_parse_pointer (self, object, place, "then", NULL);
  parse_html (self, object, rule);
  rule->join = tambour_portal_parse_text (self, object, place, "join", FALSE);
  parse_values (self, object, rule, choice);
  rule->otherwise = tambour_portal_parse_text (self, object, place, "otherwise", FALSE);
  check_choice (self, place, "constant", choice, rule->constant);
  check_choice (self, place, "otherwise", choice, rule->otherwise);

  n_sources = json_object_has_member (object, "constant") + (json_object_has_member (object, "text") && rule->lookup == NULL) +
              (json_object_has_member (object, "at") || json_object_has_member (object, "in"));
  if (n_sources != 1)
    tambour_portal_parse_refuse (self, place, "at", _("there, or a constant or a text instead"));
  if (rule->then != NULL && rule->lookup == NULL)
    tambour_portal_parse_refuse (self, place, "then", _("there only with a lookup"));
  if (rule->in == NULL && (rule->where != NULL || rule->join != NULL))
    tambour_portal_parse_refuse (self, place, rule->where != NULL ? "where" : "join", _("there only with in"));
}

static void
parse_alternatives (TambourPortalParse *self,
                    JsonArray          *array,
                    TambourPortalRule  *rule,
                    GType               choice)
{
  rule->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_portal_rule_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *at = g_strdup_printf ("%s/%u", rule->place, i);

      g_ptr_array_add (rule->alternatives, tambour_portal_parse_rule (self, json_array_get_element (array, i), at, rule->field, choice));
      ((TambourPortalRule *) rule->alternatives->pdata[i])->is_strict = i + 1 < json_array_get_length (array);
    }
}

/*
 * tambour_portal_parse_rule:
 * @self: a reading
 * @node: JSON of any shape
 * @place: where it stands
 * @field: (nullable): of which field it is
 * @choice: an enumeration that its values must be of; %G_TYPE_NONE if of none
 *
 * Returns: (transfer full): the rule that it is
 */
TambourPortalRule *
tambour_portal_parse_rule (TambourPortalParse *self,
                           JsonNode           *node,
                           const char         *place,
                           const TambourField *field,
                           GType               choice)
{
  g_autoptr(TambourPortalRule) rule = tambour_portal_rule_new (place, field);
  const char *slash = strrchr (place, '/');
  g_autofree char *above = g_strndup (place, slash != NULL ? slash - place : 0);
  const char *key = slash != NULL ? slash + 1 : "";

  if (JSON_NODE_HOLDS_OBJECT (node))
    parse_rule_object (self, json_node_get_object (node), rule, choice);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    parse_alternatives (self, json_node_get_array (node), rule, choice);
  else if (!tambour_map_json_is_text (node))
    tambour_portal_parse_refuse (self, above, key, _("a JSON pointer, an object, or a list of them"));
  else if ((rule->at = tambour_portal_place_new (json_node_get_string (node))) == NULL)
    tambour_portal_parse_refuse (self, above, key, _("a JSON pointer, such as /id or item:/id"));

  return g_steal_pointer (&rule);
}

/*
 * tambour_portal_parse_rule_at:
 * @self: a reading
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 * @is_needed: whether it must be there
 *
 * Returns: (transfer full) (nullable): the rule there
 */
TambourPortalRule *
tambour_portal_parse_rule_at (TambourPortalParse *self,
                              JsonObject         *object,
                              const char         *place,
                              const char         *key,
                              gboolean            is_needed)
{
  JsonNode *node = json_object_get_member (object, key);
  g_autofree char *at = g_strconcat (place, "/", key, NULL);

  if (node != NULL)
    return tambour_portal_parse_rule (self, node, at, NULL, G_TYPE_NONE);
  if (is_needed)
    tambour_portal_parse_refuse (self, place, key, _("there: a JSON pointer, an object, or a list of them"));

  return NULL;
}

/* What a portal may say of a record: neither who it belongs to here, nor what it refers to. */
static const TambourField *
find_field (TambourRecordClass *klass,
            const char         *name)
{
  const TambourField *field = tambour_record_class_find_field (klass, name);
  gboolean is_own = field != NULL && field >= klass->fields + klass->n_common;

  if (field == NULL || field->kind == TAMBOUR_KIND_REF)
    return NULL;

  return is_own || g_str_equal (name, "url") ? field : NULL;
}

/*
 * tambour_portal_parse_fields:
 * @self: a reading
 * @object: (nullable): an object of fields and their rules
 * @place: where it stands
 * @klass: the kind of record that has them
 * @steps: of which enumeration “from” and “to” are; %G_TYPE_NONE if of none
 *
 * Returns: (transfer full) (element-type TambourPortalRule): the rules
 */
GPtrArray *
tambour_portal_parse_fields (TambourPortalParse *self,
                             JsonObject         *object,
                             const char         *place,
                             TambourRecordClass *klass,
                             GType               steps)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_portal_rule_free);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object == NULL)
    return rules;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *escaped = tambour_json_pointer_escape (name);
      g_autofree char *at = g_strconcat (place, "/", escaped, NULL);
      const TambourField *field = find_field (klass, name);
      gboolean is_step = g_str_equal (name, "from") || g_str_equal (name, "to");
      GType choice = field != NULL && field->kind == TAMBOUR_KIND_CHOICE ? field->choice () : is_step ? steps
                                                                                                      : G_TYPE_NONE;

      if (field != NULL)
        g_ptr_array_add (rules, tambour_portal_parse_rule (self, node, at, field, choice));
      else
        g_ptr_array_add (self->faults, g_strdup_printf (_("The map is wrong at %s: a %s has no such field that a portal may fill"), at, klass->kind));
    }

  return rules;
}
