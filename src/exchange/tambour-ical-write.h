/* tambour-ical-write.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-ical-events.h"

G_BEGIN_DECLS

char *tambour_ical_write (GPtrArray *events);

G_END_DECLS
