/* tambour-portal-pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-pages.h"

#include <glib/gi18n-lib.h>

/* A list that has more pages than this never ends. */
#define MAX_PAGES 200000

/*
 * tambour_portal_pages_init:
 * @self: (out caller-allocates): pages
 * @wire: the way to the portal, which is open
 * @listing: what is read
 * @context: (nullable): what pointers in its requests are read against
 *
 * Begins with the first page.
 */
void
tambour_portal_pages_init (TambourPortalPages         *self,
                           TambourPortalWire          *wire,
                           const TambourPortalListing *listing,
                           const TambourPortalContext *context)
{
  g_autofree char *limit = g_strdup_printf ("%" G_GINT64_FORMAT, listing->limit);

  *self = (TambourPortalPages) { .wire = wire, .listing = listing, .context = context };
  self->variables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  tambour_portal_pages_set (self, "limit", limit);
}

/*
 * tambour_portal_pages_clear:
 * @self: pages
 *
 * Frees what it holds.
 */
void
tambour_portal_pages_clear (TambourPortalPages *self)
{
  g_clear_pointer (&self->variables, g_hash_table_unref);
  g_clear_pointer (&self->position, g_free);
  g_clear_pointer (&self->root, json_node_unref);
}

/*
 * tambour_portal_pages_set:
 * @self: pages
 * @name: of a variable
 * @value: (nullable): what it says from now on
 *
 * Sets a variable of the requests.
 */
void
tambour_portal_pages_set (TambourPortalPages *self,
                          const char         *name,
                          const char         *value)
{
  if (value != NULL)
    g_hash_table_replace (self->variables, g_strdup (name), g_strdup (value));
  else
    g_hash_table_remove (self->variables, name);
}

static const char *
name_type (JsonNode *node)
{
  if (node == NULL)
    return _("nothing");
  if (JSON_NODE_HOLDS_OBJECT (node))
    return _("an object");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return _("a list");
  if (JSON_NODE_HOLDS_NULL (node))
    return _("null");

  return json_node_get_value_type (node) == G_TYPE_STRING ? _("a text") : _("a number, true or false");
}

/*
 * tambour_portal_refuse_shape:
 * @wire: the way to the portal
 * @address: what was asked for
 * @pointer: where in the answer
 * @found: (nullable): what stands there
 * @expected: what the map expects there
 * @error: return location for %TAMBOUR_PORTAL_ERROR_SHAPE
 *
 * Returns: %FALSE
 */
gboolean
tambour_portal_refuse_shape (TambourPortalWire         *wire,
                             const char                *address,
                             const TambourJsonPointer  *pointer,
                             JsonNode                  *found,
                             const char                *expected,
                             GError                   **error)
{
  g_autofree char *path = g_strndup (address, strcspn (address, "?"));
  const char *text = tambour_json_pointer_get_text (pointer);

  g_set_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_SHAPE,
               _("%s answers “%s” with %s at “%s”, where the map expects %s: check the address and the map"),
               wire->place, path, name_type (found), *text != '\0' ? text : "/", expected);

  return FALSE;
}

/* The address of the page that is next. */
static char *
dup_address (TambourPortalPages *self)
{
  const TambourPortalListing *listing = self->listing;
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, listing->first);
  const char *number = self->position != NULL ? self->position : first;

  switch (listing->paging)
    {
    case TAMBOUR_PORTAL_PAGING_NONE:
      break;
    case TAMBOUR_PORTAL_PAGING_PAGE:
      tambour_portal_pages_set (self, "page", number);
      break;
    case TAMBOUR_PORTAL_PAGING_OFFSET:
      tambour_portal_pages_set (self, "offset", number);
      break;
    case TAMBOUR_PORTAL_PAGING_LINK:
    case TAMBOUR_PORTAL_PAGING_NEXT:
      if (self->position != NULL)
        return g_strdup (self->position);
      break;
    case TAMBOUR_PORTAL_PAGING_CURSOR:
      tambour_portal_pages_set (self, "cursor", self->position);
      if (self->position != NULL && listing->next != NULL)
        return tambour_portal_request_expand (listing->next, self->variables, self->context);
      break;
    }

  return tambour_portal_request_expand (listing->request, self->variables, self->context);
}

/* RFC 8288: the target of rel="next" */
static char *
find_link (TambourPortalWire *wire)
{
  const char *header = wire->session != NULL ? tambour_session_get_header (wire->session, "Link") : NULL;
  const char *at = header;

  while (at != NULL && (at = strchr (at, '<')) != NULL)
    {
      const char *end = strchr (at, '>');
      const char *stop = end != NULL ? strchr (end, '<') : NULL;
      g_autofree char *rest = NULL;

      if (end == NULL)
        return NULL;
      rest = g_ascii_strdown (end, stop != NULL ? stop - end : -1);
      if (strstr (rest, "rel=\"next\"") != NULL || strstr (rest, "rel=next") != NULL)
        {
          g_autofree char *target = g_strndup (at + 1, end - at - 1);

          return tambour_portal_wire_dup_below (wire, target);
        }
      at = stop;
    }

  return NULL;
}

