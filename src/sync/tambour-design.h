/* tambour-design.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The document of a team's database that says what may be written to it. */
#define TAMBOUR_DESIGN_ID "_design/tambour"

/* What a person may be in a team: CouchDB's names of roles. */
#define TAMBOUR_ROLE_TAM     "tam"
#define TAMBOUR_ROLE_MANAGER "manager"
#define TAMBOUR_ROLE_READER  "reader"

JsonObject *tambour_design_new        (void);
JsonObject *tambour_design_secure     (JsonObject *security);
gboolean    tambour_design_is_current (JsonObject *document);

G_END_DECLS
