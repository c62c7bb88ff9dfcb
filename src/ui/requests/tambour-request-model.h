/* tambour-request-model.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-line-model.h"
#include "tambour-requests.h"

G_BEGIN_DECLS

TambourLineModel *tambour_request_model_new  (void);
void              tambour_request_model_show (TambourLineModel   *self,
                                              TambourRequestList *list,
                                              TambourRequestView  view,
                                              const char * const *words);
guint             tambour_request_model_find (TambourLineModel   *self,
                                              const char         *id);

G_END_DECLS
