/* tambour-record-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-record-json.h"

#include "tambour-kinds.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

/* The member that names the kind; no kind has a field of that name. */
#define KIND_MEMBER "record"

static JsonNode *
pack_labels (const char * const *labels)
{
  g_autoptr(JsonArray) array = json_array_new ();

  for (guint i = 0; labels && labels[i]; i++)
    json_array_add_string_element (array, labels[i]);

  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
pack_money (const TambourMoney *money)
{
  g_autoptr(JsonObject) object = json_object_new ();

  json_object_set_int_member (object, "minor", money->minor);
  json_object_set_string_member (object, "currency", money->currency);

  return json_node_init_object (json_node_alloc (), object);
}

/**
 * tambour_field_pack:
 * @field: a field
 * @record: a record that has it
 *
 * Returns: (transfer full): the field as JSON; `null` when not stated
 */
JsonNode *
tambour_field_pack (const TambourField *field,
                    gconstpointer       record)
{
  g_autofree char *text = NULL;

  switch (field->kind)
    {
    case TAMBOUR_KIND_FLAG:
      return json_node_init_boolean (json_node_alloc (), AT (field, record, bool));
    case TAMBOUR_KIND_LABELS:
      return pack_labels (AT (field, record, const char * const *));
    case TAMBOUR_KIND_COUNT:
      if (tambour_field_is_stated (field, record))
        return json_node_init_int (json_node_alloc (), AT (field, record, gint64));
      break;
    case TAMBOUR_KIND_NUMBER:
      if (tambour_field_is_stated (field, record))
        return json_node_init_double (json_node_alloc (), AT (field, record, double));
      break;
    case TAMBOUR_KIND_MONEY:
      if (tambour_field_is_stated (field, record))
        return pack_money (&AT (field, record, TambourMoney));
      break;
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_CHOICE:
    case TAMBOUR_KIND_INSTANT:
    case TAMBOUR_KIND_DATE:
    case TAMBOUR_KIND_REF:
      if ((text = tambour_field_dup_text (field, record)))
        return json_node_init_string (json_node_alloc (), text);
      break;
    }

  return json_node_init_null (json_node_alloc ());
}

static gboolean
unpack_labels (JsonNode *node,
               GStrv    *labels)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return FALSE;

      g_strv_builder_add (builder, json_node_get_string (element));
    }

  g_strfreev (*labels);
  *labels = json_array_get_length (array) ? g_strv_builder_end (builder) : NULL;

  return TRUE;
}

static gboolean
unpack_money (JsonNode     *node,
              TambourMoney *money)
{
  JsonObject *object;
  const char *currency;
  JsonNode *minor;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  object = json_node_get_object (node);
  currency = json_object_get_string_member_with_default (object, "currency", NULL);
  minor = json_object_get_member (object, "minor");

  if (currency == NULL || strlen (currency) != 3 || strspn (currency, G_CSET_A_2_Z) != 3 || minor == NULL ||
      !JSON_NODE_HOLDS_VALUE (minor) || json_node_get_value_type (minor) != G_TYPE_INT64)
    return FALSE;

  money->minor = json_node_get_int (minor);
  memcpy (money->currency, currency, sizeof money->currency);

  return TRUE;
}

static gboolean
unpack_value (const TambourField *field,
              gpointer            record,
              JsonNode           *node)
{
  GType held = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  switch (field->kind)
    {
    case TAMBOUR_KIND_FLAG:
      if (held == G_TYPE_BOOLEAN)
        AT (field, record, bool) = json_node_get_boolean (node);
      return held == G_TYPE_BOOLEAN;
    case TAMBOUR_KIND_COUNT:
      if (held == G_TYPE_INT64)
        AT (field, record, gint64) = json_node_get_int (node);
      return held == G_TYPE_INT64;
    case TAMBOUR_KIND_NUMBER:
      if ((held != G_TYPE_INT64 && held != G_TYPE_DOUBLE) || !isfinite (json_node_get_double (node)))
        return FALSE;
      AT (field, record, double) = json_node_get_double (node);
      return TRUE;
    case TAMBOUR_KIND_LABELS:
      return unpack_labels (node, &AT (field, record, GStrv));
    case TAMBOUR_KIND_MONEY:
      return unpack_money (node, &AT (field, record, TambourMoney));
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_CHOICE:
    case TAMBOUR_KIND_INSTANT:
    case TAMBOUR_KIND_DATE:
    case TAMBOUR_KIND_REF:
      return held == G_TYPE_STRING && tambour_field_set_text (field, record, json_node_get_string (node), NULL);
    }

  g_assert_not_reached ();
}

/**
 * tambour_field_unpack:
 * @field: a field
 * @record: a record that has it
 * @node: JSON of any shape
 * @error: return location for %TAMBOUR_RECORD_ERROR_SHAPE
 *
 * Returns: %FALSE if @node is not what the field holds; @record is then as before
 */
