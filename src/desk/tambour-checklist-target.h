/* tambour-checklist-target.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-import-target.h"
#include "tambour-store.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CHECKLIST_TARGET (tambour_checklist_target_get_type ())
G_DECLARE_FINAL_TYPE (TambourChecklistTarget, tambour_checklist_target, TAMBOUR, CHECKLIST_TARGET, GObject)

TambourChecklistTarget *tambour_checklist_target_new    (TambourStore            *store,
                                                         TambourImportTarget     *target);
gboolean                tambour_checklist_target_finish (TambourChecklistTarget  *self,
                                                         gboolean                 is_whole,
                                                         GError                 **error);

G_END_DECLS
