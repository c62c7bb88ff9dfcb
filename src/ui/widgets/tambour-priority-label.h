/* tambour-priority-label.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-case.h"

G_BEGIN_DECLS

gboolean tambour_priority_label_show (GtkLabel        *label,
                                      TambourPriority  priority);

G_END_DECLS
