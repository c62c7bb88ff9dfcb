/* tambour-calls-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-calls.h"

G_BEGIN_DECLS

GPtrArray *tambour_calls_view (TambourStore  *store,
                               GPtrArray     *calls,
                               GCancellable  *cancellable,
                               GError       **error);

G_END_DECLS
