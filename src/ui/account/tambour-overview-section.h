/* tambour-overview-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-section.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_OVERVIEW_SECTION (tambour_overview_section_get_type ())
G_DECLARE_FINAL_TYPE (TambourOverviewSection, tambour_overview_section, TAMBOUR, OVERVIEW_SECTION, TambourSection)

G_END_DECLS
