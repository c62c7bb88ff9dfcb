/* tambour-request-model.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-requests.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REQUEST_ENTRY (tambour_request_entry_get_type ())
G_DECLARE_FINAL_TYPE (TambourRequestEntry, tambour_request_entry, TAMBOUR, REQUEST_ENTRY, GObject)

#define TAMBOUR_TYPE_REQUEST_MODEL (tambour_request_model_get_type ())
G_DECLARE_FINAL_TYPE (TambourRequestModel, tambour_request_model, TAMBOUR, REQUEST_MODEL, GObject)

const TambourRequestLine *tambour_request_entry_get_line  (TambourRequestEntry *self);

TambourRequestModel      *tambour_request_model_new       (void);
void                      tambour_request_model_show      (TambourRequestModel *self,
                                                           TambourRequestList  *list,
                                                           TambourRequestView   view,
                                                           const char * const  *words);
GPtrArray                *tambour_request_model_get_lines (TambourRequestModel *self);
const TambourRequestLine *tambour_request_model_get_line  (TambourRequestModel *self,
                                                           guint                position);
guint                     tambour_request_model_find      (TambourRequestModel *self,
                                                           const char          *id);

G_END_DECLS
