/* tambour-portal-cursor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-cursor.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tambour-portal-map.h"

/* No map has more lists. */
#define MAX_LISTS 64

/*
 * tambour_portal_cursor_new:
 *
 * Returns: (transfer full): a cursor at the beginning of everything
 */
TambourPortalCursor *
tambour_portal_cursor_new (void)
{
  TambourPortalCursor *self = g_new0 (TambourPortalCursor, 1);

  self->since.seconds = self->start.seconds = self->reached.seconds = TAMBOUR_NEVER;
  self->kept = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/*
 * tambour_portal_cursor_free:
 * @self: (transfer full): a cursor
 *
 * Frees it.
 */
void
tambour_portal_cursor_free (TambourPortalCursor *self)
{
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_free (self->position);
  g_free (self);
}

static const char *
find_text (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static void
read_instant (JsonObject     *object,
              const char     *name,
              TambourInstant *instant)
{
  const char *text = find_text (object, name);

  if (text != NULL)
    tambour_instant_parse (text, instant);
}

static void
read_kept (JsonObject          *object,
           TambourPortalCursor *self)
{
  JsonNode *node = json_object_get_member (object, "kept");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < MIN (json_array_get_length (array), MAX_LISTS); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      gboolean is_text = JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING;

      tambour_portal_cursor_keep (self, i, is_text ? json_node_get_string (element) : NULL);
    }
}

/*
 * tambour_portal_cursor_parse:
 * @text: what tambour_portal_cursor_write() gave
 * @system: of the map that it is for
 * @error: return location for %TAMBOUR_PORTAL_ERROR_CURSOR
 *
 * Returns: (transfer full) (nullable): the cursor
 */
TambourPortalCursor *
tambour_portal_cursor_parse (const char  *text,
                             const char  *system,
                             GError     **error)
{
  g_autoptr(JsonNode) root = json_from_string (text, NULL);
  g_autoptr(TambourPortalCursor) self = tambour_portal_cursor_new ();
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (object == NULL || g_strcmp0 (find_text (object, "system"), system) != 0)
    {
      g_set_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_CURSOR,
                   _("What the last run of the connector left is not of %s: read everything anew"), system);
      return NULL;
    }

  read_instant (object, "since", &self->since);
  read_instant (object, "start", &self->start);
  read_instant (object, "reached", &self->reached);
  self->position = g_strdup (find_text (object, "position"));
  self->list = (guint) CLAMP (json_object_get_int_member_with_default (object, "list", 0), 0, MAX_LISTS);
  read_kept (object, self);

  return g_steal_pointer (&self);
}

static void
write_instant (JsonObject     *object,
               const char     *name,
               TambourInstant  instant)
{
  g_autofree char *text = tambour_instant_dup_text (instant);

  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

/*
 * tambour_portal_cursor_write:
 * @self: a cursor
 * @system: of the map that it is for
 *
 * Returns: (transfer full): a text that says the same
 */
char *
tambour_portal_cursor_write (const TambourPortalCursor *self,
                             const char                *system)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *kept = json_array_new ();

  json_object_set_string_member (object, "system", system);
  write_instant (object, "since", self->since);
  write_instant (object, "start", self->start);
  write_instant (object, "reached", self->reached);
  json_object_set_int_member (object, "list", self->list);
  if (self->position != NULL)
    json_object_set_string_member (object, "position", self->position);
  for (guint i = 0; i < self->kept->len; i++)
    if (self->kept->pdata[i] != NULL)
      json_array_add_string_element (kept, self->kept->pdata[i]);
    else
      json_array_add_null_element (kept);
  json_object_set_array_member (object, "kept", kept);
  json_node_set_object (root, object);

  return json_to_string (root, FALSE);
}

/*
 * tambour_portal_cursor_kept:
 * @self: a cursor
 * @list: which list of changes
 *
 * Returns: (transfer none) (nullable): where it goes on next time
 */
const char *
tambour_portal_cursor_kept (const TambourPortalCursor *self,
                            guint                      list)
{
  return list < self->kept->len ? self->kept->pdata[list] : NULL;
}

/*
 * tambour_portal_cursor_keep:
 * @self: a cursor
 * @list: which list of changes
 * @position: (nullable): where it goes on next time
 *
 * Keeps that.
 */
void
tambour_portal_cursor_keep (TambourPortalCursor *self,
                            guint                list,
                            const char          *position)
{
  while (self->kept->len <= list)
    g_ptr_array_add (self->kept, NULL);

  g_free (self->kept->pdata[list]);
  self->kept->pdata[list] = g_strdup (position);
}
