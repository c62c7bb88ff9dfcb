/* tambour-timeline-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-section.h"
#include "tambour-timeline.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_TIMELINE_SECTION (tambour_timeline_section_get_type ())
G_DECLARE_FINAL_TYPE (TambourTimelineSection, tambour_timeline_section, TAMBOUR, TIMELINE_SECTION, TambourSection)

void tambour_timeline_section_set_kinds (TambourTimelineSection *self,
                                         TambourTimelineKinds    kinds);

G_END_DECLS
