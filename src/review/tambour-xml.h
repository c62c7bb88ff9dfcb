/* tambour-xml.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TambourXml:
 *
 * An XML document that is being written. Whatever text is put into it stays
 * text; characters that XML cannot hold are left out.
 */
typedef struct _TambourXml TambourXml;

TambourXml *tambour_xml_new    (void);
void        tambour_xml_free   (TambourXml *self);
void        tambour_xml_open   (TambourXml *self,
                                const char *name,
                                ...) G_GNUC_NULL_TERMINATED;
void        tambour_xml_leaf   (TambourXml *self,
                                const char *name,
                                ...) G_GNUC_NULL_TERMINATED;
void        tambour_xml_say    (TambourXml *self,
                                const char *attribute,
                                const char *value);
void        tambour_xml_count  (TambourXml *self,
                                const char *attribute,
                                gint64      value);
void        tambour_xml_text   (TambourXml *self,
                                const char *text);
void        tambour_xml_number (TambourXml *self,
                                double      number);
void        tambour_xml_raw    (TambourXml *self,
                                const char *markup);
void        tambour_xml_close  (TambourXml *self,
                                guint       levels);
GBytes     *tambour_xml_finish (TambourXml *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourXml, tambour_xml_free)

G_END_DECLS
