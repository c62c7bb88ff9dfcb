/* tambour-clock-rules.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-catalogue.h"

G_BEGIN_DECLS

/**
 * TambourPause:
 *
 * A stretch in which the customer was waited for, [from, to).
 */
typedef struct
{
  TambourInstant from;
  TambourInstant to;
} TambourPause;

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
