/* tambour-health-mark.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-health.h"

G_BEGIN_DECLS

const char *tambour_health_mark_name (TambourHealthLevel  level);
void        tambour_health_mark_set  (GtkImage           *image,
                                      TambourHealthLevel  level);

G_END_DECLS
