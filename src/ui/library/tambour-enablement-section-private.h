/* tambour-enablement-section-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-bar.h"
#include "tambour-enablement-section.h"
#include "tambour-enablement.h"
#include "tambour-heading.h"

G_BEGIN_DECLS

struct _TambourEnablementSection
{
  TambourSection     parent_instance;

  TambourEnablement *sheet;  /* of the parent */
  GCancellable      *loading;

  /* What makes the days of a list equally wide */
  GtkSizeGroup      *share_days;
  GtkSizeGroup      *guest_days;
  GtkSizeGroup      *training_days;

  /* Template widgets */
  GtkWidget         *content;
  GtkBox            *columns;
  TambourHeading    *suggestions_heading;
  GtkListBox        *suggestions_list;
  TambourHeading    *shares_heading;
  GtkListBox        *shares_list;
  TambourHeading    *guests_heading;
  GtkListBox        *guests_list;
  AdwClamp          *side;
  GtkLabel          *sum_label;
  GtkListBox        *trainings_list;
  TambourHeading    *features_heading;
  TambourBar        *features_bar;
  GtkListBox        *features_list;
};

void                tambour_enablement_section_show       (TambourEnablementSection *self);
const TambourGuest *tambour_enablement_section_find_guest (TambourEnablementSection *self,
                                                           const char               *id);

G_END_DECLS
