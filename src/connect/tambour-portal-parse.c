/* tambour-portal-parse.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-parse.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "tambour-map-json.h"

static void
note (TambourPortalParse *self,
      GError             *error)
{
  g_autoptr(GError) noted = error;

  g_ptr_array_add (self->faults, g_strdup (noted->message));
}

/*
 * tambour_portal_parse_refuse:
 * @self: a reading
 * @place: where the object stands in the map
 * @key: the key that is wrong
 * @expected: what it should be
 *
 * Notes a fault.
 */
void
tambour_portal_parse_refuse (TambourPortalParse *self,
                             const char         *place,
                             const char         *key,
                             const char         *expected)
{
  GError *error = NULL;

  tambour_map_json_refuse (place, key, expected, &error);
  note (self, error);
}

/*
 * tambour_portal_parse_keys:
 * @self: a reading
 * @object: an object of a map
 * @place: where it stands
 * @known: the keys that it may have
 *
 * Notes each that it may not.
 */
void
tambour_portal_parse_keys (TambourPortalParse *self,
                           JsonObject         *object,
                           const char         *place,
                           const char * const *known)
{
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    {
      g_autofree char *escaped = tambour_json_pointer_escape (key);
      GError *error = NULL;

      if (!g_strv_contains (known, key) && !tambour_map_json_check_key (escaped, place, known, &error))
        note (self, error);
    }
}

/*
 * tambour_portal_parse_object:
 * @self: a reading
 * @node: JSON of any shape
 * @place: where it stands
 *
 * Returns: (nullable): the object that it is, or %NULL with a fault
 */
JsonObject *
tambour_portal_parse_object (TambourPortalParse *self,
                             JsonNode           *node,
                             const char         *place)
{
  const char *slash = strrchr (place, '/');
  g_autofree char *above = g_strndup (place, slash != NULL ? slash - place : 0);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  tambour_portal_parse_refuse (self, above, slash != NULL ? slash + 1 : "", _("an object"));

  return NULL;
}

/*
 * tambour_portal_parse_member:
 * @self: a reading
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 *
 * Returns: (nullable): the object there; %NULL if there is none
 */
JsonObject *
tambour_portal_parse_member (TambourPortalParse *self,
                             JsonObject         *object,
                             const char         *place,
                             const char         *key)
{
  JsonObject *member = NULL;
  GError *error = NULL;

  if (!tambour_map_json_read_object (object, place, key, &member, &error))
    note (self, error);

  return member;
}

/*
 * tambour_portal_parse_text:
 * @self: a reading
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 * @is_needed: whether it must be there
 *
 * Returns: (transfer full) (nullable): the text there
 */
char *
tambour_portal_parse_text (TambourPortalParse *self,
                           JsonObject         *object,
                           const char         *place,
                           const char         *key,
                           gboolean            is_needed)
{
  char *text = NULL;
  GError *error = NULL;

  if (!tambour_map_json_read_text (object, place, key, &text, &error))
    note (self, error);
  else if (is_needed && (text == NULL || *text == '\0'))
    tambour_portal_parse_refuse (self, place, key, _("a text, which must be there"));

  return text;
}

/*
 * tambour_portal_parse_texts:
 * @self: a reading
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 *
 * Returns: (transfer full) (nullable): the texts there
 */
GStrv
tambour_portal_parse_texts (TambourPortalParse *self,
                            JsonObject         *object,
                            const char         *place,
                            const char         *key)
{
  GStrv texts = NULL;
  GError *error = NULL;

  if (!tambour_map_json_read_texts (object, place, key, &texts, &error))
    note (self, error);

  return texts;
}

/*
 * tambour_portal_parse_flag:
 * @self: a reading
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 *
 * Returns: whether it is there and true
 */
gboolean
tambour_portal_parse_flag (TambourPortalParse *self,
                           JsonObject         *object,
                           const char         *place,
                           const char         *key)
{
  gboolean flag = FALSE;
  GError *error = NULL;

  if (!tambour_map_json_read_flag (object, place, key, &flag, &error))
    note (self, error);

  return flag;
}

/*
 * tambour_portal_parse_number:
 * @self: a reading
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 * @otherwise: what it is if it is not there
 * @least: the least that it may be
 * @most: the most that it may be
 *
 * Returns: the number there
 */
gint64
tambour_portal_parse_number (TambourPortalParse *self,
                             JsonObject         *object,
                             const char         *place,
                             const char         *key,
                             gint64              otherwise,
                             gint64              least,
                             gint64              most)
{
  JsonNode *node = json_object_get_member (object, key);
  g_autofree char *expected = NULL;

  if (node == NULL)
    return otherwise;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 &&
      json_node_get_int (node) >= least && json_node_get_int (node) <= most)
    return json_node_get_int (node);

  expected = g_strdup_printf (_("a whole number from %" PRId64 " to %" PRId64), least, most);
  tambour_portal_parse_refuse (self, place, key, expected);

  return otherwise;
}

