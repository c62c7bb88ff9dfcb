/* tambour-clock-run.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-clock-rules.h"

G_BEGIN_DECLS

/**
 * TambourRunEnd:
 * @TAMBOUR_RUN_OPEN: it has not ended
 * @TAMBOUR_RUN_STOPPED: what was promised happened
 * @TAMBOUR_RUN_REPRIORITISED: the priority changed
 * @TAMBOUR_RUN_MERGED: the case went on in another
 */
typedef enum
{
  TAMBOUR_RUN_OPEN,
  TAMBOUR_RUN_STOPPED,
  TAMBOUR_RUN_REPRIORITISED,
  TAMBOUR_RUN_MERGED,
} TambourRunEnd;

/**
 * TambourRun:
 *
 * One clock while a case is replayed.
 */
typedef struct
{
  const TambourTarget  *target;
  TambourCatalogue     *catalogue;
  TambourPriority       priority;
  TambourChannel        channel;
  gint64                cycle;
  TambourInstant        received;
  TambourRunEnd         end;
  TambourInstant        ended;      /* not stated while it is open */
  TambourPriority       new_priority;
} TambourRun;

gboolean              tambour_run_is_decided (const TambourRun            *self,
                                              const GArray                *pauses,
                                              TambourInstant               at,
                                              gboolean                    *decided,
                                              GError                     **error);
TambourResponseClock *tambour_run_finish     (const TambourRun            *self,
                                              TambourCase                 *support_case,
                                              const GArray                *pauses,
                                              TambourInstant               as_of,
                                              GError                     **error);

char                 *tambour_run_dup_reason (const TambourRun            *self,
                                              const TambourResponseClock  *clock,
                                              TambourInstant               paused_since);

G_END_DECLS
