/* tambour-look.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-couch.h"

G_BEGIN_DECLS

TambourCouchInfo *tambour_look_read_info (TambourCouch         *couch,
                                          const char           *url,
                                          GError              **error);
gboolean          tambour_look_is_ours   (TambourCouch         *couch,
                                          const char           *url,
                                          GError              **error);
gboolean          tambour_look_try       (const TambourServer  *server,
                                          const char           *secret,
                                          GCancellable         *cancellable,
                                          GError              **error);

G_END_DECLS
