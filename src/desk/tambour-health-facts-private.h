/* tambour-health-facts-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-catalogue-set.h"
#include "tambour-health.h"

G_BEGIN_DECLS

/**
 * TambourHealthReading:
 * @reading: of the one account, or of all of them
 * @accounts: (element-type utf8 TambourAccount): by id
 * @facts: (element-type utf8 TambourHealthFacts): by account, what was found
 *
 * What health is told from while it is read, of one account or of many at once.
 */
typedef struct
{
  TambourAccountReading  reading;
  TambourCatalogueSet   *plans;
  GHashTable            *accounts;
  GHashTable            *facts;
} TambourHealthReading;

TambourHealthFacts *tambour_health_reading_of         (TambourHealthReading  *self,
                                                       gpointer               record);
gboolean            tambour_health_reading_add_calls  (TambourHealthReading  *self,
                                                       GError               **error);
gboolean            tambour_health_reading_add_usual  (TambourHealthReading  *self,
                                                       GError               **error);
gboolean            tambour_health_reading_add_clocks (TambourHealthReading  *self,
                                                       GError               **error);
gboolean            tambour_health_reading_add_goals  (TambourHealthReading  *self,
                                                       GError               **error);

G_END_DECLS
