/* tambour-authors.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

GHashTable *tambour_authors_load     (TambourStore  *store);
const char *tambour_authors_get_name (GHashTable    *authors,
                                      const char    *author);
char       *tambour_authors_dup_name (TambourStore  *store,
                                      const char    *author);
gboolean    tambour_authors_claim    (TambourStore  *store,
                                      const char    *person_id,
                                      GError       **error);

G_END_DECLS
