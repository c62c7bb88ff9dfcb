/* tambour-overview-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-catalogue-set.h"
#include "tambour-overview.h"

G_BEGIN_DECLS

/**
 * TambourOverviewReading:
 * @facts: what health is told from, which other parts show as well
 * @most_cases: how many cases are read, those that wait for somebody first
 *
 * An overview while it is read.
 */
typedef struct
{
  TambourAccountReading     reading;
  TambourCatalogueSet      *plans;
  TambourHealthFacts       *facts;
  guint                     most_cases;
  TambourOverview          *overview;
} TambourOverviewReading;

void tambour_overview_meter_free  (TambourOverviewMeter  *self);
void tambour_overview_case_free   (TambourOverviewCase   *self);
void tambour_overview_next_free   (TambourOverviewNext   *self);
void tambour_overview_person_free (TambourOverviewPerson *self);

/* One part each. */
gboolean tambour_overview_add_agreement (TambourOverviewReading  *self,
                                         GError                 **error);
gboolean tambour_overview_add_people    (TambourOverviewReading  *self,
                                         GError                 **error);
gboolean tambour_overview_add_usage     (TambourOverviewReading  *self,
                                         GError                 **error);
gboolean tambour_overview_add_cases     (TambourOverviewReading  *self,
                                         GError                 **error);
gboolean tambour_overview_add_goals     (TambourOverviewReading  *self,
                                         GError                 **error);
gboolean tambour_overview_add_next      (TambourOverviewReading  *self,
                                         GError                 **error);

G_END_DECLS
