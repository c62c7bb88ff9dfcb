/* tambour-record-json.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

JsonNode      *tambour_field_pack            (const TambourField  *field,
                                              gconstpointer        record);
gboolean       tambour_field_unpack          (const TambourField  *field,
                                              gpointer             record,
                                              JsonNode            *node,
                                              GError             **error);
JsonNode      *tambour_record_pack           (TambourRecord       *self);
TambourRecord *tambour_record_unpack         (JsonNode            *node,
                                              GError             **error);
TambourRecord *tambour_record_unpack_members (JsonObject          *members,
                                              const char          *id,
                                              GError             **error);
gboolean       tambour_record_merge_in       (TambourRecord       *self,
                                              JsonObject          *members,
                                              GError             **error);

G_END_DECLS
