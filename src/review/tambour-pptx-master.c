/* tambour-pptx-master.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pptx-master.h"

#include <string.h>

#include "tambour-pptx-private.h"
#include "tambour-pptx-source.h"

/* The deck's slides: 13.333 by 7.5 inches. */
#define SLIDE_WIDTH  12192000
#define SLIDE_HEIGHT 6858000

#define FIRST_ID    G_GUINT64_CONSTANT (2147483648)
#define MAX_LAYOUTS 100

G_DEFINE_QUARK (tambour-pptx-error-quark, tambour_pptx_error)

/* A part that is taken, under its new name. */
typedef struct
{
  char   *name;
  char   *type;
  GBytes *bytes;
  GArray *links;  /* TambourPptxLink, their targets renamed */
} Part;

struct _TambourPptxMaster
{
  TambourPptxSource *source;
  GPtrArray         *parts;
  GHashTable        *names;  /* old names of parts to new ones */
  guint              n_images;
  guint              id;
  TambourColour      accent;
  TambourColour      background;
  char              *layouts[TAMBOUR_N_PPTX_LAYOUTS];
};

static const struct
{
  const char *ending;
  const char *type;
} pictures[] = {
  { ".png", "image/png" },    { ".jpg", "image/jpeg" },  { ".jpeg", "image/jpeg" }, { ".gif", "image/gif" },
  { ".svg", "image/svg+xml" }, { ".emf", "image/x-emf" }, { ".wmf", "image/x-wmf" }, { ".bmp", "image/bmp" },
  { ".tif", "image/tiff" },   { ".tiff", "image/tiff" },
};

static void
part_free (Part *part)
{
  g_free (part->name);
  g_free (part->type);
  g_clear_pointer (&part->bytes, g_bytes_unref);
  g_clear_pointer (&part->links, g_array_unref);
  g_free (part);
}

static gboolean
is_element (xmlNodePtr  node,
            const char *name)
{
  return node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, (const xmlChar *) name);
}

/* Returns: (transfer none) (nullable): the first element of that name below @node, which is not deep */
static xmlNodePtr
find_child (xmlNodePtr  node,
            const char *name)
{
  for (xmlNodePtr child = node ? node->children : NULL; child != NULL; child = child->next)
    if (is_element (child, name))
      return child;

  return NULL;
}

static char *
dup_attribute (xmlNodePtr  node,
               const char *space,
               const char *name)
{
  xmlChar *value = NULL;
  char *copy;

  if (node != NULL)
    value = space ? xmlGetNsProp (node, (const xmlChar *) name, (const xmlChar *) space)
                  : xmlGetNoNsProp (node, (const xmlChar *) name);
  copy = g_strdup ((const char *) value);
  xmlFree (value);

  return copy;
}

/* --- what is taken ------------------------------------------------------------------ */

static gboolean
take_picture (TambourPptxMaster  *self,
              const char         *name,
              GError            **error)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  GBytes *bytes = tambour_pptx_source_get (self->source, name, error);

  if (bytes == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (g_str_has_suffix (lower, pictures[i].ending))
      {
        Part *part = g_new0 (Part, 1);

        part->name = g_strdup_printf ("ppt/media/image%u%s", ++self->n_images, pictures[i].ending);
        part->type = g_strdup (pictures[i].type);
        part->bytes = g_bytes_ref (bytes);
        g_ptr_array_add (self->parts, part);
        g_hash_table_insert (self->names, g_strdup (name), g_strdup (part->name));
        return TRUE;
      }

  return TRUE;
}

static const TambourPptxLink *
find_kind (const GArray *links,
           const char   *kind)
{
  for (guint i = 0; i < links->len; i++)
    if (strcmp (g_array_index (links, TambourPptxLink, i).kind, kind) == 0)
      return &g_array_index (links, TambourPptxLink, i);

  return NULL;
}

/* Keeps the links to parts that are taken; pictures are taken now. */
static gboolean
keep_links (TambourPptxMaster  *self,
            GArray             *links,
            GError            **error)
{
  for (guint i = 0; i < links->len;)
    {
      TambourPptxLink *link = &g_array_index (links, TambourPptxLink, i);
      const char *renamed;

      if (strcmp (link->kind, "image") == 0 && !g_hash_table_contains (self->names, link->target) &&
          !take_picture (self, link->target, error))
        return FALSE;

      renamed = g_hash_table_lookup (self->names, link->target);
      if (renamed == NULL)
        {
          g_array_remove_index (links, i);
          continue;
        }

      g_set_str (&link->target, renamed);
      i++;
    }

  return TRUE;
}

