/* tambour-service-section-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-heading.h"
#include "tambour-service-moves.h"
#include "tambour-service-section.h"
#include "tambour-service-sheet.h"

G_BEGIN_DECLS

struct _TambourServiceSection
{
  TambourSection       parent_instance;

  TambourServiceSheet *sheet;  /* of the parent */
  GCancellable        *loading;

  /* What makes the columns of a list equally wide */
  GtkSizeGroup        *clocks;
  GtkSizeGroup        *escalated;
  GtkSizeGroup        *windows;
  GtkSizeGroup        *days;

  /* Template widgets */
  GtkWidget           *content;
  GtkBox              *columns;
  TambourHeading      *cases_heading;
  GtkListBox          *cases_list;
  TambourHeading      *escalations_heading;
  GtkListBox          *escalations_list;
  TambourHeading      *changes_heading;
  GtkWidget           *all_changes_button;
  GtkListBox          *changes_list;
  AdwClamp            *side;
  GtkLabel            *score_label;
  GtkLabel            *asked_label;
  GtkWidget           *nps_box;
  GtkLabel            *nps_label;
  GtkWidget           *review_box;
  GtkLabel            *review_label;
  GtkListBox          *surveys_list;
  GtkLabel            *outage_label;
  GtkLabel            *outages_label;
};

void tambour_service_section_show (TambourServiceSection *self);

G_END_DECLS
