/* tambour-pptx.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pptx.h"

#include "tambour-pptx-private.h"

#define CORE_RELATION "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
#define CORE_TYPE     "application/vnd.openxmlformats-package.core-properties+xml"
#define CORE_SPACE    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
#define APP_SPACE     "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"

/* The least number that a slide may have, and a master of ours. */
#define FIRST_SLIDE  256
#define FIRST_MASTER G_GINT64_CONSTANT (2147483648)

static void
write_word (TambourXml *xml,
            const char *element,
            const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;

  tambour_xml_open (xml, element, NULL);
  tambour_xml_text (xml, text);
  tambour_xml_close (xml, 1);
}

static void
write_time (TambourXml *xml,
            const char *element,
            const char *time)
{
  tambour_xml_open (xml, element, "xsi:type", "dcterms:W3CDTF", NULL);
  tambour_xml_text (xml, time);
  tambour_xml_close (xml, 1);
}

/* Times are those of the data, so that the same review is the same file. */
static void
add_core (TambourPptx *self)
{
  g_autoptr(TambourXml) xml = tambour_xml_new ();
  g_autoptr(GDateTime) created = g_date_time_new_from_unix_utc (tambour_document_get_created (self->document));
  g_autofree char *time = g_date_time_format (created, "%Y-%m-%dT%H:%M:%SZ");

  tambour_xml_open (xml, "cp:coreProperties", "xmlns:cp", CORE_SPACE, "xmlns:dc", "http://purl.org/dc/elements/1.1/",
                    "xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance", NULL);
  write_word (xml, "dc:title", tambour_document_get_title (self->document));
  write_word (xml, "dc:subject", tambour_document_get_subject (self->document));
  write_word (xml, "dc:creator", tambour_document_get_author (self->document));
  write_word (xml, "dc:language", self->language);
  write_word (xml, "cp:lastModifiedBy", tambour_document_get_author (self->document));
  write_time (xml, "dcterms:created", time);
  write_time (xml, "dcterms:modified", time);

  tambour_package_relate (self->package, "", CORE_RELATION, "docProps/core.xml");
  tambour_package_add (self->package, "docProps/core.xml", CORE_TYPE, tambour_xml_finish (xml));
}

static void
add_app (TambourPptx *self)
{
  g_autoptr(TambourXml) xml = tambour_xml_new ();
  g_autofree char *slides = g_strdup_printf ("%u", tambour_document_get_n_pages (self->document));

  tambour_xml_open (xml, "Properties", "xmlns", APP_SPACE, NULL);
  write_word (xml, "Application", "Tambour " TAMBOUR_VERSION);
  write_word (xml, "PresentationFormat", "Widescreen");
  write_word (xml, "Slides", slides);

  tambour_package_relate (self->package, "", TAMBOUR_PPTX_RELATION "extended-properties", "docProps/app.xml");
  tambour_package_add (self->package, "docProps/app.xml", TAMBOUR_PPTX_TYPE "extended-properties+xml", tambour_xml_finish (xml));
}

static const char *
relate (TambourPptx *self,
        const char  *kind,
        const char  *target)
{
  return tambour_package_relate (self->package, TAMBOUR_PPTX_PRESENTATION, kind, target);
}

static void
write_master_list (TambourPptx *self,
                   TambourXml  *xml)
{
  tambour_xml_open (xml, "p:sldMasterIdLst", NULL);
  tambour_xml_open (xml, "p:sldMasterId", NULL);
  tambour_xml_count (xml, "id", self->master ? tambour_pptx_master_get_id (self->master) : FIRST_MASTER);
  tambour_xml_say (xml, "r:id", relate (self, TAMBOUR_PPTX_RELATION "slideMaster", TAMBOUR_PPTX_MASTER));
  tambour_xml_close (xml, 2);
  tambour_xml_open (xml, "p:notesMasterIdLst", NULL);
  tambour_xml_leaf (xml, "p:notesMasterId", "r:id", relate (self, TAMBOUR_PPTX_RELATION "notesMaster", TAMBOUR_PPTX_NOTES_MASTER), NULL);
  tambour_xml_close (xml, 1);
}

static void
write_slide_list (TambourPptx *self,
                  TambourXml  *xml)
{
  tambour_xml_open (xml, "p:sldIdLst", NULL);
  for (guint i = 0; i < tambour_document_get_n_pages (self->document); i++)
    {
      g_autofree char *name = tambour_pptx_slide_name (i);

      tambour_xml_open (xml, "p:sldId", NULL);
      tambour_xml_count (xml, "id", FIRST_SLIDE + i);
      tambour_xml_say (xml, "r:id", relate (self, TAMBOUR_PPTX_RELATION "slide", name));
      tambour_xml_close (xml, 1);
    }
  tambour_xml_close (xml, 1);
}

static void
write_default_style (TambourPptx *self,
                     TambourXml  *xml)
{
  tambour_xml_open (xml, "p:defaultTextStyle", NULL);
  tambour_xml_open (xml, "a:defPPr", NULL);
  tambour_xml_leaf (xml, "a:defRPr", "lang", self->language, NULL);
  tambour_xml_close (xml, 1);
  tambour_xml_raw (xml, "<a:lvl1pPr><a:defRPr sz=\"1100\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>"
                        "<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr>");
  tambour_xml_close (xml, 1);
}

