/* tambour-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-code.h"
#include "tambour-links.h"

/* Longer titles are none. */
#define MAX_TITLE 400

typedef struct
{
  const char *text;
  const char *end;    /* of the line */
  GPtrArray  *links;
} Reader;

static void
link_free (gpointer data)
{
  TambourLink *link = data;

  g_clear_pointer (&link->target, g_free);
  g_free (link);
}

static const char *
add (Reader          *reader,
     TambourLinkKind  kind,
     const char      *start,
     const char      *end,
     char            *target)
{
  TambourLink *link = g_new0 (TambourLink, 1);

  link->kind = kind;
  link->start = (gsize) (start - reader->text);
  link->end = (gsize) (end - reader->text);
  link->target = target;
  g_ptr_array_add (reader->links, link);

  return end;
}

/* Returns: (nullable): where @close begins, on this line */
static const char *
find (Reader     *reader,
      const char *from,
      const char *close)
{
  return g_strstr_len (from, reader->end - from, close);
}

static gboolean
goes_on (Reader     *reader,
         const char *at)
{
  return at < reader->end && (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '_');
}

/* [[a note]] */
static const char *
read_note (Reader     *reader,
           const char *at)
{
  const char *close = find (reader, at + 2, "]]");
  g_autofree char *title = NULL;

  if (close == NULL || close - at > MAX_TITLE)
    return NULL;

  title = g_strstrip (g_strndup (at + 2, close - at - 2));

  return *title ? add (reader, TAMBOUR_LINK_NOTE, at, close + 2, g_steal_pointer (&title)) : NULL;
}

/* [text](address) */
static const char *
read_worded (Reader     *reader,
             const char *at)
{
  const char *open = find (reader, at, "](");
  const char *close = open ? find (reader, open, ")") : NULL;
  g_autofree char *address = close ? g_strstrip (g_strndup (open + 2, close - open - 2)) : NULL;

  if (address == NULL || memchr (at, '[', open - at) != at || memchr (at + 1, '[', open - at - 1) != NULL || !tambour_links_is_openable (address))
    return NULL;

  return add (reader, TAMBOUR_LINK_ADDRESS, at, close + 1, g_steal_pointer (&address));
}

/* The signs that end a sentence end none of its addresses. */
static const char *
read_address (Reader     *reader,
              const char *at)
{
  const char *end = at;
  g_autofree char *address = NULL;

  while (end < reader->end && !g_ascii_isspace (*end) && strchr ("<>\"`", *end) == NULL)
    end++;
  while (end > at && strchr (".,;:!?'*_)]", end[-1]) != NULL)
    end--;

  address = g_strndup (at, end - at);

  return tambour_links_is_openable (address) ? add (reader, TAMBOUR_LINK_ADDRESS, at, end, g_steal_pointer (&address)) : NULL;
}

/* #4117, with letters and dashes where a system has them, but never without a digit */
static const char *
read_case (Reader     *reader,
           const char *at)
{
  const char *end = at + 1;
  gboolean has_digit = FALSE;

  for (; end < reader->end && (g_ascii_isalnum (*end) || *end == '-'); end++)
    has_digit = has_digit || g_ascii_isdigit (*end);
  while (end > at + 1 && end[-1] == '-')
    end--;

  if (!has_digit || goes_on (reader, end))
    return NULL;

  return add (reader, TAMBOUR_LINK_CASE, at, end, g_strndup (at + 1, end - at - 1));
}

#define ISSUE "KI-"

static const char *
read_issue (Reader     *reader,
            const char *at)
{
  const char *end = at + strlen (ISSUE);

  while (end < reader->end && g_ascii_isdigit (*end))
    end++;

  if (end == at + strlen (ISSUE) || goes_on (reader, end))
    return NULL;

  return add (reader, TAMBOUR_LINK_ISSUE, at, end, g_strndup (at, end - at));
}

/* Returns: (nullable): what follows the link that begins here, if one does */
static const char *
read_link (Reader     *reader,
           const char *at,
           gboolean    is_start)
{
  if (g_str_has_prefix (at, "[["))
    return read_note (reader, at);
  if (*at == '[')
    return read_worded (reader, at);
  if (!is_start)
    return NULL;
  if (*at == '#')
    return read_case (reader, at);
  if (g_str_has_prefix (at, ISSUE))
    return read_issue (reader, at);

  return g_ascii_isalpha (*at) ? read_address (reader, at) : NULL;
}