static GBytes *
dump (xmlDocPtr document)
{
  xmlChar *text = NULL;
  int length = 0;

  xmlDocDumpMemoryEnc (document, &text, &length, "UTF-8");

  return g_bytes_new_with_free_func (text, length, (GDestroyNotify) xmlFree, text);
}

/* Takes a part of XML under its new name. Returns: (transfer full) (nullable): as it was taken */
static xmlDocPtr
take_part (TambourPptxMaster  *self,
           const char         *name,
           const char         *element,
           const char         *space,
           const char         *type,
           GError            **error)
{
  g_autoptr(xmlDoc) document = tambour_pptx_source_parse (self->source, name, error);
  g_autoptr(GArray) links = document ? tambour_pptx_source_links (self->source, name, error) : NULL;
  xmlNodePtr root = document ? xmlDocGetRootElement (document) : NULL;
  Part *part;

  if (links == NULL)
    return NULL;

  if (!is_element (root, element) || root->ns == NULL || !xmlStrEqual (root->ns->href, (const xmlChar *) space))
    {
      tambour_pptx_source_fail (error, "%s is not what it should be", name);
      return NULL;
    }

  if (!keep_links (self, links, error) || !tambour_pptx_remove_dangling (document, links, error))
    return NULL;

  part = g_new0 (Part, 1);
  part->name = g_strdup (g_hash_table_lookup (self->names, name));
  part->type = g_strdup (type);
  part->bytes = dump (document);
  part->links = g_steal_pointer (&links);
  g_ptr_array_add (self->parts, part);

  return g_steal_pointer (&document);
}

/* --- layouts -------------------------------------------------------------------------- */

/* Names every layout of the list, in its order. */
static gboolean
name_layouts (TambourPptxMaster  *self,
              xmlNodePtr          master,
              const GArray       *links,
              GPtrArray          *layouts,
              GError            **error)
{
  xmlNodePtr list = find_child (master, "sldLayoutIdLst");

  for (xmlNodePtr node = list ? list->children : NULL; node != NULL; node = node->next)
    {
      g_autofree char *id = is_element (node, "sldLayoutId") ? dup_attribute (node, TAMBOUR_PPTX_R, "id") : NULL;
      const TambourPptxLink *link = tambour_pptx_find_link (links, id);

      if (!is_element (node, "sldLayoutId"))
        continue;

      if (link == NULL || layouts->len >= MAX_LAYOUTS || g_hash_table_contains (self->names, link->target))
        {
          tambour_pptx_source_fail (error, "its layouts are not in order");
          return FALSE;
        }
      g_hash_table_insert (self->names, g_strdup (link->target), g_strdup_printf (TAMBOUR_PPTX_LAYOUTS "%u.xml", layouts->len + 1));
      g_ptr_array_add (layouts, g_strdup (link->target));
    }

  if (layouts->len == 0)
    tambour_pptx_source_fail (error, "it has no layouts");

  return layouts->len > 0;
}

/* The better of a kind comes first in the list; the first of its kind in the file is taken. */
static void
consider_layout (TambourPptxMaster *self,
                 const char        *kind,
                 const char        *name,
                 int               *ranks)
{
  static const char * const cover[] = { "title", "titleOnly", "obj", NULL };
  static const char * const body[] = { "titleOnly", "obj", "tx", "title", NULL };

  for (int i = 0; i < TAMBOUR_N_PPTX_LAYOUTS; i++)
    {
      const char * const *kinds = i == TAMBOUR_PPTX_LAYOUT_COVER ? cover : body;
      int rank = 0;

      while (kinds[rank] != NULL && g_strcmp0 (kinds[rank], kind) != 0)
        rank++;
      if (self->layouts[i] != NULL && rank >= ranks[i])
        continue;

      ranks[i] = rank;
      g_set_str (&self->layouts[i], name);
    }
}

static gboolean
take_layouts (TambourPptxMaster  *self,
              GPtrArray          *layouts,
              GError            **error)
{
  int ranks[TAMBOUR_N_PPTX_LAYOUTS] = { 0 };

  for (guint i = 0; i < layouts->len; i++)
    {
      const char *name = layouts->pdata[i];
      g_autoptr(xmlDoc) document = take_part (self, name, "sldLayout", TAMBOUR_PPTX_P,
                                              TAMBOUR_PPTX_TYPE "presentationml.slideLayout+xml", error);
      g_autofree char *kind = NULL;

      if (document == NULL)
        return FALSE;

      kind = dup_attribute (xmlDocGetRootElement (document), NULL, "type");
      consider_layout (self, kind, g_hash_table_lookup (self->names, name), ranks);
    }

  return TRUE;
}

