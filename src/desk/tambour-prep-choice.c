/* tambour-prep-choice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-prep-choice.h"

/* Keys of what was added begin so; no kind of record is called that. */
#define OWN "own:"

static GPtrArray *
list_strings (JsonObject *fields,
              const char *name)
{
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);
  JsonNode *node = fields ? json_object_get_member (fields, name) : NULL;
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        g_ptr_array_add (strings, g_strdup (json_node_get_string (element)));
    }

  return strings;
}

static void
add_own (TambourPrepChoice *self,
         const char        *key,
         const char        *text)
{
  TambourPrepPoint *point = tambour_prep_point_new (TAMBOUR_PREP_OWN, key);

  point->title = g_strdup (text);
  g_ptr_array_add (self->added, point);
}

/* What is kept may have been written by anybody: what has another shape is left out. */
static void
unpack_added (TambourPrepChoice *self,
              JsonObject        *fields)
{
  JsonNode *node = fields ? json_object_get_member (fields, "added") : NULL;
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      const char *key = object ? json_object_get_string_member_with_default (object, "key", NULL) : NULL;
      const char *text = object ? json_object_get_string_member_with_default (object, "text", NULL) : NULL;

      if (key != NULL && text != NULL && g_str_has_prefix (key, OWN))
        add_own (self, key, text);
    }
}

/**
 * tambour_prep_choice_new:
 * @fields: (nullable): what tambour_prep_choice_pack() gave
 *
 * Returns: (transfer full): what a person changed
 */
TambourPrepChoice *
tambour_prep_choice_new (JsonObject *fields)
{
  TambourPrepChoice *self = g_new0 (TambourPrepChoice, 1);
  g_autoptr(GPtrArray) removed = list_strings (fields, "removed");

  self->order = list_strings (fields, "order");
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->added = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_prep_point_free);
  for (guint i = 0; i < removed->len; i++)
    g_hash_table_add (self->removed, g_strdup (g_ptr_array_index (removed, i)));
  unpack_added (self, fields);

  return self;
}

/**
 * tambour_prep_choice_free:
 * @self: (transfer full): what a person changed
 */
void
tambour_prep_choice_free (TambourPrepChoice *self)
{
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_clear_pointer (&self->added, g_ptr_array_unref);
  g_free (self);
}

static gboolean
says_something (const TambourPrepPoint *point)
{
  return *point->title != '\0';
}

/**
 * tambour_prep_choice_is_empty:
 * @self: what a person changed
 *
 * Returns: whether they changed nothing
 */
gboolean
tambour_prep_choice_is_empty (const TambourPrepChoice *self)
{
  for (guint i = 0; i < self->added->len; i++)
    if (says_something (g_ptr_array_index (self->added, i)))
      return FALSE;

  return self->order->len == 0 && g_hash_table_size (self->removed) == 0;
}

/**
 * tambour_prep_choice_pack:
 * @self: what a person changed
 *
 * Returns: (transfer full): it, to be kept; what was added and is empty is left out
 */
JsonObject *
tambour_prep_choice_pack (const TambourPrepChoice *self)
{
  JsonObject *fields = json_object_new ();
  JsonArray *order = json_array_new ();
  JsonArray *removed = json_array_new ();
  JsonArray *added = json_array_new ();
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < self->order->len; i++)
    json_array_add_string_element (order, g_ptr_array_index (self->order, i));

  g_hash_table_iter_init (&iter, self->removed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    json_array_add_string_element (removed, key);

  for (guint i = 0; i < self->added->len; i++)
    {
      const TambourPrepPoint *point = g_ptr_array_index (self->added, i);
      JsonObject *object;

      if (!says_something (point))
        continue;

      object = json_object_new ();
      json_object_set_string_member (object, "key", point->key);
      json_object_set_string_member (object, "text", point->title);
      json_array_add_object_element (added, object);
    }

  json_object_set_array_member (fields, "order", order);
  json_object_set_array_member (fields, "removed", removed);
  json_object_set_array_member (fields, "added", added);

  return fields;
}

/* --- the points as they are shown ------------------------------------------ */

static int
place_of (const TambourPrepChoice *self,
          const TambourPrepPoint  *point)
{
  for (guint i = 0; i < self->order->len; i++)
    if (g_str_equal (g_ptr_array_index (self->order, i), point->key))
      return (int) i;

  return -1;
}

static TambourPrepPoint *
find_point (GPtrArray  *points,
            const char *key)
{
  for (guint i = 0; i < points->len; i++)
    if (g_str_equal (((TambourPrepPoint *) g_ptr_array_index (points, i))->key, key))
      return g_ptr_array_index (points, i);

  return NULL;
}

