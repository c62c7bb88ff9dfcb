/* window-sections.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-window.h"

G_BEGIN_DECLS

/**
 * WindowBench:
 * @window: the window that is measured
 * @account_at: the id of an account, by its place in the sidebar
 * @time_to_frame: milliseconds from a time to the first frame for which something holds
 *
 * What measuring lends to its parts.
 */
typedef struct
{
  TambourWindow *window;
  GVariant    *(*account_at)    (guint      n);
  double       (*time_to_frame) (gboolean (*condition) (gpointer),
                           gpointer data,
                           gint64 since);
} WindowBench;

void window_sections_measure (const WindowBench *bench);

G_END_DECLS