/* --- colours ---------------------------------------------------------------------------- */

/* @slot: "accent1", as the master maps it. */
static TambourColour
read_colour (xmlNodePtr     theme,
             xmlNodePtr     map,
             const char    *slot,
             TambourColour  otherwise)
{
  g_autofree char *mapped = dup_attribute (map, NULL, slot);
  xmlNodePtr scheme = find_child (find_child (theme, "themeElements"), "clrScheme");
  xmlNodePtr entry = find_child (scheme, mapped ? mapped : slot);
  g_autofree char *value = dup_attribute (find_child (entry, "srgbClr"), NULL, "val");
  g_autofree char *system = dup_attribute (find_child (entry, "sysClr"), NULL, "lastClr");
  g_autofree char *text = g_strconcat ("#", value ? value : system ? system
                                                                   : "",
                                       NULL);
  TambourColour colour;

  return tambour_colour_parse (text, &colour) ? colour : otherwise;
}

/* --- the whole ----------------------------------------------------------------------------- */

static gboolean
check_size (xmlNodePtr   presentation,
            GError     **error)
{
  xmlNodePtr size = find_child (presentation, "sldSz");
  g_autofree char *width = dup_attribute (size, NULL, "cx");
  g_autofree char *height = dup_attribute (size, NULL, "cy");
  gint64 cx = width ? g_ascii_strtoll (width, NULL, 10) : 0, cy = height ? g_ascii_strtoll (height, NULL, 10) : 0;

  if (cx == SLIDE_WIDTH && cy == SLIDE_HEIGHT)
    return TRUE;

  tambour_pptx_source_fail (error, "its slides are not 13.333 by 7.5 inches (16:9), as the deck’s are");

  return FALSE;
}

/* Returns: (transfer full) (nullable): the name of the first master */
static char *
find_master (TambourPptxMaster  *self,
             GError            **error)
{
  g_autoptr(GArray) package = tambour_pptx_source_links (self->source, "", error);
  const TambourPptxLink *office = package ? find_kind (package, "officeDocument") : NULL;
  g_autoptr(xmlDoc) document = office ? tambour_pptx_source_parse (self->source, office->target, error) : NULL;
  g_autoptr(GArray) links = document ? tambour_pptx_source_links (self->source, office->target, error) : NULL;
  xmlNodePtr root = document ? xmlDocGetRootElement (document) : NULL;
  xmlNodePtr entry = find_child (find_child (root, "sldMasterIdLst"), "sldMasterId");
  g_autofree char *id = dup_attribute (entry, TAMBOUR_PPTX_R, "id");
  g_autofree char *number = dup_attribute (entry, NULL, "id");
  const TambourPptxLink *master = links ? tambour_pptx_find_link (links, id) : NULL;
  guint64 value = number ? g_ascii_strtoull (number, NULL, 10) : FIRST_ID;

  if (package == NULL || (office != NULL && links == NULL))
    return NULL;

  if (master == NULL || value < FIRST_ID || value > G_MAXUINT32)
    {
      tambour_pptx_source_fail (error, "it has no slide master");
      return NULL;
    }

  self->id = (guint) value;

  return check_size (root, error) ? g_strdup (master->target) : NULL;
}

static gboolean
take_all (TambourPptxMaster  *self,
          const char         *name,
          GError            **error)
{
  g_autoptr(GPtrArray) layouts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) links = tambour_pptx_source_links (self->source, name, error);
  const TambourPptxLink *theme = links ? find_kind (links, "theme") : NULL;
  g_autoptr(xmlDoc) before = theme ? tambour_pptx_source_parse (self->source, name, error) : NULL;
  g_autoptr(xmlDoc) master = NULL;
  g_autoptr(xmlDoc) colours = NULL;
  xmlNodePtr map;

  if (links == NULL || (theme != NULL && before == NULL))
    return FALSE;

  if (theme == NULL)
    {
      tambour_pptx_source_fail (error, "it has no theme");
      return FALSE;
    }

  g_hash_table_insert (self->names, g_strdup (name), g_strdup (TAMBOUR_PPTX_MASTER));
  g_hash_table_insert (self->names, g_strdup (theme->target), g_strdup (TAMBOUR_PPTX_THEME));
  if (!name_layouts (self, xmlDocGetRootElement (before), links, layouts, error))
    return FALSE;

  master = take_part (self, name, "sldMaster", TAMBOUR_PPTX_P, TAMBOUR_PPTX_TYPE "presentationml.slideMaster+xml", error);
  colours = master ? take_part (self, theme->target, "theme", TAMBOUR_PPTX_A, TAMBOUR_PPTX_TYPE "theme+xml", error) : NULL;
  if (colours == NULL || !take_layouts (self, layouts, error))
    return FALSE;

  map = find_child (xmlDocGetRootElement (master), "clrMap");
  self->accent = read_colour (xmlDocGetRootElement (colours), map, "accent1", TAMBOUR_HOUSE_COLOUR);
  self->background = read_colour (xmlDocGetRootElement (colours), map, "bg1", 0xffffff);

  return TRUE;
}