static gboolean
is_escape (const char *at)
{
  return *at == '\\' && g_ascii_ispunct (at[1]);
}

static void
read_line (Reader     *reader,
           const char *line)
{
  gboolean is_start = TRUE;

  for (const char *at = line; at < reader->end;)
    {
      const char *end = *at == '`' ? tambour_code_skip (at, reader->end) : read_link (reader, at, is_start);

      if (end == NULL)
        {
          is_start = !goes_on (reader, at);
          end = is_escape (at) ? at + 2 : g_utf8_next_char (at);
        }
      else
        is_start = FALSE;

      at = end;
    }
}

/**
 * tambour_links_parse:
 * @text: Markdown, valid UTF-8
 *
 * Finds the links in @text. What stands in code or behind a backslash is text.
 *
 * Returns: (transfer full) (element-type TambourLink): the links, in their order
 */
GPtrArray *
tambour_links_parse (const char *text)
{
  Reader reader = { text, NULL, g_ptr_array_new_with_free_func (link_free) };
  TambourFence fence = { 0 };

  g_return_val_if_fail (g_utf8_validate (text, -1, NULL), reader.links);

  for (const char *line = text; *line;)
    {
      reader.end = line + strcspn (line, "\r\n");
      if (!tambour_fence_covers (&fence, line))
        read_line (&reader, line);

      line = reader.end + (*reader.end != '\0');
    }

  return reader.links;
}

/**
 * tambour_links_have:
 * @text: (nullable): Markdown
 * @kind: a kind of link
 * @target: what it leads to
 *
 * Returns: whether a link in @text leads there; titles are compared as people read
 *   them
 */
gboolean
tambour_links_have (const char      *text,
                    TambourLinkKind  kind,
                    const char      *target)
{
  g_autoptr(GPtrArray) links = text ? tambour_links_parse (text) : NULL;
  g_autofree char *wanted = g_utf8_casefold (target, -1);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const TambourLink *link = g_ptr_array_index (links, i);
      g_autofree char *own = g_utf8_casefold (link->target, -1);

      if (link->kind == kind && g_str_equal (own, wanted))
        return TRUE;
    }

  return FALSE;
}

/* A sign that nobody types and that is part of a word nevertheless. */
#define MARK "\xee\x80\x80"

/**
 * tambour_links_dup_word:
 * @kind: a kind of link
 * @target: what it leads to
 *
 * Returns: (transfer full): a word that stands for the link in an index of words,
 *   the same for titles that people read as the same
 */
char *
tambour_links_dup_word (TambourLinkKind  kind,
                        const char      *target)
{
  g_autofree char *folded = g_utf8_casefold (target, -1);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, folded, -1);

  return g_strdup_printf (MARK "%u%.16s", kind, hash);
}

/* What a link to a record begins with: a text that has none of it need not be read. */
static gboolean
may_have_links (const char *text)
{
  return strchr (text, '#') != NULL || strstr (text, "[[") != NULL || strstr (text, ISSUE) != NULL;
}

/**
 * tambour_links_append_words:
 * @words: where the words go, a line each
 * @text: Markdown, valid UTF-8
 *
 * Appends what stands in an index for the links in @text that lead to records; see
 * tambour_links_dup_word().
 */
void
tambour_links_append_words (GString    *words,
                            const char *text)
{
  g_autoptr(GPtrArray) links = may_have_links (text) ? tambour_links_parse (text) : NULL;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const TambourLink *link = g_ptr_array_index (links, i);
      g_autofree char *word = link->kind != TAMBOUR_LINK_ADDRESS ? tambour_links_dup_word (link->kind, link->target) : NULL;

      if (word != NULL)
        g_string_append_printf (words, "\n%s", word);
    }
}

/**
 * tambour_links_is_openable:
 * @address: what stands in a text
 *
 * Returns: whether it is an address of the web or of mail: nothing else that a text
 *   from outside names is opened
 */
gboolean
tambour_links_is_openable (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);
  const char *rest = scheme ? address + strlen (scheme) + 1 : "";

  if (scheme == NULL)
    return FALSE;

  if (g_ascii_strcasecmp (scheme, "mailto") == 0)
    return strchr (rest, '@') != NULL;

  return (g_ascii_strcasecmp (scheme, "https") == 0 || g_ascii_strcasecmp (scheme, "http") == 0) &&
         g_str_has_prefix (rest, "//") && rest[2] != '\0';
}
