/* tambour-pptx-dangling.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-pptx-private.h"
#include "tambour-pptx-source.h"

/* Each is looked for from the start: more would be a way to keep the program busy. */
#define MAX_REMOVED 500

/**
 * tambour_pptx_find_link:
 * @links: (element-type TambourPptxLink)
 * @id: (nullable)
 *
 * Returns: (transfer none) (nullable): the link of that id
 */
const TambourPptxLink *
tambour_pptx_find_link (const GArray *links,
                        const char   *id)
{
  for (guint i = 0; id != NULL && i < links->len; i++)
    if (strcmp (g_array_index (links, TambourPptxLink, i).id, id) == 0)
      return &g_array_index (links, TambourPptxLink, i);

  return NULL;
}

/* What goes as a whole when something in it refers to what is not taken. */
static gboolean
goes_as_a_whole (xmlNodePtr node)
{
  static const char * const names[] = {
    "AlternateContent", "graphicFrame", "pic", "custDataLst", "controls", "timing", "transition", "ext", NULL,
  };

  return g_strv_contains (names, (const char *) node->name);
}

static xmlNodePtr
choose_victim (xmlNodePtr node)
{
  /* A picture stays when it only leads somewhere. */
  if (xmlStrEqual (node->name, (const xmlChar *) "hlinkClick") || xmlStrEqual (node->name, (const xmlChar *) "hlinkHover"))
    return node;

  for (xmlNodePtr at = node; at != NULL && at->type == XML_ELEMENT_NODE; at = at->parent)
    if (goes_as_a_whole (at))
      return at;

  return node;
}

static gboolean
refers_to_nothing (xmlNodePtr    node,
                   const GArray *links)
{
  gboolean nothing = FALSE;

  for (xmlAttrPtr attribute = node->properties; attribute != NULL && !nothing; attribute = attribute->next)
    {
      xmlChar *id;

      if (attribute->ns == NULL || !xmlStrEqual (attribute->ns->href, (const xmlChar *) TAMBOUR_PPTX_R))
        continue;

      id = xmlGetNsProp (node, attribute->name, (const xmlChar *) TAMBOUR_PPTX_R);
      nothing = id != NULL && id[0] != '\0' && tambour_pptx_find_link (links, (const char *) id) == NULL;
      xmlFree (id);
    }

  return nothing;
}

static xmlNodePtr
find_dangling (xmlNodePtr    node,
               const GArray *links)
{
  xmlNodePtr found = NULL;

  if (node->type == XML_ELEMENT_NODE && refers_to_nothing (node, links))
    return node;

  for (xmlNodePtr child = node->children; found == NULL && child != NULL && node->type == XML_ELEMENT_NODE; child = child->next)
    found = find_dangling (child, links);

  return found;
}

/**
 * tambour_pptx_remove_dangling:
 * @links: (element-type TambourPptxLink): what the part may still refer to
 * @error: return location
 *
 * Takes out of @document whatever refers to something else, with what would
 * make no sense without it.
 *
 * Returns: %FALSE with a #TambourPptxError if nothing would be left
 */
gboolean
tambour_pptx_remove_dangling (xmlDocPtr      document,
                              const GArray  *links,
                              GError       **error)
{
  xmlNodePtr root = xmlDocGetRootElement (document), dangling;
  guint n_removed = 0;

  while ((dangling = find_dangling (root, links)) != NULL)
    {
      xmlNodePtr victim = choose_victim (dangling);

      if (victim == root || ++n_removed > MAX_REMOVED)
        {
          tambour_pptx_source_fail (error, "a part of it refers to what is not in it");
          return FALSE;
        }
      xmlUnlinkNode (victim);
      xmlFreeNode (victim);
    }

  return TRUE;
}
