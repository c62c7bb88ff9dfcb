/* tambour-document.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "tambour-record.h"

G_BEGIN_DECLS

JsonObject    *tambour_document_pack         (TambourRecord       *record);
JsonObject    *tambour_document_pack_merged  (const char          *kind,
                                              const char          *into);
void           tambour_document_set_joined   (JsonObject          *document,
                                              const char * const  *revs);
TambourRecord *tambour_document_unpack       (JsonObject          *document,
                                              GError             **error);
gboolean       tambour_document_is_ours      (JsonObject          *document);
gboolean       tambour_document_is_deleted   (JsonObject          *document);
const char    *tambour_document_get_merged   (JsonObject          *document);
char          *tambour_document_dup_revision (JsonObject          *document,
                                              const char          *parent);

G_END_DECLS
