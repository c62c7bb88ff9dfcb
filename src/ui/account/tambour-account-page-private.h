/* tambour-account-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-brief.h"
#include "tambour-account-page.h"
#include "tambour-breadth.h"
#include "tambour-section.h"

G_BEGIN_DECLS

struct _TambourAccountPage
{
  TambourPage            parent_instance;

  char                  *account_id;
  TambourAccountBrief   *brief;
  TambourAccountCounts  *counts;
  GCancellable          *cancellable;
  GCancellable          *counting;
  gboolean               is_narrow;
  gboolean               is_ready;

  /* Template widgets */
  AdwBottomSheet        *sheet;
  AdwWindowTitle        *window_title;
  GtkMenuButton         *menu_button;
  AdwButtonContent      *log_content;
  GMenuModel            *account_menu;
  AdwInlineViewSwitcher *switcher;
  AdwBanner             *archived_banner;
  GtkStack              *outer;
  AdwViewStack          *stack;
  AdwStatusPage         *status_page;
  GtkButton             *status_button;
  GtkImage              *bar_image;
  GtkLabel              *bar_label;
  GtkLabel              *bar_count;
  GtkListBox            *section_list;
};

/* tambour-account-page-actions.c */
void tambour_account_page_install_actions (GtkWidgetClass     *widget_class);
void tambour_account_page_take_mails      (TambourAccountPage *self);
void tambour_account_page_update_actions  (TambourAccountPage *self);

/* tambour-account-page-sections.c: the switcher, the bottom sheet, the sections themselves */
void            tambour_account_page_add_sections (TambourAccountPage *self);
void            tambour_account_page_fill_section (TambourAccountPage *self);
TambourSection *tambour_account_page_get_visible  (TambourAccountPage *self);
void            tambour_account_page_check_ready  (TambourAccountPage *self);
void            tambour_account_page_show_bar     (TambourAccountPage *self);
void            tambour_account_page_count        (TambourAccountPage *self);
void            tambour_account_page_arrange      (TambourAccountPage *self,
                                                   TambourBreadth      breadth);

G_END_DECLS
