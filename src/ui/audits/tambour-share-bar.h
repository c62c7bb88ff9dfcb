/* tambour-share-bar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_SHARE_BAR (tambour_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (TambourShareBar, tambour_share_bar, TAMBOUR, SHARE_BAR, GtkWidget)

void tambour_share_bar_set_parts (TambourShareBar    *self,
                                  const char * const *styles,
                                  const double       *parts,
                                  guint               n_parts);

G_END_DECLS