/* What a presentation has beside its slides, all of it empty. */
static void
add_properties (TambourPptx *self)
{
  static const struct
  {
    const char *kind, *root, *attributes;
  } parts[] = {
    { "presProps", "p:presentationPr", NULL },
    { "viewProps", "p:viewPr", NULL },
    { "tableStyles", "a:tblStyleLst", "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strdup_printf ("ppt/%s.xml", parts[i].kind);
      g_autofree char *kind = g_strconcat (TAMBOUR_PPTX_RELATION, parts[i].kind, NULL);
      g_autofree char *type = g_strdup_printf (TAMBOUR_PPTX_TYPE "presentationml.%s+xml", parts[i].kind);
      g_autoptr(TambourXml) xml = tambour_xml_new ();

      tambour_xml_open (xml, parts[i].root, "xmlns:a", TAMBOUR_PPTX_A, "xmlns:r", TAMBOUR_PPTX_R, "xmlns:p", TAMBOUR_PPTX_P, NULL);
      tambour_xml_say (xml, "def", parts[i].attributes);
      relate (self, kind, name);
      tambour_package_add (self->package, name, type, tambour_xml_finish (xml));
    }
}

static void
add_presentation (TambourPptx *self)
{
  g_autoptr(TambourXml) xml = tambour_xml_new ();

  tambour_package_relate (self->package, "", TAMBOUR_PPTX_RELATION "officeDocument", TAMBOUR_PPTX_PRESENTATION);
  tambour_xml_open (xml, "p:presentation", "xmlns:a", TAMBOUR_PPTX_A, "xmlns:r", TAMBOUR_PPTX_R, "xmlns:p", TAMBOUR_PPTX_P, NULL);
  tambour_xml_say (xml, "rtl", self->rtl ? "1" : NULL);
  tambour_xml_say (xml, "saveSubsetFonts", "1");
  write_master_list (self, xml);
  write_slide_list (self, xml);
  tambour_xml_open (xml, "p:sldSz", NULL);
  tambour_xml_count (xml, "cx", tambour_emu (tambour_document_get_width (self->document)));
  tambour_xml_count (xml, "cy", tambour_emu (tambour_document_get_height (self->document)));
  tambour_xml_close (xml, 1);
  tambour_xml_raw (xml, "<p:notesSz cx=\"6858000\" cy=\"9144000\"/>");
  write_default_style (self, xml);
  tambour_package_add (self->package, TAMBOUR_PPTX_PRESENTATION, TAMBOUR_PPTX_TYPE "presentationml.presentation.main+xml",
                       tambour_xml_finish (xml));
}

/**
 * tambour_pptx_layout:
 * @index: of a page of the document, from 0
 *
 * Returns: (transfer none): the part of the layout that the page stands on
 */
const char *
tambour_pptx_layout (TambourPptx *self,
                     guint        index)
{
  static const char * const own[TAMBOUR_N_PPTX_LAYOUTS] = {
    TAMBOUR_PPTX_LAYOUTS "1.xml",
    TAMBOUR_PPTX_LAYOUTS "2.xml",
    TAMBOUR_PPTX_LAYOUTS "3.xml",
  };
  const char *label = tambour_document_get_page (self->document, index)->label;
  TambourPptxLayout layout = TAMBOUR_PPTX_LAYOUT_BODY;

  if (index == 0)
    layout = TAMBOUR_PPTX_LAYOUT_COVER;
  else if (!g_ascii_isdigit (label[0]))
    layout = TAMBOUR_PPTX_LAYOUT_APPENDIX;

  return self->master ? tambour_pptx_master_get_layout (self->master, layout) : own[layout];
}

static void
add_parts (TambourPptx *self)
{
  add_presentation (self);
  add_core (self);
  add_app (self);
  add_properties (self);
  if (self->master != NULL)
    tambour_pptx_master_add_to (self->master, self->package);
  else
    tambour_pptx_add_master (self);
  tambour_pptx_add_notes_master (self);
  for (guint i = 0; i < tambour_document_get_n_pages (self->document); i++)
    {
      tambour_document_tell_page (self->document, i + 1);
      tambour_pptx_add_slide (self, i);
      tambour_pptx_add_notes (self, i);
    }
}

/**
 * tambour_pptx_to_bytes:
 * @document: a deck
 * @master: (nullable): a company's own master to put it on
 * @error: return location
 *
 * Writes @document as a presentation: titles in placeholders of a master, texts
 * that can be edited, tables, charts with their data, notes. The same document
 * gives the same bytes.
 *
 * Returns: (transfer full): %NULL with a #GIOErrorEnum
 */
GBytes *
tambour_pptx_to_bytes (TambourDocument    *document,
                       TambourPptxMaster  *master,
                       GError            **error)
{
  g_autoptr(TambourPackage) package = tambour_package_new ();
  TambourPptx self = {
    .document = document,
    .master = master,
    .package = package,
    .theme = *tambour_document_get_theme (document),
    .language = tambour_document_get_language (document),
    .rtl = tambour_document_get_rtl (document),
  };

  if (self.language == NULL)
    self.language = "en";
  add_parts (&self);

  return tambour_package_to_bytes (package, error);
}

/**
 * tambour_pptx_write:
 * @document: a deck
 * @master: (nullable): a company's own master to put it on
 * @path: which has the old file or the whole new one and nothing in between
 * @error: return location
 *
 * Writes what tambour_pptx_to_bytes() gives.
 *
 * Returns: %FALSE with a #GFileError, such as %G_FILE_ERROR_NOSPC
 */
gboolean
tambour_pptx_write (TambourDocument    *document,
                    TambourPptxMaster  *master,
                    const char         *path,
                    GError            **error)
{
  g_autoptr(GBytes) bytes = tambour_pptx_to_bytes (document, master, error);
  gsize size;
  gconstpointer data;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);

  return g_file_set_contents_full (path, data, size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_ONLY_EXISTING, 0666, error);
}
