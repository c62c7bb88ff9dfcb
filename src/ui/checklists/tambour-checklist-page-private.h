/* tambour-checklist-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-checklist-draft.h"
#include "tambour-checklist-page.h"
#include "tambour-drafts.h"
#include "tambour-heading.h"

G_BEGIN_DECLS

struct _TambourChecklistPage
{
  TambourPage            parent_instance;

  char                  *template_id;
  GPtrArray             *versions;     /* TambourTemplateVersion, the newest first */
  TambourChecklistDraft *draft;
  GtkSliceListModel     *slice;
  GtkSingleSelection    *selection;
  GCancellable          *loading;

  /* Template widgets */
  AdwHeaderBar          *header_bar;
  AdwWindowTitle        *window_title;
  GtkWidget             *new_button;
  GtkMenuButton         *menu_button;
  GMenuModel            *checklist_menu;
  GtkWidget             *publish_button;
  AdwButtonContent      *publish_content;
  GtkWidget             *undo_button;
  GtkStack              *stack;
  AdwStatusPage         *status_page;
  GtkButton             *status_button;
  GtkBox                *columns;
  TambourHeading        *heading;
  GtkListView           *list_view;
  AdwClamp              *side;
  GtkListBox            *version_list;
};

void        tambour_checklist_page_update   (TambourChecklistPage *self);
void        tambour_checklist_page_choose   (TambourChecklistPage *self,
                                             guint                 position);

const char *tambour_checklist_page_get_name (TambourChecklistPage *self);

/* tambour-checklist-page-draft.c */
char *tambour_checklist_page_dup_draft_key (const char           *template_id);
void  tambour_checklist_page_keep          (TambourChecklistPage *self);
void  tambour_checklist_page_forget        (TambourChecklistPage *self);
void  tambour_checklist_page_take_draft    (TambourChecklistPage *self,
                                            const TambourDraft   *stored);

/* tambour-checklist-page-actions.c */
void tambour_checklist_page_install_actions (GtkWidgetClass       *widget_class);
void tambour_checklist_page_add_keys        (TambourChecklistPage *self);

G_END_DECLS
