/* tambour-erase.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tambour_erase_portfolio (const char  *path,
                                  GError     **error);

G_END_DECLS
