/* tambour-secrets.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-server.h"

G_BEGIN_DECLS

char    *tambour_secrets_lookup (const TambourServer  *server,
                                 GCancellable         *cancellable,
                                 GError              **error);
gboolean tambour_secrets_store  (const TambourServer  *server,
                                 const char           *secret,
                                 GCancellable         *cancellable,
                                 GError              **error);
gboolean tambour_secrets_clear  (const TambourServer  *server,
                                 GCancellable         *cancellable,
                                 GError              **error);
void     tambour_secrets_free   (char                 *secret);

G_END_DECLS
