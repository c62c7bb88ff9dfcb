/* tambour-calls-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-section.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CALLS_SECTION (tambour_calls_section_get_type ())
G_DECLARE_FINAL_TYPE (TambourCallsSection, tambour_calls_section, TAMBOUR, CALLS_SECTION, TambourSection)

GtkWidget *tambour_calls_section_new (void);

G_END_DECLS
