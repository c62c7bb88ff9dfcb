/* tambour-programme-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-bar.h"
#include "tambour-heading.h"
#include "tambour-library-file.h"
#include "tambour-programme-page.h"

G_BEGIN_DECLS

struct _TambourProgrammePage
{
  TambourFilePage       parent_instance;

  TambourProgrammeFile *file;  /* of the parent */
  GtkSizeGroup         *priorities;

  /* Template widgets */
  AdwHeaderBar         *header_bar;
  AdwWindowTitle       *window_title;
  GtkMenuButton        *menu_button;
  GMenuModel           *programme_menu;
  AdwButtonContent     *invite_content;
  GtkWidget            *content;
  GtkLabel             *title_label;
  GtkLabel             *about_label;
  GtkLabel             *seats_label;
  GtkLabel             *answer_label;
  TambourBar           *seats_bar;
  GtkLabel             *warning_label;
  GtkBox               *columns;
  TambourHeading       *guests_heading;
  GtkListBox           *guests_list;
  GtkWidget            *text_box;
  GtkLabel             *text_label;
  AdwClamp             *side;
  GtkListBox           *details;
};

/* tambour-programme-page-guests.c */
void tambour_programme_page_show_guests     (TambourProgrammePage *self);
void tambour_programme_page_add_keys        (TambourProgrammePage *self);
void tambour_programme_page_install_answers (GtkWidgetClass       *widget_class);

G_END_DECLS
