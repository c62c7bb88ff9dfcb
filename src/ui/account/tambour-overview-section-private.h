/* tambour-overview-section-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-agreement-card.h"
#include "tambour-heading.h"
#include "tambour-health-card.h"
#include "tambour-overview-section.h"
#include "tambour-overview.h"
#include "tambour-usage-card.h"

G_BEGIN_DECLS

struct _TambourOverviewSection
{
  TambourSection        parent_instance;

  TambourOverview      *overview;  /* of the parent */
  GCancellable         *cancellable;
  GtkSizeGroup         *case_columns;
  GtkSizeGroup         *goal_tags;

  /* Template widgets */
  GtkBox               *content;
  GtkBox               *body;
  GtkGrid              *cards;
  TambourAgreementCard *agreement_card;
  TambourHealthCard    *health_card;
  TambourUsageCard     *usage_card;
  GtkBox               *columns;
  TambourHeading       *cases_heading;
  GtkListBox           *cases_list;
  TambourHeading       *goals_heading;
  GtkListBox           *goals_list;
  GtkListBox           *timeline_list;
  AdwClamp             *side;
  GtkListBox           *next_list;
  GtkButton            *people_button;
  GtkListBox           *people_list;
  GtkBox               *meter_box;
  TambourHeading       *meter_heading;
  GtkListBox           *meter_list;
};

/* tambour-overview-lists.c: has the lists show the overview */
void tambour_overview_section_show_lists (TambourOverviewSection *self);

G_END_DECLS
