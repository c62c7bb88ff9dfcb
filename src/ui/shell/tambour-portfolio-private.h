/* tambour-portfolio-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portfolio.h"

G_BEGIN_DECLS

struct _TambourPortfolio
{
  GObject         parent_instance;

  TambourStore   *store;
  TambourTicker  *ticker;
  char           *me;
  char           *author;
  gint64          offset;          /* seconds that its clock is ahead of the wall's */
  TambourInstant  fixed;           /* stated where its clock stands still */
  gboolean        is_demonstration;
  gboolean        is_read_only;
  guint           n_writing;       /* changes on their way to the file */

  /* tambour-portfolio-change.c */
  GQueue          undo;            /* of Step, the last first */
  GQueue          redo;
};

void tambour_portfolio_clear_steps  (TambourPortfolio *self);
void tambour_portfolio_notify_steps (TambourPortfolio *self);
void tambour_portfolio_begin_write  (TambourPortfolio *self,
                                     GTask            *task);

G_END_DECLS
