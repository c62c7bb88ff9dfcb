/* tambour-later.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TambourLaterFunc:
 * @owner: what tambour_later_run() was given
 *
 * Does a part of what can wait, in less time than a frame has.
 *
 * Returns: %G_SOURCE_CONTINUE if there is more, else %G_SOURCE_REMOVE
 */
typedef gboolean (*TambourLaterFunc) (gpointer owner);

void tambour_later_run (gpointer          owner,
                        GtkWidget        *widget,
                        TambourLaterFunc  func);

G_END_DECLS
