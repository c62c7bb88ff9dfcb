/* tambour-mail-drop.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

/**
 * TambourMailPlace:
 * @portfolio: the portfolio
 * @account_id: (nullable): whose mail it is
 * @case_id: (nullable): which case it is about
 *
 * Where a mail is filed.
 */
typedef struct
{
  TambourPortfolio *portfolio;
  const char       *account_id;
  const char       *case_id;
} TambourMailPlace;

/**
 * TambourMailDrop:
 * @get_place: says where mails go that a widget is given; %FALSE if it takes none now
 *
 * What a page that takes mails knows of them.
 */
typedef struct
{
  gboolean (*get_place) (GtkWidget        *widget,
                         TambourMailPlace *place);
} TambourMailDrop;

void tambour_mail_drop_add    (GtkWidget             *widget,
                               const TambourMailDrop *drop);
void tambour_mail_drop_choose (GtkWidget             *widget,
                               const TambourMailDrop *drop);

G_END_DECLS
