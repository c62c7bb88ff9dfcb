/* tambour-call-hints.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CALL_HINTS (tambour_call_hints_get_type ())
G_DECLARE_FINAL_TYPE (TambourCallHints, tambour_call_hints, TAMBOUR, CALL_HINTS, AdwBin)

G_END_DECLS
