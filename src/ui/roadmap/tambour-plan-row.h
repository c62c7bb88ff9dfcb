/* tambour-plan-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TambourPlanWords:
 * @lead: (nullable): what stands before it, such as a number or a day
 * @icon: (nullable): the icon before it
 * @title: what it is called
 * @line: what is told of it
 * @more: (nullable): what is told below that
 * @warning: (nullable): what one has to mind, below that
 * @tag: (nullable): a word about it; @tag_style: (nullable): the class of that;
 *   @tag_tooltip: (nullable): what it follows from
 * @end: (nullable): what stands at its end
 *
 * What a row says.
 */
typedef struct
{
  const char *lead;
  const char *icon;
  const char *title;
  const char *line;
  const char *more;
  const char *warning;
  const char *tag;
  const char *tag_style;
  const char *tag_tooltip;
  const char *end;
} TambourPlanWords;

#define TAMBOUR_TYPE_PLAN_ROW (tambour_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourPlanRow, tambour_plan_row, TAMBOUR, PLAN_ROW, GtkListBoxRow)

GtkWidget *tambour_plan_row_new  (GtkSizeGroup           *leads);
void       tambour_plan_row_show (TambourPlanRow         *self,
                                  const TambourPlanWords *words);

G_END_DECLS
