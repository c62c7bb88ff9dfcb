/* tambour-value-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-section.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_VALUE_SECTION (tambour_value_section_get_type ())
G_DECLARE_FINAL_TYPE (TambourValueSection, tambour_value_section, TAMBOUR, VALUE_SECTION, TambourSection)

GtkWidget *tambour_value_section_new (void);

G_END_DECLS
