/* tambour-back-off.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint tambour_back_off_next (guint       last_ms,
                             guint       retry_after_s,
                             GRand      *random);
guint tambour_back_off_read (const char *retry_after,
                             gint64      now);

G_END_DECLS
