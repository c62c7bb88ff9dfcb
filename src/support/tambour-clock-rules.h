/* tambour-clock-rules.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-catalogue.h"
#include "tambour-pauses.h"

G_BEGIN_DECLS

gboolean   tambour_clock_due    (const TambourTarget  *target,
                                 TambourInstant        received,
                                 const TambourPause   *pauses,
                                 guint                 n_pauses,
                                 TambourInstant       *start,
                                 TambourInstant       *due,
                                 GError              **error);
GPtrArray *tambour_clock_replay (TambourCatalogue     *catalogue,
                                 const char           *plan,
                                 TambourCase          *support_case,
                                 GPtrArray            *events,
                                 TambourInstant        as_of,
                                 GError              **error);

G_END_DECLS
