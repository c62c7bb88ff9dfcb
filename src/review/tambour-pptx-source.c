/* tambour-pptx-source.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pptx-source.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <string.h>

#include "tambour-pptx-master.h"

/* More than any master has; a file that unpacks to more is a bomb. */
#define MAX_FILE  (64 * 1024 * 1024)
#define MAX_TOTAL (96 * 1024 * 1024)
#define MAX_PART  (24 * 1024 * 1024)
#define MAX_PARTS 4000
#define MAX_NAME  255
#define MAX_LINKS 2000

#define LINKS_SPACE "http://schemas.openxmlformats.org/package/2006/relationships"

struct _TambourPptxSource
{
  GHashTable *parts;  /* names to GBytes */
  gsize       total;
};

/* What a master is made of: texts of our kind, and pictures. */
static const char * const endings[] = {
  ".xml", ".rels", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".emf", ".wmf", ".bmp", ".tif", ".tiff", NULL,
};

/**
 * tambour_pptx_source_fail:
 * @format: why the file cannot be used
 *
 * Sets the one error that there is about masters.
 */
void
tambour_pptx_source_fail (GError     **error,
                          const char  *format,
                          ...)
{
  g_autofree char *why = NULL;
  va_list values;

  va_start (values, format);
  why = g_strdup_vprintf (format, values);
  va_end (values);
  g_set_error (error, TAMBOUR_PPTX_ERROR, TAMBOUR_PPTX_ERROR_MASTER, "The master cannot be used: %s", why);
}