/*
 * tambour_portal_parse_choice:
 * @self: a reading
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 * @choice: an enumeration
 * @otherwise: what it is if it is not there
 *
 * Returns: the value there
 */
guint
tambour_portal_parse_choice (TambourPortalParse *self,
                             JsonObject         *object,
                             const char         *place,
                             const char         *key,
                             GType               choice,
                             guint               otherwise)
{
  g_autofree char *nick = tambour_portal_parse_text (self, object, place, key, FALSE);
  g_autofree char *nicks = NULL;
  g_autofree char *expected = NULL;
  guint value;

  if (nick == NULL)
    return otherwise;
  if (tambour_choice_from_nick (choice, nick, &value))
    return value;

  nicks = tambour_choice_dup_nicks (choice);
  expected = g_strdup_printf (_("one of %s"), nicks);
  tambour_portal_parse_refuse (self, place, key, expected);

  return otherwise;
}

/*
 * tambour_portal_parse_pointer:
 * @self: a reading
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 * @otherwise: (nullable): what it is if it is not there
 *
 * Returns: (transfer full) (nullable): the pointer there
 */
TambourJsonPointer *
tambour_portal_parse_pointer (TambourPortalParse *self,
                              JsonObject         *object,
                              const char         *place,
                              const char         *key,
                              const char         *otherwise)
{
  g_autofree char *text = tambour_portal_parse_text (self, object, place, key, FALSE);
  TambourJsonPointer *pointer;

  if (text == NULL)
    return otherwise != NULL ? tambour_json_pointer_new (otherwise) : NULL;

  pointer = tambour_json_pointer_new (text);
  if (pointer == NULL)
    tambour_portal_parse_refuse (self, place, key, _("a JSON pointer, such as /items"));

  return pointer;
}

/*
 * tambour_portal_parse_place:
 * @self: a reading
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 *
 * Returns: (transfer full) (nullable): the place there
 */
TambourPortalPlace *
tambour_portal_parse_place (TambourPortalParse *self,
                            JsonObject         *object,
                            const char         *place,
                            const char         *key)
{
  g_autofree char *text = tambour_portal_parse_text (self, object, place, key, FALSE);
  TambourPortalPlace *found = text != NULL ? tambour_portal_place_new (text) : NULL;

  if (text != NULL && found == NULL)
    tambour_portal_parse_refuse (self, place, key, _("a JSON pointer, such as /id or item:/id"));

  return found;
}

/*
 * tambour_portal_parse_template:
 * @self: a reading
 * @node: (nullable): JSON of any shape
 * @place: where it stands
 * @names: the variables that there are
 *
 * Returns: (transfer full) (nullable): the template that it is
 */
TambourPortalTemplate *
tambour_portal_parse_template (TambourPortalParse *self,
                               JsonNode           *node,
                               const char         *place,
                               const char * const *names)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *above = g_path_get_dirname (place);
  TambourPortalTemplate *template;

  if (node == NULL || !tambour_map_json_is_text (node))
    {
      tambour_portal_parse_refuse (self, above, strrchr (place, '/') + 1, _("a text, which must be there"));
      return NULL;
    }

  template = tambour_portal_template_new (json_node_get_string (node), names, &error);
  if (template == NULL)
    g_ptr_array_add (self->faults, g_strdup_printf (_("The map is wrong at %s: %s"), place, error->message));

  return template;
}

/* A text, or a list of them for a parameter that comes more than once. */
static void
add_parameter (TambourPortalParse   *self,
               TambourPortalRequest *request,
               const char           *name,
               JsonNode             *node,
               const char           *place,
               const char * const   *names)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  TambourPortalTemplate *value;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *at = g_strdup_printf ("%s/%u", place, i);
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_ARRAY (element))
        add_parameter (self, request, name, element, at, names);
      else
        tambour_portal_parse_refuse (self, place, strrchr (at, '/') + 1, _("a text"));
    }
  if (array != NULL)
    return;

  value = tambour_portal_parse_template (self, node, place, names);
  if (value == NULL)
    return;

  g_ptr_array_add (request->names, g_strdup (name));
  g_ptr_array_add (request->values, value);
}

/*
 * tambour_portal_parse_request:
 * @self: a reading
 * @object: an object of a map with “path” and “query”
 * @place: where it stands
 * @names: the variables that there are
 *
 * Returns: (transfer full) (nullable): what is asked for
 */
