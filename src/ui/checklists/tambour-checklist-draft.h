/* tambour-checklist-draft.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-audit.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CHECKLIST_DRAFT (tambour_checklist_draft_get_type ())
G_DECLARE_FINAL_TYPE (TambourChecklistDraft, tambour_checklist_draft, TAMBOUR, CHECKLIST_DRAFT, GObject)

TambourChecklistDraft *tambour_checklist_draft_new         (void);
GListModel            *tambour_checklist_draft_get_model   (TambourChecklistDraft *self);
GPtrArray             *tambour_checklist_draft_dup_items   (TambourChecklistDraft *self);
void                   tambour_checklist_draft_set_stored  (TambourChecklistDraft *self,
                                                            GPtrArray             *items);
void                   tambour_checklist_draft_take_up     (TambourChecklistDraft *self,
                                                            GPtrArray             *items);
gboolean               tambour_checklist_draft_is_changed  (TambourChecklistDraft *self);
gboolean               tambour_checklist_draft_can_undo    (TambourChecklistDraft *self);

TambourTemplateItem   *tambour_checklist_draft_find_stored (TambourChecklistDraft *self,
                                                            TambourTemplateItem   *item);

void                   tambour_checklist_draft_put         (TambourChecklistDraft *self,
                                                            guint                  position,
                                                            TambourTemplateItem   *item);
void                   tambour_checklist_draft_insert      (TambourChecklistDraft *self,
                                                            guint                  position,
                                                            TambourTemplateItem   *item);
void                   tambour_checklist_draft_remove      (TambourChecklistDraft *self,
                                                            guint                  position);
gboolean               tambour_checklist_draft_move        (TambourChecklistDraft *self,
                                                            guint                  position,
                                                            int                    by);
void                   tambour_checklist_draft_undo        (TambourChecklistDraft *self);

G_END_DECLS