static gboolean
has_ending (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_safe_name (const char *name)
{
  g_auto(GStrv) steps = NULL;

  if (name == NULL || name[0] == '\0' || name[0] == '/' || strlen (name) > MAX_NAME ||
      !g_utf8_validate (name, -1, NULL) || strpbrk (name, "\\:\n\r") != NULL)
    return FALSE;

  steps = g_strsplit (name, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    if (strcmp (steps[i], "..") == 0 || strcmp (steps[i], ".") == 0 || (steps[i][0] == '\0' && steps[i + 1] != NULL))
      return FALSE;

  return TRUE;
}

/* Returns: (transfer full) (nullable): one part, however large it says that it is */
static GBytes *
read_part (TambourPptxSource  *self,
           struct archive     *archive,
           const char         *name,
           GError            **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[16 * 1024];
  la_ssize_t length;

  while ((length = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    {
      self->total += length;
      if (bytes->len + length > MAX_PART || self->total > MAX_TOTAL)
        {
          tambour_pptx_source_fail (error, "it is too large");
          return NULL;
        }
      g_byte_array_append (bytes, buffer, length);
    }

  if (length < 0)
    {
      tambour_pptx_source_fail (error, "%s cannot be unpacked", name);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
take_entry (TambourPptxSource     *self,
            struct archive        *archive,
            struct archive_entry  *entry,
            GError               **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  GBytes *bytes;

  if (!is_safe_name (name))
    {
      tambour_pptx_source_fail (error, "a part of it has a name that is not allowed");
      return FALSE;
    }

  if (g_str_has_suffix (name, "/") || !has_ending (name))
    return TRUE;

  if (archive_entry_filetype (entry) != AE_IFREG || g_hash_table_contains (self->parts, name) ||
      g_hash_table_size (self->parts) >= MAX_PARTS)
    {
      tambour_pptx_source_fail (error, "its parts are not those of a presentation");
      return FALSE;
    }

  bytes = read_part (self, archive, name, error);
  if (bytes != NULL)
    g_hash_table_insert (self->parts, g_strdup (name), bytes);

  return bytes != NULL;
}

static gboolean
read_entries (TambourPptxSource  *self,
              struct archive     *archive,
              GError            **error)
{
  struct archive_entry *entry;
  guint n_entries = 0;
  int status;

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      if (++n_entries > MAX_PARTS)
        {
          tambour_pptx_source_fail (error, "it has too many parts");
          return FALSE;
        }
      if (!take_entry (self, archive, entry, error))
        return FALSE;
    }

  if (status != ARCHIVE_EOF)
    tambour_pptx_source_fail (error, "it is not a .pptx file, or it is damaged");

  return status == ARCHIVE_EOF;
}

/**
 * tambour_pptx_source_new:
 * @bytes: a file
 * @error: return location
 *
 * Returns: (transfer full): its parts, or %NULL with a #TambourPptxError
 */
TambourPptxSource *
tambour_pptx_source_new (GBytes  *bytes,
                         GError **error)
{
  g_autoptr(TambourPptxSource) self = g_new0 (TambourPptxSource, 1);
  struct archive *archive = archive_read_new ();
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  gboolean read = FALSE;

  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  archive_read_support_format_zip (archive);
  if (size > MAX_FILE)
    tambour_pptx_source_fail (error, "it is too large");
  else if (size == 0 || archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    tambour_pptx_source_fail (error, "it is not a .pptx file, or it is damaged");
  else
    read = read_entries (self, archive, error);
  archive_read_free (archive);

  return read ? g_steal_pointer (&self) : NULL;
}

/**
 * tambour_pptx_source_free:
 */
void
tambour_pptx_source_free (TambourPptxSource *self)
{
  g_hash_table_unref (self->parts);
  g_free (self);
}

/**
 * tambour_pptx_source_get:
 * @name: of a part
 * @error: return location
 *
 * Returns: (transfer none): its bytes, or %NULL with a #TambourPptxError
 */
GBytes *
tambour_pptx_source_get (TambourPptxSource  *self,
                         const char         *name,
                         GError            **error)
{
  GBytes *bytes = g_hash_table_lookup (self->parts, name);

  if (bytes == NULL)
    tambour_pptx_source_fail (error, "it lacks %s", name);

  return bytes;
}

/**
 * tambour_pptx_source_parse:
 * @name: of a part
 * @error: return location
 *
 * Office documents have no document type; one that has is refused, with all
 * the entities that it may declare.
 *
 * Returns: (transfer full): its XML, or %NULL with a #TambourPptxError
 */
xmlDocPtr
tambour_pptx_source_parse (TambourPptxSource  *self,
                           const char         *name,
                           GError            **error)
{
  GBytes *bytes = tambour_pptx_source_get (self, name, error);
  g_autoptr(xmlDoc) document = NULL;
  gconstpointer data;
  gsize size;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &size);
  document = xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document == NULL || document->intSubset != NULL || xmlDocGetRootElement (document) == NULL)
    {
      tambour_pptx_source_fail (error, "%s is not XML as it should be", name);
      return NULL;
    }

  return g_steal_pointer (&document);
}

/* --- relationships ------------------------------------------------------------ */

static void
link_clear (TambourPptxLink *link)
{
  g_free (link->id);
  g_free (link->kind);
  g_free (link->target);
}

static char *
links_name (const char *name)
{
  const char *base = strrchr (name, '/');

  if (base == NULL)
    return g_strdup_printf ("_rels/%s.rels", name);

  return g_strdup_printf ("%.*s/_rels/%s.rels", (int) (base - name), name, base + 1);
}

/* Returns: (transfer full) (nullable): the part that @target is to @source; %NULL leads out of the file */
static char *
resolve (const char *source,
         const char *target)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) from = g_strsplit (source, "/", -1);
  g_auto(GStrv) to = g_strsplit (target[0] == '/' ? target + 1 : target, "/", -1);
  g_autofree char *name = NULL;

  for (guint i = 0; target[0] != '/' && from[i] != NULL && from[i + 1] != NULL; i++)
    g_ptr_array_add (steps, g_strdup (from[i]));
  for (guint i = 0; to[i] != NULL; i++)
    {
      if (strcmp (to[i], "..") == 0 && steps->len == 0)
        return NULL;

      if (strcmp (to[i], "..") == 0)
        g_ptr_array_set_size (steps, steps->len - 1);
      else if (strcmp (to[i], ".") != 0)
        g_ptr_array_add (steps, g_strdup (to[i]));
    }
  g_ptr_array_add (steps, NULL);
  name = g_strjoinv ("/", (char **) steps->pdata);

  return is_safe_name (name) ? g_steal_pointer (&name) : NULL;
}

static char *
dup_attribute (xmlNodePtr  node,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

/* Links out of the file, to the web or to somebody's disk, are not taken. */
static gboolean
read_link (GArray      *links,
           xmlNodePtr   node,
           const char  *source,
           GError     **error)
{
  g_autofree char *mode = dup_attribute (node, "TargetMode");
  g_autofree char *id = dup_attribute (node, "Id");
  g_autofree char *type = dup_attribute (node, "Type");
  g_autofree char *target = dup_attribute (node, "Target");
  TambourPptxLink link = { 0 };

  if (g_strcmp0 (mode, "External") == 0)
    return TRUE;

  link.target = target ? resolve (source, target) : NULL;
  if (id == NULL || type == NULL || link.target == NULL || links->len >= MAX_LINKS)
    {
      g_free (link.target);
      tambour_pptx_source_fail (error, "a part of it refers to what is not in it");
      return FALSE;
    }

  link.id = g_steal_pointer (&id);
  link.kind = g_strdup (strrchr (type, '/') ? strrchr (type, '/') + 1 : type);
  g_array_append_val (links, link);

  return TRUE;
}

/**
 * tambour_pptx_source_links:
 * @name: of a part, or "" for the package
 * @error: return location
 *
 * Returns: (transfer full) (element-type TambourPptxLink): what it refers to in
 *   the file, or %NULL with a #TambourPptxError
 */
GArray *
tambour_pptx_source_links (TambourPptxSource  *self,
                           const char         *name,
                           GError            **error)
{
  g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (TambourPptxLink));
  g_autofree char *part = links_name (name);
  g_autoptr(xmlDoc) document = NULL;

  g_array_set_clear_func (links, (GDestroyNotify) link_clear);
  if (!g_hash_table_contains (self->parts, part))
    return g_steal_pointer (&links);

  if ((document = tambour_pptx_source_parse (self, part, error)) == NULL)
    return NULL;

  for (xmlNodePtr node = xmlDocGetRootElement (document)->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && node->ns && xmlStrEqual (node->ns->href, (const xmlChar *) LINKS_SPACE) &&
        !read_link (links, node, name, error))
      return NULL;

  return g_steal_pointer (&links);
}