/**
 * tambour_pptx_master_new_from_bytes:
 * @bytes: a .pptx file
 * @error: return location
 *
 * Returns: (transfer full): its first slide master, or %NULL with a #TambourPptxError
 */
TambourPptxMaster *
tambour_pptx_master_new_from_bytes (GBytes  *bytes,
                                    GError **error)
{
  g_autoptr(TambourPptxMaster) self = g_new0 (TambourPptxMaster, 1);
  g_autofree char *name = NULL;
  gboolean taken;

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->source = tambour_pptx_source_new (bytes, error);
  if (self->source == NULL || (name = find_master (self, error)) == NULL)
    return NULL;

  taken = take_all (self, name, error);
  g_clear_pointer (&self->source, tambour_pptx_source_free);

  return taken ? g_steal_pointer (&self) : NULL;
}

/**
 * tambour_pptx_master_new:
 * @path: of a .pptx file
 * @error: return location
 *
 * Returns: (transfer full): its first slide master, or %NULL with a
 *   #TambourPptxError or #GFileError
 */
TambourPptxMaster *
tambour_pptx_master_new (const char  *path,
                         GError     **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr(GBytes) bytes = file ? g_mapped_file_get_bytes (file) : NULL;

  return bytes ? tambour_pptx_master_new_from_bytes (bytes, error) : NULL;
}

/**
 * tambour_pptx_master_free:
 */
void
tambour_pptx_master_free (TambourPptxMaster *self)
{
  g_clear_pointer (&self->source, tambour_pptx_source_free);
  g_ptr_array_unref (self->parts);
  g_hash_table_unref (self->names);
  for (int i = 0; i < TAMBOUR_N_PPTX_LAYOUTS; i++)
    g_free (self->layouts[i]);
  g_free (self);
}

/**
 * tambour_pptx_master_get_accent:
 *
 * Returns: the first accent of its theme: the brand
 */
TambourColour
tambour_pptx_master_get_accent (TambourPptxMaster *self)
{
  return self->accent;
}

/**
 * tambour_pptx_master_is_light:
 *
 * Returns: %FALSE if its slides are darker than their texts
 */
gboolean
tambour_pptx_master_is_light (TambourPptxMaster *self)
{
  return tambour_colour_contrast (self->background, 0x000000) >= tambour_colour_contrast (self->background, 0xffffff);
}

/**
 * tambour_pptx_master_get_layout:
 *
 * Returns: (transfer none): the name that the part of the layout will have
 */
const char *
tambour_pptx_master_get_layout (TambourPptxMaster *self,
                                TambourPptxLayout  layout)
{
  return self->layouts[layout];
}

/**
 * tambour_pptx_master_get_id:
 *
 * Returns: the number that its presentation gives it, unlike those of its layouts
 */
guint
tambour_pptx_master_get_id (TambourPptxMaster *self)
{
  return self->id;
}

/**
 * tambour_pptx_master_add_to:
 * @package: where its parts go
 *
 * Adds the master with its layouts, theme and pictures under the names that
 * our own would have.
 */
void
tambour_pptx_master_add_to (TambourPptxMaster *self,
                            TambourPackage    *package)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = self->parts->pdata[i];

      for (guint j = 0; part->links != NULL && j < part->links->len; j++)
        {
          const TambourPptxLink *link = &g_array_index (part->links, TambourPptxLink, j);
          g_autofree char *kind = g_strconcat (TAMBOUR_PPTX_RELATION, link->kind, NULL);

          tambour_package_keep (package, part->name, link->id, kind, link->target);
        }
      tambour_package_add (package, part->name, part->type, g_bytes_ref (part->bytes));
    }
}
