/* tambour-record-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record-page.h"
#include "tambour-record-view.h"

G_BEGIN_DECLS

struct _TambourRecordPage
{
  TambourPage         parent_instance;

  TambourRecordClass *klass;
  char               *id;
  TambourRecordView  *view;
  GCancellable       *loading;
  gboolean            is_narrow;

  /* Template widgets */
  AdwWindowTitle     *window_title;
  GtkMenuButton      *menu_button;
  GMenuModel         *record_menu;
  GtkWidget          *edit_button;
  AdwButtonContent   *edit_content;
  AdwBanner          *draft_banner;
  AdwBanner          *refused_banner;
  GtkStack           *stack;
  AdwStatusPage      *status_page;
  GtkWidget          *restore_button;
  GtkBox             *columns;
  GtkWidget          *main;
  GtkLabel           *title_label;
  GtkLabel           *meta_label;
  GtkWidget          *steps_box;
  GtkButton          *settle_button;
  GtkWidget          *withdraw_button;
  GtkWidget          *move_button;
  GtkWidget          *hand_over_button;
  GtkWidget          *fixed_label;
  GtkBox             *texts;
  AdwBin             *talks;
  GtkBox             *related;
  GtkWidget          *history_box;
  GtkListBox         *history;
  GtkWidget          *side;
  GtkListBox         *facts;
};

TambourInstant tambour_record_page_get_now (TambourRecordPage *self);

/* tambour-record-page-actions.c */
void tambour_record_page_install_actions (GtkWidgetClass *widget_class);

/* tambour-record-page-steps.c */
void tambour_record_page_install_steps (GtkWidgetClass    *widget_class);
void tambour_record_page_show_steps    (TambourRecordPage *self,
                                        gboolean           can_write);

G_END_DECLS
