/* overview-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-summary.h"
#include "tambour-kinds.h"
#include "tambour-overview.h"

#define NOW "2026-11-23T17:12:00Z"

typedef struct
{
  char           *folder;
  TambourStore   *store;
  TambourChange  *change;
  TambourAccount *account;
  TambourAccount *other;
  TambourPlan    *plan;
  TambourInstant  now;
} Fixture;

gpointer           add            (Fixture                 *fixture,
                                   TambourAccount          *account,
                                   GType                    type);
void               commit         (Fixture                 *fixture);
TambourAccount    *add_account    (Fixture                 *fixture,
                                   const char              *name);
void               set_up         (Fixture                 *fixture,
                                   gconstpointer            data);
void               tear_down      (Fixture                 *fixture,
                                   gconstpointer            data);
TambourOverview   *load           (Fixture                 *fixture,
                                   TambourAccount          *account);
TambourInstant     days_ago       (Fixture                 *fixture,
                                   double                   days);
TambourAgreement  *add_agreement  (Fixture                 *fixture,
                                   TambourAccount          *account,
                                   TambourDate              start,
                                   TambourDate              end);
TambourCase       *add_case       (Fixture                 *fixture,
                                   TambourAccount          *account,
                                   const char              *number,
                                   double                   days,
                                   double                   solved);
TambourEngagement *add_call       (Fixture                 *fixture,
                                   TambourAccount          *account,
                                   double                   days,
                                   TambourEngagementKind    kind,
                                   TambourEngagementStatus  status);
TambourContact    *add_contact    (Fixture                 *fixture,
                                   TambourAccount          *account,
                                   const char              *name,
                                   gboolean                 is_named);
void               add_attendance (Fixture                 *fixture,
                                   TambourEngagement       *call,
                                   TambourContact          *contact);
