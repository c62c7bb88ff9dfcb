/* tambour-priority-key.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PRIORITY_KEY (tambour_priority_key_get_type ())
G_DECLARE_FINAL_TYPE (TambourPriorityKey, tambour_priority_key, TAMBOUR, PRIORITY_KEY, GtkBox)

G_END_DECLS
