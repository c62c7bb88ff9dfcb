/* tambour-exposures.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-audit.h"
#include "tambour-change.h"
#include "tambour-environment.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourExposureHit:
 * @exposure: (nullable): what is recorded of it already
 * @state: what the versions say it is now
 *
 * A component that a known issue concerns, or no longer does.
 */
typedef struct
{
  TambourKnownIssue    *issue;
  TambourComponent     *component;
  TambourExposure      *exposure;
  TambourExposureState  state;
} TambourExposureHit;

GPtrArray *tambour_exposures_find       (TambourStore        *store,
                                         const char          *account_id,
                                         GCancellable        *cancellable,
                                         GError             **error);
GPtrArray *tambour_exposures_find_among (TambourStore        *store,
                                         const char * const  *account_ids,
                                         GCancellable        *cancellable,
                                         GError             **error);
void       tambour_exposures_record     (GPtrArray           *hits,
                                         TambourDate          on,
                                         TambourChange       *change);

G_END_DECLS
