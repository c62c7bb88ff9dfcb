/* tambour-dav-answer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-dav-answer.h"

#include <limits.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "tambour-net-error.h"

/* Nothing is fetched for it, and nothing in it stands for something else. */
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_HUGE)

static void
part_free (gpointer data)
{
  TambourDavPart *part = data;

  g_free (part->path);
  g_free (part->name);
  g_free (part->etag);
  g_free (part->text);
  g_free (part->principal);
  g_free (part->calendar_home);
  g_free (part->book_home);
  g_free (part);
}

/*
 * tambour_dav_answer_free:
 * @self: (transfer full): an answer
 */
void
tambour_dav_answer_free (TambourDavAnswer *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self->token);
  g_free (self);
}

/* The names that are asked for are one of a kind, whatever their namespace is called. */
static gboolean
is_called (const xmlNode *node,
           const char    *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static const xmlNode *
find_child (const xmlNode *node,
            const char    *name)
{
  for (const xmlNode *child = node ? node->children : NULL; child != NULL; child = child->next)
    if (is_called (child, name))
      return child;

  return NULL;
}

static char *
dup_content (const xmlNode *node)
{
  xmlChar *content = node ? xmlNodeGetContent (node) : NULL;
  char *text = content ? g_strdup ((const char *) content) : NULL;

  xmlFree (content);

  return text;
}

static char *
dup_stripped (const xmlNode *node)
{
  char *text = dup_content (node);

  return text ? g_strstrip (text) : NULL;
}

/* “HTTP/1.1 404 Not Found” */
static int
read_status (const xmlNode *node)
{
  g_autofree char *text = dup_stripped (node);
  const char *space = text ? strchr (text, ' ') : NULL;

  return space ? atoi (space + 1) : 0;
}

static void
take (char          **member,
      const xmlNode  *node)
{
  g_autofree char *text = dup_stripped (node);

  if (*member == NULL && text != NULL && *text)
    *member = g_steal_pointer (&text);
}

static void
read_components (TambourDavPart *part,
                 const xmlNode  *node)
{
  gboolean is_said = FALSE, has_events = FALSE;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_called (child, "comp"))
      {
        xmlChar *name = xmlGetNoNsProp (child, (const xmlChar *) "name");

        is_said = TRUE;
        has_events = has_events || (name != NULL && g_ascii_strcasecmp ((const char *) name, "VEVENT") == 0);
        xmlFree (name);
      }

  part->holds_events = !is_said || has_events;
}

static void
read_property (TambourDavPart *part,
               const xmlNode  *node)
{
  if (is_called (node, "displayname"))
    take (&part->name, node);
  else if (is_called (node, "getetag"))
    take (&part->etag, node);
  else if (is_called (node, "calendar-data") || is_called (node, "address-data"))
    {
      g_free (part->text);
      part->text = dup_content (node);
    }
  else if (is_called (node, "current-user-principal"))
    take (&part->principal, find_child (node, "href"));
  else if (is_called (node, "calendar-home-set"))
    take (&part->calendar_home, find_child (node, "href"));
  else if (is_called (node, "addressbook-home-set"))
    take (&part->book_home, find_child (node, "href"));
  else if (is_called (node, "supported-calendar-component-set"))
    read_components (part, node);
  else if (is_called (node, "resourcetype"))
    {
      part->is_calendar = find_child (node, "calendar") != NULL;
      part->is_book = find_child (node, "addressbook") != NULL;
    }
}

static TambourDavPart *
read_part (const xmlNode *node)
{
  TambourDavPart *part = g_new0 (TambourDavPart, 1);

  part->holds_events = TRUE;
  take (&part->path, find_child (node, "href"));
  part->status = read_status (find_child (node, "status"));
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const xmlNode *properties = is_called (child, "propstat") ? find_child (child, "prop") : NULL;
      int status = properties ? read_status (find_child (child, "status")) : 0;

      if (properties == NULL || (status != 0 && (status < 200 || status > 299)))
        continue;
      for (const xmlNode *property = properties->children; property != NULL; property = property->next)
        read_property (part, property);
    }

  return part;
}

/*
 * tambour_dav_answer_parse:
 * @bytes: the body of an answer
 * @place: what sentences call the server
 * @error: return location for %TAMBOUR_NET_ERROR_GARBAGE
 *
 * Returns: (transfer full) (nullable): what it says
 */
TambourDavAnswer *
tambour_dav_answer_parse (GBytes      *bytes,
                          const char  *place,
                          GError     **error)
{
  g_autoptr(TambourDavAnswer) self = g_new0 (TambourDavAnswer, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlDoc *document = data && length < INT_MAX ? xmlReadMemory (data, (int) length, "answer.xml", NULL, OPTIONS) : NULL;
  const xmlNode *root = document ? xmlDocGetRootElement (document) : NULL;

  self->parts = g_ptr_array_new_with_free_func (part_free);
  if (root == NULL || document->intSubset != NULL || !is_called (root, "multistatus"))
    {
      xmlFreeDoc (document);
      g_set_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_GARBAGE,
                   _("%s answers, but is no calendar or address book: check the address"), place);
      return NULL;
    }

  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    if (is_called (child, "response"))
      g_ptr_array_add (self->parts, read_part (child));
    else if (is_called (child, "sync-token"))
      take (&self->token, child);
  xmlFreeDoc (document);

  return g_steal_pointer (&self);
}
