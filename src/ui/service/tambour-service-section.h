/* tambour-service-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-section.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_SERVICE_SECTION (tambour_service_section_get_type ())
G_DECLARE_FINAL_TYPE (TambourServiceSection, tambour_service_section, TAMBOUR, SERVICE_SECTION, TambourSection)

GtkWidget *tambour_service_section_new (void);

G_END_DECLS