/* -1 if nobody says how many there are */
static gint64
find_total (TambourPortalPages *self)
{
  JsonNode *node = self->listing->total != NULL ? tambour_json_pointer_find (self->listing->total, self->root) : NULL;
  g_autofree char *text = tambour_portal_node_dup_text (node);
  gint64 total;

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &total, NULL) ? total : -1;
}

/* By the number of entries there are, or until a page has none: a portal may give fewer than it was asked for. */
static char *
count_on (TambourPortalPages *self,
          guint               n_entries)
{
  gboolean is_page = self->listing->paging == TAMBOUR_PORTAL_PAGING_PAGE;
  gint64 at = self->position != NULL ? g_ascii_strtoll (self->position, NULL, 10) : self->listing->first;
  gint64 next = is_page ? at + 1 : at + n_entries;
  gint64 n_known = is_page ? (next - self->listing->first) * self->listing->limit : next - self->listing->first;
  gint64 total = find_total (self);

  if (n_entries == 0 || (total >= 0 && n_known >= total))
    return NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT, next);
}

static gboolean
is_last (TambourPortalPages *self)
{
  JsonNode *node = self->listing->last != NULL ? tambour_json_pointer_find (self->listing->last, self->root) : NULL;
  g_autofree char *text = tambour_portal_node_dup_text (node);

  return g_strcmp0 (text, "true") == 0;
}

static char *
find_next (TambourPortalPages *self,
           guint               n_entries)
{
  g_autofree char *text = NULL;

  switch (self->listing->paging)
    {
    case TAMBOUR_PORTAL_PAGING_NONE:
      return NULL;
    case TAMBOUR_PORTAL_PAGING_PAGE:
    case TAMBOUR_PORTAL_PAGING_OFFSET:
      return is_last (self) ? NULL : count_on (self, n_entries);
    case TAMBOUR_PORTAL_PAGING_LINK:
      return find_link (self->wire);
    case TAMBOUR_PORTAL_PAGING_NEXT:
    case TAMBOUR_PORTAL_PAGING_CURSOR:
      break;
    }

  text = tambour_portal_node_dup_text (tambour_json_pointer_find (self->listing->at, self->root));
  if (text == NULL || self->listing->paging == TAMBOUR_PORTAL_PAGING_CURSOR)
    return g_steal_pointer (&text);

  return is_last (self) ? NULL : tambour_portal_wire_dup_below (self->wire, text);
}

/* A cursor is kept when it leads nowhere yet. */
static void
move_on (TambourPortalPages *self,
         guint               n_entries)
{
  g_autofree char *next = find_next (self, n_entries);
  gboolean is_cursor = self->listing->paging == TAMBOUR_PORTAL_PAGING_CURSOR;

  self->is_over = next == NULL || g_strcmp0 (next, self->position) == 0 || (is_cursor && is_last (self)) ||
                  self->n_pages >= MAX_PAGES;
  if (next != NULL || !is_cursor)
    g_set_str (&self->position, next);
}

/*
 * tambour_portal_pages_read:
 * @self: pages that are not over
 * @cancellable: (nullable): ends it early
 * @error: return location for an error, as of tambour_portal_wire_get()
 *
 * Returns: (transfer none) (nullable): the entries of the next page, until the next call
 */
JsonArray *
tambour_portal_pages_read (TambourPortalPages  *self,
                           GCancellable        *cancellable,
                           GError             **error)
{
  g_autofree char *address = dup_address (self);
  JsonNode *found;

  g_clear_pointer (&self->root, json_node_unref);
  if (address == NULL)
    {
      g_set_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_SHAPE,
                   _("What %s in the map asks for cannot be said of this item: a variable of the path says nothing"), self->listing->place);
      return NULL;
    }

  self->root = tambour_portal_wire_get (self->wire, address, cancellable, error);
  if (self->root == NULL)
    return NULL;

  found = tambour_json_pointer_find (self->listing->entries, self->root);
  if (found == NULL || !JSON_NODE_HOLDS_ARRAY (found))
    {
      tambour_portal_refuse_shape (self->wire, address, self->listing->entries, found, _("a list"), error);
      return NULL;
    }

  self->n_pages++;
  move_on (self, json_array_get_length (json_node_get_array (found)));

  return json_node_get_array (found);
}
