/* tambour-progress.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TambourProgressFunc:
 * @what: (nullable): what is being done, for people
 * @done: how many are done
 * @total: how many there are, or 0 if that is not known
 * @user_data: what the long work was given
 *
 * Called on the thread that does the work, a few times a second.
 */
typedef void (*TambourProgressFunc) (const char *what,
                                     guint64     done,
                                     guint64     total,
                                     gpointer    user_data);

G_END_DECLS
