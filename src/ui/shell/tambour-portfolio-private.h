/* tambour-portfolio-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portfolio.h"

G_BEGIN_DECLS

/* What time it is in a portfolio. */
typedef struct
{
  gint64         offset; /* seconds that it is ahead of the wall's */
  TambourInstant fixed;  /* stated where it stands still */
} TambourPortfolioClock;

struct _TambourPortfolio
{
  GObject                parent_instance;

  TambourStore          *store;
  TambourTicker         *ticker;
  char                  *me;
  char                  *author;
  char                  *told;
  gboolean               is_keeping_told;
  TambourPortfolioClock  clock;
  gboolean               is_demonstration;
  gboolean               is_read_only;
  guint                  n_writing;       /* changes on their way to the file */
  GPtrArray             *ahead;           /* of what was read when it was opened */
  gint64                 opened_at;       /* monotonic */

  /* tambour-portfolio-change.c */
  GQueue                 undo;            /* of Step, the last first */
  GQueue                 redo;
};

/* tambour-portfolio-open.c */
TambourInstant tambour_portfolio_clock_read   (const TambourPortfolioClock *clock);
gpointer       tambour_portfolio_take_ahead   (TambourPortfolio            *self,
                                               TambourLoadFunc              func,
                                               gpointer                     data);

void           tambour_portfolio_clear_steps  (TambourPortfolio            *self);
void           tambour_portfolio_notify_steps (TambourPortfolio            *self);
void           tambour_portfolio_begin_write  (TambourPortfolio            *self,
                                               GTask                       *task);

G_END_DECLS
