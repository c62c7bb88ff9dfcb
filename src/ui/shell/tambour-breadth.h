/* tambour-breadth.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TambourBreadth:
 * @TAMBOUR_BREADTH_WIDE: room for everything
 * @TAMBOUR_BREADTH_MEDIUM: up to 1100 sp: side columns drop below
 * @TAMBOUR_BREADTH_SINGLE: up to 860 sp: the sidebar is a page, and pages have one column
 * @TAMBOUR_BREADTH_SMALL: up to 600 sp: sections are in a bottom sheet
 * @TAMBOUR_BREADTH_NARROW: up to 450 sp: buttons lose labels, rows get a third line
 *
 * How much room the window has (DESIGN.md section 1, Breakpoints).
 */
typedef enum
{
  TAMBOUR_BREADTH_WIDE,
  TAMBOUR_BREADTH_MEDIUM,
  TAMBOUR_BREADTH_SINGLE,
  TAMBOUR_BREADTH_SMALL,
  TAMBOUR_BREADTH_NARROW,
} TambourBreadth;

#define TAMBOUR_TYPE_BREADTH (tambour_breadth_get_type ())
GType tambour_breadth_get_type (void);

/**
 * TambourBreadthFunc:
 * @widget: a widget
 * @breadth: the room that its window has
 *
 * Arranges @widget for it.
 */
typedef void (*TambourBreadthFunc) (GtkWidget      *widget,
                                    TambourBreadth  breadth);

void tambour_breadth_follow          (GtkWidget          *widget,
                                      TambourBreadthFunc  func);
void tambour_breadth_arrange_header  (AdwHeaderBar       *bar,
                                      TambourBreadth      breadth);
void tambour_breadth_arrange_columns (GtkBox             *columns,
                                      AdwClamp           *side,
                                      int                 width,
                                      gboolean            is_wide);
void tambour_breadth_keep_focus      (GtkWidget          *bin);

G_END_DECLS
