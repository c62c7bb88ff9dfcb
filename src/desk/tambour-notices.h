/* tambour-notices.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-catalogue-set.h"
#include "tambour-lead-time.h"

G_BEGIN_DECLS

void tambour_notices_judge (TambourCatalogueSet  *plans,
                            TambourPlan          *plan,
                            GTimeZone            *zone,
                            TambourPlannedChange *change,
                            TambourInstant        at,
                            TambourLeadTime      *lead);

G_END_DECLS
