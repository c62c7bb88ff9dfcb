/* tambour-pptx-source.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * TambourPptxSource:
 *
 * The parts of somebody's .pptx, as far as a master can need them. Whatever is
 * not as it should be, or larger than a master can be, is an error.
 */
typedef struct _TambourPptxSource TambourPptxSource;

/**
 * TambourPptxLink:
 * @id: what the part calls the relationship
 * @kind: the last word of its type: "theme", "image"
 * @target: the name of the other part
 */
typedef struct
{
  char *id;
  char *kind;
  char *target;
} TambourPptxLink;

TambourPptxSource *tambour_pptx_source_new   (GBytes             *bytes,
                                              GError            **error);
void               tambour_pptx_source_free  (TambourPptxSource  *self);
GBytes            *tambour_pptx_source_get   (TambourPptxSource  *self,
                                              const char         *name,
                                              GError            **error);
xmlDocPtr          tambour_pptx_source_parse (TambourPptxSource  *self,
                                              const char         *name,
                                              GError            **error);
GArray            *tambour_pptx_source_links (TambourPptxSource  *self,
                                              const char         *name,
                                              GError            **error);
void               tambour_pptx_source_fail  (GError            **error,
                               const char *format,
                               ...) G_GNUC_PRINTF (2, 3);

const TambourPptxLink *tambour_pptx_find_link       (const GArray  *links,
                                                     const char    *id);
gboolean               tambour_pptx_remove_dangling (xmlDocPtr      document,
                                                     const GArray  *links,
                                                     GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPptxSource, tambour_pptx_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