TambourPortalRequest *
tambour_portal_parse_request (TambourPortalParse *self,
                              JsonObject         *object,
                              const char         *place,
                              const char * const *names)
{
  g_autoptr(TambourPortalRequest) request = g_new0 (TambourPortalRequest, 1);
  JsonObject *query = tambour_portal_parse_member (self, object, place, "query");
  g_autofree char *path_place = g_strconcat (place, "/path", NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  request->names = g_ptr_array_new_with_free_func (g_free);
  request->values = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_portal_template_free);
  request->path = tambour_portal_parse_template (self, json_object_get_member (object, "path"), path_place, names);

  if (query != NULL)
    {
      json_object_iter_init_ordered (&iter, query);
      while (json_object_iter_next_ordered (&iter, &name, &node))
        {
          g_autofree char *escaped = tambour_json_pointer_escape (name);
          g_autofree char *at = g_strconcat (place, "/query/", escaped, NULL);

          add_parameter (self, request, name, node, at, names);
        }
    }

  return request->path != NULL ? g_steal_pointer (&request) : NULL;
}

static void
parse_paging (TambourPortalParse   *self,
              JsonObject           *object,
              const char           *place,
              const char * const   *names,
              TambourPortalListing *listing)
{
  static const char * const keys[] = { "kind", "first", "at", "total", "last", "next", "lasts", NULL };
  JsonObject *next = tambour_portal_parse_member (self, object, place, "next");
  gboolean is_page;

  tambour_portal_parse_keys (self, object, place, keys);
  listing->paging = tambour_portal_parse_choice (self, object, place, "kind", TAMBOUR_TYPE_PORTAL_PAGING_KIND, TAMBOUR_PORTAL_PAGING_NONE);
  is_page = listing->paging == TAMBOUR_PORTAL_PAGING_PAGE;
  listing->first = tambour_portal_parse_number (self, object, place, "first", is_page ? 1 : 0, 0, 1);
  listing->at = tambour_portal_parse_pointer (self, object, place, "at", NULL);
  listing->total = tambour_portal_parse_pointer (self, object, place, "total", NULL);
  listing->last = tambour_portal_parse_pointer (self, object, place, "last", NULL);
  listing->lasts = tambour_portal_parse_flag (self, object, place, "lasts");
  if (next != NULL)
    {
      static const char * const request_keys[] = { "path", "query", NULL };
      g_autofree char *at = g_strconcat (place, "/next", NULL);

      tambour_portal_parse_keys (self, next, at, request_keys);
      listing->next = tambour_portal_parse_request (self, next, at, names);
    }

  if ((listing->paging == TAMBOUR_PORTAL_PAGING_NEXT || listing->paging == TAMBOUR_PORTAL_PAGING_CURSOR) && listing->at == NULL)
    tambour_portal_parse_refuse (self, place, "at", _("the pointer to where the next page’s address or cursor stands"));
  if (is_page && !tambour_portal_request_uses (listing->request, "page"))
    tambour_portal_parse_refuse (self, place, "kind", _("page only where the request has the variable {page}"));
  if (listing->paging == TAMBOUR_PORTAL_PAGING_OFFSET && !tambour_portal_request_uses (listing->request, "offset"))
    tambour_portal_parse_refuse (self, place, "kind", _("offset only where the request has the variable {offset}"));
  if (listing->paging == TAMBOUR_PORTAL_PAGING_CURSOR &&
      !tambour_portal_request_uses (listing->next != NULL ? listing->next : listing->request, "cursor"))
    tambour_portal_parse_refuse (self, place, "kind", _("cursor only where the request has the variable {cursor}"));
}

/*
 * tambour_portal_parse_listing:
 * @self: a reading
 * @object: an object of a map with “path”, “query”, “entries”, “limit” and “paging”
 * @place: where it stands
 * @names: the variables that its templates may have
 * @listing: (out caller-allocates): the list
 *
 * Reads how a list is read.
 */
void
tambour_portal_parse_listing (TambourPortalParse   *self,
                              JsonObject           *object,
                              const char           *place,
                              const char * const   *names,
                              TambourPortalListing *listing)
{
  JsonObject *paging = tambour_portal_parse_member (self, object, place, "paging");

  listing->place = g_strdup (place);
  if (json_object_has_member (object, "path"))
    listing->request = tambour_portal_parse_request (self, object, place, names);
  listing->entries = tambour_portal_parse_pointer (self, object, place, "entries", "");
  listing->limit = tambour_portal_parse_number (self, object, place, "limit", 100, 1, 10000);
  if (paging != NULL)
    {
      g_autofree char *at = g_strconcat (place, "/paging", NULL);

      parse_paging (self, paging, at, names, listing);
    }
}
