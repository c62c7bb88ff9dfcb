/* tambour-case-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-case-file.h"
#include "tambour-case-page.h"
#include "tambour-life-axis.h"
#include "tambour-life-bar.h"

G_BEGIN_DECLS

struct _TambourCasePage
{
  TambourFilePage   parent_instance;

  TambourCaseFile  *file;  /* of the parent */
  gboolean          is_narrow;
  gboolean          has_question;  /* asked before the case was read */
  guint             question;      /* a TambourCaseMoveKind that has a dialog */

  /* Template widgets */
  AdwHeaderBar     *header_bar;
  AdwWindowTitle   *window_title;
  GtkMenuButton    *menu_button;
  GMenuModel       *case_menu;
  GtkWidget        *portal_button;
  AdwButtonContent *portal_content;
  AdwButtonContent *hand_over_content;
  GtkWidget        *content;
  GtkLabel         *priority_label;
  GtkLabel         *title_label;
  GtkLabel         *opened_label;
  GtkBox           *facts;
  TambourLifeBar   *life_bar;
  TambourLifeAxis  *life_axis;
  GtkWidget        *why_expander;
  GtkBox           *why_box;
  GtkWidget        *handover_box;
  GtkLabel         *handover_label;
  GtkWidget        *edit_note_button;
  GtkWidget        *read_button;
  GtkLabel         *note_label;
  GtkBox           *columns;
  GtkListBox       *steps;
  AdwClamp         *side;
  GtkListBox       *details;
};

TambourInstant tambour_case_page_get_now (TambourCasePage *self);

/* tambour-case-page-show.c */
void tambour_case_page_add_facts (TambourCasePage *self);
void tambour_case_page_show      (TambourCasePage *self);
void tambour_case_page_show_time (TambourCasePage *self);

/* tambour-case-page-actions.c */
void tambour_case_page_install_actions (GtkWidgetClass  *widget_class);
void tambour_case_page_take_mails      (TambourCasePage *self);
void tambour_case_page_update_actions  (TambourCasePage *self);

G_END_DECLS
