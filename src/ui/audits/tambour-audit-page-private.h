/* tambour-audit-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-audit-file.h"
#include "tambour-audit-item.h"
#include "tambour-audit-moves.h"
#include "tambour-audit-page.h"
#include "tambour-heading.h"
#include "tambour-share-bar.h"
#include "tambour-trend-chart.h"

G_BEGIN_DECLS

struct _TambourAuditPage
{
  TambourFilePage      parent_instance;

  TambourAuditFile    *file;          /* of the parent */
  guint                part;          /* the section that is shown */
  GListStore          *items;         /* TambourAuditItem of it */
  GtkSliceListModel   *slice;         /* of those, as many as the list has come to */
  GtkSingleSelection  *selection;
  GtkStringList       *parts;
  GtkSingleSelection  *part_selection;
  GQueue               waiting;       /* of TambourAuditMove: answers that are not written yet */
  gboolean             is_writing;
  gboolean             is_filling;
  gboolean             is_narrow;

  /* Template widgets */
  AdwHeaderBar        *header_bar;
  AdwWindowTitle      *window_title;
  GtkMenuButton       *menu_button;
  GMenuModel          *audit_menu;
  GtkWidget           *finish_button;
  AdwButtonContent    *present_content;
  AdwOverlaySplitView *side_view;
  AdwOverlaySplitView *rail_view;
  GtkLabel            *change_label;
  GtkWidget           *score_box;
  GtkLabel            *score_label;
  GtkLabel            *score_line;
  TambourShareBar     *share_bar;
  GtkGrid             *legend;
  GtkWidget           *trend_card;
  TambourTrendChart   *trend_chart;
  TambourHeading      *findings_heading;
  GtkWidget           *plan_all_button;
  GtkListBox          *findings_list;
  GtkLabel            *progress_label;
  GtkListView         *parts_view;
  GtkLabel            *begun_label;
  GtkWidget           *main;
  GtkWidget           *rail_button;
  GtkWidget           *side_button;
  GtkLabel            *part_label;
  GtkLabel            *part_line;
  GtkListView         *checks_view;
  AdwWrapBox          *hints;
};

TambourInstant tambour_audit_page_get_now  (TambourAuditPage *self);
gboolean       tambour_audit_page_is_fixed (TambourAuditPage *self);

/* tambour-audit-page-show.c */
void tambour_audit_page_show        (TambourAuditPage *self);
void tambour_audit_page_show_time   (TambourAuditPage *self);
void tambour_audit_page_show_counts (TambourAuditPage *self);
void tambour_audit_page_add_hints   (TambourAuditPage *self);

/* tambour-audit-page-list.c */
void  tambour_audit_page_add_models   (TambourAuditPage         *self);
void  tambour_audit_page_show_part    (TambourAuditPage         *self,
                                       guint                     part,
                                       guint                     position);
void  tambour_audit_page_show_parts   (TambourAuditPage         *self);
void  tambour_audit_page_go           (TambourAuditPage         *self,
                                       guint                     position);
void  tambour_audit_page_setup_part   (TambourAuditPage         *self,
                                       GtkListItem              *item,
                                       GtkSignalListItemFactory *factory);
void  tambour_audit_page_bind_part    (TambourAuditPage         *self,
                                       GtkListItem              *item,
                                       GtkSignalListItemFactory *factory);
void  tambour_audit_page_setup_check  (TambourAuditPage         *self,
                                       GtkListItem              *item,
                                       GtkSignalListItemFactory *factory);
void  tambour_audit_page_bind_check   (TambourAuditPage         *self,
                                       GtkListItem              *item,
                                       GtkSignalListItemFactory *factory);
void  tambour_audit_page_unbind_check (TambourAuditPage         *self,
                                       GtkListItem              *item,
                                       GtkSignalListItemFactory *factory);
guint tambour_audit_page_get_here     (TambourAuditPage         *self);

/* tambour-audit-page-answers.c */
void tambour_audit_page_answer       (TambourAuditPage *self,
                                      const char       *answer_id,
                                      TambourAnswer     answer);
void tambour_audit_page_add_keys     (TambourAuditPage *self);
void tambour_audit_page_drop_waiting (TambourAuditPage *self);

/* tambour-audit-page-actions.c */
void tambour_audit_page_install_actions (GtkWidgetClass   *widget_class);
void tambour_audit_page_update_actions  (TambourAuditPage *self);

/* tambour-audit-page-export.c */
void tambour_audit_page_install_export (GtkWidgetClass *widget_class);

G_END_DECLS
