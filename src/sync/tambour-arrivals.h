/* tambour-arrivals.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-peer.h"

G_BEGIN_DECLS

GPtrArray *tambour_arrivals_list_lacking (TambourPeer          *peer,
                                          TambourCouchChanges  *changes,
                                          GError              **error);
GPtrArray *tambour_arrivals_list_again   (TambourPeer          *peer,
                                          GError              **error);
gboolean   tambour_arrivals_store        (TambourPeer          *peer,
                                          GPtrArray            *leaves,
                                          GError              **error);

G_END_DECLS
