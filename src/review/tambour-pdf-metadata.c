/* tambour-pdf-metadata.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-pdf-private.h"
#include "tambour-xml.h"

#define RDF_SPACE "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define DC_SPACE  "http://purl.org/dc/elements/1.1/"
#define XMP_SPACE "http://ns.adobe.com/xap/1.0/"

/* Around the description, so that programs that know no PDF find it: the identifier is the same
 * in every file (ISO 16684-1, 7.3.2). */
#define PACKET_BEGIN "<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
#define PACKET_END   "\n<?xpacket end=\"r\"?>"

static void
write_word (TambourXml *xml,
            const char *element,
            const char *text)
{
  tambour_xml_open (xml, element, NULL);
  tambour_xml_text (xml, text);
  tambour_xml_close (xml, 1);
}

/* A property that may have several values; a text has one for each language. */
static void
write_one_of (TambourXml *xml,
              const char *element,
              const char *container,
              const char *language,
              const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;

  tambour_xml_open (xml, element, NULL);
  tambour_xml_open (xml, container, NULL);
  tambour_xml_open (xml, "rdf:li", NULL);
  tambour_xml_say (xml, "xml:lang", language);
  tambour_xml_text (xml, text);
  tambour_xml_close (xml, 3);
}

static GBytes *
describe (TambourDocument *document)
{
  g_autoptr(TambourXml) xml = tambour_xml_new ();
  g_autoptr(GDateTime) created = g_date_time_new_from_unix_utc (tambour_document_get_created (document));
  g_autofree char *time = g_date_time_format (created, "%Y-%m-%dT%H:%M:%SZ");
  const char *language = tambour_document_get_language (document);

  tambour_xml_open (xml, "x:xmpmeta", "xmlns:x", "adobe:ns:meta/", NULL);
  tambour_xml_open (xml, "rdf:RDF", "xmlns:rdf", RDF_SPACE, NULL);
  tambour_xml_open (xml, "rdf:Description", "rdf:about", "", "xmlns:dc", DC_SPACE, "xmlns:xmp", XMP_SPACE, NULL);
  write_one_of (xml, "dc:title", "rdf:Alt", "x-default", tambour_document_get_title (document));
  write_one_of (xml, "dc:creator", "rdf:Seq", NULL, tambour_document_get_author (document));
  write_one_of (xml, "dc:description", "rdf:Alt", "x-default", tambour_document_get_subject (document));
  write_one_of (xml, "dc:language", "rdf:Bag", NULL, language ? language : "en");
  write_word (xml, "dc:format", "application/pdf");
  write_word (xml, "xmp:CreatorTool", "Tambour " TAMBOUR_VERSION);
  write_word (xml, "xmp:CreateDate", time);
  write_word (xml, "xmp:ModifyDate", time);
  write_word (xml, "xmp:MetadataDate", time);

  return tambour_xml_finish (xml);
}

/**
 * tambour_pdf_describe:
 * @document: what is written
 *
 * Says what the dictionary of the document says, as XMP (ISO 16684-1): where readers, archives and
 * searches look first. Times are those of the data, so that the same review is the same file.
 *
 * Returns: (transfer full): the packet
 */
char *
tambour_pdf_describe (TambourDocument *document)
{
  g_autoptr(GBytes) xml = describe (document);
  gsize size;
  const char *text = g_bytes_get_data (xml, &size);
  const char *declaration = memchr (text, '\n', size);
  const char *start = declaration ? declaration + 1 : text;
  g_autofree char *body = g_strndup (start, size - (start - text));

  return g_strconcat (PACKET_BEGIN, g_strchomp (body), PACKET_END, NULL);
}
