/* tambour-action-model.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-action-list.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ACTION_ENTRY (tambour_action_entry_get_type ())
G_DECLARE_FINAL_TYPE (TambourActionEntry, tambour_action_entry, TAMBOUR, ACTION_ENTRY, GObject)

#define TAMBOUR_TYPE_ACTION_MODEL (tambour_action_model_get_type ())
G_DECLARE_FINAL_TYPE (TambourActionModel, tambour_action_model, TAMBOUR, ACTION_MODEL, GObject)

const TambourActionLine *tambour_action_entry_get_line (TambourActionEntry        *self);

TambourActionModel      *tambour_action_model_new      (void);
void                     tambour_action_model_show     (TambourActionModel        *self,
                                                        GPtrArray                 *lines,
                                                        const TambourActionFilter *filter);
const TambourActionLine *tambour_action_model_get_line (TambourActionModel        *self,
                                                        guint                      position);
guint                    tambour_action_model_find     (TambourActionModel        *self,
                                                        const char                *id);

G_END_DECLS
