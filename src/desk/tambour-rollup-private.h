/* tambour-rollup-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-flow.h"
#include "tambour-rollup-sum.h"

G_BEGIN_DECLS

/* Space above and below the head of a block, and above a small line below one, in points. */
#define TAMBOUR_ROLLUP_ABOVE_HEAD    19.5
#define TAMBOUR_ROLLUP_BELOW_HEAD    6.5
#define TAMBOUR_ROLLUP_ABOVE_CAPTION 4.0

/* tambour-rollup-title.c */
char *tambour_rollup_say_title (const TambourRollup *self,
                                gboolean             in_short);
void      tambour_rollup_count_health     (const TambourRollup *self,
                                  guint counts[TAMBOUR_HEALTH_RISK + 1]);

/* tambour-rollup-paper.c */
gboolean tambour_rollup_has_before      (const TambourRollup *self);
char    *tambour_rollup_say_before      (const TambourRollup *self);
void     tambour_rollup_head            (TambourFlow         *flow,
                                         const char          *title,
                                         const char          *addition,
                                         double               keep);
double   tambour_rollup_measure_caption (TambourFlow         *flow,
                                         const char          *text);
void     tambour_rollup_caption         (TambourFlow         *flow,
                                         const char          *text);
void     tambour_rollup_table           (TambourFlow         *flow,
                                         const char          *title,
                                         const char          *addition,
                                         TambourTable        *table,
                                         const char          *caption);

/* tambour-rollup-tiles.c */
void tambour_rollup_draw_tiles (TambourFlow         *flow,
                                const TambourRollup *rollup);

/* tambour-rollup-accounts.c */
void tambour_rollup_draw_accounts (TambourFlow         *flow,
                                   const TambourRollup *rollup);

/* tambour-rollup-notes.c */
void tambour_rollup_draw_notes       (TambourFlow         *flow,
                                      const TambourRollup *rollup);
void tambour_rollup_draw_definitions (TambourFlow         *flow,
                                      const TambourRollup *rollup);

G_END_DECLS
