/* tambour-clock-row-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-bar.h"
#include "tambour-clock-row.h"

G_BEGIN_DECLS

struct _TambourClockRow
{
  GtkListBoxRow      parent_instance;

  TambourPortfolio  *portfolio;
  GtkSizeGroup      *columns;
  TambourClockFacts *facts;
  char              *city;
  const char        *style;
  gboolean           is_prominent;
  gboolean           is_narrow;
  gboolean           hides_account;

  GtkWidget         *buttons;      /* of the nearest P1 only */
  GtkMenuButton     *menu_button;  /* once the row has been drawn */

  /* Template widgets */
  GtkGrid           *grid;
  GtkLabel          *priority_label;
  GtkLabel          *title_label;
  GtkLabel          *source_label;
  GMenuModel        *menu;
  GtkLabel          *due_label;
  GtkLabel          *yours_label;
  GtkLabel          *left_label;
  TambourBar        *bar;
};

/* tambour-clock-row-actions.c */
void tambour_clock_row_install (GtkWidgetClass *widget_class);

G_END_DECLS
