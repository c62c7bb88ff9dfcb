/* tambour-fill.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

/**
 * TambourFillFunc:
 * @change: an empty change
 * @store: the portfolio's store
 * @now: the time that is "now"
 * @data: what tambour_fill_and_commit() was given
 * @error: return location
 *
 * Reads the records that change, as they are, and puts them into @change;
 * called on a thread.
 *
 * Returns: %FALSE if it cannot
 */
typedef gboolean (*TambourFillFunc) (TambourChange   *change,
                                     TambourStore    *store,
                                     TambourInstant   now,
                                     gpointer         data,
                                     GError         **error);

void     tambour_fill_async      (TambourPortfolio     *portfolio,
                                  TambourChange        *change,
                                  TambourFillFunc       func,
                                  gpointer              data,
                                  GDestroyNotify        free_data,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean tambour_fill_finish     (TambourPortfolio     *portfolio,
                                  GAsyncResult         *result,
                                  GError              **error);
void     tambour_fill_and_commit (GtkWidget            *widget,
                                  TambourPortfolio     *portfolio,
                                  TambourChange        *change,
                                  TambourFillFunc       func,
                                  gpointer              data,
                                  GDestroyNotify        free_data,
                                  const char           *message);

G_END_DECLS
