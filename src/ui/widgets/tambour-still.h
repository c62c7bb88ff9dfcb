/* tambour-still.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_STILL (tambour_still_get_type ())
G_DECLARE_FINAL_TYPE (TambourStill, tambour_still, TAMBOUR, STILL, AdwBin)

void tambour_still_set_covered (TambourStill *self,
                                gboolean      is_covered);

G_END_DECLS
