/* tambour-xml.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-xml.h"

#include <libxml/xmlwriter.h>

struct _TambourXml
{
  xmlBufferPtr     buffer;
  xmlTextWriterPtr writer;
};

/**
 * tambour_xml_new:
 *
 * Returns: (transfer full): a document with its declaration alone
 */
TambourXml *
tambour_xml_new (void)
{
  TambourXml *self = g_new0 (TambourXml, 1);

  self->buffer = xmlBufferCreateSize (16 * 1024);
  self->writer = xmlNewTextWriterMemory (self->buffer, 0);
  xmlTextWriterStartDocument (self->writer, NULL, "UTF-8", "yes");

  return self;
}

/**
 * tambour_xml_free:
 */
void
tambour_xml_free (TambourXml *self)
{
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  xmlBufferFree (self->buffer);
  g_free (self);
}

static gboolean
is_allowed (gunichar character)
{
  return character == '\t' || character == '\n' || character == '\r' ||
         (character >= 0x20 && character != 0xfffe && character != 0xffff);
}

/* Returns: (transfer full) (nullable): @text without what XML cannot hold; %NULL if it has none of it */
static char *
dup_allowed (const char *text)
{
  GString *allowed;
  const char *at = text;

  while (*at != '\0' && is_allowed (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (*at == '\0')
    return NULL;

  allowed = g_string_new_len (text, at - text);
  for (; *at != '\0'; at = g_utf8_next_char (at))
    if (is_allowed (g_utf8_get_char (at)))
      g_string_append_unichar (allowed, g_utf8_get_char (at));

  return g_string_free (allowed, FALSE);
}

/**
 * tambour_xml_say:
 * @value: (nullable): %NULL leaves the attribute out
 *
 * Adds an attribute to the element that was opened last.
 */
void
tambour_xml_say (TambourXml *self,
                 const char *attribute,
                 const char *value)
{
  g_autofree char *allowed = value ? dup_allowed (value) : NULL;

  if (value != NULL)
    xmlTextWriterWriteAttribute (self->writer, (const xmlChar *) attribute,
                                 (const xmlChar *) (allowed ? allowed : value));
}

static void
open_element (TambourXml *self,
              const char *name,
              va_list     attributes)
{
  const char *attribute;

  xmlTextWriterStartElement (self->writer, (const xmlChar *) name);
  while ((attribute = va_arg (attributes, const char *)) != NULL)
    tambour_xml_say (self, attribute, va_arg (attributes, const char *));
}

/**
 * tambour_xml_open:
 * @name: with its prefix
 * @...: names and values of attributes, then %NULL
 *
 * Begins an element.
 */
void
tambour_xml_open (TambourXml *self,
                  const char *name,
                  ...)
{
  va_list attributes;

  va_start (attributes, name);
  open_element (self, name, attributes);
  va_end (attributes);
}

/**
 * tambour_xml_leaf:
 * @name: with its prefix
 * @...: names and values of attributes, then %NULL
 *
 * Adds an element that has nothing in it.
 */
void
tambour_xml_leaf (TambourXml *self,
                  const char *name,
                  ...)
{
  va_list attributes;

  va_start (attributes, name);
  open_element (self, name, attributes);
  va_end (attributes);
  xmlTextWriterEndElement (self->writer);
}

/**
 * tambour_xml_count:
 *
 * Adds a whole number as an attribute.
 */
void
tambour_xml_count (TambourXml *self,
                   const char *attribute,
                   gint64      value)
{
  char number[32];

  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, value);
  xmlTextWriterWriteAttribute (self->writer, (const xmlChar *) attribute, (const xmlChar *) number);
}

/**
 * tambour_xml_text:
 *
 * Adds @text as text.
 */
void
tambour_xml_text (TambourXml *self,
                  const char *text)
{
  g_autofree char *allowed = dup_allowed (text);

  xmlTextWriterWriteString (self->writer, (const xmlChar *) (allowed ? allowed : text));
}

/**
 * tambour_xml_number:
 *
 * Adds a number as text, in the digits that a spreadsheet would hold.
 */
void
tambour_xml_number (TambourXml *self,
                    double      number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.16G", number);
  xmlTextWriterWriteString (self->writer, (const xmlChar *) text);
}

/**
 * tambour_xml_raw:
 * @markup: well-formed markup of our own, never anything from outside
 *
 * Adds markup as it is.
 */
void
tambour_xml_raw (TambourXml *self,
                 const char *markup)
{
  xmlTextWriterWriteRaw (self->writer, (const xmlChar *) markup);
}

/**
 * tambour_xml_close:
 * @levels: how many elements end here
 */
void
tambour_xml_close (TambourXml *self,
                   guint       levels)
{
  for (guint i = 0; i < levels; i++)
    xmlTextWriterEndElement (self->writer);
}

/**
 * tambour_xml_finish:
 *
 * Ends what is still open.
 *
 * Returns: (transfer full): the whole document
 */
GBytes *
tambour_xml_finish (TambourXml *self)
{
  xmlTextWriterEndDocument (self->writer);
  xmlTextWriterFlush (self->writer);

  return g_bytes_new (xmlBufferContent (self->buffer), xmlBufferLength (self->buffer));
}
