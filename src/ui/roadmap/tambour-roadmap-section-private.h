/* tambour-roadmap-section-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-heading.h"
#include "tambour-project-matrix.h"
#include "tambour-roadmap-moves.h"
#include "tambour-roadmap-section.h"
#include "tambour-roadmap-sheet.h"

G_BEGIN_DECLS

struct _TambourRoadmapSection
{
  TambourSection        parent_instance;

  TambourRoadmapSheet  *sheet;  /* of the parent */
  GCancellable         *loading;
  gboolean              is_selecting;
  gboolean              is_small;

  /* What makes the columns of a list equally wide */
  GtkSizeGroup         *tags;
  GtkSizeGroup         *states;
  GtkSizeGroup         *weights;
  GtkSizeGroup         *days;
  GtkSizeGroup         *numbers;

  /* Template widgets */
  GtkWidget            *content;
  GtkBox               *columns;
  TambourHeading       *goals_heading;
  GtkListBox           *goals_list;
  TambourHeading       *requests_heading;
  GtkListBox           *requests_list;
  GtkListBox           *reviews_list;
  GtkWidget            *start_button;
  GtkWidget            *plan_button;
  TambourHeading       *projects_heading;
  GtkWidget            *matrix_card;
  TambourProjectMatrix *matrix;
  GtkListBox           *projects_list;
  GtkWidget            *items_box;
  TambourHeading       *items_heading;
  GtkListBox           *items_list;
  AdwClamp             *side;
};

void tambour_roadmap_section_show       (TambourRoadmapSection *self);
void tambour_roadmap_section_show_parts (TambourRoadmapSection *self);
void tambour_roadmap_section_select     (TambourRoadmapSection *self,
                                         const char            *id);

G_END_DECLS
