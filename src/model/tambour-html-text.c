/* tambour-html-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <libxml/HTMLparser.h>

#include "tambour-html-text.h"

/* What a piece of HTML says. It comes from outside: it is parsed, never searched for
 * brackets, nothing that it names is fetched, and what comes out is text and no markup.
 */

/* More than a cell of a table ever says. */
#define MOST_BYTES (1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* Returns: (transfer full) (nullable): its elements; %NULL if there are none */
static xmlDoc *
parse (const char *html)
{
  g_autofree char *valid = g_utf8_make_valid (html, -1);
  gsize length = strlen (valid);

  if (length == 0 || length > MOST_BYTES)
    return NULL;

  return htmlReadMemory (valid, (int) length, NULL, "UTF-8",
                         HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NODEFDTD);
}

static gboolean
is_called (const xmlNode *node,
           const char    *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

/* Returns: (nullable): what comes behind a node in the order of the text, below @root */
static xmlNode *
get_next (xmlNode  *node,
          xmlNode  *root,
          gboolean  goes_in)
{
  if (goes_in && node->children != NULL)
    return node->children;

  while (node != root && node->next == NULL)
    node = node->parent;

  return node == root ? NULL : node->next;
}

/* What is told between two words is one space. */
static void
add_words (GString    *text,
           const char *words)
{
  for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!g_unichar_isspace (letter) && !g_unichar_iscntrl (letter))
        g_string_append_unichar (text, letter);
      else if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }
}

/* Only what flows within a line does not part words. */
static gboolean
parts_words (const xmlNode *node)
{
  static const char * const inline_names[] = { "a", "abbr", "b", "code", "em", "i", "s", "small", "span", "strong", "sub", "sup", "u" };

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (inline_names); i++)
    if (is_called (node, inline_names[i]))
      return FALSE;

  return TRUE;
}

/**
 * tambour_html_dup_text:
 * @html: a piece of HTML
 *
 * Returns: (transfer full): what a person reads in it, in one line; what is no HTML at all
 *   comes out as it is
 */
char *
tambour_html_dup_text (const char *html)
{
  g_autoptr(xmlDoc) document = parse (html);
  xmlNode *root = document ? xmlDocGetRootElement (document) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  for (xmlNode *node = root; node != NULL;)
    {
      gboolean is_hidden = is_called (node, "script") || is_called (node, "style");

      if (parts_words (node) || (node->prev != NULL && parts_words (node->prev)))
        add_words (text, " ");
      if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL)
        add_words (text, (const char *) node->content);
      node = get_next (node, root, !is_hidden);
    }

  return g_strstrip (g_string_free (g_steal_pointer (&text), FALSE));
}

/* The same at the beginning of a line, where no space stands. */
static void
add_line (GString    *text,
          const char *words)
{
  if (text->len > 0 && text->str[text->len - 1] == '\n')
    while (*words != '\0' && g_unichar_isspace (g_utf8_get_char (words)))
      words = g_utf8_next_char (words);

  add_words (text, words);
}

/* What begins in a line of its own. */
static gboolean
breaks_line (const xmlNode *node)
{
  static const char * const names[] = {
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_called (node, names[i]))
      return TRUE;

  return FALSE;
}

static void
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
}

/**
 * tambour_html_dup_paragraphs:
 * @html: a piece of HTML
 *
 * Returns: (transfer full): what a person reads in it, a line for each paragraph; what is
 *   no HTML at all comes out in one line
 */
char *
tambour_html_dup_paragraphs (const char *html)
{
  g_autoptr(xmlDoc) document = parse (html);
  xmlNode *root = document ? xmlDocGetRootElement (document) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  for (xmlNode *node = root; node != NULL;)
    {
      gboolean is_hidden = is_called (node, "script") || is_called (node, "style") || is_called (node, "head");

      if (breaks_line (node) || (node->prev != NULL && breaks_line (node->prev)))
        end_line (text);
      else if (parts_words (node) || (node->prev != NULL && parts_words (node->prev)))
        add_line (text, " ");
      if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL)
        add_line (text, (const char *) node->content);
      node = get_next (node, root, !is_hidden);
    }

  return g_strstrip (g_string_free (g_steal_pointer (&text), FALSE));
}

/* Nothing but what a browser opens from a page: no script, no file. */
static gboolean
is_address (const char *address)
{
  const char *scheme = g_uri_peek_scheme (address);

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
}

/**
 * tambour_html_dup_link:
 * @html: a piece of HTML
 *
 * Returns: (transfer full) (nullable): where the first link in it leads that leads to a
 *   page of the web
 */
char *
tambour_html_dup_link (const char *html)
{
  g_autoptr(xmlDoc) document = parse (html);
  xmlNode *root = document ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *node = root; node != NULL; node = get_next (node, root, TRUE))
    {
      xmlChar *address = is_called (node, "a") ? xmlGetProp (node, (const xmlChar *) "href") : NULL;
      g_autofree char *found = address ? g_strstrip (g_strdup ((const char *) address)) : NULL;

      if (address != NULL)
        xmlFree (address);
      if (found != NULL && is_address (found))
        return g_steal_pointer (&found);
    }

  return NULL;
}
