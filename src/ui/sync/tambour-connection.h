/* tambour-connection.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-server-page.h"

G_BEGIN_DECLS

void           tambour_connection_try_async (TambourServerPage    *page,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
TambourServer *tambour_connection_finish    (TambourServerPage    *page,
                                             GAsyncResult         *result,
                                             char                **secret);

G_END_DECLS