/* What came up since stands before the first that is less urgent; what a person
 * wrote has no urgency.
 */
static void
insert_new (GPtrArray        *shown,
            TambourPrepPoint *point)
{
  guint at = 0;

  while (at < shown->len)
    {
      const TambourPrepPoint *other = g_ptr_array_index (shown, at);

      if (other->reason != TAMBOUR_PREP_OWN && other->rank > point->rank)
        break;
      at++;
    }

  g_ptr_array_insert (shown, (int) at, point);
}

/**
 * tambour_prep_choice_apply:
 * @self: what a person changed
 * @points: (element-type TambourPrepPoint): the points as they were found
 *
 * Returns: (transfer container) (element-type TambourPrepPoint): the points as the
 *   person wants them; they belong to @points and to @self
 */
GPtrArray *
tambour_prep_choice_apply (const TambourPrepChoice *self,
                           GPtrArray               *points)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < self->order->len; i++)
    {
      const char *key = g_ptr_array_index (self->order, i);
      TambourPrepPoint *point = find_point (points, key);

      if (point == NULL)
        point = find_point (self->added, key);
      if (point != NULL && !g_hash_table_contains (self->removed, key))
        g_ptr_array_add (shown, point);
    }

  for (guint i = 0; i < points->len; i++)
    {
      TambourPrepPoint *point = g_ptr_array_index (points, i);

      if (!g_hash_table_contains (self->removed, point->key) && place_of (self, point) < 0)
        insert_new (shown, point);
    }

  for (guint i = 0; i < self->added->len; i++)
    {
      TambourPrepPoint *point = g_ptr_array_index (self->added, i);

      if (!g_hash_table_contains (self->removed, point->key) && place_of (self, point) < 0)
        g_ptr_array_add (shown, point);
    }

  return shown;
}

/* --- changes --------------------------------------------------------------- */

/**
 * tambour_prep_choice_add:
 * @self: what a person changed
 * @shown: (element-type TambourPrepPoint): the points as they are shown
 * @text: what is to be raised
 *
 * Puts it at the end.
 *
 * Returns: (transfer none): the new point, whose title may be edited
 */
TambourPrepPoint *
tambour_prep_choice_add (TambourPrepChoice *self,
                         GPtrArray         *shown,
                         const char        *text)
{
  g_autofree char *id = tambour_id_new ();
  g_autofree char *key = g_strconcat (OWN, id, NULL);

  add_own (self, key, text);
  if (self->order->len > 0)
    g_ptr_array_add (self->order, g_strdup (key));
  g_ptr_array_add (shown, g_ptr_array_index (self->added, self->added->len - 1));

  return g_ptr_array_index (self->added, self->added->len - 1);
}

/**
 * tambour_prep_choice_remove:
 * @self: what a person changed
 * @key: of a point
 *
 * Takes it out; it can be restored where it was.
 */
void
tambour_prep_choice_remove (TambourPrepChoice *self,
                            const char        *key)
{
  g_hash_table_add (self->removed, g_strdup (key));
}

/**
 * tambour_prep_choice_restore:
 * @self: what a person changed
 * @key: of a point that was taken out
 */
void
tambour_prep_choice_restore (TambourPrepChoice *self,
                             const char        *key)
{
  g_hash_table_remove (self->removed, key);
}

/* What was taken out keeps its place behind what stood before it. */
static void
set_order (TambourPrepChoice *self,
           GPtrArray         *shown)
{
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->order);

  self->order = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < shown->len; i++)
    g_ptr_array_add (self->order, g_strdup (((TambourPrepPoint *) g_ptr_array_index (shown, i))->key));

  for (guint i = 0; i < before->len; i++)
    if (g_hash_table_contains (self->removed, g_ptr_array_index (before, i)))
      g_ptr_array_insert (self->order, (int) MIN (i, self->order->len), g_strdup (g_ptr_array_index (before, i)));
}

/**
 * tambour_prep_choice_move:
 * @self: what a person changed
 * @shown: (element-type TambourPrepPoint): the points as they are shown
 * @from: where a point stands
 * @to: where it is to stand
 *
 * Returns: whether anything moved
 */
gboolean
tambour_prep_choice_move (TambourPrepChoice *self,
                          GPtrArray         *shown,
                          guint              from,
                          guint              to)
{
  gpointer point;

  if (from >= shown->len || to >= shown->len || from == to)
    return FALSE;

  point = g_ptr_array_steal_index (shown, from);
  g_ptr_array_insert (shown, (int) to, point);
  set_order (self, shown);

  return TRUE;
}
