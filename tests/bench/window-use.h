/* window-use.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int window_use  (const char *path,
                 const char *only);
int window_idle (const char *path);

G_END_DECLS
