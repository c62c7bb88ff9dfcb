/* tambour-file-failure.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void tambour_file_failure_set (GFile         *file,
                               const GError  *reason,
                               GError       **error);

G_END_DECLS
