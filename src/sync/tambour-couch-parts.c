/* tambour-couch-parts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-couch-private.h"

#define PATIENCE 300

static void
add_text (GMemoryInputStream *stream,
          gsize              *length,
          char               *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));

  *length += g_bytes_get_size (bytes);
  g_memory_input_stream_add_bytes (stream, bytes);
}

static void
add_content (GMemoryInputStream *stream,
             gsize              *length,
             const char         *boundary,
             const char         *name,
             GBytes             *content)
{
  add_text (stream, length,
            g_strdup_printf ("\r\n--%s\r\n"
                             "Content-Disposition: attachment; filename=\"%s\"\r\n"
                             "Content-Type: application/octet-stream\r\n"
                             "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                             boundary, name, g_bytes_get_size (content)));
  *length += g_bytes_get_size (content);
  g_memory_input_stream_add_bytes (stream, content);
}

/**
 * tambour_couch_put_parts:
 * @self: a database
 * @id: of a document
 * @document: the document, as JSON, with its revision and its past
 * @names: which of its attachments follow it: hexadecimal digits
 * @contents: (element-type GBytes): them, in the order of the document
 * @error: return location for an error
 *
 * Sends one revision with attachments that are too large to be written as text.
 *
 * Returns: %TRUE if the server has taken it
 */
gboolean
tambour_couch_put_parts (TambourCouch        *self,
                         const char          *id,
                         const char          *document,
                         const char * const  *names,
                         GPtrArray           *contents,
                         GError             **error)
{
  g_autofree char *boundary = g_uuid_string_random ();
  g_autofree char *type = g_strdup_printf ("multipart/related; boundary=\"%s\"", boundary);
  g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);
  g_autofree char *path = g_strdup_printf ("%s?new_edits=false", escaped);
  g_autoptr(GInputStream) stream = g_memory_input_stream_new ();
  g_autoptr(GBytes) answer = NULL;
  gsize length = 0;

  add_text (G_MEMORY_INPUT_STREAM (stream), &length,
            g_strdup_printf ("--%s\r\nContent-Type: application/json\r\n\r\n%s", boundary, document));
  for (guint i = 0; i < contents->len; i++)
    add_content (G_MEMORY_INPUT_STREAM (stream), &length, boundary, names[i], g_ptr_array_index (contents, i));
  add_text (G_MEMORY_INPUT_STREAM (stream), &length, g_strdup_printf ("\r\n--%s--\r\n", boundary));

  answer = tambour_couch_upload (self, "PUT", path, stream, (gint64) length, type, PATIENCE, error);

  return answer != NULL;
}
