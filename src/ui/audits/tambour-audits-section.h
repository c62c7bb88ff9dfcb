/* tambour-audits-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-section.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_AUDITS_SECTION (tambour_audits_section_get_type ())
G_DECLARE_FINAL_TYPE (TambourAuditsSection, tambour_audits_section, TAMBOUR, AUDITS_SECTION, TambourSection)

GtkWidget *tambour_audits_section_new (void);

G_END_DECLS
