/* tambour-action-model.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-action-list.h"
#include "tambour-line-model.h"

G_BEGIN_DECLS

TambourLineModel *tambour_action_model_new  (void);
void              tambour_action_model_show (TambourLineModel          *self,
                                             GPtrArray                 *lines,
                                             const TambourActionFilter *filter);
guint             tambour_action_model_find (TambourLineModel          *self,
                                             const char                *id);

G_END_DECLS
