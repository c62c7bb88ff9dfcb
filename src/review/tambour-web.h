/* tambour-web.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-document.h"

G_BEGIN_DECLS

gboolean tambour_web_write    (TambourDocument  *document,
                               const char       *path,
                               GError          **error);
GBytes  *tambour_web_to_bytes (TambourDocument  *document,
                               GError          **error);

G_END_DECLS
