/* tambour-value-section-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-heading.h"
#include "tambour-value-ledger.h"
#include "tambour-value-moves.h"
#include "tambour-value-section.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_VALUE_FIGURE_COUNTED,
  TAMBOUR_VALUE_FIGURE_WAITING,
  TAMBOUR_VALUE_FIGURE_FEE,
  TAMBOUR_VALUE_FIGURE_RETURN,
  TAMBOUR_VALUE_FIGURE_BREAK_EVEN,
} TambourValueFigure;

#define TAMBOUR_N_VALUE_FIGURES (TAMBOUR_VALUE_FIGURE_BREAK_EVEN + 1)

struct _TambourValueSection
{
  TambourSection       parent_instance;

  TambourValueLedger  *ledger;  /* of the parent */
  GCancellable        *loading;
  gboolean             is_small;

  /* What makes the columns of a list equally wide */
  GtkSizeGroup        *amounts;

  /* The facts at the head: a value, what it is, and a remark */
  GtkLabel            *figures[TAMBOUR_N_VALUE_FIGURES][3];

  /* Template widgets */
  GtkWidget           *content;
  GtkFlowBox          *figures_box;
  GtkBox              *columns;
  GtkWidget           *proposals_box;
  TambourHeading      *proposals_heading;
  GtkListBox          *proposals_list;
  TambourHeading      *waiting_heading;
  GtkListBox          *waiting_list;
  TambourHeading      *accepted_heading;
  GtkListBox          *accepted_list;
  GtkWidget           *others_box;
  TambourHeading      *others_heading;
  GtkListBox          *others_list;
  GtkListBox          *next_list;
  GtkListBox          *rates_list;
  GtkListBox          *reports_list;
  GtkListBox          *satisfaction_list;
  AdwClamp            *side;
};

void       tambour_value_section_show        (TambourValueSection *self);
void       tambour_value_section_show_period (TambourValueSection *self);
void       tambour_value_section_show_side   (TambourValueSection *self);
void       tambour_value_section_activate    (GtkListBoxRow       *row);
void       tambour_value_section_set_record  (GtkWidget           *row,
                                              TambourRecord       *record);
void       tambour_value_section_set_action  (GtkWidget           *row,
                                              const char          *action,
                                              GVariant            *target);
GtkWidget *tambour_value_section_find        (GtkWidget           *row);

G_END_DECLS
