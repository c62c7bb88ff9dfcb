/* tambour-rescue.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

char *tambour_rescue_copy (const char    *path,
                           GPtrArray    **findings,
                           GCancellable  *cancellable,
                           GError       **error);

G_END_DECLS
