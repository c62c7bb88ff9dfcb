/* tambour-couch-document.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "tambour-record.h"

G_BEGIN_DECLS

JsonObject    *tambour_couch_document_pack         (TambourRecord       *record);
JsonObject    *tambour_couch_document_pack_merged  (const char          *kind,
                                                    const char          *into);
void           tambour_couch_document_set_joined   (JsonObject          *document,
                                                    const char * const  *revs);
TambourRecord *tambour_couch_document_unpack       (JsonObject          *document,
                                                    GError             **error);
gboolean       tambour_couch_document_is_ours      (JsonObject          *document);
gboolean       tambour_couch_document_is_deleted   (JsonObject          *document);
const char    *tambour_couch_document_get_merged   (JsonObject          *document);
char          *tambour_couch_document_dup_revision (JsonObject          *document,
                                                    const char          *parent);

G_END_DECLS
