/* tambour-enablement-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-section.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ENABLEMENT_SECTION (tambour_enablement_section_get_type ())
G_DECLARE_FINAL_TYPE (TambourEnablementSection, tambour_enablement_section, TAMBOUR, ENABLEMENT_SECTION, TambourSection)

GtkWidget *tambour_enablement_section_new (void);

G_END_DECLS
