/* tambour-roadmap-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-section.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ROADMAP_SECTION (tambour_roadmap_section_get_type ())
G_DECLARE_FINAL_TYPE (TambourRoadmapSection, tambour_roadmap_section, TAMBOUR, ROADMAP_SECTION, TambourSection)

GtkWidget *tambour_roadmap_section_new (void);

G_END_DECLS
