/* tambour-health-facts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-catalogue-set.h"
#include "tambour-health.h"
#include "tambour-store.h"

G_BEGIN_DECLS

GHashTable *tambour_health_facts_load (TambourStore         *store,
                                       GPtrArray            *accounts,
                                       TambourCatalogueSet  *plans,
                                       TambourInstant        at,
                                       GCancellable         *cancellable,
                                       GError              **error);

G_END_DECLS
