/* tambour-couch-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-couch.h"

G_BEGIN_DECLS

TambourCouchCall *tambour_couch_call_begin    (TambourCouch      *self,
                                               const char        *method,
                                               const char        *path,
                                               GBytes            *body,
                                               guint              patience);
GBytes           *tambour_couch_call_end      (TambourCouchCall  *call,
                                               GError           **error);
JsonNode         *tambour_couch_call_end_json (TambourCouchCall  *call,
                                               gsize             *size,
                                               GError           **error);
void              tambour_couch_call_set_id   (TambourCouchCall  *call,
                                               const char        *id);
GBytes           *tambour_couch_upload        (TambourCouch      *self,
                                               const char        *method,
                                               const char        *path,
                                               GInputStream      *from,
                                               gint64             length,
                                               const char        *content_type,
                                               guint              patience,
                                               GError           **error);
const char       *tambour_couch_call_get_id   (TambourCouchCall  *call);

G_END_DECLS
