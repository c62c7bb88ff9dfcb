/* tambour-request-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-heading.h"
#include "tambour-request-file.h"
#include "tambour-request-page.h"
#include "tambour-step-bar.h"

G_BEGIN_DECLS

struct _TambourRequestPage
{
  TambourFilePage     parent_instance;

  TambourRequestFile *file;  /* of the parent */
  gboolean            is_small;      /* the next step is in the menu alone */

  /* Template widgets */
  AdwHeaderBar       *header_bar;
  AdwWindowTitle     *window_title;
  GtkMenuButton      *menu_button;
  GMenuModel         *request_menu;
  GtkButton          *advance_button;
  GtkWidget          *content;
  GtkLabel           *title_label;
  GtkLabel           *line_label;
  GtkListBox         *into_list;
  GtkBox             *columns;
  AdwClamp           *side;
  GtkBox             *facts;
  TambourStepBar     *step_bar;
  TambourHeading     *tell_heading;
  GtkWidget          *tell_box;
  GtkListBox         *tell_list;
  TambourHeading     *evidence_heading;
  GtkWidget          *evidence_button;
  GtkListBox         *evidence_list;
  GtkWidget          *merged_box;
  GtkListBox         *merged_list;
  GtkListBox         *steps_list;
  GtkListBox         *details_list;
};

/* tambour-request-page-show.c */
void tambour_request_page_add_facts (TambourRequestPage *self);
void tambour_request_page_show      (TambourRequestPage *self);

/* tambour-request-page-actions.c */
void tambour_request_page_install        (GtkWidgetClass     *widget_class);
void tambour_request_page_update_actions (TambourRequestPage *self);

G_END_DECLS
