/* tambour-holder.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int   tambour_holder_find     (const char *locks,
                               guint64     device,
                               guint64     inode,
                               int         own);
char *tambour_holder_dup_name (const char *path,
                               int        *pid);

G_END_DECLS
