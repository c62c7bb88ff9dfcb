/* tambour-net-error-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-net-error.h"

G_BEGIN_DECLS

GError *tambour_net_error_new_from_status (const char   *place,
                                           gboolean      is_service,
                                           guint         status,
                                           GBytes       *answer,
                                           guint         retry_after);
GError *tambour_net_error_new_from_cause  (const char   *place,
                                           const GError *cause);
GError *tambour_net_error_new_elsewhere   (const char   *place,
                                           gboolean      is_service,
                                           const char   *target);
GError *tambour_net_error_new_untrusted   (const char   *text,
                                           const char   *fingerprint);

G_END_DECLS