gboolean
tambour_field_unpack (const TambourField  *field,
                      gpointer             record,
                      JsonNode            *node,
                      GError             **error)
{
  if (JSON_NODE_HOLDS_NULL (node))
    {
      tambour_field_clear (field, record);
      return TRUE;
    }

  if (unpack_value (field, record, node))
    return TRUE;

  {
    g_autofree char *shown = json_to_string (node, FALSE);

    g_set_error (error, TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_SHAPE,
                 "%s cannot be %.80s", field->name, shown);
  }

  return FALSE;
}

static JsonObject *
parse_extra (TambourRecord *self)
{
  g_autoptr(JsonNode) node = self->extra ? json_from_string (self->extra, NULL) : NULL;

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

/**
 * tambour_record_pack:
 * @self: a record
 *
 * Members that are not stated are left out; those of a newer version are
 * written back as they came.
 *
 * Returns: (transfer full): @self as a JSON object
 */
JsonNode *
tambour_record_pack (TambourRecord *self)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (self);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonObject) extra = parse_extra (self);

  json_object_set_string_member (object, KIND_MEMBER, klass->kind);
  json_object_set_string_member (object, "id", self->id);

  for (guint i = 0; i < klass->n_fields; i++)
    if (tambour_field_is_stated (&klass->fields[i], self))
      json_object_set_member (object, klass->fields[i].name, tambour_field_pack (&klass->fields[i], self));

  if (extra != NULL)
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *node;

      json_object_iter_init_ordered (&iter, extra);
      while (json_object_iter_next_ordered (&iter, &name, &node))
        if (!json_object_has_member (object, name))
          json_object_set_member (object, name, json_node_copy (node));
    }

  return json_node_init_object (json_node_alloc (), object);
}

/* A choice that only a newer version knows: kept beside the fields. */
static gboolean
is_unknown_choice (const TambourField *field,
                   JsonNode           *node)
{
  guint value;

  return field->kind == TAMBOUR_KIND_CHOICE && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_STRING &&
         !tambour_choice_from_nick (field->choice (), json_node_get_string (node), &value);
}

/**
 * tambour_record_merge_in:
 * @self: a record
 * @members: a JSON object
 * @error: return location for %TAMBOUR_RECORD_ERROR_SHAPE
 *
 * Sets the fields that @members names and keeps the members that this version
 * does not know. What begins with “_” is said by a database, not by the record.
 *
 * Returns: %FALSE at the first member of a wrong shape
 */
gboolean
tambour_record_merge_in (TambourRecord  *self,
                         JsonObject     *members,
                         GError        **error)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (self);
  g_autoptr(JsonObject) extra = parse_extra (self);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, members);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const TambourField *field = tambour_record_class_find_field (klass, name);

      if (*name == '_' || g_str_equal (name, KIND_MEMBER) || g_str_equal (name, "id"))
        continue;

      if (field != NULL && !is_unknown_choice (field, node))
        {
          if (!tambour_field_unpack (field, self, node, error))
            return FALSE;
          if (extra != NULL)
            json_object_remove_member (extra, name);
          continue;
        }

      if (extra == NULL)
        extra = json_object_new ();
      json_object_set_member (extra, name, json_node_copy (node));
    }

  g_clear_pointer (&self->extra, g_free);
  if (extra != NULL && json_object_get_size (extra) > 0)
    {
      g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), extra);

      self->extra = json_to_string (root, FALSE);
    }

  return TRUE;
}

static gboolean
is_id (const char *id)
{
  gsize length = strspn (id, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

  return length > 0 && length <= 64 && id[length] == '\0';
}

/**
 * tambour_record_unpack_members:
 * @members: a JSON object of any shape
 * @id: (nullable): the id, whatever @members says
 * @error: return location for %TAMBOUR_RECORD_ERROR_SHAPE or _KIND
 *
 * Returns: (transfer full) (nullable): the record, or %NULL if @members does not say
 *   what kind it is or one of them has the wrong shape
 */
TambourRecord *
tambour_record_unpack_members (JsonObject  *members,
                               const char  *id,
                               GError     **error)
{
  const char *kind = json_object_get_string_member_with_default (members, KIND_MEMBER, "");
  TambourRecordClass *klass = tambour_kinds_find (kind ? kind : "");
  g_autoptr(TambourRecord) self = NULL;

  if (klass == NULL)
    {
      g_set_error (error, TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_KIND,
                   "“%.40s” is not a kind of record (member “" KIND_MEMBER "”)", kind ? kind : "");
      return NULL;
    }

  if (id == NULL || !is_id (id))
    {
      g_set_error (error, TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_SHAPE, "a %s has no usable id", kind);
      return NULL;
    }

  self = tambour_record_new (G_TYPE_FROM_CLASS (klass), id);
  if (!tambour_record_merge_in (self, members, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_record_unpack:
 * @node: JSON of any shape
 * @error: return location for %TAMBOUR_RECORD_ERROR_SHAPE or _KIND
 *
 * Returns: (transfer full) (nullable): the record, or %NULL if @node is not a
 *   record's object or a member has the wrong shape
 */
TambourRecord *
tambour_record_unpack (JsonNode  *node,
                       GError   **error)
{
  g_autoptr(JsonObject) members = JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : json_object_new ();

  return tambour_record_unpack_members (members, json_object_get_string_member_with_default (members, "id", ""), error);
}
