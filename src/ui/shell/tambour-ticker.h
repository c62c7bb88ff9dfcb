/* tambour-ticker.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TambourTickPace:
 * @TAMBOUR_TICK_MINUTES: at every full minute
 * @TAMBOUR_TICK_SECONDS: at every full second
 */
typedef enum
{
  TAMBOUR_TICK_MINUTES,
  TAMBOUR_TICK_SECONDS,
} TambourTickPace;

/**
 * TambourTickFunc:
 * @widget: the widget that watches
 *
 * Shows the time anew. Reads nothing from the disk.
 */
typedef void (*TambourTickFunc) (GtkWidget *widget);

#define TAMBOUR_TYPE_TICKER (tambour_ticker_get_type ())
G_DECLARE_FINAL_TYPE (TambourTicker, tambour_ticker, TAMBOUR, TICKER, GObject)

TambourTicker *tambour_ticker_new      (void);
void           tambour_ticker_watch    (TambourTicker   *self,
                                        GtkWidget       *widget,
                                        TambourTickFunc  func);
void           tambour_ticker_set_pace (TambourTicker   *self,
                                        GtkWidget       *widget,
                                        TambourTickPace  pace);
gboolean       tambour_ticker_is_idle  (TambourTicker   *self);
void           tambour_ticker_tick     (TambourTicker   *self);

G_END_DECLS
