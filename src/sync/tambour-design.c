/* tambour-design.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>

#include "tambour-design.h"
#include "tambour-kinds.h"
#include "tambour-sync-resources.h"

#define VALIDATION "/io/github/tambour/Tambour/couchdb/validate.js"

static const char *
name_kind (TambourKind kind)
{
  switch (kind)
    {
    case TAMBOUR_KIND_TEXT:
      return "text";
    case TAMBOUR_KIND_COUNT:
      return "count";
    case TAMBOUR_KIND_NUMBER:
      return "number";
    case TAMBOUR_KIND_FLAG:
      return "flag";
    case TAMBOUR_KIND_CHOICE:
      return "choice";
    case TAMBOUR_KIND_INSTANT:
      return "instant";
    case TAMBOUR_KIND_DATE:
      return "date";
    case TAMBOUR_KIND_MONEY:
      return "money";
    case TAMBOUR_KIND_REF:
      return "reference";
    case TAMBOUR_KIND_LABELS:
      return "labels";
    }

  g_assert_not_reached ();
}

static JsonArray *
list_nicks (GType choice)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (choice);
  JsonArray *nicks = json_array_new ();

  for (guint i = 0; i < klass->n_values; i++)
    json_array_add_string_element (nicks, klass->values[i].value_nick);

  return nicks;
}

/* What always says something is never missing. */
static gboolean
is_required (const TambourField *field)
{
  return (field->flags & TAMBOUR_FIELD_REQUIRED) != 0 && field->kind != TAMBOUR_KIND_CHOICE && field->kind != TAMBOUR_KIND_FLAG;
}

static JsonObject *
describe_field (TambourRecordClass *klass,
                guint               i)
{
  const TambourField *field = &klass->fields[i];
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "holds", name_kind (field->kind));
  if (field->choice != NULL)
    json_object_set_array_member (object, "values", list_nicks (field->choice ()));
  if (is_required (field))
    json_object_set_boolean_member (object, "required", TRUE);
  if (tambour_record_class_is_fixed (klass, i))
    json_object_set_boolean_member (object, "fixed", TRUE);

  return object;
}

/* Conflicts are found, by every laptop alike, and not written by anybody. */
static JsonObject *
describe_kind (TambourRecordClass *klass)
{
  JsonObject *object = json_object_new ();
  JsonObject *fields = json_object_new ();

  if (klass->traits & TAMBOUR_RECORD_DERIVED)
    json_object_set_boolean_member (object, "is_local", TRUE);
  if (G_TYPE_FROM_CLASS (klass) == TAMBOUR_TYPE_CONFLICT)
    json_object_set_boolean_member (object, "is_found", TRUE);
  for (guint i = 0; i < klass->n_fields; i++)
    if (!g_str_equal (klass->fields[i].name, "rev"))
      json_object_set_object_member (fields, klass->fields[i].name, describe_field (klass, i));
  json_object_set_object_member (object, "fields", fields);

  return object;
}

static JsonObject *
describe_kinds (void)
{
  JsonObject *tables = json_object_new ();
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (types[i]);

      json_object_set_object_member (tables, klass->kind, describe_kind (klass));
    }

  return tables;
}

static JsonArray *
list_roles (const char * const *roles)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; roles[i] != NULL; i++)
    json_array_add_string_element (array, roles[i]);

  return array;
}

static char *
load_validation (void)
{
  g_autoptr(GBytes) bytes = g_resource_lookup_data (tambour_sync_get_resource (), VALIDATION, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);

  return g_strchomp (g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
}

/**
 * tambour_design_new:
 *
 * The design document of a team's database: data/couchdb/validate.js, and what it
 * needs to know of each kind, out of the field tables.
 *
 * Returns: (transfer full): the document, without a revision
 */
JsonObject *
tambour_design_new (void)
{
  static const char * const writers[] = { TAMBOUR_ROLE_TAM, TAMBOUR_ROLE_MANAGER, NULL };
  g_autofree char *validation = load_validation ();
  JsonObject *document = json_object_new ();

  json_object_set_string_member (document, "_id", TAMBOUR_DESIGN_ID);
  json_object_set_string_member (document, "language", "javascript");
  json_object_set_array_member (document, "writers", list_roles (writers));
  json_object_set_object_member (document, "tables", describe_kinds ());
  json_object_set_string_member (document, "validate_doc_update", validation);

  return document;
}

/**
 * tambour_design_is_current:
 * @document: the design document that a database has
 *
 * Returns: %TRUE if it says the same as that of this version
 */
gboolean
tambour_design_is_current (JsonObject *document)
{
  g_autoptr(JsonObject) current = tambour_design_new ();
  g_autoptr(JsonNode) here = json_node_init_object (json_node_alloc (), current);
  g_autoptr(JsonObject) said = json_object_new ();
  g_autoptr(JsonNode) there = json_node_init_object (json_node_alloc (), said);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, document);
  while (json_object_iter_next (&iter, &name, &value))
    if (*name != '_' || g_str_equal (name, "_id"))
      json_object_set_member (said, name, json_node_copy (value));

  return json_node_equal (here, there);
}

static gboolean
names_role (JsonArray  *roles,
            const char *role)
{
  for (guint i = 0; i < json_array_get_length (roles); i++)
    {
      JsonNode *node = json_array_get_element (roles, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING && g_str_equal (json_node_get_string (node), role))
        return TRUE;
    }

  return FALSE;
}

/* Adds @roles to a group of the security object, beside who is in it. */
static void
admit (JsonObject         *security,
       const char         *group,
       const char * const *roles)
{
  JsonNode *node = json_object_get_member (security, group);
  JsonObject *members = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : json_object_new ();
  JsonNode *found = json_object_get_member (members, "roles");
  JsonArray *named = found != NULL && JSON_NODE_HOLDS_ARRAY (found) ? json_node_dup_array (found) : json_array_new ();

  for (guint i = 0; roles[i] != NULL; i++)
    if (!names_role (named, roles[i]))
      json_array_add_string_element (named, roles[i]);

  json_object_set_array_member (members, "roles", named);
  json_object_set_object_member (security, group, members);
}

/**
 * tambour_design_secure:
 * @security: a database's security object
 *
 * Who may come in: the three roles; a manager administers the database. Whoever
 * was in it already stays.
 *
 * Returns: (transfer full): the security object that says so
 */
JsonObject *
tambour_design_secure (JsonObject *security)
{
  static const char * const members[] = { TAMBOUR_ROLE_TAM, TAMBOUR_ROLE_MANAGER, TAMBOUR_ROLE_READER, NULL };
  static const char * const admins[] = { TAMBOUR_ROLE_MANAGER, NULL };
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), security);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr(JsonNode) copy = json_from_string (text, NULL);
  JsonObject *secured = json_node_dup_object (copy);

  admit (secured, "admins", admins);
  admit (secured, "members", members);

  return secured;
}
