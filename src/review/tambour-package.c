/* tambour-package.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "tambour-xml.h"

#define RELATIONSHIPS_TYPE "application/vnd.openxmlformats-package.relationships+xml"
#define RELATIONSHIPS_SPACE "http://schemas.openxmlformats.org/package/2006/relationships"
#define TYPES_SPACE "http://schemas.openxmlformats.org/package/2006/content-types"

typedef struct
{
  char   *name;
  char   *type;
  GBytes *bytes;
} Part;

typedef struct
{
  char *id;
  char *kind;
  char *target;
} Relation;

struct _TambourPackage
{
  GArray     *parts;
  GPtrArray  *sources;    /* names that have relationships, in order */
  GHashTable *relations;  /* such a name to its GArray of Relation */
};

static void
part_clear (Part *part)
{
  g_free (part->name);
  g_free (part->type);
  g_bytes_unref (part->bytes);
}

static void
relation_clear (Relation *relation)
{
  g_free (relation->id);
  g_free (relation->kind);
  g_free (relation->target);
}

/**
 * tambour_package_new:
 *
 * Returns: (transfer full): a package without parts
 */
TambourPackage *
tambour_package_new (void)
{
  TambourPackage *self = g_new0 (TambourPackage, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, (GDestroyNotify) part_clear);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  return self;
}

/**
 * tambour_package_free:
 */
void
tambour_package_free (TambourPackage *self)
{
  g_array_unref (self->parts);
  g_hash_table_unref (self->relations);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

/**
 * tambour_package_add:
 * @name: "ppt/presentation.xml"
 * @type: its content type
 * @bytes: (transfer full)
 *
 * Adds a part.
 */
void
tambour_package_add (TambourPackage *self,
                     const char     *name,
                     const char     *type,
                     GBytes         *bytes)
{
  Part part = { g_strdup (name), g_strdup (type), bytes };

  g_array_append_val (self->parts, part);
}

static GArray *
get_relations (TambourPackage *self,
               const char     *source)
{
  GArray *relations = g_hash_table_lookup (self->relations, source);
  char *name;

  if (relations != NULL)
    return relations;

  name = g_strdup (source);
  relations = g_array_new (FALSE, FALSE, sizeof (Relation));
  g_array_set_clear_func (relations, (GDestroyNotify) relation_clear);
  g_ptr_array_add (self->sources, name);
  g_hash_table_insert (self->relations, name, relations);

  return relations;
}

/**
 * tambour_package_keep:
 * @source: a part, or "" for the package
 * @id: what the part calls the relationship
 * @kind: a URI
 * @target: the name of a part
 *
 * Relates two parts by an id that is already in the text of @source.
 */
void
tambour_package_keep (TambourPackage *self,
                      const char     *source,
                      const char     *id,
                      const char     *kind,
                      const char     *target)
{
  GArray *relations = get_relations (self, source);
  Relation relation = { g_strdup (id), g_strdup (kind), g_strdup (target) };

  g_array_append_val (relations, relation);
}

/**
 * tambour_package_relate:
 * @source: a part, or "" for the package
 * @kind: a URI
 * @target: the name of a part
 *
 * Relates two parts; once, however often it is asked for.
 *
 * Returns: (transfer none): the id for the text of @source
 */
const char *
tambour_package_relate (TambourPackage *self,
                        const char     *source,
                        const char     *kind,
                        const char     *target)
{
  GArray *relations = get_relations (self, source);
  g_autofree char *id = g_strdup_printf ("rId%u", relations->len + 1);

  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = &g_array_index (relations, Relation, i);

      if (strcmp (relation->kind, kind) == 0 && strcmp (relation->target, target) == 0)
        return relation->id;
    }

  tambour_package_keep (self, source, id, kind, target);

  return g_array_index (relations, Relation, relations->len - 1).id;
}

/* "ppt/slides/slide1.xml" is "ppt/slides/_rels/slide1.xml.rels". */
static char *
relations_name (const char *source)
{
  const char *base = strrchr (source, '/');

  if (base == NULL)
    return g_strdup_printf ("_rels/%s.rels", source);

  return g_strdup_printf ("%.*s/_rels/%s.rels", (int) (base - source), source, base + 1);
}

static GBytes *
write_relations (const GArray *relations)
{
  g_autoptr(TambourXml) xml = tambour_xml_new ();

  tambour_xml_open (xml, "Relationships", "xmlns", RELATIONSHIPS_SPACE, NULL);
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = &g_array_index (relations, Relation, i);
      g_autofree char *target = g_strconcat ("/", relation->target, NULL);

      tambour_xml_leaf (xml, "Relationship", "Id", relation->id, "Type", relation->kind, "Target", target, NULL);
    }

  return tambour_xml_finish (xml);
}

static GBytes *
write_types (TambourPackage *self)
{
  g_autoptr(TambourXml) xml = tambour_xml_new ();

  tambour_xml_open (xml, "Types", "xmlns", TYPES_SPACE, NULL);
  tambour_xml_leaf (xml, "Default", "Extension", "rels", "ContentType", RELATIONSHIPS_TYPE, NULL);
  tambour_xml_leaf (xml, "Default", "Extension", "xml", "ContentType", "application/xml", NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      g_autofree char *name = g_strconcat ("/", part->name, NULL);

      tambour_xml_leaf (xml, "Override", "PartName", name, "ContentType", part->type, NULL);
    }

  return tambour_xml_finish (xml);
}

static la_ssize_t
take_bytes (struct archive *archive,
            void           *data,
            const void     *buffer,
            size_t          length)
{
  g_byte_array_append (data, buffer, length);

  return length;
}

/* Entries have no time: the zip format then says the first day that it knows, in every zone. */
static gboolean
write_entry (struct archive *archive,
             const char     *name,
             GBytes         *bytes)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  gboolean written;

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, size);
  written = archive_write_header (archive, entry) == ARCHIVE_OK &&
            archive_write_data (archive, data, size) == (la_ssize_t) size;
  archive_entry_free (entry);

  return written;
}

static gboolean
write_parts (TambourPackage *self,
             struct archive *archive)
{
  g_autoptr(GBytes) types = write_types (self);
  gboolean written = write_entry (archive, "[Content_Types].xml", types);

  for (guint i = 0; written && i < self->sources->len; i++)
    {
      const char *source = self->sources->pdata[i];
      g_autofree char *name = relations_name (source);
      g_autoptr(GBytes) relations = write_relations (g_hash_table_lookup (self->relations, source));

      written = write_entry (archive, name, relations);
    }
  for (guint i = 0; written && i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      written = write_entry (archive, part->name, part->bytes);
    }

  return written;
}

/**
 * tambour_package_to_bytes:
 * @error: return location
 *
 * Returns: (transfer full): the file, or %NULL with a #GIOErrorEnum
 */
GBytes *
tambour_package_to_bytes (TambourPackage  *self,
                          GError         **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_sized_new (256 * 1024);
  struct archive *archive = archive_write_new ();
  gboolean written;

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_per_block (archive, 0);
  written = archive_write_set_options (archive, "zip:compression=deflate,zip:hdrcharset=UTF-8") == ARCHIVE_OK &&
            archive_write_open (archive, bytes, NULL, take_bytes, NULL) == ARCHIVE_OK &&
            write_parts (self, archive) &&
            archive_write_close (archive) == ARCHIVE_OK;
  if (!written)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The file could not be packed: %s",
                 archive_error_string (archive) ? archive_error_string (archive) : "out of memory");
  archive_write_free (archive);

  return written ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
