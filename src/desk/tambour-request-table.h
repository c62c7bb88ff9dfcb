/* tambour-request-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-requests.h"

G_BEGIN_DECLS

GBytes *tambour_request_table_new (GPtrArray *lines);

G_END_DECLS
