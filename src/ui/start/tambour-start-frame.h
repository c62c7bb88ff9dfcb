/* tambour-start-frame.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_START_FRAME (tambour_start_frame_get_type ())
G_DECLARE_FINAL_TYPE (TambourStartFrame, tambour_start_frame, TAMBOUR, START_FRAME, AdwBin)

G_END_DECLS
