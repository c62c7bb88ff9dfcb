/* tambour-couch-read.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-couch.h"

G_BEGIN_DECLS

TambourCouchInfo    *tambour_couch_read_info           (JsonNode         *answer,
                                                        GError          **error);
TambourCouchChanges *tambour_couch_read_changes        (JsonNode         *answer,
                                                        GError          **error);
GPtrArray           *tambour_couch_read_bulk_get       (JsonNode         *answer,
                                                        GError          **error);
GPtrArray           *tambour_couch_read_leaves         (JsonNode         *answer,
                                                        const char       *id,
                                                        GError          **error);
GHashTable          *tambour_couch_read_diff           (JsonNode         *answer,
                                                        GError          **error);
GPtrArray           *tambour_couch_read_refusals       (JsonNode         *answer,
                                                        GError          **error);
GPtrArray           *tambour_couch_read_known_refusals (JsonNode         *answer);
GHashTable          *tambour_couch_read_erased         (JsonNode         *answer,
                                                        GError          **error);
TambourCouchRow     *tambour_couch_row_new             (const char       *id,
                                                        GStrv             revs);
TambourCouchLeaf    *tambour_couch_leaf_new_gone       (const char       *id,
                                                        const char       *rev,
                                                        const char       *why);
void                 tambour_couch_row_free            (TambourCouchRow  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCouchRow, tambour_couch_row_free)

G_END_DECLS
